"""Accounts, logging in and out, sessions that end, attempts that are limited, the trail."""

import json
import os
import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import CONTOH
from notakesepakatan.cli import cli
from notakesepakatan.desk.accounts import (
    LOCAL,
    AccountRefused,
    add_account,
    load_accounts,
    remove_account,
    set_password,
    verify,
)
from notakesepakatan.web import create_app
from notakesepakatan.web.guard import clock, sessions, verification
from notakesepakatan.workspace import ChangedMeanwhile, Workspace
from waiting import PATIENCE
from web.conftest import SANDI, Uji

MejaKantor = Callable[..., Uji]


@pytest.fixture
def ruang_kosong(tmp_path: Path) -> Workspace:
    (tmp_path / "agreements").mkdir()
    return Workspace(tmp_path)


def test_whoever_has_not_logged_in_sees_nothing(meja_kantor: MejaKantor) -> None:
    meja = meja_kantor(ani="pembaca")
    jawaban = meja.client.get("/kesepakatan/contoh-sampah-2025?x=1")
    assert jawaban.status_code == 302
    assert jawaban.location == "/masuk?lanjut=/kesepakatan/contoh-sampah-2025?x%3D1"
    assert (
        meja.client.get(
            "/daftar/potongan", headers={"Accept": "application/json"}
        ).status_code
        == 401
    )
    assert meja.send("/keluar").status_code == 401
    assert "Daftar" not in meja.client.get("/masuk").text.split("<main")[0]


@pytest.mark.slow
def test_in_and_out(meja_kantor: MejaKantor) -> None:
    meja = meja_kantor(ani="pembaca")
    jawaban = meja.send(
        "/masuk", {"nama": "ani", "sandi": SANDI, "lanjut": "/jejak?siapa=ani"}
    )
    assert (jawaban.status_code, jawaban.location) == (302, "/jejak?siapa=ani")
    kue = jawaban.headers["Set-Cookie"]
    assert "HttpOnly" in kue
    assert "SameSite=Strict" in kue
    assert "ani <small>(pembaca)</small>" in meja.client.get("/").text
    lama = meja.client.get_cookie("meja")
    assert lama
    meja.send("/keluar")
    assert meja.client.get("/").status_code == 302
    meja.client.set_cookie("meja", lama.value)
    assert meja.client.get("/").status_code == 302, (
        "a cookie kept from before is worth nothing"
    )


@pytest.mark.parametrize(
    "lanjut",
    [
        "https://jahat.example",
        "//jahat.example",
        "/\\jahat.example",
        "javascript:1",
        "/a\r\nb",
        "x",
        "",
    ],
)
def test_login_leads_nowhere_else(meja_kantor: MejaKantor, lanjut: str) -> None:
    meja = meja_kantor(ani="pembaca")
    assert (
        meja.send("/masuk", {"nama": "ani", "sandi": SANDI, "lanjut": lanjut}).location
        == "/"
    )


@pytest.mark.slow
def test_a_wrong_password_says_so_at_its_field_and_keeps_the_name(
    meja_kantor: MejaKantor,
) -> None:
    meja = meja_kantor(ani="pembaca")
    jawaban = meja.masuk("ani", "salah-salah-salah")
    assert jawaban.status_code == 422
    assert 'value="ani"' in jawaban.text
    assert 'href="#ruas-nama"' in jawaban.text
    assert "salah-salah-salah" not in jawaban.text
    asing = meja.masuk("asing", "salah-salah-salah").text
    assert "Nama atau sandi tidak cocok." in asing
    kosong = meja.masuk("", "").text
    assert kosong.count("Wajib diisi.") == 4  # each at the top and at its field


SALAH = "salah-salah-salah"


