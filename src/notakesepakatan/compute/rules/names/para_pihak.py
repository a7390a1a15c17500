"""The parties: none in the place of another, none twice, each signed for by who is said to."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from notakesepakatan.compute.rules.consistency import contradictions
from notakesepakatan.compute.rules.consistency.sameness import heads_of_lampiran
from notakesepakatan.compute.rules.front import SEVERAL, Front, StatedPihak, front_of
from notakesepakatan.compute.rules.likeness import like
from notakesepakatan.compute.rules.names import deeds, itself
from notakesepakatan.compute.rules.names.acting import differs, filled, in_place_of
from notakesepakatan.compute.rules.names.heads import other_head
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.compute.rules.short_names import is_within
from notakesepakatan.model.para_pihak import NOT_PRINTED, Pihak
from notakesepakatan.model.pasal import Pasal
from notakesepakatan.place import DataPath, Place, at

_LINK = (
    r"(?:,|:| \(|,? (?:adalah|yaitu|yakni|ialah|merupakan|menunjuk|diwakili oleh"
    r"|dalam hal ini diwakili oleh|dilaksanakan oleh))?,? "
)
"""What may stand between a party and the name that is said to be its own."""
_CHECK = "periksa pihak mana yang dimaksud"
_LAMPIRAN = re.compile(r"(?:LAMPIRAN|Lampiran)\b")
_BETWEEN = re.compile(r"\b(?:antara|ANTARA) (.{5,600})")
_BESIDE = re.compile(r"(?:saksi|mengetahui)\b", re.IGNORECASE)
_ON_BEHALF = re.compile(
    r"^a\.n\. (?:(?:[A-Z]+ )+(?=[A-Z][a-z])"
    r"|(?=[A-Z][a-z]).+? (?=(?:Wakil|Sekretaris|Kepala|Direktur|Asisten) ))"
)
_OFFICE = re.compile(
    r"(?:wakil|kepala|direktur|bupati|wali kota|gubernur|sekretaris|ketua|camat|rektor"
    r"|menteri|pimpinan|manajer|dekan|lurah)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"\b(?:of|the)\b", re.IGNORECASE)
_FOR_ANOTHER = re.compile(
    r"(?:a\.n\.|an\.|u\.b\.)|(?:selaku|sebagai|untuk|atas nama|for)\b", re.IGNORECASE
)
_TITLE = r"(?:[A-Z][A-Za-z]{0,5}\. ?)*"
_CAPITALS = r"[A-Z][A-Z'.-]+(?: [A-Z][A-Z'.-]*){1,5}"
_REPRESENTED = re.compile(rf"\bdiwakili(?: oleh)? {_TITLE}({_CAPITALS})\b")
_NUMBER = re.compile(r"(?<!\w)\d{1,3}(?!\w)")
_NAME_ALONE = re.compile(_CAPITALS)
_SAME_OFFICE = "samakan pembukaan dan tanda tangan"
_WARNING: Level = "peringatan"
_NEAR = 0.75
"""Likeness of a name at the end of a text to the one at its front that it is a slip of."""


def swapped(reading: Reading) -> Iterator[Flaw]:
    """`PIHAK KESATU, <office of the second>`; names or numbers in another order."""
    front = front_of(reading)
    told = set[tuple[DataPath, str]]()
    for flaw in _swapped(reading, front) if len(front.para_pihak) > 1 else ():
        words = flaw.place.path, flaw.piece
        if words not in told:
            told.add(words)
            yield flaw


def _swapped(reading: Reading, front: Front) -> Iterator[Flaw]:
    """What each way of telling finds; two may find the same words."""
    if reading.typed is not None:
        yield from _another_by_its_key(reading)
    yield from _named_as_another(front)
    yield from _in_other_order(reading, front)
    yield from _said_twice(reading, front)
    yield from contradictions.one_does_all(reading)
    yield from contradictions.same_side(reading)
    yield from itself.with_itself(reading)
    yield from deeds.of_another(reading)
    if reading.typed is None:
        yield from _penanda_tangan_of_another(front)


def _named_as_another(front: Front) -> Iterator[Flaw]:
    """A party is followed by a name that only another has."""
    owners = _owners(front.para_pihak)
    terms = [pihak.sebutan for pihak in front.para_pihak if pihak.sebutan]
    if not owners or not terms:
        return
    pattern = re.compile(
        rf"(?<!\w)({_any_of(terms)}){_LINK}({_any_of(list(owners))})(?!\w| Wilayah)"
    )
    for excerpt in front.behind:
        if excerpt.path[0] == "dasar_hukum":
            continue
        for match in pattern.finditer(excerpt.text):
            owner = owners[match[2]]
            if owner.sebutan != match[1]:
                message = f"{match[2]} adalah {owner.sebutan}, bukan {match[1]}"
                begin = match.start()
                yield excerpt.flaw(match[0], message, _CHECK, begin)


def _owners(para_pihak: Sequence[StatedPihak]) -> Mapping[str, StatedPihak]:
    """Each name of a party that no other has, with the party."""
    owners = dict[str, StatedPihak]()
    shared = set[str]()
    for pihak in para_pihak:
        names = (pihak.nama, pihak.jabatan, pihak.pejabat, pihak.pejabat_pelaksana)
        for name in {name for name in names if " " in name}:
            if owners.setdefault(name, pihak) is not pihak:
                shared.add(name)
    return {name: pihak for name, pihak in owners.items() if name not in shared}


def _any_of(words: Sequence[str]) -> str:
    """A pattern of any of them, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _in_other_order(reading: Reading, front: Front) -> Iterator[Flaw]:
    """`antara B dan A` in the head of an annex, where the front has A first."""
    names = [pihak.nama for pihak in front.para_pihak]
    if len(set(names)) < len(names):
        return
    for excerpt in heads_of_lampiran(reading, front):
        match = _BETWEEN.search(excerpt.text)
        places = (
            [match[1].lower().find(name.lower()) for name in names] if match else []
        )
        if match and -1 not in places and places != sorted(places):
            message = "urutan para pihak lain dari halaman depan"
            begin = match.start()
            yield excerpt.flaw(match[0], message, _CHECK, begin)
    yield from _numbers_in_other_order(reading, front)


