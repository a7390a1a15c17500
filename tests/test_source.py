"""The example is the source as signed: every word of the body in order, every cell of the annex in its place.

Deliberate differences, all of them:

1. The signature block stands between body and annex; the source's extraction lost it.
2. The table's head is printed once (and repeated on each page by Word and PDF). The source's four pieces each have
   one; "Pihak Satu" of the first piece is kept, "Pihak Kesatu" of the second and third is not shown.
3. The number 5 of the last programme, lost in the source, follows from counting.
4. In row 3.2.b a cell that the source splits over two pages is one cell again.
"""

import pytest

from baca import docx_lines, pdf_pages, source_annex, source_body, unparted, words
from conftest import Keluaran

TANDA_TANGAN = words(
    "PIHAK KESATU, PIHAK KEDUA, KEPALA BADAN PELINDUNGAN PEKERJA MIGRAN INDONESIA BUPATI PEKALONGAN BENNY RHAMDANI FADIA ARAFIQ"
)
AWAL_LAMPIRAN = "Lampiran Nota Kesepakatan antara"


def _split(teks: str) -> tuple[list[str], str]:
    """Words of the body, and the annex as text."""
    letak = teks.index(AWAL_LAMPIRAN)
    return words(teks[:letak]), teks[letak:]


@pytest.mark.slow
def test_body_word_by_word_in_text(keluaran: Keluaran) -> None:
    assert _split(keluaran.txt)[0] == source_body() + TANDA_TANGAN


@pytest.mark.slow
def test_body_word_by_word_in_docx(keluaran: Keluaran) -> None:
    assert (
        _split("\n".join(docx_lines(keluaran.docx)))[0] == source_body() + TANDA_TANGAN
    )


@pytest.mark.slow
def test_body_letter_by_letter_in_pdf(keluaran: Keluaran) -> None:
    """Words are parted at lines' ends, where a hyphen of a word and one of the line are one."""
    body, _ = _split("\n".join(pdf_pages(keluaran.pdf)))
    printed, source = "".join(body), "".join(source_body() + TANDA_TANGAN)
    assert unparted(printed) == unparted(source)


