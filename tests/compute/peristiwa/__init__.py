"""Tests of `compute.time`."""