def _numbers_in_other_order(reading: Reading, front: Front) -> Iterator[Flaw]:
    """The numbers below the head of an annex, against their order on the front."""
    known = [number for number, _ in front.numbers]
    if len(set(known)) < 2 or len(set(known)) < len(known):
        return
    expected = 0
    for excerpt in front.behind:
        of_head = reading.typed is None or "kepala" in excerpt.path
        number = excerpt.text.strip().rpartition(" ")[2]
        if not of_head or number not in known:
            expected = 0
        elif ":" in excerpt.text:
            if number != known[expected % len(known)]:
                message = "urutan nomor lain dari halaman depan"
                yield excerpt.flaw(number, message, _CHECK)
            expected += 1


def _said_twice(reading: Reading, front: Front) -> Iterator[Flaw]:
    """`PIHAK KESATU mempunyai tugas:` twice, and of another party never."""
    terms = [pihak.sebutan for pihak in front.para_pihak if pihak.sebutan]
    if len(terms) < 2:
        return
    for (_, words), places in _said_of_one(reading, front, terms).items():
        if words.endswith(":") and len(places) == len(terms):
            yield from _repeated(places)


def _said_of_one(
    reading: Reading, front: Front, terms: Sequence[str]
) -> Mapping[tuple[object, str], Sequence[tuple[Excerpt, str]]]:
    """Short sentences on one party, each with its term, by what is the same but for it."""
    pattern = re.compile(rf"(?<!\w)(?:{_any_of(terms)})(?!\w)")
    said = dict[tuple[object, str], list[tuple[Excerpt, str]]]()
    for excerpt in front.behind:
        matches = pattern.findall(excerpt.text)
        if len(matches) != 1 or len(excerpt.text) > 200:
            continue
        words = pattern.sub("§", _without_label(excerpt.text))
        if words.startswith(("§", "untuk §")):
            group = excerpt.path[:-2] if reading.typed else ""
            said.setdefault((group, words), []).append((excerpt, matches[0]))
    return said


def _repeated(places: Sequence[tuple[Excerpt, str]]) -> Iterator[Flaw]:
    """Every place of a party that stands twice: nobody can tell which is the wrong one."""
    count = Counter(term for _, term in places)
    for excerpt, term in places:
        if count[term] > 1:
            message = f"{term} sudah disebut dengan kalimat yang sama"
            yield excerpt.flaw(term, message, _CHECK)


