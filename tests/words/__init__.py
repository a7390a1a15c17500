"""Tests of `words`."""
