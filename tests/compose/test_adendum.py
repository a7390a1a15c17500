"""The frame and the forms of adenda: what each says of itself, word by word."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from bureau.test_adendum import BERTANGGAL, DASAR, SEMUA, op, termuat
from conftest import Emas, write_all
from notakesepakatan.compose import kesepakatan
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    compose_adendum,
    compose_sandingan,
    paper_changes,
)
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.fingerprint import texts_below
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.write.docx.tracked import write_docx_tracked
from notakesepakatan.write.yaml import dump


def loaded(*papers: str, dasar: str = DASAR) -> tuple[LoadedAdendum, ...]:
    """Adenda one on top of the other, from their files."""
    riwayat = Riwayat(parse_kesepakatan(dasar.encode(), "kesepakatan.yaml"))
    for n, content in enumerate(papers, 1):
        one = parse_adendum(content.encode(), f"adendum-{n:02}.yaml", riwayat)
        riwayat = Riwayat(riwayat.origin, (*riwayat.adendum, one))
    return riwayat.adendum


def text(composer: Composer, *papers: str, dasar: str = DASAR) -> str:
    """The last of these adenda as it is signed."""
    *previous, last = loaded(*papers, dasar=dasar)
    return write_all(compose_adendum(composer, last, previous)).txt


ONE = "perubahan:\n" + op("hapus", "Pasal 4")
PASAL_4 = op("hapus", "Pasal 4")
CONTRACT = """\
nama: Addendum
urutan: tanpa_kesatu
bentuk: kontrak
sebutan_naskah: Perjanjian Induk
dasar_hukum:
- Kitab Undang-Undang Hukum Perdata
alasan:
- surat: {dari: Badan B, nomor: 7/B/2025, tanggal: 2025-02-03, tentang: Perubahan Lingkup}
- berita_acara: {nomor: 4/BA/2025, tanggal: 2025-02-20, tentang: Pembahasan Perubahan}
- keputusan: {dari: Kepala Badan A, nomor: 12/2025, tentang: Kerja Sama}
ketentuan_peralihan: Kegiatan yang sudah berjalan diselesaikan menurut ketentuan yang lama.
rangkap: {bermeterai: 3, arsip: 2, penyimpan_arsip: Biro Hukum}
"""


@pytest.mark.slow
def test_the_contract_form_word_by_word(penyusun: Composer, emas: Emas) -> None:
    emas("adendum-kontrak", text(penyusun, f"{CONTRACT}perubahan:\n{SEMUA}"))


@pytest.mark.slow
def test_the_table_form_word_by_word(penyusun: Composer, emas: Emas) -> None:
    form = "bentuk: tabel\nnama: Amandemen\nurutan: romawi\n"
    emas("adendum-tabel", text(penyusun, f"{form}perubahan:\n{SEMUA}"))


_KEEPERS = "penyimpan_arsip: [Kota Contoh, Kota Mitra]"


@pytest.mark.parametrize(
    ("rangkap", "closing"),
    [
        (
            f"{{bermeterai: 0, arsip: 2, {_KEEPERS}}}",
            "dalam rangkap 2 (dua) asli, disimpan oleh Kota Contoh dan Kota Mitra, yang "
            "masing-masing mempunyai kekuatan hukum yang sama.",
        ),
        (
            "{bermeterai: 0, arsip: 2}",
            "dalam rangkap 2 (dua) asli, yang masing-masing mempunyai",
        ),
        (
            "{arsip: 1, paraf_pada: tanpa}",
            "sedangkan 1 (satu) rangkap tanpa meterai disimpan oleh",
        ),
    ],
)
@pytest.mark.slow
def test_the_closing_tells_only_of_stamps_and_initials_that_are_there(
    penyusun: Composer, rangkap: str, closing: str
) -> None:
    told = text(penyusun, f"rangkap: {rangkap}\n{ONE}")
    assert closing in told
    assert ("bermeterai" in told) == ("bermeterai: 0" not in rangkap)


@pytest.mark.parametrize("konsep", [True, False])
def test_a_text_does_not_count_stamped_originals_where_there_are_none(
    konsep: bool,
) -> None:
    base = DASAR.replace(", tanggal: 2024-01-31", "") if konsep else DASAR
    counted = "- Ada [[rangkap.bermeterai]] rangkap bermeterai."
    naskah = base.replace("- Ayat satu.", counted, 1)
    naskah += "rangkap: {bermeterai: 0, arsip: 2, penyimpan_arsip: X}\n"
    with pytest.raises(FaultyNaskah, match="tidak ada rangkap bermeterai"):
        parse_kesepakatan(naskah.encode(), "uji.yaml")


NEW_PIHAK = "{nama: Badan Baru, pejabat: DEDI, jabatan: Ketua, kedudukan: Solo}"


@pytest.mark.slow
def test_a_party_replaced_word_by_word(penyusun: Composer, emas: Emas) -> None:
    change = op("ubah", "para pihak kedua", f"menjadi: {NEW_PIHAK}")
    leaving = "pihak_keluar: [{pejabat: EKO, jabatan: Pelaksana Tugas Ketua}]\n"
    emas("adendum-peralihan", text(penyusun, f"{leaving}perubahan:\n{change}"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("who", "said"),
    [
        (
            "",
            "Ketua, berkedudukan di Bogor, yang diangkat berdasarkan Keputusan 7, dalam",
        ),
        ("pihak_keluar: [{pejabat: EKO}]\n", "Ketua, berkedudukan di Bogor, dalam"),
        (
            "pihak_keluar: [{pejabat: EKO, kedudukan: Tegal, pengangkatan: SK 8}]\n",
            "Ketua, berkedudukan di Tegal, yang diangkat berdasarkan SK 8, dalam",
        ),
    ],
    ids=["as before", "another person", "all of it anew"],
)
def test_who_leaves_is_told_as_who_stays(
    who: str, said: str, penyusun: Composer
) -> None:
    appointed = DASAR.replace(
        "kedudukan: Bogor", "kedudukan: Bogor, pengangkatan: Keputusan 7"
    )
    change = op("ubah", "para pihak kedua", f"menjadi: {NEW_PIHAK}")
    leaving = text(penyusun, f"{who}perubahan:\n{change}", dasar=appointed)
    (line,) = [one for one in leaving.splitlines() if one.startswith("IV. ")]
    assert said in line
    assert line.endswith("atas nama Badan B, selanjutnya disebut PIHAK KEDUA SEMULA.")


@pytest.mark.slow
def test_what_is_typed_stands_as_the_paper_has_it(penyusun: Composer) -> None:
    typed = """\
