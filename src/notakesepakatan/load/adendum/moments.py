"""The days on which what adenda waited for happened, as events of the agreement say.

An adendum that is in force from the day of an event keeps its paper and its seal: the day
is an event of its own (`adendum_berlaku`), read before the adenda are.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.model.adendum import nomor_of_file
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import read_limited

KIND = "adendum_berlaku"


def moments_of(
    workspace: Workspace, slug: str, without: Path | None = None
) -> Mapping[int, date]:
    """First days of force by the places of the adenda; of the same one the last recorded.

    What is wrong with such an event is told where events are read.

    Args:
        workspace: the workspace.
        slug: the agreement.
        without: an event that is looked away from.
    """
    files = (file for file in workspace.peristiwa_files(slug) if file != without)
    return {
        nomor_of_file(each.adendum): each.tanggal
        for each in _recorded(files)
        if each.adendum and not each.dicabut
    }


def _recorded(files: Iterable[Path]) -> Iterator[Peristiwa]:
    for file in files:
        content = read_limited(file)
        if KIND.encode() not in content:
            continue
        try:
            peristiwa, _ = parse(Peristiwa, content, str(file))
        except FaultyNaskah:
            continue
        if peristiwa.jenis == KIND:
            yield peristiwa
