"""Papers in the life of an agreement: what they say, what is refused, what stands in the register and when it goes."""

import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import yaml

from baca import docx_lines, pdf_pages, unparted
from command import run
from conftest import AKAR, CONTOH, Emas, write_all
from notakesepakatan.compose.attendance import attendance
from notakesepakatan.compose.chart import bar_chart
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kinds import load_documents
from notakesepakatan.compose.peristiwa import (
    REPORT_COLUMNS,
    Case,
    compose_document,
    report_rows,
)
from notakesepakatan.compute.peristiwa.realisasi import capaian_list, over_years
from notakesepakatan.compute.time.register import condition
from notakesepakatan.load.adendum.riwayat import load_riwayat
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.para_pihak import PenandaTangan
from notakesepakatan.model.peristiwa import Person
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.xlsx import write_xlsx

Ruang = Callable[..., Path]
SAMPAH = "contoh-sampah-2025"
ISI_BP2MI = (AKAR / "agreements" / CONTOH / "kesepakatan.yaml").read_text()


@pytest.fixture
def bp2mi(ruang: Ruang) -> Path:
    """The agreement of two parties with events of every kind, which in truth never happened."""
    akar = ruang(ISI_BP2MI)
    shutil.copytree(AKAR / "tests/peristiwa", akar / "agreements/uji/peristiwa")
    return akar


def cases(akar: Path, slug: str) -> list[tuple[str, Case]]:
    ruang = Workspace(akar)
    riwayat = load_riwayat(ruang, slug)
    ringkasan, termuat = Opened(ruang).summary(slug), Opened(ruang).peristiwa_list(slug)
    kalender, jenis = load_calendar(akar), load_documents(Composer.of(akar).templat)
    return [
        (
            nama,
            Case(
                satu.peristiwa,
                riwayat.on(satu.peristiwa.tanggal),
                ringkasan.peristiwa,
                kalender,
            ),
        )
        for satu in termuat
        for nama, dokumen in jenis.items()
        if dokumen.peristiwa == satu.peristiwa.jenis
    ]


@pytest.mark.slow
def test_every_kind_of_document_for_both_agreements(
    bp2mi: Path, penyusun: Composer
) -> None:
    """Words equal in DOCX, PDF and text, two parties and three, five years and three."""
    jenis = load_documents(penyusun.templat)
    for akar, slug in ((AKAR, SAMPAH), (bp2mi, "uji")):
        ada = cases(akar, slug)
        assert {nama for nama, _ in ada} == set(jenis)
        for nama, perkara in ada:
            k = write_all(compose_document(penyusun, jenis[nama], perkara))
            assert [b.split() for b in docx_lines(k.docx)] == [
                b.split() for b in k.txt.splitlines()
            ], (slug, nama)
            satu_kolom = " ".join(b for b in k.txt.splitlines() if "\t" not in b)
            pdf = unparted("".join("".join(pdf_pages(k.pdf)).split()))
            for kata in satu_kolom.split():
                assert unparted(kata) in pdf, (slug, nama, kata)
            assert "None" not in k.txt and "[[" not in k.txt


@pytest.mark.slow
@pytest.mark.parametrize(
    "nama",
    [
        "berita-acara-kahar",
        "berita-acara-pengakhiran",
        "berita-acara-musyawarah",
        "laporan-pemantauan",
    ],
)
def test_word_by_word(nama: str, penyusun: Composer, emas: Emas) -> None:
    (perkara,) = (p for n, p in cases(AKAR, SAMPAH) if n == nama)
    emas(
        nama,
        write_all(
            compose_document(penyusun, load_documents(penyusun.templat)[nama], perkara)
        ).txt,
    )


@pytest.mark.slow
def test_a_report_of_what_has_no_subject_names_none(
    bp2mi: Path, penyusun: Composer
) -> None:
    file = bp2mi / "agreements/uji/kesepakatan.yaml"
    file.write_text("susunan: {tentang: tidak}\n" + file.read_text())
    kind = load_documents(penyusun.templat)["laporan-pemantauan"]
    (case, *_) = (p for n, p in cases(bp2mi, "uji") if n == "laporan-pemantauan")
    head, *_ = write_all(compose_document(penyusun, kind, case)).txt.splitlines()
    assert head.endswith(" NOTA KESEPAKATAN")
    assert " RENCANA KERJA TAHUN I" in head


