"""Imported by the server that workers are forked from: what every job needs is loaded, and set aside from the collector."""

import gc
from contextlib import suppress

from notakesepakatan.errors import PustakaSistemTidakAda
from notakesepakatan.write.pdf_engine import mesin

with suppress(PustakaSistemTidakAda):
    mesin()
gc.collect()
gc.freeze()
