"""Other ways of writing the same: recitals of treaties, headings of one's own, short names."""

import pytest

from conftest import MINIMAL
from notakesepakatan.compute.rules.language.spelling import is_known
from notakesepakatan.compute.rules.short_names import is_within
from notakesepakatan.load.dictionary import load_dictionary
from told import told_of_data, told_of_text

_RECITALS = """\
susunan: { pertimbangan: tanpa_nomor }
pertimbangan: ["Berkeinginan bekerja sama%s", "Mengakui manfaatnya%s", "Sesuai hukum%s"]
"""


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ((",", ",", ","), []),
        ((";", ";", ";"), []),
        ((",", ", dan", "."), []),
        ((".", ".", "."), []),
        ((";", ",", "."), []),
    ],
)
def test_recitals_without_numbers_end_alike(
    ends: tuple[str, ...], told: list[str]
) -> None:
    assert told_of_data(MINIMAL + _RECITALS % ends, "DAFTAR-TANDA") == told


def test_a_recital_that_ends_unlike_the_others_is_told() -> None:
    recitals = (_RECITALS % (",", ",", ",")).replace('["', '["Mengingat hal lain;", "')
    assert told_of_data(MINIMAL + recitals, "DAFTAR-TANDA") == ["lain;"]
    numbered = recitals.replace("susunan: { pertimbangan: tanpa_nomor }\n", "")
    assert len(told_of_data(MINIMAL + numbered, "DAFTAR-TANDA")) > 1


@pytest.mark.parametrize("heading", ["Pasal 1 UMUM", "PARAGRAF 1", "Paragraf 1", "I."])
def test_pasal_without_numbers_may_have_headings_with_their_own(heading: str) -> None:
    codes = ("DAFTAR-NOMOR", "RUJUK-DIRI", "RUJUK-TANPA-NOMOR")
    yaml = MINIMAL.replace("judul: SATU", f"judul: {heading}")
    yaml = yaml.replace("isi: Isi.", f"isi: Sesuai dengan {heading} ayat itu.")
    yaml += "susunan: { pasal: tanpa_nomor }\n"
    assert told_of_data(yaml, "DAFTAR-NOMOR", "RUJUK-TANPA-NOMOR") == []
    other = yaml.replace("isi: Sesuai", "isi: Menurut Pasal 12, sesuai")
    assert told_of_data(other, "RUJUK-TANPA-NOMOR") == ["Pasal 12"]
    if heading.startswith("Pasal"):
        assert told_of_data(yaml.partition("susunan:")[0], *codes) != []


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("PERUMDA AIR MINUM TIRTA AREN", "Perusahaan Umum Daerah Air Minum Tirta Aren"),
        ("PERUMDA AM TIRTA AREN", "Perusahaan Umum Daerah Air Minum Tirta Aren"),
        ("KODAM IV/DIPONEGORO", "Komando Daerah Militer IV/Diponegoro"),
        ("POLDA JAWA TENGAH", "Kepolisian Daerah Jawa Tengah"),
        ("BAPPEDA", "Badan Perencanaan Pembangunan Daerah"),
        ("DISKOMINFO", "Dinas Komunikasi dan Informatika"),
        ("BUMDES MAJU", "Badan Usaha Milik Desa Maju"),
        ("KEMENDAGRI", "Kementerian Dalam Negeri"),
        ("KANWIL KEMENAG PROV. AREN", "Kantor Wilayah Kementerian Agama Provinsi Aren"),
    ],
)
def test_a_blend_is_the_name_it_is_made_of(short: str, whole: str) -> None:
    assert is_within(short, whole)
    assert is_within(whole, short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "PERUMDA AIR MINUM TIRTA BAREN",
            "Perusahaan Umum Daerah Air Minum Tirta Aren",
        ),
        ("KODAM V/DIPONEGORO", "Komando Daerah Militer IV/Diponegoro"),
        ("POLRES AREN", "Kepolisian Daerah Aren"),
        ("DINAS KEHUTANAN KOTA AREN", "Dinas Kesehatan Kota Aren"),
        ("BADAN PERTAHANAN", "Badan Pertanahan"),
        ("DINAS KEARSIPAN DAN PERPUSTAKAAN", "Dinas Arsip dan Perpustakaan"),
        ("DESA AREN", "Dinas Kesehatan Kota Aren"),
    ],
)
def test_another_name_is_no_blend_of_it(one: str, other: str) -> None:
    assert not (is_within(one, other) and is_within(other, one))


