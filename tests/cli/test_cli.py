"""The command as an officer runs it: what is printed, what is written, what is refused."""

import gettext
import importlib
import pkgutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

import notakesepakatan
from command import NOTA, run, run_apart
from conftest import AKAR, MINIMAL
from notakesepakatan.cli import cli
from notakesepakatan.errors import NotaError
from notakesepakatan.model.kesepakatan import Rangkap

pytestmark = pytest.mark.processes

Ruang = Callable[..., Path]


def test_help_is_indonesian_whatever_the_locale() -> None:
    bantuan = run_apart("--help").stdout
    assert "Pemakaian: nota [PILIHAN] PERINTAH" in bantuan
    for kata in ("Usage", "Options", "Commands", "Show this", "--help  Show"):
        assert kata not in bantuan
    assert "Pilihan:" in run_apart("susun", "--help").stdout


@pytest.mark.parametrize(
    ("isi", "expect"),
    [
        (["susn"], "Perintah 'susn' tidak ada"),
        (["susun", "--formt", "pdf"], "Mungkin maksudnya '--format'?"),
        (
            ["susun", "--format", "exe"],
            '"exe" tidak dikenal; pilih dari docx, pdf, txt, html',
        ),
        (["susun", "--ke"], "'--ke' meminta nilai"),
        (["mulai"], "Isian belum ada 'FOLDER'"),
        (["baru", "x", "--jawaban", "/tidak/ada"], "'/tidak/ada' tidak ada"),
    ],
)
def test_misuse_is_said_in_indonesian(isi: list[str], expect: str) -> None:
    assert expect in run(*isi, kode=2).stderr


def test_susun_writes_all_formats_but_html(ruang: Ruang) -> None:
    akar = ruang()
    hasil = run_apart("-C", akar, "susun")
    berkas = sorted(b.name for b in (akar / "output/uji").iterdir())
    assert berkas == [
        "nota-kesepakatan.docx",
        "nota-kesepakatan.pdf",
        "nota-kesepakatan.txt",
    ]
    assert len(hasil.stdout.splitlines()) == 3
    assert hasil.stderr == ""


def test_susun_format_folder_and_name_of_the_instrument(
    ruang: Ruang, tmp_path: Path
) -> None:
    akar = ruang(MINIMAL.replace("Nota Kesepakatan", "Perjanjian Kerja Sama"))
    run("-C", akar, "susun", "uji", "--format", "txt,html", "--ke", tmp_path / "lain")
    assert sorted(b.name for b in (tmp_path / "lain/uji").iterdir()) == [
        "perjanjian-kerja-sama.html",
        "perjanjian-kerja-sama.txt",
    ]
    hasil = run("-C", akar, "susun", "--dokumen", "nota-kesepakatan", kode=2)
    assert "tidak ada dokumen bernama nota-kesepakatan" in hasil.stderr
    assert "data pokok" not in hasil.stderr


def test_one_bad_agreement_does_not_stop_the_others(ruang: Ruang) -> None:
    akar = ruang(
        **{
            "agreements/rusak/kesepakatan.yaml": MINIMAL.replace(
                "judul: Uji", "jdul: Uji"
            )
        }
    )
    hasil = run("-C", akar, "susun", "--format", "txt", kode=1)
    assert (akar / "output/uji/nota-kesepakatan.txt").exists()
    assert not (akar / "output/rusak").exists()
    assert (
        f"{akar}/agreements/rusak/kesepakatan.yaml:2:1: jdul: kunci tidak dikenal"
        in hasil.stderr
    )
    assert "1 dari 2 kesepakatan bermasalah." in hasil.stderr


def test_a_bad_edit_leaves_the_good_document(ruang: Ruang) -> None:
    akar = ruang()
    run("-C", akar, "susun", "--format", "txt,docx")
    sebelum = {b.name: b.read_bytes() for b in (akar / "output/uji").iterdir()}
    ruang(MINIMAL + "asing: 1\n")
    run("-C", akar, "susun", "--format", "txt,docx", kode=1)
    assert {b.name: b.read_bytes() for b in (akar / "output/uji").iterdir()} == sebelum


