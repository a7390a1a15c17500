"""Letters of notice: what they say, when they are written, and that each is written once."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pypdfium2
import pytest

from baca import docx_lines, unparted
from bureau.test_register import BERTANGGAL, D
from command import run
from conftest import AKAR, CONTOH, Emas
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import record
from notakesepakatan.bureau.surat import publish
from notakesepakatan.cli import catat, daftar, pemberitahuan
from notakesepakatan.compose.surat import PENGAKHIRAN_REASONS
from notakesepakatan.compute.time.register import Status
from notakesepakatan.model.peristiwa import PeristiwaKind
from notakesepakatan.workspace import Workspace

pytestmark = pytest.mark.processes

Ruang = Callable[..., Path]
ISI_CONTOH = (AKAR / "agreements" / CONTOH / "kesepakatan.yaml").read_text()
PENGATURAN = """\
tempat_surat: Kajen
pihak_kami: Pemerintah Kabupaten Pekalongan
tembusan: [Sekretaris Daerah, Inspektur]
kop:
  Pemerintah Kabupaten Pekalongan: [PEMERINTAH KABUPATEN PEKALONGAN, SEKRETARIAT DAERAH, Jalan Alun-Alun Utara Nomor 1 Kajen]
"""


@pytest.fixture
def contoh(ruang: Ruang) -> Path:
    return ruang(ISI_CONTOH, **{"pengaturan.yaml": PENGATURAN})


def test_extension_letter_word_by_word(contoh: Path, emas: Emas) -> None:
    run(
        "-C",
        contoh,
        "pemberitahuan",
        "perpanjangan",
        "uji",
        "--tanggal",
        "2027-02-15",
        "--nomor",
        "500/12/2027",
        "--selama",
        "3 tahun",
        "--uraian",
        "Hasil evaluasi menunjukkan kerja sama berjalan baik.",
        "--format",
        "txt",
    )
    emas(
        "pemberitahuan-perpanjangan",
        (
            contoh / "output/uji/surat/2027-02-15-pemberitahuan-perpanjangan.txt"
        ).read_text(),
    )


def test_termination_letter_word_by_word(contoh: Path, emas: Emas) -> None:
    run(
        "-C",
        contoh,
        "pemberitahuan",
        "pengakhiran",
        "uji",
        "--tanggal",
        "2027-02-15",
        "--dari",
        "kesatu",
        "--alasan",
        "perubahan-peraturan",
        "--kewajiban",
        "pelaporan tahun V",
        "--kewajiban",
        "serah terima data",
        "--berlaku",
        "2027-04-01",
        "--dasar",
        "Peraturan Presiden Nomor 9 Tahun 2027",
        "--balas",
        "2027-03-01",
        "--format",
        "txt",
    )
    emas(
        "pemberitahuan-pengakhiran",
        (
            contoh / "output/uji/surat/2027-02-15-pemberitahuan-pengakhiran.txt"
        ).read_text(),
    )


def test_letter_and_receipt_are_equal_in_every_format(contoh: Path) -> None:
    run("-C", contoh, "pemberitahuan", "perpanjangan", "uji", "--tanggal", "2027-02-15")
    folder = contoh / "output/uji/surat"
    assert len(list(folder.iterdir())) == 6
    for nama in (
        "2027-02-15-pemberitahuan-perpanjangan",
        "2027-02-15-pemberitahuan-perpanjangan-tanda-terima",
    ):
        teks = (folder / f"{nama}.txt").read_text()
        assert docx_lines((folder / f"{nama}.docx").read_bytes()) == teks.splitlines()
        halaman = [
            h.get_textpage().get_text_range()
            for h in pypdfium2.PdfDocument(folder / f"{nama}.pdf")
        ]
        pdf = "".join(
            re.sub(r"\s*\d+\s*$", "", h.replace("\ufffe", "-")) for h in halaman
        )
        assert unparted(re.sub(r"\s", "", pdf)) == unparted(re.sub(r"\s", "", teks))


def test_clauses_are_found_by_role_not_by_number(ruang: Ruang) -> None:
    """A pasal put in front moves the term to Pasal 7, and the letter follows."""
    akar = ruang(
        ISI_CONTOH.replace("pasal:\n", "pasal:\n- judul: BARU\n  isi: Baru.\n", 1)
    )
    run(
        "-C",
        akar,
        "pemberitahuan",
        "perpanjangan",
        "uji",
        "--tanggal",
        "2027-02-15",
        "--format",
        "txt",
    )
    teks = (
        akar / "output/uji/surat/2027-02-15-pemberitahuan-perpanjangan.txt"
    ).read_text()
    assert (
        'Pasal 7 ayat (2) Nota Kesepakatan berbunyi: "Nota Kesepakatan ini dapat diakhiri'
        in teks
    )
    assert "Pasal 6" not in teks


def test_a_renamed_party_is_addressed_by_its_name_today(ruang: Ruang) -> None:
    akar = ruang(
        ISI_CONTOH.replace(
            "  nomor: 40/KA",
            "  riwayat_nama:\n  - {nama: Kementerian Uji, sejak: 2024-11-05, dasar: Perpres}\n  nomor: 40/KA",
            1,
        )
    )
    for tanggal, ada in (("2024-11-04", False), ("2024-11-05", True)):
        run(
            "-C",
            akar,
            "pemberitahuan",
            "perpanjangan",
            "uji",
            "--dari",
            "kedua",
            "--tanggal",
            tanggal,
            "--format",
            "txt",
        )
        teks = (
            akar / f"output/uji/surat/{tanggal}-pemberitahuan-perpanjangan.txt"
        ).read_text()
        assert (
            "Kementerian Uji (dahulu Badan Pelindungan Pekerja Migran Indonesia)"
            in teks
        ) is ada


def test_a_late_letter_says_so_and_is_still_written(contoh: Path) -> None:
    hasil = run(
        "-C",
        contoh,
        "pemberitahuan",
        "perpanjangan",
        "uji",
        "--tanggal",
        "2027-03-17",
        "--format",
        "txt",
    )
    assert "sesudah batas pemberitahuan 2027-03-16" in hasil.stderr
    assert (
        contoh / "output/uji/surat/2027-03-17-pemberitahuan-perpanjangan.txt"
    ).exists()
    hasil = run(
        "-C",
        contoh,
        "pemberitahuan",
        "perpanjangan",
        "uji",
        "--tanggal",
        "2027-03-10",
        "--format",
        "txt",
    )
    assert "sesudah hari aman 2027-03-05" in hasil.stderr


@pytest.mark.parametrize(
    ("isi", "kode", "expect"),
    [
        (["perpanjangan", "uji", "--tanggal", "2027-06-17"], 1, "statusnya berakhir"),
        (["perpanjangan", "uji", "--tanggal", "2022-06-15"], 1, "statusnya konsep"),
        (
            ["pengakhiran", "uji", "--tanggal", "2027-01-01"],
            2,
            "pengakhiran memerlukan --alasan",
        ),
        (
            ["pengakhiran", "uji", "--alasan", "ganti-bupati"],
            2,
            "bukan salah satu dari",
        ),
        (
            ["perpanjangan", "uji", "--dari", "ketiga"],
            2,
            'pihak "ketiga" tidak ada; pilih salah satu: kesatu, kedua',
        ),
        (
            ["perpanjangan", "uji", "--tanggal", "2027-01-01", "--selama", "lama"],
            1,
            '"lama": bukan jangka waktu',
        ),
        (["perpanjangan", "tak-ada"], 1, "tidak ada di agreements/"),
    ],
)
def test_letters_that_cannot_be(
    contoh: Path, isi: list[str], kode: int, expect: str
) -> None:
    assert (
        expect
        in run("-C", contoh, "pemberitahuan", *isi, "--format", "txt", kode=kode).stderr
    )
    assert not (contoh / "output/uji").exists()


@pytest.mark.slow
@pytest.mark.parametrize("langkah", [1, 7, 45])
def test_every_notice_is_published_once_and_none_is_missed(
    ruang: Ruang, langkah: int
) -> None:
    """Every day from November 2026 to July 2027, also with days skipped: three agreements, each its letter, once."""
    akhir = {
        "uji": "2022-06-16",
        "dua": "2022-03-01",
        "tiga": "2021-12-20",
        "konsep": "",
    }
    akar = ruang(
        BERTANGGAL,
        **{
            f"agreements/{slug}/kesepakatan.yaml": BERTANGGAL.replace(
                "2022-06-16", mulai
            )
            if mulai
            else BERTANGGAL.split("penandatanganan")[0]
            for slug, mulai in akhir.items()
            if slug != "uji"
        },
    )
    kerja, hari = Workspace(akar), D("2026-11-01")
    ditulis: list[tuple[str, date]] = []
    while hari <= D("2027-07-01"):
        for satu in publish(Office(kerja), hari, ("txt",)):
            assert not satu.failed, satu.keterangan
            if satu.files:
                ditulis.append((satu.slug, hari))
        assert not any(satu.files for satu in publish(Office(kerja), hari, ("txt",))), (
            "a second run on the day writes nothing"
        )
        hari += timedelta(days=langkah)
    assert sorted(slug for slug, _ in ditulis) == ["dua", "tiga", "uji"]
    # safe days 2027-03-05, 2026-11-30 and 2026-09-18, less a lead of 30 days: the first run on or after that
    mulai = {"uji": D("2027-02-03"), "dua": D("2026-10-31"), "tiga": D("2026-08-19")}
    for slug, hari in ditulis:
        assert (
            max(mulai[slug], D("2026-11-01"))
            <= hari
            <= max(mulai[slug], D("2026-11-01")) + timedelta(days=langkah)
        )


def test_terbitkan_says_what_it_wrote_and_left(contoh: Path) -> None:
    assert (
        run("-C", contoh, "terbitkan", "--per", "2027-01-01", "--format", "txt").stdout
        == "0 surat disusun.\n"
    )
    hasil = run("-C", contoh, "terbitkan", "--per", "2027-02-10", "--format", "txt")
    assert "2027-02-10-pemberitahuan-perpanjangan.txt" in hasil.stdout
    assert "1 surat disusun." in hasil.stdout
    teks = (
        contoh / "output/uji/surat/2027-02-10-pemberitahuan-perpanjangan.txt"
    ).read_text()
    assert (
        "Pemerintah Kabupaten Pekalongan selaku PIHAK KEDUA bermaksud memperpanjang"
        in teks
    ), "our own office sends it"
    lagi = run("-C", contoh, "terbitkan", "--per", "2027-02-11", "--format", "txt")
    assert (
        "uji: surat sudah disusun; menunggu tanda terima, hari aman 2027-03-05"
        in lagi.stdout
    )
    record(
        Office(Workspace(contoh)),
        "uji",
        {
            "jenis": "pemberitahuan_diterima",
            "tanggal": "2027-02-12",
            "perihal": "perpanjangan",
            "dari": "kedua",
        },
    )
    assert (
        run("-C", contoh, "terbitkan", "--per", "2027-02-13", "--format", "txt").stdout
        == "0 surat disusun.\n"
    )


def test_terbitkan_serves_the_others(contoh: Path) -> None:
    rusak = contoh / "agreements/rusak"
    rusak.mkdir()
    (rusak / "kesepakatan.yaml").write_text("jdul: x\n")
    hasil = run(
        "-C", contoh, "terbitkan", "--per", "2027-02-10", "--format", "txt", kode=1
    )
    assert "1 surat disusun." in hasil.stdout
    assert "rusak/kesepakatan.yaml:1:1" in hasil.stderr


BELUM_PASTI = ISI_CONTOH.replace("tanggal: 2022-06-16", "tanggal: 2023-01-20")
"""Ends on 20 January 2028, a notice is due by 20 October; a reply may fall into 2028."""


def _letter(akar: Path, perihal: str, tanggal: str, *pilihan: str) -> tuple[str, str]:
    """The words of a letter, and what the command says of it."""
    alasan = ("--alasan", "tujuan-tercapai") if perihal == "pengakhiran" else ()
    hasil = run(
        *("-C", akar, "pemberitahuan", perihal, "uji", "--tanggal", tanggal),
        *("--format", "txt", *alasan, *pilihan),
    )
    berkas = Path(hasil.stdout.splitlines()[0])
    assert berkas.name.startswith(f"{tanggal}-pemberitahuan-{perihal}")
    return berkas.read_text(), hasil.stderr


def test_a_reply_day_in_doubt_is_said_in_words(ruang: Ruang) -> None:
    akar = ruang(BELUM_PASTI, **{"pengaturan.yaml": PENGATURAN})
    teks, pesan = _letter(akar, "perpanjangan", "2027-12-17")
    assert (
        "tanggapan tertulis paling lambat 14 (empat belas) hari kerja sejak tanggal surat ini."
        in teks
    )
    assert "yaitu tanggal 20 Oktober 2027." in teks, "this day is certain"
    assert (
        'Surat menyebut batas tanggapan "14 (empat belas) hari kerja sejak tanggal surat ini" '
        "tanpa tanggalnya, karena hari libur tahun 2028 masih sementara."
    ) in pesan
    teks, pesan = _letter(akar, "perpanjangan", "2027-12-17", "--balas", "2028-01-10")
    assert "tanggapan tertulis paling lambat tanggal 10 Januari 2028." in teks
    assert "batas tanggapan" not in pesan, "the officer has said the day"
    (akar / "hari-libur.yaml").write_text("keputusan: {2028: SK Uji}\n")
    teks, pesan = _letter(akar, "perpanjangan", "2027-12-17")
    assert "tanggapan tertulis paling lambat tanggal 7 Januari 2028." in teks
    assert "sementara" not in pesan


def test_a_letter_names_no_day_in_doubt_as_certain(ruang: Ruang) -> None:
    isi = BERTANGGAL.replace("pemberitahuan: 3 bulan", "pemberitahuan: 30 hari kerja")
    isi = isi.replace("jangka_waktu: 5 tahun", "jangka_waktu: 1000 hari kerja")
    isi = isi.replace("tanggal: 2022-06-16", "tanggal: 2024-06-16")
    akar = ruang(isi)
    teks, pesan = _letter(akar, "pengakhiran", "2027-06-01")
    assert "jangka waktu Nota Kesepakatan tersebut diperkirakan berakhir pada" in teks
    assert "30 (tiga puluh) hari kerja sebelum jangka waktu berakhir." in teks
    assert "Nota Kesepakatan tersebut setelah jangka waktunya berakhir" in teks
    assert "Surat tidak menyebut tanggal batas pemberitahuan" in pesan
    assert "akhir jangka waktu sebagai perkiraan" in pesan


def test_terbitkan_says_what_is_in_doubt(ruang: Ruang) -> None:
    isi = ISI_CONTOH.replace("tanggal: 2022-06-16", "tanggal: 2023-06-16")
    akar = ruang(isi, **{"pengaturan.yaml": PENGATURAN})
    terbitkan = ("-C", akar, "terbitkan", "--format", "txt", "--per")
    hasil = run(*terbitkan, "2028-02-20").stdout
    assert "uji: Rancangan adendum perpanjangan belum ada" in hasil
    assert "Surat menyebut batas tanggapan" in hasil
    hasil = run(*terbitkan, "2028-02-21").stdout
    assert "menunggu tanda terima, hari aman 2028-03-15 (sementara)\n" in hasil
    assert "Tanggal bertanda (sementara) dapat berubah: hari libur tahun 2028" in hasil


def test_nobody_elses_letter_is_written(contoh: Path) -> None:
    """An office that is no party of an agreement sends no letter in a party's name."""
    (contoh / "pengaturan.yaml").write_text("pihak_kami: Pemerintah Kota Lain\n")
    hasil = run(
        "-C", contoh, "terbitkan", "--per", "2027-02-10", "--format", "txt", kode=1
    )
    assert (
        'pihak_kami "Pemerintah Kota Lain" bukan pihak kesepakatan ini' in hasil.stderr
    )
    assert not (contoh / "output/uji/surat").exists()


