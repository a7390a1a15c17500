"""The summary by mail: kept until it is sent, sent once, and said while it waits."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from bureau.test_surat import ISI_CONTOH, PENGATURAN
from command import run
from notakesepakatan.bureau.mail import keep_mail, send_waiting, waiting_mails
from notakesepakatan.bureau.system import examine
from notakesepakatan.load.pengaturan import load_pengaturan
from notakesepakatan.model.pengaturan import MailServer
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.mail import read_mail, write_mail
from peladen_surel import SANDI, PeladenSurel, buat_sertifikat
from waiting import PATIENCE

pytestmark = pytest.mark.processes

Ruang = Callable[..., Path]
SAAT = datetime(2027, 2, 10, 6, 30, tzinfo=UTC)
TERBIT = ("terbitkan", "--format", "txt", "--per")


@pytest.fixture
def contoh(ruang: Ruang) -> Path:
    return ruang(ISI_CONTOH, **{"pengaturan.yaml": PENGATURAN})


@pytest.fixture
def kerja(contoh: Path) -> Workspace:
    return Workspace(contoh)


def atur(porta: int, **lain: object) -> MailServer:
    kunci: dict[str, object] = {
        "kepada": ["c@d.id", "e@d.id"],
        "dari": "a@b.id",
        "tls": "tidak",
        "batas_waktu": PATIENCE,
    }
    return MailServer.model_validate(
        {"peladen": "127.0.0.1", "porta": porta, **kunci, **lain}
    )


def tulis(kerja: Workspace, server: MailServer, isi: str = "Isi.\n") -> EmailMessage:
    surat = write_mail(server, "Ringkasan", isi, SAAT)
    keep_mail(kerja, surat)
    return surat


def pasang(root: Path, porta: int, lain: str = "tls: tidak") -> None:
    baris = f"surel: {{peladen: 127.0.0.1, porta: {porta}, batas_waktu: {PATIENCE}, {lain}, dari: a@b.id, kepada: [c@d.id]}}\n"
    (root / "pengaturan.yaml").write_text(PENGATURAN + baris)


def berkas(root: Path) -> list[Path]:
    return sorted((root / ".meja/surel").glob("*"))


# The command.


def test_summary_by_mail_only_when_there_is_something_to_say(contoh: Path) -> None:
    with PeladenSurel() as peladen:
        pasang(contoh, peladen.porta)
        hasil = run("-C", contoh, *TERBIT, "2027-01-01")
        assert hasil.stdout == "0 surat disusun.\n"
        assert not peladen.surel, "nothing to say, nothing sent"
        run("-C", contoh, *TERBIT, "2027-02-10")
    (isi,) = map(read_mail, peladen.surel)
    assert "2027-02-10-pemberitahuan-perpanjangan.txt" in isi.get_content()
    assert isi["To"] == "c@d.id"
    assert isi["Subject"] == "Surat pemberitahuan: 1 surat disusun."
    assert not berkas(contoh)


def test_mail_that_fails_is_said_kept_and_sent_once(contoh: Path) -> None:
    pasang(contoh, 9)
    hasil = run("-C", contoh, *TERBIT, "2027-02-10", kode=1)
    assert "1 surat disusun." in hasil.stdout
    assert (
        contoh / "output/uji/surat/2027-02-10-pemberitahuan-perpanjangan.txt"
    ).exists()
    (baris,) = hasil.stderr.splitlines()
    assert baris.startswith("1 surel belum terkirim sejak ")
    assert "127.0.0.1: sambungan ditolak" in baris
    assert baris.endswith("; dicoba lagi pada nota terbitkan berikutnya")
    (simpanan,) = berkas(contoh)
    assert simpanan.suffix == ".eml"
    assert simpanan.stat().st_mode & 0o777 == 0o600
    tertunda = read_mail(simpanan.read_bytes())

    with PeladenSurel() as peladen:
        pasang(contoh, peladen.porta)
        # A day on which there is nothing else to say.
        run("-C", contoh, *TERBIT, "2027-01-01")
        run("-C", contoh, *TERBIT, "2027-01-01")
    (isi,) = map(read_mail, peladen.surel)
    assert isi["Message-ID"] == tertunda["Message-ID"]
    assert isi["Date"] == tertunda["Date"]
    assert isi.get_content() == tertunda.get_content()
    assert not [nama for nama in isi if nama.startswith("X-")]
    assert not berkas(contoh)


def test_the_older_goes_first(contoh: Path, kerja: Workspace) -> None:
    lama = write_mail(atur(9), "Lama", "Lama.\n", SAAT - timedelta(days=300))
    keep_mail(kerja, lama)
    with PeladenSurel() as peladen:
        pasang(contoh, peladen.porta)
        run("-C", contoh, *TERBIT, "2027-02-10")
    judul = [read_mail(isi)["Subject"] for isi in peladen.surel]
    assert judul == ["Lama", "Surat pemberitahuan: 1 surat disusun."]


def test_no_password_without_tls(contoh: Path) -> None:
    with PeladenSurel() as peladen:
        pasang(contoh, peladen.porta, "tls: tidak, pengguna: nota")
        hasil = run("-C", contoh, *TERBIT, "2027-02-10", kode=1, NOTA_SANDI_SUREL=SANDI)
    assert "kata sandi tidak dikirim tanpa TLS" in hasil.stderr
    assert not peladen.dikatakan


def test_an_issuer_of_the_offices_own(
    contoh: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """By a path from the workspace; without it the server is not believed."""
    milik = buat_sertifikat(tmp_path_factory.mktemp("sertifikat"))
    with PeladenSurel(milik.sah) as peladen:
        pasang(contoh, peladen.porta, "pengguna: nota")
        hasil = run("-C", contoh, *TERBIT, "2027-02-10", kode=1, NOTA_SANDI_SUREL=SANDI)
        assert "bukan dari penerbit yang dipercaya" in hasil.stderr
        assert not peladen.surel

        pasang(contoh, peladen.porta, "pengguna: nota, sertifikat: penerbit.pem")
        hasil = run("-C", contoh, *TERBIT, "2027-01-01", kode=1, NOTA_SANDI_SUREL=SANDI)
        assert "penerbit.pem: tidak dapat dibaca" in hasil.stderr

        (contoh / "penerbit.pem").write_bytes(milik.penerbit.read_bytes())
        run("-C", contoh, *TERBIT, "2027-01-01", NOTA_SANDI_SUREL=SANDI)
    assert len(peladen.surel) == 1


def test_the_machine_is_asked_and_counts_what_waits(
    contoh: Path, kerja: Workspace
) -> None:
    assert list(examine(kerja))[-1].is_there
    tulis(kerja, atur(9))
    tulis(kerja, atur(9), "Lain.\n")
    hasil = run("-C", contoh, "periksa-sistem", kode=1)
    assert "KURANG  Surel terkirim: 2 menunggu, yang tertua sejak 2027-02-10 06.30" in (
        hasil.stdout
    )
    assert "Surel" not in run("-C", contoh / "agreements", "periksa-sistem").stdout


# The messages that wait.


def test_the_same_mail_waits_once(kerja: Workspace) -> None:
    tulis(kerja, atur(9))
    tulis(kerja, atur(9))
    assert len(waiting_mails(kerja)) == 1
    tulis(kerja, atur(9), "Lain.\n")
    assert len(waiting_mails(kerja)) == 2


class Mati(BaseException):
    """As a kill: nobody catches it."""


def test_killed_between_sending_and_forgetting_the_same_mail_comes_again(
    contoh: Path, kerja: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the guide says: twice at the worst, and then with the same Message-ID."""

    def mati(*nama: str) -> None:
        raise Mati

    with PeladenSurel() as peladen:
        server = atur(peladen.porta)
        surat = tulis(kerja, server)
        with monkeypatch.context() as sementara:
            sementara.setattr(Workspace, "remove_private", mati)
            with pytest.raises(Mati):
                send_waiting(kerja, server)
        assert len(berkas(contoh)) == 1
        assert send_waiting(kerja, server) == []
    nomor = [read_mail(isi)["Message-ID"] for isi in peladen.surel]
    assert nomor == [surat["Message-ID"]] * 2
    assert not berkas(contoh)