@pytest.mark.parametrize(
    "slug", ["../uji", "..", "/etc", "uji/../uji", "Uji", "a b", "uji\n", ".git", "ují"]
)
def test_slugs_do_not_leave_the_folder(ruang: Ruang, slug: str) -> None:
    assert (
        "bukan nama kesepakatan yang sah"
        in run("-C", ruang(), "susun", slug, "--format", "txt", kode=1).stderr
    )


def test_baru_does_not_write_through_a_link(
    ruang: Ruang, tmp_path_factory: pytest.TempPathFactory
) -> None:
    akar, luar = ruang(), tmp_path_factory.mktemp("luar")
    (akar / "agreements/pintas").symlink_to(luar)
    hasil = run(
        "-C",
        akar,
        "baru",
        "pintas",
        "--judul",
        "J",
        "--pihak",
        "A;B",
        "--pihak",
        "C;D",
        kode=1,
    )
    assert "bukan nama kesepakatan yang sah" in hasil.stderr
    assert not list(luar.iterdir())


def test_streams_that_are_not_there(ruang: Ruang) -> None:
    """Closed standard input and error: no fault of the program."""
    akar = ruang()
    for tutup, kode in (("<&-", 1), ("2>&-", 0)):
        perintah = (
            f"{NOTA} -C {akar} "
            + ("baru y --judul a" if tutup == "<&-" else "susun --format txt")
            + f" {tutup}"
        )
        hasil = subprocess.run(["bash", "-c", perintah], capture_output=True, text=True)
        assert hasil.returncode == kode, hasil.stderr
        assert "Kesalahan di dalam program" not in hasil.stderr


def test_a_file_in_place_of_the_output_folder(ruang: Ruang) -> None:
    akar = ruang()
    (akar / "output").mkdir()
    (akar / "output/uji").write_text("x")
    assert (
        "ada berkas di tempat folder"
        in run("-C", akar, "susun", "--format", "txt", kode=1).stderr
    )


def test_a_link_out_of_the_workspace_is_refused(
    ruang: Ruang, tmp_path_factory: pytest.TempPathFactory
) -> None:
    akar = ruang()
    luar = tmp_path_factory.mktemp("luar")
    (luar / "kesepakatan.yaml").write_text(MINIMAL)
    (akar / "agreements/pintas").symlink_to(luar)
    assert (
        "menunjuk ke luar ruang kerja"
        in run("-C", akar, "susun", "pintas", "--format", "txt", kode=1).stderr
    )


def test_missing_agreement_and_workspace(ruang: Ruang, tmp_path: Path) -> None:
    assert (
        'kesepakatan "tak-ada" tidak ada di agreements/; yang ada: uji'
        in run("-C", ruang(), "susun", "tak-ada", "--format", "txt", kode=1).stderr
    )
    assert "bukan ruang kerja" in run("-C", tmp_path / "kosong", "susun", kode=1).stderr


def test_unwritable_output(ruang: Ruang) -> None:
    akar = ruang()
    (akar / "output").write_text("bukan folder")
    hasil = run("-C", akar, "susun", "--format", "txt", kode=1)
    assert "tidak dapat ditulis" in hasil.stderr
    assert "periksa izin folder" in hasil.stderr