def _without_label(text: str) -> str:
    return re.sub(r"^\s*(?:\(\w{1,3}\)|\w{1,3}[.)])\s+", "", text).strip()


def _another_by_its_key(reading: Reading) -> Iterator[Flaw]:
    """`kunci: tugas_kesatu` over the duties of another; letters of one below another."""
    k = reading.kesepakatan
    terms = dict(zip(k.kunci_pihak, (one.sebutan for one in k.para_pihak), strict=True))
    for i, pasal in enumerate(k.pasal):
        for place, text, owner in _texts_of_one(pasal, i):
            if owner in terms:
                yield from _names_another(place, text, owner, terms)


def _texts_of_one(pasal: Pasal, i: int) -> Iterator[tuple[Place, str, str]]:
    """The texts of a pasal that a key gives to one party, each with the party's key."""
    for j, ayat in enumerate(pasal.ayat):
        key = ayat.kunci or ""
        if key.startswith("tugas_"):
            place = at("pasal", i, "ayat", j, "isi")
            yield place, ayat.isi, key.removeprefix("tugas_")
    for j, butir in enumerate(pasal.huruf):
        if butir.korespondensi:
            place = at("pasal", i, "huruf", j, "isi")
            yield place, butir.isi, butir.korespondensi


def _names_another(
    place: Place, text: str, key: str, terms: Mapping[str, str | None]
) -> Iterator[Flaw]:
    own = terms[key]
    others = [term for other, term in terms.items() if other != key and term]
    named = next((term for term in others if text.startswith(term)), None)
    if own and named and own not in text:
        message = f"menurut kuncinya ini tentang {own}, bukan {named}"
        yield Flaw(
            place,
            named,
            message,
            _CHECK,
        )


def _penanda_tangan_of_another(front: Front) -> Iterator[Flaw]:
    """Names below the offices of others, in the block at the end of a text."""
    block = _block(front)
    terms = [pihak.sebutan for pihak in front.para_pihak]
    order = [i for i, _ in _order_in(block, terms)]
    if len(order) != len(terms):
        return
    names = [pihak.pejabat for pihak in front.para_pihak]
    offices = [pihak.jabatan.upper() for pihak in front.para_pihak]
    for words in (names, offices):
        misplaced = _first_misplaced(block, words, order)
        if misplaced:
            excerpt, i, right = misplaced
            message = f"di tempat tanda tangan {terms[right]}"
            piece = words[i] if words[i] in excerpt.text else ""
            yield excerpt.flaw(piece, message, _CHECK)
            yield from _terms_in_other_order(block, terms, order)
            return


def _terms_in_other_order(
    block: Sequence[Excerpt], terms: Sequence[str], order: Sequence[int]
) -> Iterator[Flaw]:
    """The line that calls the parties, where it may be the wrong one of the two."""
    for i, excerpt in _order_in(block, terms) if list(order) != sorted(order) else ():
        if i == order[0]:
            message = "urutan sebutannya lain dari urutan para pihak"
            yield excerpt.flaw(terms[i], message, _CHECK)


def _first_misplaced(
    block: Sequence[Excerpt], words: Sequence[str], order: Sequence[int]
) -> tuple[Excerpt, int, int] | None:
    """The first of these words, one of each party, that stands where another signs.

    Args:
        block: the paragraphs of the block of signatures.
        words: a word of each party; one that is not there tells nothing.
        order: the parties as they sign, by their number.

    Returns:
        Its paragraph, the number of its party, and of the one that signs there.
    """
    found = _order_in(block, words)
    if len(found) != len(order):
        return None
    for (i, excerpt), right in zip(found, order, strict=True):
        if i != right:
            return excerpt, i, right
    return None


def _block(front: Front) -> list[Excerpt]:
    """The paragraphs of the block of signatures: behind the closing, before an annex."""
    block = list[Excerpt]()
    begins = _begin_of_block(front)
    for excerpt in front.behind[begins:]:
        if _LAMPIRAN.match(excerpt.text.strip()):
            break
        block.append(excerpt)
    return block


def _begin_of_block(front: Front) -> int:
    """Behind the last paragraph that is a whole sentence before the annex; else the end."""
    last = len(front.behind)
    terms = tuple(pihak.sebutan for pihak in front.para_pihak)
    for i, excerpt in enumerate(front.behind):
        text = excerpt.text.strip()
        if terms and text.startswith(terms) and text.endswith(","):
            return i
        if _LAMPIRAN.match(text):
            break
        if text.endswith(".") and len(text.split()) > 8:
            last = i + 1
    return last


