"""The head of a register: which row it is, and what its columns hold."""

import pytest

from notakesepakatan.compute.intake.both import nomor_and_day
from notakesepakatan.compute.intake.columns import OTHER, key_of_head
from notakesepakatan.compute.intake.heads import Table, tables_of
from notakesepakatan.compute.intake.sheet import Cell, Merged, Sheet
from notakesepakatan.compute.intake.values import (
    month_of_nomor,
    rupiah_of,
    span_of,
    split_nomor,
    split_pihak,
)


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("jenisKerjasama", "jenis"), ("type", "jenis"), ("jenis_dokumen", "jenis"), ("kategori", "skema"),
        ("judul", "judul"), ("Perihal", "judul"), ("label", "judul"), ("uraian", "judul"), ("TENTANG", "judul"),
        ("mitra", "pihak"), ("nama_instansi", "pihak"), ("pihak1", "pihak"), ("Pihak II", "pihak"), ("partner kind", OTHER),
        ("nomor", "nomor"), ("noPihak1", "nomor"), ("nomor_pks", "nomor"), ("document_number", "nomor"), ("No.", "nomor_urut"),
        ("tanggalMulai", "mulai"), ("start", "mulai"), ("tanggal_disahkan", "tanggal"), ("tanggalSelesai", "berakhir"),
        ("end", "berakhir"), ("expiredDate", "berakhir"), ("periode", "periode"), ("masaBerlaku", "jangka_waktu"),
        ("jangka_waktu", "jangka_waktu"), ("status", "status"), ("satker", "perangkat_daerah"), ("Perangkat Daerah", "perangkat_daerah"),
        ("penanggung jawab", "penanggung_jawab"), ("PIC", "penanggung_jawab"), ("No. HP PIC", "kontak"), ("Penandatangan", "penanda_tangan"),
        ("Tanggal Penandatanganan", "tanggal"), ("ruang lingkup", "ruang_lingkup"), ("bentuk kegiatan", "bentuk"), ("urusan/bidang", "urusan"),
        ("lokasi", "lokasi"), ("anggaran", "nilai"), ("Nilai (Rp)", "nilai"), ("sumberDana", "sumber_dana"), ("dasarDokumen", "induk"),
        ("linkDokumen", "tautan"), ("file", "tautan"), ("Tempat Penyimpanan Naskah Asli", "tempat_naskah"), ("Ket.", "keterangan"), ("Warna map", None),
        ("Sisa Masa Berlaku", OTHER), ("Tgl Terima Naskah", OTHER), ("Tanggal Pengajuan", OTHER), ("Tgl. Pengiriman", OTHER), ("Tanggal Evaluasi", OTHER),
        ("Nomor Adendum", OTHER), ("No. Agenda", OTHER), ("Tgl Perpanjangan", OTHER), ("Tahun Anggaran", OTHER), ("Exp. Date", "berakhir"),
        ("Waktu Pelaksanaan", "jangka_waktu"), ("Kurun Waktu", "jangka_waktu"), ("Ditandatangani oleh", "penanda_tangan"), ("Tanggal Penetapan", "tanggal"),
        ("Tanggal Penandatanganan", "tanggal"), ("Tanggal Perjanjian", "tanggal"), ("Nomor Perjanjian", "nomor"), ("Tanggal Pengesahan", "tanggal"), ("MASA", "jangka_waktu"),
    ],
)  # fmt: skip
def test_heads_as_bureaus_write_them(head: str, key: str | None) -> None:
    assert key_of_head(head) == key


def _table(*rows: str, merged: tuple[Merged, ...] = ()) -> Table:
    cells = [[Cell(text.strip()) for text in row.split("|")] for row in rows]
    table = next(tables_of(Sheet("", cells, merged), {}), None)
    assert table is not None
    return table


