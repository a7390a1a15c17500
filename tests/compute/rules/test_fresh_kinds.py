"""Slips that a reader who knows no rule put in, each beside right texts that stay silent."""

import pytest

from conftest import MINIMAL
from notakesepakatan.bureau.check import temuan_list
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from told import told_of_data, told_of_text

_SENTENCE = "isi: Isi."


def _in_ayat(*texts: str) -> str:
    """The smallest agreement with these texts as the ayat of its pasal."""
    items = "".join(f"\n  - {text!r}" for text in texts)
    return MINIMAL.replace(_SENTENCE, f"ayat:{items}")


def _lines(yaml: str, kode: str) -> list[str]:
    """The lines of an agreement that a rule points at."""
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, load_dictionary())
    written = yaml.splitlines()
    return [written[one.tempat.baris - 1] for one in found if one.kode == kode]


@pytest.mark.parametrize(
    "of_another",
    [
        "Dengan mengingat Pasal 118 Herzien Inlandsch Reglement, dibawa ke pengadilan.",
        "Sesuai dengan Pasal 118 dan Pasal 119 Herziene Indonesisch Reglement.",
        "Menurut Pasal 44 ayat (2) Anggaran Dasar, direksi berwenang.",
        "Menurut Pasal 1338 BW, persetujuan mengikat; menurut Pasal 142 RBg juga.",
    ],
)
def test_a_pasal_of_another_text_is_not_sought_here(of_another: str) -> None:
    assert told_of_data(_in_ayat(of_another, "Kedua."), "RUJUK-TUJUAN") == []


@pytest.mark.parametrize(
    "of_this",
    [
        "Sesuai dengan ketentuan dalam Pasal 118 Para Pihak sepakat.",
        "Menurut Pasal 118 Perjanjian Kerja Sama ini.",
        "Menurut Pasal 118 Bupati Aren menetapkan harga.",
        "Menurut Pasal 118 Kode Etik Bersama ini.",
        "Menurut Pasal 118, PIHAK KESATU membayar.",
    ],
)
def test_a_pasal_of_this_text_is(of_this: str) -> None:
    assert told_of_data(_in_ayat(of_this, "Kedua."), "RUJUK-TUJUAN") == ["Pasal 118"]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("dikedua kota", "di kedua"),
        ("dimasing-masing kota", "di masing-masing"),
        ("disetiap kota", "di setiap"),
        ("dibeberapa kota", "di beberapa"),
        ("keseluruh kota", "ke seluruh"),
        ("ketempat itu", "ke tempat"),
    ],
)
def test_a_preposition_stands_apart(written: str, right: str) -> None:
    slip = written.split(maxsplit=1)[0]
    assert told_of_text(f"Bekerja {written} saja.", "BAHASA-SALAH") == [slip]
    sound = f"Bekerja {right} kota; keseluruhan, ditempatkan, dirumahkan, dibagikan."
    assert told_of_text(sound, "BAHASA-SALAH") == []


_TWO_LANGUAGES = MINIMAL.replace("judul: Uji", "judul: Uji\nbahasa_kedua: Inggris")


def _in_both(own: str, other: str) -> str:
    new = f'isi: "{own}"\n  terjemahan:\n    isi: "{other}"'
    return _TWO_LANGUAGES.replace(_SENTENCE, new)


@pytest.mark.parametrize(
    ("own", "other", "many"),
    [
        ("Bahasa Inggris yang berlaku.", "The English text prevails.", 0),
        ("Bahasa Indonesia yang berlaku.", "The English text prevails.", 2),
        ("Dibayar 12 kali.", "Paid 12 times.", 0),
        ("Dibayar Rp702.000.000,00.", "IDR 720,000,000.00 is paid.", 2),
        ("-", "Officers are trained.", 1),
        ("Petugas dilatih.", "-", 1),
        ("-", "-", 0),
    ],
)
def test_both_languages_are_named_where_they_differ(
    own: str, other: str, many: int
) -> None:
    lines = _lines(_in_both(own, other), "BAHASA-ANGKA")
    assert len(lines) == many
    if many > 1:
        assert [line.count(own) for line in sorted(lines)].count(1) == 1


