"""Today, as commands know it: the office's, on a server that keeps UTC and on one in America."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clock import JAKARTA, JAYAPURA, LOS_ANGELES, UTC, machine, seconds
from conftest import AKAR, CONTOH
from notakesepakatan.cli import cli

Ruang = Callable[..., Path]
ISI_CONTOH = (AKAR / "agreements" / CONTOH / "kesepakatan.yaml").read_text()
PENGATURAN = "pihak_kami: Pemerintah Kabupaten Pekalongan\n"


@pytest.fixture(params=[UTC, LOS_ANGELES], ids=["UTC", "America"])
def zone(request: pytest.FixtureRequest) -> str:
    """Of the machine."""
    return str(request.param)


@pytest.fixture(params=["00:30", "06:30"])
def early(request: pytest.FixtureRequest, zone: str) -> Iterator[str]:
    """Early on 24 November 2026 in Jakarta, while the machine still has the day before."""
    with machine(zone, f"2026-11-24T{request.param}:00+07:00"):
        yield "2026-11-24"


@pytest.fixture
def akar(ruang: Ruang) -> Path:
    """A workspace that says nothing of its zone."""
    return ruang(ISI_CONTOH, **{"pengaturan.yaml": PENGATURAN})


def nota(root: Path, *words: str) -> Result:
    """What the command says, in this process."""
    result = CliRunner().invoke(cli, ["-C", str(root), *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def test_daftar_counts_from_the_office_s_day(akar: Path, early: str) -> None:
    said = nota(akar, "daftar", "--json").stdout
    assert said == nota(akar, "daftar", "--json", "--per", early).stdout
    assert json.loads(said)[0]["sisa_hari"] == 101


def test_tenggat_counts_from_the_office_s_day(akar: Path, early: str) -> None:
    assert "2027-03-05  101 hari lagi" in nota(akar, "tenggat").stdout


def test_catat_dates_an_event_of_the_office_s_day(akar: Path, early: str) -> None:
    said = ["--perihal", "perpanjangan", "--dari", "kedua"]
    nota(akar, "catat", "uji", "pemberitahuan_diterima", *said)
    (event,) = (akar / "agreements/uji/peristiwa").glob("*.yaml")
    assert event.name == f"{early}-pemberitahuan-diterima.yaml"
    assert f"tanggal: {early}" in event.read_text(encoding="utf-8")


def test_a_letter_carries_the_office_s_day(akar: Path, early: str) -> None:
    nota(akar, "pemberitahuan", "perpanjangan", "uji", "--format", "txt")
    letter = next((akar / "output/uji/surat").glob("*.txt"))
    assert "24 November 2026" in letter.read_text(encoding="utf-8")


@pytest.mark.slow
def test_konsolidasi_is_of_the_office_s_day(akar: Path, early: str) -> None:
    nota(akar, "konsolidasi", "uji", "--format", "txt")
    told = nota(akar, "konsolidasi", "uji", "--format", "txt", "--per", early).stdout
    files = list((akar / "output/uji").glob("*konsolidasi*.txt"))
    assert [str(file) for file in files] == told.split()


@pytest.mark.slow
def test_kahar_counts_from_the_office_s_day(akar: Path, early: str) -> None:
    kahar = ["--macam", "banjir", "--tempat", "Kajen", "--uraian", "Terendam."]
    kahar += ["--tugas", "Pasal 4 ayat (2) huruf b", "--hubungan", "Terhenti."]
    said = nota(akar, "kahar", "uji", *kahar, "--format", "txt").stdout
    assert f"peristiwa/{early}-keadaan-kahar.yaml dicatat" in said
    assert "Berita acara paling lambat 2026-12-03 (9 hari lagi)" in said


@pytest.mark.slow
def test_terbitkan_writes_on_the_day_and_not_before(akar: Path, zone: str) -> None:
    """The letter's day, 3 February 2027, begins at midnight in Jakarta."""
    with machine(zone, "2027-02-02T23:59:59+07:00"):
        assert nota(akar, "terbitkan", "--format", "txt").stdout == "0 surat disusun.\n"
    with machine(zone, "2027-02-03T00:00:00+07:00"):
        assert "1 surat disusun." in nota(akar, "terbitkan", "--format", "txt").stdout
    letter = next((akar / "output/uji/surat").glob("*.txt"))
    assert "3 Februari 2027" in letter.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("zona", "left"),
    [("Asia/Jakarta", 102), ("Asia/Makassar", 102), ("Asia/Jayapura", 101)],
)
def test_each_office_has_its_own_day(akar: Path, zona: str, left: int) -> None:
    """At 22.30 in Jakarta it is tomorrow in Jayapura."""
    (akar / "pengaturan.yaml").write_text(f"zona: {zona}\n", encoding="utf-8")
    with machine(UTC, "2026-11-23T22:30:00+07:00"):
        rows = json.loads(nota(akar, "daftar", "--json").stdout)
    assert rows[0]["sisa_hari"] == left


