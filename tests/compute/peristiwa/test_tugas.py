"""Which duties of a text an event may name, in their own words."""

from pathlib import Path

from notakesepakatan.compute.peristiwa.tugas import tugas_list
from notakesepakatan.load.kesepakatan import parse_kesepakatan

AKAR = Path(__file__).parents[3]


def _words(shape: str) -> dict[str, str]:
    content = (AKAR / f"tests/bentuk/{shape}/kesepakatan.yaml").read_bytes()
    loaded = parse_kesepakatan(content, shape)
    duties = tugas_list(loaded.kesepakatan, loaded.reading, loaded.numbers)
    return {each.alamat: each.teks for each in duties}


def test_a_right_is_no_duty() -> None:
    """Neither one that its ayat names as such nor one that says so itself."""
    by_ayat = _words("pks-kota-internet")
    assert not any("Pasal 5 ayat (1)" in alamat for alamat in by_ayat)
    assert "Pasal 5 ayat (2) huruf a" in by_ayat
    own_words = _words("hibah-sanggar")
    assert own_words
    assert all("berkewajiban" in words for words in own_words.values())


def test_an_item_is_read_with_the_words_that_lead_to_it() -> None:
    duties = _words("pks-perusahaan-gudang")
    assert duties["Pasal 7 ayat (2) huruf a angka 1 angka i"] == (
        "menjaga Barang, termasuk mengasuransikan Barang terhadap risiko "
        "kebakaran dan ledakan"
    )
    assert duties["Pasal 6 ayat (2) huruf a"] == "membayar biaya jasa tepat waktu"
