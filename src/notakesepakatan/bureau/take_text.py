"""A text that was written elsewhere in, an agreement with all its words out.

`examine_text` reads it and proves the account: the agreement is composed, and a word that
does not come back from that has no place, whatever the reading says. `take_in_text` writes
it, the file that it came from beside it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath
from typing import Any

from notakesepakatan.bureau.attachments import (
    NewAttachment,
    attach,
    check_suffix,
    first_attachment,
)
from notakesepakatan.bureau.imports import keep_record
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.attachments import AttachmentKind, read_attachments
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.foreign import scan
from notakesepakatan.load.foreign.account import ForeignText, Paragraph
from notakesepakatan.load.foreign.reader import KINDS, read_foreign
from notakesepakatan.load.grammar.found import BLANK
from notakesepakatan.load.grammar.inferred import Inferred
from notakesepakatan.load.grammar.stream import holds_two_texts
from notakesepakatan.load.grammar.structure import Structure, read_structure
from notakesepakatan.load.kesepakatan import Loaded, examine, parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.yaml.emit import dump, to_node
from notakesepakatan.model.jangka_waktu import UNKNOWN
from notakesepakatan.place import keys_of
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.names import fold
from notakesepakatan.workspace.contents import hash_of
from notakesepakatan.workspace.save import AlreadyThere
from notakesepakatan.write.txt import write_txt

ORIGINAL: AttachmentKind = "berkas_asal"
TAKING_TEXT_IN = "memasukkan naskah"
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_MOST_SLUG = 80
_MOST_DOUBTFUL = 20
_SCAN_NEEDS = f". Pindaian terbaca bila OCR terpasang: {scan.INSTALL}"
_DRAFT = "naskah.yaml"
_KEPT = ("jangka_waktu", "penandatanganan")
"""Keys of facts that stay as they were known, whatever the text says."""


class AlreadyTakenIn(NotaError):
    """A file that became another agreement."""

    def __init__(self, name: str, slug: str) -> None:
        super().__init__(
            f"{name}: berkas yang sama sudah menjadi kesepakatan {slug}; tidak dimasukkan "
            "dua kali. Bila nama itu keliru, batalkan dahulu impornya"
        )


class NoText(NotaError):
    """A file in which no agreement was read, or not enough of it."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")


@dataclass(frozen=True)
class Leftover:
    """Words that have no place in the agreement.

    Attributes:
        teks: the words.
        halaman: their page; None where the file does not say.
        paragraf: the paragraph of the file, from 1.
    """

    teks: str
    halaman: int | None
    paragraf: int

    @property
    def kata(self) -> int:
        """How many words they are."""
        return len(self.teks.split())

    def data(self) -> dict[str, object]:
        """The row as plain data."""
        return {"teks": self.teks, "halaman": self.halaman, "paragraf": self.paragraf}


