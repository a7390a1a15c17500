"""Annexes in the editor: each kind is added, filled in and taken away."""

import pytest

from compute.text.test_lampiran import SEVERAL
from conftest import MINIMAL
from notakesepakatan.compute.editing.clipboard import Pasted
from notakesepakatan.compute.editing.commands import (
    AddItem,
    AddLampiran,
    DeleteItem,
    InsertRujukan,
    PasteRows,
)
from notakesepakatan.load.yaml.datum import parse_yaml
from notakesepakatan.place import Place
from notakesepakatan.web.editor.fields import form_of, rujukan_list
from notakesepakatan.web.editor.places import caption, item_numbers
from web.conftest import Uji

DATA = parse_yaml(MINIMAL.encode(), "u").data
MANY = parse_yaml((MINIMAL + SEVERAL).encode(), "u").data


def _section(data: dict) -> object:  # type: ignore[type-arg]
    numbers = item_numbers(data)
    return next(each for each in form_of(data, numbers) if each.name == "lampiran")


@pytest.mark.slow
def test_a_second_annex_makes_a_list_and_only_one_plan_is_offered() -> None:
    one = AddLampiran().apply(DATA)
    assert one.focus == ("lampiran", "program", 0, "nama")
    two = AddLampiran("tabel").apply(one.data)
    assert two.focus == ("lampiran", 1, "judul")
    assert [*two.data["lampiran"][1]] == ["judul", "tabel"]
    offered = [name for name, _ in _section(two.data).can_add]  # type: ignore[attr-defined]
    assert offered == ["lampiran teks", "lampiran daftar", "lampiran tabel"]
    every = [name for name, _ in _section(DATA).can_add]  # type: ignore[attr-defined]
    assert every == ["lampiran", *offered]


@pytest.mark.slow
def test_each_kind_shows_its_own_fields() -> None:
    section = _section(MANY)
    text, table, plan = section.children  # type: ignore[attr-defined]
    names = {child.name.split(".")[-1] for child in (*text.children, *text.folded)}
    assert {"bagian", "isi", "judul", "ditandatangani"} <= names
    assert not {"program", "tanda", "kolom"} & names
    assert [
        child.form for child in plan.children if child.name.endswith("program")
    ] == ["kisi"]
    assert text.label == "Lampiran I"
    assert table.label == "Lampiran II"


def test_places_are_named_with_their_annex() -> None:
    numbers = item_numbers(MANY)
    place = Place(("lampiran", 0, "bagian", 1, "ayat", 1, "isi"))
    assert caption(place, numbers) == "Lampiran I bagian B ayat (2)"


def test_parts_and_rows_are_added_where_they_belong() -> None:
    more = AddItem(("lampiran", 0, "bagian")).apply(MANY).data
    assert len(more["lampiran"][0]["bagian"]) == 3
    series = ("lampiran", 2, "program")
    pasted = PasteRows(series, Pasted("Program baru\tTahap baru")).apply(MANY).data
    assert pasted["lampiran"][2]["program"][1]["nama"] == "Program baru"
    fewer = DeleteItem(("lampiran", 1)).apply(MANY).data
    assert [each["judul"] for each in fewer["lampiran"]] == [
        "TATA CARA",
        "RENCANA KERJA",
    ]


def test_an_annex_is_referred_to_by_its_key() -> None:
    offered = dict(rujukan_list(MANY, item_numbers(MANY)))
    assert offered["lampiran.1"] == "Lampiran II – BIAYA"
    isi = ("pasal", 0, "isi")
    done = InsertRujukan(isi, 4, ("lampiran", 2)).apply(MANY).data
    assert done["lampiran"][2]["kunci"] == "lampiran_rencana_kerja"
    assert done["pasal"][0]["isi"] == "Isi. [[dalam Lampiran lampiran_rencana_kerja]]"


@pytest.mark.slow
def test_an_annex_is_added_on_the_page(meja: Uji) -> None:
    file = meja.root / "agreements/anak/kesepakatan.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(MINIMAL + SEVERAL, encoding="utf-8")
    page = meja.client.get("/kesepakatan/anak/sunting").text
    assert 'value="tambah lampiran tabel"' in page
    assert 'id="ruas-lampiran.2.program"' in page
    stamp = page.partition('name="tanda" value="')[2].partition('"')[0]
    sent = {"tanda": stamp, "tindakan": "tambah lampiran daftar"}
    assert meja.send("/kesepakatan/anak/sunting", sent).status_code == 303
    page = meja.client.get("/kesepakatan/anak/sunting").text
    assert 'name="lampiran.3.judul"' in page
