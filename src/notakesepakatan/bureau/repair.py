"""What is wrong beyond doubt is put right: in the lines of a draft, or by a correction."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notakesepakatan.bureau.adendum import DraftedAdendum, draft_from_data
from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.check import Found, in_order, temuan_list
from notakesepakatan.bureau.office import Office
from notakesepakatan.compute.editing.edits import put_text, read_text
from notakesepakatan.compute.rules.reading import WordList
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.foreign.reader import UnreadableNaskah
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.yaml.rewrite import rewrite_source
from notakesepakatan.load.yaml.text import read_yaml
from notakesepakatan.model.dasar import flatten
from notakesepakatan.place import DataPath
from notakesepakatan.workspace import Act, ChangedMeanwhile


@dataclass(frozen=True)
class Mended:
    """What was put right: in the draft itself, or by an adendum."""

    temuan: tuple[Found, ...] = ()
    file: Path | None = None
    adendum: DraftedAdendum | None = None


@dataclass(frozen=True)
class PlannedRepair:
    """Every safe fix of an agreement, not yet written.

    Attributes:
        temuan: what would be put right.
        signed: whether that would be the draft of a correction.
        seen: hash of the files that it was read from.
    """

    temuan: tuple[Found, ...]
    signed: bool
    seen: str


def plan_repair(opened: Opened, slug: str) -> PlannedRepair:
    """What `repair` would do.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    seen = opened.workspace.hash(slug)
    origin = opened.riwayat(slug).origin
    _, done = repaired(origin, load_dictionary())
    return PlannedRepair(done, not origin.kesepakatan.konsep, seen)


def repair(office: Office, slug: str, seen: str = "") -> Mended:
    """Put in every safe fix.

    Into the lines of a draft, whose comments stay; of a signed text, by the draft of a
    correction.

    Args:
        office: the workspace.
        slug: the agreement.
        seen: hash of its files as the fixes were shown; or empty.

    Raises:
        FaultyNaskah, AdendumRefused, AlreadyThere, CannotWrite, UnreadableNaskah.
        ChangedMeanwhile: the files are not those that were shown.
    """
    # Read before the lock is taken, since that takes a second.
    dictionary = load_dictionary()
    with office.workspace.act("memperbaiki temuan", slug, office.who) as act:
        if seen:
            office.workspace.check_unchanged(slug, seen)
        return _repair(act, office.anew(), slug, dictionary)


def _repair(act: Act, office: Office, slug: str, dictionary: WordList | None) -> Mended:
    file = office.workspace.file(slug)
    origin = office.riwayat(slug).origin
    text, done = repaired(origin, dictionary)
    if not done:
        return Mended()
    content = text.encode()
    parse_kesepakatan(content, str(file))
    if not origin.kesepakatan.konsep:
        request = Request(perbaikan=True, kept=True)
        return Mended(done, adendum=draft_from_data(office, slug, content, request))
    try:
        act.write_unchanged(file, origin.isi, content)
    except ChangedMeanwhile:
        message = "berubah selagi diperbaiki; jalankan lagi"
        raise UnreadableNaskah(str(file), message) from None
    return Mended(done, file)


def repaired(
    origin: Loaded, dictionary: WordList | None
) -> tuple[str, tuple[Found, ...]]:
    """The file's text with every safe fix, and what was fixed; nothing is written.

    What would change words that it is not about, or bring a finding that was not there,
    is left out, and the rest is tried again.
    """
    before = temuan_list(Riwayat(origin), origin, dictionary)
    wanted = [found for found in before if found.replace is not None]
    while wanted:
        text, done = _with_fixes(origin.source.text, wanted)
        doubtful = _doubtful(origin, dictionary, before, text, done)
        if not doubtful:
            return text, done
        wanted = [found for found in done if found not in doubtful]
    return origin.source.text, ()


def _doubtful(
    origin: Loaded,
    dictionary: WordList | None,
    before: Sequence[Found],
    text: str,
    done: Sequence[Found],
) -> list[Found]:
    """Of what was fixed, what did not do just that."""
    try:
        mended = parse_kesepakatan(text.encode(), origin.source.file)
    except FaultyNaskah:
        return _later_half(done)
    missed = _missed(origin.source.data, mended.source.data, done)
    if missed:
        return missed
    after = temuan_list(Riwayat(mended), mended, dictionary)
    arisen = Counter(map(_what, after)) - Counter(map(_what, before))
    if not arisen:
        return []
    new = [found for found in after if _what(found) in arisen]
    return _causes(done, new) or _later_half(done)


