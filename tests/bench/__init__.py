"""`make bench`: what documents cost, measured side by side with what a bureau would use instead.

What is compared runs in turn, A B A B …, so that a machine that slows down slows both. `__main__` lists the groups;
`make bench OPSI_BENCH="--hanya NAME"` runs one of them, `--singkat` a tenth of the repetitions, and only a whole run writes docs/benchmark.md.
"""