def test_missing_system_library_is_one_clear_sentence(
    ruang: Ruang, tmp_path: Path
) -> None:
    """A WeasyPrint that fails to load as it does without Pango: the other formats are written, the remedy is named."""
    palsu = tmp_path / "palsu" / "weasyprint"
    palsu.mkdir(parents=True)
    (palsu / "__init__.py").write_text(
        "raise OSError('cannot load library libgobject-2.0-0')"
    )
    akar = ruang()
    hasil = run_apart("-C", akar, "susun", kode=1, PYTHONPATH=str(palsu.parent))
    assert (
        "Pustaka Pango, yang dibutuhkan untuk membuat PDF, tidak ditemukan"
        in hasil.stderr
    )
    assert "sudo apt-get install libpango-1.0-0" in hasil.stderr
    assert sorted(b.suffix for b in (akar / "output/uji").iterdir()) == [
        ".docx",
        ".txt",
    ]
    assert (
        "KURANG  Pango (PDF)"
        in run_apart("periksa-sistem", kode=1, PYTHONPATH=str(palsu.parent)).stdout
    )


def test_periksa_sistem() -> None:
    assert "Pango (PDF): WeasyPrint" in run("periksa-sistem").stdout


def test_a_character_no_font_has(ruang: Ruang) -> None:
    akar = ruang(MINIMAL.replace("isi: Isi.", "isi: Isi \U0001f389 dan \u1805."))
    hasil = run("-C", akar, "susun", "--format", "docx", kode=1)
    assert (
        "kesepakatan.yaml:19:8: pasal[1].isi: tidak ada huruf terpasang yang memuat"
        in hasil.stderr
    )
    assert not (akar / "output/uji").exists()


def test_an_unforeseen_fault_is_no_traceback(ruang: Ruang, tmp_path: Path) -> None:
    palsu = tmp_path / "palsu"
    palsu.mkdir()
    (palsu / "babel.py").write_text("raise RuntimeError('rusak')")
    hasil = run_apart(
        "-C", ruang(), "susun", "--format", "txt", kode=70, PYTHONPATH=str(palsu)
    )
    assert "Kesalahan di dalam program (RuntimeError: rusak)" in hasil.stderr


def test_rangkap_marks_holders_stamps_and_archive(ruang: Ruang) -> None:
    isi = MINIMAL.replace(
        "pasal:",
        "rangkap: {arsip: 1, penyimpan_arsip: Arsip Daerah, paraf_hierarki: [Kepala Bagian, Sekda]}\npasal:",
    )
    akar = ruang(isi)
    run("-C", akar, "susun", "--rangkap", "--format", "txt")
    first = akar / "output/uji/nota-kesepakatan-rangkap-1.txt"
    assert "Rangkap kesatu" not in first.read_text()
    (akar / "pengaturan.yaml").write_text("penanda_rangkap: ya\n")
    run("-C", akar, "susun", "--rangkap", "--format", "txt")
    satu, dua, tiga = (
        (akar / f"output/uji/nota-kesepakatan-rangkap-{n}.txt").read_text().splitlines()
        for n in (1, 2, 3)
    )
    assert satu[0] == "Rangkap kesatu dari 3 (tiga), dipegang oleh PIHAK KESATU"
    assert dua[0] == "Rangkap kedua dari 3 (tiga), dipegang oleh PIHAK KEDUA"
    assert tiga[0] == "Rangkap ketiga dari 3 (tiga), disimpan oleh Arsip Daerah"
    assert "\tMeterai Rp10.000,00" in satu, (
        "the original of the first party bears the stamp at the second's signature"
    )
    assert "Meterai Rp10.000,00\t" in dua
    assert not any("Meterai" in baris for baris in tiga)
    assert tiga[-4:] == [
        "PARAF HIERARKI",
        "Jabatan\tParaf\tTanggal",
        "Kepala Bagian\t\t",
        "Sekda\t\t",
    ]


def _of_rangkap(ruang: Ruang, rangkap: str) -> Path:
    isi = MINIMAL.replace("pasal:", f"rangkap: {rangkap}\npasal:", 1).replace(
        "Isi.", '"Disimpan [[rangkap.penyimpan_arsip]]."'
    )
    akar = ruang(isi, **{"pengaturan.yaml": "penanda_rangkap: ya\n"})
    run("-C", akar, "susun", "--rangkap", "--format", "txt")
    return akar / "output/uji"


