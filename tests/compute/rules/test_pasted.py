"""What came along with a pasted text: told where it is certain, and left alone where it is not."""

import pytest

from conftest import MINIMAL
from notakesepakatan.bureau.check import Found, temuan_list
from notakesepakatan.compute.rules import check, read_lines
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import parse_kesepakatan

_PASAL = "- judul: SATU\n  isi: Isi.\n"
assert _PASAL in MINIMAL

_LAMPIRAN = """\
lampiran:
  kepala: Lampiran
  judul: RENCANA KERJA
  program:
  - nama: "{nama}"
    tahapan:
    - {{isi: "{satu}", tahun: [I], tugas: {{kesatu: "{tugas}"}}}}
    - {{isi: dua, tahun: [I], tugas: {{kesatu: x}}}}
"""


def _found(pasal: str, after: str = "") -> list[Found]:
    """Findings of the rules on pasted text in an agreement with these pasal."""
    loaded = parse_kesepakatan((MINIMAL.replace(_PASAL, pasal) + after).encode(), "u")
    every = temuan_list(Riwayat(loaded), loaded, None)
    kinds = ("DAFTAR-NOMOR", "DAFTAR-BUTIR", "TEKS-TERPOTONG")
    return [found for found in every if found.kode in kinds]


def _ayat(*texts: str) -> str:
    return "- ayat:\n" + "".join(f'  - "{text}"\n' for text in texts)


def _list(level: str, *texts: str) -> str:
    items = "".join(f'  - "{text}"\n' for text in texts)
    return f'- isi: "Daftar:"\n  {level}:\n{items}'


@pytest.mark.parametrize(
    ("pasal", "piece"),
    [
        (_ayat("(1) PIHAK KESATU wajib.", "Dua."), "(1)"),
        (_ayat("(1) (1) PIHAK KESATU wajib.", "Dua."), "(1) (1)"),
        (_ayat("Satu.", "(2)  PIHAK KEDUA wajib."), "(2)"),
        (_ayat("Satu.", "2. PIHAK KEDUA wajib."), "2."),
        (_list("huruf", "a. satu; dan", "dua."), "a."),
        (_list("huruf", "satu; dan", "b. b. dua."), "b. b."),
        (_list("huruf", "satu; dan", "b) dua."), "b)"),
        (_list("huruf", "satu; dan", "(b) dua."), "(b)"),
        (_list("angka", "1. satu; dan", "dua."), "1."),
        (_list("subhuruf", "a) satu; dan", "dua."), "a)"),
        (_list("subangka", "satu; dan", "2) dua."), "2)"),
        ("- judul: Pasal 1 KETENTUAN UMUM\n  isi: Isi.\n", "Pasal 1"),
        ("- judul: Pasal 1 PASAL 1 UMUM\n  isi: Isi.\n", "Pasal 1 PASAL 1"),
        ("- nomor: 7A\n  judul: PASAL 7A UMUM\n  isi: Isi.\n", "PASAL 7A"),
        ("- judul: UMUM\n  isi: Pasal 1 PASAL 1 Isi.\n", "Pasal 1 PASAL 1"),
        ("- judul: UMUM\n  isi: Pasal 1 UMUM Isi.\n", "Pasal 1 UMUM"),
        ("- judul: UMUM\n  isi: Pasal 1 (1) Isi.\n", "Pasal 1"),
        ("- bab: BAB I Ketentuan Umum\n  isi: Isi.\n", "BAB I"),
        ("- judul_bagian: Bagian Kesatu Umum\n  isi: Isi.\n", "Bagian Kesatu"),
        ("- judul_paragraf: Paragraf 1 Izin\n  isi: Isi.\n", "Paragraf 1"),
    ],
)
def test_its_own_number_at_the_head_is_taken_away(pasal: str, piece: str) -> None:
    (found,) = _found(pasal)
    assert (found.kode, found.tingkat) == ("DAFTAR-NOMOR", "galat")
    assert found.piece == piece
    assert found.replace == ""
    assert found.saran.startswith("hapus")


@pytest.mark.parametrize(
    ("pasal", "piece", "saran"),
    [
        (_ayat("(2) Satu.", "Dua."), "(2)", 'hapus, atau tambahkan "nomor: 2"'),
        ("- judul: Pasal 4 UMUM\n  isi: Isi.\n", "Pasal 4", 'tambahkan "nomor: 4"'),
    ],
)
def test_another_number_is_left_to_its_author(
    pasal: str, piece: str, saran: str
) -> None:
    (found,) = _found(pasal)
    assert (found.piece, found.replace) == (piece, None)
    assert saran in found.saran


@pytest.mark.parametrize(
    "labels",
    [
        ("1.", "2.", "3."),
        ("1)", "2)", "3)"),
        ("i.", "ii.", "iii."),
        ("I.", "II.", "III."),
    ],
)
def test_a_list_numbered_in_another_style(labels: tuple[str, ...]) -> None:
    found = _found(_list("huruf", *(f"{label} satu;" for label in labels)))
    assert [one.piece for one in found] == list(labels)
    assert {one.replace for one in found} == {None}


