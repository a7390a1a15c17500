"""A text that waits at the desk: read, corrected, asked about, made an agreement; or refused."""

import html
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from bentuk.shapes import BENTUK
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.waiting import keep_waiting, waiting_files
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.load.attachments import read_attachments
from notakesepakatan.load.grammar.found import BLANK
from notakesepakatan.load.kesepakatan import load_kesepakatan
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.docx import write_docx
from web.conftest import Uji
from web.test_intake import SAMPAH, key_of, send_file

LINES = (
    *("PERJANJIAN", "ANTARA", "DESA SATU", "DAN", "DESA DUA", "TENTANG", "AIR BERSIH"),
    "Pada hari ini, Senin, tanggal 3 Maret 2025, bertempat di Satu, kami yang bertanda "
    "tangan di bawah ini:",
    "I. ANI : Kepala Desa Satu, berkedudukan di Satu, selanjutnya disebut PIHAK KESATU;",
    "II. BUDI : Kepala Desa Dua, berkedudukan di Dua, selanjutnya disebut PIHAK KEDUA;",
    *("Pasal 1", "OBJEK", "Air dipakai bersama."),
    *("Pasal 2", "JANGKA WAKTU", "Perjanjian ini berlaku selama {} tahun."),
)
FACTS = """\
cakupan: data_pokok
jenis: Perjanjian
judul: Air Bersih
para_pihak:
  - nama: Desa Satu
    nomor: 1/2025
  - nama: Desa Dua
jangka_waktu: 2 tahun sejak 2025-03-03
penandatanganan:
  tanggal: 2025-03-03
"""
"""Of the same agreement, as a register has it."""


def text(term: str = "5 (lima)") -> bytes:
    return "\n".join(LINES).format(term).encode()


def word_file(*lines: str) -> bytes:
    document, content = docx.Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(content)
    return content.getvalue()


def wait(meja: Uji, name: str, content: bytes) -> str:
    """The address of a text that waits."""
    key = keep_waiting(Workspace(meja.root), name, content).key
    return f"/masukkan/{key}/naskah"


def shown(meja: Uji, address: str) -> str:
    answer = meja.client.get(address)
    assert answer.status_code == 200
    return html.unescape(answer.text)


def written(meja: Uji, slug: str) -> Kesepakatan:
    file = meja.root / f"agreements/{slug}/kesepakatan.yaml"
    return load_kesepakatan(file).kesepakatan


def know_facts(root: Path, slug: str) -> Path:
    file = root / f"agreements/{slug}/kesepakatan.yaml"
    file.parent.mkdir()
    file.write_text(FACTS)
    return file


def target_of(page: str, slug: str) -> str:
    """What the form sends of an agreement known by its facts."""
    found = re.search(rf'<option value="({slug} \w+)"', page)
    assert found
    return found[1]


@pytest.mark.slow
def test_a_text_becomes_an_agreement_with_its_file_beside_it(meja: Uji) -> None:
    listed = send_file(meja, "/masukkan", "Air Bersih.txt", text())
    address = f"/masukkan/{key_of(meja)}/naskah"
    assert address in listed
    page = shown(meja, address)
    assert re.search(r"(\d+) kata dibaca = \1 mendapat tempat \+ 0 tanpa tempat", page)
    assert 'value="air-bersih"' in page
    assert "Perjanjian ini berlaku selama 5 (lima) tahun." in page

    answer = meja.send(address, {"nama": "air-bersih", "jangka_waktu": "5 tahun"})
    assert answer.status_code == 303
    assert answer.location == "/kesepakatan/air-bersih"
    made = written(meja, "air-bersih")
    assert made.pasal[0].isi == "Air dipakai bersama."
    assert made.penandatanganan.tanggal == date(2025, 3, 3)
    (original,) = read_attachments(Workspace(meja.root), "air-bersih")
    assert (original.kind, original.title) == ("berkas_asal", "Air Bersih.txt")
    assert waiting_files(Workspace(meja.root)) == []
    assert "Air Bersih" in meja.client.get("/?q=air+bersih").text
    assert "Air Bersih" in meja.client.get("/kalender?bulan=2030-03").text