def test_archive_copies_go_to_each_of_their_keepers(ruang: Ruang) -> None:
    folder = _of_rangkap(ruang, "{arsip: 2, penyimpan_arsip: [TKKSD, Biro Hukum]}")
    tiga, empat = (
        (folder / f"nota-kesepakatan-rangkap-{n}.txt").read_text() for n in (3, 4)
    )
    assert "Rangkap ketiga dari 4 (empat), disimpan oleh TKKSD" in tiga
    assert "Rangkap keempat dari 4 (empat), disimpan oleh Biro Hukum" in empat
    assert "Disimpan TKKSD dan Biro Hukum." in empat
    held = run("-C", folder.parents[1], "rangkap", "uji").stdout
    assert "4  Biro Hukum  tanpa meterai, paraf hierarki  belum" in held


@pytest.mark.parametrize(
    ("pada", "marked"), [("arsip", "3"), ("semua", "123-"), ("tanpa", "")]
)
def test_the_table_of_paraf_stands_where_it_is_wanted(
    ruang: Ruang, pada: str, marked: str
) -> None:
    folder = _of_rangkap(ruang, f"{{arsip: 1, penyimpan_arsip: A, paraf_pada: {pada}}}")
    run("-C", folder.parents[1], "susun", "--format", "txt")
    names = {"1": "-rangkap-1", "2": "-rangkap-2", "3": "-rangkap-3", "-": ""}
    bearing = [
        key
        for key, name in names.items()
        if "PARAF HIERARKI" in (folder / f"nota-kesepakatan{name}.txt").read_text()
    ]
    assert "".join(bearing) == marked


def test_more_keepers_than_archive_copies_are_refused(ruang: Ruang) -> None:
    rangkap = "rangkap: {arsip: 1, penyimpan_arsip: [TKKSD, Biro Hukum]}\npasal:"
    akar = ruang(MINIMAL.replace("pasal:", rangkap, 1))
    said = run("-C", akar, "susun", "--format", "txt", kode=1).stderr
    assert (
        "rangkap.penyimpan_arsip: penyimpan arsip 2, padahal rangkap arsipnya 1" in said
    )


def test_a_single_keeper_is_kept_as_the_text_it_was() -> None:
    """Hashes that adenda keep of a text are made of it."""
    dumped = Rangkap(penyimpan_arsip="TKKSD").model_dump(mode="json")
    assert dumped["penyimpan_arsip"] == "TKKSD"


def test_mulai_goes_on_where_it_was_killed(tmp_path: Path) -> None:
    """The folders are there, and neither settings nor any agreement."""
    for name in ("agreements", "templates", "output"):
        (tmp_path / name).mkdir()
    run("mulai", tmp_path)
    assert (tmp_path / "pengaturan.yaml").exists()
    assert "sudah ruang kerja" in run("mulai", tmp_path, kode=1).stderr


def test_mulai_baru_susun(tmp_path: Path) -> None:
    """From an empty folder to a document, by options alone."""
    kerja = tmp_path / "kerja"
    run("mulai", kerja)
    assert {b.name for b in kerja.iterdir()} == {
        "agreements",
        "templates",
        "output",
        "pengaturan.yaml",
        ".meja",
    }
    assert "sudah ruang kerja" in run("mulai", kerja, kode=1).stderr
    pihak = [
        "--pihak",
        "Kementerian Uji; Menteri",
        "--pihak",
        "Kabupaten Uji; Bupati; Jalan Raya 1; NAMA",
        "--pihak",
        "Universitas; Rektor",
    ]
    run(
        "-C",
        kerja,
        "baru",
        "uji-2027",
        "--judul",
        'Uji "Coba" #1: {{x}}',
        *pihak,
        "--jangka-waktu",
        "18 bulan",
    )
    run("-C", kerja, "susun", "--format", "txt,docx,pdf")
    teks = (kerja / "output/uji-2027/nota-kesepakatan.txt").read_text()
    for kata in (
        "18 (delapan belas) bulan",
        "PIHAK KETIGA",
        "Jalan Raya 1",
        'Uji "Coba" #1: {{x}}',
        "\tI\tII\tPIHAK KESATU",
    ):
        assert kata in teks
    assert "[[" not in teks
    assert (
        "sudah ada"
        in run("-C", kerja, "baru", "uji-2027", "--judul", "x", *pihak, kode=1).stderr
    )