def test_our_name_is_known_in_any_case_and_spacing(contoh: Path) -> None:
    """Settings that say the same name in capitals give the same letter, head and all."""
    said = ("-C", contoh, "pemberitahuan", "perpanjangan", "uji", "--tanggal")
    letter = "output/uji/surat"
    run(*said, "2027-02-10", "--format", "txt")
    before = {file.name: file.read_text() for file in (contoh / letter).iterdir()}
    name = "Pemerintah Kabupaten Pekalongan"
    settings = PENGATURAN.replace(name, name.upper().replace(" ", "  "))
    (contoh / "pengaturan.yaml").write_text(settings)
    run(*said, "2027-02-10", "--format", "txt")
    assert {f.name: f.read_text() for f in (contoh / letter).iterdir()} == before
    run(*said, "2027-02-10", "--format", "txt", "--dari", "KEDUA")


def test_a_run_for_an_earlier_day_writes_nothing_again(contoh: Path) -> None:
    assert (
        "1 surat disusun."
        in run(
            "-C", contoh, "terbitkan", "--per", "2027-02-20", "--format", "txt"
        ).stdout
    )
    assert (
        "0 surat disusun."
        in run(
            "-C", contoh, "terbitkan", "--per", "2027-02-10", "--format", "txt"
        ).stdout
    )


