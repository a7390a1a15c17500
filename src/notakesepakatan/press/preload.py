"""Imported by the server that workers are forked from: what every job needs is loaded, and set aside from the collector."""

import gc
from contextlib import suppress

from notakesepakatan.write.pdf_engine import SystemLibraryMissing, engine

with suppress(SystemLibraryMissing):
    engine()
gc.collect()
gc.freeze()
