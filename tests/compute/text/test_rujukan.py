"""References in words: the drafting rules 271-281 of UU 12/2011 Lampiran II, a table of them."""

import pytest

from conftest import MINIMAL
from notakesepakatan.compute.text.numbering import Numbers, number
from notakesepakatan.compute.text.rujukan import WrongRujukan, resolve_rujukan
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.place import Address

NASKAH = (
    MINIMAL[: MINIMAL.index("pasal:")]
    + """\
pasal:
- kunci: satu
  isi: a
- kunci: dua
  ayat:
  - x
  - kunci: dua_b
    isi: y
    huruf: [p, q, {isi: r, angka: [k, {kunci: dalam_sekali, isi: l}]}, s]
  - z
- kunci: tiga
  isi: a
  huruf: [p, {kunci: sisip, nomor: a1, isi: p1}, q]
- isi: empat
- nomor: 4A
  kunci: empat_a
  isi: a
- kunci: lima
  ayat: [x, {nomor: 1a, kunci: satu_a, isi: xa}, y]
- kunci: enam
  romawi: [x, {isi: y, poin: [p, {kunci: poin_dua, isi: q}]}, z]
"""
)

DI_LUAR: Address = ()
DI_2: Address = (("pasal", "2"), ("ayat", "1"))
DI_2_2: Address = (("pasal", "2"), ("ayat", "2"), ("huruf", "a"))
DI_3: Address = (("pasal", "3"),)
DI_5: Address = (("pasal", "5"), ("ayat", "2"))

_TABEL = [
    # what is typed, where it stands, expect
    ("Pasal satu", DI_LUAR, "Pasal 1"),
    ("dalam Pasal satu", DI_3, "dalam Pasal 1"),
    ("dalam Pasal 1", DI_3, "dalam Pasal 1"),
    ("dalam Pasal dua ayat (2)", DI_LUAR, "dalam Pasal 2 ayat (2)"),
    (
        "dalam Pasal dua ayat (2) huruf c angka 2",
        DI_LUAR,
        "dalam Pasal 2 ayat (2) huruf c angka 2",
    ),
    ("dalam Pasal dua ayat dua_b", DI_LUAR, "dalam Pasal 2 ayat (2)"),
    ("dalam ayat dua_b", DI_LUAR, "dalam Pasal 2 ayat (2)"),
    ("dalam Pasal enam romawi iii", DI_LUAR, "dalam Pasal 6 angka iii"),
    ("dalam Pasal enam angka iii", DI_LUAR, "dalam Pasal 6 angka iii"),
    ("dalam Pasal 6 romawi ii poin 1", DI_3, "dalam Pasal 6 angka ii poin 1"),
    ("dalam poin poin_dua", DI_LUAR, "dalam Pasal 6 angka ii poin 2"),
    ("dalam angka dalam_sekali", DI_LUAR, "dalam Pasal 2 ayat (2) huruf c angka 2"),
    # inside the same pasal: pada, and the pasal is not said (rule 272)
    ("dalam Pasal dua ayat (2)", DI_2, "pada ayat (2)"),
    ("pada ayat (2)", DI_2, "pada ayat (2)"),
    ("pada ayat dua_b", DI_2, "pada ayat (2)"),
    ("pada huruf c", DI_2_2, "pada huruf c"),
    ("pada ayat (1)", DI_2_2, "pada ayat (1)"),
    ("pada huruf b", DI_3, "pada huruf b"),
    # several: two are listed, more than two consecutive become a range; rising, own ayat first
    ("dalam Pasal satu, Pasal tiga", DI_5, "dalam Pasal 1 dan Pasal 3"),
    ("dalam Pasal 1, Pasal 2", DI_5, "dalam Pasal 1 dan Pasal 2"),
    ("dalam Pasal 3, Pasal 1, Pasal 2", DI_5, "dalam Pasal 1 sampai dengan Pasal 3"),
    ("dalam Pasal 1, Pasal 2, Pasal 4", DI_5, "dalam Pasal 1, Pasal 2, dan Pasal 4"),
    ("dalam Pasal 3, Pasal 4, Pasal 4A", DI_2, "dalam Pasal 3 sampai dengan Pasal 4A"),
    (
        "dalam Pasal 1, Pasal 2 dan Pasal 3 dan Pasal lima",
        DI_2,
        "dalam Pasal 1 sampai dengan Pasal 3 dan Pasal 5",
    ),
    (
        "dalam Pasal dua ayat (1), Pasal dua ayat (3)",
        DI_3,
        "dalam Pasal 2 ayat (1) dan ayat (3)",
    ),
    (
        "dalam Pasal dua ayat (2) huruf a, Pasal dua ayat (2) huruf c",
        DI_3,
        "dalam Pasal 2 ayat (2) huruf a dan huruf c",
    ),
    (
        "pada ayat (1), ayat (2), ayat (3)",
        DI_2_2,
        "pada ayat (1) sampai dengan ayat (3)",
    ),
    ("pada ayat (3) dan ayat (1)", DI_2, "pada ayat (1) dan ayat (3)"),
    ("pada ayat (1) atau ayat (3)", DI_2, "pada ayat (1) atau ayat (3)"),
    ("dalam Pasal 1, Pasal dua ayat (2)", DI_2, "pada ayat (2) dan Pasal 1"),
    # behind another reference only what both share goes unsaid
    (
        "dalam Pasal dua ayat (1), Pasal dua ayat (2) huruf b",
        DI_2,
        "pada ayat (1) dan ayat (2) huruf b",
    ),
    (
        "dalam Pasal dua ayat (2) huruf a, Pasal dua ayat (2) huruf c angka 1",
        DI_3,
        "dalam Pasal 2 ayat (2) huruf a dan huruf c angka 1",
    ),
    (
        "dalam Pasal dua ayat (2) huruf a, Pasal tiga huruf b",
        DI_5,
        "dalam Pasal 2 ayat (2) huruf a dan Pasal 3 huruf b",
    ),
    ("dalam ayat (2) huruf a, ayat (3)", DI_2_2, "pada huruf a dan ayat (3)"),
    # numbers that do not follow by counting stand as they are
    ("dalam Pasal empat_a", DI_2, "dalam Pasal 4A"),
    ("pada ayat satu_a", DI_5, "pada ayat (1a)"),
    ("dalam huruf sisip", DI_2, "dalam Pasal 3 huruf a1"),
]