def test_choices_of_the_commands_are_those_of_the_model() -> None:
    """The commands name them again so as not to load the model for a help text."""
    assert get_args(PeristiwaKind) == catat._KIND
    assert get_args(Status) == daftar._STATUS
    assert set(PENGAKHIRAN_REASONS) == set(pemberitahuan._REASON)


def test_the_program_never_says_that_nothing_is_owed(contoh: Path) -> None:
    run(
        "-C",
        contoh,
        "pemberitahuan",
        "pengakhiran",
        "uji",
        "--tanggal",
        "2027-02-15",
        "--alasan",
        "tujuan-tercapai",
        "--format",
        "txt",
    )
    teks = (
        contoh / "output/uji/surat/2027-02-15-pemberitahuan-pengakhiran.txt"
    ).read_text()
    assert (
        "4. Berdasarkan ketentuan Pasal 6 ayat (3) Nota Kesepakatan, kewajiban yang telah timbul dan belum diselesaikan tetap harus diselesaikan."
        in teks
    )
    assert "tidak ada kewajiban" not in teks


@pytest.mark.parametrize("day", [(), ("--berlaku", "2027-06-16")])
def test_what_ends_an_agreement_early_needs_its_day(
    contoh: Path, day: tuple[str, ...]
) -> None:
    """A term that runs out is not ended by agreement; the last day of the term is no
    earlier day.
    """
    words = "pemberitahuan pengakhiran uji --tanggal 2027-02-15 --format txt --alasan"
    for reason in ("kesepakatan", "perubahan-peraturan", "objek-hilang"):
        result = run("-C", contoh, *words.split(), reason, *day, kode=1)
        assert "sebelum jangka waktunya habis (2027-06-16)" in result.stderr
        assert "--berlaku TANGGAL" in result.stderr
    assert not (contoh / "output/uji/surat").exists()
    for reason in ("jangka-waktu", "tujuan-tercapai"):
        run("-C", contoh, *words.split(), reason, *day)


