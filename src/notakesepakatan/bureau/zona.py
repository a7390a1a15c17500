"""The office's zone beside the machine's: what is said where they differ, and said once."""

from notakesepakatan.errors import CannotWrite, NotaError
from notakesepakatan.workspace import Workspace
from notakesepakatan.zona import (
    EVERY_ZONA,
    Clock,
    Zona,
    find_zona,
    machine_clock,
    machine_offset,
    machine_zona,
    offset_words,
    short_name,
    zona_words,
)

_TOLD_FILE = "pesan-zona"
"""What was told last, in the folder of the desk."""


class UnknownZona(NotaError):
    """A name that is no zone of Indonesia."""

    def __init__(self, text: str) -> None:
        known = ", ".join(map(zona_words, EVERY_ZONA))
        super().__init__(
            f'"{text}": bukan zona waktu Indonesia; pilih salah satu: {known}'
        )


def parse_zona(text: str) -> Zona:
    """The zone that a name means, "Asia/Makassar" or "WITA".

    Raises:
        UnknownZona: it is of none.
    """
    found = find_zona(text)
    if found is None:
        raise UnknownZona(text)
    return found


def zona_remark(zona: Zona, clock: Clock = machine_clock) -> str:
    """What is to be known where the machine keeps another zone; empty where it does not."""
    own = machine_zona(clock)
    if own == zona:
        return ""
    short = short_name(zona)
    remark = (
        f"Zona waktu komputer ini {machine_words(clock)}, sedangkan kantor memakai "
        f"{zona_words(zona)}. Hari ini dan waktu pada jejak tetap mengikuti {short}; "
        f'jam pada cron dan systemd mengikuti komputer, lihat "nota terbitkan" '
        f"pada panduan."
    )
    if own is None:
        return remark
    return (
        f"{remark} Bila kantor ini memakai {short_name(own)}, "
        f"tulis zona: {own} di pengaturan.yaml."
    )


def machine_words(clock: Clock = machine_clock) -> str:
    """The zone of the machine: "UTC+07.00 (WIB)", "UTC-08.00"."""
    own = machine_zona(clock)
    words = offset_words(machine_offset(clock))
    return f"{words} ({short_name(own)})" if own else words


def remark_once(workspace: Workspace, zona: Zona, clock: Clock = machine_clock) -> str:
    """The remark, but empty where the same was told of this workspace before.

    Where that cannot be kept it is told again.
    """
    remark = zona_remark(zona, clock)
    told = workspace.desk_file(_TOLD_FILE)
    if not remark or (told.is_file() and told.read_bytes() == remark.encode()):
        return ""
    try:
        workspace.write_private(remark.encode(), _TOLD_FILE)
    except CannotWrite:
        return remark
    return remark
