"""Agreements as other offices write them, each paragraph with the place that it belongs to.

The words are made up; how they are set was seen: parties in tables, ayat numbered 1., numbers
that leap, lists inside lists, bases before or in a pasal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import docx
from docx.shared import Pt

from load.foreign.test_numbering import LEVELS, Naskah, level

Line = tuple[str, str]
"""Words, and the place they belong to: "pasal.3.ayat.2", "kalimat.pembukaan"."""


@dataclass(frozen=True)
class Text:
    """One text: its file, and the lines that it has."""

    name: str
    content: bytes
    lines: tuple[Line, ...]


def plain(name: str, lines: Sequence[Line], encoding: str = "utf-8") -> Text:
    """A text file, a paragraph a line."""
    content = "".join(f"{words}\n" for words, _ in lines).encode(encoding)
    return Text(f"{name}.txt", content, tuple(lines))


def word(
    name: str, lines: Sequence[Line], change: Callable[[Any], None] | None = None
) -> Text:
    """A Word file, a paragraph a line; `change` may add to it or set it otherwise."""
    document = docx.Document()
    for words, _ in lines:
        document.add_paragraph(words)
    if change:
        change(document)
    return Text(f"{name}.docx", saved(document), tuple(lines))


def saved(document: Any) -> bytes:
    """The bytes of a Word file."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def title(jenis: str, first: str, second: str, judul: str, *nomor: str) -> list[Line]:
    """The usual head of a text."""
    return [
        (jenis, "jenis"),
        ("ANTARA", "judul"),
        (first, "para_pihak.kesatu.nama"),
        ("DENGAN", "judul"),
        (second, "para_pihak.kedua.nama"),
        ("TENTANG", "judul"),
        (judul, "judul"),
        *((f"NOMOR : {one}", "nomor") for one in nomor),
    ]


AGREED = (
    "PARA PIHAK sepakat membuat perjanjian dengan ketentuan sebagai berikut:",
    "kalimat.kesepakatan",
)


