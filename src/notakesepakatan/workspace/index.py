"""The index of a workspace: tables of text by key, kept beside the output, to be thrown away at any time.

What a row holds is the matter of who wrote it: `shape` tells rows of other fields from one's own.
"""

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing, suppress
from hashlib import sha256

from notakesepakatan import __version__
from notakesepakatan.workspace.folders import Workspace

INDEX_FILE = ".indeks.sqlite3"


def shape(*field: str) -> str:
    """A short name for rows of these fields, to be kept in each of them."""
    return sha256("\0".join(field).encode()).hexdigest()[:8]


def read_index(workspace: Workspace, table: str) -> dict[str, str]:
    """Rows of a table by key; empty where the index is not there, of another version, or broken."""
    file = workspace.output / INDEX_FILE
    try:
        if not file.is_file():
            return {}
        with closing(sqlite3.connect(file, timeout=5)) as db:
            if db.execute("SELECT isi FROM versi").fetchone() != (__version__,):
                return {}
            return dict(
                db.execute("SELECT kunci, isi FROM baris WHERE tabel = ?", (table,))
            )
    except (sqlite3.Error, OSError):
        return {}


def write_index(
    workspace: Workspace,
    table: str,
    new: Iterable[tuple[str, str]],
    gone: Collection[str] = (),
) -> None:
    """Keep rows, and forget those of `gone`; an index that cannot be written is no reason to fail."""
    file = workspace.output / INDEX_FILE
    try:
        workspace.output.mkdir(exist_ok=True)
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
        pass  # another program holds it, or the disk is full: what is not kept is read anew
    except sqlite3.DatabaseError:
        with suppress(OSError):
            file.unlink(missing_ok=True)
    except OSError:
        pass


def _prepare(db: sqlite3.Connection) -> None:
    try:
        same = db.execute("SELECT isi FROM versi").fetchone() == (__version__,)
    except sqlite3.OperationalError:
        same = False
    if not same:
        for table in ("versi", "baris", "kesepakatan"):
            db.execute(f"DROP TABLE IF EXISTS {table}")
        db.execute("CREATE TABLE versi (isi TEXT)")
        db.execute("INSERT INTO versi VALUES (?)", (__version__,))
        db.execute(
            "CREATE TABLE baris (tabel TEXT, kunci TEXT, isi TEXT, PRIMARY KEY (tabel, kunci)) WITHOUT ROWID"
        )
