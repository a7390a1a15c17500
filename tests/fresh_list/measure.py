"""What the check finds of the fresh list, in data and in plain text.

PYTHONPATH=src:tests python -m fresh_list.measure
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image

from fresh_list.edits import Edit, edited, load, source
from notakesepakatan.bureau.check import check_document, check_kesepakatan
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.txt import write_txt

Form = Literal["data", "text"]
PARENTS = {"pks-perpustakaan-2026": ("kb-perpustakaan-2025",)}
"""Agreements that another rests on."""
LOGO = "templates/logo/lambang.png"


@dataclass(frozen=True)
class Row:
    """One finding, as far as it is compared.

    Attributes:
        line: where it stands in the file.
        level: how grave it is.
        code: its rule.
        key: its place in the data.
        message: what it says.
    """

    line: int
    level: str
    code: str
    key: str
    message: str

    @property
    def identity(self) -> tuple[str, str, str]:
        """What stays the same when lines above it come or go."""
        return self.code, self.key, self.message


@dataclass(frozen=True)
class Outcome:
    """What an edit brought.

    Attributes:
        edit: the entry.
        new: findings that were not there without it.
        expected: the lines at which one is right.
    """

    edit: Edit
    new: tuple[Row, ...]
    expected: frozenset[int]

    @property
    def is_found(self) -> bool:
        """Whether a finding stands at the right line."""
        return any(row.line in self.expected for row in self.new)

    @property
    def severe(self) -> list[Row]:
        """New findings of level galat."""
        return [row for row in self.new if row.level == "galat"]


def measure(edits: Iterable[Edit], form: Form) -> list[Outcome]:
    """What came of those edits that this form of the agreements carries."""
    outcomes = (_outcome(edit, form) for edit in edits)
    return [outcome for outcome in outcomes if outcome]


def _outcome(edit: Edit, form: Form) -> Outcome | None:
    swap = edit.data if form == "data" else edit.text
    sound = source(edit.agreement) if form == "data" else rendered(edit.agreement)
    one = edited(sound, swap) if swap else None
    if one is None:
        return None
    before = Counter(row.identity for row in _before(edit.agreement, form))
    new = list[Row]()
    for row in _check(edit.agreement, one.text, form):
        if before[row.identity]:
            before[row.identity] -= 1
        else:
            new.append(row)
    return Outcome(edit, tuple(new), one.lines_of(edit.where))


@cache
def _before(agreement: str, form: Form) -> tuple[Row, ...]:
    """Findings on the agreement as it is."""
    sound = source(agreement) if form == "data" else rendered(agreement)
    return tuple(_check(agreement, sound, form))


def _check(agreement: str, text: str, form: Form) -> list[Row]:
    return list(_of_data(agreement, text) if form == "data" else _of_text(text))


def _of_data(agreement: str, text: str) -> Iterator[Row]:
    """Findings on an agreement of these words; those that keep it from loading too."""
    with TemporaryDirectory() as folder:
        workspace = _workspace(Path(folder), agreement, text)
        try:
            found = check_kesepakatan(Opened(workspace), agreement)
        except FaultyNaskah as refused:
            for temuan in refused.temuan:
                place = temuan.tempat.baris, "galat", temuan.kode, temuan.kunci
                yield Row(*place, temuan.message)
            return
    for one in found:
        yield Row(one.tempat.baris, one.tingkat, one.kode, one.kunci, one.message)


def _of_text(text: str) -> Iterator[Row]:
    for one in check_document("naskah.txt", text.encode()).found:
        yield Row(one.tempat.baris, one.tingkat, one.kode, "", one.message)


def _workspace(root: Path, agreement: str, text: str) -> Workspace:
    """A workspace with the agreement, of these words, and those it rests on."""
    texts = {parent: source(parent) for parent in PARENTS.get(agreement, ())}
    for slug, content in {**texts, agreement: text}.items():
        file = root / "agreements" / slug / "kesepakatan.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(content, encoding="utf-8")
    return Workspace(root)


@cache
def rendered(agreement: str) -> str:
    """The agreement as plain text."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        office = Office(_workspace(root, agreement, source(agreement)))
        logo = root / LOGO
        logo.parent.mkdir(parents=True)
        Image.new("RGB", (80, 100), "gold").save(logo)
        naskah = compose_kesepakatan(office.composer, office.riwayat(agreement).origin)
        return write_txt(naskah).decode()


def share(outcomes: Iterable[Outcome]) -> float:
    """The part that is found, of 1."""
    found = [outcome.is_found for outcome in outcomes]
    return sum(found) / len(found)


def report(
    slips: dict[Form, list[Outcome]], harmless: dict[Form, list[Outcome]]
) -> str:
    """The table by kind, what is missed, and what is marked for nothing."""
    kinds = {outcome.edit.kind: None for outcome in slips["data"] + slips["text"]}
    lines = [f"{'kind':26}{'data':>10}{'text':>10}"]
    for kind in kinds:
        lines.append(f"{kind:26}{_of_kind(slips, kind)}")
    lines.append(f"{'all':26}{_of_kind(slips, None)}")
    lines += [f"{form}: {share(of):.1%} found" for form, of in slips.items()]
    for form, of in slips.items():
        missed = [outcome for outcome in of if not outcome.is_found]
        lines += ["", f"missed in {form}: {len(missed)}", *map(_missed, missed)]
    for form, of in harmless.items():
        marked = [outcome for outcome in of if outcome.severe]
        lines += ["", f"harmless, {form}: {len(marked)} of {len(of)} with a new galat"]
        for outcome in marked:
            lines.append(outcome.edit.id)
            lines += [
                f"  {row.line} {row.code} {row.message}" for row in outcome.severe
            ]
    return "\n".join(lines)


def _missed(outcome: Outcome) -> str:
    """Its name, what it did, and where something else was marked instead."""
    swap = outcome.edit.data or outcome.edit.text
    marked = [f"{row.line} {row.code}" for row in outcome.new]
    beside = f" (marked at {', '.join(marked)})" if marked else ""
    return f"{outcome.edit.id}: {swap.replace!r}{beside}"


def _of_kind(slips: dict[Form, list[Outcome]], kind: str | None) -> str:
    cells = list[str]()
    for of in slips.values():
        found = [one.is_found for one in of if kind in (None, one.edit.kind)]
        cells.append(f"{sum(found)}/{len(found)}")
    return "".join(f"{cell:>10}" for cell in cells)


def main() -> None:
    forms: tuple[Form, ...] = ("data", "text")
    slips = {form: measure(load("slips"), form) for form in forms}
    harmless = {form: measure(load("harmless"), form) for form in forms}
    print(report(slips, harmless))


if __name__ == "__main__":
    main()
