"""The forms that set what stood beside what stands: each cell, head and annex told as what it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from baca import nota
from conftest import MINIMAL
from notakesepakatan.compose.adendum.rows import PerubahanRow
from notakesepakatan.compose.adendum.speech import Speech
from notakesepakatan.compute.text.words import INDONESIAN
from notakesepakatan.model.language import Language

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
        assert f"menjadi sebagaimana tercantum dalam Lampiran {number} Adendum" in told


def test_the_only_annex_that_follows_bears_no_number(ruang: Ruang) -> None:
    old = SIGNED + ANNEXES
    told = _told(ruang, old, old.replace("Lab", "Laboratorium"), "pasal")
    assert "sebagaimana tercantum dalam Lampiran yang" in told


ONE_ANNEX = """lampiran:
  judul: LAYANAN
  tabel: {kolom: [No, Uraian], baris: ["1 | Konsultasi", "2 | Lab"]}
"""


@pytest.mark.parametrize(
    ("annexes", "gone", "name"),
    [
        (ANNEXES, ANNEXES[ANNEXES.index("- judul: FORM") :], "Lampiran II"),
        (ONE_ANNEX, ONE_ANNEX, "Lampiran"),
    ],
)
@pytest.mark.slow
def test_a_deleted_annex_stood_and_stands_no_more(
    ruang: Ruang, annexes: str, gone: str, name: str
) -> None:
    root = ruang(SIGNED + annexes)
    (root / "baru.yaml").write_text((SIGNED + annexes).replace(gone, ""))
    words = ("adendum", "uji", "--dari", str(root / "baru.yaml"), "--alasan", "perlu")
    made = nota(root, *words, "--bentuk", "tabel")
    assert f"\n1. {name} dihapus.\n" in made.output
    nota(root, "susun", "uji", "--format", "txt")
    text = (root / "output/uji/adendum-01.txt").read_text()
    stood = f"Sebagaimana tercantum dalam {name} Nota Kesepakatan"
    assert f"\n1\t{name}\t{stood}\tDihapus\n" in text


UNNUMBERED = SIGNED + "susunan: {pasal: tanpa_nomor}\n"


@pytest.mark.slow
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
    added = "1. Setelah ayat (2) bagian TARIF ditambahkan 1 (satu) ayat, yakni ayat (3)"
    assert f"{added} yang berbunyi:" in contract
    assert "2. Ketentuan bagian PENGAKHIRAN yang semula berbunyi:" in contract
    assert "No\tKetentuan\tSemula\tMenjadi\n1\tBagian TARIF ayat (3)\tBelum" in table


@pytest.mark.slow
def test_an_insertion_is_told_by_where_it_stands(ruang: Ruang) -> None:
    """As the form of the drafting law tells it; the words follow."""
    new = SIGNED.replace("- judul: PENGAKHIRAN", "- isi: Sela.\n- judul: PENGAKHIRAN")
    new = new.replace("  - isi: Lain.", "  - isi: Sela.\n  - isi: Lain.")
    root = ruang(SIGNED)
    (root / "baru.yaml").write_text(new)
    words = ("adendum", "uji", "--dari", str(root / "baru.yaml"), "--alasan", "perlu")
    nota(root, *words, "--bentuk", "kontrak")
    nota(root, "susun", "uji", "--format", "txt")
    text = (root / "output/uji/adendum-01.txt").read_text()
    of_ayat = "Di antara ayat (1) dan ayat (2) Pasal 1 disisipkan 1 (satu) ayat"
    assert f"1. {of_ayat}, yakni ayat (1a) yang berbunyi:\n(1a) Sela." in text
    of_pasal = "Di antara Pasal 1 dan Pasal 2 disisipkan 1 (satu) pasal"
    assert f"2. {of_pasal}, yakni Pasal 1A yang berbunyi:\nPasal 1A\nSela." in text


@pytest.mark.parametrize("form", ["kontrak", "tabel"])
def test_an_address_is_not_the_whole_part_that_it_stands_in(
    ruang: Ruang, form: str
) -> None:
    base = SIGNED.replace(
        "  nomor: 1/A\n",
        "  nomor: 1/A\n  korespondensi: [{nama: Badan A, alamat: Jalan Lama 1}]\n",
        1,
    )
    base = base.replace(
        "  isi: Dapat diakhiri.\n",
        "  isi: 'Surat dialamatkan kepada:'\n  huruf:\n"
        "  - {isi: PIHAK KESATU, korespondensi: kesatu}\n",
    )
    told = _told(ruang, base, base.replace("Jalan Lama 1", "Jalan Baru 3"), form)
    assert 'Alamat dalam Pasal 2 huruf a, semula: "Jalan Lama 1", menjadi:' in told


@pytest.mark.slow
def test_words_of_a_pasal_that_stands_anew_are_no_item_of_their_own(
    ruang: Ruang,
) -> None:
    root = ruang(SIGNED.replace("  - isi: Lain.", AYAT))
    changes = """\