def test_a_head_of_two_lines_below_titles_and_above_numbers() -> None:
    table = _table(
        "REKAP KERJA SAMA||||", "||||", "Nomor|Perihal|Tanggal||Mitra", "||Mulai|Akhir|", "(1)|(2)|(3)|(4)|(5)",
        "1/A|Sampah|1 Mei 2025|1 Mei 2026|PT X",
        merged=((0, 0, 0, 4), (2, 2, 2, 3), (2, 0, 3, 0), (2, 1, 3, 1), (2, 4, 3, 4)),
    )  # fmt: skip
    assert [(column.head, column.name) for column in table.columns] == [
        ("Nomor", "nomor"),
        ("Perihal", "judul"),
        ("Tanggal Mulai", "mulai"),
        ("Tanggal Akhir", "berakhir"),
        ("Mitra", "pihak"),
    ]
    assert [number for number, _ in table.rows] == [6]


def test_a_head_of_two_lines_whose_cells_are_not_merged() -> None:
    table = _table(
        "No|Nomor|Judul|Tanggal||Mitra",
        "|||Mulai|Selesai|",
        "1|1/PKS/2025|Sampah|1 Mei 2025|1 Mei 2026|PT X",
    )
    heads = [column.head for column in table.columns]
    assert heads == [
        "No",
        "Nomor",
        "Judul",
        "Tanggal Mulai",
        "Tanggal Selesai",
        "Mitra",
    ]
    assert [number for number, _ in table.rows] == [3]


def test_a_row_with_empty_cells_is_no_second_line_of_a_head() -> None:
    table = _table("Nomor|Judul|Mitra|Keterangan", "|Sampah|PT X|", "2/A|Air|PT Y|asli")
    assert [number for number, _ in table.rows] == [2, 3]


def test_a_head_that_comes_again_on_each_page_is_no_row() -> None:
    table = _table(
        "Nomor|Judul|Mitra", "1/A|Sampah|PT X", "Nomor|Judul|Mitra", "2/A|Air|PT Y"
    )
    assert [number for number, _ in table.rows] == [2, 4]


def test_what_stands_in_a_column_puts_its_head_right() -> None:
    table = _table(
        "No|Judul|Masa Berlaku",
        "12/PKS/2025|Sampah|1 Mei 2025 s.d. 1 Mei 2026",
        "13/PKS/2025|Air|2 Mei 2025 s.d. 2 Mei 2026",
    )
    assert [column.name for column in table.columns] == ["nomor", "judul", "periode"]


