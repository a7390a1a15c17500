"""Whole days of work at the desk, in a real browser."""
