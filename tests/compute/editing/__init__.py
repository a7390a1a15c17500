"""Tests of `compute.editing`."""