@pytest.mark.parametrize(
    "word",
    [
        *("kesiapsiagaan", "kesalahpahaman", "ketanggapdaruratan", "ketidaklayakan"),
        *("keterhubungan", "kedaruratan", "koliform", "fitoplankton", "nanopartikel"),
        *("antropometri", "ortofoto", "spektrofotometri", "disinfeksi"),
    ],
)
def test_words_made_of_known_parts_are_known(word: str) -> None:
    dictionary = load_dictionary()
    assert dictionary is None or is_known(word, dictionary)


@pytest.mark.parametrize(
    "word",
    [
        *("kesiapsiagan", "kesalahpahman", "kolifrom", "fitoplanton", "kesiapsiagaaan"),
        *("kedarurtan", "nanopartkel", "kebersihaan", "pelaksanan", "kesehtan"),
    ],
)
def test_slips_in_such_words_are_none(word: str) -> None:
    dictionary = load_dictionary()
    assert dictionary is None or not is_known(word, dictionary)


_SIGNED = "kedudukan: Jakarta\n  tanda_tangan: [%s]"


@pytest.mark.parametrize(
    ("jabatan", "lines", "told"),
    [
        ("Kepala", '"a.n. KEPALA", SEKRETARIS', []),
        ("Kepala", '"Untuk Pemerintah Republik Indonesia", KEPALA', []),
        ("Kepala", '"ATAS NAMA BADAN A", KEPALA', []),
        ("Kepala", '"Untuk Badan A", KETUA', ["KETUA"]),
        ("Kepala", '"a.n. BUPATI AREN", DIREKTUR', ["DIREKTUR"]),
        ("Kepala", "Plt. KEPALA", ["Plt. KEPALA"]),
        ("Plt. Kepala", "KEPALA", ["KEPALA"]),
        ("Plt. Kepala", "Plh. KEPALA", ["Plh. KEPALA"]),
        ("Plt. Kepala", "Plt. KETUA", ["Plt. KETUA"]),
        ("Penjabat Kepala", "Pj. KEPALA", []),
        ("Sekretaris selaku Plt. Kepala", "Plt. KEPALA", []),
        ("Sekretaris selaku Plt. Kepala", "SEKRETARIS", []),
    ],
)
def test_who_signs_for_whom(jabatan: str, lines: str, told: list[str]) -> None:
    yaml = MINIMAL.replace("jabatan: Kepala", f"jabatan: {jabatan}")
    yaml = yaml.replace("kedudukan: Jakarta", _SIGNED % lines)
    assert told_of_data(yaml, "SAMA-PEJABAT") == told


_TEXT = """\
Pada hari ini kami yang bertanda tangan di bawah ini:

I. ANI BAYU, {jabatan}, berkedudukan di Aren, bertindak untuk dan atas nama Pemerintah
 Kabupaten Aren, selanjutnya disebut PIHAK KESATU; dan

II. BUDI CITRA, Panglima Kodam IV/Diponegoro, berkedudukan di Aren, bertindak untuk dan
 atas nama Kodam IV/Diponegoro, selanjutnya disebut PIHAK KEDUA.

Pasal 1

PIHAK KESATU dan PIHAK KEDUA bekerja sama dalam urusan yang disepakati bersama.

PIHAK KEDUA,\tPIHAK KESATU,

{signed}

BUDI CITRA\tANI BAYU
"""
_PANGLIMA = "PANGLIMA KODAM IV/DIPONEGORO"