@pytest.mark.slow
def test_wrong_passwords_slow_down_and_one_is_told(meja_kantor: MejaKantor) -> None:
    meja = meja_kantor(ani="pembaca")
    for _ in range(2):
        assert "Coba lagi setelah" not in meja.masuk("ani", SALAH).text
    jawaban = meja.masuk("ani", SALAH)
    assert jawaban.status_code == 422
    assert "Coba lagi setelah 5 detik." in jawaban.text
    jawaban = meja.masuk("ani")
    assert jawaban.status_code == 429, (
        "the right one too: else one could go on guessing"
    )
    assert "Tunggu 5 detik, lalu coba lagi." in jawaban.text
    assert jawaban.headers["Retry-After"] == "5"
    assert 'value="ani"' in jawaban.text
    meja.jam[0] += 5
    assert "Coba lagi setelah 10 detik." in meja.masuk("ani", SALAH).text
    meja.jam[0] += 10
    assert meja.masuk("ani").status_code == 302


@pytest.mark.slow
def test_a_name_in_other_capitals_is_counted_as_the_same(
    meja_kantor: MejaKantor,
) -> None:
    meja = meja_kantor(ani="pembaca")
    for typed in ("ANI", "Ani", " aNi "):
        assert meja.masuk(typed, SALAH).status_code == 422
    for typed in ("anI", "ani"):
        assert meja.masuk(typed).status_code == 429
    assert any(
        "salah sandi" in each.tindakan for each in Workspace(meja.root).trail(who="ani")
    )


@pytest.mark.slow
def test_an_unknown_name_is_answered_as_a_known_one(meja_kantor: MejaKantor) -> None:
    meja = meja_kantor(ani="pembaca")
    jawaban = {
        nama: [meja.masuk(nama, SALAH) for _ in range(5)] for nama in ("ani", "asing")
    }

    def said(nama: str) -> list[tuple[int, str]]:
        return [
            (satu.status_code, satu.text.split("<main")[1].replace(nama, ""))
            for satu in jawaban[nama]
        ]

    def without_token(said: list[tuple[int, str]]) -> list[tuple[int, str]]:
        return [(kode, re.sub(r'value="[^"]*"', "", isi)) for kode, isi in said]

    assert without_token(said("ani")) == without_token(said("asing"))


@pytest.mark.slow
def test_colleagues_behind_one_address_are_not_shut_out(
    meja_kantor: MejaKantor,
) -> None:
    """Thirty wrong ones from the proxy's address, also for a colleague's own name."""
    meja = meja_kantor(ani="pembaca", budi="pembaca")
    for n in range(25):
        meja.masuk(f"nama{n}", SALAH)
    for _ in range(5):
        meja.masuk("budi", SALAH)
    rekan = meja.app.test_client()
    rekan.environ_base |= {"HTTP_ORIGIN": "http://localhost"}
    assert Uji(meja.root, meja.app, rekan, meja.jam).masuk("ani").status_code == 302


@pytest.mark.slow
def test_guessing_at_a_name_does_not_shut_out_whom_it_belongs_to(
    meja_kantor: MejaKantor,
) -> None:
    """The browser in which one logged in before is counted by itself, and by itself only."""
    meja = meja_kantor(ani="pembaca", budi="pembaca")
    meja.masuk("ani")
    meja.send("/keluar")
    penyerang = meja.app.test_client()
    for n in range(40):
        penyerang.environ_base |= {
            "HTTP_ORIGIN": "http://localhost",
            "REMOTE_ADDR": f"10.0.0.{n}" if n % 2 else "127.0.0.1",
        }
        lawan = Uji(meja.root, meja.app, penyerang, meja.jam)
        kode = lawan.masuk("ani", SALAH).status_code
    assert kode == 429
    lain = meja.app.test_client()
    lain.environ_base |= {
        "HTTP_ORIGIN": "http://localhost",
        "REMOTE_ADDR": "10.9.9.9",
    }
    assert Uji(meja.root, meja.app, lain, meja.jam).masuk("ani").status_code == 429
    for _ in range(3):
        assert meja.masuk("ani", SALAH).status_code == 422
    assert meja.masuk("ani").status_code == 429, "that browser may not guess either"
    meja.jam[0] += 5
    assert meja.masuk("ani").status_code == 302


