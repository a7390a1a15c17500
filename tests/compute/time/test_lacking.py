"""Papers say which clause they cannot name, and what to write so that they do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from command import run
from conftest import MINIMAL
from notakesepakatan.compute.time.lacking import lacking_roles
from notakesepakatan.load.kesepakatan import parse_kesepakatan

pytestmark = pytest.mark.processes

Ruang = Callable[..., Path]
_ON_PAPER = (
    "penandatanganan: {tempat: Contoh, tanggal: 2026-02-02}\n"
    "susunan: {nomor: tanpa_nomor}\npasal:"
)
SIGNED = MINIMAL.replace("pasal:", _ON_PAPER, 1).replace(
    "  kedudukan", "  pejabat: ANI\n  kedudukan"
)
TERM = "- judul: JANGKA WAKTU\n  isi: Berlaku [[jangka_waktu]].\n"
KAHAR = "- judul: KEADAAN KAHAR\n  isi: Diberitahukan secara tertulis.\n"
CHANGES = "- judul: PERUBAHAN\n  isi: Perubahan dituangkan dalam adendum.\n"


def test_a_heading_tells_which_pasal_lacks_its_role() -> None:
    reading = parse_kesepakatan((MINIMAL + TERM).encode(), "u").reading
    said = list(lacking_roles(reading, (), ("jangka_waktu", "surat"), "surat"))
    assert said == [
        "Pasal 2 (JANGKA WAKTU) tidak disebut dalam surat, karena belum diberi "
        'perannya; bila memang mengenai jangka waktu, tulis "kunci: jangka_waktu" padanya.'
    ]
    assert not list(lacking_roles(reading, ("jangka_waktu",), ("jangka_waktu",), "x"))


def signed(pasal: str) -> str:
    return SIGNED + pasal


def test_a_letter_says_it(ruang: Ruang) -> None:
    root = ruang(signed(TERM))
    words = ("pemberitahuan", "perpanjangan", "uji", "--dari", "kesatu")
    said = run("-C", root, *words, "--tanggal", "2026-05-05", "--format", "txt").stderr
    assert "Pasal 2 (JANGKA WAKTU) tidak disebut dalam surat" in said
    assert "menyegelnya kembali: nota segel NAMA --ulang" in said


def test_minutes_say_it(ruang: Ruang) -> None:
    root = ruang(signed(TERM + KAHAR))
    words = ("kahar", "uji", "--tanggal", "2026-05-05", "--macam", "banjir")
    facts = ("--tempat", "Contoh", "--uraian", "Banjir.", "--hubungan", "Terhenti.")
    tugas = ("--tugas", "Pasal 1", "--format", "txt")
    said = run("-C", root, *words, *facts, *tugas).stderr
    assert "Pasal 3 (KEADAAN KAHAR) tidak disebut dalam berita acara" in said


def test_an_adendum_says_it(ruang: Ruang) -> None:
    root = ruang(signed(TERM + CHANGES))
    new = root / "baru.yaml"
    text = signed(TERM + CHANGES).replace("Perubahan dituangkan", "Perubahan ditulis")
    new.write_text(text, encoding="utf-8")
    said = run(
        "-C", root, "adendum", "uji", "--dari", new, "--alasan", "evaluasi"
    ).stderr
    assert "Pasal 3 (PERUBAHAN) tidak disebut dalam pertimbangan adendum" in said
