"""Adenda: the sentence of every kind of change, what is refused, the papers, the text in force, and the register."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest

from baca import docx_lines, pdf_pages, unparted
from command import run
from conftest import AKAR, CONTOH, Emas, write_all
from libreoffice import converted
from notakesepakatan.bureau.konsolidasi import data_in_force
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    compose_adendum,
    compose_sandingan,
)
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.register import condition
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import (
    LoadedAdendum,
    Riwayat,
    load_riwayat,
    parse_adendum,
)
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.dasar import Lama
from notakesepakatan.words.lists import plain_reason
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.docx.tracked import read_tracked, write_docx_tracked
from notakesepakatan.write.txt import write_txt

Ruang = Callable[..., Path]

DASAR = """\
jenis: Kesepakatan Bersama
judul: Uji
penandatanganan: {tempat: Jakarta, tanggal: 2024-01-31}
jangka_waktu: 2 tahun
tenggat: {pemberitahuan: 3 bulan}
para_pihak:
- {nama: Badan A, nomor: 1/A/2024, pejabat: ANI, jabatan: Kepala, kedudukan: Jakarta}
- {nama: Badan B, nomor: 2/B/2024, pejabat: BUDI, jabatan: Ketua, kedudukan: Bogor}
- {nama: Badan C, pejabat: CICI, jabatan: Direktur, kedudukan: Depok}
kalimat:
  pembukaan: Pada hari ini [[penandatanganan.hari]] ([[penandatanganan.tanggal_angka]]), kami yang bertanda tangan di bawah ini
  pihak: "[[jabatan]] berkedudukan di [[kedudukan]], disebut [[sebutan]]."
  sebutan_bersama: Bersama disebut PARA PIHAK.
  pertimbangan: Menerangkan
  kesepakatan: Sepakat
dasar_hukum:
- {jenis: Undang-Undang, nomor: "23", tahun: 2014, tentang: Pemerintahan Daerah}
- {jenis: Peraturan Pemerintah, nomor: "28", tahun: 2018, tentang: Kerja Sama Daerah}
pertimbangan:
- bahwa satu;
- bahwa dua; dan
- bahwa tiga.
pasal:
- judul: SATU
  ayat:
  - Ayat satu.
  - isi: "Ayat dua:"
    huruf:
    - isi: "butir a:"
      angka: [angka satu; dan, angka dua;]
    - butir b; dan
    - butir c.
- judul: DUA
  isi: "Lingkup:"
  huruf: [lingkup a;, lingkup b;, lingkup c; dan, lingkup d.]
- kunci: jangka_waktu
  judul: TIGA
  ayat:
  - Berlaku [[jangka_waktu]].
  - Diberitahukan paling lambat [[tenggat.pemberitahuan]].
  - Ayat tiga.
  - Ayat empat.
- {judul: EMPAT, isi: Isi pasal empat.}
- kunci: adendum
  judul: LIMA
  isi: Perubahan dituangkan dalam adendum.
- {judul: PENUTUP, isi: Penutup.}
lampiran:
  kepala: Lampiran
  judul: RENCANA KERJA
  program:
  - nama: Program satu
    tahapan:
    - {isi: Tahap tunggal, tahun: semua, output: Keluaran lama}
  - nama: Program dua
    tahapan:
    - {isi: Tahap pertama, tahapan: [{isi: Baris a, output: X}, {isi: Baris b}]}
    - {isi: Tahap kedua}
