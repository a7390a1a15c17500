"""Agreements between Indonesian government bodies: structured data in, formal documents out.

YAML → `load` → `model` → `compute` → `compose` → `naskah` → `write`; see docs/architecture.md.
"""

__version__ = "0.1.0"
