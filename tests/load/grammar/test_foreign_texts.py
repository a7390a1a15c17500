"""Texts of other offices: every word is accounted for, and stands where it belongs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from load.grammar.measure import right_words
from load.grammar.texts import EVERY, Text
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.take_text import ReadText, examine_text
from notakesepakatan.workspace import Workspace

LEAST_SHARE = 0.97


@pytest.fixture
def office(tmp_path: Path) -> Office:
    (tmp_path / "agreements").mkdir()
    return Office(Workspace(tmp_path))


def examined(office: Office, text: Text) -> ReadText:
    return examine_text(office, text.name, text.content)


@pytest.mark.slow
@pytest.mark.parametrize("make", EVERY, ids=lambda make: make.__name__)
def test_every_word_is_accounted_for(office: Office, make: Callable[[], Text]) -> None:
    read = examined(office, make())
    assert not read.problems
    assert read.kata == read.placed + sum(one.kata for one in read.left_over)


@pytest.mark.slow
@pytest.mark.parametrize("make", EVERY, ids=lambda make: make.__name__)
def test_nearly_every_word_stands_where_it_belongs(
    office: Office, make: Callable[[], Text]
) -> None:
    text = make()
    read = examined(office, text)
    right, every, wrong = right_words(text, read.data)
    listed = sum(one.kata for one in read.left_over)
    assert right - listed >= LEAST_SHARE * every, [*wrong, *read.left_over]


@pytest.mark.parametrize("make", EVERY, ids=lambda make: make.__name__)
@pytest.mark.slow
def test_nothing_is_invented(office: Office, make: Callable[[], Text]) -> None:
    read = examined(office, make())
    labels = {
        "i",
        "ii",
        "iii",
        "a",
        "b",
        "c",
        "1",
        "2",
        "3",
        "pihak",
        "kesatu",
        "kedua",
    }
    assert not [word for word in read.added if word not in labels]


FOUR_PARTIES = """\
KESEPAKATAN BERSAMA
ANTARA
DESA SATU
DAN
DESA DUA
DENGAN
DESA TIGA
DAN
DESA EMPAT
TENTANG
AIR BERSIH
Pada hari ini, kami yang bertanda tangan di bawah ini:
I. ANI : Kepala Desa Satu, berkedudukan di Satu, selanjutnya disebut PIHAK KESATU;
II. BUDI : Kepala Desa Dua, berkedudukan di Dua, selanjutnya disebut PIHAK KEDUA;
III. CICI : Kepala Desa Tiga, berkedudukan di Tiga, selanjutnya disebut PIHAK KETIGA;
IV. DIDI : Kepala Desa Empat, berkedudukan di Empat, selanjutnya disebut PIHAK KEEMPAT;
PARA PIHAK sepakat sebagai berikut:
Pasal 1
Air dipakai bersama selama 2 (dua) tahun.
"""


def test_two_parties_stand_behind_the_word_dengan(office: Office) -> None:
    read = examine_text(office, "air.txt", FOUR_PARTIES.encode())
    susunan = read.data["susunan"]
    assert (susunan["antar_pihak"], susunan["pihak_setelah_dengan"]) == ("DENGAN", 2)
    assert len(read.data["para_pihak"]) == 4
    three = FOUR_PARTIES.replace("DAN\nDESA EMPAT\n", "")
    susunan = examine_text(office, "air.txt", three.encode()).data["susunan"]
    assert susunan["antar_pihak"] == "DENGAN" and "pihak_setelah_dengan" not in susunan
