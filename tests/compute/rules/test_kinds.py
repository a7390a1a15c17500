"""Kinds of slips, small: each in a text of others and in an agreement of ours, and its harmless neighbours."""

import pytest

from conftest import MINIMAL
from notakesepakatan.bureau.check import (
    Found,
    check_document,
    temuan_list,
)
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.kesepakatan import parse_kesepakatan

NBSP = "\u00a0"

WRONG = [
    # Figures and words, however they are written.
    ("berlaku 5 (Enam) tahun.", "ANGKA-HURUF", "5 (Enam)"),
    (f"berlaku 5{NBSP}(enam) tahun.", "ANGKA-HURUF", "5 (enam)"),
    ("berlaku 5(enam) tahun.", "ANGKA-HURUF", "5(enam)"),
    ("berlaku 5 tahun (enam tahun).", "ANGKA-HURUF", "5 tahun (enam tahun)"),
    ("berlaku enam (5) tahun.", "ANGKA-HURUF", "enam (5)"),
    ("sebesar 5% (enam persen).", "ANGKA-HURUF", "5% (enam persen)"),
    ("sebesar 2,5 (dua koma enam) ton.", "ANGKA-HURUF", "2,5 (dua koma enam)"),
    ("sebesar 1.001 (seribu dua) ton.", "ANGKA-HURUF", "1.001 (seribu dua)"),
    (
        "Rp. 1.500.000,- (satu juta empat ratus ribu rupiah).",
        "ANGKA-HURUF",
        "Rp. 1.500.000,- (satu juta empat ratus ribu rupiah)",
    ),
    (
        "Rp1.500.000,00 (Satu Juta Empat Ratus Ribu Rupiah).",
        "ANGKA-HURUF",
        "Rp1.500.000,00 (Satu Juta Empat Ratus Ribu Rupiah)",
    ),
    (
        "Rp 1.500.000 (satu juta) rupiah.",
        "ANGKA-HURUF",
        "Rp 1.500.000 (satu juta)",
    ),
    (
        "satu juta rupiah (Rp2.000.000,00).",
        "ANGKA-HURUF",
        "satu juta rupiah (Rp2.000.000,00)",
    ),
    ("Rp3 juta (empat juta rupiah).", "ANGKA-HURUF", "Rp3 juta (empat juta rupiah)"),
    # Days.
    ("pada hari Jumat, 16 Juni 2022.", "ANGKA-HARI", "Jumat"),
    ("pada Jum\u2019at, 16 Juni 2022.", "ANGKA-HARI", "Jum'at"),
    ("hari Jumat tanggal 16 Juni 2022.", "ANGKA-HARI", "Jumat"),
    ("pada Jumat (16/06/2022).", "ANGKA-HARI", "Jumat"),
    (
        "hari ini Jumat tanggal enam belas bulan Juni tahun dua ribu dua puluh dua, di",
        "ANGKA-HARI",
        "Jumat",
    ),
    ("pada tanggal 31 Juni 2022.", "ANGKA-HARI", "31 Juni 2022"),
    ("pada tanggal 30/02/2023.", "ANGKA-HARI", "30/02/2023"),
    ("16 Juni 2022 (17-06-2022).", "ANGKA-HARI", "16 Juni 2022 (17-06-2022)"),
    # `di` and `ke`.
    ("yang di laksanakan bersama.", "BAHASA-SALAH", "di laksanakan"),
    ("yang di tanda tangani bersama.", "BAHASA-SALAH", "di tanda tangani"),
    ("yang di setujui bersama.", "BAHASA-SALAH", "di setujui"),
    ("dikemudian hari.", "BAHASA-SALAH", "dikemudian"),
    ("diatas dan dibawah.", "BAHASA-SALAH", "diatas"),
    ("LINGKUP KERJASAMA", "BAHASA-SALAH", "KERJASAMA"),
    ("sebesar dua milyar.", "BAHASA-SALAH", "milyar"),
    # References.
    ("sesuai dengan ayat 1 pasal ini.", "RUJUK-BENTUK", "ayat 1"),
    ("menurut ayat (1) dan (2).", "RUJUK-BENTUK", "ayat (1) dan (2)"),
    ("menurut ayat (1), (2), dan (3).", "RUJUK-BENTUK", "ayat (1), (2), dan (3)"),
    ("menurut Pasal 4 dan 5.", "RUJUK-BENTUK", "Pasal 4 dan 5"),
    (
        "menurut huruf a, huruf b, dan huruf c.",
        "RUJUK-BENTUK",
        "huruf a, huruf b, dan huruf c",
    ),
    ("dimaksud pada Pasal 4.", "RUJUK-KATA", "dimaksud pada Pasal 4"),
    ("dimaksud dalam ayat (1).", "RUJUK-KATA", "dimaksud dalam ayat (1)"),
    ("menurut Pasal 6 Ayat (2) saja.", "RUJUK-BENTUK", "Ayat (2)"),
    ("menurut Pasal 6 Ayat (2) Huruf b saja.", "RUJUK-BENTUK", "Huruf b"),
    ("sesuai dengan ayat dua pasal ini.", "RUJUK-BENTUK", "dengan ayat dua"),
    ("dimaksud pada butir b.", "RUJUK-BENTUK", "butir b"),
    ("menurut huruf a dan b.", "RUJUK-BENTUK", "huruf a dan b"),
    ("yang di pilih dan di rawat.", "BAHASA-SALAH", "di pilih"),
    ("berada dikampus atau diBandung.", "BAHASA-SALAH", "dikampus"),
    ("berada diBandung sekarang.", "BAHASA-SALAH", "diBandung"),
    ("denda 1\u2030 (dua permil).", "ANGKA-HURUF", "1\u2030 (dua permil)"),
    ("sebesar 5% (enam perseratus).", "ANGKA-HURUF", "5% (enam perseratus)"),
    ("sebesar [nama bank] dan", "ISIAN-KOSONG", "[nama bank]"),
    ("yang di pasang, lalu di tegur.", "BAHASA-SALAH", "di pasang"),
    ("sebelum jangka waktu ber akhir.", "BAHASA-SALAH", "ber akhir"),
    ("sebanyak-banyak nya dua.", "BAHASA-SALAH", "sebanyak-banyak nya"),
    ("sebagai mana mestinya.", "BAHASA-SALAH", "sebagai mana"),
    (
        "yang di tindak lanjuti dan menindak lanjuti.",
        "BAHASA-SALAH",
        "menindak lanjuti",
    ),
    ("akan ditindak lanjuti.", "BAHASA-SALAH", "ditindak lanjuti"),
    ("sarana dan prasana.", "BAHASA-SALAH", "prasana"),
    ("menunjukan surat.", "BAHASA-SALAH", "menunjukan"),
    # References closed up, turned round, in Roman numerals.
    ("sebagaimana dimaksud pada ayat(1) saja.", "RUJUK-BENTUK", "ayat(1)"),
    ("sebagaimana dimaksud dalam Pasal4 saja.", "RUJUK-BENTUK", "Pasal4"),
    (
        "dimaksud pada huruf b ayat (2) saja.",
        "RUJUK-BENTUK",
        "dimaksud pada huruf b ayat (2)",
    ),
    (
        "dimaksud pada ayat (2) Pasal 4 saja.",
        "RUJUK-BENTUK",
        "dimaksud pada ayat (2) Pasal 4",
    ),
    ("diatur dalam Pasal II dan lainnya.", "RUJUK-BENTUK", "Pasal II"),
    ("dimaksud pada pasal (1) saja.", "RUJUK-BENTUK", "pasal (1)"),
    ("diatur dalam Pasal (4) saja.", "RUJUK-BENTUK", "Pasal (4)"),
    ("tersebut pada pasal di atas saja.", "RUJUK-ATAS", "pasal di atas"),
    ("menurut ayat yang terdahulu saja.", "RUJUK-ATAS", "ayat yang terdahulu"),
    ("menurut Pasal sebelumnya saja.", "RUJUK-ATAS", "Pasal sebelumnya"),
    ("menurut ayat di bawah ini saja.", "RUJUK-ATAS", "ayat di bawah ini"),
    ("menurut pasal tersebut di atas.", "RUJUK-ATAS", "pasal tersebut di atas"),
    # Blanks, one finding each.
    ("Nomor ……/……/2024 ini.", "ISIAN-KOSONG", "……/……"),
    ("sebesar ........ rupiah.", "ISIAN-KOSONG", "........"),
    ("sebesar ____ rupiah.", "ISIAN-KOSONG", "____"),
    ("sebesar [ISI] rupiah.", "ISIAN-KOSONG", "[ISI]"),
    ("Akta Nomor ... tanggal.", "ISIAN-KOSONG", "..."),
    ("Jalan Melati Nomor XXX, Bogor.", "ISIAN-KOSONG", "XXX"),
    ("oleh Camat (nama).", "ISIAN-KOSONG", "(nama)"),
    # Marks that go in pairs, capitals, days of one sentence, titles of laws on record.
    ("Dibuat 3 (tiga rangkap asli.", "BAHASA-KURUNG", "(tiga rangkap asli."),
    ("Dibuat tiga) rangkap asli.", "BAHASA-KURUNG", ")"),
    ("Dilakukan sebaGaimana mestinya.", "BAHASA-KAPITAL", "sebaGaimana"),
    ("Berlaku bagi PIHAk lain.", "BAHASA-KAPITAL", "PIHAk"),
    ("Sejak tanggal 4 Mie 2026 saja.", "TANGGAL-URUT", "Mie"),
    (
        "Mulai 1 April 2028 sampai dengan 31 Maret 2026.",
        "TANGGAL-URUT",
        "1 April 2028 sampai dengan 31 Maret 2026",
    ),
    (
        "Mulai 13 Juli 2026 dengan 12 Juli 2027.",
        "TANGGAL-URUT",
        "13 Juli 2026 dengan 12 Juli 2027",
    ),
    (
        "Keputusan Nomor 72 Tahun 2020 tanggal 13 April 2021.",
        "TANGGAL-URUT",
        "Nomor 72 Tahun 2020 tanggal 13 April 2021",
    ),
    ("Urusan warga sehari hari.", "BAHASA-GANDA", "sehari hari"),
    ("menurut huruf a sampai huruf c.", "RUJUK-BENTUK", "huruf a sampai"),
    ("Denda 1‰ (satu persen) saja.", "ANGKA-HURUF", "1‰ (satu persen)"),
    (
        "Sesuai Undang-Undang Nomor 18 Tahun 2017 tentang Perlindungan Pekerja.",
        "HUKUM-JUDUL",
        "Undang-Undang Nomor 18 Tahun 2017 tentang Perlindungan Pekerja.",
    ),
    (
        "Sesuai Undang-Undang Nomor 22 Tahun 2014 tentang Pemerintahan Daerah.",
        "HUKUM-JUDUL",
        "Undang-Undang Nomor 22 Tahun 2014 tentang Pemerintahan Daerah.",
    ),
    ("Hadir NIP 19711908 199803 1 005.", "KONTAK-NIP", "19711908 199803 1 005"),
    ("Hadir NIP 19710412 199803 2 04.", "KONTAK-NIP", "19710412 199803 2 04"),
    (
        "Dibuat dalam rangkap 3 (tiga), 2 (dua) rangkap dipegang Ani dan "
        "2 (dua) rangkap dipegang Budi.",
        "ANGKA-BAGI",
        "dalam rangkap 3 (tiga)",
    ),
    # The second of two equal words is the one that is meant.
    ("perijinan dan ijin usaha.", "BAHASA-SALAH", "ijin"),
    # Words that the dictionary has in another sense, or that are written apart.
    ("yang dikenai sangsi administratif.", "BAHASA-SALAH", "sangsi"),
    ("PEMBERIAN SANGSI BERSAMA", "BAHASA-SALAH", "SANGSI"),
    ("dimaksudkan sebagi landasan bersama.", "BAHASA-SALAH", "sebagi"),
    ("tidak mempengaruhi kegiatan.", "BAHASA-SALAH", "mempengaruhi"),
    ("Jadualnya disusun bersama.", "BAHASA-SALAH", "Jadualnya"),
    ("oleh Sekertaris Daerah.", "BAHASA-SALAH", "Sekertaris"),
    ("berhak meminjam kan koleksi.", "BAHASA-SALAH", "meminjam kan"),
    ("secara sendiri sendiri disebut.", "BAHASA-GANDA", "sendiri sendiri"),
    ("Masing masing pihak hadir.", "BAHASA-GANDA", "Masing masing"),
    ("Untuk kedua kota, warga ke dua kota hadir.", "BAHASA-SALAH", "ke dua"),
    ("Dibayar pada tahap ke tiga saja.", "BAHASA-SALAH", "ke tiga"),
    ("dalam rangkap 2 (dua) , bermeterai.", "BAHASA-SPASI", ") ,"),
    # Numbers that lack their figures, their unit, or a letter of their words.
    ("paling lambat (tiga) bulan sebelumnya.", "ANGKA-KURANG", "(tiga) bulan"),
    ("selama (dua puluh empat) jam.", "ANGKA-KURANG", "(dua puluh empat) jam"),
    ("paling lambat 7 (tuju) hari kerja.", "ANGKA-KURANG", "7 (tuju)"),
    ("dalam 30 (tigapuluh) hari kerja.", "ANGKA-KURANG", "30 (tigapuluh)"),
    (
        "paling lambat 24 (dua puluh empat) sejak dilaporkan.",
        "ANGKA-KURANG",
        "24 (dua puluh empat)",
    ),
    ("in force for 5 (six) years.", "ANGKA-KURANG", "5 (six)"),
    ("within 45 (fifty-four) days.", "ANGKA-KURANG", "45 (fifty-four)"),
    ("Sampai dengan 31 Desember 20227 saja.", "TANGGAL-URUT", "20227"),
    ("Sampai dengan 31 Desember 202, saja.", "TANGGAL-URUT", "202"),
    ("Peraturan Nomor 5 Tahun 20255 saja.", "TANGGAL-URUT", "20255"),
]

