"""A head that agreements have and the files name otherwise is refused with the key to write."""

import pytest

from conftest import MINIMAL
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.kesepakatan import parse_kesepakatan


def test_a_bagian_is_told_how_to_be_written() -> None:
    yaml = MINIMAL.replace("- judul: SATU", "- bagian: Umum\n  judul: SATU")
    with pytest.raises(FaultyNaskah, match="judul_bagian:") as faulty:
        parse_kesepakatan(yaml.encode(), "uji")
    (one,) = faulty.value.temuan
    assert one.kunci == "pasal[1].bagian"


def test_a_translation_at_the_wrong_place_is_told_where_it_goes() -> None:
    table = (
        "  tabel:\n    kolom: [Anggota, '2027']\n    baris: [A | 1]\n"
        "    terjemahan: { kolom: [Member, '2027'] }\n"
    )
    with pytest.raises(FaultyNaskah, match="di dalamnya sendiri") as faulty:
        parse_kesepakatan((MINIMAL + table).encode(), "uji")
    assert "lekukan" not in str(faulty.value)
