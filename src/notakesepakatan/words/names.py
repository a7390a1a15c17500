"""Names in, what tells whether two of them are the same out."""

import unicodedata


def fold(name: str) -> str:
    """A name in one Unicode form, one case, and with single spaces.

    Only for comparing: "Dinas  KESEHATAN" and "dinas kesehatan" are the same name, and
    so are two spellings of é.
    """
    if name.isascii():
        return " ".join(name.lower().split())
    composed = unicodedata.normalize("NFC", name)
    small = unicodedata.normalize("NFC", composed.casefold())
    return " ".join(small.split())
