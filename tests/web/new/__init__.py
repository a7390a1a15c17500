"""Tests of `web.new`."""