def test_columns_of_one_key_are_told_apart() -> None:
    table = _table("Pihak 1|Pihak 2|No Pihak 1|No Pihak 2|X|X", "A|B|1/A|2/B|c|d")
    names = [column.name for column in table.columns]
    assert names == [
        "pihak",
        "pihak_2",
        "nomor",
        "nomor_2",
        "lainnya.X",
        "lainnya.X (kolom 6)",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pemkab A\nPT B", ("Pemkab A", "PT B")),
        ("1. Pemkab A 2. PT B", ("Pemkab A", "PT B")),
        ("- Pemkab A\n- PT B", ("Pemkab A", "PT B")),
        ("Pemkab A; PT B;", ("Pemkab A", "PT B")),
        ("Pemerintah Kabupaten A dengan PT B", ("Pemerintah Kabupaten A", "PT B")),
        ("Kementerian Hukum dan HAM", ("Kementerian Hukum dan HAM",)),
        (
            "Dinas Kependudukan dan Pencatatan Sipil",
            ("Dinas Kependudukan dan Pencatatan Sipil",),
        ),
        ("PT Bersih, Tbk", ("PT Bersih, Tbk",)),
        ("Pemkab A dengan Sanggar Nada", ("Pemkab A", "Sanggar Nada")),
        ("Pemkab A - Kejari A", ("Pemkab A", "Kejari A")),
        ("Pemkab A dg Kejari A", ("Pemkab A", "Kejari A")),
        ("Pemkab A vs Sanggar Nada", ("Pemkab A", "Sanggar Nada")),
        ("Kab. A, Kab. B, dan Kota C", ("Kab. A", "Kab. B", "Kota C")),
        ("Kab. A", ("Kab. A",)),
        ("Dinas Kesehatan Kab. A, Prov. B", ("Dinas Kesehatan Kab. A, Prov. B",)),
        ("Pemkab A dgn Sanggar Nada", ("Pemkab A", "Sanggar Nada")),
        (
            "Kementerian Pekerjaan Umum dan Perumahan Rakyat",
            ("Kementerian Pekerjaan Umum dan Perumahan Rakyat",),
        ),
        ("Kementerian A/Badan B", ("Kementerian A/Badan B",)),
        ("Dinas Masyarakat dan Desa", ("Dinas Masyarakat dan Desa",)),
        (
            "Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Bogor",
            ("Dinas Pemberdayaan Masyarakat dan Desa Kabupaten Bogor",),
        ),
        (
            "Dinas Perdagangan, Koperasi dan UKM Kabupaten Bogor",
            ("Dinas Perdagangan, Koperasi dan UKM Kabupaten Bogor",),
        ),
        ("Dinas Perdagangan dan Koperasi", ("Dinas Perdagangan dan Koperasi",)),
        (
            "Dinas Tenaga Kerja, Koperasi, Usaha Kecil dan Menengah",
            ("Dinas Tenaga Kerja, Koperasi, Usaha Kecil dan Menengah",),
        ),
        (
            "Badan Akreditasi Nasional Sekolah/Madrasah",
            ("Badan Akreditasi Nasional Sekolah/Madrasah",),
        ),
        (
            "Asosiasi Rumah Sakit dan Klinik Indonesia",
            ("Asosiasi Rumah Sakit dan Klinik Indonesia",),
        ),
        ("PT Maju dan Koperasi Karya Bersama", ("PT Maju", "Koperasi Karya Bersama")),
        ("PT Maju dan Desa Sukamaju", ("PT Maju", "Desa Sukamaju")),
        ("RSUD Aren dan Klinik Sehat", ("RSUD Aren", "Klinik Sehat")),
        ("Fakultas Hukum, Universitas A", ("Fakultas Hukum, Universitas A",)),
        ("Fakultas Hukum dan Pemkab A", ("Fakultas Hukum", "Pemkab A")),
        ("-", ()),
    ],
)
def test_names_in_a_cell(text: str, names: tuple[str, ...]) -> None:
    assert split_pihak(text)[0] == names


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1/A/2025\n2/B/2025", ("1/A/2025", "2/B/2025")),
        ("Nomor: 1/A/2025 dan Nomor: 2/B/2025", ("1/A/2025", "2/B/2025")),
        ("12/PKS/DINAS A dan B/2024", ("12/PKS/DINAS A dan B/2024",)),
        ("UM: 12/UN32/KS/2024\nMitra: 5/B/2024", ("12/UN32/KS/2024", "5/B/2024")),
        ("UM: 12/UN32/KS/2024 Mitra: 5/B/2024", ("12/UN32/KS/2024", "5/B/2024")),
        ("Pihak I : 1/A/2024; Pihak II: 2/B/2024", ("1/A/2024", "2/B/2024")),
        ("180/PKS: 12/2024", ("180/PKS: 12/2024",)),
        ("1. 12/A/2024\n2. 5/B/2024", ("12/A/2024", "5/B/2024")),
        ("No. 1: 120/45/2024\nNo. 2: 66/UN15/2024", ("120/45/2024", "66/UN15/2024")),
        ("No. 1/PKS/2024", ("1/PKS/2024",)),
        ("0", ()),
        ("-", ()),
        ("tidak bernomor", ()),
        ("Belum ada nomor", ()),
    ],
)
def test_numbers_in_a_cell(text: str, numbers: tuple[str, ...]) -> None:
    assert split_nomor(text) == numbers


