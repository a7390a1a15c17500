"""How many originals a sentence says: all of them, the stamped ones, those for the archive."""

import re

_COUNT = r"(\d{1,3}) \([a-z ]+\)"
WHOLE = re.compile(rf"\brangkap {_COUNT}", re.IGNORECASE)
MADE_IN = re.compile(
    rf"\bdalam {_COUNT} rangkap\b(?! (?:asli|bermeterai|tanpa|untuk|sebagai))",
    re.IGNORECASE,
)
"""`dibuat dalam 3 (tiga) rangkap`: of all, or of those with a stamp where others follow."""
ORIGINALS = re.compile(rf"{_COUNT} rangkap asli", re.IGNORECASE)
STAMPED = re.compile(
    rf"{_COUNT} (?:rangkap|(?:rangkap )?di ?antaranya) bermeterai", re.IGNORECASE
)
ARCHIVED = re.compile(
    rf"{_COUNT} rangkap (?:tanpa meterai|untuk arsip|sebagai arsip)", re.IGNORECASE
)