def test_two_runs_at_once_send_it_once(kerja: Workspace) -> None:
    with PeladenSurel() as peladen:
        server = atur(peladen.porta)
        for nomor in range(5):
            tulis(kerja, server, f"{nomor}\n")
        barisan = [
            threading.Thread(target=send_waiting, args=(kerja, server))
            for _ in range(4)
        ]
        for satu in barisan:
            satu.start()
        for satu in barisan:
            satu.join()
    assert len(peladen.surel) == 5
    assert waiting_mails(kerja) == []


def test_who_has_it_gets_it_no_second_time(kerja: Workspace) -> None:
    with PeladenSurel(tolak=frozenset({"e@d.id"})) as peladen:
        server = atur(peladen.porta)
        tulis(kerja, server)
        (sisa,) = send_waiting(kerja, server)
        assert "penerima ditolak: e@d.id (550 tidak dikenal)" in str(sisa)
        assert sisa.received == ("c@d.id",)
        peladen.tolak = frozenset()
        assert send_waiting(kerja, server) == []
    penerima = [baris for baris in peladen.dikatakan if baris.startswith("rcpt")]
    assert [baris[8:].rstrip(">") for baris in penerima] == [
        *("<c@d.id", "<e@d.id"),
        "<e@d.id",
    ]


def test_a_refused_mail_holds_up_no_other(kerja: Workspace) -> None:
    with PeladenSurel(jawab_data="554 terlalu besar") as peladen:
        server = atur(peladen.porta)
        tulis(kerja, server)
        tulis(kerja, server, "Lain.\n")
        sisa = send_waiting(kerja, server)
        assert ["554 terlalu besar" in str(satu) for satu in sisa] == [True, True]
        peladen.jawab_data = "250 ok"
        assert send_waiting(kerja, server) == []
    assert len(peladen.surel) == 2