@pytest.mark.parametrize(
    ("jabatan", "signed", "told"),
    [
        ("Bupati Aren", f"a.n. {_PANGLIMA}\tBUPATI AREN\n\nKEPALA STAF", []),
        ("Bupati Aren", f"a.n. {_PANGLIMA}\tBUPATI AREN\n\nKEPALA STAF\t", []),
        ("Bupati Aren", f"{_PANGLIMA}\tBUPATI AREN\n\nKEPALA STAF", ["KEPALA STAF"]),
        ("Penjabat Bupati Aren", f"{_PANGLIMA}\tPj. BUPATI AREN", []),
        ("Bupati Aren", f"{_PANGLIMA}\tPlt. BUPATI AREN", ["Plt. BUPATI AREN"]),
        ("Plt. Bupati Aren", f"{_PANGLIMA}\tBUPATI AREN", ["BUPATI AREN"]),
        ("Plt. Bupati Aren", f"{_PANGLIMA}\tPlt. BUPATI AREN", []),
    ],
)
def test_who_signs_a_text_of_others_for_whom(
    jabatan: str, signed: str, told: list[str]
) -> None:
    text = _TEXT.format(jabatan=jabatan, signed=signed).replace("\n ", " ")
    assert [one for one in told_of_text(text, "SAMA-PEJABAT") if one.isupper()] == [
        one for one in told if one.isupper()
    ]
    assert bool(told_of_text(text, "SAMA-PEJABAT")) == bool(told)


_DEFINED = """\
  isi: "Yang dimaksud dengan:"
  angka: ["Klien adalah orang yang datang.", "Layanan adalah kegiatan."]
- judul: DUA
  ayat: ["Surat disampaikan kepada %s setiap bulan.", "Melayani setiap Klien saja."]
"""


@pytest.mark.parametrize(
    ("word", "many"),
    [
        *[("Kepaniteraan", 0), ("Kejaksaan", 0), ("Imigrasi", 0), ("Puskesmas", 0)],
        *[("Kelurahan", 0), ("Fakultas", 0), ("Pelanggan", 1), ("Penumpang", 1)],
    ],
)
def test_a_body_needs_no_definition(word: str, many: int) -> None:
    if load_dictionary() is not None:
        yaml = MINIMAL.replace("  isi: Isi.\n", _DEFINED % word)
        assert len(told_of_data(yaml, "SAMA-DEFINISI")) == many


_DUTY = """\
penandatanganan: { tempat: Aren, rencana: 2027-03-01 }
tenggat:
  kewajiban:
  - { uraian: Laporan, dasar: lapor, %s }
"""


@pytest.mark.parametrize(
    ("sentence", "when", "told"),
    [
        ("setiap tanggal 31 Januari", "setiap: 1 tahun", False),
        ("setiap tanggal 31 Januari", "setiap: 6 bulan", True),
        ("setiap tanggal 31 Januari dan 31 Juli", "setiap: 6 bulan", False),
        ("setiap tanggal 10", "setiap: 1 bulan", False),
        ("setiap tanggal 10", "setiap: 1 tahun", True),
        ("setiap akhir semester", "setiap: 6 bulan", False),
        ("setiap semester", "setiap: 3 bulan", True),
        ("setiap triwulan", "setiap: 3 bulan", False),
        ("setiap 12 (dua belas) bulan", "setiap: 1 tahun", False),
        ("2 (dua) kali dalam setahun", "setiap: 6 bulan", False),
        ("2 (dua) kali dalam setahun", "setiap: 3 bulan", True),
        ("sekali setahun", "setiap: 6 bulan", True),
        (
            "14 (empat belas) hari setelah penandatanganan",
            "paling_lambat: 2027-03-15",
            0,
        ),
        (
            "14 (empat belas) hari setelah penandatanganan",
            "paling_lambat: 2027-03-25",
            1,
        ),
        ("1 (satu) bulan sejak ditandatangani", "paling_lambat: 2027-04-01", False),
        ("14 hari kerja sejak ditandatangani", "paling_lambat: 2027-03-02", False),
    ],
)
def test_a_duty_is_due_when_the_data_say(sentence: str, when: str, told: bool) -> None:
    clause = f"ayat: [{{ kunci: lapor, isi: 'Laporan disampaikan {sentence}.' }}]"
    yaml = MINIMAL.replace("isi: Isi.", clause) + _DUTY % when
    assert bool(told_of_data(yaml, "SAMA-TENGGAT")) == bool(told)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Dispute diselesaikan secara musyawarah.", ["Dispute"]),
        ("(1) Payment dilakukan setiap bulan.", ["Payment"]),
        ("Perselisihan diselesaikan secara musyawarah.", []),
        ("Karangasri dan sekitarnya dijaga.", []),
        ("Warga Karangasri dijaga bersama.", []),
        ("Karangasri dijaga bersama oleh warga Karangasri.", []),
    ],
)
def test_a_foreign_word_that_begins_a_sentence_is_told(
    sentence: str, told: list[str]
) -> None:
    if load_dictionary() is not None:
        assert told_of_text(sentence, "BAHASA-EJAAN") == told


