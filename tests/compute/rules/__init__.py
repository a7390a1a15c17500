"""Tests of `compute.rules`."""
