"""One's own password, changed in the desk."""

from collections.abc import Callable

import pytest

from notakesepakatan.desk.accounts import (
    AccountRefused,
    add_account,
    change_password,
    load_accounts,
    set_password,
    verify,
)
from notakesepakatan.workspace import Workspace
from web.conftest import SANDI, Uji

MejaKantor = Callable[..., Uji]
BARU = "sandi-baru-ani"


def another_browser(meja: Uji) -> Uji:
    klien = meja.app.test_client()
    klien.environ_base |= {"HTTP_ORIGIN": "http://localhost"}
    return Uji(meja.root, meja.app, klien, meja.jam)


def isian(sandi: str = SANDI, baru: str = BARU, ulang: str = BARU) -> dict[str, str]:
    return {"sandi": sandi, "sandi_baru": baru, "sandi_ulang": ulang}


@pytest.mark.slow
def test_the_new_one_is_valid_at_once_and_other_sessions_end(
    meja_kantor: MejaKantor,
) -> None:
    meja = meja_kantor(ani="pembaca", budi="pembaca")
    lain, budi = another_browser(meja), another_browser(meja)
    meja.masuk("ani")
    lain.masuk("ani")
    budi.masuk("budi")
    assert 'href="/sandi"' in meja.client.get("/").text
    jawaban = meja.send("/sandi", isian())
    assert (jawaban.status_code, jawaban.location) == (302, "/")
    assert "Sandi Anda sudah diganti" in meja.client.get("/").text
    assert lain.client.get("/").status_code == 302
    assert budi.client.get("/").status_code == 200
    ruang = Workspace(meja.root)
    assert verify(ruang, "ani", SANDI) is None
    assert verify(ruang, "ani", BARU)
    assert verify(ruang, "budi", SANDI)
    terakhir = ruang.trail()[0]
    assert (terakhir.who, terakhir.tindakan) == ("ani", "mengganti sandi sendiri")


@pytest.mark.parametrize(
    ("yang", "kata"),
    [
        (isian(sandi=""), "Wajib diisi."),
        (isian(sandi="salah-salah"), "Sandi sekarang tidak cocok."),
        (isian(baru="cekak-9x", ulang="cekak-9x"), "Sandi paling pendek 10 karakter"),
        (isian(baru="x" * 201, ulang="x" * 201), "Sandi paling panjang 200 karakter"),
        (isian(ulang="lain-lagi-ini"), "Tidak sama dengan sandi baru"),
        (isian(baru=SANDI, ulang=SANDI), "sama dengan sandi sekarang"),
    ],
)
@pytest.mark.slow
def test_what_is_wrong_is_said_and_changes_nothing(
    meja_kantor: MejaKantor, yang: dict[str, str], kata: str
) -> None:
    meja = meja_kantor(ani="pembaca")
    meja.masuk("ani")
    jawaban = meja.send("/sandi", yang)
    assert jawaban.status_code == 422
    assert kata in jawaban.text
    assert not [nilai for nilai in yang.values() if nilai and nilai in jawaban.text]
    assert verify(Workspace(meja.root), "ani", SANDI)


@pytest.mark.slow
def test_nobody_guesses_at_it_from_an_open_session(meja_kantor: MejaKantor) -> None:
    meja = meja_kantor(ani="pembaca")
    meja.masuk("ani")
    kode = [meja.send("/sandi", isian(sandi=f"salah{n}")).status_code for n in range(5)]
    assert kode == [422, 422, 422, 429, 429]
    assert meja.send("/sandi", isian()).status_code == 429
    tercatat = [satu.tindakan for satu in Workspace(meja.root).trail(who="ani")]
    assert "salah sandi saat mengganti sandi dari 127.0.0.1" in tercatat
    meja.jam[0] += 5
    assert meja.send("/sandi", isian()).status_code == 302


@pytest.mark.slow
def test_only_for_who_has_logged_in(meja_kantor: MejaKantor) -> None:
    meja = meja_kantor(ani="pembaca")
    assert meja.client.get("/sandi").location == "/masuk?lanjut=/sandi"
    assert meja.send("/sandi", isian()).status_code == 401
    assert verify(Workspace(meja.root), "ani", SANDI)


@pytest.mark.slow
def test_a_desk_without_accounts_has_none(meja: Uji) -> None:
    assert "dibuka tanpa akun" in meja.client.get("/sandi").text
    assert meja.send("/sandi", isian()).status_code == 404
    assert 'href="/sandi"' not in meja.client.get("/").text


def test_a_password_changed_meanwhile_is_not_overwritten(meja: Uji) -> None:
    ruang = Workspace(meja.root)
    add_account(ruang, "ani", "pembaca", SANDI)
    ani = load_accounts(ruang)["ani"]
    set_password(ruang, "ani", "dari-pengelola")
    with pytest.raises(AccountRefused, match="baru saja diganti"):
        change_password(ruang, ani, BARU)
    assert verify(ruang, "ani", "dari-pengelola")