jenis: adendum
perubahan:
- {tindakan: ganti_kata, letak: Pasal 1 ayat (2), tertulis: dinas, menjadi: badan}
- {tindakan: ganti_kata, letak: Pasal 1 ayat (4), tertulis: dinas, menjadi: badan}
- {tindakan: ubah, letak: Pasal 1 ayat (3), menjadi: Yang ketiga lain.}
"""
    (root / "agreements/uji/adendum-01.yaml").write_text(changes)
    nota(root, "susun", "uji", "--format", "txt")
    text = (root / "output/uji/adendum-01.txt").read_text()
    every = "ketentuan ayat (2) sampai dengan ayat (4) Pasal 1 diubah sehingga Pasal 1"
    assert f"Dalam Nota Kesepakatan tentang Uji, {every} berbunyi" in text
    assert "Kata " not in text


AYAT = """\
  - isi: Yang kedua dinas.
  - isi: Yang ketiga dinas lain.
  - isi: Yang keempat dinas."""


REBUILT = SIGNED.replace(
    "  isi: Dapat diakhiri.\n",
    "  ayat: [Dapat diakhiri., Diberitahukan sebelumnya.]\n",
)


@pytest.mark.parametrize("form", ["kontrak", "tabel"])
def test_a_pasal_built_otherwise_is_one_change(ruang: Ruang, form: str) -> None:
    """Where no paragraph has its old one, none is told as deleted or as added."""
    told = _told(ruang, REBUILT, SIGNED, form)
    old = "(1) Dapat diakhiri. (2) Diberitahukan sebelumnya."
    assert f'\n1. Pasal 2, semula: "{old}", menjadi: "Dapat diakhiri."\n' in told
    assert "\n2. " not in told


def test_lines_that_come_stand_with_the_words_above_them(ruang: Ruang) -> None:
    lines = '"Lain:"\n    baris: [{label: Bank, isi: Bank Contoh}, {label: Nomor, isi: 1-2}]'
    told = _told(ruang, SIGNED, SIGNED.replace("isi: Lain.", f"isi: {lines}"), "tabel")
    new = "(2) Lain: Bank : Bank Contoh Nomor : 1-2"
    assert f'\n1. Pasal 1 ayat (2), semula: "(2) Lain.", menjadi: "{new}"\n' in told


def test_a_column_names_its_rows_alone(ruang: Ruang) -> None:
    new = SIGNED.replace("[No, Volume, {", "[No, {")
    new = new.replace("1 | 800 |", "1 |").replace("2 | 10 |", "2 |")
    told = _told(ruang, SIGNED, new, "tabel")
    assert 'kolom Volume dihapus, semula: "baris 1: 800; baris 2: 10"\n' in told


@pytest.mark.parametrize("form", ["pasal", "kontrak"])
def test_a_row_that_only_counts_on_is_no_change_of_it(ruang: Ruang, form: str) -> None:
    rows = """lampiran:
- judul: LAYANAN
  tabel: {kolom: [No, Uraian, Luas], baris: ["1 | Taman Satu | 9", %s | Taman Empat | 5"]}
"""
    old = SIGNED + rows % '"2 | Taman Dua dan Tiga | 30", "3'
    new = SIGNED + rows % '"2 | Taman Dua | 10", "3 | Taman Tiga | 20", "4'
    told = _told(ruang, old, new, form)
    beside = "di antara baris 2 tabel dan baris 3 tabel disisipkan 1 (satu) baris"
    assert f"1. Ketentuan baris 2 tabel Lampiran diubah dan {beside} sehingga" in told


@pytest.mark.parametrize("form", ["pasal", "kontrak", "tabel"])
def test_a_party_is_called_as_the_text_that_changes_calls_it(
    ruang: Ruang, form: str
) -> None:
    first = SIGNED.index("- nama: ")
    new = f"{SIGNED[:first]}- sebutan: PENYEDIA\n  {SIGNED[first + 2 :]}"
    told = _told(ruang, SIGNED, new, form)
    assert "\n1. Keterangan mengenai PIHAK KESATU" in told


@pytest.mark.slow
def test_a_deleted_pasal_is_called_a_provision(ruang: Ruang) -> None:
    gone = "- judul: PENGAKHIRAN\n  isi: Dapat diakhiri.\n"
    root = ruang(SIGNED)
    (root / "baru.yaml").write_text(SIGNED.replace(gone, ""))
    words = ("adendum", "uji", "--dari", str(root / "baru.yaml"), "--alasan", "perlu")
    nota(root, *words, "--bentuk", "kontrak")
    nota(root, "susun", "uji", "--format", "txt")
    text = (root / "output/uji/adendum-01.txt").read_text()
    assert "1. Ketentuan Pasal 2 yang semula berbunyi:\nPasal 2\nPENGAKHIRAN\n" in text


def test_a_comma_stands_once_before_the_new_text() -> None:
    said = {"{perubahan} yang berbunyi:": "{perubahan}, which reads:"}
    english = Speech(Language(adendum=said), INDONESIAN)
    put_in = "There shall be inserted CHAPTER IA, consisting of Article 4A,"
    row = PerubahanRow("", menjadi=("x",), put_in=put_in, speech=english)
    assert row.opening == f"{put_in} which reads:"