@pytest.mark.parametrize(
    "pasal",
    [
        _ayat("Isi (1).", "(satu) berkas."),
        _ayat("(1) dan (2) berlaku bersama.", "Dua."),
        _ayat("1. 000 ekor bibit.", "2.000 ekor bibit."),
        _ayat("2027. Tahun itu.", "1.5 hektare."),
        _list("huruf", "a. n. Bupati; dan", "dua."),
        _list("huruf", "a.n. Bupati; dan", "b.b. dua."),
        _list("huruf", "A. Fulan; dan", "B. Fulan."),
        _list("huruf", "1. satu; dan", "dua."),
        _list("huruf", "1. satu; dan", "3. dua."),
        _list("huruf", "1. satu."),
        _list("angka", "a. satu; dan", "c. dua."),
        _list("angka", "2. satu; dan", "1. dua."),
        "- judul: UMUM\n  isi: Pasal 1 dan Pasal 2 berlaku.\n- isi: Dua.\n",
        "- judul: UMUM\n  isi: Pasal 1 ayat (1) berlaku.\n",
        "- judul: PASAL PERALIHAN\n  isi: Isi.\n",
        "- judul: PASAL I DAN II\n  isi: Isi.\n",
        "- judul: PASALNYA 1\n  isi: Isi.\n",
    ],
)
def test_what_only_looks_like_a_number_is_left_alone(pasal: str) -> None:
    assert _found(pasal) == []


def test_numbers_before_the_pasal_and_in_the_plan() -> None:
    after = "pertimbangan:\n- a. bahwa satu; dan\n- bahwa b. dua.\n" + _LAMPIRAN.format(
        nama="1. Program", satu="1. satu", tugas="x"
    )
    found = _found(_PASAL, after)
    assert [one.piece for one in found] == ["a.", "1.", "1."]
    assert [one.kunci for one in found] == [
        "pertimbangan[1].isi",
        "lampiran.program[1].nama",
        "lampiran.program[1].tahapan[1].isi",
    ]


@pytest.mark.parametrize(
    ("line", "piece"),
    [
        ("(1) (1) PIHAK KESATU", "(1) (1)"),
        ("  a. a. satu", "a. a."),
        ("1) 1) satu", "1) 1)"),
        ("Pasal 1 PASAL 1 UMUM", "Pasal 1 PASAL 1"),
        ("Pasal 1 PASAL 1", "Pasal 1 PASAL 1"),
        ("(1) (2) satu", None),
        ("a. b. satu", None),
        ("a. a) satu", None),
        ("1. 1.000 ekor", None),
        ("Pasal 1 PASAL 10", None),
        ("(1) PIHAK KESATU", None),
        ("Pasal 1", None),
    ],
)
def test_in_a_text_of_others_only_what_stands_twice(
    line: str, piece: str | None
) -> None:
    flaws = [
        flaw for rule, flaw in check(read_lines([line])) if rule.kode == "DAFTAR-NOMOR"
    ]
    assert [flaw.piece for flaw in flaws] == ([piece] if piece else [])


@pytest.mark.parametrize(
    ("text", "piece", "replace"),
    [
        ("• satu", "•", ""),
        ("•satu", "•", ""),
        ("– satu", "–", ""),
        ("- satu", "-", ""),
        ("satu; • dua", "•", None),
        ("▪ satu ▪ dua", "▪", None),
    ],
)
def test_bullets(text: str, piece: str, replace: str | None) -> None:
    (found,) = _found(_list("huruf", f"{text}; dan", "lain."))
    assert (found.kode, found.tingkat) == ("DAFTAR-BUTIR", "peringatan")
    assert (found.piece, found.replace) == (piece, replace)


@pytest.mark.parametrize(
    "text",
    ["-", "–", "- 5 derajat", "-5 derajat", "Samarinda – Balikpapan", "a - b", "a•b"],
)
def test_what_only_looks_like_a_bullet_is_left_alone(text: str) -> None:
    after = _LAMPIRAN.format(nama="P", satu=text, tugas=text)
    assert _found(_PASAL, after) == []


@pytest.mark.parametrize(
    "line",
    [
        "isi: Rekening # 123 atas nama Kas.",
        "isi: Rekening # 123 atas nama Kas;",
        "isi: Rekening Nomor # 123",
        "isi: sebesar Rp # 123",
        "ayat:\n  - Rekening Nomor # 123\n  - Dua.",
    ],
)
def test_a_text_whose_end_became_a_remark(line: str) -> None:
    (found,) = _found(f"- {line}\n")
    assert (found.kode, found.tingkat) == ("TEKS-TERPOTONG", "peringatan")
    assert "apit seluruh teks dengan tanda kutip" in found.saran


@pytest.mark.parametrize(
    "line",
    [
        "isi: Biaya ada. # catatan saya.",
        "isi: Biaya ada; # catatan saya;",
        "isi: Biaya ada # catatan saya",
        "isi: 'Rekening Nomor' # catatan saya.",
        "isi: Rekening\n  # catatan saya.",
        "isi: Kedatangan # tahap satu",
    ],
)
def test_a_remark_is_left_alone(line: str) -> None:
    assert _found(f"- {line}\n") == []