def _order_in(
    block: Sequence[Excerpt], words: Sequence[str]
) -> list[tuple[int, Excerpt]]:
    """Which of these words stand in the block, by their number, in the order they do."""
    placed = list[tuple[int, int, int, Excerpt]]()
    for row, excerpt in enumerate(block):
        text = excerpt.text.upper()
        for i, word in enumerate(words):
            column = text.find(word.upper()) if word else -1
            if column >= 0:
                placed.append((row, column, i, excerpt))
    found = [
        (i, excerpt) for _, _, i, excerpt in sorted(placed, key=lambda one: one[:3])
    ]
    first = dict[int, Excerpt]()
    for i, excerpt in found:
        first.setdefault(i, excerpt)
    return list(first.items())


def penanda_tangan(reading: Reading) -> Iterator[Flaw]:
    """Who signs at the end of a text of others is who is named in its opening."""
    if reading.typed is not None:
        yield from _offices_of_ours(reading)
        yield from _names_in_sentences(reading)
        return
    front = front_of(reading)
    if not front.para_pihak:
        yield from other_head(reading)
    yield from _names_in_sentences(reading)
    block = _block(front)
    yield from _other_offices(block, front)
    for what in ("pejabat", "jabatan"):
        words = [filled(getattr(pihak, what)).office for pihak in front.para_pihak]
        there = {i for i, _ in _order_in(block, words)}
        if not there or not all(words):
            continue
        for i, word in enumerate(words):
            near = None if i in there else _near_in(block, word, words)
            if near:
                excerpt, cell = near
                pihak = front.para_pihak[i]
                message = f"pada pembukaan, {pihak.sebutan} diwakili {word}"
                yield excerpt.flaw(cell, message, _SAME_OFFICE)
                yield from _at_the_front(pihak, word, cell)


def _at_the_front(
    pihak: StatedPihak, word: str, cell: str, level: Level | None = None
) -> Iterator[Flaw]:
    """The same at the opening, which may be the wrong one of the two."""
    if pihak.stated and word in pihak.stated.text:
        message = f"pada tanda tangan tertulis {cell}"
        yield pihak.stated.flaw(word, message, _SAME_OFFICE, tingkat=level)


def _other_offices(block: Sequence[Excerpt], front: Front) -> Iterator[Flaw]:
    """An office above a signature that no party's opening has, in whatever capitals."""
    stated = [pihak for pihak in front.para_pihak if pihak.jabatan]
    if not stated or len(stated) < len(front.para_pihak):
        return
    offices = [one for pihak in stated for one in pihak.jabatan.split(SEVERAL)]
    every = [
        f"{filled(one).office} {pihak.nama}"
        for pihak in stated
        for one in pihak.jabatan.split(SEVERAL)
    ]
    for excerpt, cell in _cells_of_penanda_tangan(block):
        said = filled(_ON_BEHALF.sub("", cell))
        if not _OFFICE.match(said.office) or _ENGLISH.search(said.office):
            continue
        near = max(offices, key=lambda own: like(own.lower(), said.office.lower()))
        if _is_other(said.office, every, offices):
            yield from _differing_office(excerpt, said.office, near, stated)
        elif like(filled(near).office.lower(), said.office.lower()) == 1:
            message = differs(cell, near)
            begin = excerpt.text.index(cell)
            if message:
                yield excerpt.flaw(cell, message, _SAME_OFFICE, begin, _WARNING)


def _cells_of_penanda_tangan(block: Sequence[Excerpt]) -> Iterator[tuple[Excerpt, str]]:
    """What stands in the block, but for whoever signs in the place of the office above him."""
    delegated = [False]
    for excerpt in block:
        if _BESIDE.match(excerpt.text.strip()):
            return
        cells = [cell.strip() for cell in excerpt.text.split("\t")]
        if len(cells) != len(delegated):
            # The columns are lost, so that anybody here may be the one below it.
            delegated = [any(delegated)] * len(cells)
        for cell, is_delegate in zip(cells, delegated, strict=True):
            if not is_delegate:
                yield excerpt, cell
        delegated = [bool(in_place_of(cell)) for cell in cells]