def test_baru_says_what_is_missing_or_wrong(ruang: Ruang) -> None:
    akar = ruang()
    assert (
        "jawaban judul: kunci wajib belum ada"
        in run(
            "-C", akar, "baru", "x", "--pihak", "A;B", "--pihak", "C;D", kode=1
        ).stderr
    )
    assert (
        "para_pihak: hanya 1 isi, paling sedikit 2"
        in run("-C", akar, "baru", "x", "--judul", "J", "--pihak", "A;B", kode=1).stderr
    )
    assert (
        "tulis NAMA; JABATAN"
        in run("-C", akar, "baru", "x", "--pihak", "A", kode=2).stderr
    )
    hasil = run(
        "-C",
        akar,
        "baru",
        "x",
        "--judul",
        "J",
        "--pihak",
        "A;B",
        "--pihak",
        "C;D",
        "--jangka-waktu",
        "lama",
        kode=1,
    )
    assert '"lama": bukan jangka waktu' in hasil.stderr
    assert not (akar / "agreements/x").exists()


def test_baru_with_names_of_the_parties(ruang: Ruang) -> None:
    akar = ruang()
    pihak = ("--pihak", "A; Kepala;;; PENYEDIA", "--pihak", "B; Ketua")
    run("-C", akar, "baru", "x", "--judul", "J", *pihak, "--sebutan-bersama", "MITRA")
    data = yaml.safe_load((akar / "agreements/x/kesepakatan.yaml").read_text())
    assert [p.get("sebutan") for p in data["para_pihak"]] == ["PENYEDIA", None]
    assert data["sebutan_bersama"] == "MITRA"


def test_baru_from_a_file_of_answers(ruang: Ruang) -> None:
    akar = ruang(
        **{
            "jawaban.yaml": "judul: Dari Berkas\npara_pihak:\n- {nama: A, jabatan: B}\n- {nama: C, jabatan: D}\n"
        }
    )
    run(
        "-C", akar, "baru", "x", "--jawaban", akar / "jawaban.yaml", "--tempat", "Bogor"
    )
    run("-C", akar, "susun", "x", "--format", "txt")
    assert (
        "ditandatangani di Bogor"
        in (akar / "output/x/nota-kesepakatan.txt").read_text()
    )
    (akar / "salah.yaml").write_text("judul: x\npara_phak: []\n")
    assert (
        "salah.yaml:2:1: para_phak: kunci tidak dikenal"
        in run("-C", akar, "baru", "y", "--jawaban", akar / "salah.yaml", kode=1).stderr
    )


def test_baru_asks_for_the_wording_of_clauses_that_have_several(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch
) -> None:
    akar = ruang()
    pihak = ["Badan {}", "Ketua", *[""] * 10]
    answers = [
        *(word.format("A") for word in pihak),
        *(word.format("B") for word in pihak),
        *["tidak", "", "", "", "", "", "", ""],
        *["teguran keras", "denda", ""],
    ]
    said = ["--instrumen", "pks-ksdpk", "--judul", "Judul", "--induk", "KB"]
    monkeypatch.setattr("notakesepakatan.cli.baru.is_interactive", lambda: True)
    result: Result = CliRunner().invoke(
        cli,
        ["-C", str(akar), "baru", "ragam-2027", *said, "--lingkup", "satu"],
        input="\n".join(answers) + "\n",
        catch_exceptions=False,
    )
    assert result.exit_code == 0, result.output
    assert "denda: Teguran tertulis, denda keterlambatan" in result.output
    assert "pilih salah satu: teguran, denda" in result.output
    text = (akar / "agreements/ragam-2027/kesepakatan.yaml").read_text()
    assert "denda" in text


