"""Tests of `compute`."""
