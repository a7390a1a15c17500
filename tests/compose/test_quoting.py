"""One paper quotes with one kind of marks: those of the text it is about."""

from pathlib import Path

import pytest

from bureau.test_adendum import DASAR, Ruang, op
from command import run
from compose.test_adendum import text
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.quoting import CURLY, STRAIGHT, Marks, quoted

CURLY_TEXT = DASAR.replace("Isi pasal empat.", "Istilah “data” berarti keterangan.")


@pytest.mark.parametrize(
    ("said", "marks", "shown"),
    [
        ("satu “dua” tiga", CURLY, "“satu ‘dua’ tiga”"),
        ('satu "dua" tiga', STRAIGHT, "\"satu 'dua' tiga\""),
        ("satu", CURLY, "“satu”"),
    ],
)
def test_a_quotation_within_another_has_single_marks(
    said: str, marks: Marks, shown: str
) -> None:
    assert quoted(said, marks) == shown


@pytest.mark.parametrize("form", ["", "bentuk: kontrak\n", "bentuk: tabel\n"])
@pytest.mark.slow
def test_an_adendum_quotes_with_the_marks_of_its_agreement(
    form: str, penyusun: Composer
) -> None:
    one = op("ganti_kata", "Pasal 2 huruf b", "tertulis: lingkup, menjadi: cakupan")
    both = one + op("ubah", "Pasal 3 ayat (4)", "menjadi: Lain.")
    for change in (one, both):
        paper = text(penyusun, f"{form}perubahan:\n{change}", dasar=CURLY_TEXT)
        assert '"' not in paper and "ata “lingkup”" in paper
        paper = text(penyusun, f"{form}perubahan:\n{change}")
        assert "“" not in paper and 'ata "lingkup"' in paper


@pytest.mark.slow
def test_minutes_and_letters_do_so_too(ruang: Ruang) -> None:
    asked = "Diberitahukan paling lambat [[tenggat.pemberitahuan]]"
    base = CURLY_TEXT.replace(f"{asked}.", f"{asked} menurut “tata cara”.")
    root = ruang(base)
    event = root / "kahar.yaml"
    event.write_text(
        "jenis: keadaan_kahar\ntanggal: 2024-06-03\nmacam: banjir\ntempat: Bogor\n"
        "uraian: jalan terendam\nhubungan: Terhenti.\ntugas: [Pasal 4]\n"
    )
    run("-C", root, "kahar", "uji", "--isi", event, "--format", "txt")
    letter = ("pemberitahuan", "perpanjangan", "uji", "--dari", "kesatu")
    run("-C", root, *letter, "--tanggal", "2025-09-01", "--format", "txt")
    minutes = _only(root, "*berita-acara-kahar.txt")
    assert "“Istilah ‘data’ berarti keterangan”" in minutes and '"' not in minutes
    assert "\tJalan terendam.\n" in minutes and "\tBanjir\n" in minutes
    sent = _only(root, "surat/*-perpanjangan.txt")
    assert "berbunyi: “" in sent and "‘tata cara’.”" in sent and '"' not in sent


def _only(root: Path, name: str) -> str:
    (found,) = (root / "output/uji").glob(name)
    return found.read_text()