RIGHT = [
    "menurut huruf a dan huruf b; Ayat suci; butir soal; di pasar.",
    "di kampus, dirumahkan, dipasarkan, di Bandung, dijalankan, diperpanjang.",
    "berlaku 5 (Lima) tahun, 5(lima) tahun, lima (5) tahun, 2,5% (dua koma lima persen).",
    "Rp. 1.500.000,- (satu juta lima ratus ribu rupiah).",
    "Rp1.500.000,00 (Satu Juta Lima Ratus Ribu Rupiah).",
    "Rp2,5 miliar (dua miliar lima ratus juta rupiah).",
    "salah satu (1) pihak, tanda koma (3), beberapa puluh (30) orang, 100 (seratus kilogram).",
    "pada Kamis, 16 Juni 2022, hari Kamis tanggal 16 Juni 2022, 1 minggu 17 Juni 2022.",
    "nomor 119/31/06/2022 dan 30/02/2023/X.",
    "di pekan ini, di rekan kerja, di kemudian hari, ditempatkan, diluncurkan, keluar.",
    "Pasal 1266 Kitab Undang-Undang Hukum Perdata dan Pasal 1266 dan 1267 KUHPerdata.",
    "ayat (1), ayat (2), dan ayat (4); Pasal 1 dan 5 (lima) orang; ayat (1) dan ayat (2).",
    "Tiga … titik saja, dan seterusnya.",
    "dimaksud pada ayat (2) Pasal 4 Undang-Undang ini, dan diatur dalam Pasal II Peraturan itu.",
    "per bulan, di pasar, tanya jawab, pembersihan, mengingat, berakhir.",
    "Nomor XX.1, tanggal (dua) dan (nama terlampir).",
    "menunjuk, memasuki, prasarana, beserta, setengah jadi, sertakan pula.",
    "Surat dikirim ke kerjasama@contoh.go.id atau www.kerjasama.go.id, lalu dibaca.",
    "Isinya a) satu, b) dua, dan 1) tiga (dengan sisipan (di dalamnya)); kata “baru” saja.",
    "Memakai MoU, YouTube, dan PKS; RSUD dr. Soetomo hadir.",
    "Mulai 1 April 2026 sampai dengan 31 Maret 2028; Nomor 5 Tahun 2020; on 18 March 2027.",
    "Rapat antara 1 April 2026 dengan 1 Mei 2026, dan antara tanggal 5 Mei 2026 dengan 6 Mei 2026.",
    "Sesuai Undang-Undang Nomor 18 Tahun 2017 tentang Pelindungan, Pekerja Migran Indonesia.",
    "Keputusan Nomor 72 Tahun 2020 tanggal 13 April 2020, masing-masing sehari-hari.",
    "Hadir NIP 19710412 199803 2 004, denda 1‰ (satu per mil) dan 2% (dua persen).",
    "Dikirim ke dua kota, ke tiga alamat; secara sendiri-sendiri.",
    "berlaku 5 (lima) tahun sejak; lima (5) tahun sejak; 3 juta (tiga juta) orang.",
    "pada angka 2 (dua) sebelum ini; 12 (Duta) dan 1 (satu) sebelumnya; 5% (lima persen) sejak.",
    "Pada 31 Desember 2027.500 dan 5 Mei 2026; Tahun Anggaran 2027; tahun 20.000 rupiah.",
    "untuk gotong royong, disabilitas, mitigasi, balita, posyandu, perpanjangan, dan rincian.",
]


