"""The desk as a server: where it may listen, behind nginx with TLS, as a service, its pages for everyone's eyes."""

import configparser
import http.client
import os
import re
import shlex
import shutil
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect

from conftest import AKAR
from notakesepakatan.cli import cli
from notakesepakatan.cli.web import command
from notakesepakatan.desk.accounts import add_account
from notakesepakatan.web.guard.server import (
    DeskNotStarted,
    Position,
    check_origin,
    known_hosts,
    open_desk,
)
from notakesepakatan.workspace import Workspace
from serving import serving
from waiting import PATIENCE, wait_until
from web.conftest import SANDI, SIANG, copy_workspace

NOTA = str(Path(sys.executable).with_name("nota"))
SEMUA_ALAMAT = "0.0.0.0"  # noqa: S104 - refused, or behind accounts
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")


@pytest.fixture
def ruang_kerja(tmp_path: Path) -> Workspace:
    return Workspace(copy_workspace(tmp_path))


@pytest.mark.parametrize(
    "tempat",
    [
        Position(SEMUA_ALAMAT),
        Position("::"),
        Position("192.0.2.1"),
        Position(origin="https://meja.kota.go.id"),
    ],
)
def test_without_accounts_only_this_machine(
    ruang_kerja: Workspace, tempat: Position
) -> None:
    with pytest.raises(DeskNotStarted, match="nota pengguna tambah"):
        open_desk(ruang_kerja, tempat, lambda: SIANG)


@pytest.mark.processes
def test_the_command_says_it_kindly(ruang_kerja: Workspace) -> None:
    hasil = subprocess.run(
        [NOTA, "-C", str(ruang_kerja.root), "web", "--alamat", SEMUA_ALAMAT],
        capture_output=True,
        text=True,
    )
    assert hasil.returncode == 1
    assert "memerlukan akun" in hasil.stderr
    assert "Traceback" not in hasil.stderr
    assert CliRunner().invoke(cli, ["web", "--port", "70000"]).exit_code == 2


@pytest.mark.processes
def test_a_taken_port_is_said(ruang_kerja: Workspace) -> None:
    with socket.create_server(("127.0.0.1", 0)) as sibuk:
        tempat = Position(port=sibuk.getsockname()[1])
        with pytest.raises(DeskNotStarted, match="mungkin meja sudah berjalan"):
            open_desk(ruang_kerja, tempat, lambda: SIANG)


@pytest.mark.parametrize(
    "asal", ["meja.kota.go.id", "ftp://x", "https://", "https://a/b", "https://a?b"]
)
def test_an_address_that_is_none(asal: str) -> None:
    with pytest.raises(DeskNotStarted, match="bukan alamat"):
        check_origin(asal)


@pytest.mark.processes
def test_hosts_it_answers_to() -> None:
    assert known_hosts(Position(), 8020) == {
        "127.0.0.1:8020",
        "localhost:8020",
        "[::1]:8020",
    }
    luas = known_hosts(Position(SEMUA_ALAMAT, origin="https://meja.kota.go.id"), 8020)
    assert {"meja.kota.go.id", f"{socket.gethostname()}:8020"} <= luas
    assert "jahat.example:8020" not in luas


@pytest.mark.processes
def test_it_says_its_address_and_stops_when_told(ruang_kerja: Workspace) -> None:
    with subprocess.Popen(
        [NOTA, "-C", str(ruang_kerja.root), "web", "--port", "0", "--tanpa-browser"],
        stdout=subprocess.PIPE,
        text=True,
    ) as proses:
        assert proses.stdout
        cocok = re.match(
            r"Meja siap di http://(127\.0\.0\.1):(\d+)/ ", proses.stdout.readline()
        )
        assert cocok
        with closing(
            http.client.HTTPConnection(cocok[1], int(cocok[2]), timeout=PATIENCE)
        ) as hubungan:
            hubungan.request("GET", "/")
            jawaban = hubungan.getresponse()
            assert (jawaban.status, jawaban.headers["Server"]) == (200, None)
            jawaban.read()
        proses.send_signal(signal.SIGTERM)
        assert proses.wait(PATIENCE) == 0


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as s:
        port: int = s.getsockname()[1]
        return port


def _listens(port: int) -> bool:
    with socket.socket() as s:
        return s.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def di_belakang_nginx(ruang_kerja: Workspace, tmp_path: Path) -> Iterator[int]:
    """The sample configuration, its ports and certificate replaced, before a desk with accounts; gives the TLS port."""
    add_account(ruang_kerja, "ani", "penyusun", SANDI)
    tls = _free_port()
    peladen, _ = open_desk(
        ruang_kerja, Position(port=0, origin=f"https://localhost:{tls}"), lambda: SIANG
    )
    folder = tmp_path / "nginx"
    folder.mkdir()
    kunci, sertifikat = folder / "k.pem", folder / "s.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "1",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-keyout",
            kunci,
            "-out",
            sertifikat,
        ],
        check=True,
        capture_output=True,
    )
    situs = (AKAR / "docs/contoh/nginx.conf").read_text()
    ganti = {
        "listen 443 ssl": f"listen 127.0.0.1:{tls} ssl",
        "listen 80": f"listen 127.0.0.1:{_free_port()}",
        "/etc/ssl/certs/meja.kota.go.id.pem": str(sertifikat),
        "/etc/ssl/private/meja.kota.go.id.key": str(kunci),
        "127.0.0.1:8020": f"127.0.0.1:{peladen.effective_port}",
    }
    for lama, baru in ganti.items():
        assert lama in situs
        situs = situs.replace(lama, baru)
    situs = situs.replace("server_name meja.kota.go.id", "server_name localhost")
    sementara = "".join(
        f"{nama}_temp_path {folder}/{nama};\n"
        for nama in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\n{sementara}{situs}}}\n"
    )
    assert NGINX, "apt-get install nginx-light"
    perintah_nginx = [
        NGINX,
        "-p",
        str(folder),
        "-c",
        str(folder / "nginx.conf"),
        "-e",
        str(folder / "error.log"),
    ]
    subprocess.run([*perintah_nginx, "-t"], check=True, capture_output=True)
    with serving(peladen), subprocess.Popen(perintah_nginx) as proses:
        wait_until(lambda: _listens(tls), "nginx")
        yield tls
        proses.terminate()