@pytest.mark.slow
def test_the_trail_has_the_office_s_time(akar: Path, early: str) -> None:
    password = akar / "sandi"
    password.write_text("rahasia-sekali-ini\n", encoding="utf-8")
    nota(akar, "pengguna", "tambah", "ani", "--sandi-dari", str(password))
    lines = (akar / ".meja/jejak.jsonl").read_text(encoding="utf-8").splitlines()
    times = {json.loads(line)["waktu"] for line in lines}
    assert times <= {f"{early}T00:30:00+07:00", f"{early}T06:30:00+07:00"}
    (time,) = times
    assert nota(akar, "jejak").stdout.startswith(f"{early} {time[11:19]}  ")
    (akar / "pengaturan.yaml").write_text("zona: Asia/Makassar\n", encoding="utf-8")
    later = f"{int(time[11:13]) + 1:02}:30:00"
    assert nota(akar, "jejak").stdout.startswith(f"{early} {later}  ")


WITH_ANOTHER_CLOCK = """
import time
time.time = lambda: SECONDS
from notakesepakatan.cli import main
main()
"""
"""`nota` with another clock than the machine's: the program itself takes none from outside."""


@pytest.mark.processes
@pytest.mark.parametrize("moment", ["00:30", "06:30"])
def test_a_process_of_its_own_in_another_zone(
    akar: Path, zone: str, moment: str
) -> None:
    now = seconds(f"2026-11-24T{moment}:00+07:00")
    script = WITH_ANOTHER_CLOCK.replace("SECONDS", str(now))
    done = subprocess.run(
        [sys.executable, "-c", script, "-C", str(akar), "daftar", "--json"],
        capture_output=True,
        text=True,
        env={**os.environ, "TZ": zone},
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["sisa_hari"] == 101


def test_a_zone_that_is_none_stops_a_command_kindly(akar: Path) -> None:
    (akar / "pengaturan.yaml").write_text("zona: Asia/Tokyo\n", encoding="utf-8")
    result = CliRunner().invoke(cli, ["-C", str(akar), "daftar"])
    assert (
        f"{akar}/pengaturan.yaml:1:7: zona: "
        '"Asia/Tokyo": bukan pilihan yang dikenal; '
        "pilih salah satu: Asia/Jakarta, Asia/Makassar, Asia/Jayapura"
    ) in str(result.exception)


# `nota mulai`


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notakesepakatan.cli.mulai.is_interactive", lambda: True)


def mulai(root: Path, *words: str, answers: str = "") -> Result:
    return CliRunner().invoke(
        cli, ["mulai", str(root), *words], input=answers, catch_exceptions=False
    )


def zona_of(root: Path) -> str:
    lines = (root / "pengaturan.yaml").read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if line.startswith("zona:")]
    return line.removeprefix("zona:").partition("#")[0].strip()


@pytest.mark.usefixtures("asked")
def test_mulai_asks_for_the_zone_again_until_it_is_one(tmp_path: Path) -> None:
    root = tmp_path / "kerja"
    with machine(JAKARTA, "2026-11-24T12:00:00+07:00"):
        result = mulai(root, answers="Tokyo\nWITA\n")
    assert '"Tokyo": bukan zona waktu Indonesia' in result.output
    assert "Asia/Makassar (WITA)" in result.output
    assert zona_of(root) == "Asia/Makassar"
    assert "sedangkan kantor memakai Asia/Makassar (WITA)" in result.stderr


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("zone", "zona"),
    [(JAYAPURA, "Asia/Jayapura"), (UTC, "Asia/Jakarta"), (LOS_ANGELES, "Asia/Jakarta")],
)
def test_mulai_offers_the_machine_s_zone_where_it_is_of_indonesia(
    tmp_path: Path, zone: str, zona: str
) -> None:
    with machine(zone, "2026-11-24T12:00:00+07:00"):
        assert f"[{zona}]" in mulai(tmp_path / "kerja", answers="\n").output
    assert zona_of(tmp_path / "kerja") == zona