def _in_file(text: str) -> list[Found]:
    return list(check_document("a.txt", text.encode()).found)


def _in_agreement(text: str) -> list[Found]:
    loaded = parse_kesepakatan(
        MINIMAL.replace(
            "isi: Isi.", f"isi: '{text.replace(chr(39), chr(39) * 2)}'"
        ).encode(),
        "uji",
    )
    return temuan_list(Riwayat(loaded), loaded, load_dictionary())


@pytest.mark.parametrize(("text", "kode", "piece"), WRONG)
def test_each_kind_is_found_where_it_stands(text: str, kode: str, piece: str) -> None:
    for found in (_in_file(text), _in_agreement(text)):
        ours = [one for one in found if (one.kode, one.piece) == (kode, piece)]
        assert ours, [(one.kode, one.piece) for one in found]
        at = ours[0].tempat.kolom - 1
        head = piece.replace("'", "").split()[0][:3]
        assert ours[0].baris[at:].replace("\u2019", "").startswith(head)
        if "perijinan" in text:
            assert ours[0].baris[at - 1] == " "


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_alone(text: str) -> None:
    kinds = (
        *("ANGKA", "BAHASA", "RUJUK-BENTUK", "RUJUK-KATA", "RUJUK-TUJUAN", "ISIAN"),
        *("TANGGAL-URUT", "HUKUM-JUDUL", "KONTAK-NIP"),
    )
    for found in (_in_file(text), _in_agreement(text)):
        told = [one for one in found if one.kode.startswith(kinds)]
        # These are pieces of sentences, and begin as they may.
        told = [one for one in told if one.kode != "BAHASA-AWAL"]
        assert [(one.kode, one.piece) for one in told] == []


def test_a_slip_of_spelling_is_no_other_number() -> None:
    text = "Rp2.500.000.000,00 (dua milyar lima ratus juta rupiah)."
    for found in (_in_file(text), _in_agreement(text)):
        kinds = {one.kode for one in found}
        assert "BAHASA-SALAH" in kinds
        assert "ANGKA-HURUF" not in kinds


@pytest.mark.parametrize(
    ("text", "kode"),
    [
        (f"5{NBSP}(enam)", "ANGKA-HURUF"),
        ("antar\u2002instansi", "BAHASA-SALAH"),
    ],
)
def test_other_spaces_blind_no_rule(text: str, kode: str) -> None:
    for found in (_in_file(text), _in_agreement(text)):
        assert kode in [one.kode for one in found]


@pytest.mark.parametrize("text", ["kerja\u00adsama", "Kami\u200b meru\u200bbah"])
def test_what_nobody_sees_blinds_no_rule(text: str) -> None:
    """In YAML such letters are refused before any rule is asked."""
    assert "BAHASA-SALAH" in [one.kode for one in _in_file(text)]


@pytest.mark.parametrize(
    "text", ["Nomor ……/……/2024 ada.", "sebesar ........ ya.", "[ISI]."]
)
def test_a_blank_is_one_finding_and_no_fault_of_spacing(text: str) -> None:
    assert [one.kode for one in _in_file(text)] == ["ISIAN-KOSONG"]


def _kinds(text: str, *kinds: str) -> list[tuple[str, str]]:
    return [(one.kode, one.piece) for one in _in_file(text) if one.kode in kinds]


_LISTS = """\
Pasal 1

{items}

Pasal 2

Isi.

Pasal 3

Isi.
"""


@pytest.mark.parametrize(
    ("items", "kode", "pieces"),
    [
        ("a. satu hal;\n\nb. dua hal;\n\nc. tiga hal.", "DAFTAR-TANDA", ["hal;"]),
        ("a. satu hal;\n\nb. dua hal; dan\n\nc. tiga hal.", "DAFTAR-TANDA", []),
        ("a. PIHAK KESATU, A;\n\nb. PIHAK KEDUA, B.", "DAFTAR-TANDA", []),
        (
            "a. pembinaan;\n\nb. Pengawasan; dan\n\nc. pelaporan.",
            "DAFTAR-HURUF",
            ["Pengawasan"],
        ),
        ("a. Pembinaan;\n\nb. Pengawasan; dan\n\nc. Pelaporan.", "DAFTAR-HURUF", []),
        (
            "a. pembinaan;\n\nb. Undang-Undang; dan\n\nc. Kabupaten Bogor.",
            "DAFTAR-HURUF",
            [],
        ),
    ],
)
def test_lists_of_a_text_of_others(items: str, kode: str, pieces: list[str]) -> None:
    found = _kinds(_LISTS.format(items=items), kode)
    assert [piece for _, piece in found] == pieces


@pytest.mark.parametrize(
    ("intro", "times"), [("istilah ini berarti:", 1), ("Barang terdiri atas:", 0)]
)
def test_a_word_is_explained_once(intro: str, times: int) -> None:
    text = (
        f"Dalam naskah ini {intro}\n\na. Barang adalah satu.\n\nb. Barang adalah dua."
    )
    assert len(_kinds(text, "SAMA-DUAKALI")) == times


_LETTER = """\
NOTA KESEPAKATAN
TENTANG
UJI
NOMOR : {nomor}
Pada hari ini Kamis, tanggal enam belas, bulan Juni, tahun dua ribu dua puluh dua (16-06-2022), kami:
I. BUDI SANTOSO : Ketua, berkedudukan di Jalan Melati Nomor 8, Bogor, bertindak untuk dan atas nama Badan A, selanjutnya disebut {first}.
II. ANI LESTARI : Kepala, berkedudukan di Jalan Anggrek Nomor 3, Bogor, bertindak untuk dan atas nama Badan B, selanjutnya disebut PENYEDIA JASA.
{first} dan PENYEDIA JASA secara bersama-sama disebut PARA PIHAK.
Pasal 1
{text}
"""


@pytest.mark.parametrize(
    ("text", "kode", "piece"),
    [
        ("Bagi PARAPIHAK berlaku.", "SAMA-SEBUTAN", "PARAPIHAK"),
        ("Bagi PENYEDIAN JASA berlaku.", "SAMA-SEBUTAN", "PENYEDIAN JASA"),
        ("Bagi KEDUA BELAH PIHAK berlaku.", "SAMA-SEBUTAN", "KEDUA BELAH PIHAK"),
        ("Bagi Para Pihak berlaku.", "SAMA-SEBUTAN", "Para Pihak"),
        ("Bagi Pihak Pertama berlaku.", "SAMA-SEBUTAN", "Pihak Pertama"),
        ("Email : badan@contoh,go.id", "KONTAK-SUREL", "badan@contoh,go.id"),
        ("Email : badan@contoh", "KONTAK-SUREL", "badan@contoh"),
        ("Surel: badan.contoh.go.id", "KONTAK-SUREL", "badan.contoh.go.id"),
        ("Telepon : 02l 7994166", "KONTAK-TELEPON", "02l 7994166"),
        ("Jalan Melati Nomor 8, Bogor, Kode Pos 1227", "KONTAK-POS", "1227"),
        (
            "Alamat: Jalan Melati Nomor 88, Bogor",
            "SAMA-ALAMAT",
            "Jalan Melati Nomor 88, Bogor",
        ),
    ],
)
def test_parties_and_their_addresses_in_a_text_of_others(
    text: str, kode: str, piece: str
) -> None:
    whole = _LETTER.format(nomor="1/A/VI/2022", first="PIHAK PERTAMA", text=text)
    assert (kode, piece) in _kinds(whole, kode)


@pytest.mark.parametrize(
    "text",
    [
        "PARA PIHAK, PIHAK PERTAMA, dan PENYEDIA JASA membantu Pihak Ketiga.",
        "Email : badan@contoh.go.id",
        "Email : ……………………",
        "Telepon : (021) 7994166",
        "Jalan Melati Nomor 8, Bogor, Kode Pos 12270",
        "Jalan Mawar Nomor 8, Bogor",
        "HAK DAN KEWAJIBAN Para Pihak",
    ],
)
def test_what_is_right_of_parties_is_left_alone(text: str) -> None:
    whole = _LETTER.format(nomor="1/A/VI/2022", first="PIHAK PERTAMA", text=text)
    assert _kinds(whole, "SAMA-SEBUTAN", "SAMA-ALAMAT") == []
    assert [one.kode for one in _in_file(whole) if "KONTAK" in one.kode] == []


