"""Parties that signed on days of their own: who comes, goes or follows another later moves no day of theirs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from baca import nota
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace

Ruang = Callable[..., Path]
_HEAD = "jenis: Nota Kesepahaman\njudul: Riset Pesisir\npara_pihak:\n"
_REST = """kalimat:
  penutup: Demikian Nota Kesepahaman ini dibuat oleh [[sebutan_bersama]].
jangka_waktu: 5 tahun
pasal:
- kunci: jangka_waktu
  judul: JANGKA WAKTU
  isi: Berlaku [[jangka_waktu]] terhitung sejak tanggal penandatanganan terakhir.
"""


def _pihak(letter: str, day: str = "") -> str:
    own = f"  penandatanganan: {{tempat: Jakarta, tanggal: {day}}}\n" if day else ""
    return (
        f"- nama: Badan {letter}\n  nomor: 1/{letter}\n  pejabat: NAMA {letter}\n"
        f"  jabatan: Kepala {letter}\n  kedudukan: Jalan {letter}, Jakarta\n{own}"
    )


A, B, C = (
    _pihak(letter, f"2026-10-0{day}") for letter, day in (("A", 4), ("B", 5), ("C", 6))
)
LATER = {
    "joins": [A, B, C, _pihak("E")],
    "joins on a day of its own": [A, B, C, _pihak("E", "2026-11-26")],
    "the last to sign leaves": [A, B],
    "another in the stead of the last": [A, B, _pihak("E")],
}


def _adendum(ruang: Ruang, later: list[str], more: str = "") -> Path:
    root = ruang(_HEAD + A + B + C + _REST + more)
    new = root / "baru.yaml"
    new.write_text(_HEAD + "".join(later) + _REST + more)
    made = nota(root, "adendum", "uji", "--dari", str(new), "--alasan", "perlu")
    assert made.exit_code == 0, made.output
    file = root / "agreements/uji/adendum-01.yaml"
    signed = "jenis: adendum\npenandatanganan: {tempat: Jakarta, tanggal: 2026-11-26}"
    text = file.read_text().replace("jenis: adendum", signed, 1)
    file.write_text(text.replace("- pejabat", "- nomor: 9/AD\n  pejabat", 1))
    return root


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_the_agreement_stays_signed_when_it_was(ruang: Ruang, later: list[str]) -> None:
    root = _adendum(ruang, later)
    riwayat = Opened(Workspace(root)).riwayat("uji")
    assert len(riwayat.last.reading.para_pihak) == len(later)
    assert riwayat.last.reading.signed == riwayat.origin.reading.signed
    told = nota(root, "daftar", "uji", "--per", "2026-12-01").output
    assert "uji  berlaku  berakhir 2031-10-06" in told


@pytest.mark.slow
def test_who_leaves_signs_on_the_day_of_the_adendum(ruang: Ruang) -> None:
    root = _adendum(ruang, LATER["another in the stead of the last"])
    nota(root, "susun", "uji", "--format", "txt")
    text = (root / "output/uji/adendum-01.txt").read_text()
    assert "PIHAK KETIGA SEMULA,\n" in text
    assert "6 Oktober 2026" not in text.partition("Demikian Adendum")[2]


def test_a_day_of_signing_is_not_changed(ruang: Ruang) -> None:
    root = ruang(_HEAD + A + B + C + _REST)
    new = root / "baru.yaml"
    new.write_text((_HEAD + A + B + C + _REST).replace("2026-10-04", "2026-10-03"))
    refused = nota(root, "adendum", "uji", "--dari", str(new), "--alasan", "perlu")
    assert refused.exit_code == 1
    assert "hari penandatanganan tidak dapat diubah" in refused.output


DENGAN = "susunan: {antar_pihak: DENGAN}\n"


@pytest.mark.parametrize(
    ("later", "title"),
    [
        (
            [A, B, C, _pihak("E")],
            "BADAN A\nDAN\nBADAN B\nDENGAN\nBADAN C\nDAN\nBADAN E",
        ),
        ([A, C], "BADAN A\nDENGAN\nBADAN C"),
        ([A, B], "BADAN A\nDENGAN\nBADAN B"),
    ],
    ids=["joins", "of the first side leaves", "of the other side leaves"],
)
@pytest.mark.slow
def test_a_party_stays_on_its_side_of_dengan(
    ruang: Ruang, later: list[str], title: str
) -> None:
    root = _adendum(ruang, later, DENGAN)
    nota(root, "konsolidasi", "uji", "--per", "2026-12-01", "--format", "txt")
    (text,) = root.glob("output/uji/*konsolidasi*.txt")
    shown = re.sub(r" \[.*?\]", "", text.read_text())
    assert title in shown


@pytest.mark.slow
def test_the_text_with_a_party_more_is_changed_again(ruang: Ruang) -> None:
    """What the program gives as data is what the next adendum begins from."""
    root = _adendum(ruang, LATER["joins"], DENGAN)
    data = nota(root, "konsolidasi", "uji", "--sebagai-data").output
    new = root / "lagi.yaml"
    new.write_text(data.replace("judul: JANGKA WAKTU", "judul: MASA BERLAKU"))
    told = nota(root, "adendum", "uji", "--dari", str(new), "--alasan", "perlu")
    assert told.exit_code == 0, told.output
    assert "Judul Pasal 1 diubah" in told.output
    assert "\n2. " not in told.output
