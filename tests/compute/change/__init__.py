"""Tests of `compute.change`."""