@pytest.mark.parametrize(
    ("nomor", "is_told"),
    [
        ("1/A/VI/2022", False),
        ("1/A/2022", False),
        ("1/A/2021.5", False),
        ("1/A/V/2022", True),
        ("1/A/XIII/2022", True),
        ("1/A/2021", True),
    ],
)
def test_a_number_of_another_time_in_a_text_of_others(
    nomor: str, is_told: bool
) -> None:
    whole = _LETTER.format(nomor=nomor, first="PIHAK PERTAMA", text="Isi.")
    assert bool(_kinds(whole, "ANGKA-NOMOR")) == is_told


def test_an_ayat_ends_with_a_stop() -> None:
    text = (
        "Pasal 1\n\n(1) Satu,\n\n(2) Dua;\n\n(3) Tiga\n\nPasal 2\n\n(1) Empat.\n\n"
        "(2) Lima:\n\na. enam;\n\n(3) Tujuh\n\n a. delapan."
    )
    found = _kinds(text, "DAFTAR-AYAT")
    assert [piece for _, piece in found] == ["Satu,", "Dua;", "Tiga"]


@pytest.mark.parametrize(
    ("end", "replaced"),
    [
        (",", ["Isi."]),
        (";", ["Isi."]),
        ("", [None]),
        (".", []),
        (":", []),
        ("?", []),
    ],
)
def test_an_ayat_of_ours_ends_with_a_stop(end: str, replaced: list[str | None]) -> None:
    yaml = MINIMAL.replace("isi: Isi.", f'ayat: ["Isi{end}", Dua.]')
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, None)
    ours = [one.replace for one in found if one.kode == "DAFTAR-AYAT"]
    assert ours == replaced


def test_a_recital_names_one_that_exists_and_is_not_itself() -> None:
    text = (
        "a. bahwa satu;\n\nb. bahwa dua dimaksud dalam huruf a dan huruf d;\n\n"
        "c. bahwa tiga dimaksud dalam huruf c dengan Pasal 3 huruf f UU 1;"
    )
    assert _kinds(text, "RUJUK-TIMBANG") == [
        ("RUJUK-TIMBANG", "huruf d"),
        ("RUJUK-TIMBANG", "huruf c"),
    ]


def test_a_number_of_another_paper_is_not_ours() -> None:
    yaml = MINIMAL.replace("isi: Isi.", "isi: {}")
    yaml = yaml.replace("nama: Badan A\n", "nama: Badan A\n  nomor: 119/56/NK/2024\n")
    for text, many in (
        ("PARA PIHAK melaksanakan Nota Kesepakatan Nomor 119/55/NK/2024.", 0),
        ("Nomor 119/55/NK/2024 adalah naskah ini.", 1),
    ):
        loaded = parse_kesepakatan(yaml.format(text).encode(), "uji")
        found = temuan_list(Riwayat(loaded), loaded, None)
        assert [one.kode for one in found].count("SAMA-NOMOR") == many


@pytest.mark.parametrize(
    ("nomor", "right"),
    [("119/56/NK/VI/2022", "119/56/NK/VI/2022"), ("119/56/NK/V/2022", None)],
)
def test_a_number_is_put_right_only_by_one_that_is_not_in_doubt(
    nomor: str, right: str | None
) -> None:
    yaml = (
        MINIMAL
        + 'lampiran: {judul: UJI, isi: Isi., kepala: ["Nomor : 119/55/NK/VI/2022"]}\n'
    )
    yaml = yaml.replace("nama: Badan A\n", f"nama: Badan A\n  nomor: {nomor}\n")
    yaml = yaml.replace("  jabatan:", "  pejabat: BUDI\n  jabatan:")
    yaml += "penandatanganan: {tempat: Bogor, tanggal: 2022-06-16}\n"
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, None)
    assert [one.replace for one in found if one.kode == "SAMA-NOMOR"] == [right]


def test_names_keep_their_capitals_in_a_list() -> None:
    yaml = MINIMAL.replace(
        "isi: Isi.",
        'isi: "Daftar:"\n  huruf:\n'
        '  - "Undang-Undang Nomor 11 Tahun 2008; dan"\n'
        '  - "Nomor Induk Kependudukan sebagai nomor identitas;"\n'
        '  - "Mengolah data."',
    )
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, load_dictionary())
    assert [one.piece for one in found if one.kode == "DAFTAR-HURUF"] == ["Mengolah"]


_STRUCTURE = """\
NOTA KESEPAKATAN

Budi, untuk selanjutnya disebut juga "PIHAK PERTAMA".

Ani, selanjutnya disebut PIHAK KEDUA.

Ani, selanjutnya disebut PIHAK KEDUA.

Pasal 1

(1) PIHAK KESATU dan PIHAK PERTAMA hadir.

(2) Hal dimaksud pada ayat (2) dan dalam Pasal 9.

Pasal 2

sesuai dengan Pasal 1 ayat (5) MoU ini dan Pasal 30 Undang-Undang Dasar.

a. satu;

b. dua;

d. tiga.

Pasal 4

(1) Empat, Pasal 1 ayat (2).

(2) Lima dimaksud pada ayat (1).

(2) Enam dimaksud dalam Pasal 7 Kesepakatan Bersama yang lain.

LAMPIRAN

Pasal 99 ayat (7)
"""


def test_the_structure_of_a_text_of_others_is_followed() -> None:
    kinds = ("RUJUK-TUJUAN", "RUJUK-CELAH", "RUJUK-DIRI", "SAMA-JENIS", "SAMA-DUAKALI")
    assert sorted(_kinds(_STRUCTURE, *kinds, "SAMA-SEBUTAN")) == [
        ("RUJUK-CELAH", "(2)"),
        ("RUJUK-CELAH", "Pasal 4"),
        ("RUJUK-CELAH", "d."),
        ("RUJUK-DIRI", "pada ayat (2)"),
        ("RUJUK-TUJUAN", "Pasal 1 ayat (5)"),
        ("RUJUK-TUJUAN", "Pasal 9"),
        ("SAMA-DUAKALI", "PIHAK KEDUA"),
        ("SAMA-DUAKALI", "PIHAK KEDUA"),
        ("SAMA-JENIS", "MoU ini"),
        ("SAMA-SEBUTAN", "PIHAK KESATU"),
    ]


def test_a_text_without_labels_is_not_judged_by_them() -> None:
    text = (
        "Pasal 1\n\nSatu.\n\nPasal 2\n\nDua, ayat (3).\n\nPasal 3\n\nPasal 1 ayat (4)."
    )
    assert _kinds(text, "RUJUK-TUJUAN", "RUJUK-CELAH") == []


def test_two_languages_side_by_side_are_no_number_twice() -> None:
    sides = "".join(
        f"Pasal {n}\n\n(1) Satu.\n\n(1) One.\n\n(2) Dua.\n\n(2) Two.\n\n"
        for n in (1, 2, 3)
    )
    assert _kinds(sides, "RUJUK-CELAH") == []


def test_a_paper_may_choose_its_name() -> None:
    text = (
        "PERJANJIAN KERJA SAMA\n\nselanjutnya disebut PKS.\n\nPKS ini berlaku. "
        "Perjanjian ini berlaku. Perjanjian Kerja Sama ini berlaku."
    )
    assert _kinds(text, "SAMA-JENIS") == []


_TWO = """\
NOTA KESEPAKATAN

ANTARA

PEMERINTAH KABUPATEN AREN

DAN

PEMERINTAH KOTA BULAN

TENTANG

PERPUSTAKAAN KELILING

NOMOR : 12/AR/2025

NOMOR : {number}

Pada hari ini Senin, tanggal Sepuluh, bulan Februari, tahun Dua Ribu Dua Puluh Lima (10-02-2025), kami:

I. SITI AMINAH : Bupati Aren, berkedudukan di Aren, bertindak untuk dan atas nama Pemerintah Kabupaten Aren, selanjutnya disebut PIHAK KESATU;

II. JOKO LELONO : {office}, berkedudukan di Bulan, bertindak untuk dan atas nama Pemerintah Kota Bulan, selanjutnya disebut PIHAK KEDUA.

Pasal 1

(1) {first}

(2) PIHAK KEDUA menyediakan buku dan gedung untuk semua orang.

Pasal 2

{second}

Pasal 3

Demikian Nota Kesepakatan ini dibuat dan ditandatangani oleh para pihak dengan penuh kesadaran.

PIHAK KESATU,\tPIHAK KEDUA,

BUPATI AREN\tWALI KOTA BULAN

{names}

{lampiran}
"""
_SOUND = {
    "number": "34/BL/2025",
    "office": "Wali Kota Bulan",
    "first": "PIHAK KESATU adalah Pemerintah Kabupaten Aren.",
    "second": "Biaya ditanggung bersama.",
    "names": "SITI AMINAH\tJOKO LELONO",
    "lampiran": "Lampiran Nota Kesepakatan antara Pemerintah Kabupaten Aren dan "
    "Pemerintah Kota Bulan\n\nNomor : 12/AR/2025\n\nNomor : 34/BL/2025\n\n"
    "Tanggal : 10 Februari 2025\n\nRENCANA KERJA PERPUSTAKAAN KELILING",
}
_OF_PIHAK = ("SAMA", "RUJUK", "DAFTAR", "HUKUM", "RENCANA")