def _is_other(office: str, every: Sequence[str], offices: Sequence[str]) -> bool:
    is_one = any(is_within(office, own) for own in every)
    # Two that stand in one row without a gap are both whole.
    has_whole = any(own.lower() in office.lower() for own in offices)
    is_one = is_one or (has_whole and is_within(office, " ".join(every)))
    return not is_one or _is_reordered(office, offices)


def _differing_office(
    excerpt: Excerpt, office: str, near: str, stated: Sequence[StatedPihak]
) -> Iterator[Flaw]:
    message, begin = f"jabatan pada pembukaan: {near}", excerpt.text.index(office)
    yield excerpt.flaw(office, message, _SAME_OFFICE, begin, _WARNING)
    for pihak in stated:
        if pihak.jabatan == near:
            yield from _at_the_front(pihak, near, office, _WARNING)


def _is_reordered(said: str, offices: Sequence[str]) -> bool:
    """Whether an office is one of these in other order: `Dinas Arsip dan Perpustakaan`."""
    own = re.findall(r"\w+", said.lower())
    every = [re.findall(r"\w+", office.lower()) for office in offices]
    return own not in every and any(sorted(own) == sorted(one) for one in every)


def _offices_of_ours(reading: Reading) -> Iterator[Flaw]:
    """The office above a signature is that of the opening, in other capitals or shorter."""
    for i, pihak in enumerate(reading.kesepakatan.para_pihak):
        alone = pihak.jabatan_tanda_tangan
        if alone not in (None, NOT_PRINTED) and not _FOR_ANOTHER.match(alone):
            place = at("para_pihak", i, "jabatan_tanda_tangan")
            yield from _other_office(place, alone, pihak)
        for j, line in enumerate(pihak.tanda_tangan):
            if _has_other_number(in_place_of(line), pihak):
                place = at("para_pihak", i, "tanda_tangan", j)
                message = f"jabatan pada pembukaan: {pihak.jabatan}"
                yield Flaw(place, line, message, _SAME_OFFICE, tingkat=_WARNING)
            if _is_in_place_of(line, pihak):
                break  # below it stands who signs, whose office the opening does not say
            if not _FOR_ANOTHER.match(line):
                place = at("para_pihak", i, "tanda_tangan", j)
                yield from _other_office(place, line, pihak)


def _is_in_place_of(line: str, pihak: Pihak) -> bool:
    """`a.n. PANGLIMA …`: the office of the opening, for which another signs."""
    office = in_place_of(line)
    return is_within(office, pihak.jabatan) if office else False


def _has_other_number(office: str, pihak: Pihak) -> bool:
    """`a.n. Kepala SMK Negeri 5`, where the party is SMK Negeri 3."""
    own = f"{pihak.jabatan} {pihak.nama}"
    numbers = set(_NUMBER.findall(office))
    without = _NUMBER.sub("", office)
    is_other = bool(numbers) and not numbers & set(_NUMBER.findall(own))
    return is_other and bool(_NUMBER.search(own)) and is_within(without, own)


def _other_office(place: Place, said: str, pihak: Pihak) -> Iterator[Flaw]:
    """An office that is not the one of the opening, also with the name of the body."""
    office = filled(said).office
    message = differs(said, pihak.jabatan) if _OFFICE.match(office) else ""
    if not is_within(office, f"{pihak.jabatan} {pihak.nama}"):
        message = f"jabatan pada pembukaan: {pihak.jabatan}"
    if message:
        yield Flaw(place, said, message, _SAME_OFFICE, tingkat=_WARNING)


def _names_in_sentences(reading: Reading) -> Iterator[Flaw]:
    """`diwakili oleh HENDRO WIJAYA`, where HENDRA WIJAYA signs."""
    names = _penanda_tangan_names(reading)
    for excerpt in reading.excerpts:
        for match in _REPRESENTED.finditer(excerpt.text):
            near = [name for name in names if like(match[1], name, _NEAR) >= _NEAR]
            if near and not any(match[1] in name for name in names):
                message = f"yang menandatangani adalah {near[0]}"
                saran = "samakan namanya"
                begin = match.start(1)
                yield excerpt.flaw(match[1], message, saran, begin)
                yield from _at_tanda_tangan(reading, near[0], match[1])
        yield from _represents_both(excerpt)