@pytest.mark.processes
def test_behind_nginx_with_tls(di_belakang_nginx: int, ruang_kerja: Workspace) -> None:
    """Log in through TLS: the cookie is for TLS only, the Origin is the one people see, another Host is refused."""
    konteks = ssl.create_default_context(cafile=ruang_kerja.root / "nginx/s.pem")

    def ask(
        cara: str, alamat: str, isi: str = "", **kepala: str
    ) -> tuple[int, http.client.HTTPMessage, str]:
        with closing(
            http.client.HTTPSConnection(
                "localhost", di_belakang_nginx, context=konteks, timeout=PATIENCE
            )
        ) as hubungan:
            hubungan.request(
                cara,
                alamat,
                isi or None,
                {nama.replace("_", "-"): nilai for nama, nilai in kepala.items()},
            )
            jawaban = hubungan.getresponse()
            return jawaban.status, jawaban.headers, jawaban.read().decode()

    _, kepala, halaman = ask("GET", "/masuk")
    assert kepala["Strict-Transport-Security"]
    kue = kepala["Set-Cookie"]
    assert "Secure" in kue
    token = re.search(r'name="csrf-token" content="([^"]+)"', halaman)
    assert token
    isi, asal = (
        f"csrf_token={token[1]}&nama=ani&sandi={SANDI}",
        f"https://localhost:{di_belakang_nginx}",
    )
    lengkap = {
        "Cookie": kue.split(";")[0],
        "Content_Type": "application/x-www-form-urlencoded",
    }
    assert (
        ask("POST", "/masuk", isi, Origin="https://jahat.example", **lengkap)[0] == 403
    )
    kode, kepala, _ = ask("POST", "/masuk", isi, Origin=asal, **lengkap)
    assert (kode, kepala["Location"]) == (302, "/")
    kue_sesi = next(
        satu.split(";")[0]
        for satu in kepala.get_all("Set-Cookie", [])
        if satu.startswith("meja=")
    )
    assert "ani" in ask("GET", "/", Cookie=kue_sesi)[2]
    assert ask("GET", "/", Host="jahat.example")[0] == 400


def test_the_service_starts_the_desk_as_the_command_takes_it() -> None:
    unit = configparser.ConfigParser(strict=True, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign] # systemd's keys have capitals
    unit.read(AKAR / "docs/contoh/nota-web.service")
    kata = shlex.split(unit["Service"]["ExecStart"])
    assert Path(kata[0]).name == "nota"
    awal = kata.index("web")
    isi = command.make_context("web", kata[awal + 1 :]).params
    assert isi["no_browser"]
    assert check_origin(isi["origin"]).startswith("https://")
    assert kata[2] == unit["Service"]["ReadWritePaths"]
    assert (
        isi["origin"].removeprefix("https://")
        in (AKAR / "docs/contoh/nginx.conf").read_text()
    )


def test_an_agreement_is_read_by_keyboard(halaman: Page) -> None:
    """From the register to a deadline's reasons and a paper, without a mouse."""
    halaman.goto("/")
    halaman.keyboard.press("Tab")
    expect(halaman.get_by_text("Langsung ke isi")).to_be_focused()
    halaman.get_by_role("link", name="Penempatan dan Pelindungan").focus()
    halaman.keyboard.press("Enter")
    ringkas = halaman.locator(".saat-tenggat summary").first
    ringkas.focus()
    halaman.keyboard.press("Enter")
    expect(halaman.locator(".saat-tenggat details[open] li").first).to_contain_text(
        "Pasal 6"
    )
    halaman.get_by_role("link", name="Adendum Kesatu", exact=True).focus()
    halaman.keyboard.press("Enter")
    expect(
        halaman.frame_locator("iframe[name=pratinjau]")
        .get_by_text("ADENDUM KESATU")
        .first
    ).to_be_visible()


def test_a_finding_leads_to_its_place_on_the_paper(halaman: Page) -> None:
    halaman.goto("/kesepakatan/bp2mi-pekalongan-2022")
    halaman.locator("#temuan summary").click()
    halaman.get_by_role("link", name="Lihat pada naskah").first.click()
    bingkai = halaman.frame("pratinjau")
    assert bingkai
    bingkai.wait_for_url(re.compile("#para_pihak.kesatu"))
    assert (
        bingkai.evaluate(
            "document.getElementById(location.hash.slice(1)).getBoundingClientRect().top"
        )
        < 200
    )
