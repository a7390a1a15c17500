"""A table pasted whole: its columns are shown and asked about first, then it is in the draft."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from notakesepakatan.bureau.konsep import konsep_side_draft
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.papers import make_paper
from notakesepakatan.desk.accounts import LOCAL
from notakesepakatan.workspace import Workspace
from web.conftest import Uji

SLUG = "uji"
PAGE = f"/kesepakatan/{SLUG}/tempel"
SOURCE = "bp2mi-pekalongan-2022"


def begin(meja: Uji) -> list[Any]:
    """A draft like the example, without its day; the programmes that it has."""
    text = (meja.root / f"agreements/{SOURCE}/kesepakatan.yaml").read_text()
    folder = meja.root / f"agreements/{SLUG}"
    folder.mkdir()
    undated = re.sub(r"^  tanggal: 20.*\n", "", text, flags=re.MULTILINE)
    (folder / "kesepakatan.yaml").write_text(undated)
    return programs(meja)


def programs(meja: Uji) -> list[Any]:
    side = konsep_side_draft(Workspace(meja.root), SLUG, LOCAL.nama)
    found: list[Any] = side.open().data["lampiran"]["program"]
    return found


def printed_plan(meja: Uji) -> str:
    """The annex as it is printed: heads in two rows, No, a column for each year."""
    text = make_paper(
        Office(Workspace(meja.root)), SOURCE, "nota-kesepakatan", "txt"
    ).decode()
    lines = text[text.index("No\tProgram/Kegiatan") :].split("\n")
    return "\n".join(line for line in lines if "\t" in line)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return unescape(found[1])


def chosen(page: str) -> dict[str, str]:
    """What the page proposes for each column, and how many rows are heads."""
    selects = re.findall(r'<select [^>]*name="(kolom-\d+)">(.*?)</select>', page)
    fields = {"kepala": hidden_number(page)}
    for name, options in selects:
        picked = re.search(r'value="([^"]*)" selected', options)
        fields[name] = picked[1] if picked else ""
    return fields


def hidden_number(page: str) -> str:
    found = re.search(r'name="kepala"[^>]* value="(\d+)"', page)
    assert found
    return found[1]


@pytest.mark.slow
def test_a_printed_plan_comes_back_as_it_was(meja: Uji) -> None:
    before = begin(meja)
    page = meja.send(PAGE, {"teks": printed_plan(meja)}).text
    assert "Setiap kolom dikenali" in page
    fields = {
        **chosen(page),
        "tabel": hidden(page, "tabel"),
        "tanda": hidden(page, "tanda"),
        "cara": "ganti",
    }
    sent = meja.send(f"{PAGE}/kolom", fields)
    assert sent.status_code == 303
    after = programs(meja)
    assert len(after) == len(before)
    assert [each["nama"] for each in after] == [each["nama"] for each in before]
    depths = [
        [len(stage.get("tahapan", ())) for stage in each["tahapan"]] for each in after
    ]
    assert depths == [
        [len(stage.get("tahapan", ())) for stage in each["tahapan"]] for each in before
    ]


LONE = "No\tProgram\tTahapan\tTugas PIHAK KESATU\tTugas PIHAK KEDUA\n1\tAir\tGali\tKeduanya menggali\t\n2\tAir\tUji\tMenguji\tMencatat"


@pytest.mark.slow
@pytest.mark.parametrize(("whose", "key"), [("satu", "kesatu"), ("bersama", "bersama")])
def test_a_duty_alone_in_the_first_column_is_asked_about(
    meja: Uji, whose: str, key: str
) -> None:
    begin(meja)
    page = meja.send(PAGE, {"teks": LONE}).text
    assert "Pada 1 baris, tugas hanya berada di kolom PIHAK KESATU" in page
    fields = {
        **chosen(page),
        "tabel": hidden(page, "tabel"),
        "tanda": hidden(page, "tanda"),
        "tugas_tunggal_ditanya": "ya",
    }
    refused = meja.send(f"{PAGE}/kolom", fields)
    assert refused.status_code == 422
    assert "Pilih milik siapa" in refused.text
    sent = meja.send(f"{PAGE}/kolom", {**fields, "tugas_tunggal": whose})
    assert sent.status_code == 303
    first, second = programs(meja)[-1]["tahapan"]
    assert first["tugas"] == {key: "Keduanya menggali"}
    assert second["tugas"] == {"kesatu": "Menguji", "kedua": "Mencatat"}


@pytest.mark.slow
def test_what_is_not_clear_is_asked(meja: Uji) -> None:
    before = begin(meja)
    page = meja.send(PAGE, {"teks": "Satu\tdua\ttiga"}).text
    assert "Tidak semua kolom dikenali" in page
    fields = {"tabel": hidden(page, "tabel"), "tanda": hidden(page, "tanda")}
    refused = meja.send(f"{PAGE}/kolom", {**fields, "kepala": "0", "kolom-0": "nama"})
    assert refused.status_code == 422
    assert "Pilih isi kolom 2" in refused.text
    assert "Belum ada kolom Tahapan" in refused.text
    twice = {"kolom-0": "nama", "kolom-1": "isi", "kolom-2": "isi"}
    doubled = meja.send(f"{PAGE}/kolom", {**fields, **twice})
    assert "dipilih untuk dua kolom" in doubled.text
    assert programs(meja) == before
    good = {"kolom-0": "nama", "kolom-1": "isi", "kolom-2": "lewati"}
    assert meja.send(f"{PAGE}/kolom", {**fields, **good}).status_code == 303
    assert len(programs(meja)) == len(before) + 1


@pytest.mark.slow
def test_an_older_window_is_told(meja: Uji) -> None:
    before = begin(meja)
    good = {"kolom-0": "nama", "kolom-1": "isi", "tabel": '[["a", "b"]]'}
    sent = meja.send(f"{PAGE}/kolom", {**good, "tanda": "lama"})
    assert sent.status_code == 409
    assert programs(meja) == before


@pytest.mark.slow
def test_nothing_and_no_table(meja: Uji) -> None:
    begin(meja)
    assert meja.client.get(PAGE).status_code == 200
    assert meja.send(PAGE, {"teks": " "}).status_code == 422
    for table in ("", "{}", "[]", "[[]]", "[1]"):
        assert meja.send(f"{PAGE}/kolom", {"tabel": table}).status_code == 400


@pytest.mark.slow
def test_a_signed_text_has_no_such_page(meja: Uji) -> None:
    assert meja.client.get(f"/kesepakatan/{SOURCE}/tempel").status_code == 422


@pytest.mark.slow
def test_who_only_reads_may_not(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(ani="pembaca")
    meja.masuk("ani")
    assert meja.client.get(PAGE).status_code == 403


@pytest.mark.slow
def test_the_grid_says_where_columns_are_asked(meja: Uji) -> None:
    before = begin(meja)
    editor = meja.client.get(f"/kesepakatan/{SLUG}/sunting").text
    assert f'href="{PAGE}"' in editor
    side = konsep_side_draft(Workspace(meja.root), SLUG, LOCAL.nama)
    sent = meja.send(
        f"/kesepakatan/{SLUG}/sunting",
        {
            "tanda": side.open().stamp,
            "tindakan": "tempel lampiran.program",
            "tempelan": "1\tSatu\tdua\ttiga\n2\tEmpat\tlima\tenam",
        },
    )
    assert sent.status_code == 422
    assert "tidak jelas apa isi setiap kolom" in sent.text
    assert programs(meja) == before