@dataclass(frozen=True)
class ReadText:
    """A text as it was read.

    Attributes:
        name: the file's.
        content: its bytes.
        data: the agreement as the YAML has it, with all that was inferred.
        kata: how many words the file has.
        left_over: those that have no place.
        inferred: what its sentences say.
        added: words that are printed and do not stand in the file.
        temuan: what stands in the way of writing it.
        remarks: how it was read, and what was not read, in Indonesian.
    """

    name: str
    content: bytes
    data: dict[str, Any]
    kata: int
    left_over: tuple[Leftover, ...]
    inferred: tuple[Inferred, ...]
    added: tuple[str, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def placed(self) -> int:
        """How many words have a place: those of the file but for those listed."""
        return self.kata - sum(one.kata for one in self.left_over)

    @property
    def problems(self) -> tuple[str, ...]:
        """What stands in the way of writing it, in Indonesian."""
        return tuple(_problem(one) for one in self.temuan)

    @property
    def yaml(self) -> str:
        """The agreement as it would be written."""
        return as_yaml(self.data)

    def shown(self) -> dict[str, object]:
        """All that was read as plain data."""
        return {
            "berkas": self.name,
            "kata": self.kata,
            "ditempatkan": self.placed,
            "tersisa": [one.data() for one in self.left_over],
            "disimpulkan": [one.data() for one in self.inferred],
            "tambahan": list(self.added),
            "masalah": list(self.problems),
            "keterangan": list(self.remarks),
        }


def is_text_file(name: str) -> bool:
    """Whether the name is that of a file that may hold a text."""
    return PurePath(name).suffix.lower() in KINDS


def as_yaml(data: Mapping[str, Any]) -> str:
    """The file of an agreement."""
    return dump(to_node(dict(data)))


def examine_text(
    office: Office, name: str, content: bytes, said: Mapping[str, str] | None = None
) -> ReadText:
    """Read a text, and say of each word whether it has a place.

    Args:
        office: the workspace, whose templates print the proof.
        name: the file's; its ending says what it is.
        content: its bytes.
        said: answers by their keys, which stand before what was read.

    Raises:
        UnreadableNaskah: a broken, locked or too large file.
        NoText: there is nothing to read in it.
        FaultyNaskah, FaultyTemplate: the workspace's own settings or templates.
    """
    read, guessed = _read_with_scans(name, content)
    if not read.written:
        raise NoText(name, _why_empty(read))
    structure = read_structure(read)
    data = answered(structure.data, said or {})
    loaded, temuan = _loaded(data)
    left_over, added = _account(office, read, structure, loaded)
    return ReadText(
        name,
        content,
        data,
        read.kata,
        left_over,
        _doubted(structure.inferred) if guessed else structure.inferred,
        added,
        temuan,
        (*_remarks(read, structure), *(_on_guesses(read) if guessed else ())),
    )


def _read_with_scans(name: str, content: bytes) -> tuple[ForeignText, bool]:
    """The text of a file, and whether words of it were guessed from pictures of pages.

    Raises:
        UnreadableNaskah: a broken, locked or too large file.
    """
    read = read_foreign(name, content, load_dictionary())
    if not read.is_scan or not scan.is_there():
        return read, False
    guessed = scan.with_guessed_words(content)
    if guessed is None:
        return read, False
    # What comes back is a PDF, whatever the scan was.
    return read_foreign(f"{name}.pdf", guessed, load_dictionary()), True


def _doubted(inferred: Sequence[Inferred]) -> tuple[Inferred, ...]:
    """What follows from guessed words, all of it to be asked."""
    return tuple(replace(one, sure="tanya") for one in inferred)


def _on_guesses(read: ForeignText) -> Iterator[str]:
    yield (
        "halaman pindaian dibaca dengan OCR (ocrmypdf): hurufnya dapat keliru; "
        "bandingkan setiap kata dengan pindaiannya sebelum dipakai"
    )
    doubtful = scan.doubtful_words(one.text for one in read.paragraphs)
    if doubtful:
        yield f"kemungkinan salah baca: {', '.join(doubtful[:_MOST_DOUBTFUL])}"


def _why_empty(read: ForeignText) -> str:
    parts = {part.alasan for part in read.unread}
    why = f" ({'; '.join(sorted(parts))})" if parts else ""
    without = "" if scan.is_there() or not read.is_scan else _SCAN_NEEDS
    return (
        f"tidak ada teks yang terbaca{why}; lampirkan berkasnya pada data pokok "
        f"kesepakatan itu dan isikan datanya, atau minta berkas Word-nya{without}"
    )


def _remarks(read: ForeignText, structure: Structure) -> Iterator[str]:
    yield from read.remarks
    if holds_two_texts(read):
        yield (
            "naskah berdampingan: kolom kiri yang dibaca; "
            f"{len(structure.translated)} paragraf kolom lain disimpan sebagai terjemahan "
            'dan tercetak bila ditulis "bahasa_kedua: Inggris"; sisanya disebut tanpa tempat'
        )
    for part in read.unread:
        yield f"{part.bagian} tidak dibaca: {part.alasan}"


def _loaded(data: Mapping[str, Any]) -> tuple[Loaded | None, tuple[Temuan, ...]]:
    """The agreement as far as it loads, and what is wrong with it."""
    try:
        loaded, temuan = examine(as_yaml(data).encode(), _DRAFT)
    except FaultyNaskah as cause:
        return None, tuple(cause.temuan)
    return loaded, tuple(temuan)


def _problem(one: Temuan) -> str:
    """A finding as the command prints it."""
    where = f"{one.kunci}: " if one.kunci else ""
    return f"{where}{one.message}; {one.saran}"


def answered(data: Mapping[str, Any], said: Mapping[str, str]) -> dict[str, Any]:
    """The data with answers in their places; an empty answer leaves the key out.

    Raises:
        NoText: a key that there is not.
    """
    result = deepcopy(dict(data))
    for kunci, value in said.items():
        _put(result, kunci, value)
    return result


def _put(data: dict[str, Any], kunci: str, value: str) -> None:
    """One value at the place that its key names."""
    pasal = re.fullmatch(r"pasal\[(\d+)\]\.kunci", kunci)
    if pasal:
        target = data["pasal"][int(pasal[1]) - 1]
        _set_or_remove(target, "kunci", value)
    elif kunci.startswith("para_pihak."):
        _put_of_pihak(data["para_pihak"], kunci, value)
    else:
        group, dot, key = kunci.partition(".")
        target = data.setdefault(group, {}) if dot else data
        if not isinstance(target, dict):
            raise NoText(kunci, "kunci itu tidak dikenal")
        _set_or_remove(target, key if dot else group, value)


def _put_of_pihak(para_pihak: list[dict[str, Any]], kunci: str, value: str) -> None:
    """One value of a party; its name and office, when taken out, are blanks to fill in."""
    _, pihak, key = [*kunci.split(".", 2), "", ""][:3]
    keys = keys_of(len(para_pihak))
    if pihak not in keys:
        raise NoText(kunci, "tidak ada pihak itu pada naskah yang dibaca")
    target = para_pihak[keys.index(pihak)]
    if key == "jabatan" and "tanda_tangan" not in target:
        target["tanda_tangan"] = [target.get("jabatan", BLANK).upper()]
    empty = BLANK if key in ("nama", "jabatan") else ""
    _set_or_remove(target, key, value or empty)


def _set_or_remove(target: dict[str, Any], key: str, value: str) -> None:
    if value:
        target[key] = value
    else:
        target.pop(key, None)


@dataclass(frozen=True)
class _Told:
    """A paragraph and its words as they are compared.

    `free` of them, the first ones, may be printed otherwise: a label.
    """

    number: int
    paragraph: Paragraph
    tokens: tuple[str, ...]
    free: int = 0

    @property
    def line(self) -> str:
        """The words with spaces at both ends."""
        return f" {' '.join(filter(None, self.tokens))} "


def _account(
    office: Office, read: ForeignText, structure: Structure, loaded: Loaded | None
) -> tuple[tuple[Leftover, ...], tuple[str, ...]]:
    """What has no place, and what is printed besides."""
    left_over = [
        Leftover(" ".join(one.text.split()), one.page, i + 1)
        for i, one in enumerate(read.paragraphs)
        if one.text.strip() and i not in structure.placed | structure.translated
    ]
    if loaded is None:
        return tuple(left_over), ()
    printed = write_txt(compose_kesepakatan(office.composer, loaded)).decode()
    lost, added = _compared(list(_placed(read, structure)), printed)
    every = sorted([*left_over, *lost], key=lambda one: one.paragraf)
    return tuple(every), added


def _placed(read: ForeignText, structure: Structure) -> Iterator[_Told]:
    printed_once = structure.placed - structure.repeated
    for i, one in enumerate(read.paragraphs):
        if one.text.strip() and i in printed_once:
            tokens = tuple(_bare(word) for word in one.text.split())
            yield _Told(i, one, tokens, int(i in structure.renumbered))


def _bare(word: str) -> str:
    """A word as it is compared: without the marks around it, in small letters."""
    return _EDGE.sub("", word).casefold()


def _compared(
    told: Sequence[_Told], printed: str
) -> tuple[list[Leftover], tuple[str, ...]]:
    """Words that do not come back, and those that come from nowhere.

    First the paragraphs that come back as they are, then the words of all others.
    """
    tokens = [token for word in printed.split() if (token := _bare(word))]
    rest = Counter(tokens)
    whole = f" {' '.join(tokens)} "
    apart = list[_Told]()
    for one in told:
        words = Counter(filter(None, one.tokens))
        is_left = all(rest[word] >= count for word, count in words.items())
        if is_left and one.line in whole and one.free < len(one.tokens):
            rest.subtract(words)
        else:
            apart.append(one)
    lost = list[Leftover]()
    for one in apart:
        missing = _missing_words(one, rest)
        if missing:
            lost.append(Leftover(" ".join(missing), one.paragraph.page, one.number + 1))
    # Labels that may be printed otherwise come last: they take no word from a sentence.
    rest.subtract(token for one in apart for token in one.tokens[: one.free])
    return lost, tuple((+rest).elements())


def _missing_words(told: _Told, rest: Counter[str]) -> list[str]:
    """The words of a paragraph that do not come back; those that do are left no more."""
    missing = list[str]()
    pairs = zip(told.paragraph.text.split(), told.tokens, strict=True)
    for word, token in islice(pairs, told.free, None):
        if rest[token]:
            rest[token] -= 1
        elif token:
            missing.append(word)
    return missing


def suggested_slug(name: str) -> str:
    """A name for the agreement, of that of its file."""
    stem = PurePath(name).stem.lower()
    slug = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:_MOST_SLUG].strip("-")
    return slug or "naskah"


