"""Tests of `load`."""