def _causes(done: Sequence[Found], new: Sequence[Found]) -> list[Found]:
    """The fixes whose words are what is found now, else those in the same places."""
    places = {found.place.path for found in new}
    beside = [fix for fix in done if fix.place.path in places]
    causes = [fix for fix in beside if any(_brought(fix, one) for one in new)]
    return causes or beside


def _brought(fix: Found, found: Found) -> bool:
    """Whether a new finding is about the words that a fix has put in."""
    words = fix.replace or ""
    return bool(found.piece) and (words in found.piece or found.piece in words)


def _what(found: Found) -> tuple[str, DataPath]:
    """A finding whatever its words are, which a fix beside it may change."""
    return found.kode, found.place.path


def _later_half(done: Sequence[Found]) -> list[Found]:
    return list(done[len(done) // 2 :])


def _missed(old: Any, new: Any, done: Sequence[Found]) -> list[Found]:
    """Fixes whose text is not changed by just them: they hit a remark, or another text."""
    fixes = defaultdict[DataPath, list[Found]](list)
    missed = list[Found]()
    for found in done:
        path = _path_of_text(old, found.place.path)
        if path is None:
            missed.append(found)
        else:
            fixes[path].append(found)
    if missed:
        return missed
    before, after = deepcopy(old), deepcopy(new)
    for path, on_text in fixes.items():
        words = flatten(_take_text(before, path))
        now = flatten(_take_text(after, path))
        missed += _missed_in_text(words, now, on_text)
    if missed:
        return missed
    # Without these texts, nothing may differ.
    return list(done) if before != after else []


def _missed_in_text(words: str, now: str, fixes: Sequence[Found]) -> Sequence[Found]:
    """Of the fixes of one text, those that are not in it now."""
    as_meant = words
    for fix in fixes:
        right = fix.replace or ""
        as_meant = as_meant.replace(fix.piece, right, 1).lstrip()
    if now == as_meant and words != as_meant:
        return ()
    still = [fix for fix in fixes if now.count(fix.piece) >= words.count(fix.piece)]
    return still or fixes


def _path_of_text(data: Any, path: DataPath) -> DataPath | None:
    """As much of a path as leads to the text: what is written short has no more of it.

    None where no text of the file stands there.
    """
    node = data
    try:
        for length, step in enumerate(path):
            if isinstance(node, str):
                return path[:length]
            node = node[step]
    except (LookupError, TypeError):
        return None
    return path if isinstance(node, str) else None


def _take_text(data: Any, path: DataPath) -> str:
    """The text at a path, which is empty from then on."""
    *before, last = path
    node = data
    for step in before:
        node = node[step]
    text: str = node[last]
    node[last] = ""
    return text


def _with_fixes(text: str, wanted: Sequence[Found]) -> tuple[str, tuple[Found, ...]]:
    """A file's text with these fixes, and those of them that could be put in."""
    found_on = defaultdict[int, list[Found]](list)
    heads = list[Found]()
    for found in wanted:
        if found.replace == "":
            heads.append(found)
        else:
            found_on[found.tempat.baris].append(found)
    lines = text.split("\n")
    done = list[Found]()
    for number, on_line in found_on.items():
        lines[number - 1], mended = _mended(lines[number - 1], on_line)
        done += mended
    text, taken = _without_heads("\n".join(lines), heads)
    return text, tuple(sorted((*done, *taken), key=in_order))


def _without_heads(text: str, heads: Sequence[Found]) -> tuple[str, list[Found]]:
    """The text without words at the head of its texts, and which of them are gone.

    What is left may need quotes that it did without, so that the data are changed and
    written anew, not the line.
    """
    if not heads:
        return text, []
    source = read_yaml(text.encode(), "")
    data = deepcopy(source.data)
    taken = list[Found]()
    for found in heads:
        path = found.place.path
        words = flatten(read_text(data, path))
        rest = words.removeprefix(found.piece).lstrip()
        if rest and rest != words:
            put_text(data, path, rest)
            taken.append(found)
    return rewrite_source(source, data).text, taken


def _mended(line: str, on_line: Sequence[Found]) -> tuple[str, list[Found]]:
    """A line with its safe fixes, and what was fixed; of two that overlap the later.

    What does not stand there as such on one line is left.
    """
    pieces = list[str]()
    done = list[Found]()
    kept_until = len(line)
    for found in reversed(on_line):
        begin = found.tempat.kolom - 1
        end = begin + len(found.piece)
        if found.replace is None or not found.piece or end > kept_until:
            continue
        if line.startswith(found.piece, begin):
            pieces += [line[end:kept_until], found.replace]
            kept_until = begin
            done.append(found)
    pieces.append(line[:kept_until])
    return "".join(reversed(pieces)), list(reversed(done))
