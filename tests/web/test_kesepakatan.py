"""The page of one agreement: its line of days, reasons, papers, findings at their place, text in force, duplicates."""

import re
from datetime import date
from io import BytesIO

import docx
import openpyxl
import pypdf
import pytest
from werkzeug.test import TestResponse

from conftest import AKAR, CONTOH, MINIMAL
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.overview import look
from notakesepakatan.bureau.papers import make_paper, papers
from notakesepakatan.bureau.seal import seal_signed
from notakesepakatan.compute.time.timeline import life_line
from notakesepakatan.load.opened import Opened
from notakesepakatan.press import NoSuchDocument, Order, kesepakatan_documents
from notakesepakatan.workspace import Workspace
from web.conftest import HARI, Uji

RUANG = Workspace(AKAR)
SAMPAH = "contoh-sampah-2025"
NOTA = f"/kesepakatan/{CONTOH}"


@pytest.mark.slow
def test_the_line_runs_from_signing_to_the_end() -> None:
    tampak = look(Office(RUANG), CONTOH, HARI)
    assert tampak.line
    assert [(str(s.tanggal), s.jenis, s.judul) for s in tampak.line.moments] == [
        ("2022-06-16", "tanda-tangan", "Ditandatangani"),
        ("2026-11-24", "hari-ini", "Hari ini"),
        ("2027-03-05", "tenggat", "pemberitahuan"),
        ("2027-06-15", "tenggat", "berakhir"),
    ]
    assert (
        tampak.line.place(date(2022, 6, 16)),
        tampak.line.place(tampak.line.end),
    ) == (0, 1000)
    assert [hari.year for hari in tampak.line.tahun] == [2023, 2024, 2025, 2026, 2027]


@pytest.mark.slow
def test_the_line_of_one_that_was_ended() -> None:
    garis = look(Office(RUANG), SAMPAH, HARI).line
    assert garis
    assert [s.tanggal for s in garis.moments] == sorted(
        s.tanggal for s in garis.moments
    )
    kata = [s.judul for s in garis.moments]
    assert (
        kata.index("Keadaan kahar")
        < kata.index("Berita acara kahar")
        < kata.index("Pengakhiran")
        < kata.index("Diakhiri")
    )
    (serah,) = [s for s in garis.moments if s.judul == "Penyerahan rangkap"]
    assert ("Rangkap", "2") in serah.rincian
    assert {s.judul for s in garis.moments if s.tenggat} == {
        "kewajiban",
        "tindak-lanjut",
    }


@pytest.mark.slow
def test_a_draft_has_no_line(meja: Uji) -> None:
    (meja.root / "agreements/konsep").mkdir()
    (meja.root / "agreements/konsep/kesepakatan.yaml").write_text(MINIMAL)
    tampak = look(Office(Workspace(meja.root)), "konsep", HARI)
    assert tampak.line is None
    assert life_line(tampak.summary, tampak.condition, [], HARI) is None
    isi = meja.client.get("/kesepakatan/konsep").text
    assert "Garis waktu" not in isi
    assert "#ruas-" in isi, "each finding leads to the editor"


@pytest.mark.slow
def test_each_deadline_has_its_reasons(meja: Uji) -> None:
    isi = meja.client.get(NOTA).text
    rincian = re.findall(
        r"<details><summary><strong>Batas pemberitahuan.*?</details>", isi, re.DOTALL
    )
    assert len(rincian) == 1
    assert (
        "Pasal 6 ayat (2): paling lambat 3 (tiga) bulan sebelum berakhir Rabu, 16 Juni 2027"
        in rincian[0]
    )
    assert "Cuti Bersama" in rincian[0] or "cuti bersama" in rincian[0].lower()


