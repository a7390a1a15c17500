"""Mail: to whom it is given, and to whom it is not."""

import base64
import email
import socket
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from notakesepakatan.write.mail import (
    VARIABLE,
    MailFailed,
    TlsMode,
    connected,
    key_of,
    read_mail,
    write_mail,
)
from peladen_surel import SANDI, PeladenSurel, Sertifikat, buat_sertifikat
from waiting import PATIENCE

pytestmark = pytest.mark.processes

WIB = timezone(timedelta(hours=7))
SAAT = datetime(2027, 2, 10, 6, 30, tzinfo=WIB)


@dataclass(frozen=True)
class Atur:
    """Settings as a workspace would have them."""

    porta: int
    peladen: str = "127.0.0.1"
    tls: TlsMode = "ya"
    pengguna: str | None = "nota"
    dari: str = "nota@contoh.go.id"
    kepada: tuple[str, ...] = ("hukum@contoh.go.id", "umum@contoh.go.id")
    batas_waktu: float = PATIENCE


@pytest.fixture(scope="module")
def sertifikat(tmp_path_factory: pytest.TempPathFactory) -> Sertifikat:
    return buat_sertifikat(tmp_path_factory.mktemp("sertifikat"))


@pytest.fixture(autouse=True)
def sandi(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, SANDI)


def kirim(atur: Atur, penerbit: Path | None = None) -> dict[str, str]:
    message = write_mail(atur, "Ringkasan", "1 surat disusun.\n", SAAT)
    trusted = penerbit.read_text() if penerbit else None
    with connected(atur, trusted) as connection:
        return connection.send(message, atur.kepada)


def gagal(atur: Atur, penerbit: Path | None = None) -> str:
    with pytest.raises(MailFailed) as cause:
        kirim(atur, penerbit)
    return str(cause.value)


def told_password(peladen: PeladenSurel) -> bool:
    """Whether the server heard the password in whatever line."""
    kata = base64.b64encode(f"\0nota\0{SANDI}".encode()).decode()
    return any(kata in baris for baris in peladen.dikatakan)


@pytest.mark.parametrize("langsung", [False, True])
def test_the_mail_arrives_over_tls(sertifikat: Sertifikat, langsung: bool) -> None:
    with PeladenSurel(sertifikat.sah, langsung=langsung) as peladen:
        atur = Atur(peladen.porta, tls="langsung" if langsung else "ya")
        assert kirim(atur, sertifikat.penerbit) == {}
    assert told_password(peladen)
    (isi,) = peladen.surel
    surat = email.message_from_bytes(isi, policy=default)
    assert surat["To"] == "hukum@contoh.go.id, umum@contoh.go.id"
    assert surat["From"] == "nota@contoh.go.id"
    assert surat["Date"].datetime == SAAT
    assert isinstance(surat, EmailMessage)
    assert surat.get_content().split() == ["1", "surat", "disusun."]


