"""A register that was kept in Excel: every day that can be settled is right, every other one asked, and nothing is made twice."""

from datetime import date
from pathlib import Path

import pytest

from made_register import Truth, make_register
from notakesepakatan.bureau.decisions import keep_decisions, load_decisions
from notakesepakatan.bureau.impor import (
    Examined,
    NoTable,
    ReadRegister,
    examine,
    read_register_book,
    take_in,
)
from notakesepakatan.bureau.imports import NothingToTakeBack, take_back
from notakesepakatan.bureau.register import all_tenggat, open_register
from notakesepakatan.compute.intake.rows import Decided, ReadRow
from notakesepakatan.compute.intake.sheet import Book, Cell, Sheet
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.sheet.reader import book_of
from notakesepakatan.load.sheet.worker import read
from notakesepakatan.workspace import Workspace


@pytest.fixture(scope="module")
def made() -> tuple[ReadRegister, list[Truth]]:
    content, truths = make_register(500)
    return read_register_book(book_of("daftar.xlsx", read(content)), Decided()), truths


def _days(row: ReadRow) -> tuple[set[str], bool]:
    """The days of a row as read, and whether one is asked."""
    cells = [row.cells[name] for name in ("mulai", "berakhir") if name in row.cells]
    asked = any(cell.asked for cell in cells)
    read_days = {
        part for cell in cells if cell.read for part in cell.read.split(" s.d. ")
    }
    return read_days, asked


@pytest.mark.slow
def test_no_day_is_wrong_in_silence(made: tuple[ReadRegister, list[Truth]]) -> None:
    register, truths = made
    rows = {(row.sheet, row.number): row for row in register.rows}
    assert len(rows) == 500
    wrong, asked = list[object](), 0
    for truth in truths:
        row = rows[truth.sheet, truth.row]
        found, is_asked = _days(row)
        asked += is_asked
        true_days = {str(truth.begin), str(truth.end or "tanpa batas waktu")}
        if found - true_days or (not is_asked and found != true_days):
            wrong.append((truth, found))
    assert wrong == []
    assert asked > 0


def _workspace(tmp_path: Path) -> Opened:
    return Opened(Workspace.make(tmp_path))


def _examined(
    opened: Opened, register: ReadRegister, decided: Decided | None = None
) -> Examined:
    return examine(opened.anew(), register, decided or Decided())


@pytest.mark.slow
def test_several_pihak_of_a_cell_are_told_apart(
    made: tuple[ReadRegister, list[Truth]],
) -> None:
    register, truths = made
    by_row = {
        (line.rows[0].sheet, line.rows[0].number): line for line in register.lines
    }
    assert all(by_row[truth.sheet, truth.row].pihak == truth.pihak for truth in truths)


@pytest.mark.slow
def test_what_is_certain_is_written_once_and_its_tenggat_stand_in_the_calendar(
    made: tuple[ReadRegister, list[Truth]], tmp_path: Path
) -> None:
    content, truths = make_register(60)
    register = read_register_book(book_of("daftar.xlsx", read(content)), Decided())
    opened = _workspace(tmp_path)
    examined = _examined(opened, register)
    taken = take_in(opened, examined, Decided())
    assert taken.failed == ()
    assert len(taken.slugs) == len(examined.of_state("baru"))
    assert len(taken.slugs) + len(examined.of_state("ditanyakan")) == 60

    today = date(2026, 1, 1)
    rows, problems = open_register(opened.anew(), today)
    assert problems == []
    written = {row.summary.nomor[0] for row in rows}
    next_year = [
        truth.end
        for truth in truths
        if truth.nomor in written
        and truth.end
        and today <= truth.end < date(2027, 1, 1)
    ]
    ends = [
        tenggat.tanggal
        for _, tenggat in all_tenggat(rows, 365)
        if tenggat.jenis == "berakhir" and tenggat.tanggal < date(2027, 1, 1)
    ]
    assert sorted(ends) == sorted(next_year)
    assert len(ends) > 3

    again = _examined(opened, register)
    assert again.of_state("baru") == []
    assert take_in(opened, again, Decided()).slugs == ()