def take_in_text(
    office: Office,
    read: ReadText,
    slug: str,
    said: Mapping[str, str],
    seen: str | None = None,
) -> tuple[Path, str]:
    """Write the agreement and the file that it came from; its file, and that one's hash.

    Where only its facts were known, these stay and the text is added, when the file lies
    beside them; a new agreement is there with its file, or not at all. So who was stopped
    in the middle does the same again.

    Args:
        office: the workspace.
        read: the text as it was read.
        slug: what the agreement will be called.
        said: what a person confirmed or left out, by its key.
        seen: hash of the facts as they were looked at; "" where there was no agreement of
            that name, None where nobody looked.

    Raises:
        FaultyNaskah: the agreement does not load as it is.
        AlreadyThere: its text is known already.
        AlreadyTakenIn: the same file became another agreement.
        CannotAttach, InvalidSlug, ChangedMeanwhile, CannotRead, CannotWrite.
    """
    check_suffix(read.name)
    data = answered(read.data, said)
    original = NewAttachment(read.name, read.content, ORIGINAL)
    with office.workspace.act(TAKING_TEXT_IN, slug, office.who) as act:
        _check_not_taken(office.anew(), slug, original)
        facts = _facts_only(office.anew(), slug)
        if facts is not None and seen is not None:
            _check_seen(office, slug, seen)
        if facts is None:
            file = office.workspace.new_file(slug)
            content = _checked(data, file)
            files = {file.name: content, **first_attachment(office, original)}
            made = {name: hash_of(files[name]) for name in files}
            keep_record(office.workspace, office.who, read.name, {slug: made})
            act.write_new({file.parent: files})
        else:
            file = office.workspace.file(slug)
            grown = answered(_grown(facts.source.data, data), _typed_now(said))
            content = _checked(grown, file)
            made = {file.name: hash_of(content)}
            before = {slug: facts.isi.decode()}
            keep_record(office.workspace, office.who, read.name, {slug: made}, before)
            _keep_original(office.anew(), slug, original)
            act.write_unchanged(file, facts.isi, content)
    return file, hash_of(original.content)


