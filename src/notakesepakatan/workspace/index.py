"""Tables of text by key, kept in a file that can be thrown away at any time.

What a row holds is the matter of who wrote it: `shape` tells rows of other fields from
one's own.
"""

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path

from notakesepakatan import __version__
from notakesepakatan.workspace.save import make_folder

INDEX_FILE = ".indeks.sqlite3"


def shape(*fields: str) -> str:
    """A short name for rows of these fields, to be kept in each of them."""
    return sha256("\0".join(fields).encode()).hexdigest()[:8]


def read_rows(folder: Path, table: str) -> dict[str, str]:
    """Rows of a table by key; none where the index is missing, foreign, or broken."""
    file = folder / INDEX_FILE
    try:
        if not file.is_file():
            return {}
        with closing(sqlite3.connect(file, timeout=5)) as db:
            if not _is_current(db):
                return {}
            rows = db.execute("SELECT kunci, isi FROM baris WHERE tabel = ?", (table,))
            return dict(rows)
    except (sqlite3.Error, OSError):
        return {}


def write_rows(
    folder: Path, table: str, new: Iterable[tuple[str, str]], gone: Collection[str] = ()
) -> None:
    """Keep rows, and forget those of `gone`.

    An index that cannot be written is no reason to fail.
    """
    file = folder / INDEX_FILE
    try:
        make_folder(folder)
        with closing(sqlite3.connect(file, timeout=5)) as db, db:
            _prepare(db)
            db.executemany(
                "DELETE FROM baris WHERE tabel = ? AND kunci = ?",
                [(table, key) for key in gone],
            )
            db.executemany(
                "INSERT OR REPLACE INTO baris VALUES (?, ?, ?)",
                [(table, key, content) for key, content in new],
            )
    except sqlite3.OperationalError:
        # Another program holds it, or the disk is full: what is not kept is read anew.
        pass
    except sqlite3.DatabaseError:
        with suppress(OSError):
            file.unlink(missing_ok=True)
    except OSError:
        pass


def _is_current(db: sqlite3.Connection) -> bool:
    version = db.execute("SELECT isi FROM versi").fetchone()
    return bool(version == (__version__,))


def _prepare(db: sqlite3.Connection) -> None:
    try:
        current = _is_current(db)
    except sqlite3.OperationalError:
        current = False
    if not current:
        for table in ("versi", "baris", "kesepakatan"):
            db.execute(f"DROP TABLE IF EXISTS {table}")
        db.execute("CREATE TABLE versi (isi TEXT)")
        db.execute("INSERT INTO versi VALUES (?)", (__version__,))
        db.execute(
            "CREATE TABLE baris (tabel TEXT, kunci TEXT, isi TEXT, "
            "PRIMARY KEY (tabel, kunci)) WITHOUT ROWID"
        )
