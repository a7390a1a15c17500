"""Annexes: one or several, numbered and referred to; what is wrong with them is said."""

import pytest

from conftest import MINIMAL
from notakesepakatan.bureau.check import temuan_list
from notakesepakatan.compose.lampiran import lampiran_pages
from notakesepakatan.compute.text.letak import WrongLetak, find
from notakesepakatan.compute.text.tree import place_at
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan

SEVERAL = """\
lampiran:
- kunci: cara
  judul: TATA CARA
  bagian:
  - judul: Umum
    isi: Satu.
  - judul: Akses
    ayat:
    - Dua.
    - "Tiga [[pada ayat (1)]]."
- kunci: biaya
  judul: BIAYA
  tabel:
    kolom: [Uraian, {judul: Jumlah, jenis: uang, jumlah: ya}]
    baris:
    - Sewa | 1000000
    - Daya | 250000
- judul: RENCANA KERJA
  program:
  - nama: Program
    tahapan:
    - isi: Tahap
      tahun: [I, II]
"""


def _loaded(content: str) -> Loaded:
    return parse_kesepakatan(content.encode(), "u")


def _said(content: str) -> str:
    with pytest.raises(FaultyNaskah) as refused:
        _loaded(content)
    return str(refused.value)


def test_several_are_numbered_and_only_one_is_not() -> None:
    several = _loaded(MINIMAL + SEVERAL).reading.every_lampiran
    assert [(path, each.nomor) for path, each in several] == [
        (("lampiran", 0), "I"),
        (("lampiran", 1), "II"),
        (("lampiran", 2), "III"),
    ]
    one = _loaded(MINIMAL + "lampiran: {judul: DAFTAR, angka: [satu]}\n")
    assert [(path, each.nomor) for path, each in one.reading.every_lampiran] == [
        (("lampiran",), "")
    ]


def test_a_written_number_is_counted_on() -> None:
    text = "lampiran:\n- {judul: A, isi: a}\n- {judul: B, isi: b, nomor: IA}\n"
    numbered = _loaded(MINIMAL + text + "- {judul: C, isi: c}\n").reading
    assert [each.nomor for _, each in numbered.every_lampiran] == ["I", "IA", "II"]


def test_references_name_them_by_number_and_key() -> None:
    pasal = "isi: '[[dalam Lampiran biaya]]; [[Lampiran I bagian B ayat (2)]]'"
    k = _loaded(MINIMAL.replace("isi: Isi.", pasal) + SEVERAL).reading
    assert k.pasal[0].isi == "dalam Lampiran II; Lampiran I bagian B ayat (2)"
    first = k.every_lampiran[0][1]
    assert first.bagian[1].ayat[1].isi == "Tiga pada ayat (1)."


def test_a_reference_to_one_that_is_not_there_is_refused() -> None:
    pasal = "isi: '[[dalam Lampiran IV]]'"
    said = _said(MINIMAL.replace("isi: Isi.", pasal) + SEVERAL)
    assert "Lampiran IV tidak ada" in said


@pytest.mark.parametrize(
    ("words", "annexes", "said"),
    [
        ("tercantum dalam Lampiran IV.", SEVERAL, ["dalam Lampiran IV tidak ada"]),
        ("tercantum dalam Lampiran II.", SEVERAL, []),
        ("tercantum dalam Lampiran.", "", ["naskah ini tidak berlampiran"]),
        ("tercantum dalam Lampiran.", SEVERAL, []),
        ("Peraturan Menteri Nomor 3 Tahun 2020 Lampiran V.", "", []),
        ("tercantum dalam Lampiran Peraturan Menteri itu.", "", []),
    ],
)
def test_typed_references_are_checked(
    words: str, annexes: str, said: list[str]
) -> None:
    loaded = _loaded(MINIMAL.replace("isi: Isi.", f"isi: {words}") + annexes)
    found = temuan_list(Riwayat(loaded), loaded, None)
    assert [one.message for one in found if one.kode == "RUJUK-LAMPIRAN"] == said


def test_the_plan_is_found_wherever_it_stands() -> None:
    k = _loaded(MINIMAL.replace("2 tahun", "tanpa batas waktu") + SEVERAL).reading
    assert k.rencana_kerja is not None
    assert k.placed_rencana_kerja == (("lampiran", 2), k.rencana_kerja)
    assert k.jumlah_tahun == 2


