"""Tests of `bureau`."""