K = "Kabupaten Pekalongan"
PMI = "Pekerja Migran Indonesia"
SEMUA = ("V",) * 5
LIMA_KOSONG = ("",) * 5
ISI_LAMPIRAN = [
    (
        "No",
        "Program/Kegiatan",
        "Tahapan Kegiatan",
        "Lokasi",
        "Sumber Dana",
        "Tahun (Sesuasi Jangka Waktu)",
        "",
        "",
        "",
        "",
        "Tugas dan Tanggung Jawab",
        "",
        "Output",
        "Outcome",
    ),
    (
        "",
        "",
        "",
        "",
        "",
        "I",
        "II",
        "III",
        "IV",
        "V",
        "Pihak Satu",
        "Pihak Kedua",
        "",
        "",
    ),
    (
        "1",
        f"Sinergi Pemberantasan Sindikasi Penempatan Ilegal {PMI}",
        "Membentuk tim koordinator dengan melibatkan Institusi terkait",
        K,
        "APBN/APBD",
        *SEMUA,
        f"Ikut serta dalam tim pencegahan penempatan ilegal {PMI} yang dibentuk Pemerintah {K}",
        f"Membentuk Tim koordinasi Pencegahan Penempatan Ilegal {PMI}",
        f"Terbentuknya Tim Koordinasi Pencegahan Penempatan Ilegal {PMI}",
        f"Berkurangnya Sindikasi Penempatan Ilegal {PMI}",
    ),
    (
        "2",
        "Penyelenggaraan pendidikan dan pelatihan",
        "Pendidikan dan pelatihan berdasarkan unit kompetensi dan keterampilan tertentu",
        K,
        "APBN/APBD",
        "-",
        "V",
        "V",
        "V",
        "V",
        "Memberikan informasi peluang kerja ke luar negeri dan syarat serta kualifikasi yang dibutuhkan di negara tujuan penempatan",
        "Melakukan persiapan sarana dan prasarana, administrasi kegiatan, rekrut dan seleksi peserta pelatihan",
        "Terlatihnya pencari kerja",
        f"Tersedianya Calon {PMI} kompeten (skill/bahasa) yang siap bekerja di luar negeri",
    ),
    (
        "3",
        f"Fasilitasi Pelindungan Calon {PMI} dan {PMI}",
        "1. Fasilitasi pelindungan sebelum bekerja",
        K,
        "",
        *LIMA_KOSONG,
        "",
        "",
        "",
        "",
    ),
    (
        "",
        "",
        f"a. Pendataan Calon {PMI}",
        K,
        "APBD",
        *SEMUA,
        "-",
        f"Melakukan pendataan Calon {PMI}",
        f"Jumlah {PMI}",
        f"Data Calon {PMI}",
    ),
    (
        "",
        "",
        f"b. Verifikasi kelengkapan dokumen {PMI}",
        K,
        "APBN/APBD",
        *SEMUA,
        f"Melakukan verifikasi akhir kelengkapan dokumen {PMI}",
        f"Melakukan verifikasi awal kelengkapan dokumen {PMI}",
        f"Jumlah data {PMI} yang diverifikasi",
        f"Data {PMI} yang terverifikasi",
    ),
    (
        "",
        "",
        f"c. Fasilitasi penyelesaian permasalahan {PMI}",
        K,
        "APBN/APBD",
        *SEMUA,
        f"Memfasilitasi penyelesaian permasalahan Calon {PMI}",
        "",
        "Jumlah kasus yang diselesaikan",
        f"Berkurangnya kasus/ permasalahan Calon Pekerja Miigran Indonesia dan {PMI}",
    ),
    (
        "",
        "",
        "d. Pembinaan terhadap lembaga terkait pelaksanaan penempatan",
        K,
        "APBD",
        *SEMUA,
        "-",
        "Melakukan pembinaan terhadap lembaga pelaksana penempatan dan Lembaga pendukung pelaksana penempatan",
        "Jumlah pembinaan terhadap lembaga pelaksana dan Lembaga pendukung pelaksana penempatan yang dilakukan",
        "Lembaga pelaksana dan Lembaga pendukung pelaksana penempatan melakukan kegiatan sesuai ketentuan peraturan "
        "perundang- undangan",
    ),
    (
        "",
        "",
        "2. Fasilitasi Pelindungan setelah Bekerja",
        K,
        "",
        *LIMA_KOSONG,
        "",
        "",
        "",
        "",
    ),
    (
        "",
        "",
        f"a. Fasilitasi pemulangan {PMI} ke daerah asal",
        K,
        "APBN/APBD",
        *SEMUA,
        f"1. Menyampaikan informasi dan data Pemulangan {PMI} 2. Melakukan fasilitasi dan koordinasi pemulangan {PMI}",
        f"Mengurus kepulangan {PMI} dalam hal peperangan, bencana alam, wabah penyakit, deportasi dan {PMI} terkendala",
        f"Jumlah {PMI} Terlindungi",
        f"Meningkatnya pelindungan bagi {PMI}",
    ),
    (
        "",
        "",
        f"b. Fasilitasi penyelesaian permasalahan {PMI}",
        K,
        "APBN/APBD",
        *SEMUA,
        f"1. Menerima pengaduan permasalahan {PMI} dan keluarga/ perwakilan {PMI} "
        f"2. Menyampaikan informasi penanganan kasus {PMI} 3. Melakukan fasilitasi dan koordinasi penanganan Kasus {PMI}",
        f"Memfasilitasi dan membantu penyelesaian permasalahan {PMI}",
        "Jumlah kasus yang diselesaikan",
        f"Berkurangnya kasus/ permasalahan {PMI}",
    ),
    (
        "",
        "",
        f"c. Pemberdayaan sosial dan ekonomi Purna {PMI} dan Keluarganya",
        K,
        "APBN/APBD",
        *SEMUA,
        f"1. Menyediakan data Purna {PMI} 2. Menyelenggarakan pelatihan, tempat dan waktu "
        "3. Tindak lanjut setelah pelatihan (fasilitasi legalitas usaha/perizinan)",
        "1. Menyediakan peserta 2. Menyelenggarakan pelatihan, tempat, dan waktu "
        "3. Tindak lanjut setelah pelatihan (fasilitasi legalitas usaha/perizinan)",
        f"Terlatihnya Purna {PMI}",
        f"Meningkatnya Purna {PMI} yang berwirausaha/wirausaha baru",
    ),
    (
        "4",
        f"Sinergi Pelayanan penempatan dan pelindungan Calon {PMI} dan {PMI}",
        f"Fasilitasi penempatan Calon Pekerja Indonesia dan {PMI}",
        K,
        "APBN/APBD",
        *SEMUA,
        "Verifikasi dokumen akhir, pelaksanaan Orientasi Pra Pemberangkatan (OPP), dan penerbitan e-KTKLN",
        f"Informasi Lowongan Kerja, Registrasi ID/pendaftaran awal Calon {PMI}, legalisasi dokumen Perjanjian Penempatan, "
        "dan Rekomendasi Paspor",
        f"Jumlah Calon {PMI} yang berangkat secara prosedural",
        f"Meningkat jumlah {PMI} yang bekerja ke luar negeri sesuai ketentuan peraturan perundang-undangan",
    ),
    (
        "5",
        f"Sosialisasi Peluang Kerja {PMI} di Negara Tujuan Penempatan",
        "Pelaksanaan Pelaksanaan Sosialisasi tentang Kerja di Luar Negeri",
        K,
        "APBN/APBD",
        *SEMUA,
        "1. Menyiapkan lokasi, jadwal dan peserta kegiatan 2. Sebagai narasumber dalam hal Informasi Peluang Kerja Luar Negeri "
        "serta Tata Cara bekerja ke Luar Negeri secara Prosedural",
        "",
        "Terselenggaranya sosialisasi informasi peluang kerja ke Negara Tujuan Penempatan",
        f"Meningkatnya jumlah Calon {PMI}",
    ),
]
"""The grid, rebuilt by hand from the source's words; a merged cell has its words in its first place."""