def _of_two(**changes: str) -> set[str]:
    found = _in_file(_TWO.format(**_SOUND | changes))
    return {one.kode for one in found if one.kode.startswith(_OF_PIHAK)}


def test_two_parties_in_order_are_left_alone() -> None:
    assert _of_two() == set()


@pytest.mark.parametrize(
    ("changes", "kode"),
    [
        ({"number": "12/AR/2025"}, "SAMA-KEMBAR"),
        ({"office": "Bupati Aren"}, "SAMA-KEMBAR"),
        ({"first": "PIHAK KESATU adalah Pemerintah Kota Bulan."}, "SAMA-TUKAR"),
        ({"second": "PIHAK KESATU menunjuk Wali Kota Bulan."}, "SAMA-TUKAR"),
        ({"names": "JOKO LELONO\tSITI AMINAH"}, "SAMA-TUKAR"),
        ({"names": "SITI AMINAH\tJOKO LEKSONO"}, "SAMA-PEJABAT"),
        ({"second": "PIHAK KE-2 hadir."}, "SAMA-SEBUTAN"),
        ({"second": "PIHAK KETIGA hadir."}, "SAMA-SEBUTAN"),
        ({"second": "Bekerja dengan Pemerintah Kota Bulat."}, "SAMA-UNIT"),
        ({"second": "Kesepakatan Kerja Sama ini berlaku."}, "SAMA-JENIS"),
        (
            {"second": "dimaksud dalam Pasal 1 ayat (2) dan Pasal 1 ayat (4)."},
            "RUJUK-TUJUAN",
        ),
        ({"second": "dimaksud dalam Lampiran VII."}, "RUJUK-LAMPIRAN"),
        ({"second": "Isinya:\n\na. satu,\n\nb. dua;\n\nc. tiga."}, "DAFTAR-TANDA"),
        ({"second": "Sesuai Undang-Undang Nomor 32 Tahun 2004."}, "HUKUM-BERUBAH"),
        ({"second": "Menurut UU No. 33 Tahun 2004."}, "HUKUM-BERUBAH"),
        ({"second": "Menurut UU 28/2009 tentang pajak daerah."}, "HUKUM-BERUBAH"),
        (
            {"second": "1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa;"},
            "HUKUM-TANPA",
        ),
        ({"lampiran": _SOUND["lampiran"].replace("12/AR", "12/AB")}, "SAMA-NOMOR"),
        ({"lampiran": _SOUND["lampiran"].replace("10 Feb", "11 Feb")}, "SAMA-TANGGAL"),
        ({"lampiran": _SOUND["lampiran"].replace("KELILING", "KELLING")}, "SAMA-JUDUL"),
        (
            {"lampiran": _SOUND["lampiran"].replace("Aren dan", "Arean dan")},
            "SAMA-NAMA",
        ),
    ],
)
def test_a_text_of_others_is_held_against_its_front(
    changes: dict[str, str], kode: str
) -> None:
    assert kode in _of_two(**changes)


_PARTIES = ("SAMA-DERET", "SAMA-JUMLAH", "SAMA-KAPITAL", "SAMA-BERSAMA", "SAMA-LENGKAP")


def _of_parties(second: str) -> list[tuple[str, str]]:
    return _kinds(_TWO.format(**_SOUND | {"second": second}), *_PARTIES)


_SET = "PIHAK KESATU dan PIHAK KEDUA bersama-sama disebut PARA PIHAK, masing-masing disebut PIHAK.\n\nPIHAK lainnya, setiap PIHAK, dan PIHAK itu hadir.\n\n"


@pytest.mark.parametrize(
    ("second", "kode", "piece"),
    [
        ("PIHAK KEDUA dan PIHAK KEDUA menata.", "SAMA-DERET", "PIHAK KEDUA"),
        (
            "PIHAK KESATU, PIHAK KEDUA, dan PIHAK KESATU.",
            "SAMA-DERET",
            "PIHAK KESATU",
        ),
        ("Atas persetujuan Ketiga Pihak.", "SAMA-JUMLAH", "Ketiga Pihak"),
        ("Dengan hadirnya ketiga pihak.", "SAMA-JUMLAH", "ketiga pihak"),
        (_SET + "Setiap Pihak hadir.", "SAMA-KAPITAL", "Pihak"),
        (_SET + "Hal itu diberitahukan Pihak lainnya.", "SAMA-KAPITAL", "Pihak"),
        ("Disetujui para Pihak saja.", "SAMA-KAPITAL", "para Pihak"),
        ("Mereka disebut Kedua pihak saja.", "SAMA-KAPITAL", "Kedua pihak"),
        (
            "Mereka bersama-sama disebut KEDUA PIHAK.\n\nPARA PIHAK hadir.",
            "SAMA-BERSAMA",
            "KEDUA PIHAK",
        ),
    ],
)
def test_words_for_the_parties_are_those_that_are_set(
    second: str, kode: str, piece: str
) -> None:
    assert _of_parties(second) == [(kode, piece)]


@pytest.mark.parametrize(
    "second",
    [
        "PIHAK KESATU dan PIHAK KEDUA, serta PIHAK KEDUA SEMULA, hadir.",
        "PIHAK KESATU menyerahkan kepada PIHAK KEDUA dan kedua belah pihak hadir.",
        "Kerja Sama Daerah dengan Pihak Ketiga; pihak ketiga; Pihak Ketiga lain.",
        "Kedua pihak hadir. Para pihak hadir, dan ketiga desa hadir.",
        _SET + "Pihak ketiga, setiap pihak lain, dan para pihak hadir.",
    ],
)
def test_other_words_for_the_parties_are_left_alone(second: str) -> None:
    assert _of_parties(second) == []


def test_the_sentence_that_sets_the_shared_name_is_read() -> None:
    for words, is_whole in (
        ("PIHAK KESATU dan PIHAK KEDUA", True),
        ("PIHAK KEDUA dan PIHAK KEDUA", False),
    ):
        sentence = f"{words} bersama-sama disebut PARA PIHAK."
        yaml = MINIMAL.replace("bersama: Bersama", f"bersama: {sentence}")
        assert ("SAMA-LENGKAP" in _kinds_of_data(yaml)) is not is_whole
        assert ("SAMA-DERET" in _kinds_of_data(yaml)) is not is_whole


_SIGNED = (
    "SITI AMINAH NIP 19700312 199603 2 004\tJOKO LELONO NIP 19730821 199803 1 007"
    "\n\nSaksi:\n\nRINA MARLINA\tDODI PRASETYO"
)


@pytest.mark.parametrize(
    ("right", "wrong", "kode", "piece"),
    [
        (
            "19730821 199803 1 007",
            "19700312 199603 2 004",
            "KONTAK-NIP",
            "19700312 199603 2 004",
        ),
        ("DODI PRASETYO", "RINA MARLINA", "SAMA-KEMBAR", "RINA MARLINA"),
        ("DODI PRASETYO", "SITI AMINAH", "SAMA-KEMBAR", "SITI AMINAH"),
        ("", "", "", ""),
    ],
)
def test_nobody_signs_twice(right: str, wrong: str, kode: str, piece: str) -> None:
    names = _SIGNED.replace(right, wrong) if right else _SIGNED
    text = _TWO.format(**_SOUND | {"names": names, "lampiran": ""})
    found = _kinds(text, "KONTAK-NIP", "SAMA-KEMBAR")
    assert found == ([(kode, piece)] if kode else [])


@pytest.mark.parametrize(
    ("office", "is_odd"),
    [
        ("Wali Kota Bulan", False),
        ("Penjabat Wali Kota Bulan", False),
        ("Kepala Dinas Kebudayaan Kota Bulan", False),
        ("Wali Kota Bintang", True),
        (
            "Wali Kota Bulan, berdasarkan Surat Kuasa Bupati Aren Nomor 5/2025",
            True,
        ),
        (
            "Sekretaris, berdasarkan Surat Kuasa Wali Kota Bulan Nomor 5/2025",
            False,
        ),
    ],
)
def test_an_office_is_one_of_its_party(office: str, *, is_odd: bool) -> None:
    assert ("SAMA-PIHAK" in _of_two(office=office)) == is_odd