@pytest.mark.processes
def test_minutes_late_in_time_or_not_yet(ruang: Ruang, penyusun: Composer) -> None:
    akar = ruang(ISI_BP2MI)
    run(
        "-C",
        akar,
        "kahar",
        "uji",
        "--isi",
        AKAR / "tests/peristiwa/2025-12-22-keadaan-kahar.yaml",
        "--format",
        "txt",
    )
    berkas = akar / "output/uji/2025-12-22-berita-acara-kahar.txt"
    assert "yaitu hari Senin, tanggal 5 Januari 2026.\n" in berkas.read_text()
    assert "Pada hari ini ………………" in berkas.read_text()
    run(
        "-C",
        akar,
        "catat",
        "uji",
        "berita_acara_kahar",
        "--kejadian",
        "2025-12-22",
        "--tanggal",
        "2026-01-06",
    )
    run(
        "-C", akar, "susun", "uji", "--format", "txt", "--dokumen", "berita-acara-kahar"
    )
    assert "dibuat setelah batas waktu tersebut" in berkas.read_text()


@pytest.mark.processes
def test_a_part_without_number_is_named_inside_the_sentence(ruang: Ruang) -> None:
    shape = AKAR / "tests/bentuk/mou-kampus-radio/kesepakatan.yaml"
    root = ruang(shape.read_text())
    words = "kahar uji --tanggal 2026-06-01 --macam gempa --tempat Contoh --uraian U."
    more = ("--hubungan", "H.", "--tugas", "Pasal 2", "--format", "txt")
    run("-C", root, *words.split(), *more)
    text = (root / "output/uji/2026-06-01-berita-acara-kahar.txt").read_text()
    assert (
        "adalah tugas sebagaimana dimaksud dalam bagian kedua Nota Kesepahaman, yaitu"
        in text
    )


@pytest.mark.processes
def test_duties_are_quoted_from_the_text_in_force(ruang: Ruang) -> None:
    adendum = """\
penandatanganan: {tempat: Kajen, tanggal: 2024-01-01}
para_pihak: [{nomor: 1}]
alasan: [keadaan berubah]
perubahan:
- {tindakan: ubah, letak: Pasal 4 ayat (2) huruf b, menjadi: memberikan pelindungan menyeluruh; dan}
- {tindakan: hapus, letak: Pasal 4 ayat (1) huruf e}
"""
    akar = ruang(ISI_BP2MI, **{"agreements/uji/adendum-01.yaml": adendum})
    daftar = run("-C", akar, "kahar", "uji", "--daftar-tugas").stdout
    assert (
        "Pasal 4 ayat (2) huruf b: memberikan pelindungan menyeluruh\n" in daftar
        and "ayat (1) huruf e" not in daftar
    )
    isi = [
        "kahar",
        "uji",
        "--tanggal",
        "2025-01-06",
        "--macam",
        "gempa",
        "--tempat",
        "Kajen",
        "--uraian",
        "U.",
        "--hubungan",
        "H.",
    ]
    assert (
        "sudah dihapus dengan adendum"
        in run("-C", akar, *isi, "--tugas", "Pasal 4 ayat (1) huruf e", kode=1).stderr
    )
    run(
        "-C",
        akar,
        *isi,
        "--tugas",
        "Pasal 4 ayat (2) huruf b",
        "--kerugian",
        "kedua; gedung retak",
        "--saksi",
        "S; Camat",
        "--surat-keterangan",
        "BPBD; 1; 2025-01-08",
        "--pemulihan",
        "Perbaikan; kedua; 2025-03-03",
        "--format",
        "txt",
    )
    teks = (akar / "output/uji/2025-01-06-berita-acara-kahar.txt").read_text()
    place = "Pasal 4 ayat (2) huruf b Nota Kesepakatan"
    duty = f"adalah tugas sebagaimana dimaksud dalam {place}, yaitu "
    assert f'{duty}"memberikan pelindungan menyeluruh".' in teks
    assert "3 Maret 2025" in teks
    assert "sebagaimana telah diubah dengan Adendum Kesatu" in teks