@pytest.mark.slow
@pytest.mark.parametrize("slug", [CONTOH, SAMPAH])
def test_the_list_of_papers_is_what_is_rendered(slug: str) -> None:
    """Listed without composing, and yet the very names that `nota susun` writes."""
    kantor = Office(RUANG)
    daftar = papers(kantor, slug)
    dibuat = [
        d.nama for d in kesepakatan_documents(kantor, slug, kantor.composer, Order())
    ]
    assert [k.nama for k in daftar if not k.main] == dibuat
    rangkap = [
        d.nama
        for d in kesepakatan_documents(
            kantor, slug, kantor.composer, Order(rangkap=True)
        )
    ]
    assert [k.nama for k in daftar if k.main] == rangkap


@pytest.mark.slow
def test_papers_come_in_their_formats(meja: Uji) -> None:
    def ambil(nama: str) -> TestResponse:
        return meja.client.get(f"{NOTA}/naskah/{nama}")

    pdf = ambil("nota-kesepakatan.pdf")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert (
        pdf.headers["Content-Disposition"]
        == f'attachment; filename="{CONTOH}-nota-kesepakatan.pdf"'
    )
    assert (
        "NOTA KESEPAKATAN" in pypdf.PdfReader(BytesIO(pdf.data)).pages[0].extract_text()
    )
    word = docx.Document(BytesIO(ambil("adendum-01-lacak-perubahan.docx").data))
    assert word.paragraphs
    assert (
        "bermeterai" in ambil("nota-kesepakatan-rangkap-1.txt").text
        or "Rangkap" in ambil("nota-kesepakatan-rangkap-1.txt").text
    )
    beda = {ambil(f"nota-kesepakatan-rangkap-{n}.txt").text for n in (1, 2, 3)}
    assert len(beda) == 3
    lembar = meja.client.get(
        f"/kesepakatan/{SAMPAH}/naskah/2026-02-09-laporan-pemantauan.xlsx"
    )
    assert openpyxl.load_workbook(BytesIO(lembar.data)).active is not None
    with pytest.raises(NoSuchDocument):
        make_paper(Office(RUANG), CONTOH, "nota-kesepakatan", "xlsx")


@pytest.mark.slow
def test_findings_stand_where_the_paper_has_them() -> None:
    tampak = look(Office(RUANG), CONTOH, HARI)
    tempat = {satu.temuan.kunci: satu.anchor for satu in tampak.temuan}
    assert tempat["para_pihak[1].pengangkatan"] == "para_pihak.kesatu"
    assert tempat["dasar_hukum[6].lembaran.tahun"] == "dasar_hukum.6"
    assert tempat["pasal[4].ayat[1].huruf[4].isi"] == "pasal.4.ayat.1.huruf.d"
    assert (
        tempat["lampiran.program[3].tahapan[2].tahapan[2].outcome[1]"]
        == "lampiran.3.2.b"
    )
    assert all(tempat.values()), [
        kunci for kunci, jangkar in tempat.items() if not jangkar
    ]


@pytest.mark.slow
def test_the_text_in_force_on_a_day(meja: Uji) -> None:
    folder = meja.root / "agreements" / CONTOH
    sekarang = meja.client.get(f"{NOTA}/berlaku").text
    assert "Tidak ada adendum yang berlaku" in sekarang
    assert "Dengan adendum yang belum ditandatangani" in sekarang
    naskah = meja.client.get(
        f"{NOTA}/naskah/naskah-konsolidasi.html?per=2025-01-01"
    ).text
    words = re.sub(r"<[^>]*>", "", naskah)
    assert "NASKAH KONSOLIDASI per 1 Januari 2025" in words
    konsep = meja.client.get(
        f"{NOTA}/naskah/naskah-konsolidasi.html?per=2026-11-24&konsep=ya"
    ).text
    assert "konsep, belum ditandatangani" in konsep
    salah = meja.client.get(f"{NOTA}/berlaku?per=kemarin").text
    assert "bukan tanggal" in salah
    assert 'href="#ruas-per"' in salah
    assert sorted(satu.name for satu in folder.iterdir()) == [
        "adendum-01.yaml",
        "kesepakatan.yaml",
    ], "nothing is written"


