"""One thing has one name: spelled alike, with one form, one office; and a reference is about what it says."""

import pytest

from conftest import MINIMAL
from told import told_of_data, told_of_text

_TEXT = """\
Pasal 1 TUJUAN

{first}

Pasal 2 PEMBIAYAAN

{second}

Pasal 3 SANKSI

{third}
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Kali Bening", "Kali Benang"),
        ("Danau Laya", "Danau Raya"),
        ("Sanggar Laras Muda", "Sanggar Laras Mudha"),
        ("Helen Margaret Ashworth", "Helen Margaret Ashwort"),
        ("Laporan Stok", "Laporan Stock"),
        ("SMK Negeri 3 Aren", "SMA Negeri 3 Aren"),
        ("Danau Laya", "Sungai Laya"),
    ],
)
def test_a_name_is_spelled_alike(right: str, wrong: str) -> None:
    often = f"Tentang {right}, yaitu {right} itu, dan {right}."
    is_tail = wrong.startswith(right.split(maxsplit=1)[0])
    last = wrong.rsplit(maxsplit=1)[-1] if is_tail else wrong
    for other, is_slip in ((wrong, True), (right, False)):
        text = _TEXT.format(first=often, second=f"Kepada {other}.", third="Isi.")
        told = told_of_text(text, "SAMA-UNIT")
        assert any(last in piece for piece in told) == is_slip
        yaml = MINIMAL.replace("isi: Isi.", f"ayat: ['{often}', 'Kepada {other}.']")
        told = told_of_data(yaml, "SAMA-UNIT")
        assert any(last in piece for piece in told) == is_slip


@pytest.mark.parametrize(
    "words",
    [
        "Kepala Bidang Data dan Kepala Badan Data; Kepala Bidang.",
        "Pembina Muda dan Pembina Madya; Pembina Muda.",
        "Nota Kesepakatan dan Nota Kesepahaman; Nota Kesepakatan.",
        "Tanggal 1 Juni dan 1 Juli; Bulan Juni dan Bulan Juli.",
        "Jalan Raya Aren dan Jalan Jaya Bulan; Jalan Raya Aren.",
    ],
)
def test_other_things_have_other_names(words: str) -> None:
    text = _TEXT.format(first=words, second="Isi.", third="Isi.")
    assert told_of_text(text, "SAMA-UNIT") == []


@pytest.mark.parametrize(("seat", "many"), [("Banyubiru", 0), ("Banyumerah", 2)])
def test_who_is_named_is_who_signs_beside(seat: str, many: int) -> None:
    yaml = MINIMAL.replace("isi: Isi.", f"isi: Difasilitasi Camat {seat}.")
    yaml += "mengetahui: [{ jabatan: Camat Banyubiru, nama: BUDI }]\n"
    assert len(told_of_data(yaml, "SAMA-UNIT")) == many


@pytest.mark.parametrize(
    ("owner", "is_slip"), [("Sanggar Laras Muda", False), ("Sanggar Laras Jaya", True)]
)
def test_an_account_is_of_the_party(owner: str, *, is_slip: bool) -> None:
    yaml = MINIMAL.replace("nama: Badan A", "nama: Sanggar Laras Muda").replace(
        "isi: Isi.",
        f"isi: 'Ke rekening:'\n  baris: [{{ label: Atas Nama, isi: {owner} }}]",
    )
    assert bool(told_of_data(yaml, "SAMA-PIHAK")) == is_slip


@pytest.mark.parametrize(
    ("third", "pieces"),
    [
        ("Denda pembiayaan sebagaimana dimaksud dalam Pasal 2.", []),
        ("Denda pembiayaan sebagaimana dimaksud dalam Pasal 1.", ["Pasal 1"]),
        ("Kesepakatan Bersama sebagaimana dimaksud dalam Pasal 1.", []),
        ("Kesepakatan Bersama sebagaimana dimaksud dalam Pasal 2.", ["Pasal 2"]),
        (
            "Bila Gangguan tidak dipulihkan sebagaimana dimaksud dalam Pasal 2 ayat (1) huruf a.",
            ["ayat (1) huruf a"],
        ),
        (
            "Bila Gangguan tidak dipulihkan sebagaimana dimaksud dalam Pasal 2 ayat (1) huruf b.",
            [],
        ),
    ],
)
def test_a_reference_is_about_what_it_says(third: str, pieces: list[str]) -> None:
    text = _TEXT.format(
        first="Melaksanakan Kesepakatan Bersama Nomor 5 tentang Buku.",
        second="(1) Kewajibannya:\n\na. menjaga tempat; dan\n\n"
        "b. memulihkan setiap Gangguan.\n\n(2) Isi.",
        third=third,
    )
    assert told_of_text(text, "RUJUK-ISI") == pieces


@pytest.mark.parametrize(
    ("subject", "nomor", "is_other"),
    [
        ("perlengkapan Gudang", "II", False),
        ("perlengkapan Gudang", "I", True),
        ("Rencana Kerja", "III", False),
        ("Kegiatan", "I", True),
        ("hal lain", "I", False),
    ],
)
def test_an_annex_is_about_what_a_reference_says(
    subject: str, nomor: str, *, is_other: bool
) -> None:
    words = f"Semua {subject} sebagaimana tercantum dalam Lampiran {nomor}."
    heads = ("TINGKAT LAYANAN", "PERLENGKAPAN GUDANG", "RENCANA KERJA")
    annexes = "".join(
        f"\nLampiran {nomor_} Perjanjian\n\n{head}\n\nIsi.\n"
        for nomor_, head in zip(("I", "II", "III"), heads, strict=True)
    )
    text = _TEXT.format(first=words, second="Isi.", third="Isi.") + annexes
    assert bool(told_of_text(text, "RUJUK-ISI")) == is_other
    lampiran = "".join(f"- {{ judul: {head}, isi: Isi. }}\n" for head in heads)
    yaml = MINIMAL.replace("isi: Isi.", f"isi: {words}") + f"lampiran:\n{lampiran}"
    assert bool(told_of_data(yaml, "RUJUK-ISI")) == is_other


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Orientasi Pra Pemberangkatan (OPB) diadakan.", "OPB"),
        ("Tenaga Kerja Indonesia (TKL) dibina.", "TKL"),
        ("Riset dan Inovasi Daerah (RID) lalu Tata Laksana Baku (TLK).", "TLK"),
        ("Rancangan Undang-Undang (RUK) dibahas.", "RUK"),
        ("Orientasi Pra Pemberangkatan (OPP) diadakan.", ""),
        (
            "Sistem Informasi Geografis (GIS) dan Prosedur Operasional Standar (SOP).",
            "",
        ),
        ("Kawasan Ekonomi Eksklusif (ZEE) dan wilayah ZEE lain.", ""),
        ("Komisi Pemilihan Umum Daerah (KPU) dan Kelompok Tani (POKTAN).", ""),
    ],
)
def test_an_abbreviation_has_the_letters_of_its_words(text: str, piece: str) -> None:
    told = [piece] if piece else []
    assert told_of_text(text, "SAMA-ISTILAH") == told
    assert (
        told_of_data(MINIMAL.replace("isi: Isi.", f"isi: '{text}'"), "SAMA-ISTILAH")
        == told
    )


def test_a_parent_has_no_number_twice() -> None:
    induk = (
        "induk: {jenis: Nota Kesepakatan, judul: Isi, nomor: [1/A/2024, 2/A/2024]}\n"
    )
    assert told_of_data(MINIMAL + induk, "INDUK-SAMA") == []
    twice = MINIMAL + induk.replace("2/A/2024", "1/A/2024")
    assert told_of_data(twice, "INDUK-SAMA") == ["1/A/2024"]
