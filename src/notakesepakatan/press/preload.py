"""Imported by the server that workers are forked from: what every job needs is there.

So a worker starts at once (row "two processes / one" of docs/benchmark.md), and what is
loaded is set aside from its collector.

Loaded and no more. What a library makes may start threads and hold locks, which a fork
takes along without the threads: of WeasyPrint's fonts, Pango's newer releases keep one,
and a fork waits for its answer for ever. Each worker makes its own.
"""

import gc
from contextlib import suppress

from notakesepakatan.write.pdf_engine import SystemLibraryMissing, import_weasyprint

with suppress(SystemLibraryMissing):
    import_weasyprint()
gc.collect()
gc.freeze()