def test_both_parties_with_one_number_are_named() -> None:
    one = MINIMAL.replace("- nama:", "- nomor: 12/AR/2026\n  nama:")
    assert _lines(one, "SAMA-KEMBAR") == ["- nomor: 12/AR/2026"] * 2
    other = one.replace("12/AR", "34/BL", 1)
    assert _lines(other, "SAMA-KEMBAR") == []


_DUTIES = """\
{heading}

(1) PIHAK KESATU berkewajiban:

a. {item}; dan

b. menjaga kebersihan.
"""
_PARTIES = (
    "1.\tSITI AMINAH : Bupati Aren, bertindak untuk dan atas nama Pemerintah Kabupaten "
    "Aren, selanjutnya disebut PIHAK KESATU;\n\n2.\tJOKO LELONO : Wali Kota Bulan, "
    "bertindak untuk dan atas nama Pemerintah Kota Bulan, selanjutnya disebut PIHAK "
    "KEDUA.\n\n"
)


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("memberikan izin masuk kepada petugas PIHAK KESATU", True),
        ("menyampaikan laporan kepada PIHAK KESATU", True),
        ("wajib membayar biaya kepada PIHAK KESATU", True),
        ("memberikan izin masuk kepada petugas PIHAK KEDUA", False),
        ("menerima laporan yang disampaikan kepada PIHAK KESATU", False),
        ("membayar setelah PIHAK KEDUA menyerahkan tagihan kepada PIHAK KESATU", False),
        ("menagih denda yang harus dibayar kepada PIHAK KESATU", False),
        ("membagikan salinan kepada PIHAK KESATU dan PIHAK KEDUA", False),
    ],
)
def test_nobody_owes_something_to_itself(item: str, *, told: bool) -> None:
    text = _PARTIES + _DUTIES.format(heading="Pasal 1 TUGAS", item=item)
    assert bool(told_of_text(text, "SAMA-TUKAR")) == told
    clause = (
        "ayat:\n  - isi: 'PIHAK KESATU berkewajiban:'\n"
        f"    huruf: ['{item}; dan', 'menjaga kebersihan.']"
    )
    assert bool(told_of_data(MINIMAL.replace(_SENTENCE, clause), "SAMA-TUKAR")) == told


@pytest.mark.parametrize(
    ("second", "bab", "many"),
    [("SATU", "", 2), ("DUA", "", 0), ("SATU", "  bab: Lain\n", 0)],
)
def test_two_pasal_of_one_bab_have_two_headings(
    second: str, bab: str, many: int
) -> None:
    yaml = f"{MINIMAL}- judul: {second}\n{bab}  isi: Isi lain.\n"
    assert len(told_of_data(yaml, "SAMA-PASAL")) == many
    head = "BAB II LAIN\n\n" if bab else ""
    text = (
        f"Pasal 1 SATU\n\nIsi.\n\n{head}Pasal 2\n\n{second}\n\nIsi.\n\n"
        "Pasal 3 TIGA\n\nIsi."
    )
    assert len(told_of_text(text, "SAMA-PASAL")) == many


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("sesuai dengan UU No. 23/2014", ["UU No. 23/2014"]),
        ("sesuai dengan UU Nomor 23 Tahun 2014", ["UU Nomor 23 Tahun 2014"]),
        ("sesuai dengan UU 24/2009", []),
        ("yang selanjutnya disebut UU 23/2014, menurut UU 23/2014", []),
        ("sesuai dengan Undang-Undang Nomor 23 Tahun 2014", []),
    ],
)
def test_a_law_cited_in_full_is_not_cut_short_elsewhere(
    said: str, told: list[str]
) -> None:
    basis = (
        "dasar_hukum: [{jenis: Undang-Undang, nomor: '23', tahun: 2014,"
        " tentang: Pemerintahan Daerah}]\n"
    )
    found = told_of_data(_in_ayat(f"Berlaku {said}.", "Kedua.") + basis, "HUKUM-DUA")
    assert found == told
    text = f"Undang-Undang Nomor 23 Tahun 2014 tentang Desa;\n\nBerlaku {said}."
    assert told_of_text(text, "HUKUM-DUA") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("siswa kelas XIIX pada", ["XIIX"]),
        ("Tahap IIII dan VIIII.", ["IIII", "VIIII"]),
        ("kelas XII, tahap III, VIII, dan XXI.", []),
        ("Nomor XXX atau XXXX, IV/a, CV Maju, L/C.", []),
    ],
)
def test_roman_numerals_are_numbers(text: str, told: list[str]) -> None:
    assert told_of_text(text, "ANGKA-ROMAWI") == told