alasan: [bahwa keadaan berubah;]
saat_berlaku: gedung diserahterimakan.
ketentuan_peralihan:
- kegiatan yang berjalan diselesaikan menurut ketentuan lama
- Berlaku "ketentuan lama."
"""
    lines = text(penyusun, f"{typed}perubahan:\n{PASAL_4}").splitlines()
    assert "b. bahwa keadaan berubah;" in lines
    assert "(1) Kegiatan yang berjalan diselesaikan menurut ketentuan lama." in lines
    assert '(2) Berlaku "ketentuan lama."' in lines
    occasion = "mulai berlaku pada saat gedung diserahterimakan."
    assert any(line.endswith(occasion) for line in lines)


@pytest.mark.slow
def test_the_last_party_ends_with_a_stop(penyusun: Composer) -> None:
    """The sentence behind it begins anew, whatever the agreement goes on with."""
    in_turn = DASAR.replace("disebut [[sebutan]].", "disebut [[sebutan]];")
    change = op("ubah", "para pihak kedua", f"menjadi: {NEW_PIHAK}")
    for dasar, perubahan, ends in (
        (in_turn, PASAL_4, [";", ";", "."]),
        (in_turn, change, [";", ";", ";", ".", ";"]),  # and as it reads anew
        (DASAR, PASAL_4, [".", ".", "."]),
    ):
        paper = text(penyusun, f"perubahan:\n{perubahan}", dasar=dasar)
        lines = re.findall(r"^[IV]+\. .+ : .+$", paper, re.MULTILINE)
        assert [line[-1] for line in lines] == ends


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("", ("Adendum Kesatu", "Adendum Kedua")),
        ("urutan: tanpa_kesatu\n", ("Adendum", "Adendum Kedua")),
        ("nama: Perubahan\nurutan: romawi\n", ("Perubahan I", "Perubahan II")),
        ("nama: Addendum\nurutan: angka\n", ("Addendum Ke-1", "Addendum Ke-2")),
    ],
)
def test_its_name_is_chosen(form: str, names: tuple[str, ...]) -> None:
    second = "perubahan:\n" + op("hapus", "Pasal 2")
    both = loaded(form + ONE, form + second)
    assert tuple(each.name for each in both) == names


@pytest.mark.slow
def test_the_opening_of_the_agreement_is_not_copied(penyusun: Composer) -> None:
    literal = DASAR.replace(
        "Pada hari ini [[penandatanganan.hari]] ([[penandatanganan.tanggal_angka]]), kami",
        "Pada hari ini Rabu, tanggal 31 Januari 2024, akan diadakan Perjanjian, kami",
    )
    dated = BERTANGGAL.format("2025-03-01") + PASAL_4
    lines = text(penyusun, dated, dasar=literal).splitlines()
    (opening,) = [line for line in lines if line.startswith("Pada hari ini")]
    assert opening == (
        "Pada hari ini Sabtu, tanggal Satu, bulan Maret, tahun Dua Ribu Dua Puluh Lima"
        " (01-03-2025), kami yang bertanda tangan di bawah ini:"
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("clause", "recital"),
    [
        (
            "Perubahan dilakukan dengan persetujuan tertulis PARA PIHAK dalam adendum.",
            "perubahan atas Kesepakatan Bersama dilakukan dengan persetujuan PARA PIHAK;",
        ),
        (
            "PARA PIHAK dapat bersepakat mengubah, yang disepakati bersama PARA PIHAK.",
            "perubahan atas Kesepakatan Bersama dilakukan dengan persetujuan PARA PIHAK;",
        ),
        (
            "Perubahan Kesepakatan Bersama ini oleh PARA PIHAK diatur dalam amandemen.",
            "perubahan atas Kesepakatan Bersama dituangkan dalam amandemen;",
        ),
        (
            "Perubahan mendapat persetujuan Menteri.",
            "perubahan atas Kesepakatan Bersama dilakukan berdasarkan ketentuan Pasal 5"
            " Kesepakatan Bersama;",
        ),
    ],
    ids=["consent", "agreed", "an adendum", "neither"],
)
def test_the_recital_bears_no_more_than_the_clause(
    clause: str, recital: str, penyusun: Composer
) -> None:
    dasar = DASAR.replace("Perubahan dituangkan dalam adendum.", clause)
    assert recital in text(penyusun, f"perubahan:\n{PASAL_4}", dasar=dasar)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "klausul"),
    [
        ("- kunci: adendum\n  judul: LIMA", "- judul: ADDENDUM", "Pasal 5"),
        ("- kunci: adendum\n  judul: LIMA", "- judul: LAIN-LAIN", "Pasal 5"),
        (
            "isi: Isi pasal empat.",
            "ayat: [Satu., Dibuat addendum.]",
            "Pasal 4 ayat (2)",
        ),
    ],
)
def test_the_clause_is_found_without_its_role(
    old: str, new: str, klausul: str, penyusun: Composer
) -> None:
    dasar = DASAR.replace(old, new).replace("- kunci: adendum\n  judul", "- judul")
    first = "perubahan:\n" + op("ubah", "Pasal 2 huruf a", "menjadi: lain;")
    assert f"ketentuan {klausul} Kesepakatan" in text(penyusun, first, dasar=dasar)


@pytest.mark.slow
def test_a_third_one_names_both_before_it(penyusun: Composer) -> None:
    first = BERTANGGAL.format("2025-03-01") + PASAL_4
    second = BERTANGGAL.format("2025-04-01") + op("hapus", "Pasal 2")
    third = "perubahan:\n" + op("ubah", "Pasal 3 ayat (4)", "menjadi: Lain.")
    lines = text(penyusun, first, second, third).splitlines()
    changed = (
        "sebagaimana telah beberapa kali diubah dengan Adendum Kesatu dan Adendum Kedua"
    )
    assert (
        f"Dalam Kesepakatan Bersama tentang Uji, {changed}, ketentuan ayat (4) Pasal 3"
        " diubah sehingga Pasal 3 berbunyi sebagai berikut:"
    ) in lines
    several = third + op("ubah", "Pasal 3 ayat (3)", "menjadi: Lain lagi.")
    several += op("hapus", "Pasal 5")
    whole = text(penyusun, first, second, several)
    assert f"Uji, {changed}, diubah sebagai berikut:" in whole
    assert (
        f"(1) Ketentuan lain dalam Kesepakatan Bersama, {changed}, yang tidak diubah dengan"
        " Adendum Ketiga ini dinyatakan tetap berlaku dan mengikat PARA PIHAK."
    ) in lines


def test_a_dated_one_without_a_reason_is_refused() -> None:
    dated = BERTANGGAL.format("2025-03-01").replace("alasan: [keadaan berubah]\n", "")
    (older,) = loaded(dated + PASAL_4)
    assert older.adendum.lacks_alasan, "one from before is read, and the check says so"
    base = texts_below(older.riwayat.origin, ())
    kept = dump({"disusun_atas": [text.model_dump(exclude_none=True) for text in base]})
    with pytest.raises(FaultyNaskah, match="alasan belum ada, padahal"):
        loaded(dated + PASAL_4 + kept)


@pytest.mark.slow
def test_what_reaches_back_says_so(penyusun: Composer) -> None:
    start = "mulai_berlaku: 2025-01-01\n"
    dated = start + BERTANGGAL.format("2025-03-01") + PASAL_4
    back = "berlaku surut terhitung sejak tanggal 1 Januari 2025."
    assert f"Adendum Kesatu ini {back}" in text(penyusun, dated)


DECREE = DASAR.replace("disebut [[sebutan]].", "diangkat dengan [[pengangkatan]].")
for seat, decree in (("Jakarta", 1), ("Bogor", 2), ("Depok", 3)):
    DECREE = DECREE.replace(
        f"kedudukan: {seat}}}",
        f"kedudukan: {seat}, pengangkatan: Keppres {decree}/2020}}",
    )


@pytest.mark.slow
def test_another_officer_has_a_decree_of_his_own(penyusun: Composer) -> None:
    signed = BERTANGGAL.format("2025-03-01")
    for decree, words in (
        (", pengangkatan: Keppres 9/2025", "diangkat dengan Keppres 9/2025."),
        ("", "dalam hal ini bertindak untuk dan atas nama Badan A, selanjutnya"),
    ):
        paper = signed.replace("9/A/2025}", f"9/A/2025, pejabat: FAJAR{decree}}}")
        dated = text(penyusun, paper + PASAL_4, dasar=DECREE)
        (line,) = [one for one in dated.splitlines() if "FAJAR :" in one]
        assert words in line and "Keppres 1/2020" not in dated


RIGHTS = "tidak mengubah hak dan kewajiban"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Isi pasal empat", "Isi pasaal empat", True),
        ("Isi pasal empat", "Isi pasal lima", False),
        ("Isi pasal empat", "Bayar Rp10.000,00", False),
    ],
)
def test_a_correction_says_that_rights_stay_only_where_they_do(
    old: str, new: str, said: bool, penyusun: Composer
) -> None:
    words = f"tertulis: '{old}', menjadi: '{new}'"
    if said:
        words = f"tertulis: '{new}', menjadi: '{old}'"
    dasar = DASAR.replace(old, new) if said else DASAR
    paper = f"jenis: perbaikan\nperubahan:\n{op('ganti_kata', 'Pasal 4', words)}"
    assert (RIGHTS in text(penyusun, paper, dasar=dasar)) is said


@pytest.mark.slow
def test_a_slip_of_an_adendum_is_corrected_at_its_place_there(
    penyusun: Composer,
) -> None:
    slip = op("ubah", "Pasal 3 ayat (4)", "menjadi: Ayat lian sekali.")
    first = BERTANGGAL.format("2025-03-01") + op("hapus", "Pasal 2") + slip
    words = op("ganti_kata", "Pasal 3 ayat (4)", "tertulis: lian, menjadi: lain")
    second = f"jenis: perbaikan\nperubahan:\n{words}"
    assert (
        "1\tAdendum Kesatu Pasal I angka 2, Pasal 3 ayat (4)\t(4) Ayat lian sekali."
        in text(penyusun, first, second)
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            op("sisip", "Pasal 3 ayat (1)", "isi: [{nomor: 1a, isi: Baru.}]")
            + op("ubah", "Pasal 3 ayat (2)", "menjadi: Lain."),
            "Di antara ayat (1) dan ayat (2) Pasal 3 disisipkan 1 (satu) ayat, yakni"
            " ayat (1a), dan ketentuan ayat (2) diubah sehingga Pasal 3 berbunyi"
            " sebagai berikut:",
        ),
        (
            op("sisip", "Pasal 3 ayat (1)", "isi: [{nomor: 1a, isi: Baru.}]")
            + op("hapus", "Pasal 3 ayat (3)")
            + op("tambah", "Pasal 3 ayat (4)", "isi: [Lima.]"),
            "Di antara ayat (1) dan ayat (2) Pasal 3 disisipkan 1 (satu) ayat, yakni"
            " ayat (1a), Pasal 3 ayat (3) dihapus, serta setelah ayat (4) ditambahkan"
            " 1 (satu) ayat, yakni ayat (5) sehingga Pasal 3 berbunyi sebagai berikut:",
        ),
        (
            op("ubah", "Pasal 2 huruf c", "menjadi: lingkup c;")
            + op("sisip", "Pasal 2 huruf c", "isi: [{nomor: c1, isi: baru; dan}]"),
            "Di antara huruf c dan huruf d Pasal 2 disisipkan 1 (satu) huruf, yakni"
            " huruf c1 sehingga Pasal 2 berbunyi sebagai berikut:",
        ),
        (
            op("ubah", "Pasal 2 huruf b", "menjadi: lingkup b; dan")
            + op("ubah", "Pasal 2 huruf c", "menjadi: cakupan c;"),
            "Ketentuan huruf b dan huruf c Pasal 2 diubah sehingga Pasal 2 berbunyi"
            " sebagai berikut:",
        ),
        (
            "".join(
                op("ubah", f"Lampiran baris {n} kolom lokasi", "menjadi: Bogor")
                for n in ("2.2", "1", "2.1.b", "2.1.a")
            ),
            "Ketentuan baris 1, baris 2.1.a, baris 2.1.b, dan baris 2.2 Lampiran diubah"
            " sehingga Lampiran menjadi sebagaimana tercantum dalam Lampiran yang"
            " merupakan bagian tidak terpisahkan dari Adendum Kesatu ini.",
        ),
    ],
)
def test_several_changes_are_joined_without_ambiguity(
    change: str, sentence: str, penyusun: Composer
) -> None:
    (one,) = loaded("perubahan:\n" + change)
    assert change_sentences(penyusun, one) == [sentence]


def test_a_new_annex_is_added_and_not_changed(penyusun: Composer) -> None:
    bare = DASAR[: DASAR.index("lampiran:")]
    annex = "menjadi: {judul: DAFTAR, program: [{nama: P, tahapan: [{isi: Satu}]}]}"
    (one,) = loaded("perubahan:\n" + op("ubah", "Lampiran", annex), dasar=bare)
    (sentence,) = change_sentences(penyusun, one)
    assert sentence.startswith("Setelah Pasal 6 ditambahkan 1 (satu) Lampiran")


EIGHT = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan")
ITEMS = [f"butir yang {word};" for word in EIGHT]
LIST = "huruf: [lingkup a;, lingkup b;, lingkup c; dan, lingkup d.]"
OF_EIGHT = DASAR.replace(LIST, f"huruf: {ITEMS}")
FIRST = f"menjadi: {{judul: DUA, isi: 'Lingkup:', huruf: {['awal baru;', *ITEMS]}}}"


@pytest.mark.slow
def test_a_new_first_item_is_one_new_row(penyusun: Composer) -> None:
    change = "perubahan:\n" + op("ubah", "Pasal 2", FIRST)
    (one,) = loaded(change, dasar=OF_EIGHT)
    rows = write_all(compose_sandingan(penyusun, one)).txt.splitlines()[2:]
    assert rows == [
        "1\tPasal 2 huruf a\t\ta. awal baru;",
        "2\tPasal 2 huruf b sampai dengan huruf i\tPasal 2 huruf a sampai dengan huruf h"
        "\ttetap, menjadi Pasal 2 huruf b sampai dengan huruf i",
    ]


@pytest.mark.slow
def test_a_new_first_item_is_one_tracked_paragraph(penyusun: Composer) -> None:
    change = "perubahan:\n" + op("ubah", "Pasal 2", FIRST)
    (one,) = loaded(change, dasar=OF_EIGHT)
    old = compose_kesepakatan(penyusun, one.sebelum)
    new = compose_kesepakatan(penyusun, one.sesudah)
    content = write_docx_tracked(old, new)
    with ZipFile(BytesIO(content)) as package:
        document = package.read("word/document.xml").decode()
    assert "<w:delText>a.</w:delText>" in document
    gone = re.findall(r"<w:delText[^>]*>([^<]*)</w:delText>", document)
    assert gone == [f"{letter}." for letter in "abcdefgh"]


@pytest.mark.parametrize(
    "perubahan",
    [
        PASAL_4,
        op("ubah", "Pasal 2 huruf b", "menjadi: lingkup lain;"),
        op("sisip", "Pasal 2", "isi: [{nomor: 2A, judul: BARU, isi: Isi.}]"),
        op("ubah", "para pihak kedua nama", "menjadi: Badan Lain"),
        op("ubah", "Pasal 6 isi", "menjadi: Penutup lain."),
        SEMUA,
    ],
)
def test_pasal_that_stay_are_not_set_and_no_difference_is_lost(
    penyusun: Composer, monkeypatch: pytest.MonkeyPatch, perubahan: str
) -> None:
    (adendum,) = loaded(f"perubahan:\n{perubahan}")
    found = paper_changes(penyusun, adendum)
    monkeypatch.setattr(kesepakatan, "_without_alike", lambda old, new: (old, new))
    assert found == paper_changes(penyusun, adendum)


def test_words_stand_where_paper_calls_it_so(penyusun: Composer) -> None:
    """No key of the data is on paper, and a pasal is named once."""
    places = [
        ("Pasal 2 isi", "Lingkup", "Cakupan"),
        ("Pasal 3 ayat (3)", "Ayat", "Butir"),
        ("Pasal 3 ayat (4)", "Ayat", "Butir"),
        ("Pasal 4 judul", "EMPAT", "LIMA"),
    ]
    operations = "".join(
        op("ganti_kata", letak, f"tertulis: {old}, menjadi: {new}")
        for letak, old, new in places
    )
    assert change_sentences(penyusun, termuat(operations)) == [
        'Kata "Lingkup" dalam Pasal 2 diubah menjadi kata "Cakupan".',
        'Kata "Ayat" dalam Pasal 3 ayat (3) dan ayat (4) diubah menjadi kata "Butir".',
        'Kata "EMPAT" dalam judul Pasal 4 diubah menjadi kata "LIMA".',
    ]


@pytest.mark.parametrize("form", ["pasal", "kontrak", "tabel"])
@pytest.mark.slow
def test_a_pasal_is_named_once_in_each_form(form: str, penyusun: Composer) -> None:
    places = ("Pasal 1 ayat (1)", "Pasal 3 ayat (3)", "Pasal 3 ayat (4)")
    same = "tertulis: Ayat, menjadi: Butir"
    for shown, told in (
        (places[1:], "Pasal 3 ayat (3) dan ayat (4)"),
        (places, "Pasal 1 ayat (1), serta Pasal 3 ayat (3) dan ayat (4)"),
        (places[:2], "Pasal 1 ayat (1) dan Pasal 3 ayat (3)"),
    ):
        operations = "".join(op("ganti_kata", letak, same) for letak in shown)
        (only,) = loaded(f"bentuk: {form}\nperubahan:\n{operations}")
        assert change_sentences(penyusun, only) == [
            f'Kata "Ayat" dalam {told} diubah menjadi kata "Butir".'
        ]


def test_words_of_an_opening_that_its_items_say_too(penyusun: Composer) -> None:
    base = DASAR.replace('isi: "Lingkup:"', 'isi: "Ruang lingkup:"')
    operation = op("ganti_kata", "Pasal 2 isi", "tertulis: lingkup, menjadi: cakupan")
    assert change_sentences(penyusun, termuat(operation, dasar=base)) == [
        'Kata "lingkup" dalam kalimat pembuka Pasal 2 diubah menjadi kata "cakupan".'
    ]


def test_a_party_that_leaves_is_called_as_it_was(penyusun: Composer) -> None:
    content = (
        "perubahan:\n- tindakan: ubah\n  letak: para pihak\n  menjadi:\n"
        "  - {nama: Badan A, nomor: 1/A/2024, pejabat: ANI, jabatan: Kepala, "
        "kedudukan: Jakarta}\n"
        "  - {nama: Badan B, nomor: 2/B/2024, pejabat: BUDI, jabatan: Ketua, "
        "kedudukan: Bogor}\n"
    )
    (only,) = loaded(content)
    places = [each.letak for each in paper_changes(penyusun, only)]
    assert "judul naskah, nama PIHAK KETIGA" in places
    assert not [each for each in places if each.endswith(" ketiga")]


@pytest.mark.slow
def test_a_deleted_programme_says_so_once(penyusun: Composer) -> None:
    paper = text(penyusun, "perubahan:\n" + op("hapus", "Lampiran program 1"))
    (row,) = [line for line in paper.splitlines() if line.startswith("1\tdihapus")]
    assert row.count("dihapus") == 1


@pytest.mark.slow
def test_an_annex_whose_head_alone_names_a_party_anew_does_not_follow(
    penyusun: Composer,
) -> None:
    dasar = DASAR.replace("kepala: Lampiran", "kepala: Lampiran antara [[para_pihak]]")
    renamed = op("ubah", "para pihak kesatu nama", "menjadi: Kementerian A")
    paper = text(penyusun, f"perubahan:\n{renamed}", dasar=dasar)
    assert "judul Kesepakatan Bersama diubah" in paper
    assert "Lampiran diubah" not in paper and "RENCANA KERJA" not in paper
    head_itself = op("ubah", "Lampiran kepala", "menjadi: [Lampiran]")
    paper = text(penyusun, f"perubahan:\n{renamed}{head_itself}", dasar=dasar)
    assert "Lampiran diubah sehingga menjadi" in paper


@pytest.mark.slow
def test_an_adendum_calls_ayat_as_the_paper_labels_them(penyusun: Composer) -> None:
    """What is quoted keeps the words that it has."""
    base = DASAR.replace("  ayat:\n", '  gaya_rincian: "1."\n  ayat:\n')
    change = op("ubah", "Pasal 3 ayat (4)", "menjadi: Menurut ayat (3) berlaku.")
    told = text(penyusun, f"perubahan:\n{change}", dasar=base)
    assert "ketentuan ayat 4 Pasal 3 diubah" in told
    assert "Menurut ayat (3) berlaku." in told
    usual = text(penyusun, f"perubahan:\n{change}")
    assert "ketentuan ayat (4) Pasal 3 diubah" in usual
