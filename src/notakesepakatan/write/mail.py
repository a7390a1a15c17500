"""A short plain message by e-mail, through the office's own server; only where the settings name one."""

import os
import smtplib
from email.message import EmailMessage
from typing import Protocol

from notakesepakatan.errors import SurelGagal

SANDI = "NOTA_SANDI_SUREL"
"""Environment variable that holds the password: no secret stands in a file of the workspace."""


class Peladen(Protocol):
    """What must be known of the server and the people; the workspace's settings have it."""

    @property
    def peladen(self) -> str: ...
    @property
    def porta(self) -> int: ...
    @property
    def tls(self) -> bool: ...
    @property
    def pengguna(self) -> str | None: ...
    @property
    def dari(self) -> str: ...
    @property
    def kepada(self) -> tuple[str, ...]: ...


def send(atur: Peladen, judul: str, isi: str) -> None:
    """Send one message.

    Raises:
        SurelGagal: the server cannot be reached, or refuses.
    """
    pesan = EmailMessage()
    pesan["Subject"], pesan["From"], pesan["To"] = judul, atur.dari, ", ".join(atur.kepada)
    pesan.set_content(isi)
    try:
        with smtplib.SMTP(atur.peladen, atur.porta, timeout=30) as peladen:
            if atur.tls:
                peladen.starttls()
            if atur.pengguna:
                peladen.login(atur.pengguna, os.environ.get(SANDI, ""))
            peladen.send_message(pesan)
    except (OSError, smtplib.SMTPException) as sebab:
        raise SurelGagal(atur.peladen, str(sebab)) from None
