"""One state of the data typed, as the page of an editor shows it: fields, findings, versions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from notakesepakatan.bureau.field_temuan import FieldTemuan
from notakesepakatan.compute.editing.edits import Data, read_text
from notakesepakatan.compute.editing.grid import plan_shape, program_path
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.place import Place
from notakesepakatan.web.editor.fields import Choice, form_of, rujukan_list
from notakesepakatan.web.editor.places import Nomor, caption, item_numbers
from notakesepakatan.web.editor.table import (
    grid_heads,
    table_rows,
    terjemahan_heads,
    terjemahan_rows,
)
from notakesepakatan.web.editor.temuan import temuan_words


@dataclass(frozen=True)
class ShownTemuan:
    """A finding as it is said beside its field."""

    tingkat: str
    message: str
    kode: str
    piece: str
    replace: str | None

    def json(self) -> dict[str, str]:
        """The same under the names that the page's script knows."""
        return {
            "tingkat": self.tingkat,
            "pesan": self.message,
            "kode": self.kode,
            "potongan": self.piece,
            "ganti": self.replace or "",
            "ada": "" if self.replace is None else "ya",
        }


@dataclass(frozen=True)
class Shown:
    """What the templates of an editor need.

    Attributes:
        data: the data as typed.
        temuan: what is wrong with them.
        loaded: the agreement as far as it reads.
        former: the text that the data amend, whose numbers never shift; None for a draft.
        instrumen: the instruments that may be chosen, each with its name in words.
    """

    data: Data
    temuan: Sequence[FieldTemuan]
    loaded: Loaded | None
    former: Data | None = None
    instrumen: Sequence[Choice] = ()

    @cached_property
    def _numbers(self) -> Nomor:
        return item_numbers(self.data, self.former)

    @cached_property
    def by_field(self) -> Mapping[str, Sequence[ShownTemuan]]:
        """The findings by the name of their field."""
        result: dict[str, list[ShownTemuan]] = {}
        for t in self.temuan:
            words = self._say(t)
            shown = ShownTemuan(t.tingkat, words, t.kode, t.piece, t.replace)
            of_field = result.setdefault(t.field, [])
            of_field.append(shown)
        return result

    def by_field_json(self) -> dict[str, list[dict[str, str]]]:
        """The same as the page's script takes them."""
        return {
            name: [shown.json() for shown in items]
            for name, items in self.by_field.items()
        }

    def form_names(self) -> dict[str, Any]:
        """What the template of the form needs."""
        reading = self.loaded.reading if self.loaded else None
        return {
            "sections": form_of(self.data, self._numbers, self.instrumen),
            "heads": grid_heads(self.data, self._numbers),
            "rows": table_rows(self.data, self._numbers),
            "terjemahan_heads": terjemahan_heads(self.data, self._numbers),
            "terjemahan_rows": terjemahan_rows(self.data, self._numbers),
            "rujukan_list": rujukan_list(self.data, self._numbers, reading),
            "by_field": self.by_field,
        }

    def plan_names(self) -> dict[str, Any]:
        """What the template of the Rencana Kerja as a sheet needs."""
        return {
            "heads": grid_heads(self.data, self._numbers),
            "rows": table_rows(self.data, self._numbers),
            "series": Place(program_path(self.data)).field,
            "years": plan_shape(self.data).years,
        }

    def rujukan_json(self) -> list[tuple[str, str]]:
        """Every part that may be referred to, as the page's script takes them."""
        reading = self.loaded.reading if self.loaded else None
        return rujukan_list(self.data, self._numbers, reading)

    def temuan_names(self) -> dict[str, Any]:
        """What the template of the findings needs."""
        return {"temuan": self.temuan, "place_of": self._place_of, "say": self._say}

    def _place_of(self, name: str) -> str:
        return caption(Place.of_field(name), self._numbers)

    def _say(self, temuan: FieldTemuan) -> str:
        return temuan_words(temuan, self._numbers)


@dataclass(frozen=True)
class TwoVersions:
    """A place where two versions differ, in words; its field, both texts, and who changed
    it since: empty where nobody knows.
    """

    place: str
    field: str
    now: str
    typed: str
    changed_by: str = ""

    def json(self) -> dict[str, str]:
        """The same under the names that the page's script knows."""
        return {
            "tempat": self.place,
            "ruas": self.field,
            "kini": self.now,
            "ketikan": self.typed,
        }


def both_versions(data: Data, texts: Mapping[str, str]) -> list[TwoVersions]:
    """Where what was typed is not what the data say now."""
    numbers = item_numbers(data)
    result = []
    for name, text in texts.items():
        now = read_text(data, Place.of_field(name).path)
        if now != text:
            place = caption(Place.of_field(name), numbers)
            result.append(TwoVersions(place, name, now, text))
    return result


def body_of(page: bytes) -> str | None:
    """What stands in the body of a page; None where there is no page, and the last one stays."""
    if not page:
        return None
    html = page.decode()
    start = html.index("<body>") + len("<body>")
    return html[start : html.rindex("</body>")]
