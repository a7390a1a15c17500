"""The calendar at the desk, and the address that other programs read it from."""

import re
from collections.abc import Callable

import icalendar
import pytest

from conftest import CONTOH
from notakesepakatan.bureau.calendar import month
from notakesepakatan.bureau.register import open_register
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace
from web.conftest import HARI, Uji


@pytest.mark.slow
def test_month_has_deadlines_events_and_days_off(meja: Uji) -> None:
    teks = meja.client.get("/kalender").text
    assert "November 2026" in teks and "hari ini" in teks
    teks = meja.client.get("/kalender?bulan=2027-03").text
    assert (
        "Maret 2027" in teks
        and "Batas pemberitahuan" in teks
        and f"/kesepakatan/{CONTOH}" in teks
        and "Idul" in teks
    )
    assert "akhir pekan" not in teks
    teks = meja.client.get("/kalender?bulan=2026-10").text
    assert "Tercatat: Pengakhiran" in teks
    for salah in ("2026-13", "<script>", "{{7*7}}", "../../", "9999-01", "2026-10\r\n"):
        assert (
            "November 2026"
            in meja.client.get("/kalender", query_string={"bulan": salah}).text
        )


def test_weeks_are_whole_and_every_deadline_stands_on_its_safe_day(meja: Uji) -> None:
    ruang = Workspace(meja.root)
    daftar, _ = open_register(Opened(ruang), HARI)
    for bulan in range(1, 13):
        pekan = month(daftar, load_calendar(ruang.root), 2027, bulan)
        assert all(
            len(tujuh) == 7 and tujuh[0].tanggal.weekday() == 0 for tujuh in pekan
        )
        assert all(
            t.safe == hari.tanggal
            for tujuh in pekan
            for hari in tujuh
            for _, t in hari.tenggat
        )
        hari = [h for tujuh in pekan for h in tujuh if not h.outside]
        assert [h.tanggal.day for h in hari] == list(range(1, len(hari) + 1))


@pytest.mark.slow
def test_without_accounts_the_address_is_plain(meja: Uji) -> None:
    assert 'value="http://localhost/kalender.ics"' in meja.client.get("/kalender").text
    jawab = meja.client.get("/kalender.ics")
    assert jawab.content_type == "text/calendar; charset=utf-8"
    assert any(
        "pemberitahuan" in str(a["summary"])
        for a in icalendar.Calendar.from_ical(jawab.data).walk("VEVENT")
    )
    assert meja.send("/kalender/langganan").status_code == 404


@pytest.mark.slow
def test_with_accounts_the_address_carries_a_word_of_ones_own_that_can_be_revoked(
    meja_kantor: "type[Uji]",
) -> None:
    meja = meja_kantor(ani="pembaca", budi="pembaca")  # type: ignore[call-arg]
    assert meja.client.get("/kalender.ics").status_code == 403
    meja.masuk("ani")
    assert meja.client.get("/kalender.ics").status_code == 200
    assert "kunci=" not in meja.client.get("/kalender").text

    def new_address() -> str:
        cocok = re.search(
            r'value="http://localhost(/kalender\.ics\?kunci=[\w-]{43})"',
            meja.send("/kalender/langganan").text,
        )
        assert cocok
        return cocok[1]

    pertama = new_address()
    assert "kunci=" not in meja.client.get("/kalender").text  # shown once
    assert pertama.split("=")[1] not in (meja.root / ".meja/langganan.json").read_text()
    assert (meja.root / ".meja/langganan.json").stat().st_mode & 0o077 == 0
    luar = meja.app.test_client()
    assert luar.get(pertama).status_code == 200
    assert (
        luar.get("/kalender").status_code == 302
    )  # the word opens the calendar file and nothing else
    kedua = new_address()
    assert luar.get(pertama).status_code == 403 and luar.get(kedua).status_code == 200
    meja.send("/kalender/langganan", {"cabut": "ya"})
    assert luar.get(kedua).status_code == 403
    assert Workspace(meja.root).trail()[0].tindakan == "mencabut alamat kalender"


@pytest.mark.parametrize("kunci", ["", "x", "../../etc/passwd", "\udcff"])
def test_no_word_opens_by_accident(meja_kantor: "type[Uji]", kunci: str) -> None:
    meja = meja_kantor(ani="pembaca")  # type: ignore[call-arg]
    assert (
        meja.client.get(
            "/kalender.ics", query_string={"kunci": kunci.encode(errors="replace")}
        ).status_code
        == 403
    )


@pytest.mark.slow
def test_a_word_goes_with_its_account(meja_kantor: "type[Uji]") -> None:
    from notakesepakatan.desk.accounts import (
        add_account,
        load_accounts,
        remove_account,
        set_password,
    )
    from notakesepakatan.desk.subscriptions import subscribe

    """Its password changed, the account gone, another of that name: the old word opens nothing."""
    meja = meja_kantor(ani="pembaca", budi="pengesah")  # type: ignore[call-arg]
    ruang = Workspace(meja.root)
    kunci = subscribe(ruang, load_accounts(ruang)["ani"])
    assert meja.client.get(f"/kalender.ics?kunci={kunci}").status_code == 200
    ubahan: tuple[Callable[[], None], ...] = (
        lambda: set_password(ruang, "ani", "sandi-yang-lain-lagi"),
        lambda: remove_account(ruang, "ani"),
        lambda: add_account(ruang, "ani", "pembaca", "sandi-orang-lain"),
    )
    for ubah in ubahan:
        ubah()
        assert meja.client.get(f"/kalender.ics?kunci={kunci}").status_code == 403
    (meja.root / ".meja/langganan.json").write_text('{"ani": 5}')
    assert meja.client.get(f"/kalender.ics?kunci={kunci}").status_code == 403


@pytest.mark.slow
def test_a_day_in_doubt_is_marked(meja: Uji) -> None:
    isi = (meja.root / f"agreements/{CONTOH}/kesepakatan.yaml").read_text()
    folder = meja.root / "agreements/belum-pasti"
    folder.mkdir()
    (folder / "kesepakatan.yaml").write_text(
        isi.replace("tanggal: 2022-06-16", "tanggal: 2023-06-16")
    )
    teks = meja.client.get("/kalender?bulan=2028-03").text
    assert "Batas pemberitahuan (sementara)" in teks
    assert "dapat berubah: hari libur tahun 2028 belum ditetapkan" in teks
    assert "(sementara)" not in meja.client.get("/kalender?bulan=2027-03").text
    acara = icalendar.Calendar.from_ical(meja.client.get("/kalender.ics").data)
    marked = {
        str(a["uid"]).split("-pemberitahuan")[0]
        for a in acara.walk("VEVENT")
        if str(a["summary"]).endswith("(sementara)")
    }
    assert "belum-pasti" in marked and CONTOH not in marked