def _check_not_taken(opened: Opened, slug: str, original: NewAttachment) -> None:
    """Refuse a file that became another agreement: its deadlines would count twice.

    Raises:
        AlreadyTakenIn.
    """
    for other in opened.workspace.slugs():
        if other != slug and _came_from(opened, other, original):
            raise AlreadyTakenIn(original.title, other)


def _came_from(opened: Opened, slug: str, original: NewAttachment) -> bool:
    """Whether an agreement came from a file; one whose list is broken keeps none out."""
    with suppress(NotaError):
        return is_original_of(opened, slug, hash_of(original.content))
    return False


def _checked(data: Mapping[str, Any], file: Path) -> bytes:
    """The bytes of an agreement's file.

    Raises:
        FaultyNaskah: it does not load.
    """
    content = as_yaml(data).encode()
    parse_kesepakatan(content, f"{file} (belum ditulis)")
    return content


def _typed_now(said: Mapping[str, str]) -> dict[str, str]:
    """Of what a person typed, that which stands before what was known of it."""
    return {
        kunci: value
        for kunci, value in said.items()
        if value and kunci.partition(".")[0] in _KEPT
    }


def _check_seen(office: Office, slug: str, seen: str) -> None:
    """What is known is what was looked at.

    Raises:
        AlreadyThere: there was no agreement of that name.
        ChangedMeanwhile: its facts are others by now.
    """
    if not seen:
        raise AlreadyThere(office.workspace.file(slug))
    office.workspace.check_unchanged(slug, seen)