def with_dotted_ayat() -> Text:
    """Ayat numbered "1.", other names of the parties, title below the heading."""
    lines = [
        *title(
            "PERJANJIAN KERJA SAMA",
            "RUMAH SINGGAH TELUK BIRU",
            "CV DAPUR SEHAT",
            "PENYEDIAAN MAKANAN PASIEN",
            "17/RSTB/2025",
            "04/DS/II/2025",
        ),
        (
            "Pada hari ini Senin tanggal tiga bulan Februari tahun dua ribu dua puluh "
            "lima (03-02-2025), bertempat di Teluk Biru, kami yang bertanda tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
        (
            "1. dr. MIRA ANJANI, M.Kes., Kepala Rumah Singgah Teluk Biru, berkedudukan di "
            "Jalan Pantai Nomor 9, bertindak untuk dan atas nama Rumah Singgah Teluk Biru, "
            'selanjutnya disebut sebagai "PENGGUNA".',
            "para_pihak.kesatu",
        ),
        (
            "2. TONI HARJO, Direktur CV Dapur Sehat, beralamat di Jalan Rempah Nomor 2, "
            "bertindak untuk dan atas nama CV Dapur Sehat, selanjutnya disebut sebagai "
            '"PENYEDIA".',
            "para_pihak.kedua",
        ),
        (
            "PENGGUNA dan PENYEDIA secara bersama-sama disebut PARA PIHAK.",
            "kalimat.sebutan_bersama",
        ),
        AGREED,
        ("Pasal 1", "pasal.1"),
        ("RUANG LINGKUP", "pasal.1.judul"),
        ("Penyediaan makanan ini meliputi:", "pasal.1.isi"),
        ("a. makan pagi;", "pasal.1.huruf.a"),
        ("b. makan siang; dan", "pasal.1.huruf.b"),
        ("c. makan malam.", "pasal.1.huruf.c"),
        ("Pasal 2", "pasal.2"),
        ("KEWAJIBAN PENYEDIA", "pasal.2.judul"),
        ("1. PENYEDIA memasak setiap hari.", "pasal.2.ayat.1"),
        ("2. PENYEDIA menjamin:", "pasal.2.ayat.2"),
        ("a. kebersihan dapur; dan", "pasal.2.ayat.2.huruf.a"),
        ("b. kesegaran bahan.", "pasal.2.ayat.2.huruf.b"),
        ("3. PENYEDIA melapor setiap minggu.", "pasal.2.ayat.3"),
        ("Pasal 3", "pasal.3"),
        ("JANGKA WAKTU", "pasal.3.judul"),
        (
            "Perjanjian ini berlaku selama 1 (satu) tahun sejak ditandatangani.",
            "pasal.3.isi",
        ),
        (
            "Demikian perjanjian ini dibuat dalam rangkap dua.",
            "kalimat.penutup",
        ),
        ("PENGGUNA,          PENYEDIA,", "tanda_tangan"),
        ("dr. MIRA ANJANI, M.Kes.          TONI HARJO", "tanda_tangan"),
    ]
    return plain("penyedia", lines)


def with_bases_as_pasal() -> Text:
    """The legal basis is Pasal 1, and the title stands in the line of the heading."""
    lines = [
        *title(
            "NOTA KESEPAHAMAN",
            "POLITEKNIK SAMUDRA",
            "BALAI BENIH IKAN MUARA",
            "PRAKTIK KERJA MAHASISWA",
        ),
        (
            "Yang bertanda tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
        (
            "I. Ir. SURYA LESMANA : Direktur Politeknik Samudra, beralamat di Jalan Dermaga "
            "Nomor 4, bertindak untuk dan atas nama Politeknik Samudra, selanjutnya disebut "
            "PIHAK PERTAMA;",
            "para_pihak.kesatu",
        ),
        (
            "II. NINA KARTIKA : Kepala Balai Benih Ikan Muara, beralamat di Jalan Kolam "
            "Nomor 1, bertindak untuk dan atas nama Balai Benih Ikan Muara, selanjutnya "
            "disebut PIHAK KEDUA;",
            "para_pihak.kedua",
        ),
        AGREED,
        ("Pasal 1 DASAR HUKUM", "pasal.1"),
        ("Nota Kesepahaman ini dibuat berdasarkan:", "pasal.1.isi"),
        (
            "1. Undang-Undang Nomor 12 Tahun 2012 tentang Pendidikan Tinggi;",
            "pasal.1.angka.1",
        ),
        (
            "2. Peraturan Pemerintah Nomor 4 Tahun 2014 tentang Penyelenggaraan Pendidikan "
            "Tinggi dan Pengelolaan Perguruan Tinggi.",
            "pasal.1.angka.2",
        ),
        ("Pasal 2 MAKSUD DAN TUJUAN", "pasal.2"),
        ("(1) Maksudnya menjadi pedoman bersama.", "pasal.2.ayat.1"),
        ("(2) Tujuannya menambah keterampilan mahasiswa.", "pasal.2.ayat.2"),
        ("Pasal 3 MASA BERLAKU", "pasal.3"),
        (
            "Nota Kesepahaman ini berlaku sejak tanggal 2 Mei 2025 sampai dengan "
            "tanggal 1 Mei 2028.",
            "pasal.3.isi",
        ),
        ("PIHAK PERTAMA,          PIHAK KEDUA,", "tanda_tangan"),
        ("Ir. SURYA LESMANA          NINA KARTIKA", "tanda_tangan"),
    ]
    return plain("politeknik", lines, "utf-16")


def with_heads() -> Text:
    """Menimbang and Mengingat before the parties agree."""
    lines = [
        *title(
            "KESEPAKATAN BERSAMA",
            "PEMERINTAH KABUPATEN RAWA JAYA",
            "PEMERINTAH KABUPATEN BUKIT RAYA",
            "PEMELIHARAAN JALAN BATAS DAERAH",
            "620/11/KB/2024",
            "050/7/KB/2024",
        ),
        ("Menimbang:", "kalimat.pertimbangan"),
        (
            "a. bahwa jalan batas daerah dipakai warga kedua kabupaten;",
            "pertimbangan.a",
        ),
        ("b. bahwa pemeliharaannya perlu dilakukan bersama;", "pertimbangan.b"),
        ("Mengingat:", "kalimat.dasar_hukum"),
        (
            "1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;",
            "dasar_hukum.1",
        ),
        (
            "2. Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah;",
            "dasar_hukum.2",
        ),
        (
            "Pada hari ini Rabu, 14 Agustus 2024, kami yang bertanda tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
        (
            "I. HASAN BASRI : Bupati Rawa Jaya, berkedudukan di Jalan Bakau Nomor 1, "
            "bertindak untuk dan atas nama Pemerintah Kabupaten Rawa Jaya, selanjutnya "
            "disebut PIHAK KESATU.",
            "para_pihak.kesatu",
        ),
        (
            "II. DEWI SARTIKA : Bupati Bukit Raya, berkedudukan di Jalan Cemara Nomor 3, "
            "bertindak untuk dan atas nama Pemerintah Kabupaten Bukit Raya, selanjutnya "
            "disebut PIHAK KEDUA.",
            "para_pihak.kedua",
        ),
        (
            "PARA PIHAK setuju mengikatkan diri dengan ketentuan sebagai berikut:",
            "kalimat.kesepakatan",
        ),
        ("Pasal 1", "pasal.1"),
        ("Objek", "pasal.1.judul"),
        ("Objeknya jalan batas sepanjang 12 (dua belas) kilometer.", "pasal.1.isi"),
        ("Pasal 2", "pasal.2"),
        ("Jangka Waktu", "pasal.2.judul"),
        (
            "(1) Kesepakatan Bersama ini berlaku selama 3 (tiga) tahun.",
            "pasal.2.ayat.1",
        ),
        (
            "(2) Perpanjangan diberitahukan paling lambat 6 (enam) bulan sebelum "
            "kesepakatan ini berakhir.",
            "pasal.2.ayat.2",
        ),
        ("PIHAK KESATU,          PIHAK KEDUA,", "tanda_tangan"),
        ("BUPATI RAWA JAYA          BUPATI BUKIT RAYA", "tanda_tangan"),
        ("HASAN BASRI          DEWI SARTIKA", "tanda_tangan"),
    ]
    return word("menimbang", lines)


def with_bab() -> Text:
    """Chapters with their titles below, and pasal that leap from 3 to 5."""
    lines = [
        *title(
            "PERJANJIAN KERJA SAMA",
            "DINAS KEBUDAYAAN KOTA NIRWANA",
            "PT PANGGUNG KITA",
            "PENGELOLAAN GEDUNG KESENIAN",
            "430/2/PKS/2025",
        ),
        (
            "Pada hari ini Selasa, 4 Maret 2025, bertempat di Nirwana, yang bertanda "
            "tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
        (
            "I. RUDI HARTAWAN : Kepala Dinas Kebudayaan Kota Nirwana, berkedudukan di Jalan "
            "Seni Nomor 6, selanjutnya disebut PIHAK PERTAMA;",
            "para_pihak.kesatu",
        ),
        (
            "II. LIA MARLINA : Direktur PT Panggung Kita, berkedudukan di Jalan Layar "
            "Nomor 8, selanjutnya disebut PIHAK KEDUA;",
            "para_pihak.kedua",
        ),
        AGREED,
        ("BAB I", "pasal.1.bab"),
        ("KETENTUAN UMUM", "pasal.1.bab"),
        ("Pasal 1", "pasal.1"),
        ("Dalam perjanjian ini yang dimaksud dengan:", "pasal.1.isi"),
        ("1. Gedung adalah Gedung Kesenian Nirwana.", "pasal.1.angka.1"),
        ("2. Pengunjung adalah orang yang membeli karcis.", "pasal.1.angka.2"),
        ("BAB II PELAKSANAAN", "pasal.2.bab"),
        ("Bagian Kesatu", "pasal.2.bab"),
        ("Pembukaan Gedung", "pasal.2.bab"),
        ("Pasal 2", "pasal.2"),
        ("PIHAK KEDUA membuka Gedung setiap hari.", "pasal.2.isi"),
        ("Hari Senin dipakai untuk perawatan.", "pasal.2.paragraf"),
        ("Bagian Kedua", "pasal.3.bab"),
        ("Karcis", "pasal.3.bab"),
        ("Paragraf 1 Penjualan", "pasal.3.bab"),
        ("Pasal 3", "pasal.3"),
        ("(1) Karcis dijual oleh PIHAK KEDUA.", "pasal.3.ayat.1"),
        ("(2) Harganya ditetapkan bersama.", "pasal.3.ayat.2"),
        ("Pasal 5", "pasal.5"),
        (
            "Perjanjian ini berlaku sampai dengan 31 Desember 2026.",
            "pasal.5.isi",
        ),
        ("Pasal 6", "pasal.6"),
        ("Perselisihan dimusyawarahkan.", "pasal.6.isi"),
        ("PIHAK PERTAMA,          PIHAK KEDUA,", "tanda_tangan"),
        ("RUDI HARTAWAN          LIA MARLINA", "tanda_tangan"),
    ]
    return plain("gedung", lines)


def with_numbered_headings() -> Text:
    """ "1. PASAL 1" as headings, blanks in the text, page numbers in the running text."""
    lines = [
        *title(
            "KESEPAKATAN KERJA SAMA",
            "DESA PASIR PUTIH",
            "KELOMPOK TANI SUBUR",
            "PENGGUNAAN TANAH KAS DESA",
        ),
        (
            "Kami yang bertanda tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
        (
            "I. KARNO : Kepala Desa Pasir Putih, beralamat di Jalan Desa Nomor 1, "
            "selanjutnya disebut PIHAK PERTAMA.",
            "para_pihak.kesatu",
        ),
        (
            "II. SITI AMINAH : Ketua Kelompok Tani Subur, beralamat di Dusun Dua, "
            "selanjutnya disebut PIHAK KEDUA.",
            "para_pihak.kedua",
        ),
        AGREED,
        ("1. PASAL 1 OBJEK", "pasal.1"),
        ("Tanah kas desa seluas ………… meter persegi.", "pasal.1.isi"),
        ("2. PASAL 2 SEWA", "pasal.2"),
        ("Sewanya Rp____________ setiap tahun.", "pasal.2.isi"),
        ("3. PASAL 3 WAKTU", "pasal.3"),
        ("Kesepakatan ini berlaku selama 2 (dua) tahun.", "pasal.3.isi"),
        (
            "Demikian kesepakatan ini dibuat dengan sadar.",
            "kalimat.penutup",
        ),
        ("PIHAK PERTAMA,          PIHAK KEDUA,", "tanda_tangan"),
        ("KARNO          SITI AMINAH", "tanda_tangan"),
    ]
    return word("tanah-kas", lines)


def with_rows() -> Text:
    """Parties as lines of name, office and address."""
    lines = [
        *title(
            "PERJANJIAN KERJA SAMA",
            "SMA NEGERI 9 LEMBAH HIJAU",
            "SANGGAR MUSIK NADA",
            "KEGIATAN EKSTRAKURIKULER",
            "421/88/2025",
            "12/SMN/2025",
        ),
        ("Yang bertanda tangan di bawah ini:", "kalimat.pembukaan"),
        ("Nama : Drs. WAWAN SETIADI", "para_pihak.kesatu"),
        ("Jabatan : Kepala SMA Negeri 9 Lembah Hijau", "para_pihak.kesatu"),
        ("Alamat : Jalan Pelajar Nomor 9", "para_pihak.kesatu"),
        (
            "bertindak untuk dan atas nama SMA Negeri 9 Lembah Hijau, selanjutnya disebut "
            "PIHAK PERTAMA;",
            "para_pihak.kesatu",
        ),
        ("Nama : GITA PUSPITA", "para_pihak.kedua"),
        ("Jabatan : Pemimpin Sanggar Musik Nada", "para_pihak.kedua"),
        ("Alamat : Jalan Melodi Nomor 3", "para_pihak.kedua"),
        (
            "bertindak untuk dan atas nama Sanggar Musik Nada, selanjutnya disebut PIHAK "
            "KEDUA.",
            "para_pihak.kedua",
        ),
        AGREED,
        ("Pasal 1", "pasal.1"),
        ("(1) Latihan diadakan setiap Sabtu.", "pasal.1.ayat.1"),
        ("(2) Tempatnya di aula sekolah.", "pasal.1.ayat.2"),
        ("Pasal 2", "pasal.2"),
        (
            "Perjanjian ini berlaku selama 10 (sepuluh) bulan.",
            "pasal.2.isi",
        ),
        ("PIHAK PERTAMA,          PIHAK KEDUA,", "tanda_tangan"),
        ("Drs. WAWAN SETIADI          GITA PUSPITA", "tanda_tangan"),
        ("NIP 196901011994031005", "tanda_tangan"),
    ]
    return plain("sekolah-musik", lines)


def with_nested_numbers() -> Text:
    """ "1." inside "1.", which only the indent tells apart."""
    lines = [
        *title(
            "NOTA KESEPAKATAN",
            "BADAN PUSAT DATA",
            "PEMERINTAH KOTA AWAN",
            "PEMANFAATAN DATA KEPENDUDUKAN",
            "1/BPD/2025",
            "2/KA/2025",
        ),
        (
            "Pada hari ini Jumat, 10 Januari 2025, yang bertanda tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
        (
            "I. ANDI WIJAYA : Kepala Badan Pusat Data, berkedudukan di Jalan Angka Nomor 1, "
            "selanjutnya disebut PIHAK KESATU.",
            "para_pihak.kesatu",
        ),
        (
            "II. BUNGA LESTARI : Wali Kota Awan, berkedudukan di Jalan Langit Nomor 2, "
            "selanjutnya disebut PIHAK KEDUA.",
            "para_pihak.kedua",
        ),
        AGREED,
        ("Pasal 1", "pasal.1"),
        ("TUGAS", "pasal.1.judul"),
        ("1. PIHAK KESATU bertugas:", "pasal.1.ayat.1"),
        ("1. menyediakan data;", "pasal.1.ayat.1.angka.1"),
        ("2. memutakhirkan data; dan", "pasal.1.ayat.1.angka.2"),
        ("3. melatih petugas,", "pasal.1.ayat.1.angka.3"),
        ("2. PIHAK KEDUA bertugas:", "pasal.1.ayat.2"),
        ("1. menunjuk petugas; dan", "pasal.1.ayat.2.angka.1"),
        ("2. menjaga kerahasiaan.", "pasal.1.ayat.2.angka.2"),
        ("3. Tugas lain dimusyawarahkan.", "pasal.1.ayat.3"),
        ("Pasal 2", "pasal.2"),
        ("JANGKA WAKTU", "pasal.2.judul"),
        ("Nota Kesepakatan ini berlaku selama 5 (lima) tahun.", "pasal.2.isi"),
        ("PIHAK KESATU,          PIHAK KEDUA,", "tanda_tangan"),
        ("ANDI WIJAYA          BUNGA LESTARI", "tanda_tangan"),
    ]

    def indent(document: Any) -> None:
        deep = {words for words, place in lines if ".angka." in place}
        for paragraph in document.paragraphs:
            if paragraph.text in deep:
                paragraph.paragraph_format.left_indent = Pt(36)
            elif paragraph.text[:2] in ("1.", "2.", "3."):
                paragraph.paragraph_format.left_indent = Pt(18)

    return word("bersarang", lines, indent)


def with_annexes() -> Text:
    """Two annexes, the second with a table whose head stands there again."""
    lines = [
        *title(
            "PERJANJIAN KERJA SAMA",
            "RSUD KASIH",
            "PT ALAT PRIMA",
            "PEMELIHARAAN ALAT",
            "9/RSUD/2025",
            "10/AP/2025",
        ),
        (
            "Pada hari ini Senin, 6 Januari 2025, yang bertanda tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
        (
            "I. dr. ANTON : Direktur RSUD Kasih, berkedudukan di Jalan Sehat Nomor 1, "
            "selanjutnya disebut PIHAK PERTAMA;",
            "para_pihak.kesatu",
        ),
        (
            "II. BELLA : Direktur PT Alat Prima, berkedudukan di Jalan Mesin Nomor 2, "
            "selanjutnya disebut PIHAK KEDUA;",
            "para_pihak.kedua",
        ),
        AGREED,
        ("Pasal 1", "pasal.1"),
        ("Alat yang dipelihara tercantum dalam Lampiran II.", "pasal.1.isi"),
        ("Pasal 2", "pasal.2"),
        ("Perjanjian ini berlaku selama 12 (dua belas) bulan.", "pasal.2.isi"),
        ("PIHAK PERTAMA,          PIHAK KEDUA,", "tanda_tangan"),
        ("dr. ANTON          BELLA", "tanda_tangan"),
        ("LAMPIRAN I", "lampiran.1.kepala"),
        ("TATA CARA PEMELIHARAAN", "lampiran.1.judul"),
        ("Pemeliharaan dilakukan sebagai berikut:", "lampiran.1.isi"),
        ("1. alat dibersihkan;", "lampiran.1.angka.1"),
        ("2. alat diperiksa; dan", "lampiran.1.angka.2"),
        ("3. hasilnya dicatat.", "lampiran.1.angka.3"),
        ("LAMPIRAN II", "lampiran.2.kepala"),
        ("DAFTAR ALAT", "lampiran.2.judul"),
    ]

    def table(document: Any) -> None:
        rows = (
            ("No", "Alat", "Jumlah"),
            ("1", "Tempat tidur", "40"),
            ("No", "Alat", "Jumlah"),
            ("2", "Lampu operasi", "3"),
        )
        made = document.add_table(rows=0, cols=3)
        for row in rows:
            cells = made.add_row().cells
            for cell, words in zip(cells, row, strict=True):
                cell.text = words

    cells = [
        ("No", "lampiran.2.tabel"),
        ("Alat", "lampiran.2.tabel"),
        ("Tempat tidur", "lampiran.2.tabel"),
        ("Lampu operasi", "lampiran.2.tabel"),
    ]
    made = word("lampiran", lines, table)
    return Text(made.name, made.content, (*made.lines, *cells))


def with_layout_tables() -> Text:
    """Parties beside their sentences in a table, signatures in another."""
    first = [
        *title(
            "NOTA KESEPAHAMAN",
            "YAYASAN LENTERA",
            "DINAS PENDIDIKAN KABUPATEN SELATAN",
            "PENDIDIKAN ANAK NELAYAN",
            "3/YL/2025",
            "4/DP/2025",
        ),
        (
            "Pada hari ini Kamis, 20 Februari 2025, kami yang bertanda tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
    ]
    parties = [
        (
            ("1.", "MARIA GORETTI", ":"),
            "Ketua Yayasan Lentera, berkedudukan di Jalan Suar Nomor 5, bertindak untuk dan "
            "atas nama Yayasan Lentera, selanjutnya disebut PIHAK PERTAMA;",
            "para_pihak.kesatu",
        ),
        (
            ("2.", "AHMAD FAUZI", ":"),
            "Kepala Dinas Pendidikan Kabupaten Selatan, berkedudukan di Jalan Buku Nomor 7, "
            "bertindak untuk dan atas nama Pemerintah Kabupaten Selatan, selanjutnya disebut "
            "PIHAK KEDUA.",
            "para_pihak.kedua",
        ),
    ]
    rest = [
        (
            "PIHAK PERTAMA dan PIHAK KEDUA selanjutnya secara bersama-sama disebut PARA "
            "PIHAK, terlebih dahulu menerangkan:",
            "kalimat.sebutan_bersama",
        ),
        ("a. bahwa anak nelayan berhak belajar; dan", "pertimbangan.a"),
        ("b. bahwa PARA PIHAK hendak membantunya.", "pertimbangan.b"),
        AGREED,
        ("PASAL 1", "pasal.1"),
        ("MAKSUD", "pasal.1.judul"),
        ("Nota Kesepahaman ini membuka kelas sore.", "pasal.1.isi"),
        ("PASAL 2", "pasal.2"),
        ("JANGKA WAKTU", "pasal.2.judul"),
        ("Berlaku selama 3 (tiga) tahun sejak ditandatangani.", "pasal.2.isi"),
    ]
    signed = [
        ("PIHAK PERTAMA,", "PIHAK KEDUA,"),
        ("Ketua Yayasan", "Kepala Dinas"),
        ("MARIA GORETTI", "AHMAD FAUZI"),
    ]
    document = docx.Document()
    for words, _ in first:
        document.add_paragraph(words)
    made = document.add_table(rows=0, cols=4)
    for beside, sentence, _ in parties:
        cells = made.add_row().cells
        for cell, words in zip(cells, (*beside, sentence), strict=True):
            cell.text = words
    for words, _ in rest:
        document.add_paragraph(words)
    made = document.add_table(rows=0, cols=2)
    for row in signed:
        cells = made.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            cell.text = words
    lines = [
        *first,
        *((sentence, place) for _, sentence, place in parties),
        *rest,
        *((words, "tanda_tangan") for row in signed for words in row),
    ]
    return Text("yayasan.docx", saved(document), tuple(lines))


def with_automatic_numbers() -> Text:
    """Pasal, ayat and letters that Word counts: their labels stand nowhere in the text."""
    first = [
        *title(
            "NOTA KESEPAKATAN",
            "BALAI PELATIHAN KERJA",
            "PEMERINTAH KABUPATEN LADANG",
            "PELATIHAN TUKANG",
            "8/BPK/2025",
            "9/KL/2025",
        ),
        (
            "Pada hari ini Senin, 13 Januari 2025, yang bertanda tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
        (
            "I. IWAN : Kepala Balai Pelatihan Kerja, berkedudukan di Jalan Palu Nomor 1, "
            "selanjutnya disebut PIHAK KESATU.",
            "para_pihak.kesatu",
        ),
        (
            "II. RATIH : Bupati Ladang, berkedudukan di Jalan Padi Nomor 2, selanjutnya "
            "disebut PIHAK KEDUA.",
            "para_pihak.kedua",
        ),
        AGREED,
    ]
    counted = [
        ("", 0, "pasal.1"),
        ("PIHAK KESATU melatih tukang.", 1, "pasal.1.ayat.1"),
        ("Pelatihannya meliputi:", 1, "pasal.1.ayat.2"),
        ("tukang kayu; dan", 2, "pasal.1.ayat.2.huruf.a"),
        ("tukang batu.", 2, "pasal.1.ayat.2.huruf.b"),
        ("PIHAK KEDUA memilih pesertanya.", 1, "pasal.1.ayat.3"),
        ("JANGKA WAKTU", 0, "pasal.2"),
        ("Nota Kesepakatan ini berlaku selama 4 (empat) tahun.", 1, "pasal.2.ayat.1"),
        ("Sesudahnya dapat diperpanjang.", 1, "pasal.2.ayat.2"),
    ]
    counted[0] = ("TUGAS", 0, "pasal.1")
    last = [
        ("PIHAK KESATU,\t\tPIHAK KEDUA,", "tanda_tangan"),
        ("IWAN\t\tRATIH", "tanda_tangan"),
    ]
    naskah = Naskah()
    naskah.add_list(90, 90, "".join(level(i, *each) for i, each in enumerate(LEVELS)))
    for words, _ in first:
        naskah.document.add_paragraph(words)
    for words, at, _ in counted:
        naskah.add(words, 90, at)
    for words, _ in last:
        naskah.document.add_paragraph(words)
    lines = [*first, *((words, place) for words, _, place in counted), *last]
    return Text("pelatihan.docx", saved(naskah.document), tuple(lines))


_OF_SRI = (
    ("Nama", "Dra. SRI LESTARI"),
    ("NIP", "19700101 199803 2 002"),
    ("Jabatan", "Kepala Dinas Sosial Kota Awan"),
    ("Alamat", "Jalan Sosial Nomor 1"),
)
_OF_MARIA = (
    ("Nama", "MARIA GORETI"),
    ("NIK", "3374010203850001"),
    ("Jabatan", "Ketua Yayasan Kasih"),
    ("Alamat", "Jalan Kasih Nomor 2"),
)
_CALLED = ("selanjutnya disebut PIHAK PERTAMA", "selanjutnya disebut PIHAK KEDUA")


def _beside_in_columns(document: Any) -> None:
    """Six columns: name, colon and value of each party."""
    made = document.add_table(rows=5, cols=6)
    for begin, rows, called in zip((0, 3), (_OF_SRI, _OF_MARIA), _CALLED, strict=True):
        for cells, (label, value) in zip(made.rows, rows, strict=False):
            for at, words in enumerate((label, ":", value), begin):
                cells.cells[at].text = words
        made.cell(4, begin).merge(made.cell(4, begin + 2)).text = called


def _beside_in_cells(document: Any) -> None:
    """One cell a party, a paragraph a line."""
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, rows, called in zip(cells, (_OF_SRI, _OF_MARIA), _CALLED, strict=True):
        for label, value in rows:
            cell.add_paragraph(f"{label} : {value}")
        cell.add_paragraph(called)


def _with_pihak_in(add_table: Callable[[Any], None]) -> Text:
    front = [
        *title(
            "KESEPAKATAN BERSAMA",
            "DINAS SOSIAL KOTA AWAN",
            "YAYASAN KASIH",
            "REHABILITASI SOSIAL",
            "460/1/2025",
            "2/YK/2025",
        ),
        (
            "Pada hari ini Rabu, 5 Maret 2025, yang bertanda tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
    ]
    back = [
        AGREED,
        ("Pasal 1", "pasal.1"),
        ("TUJUAN", "pasal.1.judul"),
        ("Memulihkan penerima manfaat.", "pasal.1.isi"),
        ("Pasal 2", "pasal.2"),
        ("JANGKA WAKTU", "pasal.2.judul"),
        ("Berlaku selama 2 (dua) tahun.", "pasal.2.isi"),
        ("PIHAK PERTAMA,          PIHAK KEDUA,", "tanda_tangan"),
        ("Dra. SRI LESTARI          MARIA GORETI", "tanda_tangan"),
    ]
    naskah = Naskah()
    naskah.add_list(90, 90, "".join(level(i, *each) for i, each in enumerate(LEVELS)))
    for words, _ in front:
        naskah.document.add_paragraph(words)
    add_table(naskah.document)
    for words, _ in back:
        if words.startswith("Pasal"):
            naskah.add("", 90)  # Word alone says its number.
        else:
            naskah.document.add_paragraph(words)
    told = (("kesatu", _OF_SRI), ("kedua", _OF_MARIA))
    rows = [
        (f"{label} : {value}", f"para_pihak.{key}")
        for key, each in told
        for label, value in each
    ]
    lines = (*front, *rows, *back)
    return Text(f"{add_table.__name__}.docx", saved(naskah.document), lines)


def with_pihak_in_columns() -> Text:
    """The parties beside each other in columns; numbers of pasal that only Word says."""
    return _with_pihak_in(_beside_in_columns)


def with_pihak_in_cells() -> Text:
    """The parties beside each other, each in one cell."""
    return _with_pihak_in(_beside_in_cells)


def with_breaks() -> Text:
    """Line breaks inside headings, tabs behind labels, a label cut from its words."""
    first = title(
        "PERJANJIAN KERJA SAMA",
        "PERPUSTAKAAN KOTA EMBUN",
        "KOMUNITAS BACA PAGI",
        "TAMAN BACAAN",
        "5/PKE/2025",
        "6/KBP/2025",
    )
    lines = [
        *first,
        ("Yang bertanda tangan di bawah ini:", "kalimat.pembukaan"),
        (
            "I.\tYUNI : Kepala Perpustakaan Kota Embun, berkedudukan di Jalan Buku Nomor 1, "
            "selanjutnya disebut PIHAK PERTAMA;",
            "para_pihak.kesatu",
        ),
        (
            "II.\tRANGGA : Ketua Komunitas Baca Pagi, berkedudukan di Jalan Kata Nomor 2, "
            "selanjutnya disebut PIHAK KEDUA;",
            "para_pihak.kedua",
        ),
        AGREED,
        ("Pasal 1\nLAYANAN", "pasal.1"),
        ("(1)\tTaman bacaan dibuka setiap pagi.", "pasal.1.ayat.1"),
        ("(2)", ""),
        ("Buku dipinjamkan tanpa biaya.", "pasal.1.ayat.2"),
        ("Pasal 2\nJANGKA WAKTU", "pasal.2"),
        ("Perjanjian ini berlaku selama 6 (enam) bulan.", "pasal.2.isi"),
        ("PIHAK PERTAMA,\t\t\tPIHAK KEDUA,", "tanda_tangan"),
        ("YUNI\t\t\tRANGGA", "tanda_tangan"),
    ]
    return word("taman-baca", lines)


def with_wrapped_lines() -> Text:
    """Lines that end where the page does."""
    made = with_dotted_ayat()
    wrapped = list[str]()
    for words, _ in made.lines:
        line = ""
        for one in words.split(" "):
            if len(line) + len(one) > 70:
                wrapped.append(line)
                line = one
            else:
                line = f"{line} {one}" if line else one
        wrapped.append(line)
    return Text("terpotong.txt", "\n".join(wrapped).encode(), made.lines)


def with_pasal_twice() -> Text:
    """Pasal 2 stands there twice, and the text is kept as it is."""
    lines = [
        *title(
            "PERJANJIAN KERJA SAMA",
            "PUSKESMAS MELATI",
            "APOTEK SEHAT",
            "PENGAMBILAN OBAT",
            "7/PM/2025",
            "8/AS/2025",
        ),
        ("Yang bertanda tangan di bawah ini:", "kalimat.pembukaan"),
        (
            "I. dr. HANA : Kepala Puskesmas Melati, berkedudukan di Jalan Melati Nomor 1, "
            "selanjutnya disebut PIHAK PERTAMA;",
            "para_pihak.kesatu",
        ),
        (
            "II. IRFAN : Pemilik Apotek Sehat, berkedudukan di Jalan Obat Nomor 2, "
            "selanjutnya disebut PIHAK KEDUA;",
            "para_pihak.kedua",
        ),
        AGREED,
        ("Pasal 1", "pasal.1"),
        ("Obat diambil dengan resep.", "pasal.1.isi"),
        ("Pasal 2", "pasal.2"),
        ("Apotek buka setiap hari.", "pasal.2.isi"),
        ("Pasal 2", "pasal.2.paragraf"),
        ("Perjanjian ini berlaku selama 2 (dua) tahun.", "pasal.2.paragraf"),
        ("PIHAK PERTAMA,          PIHAK KEDUA,", "tanda_tangan"),
        ("dr. HANA          IRFAN", "tanda_tangan"),
    ]
    return plain("obat", lines)


def with_witnesses() -> Text:
    """Three parties one below the other, and those who sign beside them."""
    lines = [
        ("KESEPAKATAN BERSAMA", "jenis"),
        ("TENTANG", "judul"),
        ("PELESTARIAN MATA AIR", "judul"),
        ("ANTARA", "judul"),
        ("DESA ATAS,", "para_pihak.kesatu.nama"),
        ("DESA TENGAH,", "para_pihak.kedua.nama"),
        ("DAN", "judul"),
        ("DESA BAWAH", "para_pihak.ketiga.nama"),
        ("Nomor : 1/2025", "nomor"),
        ("Nomor : 2/2025", "nomor"),
        ("Nomor : 3/2025", "nomor"),
        (
            "Pada hari ini Minggu, 9 Maret 2025, kami yang bertanda tangan di bawah ini:",
            "kalimat.pembukaan",
        ),
        (
            "I. AGUS : Kepala Desa Atas, berkedudukan di Desa Atas, selanjutnya disebut "
            "PIHAK KESATU;",
            "para_pihak.kesatu",
        ),
        (
            "II. BAMBANG : Kepala Desa Tengah, berkedudukan di Desa Tengah, selanjutnya "
            "disebut PIHAK KEDUA;",
            "para_pihak.kedua",
        ),
        (
            "III. CICI : Kepala Desa Bawah, berkedudukan di Desa Bawah, selanjutnya disebut "
            "PIHAK KETIGA;",
            "para_pihak.ketiga",
        ),
        AGREED,
        ("Pasal 1", "pasal.1"),
        ("(1) Mata air dijaga:", "pasal.1.ayat.1"),
        ("a. oleh PIHAK KESATU:", "pasal.1.ayat.1.huruf.a"),
        ("1) pohonnya; dan", "pasal.1.ayat.1.huruf.a.subangka.1"),
        ("2) pagarnya;", "pasal.1.ayat.1.huruf.a.subangka.2"),
        ("b. oleh PIHAK KEDUA dan PIHAK KETIGA, salurannya.", "pasal.1.ayat.1.huruf.b"),
        ("(2) Airnya dibagi rata.", "pasal.1.ayat.2"),
        ("Pasal 2", "pasal.2"),
        ("Kesepakatan ini berlaku tanpa batas waktu.", "pasal.2.isi"),
        ("PIHAK KESATU,", "tanda_tangan"),
        ("AGUS", "tanda_tangan"),
        ("PIHAK KEDUA,", "tanda_tangan"),
        ("BAMBANG", "tanda_tangan"),
        ("PIHAK KETIGA,", "tanda_tangan"),
        ("CICI", "tanda_tangan"),
        ("Mengetahui,", "mengetahui"),
        ("Camat Hulu", "mengetahui"),
        ("DJOKO SUSILO", "mengetahui"),
    ]
    return plain("mata-air", lines)


def with_a_firm() -> Text:
    """Firms: "Perjanjian ini dibuat …" begins, titles stand beside PASAL, lists (a), numbers bare."""
    lines = [
        *title(
            "PERJANJIAN KERJA SAMA",
            "PT SINAR PANGAN NUSANTARA",
            "KOPERASI TANI MAKMUR",
            "PENYALURAN BERAS",
        ),
        ("NOMOR 044/SPN-LGL/PKS/VII/2024", "nomor"),
        ("NOMOR 12/KTM/VII/2024", "nomor"),
        (
            "Perjanjian Kerja Sama ini (selanjutnya disebut “Perjanjian”) dibuat dan "
            "ditandatangani pada hari Senin tanggal lima belas bulan Juli tahun dua ribu dua "
            "puluh empat (15-07-2024) di Kota Contoh, oleh dan antara:",
            "kalimat.pembukaan",
        ),
        (
            "1. PT SINAR PANGAN NUSANTARA, suatu perseroan terbatas yang didirikan "
            "berdasarkan hukum Negara Republik Indonesia, berkedudukan di Kota Contoh, dalam "
            "hal ini diwakili oleh RATNA DEWI selaku Direktur Utama, selanjutnya disebut "
            "“PIHAK PERTAMA”; dan",
            "kalimat.pembukaan",
        ),
        (
            "2. KOPERASI TANI MAKMUR, badan hukum koperasi yang berkedudukan di Kabupaten "
            "Contoh, dalam hal ini diwakili oleh SLAMET WIDODO selaku Ketua Pengurus, "
            "selanjutnya disebut “PIHAK KEDUA”.",
            "kalimat.pembukaan",
        ),
        (
            "PIHAK PERTAMA dan PIHAK KEDUA secara bersama-sama disebut “PARA PIHAK”.",
            "kalimat.sebutan_bersama",
        ),
        AGREED,
        ("PASAL 1 DEFINISI", "pasal.1"),
        ("Dalam Perjanjian ini yang dimaksud dengan:", "pasal.1.isi"),
        ("1) Beras adalah beras premium.", "pasal.1.subangka.1"),
        ("2) Gudang adalah tempat penyimpanan.", "pasal.1.subangka.2"),
        ("PASAL 2 RUANG LINGKUP", "pasal.2"),
        ("1. Ruang lingkup Perjanjian ini meliputi:", "pasal.2.ayat.1"),
        ("(a) penyediaan oleh PIHAK KEDUA;", "pasal.2.ayat.1.huruf.a"),
        ("(b) pengangkutan ke Gudang.", "pasal.2.ayat.1.huruf.b"),
        ("2. Jumlahnya ditetapkan dalam surat pesanan.", "pasal.2.ayat.2"),
        ("PASAL 3 JANGKA WAKTU", "pasal.3"),
        (
            "Perjanjian ini berlaku sejak tanggal 15 Juli 2024 sampai dengan tanggal 14 "
            "Juli 2026.",
            "pasal.3.isi",
        ),
        ("Demikian Perjanjian ini dibuat dalam rangkap 2 (dua).", "kalimat.penutup"),
        ("PIHAK PERTAMA", "tanda_tangan"),
        ("RATNA DEWI", "tanda_tangan"),
        ("Direktur Utama", "tanda_tangan"),
        ("PIHAK KEDUA", "tanda_tangan"),
        ("SLAMET WIDODO", "tanda_tangan"),
        ("Ketua Pengurus", "tanda_tangan"),
    ]
    return word("perusahaan", lines)


EVERY = (
    with_a_firm,
    with_dotted_ayat,
    with_bases_as_pasal,
    with_heads,
    with_bab,
    with_numbered_headings,
    with_rows,
    with_nested_numbers,
    with_annexes,
    with_layout_tables,
    with_automatic_numbers,
    with_pihak_in_columns,
    with_pihak_in_cells,
    with_breaks,
    with_wrapped_lines,
    with_pasal_twice,
    with_witnesses,
)
