"""An adendum keeps the text it was drafted against; a draft is replaced, not lost."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from bureau.test_adendum import BERTANGGAL, DASAR, Ruang, op
from notakesepakatan.bureau.adendum import DraftedAdendum, draft_from_data
from notakesepakatan.bureau.adendum_request import AdendumRefused, Request
from notakesepakatan.bureau.check import check_kesepakatan
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.register import open_register, read_register
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.workspace import Workspace

DAY = date(2025, 6, 1)
OTHER = DASAR.replace('"Lingkup:"', '"Cakupan:"')
SIGNED = (
    "penandatanganan: {tempat: Bogor, tanggal: 2025-03-01}\nalasan: [perlu diubah]\n"
)


def drafted(
    root: Path, text: str = OTHER, who: str = "", **asked: Any
) -> DraftedAdendum:
    office = Office(Workspace(root), who=who or "lokal")
    return draft_from_data(office, "uji", text.encode(), Request(**asked))


def signed(root: Path) -> Path:
    """The drafted adendum to Pasal 2 as signed by hand."""
    file = drafted(root).file
    text = file.read_text().replace("para_pihak:\n- ", "para_pihak:\n- nomor: 9/A\n  ")
    file.write_text(SIGNED + text)
    return file


def rows_of(root: Path) -> list[str]:
    rows, problems = open_register(Office(Workspace(root)), DAY)
    return [*(row.summary.slug for row in rows), *problems]


@pytest.mark.slow
def test_a_base_that_changed_under_a_signed_adendum_is_said_everywhere(
    ruang: Ruang,
) -> None:
    """Without its Pasal 2 the new words would stand in what was Pasal 3."""
    root = ruang(DASAR)
    signed(root)
    assert rows_of(root) == ["uji"]
    file = root / "agreements/uji/kesepakatan.yaml"
    begin, end = DASAR.index("- judul: DUA"), DASAR.index("- kunci: jangka_waktu")
    file.write_text(DASAR[:begin] + DASAR[end:])
    with pytest.raises(FaultyNaskah) as cause:
        check_kesepakatan(Office(Workspace(root)), "uji")
    (found,) = cause.value.temuan
    assert found.kunci == "pasal[2]" and found.tempat.file == str(file)
    line = file.read_text().splitlines()[found.tempat.baris - 1]
    assert line == "- kunci: jangka_waktu"
    assert "bukan lagi naskah yang menjadi dasar Adendum Kesatu" in found.message
    slug, problem = rows_of(root)
    assert slug == "uji" and found.message in problem


@pytest.mark.slow
def test_words_that_say_the_same_are_no_other_text(ruang: Ruang) -> None:
    root = ruang(DASAR)
    signed(root)
    file = root / "agreements/uji/kesepakatan.yaml"
    file.write_text("# Catatan\n" + DASAR.replace("isi: Penutup.", 'isi: "Penutup."'))
    assert rows_of(root) == ["uji"]


@pytest.mark.slow
def test_an_earlier_adendum_that_changed_is_said_with_its_place(ruang: Ruang) -> None:
    root = ruang(DASAR)
    first = signed(root)
    again = OTHER.replace("isi: Penutup.", "isi: Selesai.")
    second = drafted(root, again).file
    second.write_text(
        SIGNED
        + second.read_text().replace("para_pihak:\n- ", "para_pihak:\n- nomor: 8\n  ")
    )
    first.write_text(first.read_text().replace("Cakupan:", "Luasnya:"))
    row, problem = rows_of(root)
    assert row == "uji" and "adendum-01.yaml:" in problem
    assert "perubahan[1]" in problem and "dasar Adendum Kedua" in problem


def test_one_adendum_that_cannot_be_read_costs_a_message(ruang: Ruang) -> None:
    broken = BERTANGGAL.format("2025-03-01") + op("hapus", "Pasal 99")
    root = ruang(DASAR, **{"agreements/uji/adendum-01.yaml": broken})
    rows, faulty = read_register(Office(Workspace(root)), DAY)
    assert [row.summary.slug for row in rows] == ["uji"]
    assert "Pasal 99 tidak ada" in str(rows[0].data()["masalah"])
    (one,) = faulty
    assert one.messages == (one.problem,)


@pytest.mark.slow
def test_a_draft_made_for_another_text_is_told(ruang: Ruang) -> None:
    """The first of two drafts is made anew, the second stands on it."""
    root = ruang(DASAR)
    first = drafted(root).file
    again = OTHER.replace("isi: Penutup.", "isi: Selesai.")
    second = drafted(root, again)
    assert "Adendum Kesatu masih konsep" in second.peringatan[0]
    first.write_text(first.read_text().replace("Cakupan:", "Luasnya:"))
    found = check_kesepakatan(Office(Workspace(root)), "uji")
    (stale,) = [one for one in found if one.kode == "SEGEL"]
    assert stale.tingkat == "peringatan"
    assert "adendum-01.yaml bukan lagi" in stale.message
    assert "--ganti" in stale.saran
    assert stale.tempat.file == str(second.file)


@pytest.mark.slow
def test_replacing_a_draft_keeps_what_was_written_by_hand(ruang: Ruang) -> None:
    root = ruang(DASAR)
    file = drafted(root).file
    by_hand = (
        "# Menunggu paraf\nmulai_berlaku: 2025-09-01\nalasan: [terjadi perubahan]\n"
    )
    file.write_text(by_hand + file.read_text().replace("ANI", "DEWI"))
    again = DASAR.replace("isi: Penutup.", "isi: Selesai.")
    made = drafted(root, again, replace=True)
    text = file.read_text()
    data = yaml.safe_load(text)
    assert text.startswith("# Menunggu paraf\n")
    assert str(data["mulai_berlaku"]) == "2025-09-01"
    assert data["alasan"] == ["terjadi perubahan"]
    assert data["para_pihak"][0]["pejabat"] == "DEWI"
    assert [each["letak"] for each in data["perubahan"]] == ["Pasal 6"]
    said = made.peringatan[0]
    assert "Perubahan pada konsep adendum-01.yaml diganti: Ketentuan Pasal 2" in said
    assert "mulai_berlaku, alasan, para_pihak" in said


@pytest.mark.slow
def test_reasons_that_are_asked_for_go_before_those_written(ruang: Ruang) -> None:
    root = ruang(DASAR)
    file = drafted(root, alasan=("satu",)).file
    drafted(root, replace=True, alasan=("dua",))
    assert yaml.safe_load(file.read_text())["alasan"] == ["dua"]


@pytest.mark.slow
def test_the_draft_of_another_person_is_not_replaced(ruang: Ruang) -> None:
    root = ruang(DASAR)
    file = drafted(root, who="ani").file
    before = file.read_bytes()
    with pytest.raises(AdendumRefused, match="ditulis oleh ani"):
        drafted(root, who="budi", replace=True)
    assert file.read_bytes() == before
    drafted(root, who="ani", replace=True)


@pytest.mark.slow
def test_a_draft_that_cannot_be_read_is_not_replaced(ruang: Ruang) -> None:
    root = ruang(DASAR)
    file = drafted(root).file
    file.write_text("alasan: [a\n")
    with pytest.raises(AdendumRefused, match="tidak terbaca"):
        drafted(root, replace=True)
    assert file.read_text() == "alasan: [a\n"


@pytest.mark.slow
def test_a_draft_that_fits_no_more_is_replaced(ruang: Ruang) -> None:
    root = ruang(DASAR)
    file = drafted(root).file
    file.write_text(file.read_text().replace("Pasal 2", "Pasal 99"))
    drafted(root, replace=True)
    assert rows_of(root) == ["uji"]
