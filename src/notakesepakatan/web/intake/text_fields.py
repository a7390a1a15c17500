"""What was inferred of a text in, a field of the form for each out; and what was typed in them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from notakesepakatan.bureau.take_text import ReadText
from notakesepakatan.compute.text.roles import PASAL_ROLES
from notakesepakatan.load.grammar.inferred import Inferred, Sure
from notakesepakatan.place import default_sebutan, keys_of
from notakesepakatan.web.forms import Isian

_TERM = "jangka_waktu"
_SIGNED, _PLANNED = "penandatanganan.tanggal", "penandatanganan.rencana"
_DAYS = (_SIGNED, _PLANNED)
_LABELS = {
    _TERM: "Jangka waktu",
    _SIGNED: "Tanggal penandatanganan",
    _PLANNED: "Rencana tanggal penandatanganan",
    "penandatanganan.tempat": "Tempat penandatanganan",
    "tenggat.pemberitahuan": "Pemberitahuan sebelum berakhir",
    "tenggat.berita_acara_kahar": "Berita acara keadaan kahar",
    "rangkap.bermeterai": "Rangkap bermeterai",
    "rangkap.arsip": "Rangkap untuk arsip",
    "rangkap.penyimpan_arsip": "Penyimpan rangkap arsip",
}
_OF_PIHAK = {
    "nama": "nama",
    "nomor": "nomor",
    "pejabat": "pejabat",
    "jabatan": "jabatan",
    "kedudukan": "kedudukan",
    "pengangkatan": "dasar pengangkatan",
}
_HELP = {
    _TERM: "Misalnya 5 tahun, sampai dengan 2027-12-31, atau tanpa batas waktu.",
    _SIGNED: "TTTT-BB-HH; kosong bila belum ditandatangani.",
    _PLANNED: "TTTT-BB-HH.",
}
_PASAL = re.compile(r"pasal\[(\d+)\]\.kunci")
ROLE_WORDS = tuple((role.kunci, role.what) for role in PASAL_ROLES)


@dataclass(frozen=True)
class Field:
    """A field of the form.

    Attributes:
        kunci: the key of its value, as `take_in_text` takes it.
        label: what it is called.
        read: the value that was read; empty where none was.
        sentence: the sentence that says it; empty where none does.
        sure: how sure it is.
        key: the key of its value as findings have it.
        required: whether it must be filled.
    """

    kunci: str
    label: str
    read: str
    sentence: str
    sure: Sure
    key: str
    required: bool = False

    @property
    def default(self) -> str:
        """What stands in the field until a person types: nothing where it is not sure."""
        return "" if self.sure == "tanya" else self.read

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What may be chosen; empty where anything may be typed."""
        return ROLE_WORDS if _PASAL.fullmatch(self.kunci) else ()

    @property
    def help(self) -> str:
        """Where the value comes from, and how it is written."""
        return " ".join(part for part in (self._source, _HELP.get(self.kunci)) if part)

    @property
    def _source(self) -> str:
        if not self.sentence:
            return "" if self.read else "Tidak terbaca dari naskah."
        if self.sure == "tanya" and self.kunci.startswith("para_pihak."):
            return (
                f'Tertulis "{self.read}", yang belum diisi atau tidak pasti milik siapa: '
                f'"{self.sentence}". Tulis yang benar.'
            )
        if self.sure == "tanya":
            return (
                f'Dapat dibaca "{self.read}", tetapi kalimatnya tidak sejalan: '
                f'"{self.sentence}". Tulis yang benar.'
            )
        return f'Dari kalimat "{self.sentence}".'


def text_fields(read: ReadText, *, needs_term: bool) -> dict[str, Field]:
    """The fields of a text by their keys; the term and the day are there in any case.

    Args:
        read: the text.
        needs_term: whether the term must be filled.
    """
    found = {one.kunci: one for one in _fields(read)}
    term = found.pop(_TERM, _missing(_TERM))
    day = found.pop(_SIGNED, _missing(_SIGNED))
    first = (_required(term) if needs_term else term, day)
    return {**{one.kunci: one for one in first}, **found}


def _missing(kunci: str) -> Field:
    return Field(kunci, _LABELS[kunci], "", "", "tanya", kunci)


def _required(one: Field) -> Field:
    return Field(
        one.kunci, one.label, one.read, one.sentence, one.sure, one.key, required=True
    )


def _fields(read: ReadText) -> Iterator[Field]:
    for one in read.inferred:
        kunci = _placed_as(one, read.data)
        label, key = _named(kunci, read.data)
        yield Field(kunci, label, one.nilai, one.excerpt, one.sure, key)


def _placed_as(one: Inferred, data: Mapping[str, Any]) -> str:
    """The key that a value has in the data: the day of a draft is a planned one."""
    penandatanganan = data.get("penandatanganan", {})
    is_planned = one.kunci == _SIGNED and "rencana" in penandatanganan
    return _PLANNED if is_planned else one.kunci


def _named(kunci: str, data: Mapping[str, Any]) -> tuple[str, str]:
    """The label of a key, and the key as findings have it."""
    pasal = _PASAL.fullmatch(kunci)
    if pasal:
        judul = data["pasal"][int(pasal[1]) - 1].get("judul", f"ke-{pasal[1]}")
        return f"Yang diatur pasal {judul}", kunci
    group, _, rest = kunci.partition(".")
    if group != "para_pihak":
        return _LABELS.get(kunci, rest or group), kunci
    pihak, _, name = rest.partition(".")
    nth = keys_of(len(data["para_pihak"])).index(pihak)
    sebutan = data["para_pihak"][nth].get("sebutan") or default_sebutan(pihak)
    return f"{sebutan}: {_OF_PIHAK.get(name, name)}", f"para_pihak[{nth + 1}].{name}"


def said_in(fields: Mapping[str, Field], isian: Isian) -> dict[str, str]:
    """What a person typed otherwise than it was read, by key; empty for what is left out."""
    said = dict[str, str]()
    for one in fields.values():
        typed = _typed(one, isian)
        if typed != " ".join(one.default.split("\n")).strip():
            said[one.kunci] = typed
    if said.get(_SIGNED) and _PLANNED in fields:
        said[_PLANNED] = ""
    return said


def _typed(one: Field, isian: Isian) -> str:
    if one.kunci not in isian.value and not one.required:
        return one.default
    if one.kunci in _DAYS:
        day = isian.day(one.kunci)
        return day.isoformat() if day else ""
    if one.choices:
        return isian.choice(one.kunci, [kunci for kunci, _ in one.choices])
    return isian.text(one.kunci, required=one.required)
