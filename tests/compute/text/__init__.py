"""Tests of `compute.text`."""
