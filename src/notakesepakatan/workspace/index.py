"""The index of a workspace: tables of text by key, kept beside the output, to be thrown away at any time.

What a row holds is the matter of who wrote it: `shape` tells rows of other fields from one's own.
"""

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing, suppress
from hashlib import sha256

from notakesepakatan import __version__
from notakesepakatan.workspace.folders import RuangKerja

BERKAS_INDEKS = ".indeks.sqlite3"


def shape(*ruas: str) -> str:
    """A short name for rows of these fields, to be kept in each of them."""
    return sha256("\0".join(ruas).encode()).hexdigest()[:8]


def read_index(ruang: RuangKerja, tabel: str) -> dict[str, str]:
    """Rows of a table by key; empty where the index is not there, of another version, or broken."""
    berkas = ruang.output / BERKAS_INDEKS
    try:
        if not berkas.is_file():
            return {}
        with closing(sqlite3.connect(berkas, timeout=5)) as db:
            if db.execute("SELECT isi FROM versi").fetchone() != (__version__,):
                return {}
            return dict(db.execute("SELECT kunci, isi FROM baris WHERE tabel = ?", (tabel,)))
    except (sqlite3.Error, OSError):
        return {}


def write_index(ruang: RuangKerja, tabel: str, baru: Iterable[tuple[str, str]], hilang: Collection[str] = ()) -> None:
    """Keep rows, and forget those of `hilang`; an index that cannot be written is no reason to fail."""
    berkas = ruang.output / BERKAS_INDEKS
    try:
        ruang.output.mkdir(exist_ok=True)
        with closing(sqlite3.connect(berkas, timeout=5)) as db, db:
            _prepare(db)
            db.executemany("DELETE FROM baris WHERE tabel = ? AND kunci = ?", [(tabel, kunci) for kunci in hilang])
            db.executemany("INSERT OR REPLACE INTO baris VALUES (?, ?, ?)", [(tabel, kunci, isi) for kunci, isi in baru])
    except sqlite3.OperationalError:
        pass  # another program holds it, or the disk is full: what is not kept is read anew
    except sqlite3.DatabaseError:
        with suppress(OSError):
            berkas.unlink(missing_ok=True)
    except OSError:
        pass


def _prepare(db: sqlite3.Connection) -> None:
    try:
        sama = db.execute("SELECT isi FROM versi").fetchone() == (__version__,)
    except sqlite3.OperationalError:
        sama = False
    if not sama:
        for tabel in ("versi", "baris", "kesepakatan"):
            db.execute(f"DROP TABLE IF EXISTS {tabel}")
        db.execute("CREATE TABLE versi (isi TEXT)")
        db.execute("INSERT INTO versi VALUES (?)", (__version__,))
        db.execute("CREATE TABLE baris (tabel TEXT, kunci TEXT, isi TEXT, PRIMARY KEY (tabel, kunci)) WITHOUT ROWID")
