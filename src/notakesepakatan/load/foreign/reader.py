"""Any file that is not ours in, its text with the account of it out."""

from collections.abc import Callable
from pathlib import Path, PurePath

from notakesepakatan.errors import CannotRead, NotaError
from notakesepakatan.load.foreign.account import IS_SCAN, ForeignText, Unread
from notakesepakatan.load.foreign.bounds import FILE_LIMIT, Refused
from notakesepakatan.load.foreign.office import to_word
from notakesepakatan.load.foreign.pdf import read_pdf
from notakesepakatan.load.foreign.plain import read_plain
from notakesepakatan.load.foreign.word import read_word

_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
"""Pages as pictures, which have words only where they are guessed."""
_TEXTS = (".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".pdf", ".txt")
KINDS = (*_TEXTS, *_PICTURES)
"""Endings of what can be read; LibreOffice reads some of them for us."""
_THROUGH_OFFICE = (".doc", ".odt", ".rtf")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What Word's old files begin with, and those that a password locks."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")


class UnreadableNaskah(NotaError):
    """A file that cannot be checked or put right."""

    def __init__(self, nama: str, sebab: str) -> None:
        super().__init__(f"{nama}: tidak dapat dibaca: {sebab}")


def read_file(file: Path) -> bytes:
    """The bytes of a file, which may not be too many.

    Raises:
        UnreadableNaskah: another kind of file, or more than 50 MB.
        CannotRead: no such file.
    """
    kind_of(str(file))
    try:
        if file.stat().st_size > FILE_LIMIT:
            raise UnreadableNaskah(str(file), "lebih dari 50 MB")
        return file.read_bytes()
    except OSError as cause:
        raise CannotRead(file, cause) from None


def read_foreign(
    name: str, content: bytes, is_known_word: Callable[[str], bool] | None = None
) -> ForeignText:
    """What a person reads in a file.

    Args:
        name: its name; the ending tells what it is, and messages begin with it.
        content: its bytes.
        is_known_word: whether a word is one of Indonesian, where a dictionary is there.

    Raises:
        UnreadableNaskah: another kind of file, a broken, locked or too large one.
    """
    kind = kind_of(name)
    try:
        return _read(kind, content, is_known_word)
    except Refused as cause:
        raise UnreadableNaskah(name, str(cause)) from None
    except Exception:  # whatever a broken file does to a library is the file's fault
        message = f"berkas rusak atau bukan {kind[1:]}"
        raise UnreadableNaskah(name, message) from None


def kind_of(name: str) -> str:
    """The ending of a name, one of those that can be read.

    Raises:
        UnreadableNaskah: it is none of those.
    """
    path = PurePath(name)
    if path.name.startswith("~$"):
        sebab = (
            "penanda bahwa Word sedang membuka berkas lain; pilih berkas itu sendiri"
        )
        raise UnreadableNaskah(name, sebab)
    kind = path.suffix.lower()
    if kind not in KINDS:
        known = ", ".join(_TEXTS[:-1])
        sebab = f"hanya {known}, dan {_TEXTS[-1]} yang dapat dibaca"
        raise UnreadableNaskah(name, sebab)
    return kind


def _read(
    kind: str, content: bytes, is_known_word: Callable[[str], bool] | None
) -> ForeignText:
    if not content:
        raise Refused("berkas kosong; minta berkasnya sekali lagi")
    if content.startswith(_COMPOUND):
        _check_lock(content)
        # An old file keeps its kind whatever its name says.
        kind = ".doc" if _OLD_WORD in content else kind
    if kind == ".pdf":
        return read_pdf(content, is_known_word)
    if kind == ".txt":
        return read_plain(content)
    if kind in _PICTURES:
        return ForeignText((), (Unread("gambar", IS_SCAN, is_page=True),), 1)
    if kind in _THROUGH_OFFICE:
        return read_word(to_word(content, kind))
    return read_word(content)


def _check_lock(content: bytes) -> None:
    if _LOCKED in content:
        raise Refused(
            "terkunci dengan kata sandi; buka dengan Word, hapus kata sandinya "
            "(File, Info, Protect Document), simpan, lalu coba lagi"
        )