@pytest.mark.slow
def test_a_cookie_of_another_name_or_of_nobody_is_no_known_browser(
    meja_kantor: MejaKantor,
) -> None:
    meja = meja_kantor(ani="pembaca", budi="pembaca")
    kue = meja.masuk("budi").headers.getlist("Set-Cookie")
    kenal = next(satu for satu in kue if satu.startswith("meja-kenal="))
    assert "HttpOnly" in kenal
    assert "SameSite=Strict" in kenal
    assert SANDI not in kenal
    meja.send("/keluar")
    for nilai in (None, "karangan", "WyJ4IiwiYW5pIl0.salah"):
        if nilai:
            meja.client.set_cookie("meja-kenal", nilai, path="/masuk")
        for _ in range(3):
            meja.masuk("ani", SALAH)
        assert meja.masuk("ani").status_code == 429
        meja.jam[0] += 2 * 3600


@pytest.mark.slow
def test_no_more_passwords_are_held_against_hashes_than_leave_threads_for_readers(
    meja_kantor: MejaKantor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who comes while others' are looked at is told to come again, and that counts for nothing."""
    meja = meja_kantor(ani="pembaca")
    token = meja.token("/masuk")
    at_work = threading.Semaphore(0)
    go = threading.Event()

    def slow(*_: object) -> None:
        at_work.release()
        assert go.wait(PATIENCE)

    monkeypatch.setattr(verification, "verify", slow)

    def attempt(nama: str) -> int:
        klien = meja.app.test_client()
        klien.environ_base |= {"HTTP_ORIGIN": "http://localhost"}
        klien.set_cookie("meja", meja.client.get_cookie("meja").value)  # type: ignore[union-attr]
        isi = {"csrf_token": token, "nama": nama, "sandi": SALAH}
        return klien.post("/masuk", data=isi).status_code

    benang = [
        threading.Thread(target=attempt, args=(f"nama{n}",))
        for n in range(verification.MOST_AT_ONCE)
    ]
    for satu in benang:
        satu.start()
    for _ in benang:
        assert at_work.acquire(timeout=PATIENCE)
    assert [attempt("ani") for _ in range(10)] == [429] * 10
    go.set()
    for satu in benang:
        satu.join()
    assert attempt("ani") == 422


@pytest.mark.slow
def test_attempts_stand_in_the_trail_and_do_not_flood_it(
    meja_kantor: MejaKantor,
) -> None:
    meja = meja_kantor(ani="pembaca")

    def lines() -> list[tuple[str, str]]:
        semua = Workspace(meja.root).trail()
        return [
            (satu.who, satu.tindakan)
            for satu in reversed(semua)
            if satu.who != "baris perintah"
        ]

    for nama in ("ani", "rahasia-diketik-di-sini", "ani", "ani", "ani"):
        meja.masuk(nama, SALAH)
    assert lines() == [
        ("ani", "salah sandi dari 127.0.0.1"),
        ("tidak dikenal", "salah sandi dari 127.0.0.1"),
        ("ani", "percobaan ditahan dari 127.0.0.1"),
    ]
    for _ in range(30):
        meja.masuk("rahasia-diketik-di-sini", SALAH)
    assert len(lines()) == 4, "one more: the other name waits too"
    meja.jam[0] += 61
    assert meja.masuk("ani").status_code == 302
    meja.send("/keluar")
    assert lines()[4:] == [
        ("ani", "salah sandi 2 kali, terakhir dari 127.0.0.1"),
        ("tidak dikenal", "salah sandi 2 kali, terakhir dari 127.0.0.1"),
        ("ani", "masuk"),
        ("ani", "keluar"),
    ]


@pytest.mark.slow
def test_sessions_end(meja_kantor: MejaKantor) -> None:
    meja = meja_kantor(ani="pembaca")
    meja.masuk("ani")
    for _ in range(17):
        meja.jam[0] += 28 * 60
        assert meja.client.get("/").status_code == 200
    meja.jam[0] += 28 * 60
    assert meja.client.get("/").status_code == 302, "eight hours, however busy"
    meja.masuk("ani")
    meja.jam[0] += 30 * 60 + 1
    assert meja.client.get("/").status_code == 302, "half an hour of rest"


@pytest.mark.slow
@pytest.mark.parametrize("lompat", [-10 * 365 * 86400, -60, 60, 10 * 365 * 86400])
def test_the_machines_clock_neither_ends_nor_prolongs_a_session(
    meja_kantor: MejaKantor, monkeypatch: pytest.MonkeyPatch, lompat: int
) -> None:
    akar = meja_kantor(ani="pembaca").root
    app = create_app(
        Workspace(akar),
        login_required=True,
        valid_hosts=frozenset({"localhost"}),
    )
    klien = app.test_client()
    klien.environ_base |= {"HTTP_ORIGIN": "http://localhost"}
    meja = Uji(akar, app, klien, [])
    assert meja.masuk("ani").status_code == 302
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + lompat)
    assert meja.client.get("/alat").status_code == 200
    real_steady = clock.steady_seconds()
    later = real_steady + sessions.LONGEST_REST + 60
    monkeypatch.setattr(time, "clock_gettime", lambda _: later)
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert meja.client.get("/alat").status_code == 302