def test_mulai_without_a_terminal_takes_jakarta_and_says_so(tmp_path: Path) -> None:
    with machine(JAYAPURA, "2026-11-24T12:00:00+07:00"):
        result = mulai(tmp_path / "kerja")
    assert "Zona waktu kantor: Asia/Jakarta (WIB), nilai bawaan" in result.stdout
    assert "tulis zona: Asia/Jayapura di pengaturan.yaml" in result.stderr
    assert zona_of(tmp_path / "kerja") == "Asia/Jakarta"


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("name", ["Asia/Jayapura", "WIT", "asia/jayapura"])
def test_mulai_takes_the_zone_as_an_option_and_asks_nothing(
    tmp_path: Path, name: str
) -> None:
    with machine(JAYAPURA, "2026-11-24T12:00:00+07:00"):
        result = mulai(tmp_path / "kerja", "--zona", name)
    assert result.output.startswith("Ruang kerja")
    assert zona_of(tmp_path / "kerja") == "Asia/Jayapura"


def test_mulai_refuses_another_zone_and_makes_nothing(tmp_path: Path) -> None:
    root = tmp_path / "kerja"
    result = CliRunner().invoke(cli, ["mulai", str(root), "--zona", "Asia/Tokyo"])
    assert "bukan zona waktu Indonesia" in str(result.exception)
    assert not root.exists()


@pytest.mark.slow
@pytest.mark.usefixtures("asked")
def test_mulai_leaves_settings_that_stand_already(akar: Path) -> None:
    before = (akar / "pengaturan.yaml").read_bytes()
    words = ["mulai", str(akar), "--dengan-templat"]
    result = CliRunner().invoke(cli, [*words, "--zona", "WIT"])
    assert 'tulis "zona: Asia/Jayapura" di dalamnya' in str(result.exception)
    assert CliRunner().invoke(cli, words).output.startswith("Ruang kerja")
    assert (akar / "pengaturan.yaml").read_bytes() == before


# A machine whose zone differs


@pytest.mark.slow
def test_terbitkan_tells_of_the_machine_s_zone_once(akar: Path) -> None:
    with machine(UTC, "2026-11-24T12:00:00+07:00"):
        assert "komputer ini UTC+00.00" in nota(akar, "terbitkan").stderr
        assert nota(akar, "terbitkan").stderr == ""
    with machine(JAYAPURA, "2026-11-24T12:00:00+07:00"):
        assert "komputer ini UTC+09.00 (WIT)" in nota(akar, "terbitkan").stderr
        assert nota(akar, "terbitkan").stderr == ""
    with machine(JAKARTA, "2026-11-24T12:00:00+07:00"):
        assert nota(akar, "terbitkan").stderr == ""


@pytest.mark.slow
def test_periksa_sistem_tells_of_it_each_time(akar: Path, tmp_path: Path) -> None:
    with machine(UTC, "2026-11-24T12:00:00+07:00"):
        for _ in range(2):
            said = CliRunner().invoke(cli, ["-C", str(akar), "periksa-sistem"]).stdout
            assert "catatan Zona waktu komputer ini UTC+00.00" in said
        outside = ["-C", str(tmp_path / "agreements"), "periksa-sistem"]
        assert (
            "ada     Zona waktu komputer ini: UTC+00.00"
            in CliRunner().invoke(cli, outside).stdout
        )
    with machine(JAKARTA, "2026-11-24T12:00:00+07:00"):
        said = CliRunner().invoke(cli, ["-C", str(akar), "periksa-sistem"]).stdout
        assert (
            "ada     Zona waktu: Asia/Jakarta (WIB), sama dengan komputer ini" in said
        )


def test_a_backup_tells_the_office_s_time_and_zone(
    akar: Path, tmp_path_factory: pytest.TempPathFactory, early: str
) -> None:
    archive = tmp_path_factory.mktemp("luar") / "cadangan.zip"
    nota(akar, "cadangan", str(archive))
    with zipfile.ZipFile(archive) as opened:
        (name,) = [name for name in opened.namelist() if name.endswith("manifes.json")]
        manifest = json.loads(opened.read(name))
    assert manifest["waktu"].startswith(early)
    assert manifest["waktu"].endswith("+07:00")
    assert manifest["zona"] == "Asia/Jakarta"