@pytest.mark.parametrize(
    ("nomor", "month"),
    [
        ("1/PKS/XII/2024", 12),
        ("415.4/3.IV/2025", 4),
        ("1/PKS/2024", None),
        ("1/XIV/2024", None),
        ("I/PKS/V/2024", None),
    ],
)
def test_the_month_of_a_number(nomor: str, month: int | None) -> None:
    assert month_of_nomor(nomor) == month


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rp1.500.000.000,-", 1_500_000_000),
        ("0,00", 0),
        ("1500000000", 1_500_000_000),
        ("Rp 1.500.000,00", 1_500_000),
        ("1,500,000.00", 1_500_000),
        ("500.0", 500),
        ("0.0", 0),
        ("Rp75.000.000,00 (tujuh puluh lima juta rupiah)", 75_000_000),
        ("1,5 miliar", None),
        ("-", None),
    ],
)
def test_money(text: str, amount: int | None) -> None:
    assert rupiah_of(text) == amount


@pytest.mark.parametrize(
    ("text", "unit", "span"),
    [
        ("3 tahun", "", "3 tahun"),
        ("5 (lima) tahun", "", "5 tahun"),
        ("36 bulan", "", "36 bulan"),
        ("3", "", None),
        ("3", "tahun", "3 tahun"),
        ("2 years", "", "2 tahun"),
        ("selama dua tahun", "", "2 tahun"),
        ("2 (dua) tahun sejak ditandatangani", "", "2 tahun"),
        ("sesuai kebutuhan", "", None),
    ],
)
def test_spans(text: str, unit: str, span: str | None) -> None:
    assert span_of(text, unit) == span


def test_numbers_and_their_days_in_one_column_are_two() -> None:
    table = _table("Perihal|Nomor & Tanggal", "A|1/B dan 2/C\ntanggal 3 Mei 2024")
    keys = [(column.key, column.letters) for column in table.columns]
    assert keys == [("judul", "A"), ("nomor", "B"), ("tanggal", "B")]
    ((_, row),) = table.rows
    assert [cell.text for cell in row[1:]] == ["1/B dan 2/C", "tanggal 3 Mei 2024"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1/A/2024 tgl. 3 Mei 2024", ("1/A/2024", "3 Mei 2024")),
        ("1/A, 3 Mei 2024", ("1/A", "3 Mei 2024")),
        ("1/A (03-05-2024)", ("1/A", "03-05-2024")),
        (
            "1/A tgl 3 Mei 2024; 2/B tgl 4 Mei 2024",
            ("1/A\n2/B", "3 Mei 2024; 4 Mei 2024"),
        ),
        ("12/2024", ("12/2024", "")),
        ("12/PKS/2024", ("12/PKS/2024", "")),
    ],
)
def test_a_number_and_its_day(text: str, parts: tuple[str, str]) -> None:
    assert nomor_and_day(text) == parts


def test_kinds_below_another_head_are_kinds() -> None:
    table = _table("Bentuk|Perihal", "PKS|A", "Nota Kesepakatan|B")
    assert table.columns[0].key == "jenis"


def test_a_shared_head_of_numbers_and_days_leaves_its_parts_to_say_which() -> None:
    table = _table(
        "No|Tentang|Nomor dan Tanggal|||Mitra",
        "||Nomor Pihak I|Nomor Pihak II|Tanggal|",
        "1|Sampah|1/A/2025|2/B/2025|1 Mei 2025|PT X",
        merged=((0, 2, 0, 4), (0, 0, 1, 0), (0, 1, 1, 1), (0, 5, 1, 5)),
    )
    names = [column.name for column in table.columns]
    assert names == ["nomor_urut", "judul", "nomor", "nomor_2", "tanggal", "pihak"]


@pytest.mark.parametrize("head", ["Kesepakatan / Perjanjian", "Kerja Sama", "Nama MoU"])
def test_what_only_says_agreements_is_the_title_where_nothing_else_is(
    head: str,
) -> None:
    table = _table(f"No|{head}|Mitra|Tanggal", "1|Air Minum|PT X|1 Mei 2025")
    assert table.columns[1].key == "judul"
    beside = _table(f"No|{head}|Judul|Mitra", "1|Tertulis|Air Minum|PT X")
    assert [column.key for column in beside.columns[1:3]] != ["judul", "judul"]
    assert beside.columns[2].key == "judul"