@pytest.mark.processes
@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\ntugas: [Pasal 99]",
            "tugas[1]: Pasal 99 tidak ada",
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\ntugas: [Pasal 7]",
            "tugas[1]: Pasal 7 bukan satu tugas; pilih dari: Pasal 4 ayat (1) huruf a",
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\ntugas: [judul]",
            "judul bukan pasal, ayat, huruf, atau angka",
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\nprogram: [3.9]",
            "program[1]: baris 3.9 tidak ada pada Rencana Kerja; yang ada: 1, 2, 3.1.a",
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2028-01-06",
            "tanggal: 2028-01-06 di luar jangka waktu, yang berakhir 2027-06-16",
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\nsampai: 2025-01-05",
            "sampai: 2025-01-05 mendahului kejadiannya 2025-01-06",
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\ndiketahui: 2025-01-05",
            "diketahui: 2025-01-05 mendahului",
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\nkerugian: {ketiga: x}",
            'kerugian.ketiga: pihak "ketiga" tidak ada',
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\nsurat_keterangan: {instansi: X, tanggal: 2025-01-01}",
            "surat keterangan 2025-01-01 mendahului",
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\npokok: x",
            "pokok bukan untuk jenis keadaan_kahar",
        ),
        (
            "jenis: berita_acara_kahar\ntanggal: 2025-01-06\nkejadian: 2025-01-08",
            "kejadian sesudah yang menjawabnya",
        ),
        (
            "jenis: berita_acara_kahar\ntanggal: 2025-01-06\nkejadian: 2025-01-02",
            "tidak ada keadaan kahar pada 2025-01-02",
        ),
        ("jenis: berita_acara_kahar\ntanggal: 2025-01-06", "kejadian belum ada"),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\ntugas: [Pasal 4 ayat (1)]",
            "Pasal 4 ayat (1) bukan satu tugas",
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\nmacam: '[[judul]]'",
            "macam: kurung siku ganda tidak diisi di sini",
        ),
        (
            "jenis: keadaan_kahar\ntanggal: 2025-01-06\nsaksi: [{nama: A, pihak: kelima}]",
            'saksi[1].pihak: pihak "kelima" tidak ada',
        ),
        (
            "jenis: realisasi\ntanggal: 2025-01-06\ntahun: II\nbaris: [{alamat: 2}, {alamat: 2}]",
            "baris[2].alamat: baris 2 disebut dua kali",
        ),
        (
            "jenis: realisasi\ntanggal: 2025-01-06\ntahun: V\nbaris: [{alamat: 2}]",
            "tahun V baru dimulai 2026-06-16",
        ),
        ("jenis: realisasi\ntanggal: 2025-01-06\ntahun: V", "baris belum ada"),
        (
            "jenis: pengakhiran\ntanggal: 2025-01-06\nsebab: jangka-waktu",
            "sebab: jangka waktu baru berakhir 2027-06-16",
        ),
        ("jenis: pengakhiran\ntanggal: 2028-01-06", "2028-01-06 di luar jangka waktu"),
        (
            "jenis: realisasi\ntanggal: 2025-01-06\ntahun: VI\nbaris: [{alamat: 2}]",
            'tahun: tahun "VI" di luar jangka waktu; tulis I sampai dengan V',
        ),
        (
            "jenis: realisasi\ntanggal: 2025-01-06\ntahun: dua\nbaris: [{alamat: 2}]",
            'tahun "dua" di luar jangka waktu',
        ),
        (
            "jenis: realisasi\ntanggal: 2025-01-06\ntahun: I\nbaris: [{alamat: 7}]",
            "baris[1].alamat: baris 7 tidak ada pada Rencana Kerja",
        ),
        (
            "jenis: realisasi\ntanggal: 2025-01-06\ntahun: I\nbaris: [{alamat: 2, target: banyak}]",
            'baris[1].target: "banyak": bukan bilangan bulat',
        ),
        ("jenis: musyawarah\ntanggal: 2025-01-06", "pokok belum ada"),
        (
            "jenis: musyawarah\ntanggal: 2025-01-06\npokok: x\nhadir: [{nama: A, pihak: kelima}]",
            'hadir[1].pihak: pihak "kelima" tidak ada',
        ),
        (
            "jenis: musyawarah\ntanggal: 2025-01-06\npokok: x\ntindak_lanjut: [{uraian: a, oleh: siapa}]",
            'tindak_lanjut[1].oleh: pihak "siapa" tidak ada',
        ),
        (
            "jenis: pengakhiran\ntanggal: 2025-01-06\nkewajiban: [{uraian: a, paling_lambat: 2024-01-01}]",
            "kewajiban[1].paling_lambat: 2024-01-01 mendahului pengakhiran 2025-01-06",
        ),
        (
            "jenis: pengakhiran\ntanggal: 2025-01-06\nsebab: pemilu",
            "bukan pilihan yang dikenal",
        ),
        (
            "jenis: selesai\ntanggal: 2025-01-06\nkejadian: 2025-01-02",
            "syarat terpenuhi, atau musyawarah pada 2025-01-02",
        ),
        (
            "jenis: penyerahan_rangkap\ntanggal: 2025-01-06\nrangkap: 9",
            "rangkap: rangkap 9 dari 3; pilih 1 sampai dengan 3",
        ),
        ("jenis: penyerahan_rangkap\ntanggal: 2025-01-06", "rangkap belum ada"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    ruang: Ruang, isi: str, harap: str
) -> None:
    akar = ruang(ISI_BP2MI, **{"agreements/uji/peristiwa/x.yaml": isi + "\n"})
    pesan = run("-C", akar, "susun", "uji", "--format", "txt", kode=1).stderr
    assert re.search(r"peristiwa/x\.yaml:\d+:\d+: ", pesan)
    assert harap in pesan
    assert not (akar / "output/uji").exists()


