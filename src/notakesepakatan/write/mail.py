"""A short plain message by e-mail: written, and handed to the office's own server.

The server must prove its name by a certificate before it is told anything that matters; what
waits to be sent is `bureau.mail`'s affair.
"""

import os
import smtplib
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import deepcopy
from datetime import datetime
from email import message_from_bytes
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from hashlib import sha256
from socket import SHUT_RDWR, gaierror, socket
from threading import Event, Timer
from typing import Literal, Protocol, cast

from notakesepakatan.errors import NotaError

VARIABLE = "NOTA_SANDI_SUREL"
"""Environment variable that holds the password: no secret stands in a file of the workspace."""
TlsMode = Literal["ya", "langsung", "tidak"]
"""`ya`: STARTTLS, or TLS from the first byte at port 465; `langsung`: that at any port."""
DIRECT_TLS_PORT = 465
_KEY_LENGTH = 32
_LONGEST_ANSWER = 200
"""Characters of a server's answer that are handed on."""
_POLICY = SMTP_POLICY.clone(cte_type="7bit")
"""Lines that every server takes, also one that knows ASCII alone."""
_WRONG_NAME = (62, 64)
"""OpenSSL's X509_V_ERR_HOSTNAME_MISMATCH and X509_V_ERR_IP_ADDRESS_MISMATCH."""
_EXPIRED = 10
"""OpenSSL's X509_V_ERR_CERT_HAS_EXPIRED."""


class MailFailed(NotaError):
    """A message that could not be sent; why, and what to do about it."""


class Server(Protocol):
    """What must be known of the server and the people; the workspace's settings have it.

    `batas_waktu` are the seconds that connecting and each answer may take.
    """

    @property
    def peladen(self) -> str: ...
    @property
    def porta(self) -> int: ...
    @property
    def tls(self) -> TlsMode: ...
    @property
    def pengguna(self) -> str | None: ...
    @property
    def dari(self) -> str: ...
    @property
    def kepada(self) -> tuple[str, ...]: ...
    @property
    def batas_waktu(self) -> float: ...


def write_mail(
    server: Server, judul: str, content: str, written: datetime
) -> EmailMessage:
    """A message, not yet sent.

    The same words of the same day have the same Message-ID, whatever wrote them and
    however often: who gets them twice can tell.

    Args:
        server: from whom, and to whom.
        judul: its subject; made one line.
        content: its words.
        written: when, with the offset from UTC.
    """
    judul = " ".join(judul.split())
    said = f"{written.date()}\n{judul}\n\n{content}"
    key = sha256(said.encode()).hexdigest()[:_KEY_LENGTH]
    domain = server.dari.rpartition("@")[2]
    message = EmailMessage(_POLICY)
    message["Subject"] = judul
    message["Date"] = written
    message["Message-ID"] = f"<{key}@{domain}>"
    _address(message, server)
    message.set_content(content)
    return message


def read_mail(content: bytes) -> EmailMessage:
    """Back from its bytes; whatever they are, it is some message."""
    return message_from_bytes(content, _class=EmailMessage, policy=_POLICY)


def key_of(message: EmailMessage) -> str:
    """What its Message-ID says before the "@"."""
    return str(message["Message-ID"]).strip("<>").partition("@")[0]


def _address(message: EmailMessage, server: Server) -> None:
    """Put from whom and to whom it is."""
    del message["From"], message["To"]
    message["From"] = Address(addr_spec=server.dari)
    message["To"] = [Address(addr_spec=each) for each in server.kepada]


class Connection:
    """A server that has let us in."""

    def __init__(self, server: Server, smtp: smtplib.SMTP) -> None:
        self._server = server
        self._smtp = smtp

    def send(self, message: EmailMessage, kepada: Sequence[str]) -> dict[str, str]:
        """Send one message, from and to whom the settings say now.

        Args:
            message: the message, whomever it names.
            kepada: those of the settings' people that are to have it.

        Returns:
            What the server answered, by address, of those whom it refused while others
            have it.

        Raises:
            MailFailed: nobody has it.
        """
        message = deepcopy(message)
        _address(message, self._server)
        with _failures_said(self._server):
            refused = self._smtp.send_message(message, self._server.dari, kepada)
        return {address: _answer(*answer) for address, answer in refused.items()}


@contextmanager
def connected(server: Server, certificates: str | None = None) -> Iterator[Connection]:
    """The server, its certificate checked, the password given where one is needed.

    Args:
        server: the settings.
        certificates: PEM of whom to trust; default: whom this machine trusts.

    Raises:
        MailFailed: it cannot be reached, is another than it says, or does not let us in;
            or the settings would give the password away, and then nobody is asked.
    """
    password = _password(server)
    context = _trust(certificates)
    with _failures_said(server):
        smtp = _dial(server, context)
    try:
        with _failures_said(server):
            _enter(server, smtp, context, password)
        yield Connection(server, smtp)
        with suppress(OSError):
            # What was sent stays sent, however the server says goodbye.
            smtp.quit()
    finally:
        smtp.close()