@pytest.mark.slow
def test_what_is_doubted_is_asked_and_what_is_wrong_put_right(meja: Uji) -> None:
    address = wait(meja, "air.docx", word_file(*(b.format("5 (enam)") for b in LINES)))
    page = shown(meja, address)
    assert 'Dapat dibaca "5 tahun", tetapi kalimatnya tidak sejalan' in page
    refused = meja.send(address, {"nama": "air", "jangka_waktu": ""})
    assert refused.status_code == 422
    assert "Wajib diisi." in refused.text
    assert not (meja.root / "agreements/air").exists()

    typed = {
        "nama": "air",
        "jangka_waktu": "6 tahun",
        "para_pihak.kesatu.pejabat": "Ani Lestari",
        "penandatanganan.tanggal": "2025-03-04",
    }
    assert meja.send(address, typed).status_code == 303
    made = written(meja, "air")
    assert made.jangka_waktu.selama is not None
    assert made.jangka_waktu.selama.jumlah == 6
    assert made.para_pihak[0].pejabat == "Ani Lestari"
    assert made.penandatanganan.tanggal == date(2025, 3, 4)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"jangka_waktu": "entah"}, "jangka waktu"),
        ({"penandatanganan.tanggal": "kemarin"}, "bukan tanggal"),
        ({"nama": "Air Bersih"}, "bukan nama kesepakatan yang sah"),
        ({"nama": SAMPAH}, "Nama ini sudah dipakai"),
    ],
)
def test_a_fault_is_said_and_nothing_is_written(
    meja: Uji, typed: dict[str, str], said: str
) -> None:
    address = wait(meja, "air.txt", text())
    before = Workspace(meja.root).slugs()
    form = {"nama": "air", "jangka_waktu": "5 tahun", **typed}
    answer = meja.send(address, form)
    assert answer.status_code == 422
    assert said in html.unescape(answer.text)
    assert Workspace(meja.root).slugs() == before
    assert len(waiting_files(Workspace(meja.root))) == 1


@pytest.mark.slow
def test_words_without_place_are_listed_with_their_paragraph(meja: Uji) -> None:
    page = shown(
        meja, wait(meja, "notulen.docx", word_file("Notulen rapat.", "Hadir."))
    )
    assert "3 kata dibaca = 0 mendapat tempat + 3 tanpa tempat" in page
    assert "<td>2</td><td>Hadir.</td>" in page
    assert "Pasal: tidak terbaca dari berkas ini." in page


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("kosong.docx", word_file(" "), "tidak ada teks yang terbaca"),
        ("rusak.pdf", b"%PDF-1.7 bukan", "berkas rusak"),
        ("spasi.txt", b" \n", "tidak ada teks yang terbaca"),
    ],
)
def test_a_file_without_text_ends_in_a_sentence(
    meja: Uji, name: str, content: bytes, said: str
) -> None:
    address = wait(meja, name, content)
    assert said in meja.client.get(address, follow_redirects=True).text
    assert said in meja.send(address, {"nama": "x"}, follow_redirects=True).text
    assert not (meja.root / "agreements/x").exists()


@pytest.mark.slow
def test_a_document_of_ours_comes_back_through_the_desk(meja: Uji) -> None:
    source = load_kesepakatan(BENTUK / "hibah-sanggar/kesepakatan.yaml")
    office = Office(Workspace(meja.root))
    content = write_docx(compose_kesepakatan(office.composer, source))
    address = wait(meja, "hibah.docx", content)
    assert "+ 0 tanpa tempat" in shown(meja, address)
    answer = meja.send(address, {"nama": "hibah", "jangka_waktu": "1 tahun"})
    assert answer.status_code == 303, html.unescape(answer.text)
    assert written(meja, "hibah").judul == source.kesepakatan.judul


@pytest.mark.slow
def test_the_text_is_added_to_the_facts_that_it_matches(meja: Uji) -> None:
    know_facts(meja.root, "air-2025")
    address = wait(meja, "air-bersih.txt", text())
    page = shown(meja, address)
    value = target_of(page, "air-2025")
    assert f'<option value="{value}" selected>' in page
    answer = meja.send(address, {"kesepakatan": value, "nama": "air-bersih"})
    assert answer.location == "/kesepakatan/air-2025", html.unescape(answer.text)
    grown = written(meja, "air-2025")
    assert not grown.facts_only
    assert grown.para_pihak[0].nomor == "1/2025"
    assert len(grown.pasal) == 2
    assert not (meja.root / "agreements/air-bersih").exists()