@pytest.mark.processes
def test_nothing_is_recorded_by_halves(ruang: Ruang) -> None:
    akar = ruang(ISI_BP2MI)
    for isi, kode, harap in (
        (
            ["kahar", "uji", "--macam", "banjir"],
            2,
            "belum disebut: tempat, uraian, hubungan, tugas",
        ),
        (
            [
                "kahar",
                "uji",
                "--isi",
                AKAR / "tests/peristiwa/2026-03-02-musyawarah.yaml",
            ],
            1,
            "jenisnya musyawarah, bukan keadaan_kahar",
        ),
        (["kahar", "uji", "--isi", "/tidak/ada"], 1, "tidak dapat dibaca"),
        (
            ["realisasi", "uji", "--tahun", "I"],
            2,
            "sebut --tahun dan paling sedikit satu --baris",
        ),
        (
            [
                "realisasi",
                "uji",
                "--tahun",
                "I",
                "--baris",
                "77; 1; 1",
                "--tanggal",
                "2025-01-06",
            ],
            1,
            "baris 77 tidak ada",
        ),
        (
            [
                "realisasi",
                "uji",
                "--tahun",
                "I",
                "--baris",
                "2; banyak",
                "--tanggal",
                "2025-01-06",
            ],
            1,
            "bukan bilangan bulat",
        ),
        (["catat", "uji", "musyawarah"], 1, "pokok belum ada"),
        (["rangkap", "lain"], 1, 'kesepakatan "lain" tidak ada'),
    ):
        assert harap in run("-C", akar, *isi, kode=kode).stderr
    assert not (akar / "agreements/uji/peristiwa").exists()