@pytest.mark.parametrize(
    ("money", "told"),
    [
        ("Rp7.000.0000,00", True),
        ("Rp7.00.000", True),
        ("Rp7.000.000,00", False),
        ("Rp500.000.", False),
        ("Rp2.5 juta", False),
    ],
)
def test_sums_are_grouped_by_threes(money: str, *, told: bool) -> None:
    found = told_of_text(f"Biaya sebesar {money} dibayar.", "ANGKA-UANG")
    assert bool(found) == told


_ANNEX = (
    "lampiran:\n- judul: TATA CARA\n  bagian:\n  - judul: Akses\n    ayat:\n"
    "    - 'Petugas dapat masuk{end}'\n    - Petugas {named} membawa surat.\n"
    "- judul: LAIN\n  isi: Isi.\n"
)


@pytest.mark.parametrize(
    ("end", "named", "kode", "told"),
    [
        (".", "pada ayat (1)", "RUJUK-TUJUAN", []),
        (".", "pada ayat (3)", "RUJUK-TUJUAN", ["pada ayat (3)"]),
        (".", "menurut Pasal 1 pada ayat (3)", "RUJUK-TUJUAN", []),
        (",", "itu", "DAFTAR-AYAT", ["masuk,"]),
        ("", "itu", "DAFTAR-AYAT", ["masuk"]),
        (".", "itu", "DAFTAR-AYAT", []),
    ],
)
def test_ayat_of_annexes_are_read_like_others(
    end: str, named: str, kode: str, told: list[str]
) -> None:
    yaml = MINIMAL + _ANNEX.format(end=end, named=named)
    found = [one for one in told_of_data(yaml, kode) if not one.startswith("Pasal")]
    assert found == told


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("dalam Lampiran I bagian A", []),
        ("dalam Lampiran I bagian C", ["Lampiran I bagian C"]),
        ("dalam Lampiran II bagian C", []),
    ],
)
def test_a_part_of_an_annex_is_there(named: str, told: list[str]) -> None:
    yaml = _in_ayat(f"Caranya {named}.", "Kedua.") + _ANNEX.format(end=".", named="itu")
    assert told_of_data(yaml, "RUJUK-LAMPIRAN") == told


@pytest.mark.parametrize(
    ("paragraph", "told"),
    [
        ("Setiap Pihak menanggung biayanya sendiri,", ["sendiri,"]),
        ("Setiap Pihak menanggung biayanya sendiri", ["sendiri"]),
        ("Setiap Pihak menanggung biayanya sendiri.", []),
        ("Jalan Melati Nomor 4,", []),
    ],
)
def test_sentences_below_end_with_a_stop(paragraph: str, told: list[str]) -> None:
    new = f"{_SENTENCE}\n  paragraf: ['{paragraph}']"
    assert told_of_data(MINIMAL.replace(_SENTENCE, new), "DAFTAR-AYAT") == told


def test_the_last_sentence_before_the_closing_ends_with_a_stop() -> None:
    text = (
        "Perselisihan diselesaikan secara musyawarah dengan difasilitasi Camat Aren{}"
    )
    closing = "\n\nDemikian kesepakatan ini dibuat."
    signatures = "\n\nAkademi,\tRadio,"
    for behind in (closing, signatures):
        assert told_of_text(text.format(",") + behind, "DAFTAR-AYAT") == ["Aren,"]
        assert told_of_text(text.format(".") + behind, "DAFTAR-AYAT") == []


def _with_names(first: str, second: str, more: str = "") -> str:
    yaml = MINIMAL.replace("nama: Badan A", f"nama: {first}{more}")
    return yaml.replace("nama: Badan B", f"nama: {second}")


_DECREE = "\n  pengangkatan: {}"


