"""`agreements/<slug>/kesepakatan.yaml` to an agreement as it reads, or all that is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

from notakesepakatan.compute.text.coherence import check_coherence
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.datum import parse_yaml, read_limited
from notakesepakatan.load.messages import salvage, validate
from notakesepakatan.load.yaml import Source
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Signer
from notakesepakatan.temuan import Problem, Temuan


@dataclass(frozen=True)
class Loaded:
    """A loaded agreement: the data as typed, the same as it reads on paper, and the file both come from."""

    kesepakatan: Kesepakatan
    reading: Kesepakatan
    source: Source
    isi: bytes
    changed: tuple[str, ...] = ()
    """Adenda that are in it: "Adendum Kesatu"."""
    penanda_tangan: tuple[Signer, ...] = ()
    """Who signed the last of them."""


def load_kesepakatan(file: Path) -> Loaded:
    """Read and validate one agreement.

    Raises:
        CannotRead: no such file, or no right to read it.
        FaultyNaskah: with every finding, sorted by place.
    """
    return parse_kesepakatan(read_limited(file), str(file))


def parse_kesepakatan(content: bytes, name: str) -> Loaded:
    """The same from bytes, for text that is in no file yet.

    Raises:
        FaultyNaskah: with every finding, sorted by place.
    """
    loaded, temuan = examine(content, name)
    if temuan or loaded is None:
        raise FaultyNaskah(temuan)
    return loaded


def examine(content: bytes, name: str) -> tuple[Loaded | None, list[Temuan]]:
    """All that is wrong, and the agreement as far as it reads: the faulty left out, stand-ins for the missing.

    Raises:
        FaultyNaskah: no YAML that this program reads.
    """
    source = parse_yaml(content, name)
    kesepakatan, temuan = validate(Kesepakatan, source)
    checked = kesepakatan or salvage(Kesepakatan, source.data)
    if checked is None:
        return None, temuan
    reading, problem = resolve(checked)
    already = {t.tempat for t in temuan}
    temuan += [
        t
        for t in _place((*problem, *check_coherence(checked)), source)
        if t.tempat not in already
    ]
    return Loaded(checked, reading, source, content), temuan


def _place(items: tuple[Problem, ...], source: Source) -> list[Temuan]:
    return [m.found_at(source.tempat(m.place.path)) for m in items]