@pytest.mark.parametrize(
    ("office", "is_odd"),
    [
        ("Direktur CV Bengkel Mandiri", False),
        ("Direktur PT Bengkel Mandiri", True),
        ("Kepala CV Bengkel Mandiri Cabang Bogor", False),
    ],
)
def test_an_office_names_its_body(office: str, *, is_odd: bool) -> None:
    yaml = MINIMAL.replace("nama: Badan A", "nama: CV Bengkel Mandiri")
    found = _kinds_of_data(yaml.replace("jabatan: Kepala", f"jabatan: {office}"))
    assert ("SAMA-PIHAK" in found) == is_odd


def test_one_office_carries_out_for_one_party() -> None:
    office = "  pejabat_pelaksana: Kepala Dinas Kebersihan Kabupaten Aren\n"
    yaml = MINIMAL.replace("  kedudukan: Jakarta\n", f"  kedudukan: Jakarta\n{office}")
    assert "SAMA-KEMBAR" not in _kinds_of_data(yaml)
    yaml = yaml.replace("  kedudukan: Bogor\n", f"  kedudukan: Bogor\n{office}")
    assert "SAMA-KEMBAR" in _kinds_of_data(yaml)


def test_a_term_of_a_list_of_meanings_keeps_its_capitals() -> None:
    text = (
        "Pasal 1\n\nKecuali ditentukan lain, istilah di sini berarti:\n\n"
        "a. Barang adalah bantuan.\n\nb. Gudang adalah bangunan.\n\nPasal 2\n\n"
        "Pemilik Barang dan penyimpan Barang menjaga {} itu di gudang atau gudang lain."
    )
    assert _kinds(text.format("barang"), "SAMA-DEFINISI") == [
        ("SAMA-DEFINISI", "barang")
    ]
    assert _kinds(text.format("Barang"), "SAMA-DEFINISI") == []


_CITING = """\
Menindaklanjuti Kesepakatan Bersama Nomor 18/KB/2025 dan Nomor 34/KSD/2025 tanggal 14 April 2025 tentang Pelayanan Publik, yang ditandatangani.

3. Kesepakatan Bersama Nomor 18/KB/2025 dan Nomor 34/KSD/2025 tanggal 14 April 2025 tentang Pelayanan Publik;

Naskah ini melaksanakan Kesepakatan Bersama Nomor 18/KB/2025 dan Nomor 34/KSD/2025, dengan tujuan baik.
"""


@pytest.mark.parametrize(
    ("right", "wrong", "piece"),
    [
        (
            "Menindaklanjuti Kesepakatan Bersama Nomor 18/KB/2025",
            "Menindaklanjuti Kesepakatan Bersama Nomor 18/KB/2024",
            "18/KB/2024",
        ),
        (
            "14 April 2025 tentang Pelayanan Publik,",
            "15 April 2025 tentang Pelayanan Publik,",
            "15 April 2025",
        ),
        ("3. Kesepakatan Bersama", "3. Nota Kesepahaman", "Nota Kesepahaman"),
        ("34/KSD/2025, dengan", "35/KSD/2025, dengan", "35/KSD/2025"),
        (
            "3. Kesepakatan Bersama Nomor 18/KB/2025 dan Nomor 34/KSD/2025 tanggal 14",
            "3. Kesepakatan Bersama Nomor 19/KB/2025 tanggal 15",
            "",
        ),
        ("satu", "satu", ""),
    ],
)
def test_another_paper_is_cited_alike(right: str, wrong: str, piece: str) -> None:
    told = [found for _, found in _kinds(_CITING.replace(right, wrong), "INDUK-DUA")]
    assert piece in told if piece else not told


@pytest.mark.parametrize(
    ("office", "is_later"),
    [
        (
            "Wali Kota Bulan, berdasarkan Surat Kuasa Nomor 5 tanggal 11 Februari 2025",
            True,
        ),
        (
            "Wali Kota Bulan, berdasarkan Surat Kuasa Nomor 5 tanggal 9 Februari 2025",
            False,
        ),
        ("Wali Kota Bulan, berdasarkan Keputusan Nomor 5 tanggal 1 Mei 2026", True),
        ("Wali Kota Bulan, masa jabatan sampai dengan tanggal 1 Mei 2029", False),
    ],
)
def test_an_act_is_older_than_a_text_of_others(office: str, *, is_later: bool) -> None:
    text = _TWO.format(**_SOUND | {"office": office})
    assert bool(_kinds(text, "TANGGAL-KEMUDIAN")) == is_later


@pytest.mark.parametrize(
    ("second", "piece"),
    [
        ("Biaya diatur sesuai dengan Pasal 2; dan seterusnya.", "Pasal 2"),
        ("Biaya diatur sesuai dengan Pasal 1.", ""),
        ("Biaya diatur dalam Pasal 2 ini dan Pasal 2 Undang-Undang Desa.", ""),
    ],
)
def test_a_pasal_does_not_refer_to_itself(second: str, piece: str) -> None:
    found = _kinds(_TWO.format(**_SOUND | {"second": second}), "RUJUK-DIRI")
    assert found == ([("RUJUK-DIRI", piece)] if piece else [])


@pytest.mark.parametrize(
    ("named", "is_ours"),
    [
        ("PPh Pasal 23", False),
        ("Pajak Penghasilan (PPh) Pasal 21", False),
        ("PPh final Pasal 4 ayat (2)", False),
        ("pajak sebagaimana dimaksud dalam Pasal 23", True),
    ],
)
def test_a_pasal_of_the_tax_law_is_none_of_ours(named: str, *, is_ours: bool) -> None:
    """Every paid cooperation says so of what is withheld."""
    paid = f"Pembayaran dipotong {named} sebesar 2%."
    text = f"Pasal 1\n\n{paid}\n\nPasal 2\n\nIsi.\n\nPasal 3\n\nIsi."
    assert bool(_kinds(text, "RUJUK-TUJUAN")) is is_ours


@pytest.mark.parametrize(("ayat", "is_there"), [("3", True), ("4", False)])
def test_ayat_may_be_numbered_without_brackets(ayat: str, *, is_there: bool) -> None:
    text = (
        "Pasal 1\n\n1. Satu.\n\n2. Dua.\n\n3. Tiga.\n\nPasal 2\n\n"
        f"Menurut Pasal 1 ayat ({ayat}).\n\nPasal 3\n\nIsi."
    )
    assert bool(_kinds(text, "RUJUK-TUJUAN")) is not is_there


_DATA = MINIMAL.replace(
    "pasal:",
    "tenggat: {pemberitahuan: 3 bulan, berita_acara_kahar: 7 hari kerja}\npasal:",
)


@pytest.mark.parametrize(
    ("heading", "text", "kode"),
    [
        (
            "JANGKA WAKTU",
            "diberitahukan paling lambat {} sebelum berakhirnya.",
            "SAMA-TENGGAT",
        ),
        ("JANGKA WAKTU", "diberitahukan paling lambat {} sebelumnya.", "SAMA-TENGGAT"),
    ],
)
@pytest.mark.parametrize(
    ("span", "is_right"),
    [
        ("3 (tiga) bulan", True),
        ("tiga bulan", True),
        ("2 (dua) bulan", False),
        ("90 (sembilan puluh) hari", False),
    ],
)
def test_a_period_in_a_sentence_is_that_of_the_data(
    heading: str, text: str, kode: str, span: str, *, is_right: bool
) -> None:
    yaml = _DATA.replace("SATU", heading).replace("Isi.", f'"{text.format(span)}"')
    assert (kode in _kinds_of_data(yaml)) is not is_right


@pytest.mark.parametrize(
    ("span", "is_right"),
    [("7 (tujuh) hari kerja", True), ("7 (tujuh) hari", False), ("3 x 24 jam", False)],
)
def test_the_days_of_a_keadaan_kahar_are_those_of_the_data(
    span: str, *, is_right: bool
) -> None:
    words = f"berita acara dibuat paling lambat {span} sejak kejadiannya."
    yaml = _DATA.replace("SATU", "KEADAAN KAHAR").replace("Isi.", words)
    assert ("SAMA-TENGGAT" in _kinds_of_data(yaml)) is not is_right


