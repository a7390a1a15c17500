"""What persons decided while they took in a register, kept for the next file of the office.

It lies in `.meja/impor/keputusan.json`, with the backup, and may be thrown away: then
everything is asked again.
"""

import json
from collections.abc import Mapping
from typing import Any

from notakesepakatan.compute.intake.rows import Decided
from notakesepakatan.workspace import Workspace

FOLDER = "impor"
_FILE = "keputusan.json"
_KEY_ON_DISK = {
    "kolom": "columns",
    "urutan": "orders",
    "sel": "cells",
    "satuan": "unit",
    "jenis": "jenis",
    "kantor": "office",
    "lewati": "skipped",
    "sama": "same",
}


def load_decisions(workspace: Workspace) -> Decided:
    """What was decided so far; nothing where nothing was, or what is kept is torn."""
    file = workspace.desk_file(FOLDER, _FILE)
    try:
        kept = json.loads(file.read_bytes())
        data = {name: kept[key] for key, name in _KEY_ON_DISK.items() if key in kept}
        data["skipped"] = frozenset(data.get("skipped", ()))
        return Decided(**data)
    except (OSError, ValueError, TypeError, AttributeError):
        return Decided()


def keep_decisions(workspace: Workspace, decided: Decided) -> None:
    """Keep what was decided.

    Raises:
        CannotWrite, Busy.
    """
    data: dict[str, Any] = {
        key: getattr(decided, name) for key, name in _KEY_ON_DISK.items()
    }
    data["lewati"] = sorted(decided.skipped)
    text = json.dumps(data, ensure_ascii=False, indent=1)
    with workspace.lock(tindakan="menyimpan keputusan impor"):
        workspace.write_private(text.encode(), FOLDER, _FILE)


def joined(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    """Both; the second holds where both speak."""
    return {**first, **second}