@pytest.mark.slow
def test_an_import_is_taken_back_as_one_act_but_for_what_was_worked_on(
    tmp_path: Path,
) -> None:
    content, _ = make_register(12)
    register = read_register_book(book_of("daftar.xlsx", read(content)), Decided())
    opened = _workspace(tmp_path)
    taken = take_in(opened, _examined(opened, register), Decided())
    worked_on = opened.workspace.file(taken.slugs[0])
    worked_on.write_text(worked_on.read_text() + "# dilengkapi\n")
    back = take_back(opened)
    assert back.kept == taken.slugs[:1]
    assert opened.workspace.slugs() == taken.slugs[:1]
    acts = {entry.tindakan for entry in opened.workspace.trail()}
    assert {"mengimpor daftar daftar.xlsx", "membatalkan impor"} <= acts
    with pytest.raises(NothingToTakeBack):
        take_back(opened)


def _book(*rows: tuple[str, ...]) -> Book:
    cells = [[Cell(text) for text in row] for row in rows]
    return Book("daftar.csv", (Sheet("", cells),))


_HEAD = ("Nomor", "Judul", "Mitra", "Mulai", "Selesai", "Warna Map")


def test_an_answer_settles_the_cell_also_in_the_next_file(tmp_path: Path) -> None:
    row = ("1/PKS/2025", "Sampah", "PT Bersih", "03/05/2025", "", "B7")
    register = read_register_book(_book(_HEAD, row), Decided())
    (cell,) = register.lines[0].asked
    assert cell.choices == ("2025-05-03", "2025-03-05")
    decided = Decided(cells={cell.mark: "2025-05-03"})
    moved = read_register_book(_book(("Daftar",), (), _HEAD, row), decided)
    assert moved.lines[0].begin == date(2025, 5, 3)
    keep_decisions(_workspace(tmp_path).workspace, decided)
    assert load_decisions(_workspace(tmp_path).workspace) == decided


def test_a_day_that_nobody_knows_is_left_out_and_its_words_are_kept() -> None:
    row = ("1/PKS/2025", "Sampah", "PT Bersih", "03/05/2025", "1 Juni 2027", "")
    (cell,) = read_register_book(_book(_HEAD, row), Decided()).lines[0].asked
    decided = Decided(cells={cell.mark: ""})
    (line,) = read_register_book(_book(_HEAD, row), decided).lines
    assert (line.asked, line.begin, line.end) == ((), None, date(2027, 6, 1))
    assert line.others == {"Mulai menurut daftar": "03/05/2025"}


def test_what_has_no_place_is_kept_under_its_head(tmp_path: Path) -> None:
    row = ("1/PKS/2025", "Sampah", "PT Bersih", "3 Mei 2025", "31 Mei 2027", "B7")
    register = read_register_book(_book(_HEAD, row), Decided())
    opened = _workspace(tmp_path)
    (slug,) = take_in(opened, _examined(opened, register), Decided()).slugs
    kept = opened.anew().riwayat(slug).origin.kesepakatan.pencatatan
    assert dict(kept.lainnya) == {"Warna Map": "B7"}
    assert kept.asal == ("daftar.csv, baris 2",)


@pytest.mark.slow
def test_one_that_is_there_under_the_same_title_is_asked_where_nothing_tells(
    tmp_path: Path,
) -> None:
    opened = _workspace(tmp_path)
    first = read_register_book(
        _book(
            _HEAD,
            (
                "1/PKS/2025",
                "Pengolahan Sampah Pasar",
                "PT Bersih",
                "3 Mei 2025",
                "",
                "",
            ),
        ),
        Decided(),
    )
    (slug,) = take_in(opened, _examined(opened, first), Decided()).slugs
    second = read_register_book(
        _book(
            _HEAD, ("-", "Pengolahan sampah pasar.", "PT. Bersih", "", "3 Mei 2027", "")
        ),
        Decided(jenis="Perjanjian Kerja Sama"),
    )
    (entry,) = _examined(opened, second).entries
    assert (entry.state, entry.slug) == ("ditanyakan", slug)
    said = Decided(same={entry.line.mark: ""})
    assert _examined(opened, second, said).entries[0].state == "baru"
    said = Decided(same={entry.line.mark: slug})
    assert _examined(opened, second, said).entries[0].state == "sudah ada"


