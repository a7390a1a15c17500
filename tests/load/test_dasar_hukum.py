"""A legal basis in its own words: read, printed, checked, and refused where it is both."""

import json
import re
from typing import Any

import pytest

from baca import docx_lines
from conftest import MINIMAL, write_all
from notakesepakatan.bureau.check import temuan_list
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.editing.edits import put_text, read_text, set_text
from notakesepakatan.compute.editing.merge import merge
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.yaml.schema import schema_text

_UUD = "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945"


def _load(*items: str) -> Loaded:
    lines = "".join(f"- {item}\n" for item in items)
    return parse_kesepakatan((MINIMAL + "dasar_hukum:\n" + lines).encode(), "u")


def _law(number: int, year: int, kind: str = "Undang-Undang") -> str:
    gazette = f"lembaran: {{jenis: LN, tahun: {year}, nomor: '1', tambahan: '1'}}"
    return (
        f"{{jenis: {kind}, nomor: '{number}', tahun: {year}, tentang: Uji, {gazette}}}"
    )


def _codes(loaded: Loaded) -> list[tuple[str, str]]:
    found = temuan_list(Riwayat(loaded), loaded, None)
    return [(one.kode, one.kunci) for one in found if one.kode.startswith("HUKUM")]


@pytest.mark.slow
def test_it_stands_in_its_place_and_ends_as_the_others(penyusun: Composer) -> None:
    loaded = _load(
        _UUD, _law(1, 2020), "teks: Keputusan Wali Kota tanggal 3 Maret 2024"
    )
    assert [one.angka for one in loaded.reading.dasar_hukum] == ["1", "2", "3"]
    written = write_all(compose_kesepakatan(penyusun, loaded))
    lines = [
        f"1. {_UUD};",
        "2. Undang-Undang Nomor 1 Tahun 2020 tentang Uji "
        "(Lembaran Negara Republik Indonesia Tahun 2020 Nomor 1, Tambahan Lembaran Negara Republik Indonesia Nomor 1);",
        "3. Keputusan Wali Kota tanggal 3 Maret 2024;",
    ]
    for line in lines:
        assert line in written.txt
        assert line in docx_lines(written.docx)
        assert line.partition(" ")[2] in re.sub(r"<[^>]+>", "", written.html)


def test_an_isian_in_it_is_filled_in() -> None:
    loaded = _load('"[[jenis]] tahun 2020"')
    assert loaded.reading.dasar_hukum[0].teks == "Nota Kesepakatan tahun 2020"


def test_its_rank_is_not_judged() -> None:
    assert _codes(_load(_law(1, 2020), _UUD, _law(2, 2021))) == []
    judged = _codes(_load(_law(1, 2021), _UUD, _law(2, 2020)))
    assert judged == [("HUKUM-URUT", "dasar_hukum[3].nomor")]


def test_a_law_named_in_it_that_has_moved_on() -> None:
    text = "Undang-Undang Nomor 11 Tahun 2020 tentang Cipta Kerja"
    assert _codes(_load(text)) == [("HUKUM-BERUBAH", "dasar_hukum[1]")]
    changed = f"{text} sebagaimana diubah dengan Undang-Undang Nomor 6 Tahun 2023"
    assert _codes(_load(changed)) == []
    assert _codes(_load("Undang-Undang Nomor 12 Tahun 2020 tentang Uji")) == []


def test_numbers_of_other_papers_in_it_are_not_ours() -> None:
    own = MINIMAL.replace("nama: Badan A", "nama: Badan A\n  nomor: 119/55/KB/2024")
    text = own + "dasar_hukum:\n- Kesepakatan Bersama Nomor 119/54/KB/2024\n"
    loaded = parse_kesepakatan(text.encode(), "u")
    kinds = {one.kode for one in temuan_list(Riwayat(loaded), loaded, None)}
    assert "SAMA-NOMOR" not in kinds


@pytest.mark.parametrize(
    ("item", "expect"),
    [
        (
            "{teks: a, jenis: UU}",
            ["dasar_hukum[1]: dasar hukum ditulis sebagai teks dan sebagai peraturan"],
        ),
        ("{teks: a, frasa: b}", ["sebagai teks dan sebagai peraturan sekaligus"]),
        ("KUH Perdata;", ["dasar_hukum[1].teks: diakhiri tanda baca"]),
        (
            "{jenis: UU, tahun: x}",
            [
                "dasar_hukum[1].nomor: kunci wajib belum ada",
                "dasar_hukum[1].tentang: kunci wajib belum ada",
                'dasar_hukum[1].tahun: "x": bukan bilangan bulat',
            ],
        ),
        (
            "{jenis: UU, nomor: '1', tahun: 2000, tentang: }",
            ["dasar_hukum[1].tentang: kunci wajib belum diisi"],
        ),
        ("''", ["dasar_hukum[1].teks: teks kosong; isi, atau hapus baris ini"]),
        ("{isi: KUH Perdata}", ['mungkin maksudnya "teks"']),
        (
            "Keputusan : satu",
            ['apit seluruh teks dengan tanda kutip: "Keputusan : satu"'],
        ),
    ],
)
def test_what_is_refused(item: str, expect: list[str]) -> None:
    with pytest.raises(FaultyNaskah) as refused:
        _load(item)
    messages = [str(one) for one in refused.value.temuan]
    assert len(messages) == len(expect)
    for sought in expect:
        assert any(sought in message for message in messages)


@pytest.mark.slow
def test_the_schema_takes_a_text_or_a_whole_regulation() -> None:
    text, mapping = json.loads(schema_text())["$defs"]["DasarHukum"]["anyOf"]
    assert "string" in text["type"]
    needed = [choice["required"] for choice in mapping["anyOf"]]
    assert needed == [["teks"], ["jenis", "nomor", "tahun", "tentang"]]


def test_it_is_edited_short_and_long() -> None:
    path = ("dasar_hukum", 0, "teks")
    data: dict[str, Any] = {"dasar_hukum": ["KUH Perdata", "UUD"]}
    assert read_text(data, path) == "KUH Perdata"
    assert set_text(data, path, "KUHP") == {"dasar_hukum": ["KUHP", "UUD"]}
    put_text(data, ("dasar_hukum", 1, "angka"), "1a")
    assert data["dasar_hukum"][1] == {"teks": "UUD", "angka": "1a"}


def test_what_two_make_of_it_is_merged() -> None:
    start = ["KUH Perdata"]
    theirs = [{"teks": "KUH Perdata", "angka": "1a"}]
    mine = ["KUH Perdata Buku Ketiga"]
    assert merge(start, theirs, mine) == [
        {"teks": "KUH Perdata Buku Ketiga", "angka": "1a"}
    ]