@pytest.mark.slow
def test_an_adendum_by_its_name_and_a_finding_by_its_place(meja: Uji) -> None:
    isi = meja.client.get(NOTA).text
    assert re.search(
        r"Adendum Kesatu \(perbaikan\), \d+ perubahan: <em>konsep, belum ditandatangani</em>",
        isi,
    )
    assert f'<a href="{NOTA}/adendum/penandatanganan">Catat penandatanganan</a>' in isi
    assert ">Pasal 4 ayat (1) huruf d</span>" in isi
    assert "<code>" not in isi
    assert (
        "Memuat Adendum Kesatu (perbaikan)."
        in meja.client.get(f"{NOTA}/berlaku?konsep=ya").text
    )
    berkas = meja.root / f"agreements/{CONTOH}/adendum-01.yaml"
    berkas.write_text(berkas.read_text().replace("jenis: perbaikan", "jenis: adendum"))
    assert "Adendum Kesatu, " in meja.client.get(NOTA).text


@pytest.mark.slow
def test_a_draft_has_no_text_in_force(meja: Uji) -> None:
    (meja.root / "agreements/konsep").mkdir()
    (meja.root / "agreements/konsep/kesepakatan.yaml").write_text(MINIMAL)
    assert "Naskah yang berlaku" not in meja.client.get("/kesepakatan/konsep").text
    assert "Naskah yang berlaku" in meja.client.get(NOTA).text


@pytest.mark.slow
def test_who_holds_which_duplicate(meja: Uji) -> None:
    isi = re.sub(r"\s+", " ", meja.client.get(f"/kesepakatan/{SAMPAH}").text)
    assert "diserahkan 12 Februari 2025 kepada Petugas Arsip Contoh Selatan" in isi
    assert isi.count("belum diserahkan") == 3


@pytest.mark.slow
def test_an_edit_by_hand_shows_without_a_restart(meja: Uji) -> None:
    berkas = meja.root / "agreements" / CONTOH / "kesepakatan.yaml"
    meja.client.get(NOTA)
    berkas.write_text(
        re.sub(
            r"(?m)^judul: .*$", "judul: Judul Yang Baru", berkas.read_text(), count=1
        )
    )
    (berkas.parent / "adendum-01.yaml").unlink()
    assert "<h1>Judul Yang Baru</h1>" in meja.client.get(NOTA).text


@pytest.mark.slow
def test_a_date_in_doubt_is_marked(meja: Uji) -> None:
    folder = meja.root / "agreements/belum-pasti"
    folder.mkdir()
    isi = MINIMAL.replace("jabatan: K", "pejabat: A\n  nomor: '1'\n  jabatan: K")
    (folder / "kesepakatan.yaml").write_text(
        f"{isi}penandatanganan: {{tempat: X, tanggal: 2026-06-16}}\n"
        "tenggat: {pemberitahuan: 30 hari kerja}\n"
    )
    teks = meja.client.get("/kesepakatan/belum-pasti").text
    assert "Berakhir</dt><dd>16 Juni 2028<" in teks, "two years are certain"
    assert "aman sampai 26 April 2028 (sementara)" in teks
    assert "hari aman (sementara)" in teks
    assert "batasnya 27 April 2028 (sementara)" in teks
    assert "dapat berubah: hari libur tahun 2028 belum ditetapkan" in teks
    assert "(sementara)" not in meja.client.get(NOTA).text


@pytest.mark.slow
def test_the_desk_makes_nothing_of_a_changed_text(meja: Uji) -> None:
    slug = "bp2mi-pekalongan-2022"
    seal_signed(Opened(Workspace(meja.root)), slug, HARI)
    file = meja.root / f"agreements/{slug}/kesepakatan.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Pelindungan", "Perlindungan", 1))
    shown = meja.client.get(f"/kesepakatan/{slug}/berlaku")
    assert "berubah sejak disegel" in shown.text
    paper = meja.client.get(f"/kesepakatan/{slug}/naskah/naskah-konsolidasi.html")
    assert "ttd." not in paper.text