@pytest.mark.slow
def test_deadlines_over_a_year_of_days(bp2mi: Path) -> None:
    """Of force majeure, follow-ups and open duties: there from the event, gone once answered, standing beyond the end."""
    peristiwa = bp2mi / "agreements/uji/peristiwa"
    (peristiwa / "2026-04-02-selesai.yaml").write_text(
        "jenis: selesai\ntanggal: 2026-04-02\nkejadian: 2026-03-02\nurutan: 1\n"
    )
    (peristiwa / "2026-11-20-selesai.yaml").write_text(
        "jenis: selesai\ntanggal: 2026-11-20\nkejadian: 2026-09-30\n"
    )
    r, kalender = Opened(Workspace(bp2mi)).summary("uji"), load_calendar(bp2mi)
    berubah, lama = [], None
    for n in range(400):
        hari = date(2025, 12, 20) + timedelta(days=n)
        ada = sorted(
            t.kunci
            for t in condition(
                r, hari, Lama(jumlah=90, satuan="hari"), kalender
            ).tenggat
            if t.jenis in ("berita-acara-kahar", "tindak-lanjut", "kewajiban")
        )
        if ada != lama:
            berubah.append((str(hari), ada))
            lama = ada
    kahar, lanjut, wajib = (
        "berita-acara-kahar-2025-12-22",
        "tindak-lanjut-2026-03-02",
        "kewajiban-2026-09-30",
    )
    assert berubah == [
        ("2025-12-20", []),
        ("2025-12-22", [kahar]),
        ("2026-01-05", []),
        ("2026-03-02", [f"{lanjut}-1", f"{lanjut}-2"]),
        ("2026-04-02", [f"{lanjut}-2"]),
        ("2026-09-30", [f"{wajib}-1", f"{wajib}-2", f"{lanjut}-2"]),
        ("2026-11-20", [f"{lanjut}-2"]),
    ]


@pytest.mark.slow
def test_report_as_a_sheet(bp2mi: Path) -> None:
    (perkara,) = (p for n, p in cases(bp2mi, "uji") if n == "laporan-pemantauan")
    isi = write_xlsx("Laporan", REPORT_COLUMNS, report_rows(perkara))
    lembar = openpyxl.load_workbook(BytesIO(isi)).active
    assert lembar is not None
    baris = [
        dict(zip(REPORT_COLUMNS, (sel.value for sel in b), strict=True))
        for b in lembar.iter_rows(min_row=2)
    ]
    (dua,) = (b for b in baris if b["baris"] == "2" and b["tahun"] == "III")
    assert (dua["target"], dua["capaian"], dua["persen"], dua["satuan"]) == (
        100,
        80,
        80,
        "orang",
    )
    assert isi == write_xlsx("Laporan", REPORT_COLUMNS, report_rows(perkara))


@pytest.mark.slow
def test_what_is_behind_is_said_once_and_years_stand_beside_each_other(
    bp2mi: Path, penyusun: Composer
) -> None:
    (case,) = (p for n, p in cases(bp2mi, "uji") if n == "laporan-pemantauan")
    kind = load_documents(penyusun.templat)["laporan-pemantauan"]
    text = write_all(compose_document(penyusun, kind, case)).txt
    behind = text.partition("Yang tertinggal\n")[2].partition("Rekomendasi")[0]
    rows = re.findall(r"\(nomor (.*?)\)", behind)
    assert len(rows) == len(set(rows)) == 11
    assert (
        "(nomor 2), belum dilaporkan untuk tahun II; capaian tahun III 80,0% dari target.\n"
        in behind
    )
    assert "(nomor 1), belum dilaporkan untuk tahun I, II, dan III.\n" in behind
    years = text.partition("Capaian sampai dengan tahun III")[2]
    assert "Baris\tProgram dan tahapan\tI\tII\tIII\n" in years
    assert "Pendataan Calon Pekerja Migran Indonesia\tbelum dilaporkan\t" in years
    assert re.search(r"(?m)^2\t.*\t–\tbelum dilaporkan\t80,0$", years)


