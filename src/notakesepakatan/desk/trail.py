"""The audit trail of the desk, `.meja/jejak.jsonl`: a line for each change, added and never rewritten."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime

from notakesepakatan.errors import TidakDapatDitulis
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.private import FOLDER_MEJA, desk_folder, locked

BERKAS_JEJAK = "jejak.jsonl"


@dataclass(frozen=True)
class Jejak:
    """One change.

    Attributes:
        waktu: when, with the machine's offset: "2026-11-24T09:30:12+07:00".
        siapa: name of the account, or "lokal".
        tindakan: what was done, in Indonesian: "menyimpan konsep".
        slug: the agreement; empty where it is none.
        berkas: the file below the workspace; empty where it is none.
        sebelum: hash of the file before; empty where it was not there.
        sesudah: hash of the file after; empty where it is gone.
    """

    waktu: str
    siapa: str
    tindakan: str
    slug: str = ""
    berkas: str = ""
    sebelum: str = ""
    sesudah: str = ""


def add_jejak(ruang: RuangKerja, satu: Jejak) -> None:
    """Add a line and see it on the disk.

    Raises:
        TidakDapatDitulis: no right or no room.
    """
    berkas = desk_folder(ruang) / BERKAS_JEJAK
    baris = json.dumps(asdict(satu), ensure_ascii=False).encode() + b"\n"
    try:
        with locked(ruang):
            pegangan = os.open(berkas, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
            try:
                os.write(pegangan, _line_end(pegangan) + baris)
                os.fsync(pegangan)
            finally:
                os.close(pegangan)
    except OSError as sebab:
        raise TidakDapatDitulis(berkas, sebab) from None


def _line_end(pegangan: int) -> bytes:
    """The line end that a crash in the middle of a line left out."""
    besar = os.fstat(pegangan).st_size
    return b"\n" if besar and os.pread(pegangan, 1, besar - 1) != b"\n" else b""


def read_jejak(ruang: RuangKerja, *, slug: str = "", siapa: str = "") -> list[Jejak]:
    """Changes, the youngest first; only of one agreement or one person where named. A torn line is left out."""
    berkas = ruang.akar / FOLDER_MEJA / BERKAS_JEJAK
    if not berkas.is_file():
        return []
    semua = list(_lines(berkas.read_text(encoding="utf-8", errors="replace")))
    return [satu for satu in reversed(semua) if (not slug or satu.slug == slug) and (not siapa or satu.siapa == siapa)]


def _lines(teks: str) -> Iterator[Jejak]:
    for baris in teks.split("\n"):
        try:
            yield Jejak(**json.loads(baris))
        except (ValueError, TypeError):
            continue


def now() -> str:
    """The machine's time to the second, with its offset."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