@pytest.mark.parametrize(
    ("names", "decree", "told"),
    [
        (
            ("Pemerintah Kota Aren", "Pemerintah Kota Bulan"),
            "Keputusan tentang Pengangkatan Wali Kota dan Wakil Wali Kota Bulan",
            ["Bulan"],
        ),
        (
            ("Pemerintah Kota Aren", "Pemerintah Kota Bulan"),
            "Keputusan tentang Pengangkatan Wali Kota dan Wakil Wali Kota Aren",
            [],
        ),
        (
            ("Perumda Air Aren", "Pemerintah Kota Bulan"),
            "Keputusan Wali Kota Bulan tentang Pengangkatan Direktur",
            [],
        ),
        (
            ("Klinik Pratama Harapan Ibu", "Badan B"),
            "Keputusan Direktur Pratama Harapan Bunda",
            ["Pratama Harapan Bunda"],
        ),
        (
            ("Klinik Pratama Harapan Ibu", "Badan B"),
            "Keputusan Yayasan Harapan Bunda",
            [],
        ),
        (
            ("SMK Negeri 3 Karangasri", "SMK Negeri 5 Karangasri"),
            "Keputusan SMK Negeri 4 Karangasri",
            ["SMK Negeri 4 Karangasri"],
        ),
        (
            ("SMK Negeri 3 Karangasri", "SMK Negeri 5 Karangasri"),
            "Keputusan SMK Negeri 5 Karangasri",
            [],
        ),
        (
            ("Kementerian Bahari dan Pesisir", "Badan B"),
            "Keputusan oleh Menteri Kelautan dan Pesisir",
            ["Kelautan dan Pesisir"],
        ),
        (
            ("Kementerian Bahari dan Pesisir", "Badan B"),
            "Keputusan Menteri Bahari dan Pesisir",
            [],
        ),
        (
            ("Kementerian Luar Negeri", "Badan B"),
            "Keputusan oleh Menteri Dalam Negeri",
            [],
        ),
    ],
)
def test_the_sentence_of_a_party_names_that_party(
    names: tuple[str, str], decree: str, told: list[str]
) -> None:
    yaml = _with_names(*names, more=_DECREE.format(decree))
    assert told_of_data(yaml, "SAMA-PIHAK") == told


_REPRESENTED = (
    "Akademi Bina Aren (Akademi), diwakili oleh RATNA DEWI, dan {name} (Radio), "
    "diwakili oleh {who}, sepakat sebagai berikut."
)


@pytest.mark.parametrize(
    ("name", "who", "kode", "many"),
    [
        ("Radio Suara Contoh", "HENDRA WIJAYA", "SAMA-PEJABAT", 0),
        ("Radio Suara Contoh", "RATNA DEWI", "SAMA-PEJABAT", 2),
        ("Radio Suara Contoh", "HENDRO WIJAYA", "SAMA-PEJABAT", 2),
        ("Radio Gema Contoh", "HENDRA WIJAYA", "SAMA-PIHAK", 1),
        ("Radio Suara Contoh", "HENDRA WIJAYA", "SAMA-PIHAK", 0),
    ],
)
def test_who_is_represented_and_by_whom(
    name: str, who: str, kode: str, many: int
) -> None:
    text = (
        "NOTA KESEPAHAMAN\n\nAKADEMI BINA AREN\n\nDAN\n\nRADIO SUARA CONTOH\n\n"
        f"{_REPRESENTED.format(name=name, who=who)}\n\nRATNA DEWI\tHENDRA WIJAYA"
    )
    assert len(told_of_text(text, kode)) == many


@pytest.mark.parametrize(("which", "many"), [("SECOND", 2), ("THIRD", 0)])
def test_each_party_has_its_name_in_english(which: str, many: int) -> None:
    text = (
        "acting for the City of Aren, hereinafter THE SECOND PARTY;\n\n"
        f"acting for the Port, hereinafter referred to as THE {which} PARTY;"
    )
    assert len(told_of_text(text, "SAMA-DUAKALI")) == many