def test_rows_that_are_one_are_joined() -> None:
    rows = (
        ("1/PKS/2025", "Sampah", "PT Bersih", "3 Mei 2025", "3 Mei 2027", ""),
        ("", "", "Desa Contoh", "", "", ""),
        ("1/PKS/2025", "Sampah", "Dinas Lingkungan", "3 Mei 2025", "3 Mei 2027", ""),
    )
    (line,) = read_register_book(_book(_HEAD, *rows), Decided()).lines
    assert line.pihak == ("PT Bersih", "Desa Contoh", "Dinas Lingkungan")
    assert [row.number for row in line.rows] == [2, 3, 4]


_WITH_STATUS = ("Nomor", "Judul", "Mitra", "Mulai", "Selesai", "Status")
_TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("status", "end", "expected"),
    [
        ("Dibatalkan 12 Mei 2025", "31 Desember 2026", ("batal", date(2025, 5, 12))),
        ("Diakhiri 12 Mei 2025", "", ("diakhiri", date(2025, 5, 12))),
        ("dibatalkan", "31 Desember 2026", ("batal", None)),
        ("Expired", "", ("berakhir", None)),
        ("berakhir", "31 Desember 2025", ("berakhir", date(2025, 12, 31))),
    ],
)
def test_what_a_register_calls_ended_has_no_tenggat(
    status: str, end: str, expected: tuple[str, date | None], tmp_path: Path
) -> None:
    row = ("1/PKS/2025", "Sampah", "PT Bersih", "3 Maret 2025", end, status)
    register = read_register_book(_book(_WITH_STATUS, row), Decided(), _TODAY)
    opened = _workspace(tmp_path)
    (slug,) = take_in(opened, _examined(opened, register), Decided()).slugs
    (one,), _ = open_register(opened.anew(), _TODAY)
    ended = one.condition.ended
    found = (one.condition.status, ended.tanggal if ended else None)
    assert found == expected
    assert list(all_tenggat([one], 3650)) == []
    kept = opened.anew().riwayat(slug).origin.kesepakatan.pencatatan
    assert status in (kept.status_tercatat, kept.lainnya.get("Status menurut daftar"))


def test_an_end_to_come_that_a_register_calls_ended_is_asked(tmp_path: Path) -> None:
    row = ("1/PKS/2025", "Sampah", "PT Bersih", "3 Mei 2025", "3 Mei 2027", "Expired")
    book = _book(_WITH_STATUS, row)
    (cell,) = read_register_book(book, Decided(), _TODAY).lines[0].asked
    assert cell.choices == ("berakhir", "berlaku")
    for said, status in (("berakhir", "berakhir"), ("berlaku", "berlaku")):
        register = read_register_book(book, Decided(cells={cell.mark: said}), _TODAY)
        opened = _workspace(tmp_path / said)
        take_in(opened, _examined(opened, register), Decided())
        (one,), _ = open_register(opened.anew(), _TODAY)
        assert one.condition.status == status


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("Sudah tidak berlaku sejak 1 Maret 2025", "berakhir sejak 1 Maret 2025"),
        ("dibatalkan", "batal"),
        ("Berakhir 3 Mei 2027", None),
        ("perlu diakhiri?", None),
    ],
)
def test_a_remark_that_says_it_has_ended_is_read(
    remark: str, expected: str | None
) -> None:
    head = (*_HEAD[:5], "Ket.")
    row = ("1/PKS/2025", "Sampah", "PT Bersih", "3 Mei 2024", "3 Mei 2027", remark)
    (line,) = read_register_book(_book(head, row), Decided(), _TODAY).lines
    assert line.register["keterangan"] == (remark,)
    assert line.register.get("status_tercatat", (None,)) == (expected,)
    cell = line.rows[0].cells["keterangan"]
    assert cell.reason.startswith("dibaca sebagai status") == bool(expected)