def test_port_465_speaks_tls_from_the_first_byte(
    sertifikat: Sertifikat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below 1024 no test may listen, so the way to the port is turned to another."""
    with PeladenSurel(sertifikat.sah, langsung=True) as peladen:
        sambung = socket.create_connection
        diminta = list[tuple[str, int]]()

        def belok(alamat: tuple[str, int], *isi: object) -> socket.socket:
            diminta.append(alamat)
            return sambung((alamat[0], peladen.porta), *isi)  # type: ignore[arg-type]

        monkeypatch.setattr(socket, "create_connection", belok)
        kirim(Atur(465), sertifikat.penerbit)
        monkeypatch.undo()
    assert diminta == [("127.0.0.1", 465)]
    assert len(peladen.surel) == 1


@pytest.mark.parametrize("langsung", [False, True])
@pytest.mark.parametrize(
    ("nama_lain", "penerbit_dikenal", "expect"),
    [
        (False, False, "bukan dari penerbit yang dipercaya"),
        (True, True, "bukan untuk nama itu"),
    ],
)
def test_another_server_learns_nothing(
    sertifikat: Sertifikat,
    langsung: bool,
    nama_lain: bool,
    penerbit_dikenal: bool,
    expect: str,
) -> None:
    milik = sertifikat.nama_lain if nama_lain else sertifikat.sah
    with PeladenSurel(milik, langsung=langsung) as peladen:
        atur = Atur(peladen.porta, tls="langsung" if langsung else "ya")
        kata = gagal(atur, sertifikat.penerbit if penerbit_dikenal else None)
    assert expect in kata
    assert not told_password(peladen)
    assert not peladen.surel
    assert not any("MAIL" in baris for baris in peladen.dikatakan)


def test_a_server_that_offers_no_tls_gets_nothing() -> None:
    """A middleman needs only strike out the word STARTTLS."""
    with PeladenSurel() as peladen:
        assert "tidak menawarkan TLS" in gagal(Atur(peladen.porta))
    assert not told_password(peladen)
    assert not peladen.surel


def test_without_tls_no_password_and_nobody_is_even_asked() -> None:
    with socket.create_server(("127.0.0.1", 0)) as soket:
        atur = Atur(soket.getsockname()[1], tls="tidak")
        assert "kata sandi tidak dikirim tanpa TLS" in gagal(atur)
        soket.setblocking(False)
        with pytest.raises(BlockingIOError):
            soket.accept()


def test_a_missing_password_is_said_before_anybody_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(VARIABLE)
    with socket.create_server(("127.0.0.1", 0)) as soket:
        assert VARIABLE in gagal(Atur(soket.getsockname()[1]))
        soket.setblocking(False)
        with pytest.raises(BlockingIOError):
            soket.accept()


def test_without_tls_where_the_settings_say_so() -> None:
    with PeladenSurel() as peladen:
        kirim(Atur(peladen.porta, tls="tidak", pengguna=None))
    assert len(peladen.surel) == 1
    assert not any(baris.startswith("AUTH") for baris in peladen.dikatakan)


@pytest.mark.parametrize("tls", ["ya", "langsung", "tidak"])
def test_a_server_that_never_answers_is_not_waited_for(tls: TlsMode) -> None:
    with socket.create_server(("127.0.0.1", 0)) as soket:
        porta = soket.getsockname()[1]
        pengguna = None if tls == "tidak" else "nota"
        atur = Atur(porta, tls=tls, pengguna=pengguna, batas_waktu=0.05)
        assert "tidak menjawab dalam 0.05 detik" in gagal(atur)


@pytest.mark.parametrize("diam", ["EHLO", "MAIL", "RCPT", "DATA"])
def test_a_server_that_falls_silent_is_not_waited_for(diam: str) -> None:
    """Each answer has its limit; it may well be the first that comes too late."""
    with PeladenSurel(diam=diam) as peladen:
        atur = Atur(peladen.porta, tls="tidak", pengguna=None, batas_waktu=0.2)
        assert "tidak menjawab dalam 0.2 detik" in gagal(atur)
    assert not peladen.surel


@pytest.mark.parametrize("langsung", [False, True])
def test_an_answer_in_drops_is_no_answer(
    sertifikat: Sertifikat, langsung: bool
) -> None:
    with PeladenSurel(sertifikat.sah, langsung=langsung, tetes="EHLO") as peladen:
        tls: TlsMode = "langsung" if langsung else "ya"
        atur = Atur(peladen.porta, tls=tls, batas_waktu=0.2)
        assert "tidak menjawab dalam 0.2 detik" in gagal(atur, sertifikat.penerbit)


def test_a_mail_that_was_taken_is_sent_however_the_server_takes_leave() -> None:
    with PeladenSurel(putus="QUIT") as peladen:
        assert kirim(Atur(peladen.porta, tls="tidak", pengguna=None)) == {}
    assert len(peladen.surel) == 1


def test_who_is_refused_is_named() -> None:
    with PeladenSurel(tolak=frozenset({"umum@contoh.go.id"})) as peladen:
        atur = Atur(peladen.porta, tls="tidak", pengguna=None)
        assert kirim(atur) == {"umum@contoh.go.id": "550 tidak dikenal"}
        satu = replace(atur, kepada=("umum@contoh.go.id",))
        assert "umum@contoh.go.id (550 tidak dikenal)" in gagal(satu)


def test_what_a_server_answers_moves_no_cursor() -> None:
    with PeladenSurel(jawab_data="554 \x1b[2Jbaik\x07") as peladen:
        kata = gagal(Atur(peladen.porta, tls="tidak", pengguna=None))
    assert "554" in kata
    assert kata.isprintable()


@pytest.mark.parametrize(
    ("atur", "penerbit", "expect"),
    [
        (Atur(9), None, "sambungan ditolak"),
        (Atur(9, peladen="tak..ada"), None, "huruf yang tidak dapat dikirim"),
        (Atur(9), "bukan sertifikat", "bukan sertifikat PEM"),
        (Atur(9), "", "bukan sertifikat PEM"),
    ],
)
def test_what_cannot_be_is_said(
    atur: Atur, penerbit: str | None, expect: str, tmp_path: Path
) -> None:
    berkas = tmp_path / "penerbit.pem"
    berkas.write_text(penerbit or "")
    assert expect in gagal(atur, None if penerbit is None else berkas)


def test_a_password_of_other_letters_is_said(
    sertifikat: Sertifikat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "sändi")
    with PeladenSurel(sertifikat.sah) as peladen:
        kata = gagal(Atur(peladen.porta), sertifikat.penerbit)
    assert "huruf yang tidak dapat dikirim" in kata


def test_the_same_words_of_a_day_are_the_same_mail() -> None:
    satu = write_mail(Atur(25), "Ringkasan", "Isi.\n", SAAT)
    atur = Atur(465, peladen="lain", kepada=("lain@contoh.go.id",))
    lagi = write_mail(atur, "Ringkasan", "Isi.\n", SAAT + timedelta(hours=9))
    assert satu["Message-ID"] == lagi["Message-ID"]
    assert satu["Date"] != lagi["Date"]
    for judul, isi, saat in (
        ("Ringkasan lain", "Isi.\n", SAAT),
        ("Ringkasan", "Lain.\n", SAAT),
        ("Ringkasan", "Isi.\n", SAAT + timedelta(days=1)),
    ):
        assert key_of(write_mail(Atur(25), judul, isi, saat)) != key_of(satu)


def test_a_mail_is_read_back_as_it_was() -> None:
    panjang = (
        "surel.biro-hukum-dan-organisasi.sekretariat-daerah.kabupaten-contoh.go.id"
    )
    atur = Atur(25, dari=f"nota@{panjang}")
    isi = "/ruang/" + "berkas-" * 40 + "–\n.\nFrom siapa\n"
    surat = write_mail(atur, "Ringkasan – " + "surat " * 30, isi, SAAT)
    kembali = read_mail(bytes(surat))
    for kepala in ("Subject", "Date", "Message-ID", "From", "To"):
        assert kembali[kepala] == surat[kepala]
    assert key_of(kembali) == key_of(surat)
    assert kembali.get_content().replace("\r\n", "\n") == isi
    assert bytes(surat).isascii()


def test_a_subject_is_one_line_and_no_header_comes_with_it() -> None:
    surat = write_mail(Atur(25), "Ringkasan\r\nBcc: siapa@lain.id\n\nIsi", "x", SAAT)
    kembali = read_mail(bytes(surat))
    assert kembali["Bcc"] is None
    assert kembali["Subject"] == "Ringkasan Bcc: siapa@lain.id Isi"