def _grid(baris: list[str]) -> list[tuple[str, ...]]:
    return [tuple(satu.split("\t")) for satu in baris if satu.count("\t") > 5]


@pytest.mark.slow
def test_annex_cell_by_cell_in_text(keluaran: Keluaran) -> None:
    assert _grid(_split(keluaran.txt)[1].splitlines()) == ISI_LAMPIRAN


def test_annex_cell_by_cell_in_docx(keluaran: Keluaran) -> None:
    assert _grid(docx_lines(keluaran.docx)) == ISI_LAMPIRAN


def test_annex_grid_is_made_of_the_sources_words() -> None:
    """Every word of the source's annex, counted, is in the grid or heading: nothing is added or lost in rebuilding."""
    sumber = words(source_annex())
    kepala = words(source_annex()[: source_annex().index("\nNo\t")])
    grid = [kata for baris in ISI_LAMPIRAN for sel in baris for kata in words(sel)]
    kepala_tabel = [
        kata for baris in ISI_LAMPIRAN[:2] for sel in baris for kata in words(sel)
    ]
    # the heads of pieces two, three and four; the last lacks No, Pihak Satu and Pihak Kedua
    ulang = 2 * [k if k != "Satu" else "Kesatu" for k in kepala_tabel]
    ulang += [k for k in kepala_tabel if k not in ("No", "Pihak", "Satu", "Kedua")]
    assert sorted([*sumber, "5"]) == sorted([*kepala, *grid, *ulang])


@pytest.mark.parametrize(
    "slip",
    [
        "560/NK.04/V/2022",
        "Badan Penempatan dan Pelindungan Imigran Indonesia",
        "Tahun 2019 Nomor 94",
        "membantalkan",
        "dinkopukmdannaker.pekalongankab.go.id",
        "Faximile",
        "sebagaimana dimaksud ayat (1)",
        "Sesuasi",
        "Miigran",
        "bertandatangan",
        "ditindaklajuti",
    ],
)
@pytest.mark.slow
def test_slips_are_kept(keluaran: Keluaran, slip: str) -> None:
    """A signed text is never silently corrected."""
    assert slip in " ".join(words(keluaran.txt))