def test_an_extension_of_a_register_moves_the_end() -> None:
    status = "Diperpanjang s.d. 31-12-2028"
    row = ("1/PKS/2025", "Sampah", "PT Bersih", "3 Mei 2025", "3 Mei 2027", status)
    (line,) = read_register_book(_book(_WITH_STATUS, row), Decided(), _TODAY).lines
    assert line.end == date(2028, 12, 31)
    assert line.others == {
        "Berakhir semula menurut daftar": "2027-05-03",
        "Status menurut daftar": status,
    }


def test_an_end_before_its_begin_is_asked() -> None:
    row = ("1/PKS/2025", "Sampah", "PT Bersih", "3 Mei 2025", "3 Mei 2024", "")
    (line,) = read_register_book(_book(_HEAD, row), Decided()).lines
    assert [cell.where for cell in line.asked] == ["D2", "E2"]
    (begin, _) = line.asked
    decided = Decided(cells={begin.mark: "2023-05-03"})
    (right,) = read_register_book(_book(_HEAD, row), decided).lines
    assert right.asked == ()


def test_a_sum_at_the_foot_is_no_agreement_and_is_named() -> None:
    row = ("1/PKS/2025", "Sampah", "PT Bersih", "3 Mei 2025", "3 Mei 2027", "B7")
    foot = ("", "", "", "", "JUMLAH", "12")
    decided = Decided(office="Pemkot Contoh")
    register = read_register_book(_book(_HEAD, row, foot), decided)
    assert len(register.lines) == 1
    assert register.unread == ('baris 3, bukan kesepakatan: "JUMLAH 12"',)


def test_a_file_without_heads_says_what_a_head_is() -> None:
    with pytest.raises(NoTable, match="Tanggal Mulai"):
        read_register_book(_book(("a", "b"), ("c", "d")), Decided())


_WITH_TERM = ("Nomor PKS", "Judul", "Para Pihak", "Jangka Waktu")


@pytest.mark.parametrize(
    ("term", "days", "span"),
    [
        (
            "3 Tahun (12 Mei 2023 s.d. 11 Mei 2026)",
            (date(2023, 5, 12), date(2026, 5, 11)),
            "",
        ),
        ("2 (dua) tahun sejak ditandatangani", (None, None), "2 tahun"),
        ("5 tahun sejak 3 Mei 2021", (date(2021, 5, 3), None), "5 tahun"),
        ("31 Desember 2026", (None, date(2026, 12, 31)), ""),
    ],
)
def test_a_term_and_its_days_in_one_cell(
    term: str, days: tuple[date | None, date | None], span: str
) -> None:
    rows = (
        ("1/PKS", "A", "Pemkab A; PT B", term),
        ("2/PKS", "B", "Pemkab A; PT B", "1 Mei 2023 s.d. 30 April 2024"),
    )
    line, _ = read_register_book(_book(_WITH_TERM, *rows), Decided()).lines
    assert ((line.begin, line.end), line.span) == (days, span)
    assert line.asked == ()


@pytest.mark.parametrize(
    ("pihak", "term"),
    [
        ("Pemkab A; PT B", "2 Tahun (3 Juli 2023 s.d. 2 Juli 2026)"),
        ("Pemkab A; PT B", "3 musim tanam"),
        ("Pemkab A dan Sanggar Nada", "3 tahun"),
    ],
)
def test_what_is_said_in_two_ways_or_none_is_asked(pihak: str, term: str) -> None:
    row = ("1/PKS", "A", pihak, term)
    (line,) = read_register_book(_book(_WITH_TERM, row), Decided()).lines
    assert len(line.asked) == 1


def test_a_range_and_a_column_that_say_two_ends_are_asked() -> None:
    head = ("Nomor", "Judul", "Mitra", "Periode", "Berakhir")
    period = "12 Mei 2023 s.d. 11 Mei 2026"
    row = ("1/PKS", "A", "PT B", period, "30 Juni 2026")
    (line,) = read_register_book(_book(head, row), Decided()).lines
    assert "E2" in [cell.where for cell in line.asked]
