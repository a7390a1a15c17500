"""Tests of `web.guard`."""
