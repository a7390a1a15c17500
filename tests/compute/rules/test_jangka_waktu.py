"""The clause on the term against the data by which days are reckoned."""

import pytest

from conftest import MINIMAL
from notakesepakatan.compute.rules import read_kesepakatan
from notakesepakatan.compute.rules.days.jangka_waktu import text_and_data
from notakesepakatan.compute.rules.reading import Flaw
from notakesepakatan.load.kesepakatan import parse_kesepakatan

SIGNED = "penandatanganan: {tempat: X, tanggal: 2026-03-03}\n"


def flaws(jangka_waktu: str, text: str, more: str = SIGNED) -> list[Flaw]:
    """What the rule says of a clause with this text."""
    content = (
        MINIMAL.replace("2 tahun", jangka_waktu)
        .replace("jabatan: Kepala", "jabatan: Kepala\n  pejabat: A\n  nomor: 1/A")
        .replace("jabatan: Ketua", "jabatan: Ketua\n  pejabat: B")
        .replace("- judul: SATU", "- judul: SATU\n  kunci: jangka_waktu")
        .replace("  isi: Isi.", f'  isi: "{text}"')
    )
    loaded = parse_kesepakatan((content + more).encode(), "uji.yaml")
    return list(
        text_and_data(
            read_kesepakatan(loaded.kesepakatan, None, loaded.reading, loaded.numbers)
        )
    )


_DIFFERENT = [
    ("5 tahun", "Berlaku selama 4 (empat) tahun.", "4 (empat) tahun", "4 tahun"),
    (
        "5 tahun",
        "Jangka waktunya 5 (lima) bulan sejak ditandatangani.",
        "5 (lima) bulan",
        "5 bulan",
    ),
    (
        "5 tahun",
        "Berlaku sampai dengan tanggal 31 Desember 2027.",
        "sampai dengan tanggal 31 Desember 2027",
        "sampai dengan 31 Desember 2027",
    ),
    (
        "sampai dengan 31 Desember 2027",
        "Berlaku sampai dengan 30 Desember 2027.",
        "sampai dengan 30 Desember 2027",
        "sampai dengan 30 Desember 2027",
    ),
    (
        "sampai dengan 31 Desember 2027",
        "Berlaku tanpa batas waktu.",
        "tanpa batas waktu",
        "tanpa batas waktu",
    ),
    (
        "tanpa batas waktu",
        "Berlaku selama 2 (dua) tahun.",
        "2 (dua) tahun",
        "2 tahun",
    ),
    (
        "1 April 2026 sampai dengan 31 Maret 2027",
        "Berlaku selama 2 (dua) tahun terhitung sejak tanggal 1 April 2026.",
        "2 (dua) tahun",
        "1 April 2026 sampai dengan 31 Maret 2028",
    ),
    (
        "1 April 2026 sampai dengan 31 Maret 2027",
        "Berlaku sejak 1 Mei 2026 sampai dengan 31 Maret 2027.",
        "sejak 1 Mei 2026",
        "2026-05-01",
    ),
    (
        "2 tahun sejak 1 April 2026",
        "Berlaku selama 2 (dua) tahun sejak tanggal ditandatangani.",
        "sejak tanggal ditandatangani",
        "samakan",
    ),
    (
        "1 tahun sejak 1 April 2026",
        "Berlaku 1 (satu) tahun, sampai dengan 31 Maret 2027.",
        "sampai dengan 31 Maret 2027",
        "konvensi_berakhir: sehari_sebelum",
    ),
    (
        "tahun anggaran 2026",
        "Berlaku sampai dengan tanggal 31 Desember 2027.",
        "sampai dengan tanggal 31 Desember 2027",
        "1 Januari 2026 sampai dengan 31 Desember 2027",
    ),
    (
        "tahun anggaran 2026",
        "Berlaku sejak tanggal 2 Januari 2026 sampai dengan 31 Desember 2026.",
        "sejak tanggal 2 Januari 2026",
        'tulis "jangka_waktu: 2 Januari 2026 sampai dengan 31 Desember 2026"',
    ),
]


@pytest.mark.parametrize(("data", "teks", "potongan", "saran"), _DIFFERENT)
def test_where_they_differ_the_words_and_what_to_write_are_named(
    data: str, teks: str, potongan: str, saran: str
) -> None:
    (flaw,) = flaws(data, teks)
    assert flaw.piece == potongan and saran in flaw.saran


