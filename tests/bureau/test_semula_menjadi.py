"""The forms that set what stood beside what stands: each cell, head and annex told as what it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from baca import nota
from conftest import MINIMAL

Ruang = Callable[..., Path]
SIGNED = (
    MINIMAL.replace("  jabatan", "  pejabat: ANI\n  nomor: 1/A\n  jabatan")
    + "penandatanganan: {tempat: Solo, tanggal: 2025-02-01}\n"
).replace(
    "pasal:\n",
    """pasal:
- judul: TARIF
  ayat:
  - isi: "Tarif:"
    tabel:
      kolom: [No, Volume, {judul: Jumlah, jenis: uang, jumlah: ya}]
      baris: ["1 | 800 | 200000000", "2 | 10 | 75000000"]
  - isi: Lain.
- judul: PENGAKHIRAN
  isi: Dapat diakhiri.
""",
)
ANNEXES = """lampiran:
- judul: LAYANAN
  tabel: {kolom: [No, Uraian], baris: ["1 | Konsultasi", "2 | Lab"]}
- judul: FORMULIR
  isi: Isi formulir.
"""


def _told(ruang: Ruang, old: str, new: str, form: str) -> str:
    root = ruang(old)
    target = root / "baru.yaml"
    target.write_text(new)
    words = ("adendum", "uji", "--dari", str(target), "--alasan", "perlu")
    made = nota(root, *words, "--bentuk", form)
    assert made.exit_code == 0, made.output
    return made.output


@pytest.mark.parametrize("form", ["kontrak", "tabel"])
def test_two_cells_of_a_row_are_two_places(ruang: Ruang, form: str) -> None:
    told = _told(
        ruang, SIGNED, SIGNED.replace("800 | 200000000", "900 | 225000000"), form
    )
    assert 'baris 1 tabel kolom Volume, semula: "800", menjadi: "900"' in told
    assert 'kolom Jumlah, semula: "Rp200.000.000,00", menjadi: "Rp225' in told


@pytest.mark.parametrize("form", ["kontrak", "tabel"])
def test_a_head_is_not_its_pasal(ruang: Ruang, form: str) -> None:
    new = SIGNED.replace("judul: PENGAKHIRAN", "judul: BERAKHIRNYA")
    assert "\n1. Judul Pasal 2, semula:" in _told(ruang, SIGNED, new, form)


def test_annexes_are_told_in_their_order(ruang: Ruang) -> None:
    old = SIGNED + ANNEXES
    new = old.replace("Lab", "Laboratorium").replace("formulir.", "formulir baru.")
    told = _told(ruang, old, new, "pasal")
    assert told.index("Lampiran I diubah") < told.index("Lampiran II diubah")
    for number in ("I", "II"):
        assert (
            f"{number} menjadi sebagaimana tercantum dalam Lampiran {number} yang"
            in told
        )


def test_the_only_annex_that_follows_bears_no_number(ruang: Ruang) -> None:
    old = SIGNED + ANNEXES
    told = _told(ruang, old, old.replace("Lab", "Laboratorium"), "pasal")
    assert "sebagaimana tercantum dalam Lampiran yang" in told


UNNUMBERED = SIGNED + "susunan: {pasal: tanpa_nomor}\n"


def test_a_part_without_a_number_is_called_as_one_calls_it(ruang: Ruang) -> None:
    new = UNNUMBERED.replace("isi: Dapat", "isi: Tidak dapat").replace(
        "isi: Lain.", "isi: Lain.\n  - isi: Baru."
    )
    root = ruang(UNNUMBERED)
    (root / "baru.yaml").write_text(new)
    words = ("adendum", "uji", "--dari", str(root / "baru.yaml"), "--alasan", "perlu")
    nota(root, *words, "--bentuk", "kontrak")
    file = root / "agreements/uji/adendum-01.yaml"
    texts = list[str]()
    for form in ("kontrak", "tabel"):
        file.write_text(file.read_text().replace("bentuk: kontrak", f"bentuk: {form}"))
        nota(root, "susun", "uji", "--format", "txt")
        texts.append((root / "output/uji/adendum-01.txt").read_text())
    contract, table = texts
    assert "1. Ditambahkan bagian TARIF ayat (3) yang berbunyi:" in contract
    assert "2. Ketentuan bagian PENGAKHIRAN yang semula berbunyi:" in contract
    assert "No\tBagian\tSemula\tMenjadi\n1\tBagian TARIF ayat (3)\tBelum" in table
