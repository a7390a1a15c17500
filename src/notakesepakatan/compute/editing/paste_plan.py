"""A whole table pasted as the Rencana Kerja, once it is known what its columns hold."""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from notakesepakatan.compute.editing.clipboard import Rows
from notakesepakatan.compute.editing.commands import Command, Edited
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.compute.editing.grid import (
    append_block,
    plan_shape,
    program_path,
)
from notakesepakatan.compute.editing.plan_columns import body_of, grid_block
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.words.lists import nth_huruf

_LABEL = re.compile(r"(\d{1,2}|[a-z])[.)]\s+(?=\S)")


@dataclass(frozen=True)
class PastePlan(Command):
    """Rows put in below the Rencana Kerja, or in its place.

    Attributes:
        rows: the cells.
        head: how many of the first rows are heads.
        roles: what each column holds, as `plan_columns` calls it.
        replaces: whether what is there goes.
    """

    rows: Rows
    head: int
    roles: Sequence[str]
    replaces: bool
    deed: ClassVar[str] = "menempel tabel pada"

    def apply(self, data: Data) -> Edited:
        """The data with it.

        Raises:
            LookupError: there is no annex to put it into.
        """
        start = _with_plan(data)
        series = program_path(start)
        if self.replaces:
            get_at(start, series).clear()
        many = len(get_at(start, series))
        block = grid_block(body_of(self.rows, self.head), self.roles, plan_shape(start))
        made = append_block(start, block)
        for program in get_at(made, series)[many:]:
            program["tahapan"] = _nested(program["tahapan"])
        return Edited(made, series)


def _with_plan(data: Data) -> Data:
    """A copy of the data that has a list of programmes, made where there is none."""
    result = deepcopy(data)
    series = program_path(result)
    if get_at(result, series) is None:
        above = result.setdefault("lampiran", {}) if len(series) == 2 else None
        if not isinstance(above, dict):
            raise LookupError(series)
        above["program"] = []
    return result


class _Labelled(NamedTuple):
    """A stage, the label that its words began with, and its words without it."""

    tahapan: dict[str, Any]
    label: str
    words: str


def _nested(tahapan_list: Sequence[Any]) -> list[Any]:
    """Stages below each other as their labels say: 1., a., b., 2.; else as they are.

    The program prints labels itself. Where they do not run in order they are words.
    """
    labelled = [_labelled(tahapan) for tahapan in tahapan_list]
    made = list[dict[str, Any]]()
    numbers = letters = 0
    has_numbers = any(each and each.label.isdigit() for each in labelled)
    for each in labelled:
        if each is None:
            return list(tahapan_list)
        tahapan = {**each.tahapan, "isi": each.words}
        if each.label.isdigit():
            numbers, letters = numbers + 1, 0
            if int(each.label) != numbers:
                return list(tahapan_list)
            made.append(tahapan)
            continue
        letters += 1
        if each.label != nth_huruf(letters) or (has_numbers and not made):
            return list(tahapan_list)
        siblings = made[-1].setdefault("tahapan", []) if has_numbers else made
        siblings.append(tahapan)
    return made


def _labelled(tahapan: Any) -> _Labelled | None:
    if not isinstance(tahapan, dict) or "tahapan" in tahapan:
        return None
    words = str(tahapan.get("isi", ""))
    found = _LABEL.match(words)
    return _Labelled(tahapan, found[1], words[found.end() :]) if found else None