@pytest.mark.slow
def test_a_row_of_a_year_that_runs_on_is_called_alike_in_both_tables(
    bp2mi: Path,
) -> None:
    (case,) = (p for n, p in cases(bp2mi, "uji") if n == "laporan-pemantauan")
    rows = capaian_list(case.loaded.reading, (), 2, date(2026, 1, 1), date(2026, 6, 1))
    in_years = {cell for row in over_years(rows) for cell in row.cells}
    planned = {row.keadaan for row in rows if row.direncanakan}
    assert planned == {"belum dilaporkan"}
    assert in_years == {"–", "belum dilaporkan"}


def test_chart_is_the_same_picture_every_time() -> None:
    assert bar_chart([("1", 80), ("2", 140)]) == bar_chart([("1", 80), ("2", 140)])
    assert bar_chart([("1", 80)]) != bar_chart([("1", 81)])


@pytest.mark.processes
def test_who_holds_which_duplicate(bp2mi: Path) -> None:
    baris = run("-C", bp2mi, "rangkap", "uji").stdout.splitlines()
    assert baris[0] == (
        "1  PIHAK KESATU  bermeterai pada tanda tangan PIHAK KEDUA  diserahkan 2026-06-01 kepada Petugas Contoh, "
        "disimpan lemari arsip Biro Contoh"
    )
    assert baris[2].startswith("3  Tim Koordinasi") and baris[2].endswith(
        "belum diserahkan"
    )
    assert (
        '"meterai_pada": "PIHAK KEDUA"'
        in run("-C", bp2mi, "rangkap", "uji", "--json").stdout
    )


@pytest.mark.processes
def test_worked_example_of_a_new_document(bp2mi: Path) -> None:
    """docs/dokumen-baru.md as it stands: one entry, one template."""
    teks = (AKAR / "docs/dokumen-baru.md").read_text()
    for nama, isi in re.findall(
        r"`(templates/[^`]+)`:\n\n   ```\w+\n(.*?)   ```", teks, re.DOTALL
    ):
        berkas = bp2mi / nama
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_text(re.sub(r"^   ", "", isi, flags=re.MULTILINE))
    run(
        "-C",
        bp2mi,
        "susun",
        "uji",
        "--format",
        "txt,docx,pdf",
        "--dokumen",
        "undangan-musyawarah",
    )
    hasil = (bp2mi / "output/uji/2026-03-02-undangan-musyawarah.txt").read_text()
    assert "Hari dan tanggal: Senin, 2 Maret 2026, bertempat di Kajen." in hasil
    assert "1. Wakil Contoh Satu, Kepala Biro" in hasil


@pytest.mark.processes
def test_faulty_entry_is_said(bp2mi: Path) -> None:
    (bp2mi / "templates").mkdir()
    (bp2mi / "templates/dokumen.yaml").write_text(
        "x:\n  peristiwa: pesta\n  judul: X\n  templat: ../rahasia\n"
    )
    pesan = run("-C", bp2mi, "susun", "uji", "--format", "txt", kode=1).stderr
    assert "dokumen.yaml:2:14" in pesan and "dokumen.yaml:4:12" in pesan


@pytest.mark.processes
def test_one_day_one_event_of_a_kind_that_is_answered_by_its_day(ruang: Ruang) -> None:
    satu = "jenis: keadaan_kahar\ntanggal: 2025-01-06\n"
    dua = {
        "agreements/uji/peristiwa/a.yaml": satu,
        "agreements/uji/peristiwa/b.yaml": f"{satu}keterangan: lain lagi\n",
    }
    assert (
        "b.yaml:2:10: tanggal: sudah ada keadaan kahar pada 2025-01-06"
        in run("-C", ruang(ISI_BP2MI, **dua), "susun", "uji", kode=1).stderr
    )


@pytest.mark.processes
def test_faults_of_a_file_are_told_at_their_place(ruang: Ruang, tmp_path: Path) -> None:
    akar, isi = ruang(ISI_BP2MI), tmp_path / "i.yaml"
    isi.write_text("tanggal: 2025-01-06\npokok: X\nhadir: x\n")
    assert (
        f"{isi}:3:8: hadir"
        in run("-C", akar, "catat", "uji", "musyawarah", "--isi", isi, kode=1).stderr
    )
    isi.write_text("tanggal: 2025-01-06\ntugas:\n- Pasal 77\n")
    assert (
        f"{isi}:3:3: tugas[1]"
        in run("-C", akar, "catat", "uji", "keadaan_kahar", "--isi", isi, kode=1).stderr
    )


