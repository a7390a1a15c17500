"""The desk's day and times: the office's, on a machine of any zone, while the desk runs on."""

import json
from datetime import datetime
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from clock import JAKARTA, LOS_ANGELES, UTC, machine, seconds
from conftest import CONTOH
from notakesepakatan.cli import cli
from notakesepakatan.web import create_app
from notakesepakatan.web.guard import server
from notakesepakatan.workspace import TrailEntry, Workspace
from web.conftest import HOST, copy_workspace


@pytest.fixture
def akar(tmp_path: Path) -> Path:
    return copy_workspace(tmp_path)


def desk(root: Path, now: list[float], **more: bool) -> FlaskClient:
    """A desk whose clock stands where `now` says."""
    app = create_app(
        Workspace(root),
        now=lambda: now[0],
        login_required=more.get("login_required", False),
        valid_hosts=frozenset({HOST}),
    )
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    client.environ_base |= {"HTTP_ORIGIN": f"http://{HOST}"}
    return client


@pytest.mark.slow
@pytest.mark.parametrize("zone", [UTC, LOS_ANGELES], ids=["UTC", "America"])
@pytest.mark.parametrize("time", ["00:30", "06:30"])
def test_early_in_the_morning_every_page_has_the_office_s_day(
    akar: Path, zone: str, time: str
) -> None:
    moment = f"2026-11-24T{time}:00+07:00"
    with machine(zone, moment):
        client = desk(akar, [seconds(moment)])
        assert "Selasa, 24 November 2026" in client.get("/").text
        assert "101 hari lagi" in client.get("/").text
        assert "November 2026" in client.get("/kalender").text
        form = client.get(f"/kesepakatan/{CONTOH}/catat/pemberitahuan_diterima")
        assert 'value="2026-11-24"' in form.text


@pytest.mark.slow
def test_a_desk_that_runs_on_changes_its_day_at_the_office_s_midnight(
    akar: Path,
) -> None:
    now = [seconds("2026-11-23T23:59:59+07:00")]
    client = desk(akar, now)
    assert "Senin, 23 November 2026" in client.get("/").text
    assert "102 hari lagi" in client.get("/").text
    now[0] += 1
    assert "Selasa, 24 November 2026" in client.get("/").text
    assert "101 hari lagi" in client.get("/").text


@pytest.mark.slow
def test_the_zone_is_read_for_each_request(akar: Path) -> None:
    client = desk(akar, [seconds("2026-11-23T22:30:00+07:00")])
    assert "Senin, 23 November 2026" in client.get("/").text
    (akar / "pengaturan.yaml").write_text("zona: Asia/Jayapura\n", encoding="utf-8")
    assert "Selasa, 24 November 2026" in client.get("/").text


@pytest.mark.slow
def test_a_request_that_outlives_midnight_keeps_its_day(akar: Path) -> None:
    """All of a page is of one day, whenever its parts are made."""
    midnight = seconds("2026-11-24T00:00:00+07:00")
    moments = iter([midnight - 1, midnight])
    app = create_app(
        Workspace(akar),
        now=lambda: next(moments),
        login_required=False,
        valid_hosts=frozenset({HOST}),
    )
    assert "Senin, 23 November 2026" in app.test_client().get("/").text


@pytest.mark.slow
@pytest.mark.parametrize("zone", [UTC, LOS_ANGELES], ids=["UTC", "America"])
def test_the_trail_has_the_office_s_time(akar: Path, zone: str) -> None:
    moment = "2026-11-24T06:30:00+07:00"
    with machine(zone, moment):
        client = desk(akar, [seconds(moment)])
        event = {
            "tanggal": "2026-11-20",
            "perihal": "perpanjangan",
            "dari": "kedua",
            "jejak": Workspace(akar).hash(CONTOH),
        }
        address = f"/kesepakatan/{CONTOH}/catat/pemberitahuan_diterima"
        assert client.post(address, data=event).status_code == 302
        page = client.get("/jejak").text
    lines = (akar / ".meja/jejak.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["waktu"] for line in lines} == {moment}
    assert "Waktu (WIB)" in page and "2026-11-24 06:30:00" in page


def test_times_kept_by_a_server_in_utc_are_shown_as_the_office_s(akar: Path) -> None:
    entry = TrailEntry("2026-11-23T23:30:12+00:00", "ani", "lama")
    (akar / ".meja").mkdir()
    (akar / ".meja/jejak.jsonl").write_text(f"{entry.to_line()}\n", encoding="utf-8")
    (akar / "pengaturan.yaml").write_text("zona: Asia/Makassar\n", encoding="utf-8")
    page = desk(akar, [seconds("2026-11-24T12:00:00+07:00")]).get("/jejak").text
    assert "Waktu (WITA)" in page and "2026-11-24 07:30:12" in page


@pytest.mark.parametrize(
    ("zona", "begin"),
    [
        ("Asia/Jakarta", "2022-06-16T00:00:00+07:00"),
        ("Asia/Jayapura", "2022-06-16T00:00:00+09:00"),
    ],
)
@pytest.mark.slow
def test_the_calendar_is_in_the_office_s_time(
    akar: Path, zona: str, begin: str
) -> None:
    (akar / "pengaturan.yaml").write_text(f"zona: {zona}\n", encoding="utf-8")
    client = desk(akar, [seconds("2026-11-24T12:00:00+07:00")])
    calendar = icalendar.Calendar.from_ical(client.get("/kalender.ics").data)
    assert str(calendar["x-wr-timezone"]) == zona
    stamps = {
        event.decoded("dtstamp")
        for event in calendar.walk("VEVENT")
        if CONTOH in str(event["uid"])
    }
    assert stamps == {datetime.fromisoformat(begin)}


@pytest.mark.slow
def test_settings_that_are_wrong_are_said_by_a_page(akar: Path) -> None:
    (akar / "pengaturan.yaml").write_text("zona: Asia/Tokyo\n", encoding="utf-8")
    client = desk(akar, [seconds("2026-11-24T12:00:00+07:00")])
    answer = client.get("/")
    assert answer.status_code == 422
    assert "Asia/Jakarta, Asia/Makassar, Asia/Jayapura" in answer.text
    assert client.get("/jejak").status_code == 200
    office = desk(akar, [0.0], login_required=True)
    assert office.get("/masuk").status_code == 200


@pytest.mark.parametrize(("zone", "differs"), [(UTC, True), (JAKARTA, False)])
def test_the_start_line_tells_of_the_machine_s_zone(
    akar: Path, monkeypatch: pytest.MonkeyPatch, zone: str, differs: bool
) -> None:
    class Server:
        def run(self) -> None:
            """Nobody comes."""

    opened = Server(), "http://127.0.0.1:8020"
    monkeypatch.setattr(server, "open_desk", lambda *_: opened)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    with machine(zone, "2026-11-24T12:00:00+07:00"):
        words = ["-C", str(akar), "web", "--tanpa-browser"]
        result = CliRunner().invoke(cli, words, catch_exceptions=False)
    assert "Meja siap di http://127.0.0.1:8020/" in result.stdout
    assert ("komputer ini UTC+00.00" in result.stderr) == differs
