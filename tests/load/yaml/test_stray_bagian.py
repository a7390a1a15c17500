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
