"""A level that agreements have and the files do not is refused with a way out."""

import pytest

from conftest import MINIMAL
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.kesepakatan import parse_kesepakatan


def test_a_bagian_below_a_bab_is_told_how_to_be_written() -> None:
    yaml = MINIMAL.replace("- judul: SATU", "- bagian: Umum\n  judul: SATU")
    with pytest.raises(FaultyNaskah, match='tulis "bab:" tersendiri') as faulty:
        parse_kesepakatan(yaml.encode(), "uji")
    (one,) = faulty.value.temuan
    assert one.kunci == "pasal[1].bagian"
