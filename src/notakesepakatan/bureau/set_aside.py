"""A draft that nobody works on any more in, put aside with a reason out; and brought back.

It stays where it is, with all its files. Its own file says that it was put aside, by
whom and why, so that every register knows, and the trail says so too.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from notakesepakatan.errors import NotaError
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.yaml.rewrite import rewrite
from notakesepakatan.workspace.contents import read_limited

_KEY = "disisihkan"


class NotSetAside(NotaError):
    """A text that cannot be put aside or brought back, and why; nothing was written."""

    def __init__(self, slug: str, reason: str) -> None:
        super().__init__(f"{slug}: {reason}")


def set_aside(opened: Opened, slug: str, reason: str, today: date) -> Path:
    """Put a draft aside.

    Args:
        opened: the workspace.
        slug: the agreement, a draft.
        reason: why.
        today: the office's day.

    Returns:
        Its file.

    Raises:
        NotSetAside: no reason, it is signed, or it was put aside already.
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, Busy, CannotWrite.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise NotSetAside(
            slug, "menyisihkan konsep memerlukan alasan; di perintah: --alasan"
        )
    action = "menyisihkan konsep"
    with opened.workspace.act(action, slug, opened.who, reason) as act:
        origin = opened.anew().riwayat(slug).origin
        if not origin.kesepakatan.konsep:
            raise NotSetAside(
                slug,
                "yang sudah ditandatangani tidak disisihkan; catat pengakhirannya, atau "
                "cabut penandatanganannya bila keliru",
            )
        if origin.kesepakatan.disisihkan:
            raise NotSetAside(slug, "konsep ini sudah disisihkan")
        said = {"tanggal": today.isoformat(), "oleh": opened.who, "alasan": reason}
        file = opened.workspace.file(slug)
        content = read_limited(file)
        new = _rewritten(content, {**origin.source.data, _KEY: said})
        act.write_unchanged(file, content, new)
    return file


def take_up_again(opened: Opened, slug: str) -> Path:
    """Bring a draft back that was put aside.

    Raises:
        NotSetAside: it was not.
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, Busy, CannotWrite.
    """
    with opened.workspace.act(
        "mengembalikan konsep yang disisihkan", slug, opened.who
    ) as act:
        origin = opened.anew().riwayat(slug).origin
        if not origin.kesepakatan.disisihkan:
            raise NotSetAside(slug, "konsep ini tidak disisihkan")
        data = {key: each for key, each in origin.source.data.items() if key != _KEY}
        file = opened.workspace.file(slug)
        content = read_limited(file)
        act.write_unchanged(file, content, _rewritten(content, data))
    return file


def _rewritten(content: bytes, data: Mapping[str, Any]) -> bytes:
    """The file with these data, only the lines that differ written anew."""
    return rewrite(content.decode("utf-8-sig"), data).encode()
