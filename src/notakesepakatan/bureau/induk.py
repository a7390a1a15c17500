"""The parent of an agreement: looked up in the workspace, and quoted into its child's draft."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from notakesepakatan.compute.rules.reading import KnownInduk
from notakesepakatan.compute.time.register import present_term
from notakesepakatan.errors import NotaError
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.yaml.rewrite import rewrite_source
from notakesepakatan.model.induk import Induk
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.terjemahan import TerjemahanInduk
from notakesepakatan.words.tanggal import tanggal_long

QUOTING = "mengutip induk"
"""How the trail calls it."""


class NotQuoted(NotaError):
    """Facts of a parent that cannot be put into an agreement."""

    def __init__(self, slug: str, message: str, saran: str) -> None:
        super().__init__(f"{slug}: {message}; {saran}")


def known_induk(opened: Opened, slug: str, induk: Induk) -> KnownInduk | None:
    """What the workspace knows of the parent that an agreement names.

    None where it names none of this workspace.

    Args:
        opened: the workspace.
        slug: the agreement itself.
        induk: what it says of its parent.
    """
    named = induk.kesepakatan
    if named is None:
        return None
    if named == slug:
        return KnownInduk(
            problem="kesepakatan ini menyebut dirinya sendiri sebagai induk"
        )
    try:
        return KnownInduk(facts_of(opened, named))
    except NotaError:
        problem = f'induk "{named}" tidak ada di ruang kerja, atau belum dapat dibaca'
        return KnownInduk(problem=problem)


def outlived_words(opened: Opened, slug: str, k: Kesepakatan, end: date | None) -> str:
    """That an agreement would go on when its parent has ended; empty where it would not.

    Args:
        opened: the workspace.
        slug: the agreement.
        k: its text in force.
        end: the last day that it would have; None where that is not certain.
    """
    known = known_induk(opened, slug, k.induk)
    facts = known.facts if known else None
    last = (facts.berakhir if facts else None) or k.induk.berakhir
    if end is None or last is None or end <= last:
        return ""
    name = k.induk.jenis or "kesepakatan"
    return (
        f"Jangka waktu yang baru berakhir {tanggal_long(end)}, melewati induknya, {name}, "
        f"yang berakhir {tanggal_long(last)}. Perpanjang induknya lebih dahulu, atau pilih "
        "hari yang tidak sesudahnya."
    )


def facts_of(opened: Opened, slug: str) -> Induk:
    """What may be quoted of an agreement: as it was signed, but for its last day as it is.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    k = opened.riwayat(slug).origin.reading
    return Induk(
        kesepakatan=slug,
        jenis=k.jenis,
        judul=k.judul,
        nomor=[pihak.nomor for pihak in k.para_pihak if pihak.nomor],
        tanggal=k.signed and k.signed.isoformat(),
        berakhir=_last_day(opened, slug),
    )


def _last_day(opened: Opened, slug: str) -> str | None:
    """When it ends with every adendum and extension; None where nothing says so."""
    signed = opened.summary(slug)
    texts = [text for _, text in signed.later]
    last = texts[-1] if texts else signed
    if last.begin is None:
        return None
    end = present_term(last, last.peristiwa, opened.calendar).end
    return end.tanggal.isoformat() if end else None


def quote(opened: Opened, slug: str, named: str = "") -> Path:
    """Put the facts of its parent into the draft of an agreement; its other lines stay.

    Args:
        opened: the workspace.
        slug: the agreement.
        named: its parent; empty: the one that it names already.

    Returns:
        The file.

    Raises:
        NotQuoted: it is signed, or names no parent, or itself.
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead: it, or its parent.
        YamlRefused, ChangedMeanwhile, CannotWrite.
    """
    with opened.workspace.act(QUOTING, slug, opened.who) as act:
        now = opened.anew()
        origin = now.riwayat(slug).origin
        induk = named or origin.kesepakatan.induk.kesepakatan or ""
        _check(slug, induk, konsep=origin.kesepakatan.konsep)
        file = opened.workspace.file(slug)
        facts = facts_of(now, induk)
        parent = now.riwayat(induk).origin.kesepakatan
        facts = facts.model_copy(
            update={"terjemahan": _translated(parent, origin.kesepakatan)}
        )
        data = with_facts(origin.source.data, facts)
        content = rewrite_source(origin.source, data).text.encode()
        parse_kesepakatan(content, str(file))
        if content != origin.isi:
            act.write_unchanged(file, origin.isi, content)
    return file


def _translated(parent: Kesepakatan, child: Kesepakatan) -> TerjemahanInduk | None:
    """How the parent is called in the language that both have beside Indonesian."""
    in_same = parent.bahasa_kedua and parent.bahasa_kedua == child.bahasa_kedua
    said = parent.terjemahan if in_same else None
    return TerjemahanInduk(jenis=said.jenis, judul=said.judul) if said else None


def _check(slug: str, induk: str, *, konsep: bool) -> None:
    if not konsep:
        message = "sudah ditandatangani, sehingga kata-katanya tetap"
        raise NotQuoted(slug, message, "ubah dengan adendum bila memang keliru")
    if not induk:
        message = "belum menyebut induknya"
        raise NotQuoted(slug, message, 'sebut namanya, mis. "nota induk NAMA INDUK"')
    if induk == slug:
        message = "tidak dapat menjadi induk dirinya sendiri"
        raise NotQuoted(slug, message, "sebut kesepakatan yang lain")


def with_facts(data: Mapping[str, Any], facts: Induk) -> dict[str, Any]:
    """The data of an agreement with the facts of its parent; what is typed else stays."""
    known = facts.model_dump(mode="json", exclude_none=True)
    quoted = {key: content for key, content in known.items() if content}
    typed = data.get("induk") or {}
    return {**data, "induk": {**typed, **quoted}}