def _at_tanda_tangan(reading: Reading, name: str, said: str) -> Iterator[Flaw]:
    """The same at the signature, which may be the wrong one of the two."""
    for excerpt in reading.excerpts if reading.typed is None else ():
        if name in [cell.strip() for cell in excerpt.text.split("\t")]:
            message = f"pada pembukaan tertulis {said}"
            yield excerpt.flaw(name, message, _SAME_OFFICE)


def _represents_both(excerpt: Excerpt) -> Iterator[Flaw]:
    """`A, diwakili oleh RATNA DEWI, dan B, diwakili oleh RATNA DEWI`."""
    found = list(_REPRESENTED.finditer(excerpt.text))
    count = Counter(match[1] for match in found)
    for match in found:
        if count[match[1]] > 1:
            message = f"{match[1]} mewakili dua pihak sekaligus"
            saran, begin = "periksa siapa yang mewakili", match.start(1)
            yield excerpt.flaw(match[1], message, saran, begin, _WARNING)


def _penanda_tangan_names(reading: Reading) -> list[str]:
    """The names of who signs: by the data, or by the opening and the lines that are names."""
    if reading.typed:
        every = reading.kesepakatan.para_pihak
        return [pihak.pejabat for pihak in every if pihak.pejabat]
    names = [pihak.pejabat for pihak in front_of(reading).para_pihak if pihak.pejabat]
    cells = (
        cell.strip()
        for excerpt in reading.excerpts
        for cell in excerpt.text.split("\t")
    )
    return names + [cell for cell in cells if _NAME_ALONE.fullmatch(cell)]


def _near_in(
    block: Sequence[Excerpt], word: str, others: Sequence[str]
) -> tuple[Excerpt, str] | None:
    """The words in a block that are nearly these, and no other's."""
    best, nearest = _NEAR, None
    every = " ".join(others)
    many = len(word.split())
    for excerpt in block:
        for cell in _runs(excerpt.text, many):
            if is_within(cell, every):
                continue
            likeness = like(cell.upper(), word.upper(), best)
            if likeness > best:
                best, nearest = likeness, (excerpt, cell)
    return nearest


def _runs(text: str, many: int) -> Iterator[str]:
    """Runs of so many words of a line, or of one more or less."""
    words = text.split()
    for length in {max(many - 1, 1), many, many + 1}:
        for begin in range(len(words) - length + 1):
            yield " ".join(words[begin : begin + length]).strip(" ,")


def alike(reading: Reading) -> Iterator[Flaw]:
    """Two parties with one number, one name, one office, one who signs."""
    front = front_of(reading)
    yield from _one_number(reading, front)
    seen = dict[tuple[str, str], StatedPihak]()
    for i, pihak in enumerate(front.para_pihak):
        for what in ("nama", "pejabat", "jabatan"):
            word = getattr(pihak, what)
            first = seen.setdefault((what, word.lower()), pihak)
            if first is pihak or not any(map(str.isalpha, word)):
                continue
            if what == "jabatan" and not _is_of_one(word, first, pihak):
                continue
            message = f"{what} {pihak.sebutan} sama dengan {first.sebutan}"
            level: Level = "galat" if what != "pejabat" else "peringatan"
            place = pihak.stated.place if pihak.stated else at("para_pihak", i, what)
            yield Flaw(
                place,
                word,
                message,
                "periksa salah satunya",
                tingkat=level,
            )


def _is_of_one(office: str, first: StatedPihak, second: StatedPihak) -> bool:
    """Whether an office names what only one of two parties is called by."""
    last = office.rsplit(maxsplit=1)[-1].lower()
    return (last in first.nama.lower()) != (last in second.nama.lower())


def _one_number(reading: Reading, front: Front) -> Iterator[Flaw]:
    """Each place of a number that two have: nobody can tell which is the wrong one."""
    count = Counter(number for number, _ in front.numbers)
    for place, number in _placed_numbers(reading, front):
        if count[number] > 1:
            message, saran = (
                "nomor ini sama dengan nomor pihak lain",
                "periksa salah satunya",
            )
            yield Flaw(place, number, message, saran)


def _placed_numbers(reading: Reading, front: Front) -> Iterator[tuple[Place, str]]:
    """The numbers of the parties, each where it stands."""
    if reading.typed is not None:
        for i, pihak in enumerate(reading.kesepakatan.para_pihak):
            if pihak.nomor:
                yield at("para_pihak", i, "nomor"), pihak.nomor
        return
    for number, excerpt in front.numbers:
        if excerpt:
            yield excerpt.place, number