@pytest.mark.parametrize(
    ("duty", "text", "is_right"),
    [
        ("setiap: 6 bulan", "disampaikan setiap 6 (enam) bulan.", True),
        ("setiap: 6 bulan", "disampaikan setiap enam bulan.", True),
        ("setiap: 6 bulan", "disampaikan setiap semester.", True),
        ("setiap: 6 bulan", "disampaikan setiap 3 (tiga) bulan.", False),
        ("paling_lambat: 2027-06-30", "selesai 30 Juni 2027.", True),
        (
            "paling_lambat: 2027-06-30",
            "dimulai 1 Mei 2027, selesai 30 Juni 2027.",
            True,
        ),
        ("paling_lambat: 2027-06-30", "selesai tanggal 31 Juli 2027.", False),
        (
            "dalam: 30 hari, setelah: serah terima",
            "30 hari setelah serah terima tanggal 31 Juli 2027.",
            True,
        ),
    ],
)
def test_a_duty_is_due_when_its_clause_says(
    duty: str, text: str, *, is_right: bool
) -> None:
    yaml = MINIMAL.replace(
        "pasal:",
        f"tenggat: {{kewajiban: [{{uraian: laporan, {duty}, dasar: lapor}}]}}\npasal:",
    ).replace("Isi.", f'"{text}"\n  kunci: lapor')
    assert ("SAMA-TENGGAT" in _kinds_of_data(yaml)) is not is_right


def _kinds_of_data(yaml: str) -> set[str]:
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    return {one.kode for one in temuan_list(Riwayat(loaded), loaded, load_dictionary())}


@pytest.mark.parametrize(
    ("words", "is_right"),
    [
        ("dibuat dalam rangkap 2 (dua), bermeterai.", True),
        ("dibuat dalam rangkap 3 (tiga), bermeterai.", False),
        ("dibuat dalam 2 (dua) rangkap asli.", True),
        ("dibuat dalam 4 (empat) rangkap asli.", False),
    ],
)
def test_originals_are_as_many_as_the_data_say(words: str, *, is_right: bool) -> None:
    found = _kinds_of_data(MINIMAL.replace("Isi.", words))
    assert ("SAMA-RANGKAP" in found) is not is_right


def test_a_term_is_defined_once_and_keeps_its_capitals() -> None:
    text = (
        "Pasal 1\n\nYang dimaksud dengan:\n\n1. Titik Layanan adalah tempat.\n\n"
        "2. Titik Layanan adalah lokasi.\n\nPasal 2\n\nDi titik layanan ini.\n\nPasal 3\n\nIsi."
    )
    kinds = ("SAMA-DUAKALI", "SAMA-DEFINISI")
    assert _kinds(text, *kinds) == [
        ("SAMA-DUAKALI", "Titik Layanan"),
        ("SAMA-DEFINISI", "titik layanan"),
    ]


def test_a_row_of_a_plan_has_its_place_its_year_and_its_duty() -> None:
    head = "No\tProgram\tLokasi\tTahun\t\tTugas\t\n\n"
    rows = (
        "1\tMembaca\tAren\tV\t-\tBaca\t-\n\n2\tMenulis\t-\tV\t-\tTulis\t-\n\n"
        "3\tMendengar\tAren\t-\t-\tDengar\t-\n\n4\tMelihat\tAren\tV\tV\t-\t-\n\n"
    )
    found = _kinds(head + rows, "RENCANA-SEL")
    assert [piece for _, piece in found] == ["Menulis", "Mendengar", "Melihat"]


@pytest.mark.parametrize(
    ("title", "heading", "is_slip"),
    [
        ("Penyelenggaraan Pemeriksaan Laboratorium Rujukan", "TARIF", False),
        ("Pemeriksaan Laboratorium Rujukan", "PEMERIKSAN", True),
    ],
)
def test_an_annex_may_have_a_heading_of_its_own(
    title: str, heading: str, *, is_slip: bool
) -> None:
    yaml = MINIMAL.replace("judul: Uji", f"judul: {title}") + (
        f"lampiran:\n  judul: [{heading} PEMERIKSAAN LABORATORIUM RUJUKAN]\n"
        "  tabel: { kolom: [No, Tarif], baris: [1 | 500] }\n"
    ).replace("PEMERIKSAN PEMERIKSAAN", "PEMERIKSAN")
    assert ("SAMA-JUDUL" in _kinds_of_data(yaml)) == is_slip


@pytest.mark.parametrize(
    ("lines", "is_other"),
    [
        ("[KEPALA RSUD Melati, selaku Pemimpin BLUD]", False),
        ("[KEPALA RUMAH SAKIT UMUM DAERAH MELATI]", False),
        ("[WAKIL KEPALA RSUD Melati]", True),
    ],
)
def test_an_office_above_a_signature_may_name_its_body(
    lines: str, *, is_other: bool
) -> None:
    yaml = MINIMAL.replace(
        "- nama: Badan A\n",
        f"- nama: Rumah Sakit Umum Daerah Melati\n  tanda_tangan: {lines}\n",
    )
    assert ("SAMA-PEJABAT" in _kinds_of_data(yaml)) == is_other


@pytest.mark.parametrize(
    ("nama", "jabatan", "above", "is_other"),
    [
        ("Yayasan Melati", "Direktur RS Melati", "DIREKTUR RUMAH SAKIT MELATI", False),
        ("Yayasan Melati", "Direktur Rumah Sakit Melati", "DIREKTUR RS MELATI", False),
        ("Badan A", "Kepala Dinas Kab. Contoh", "KEPALA DINAS KABUPATEN CONTOH", False),
        ("Badan A", "Kepala Dinas Kabupaten Contoh", "KEPALA DINAS KAB. CONTOH", False),
        ("Badan A", "Direktur RS Melati", "DIREKTUR RUMAH TAHANAN", True),
        ("Badan A", "Direktur RS Melati", "DIREKTUR RSUD MELATI", True),
    ],
)
def test_an_office_may_be_shortened_on_either_side(
    nama: str, jabatan: str, above: str, *, is_other: bool
) -> None:
    yaml = MINIMAL.replace("- nama: Badan A\n", f"- nama: {nama}\n").replace(
        "jabatan: Kepala\n",
        f"jabatan: {jabatan}\n  jabatan_tanda_tangan: {above}\n",
    )
    assert ("SAMA-PEJABAT" in _kinds_of_data(yaml)) == is_other


@pytest.mark.parametrize(
    ("nama", "title", "is_other"),
    [
        ("RSUD dr. Soetomo", "RSUD dr. SOETOMO", False),
        ("Rumah Sakit Umum Daerah dr. Soetomo", "RSUD dr. SOETOMO", False),
        ("RSUD dr. Soetomo", "RUMAH SAKIT UMUM DAERAH dr. SOETOMO", False),
        ("Badan Pelindungan (BP)", "BADAN PELINDUNGAN", False),
        ("RSUD dr. Soetomo", "RSUD dr. SUTOMO", True),
        ("Pemerintah Kota Solo", "PEMERINTAH KABUPATEN SOLO", True),
        ("Pemerintah Kota Solo", "PEMERINTAH SOLO", True),
    ],
)
def test_the_name_in_the_title_is_that_of_the_party(
    nama: str, title: str, *, is_other: bool
) -> None:
    yaml = MINIMAL.replace(
        "- nama: Badan A\n", f"- nama: {nama}\n  nama_judul: {title}\n"
    )
    assert ("SAMA-NAMA-JUDUL" in _kinds_of_data(yaml)) == is_other


@pytest.mark.parametrize(
    ("part", "is_empty"),
    [
        ("isi: 'Ruang lingkupnya meliputi:'", True),
        ("isi: 'Ruang lingkupnya meliputi:'\n  huruf: [a; dan, b.]", False),
        ("isi: 'Rincian:'\n  tabel: { kolom: [No], baris: [1] }", False),
        ("isi: 'Lingkup:'\n  huruf: ['pemeriksaan:', b.]", True),
        ("isi: 'Lingkup:'\n  huruf: [{ isi: 'x:', angka: [a; dan, b] }, c.]", False),
    ],
)
def test_a_colon_announces_what_follows(part: str, *, is_empty: bool) -> None:
    yaml = MINIMAL.replace("isi: Isi.", part)
    assert ("DAFTAR-KOSONG" in _kinds_of_data(yaml)) == is_empty


_HEADINGS = """\
Pasal 1 RUANG LINGKUP

Perselisihan diselesaikan di Kota Danaulaya oleh SURYANA DIREJA.

Pasal 2
KEADAAN MEMAKSA

Isi.

Pasal 3 {heading}

Isi.

{line}
"""