"""


def termuat(
    perubahan: str, jenis: str = "adendum", dasar: str = DASAR
) -> LoadedAdendum:
    isi = f"jenis: {jenis}\nperubahan:\n{perubahan}"
    return parse_adendum(
        isi.encode(),
        "adendum-01.yaml",
        Riwayat(parse_kesepakatan(dasar.encode(), "kesepakatan.yaml")),
    )


def op(tindakan: str, letak: str, isi: str = "") -> str:
    kunci = "setelah" if tindakan in ("sisip", "tambah") else "letak"
    return f"- {{tindakan: {tindakan}, {kunci}: {letak}{', ' + isi if isi else ''}}}\n"


BUNYI = " sehingga {} berbunyi sebagai berikut:"
LAMPIRAN = " sehingga Lampiran menjadi sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Adendum Kesatu ini."
WHOLE_LAMPIRAN = LAMPIRAN.replace("Lampiran menjadi", "menjadi")


@pytest.mark.parametrize(
    ("perubahan", "kalimat"),
    [
        # A whole pasal (rule 233)
        (
            op("ubah", "Pasal 4", "menjadi: {judul: EMPAT, isi: Baru.}"),
            ["Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:"],
        ),
        (
            op("ubah", "Pasal 4 judul", "menjadi: LAIN"),
            ["Judul Pasal 4 diubah sehingga berbunyi sebagai berikut:"],
        ),
        (
            op("ubah", "Pasal 4", "menjadi: {judul: LAIN, isi: Isi pasal empat.}"),
            ["Judul Pasal 4 diubah sehingga berbunyi sebagai berikut:"],
        ),
        (
            op("ubah", "Pasal 3 judul", "menjadi: LAIN")
            + op("ubah", "Pasal 3 ayat (2)", "menjadi: Lain."),
            [
                "Judul Pasal 3 diubah dan ketentuan ayat (2) diubah"
                + BUNYI.format("Pasal 3")
            ],
        ),
        # One ayat, two, three that follow one another, two apart (rule 234; 274 for "sampai dengan")
        (
            op("ubah", "Pasal 3 ayat (2)", "menjadi: Lain."),
            ["Ketentuan ayat (2) Pasal 3 diubah" + BUNYI.format("Pasal 3")],
        ),
        (
            op("ubah", "Pasal 3 ayat (2)", "menjadi: Lain.")
            + op("ubah", "Pasal 3 ayat (3)", "menjadi: Lain."),
            [
                "Ketentuan ayat (2) dan ayat (3) Pasal 3 diubah"
                + BUNYI.format("Pasal 3")
            ],
        ),
        (
            "".join(
                op("ubah", f"Pasal 3 ayat ({n})", "menjadi: Lain.") for n in (2, 3, 4)
            ),
            [
                "Ketentuan ayat (2) sampai dengan ayat (4) Pasal 3 diubah"
                + BUNYI.format("Pasal 3")
            ],
        ),
        (
            "".join(
                op("ubah", f"Pasal 3 ayat ({n})", "menjadi: Lain.") for n in (2, 4)
            ),
            [
                "Ketentuan ayat (2) dan ayat (4) Pasal 3 diubah"
                + BUNYI.format("Pasal 3")
            ],
        ),
        # Huruf and angka, from small to large
        (
            op("ubah", "Pasal 2 huruf b", "menjadi: lain;"),
            ["Ketentuan huruf b Pasal 2 diubah" + BUNYI.format("Pasal 2")],
        ),
        (
            op("ubah", "Pasal 1 ayat (2) huruf a angka 1", "menjadi: lain; dan"),
            [
                "Ketentuan angka 1 huruf a ayat (2) Pasal 1 diubah"
                + BUNYI.format("Pasal 1")
            ],
        ),
        # Inserted: one pasal, two; ayat; huruf; angka (rules 232 and 236)
        (
            op("sisip", "Pasal 3", "isi: [{nomor: 3A, judul: BARU, isi: Isi.}]"),
            [
                "Di antara Pasal 3 dan Pasal 4 disisipkan 1 (satu) pasal, yakni Pasal 3A sehingga berbunyi sebagai berikut:"
            ],
        ),
        (
            op(
                "sisip",
                "Pasal 3",
                "isi: [{nomor: 3A, isi: Isi.}, {nomor: 3B, isi: Isi.}]",
            ),
            [
                "Di antara Pasal 3 dan Pasal 4 disisipkan 2 (dua) pasal, yakni Pasal 3A dan Pasal 3B sehingga berbunyi sebagai berikut:"
            ],
        ),
        (
            op("sisip", "Pasal 3 ayat (1)", "isi: [{nomor: 1a, isi: Baru.}]"),
            [
                "Di antara ayat (1) dan ayat (2) Pasal 3 disisipkan 1 (satu) ayat, yakni ayat (1a)"
                + BUNYI.format("Pasal 3")
            ],
        ),
        (
            op(
                "sisip",
                "Pasal 3 ayat (1)",
                "isi: [{nomor: 1a, isi: x}, {nomor: 1b, isi: x}, {nomor: 1c, isi: x}]",
            ),
            [
                "Di antara ayat (1) dan ayat (2) Pasal 3 disisipkan 3 (tiga) ayat, yakni ayat (1a), ayat (1b), dan ayat (1c)"
                + BUNYI.format("Pasal 3")
            ],
        ),
        (
            op("sisip", "Pasal 1 ayat (2) huruf a", "isi: [{nomor: a1, isi: baru;}]"),
            [
                "Di antara huruf a dan huruf b ayat (2) Pasal 1 disisipkan 1 (satu) huruf, yakni huruf a1"
                + BUNYI.format("Pasal 1")
            ],
        ),
        (
            op(
                "sisip",
                "Pasal 1 ayat (2) huruf a angka 1",
                "isi: [{nomor: 1a, isi: baru; dan}]",
            ),
            [
                "Di antara angka 1 dan angka 2 huruf a ayat (2) Pasal 1 disisipkan 1 (satu) angka, yakni angka 1a"
                + BUNYI.format("Pasal 1")
            ],
        ),
        # Added behind the last
        (
            op("tambah", "Pasal 3 ayat (4)", "isi: [Ayat lima.]"),
            [
                "Setelah ayat (4) Pasal 3 ditambahkan 1 (satu) ayat, yakni ayat (5) sehingga Pasal 3 berbunyi sebagai berikut:"
            ],
        ),
        (
            op("tambah", "Pasal 6", "isi: [{judul: TUJUH, isi: Isi.}]"),
            [
                "Setelah Pasal 6 ditambahkan 1 (satu) pasal, yakni Pasal 7 sehingga berbunyi sebagai berikut:"
            ],
        ),
        # Deleted (rule 235)
        (op("hapus", "Pasal 4"), ["Pasal 4 dihapus."]),
        (
            op("hapus", "Pasal 2") + op("hapus", "Pasal 4"),
            ["Pasal 2 dihapus.", "Pasal 4 dihapus."],
        ),
        (
            op("hapus", "Pasal 4") + op("hapus", "Pasal 2"),
            ["Pasal 2 dihapus.", "Pasal 4 dihapus."],
        ),
        (
            op("hapus", "Pasal 1") + op("hapus", "Pasal 2"),
            ["Pasal 1 dan Pasal 2 dihapus."],
        ),
        (
            op("hapus", "Pasal 3 ayat (3)"),
            ["Pasal 3 ayat (3) dihapus" + BUNYI.format("Pasal 3")],
        ),
        (
            op("hapus", "Pasal 3 ayat (3)") + op("hapus", "Pasal 3 ayat (4)"),
            ["Pasal 3 ayat (3) dan ayat (4) dihapus" + BUNYI.format("Pasal 3")],
        ),
        (
            op("hapus", "Pasal 1 ayat (2) huruf b"),
            ["Pasal 1 ayat (2) huruf b dihapus" + BUNYI.format("Pasal 1")],
        ),
        # Several kinds in one pasal are one sentence, in order of the text
        (
            op("hapus", "Pasal 3 ayat (4)")
            + op("ubah", "Pasal 3 ayat (1)", "menjadi: Lain.")
            + op("sisip", "Pasal 3 ayat (2)", "isi: [{nomor: 2a, isi: x}]"),
            [
                "Ketentuan ayat (1) Pasal 3 diubah, di antara ayat (2) dan ayat (3) disisipkan 1 (satu) ayat, yakni ayat (2a), serta Pasal 3 ayat (4) dihapus"
                + BUNYI.format("Pasal 3")
            ],
        ),
        # Pasal in order, whatever the order of the operations
        (
            op("ubah", "Pasal 5", "menjadi: {isi: Lain.}")
            + op("ubah", "Pasal 2 huruf a", "menjadi: lain;"),
            [
                "Ketentuan huruf a Pasal 2 diubah" + BUNYI.format("Pasal 2"),
                "Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:",
            ],
        ),
        # Words
        (
            op(
                "ganti_kata",
                "Pasal 2 huruf b",
                "tertulis: lingkup b, menjadi: cakupan b",
            ),
            [
                'Frasa "lingkup b" dalam Pasal 2 huruf b diubah menjadi frasa "cakupan b".'
            ],
        ),
        (
            op(
                "ganti_kata",
                "Pasal 2",
                "tertulis: lingkup, menjadi: cakupan, sebanyak: 4",
            )
            + op("ganti_kata", "Pasal 4", "tertulis: Isi, menjadi: Bunyi"),
            [
                'Kata "lingkup" dalam Pasal 2 diubah menjadi kata "cakupan".',
                'Kata "Isi" dalam Pasal 4 diubah menjadi kata "Bunyi".',
            ],
        ),
        (
            op(
                "ganti_kata",
                "seluruh naskah",
                "tertulis: Isi pasal, menjadi: Bunyi pasal",
            ),
            [
                'Frasa "Isi pasal" dalam seluruh naskah diubah menjadi frasa "Bunyi pasal".'
            ],
        ),
        # Legal bases and recitals
        (
            op("ubah", "dasar hukum angka 2 tahun", "menjadi: 2019"),
            ["Dasar hukum angka 2 diubah sehingga berbunyi sebagai berikut:"],
        ),
        (
            op(
                "sisip",
                "dasar hukum angka 1",
                'isi: [{angka: 1a, jenis: Undang-Undang, nomor: "6", tahun: 2023, tentang: X}]',
            ),
            [
                "Di antara angka 1 dan angka 2 dasar hukum disisipkan 1 (satu) angka, yakni angka 1a sehingga berbunyi sebagai berikut:"
            ],
        ),
        (op("hapus", "dasar hukum angka 2"), ["Dasar hukum angka 2 dihapus."]),
        # A legal basis in its own words, for a regulation and behind the last
        (
            op(
                "ubah", "dasar hukum angka 2", "menjadi: Keputusan tanggal 3 Maret 2024"
            ),
            ["Dasar hukum angka 2 diubah sehingga berbunyi sebagai berikut:"],
        ),
        (
            op("tambah", "dasar hukum angka 2", "isi: [KUH Perdata]"),
            [
                "Setelah angka 2 dasar hukum ditambahkan 1 (satu) angka, yakni angka 3 sehingga berbunyi sebagai berikut:"
            ],
        ),
        (
            op("ubah", "pertimbangan huruf b", "menjadi: bahwa lain; dan"),
            ["Pertimbangan huruf b diubah sehingga berbunyi sebagai berikut:"],
        ),
        # Data: the places on paper that change with it
        (
            op("ubah", "jangka waktu", "menjadi: 4 tahun"),
            [
                "Ketentuan ayat (1) Pasal 3 diubah" + BUNYI.format("Pasal 3"),
                "Lampiran diubah" + WHOLE_LAMPIRAN,
            ],
        ),
        (
            op("ubah", "tenggat pemberitahuan", "menjadi: 6 bulan"),
            ["Ketentuan ayat (2) Pasal 3 diubah" + BUNYI.format("Pasal 3")],
        ),
        (
            op("ubah", "judul", "menjadi: Uji Baru"),
            ["Judul Kesepakatan Bersama diubah sehingga berbunyi sebagai berikut:"],
        ),
        (
            op("ubah", "nomor pihak kedua", "menjadi: 3/B/2024"),
            ["Nomor Kesepakatan Bersama diubah sehingga berbunyi sebagai berikut:"],
        ),
        (
            op("ubah", "para pihak ketiga kedudukan", "menjadi: Bekasi"),
            [
                "Keterangan mengenai PIHAK KETIGA diubah sehingga berbunyi sebagai berikut:"
            ],
        ),
        (
            op("ubah", "para pihak kedua tanda tangan", "menjadi: a.n. KETUA"),
            ["Tanda tangan PIHAK KEDUA diubah sehingga berbunyi sebagai berikut:"],
        ),
        (
            op("ubah", "saksi", "menjadi: [{nama: CITRA}]"),
            ["Tanda tangan saksi ditambahkan sehingga berbunyi sebagai berikut:"],
        ),
        (
            op("ubah", "kalimat sebutan bersama", "menjadi: Bersama."),
            ["Sebutan para pihak diubah sehingga berbunyi sebagai berikut:"],
        ),
        (
            op("hapus", "kalimat pembukaan") + op("hapus", "kalimat dasar hukum"),
            ["Pembukaan dihapus.", "Pengantar dasar hukum dihapus."],
        ),
        (
            op("ubah", "kalimat penutup", "menjadi: [Demikian., Selesai.]")
            + op("ubah", "kalimat menindaklanjuti", "menjadi: Menindaklanjuti A,"),
            [
                "Kalimat tindak lanjut ditambahkan sehingga berbunyi sebagai berikut:",
                "Kalimat penutup ditambahkan sehingga berbunyi sebagai berikut:",
            ],
        ),
        (
            op("hapus", "pertimbangan"),
            ["Pengantar pertimbangan dihapus.", "Pertimbangan dihapus."],
        ),
        # The annex
        (
            op("ubah", "Lampiran baris 2.1.a kolom output", "menjadi: Y"),
            ["Ketentuan baris 2.1.a Lampiran diubah" + LAMPIRAN],
        ),
        (
            op("sisip", "Lampiran baris 2.1.a", "isi: [{nomor: a1, isi: Baru}]"),
            [
                "Di antara baris 2.1.a dan baris 2.1.b Lampiran disisipkan 1 (satu) baris, yakni baris 2.1.a1"
                + LAMPIRAN
            ],
        ),
        (
            op(
                "tambah",
                "Lampiran program 2",
                "isi: [{nama: Tiga, tahapan: [{isi: x}]}]",
            ),
            [
                "Setelah program 2 Lampiran ditambahkan 1 (satu) program, yakni program 3"
                + LAMPIRAN
            ],
        ),
        (
            op("hapus", "Lampiran baris 2.2")
            + op("ubah", "Lampiran program 1 nama", "menjadi: Lain"),
            ["Lampiran baris 2.2 dihapus dan ketentuan program 1 diubah" + LAMPIRAN],
        ),
        (op("hapus", "Lampiran"), ["Lampiran dihapus."]),
    ],
)
def test_sentence_of_each_change(
    perubahan: str, kalimat: list[str], penyusun: Composer
) -> None:
    assert change_sentences(penyusun, termuat(perubahan)) == kalimat


def test_the_arrangement_is_no_matter_of_an_adendum() -> None:
    arranged = DASAR.replace("kalimat:\n", "susunan: {antar_pihak: DENGAN}\nkalimat:\n")
    change = op("ubah", "susunan antar pihak", "menjadi: DAN")
    with pytest.raises(
        FaultyNaskah, match="susunan naskah tidak diubah dengan adendum"
    ):
        termuat(change, dasar=arranged)
    whole = op("ganti_kata", "seluruh naskah", "tertulis: DENGAN, menjadi: DAN")
    with pytest.raises(FaultyNaskah, match="tidak ada dalam seluruh naskah"):
        termuat(whole, dasar=arranged)


@pytest.mark.slow
def test_what_has_no_numbers_on_paper_is_told_by_its_order(penyusun: Composer) -> None:
    bare = "susunan: {dasar_hukum: tanpa_nomor, pertimbangan: tanpa_nomor}\nkalimat:\n"
    dasar = DASAR.replace("kalimat:\n", bare)
    change = op("hapus", "dasar hukum angka 1")
    change += op("ubah", "pertimbangan huruf a", "menjadi: bahwa baru;")
    adendum = termuat(change, dasar=dasar)
    assert change_sentences(penyusun, adendum) == [
        "Dasar hukum diubah sehingga berbunyi sebagai berikut:",
        "Pertimbangan diubah sehingga berbunyi sebagai berikut:",
    ]
    text = write_txt(compose_adendum(penyusun, adendum, ())).decode()
    assert "\nbahwa baru;\n" in text and "Dihapus" not in text
    sandingan = write_txt(compose_sandingan(penyusun, adendum)).decode()
    assert "\tDasar hukum kesatu\t" in sandingan
    assert "\tPertimbangan kesatu\t" in sandingan


@pytest.mark.slow
def test_an_adendum_reads_the_new_sentences(penyusun: Composer) -> None:
    change = op("ubah", "kalimat penutup", "menjadi: [Demikian., Selesai.]")
    change += op("ubah", "kalimat pembukaan", "menjadi: Kami semua.")
    text = write_txt(compose_adendum(penyusun, termuat(change), ())).decode()
    assert "berbunyi sebagai berikut:\nKami semua.\n" in text
    assert "berbunyi sebagai berikut:\nDemikian.\nSelesai.\n" in text


def test_an_adendum_cites_the_title_as_it_stands(penyusun: Composer) -> None:
    arranged = DASAR.replace(
        "kalimat:\n", "susunan: {antar_pihak: DENGAN, tentang: tidak}\nkalimat:\n"
    )
    adendum = termuat(op("ubah", "jangka waktu", "menjadi: 4 tahun"), dasar=arranged)
    text = write_txt(compose_adendum(penyusun, adendum, ())).decode()
    assert "antara Badan A dan Badan B dengan Badan C, Nomor" in text
    assert "\nBADAN A\nDAN\nBADAN B\nDENGAN\nBADAN C\n" in text
    assert "TENTANG" not in text


def test_words_of_a_legal_basis_are_changed_by_their_address() -> None:
    dasar = DASAR.replace("dasar_hukum:\n", "dasar_hukum:\n- KUH Perdata Buku Kedua\n")
    a = termuat(
        op(
            "ganti_kata", "dasar hukum angka 1 teks", "tertulis: Kedua, menjadi: Ketiga"
        ),
        dasar=dasar,
    )
    assert a.sesudah.reading.dasar_hukum[0].teks == "KUH Perdata Buku Ketiga"
    assert a.sesudah.reading.dasar_hukum[1].nomor == "23"


def test_deleted_parts_keep_their_numbers() -> None:
    a = termuat(
        op("hapus", "Pasal 2 huruf c")
        + op("hapus", "Pasal 3 ayat (2)")
        + op("hapus", "Pasal 4")
        + op("hapus", "dasar hukum angka 1")
    )
    k = a.sesudah.reading
    assert [(b.nomor, b.isi) for b in k.pasal[1].huruf][1:] == [
        ("b", "lingkup b;"),
        ("c", "dihapus; dan"),
        ("d", "lingkup d."),
    ]
    assert [(b.nomor, b.isi) for b in k.pasal[2].ayat][1:3] == [
        ("2", "Dihapus."),
        ("3", "Ayat tiga."),
    ]
    assert (k.pasal[3].nomor, k.pasal[3].judul, k.pasal[3].isi, k.pasal[4].nomor) == (
        "4",
        None,
        "Dihapus.",
        "5",
    )


@pytest.mark.parametrize(
    ("perubahan", "harap"),
    [
        (
            op("ubah", "Pasal 9", "menjadi: x"),
            ["3:27: perubahan[1].letak: Pasal 9 tidak ada; yang ada: Pasal 1, Pasal 2"],
        ),
        (
            op("ubah", "Pasal 3 ayat (9)", "menjadi: x"),
            ["ayat (9) tidak ada di Pasal 3; yang ada: ayat (1), ayat (2)"],
        ),
        (
            op("ubah", "Pasal 4 ayat (1)", "menjadi: x"),
            ["ayat (1) tidak ada di Pasal 4"],
        ),
        (
            op("ubah", "Pasal 4 judl", "menjadi: x"),
            ['bukan letak yang dikenal; mungkin maksudnya "judul"'],
        ),
        (op("ubah", "Pasal 3 (1)", "menjadi: x"), ["tulis ayat (1)"]),
        (
            op("ubah", "Ayat (1) Pasal 3", "menjadi: x"),
            ["dari pasalnya ke dalam, mis. Pasal 6 ayat (2) huruf b"],
        ),
        (
            "- { tindakan: sisip, letak: Pasal 2, isi: [a] }\n",
            [
                'letak: kunci ini bukan milik tindakan ini; sisip dan tambah memakai "set'
            ],
        ),
        (op("ubah", "jangka wakt", "menjadi: x"), ['mungkin maksudnya "jangka waktu"']),
        (
            op("ubah", "para pihak kelima nama", "menjadi: x"),
            ['pihak "kelima" tidak ada; pilih salah satu: kesatu, kedua, ketiga'],
        ),
        (
            op("ubah", "nomor", "menjadi: x"),
            ["tidak ada; pilih salah satu: kesatu, kedua, ketiga"],
        ),
        (
            op("ubah", "Lampiran baris 2", "menjadi: x"),
            ["baris 2 adalah program bertahapan; sebut tahapannya, mis. baris 2.1"],
        ),
        (
            op("ubah", "Lampiran baris 2.7", "menjadi: x"),
            ["baris 2.7 tidak ada di Lampiran; nomor yang ada di tempat itu: 1, 2"],
        ),
        (
            op("ubah", "Pasal 4", "menjadi: {judul: EMPAT, isi: Isi pasal empat.}"),
            ["Pasal 4 sudah berbunyi demikian"],
        ),
        (
            op("ubah", "Pasal 4", "menjadi: {jdul: EMPAT, isi: x}"),
            [
                'perubahan[1].menjadi.jdul: kunci tidak dikenal; mungkin maksudnya "judul"'
            ],
        ),
        (
            op("ubah", "Pasal 4", "menjadi: {judul: EMPAT}"),
            ["pasal belum berisi"],
        ),
        (
            op("ubah", "jangka waktu", "menjadi: lama sekali"),
            ['menjadi: "lama sekali": bukan jangka waktu'],
        ),
        (
            op("sisip", "Pasal 3", "isi: [{isi: x}]"),
            ['sisipan belum bernomor; tambahkan "nomor:"'],
        ),
        (
            op("sisip", "Pasal 3", "isi: [{nomor: '4', isi: x}]"),
            ["Pasal 4 sudah ada; pilih nomor lain"],
        ),
        (
            op("sisip", "Pasal 3", "isi: [{nomor: 9A, isi: x}]"),
            ["nomor sisipan menggeser nomor yang sudah ada"],
        ),
        (
            op("sisip", "judul", "isi: [{nomor: 9A, isi: x}]"),
            ["judul bukan bagian bernomor"],
        ),
        (
            op("tambah", "Pasal 3", "isi: [{isi: x}]"),
            ["Pasal 3 bukan bagian yang terakhir; pakai tindakan sisip"],
        ),
        (
            op("hapus", "Pasal 4") + op("hapus", "Pasal 4"),
            ["4:28: perubahan[2].letak: Pasal 4 sudah dihapus"],
        ),
        (
            op("ganti_kata", "Pasal 2", "tertulis: lingkup, menjadi: cakupan"),
            ['"lingkup" ada di 4 tempat dalam Pasal 2, bukan 1; tulis "sebanyak: 4"'],
        ),
        (
            op("ganti_kata", "Pasal 2", "tertulis: tiada, menjadi: ada"),
            ['"tiada" tidak ada dalam Pasal 2'],
        ),
        (
            op("ganti_kata", "Pasal 2", "tertulis: lingkup, menjadi: x, sebanyak: nol"),
            ['sebanyak: "nol": bukan bilangan bulat'],
        ),
        (
            op("ubah", "Pasal 4 nomor", "menjadi: 4Z"),
            ["Pasal 4 nomor tidak dapat diubah; nomor bagian tetap"],
        ),
        (
            op("ubah", "Pasal 4 dihapus", "menjadi: ya"),
            ["Pasal 4 dihapus tidak dapat diubah"],
        ),
        (
            op("ubah", "pasal", "menjadi: [{judul: A, isi: Satu.}]"),
            ["pasal tanpa nomor; sebut bagian yang diubah satu demi satu"],
        ),
        (
            op("ubah", "penandatanganan tanggal", "menjadi: 2030-01-31"),
            ["hari penandatanganan tidak dapat diubah"],
        ),
        (op("hapus", "penandatanganan"), ["hari penandatanganan tidak dapat diubah"]),
        (
            op("hapus", "para pihak ketiga"),
            [
                "para pihak ketiga tidak dapat dihapus sendiri; ubah daftarnya seluruhnya"
            ],
        ),
        (
            op("hapus", "Pasal 3") + op("ubah", "Pasal 3 ayat (1)", "menjadi: x"),
            ["Pasal 3 sudah dihapus"],
        ),
        (
            op("hapus", "Pasal 3")
            + op("sisip", "Pasal 3 ayat (1)", "isi: [{nomor: 1a, isi: x}]"),
            ["Pasal 3 sudah dihapus"],
        ),
        (
            op(
                "ganti_kata",
                "Pasal 3 ayat (1)",
                "tertulis: jangka_waktu, menjadi: judul",
            ),
            ['"jangka_waktu" tidak ada dalam Pasal 3 ayat (1)'],
        ),
        (
            op("ganti_kata", "seluruh naskah", "tertulis: 2 tahun, menjadi: 3 tahun"),
            ['"2 tahun" tidak ada dalam seluruh naskah'],
        ),
        (
            op("ganti_kata", "dasar hukum angka", "tertulis: a, menjadi: b"),
            ['"angka" tanpa nomor; sebut nomornya'],
        ),
        (op("ubah", "'\u00a0'", "menjadi: x"), ["letak kosong"]),
        (op("ubah", "judul", "menjadi: ' '"), ["menjadi: teks kosong"]),
        (
            "- {tindakan: ganti, letak: judul}\n",
            ["tindakan tidak dikenal; pilih salah satu: ubah, sisip"],
        ),
        ("- {letak: judul}\n", ['tindakan belum ada; tambahkan "tindakan:"']),
        (
            "- {tindakan: ubah, letk: judul, menjadi: x}\n",
            ['perubahan[1].letk: kunci tidak dikenal; mungkin maksudnya "letak"'],
        ),
        (
            "- {tindakan: sisip, setelah: Pasal 1, sebelum: Pasal 1, isi: [x]}\n",
            ["tepat satu: setelah atau sebelum"],
        ),
        (
            op("hapus", "Pasal 9") + op("hapus", "Pasal 8"),
            ["Pasal 9 tidak ada", "Pasal 8 tidak ada"],
        ),
        (
            op("ubah", "Pasal 3 ayat (1)", "menjadi: 'Lihat [[Pasal tiada]].'"),
            ["perubahan[1]: naskah menjadi tidak sah:", "Pasal tiada tidak ada"],
        ),
        (op("hapus", "para pihak kesatu nama"), ["naskah menjadi tidak sah"]),
        ("  []\n", ["adendum ini tidak mengubah apa pun"]),
    ],
)
def test_what_does_not_fit_is_refused(perubahan: str, harap: list[str]) -> None:
    with pytest.raises(FaultyNaskah) as sebab:
        termuat(perubahan)
    for kata in harap:
        assert kata in str(sebab.value)
    assert str(sebab.value).startswith("adendum-01.yaml:")


BERTANGGAL = "jenis: adendum\npenandatanganan: {{tempat: Bogor, tanggal: {}}}\npara_pihak: [{{nomor: 9/A/2025}}]\nalasan: [keadaan berubah]\nperubahan:\n"


def chain(ruang: Ruang) -> Path:
    """Three adenda: a signed one, one in force later, a draft."""
    return ruang(
        DASAR,
        **{
            "agreements/uji/adendum-01.yaml": BERTANGGAL.format("2025-03-01")
            + op("ubah", "jangka waktu", "menjadi: 5 tahun"),
            "agreements/uji/adendum-02.yaml": BERTANGGAL.format("2025-06-01").replace(
                "perubahan", "mulai_berlaku: 2025-07-01\nperubahan"
            )
            + op("hapus", "Pasal 4"),
            "agreements/uji/adendum-03.yaml": "perubahan:\n"
            + op("ubah", "Pasal 5", "menjadi: {isi: Konsep.}"),
        },
    )


def test_text_in_force_by_day(ruang: Ruang) -> None:
    riwayat = load_riwayat(Workspace(chain(ruang)), "uji")

    def state(hari: str, konsep: bool = False) -> tuple[str, bool, str | None]:
        k = riwayat.on(date.fromisoformat(hari), konsep=konsep).reading
        return (str(k.jangka_waktu), k.pasal[3].dihapus, k.pasal[4].isi)

    lima = "Perubahan dituangkan dalam adendum."
    assert state("2025-02-28") == ("2 tahun", False, lima)
    assert state("2025-03-01") == ("5 tahun", False, lima)
    assert state("2025-06-30") == ("5 tahun", False, lima)
    assert state("2025-07-01") == ("5 tahun", True, lima)
    assert state("2030-01-01", konsep=True) == ("5 tahun", True, "Konsep.")
    assert state("2025-03-01", konsep=True) == ("5 tahun", False, lima), (
        "no draft on top of what is not yet in force"
    )


def test_retroactive_and_disordered(ruang: Ruang) -> None:
    surut = BERTANGGAL.format("2025-03-01").replace(
        "perubahan", "berlaku_surut: ya\nperubahan"
    ) + op("hapus", "Pasal 4")
    akar = ruang(DASAR, **{"agreements/uji/adendum-01.yaml": surut})
    assert (
        load_riwayat(Workspace(akar), "uji")
        .on(date(2024, 1, 31))
        .reading.pasal[3]
        .dihapus
    )
    for nama, isi, pesan in (
        (
            "adendum-02.yaml",
            BERTANGGAL.format("2025-02-01") + op("hapus", "Pasal 5"),
            r"tanggal adendum \(1 Februari 2025\) mendahului tanggal adendum sebelumnya \(1 Maret 2025\)",
        ),
        (
            "adendum-02.yaml",
            BERTANGGAL.format("2025-04-01").replace("nomor: 9/A/2025", "jabatan: x")
            + op("hapus", "Pasal 5"),
            "tidak satu pihak pun bernomor",
        ),
        (
            "adendum-02.yaml",
            "para_pihak: [{}, {}, {}, {}]\nperubahan:\n" + op("hapus", "Pasal 5"),
            "hanya berpihak 3",
        ),
        (
            "adendum-03.yaml",
            "perubahan:\n" + op("hapus", "Pasal 5"),
            "adendum ke-2 tidak ada",
        ),
    ):
        berkas = akar / "agreements/uji" / nama
        berkas.write_text(isi)
        with pytest.raises(FaultyNaskah, match=pesan):
            load_riwayat(Workspace(akar), "uji")
        berkas.unlink()
    (akar / "agreements/uji/adendum-01.yaml").write_text(
        "perubahan:\n" + op("hapus", "Pasal 4")
    )
    (akar / "agreements/uji/adendum-02.yaml").write_text(
        BERTANGGAL.format("2025-04-01") + op("hapus", "Pasal 5")
    )
    with pytest.raises(
        FaultyNaskah, match="adendum kesatu belum bertanggal, padahal yang ini sudah"
    ):
        load_riwayat(Workspace(akar), "uji")


def test_draft_agreement_takes_no_adendum(ruang: Ruang) -> None:
    akar = ruang(
        DASAR.replace(", tanggal: 2024-01-31", ""),
        **{"agreements/uji/adendum-01.yaml": "perubahan:\n" + op("hapus", "Pasal 4")},
    )
    with pytest.raises(FaultyNaskah, match="kesepakatannya belum ditandatangani"):
        load_riwayat(Workspace(akar), "uji")


@pytest.mark.processes
def test_deadlines_follow_an_extension(ruang: Ruang) -> None:
    """Two years from 31 January 2024, five from 1 March 2025; a notice received before answers nothing any more."""
    akar = chain(ruang)
    peristiwa = akar / "agreements/uji/peristiwa/2025-02-01-terima.yaml"
    peristiwa.parent.mkdir()
    peristiwa.write_text(
        "jenis: pemberitahuan_diterima\ntanggal: 2025-02-01\nperihal: perpanjangan\ndari: kesatu\n"
    )
    r, kalender, ingatkan = (
        Opened(Workspace(akar)).summary("uji"),
        load_calendar(akar),
        Lama(jumlah=90, satuan="hari"),
    )

    def state(
        hari: date, kal: OfficeCalendar = kalender
    ) -> tuple[str, date | None, set[str]]:
        keadaan = condition(r, hari, ingatkan, kal)
        return (
            keadaan.status,
            keadaan.ended.tanggal if keadaan.ended else None,
            {t.jenis for t in keadaan.tenggat},
        )

    assert state(date(2025, 2, 28)) == ("berlaku", date(2026, 1, 31), {"berakhir"})
    assert state(date(2025, 3, 1)) == (
        "diperpanjang",
        date(2029, 1, 31),
        {"berakhir", "tahun-rencana-kerja", "pemberitahuan"},
    )
    assert "2029-01-31" in run("-C", akar, "daftar", "--per", "2025-03-01").stdout
    (peristiwa.parent / "2025-04-01-perpanjangan.yaml").write_text(
        "jenis: perpanjangan\ntanggal: 2025-04-01\nselama: 3 tahun\n"
    )
    with pytest.raises(FaultyNaskah, match="perpanjangan sudah ada pada adendum"):
        Opened(Workspace(akar)).summary("uji")


@pytest.fixture(scope="module")
def contoh() -> Riwayat:
    return load_riwayat(Workspace(AKAR), CONTOH)


@pytest.mark.slow
def test_the_example_is_clean_with_its_correction(
    contoh: Riwayat, penyusun: Composer
) -> None:
    a = contoh.adendum[0]
    assert a.adendum.konsep and a.adendum.jenis == "perbaikan"
    bersih = write_all(
        compose_konsolidasi(penyusun, contoh, date(2026, 11, 23), b"", konsep=True)
    ).txt
    signed = write_all(compose_kesepakatan(penyusun, contoh.origin)).txt
    for salah in (
        "Sesuasi",
        "Miigran",
        "membantalkan",
        "menyelesaiannya",
        "Faximile",
        "antar instansi",
        "Imigran",
        "NK.04/V/",
        "Pelaksanaan Pelaksanaan",
        "Pihak Satu",
        "kasus/ ",
        "dinkopukmdannaker.pekalongankab",
        "Tahun 2019 Nomor 94",
        "dimaksud ayat",
        "bertandatangan",
        "ditindaklajuti",
    ):
        assert salah in signed
        assert salah not in bersih
    assert "[diubah dengan Adendum Kesatu]" in bersih
    assert bersih.startswith(
        "NASKAH KONSOLIDASI per 23 November 2026. Naskah kerja untuk dibaca, bukan naskah yang ditandatangani."
    )
    belum = write_all(
        compose_konsolidasi(penyusun, contoh, date(2026, 11, 23), b"")
    ).txt
    assert "Tidak memuat Adendum Kesatu (konsep, belum ditandatangani)." in belum
    assert "Miigran" in belum


def _documents(
    a: LoadedAdendum, penyusun: Composer
) -> list[tuple[str, str, list[str], str]]:
    hasil = []
    for naskah in (compose_adendum(penyusun, a, ()), compose_sandingan(penyusun, a)):
        k = write_all(naskah)
        hasil.append(
            (naskah.judul, k.txt, docx_lines(k.docx), " ".join(pdf_pages(k.pdf)))
        )
    return hasil


SEMUA = (
    op("ubah", "jangka waktu", "menjadi: 4 tahun")
    + op("hapus", "Pasal 1 ayat (1)")
    + op("sisip", "Pasal 4", "isi: [{nomor: 4A, judul: BARU, isi: Isi.}]")
    + op("ubah", "dasar hukum angka 2 tahun", "menjadi: 2019")
    + op("ubah", "para pihak kesatu nama", "menjadi: Kementerian A")
    + op("hapus", "Lampiran baris 2.2")
    + op("ganti_kata", "Pasal 2 huruf b", "tertulis: lingkup, menjadi: cakupan")
)


@pytest.mark.slow
def test_words_are_equal_in_every_format(contoh: Riwayat, penyusun: Composer) -> None:
    for a in (contoh.adendum[0], termuat(SEMUA)):
        for judul, teks, baris, pdf in _documents(a, penyusun):
            assert [b.split() for b in baris] == [
                b.split() for b in teks.splitlines()
            ], judul
            polos = unparted("".join(pdf.split()))
            for kata in " ".join(b for b in teks.splitlines() if "\t" not in b).split():
                assert unparted(kata) in polos, (judul, kata)


@pytest.mark.slow
def test_adendum_word_by_word(penyusun: Composer, emas: Emas) -> None:
    emas("adendum", write_all(compose_adendum(penyusun, termuat(SEMUA), ())).txt)


@pytest.mark.slow
def test_correction_word_by_word(
    contoh: Riwayat, penyusun: Composer, emas: Emas
) -> None:
    emas("perbaikan", write_all(compose_adendum(penyusun, contoh.adendum[0], ())).txt)


@pytest.mark.slow
def test_second_adendum_names_the_first(ruang: Ruang, penyusun: Composer) -> None:
    riwayat = load_riwayat(Workspace(chain(ruang)), "uji")
    teks = write_all(
        compose_adendum(penyusun, riwayat.adendum[1], riwayat.adendum[:1])
    ).txt
    assert (
        "b. bahwa Kesepakatan Bersama sebagaimana dimaksud dalam huruf a telah diubah dengan Adendum Kesatu, Nomor 9/A/2025, tanggal 1 Maret 2025;"
        in teks
    )
    assert "berdasarkan ketentuan Pasal 5 Kesepakatan Bersama" in teks
    assert "Adendum Kedua ini mulai berlaku pada tanggal 1 Juli 2025." in teks
    assert "Pada hari ini Minggu, tanggal Satu, bulan Juni, tahun" in teks
    changed = "sebagaimana telah diubah dengan Adendum Kesatu"
    assert f"Dalam Kesepakatan Bersama tentang Uji, {changed}, Pasal 4 dihapus." in teks
    assert (
        f"Ketentuan lain dalam Kesepakatan Bersama, {changed}, yang tidak diubah dengan"
        " Adendum Kedua ini dinyatakan tetap berlaku dan mengikat PARA PIHAK."
    ) in teks


@pytest.mark.slow
def test_renamed_party_signs_by_its_present_name(
    ruang: Ruang, penyusun: Composer
) -> None:
    dasar = DASAR.replace(
        "kedudukan: Bogor}",
        "kedudukan: Bogor, riwayat_nama: [{nama: Kementerian B, sejak: 2025-01-01}]}",
    )
    teks = write_all(
        compose_adendum(penyusun, termuat(op("hapus", "Pasal 4"), dasar=dasar), ())
    ).txt
    assert "KEMENTERIAN B (DAHULU BADAN B)" in teks
    assert "antara Badan A, Badan B, dan Badan C tentang Uji" in teks


@pytest.mark.office
def test_accepting_gives_the_new_text_and_rejecting_the_old(
    contoh: Riwayat, penyusun: Composer, tmp_path: Path
) -> None:
    """Read back by python-docx's XML, not by the program's own proof; LibreOffice opens it."""
    for n, a in enumerate(
        (contoh.adendum[0], termuat(SEMUA), termuat(op("hapus", "Lampiran")))
    ):
        lama, baru = (compose_kesepakatan(penyusun, t) for t in (a.sebelum, a.sesudah))
        isi = write_docx_tracked(lama, baru)
        assert isi == write_docx_tracked(lama, baru)
        berkas = tmp_path / f"{n}.docx"
        berkas.write_bytes(isi)
        for terima, naskah in ((True, baru), (False, lama)):
            assert _resolved(berkas, terima) == " ".join(write_all(naskah).txt.split())
            assert " ".join(read_tracked(isi, accept=terima)) == _resolved(
                berkas, terima
            )
    printed = converted([tmp_path / "0.docx"], "pdf")[0]
    assert printed.read_bytes().startswith(b"%PDF")


def _resolved(berkas: Path, terima: bool) -> str:
    """All words after accepting, or rejecting, every change: the marked runs, rows and paragraphs taken out of the XML."""
    badan = docx.Document(str(berkas)).element.body
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    buang = w + ("del" if terima else "ins")
    for satu in list(badan.iter(w + "tr")):
        if satu.find(f"{w}trPr/{buang}") is not None:
            satu.getparent().remove(satu)
    for satu in list(badan.iter(buang)):
        if satu.getparent().tag == w + "p":
            satu.getparent().remove(satu)
    kata = []
    for satu in badan.iter(w + "t", w + "delText", w + "tab", w + "br", w + "p"):
        kata.append(satu.text or "" if satu.tag in (w + "t", w + "delText") else " ")
    return " ".join("".join(kata).split())


@pytest.mark.processes
def test_from_edited_text_to_adendum(ruang: Ruang) -> None:
    akar = ruang(DASAR)
    data = run("-C", akar, "konsolidasi", "uji", "--sebagai-data").stdout
    assert (
        parse_kesepakatan(data.encode(), "x").kesepakatan
        == parse_kesepakatan(DASAR.encode(), "x").kesepakatan
    )
    baru = akar / "baru.yaml"
    baru.write_text(data)
    assert (
        "tidak ada yang berubah"
        in run("-C", akar, "adendum", "uji", "--dari", baru, kode=1).stderr
    )
    baru.write_text(data.replace("Isi pasal empat.", "Isi\u00a0pasal empat."))
    tak_tampak = run("-C", akar, "adendum", "uji", "--dari", baru, kode=1).stderr
    assert "spasi tak-putus" in tak_tampak
    assert not (akar / "agreements/uji/adendum-01.yaml").exists()
    baru.write_text(
        data.replace("Isi pasal empat.", "Bunyi pasal empat.").replace(
            "  - Ayat tiga.\n", ""
        )
    )
    hasil = run("-C", akar, "adendum", "uji", "--dari", baru)
    assert hasil.stdout.splitlines() == [
        f"{akar}/agreements/uji/adendum-01.yaml",
        "1. Pasal 3 ayat (3) dihapus sehingga Pasal 3 berbunyi sebagai berikut:",
        "2. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:",
    ]
    assert "Nomor tidak bergeser" in hasil.stderr
    run(
        "-C",
        akar,
        "adendum",
        "uji",
        "--perpanjang",
        "1 tahun",
        "--per",
        "2026-01-15",
        "--ganti",
    )
    teks = (akar / "agreements/uji/adendum-01.yaml").read_text()
    assert "letak: jangka waktu\n  menjadi: 3 tahun" in teks and "pejabat: ANI" in teks
    run("-C", akar, "susun", "uji", "--format", "txt,docx")
    assert {f.name for f in (akar / "output/uji").iterdir()} == {
        "kesepakatan-bersama.txt",
        "kesepakatan-bersama.docx",
        "adendum-01.txt",
        "adendum-01.docx",
        "adendum-01-sandingan.txt",
        "adendum-01-sandingan.docx",
        "adendum-01-lacak-perubahan.docx",
    }
    run(
        "-C",
        akar,
        "susun",
        "uji",
        "--format",
        "txt",
        "--rangkap",
        "--dokumen",
        "adendum-01",
        "--ke",
        akar / "r",
    )
    assert {f.name for f in (akar / "r/uji").iterdir()} == {
        f"adendum-01-rangkap-{n}.txt" for n in (1, 2, 3)
    }


@pytest.mark.processes
def test_second_draft_stands_on_the_first(ruang: Ruang) -> None:
    akar = ruang(DASAR)
    run("-C", akar, "adendum", "uji", "--perpanjang", "1 tahun", "--per", "2026-01-15")
    hasil = run(
        "-C", akar, "adendum", "uji", "--perpanjang", "6 bulan", "--per", "2026-01-15"
    )
    assert "Adendum Kesatu masih konsep" in hasil.stderr
    assert "menjadi: 42 bulan" in (akar / "agreements/uji/adendum-02.yaml").read_text()


@pytest.mark.processes
@pytest.mark.parametrize(
    ("lama", "baru", "sebab"),
    [
        (
            "jangka_waktu: 2 tahun",
            "jangka_waktu: 3 tahun",
            "jangka waktu: mengubah jangka waktu atau tenggat",
        ),
        ("tahun: 2018", "tahun: 2019", "dasar hukum angka 2: mengubah angka"),
        ("nama: Badan B", "nama: Badan Bee", "mengubah data pihak"),
        ("Ayat empat.", "Ayat lima.", "Pasal 3 ayat (4): mengubah angka"),
        ("  - Ayat empat.\n", "", "Pasal 3 ayat (4): menghapus ketentuan"),
        ("Penutup.", "Penutup sebesar Rp5.", "Pasal 6: mengubah jumlah uang"),
    ],
)
def test_more_than_a_slip_is_no_correction(
    ruang: Ruang, lama: str, baru: str, sebab: str
) -> None:
    akar = ruang(DASAR)
    (akar / "baru.yaml").write_text(DASAR.replace(lama, baru))
    assert (
        sebab
        in run(
            "-C",
            akar,
            "adendum",
            "uji",
            "--dari",
            akar / "baru.yaml",
            "--perbaikan",
            kode=1,
        ).stderr
    )
    assert not (akar / "agreements/uji/adendum-01.yaml").exists()
    run(
        "-C",
        akar,
        "adendum",
        "uji",
        "--dari",
        akar / "baru.yaml",
        "--perbaikan",
        "--tetap",
    )


@pytest.mark.processes
def test_duties_may_be_spelt_right_and_not_changed(ruang: Ruang) -> None:
    dasar = DASAR.replace(
        "- {judul: EMPAT, isi: Isi pasal empat.}",
        "- {kunci: tugas, judul: TUGAS, isi: Badan membatu warga.}",
    )
    akar = ruang(dasar)
    (akar / "baru.yaml").write_text(dasar.replace("membatu", "menolak"))
    assert (
        "Pasal 4: mengubah tugas"
        in run(
            "-C",
            akar,
            "adendum",
            "uji",
            "--dari",
            akar / "baru.yaml",
            "--perbaikan",
            kode=1,
        ).stderr
    )
    (akar / "baru.yaml").write_text(dasar.replace("membatu", "membantu"))
    assert (
        'tertulis "Badan membatu warga.", seharusnya "Badan membantu warga."'
        in run(
            "-C", akar, "adendum", "uji", "--dari", akar / "baru.yaml", "--perbaikan"
        ).stdout
    )


SAMA_SEKALI_LAIN = (
    "Sama sekali lain dan belum pernah ada sebelumnya di mana pun juga sejak dahulu"
)


@pytest.mark.processes
def test_more_than_half_is_better_a_new_agreement(ruang: Ruang) -> None:
    akar = ruang(DASAR)
    baru = DASAR
    for kata in (
        "Ayat",
        "lingkup",
        "butir",
        "bahwa",
        "Penutup",
        "Baris",
        "Tahap",
        "Isi",
        "Program",
        "Lingkup",
    ):
        baru = baru.replace(kata, f"{SAMA_SEKALI_LAIN} {kata}")
    (akar / "baru.yaml").write_text(baru)
    assert (
        "Lebih dari separuh naskah berubah"
        in run("-C", akar, "adendum", "uji", "--dari", akar / "baru.yaml").stderr
    )


@pytest.mark.processes
@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        (["uji"], "sebut tepat satu: --dari BERKAS atau --perpanjang LAMA"),
        (
            ["uji", "--perpanjang", "1 tahun", "--per", "2026-01-15", "--perbaikan"],
            "perpanjangan bukan perbaikan",
        ),
        (
            ["uji", "--perpanjang", "99 tahun", "--per", "2026-01-15"],
            "jangka waktu menjadi 101 tahun, lebih dari seratus tahun",
        ),
        (
            ["uji", "--perpanjang", "sebentar", "--per", "2026-01-15"],
            "bukan lama atau hari terakhir perpanjangan",
        ),
        (
            ["uji", "--perpanjang", "3 hari kerja", "--per", "2026-01-15"],
            "tidak dapat dijumlahkan",
        ),
        (
            ["uji", "--perpanjang", "1 tahun", "--per", "2026-01-15", "--ganti"],
            "tidak ada konsep adendum yang dapat diganti",
        ),
        (["uji", "--dari", "/tidak/ada"], "tidak dapat dibaca"),
        (
            ["lain", "--perpanjang", "1 tahun", "--per", "2026-01-15"],
            'kesepakatan "lain" tidak ada',
        ),
    ],
)
def test_misuse(ruang: Ruang, isi: list[str], harap: str) -> None:
    akar = ruang(DASAR)
    kode = 2 if harap.startswith(("sebut", "perpanjangan bukan")) else 1
    assert harap in run("-C", akar, "adendum", *isi, kode=kode).stderr


@pytest.mark.processes
def test_konsolidasi_writes_the_working_text(ruang: Ruang) -> None:
    akar = chain(ruang)
    run("-C", akar, "konsolidasi", "uji", "--per", "2025-08-01", "--format", "txt")
    teks = (akar / "output/uji/naskah-konsolidasi.txt").read_text()
    assert teks.splitlines()[:4] == [
        "NASKAH KONSOLIDASI per 1 Agustus 2025. Naskah kerja untuk dibaca, bukan naskah yang ditandatangani.",
        "Memuat Adendum Kesatu, Nomor 9/A/2025, tanggal 1 Maret 2025.",
        "Memuat Adendum Kedua, Nomor 9/A/2025, tanggal 1 Juni 2025.",
        "Tidak memuat Adendum Ketiga (konsep, belum ditandatangani).",
    ]
    assert "(1) Berlaku 5 (lima) tahun. [diubah dengan Adendum Kesatu]" in teks
    assert "Dihapus. [dihapus dengan Adendum Kedua]" in teks
    riwayat = load_riwayat(Workspace(akar), "uji")
    data = data_in_force(riwayat, date(2025, 8, 1))
    assert (
        parse_kesepakatan(data.encode(), "x").kesepakatan
        == riwayat.on(date(2025, 8, 1)).kesepakatan
    )


@pytest.mark.slow
def test_a_consolidation_bears_the_signatures_of_those_who_signed(
    ruang: Ruang, penyusun: Composer
) -> None:
    """Who came later signed the adendum alone; more columns of an annex change it."""
    changes = op("ubah", "para pihak kedua pejabat", "menjadi: NADIA") + op(
        "ubah", "jangka waktu", "menjadi: 5 tahun"
    )
    root = ruang(
        DASAR,
        **{"agreements/uji/adendum-01.yaml": BERTANGGAL.format("2025-03-01") + changes},
    )
    riwayat = load_riwayat(Workspace(root), "uji")
    text = write_txt(compose_konsolidasi(penyusun, riwayat, date(2025, 8, 1), b""))

    body, _, annex = text.decode().partition("ttd.")
    assert "NADIA" in body and "NADIA" not in annex
    assert "BUDI" not in body and "BUDI" in annex
    assert "[diubah dengan Adendum Kesatu]" not in annex.split("CICI")[0]
    assert "[disisipkan" not in text.decode()


@pytest.mark.processes
def test_letters_quote_the_text_in_force(ruang: Ruang) -> None:
    akar = chain(ruang)
    run(
        "-C",
        akar,
        "pemberitahuan",
        "perpanjangan",
        "uji",
        "--tanggal",
        "2028-06-01",
        "--format",
        "txt",
    )
    teks = (
        akar / "output/uji/surat/2028-06-01-pemberitahuan-perpanjangan.txt"
    ).read_text()
    assert "berakhir pada hari Rabu, tanggal 31 Januari 2029" in teks


@pytest.mark.parametrize(
    ("bingkai", "harap"),
    [
        (
            "alasan: ['[[judul]]']\n",
            "alasan[1].teks: kurung siku ganda tidak diisi di sini",
        ),
        ("alasan: [' ']\n", "alasan[1].teks: teks kosong"),
        (
            "para_pihak: [{nomor: '[[x]]'}]\n",
            "para_pihak[1].nomor: kurung siku ganda tidak diisi di sini",
        ),
        (
            "mulai_berlaku: 1999-01-01\n",
            "mulai berlaku (1 Januari 1999) mendahului tanggal kesepakatan (31 Januari 2024)",
        ),
        (
            "penandatanganan: {tanggal: 2025-01-01}\npara_pihak: [{nomor: 1}]\n",
            "tempat belum diisi, padahal adendum sudah bertanggal",
        ),
    ],
)
def test_frame_that_cannot_be(bingkai: str, harap: str) -> None:
    with pytest.raises(FaultyNaskah, match=re.escape(harap)):
        parse_adendum(
            (bingkai + "perubahan:\n" + op("hapus", "Pasal 4")).encode(),
            "a.yaml",
            Riwayat(parse_kesepakatan(DASAR.encode(), "k.yaml")),
        )


@pytest.mark.parametrize(
    "letak", ["pasal 4", "Pasal 3 ayat 3", "Dasar Hukum angka 1", "lampiran program 1"]
)
def test_an_address_may_be_spelled_otherwise(letak: str, penyusun: Composer) -> None:
    (kalimat,) = change_sentences(penyusun, termuat(op("hapus", letak)))
    assert "dihapus" in kalimat and "diubah" not in kalimat


RUJUKAN = DASAR.replace(
    "{judul: EMPAT, isi: Isi pasal empat.}",
    '{judul: EMPAT, isi: "Sesuai [[dalam Pasal jangka_waktu ayat lapor]]."}',
).replace("  - Diberitahukan", "  - kunci: lapor\n    isi: Diberitahukan")


@pytest.mark.processes
def test_what_changes_on_paper_is_always_said(ruang: Ruang, penyusun: Composer) -> None:
    """A number that moves takes the references to it along; what is not on paper is not said at all."""
    akar = ruang(RUJUKAN)
    (akar / "baru.yaml").write_text(
        RUJUKAN.replace("  - Berlaku [[", "  - Ayat paling depan.\n  - Berlaku [[")
    )
    keluar = run("-C", akar, "adendum", "uji", "--dari", akar / "baru.yaml").stdout
    assert "1. Sebelum ayat (1) Pasal 3 disisipkan 1 (satu) ayat" in keluar
    assert "2. Ketentuan Pasal 4 diubah" in keluar
    for satu in (
        op("ubah", "konvensi berakhir", "menjadi: sehari_sebelum"),
        op("ubah", "Pasal 5 kunci", "menjadi: perubahan"),
    ):
        with pytest.raises(FaultyNaskah, match="tidak mengubah bunyi naskah"):
            change_sentences(penyusun, termuat(satu))
    berdua = op("ubah", "para pihak ketiga pejabat", "menjadi: CACA")
    assert change_sentences(penyusun, termuat(berdua)) == [
        "Keterangan mengenai PIHAK KETIGA diubah sehingga berbunyi sebagai berikut:"
    ]
    assert change_sentences(
        penyusun,
        termuat(
            op(
                "ubah",
                "para pihak ketiga jabatan_tanda_tangan",
                "menjadi: PLT. DIREKTUR",
            )
        ),
    ) == ["Tanda tangan PIHAK KETIGA diubah sehingga berbunyi sebagai berikut:"]


@pytest.mark.processes
def test_parties_come_and_go(ruang: Ruang) -> None:
    akar = ruang(DASAR)
    (akar / "baru.yaml").write_text(
        "".join(b for b in DASAR.splitlines(keepends=True) if "Badan C" not in b)
    )
    keluar = run("-C", akar, "adendum", "uji", "--dari", akar / "baru.yaml").stdout
    assert "Keterangan mengenai PIHAK KETIGA dihapus." in keluar
    run("-C", akar, "susun", "uji", "--format", "txt,docx")
    empat = DASAR.replace(
        "kalimat:\n",
        "- {nama: Badan D, pejabat: DODO, jabatan: Kepala, kedudukan: Solo}\nkalimat:\n",
        1,
    )
    (akar / "baru.yaml").write_text(empat)
    keluar = run(
        "-C", akar, "adendum", "uji", "--dari", akar / "baru.yaml", "--ganti"
    ).stdout
    assert (
        "Keterangan mengenai PIHAK KEEMPAT ditambahkan sehingga berbunyi sebagai berikut:"
        in keluar
    )
    run("-C", akar, "susun", "uji", "--format", "txt")


@pytest.mark.slow
def test_title_names_the_instrument_as_it_was(penyusun: Composer) -> None:
    teks = write_all(
        compose_adendum(
            penyusun, termuat(op("ubah", "judul", "menjadi: Nama Baru")), ()
        )
    ).txt
    assert teks.splitlines()[:10] == [
        "ADENDUM KESATU",
        "ATAS",
        "KESEPAKATAN BERSAMA",
        "ANTARA",
        "BADAN A,",
        "BADAN B",
        "DAN",
        "BADAN C",
        "NOMOR 1/A/2024",
        "NOMOR 2/B/2024",
    ]
    assert (
        "Dalam Kesepakatan Bersama tentang Uji, judul" in teks
        and "\nNAMA BARU\n" in teks
    )


@pytest.mark.processes
def test_a_copy_of_an_older_text_does_not_undo_an_adendum(ruang: Ruang) -> None:
    nanti = BERTANGGAL.format("2025-03-01").replace(
        "perubahan", "mulai_berlaku: 2099-01-01\nperubahan"
    ) + op("hapus", "Pasal 4")
    akar = ruang(DASAR, **{"agreements/uji/adendum-01.yaml": nanti})
    for data, kode in (
        (DASAR, 1),
        (run("-C", akar, "konsolidasi", "uji", "--sebagai-data").stdout, 0),
    ):
        (akar / "baru.yaml").write_text(data.replace("Penutup.", "Penutup baru."))
        hasil = run(
            "-C", akar, "adendum", "uji", "--dari", akar / "baru.yaml", kode=kode
        )
    assert hasil.stdout.splitlines()[1:] == [
        "1. Ketentuan Pasal 6 diubah sehingga berbunyi sebagai berikut:"
    ]


@pytest.mark.processes
def test_legal_basis_with_a_label_and_a_bare_pasal_survive(ruang: Ruang) -> None:
    dasar = DASAR.replace("{judul: PENUTUP, isi: Penutup.}", "{isi: Penutup.}").replace(
        'nomor: "28"', 'angka: 1a, nomor: "28"'
    )
    akar = ruang(dasar)
    data = run("-C", akar, "konsolidasi", "uji", "--sebagai-data").stdout
    (akar / "baru.yaml").write_text(data.replace("Kerja Sama Daerah", "Kerja Sama"))
    assert (
        "Dasar hukum angka 1a diubah"
        in run("-C", akar, "adendum", "uji", "--dari", akar / "baru.yaml").stdout
    )


@pytest.mark.parametrize(
    "nama", ["adendum-1.yaml", "adendum-001.yaml", "Adendum-01.yaml", "adendum-01.yml"]
)
def test_misnamed_files_are_not_passed_over(ruang: Ruang, nama: str) -> None:
    akar = ruang(
        DASAR, **{f"agreements/uji/{nama}": "perubahan:\n" + op("hapus", "Pasal 4")}
    )
    with pytest.raises(
        FaultyNaskah,
        match=r"tidak dibaca karena namanya; ganti namanya menjadi adendum-01\.yaml",
    ):
        load_riwayat(Workspace(akar), "uji")


@pytest.mark.processes
def test_letters_cite_the_adenda(ruang: Ruang) -> None:
    akar = chain(ruang)
    run(
        "-C",
        akar,
        "pemberitahuan",
        "perpanjangan",
        "uji",
        "--tanggal",
        "2028-06-01",
        "--format",
        "txt",
    )
    teks = (
        akar / "output/uji/surat/2028-06-01-pemberitahuan-perpanjangan.txt"
    ).read_text()
    assert (
        "tanggal 31 Januari 2024, sebagaimana telah beberapa kali diubah, terakhir dengan "
        "Adendum Kedua, Nomor " in teks
    )


@pytest.mark.processes
def test_substance_is_no_slip(ruang: Ruang) -> None:
    akar = ruang(DASAR)
    (akar / "baru.yaml").write_text(
        DASAR.replace("Isi pasal empat.", "Seluruh aset menjadi milik Badan A.")
    )
    assert (
        "mengubah kata, bukan ejaannya"
        in run(
            "-C",
            akar,
            "adendum",
            "uji",
            "--dari",
            akar / "baru.yaml",
            "--perbaikan",
            kode=1,
        ).stderr
    )
    (akar / "baru.yaml").write_text(
        DASAR.replace("Isi pasal empat.", "Isi dalam pasal empat.")
    )
    run("-C", akar, "adendum", "uji", "--dari", akar / "baru.yaml", "--perbaikan")


def test_a_deleted_item_says_no_second_dan(ruang: Ruang, penyusun: Composer) -> None:
    """Of a, b and c the middle one is taken out, and the officer wrote the rest as a sentence."""
    a = termuat(
        op("ubah", "Pasal 2 huruf b", "menjadi: lingkup b; dan")
        + op("hapus", "Pasal 2 huruf c")
    )
    assert [b.isi for b in a.sesudah.reading.pasal[1].huruf] == [
        "lingkup a;",
        "lingkup b; dan",
        "dihapus;",
        "lingkup d.",
    ]


def test_new_columns_of_the_annex_are_not_hidden_behind_a_row(
    penyusun: Composer,
) -> None:
    dua = op("ubah", "jangka waktu", "menjadi: 4 tahun") + op(
        "ubah", "Lampiran baris 2.1.a kolom output", "menjadi: Y"
    )
    assert change_sentences(penyusun, termuat(dua))[-1].startswith(
        "Lampiran diubah sehingga"
    )


@pytest.mark.processes
def test_what_is_refused_leaves_no_file(ruang: Ruang) -> None:
    akar = ruang(DASAR)
    (akar / "baru.yaml").write_text(DASAR + "konvensi_berakhir: sehari_sebelum\n")
    assert (
        "tidak mengubah bunyi naskah"
        in run(
            "-C", akar, "adendum", "uji", "--dari", akar / "baru.yaml", kode=1
        ).stderr
    )
    assert not (akar / "agreements/uji/adendum-01.yaml").exists()


@pytest.mark.parametrize(
    ("teks", "expect"),
    [
        ("Bahwa terdapat perubahan kebijakan.", "terdapat perubahan kebijakan"),
        ("bahwa  PIHAK KESATU meminta;", "PIHAK KESATU meminta"),
        (
            "terjadi perubahan kebijakan nasional",
            "terjadi perubahan kebijakan nasional",
        ),
        ("bahwasanya begitu", "bahwasanya begitu"),
    ],
)
def test_a_reason_reads_after_bahwa(teks: str, expect: str) -> None:
    assert plain_reason(teks) == expect
