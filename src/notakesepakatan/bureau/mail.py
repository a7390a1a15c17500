"""Messages by e-mail that wait in `.meja/surel/` until the office's server has taken them.

A message is kept before it is sent and removed when it has been: what a broken network or a
kill leaves behind is sent by the next run, with the Message-ID it had. Its file,
`<key>.eml`, is the message itself, which any mail program opens; what came of the last try
stands in two headers of ours that are never sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from filelock import FileLock, Timeout

from notakesepakatan.errors import CannotRead, CannotWrite
from notakesepakatan.model.pengaturan import MailServer
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import read_limited
from notakesepakatan.workspace.layout import DESK_FOLDER
from notakesepakatan.write.mail import (
    Connection,
    MailFailed,
    connected,
    key_of,
    people_refused,
    read_mail,
)
from notakesepakatan.zona import Zona, office_time

MAIL_FOLDER = "surel"
_LOCK_FILE = "kunci-surel"
_NOT_TRIED = "belum sempat dikirim"
_NO_SERVER = (
    "surel: tidak ada pada pengaturan.yaml; isi kembali, atau hapus berkasnya "
    f"dari folder {DESK_FOLDER}/{MAIL_FOLDER} bila tidak perlu dikirim"
)
_NEXT_TRY = "dicoba lagi pada nota terbitkan berikutnya"
_WHY_HEADER = "X-Nota-Sebab"
"""Why the last try failed."""
_RECEIVED_HEADER = "X-Nota-Sudah"
"""Addresses that have the message already."""


@dataclass(frozen=True)
class WaitingMail:
    """A message not yet sent.

    Attributes:
        file: its file.
        message: the message.
        since: when it was written.
        damaged: whether the file is no longer what was kept; it is never sent.
    """

    file: Path
    message: EmailMessage
    since: datetime
    damaged: bool = False

    @property
    def judul(self) -> str:
        """Its subject."""
        return str(self.message.get("Subject", self.file.name))

    @property
    def why(self) -> str:
        """Why it was not sent, and what to do."""
        if self.damaged:
            return f"berkas {self.file} rusak; hapus berkas itu"
        return str(self.message.get(_WHY_HEADER, _NOT_TRIED))

    @property
    def received(self) -> tuple[str, ...]:
        """Addresses that have it already."""
        return tuple(str(self.message.get(_RECEIVED_HEADER, "")).split())

    def to_send(self) -> EmailMessage:
        """The message as its readers get it."""
        message = read_mail(bytes(self.message))
        del message[_WHY_HEADER], message[_RECEIVED_HEADER]
        return message

    @property
    def since_words(self) -> str:
        """When it was written, by the clock that stood beside it then."""
        return f"{self.since:%Y-%m-%d %H.%M}"

    def __str__(self) -> str:
        """One line for the officer."""
        return (
            f"1 surel belum terkirim sejak {self.since_words} "
            f'("{self.judul}"): {self.why}; {_NEXT_TRY}'
        )


def keep_mail(workspace: Workspace, message: EmailMessage) -> None:
    """Put a message among those that wait; the same message again changes nothing.

    Raises:
        CannotWrite: no right or no room.
    """
    name = f"{key_of(message)}.eml"
    if not workspace.desk_file(MAIL_FOLDER, name).exists():
        workspace.write_private(bytes(message), MAIL_FOLDER, name)


def waiting_mails(workspace: Workspace) -> list[WaitingMail]:
    """Every message that waits, the oldest first.

    Raises:
        CannotRead: no right to read one.
    """
    waiting = list[WaitingMail]()
    for file in workspace.desk_files(MAIL_FOLDER, "*.eml"):
        try:
            waiting.append(_read(file, workspace.zona))
        except FileNotFoundError:
            continue  # sent while we looked
        except OSError as cause:
            raise CannotRead(file, cause) from None
    return sorted(waiting, key=lambda mail: (mail.since, mail.file.name))


def _read(file: Path, zona: Zona) -> WaitingMail:
    content = file.read_bytes()
    message = read_mail(content)
    damaged = key_of(message) != file.stem or not content.isascii()
    written: datetime | None = getattr(message["Date"], "datetime", None)
    if written is None or written.tzinfo is None:
        changed = file.stat().st_mtime
        written = office_time(zona, lambda: changed)
    return WaitingMail(file, message, written, damaged)


def send_waiting(workspace: Workspace, server: MailServer | None) -> list[WaitingMail]:
    """Try every message that waits, one run at a time; what still waits then.

    Nothing of the workspace is locked meanwhile: a server may take its time.

    Raises:
        CannotRead, CannotWrite: the messages themselves.
    """
    if not waiting_mails(workspace):
        return []
    lock = FileLock(workspace.private(_LOCK_FILE), mode=0o600)
    limit = server.batas_waktu if server else 0
    try:
        with lock.acquire(timeout=limit):
            _send_all(workspace, server)
    except Timeout:
        pass  # another run is sending them; what it leaves is said here as it stands
    except OSError as cause:
        raise CannotWrite(Path(lock.lock_file), cause) from None
    return waiting_mails(workspace)


def _send_all(workspace: Workspace, server: MailServer | None) -> None:
    # Asked again now that nobody else sends.
    waiting = _whole_mails(workspace)
    if not waiting:
        return
    try:
        if server is None:
            raise MailFailed(_NO_SERVER)
        with connected(server, _certificates(workspace, server)) as connection:
            for mail in waiting:
                _send_one(workspace, server, connection, mail)
    except (MailFailed, CannotRead) as cause:
        for mail in _whole_mails(workspace):
            _note(workspace, mail, str(cause), mail.received)


def _whole_mails(workspace: Workspace) -> list[WaitingMail]:
    return [mail for mail in waiting_mails(workspace) if not mail.damaged]


def _send_one(
    workspace: Workspace,
    server: MailServer,
    connection: Connection,
    mail: WaitingMail,
) -> None:
    """Send a message to whom the settings name now and who has it not yet."""
    kepada = [address for address in server.kepada if address not in mail.received]
    try:
        refused = connection.send(mail.to_send(), kepada) if kepada else {}
    except MailFailed as cause:
        _note(workspace, mail, str(cause), mail.received)
        return
    if not refused:
        workspace.remove_private(MAIL_FOLDER, mail.file.name)
        return
    received = [address for address in kepada if address not in refused]
    why = people_refused(server, refused)
    _note(workspace, mail, why, (*mail.received, *received))


def _certificates(workspace: Workspace, server: MailServer) -> str | None:
    """PEM of whom the settings trust; None where that is left to the machine.

    Raises:
        CannotRead: it cannot be read.
    """
    if server.sertifikat is None:
        return None
    content = read_limited(workspace.named_file(server.sertifikat))
    # Between the certificates stand names of whatever letters, which nobody reads.
    return content.decode("ascii", errors="ignore")


def _note(
    workspace: Workspace, mail: WaitingMail, why: str, received: Sequence[str]
) -> None:
    """Keep what came of a try."""
    message = mail.to_send()
    message[_WHY_HEADER] = " ".join(why.split())
    message[_RECEIVED_HEADER] = " ".join(received)
    workspace.write_private(bytes(message), MAIL_FOLDER, mail.file.name)
