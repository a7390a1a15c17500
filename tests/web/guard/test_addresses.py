"""Whose word about a visitor's address is believed."""

from collections.abc import Iterable
from typing import Any

import pytest

from notakesepakatan.web.guard.addresses import behind, source
from notakesepakatan.web.guard.server import (
    DeskNotStarted,
    Position,
    check_proxies,
)

PROXIES = frozenset({"127.0.0.1", "10.0.0.2", "fd00::2"})


def seen(peer: str, **headers: str) -> dict[str, Any]:
    """What the application is told."""
    told: dict[str, Any] = {}

    def app(environ: dict[str, Any], start_response: object) -> Iterable[bytes]:
        told.update(environ)
        return []

    names = {f"HTTP_{name.upper()}": value for name, value in headers.items()}
    environ = {"REMOTE_ADDR": peer, "wsgi.url_scheme": "http", **names}
    behind(PROXIES, app)(environ, lambda *_: None)
    return told


@pytest.mark.parametrize(
    ("peer", "forwarded_for", "visitor"),
    [
        ("127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("fd00::2", "2001:db8::1", "2001:db8::1"),
        ("127.0.0.1", "[2001:DB8::1]", "2001:db8::1"),
        ("127.0.0.1", "1.1.1.1, 192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "192.0.2.7, 10.0.0.2", "192.0.2.7"),
        ("127.0.0.1", "1.1.1.1, 192.0.2.7, 10.0.0.2, 127.0.0.1", "192.0.2.7"),
        ("127.0.0.1", "10.0.0.2", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "<script>", "127.0.0.1"),
        ("127.0.0.1", "1.1.1.1, unknown", "127.0.0.1"),
        ("192.0.2.9", "192.0.2.7", "192.0.2.9"),
        ("192.0.2.9", "127.0.0.1", "192.0.2.9"),
    ],
)
def test_the_visitor(peer: str, forwarded_for: str, visitor: str) -> None:
    assert seen(peer, x_forwarded_for=forwarded_for)["REMOTE_ADDR"] == visitor


def test_the_scheme_is_a_proxys_word_too() -> None:
    assert seen("10.0.0.2", x_forwarded_proto="https")["wsgi.url_scheme"] == "https"
    assert seen("10.0.0.2", x_forwarded_proto="gopher")["wsgi.url_scheme"] == "http"
    assert seen("10.0.0.3", x_forwarded_proto="https")["wsgi.url_scheme"] == "http"


@pytest.mark.parametrize("peer", ["127.0.0.1", "192.0.2.9"])
def test_no_header_of_a_proxy_goes_further(peer: str) -> None:
    headers = {
        "x_forwarded_for": "192.0.2.7",
        "x_forwarded_host": "jahat.example",
        "x_forwarded_prefix": "/jahat",
        "forwarded": "for=192.0.2.7",
    }
    assert not [name for name in seen(peer, **headers) if "FORWARDED" in name]


def test_an_address_of_the_sixth_version_counts_as_its_network() -> None:
    assert source("192.0.2.7") == "192.0.2.7"
    assert source("2001:db8::1") == source("2001:db8::ffff:1") == "2001:db8::/64"
    assert source("2001:db8:0:1::1") != source("2001:db8::1")
    assert source("localhost") == "localhost"


def test_proxies_as_the_command_takes_them() -> None:
    origin = "https://meja.kota.go.id"
    assert check_proxies([], "") == ()
    assert check_proxies(["192.168.1.10", "FD00::2"], origin) == (
        "192.168.1.10",
        "fd00::2",
    )
    with pytest.raises(DeskNotStarted, match="bukan alamat IP"):
        check_proxies(["nginx.kota.go.id"], origin)
    with pytest.raises(DeskNotStarted, match="bersama --asal"):
        check_proxies(["192.168.1.10"], "")


def test_whom_a_desk_believes() -> None:
    assert Position().believed == frozenset()
    assert Position(origin="https://a").believed == {"127.0.0.1", "::1"}
    named = Position(origin="https://a", proxies=("192.168.1.10",))
    assert named.believed == {"192.168.1.10"}
