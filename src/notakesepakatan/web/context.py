"""What every view asks for: the workspace, the day, who is at the desk."""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date
from typing import cast

from flask import current_app, g

from notakesepakatan.desk.accounts import LOKAL, Pengguna
from notakesepakatan.desk.register import Papan
from notakesepakatan.workspace.folders import RuangKerja


@dataclass(frozen=True)
class Meja:
    """One desk, as `create_app` was asked to make it.

    Attributes:
        ruang: the workspace.
        hari_ini: gives the day.
        wajib_masuk: whether one must log in.
        alamat_sah: hosts that requests may name, with their ports.
        asal: the address that people type where it is not the server's own, "https://meja.kota.go.id"; or empty.
        waktu: seconds since the epoch.
        papan: the register, kept between requests.
    """

    ruang: RuangKerja
    hari_ini: Callable[[], date]
    wajib_masuk: bool
    alamat_sah: Set[str]
    asal: str
    waktu: Callable[[], float]
    papan: Papan


def desk() -> Meja:
    """The desk that answers this request."""
    return cast(Meja, current_app.extensions["meja"])


def ruang() -> RuangKerja:
    """Its workspace."""
    return desk().ruang


def papan() -> Papan:
    """Its register, kept between requests."""
    return desk().papan


def hari_ini() -> date:
    """Today, as the desk was told."""
    return desk().hari_ini()


def pengguna() -> Pengguna:
    """Who sends this request; asked only where one has logged in or need not."""
    return cast(Pengguna, g.get("pengguna", LOKAL))


def short_paths(teks: str) -> str:
    """A message with paths as from the workspace, which is all the reader of a page needs to know."""
    return re.sub(re.escape(str(ruang().akar).rstrip("/")) + "/?", "", teks)
