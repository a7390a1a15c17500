"""Agreements between Indonesian government bodies: structured data in, formal documents out.

A document goes YAML → `workspace` → `load` → `model` → `compute` → `compose` → `naskah` →
`write`. An act goes `cli` or `web` → `bureau`, which calls these, and `press` where files of
documents are made. `place` says what a part of an agreement is called, `align` which item of an
old list became which of a new one, `bukti` proves from outside that
nothing was changed; `temuan` says what is wrong and where, `desk` is the state of `web`,
`zona` which day the office has. See
docs/architecture.md.
"""

__version__ = "0.1.0"