@pytest.mark.parametrize(
    ("last", "stated", "many"),
    [
        ("30.000.000", "", 0),
        ("40.000.000", "", 3),
        ("40.000.000", " dan denda [[rupiah 200000000]]", 0),
        ("40.000.000", ", tidak termasuk pajak", 0),
    ],
)
def test_a_table_of_stages_makes_the_stated_whole(
    last: str, stated: str, many: int
) -> None:
    table = f"""\
pasal:
- judul: NILAI
  isi: "Hibah sebesar [[rupiah 150000000]]{stated}."
- judul: PENCAIRAN
  isi: "Hibah dicairkan dalam [[bilangan 3]] tahap:"
  tabel:
    kolom: [Tahap, {{judul: Besarnya, jenis: uang, jumlah: ya}}]
    baris: [I | 75.000.000, II | 45.000.000, III | {last}]
"""
    yaml = MINIMAL[: MINIMAL.index("pasal:")] + table
    assert len(told_of_data(yaml, "ANGKA-TABEL")) == many


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("akses nirkabel (wireless) di taman", []),
        ("gelar wicara (talk show) setiap bulan", []),
        ("kebutuhan oksigen kimiawi (chemical oxygen demand) diukur", []),
        ("kecepatan 200 megabit per detik", []),
        ("biaya pemeliharaan (perawtan) gedung", ["perawtan"]),
        ("biaya (dibayr dengan tunai) setiap bulan", ["dibayr"]),
        ("akses wireless di taman", ["wireless"]),
    ],
)
def test_a_foreign_word_may_explain_ours(said: str, told: list[str]) -> None:
    assert told_of_text(f"Bekerja dengan {said}.", "BAHASA-EJAAN") == told


def test_the_place_of_a_mark_is_that_of_what_it_reads_as() -> None:
    folded = (
        "isi: >-\n    Hibah sebesar\n    [[rupiah 15000000]], dibayar\n    sekaligus (lunas\n"
        "    [[jangka_waktu]]."
    )
    table = (
        "- judul: RINCIAN\n  isi: 'Rinciannya:'\n  tabel:\n"
        "    kolom: [Uraian, {judul: Jumlah, jenis: uang, jumlah: ya}]\n"
        "    baris: [Sewa | 90000000, Kirim | 60000000]\n"
    )
    yaml = MINIMAL.replace(_SENTENCE, folded) + table
    assert _lines(yaml, "ANGKA-TABEL") == ["    [[rupiah 15000000]], dibayar"]
    assert _lines(yaml, "BAHASA-KURUNG") == ["    sekaligus (lunas"]


@pytest.mark.parametrize(
    ("office", "told"),
    [
        ("PLT Kepala Dinas Aren", ["PLT"]),
        ("Plt Kepala Dinas Aren", ["Plt"]),
        ("Plt. Kepala Dinas Aren", []),
        ("Pelaksana Tugas Kepala Dinas Aren", []),
    ],
)
def test_plt_is_an_abbreviation(office: str, told: list[str]) -> None:
    yaml = MINIMAL.replace("jabatan: Kepala", f"jabatan: {office}")
    assert told_of_data(yaml, "KONTAK-GELAR") == told


_STAGES = "Pembayaran dilakukan bertahap:\na. tahap I {};\nb. tahap II {}; dan\nc. tahap III {}."


@pytest.mark.parametrize(
    "shares",
    [
        ("setelah kemajuan 30%", "setelah kemajuan 60%", "setelah kemajuan 100%"),
        ("bila pekerjaan mencapai 30%", "bila mencapai 60%", "bila mencapai 100%"),
        ("uang muka 20%", "50% dikurangi uang muka", "50%"),
    ],
)
def test_what_was_done_is_no_share_of_the_whole(shares: tuple[str, ...]) -> None:
    assert told_of_text(_STAGES.format(*shares), "ANGKA-TABEL") == []
    wrong = _STAGES.format("sebesar 30%", "sebesar 20%", "sebesar 10%")
    assert told_of_text(wrong, "ANGKA-TABEL") == ["30%", "20%", "10%"]


@pytest.mark.parametrize(
    "text",
    [
        "Laporan disampaikan paling lambat hari ke-7 (tujuh) setelah kegiatan berakhir.",
        "Berlaku pada tahun 2025 (dua ribu dua puluh lima) sejak ditandatangani.",
        "Siswa kelas 7 (tujuh) setelah ujian mengikuti praktik.",
    ],
)
def test_what_is_counted_before_its_number_needs_no_unit(text: str) -> None:
    assert told_of_text(text, "ANGKA-KURANG") == []
    assert told_of_text("Paling lambat 7 (tujuh) setelah rapat.", "ANGKA-KURANG") != []