@pytest.mark.parametrize(
    "ubah",
    [
        lambda r: set_password(r, "ani", "sandi-yang-lain"),
        lambda r: remove_account(r, "ani"),
    ],
)
@pytest.mark.slow
def test_a_changed_account_ends_its_sessions(
    meja_kantor: MejaKantor, ubah: Callable[[Workspace], None]
) -> None:
    meja = meja_kantor(ani="pembaca")
    meja.masuk("ani")
    assert meja.client.get("/").status_code == 200
    ubah(Workspace(meja.root))
    assert meja.client.get("/").status_code == 302


def test_accounts(ruang_kosong: Workspace) -> None:
    add_account(ruang_kosong, "ani.s", "penyusun", SANDI)
    assert verify(ruang_kosong, "ani.s", SANDI) == load_accounts(ruang_kosong)["ani.s"]
    assert verify(ruang_kosong, "ani.s", SANDI + "x") is None
    assert verify(ruang_kosong, "tidak-ada", "umpan") is None
    assert LOCAL.may("pengesah")


@pytest.mark.parametrize(
    "nama", ["", "Ani", "a b", "../x", "ani\n", "lokal", "x" * 41, "ani"]
)
def test_names_that_cannot_be(ruang_kosong: Workspace, nama: str) -> None:
    add_account(ruang_kosong, "ani", "pembaca", SANDI)
    with pytest.raises(AccountRefused):
        add_account(ruang_kosong, nama, "pembaca", SANDI)
    assert list(load_accounts(ruang_kosong)) == ["ani"]


@pytest.mark.parametrize("sandi", ["", "pendek", "x" * 201])
def test_passwords_that_cannot_be(ruang_kosong: Workspace, sandi: str) -> None:
    with pytest.raises(AccountRefused):
        add_account(ruang_kosong, "ani", "pembaca", sandi)
    assert not load_accounts(ruang_kosong)


def test_a_broken_file_of_accounts_opens_nothing(ruang_kosong: Workspace) -> None:
    add_account(ruang_kosong, "ani", "pembaca", SANDI)
    (ruang_kosong.root / ".meja/pengguna.json").write_text("[1")
    with pytest.raises(AccountRefused, match="rusak"):
        load_accounts(ruang_kosong)


