"""The Indonesian dictionary of the system: through libhunspell where that is, else in Python.

libhunspell reads it in a hundredth of a second, spylls in more than one; both know the same
words.
"""

import ctypes
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock

from notakesepakatan.compute.rules.reading import WordList

DICTIONARY = Path("/usr/share/hunspell/id_ID.dic")
_LIBRARY = "libhunspell-1.7.so.0"
_MOST_KEPT = 50_000
"""Words whose answer is kept."""
_ONCE = Lock()


def load_dictionary() -> WordList | None:
    """The dictionary; None where none is installed. It is read once."""
    with _ONCE:
        return _read()


@lru_cache(maxsize=1)
def _read() -> WordList | None:
    if not DICTIONARY.is_file():
        return None
    return lru_cache(maxsize=_MOST_KEPT)(through_library() or in_python())


def through_library() -> WordList | None:
    """The dictionary in libhunspell; None where that is not installed."""
    library = None
    with suppress(OSError):
        library = ctypes.CDLL(_LIBRARY)
    if library is None:
        return None
    library.Hunspell_create.restype = ctypes.c_void_p
    library.Hunspell_create.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
    library.Hunspell_get_dic_encoding.restype = ctypes.c_char_p
    library.Hunspell_get_dic_encoding.argtypes = [ctypes.c_void_p]
    library.Hunspell_spell.restype = ctypes.c_int
    library.Hunspell_spell.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    affixes = DICTIONARY.with_suffix(".aff")
    opened = library.Hunspell_create(bytes(affixes), bytes(DICTIONARY))
    if not opened:
        return None
    encoding = library.Hunspell_get_dic_encoding(opened).decode("ascii")
    # The library keeps what it works on in the dictionary itself.
    one_by_one = Lock()

    def is_known(word: str) -> bool:
        try:
            typed = word.encode(encoding)
        except UnicodeEncodeError:
            return False
        with one_by_one:
            return bool(library.Hunspell_spell(opened, typed))

    return is_known


def in_python() -> WordList:
    """The same dictionary in Python alone."""
    from spylls.hunspell import Dictionary

    dictionary = Dictionary.from_files(str(DICTIONARY.with_suffix("")))
    lookup: WordList = dictionary.lookup
    return lookup
