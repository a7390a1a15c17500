"""Tests of `press`."""