@pytest.mark.processes
def test_deadline_by_the_text_in_force_on_the_day_of_the_event(ruang: Ruang) -> None:
    adendum = "penandatanganan: {tempat: Kajen, tanggal: 2025-12-24}\npara_pihak: [{nomor: 1, pejabat: PENGGANTI}]\nalasan: [keadaan berubah]\nperubahan:\n"
    adendum += "- {tindakan: ubah, letak: tenggat berita_acara_kahar, menjadi: 10 hari kerja}\n"
    akar = ruang(ISI_BP2MI, **{"agreements/uji/adendum-01.yaml": adendum})
    run(
        "-C",
        akar,
        "kahar",
        "uji",
        "--isi",
        AKAR / "tests/peristiwa/2025-12-22-keadaan-kahar.yaml",
        "--format",
        "txt",
    )
    assert (
        "batas 2026-01-05" in run("-C", akar, "tenggat", "--per", "2025-12-29").stdout
    )
    run(
        "-C",
        akar,
        "catat",
        "uji",
        "berita_acara_kahar",
        "--kejadian",
        "2025-12-22",
        "--tanggal",
        "2026-01-05",
    )
    run(
        "-C", akar, "susun", "uji", "--format", "txt", "--dokumen", "berita-acara-kahar"
    )
    teks = (akar / "output/uji/2025-12-22-berita-acara-kahar.txt").read_text()
    assert "dibuat dalam batas waktu tersebut." in teks
    # Nobody is said to have been there, so that those sign who may sign the agreement.
    event = yaml.safe_load(
        (AKAR / "tests/peristiwa/2026-03-02-musyawarah.yaml").read_text()
    )
    content = akar / "musyawarah.yaml"
    content.write_text(yaml.safe_dump(event | {"hadir": []}))
    run(
        "-C",
        akar,
        "catat",
        "uji",
        "musyawarah",
        "--tanggal",
        "2026-02-02",
        "--isi",
        content,
    )
    assert (
        "I. PENGGANTI : Kepala"
        in (akar / "output/uji/2026-02-02-berita-acara-musyawarah.txt").read_text()
    )


@pytest.mark.processes
def test_register_shows_when_it_really_ended(bp2mi: Path) -> None:
    assert (
        "diakhiri  berakhir 2026-09-30"
        in run("-C", bp2mi, "daftar", "--per", "2026-10-01").stdout
    )


@pytest.mark.processes
def test_two_receipts_of_one_day_are_two_files(ruang: Ruang) -> None:
    berkas = {
        f"agreements/uji/peristiwa/{n}.yaml": f"jenis: penyerahan_rangkap\ntanggal: 2025-01-06\nrangkap: {n}\n"
        for n in (1, 2)
    }
    akar = ruang(ISI_BP2MI, **berkas)
    run(
        "-C",
        akar,
        "susun",
        "uji",
        "--format",
        "txt",
        "--dokumen",
        "tanda-terima-rangkap",
    )
    teks = {f.name: f.read_text() for f in (akar / "output/uji").iterdir()}
    assert (
        "Rangkap kesatu dari 3 (tiga) rangkap\n"
        in teks["2025-01-06-tanda-terima-rangkap.txt"]
    )
    assert "kedua dari" in teks["2025-01-06-tanda-terima-rangkap-2.txt"]