def _keep_original(office: Office, slug: str, original: NewAttachment) -> None:
    """Attach the file to its agreement, where it does not lie beside it already."""
    if not is_original_of(office, slug, hash_of(original.content)):
        attach(office, slug, original)


def is_original_of(opened: Opened, slug: str, fingerprint: str) -> bool:
    """Whether the file of that hash lies beside an agreement as where it came from.

    Raises:
        BrokenAttachmentList, PointsOutside, NoSuchKesepakatan, CannotRead.
    """
    return any(
        (one.fingerprint, one.kind) == (fingerprint, ORIGINAL) and not one.withdrawn
        for one in read_attachments(opened.workspace, slug)
    )


def _facts_only(office: Office, slug: str) -> Loaded | None:
    """The agreement of that name where only its facts are known; None where there is none.

    Raises:
        AlreadyThere: its text is known.
    """
    try:
        office.workspace.new_file(slug)
    except AlreadyThere:
        origin = office.riwayat(slug).origin
        if not origin.kesepakatan.facts_only:
            raise
        return origin
    return None


def _grown(known: Mapping[str, Any], read: Mapping[str, Any]) -> dict[str, Any]:
    """The text that was read, and of the facts that were known all that it does not say."""
    result = dict(read)
    for key, value in known.items():
        if key == "cakupan":
            continue
        if key == "para_pihak":
            result[key] = _grown_pihak(value, result[key])
        elif key == "jangka_waktu" and str(value).startswith(UNKNOWN):
            result.setdefault(key, value)
        elif key in _KEPT:
            result[key] = value
        else:
            result.setdefault(key, value)
    _print_numbers(result)
    return result


def _print_numbers(data: dict[str, Any]) -> None:
    """Numbers that only the register knows are printed where the text has none."""
    susunan = dict(data.get("susunan", {}))
    if any("nomor" in one for one in data["para_pihak"]):
        susunan.pop("nomor", None)
    data["susunan"] = susunan


def _grown_pihak(known: Sequence[Any], read: Sequence[Any]) -> list[Any]:
    """The parties of the text, each with what was known of the one of its name."""
    by_name = {fold(one["nama"]): one for one in known if "nama" in one}
    return [{**by_name.get(fold(one["nama"]), {}), **one} for one in read]