@pytest.mark.parametrize(
    ("heading", "line", "piece"),
    [
        ("PENYELESAIAN PERSELISIHIAN", "SURYANA", "PERSELISIHIAN"),
        ("Penyelesaian Perselishan", "SURYANA", "Perselishan"),
        ("PEMBIYAAN", "SURYANA", "PEMBIYAAN"),
        ("KERAHASIAN DATA", "SURYANA", "KERAHASIAN"),
        ("PENUTUP", "PENYELESAIAN PERSELISIAN", "PERSELISIAN"),
        ("FORCE MAJEURE", "HALIMAH TUSSADIYAH", ""),
        ("PENGELOLAAN DANAULAYA", "KOTA DANAULAYA", ""),
        ("WANPRESTASI DAN SANKSI", "KEPALA BPPMHKP", ""),
        ("Pemantauan dan Evaluasi", "PUTRI ANINDYA", ""),
    ],
)
def test_headings_and_capitals_are_spelt(heading: str, line: str, piece: str) -> None:
    text = _HEADINGS.format(heading=heading, line=line)
    told = [found for _, found in _kinds(text, "BAHASA-EJAAN")]
    assert told == ([piece] if piece else [])


@pytest.mark.parametrize(
    ("heading", "is_slip"),
    [("PEMBIYAAN", True), ("Pembiyaan", True), ("FORCE MAJEURE", False)],
)
def test_a_heading_of_ours_is_spelt(heading: str, *, is_slip: bool) -> None:
    found = _kinds_of_data(MINIMAL.replace("SATU", heading))
    assert ("BAHASA-EJAAN" in found) == is_slip


def test_numbers_in_english_that_are_right_are_left_alone() -> None:
    text = "for 45 (forty-five) days, 1 (one) year, 200 (two hundred), 2 (originals)."
    assert _kinds(text, "ANGKA") == []


_COUNTED = """\
I. SITI : Bupati Aren, selanjutnya disebut PIHAK KESATU;

II. JOKO : Wali Kota Bulan, selanjutnya disebut PIHAK KEDUA;

III. ANI : Rektor, selanjutnya disebut PIHAK KETIGA.

a. bahwa satu;

b. bahwa dua; dan

c. bahwa tiga.

1. Undang-Undang satu;

2. Undang-Undang dua;

3. Undang-Undang tiga;

Article 1 ONE

Article 2 TWO

Article 3 THREE

A. Penerimaan

B. Penyimpanan

C. Penyerahan

Tahap\tSyarat

I\tlaporan satu

II\tlaporan dua

III\tlaporan tiga

b. memperoleh pembinaan.
"""


@pytest.mark.parametrize(
    ("right", "wrong", "kode", "piece"),
    [
        ("b. bahwa dua", "c. bahwa dua", "RUJUK-CELAH", "c"),
        ("c. bahwa tiga", "d. bahwa tiga", "RUJUK-CELAH", "d"),
        ("III. ANI", "VI. ANI", "RUJUK-CELAH", "VI"),
        ("II. JOKO", "I. JOKO", "RUJUK-CELAH", "I"),
        ("2. Undang", "4. Undang", "RUJUK-CELAH", "4"),
        ("Article 2", "Article 3", "RUJUK-CELAH", "3"),
        ("C. Penyerahan", "D. Penyerahan", "RUJUK-CELAH", "D"),
        ("III\tlaporan", "IV\tlaporan", "RUJUK-CELAH", "IV"),
        ("b. memperoleh", "b.memperoleh", "BAHASA-SPASI", "b.memperoleh"),
        ("II. JOKO", "II. JOKO", "", ""),
    ],
)
def test_labels_go_on_where_no_pasal_counts_them(
    right: str, wrong: str, kode: str, piece: str
) -> None:
    text = _COUNTED.replace(right, wrong)
    found = _kinds(text, "RUJUK-CELAH", "BAHASA-SPASI")
    assert found[:1] == ([(kode, piece)] if kode else [])
    assert len(found) <= 2


@pytest.mark.parametrize(
    "text",
    [
        "A. RAHMAN\n\nC. WIJAYA",
        "a.n. Bupati\n\nu.p. Kepala\n\na.rahman@contoh.go.id",
        "No\tJenis\n\n1\tsatu\n\n2\tdua\n\n1\tsatu lagi\n\n2\tdua lagi",
        "a. bahwa satu;\n\na. that one;\n\nb. bahwa dua;\n\nb. that two;",
        "1. satu;\n\na. huruf;\n\n2. dua.\n\nv. lima\n\nx. sepuluh",
    ],
)
def test_labels_that_are_right_are_left_alone(text: str) -> None:
    assert _kinds(text, "RUJUK-CELAH", "BAHASA-SPASI") == []


@pytest.mark.parametrize(("row", "is_odd"), [("3 | c", False), ("4 | c", True)])
def test_the_rows_of_a_table_of_ours_are_counted(row: str, *, is_odd: bool) -> None:
    table = f"\n  tabel: {{ kolom: [No, Isi], baris: [1 | a, 2 | b, {row}] }}"
    found = _kinds_of_data(MINIMAL.replace("isi: Isi.", f"isi: 'Rincian:'{table}"))
    assert ("RUJUK-CELAH" in found) == is_odd


@pytest.mark.parametrize(
    ("below", "is_right"),
    [
        ("a. satu;\n\nb. dua; dan\n\nc. tiga.", True),
        ("a. satu; dan\n\nb. dua.", False),
        ("Tahap\tSyarat\n\nI\tsatu\n\nII\tdua\n\nIII\ttiga\n\nJumlah\t9", True),
        ("Tahap\tSyarat\n\nI\tsatu\n\nII\tdua\n\nJumlah\t9", False),
        ("1. satu:\n\na. huruf; dan\n\nb. huruf;\n\n2. dua; dan\n\n3. tiga.", True),
        ("Isi saja.", True),
    ],
)
def test_as_many_stand_below_as_are_announced(below: str, *, is_right: bool) -> None:
    text = f"(1) Hibah dicairkan dalam 3 (tiga) tahap:\n\n{below}\n\n(2) Isi."
    assert (_kinds(text, "ANGKA-BANYAK") == []) == is_right


@pytest.mark.parametrize(
    ("items", "is_right"), [("[a; dan, b.]", False), ("[a;, b; dan, c.]", True)]
)
def test_as_many_stand_below_in_ours(items: str, *, is_right: bool) -> None:
    part = f"isi: 'Dicairkan dalam 3 (tiga) tahap sebagai berikut:'\n  huruf: {items}"
    found = _kinds_of_data(MINIMAL.replace("isi: Isi.", part))
    assert ("ANGKA-BANYAK" in found) is not is_right


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Tunduk pada hukum Repbulik Indonesia.", "Repbulik"),
        ("Dibuat oleh Pemerntah Kabupaten Aren.", "Pemerntah"),
        (
            "Propinsi Republic of the February: Presidenta, Kepalang, dan Bupatina dari Danaulaya.",
            "",
        ),
        ("Pada bulan Desmber 2026.", "Desmber"),
    ],
)
def test_words_of_every_agreement_are_spelt_in_names(text: str, piece: str) -> None:
    told = [found for _, found in _kinds(text, "BAHASA-EJAAN")]
    assert told == ([piece] if piece else [])


def test_the_office_of_a_signature_has_the_words_in_order() -> None:
    office = "Kepala Dinas Arsip dan Perpustakaan"
    signed = "BUPATI AREN\tKEPALA DINAS PERPUSTAKAAN DAN ARSIP"
    text = _TWO.format(**_SOUND | {"office": office})
    right = text.replace("WALI KOTA BULAN\n", f"{office.upper()}\n")
    wrong = text.replace("BUPATI AREN\tWALI KOTA BULAN\n", f"{signed}\n")
    assert not _kinds(right, "SAMA-PEJABAT")
    assert _kinds(wrong, "SAMA-PEJABAT")


@pytest.mark.parametrize(
    ("body", "office", "is_odd"),
    [
        ("Provinsi Daerah Khusus Ibukota Jakarta", "Gubernur DKI Jakarta", False),
        ("Provinsi Daerah Istimewa Yogyakarta", "Gubernur DIY", False),
        ("Desa Sumberarum", "Kepala Desa Sumberagung", True),
    ],
)
def test_a_region_may_be_shortened(body: str, office: str, *, is_odd: bool) -> None:
    yaml = MINIMAL.replace("nama: Badan A", f"nama: Pemerintah {body}")
    found = _kinds_of_data(yaml.replace("jabatan: Kepala", f"jabatan: {office}"))
    assert ("SAMA-PIHAK" in found) == is_odd