_SAME = [
    ("5 tahun", "Berlaku selama [[jangka_waktu]] sejak ditandatangani."),
    ("5 tahun", "Berlaku selama 5 (lima) tahun dan dapat diperpanjang 2 (dua) tahun."),
    ("1 tahun", "Berlaku selama 12 (dua belas) bulan."),
    (
        "5 tahun",
        "Berlaku 5 (lima) tahun; diberitahukan paling lambat 3 (tiga) bulan sebelum "
        "jangka waktu berakhir.",
    ),
    (
        "5 tahun",
        "Berlaku 5 (lima) tahun. Jangka waktu pelaksanaan pekerjaan 90 (sembilan puluh) "
        "hari.",
    ),
    ("5 tahun", "Berlaku sampai dengan 3 Maret 2031."),
    (
        "1 April 2026 sampai dengan 31 Maret 2027",
        "Berlaku selama 1 (satu) tahun, terhitung sejak tanggal 1 April 2026 sampai "
        "dengan tanggal 31 Maret 2027.",
    ),
    (
        "sampai dengan 31 Desember 2027",
        "Berlaku sejak ditandatangani [[jangka_waktu]].",
    ),
    ("tahun anggaran 2026", "Berlaku untuk [[jangka_waktu]]."),
    ("tanpa batas waktu", "Berlaku untuk jangka waktu yang tidak ditentukan."),
    ("{sampai_terpenuhi: hibah diserahkan}", "Berlaku [[jangka_waktu]]."),
    (
        "{sampai_terpenuhi: seluruh hibah diserahkan}",
        "Berlaku sejak ditandatangani sampai dengan diserahkannya seluruh hibah.",
    ),
    (
        "5 tahun",
        "Berlaku 5 (lima) tahun, atau berlaku sampai seluruh hibah diserahkan.",
    ),
    ("tanpa batas waktu", "Berlaku sampai dengan diakhiri oleh PARA PIHAK."),
    ("5 tahun", "Berlaku selama 300 (tiga ratus) tahun pajak lamanya"),
]


@pytest.mark.parametrize(("data", "teks"), _SAME[:-1])
def test_where_they_agree_nothing_is_said(data: str, teks: str) -> None:
    assert not flaws(data, teks)


def test_a_span_beyond_a_century_is_none() -> None:
    assert not flaws(*_SAME[-1])


def test_only_the_clause_on_the_term_is_read() -> None:
    other = 'Pasal ini."\n- judul: LAIN\n  isi: "Pinjaman berlaku selama 2 (dua) tahun.'
    assert not flaws("5 tahun", other)
    in_clause = other.replace("Pasal ini.", "Berlaku selama 2 (dua) tahun.")
    assert len(flaws("5 tahun", in_clause)) == 1


@pytest.mark.parametrize("hari", ["", "penandatanganan: {rencana: 2026-03-03}\n"])
def test_a_draft_is_held_against_its_data_too(hari: str) -> None:
    assert flaws("5 tahun", "Berlaku selama 4 (empat) tahun.", hari)
    assert not flaws("5 tahun", "Berlaku selama 5 (lima) tahun.", hari)
    ends = flaws("5 tahun", "Berlaku sampai dengan 3 Maret 2031.", hari)
    assert bool(ends) == (not hari), "without a day of signing no last day is known"


@pytest.mark.parametrize(
    ("data", "teks", "potongan"),
    [
        (
            "{sampai_terpenuhi: seluruh hibah diserahkan}",
            "Berlaku sampai dengan gedung selesai dibangun.",
            "Berlaku sampai dengan gedung selesai dibangun",
        ),
        (
            "{sampai_terpenuhi: seluruh hibah diserahkan}",
            "Berlaku untuk jangka waktu yang tidak terbatas.",
            "tidak terbatas",
        ),
        (
            "{sampai_terpenuhi: seluruh hibah diserahkan}",
            "Berlaku selama 2 (dua) tahun.",
            "2 (dua) tahun",
        ),
        (
            "5 tahun",
            "Berlaku sejak ditandatangani sampai seluruh hibah diserahkan.",
            "Berlaku sejak ditandatangani sampai seluruh hibah diserahkan",
        ),
    ],
)
def test_a_condition_is_held_against_the_text(
    data: str, teks: str, potongan: str
) -> None:
    (flaw,) = flaws(data, teks)
    assert flaw.piece == potongan


@pytest.mark.parametrize("judul", ["MASA BERLAKU", "2. WAKTU", "LAMA PERJANJIAN"])
def test_the_pasal_is_known_by_other_headings(judul: str) -> None:
    assert _flaws_below(f"judul: {judul}\n  ", "Berlaku 6 (enam) bulan.") == [
        "6 (enam) bulan"
    ]
    assert _flaws_below("judul: WAKTU RAPAT\n  ", "Berlaku 6 (enam) bulan.") == []


def test_without_a_heading_it_is_known_by_its_words() -> None:
    said = "Kesepakatan Bersama ini berlaku selama 3 (tiga) tahun."
    assert _flaws_below("", said) == ["3 (tiga) tahun"]
    assert _flaws_below("", "Tarif ini berlaku selama 3 (tiga) tahun.") == []


def _flaws_below(head: str, isi: str) -> list[str]:
    """What is told of a pasal without a role in an agreement of 2 years."""
    yaml = MINIMAL[: MINIMAL.index("pasal:")]
    yaml += f"pasal:\n- {head}isi: {isi}\n"
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    reading = read_kesepakatan(loaded.kesepakatan, None, loaded.reading, loaded.numbers)
    return [flaw.piece for flaw in text_and_data(reading)]