@pytest.fixture(scope="module")
def peta() -> Numbers:
    return number(parse_kesepakatan(NASKAH.encode(), "uji.yaml").kesepakatan)[1]


@pytest.mark.parametrize(("isi", "di", "expect"), _TABEL)
def test_words(peta: Numbers, isi: str, di: Address, expect: str) -> None:
    assert resolve_rujukan(isi, peta, di) == expect


@pytest.mark.parametrize(
    ("isi", "expect"),
    [
        ("dalam Pasal 9", "Pasal 9 tidak ada"),
        ("dalam Pasal dua ayat (9)", "ayat (9) tidak ada"),
        ("dalam Pasal dua huruf a", "huruf a tidak ada"),
        ("pada ayat (1)", "ayat (1) tidak ada"),
        ("dalam Pasal satu ayat dua_b", "ayat dua_b tidak ada"),
        ("dalam Pasal satu dst", "tidak dapat dibaca"),
        ("dalam Pasal", "bukan rujukan"),
    ],
)
def test_refused(peta: Numbers, isi: str, expect: str) -> None:
    with pytest.raises(
        WrongRujukan, match=expect.replace("(", r"\(").replace(")", r"\)")
    ):
        resolve_rujukan(isi, peta, DI_LUAR)


def test_a_draft_that_gains_a_pasal_renumbers_itself() -> None:
    """Only the pasal is added; every reference by key follows."""
    isi = NASKAH.replace(
        "- isi: empat", "- isi: 'Lihat [[dalam Pasal tiga]] dan [[dalam ayat dua_b]].'"
    )
    lebih = isi.replace("pasal:\n", "pasal:\n- isi: Baru.\n", 1)
    assert (
        parse_kesepakatan(isi.encode(), "u").reading.pasal[3].isi
        == "Lihat dalam Pasal 3 dan dalam Pasal 2 ayat (2)."
    )
    assert (
        parse_kesepakatan(lebih.encode(), "u").reading.pasal[4].isi
        == "Lihat dalam Pasal 4 dan dalam Pasal 3 ayat (2)."
    )


def test_numbers_and_data_paths() -> None:
    _, peta, masalah = number(
        parse_kesepakatan(NASKAH.encode(), "uji.yaml").kesepakatan
    )
    assert not masalah
    assert peta.alamat[("pasal", 1, "ayat", 1, "huruf", 2, "angka", 1)] == (
        ("pasal", "2"),
        ("ayat", "2"),
        ("huruf", "c"),
        ("angka", "2"),
    )
    assert [a[0][1] for a in peta.order if len(a) == 1] == [
        "1",
        "2",
        "3",
        "4",
        "4A",
        "5",
        "6",
    ]