@pytest.mark.slow
def test_the_first_account_closes_a_desk_that_runs(meja: Uji) -> None:
    assert meja.client.get("/").status_code == 200
    token = meja.token()
    hasil = CliRunner().invoke(
        cli,
        ["-C", str(meja.root), "pengguna", "tambah", "ani", "--sandi-dari", "-"],
        input=f"{SANDI}\n",
    )
    assert "juga di meja yang sedang berjalan" in hasil.output
    assert meja.client.get("/").location == "/masuk?lanjut=/"
    kirim = meja.client.post("/susun", data={"csrf_token": token})
    assert kirim.status_code == 401
    (meja.root / ".meja/pengguna.json").unlink()
    assert meja.client.get("/").status_code == 302, "and it does not open again"


@pytest.mark.slow
def test_accounts_that_cannot_be_read_open_nothing(meja: Uji) -> None:
    (meja.root / ".meja").mkdir(exist_ok=True)
    (meja.root / ".meja/pengguna.json").write_text("[1")
    assert meja.client.get("/").status_code == 302
    assert "rusak" in meja.masuk("ani").text


@pytest.mark.slow
def test_the_trail_is_read_by_a_pengesah(meja_kantor: MejaKantor) -> None:
    meja = meja_kantor(ani="penyusun", citra="pengesah")
    meja.masuk("ani")
    jawaban = meja.client.get("/jejak")
    assert jawaban.status_code == 403
    assert "mintalah seorang pengesah" in jawaban.text
    assert "/jejak" not in meja.client.get(f"/kesepakatan/{CONTOH}").text
    meja.send("/keluar")
    meja.masuk("citra")
    assert "masuk" in meja.client.get("/jejak").text
    assert (
        f"/jejak?kesepakatan={CONTOH}" in meja.client.get(f"/kesepakatan/{CONTOH}").text
    )


@pytest.mark.slow
def test_the_command(ruang_kosong: Workspace) -> None:
    def run(*isi: str, masukan: str = "") -> tuple[int, str]:
        hasil = CliRunner().invoke(
            cli, ["-C", str(ruang_kosong.root), "pengguna", *isi], input=masukan
        )
        return hasil.exit_code, hasil.output

    assert "Belum ada akun" in run("daftar")[1]
    assert (
        run(
            "tambah",
            "ani",
            "--peran",
            "pengesah",
            "--sandi-dari",
            "-",
            masukan=f"{SANDI}\n",
        )[0]
        == 0
    )
    kode, keluar = run("tambah", "budi", masukan=f"{SANDI}\n{SANDI}\n")
    assert kode == 0
    assert SANDI not in keluar
    assert "tidak sama" in run("sandi", "budi", masukan=f"{SANDI}\nyang-lain-lagi\n")[1]
    assert verify(ruang_kosong, "budi", SANDI)
    assert run("sandi", "budi", "--sandi-dari", "-", masukan="yang-lain-lagi\n")[0] == 0
    assert verify(ruang_kosong, "budi", "yang-lain-lagi")
    assert run("daftar")[1] == "ani  pengesah\nbudi  penyusun\n"
    assert run("hapus", "budi")[0] == 0
    assert run("hapus", "budi")[0] == 1
    assert ruang_kosong.trail()[0].tindakan == "menghapus pengguna budi"


@pytest.mark.slow
def test_the_trail_only_grows(ruang_kosong: Workspace) -> None:
    """Many at once lose no line; a line torn by a crash hides no other."""

    def tulis(siapa: str) -> None:
        for i in range(25):
            ruang_kosong.note(f"baris\n{i}" + "x" * 300, "k", siapa)

    benang = [threading.Thread(target=tulis, args=(f"orang{n}",)) for n in range(6)]
    for satu in benang:
        satu.start()
    for satu in benang:
        satu.join()
    berkas = ruang_kosong.root / ".meja/jejak.jsonl"
    assert len([json.loads(baris) for baris in berkas.read_text().splitlines()]) == 150
    with berkas.open("a") as lanjut:
        lanjut.write('{"waktu": "2026')
    ruang_kosong.note("sesudah", who="ani")
    semua = ruang_kosong.trail()
    assert semua[0].tindakan == "sesudah"
    assert len(semua) == 151
    assert len(ruang_kosong.trail(slug="k", who="orang3")) == 25


