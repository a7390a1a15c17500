"""Tests of `web.peristiwa`."""