@pytest.mark.processes
def test_minutes_are_signed_by_those_who_were_there(bp2mi: Path) -> None:
    """Who had nobody there neither stands in the opening nor signs."""
    berkas = bp2mi / "agreements/uji/peristiwa/2026-03-02-musyawarah.yaml"
    hasil = bp2mi / "output/uji/2026-03-02-berita-acara-musyawarah.txt"
    susun = (
        "-C",
        bp2mi,
        "susun",
        "uji",
        "--format",
        "txt",
        "--dokumen",
        "berita-acara-musyawarah",
    )
    run(*susun)
    both = hasil.read_text()
    assert "I. Wakil Contoh Satu : Kepala Biro, mewakili Badan" in both
    assert "PIHAK KESATU,\tPIHAK KEDUA,\nKEPALA BIRO\tKEPALA DINAS\n" in both
    assert "FADIA ARAFIQ" not in both
    assert "ditandatangani oleh PARA PIHAK untuk" in both
    berkas.write_text(re.sub(r"(?m)^.*pihak: kedua.*\n", "", berkas.read_text()))
    run(*susun)
    one = hasil.read_text()
    assert "Wakil Contoh Dua" not in one
    assert "PIHAK KESATU,\nKEPALA BIRO\nWakil Contoh Satu\n" in one
    assert "ditandatangani oleh PIHAK KESATU untuk" in one
    together = "yang selanjutnya secara bersama-sama disebut PARA PIHAK, telah"
    assert together in both
    assert "bersama-sama" not in one


@pytest.mark.slow
def test_who_spoke_for_no_party_signs_below_and_officials_where_nobody_is_named(
    bp2mi: Path,
) -> None:
    (case,) = (p for n, p in cases(bp2mi, "uji") if n == "berita-acara-musyawarah")
    reading = case.loaded.reading
    moderator = Person(nama="Ibu Penengah")
    mixed = case.p.model_copy(update={"hadir": (*case.p.hadir, moderator)})
    there = attendance(mixed, reading.para_pihak, reading.kunci_pihak)
    assert there.others == (moderator,)
    assert there.wakil == {"kesatu", "kedua"}
    nobody = attendance(
        case.p.model_copy(update={"hadir": ()}), reading.para_pihak, reading.kunci_pihak
    )
    assert nobody.para_pihak == reading.para_pihak and not nobody.wakil
    official = mixed.model_copy(
        update={"para_pihak": (PenandaTangan(), PenandaTangan(pejabat="SEKDA"))}
    )
    named = attendance(official, reading.para_pihak, reading.kunci_pihak)
    assert named.wakil == {"kesatu"}
    assert named.para_pihak[1] == reading.para_pihak[1]


@pytest.mark.processes
def test_minutes_name_no_last_day_in_doubt(ruang: Ruang) -> None:
    akar = ruang(ISI_BP2MI.replace("tanggal: 2022-06-16", "tanggal: 2024-06-16"))
    kejadian = akar / "kahar.yaml"
    kejadian.write_text(
        "jenis: keadaan_kahar\ntanggal: 2027-12-28\nmacam: banjir\ntempat: Kajen\n"
        "uraian: Balai terendam.\nhubungan: Pelatihan terhenti.\nprogram: ['2']\n"
    )
    hasil = run("-C", akar, "kahar", "uji", "--isi", kejadian, "--format", "txt").stdout
    assert "Berita acara paling lambat 2028-01-06 (sementara) (" in hasil
    assert "dapat berubah: hari libur tahun 2028 belum ditetapkan" in hasil
    berkas = akar / "output/uji/2027-12-28-berita-acara-kahar.txt"
    rule = "paling lambat 7 (tujuh) hari kerja sejak terjadinya keadaan kahar"
    assert f"{rule}.\n" in berkas.read_text()
    jawaban = ("berita_acara_kahar", "--kejadian", "2027-12-28", "--tanggal")
    run("-C", akar, "catat", "uji", *jawaban, "2028-01-05")
    susun = ("susun", "uji", "--format", "txt", "--dokumen", "berita-acara-kahar")
    run("-C", akar, *susun)
    assert f"{rule}.\n" in berkas.read_text(), "nor whether it was in time"
    (akar / "hari-libur.yaml").write_text("keputusan: {2028: SK Uji}\n")
    run("-C", akar, *susun)
    assert (
        f"{rule}, yaitu hari Kamis, tanggal 6 Januari 2028. Berita acara ini dibuat dalam batas waktu"
        in berkas.read_text()
    )