@pytest.mark.parametrize(
    ("annex", "said"),
    [
        ("lampiran: {judul: KOSONG}", "lampiran ini belum ada isinya"),
        ("lampiran:\n- judul: A\n  isi: a\n- judul: KOSONG", "lampiran ini belum ada"),
        (
            "lampiran: {judul: A, isi: a, program: [{nama: P, tahapan: [{isi: t}]}]}",
            "Rencana Kerja dan isi lain berdampingan",
        ),
        ("lampiran: {judul: A, isi: a, arah: miring}", "tegak, mendatar"),
        ("lampiran: teks saja", "di sini harus ada kunci dan nilai"),
        ("lampiran:\n- judul: A\n  program: []", "paling sedikit 1"),
        (
            "lampiran:\n- judul: A\n  tabel: {kolom: [{judul: J, jenis: uang, "
            'jumlah: "3"}], baris: ["1", "1"]}',
            "tertulis Rp3,00, padahal Rp2,00",
        ),
        (
            "lampiran:\n"
            + "- {judul: R, program: [{nama: P, tahapan: [{isi: t}]}]}\n" * 2,
            "Rencana Kerja ada di lebih dari satu lampiran",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_place(annex: str, said: str) -> None:
    message = _said(f"{MINIMAL}{annex}\n")
    assert said in message
    assert "(satu)" not in message
    assert "(daftar)" not in message


def test_a_fault_inside_one_of_several_has_its_line() -> None:
    content = MINIMAL + SEVERAL.replace("    isi: Satu.", "    isi: ''")
    line = content.split("\n").index("    isi: ''") + 1
    assert f"u:{line}:" in _said(content)


@pytest.mark.parametrize(
    ("letak", "path"),
    [
        ("Lampiran II", ("lampiran", 1)),
        ("Lampiran II judul", ("lampiran", 1, "judul")),
        ("Lampiran I bagian B ayat (2)", ("lampiran", 0, "bagian", 1, "ayat", 1)),
        ("Lampiran II tabel baris", ("lampiran", 1, "tabel", "baris")),
        ("Lampiran III program 1", ("lampiran", 2, "program", 0)),
        (
            "Lampiran III baris 1 kolom isi",
            ("lampiran", 2, "program", 0, "tahapan", 0, "isi"),
        ),
    ],
)
def test_addresses_lead_there_and_back(letak: str, path: tuple[str | int, ...]) -> None:
    tree = _loaded(MINIMAL + SEVERAL).tree
    assert find(tree, letak) == path
    assert place_at(tree, path).words == letak


def test_the_only_plan_needs_no_number_and_a_wrong_one_is_told() -> None:
    tree = _loaded(MINIMAL + SEVERAL).tree
    assert find(tree, "Lampiran baris 1 kolom isi")[:2] == ("lampiran", 2)
    with pytest.raises(WrongLetak) as wrong:
        find(tree, "Lampiran VI judul")
    assert "yang ada: Lampiran I, Lampiran II, Lampiran III" in wrong.value.saran


def test_other_annexes_bear_no_words_of_a_plan() -> None:
    tree = _loaded(MINIMAL + SEVERAL).tree
    assert "tanda" not in tree["lampiran"][0]
    assert "tanda" in tree["lampiran"][2]


ALONE = """\
lampiran:
- kunci: biaya
  judul: BIAYA
  bagian:
  - judul: Umum
    isi: Satu.
"""


def test_one_alone_in_a_list_bears_no_number_on_paper() -> None:
    loaded = _loaded(f"{MINIMAL}- isi: Lihat [[dalam Lampiran biaya]].\n{ALONE}")
    assert loaded.reading.pasal[-1].isi == "Lihat dalam Lampiran."
    (page,) = lampiran_pages(loaded.reading)
    assert page.called == "Lampiran"
    assert page.kepala[0].startswith("Lampiran Nota Kesepakatan")


@pytest.mark.parametrize(
    ("typed", "expect"),
    [
        ("dalam Lampiran", "dalam Lampiran"),
        ("dalam Lampiran bagian A", "dalam Lampiran bagian A"),
        ("Lampiran bagian A", "Lampiran bagian A"),
    ],
)
@pytest.mark.parametrize("annex", [ALONE, ALONE.replace("- kunci", "  kunci")])
def test_the_only_one_is_referred_to_without_number(
    typed: str, expect: str, annex: str
) -> None:
    loaded = _loaded(f"{MINIMAL}- isi: Lihat [[{typed}]].\n{annex}")
    assert loaded.reading.pasal[-1].isi == f"Lihat {expect}."


@pytest.mark.parametrize(
    ("annexes", "expect"),
    [
        (SEVERAL, "sebut nomor lampirannya"),
        ("", "naskah ini tidak berlampiran"),
    ],
)
def test_of_several_a_number_is_asked_for(annexes: str, expect: str) -> None:
    said = _said(f"{MINIMAL}- isi: Lihat [[dalam Lampiran]].\n{annexes}")
    assert expect in said


def test_the_number_that_it_does_not_bear_is_a_finding() -> None:
    loaded = _loaded(f"{MINIMAL}- isi: Sesuai dengan Lampiran I.\n{ALONE}")
    (found,) = [
        one
        for one in temuan_list(Riwayat(loaded), loaded, None)
        if one.kode == "RUJUK-LAMPIRAN"
    ]
    assert found.saran == 'tulis "Lampiran" saja'