def test_a_law_that_changed_is_named_or_asked_for(contoh: Path) -> None:
    words = "pemberitahuan pengakhiran uji --tanggal 2027-02-15 --berlaku 2027-04-01"
    words += " --format txt --alasan perubahan-peraturan"
    assert "tanpa peraturannya" in run("-C", contoh, *words.split()).stderr
    named = (*words.split(), "--dasar", "Undang-Undang Nomor 1 Tahun 2027")
    written = run("-C", contoh, *named)
    assert "tanpa peraturannya" not in written.stderr
    text = Path(written.stdout.splitlines()[0]).read_text()
    assert "dilaksanakan, yaitu Undang-Undang Nomor 1 Tahun 2027. Pengakhiran" in text
    assert "sesuai dengan ketentuan Pasal 6 ayat (4) Nota Kesepakatan." in text


def test_a_party_with_two_addresses_is_two_recipients_and_one_receipt(
    contoh: Path,
) -> None:
    run("-C", contoh, "pemberitahuan", "perpanjangan", "uji", "--tanggal", "2027-02-15")
    folder = contoh / "output/uji/surat"
    letter = (folder / "2027-02-15-pemberitahuan-perpanjangan.txt").read_text()
    office = "Kepala Badan Pelindungan Pekerja Migran Indonesia\nu.p. Kepala"
    assert f"Yth.:\n1. {office} Biro" in letter
    assert f"\n2. {office} Unit" in letter
    name = "2027-02-15-pemberitahuan-perpanjangan-tanda-terima.txt"
    assert (folder / name).read_text().count("TANDA TERIMA SURAT") == 1


LONGER = """\
jenis: adendum
penandatanganan: {tanggal: 2027-01-10, tempat: Jakarta}
mulai_berlaku: 2027-05-01
para_pihak: [{nomor: 1}, {nomor: 2}]
perubahan:
- {tindakan: ubah, letak: jangka_waktu, menjadi: 6 tahun}
"""


def test_a_signed_extension_that_is_to_come_is_told(contoh: Path) -> None:
    words = "pemberitahuan perpanjangan uji --tanggal 2027-02-15 --format txt"
    assert "belum mulai berlaku" not in run("-C", contoh, *words.split()).stderr
    (contoh / "agreements/uji/adendum-01.yaml").write_text(LONGER)
    told = run("-C", contoh, *words.split()).stderr
    assert "Adendum Kesatu (2027-05-01) yang belum mulai berlaku" in told
    after = words.replace("2027-02-15", "2027-05-02")
    assert "belum mulai berlaku" not in run("-C", contoh, *after.split()).stderr