@pytest.mark.parametrize(
    ("nama", "seat", "told"),
    [
        ("Pemerintah Kabupaten Aren", "Jalan Melati 1, Kabupaten Aren", []),
        ("Pemerintah Kabupaten Aren", "Jalan Melati 1, Kota Aren", []),
        (
            "Pemerintah Kabupaten Aren",
            "Jalan Melati 1, Kabupaten Suralaya",
            ["Kabupaten Suralaya"],
        ),
        ("Pemerintah Kabupaten Aren", "Jalan Melati 1, Suralaya", []),
        ("PT Maju Kota Aren", "Jalan Melati 1, Kota Suralaya", []),
    ],
)
def test_the_seat_of_a_region_lies_in_it(nama: str, seat: str, told: list[str]) -> None:
    yaml = MINIMAL.replace("nama: Badan A", f"nama: {nama}")
    yaml = yaml.replace("kedudukan: Jakarta", f"kedudukan: {seat}")
    assert told_of_data(yaml, "SAMA-ALAMAT") == told


_AYAT = """\
pasal:
- gaya_rincian: "%s"
  ayat:
  - "PIHAK wajib:"
  - "Kewajiban sebagaimana dimaksud pada %s dilaksanakan setiap hari."
"""


@pytest.mark.parametrize(
    ("gaya", "named", "told"),
    [
        ("(1)", "ayat (1)", []),
        ("(1)", "ayat 1", ["ayat 1"]),
        ("1.", "ayat 1", []),
        ("1.", "ayat (1)", []),
        ("1)", "ayat 1)", []),
        ("1.", "ayat 7", ["pada ayat 7"]),
        ("1)", "ayat 7)", ["pada ayat 7)"]),
        ("1.", "ayat 2", ["pada ayat 2"]),
        ("1.", "Pasal 1 ayat 7", ["Pasal 1 ayat 7"]),
        ("1.", "ayat 1 dan ayat 7", ["ayat 7"]),
    ],
)
def test_a_reference_follows_the_labels_of_the_ayat(
    gaya: str, named: str, told: list[str]
) -> None:
    head = MINIMAL[: MINIMAL.index("pasal:")]
    codes = ("RUJUK-BENTUK", "RUJUK-TUJUAN", "RUJUK-DIRI")
    assert told_of_data(head + _AYAT % (gaya, named), *codes) == told


def test_the_same_of_a_text_of_others() -> None:
    pasal = "Pasal {0}\n1. Satu.\n2. Dua sesuai dengan ayat {1}.\n"
    text = "".join(pasal.format(i, "1") for i in (1, 2, 3))
    assert told_of_text(text, "RUJUK-BENTUK") == []
    in_brackets = text.replace("1. Satu", "(1) Satu").replace("2. Dua", "(2) Dua")
    assert told_of_text(in_brackets, "RUJUK-BENTUK") == ["ayat 1"] * 3


@pytest.mark.parametrize(
    ("isi", "code", "told"),
    [
        (
            "PIHAK KESATU menyerahkan hibah kepada PIHAK KEDUA dan PIHAK KEDUA menerima "
            "hibah dari PIHAK KESATU.",
            "SAMA-DERET",
            [],
        ),
        ("PIHAK KEDUA dan PIHAK KEDUA menerima hibah.", "SAMA-DERET", ["PIHAK KEDUA"]),
        (
            "Hibah untuk PIHAK KEDUA dan PIHAK KEDUA.",
            "SAMA-DERET",
            ["PIHAK KEDUA"],
        ),
        ("Surat dikirim kepada BUDI SANTOSO.", "SAMA-TAKSEBUT", []),
        ("Surat dikirim kepada BUDIMAN.", "SAMA-TAKSEBUT", ["BUDIMAN"]),
        ("Badan Keuangan, selanjutnya disingkat BPKAD, hadir.", "SAMA-TAKSEBUT", []),
        ("Badan Keuangan (BPKAD) hadir.", "SAMA-TAKSEBUT", ["BPKAD"]),
        ("Sesuai dengan Undang - Undang itu.", "BAHASA-SALAH", ["Undang - Undang"]),
        ("Biaya dianggarkan setiap tahun.", "BAHASA-EJAAN", []),
    ],
)
def test_what_real_texts_say(isi: str, code: str, told: list[str]) -> None:
    yaml = MINIMAL.replace("isi: Isi.", f"isi: {isi}")
    yaml = yaml.replace("jabatan: Kepala", _PEJABAT)
    assert told_of_data(yaml, code) == told