def test_baru_asks_on_the_terminal(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch
) -> None:
    akar = ruang()
    jawab = [
        "Salah Nama",
        "uji",
        "tanya-2027",
        "9",
        "1",
        "entah",
        "",
        "Judul Tanya",
        "Badan A",
        "Kepala",
        "",
        "",
        "1/A/2027",
        "",
        "Kepala Biro A",
        "",
        "",
        "",
        "PIHAK PERTAMA",
        "Badan B",
        "Ketua",
        "ORANG",
        "Bogor",
        *[""] * 7,
        "mungkin",
        "tidak",
        "",
        "lima tahun",
        "5 tahun",
        "",
        "",
        "",
        "Depok",
        "butir satu",
        "butir dua",
        "",
        "lampiran lain",
        "tanpa",
    ]
    monkeypatch.setattr("notakesepakatan.cli.baru.is_interactive", lambda: True)
    hasil: Result = CliRunner().invoke(
        cli,
        ["-C", str(akar), "baru"],
        input="\n".join(jawab) + "\n",
        catch_exceptions=False,
    )
    assert hasil.exit_code == 0, hasil.output
    for kata in (
        "bukan nama kesepakatan yang sah",
        "sudah ada dan tidak ditimpa",
        "jawab ya atau tidak",
        "tulis mis. 5 tahun",
        "tulis nomor 1 sampai dengan 5",
        "nota-sinergi: Nota Kesepakatan (sinergi). Sinergi dengan lembaga pusat",
        "pilih salah satu: kb-ksdd",
        "pilih salah satu: rencana_kerja, tanpa",
    ):
        assert kata in hasil.output
    run("-C", akar, "susun", "tanya-2027", "--format", "txt")
    teks = (akar / "output/tanya-2027/nota-kesepakatan.txt").read_text()
    for kata in (
        "JUDUL TANYA",
        "a. butir satu; dan",
        "II. ORANG : Ketua",
        "untuk PIHAK PERTAMA, Kepala Biro A",
        "NOMOR : 1/A/2027",
        "ditandatangani di Depok",
        "5 (lima) tahun",
        "PIHAK PERTAMA dan PIHAK KEDUA selanjutnya",
    ):
        assert kata in teks
    data = (akar / "agreements/tanya-2027/kesepakatan.yaml").read_text()
    assert data.count("  sebutan: ") == 1 and "\nsebutan_bersama:" not in data


def _subclasses(kelas: type[NotaError]) -> list[type[NotaError]]:
    return [k for bawah in kelas.__subclasses__() for k in (bawah, *_subclasses(bawah))]


def test_every_error_class_has_a_message() -> None:
    for module in pkgutil.walk_packages(notakesepakatan.__path__, "notakesepakatan."):
        if not module.name.endswith(("__main__", "preload")):
            importlib.import_module(module.name)
    kelas = _subclasses(NotaError)
    assert len(kelas) >= 8
    assert all(k.__doc__ and k.exit_code for k in kelas)


def test_the_catalog_of_messages_is_compiled() -> None:
    folder = AKAR / "src/notakesepakatan/cli/locale/id/LC_MESSAGES"
    with (
        (folder / "messages.po").open("rb") as po,
        (folder / "messages.mo").open("rb") as mo,
    ):
        kata, terpasang = read_po(po), gettext.GNUTranslations(mo)
    for pesan in kata:
        isi: Any = pesan.id
        if isinstance(isi, tuple):
            satu, banyak = isi
            assert (
                tuple(terpasang.ngettext(satu, banyak, n) for n in (1, 2))
                == pesan.string
            ), "run: make terjemahan"
        elif isi:
            assert terpasang.gettext(isi) == pesan.string, "run: make terjemahan"
