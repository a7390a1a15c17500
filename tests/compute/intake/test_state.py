"""What a register says of an agreement's fate: kept, asked, and never announced as live."""

from datetime import date

import pytest

from notakesepakatan.compute.intake.state import SettledState, settle_state
from notakesepakatan.compute.time.recorded import read_recorded

TODAY = date(2026, 1, 1)
BEGIN = date(2024, 1, 1)
PAST, TO_COME = date(2025, 12, 31), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Aktif", "berlaku"),
        ("active", "berlaku"),
        ("Masih berlaku", "berlaku"),
        ("dalam-perpanjangan", "berlaku"),
        ("Proses Perpanjangan", "berlaku"),
        ("belum berakhir", "berlaku"),
        ("Non-Aktif", "berakhir"),
        ("TIDAK AKTIF", "berakhir"),
        ("tidak berlaku lagi", "berakhir"),
        ("expired", "berakhir"),
        ("Kadaluarsa", "berakhir"),
        ("Berakhir", "berakhir"),
        ("tidak diperpanjang", "berakhir"),
        ("dibatalkan", "batal"),
        ("Batal", "batal"),
        ("Diakhiri 12/05/2024", "diakhiri"),
        ("putus kontrak", ""),
        ("Diputus", "diakhiri"),
        ("terminated", "diakhiri"),
        ("Tidak dibatalkan", "berlaku"),
        ("Belum selesai", "berlaku"),
        ("belum expired", "berlaku"),
        ("Akan berakhir", "berlaku"),
        ("tidak ada pembatalan", "berlaku"),
        ("Masih aktif, belum habis masa berlaku", "berlaku"),
        ("Berlaku sampai selesai pekerjaan", "berlaku"),
        ("Dibatalkan karena tidak selesai", "batal"),
        ("Belum berakhir, sudah diperpanjang", "diperpanjang"),
        ("not active", "berakhir"),
        ("no longer valid", "berakhir"),
        ("tidak aktif, sudah berakhir", "berakhir"),
        ("diperpanjang", "diperpanjang"),
        ("Sudah diperpanjang s.d. 31-12-2027", "diperpanjang"),
        ("menunggu tanda tangan", ""),
        ("", ""),
    ],
)
def test_words_of_a_status(text: str, kind: str) -> None:
    assert read_recorded(text).kind == kind


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Dibatalkan 12 Mei 2024", "batal sejak 12 Mei 2024"),
        ("diakhiri tgl. 31/12/2024", "diakhiri sejak 31 Desember 2024"),
        ("Diperpanjang s.d. 31-12-2027", "diperpanjang sampai dengan 31 Desember 2027"),
        ("aktif", "aktif"),
        ("menunggu tanda tangan", "menunggu tanda tangan"),
    ],
)
def test_what_is_certain_is_kept(text: str, read: str) -> None:
    found = settle_state(text, BEGIN, TO_COME, TODAY)
    assert (found.read, found.certainty) == (read, "pasti")


@pytest.mark.parametrize(
    ("text", "end", "choices"),
    [
        ("Aktif (pengganti MoU yang dicabut)", TO_COME, ("berlaku", "diakhiri")),
        ("Berlaku s.d. 2023, lalu dibatalkan", TO_COME, ("berlaku", "batal")),
        ("Aktif, tetapi sudah berakhir", TO_COME, ("berlaku", "berakhir")),
        ("Dibatalkan 05/03/2024", TO_COME, ("2024-03-05", "2024-05-03")),
        ("Dibatalkan 12 Mei 2020", TO_COME, ("2020-05-12",)),
        ("Berakhir", TO_COME, ("berakhir", "berlaku")),
        ("Non aktif", TO_COME, ("berakhir", "berlaku")),
        ("Berakhir 1 Juni 2025", PAST, ("2025-06-01", "2025-12-31")),
        ("Diperpanjang", PAST, ()),
        ("Diperpanjang", None, ()),
    ],
)
def test_what_is_doubtful_is_asked(
    text: str, end: date | None, choices: tuple[str, ...]
) -> None:
    found = settle_state(text, BEGIN, end, TODAY)
    assert (found.read, found.certainty, found.choices) == (None, "tanya", choices)
    assert found.reason


@pytest.mark.parametrize(
    ("text", "end"), [("aktif", PAST), ("batal", TO_COME), ("diperpanjang", TO_COME)]
)
def test_what_is_chosen_says_why(text: str, end: date) -> None:
    found = settle_state(text, BEGIN, end, TODAY)
    assert (found.read, found.certainty) == (text, "cukup")
    assert found.reason


@pytest.mark.parametrize(
    ("text", "said", "read"),
    [
        ("Dibatalkan", "2024-05-12", "batal sejak 12 Mei 2024"),
        ("Diperpanjang", "2027-12-31", "diperpanjang sampai dengan 31 Desember 2027"),
        ("Non aktif", "berlaku", "berlaku"),
        ("Berakhir", "berakhir", "berakhir"),
        ("Dibatalkan 05/03/2024", "", "batal"),
    ],
)
def test_an_answer_settles_it(text: str, said: str, read: str) -> None:
    found = settle_state(text, BEGIN, TO_COME, TODAY, said)
    assert found == SettledState(read, "diputuskan")