_PEJABAT = "jabatan: Kepala\n  pejabat: Drs. BUDI SANTOSO, M.M."


def test_an_office_that_is_not_printed_is_no_other_office() -> None:
    above = "jabatan: Kepala\n  jabatan_tanda_tangan: tanpa"
    yaml = MINIMAL.replace("jabatan: Kepala", above)
    assert told_of_data(yaml, "SAMA-PEJABAT") == []


def test_a_title_in_a_name_is_another_word_in_the_other_language() -> None:
    yaml = MINIMAL.replace("jabatan: Kepala\n  kedudukan: Jakarta", _JENDERAL)
    yaml += "bahasa_kedua: Inggris\n"
    assert told_of_data(yaml, "BAHASA-ANGKA") == []


_JENDERAL = """\
jabatan: Direktur Jenderal
  kedudukan: Jalan Jenderal Sudirman
  terjemahan: { jabatan: Director General, kedudukan: Jalan Jenderal Sudirman }"""


@pytest.mark.parametrize(
    ("head", "isi", "told"),
    [
        ("JANGKA WAKTU", "Perpanjangan diberitahukan 1 (satu) bulan sebelumnya.", True),
        (
            "PENGAKHIRAN",
            "Diakhiri dengan pemberitahuan tertulis 30 hari sebelumnya.",
            True,
        ),
        ("JANGKA WAKTU", "Rapat diadakan 1 (satu) bulan sebelumnya.", False),
        ("PEMBAYARAN", "Tagihan diberitahukan 1 (satu) bulan sebelumnya.", False),
    ],
)
def test_a_notice_that_the_data_do_not_have_is_told(
    head: str, isi: str, *, told: bool
) -> None:
    yaml = MINIMAL.replace("judul: SATU", f"judul: {head}").replace("Isi.", isi)
    assert bool(told_of_data(yaml, "SAMA-TENGGAT")) is told
    with_notice = yaml + "tenggat: { pemberitahuan: 1 bulan }\n"
    assert ("bulan" in isi or not told) == (
        told_of_data(with_notice, "SAMA-TENGGAT") == []
    )
    assert (
        told_of_data(yaml.replace("2 tahun", "tanpa batas waktu"), "SAMA-TENGGAT") == []
    )


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("dalam Pasal I", []),
        ("dalam Pasal V", ["Pasal V"]),
        ("dalam Pasal 1", ["Pasal 1"]),
        ("[[dalam Pasal 1]]", []),
        ("dalam Pasal 1 Undang-Undang Nomor 5 Tahun 2020", []),
    ],
)
def test_pasal_in_roman_are_named_in_roman(said: str, told: list[str]) -> None:
    yaml = MINIMAL.replace("isi: Isi.", f'isi: "Hal itu diatur {said}."')
    yaml += "susunan: { pasal: romawi }\n"
    assert told_of_data(yaml, "RUJUK-BENTUK") == told


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("PIHAK yang mengundurkan diri memberitahukannya", False),
        ("PIHAK yang mengakhirinya memberitahukannya", True),
    ],
)
def test_the_notice_of_who_leaves_is_not_that_of_the_end(who: str, told: bool) -> None:
    said = f"{who} paling lambat 6 (enam) bulan sebelumnya."
    yaml = MINIMAL.replace("judul: SATU", "judul: JANGKA WAKTU")
    yaml = yaml.replace("isi: Isi.", f"isi: {said}")
    assert bool(told_of_data(yaml, "SAMA-TENGGAT")) is told
