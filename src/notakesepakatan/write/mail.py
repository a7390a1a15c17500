"""A short plain message by e-mail, through the office's own server.

Only where the settings name one.
"""

import os
import smtplib
from email.message import EmailMessage
from typing import Protocol

from notakesepakatan.errors import NotaError


class MailFailed(NotaError):
    """The summary could not be sent; what was written stays."""

    def __init__(self, peladen: str, sebab: str) -> None:
        super().__init__(
            f"Ringkasan tidak terkirim lewat {peladen} ({sebab}); surat tetap tersimpan. "
            "Periksa surel: di pengaturan.yaml"
        )


VARIABLE = "NOTA_SANDI_SUREL"
"""Environment variable that holds the password: no secret stands in a file of the workspace."""


class Server(Protocol):
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


def send(setting: Server, judul: str, content: str) -> None:
    """Send one message.

    Raises:
        MailFailed: the server cannot be reached, or refuses.
    """
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = (
        judul,
        setting.dari,
        ", ".join(setting.kepada),
    )
    message.set_content(content)
    try:
        with smtplib.SMTP(setting.peladen, setting.porta, timeout=30) as server:
            if setting.tls:
                server.starttls()
            if setting.pengguna:
                server.login(setting.pengguna, os.environ.get(VARIABLE, ""))
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as cause:
        raise MailFailed(setting.peladen, str(cause)) from None