@pytest.mark.slow
@pytest.mark.parametrize(("typed", "years"), [("5 tahun", 2), ("4 tahun", 4)])
def test_facts_stay_but_for_what_a_person_typed(
    meja: Uji, typed: str, years: int
) -> None:
    know_facts(meja.root, "air-2025")
    address = wait(meja, "air-bersih.txt", text())
    value = target_of(shown(meja, address), "air-2025")
    meja.send(address, {"kesepakatan": value, "jangka_waktu": typed})
    term = written(meja, "air-2025").jangka_waktu.selama
    assert term is not None
    assert term.jumlah == years


@pytest.mark.slow
def test_a_file_attached_to_the_facts_before_is_no_obstacle(meja: Uji) -> None:
    know_facts(meja.root, "air-2025")
    send_file(
        meja,
        "/kesepakatan/air-2025/lampiran-berkas",
        "air-bersih.txt",
        text(),
        jenis="berkas_asal",
    )
    address = wait(meja, "air-bersih.txt", text())
    value = target_of(shown(meja, address), "air-2025")
    assert meja.send(address, {"kesepakatan": value}).status_code == 303
    assert len(read_attachments(Workspace(meja.root), "air-2025")) == 1


@pytest.mark.slow
def test_another_hand_in_between_is_told_and_loses_nothing(meja: Uji) -> None:
    facts = know_facts(meja.root, "air-2025")
    address = wait(meja, "air-bersih.txt", text())
    value = target_of(shown(meja, address), "air-2025")
    changed = FACTS.replace("2 tahun", "3 tahun")
    facts.write_text(changed)
    answer = meja.send(address, {"kesepakatan": value, "nama": "air-bersih"})
    assert answer.status_code == 409
    assert "sudah diubah orang lain" in answer.text
    assert facts.read_text() == changed
    fresh = target_of(html.unescape(answer.text), "air-2025")
    assert fresh != value
    assert f'<option value="{fresh}" selected>' in answer.text
    assert meja.send(address, {"kesepakatan": fresh}).status_code == 303
    grown = written(meja, "air-2025")
    assert grown.jangka_waktu.selama is not None
    assert grown.jangka_waktu.selama.jumlah == 3


@pytest.mark.slow
def test_facts_that_came_meanwhile_are_not_taken_for_a_new_agreement(
    meja: Uji,
) -> None:
    address = wait(meja, "air-bersih.txt", text())
    facts = know_facts(meja.root, "air-bersih")
    answer = meja.send(address, {"nama": "air-bersih", "jangka_waktu": "5 tahun"})
    assert answer.status_code == 422
    assert "Nama ini sudah dipakai" in answer.text
    assert facts.read_text() == FACTS


@pytest.mark.slow
def test_a_file_that_another_took_in_is_gone(meja: Uji) -> None:
    address = wait(meja, "air.txt", text())
    form = {"nama": "air", "jangka_waktu": "5 tahun"}
    assert meja.send(address, form).status_code == 303
    again = meja.send(address, {**form, "nama": "air-2"}, follow_redirects=True)
    assert "tidak ada lagi di antara yang menunggu" in again.text
    assert not (meja.root / "agreements/air-2").exists()


@pytest.mark.slow
def test_only_who_may_write_reads_a_text(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(ani="pembaca", budi="penyusun")
    address = wait(meja, "air.txt", text())
    form = {"nama": "air", "jangka_waktu": "5 tahun"}
    meja.masuk("ani")
    assert meja.client.get(address).status_code == 403
    assert meja.send(address, form).status_code == 403
    meja.send("/keluar")
    meja.masuk("budi")
    assert meja.send(address, form).status_code == 303
    (original,) = read_attachments(Workspace(meja.root), "air")
    assert original.who == "budi"


@pytest.mark.slow
def test_a_blank_is_told_at_its_place_as_one_counts(meja: Uji) -> None:
    lines = [line.format("5 (lima)") for line in LINES]
    body = next(i for i, line in enumerate(lines) if line.startswith("Air dipakai"))
    lines[body:body] = [
        "Air itu dari mata air di bukit.",
        f"Mata air itu di {BLANK * 5}.",
    ]
    page = shown(meja, wait(meja, "air.docx", word_file(*lines)))
    assert "Paragraf 1: titik-titik" in page
    assert "aragraf 0" not in page