@pytest.mark.slow
def test_the_trail_in_the_desk(meja: Uji) -> None:
    for i in range(130):
        Workspace(meja.root).note(f"tindakan-{i}", "k-<b>", "ani")
    isi = meja.client.get("/jejak").text
    assert "tindakan-129" in isi
    assert "tindakan-29<" not in isi
    assert "k-&lt;b&gt;" in isi
    assert "tindakan-0<" in meja.client.get("/jejak?halaman=2").text
    assert "Belum ada perubahan" in meja.client.get("/jejak?siapa=budi").text


def test_the_hash_guard(meja: Uji) -> None:
    """What changed since a form was opened is not overwritten, whichever of the agreement's files it is."""
    ruang = Workspace(meja.root)
    lama = ruang.hash("contoh-sampah-2025")
    with ruang.lock(), ruang.lock():
        ruang.check_unchanged("contoh-sampah-2025", lama)
    berkas = (
        meja.root / "agreements/contoh-sampah-2025/peristiwa/2026-05-22-selesai.yaml"
    )
    sidik = Workspace.file_hash(berkas)
    berkas.write_text(berkas.read_text() + "# catatan\n")
    os.utime(berkas, (0, 0))
    assert Workspace.file_hash(berkas) != sidik
    assert Workspace.file_hash(berkas.with_name("tidak-ada.yaml")) == ""
    with ruang.lock(), pytest.raises(ChangedMeanwhile):
        ruang.check_unchanged("contoh-sampah-2025", lama)


@pytest.mark.slow
def test_many_attempts_at_once_pass_no_limit(meja_kantor: MejaKantor) -> None:
    meja = meja_kantor(ani="penyusun")
    token = meja.token("/masuk")
    kode = list[int]()

    def attempt() -> None:
        klien = meja.app.test_client()
        klien.environ_base |= {"HTTP_ORIGIN": "http://localhost"}
        klien.set_cookie("meja", meja.client.get_cookie("meja").value)  # type: ignore[union-attr]
        kode.append(
            klien.post(
                "/masuk",
                data={"csrf_token": token, "nama": "ani", "sandi": "salah-sekali-ini"},
            ).status_code
        )

    benang = [threading.Thread(target=attempt) for _ in range(12)]
    for satu in benang:
        satu.start()
    for satu in benang:
        satu.join()
    assert sorted(kode) == [422] * 3 + [429] * 9


@pytest.mark.parametrize(
    "lanjut", ["//[", "/\\[", "https://[", "//jahat.example", "/daftar\x00"]
)
@pytest.mark.slow
def test_an_address_that_is_none_leads_to_the_register(
    lanjut: str, meja_kantor: MejaKantor
) -> None:
    assert (
        meja_kantor(ani="pembaca")
        .client.get("/masuk", query_string={"lanjut": lanjut})
        .status_code
        == 200
    )


@pytest.mark.slow
def test_without_its_line_in_the_trail_nothing_is_written(meja: Uji) -> None:
    (meja.root / ".meja").mkdir(exist_ok=True)
    (meja.root / ".meja/jejak.jsonl").mkdir()
    jejak = Workspace(meja.root).hash(CONTOH)
    isi = {
        "tanggal": "2026-11-20",
        "perihal": "perpanjangan",
        "dari": "kedua",
        "jejak": jejak,
    }
    assert (
        meja.send(
            f"/kesepakatan/{CONTOH}/catat/pemberitahuan_diterima", isi
        ).status_code
        == 422
    )
    assert not (
        meja.root
        / f"agreements/{CONTOH}/peristiwa/2026-11-20-pemberitahuan-diterima.yaml"
    ).exists()