def test_settings_put_right_put_right_what_waits(kerja: Workspace) -> None:
    """Also to whom it goes: an address mistyped would wait for ever."""
    tulis(kerja, atur(9))
    with PeladenSurel() as peladen:
        send_waiting(kerja, atur(peladen.porta, dari="baru@b.id", kepada=["x@d.id"]))
    (isi,) = map(read_mail, peladen.surel)
    assert (isi["From"], isi["To"]) == ("baru@b.id", "x@d.id")


def test_without_a_server_what_waits_is_said(kerja: Workspace) -> None:
    tulis(kerja, atur(9))
    (sisa,) = send_waiting(kerja, None)
    assert "surel: tidak ada pada pengaturan.yaml" in str(sisa)


@pytest.mark.parametrize(
    "isi", [b"", b"\xff\x00\nDate: kapan\n\n\x80", b"Subject: siapa\n\nLain.\n"]
)
def test_a_damaged_file_is_said_and_stops_no_other(
    contoh: Path, kerja: Workspace, isi: bytes
) -> None:
    tulis(kerja, atur(9))
    rusak = contoh / ".meja/surel/rusak.eml"
    rusak.write_bytes(isi)
    with PeladenSurel() as peladen:
        (sisa,) = send_waiting(kerja, atur(peladen.porta))
    assert f"berkas {rusak} rusak; hapus berkas itu" in str(sisa)
    assert len(peladen.surel) == 1
    assert rusak.read_bytes() == isi


def test_nothing_is_locked_while_a_server_takes_its_time(kerja: Workspace) -> None:
    """The server hangs up only when somebody else has written."""
    ditulis = threading.Event()

    class Lambat(PeladenSurel):
        def _data(self, aliran: object, kata: object) -> None:
            with kerja.lock():
                ditulis.set()
            super()._data(aliran, kata)  # type: ignore[arg-type]

    with Lambat() as peladen:
        server = atur(peladen.porta)
        tulis(kerja, server)
        assert send_waiting(kerja, server) == []
    assert ditulis.is_set()


# The settings.


@pytest.mark.parametrize(
    ("kunci", "expect"),
    [
        ('kepada: ["a@b.id\\nBcc: c@d.id"]', "bukan alamat surel"),
        ('kepada: ["grup:a@b.id"]', "bukan alamat surel"),
        ("kepada: [a..b@c.id]", "bukan alamat surel"),
        ("kepada: [c@d.id], tls: mungkin", "ya, langsung, tidak"),
        ("kepada: [c@d.id], batas_waktu: 0", "paling sedikit 1"),
    ],
)
def test_settings_that_cannot_be(contoh: Path, kunci: str, expect: str) -> None:
    (contoh / "pengaturan.yaml").write_text(
        f"surel: {{peladen: x.id, dari: a@b.id, {kunci}}}\n"
    )
    assert expect in run("-C", contoh, *TERBIT, "2027-02-10", kode=1).stderr


def test_what_stands_in_no_settings(contoh: Path) -> None:
    (contoh / "pengaturan.yaml").write_text(
        "surel: {peladen: x.id, dari: a@b.id, kepada: [c@d.id]}\n"
    )
    surel = load_pengaturan(contoh).surel
    assert surel is not None
    assert (surel.porta, surel.tls, surel.batas_waktu) == (587, "ya", 30)