def _password(server: Server) -> str:
    """The password; empty where the server asks for none."""
    if not server.pengguna:
        return ""
    if server.tls == "tidak":
        raise MailFailed(
            "kata sandi tidak dikirim tanpa TLS; pada surel: di pengaturan.yaml "
            "hapus tls: tidak, atau hapus pengguna: bila peladen tidak memerlukannya"
        )
    password = os.environ.get(VARIABLE, "")
    if not password:
        raise MailFailed(
            f"kata sandi untuk {server.pengguna} belum ada; "
            f"letakkan di variabel lingkungan {VARIABLE}"
        )
    return password


def _trust(certificates: str | None) -> ssl.SSLContext:
    """Checks the certificate and the name in it; trusts these, or whom the machine trusts."""
    try:
        if certificates is None:
            return ssl.create_default_context()
        # The line end, because an empty text would mean whom the machine trusts.
        return ssl.create_default_context(cadata=f"{certificates}\n")
    except (ssl.SSLError, ValueError):
        raise MailFailed(
            "berkas pada sertifikat: bukan sertifikat PEM; "
            "mintalah berkas penerbitnya kepada pengelola peladen surel"
        ) from None


def _dial(server: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    where, limit = (server.peladen, server.porta), server.batas_waktu
    if _is_direct(server):
        return _DirectTls(*where, timeout=limit, context=context)
    return _Plain(*where, timeout=limit)


class _Plain(smtplib.SMTP):
    """Begins without TLS."""

    def getreply(self) -> tuple[int, bytes]:
        return _within_limit(self, super().getreply)


class _DirectTls(smtplib.SMTP_SSL):
    """TLS from the first byte."""

    def getreply(self) -> tuple[int, bytes]:
        return _within_limit(self, super().getreply)


def _within_limit(
    smtp: smtplib.SMTP, ask: Callable[[], tuple[int, bytes]]
) -> tuple[int, bytes]:
    """An answer, all of it within the limit; a socket's own counts for each drop of it.

    Raises:
        TimeoutError: it was not there in time.
    """
    connection = cast(socket, smtp.sock)
    late = Event()

    def hang_up() -> None:
        late.set()
        with suppress(OSError):
            # Not what SSLSocket makes of it: that is in use by who waits.
            socket.shutdown(connection, SHUT_RDWR)

    watch = Timer(smtp.timeout, hang_up)
    watch.daemon = True
    watch.start()
    try:
        reply = ask()
    except OSError:
        if late.is_set():
            raise TimeoutError from None
        raise
    finally:
        watch.cancel()
    if late.is_set():
        raise TimeoutError  # what had come by then looks like an answer
    return reply


def _is_direct(server: Server) -> bool:
    """Whether TLS begins with the first byte."""
    by_port = server.tls == "ya" and server.porta == DIRECT_TLS_PORT
    return by_port or server.tls == "langsung"


def _enter(
    server: Server, smtp: smtplib.SMTP, context: ssl.SSLContext, password: str
) -> None:
    if server.tls == "ya" and not _is_direct(server):
        _begin_tls(server, smtp, context)
    if server.pengguna:
        smtp.login(server.pengguna, password)


def _begin_tls(server: Server, smtp: smtplib.SMTP, context: ssl.SSLContext) -> None:
    smtp.ehlo_or_helo_if_needed()
    if not smtp.has_extn("starttls"):
        raise MailFailed(
            f"{server.peladen} tidak menawarkan TLS pada porta {server.porta}, "
            "jadi tidak ada yang dikirim; periksa peladen: dan porta: pada surel: "
            "di pengaturan.yaml, atau hubungi pengelola peladen surel"
        )
    smtp.starttls(context=context)


# What went wrong, in the user's words.


def people_refused(server: Server, refused: Mapping[str, str]) -> str:
    """That some of the people were refused, by what was answered of each address."""
    return f"{server.peladen}: {_refused(refused)}"


@contextmanager
def _failures_said(server: Server) -> Iterator[None]:
    try:
        yield
    except (OSError, UnicodeError) as cause:
        raise MailFailed(_reason(server, cause)) from None


def _reason(server: Server, cause: Exception) -> str:
    """Why, and what to do."""
    # smtplib says that the connection was closed, also where it was itself that waited no
    # longer.
    origin = cause.__context__
    if isinstance(cause, smtplib.SMTPServerDisconnected) and origin:
        cause = origin if isinstance(origin, TimeoutError) else cause
    for kind, words in _WORDS:
        if isinstance(cause, kind):
            return f"{server.peladen}: {words(server, cause)}"
    return f"{server.peladen}: {_printable(str(cause))}; {_CHECK}"


_CHECK = "periksa peladen: dan porta: pada surel: di pengaturan.yaml"


def _of_certificate(server: Server, cause: Exception) -> str:
    code = getattr(cause, "verify_code", 0)
    if code in _WRONG_NAME:
        return (
            "sertifikatnya bukan untuk nama itu, jadi tidak ada yang dikirim; "
            "tulis peladen: seperti nama pada sertifikatnya"
        )
    if code == _EXPIRED:
        return (
            "sertifikatnya sudah lewat masa berlakunya, jadi tidak ada yang dikirim; "
            "hubungi pengelola peladen surel"
        )
    return (
        "sertifikatnya bukan dari penerbit yang dipercaya, "
        "jadi tidak ada yang dikirim; bila kantor memakai penerbit sendiri, "
        "sebut berkas penerbitnya pada sertifikat: di pengaturan.yaml"
    )


def _of_tls(server: Server, cause: Exception) -> str:
    why = getattr(cause, "reason", None) or "sambungan diputus"
    return f"TLS tidak terjalin ({why}); {_CHECK}"


def _of_time(server: Server, cause: Exception) -> str:
    return f"tidak menjawab dalam {server.batas_waktu:g} detik; {_CHECK}"


def _of_name(server: Server, cause: Exception) -> str:
    return f"nama peladen itu tidak ditemukan; {_CHECK} dan sambungan jaringan"


def _of_refusal(server: Server, cause: Exception) -> str:
    return f"sambungan ditolak; {_CHECK}"


def _of_login(server: Server, cause: Exception) -> str:
    return (
        "pengguna atau kata sandi ditolak; "
        f"periksa pengguna: di pengaturan.yaml dan {VARIABLE}"
    )


def _of_letters(server: Server, cause: Exception) -> str:
    return (
        "peladen:, pengguna:, atau kata sandi memuat huruf yang tidak dapat dikirim; "
        "pakai huruf latin tanpa tanda"
    )


def _of_people(server: Server, cause: Exception) -> str:
    refused: dict[str, tuple[int, bytes]] = getattr(cause, "recipients", {})
    return _refused({each: _answer(*answer) for each, answer in refused.items()})


def _refused(refused: Mapping[str, str]) -> str:
    said = ", ".join(f"{address} ({answer})" for address, answer in refused.items())
    return f"penerima ditolak: {said}; periksa kepada: di pengaturan.yaml"


def _of_sender(server: Server, cause: Exception) -> str:
    return f"pengirim {server.dari} ditolak; periksa dari: di pengaturan.yaml"


def _of_answer(server: Server, cause: Exception) -> str:
    code, text = getattr(cause, "smtp_code", 0), getattr(cause, "smtp_error", b"")
    return f"peladen menjawab {_answer(code, text)}; hubungi pengelola peladen surel"


def _of_no_login(server: Server, cause: Exception) -> str:
    return (
        "peladen tidak menerima kata sandi; "
        "hapus pengguna: di pengaturan.yaml, atau hubungi pengelola peladen surel"
    )


def _of_end(server: Server, cause: Exception) -> str:
    return f"sambungan diputus peladen; {_CHECK}"


_WORDS: tuple[tuple[type[Exception], Callable[[Server, Exception], str]], ...] = (
    (ssl.SSLCertVerificationError, _of_certificate),
    (TimeoutError, _of_time),
    (ssl.SSLError, _of_tls),
    (gaierror, _of_name),
    (ConnectionRefusedError, _of_refusal),
    (ConnectionError, _of_end),
    (UnicodeError, _of_letters),
    (smtplib.SMTPAuthenticationError, _of_login),
    (smtplib.SMTPRecipientsRefused, _of_people),
    (smtplib.SMTPSenderRefused, _of_sender),
    (smtplib.SMTPResponseException, _of_answer),
    (smtplib.SMTPNotSupportedError, _of_no_login),
    (smtplib.SMTPServerDisconnected, _of_end),
)
"""The first that fits; what is more special stands before what it is a kind of."""


def _answer(code: int, text: bytes | str) -> str:
    """What a server answered, as it may stand in a line."""
    words = text.decode(errors="replace") if isinstance(text, bytes) else text
    return f"{code} {_printable(words)}".strip()


def _printable(text: str) -> str:
    """One short line: what strangers write moves no cursor."""
    line = " ".join(text.split())
    return "".join(filter(str.isprintable, line))[:_LONGEST_ANSWER]
