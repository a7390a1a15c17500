"""Same thing, same words: numbers, names, titles and terms that stand in several places."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from notakesepakatan.compute.rules.front import Front, called_in_brackets, front_of
from notakesepakatan.compute.rules.language.abbreviations import other_letters
from notakesepakatan.compute.rules.likeness import like
from notakesepakatan.compute.rules.numbers.angka import of_another_time
from notakesepakatan.compute.rules.reading import (
    CALLED,
    Excerpt,
    Flaw,
    Level,
    Reading,
    is_wording,
)
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.place import Place, at, key_of_lampiran
from notakesepakatan.words.numbers import roman
from notakesepakatan.words.spelt import NUMBER_WORDS
from notakesepakatan.words.tanggal import tanggal_long

_NOMOR = re.compile(r"(?<![\w/.-])[\w.-]+(?:/[\w.-]+)+(?![\w/])")
_NUMBER_LINE = re.compile(r"(?:NOMOR|Nomor) ?:? ?\S+$")
_LONGEST_NOMOR = 100
_OTHER_PAPER = re.compile(
    r"(?:Kesepa\w+|Perjanjian|Kerja ?[Ss]ama|Keputusan|Peraturan|Surat|Kuasa|Bersama|Adendum)"
    r"(?: \w+){0,6}? (?:Nomor|No\.)[ :]*$"
)
_BETWEEN = re.compile(r"\bantara ([A-Z].*)")
_LAMPIRAN = re.compile(r"(?:LAMPIRAN|Lampiran)\b")
_NAME = re.compile(r"[A-Z]\w+(?: (?:dan )?[A-Z]\w+)*")
_FRASA = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_ORDINAL = {
    **dict.fromkeys(("kesatu", "pertama", "satu"), 0),
    **dict.fromkeys(("kedua", "dua"), 1),
    **dict.fromkeys(("ketiga", "tiga"), 2),
    **dict.fromkeys(("keempat", "empat"), 3),
    "kelima": 4,
    "keenam": 5,
    "ketujuh": 6,
}
"""Words that say which party is meant, with its position."""
_ORDINAL_WORDS = "|".join(
    [*map(str.capitalize, _ORDINAL), *map(str.upper, _ORDINAL)],
)
_SEBUTAN = re.compile(rf"\b(?i:pihak) ({_ORDINAL_WORDS})\b(?! (?i:belas))")
_ODD_SEBUTAN = re.compile(
    r"\bPIHAK (?:[IVX]{1,4}|\d|KE[- ]?(?:\d|SATU|DUA|TIGA|EMPAT|LIMA))(?![\w-]| (?i:belas))"
)
"""A party counted in a way that no text sets."""
_TOGETHER = re.compile(
    r"\b(?:(?:PARA|KEDUA BELAH) PIHAK|(?:Para|Kedua Belah) Pihak)\b(?! (?i:belas))"
)
_WITH_CAPITALS = re.compile(
    r"(?<![\w-])(?:(?:Para|Kedua|Ketiga|Semua) Pihak|Pihak [A-Z][a-z]+)(?![\w-])"
    r"|^(?:Para|Kedua|Semua) pihak(?![\w-])"
)
_OUTSIDERS = "Pihak Ketiga"
"""Who is no party at all, as the law on regional cooperation says."""
_COUNTED = ("satu", "dua", "tiga", "empat")
"""Ordinals that name no party unless the text says so."""
_YEAR_ALONE = re.compile(r"(?:TAHUN )?(20\d{2})")
_WARNING: Level = "peringatan"
_PLAN = "RENCANA KERJA "
_HEAD_TANGGAL = re.compile(r"Tanggal *: *(\d.*)")
_ALL_CAPITALS = re.compile(r"(?<!\w)[A-Z]+(?!\w)(?: [A-Z]+(?!\w))*")
_LONG_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{5,}(?: [A-Z]{3,})*(?![\w-])")

_IN_AMOUNTS = NUMBER_WORDS | {"rupiah"}
"""Words of a number, which some write in capitals."""
_SHORTENED = re.compile(r"\bdisingkat,? (?:menjadi |dengan )?[“\"'(]?([A-Z]{2,})\b")
"""What sets an abbreviation, which is its group."""

SET_TOGETHER = re.compile(
    r"bersama-sama[^.;:]{0,80}?,? disebut,? (?:juga |sebagai )?[\"']?"
    r"((?:[A-Z][A-Za-z]*)(?: [A-Z][A-Za-z]*){0,3})"
)
"""What sets how the parties are called together, which is its group."""
_SHORTEST_TERM, _LONGEST_TERM = 7, 40
"""Letters of terms that slips are looked for of."""
_MOST_RUNS = 400
"""Different words in capitals that are held against the terms."""
_NEARLY = 0.88
_MOST_WORDS = 12
"""Words of a term; what is longer is a sentence."""
_OFTEN = 3
"""A term that stands so often is the one the text has chosen."""
_FEWEST_OF_TITLE = 4
"""Words of a title that is another one where one word differs."""
_MOST_KINDRED = 10
"""Names of one party that begin alike and are held against each other."""


def _is_like(one: str, other: str, at_least: float) -> bool:
    return like(one, other, at_least) >= at_least


def numbers(reading: Reading) -> Iterator[Flaw]:
    """A number of the paper that is nearly a party's and not it."""
    front = front_of(reading)
    valid = [number for number, _ in front.numbers]
    for excerpt in front.behind:
        if not _may_repeat_nomor(reading, excerpt):
            continue
        for match in _NOMOR.finditer(excerpt.text):
            near = _nomor_meant(match[0], valid)
            if near and not _is_of_other_paper(excerpt, match.start()):
                message = f"nomor berbeda dari halaman depan, {near}"
                # Where the front itself is in doubt, this one may be the right one.
                is_doubted = front.day and of_another_time(near, front.day)
                right = None if is_doubted else near
                yield excerpt.flaw(match[0], message, f"tulis {near}", replace=right)


def _may_repeat_nomor(reading: Reading, excerpt: Excerpt) -> bool:
    """Whether a text behind the front may say the numbers of the paper once more."""
    if reading.typed is None and not _NUMBER_LINE.match(excerpt.text.strip()):
        return False
    # A legal basis names other papers, whose numbers may well be near.
    is_foreign = excerpt.path[:1] == ("dasar_hukum",)
    return not is_foreign and excerpt.path[-1:] != ("nomor",)


def _nomor_meant(nomor: str, valid: Sequence[str]) -> str | None:
    """The valid number that one is a slip of; None where it is valid, or like none."""
    if len(nomor) > _LONGEST_NOMOR or nomor in valid:
        return None
    return next((one for one in valid if _is_like(one, nomor, 0.85)), None)


def _is_of_other_paper(excerpt: Excerpt, begin: int) -> bool:
    """Whether a number in a sentence is said to be that of a paper it names."""
    if excerpt.path[0] == "lampiran":
        return False
    return bool(_OTHER_PAPER.search(excerpt.text, max(begin - 100, 0), begin))


def pihak_names(reading: Reading) -> Iterator[Flaw]:
    """Names after `antara` that are nearly the parties' and not them."""
    front = front_of(reading)
    names = [pihak.nama for pihak in front.para_pihak]
    for excerpt in heads_of_lampiran(reading, front):
        for match in _BETWEEN.finditer(excerpt.text):
            yield from _wrong_names(excerpt.place, match[1], names)


def heads_of_lampiran(reading: Reading, front: Front) -> Iterator[Excerpt]:
    """The lines above an annex that say of what it is one."""
    for excerpt in front.behind:
        if reading.typed is None:
            if _LAMPIRAN.match(excerpt.text.strip()):
                yield excerpt
        elif key_of_lampiran(excerpt.path) == "kepala":
            yield excerpt


def _wrong_names(place: Place, text: str, names: Sequence[str]) -> Iterator[Flaw]:
    for name in names:
        nearest = "" if name in text else _nearest(text, name)
        if nearest and nearest not in names:
            message = f"nama berbeda dari halaman depan, {name}"
            yield Flaw(place, nearest, message, f"tulis {name}", name)


def _nearest(text: str, name: str) -> str:
    """The run of capitalised words that is most like a name."""
    candidates = list[str]()
    for found in _NAME.findall(text):
        candidates += [found, *found.split(" dan Pemerintah")]
    nearest, best = "", -1.0
    for candidate in dict.fromkeys(candidates):
        likeness = like(candidate, name, max(best, 0.0))
        if likeness > best:
            nearest, best = candidate, likeness
    return nearest


def titles(reading: Reading) -> Iterator[Flaw]:
    """The title in capitals, in the annex."""
    front = front_of(reading)
    yield from _other_years(reading, front)
    right = front.judul
    is_behind_text = reading.typed is not None
    for excerpt in front.behind if right else ():
        text = excerpt.text
        is_behind_text = is_behind_text or bool(_LAMPIRAN.match(text.strip()))
        in_title = key_of_lampiran(excerpt.path) == "judul"
        if reading.typed is None:
            whole = text.strip()
            text = whole.removeprefix(_PLAN)
            is_plan = whole != text
            in_title = is_behind_text and text.isupper()
        else:
            is_plan = excerpt.path[-1] not in ("judul", 0)
        if not in_title or text == right:
            continue
        is_near = is_plan and _differs_in_one_word(text.upper(), right)
        if is_near or _means_title(text.upper(), right):
            message = f"judul berbeda dari halaman depan, {right}"
            yield excerpt.flaw(text, message, f"tulis {right}", replace=right)


def _other_years(reading: Reading, front: Front) -> Iterator[Flaw]:
    """`TAHUN 2025` on a line alone, where the cover has another year and it is past."""
    alone = [
        (excerpt, match)
        for excerpt in reading.excerpts
        if (match := _YEAR_ALONE.fullmatch(excerpt.text.strip()))
    ]
    years = {int(match[1]) for _, match in alone}
    day = front.day
    for excerpt, match in alone if day and len(years) > 1 else ():
        if day and int(match[1]) < day.year and day.year in years:
            message = f"tahun lain dari halaman depan, {day.year}"
            saran, level = "periksa tahunnya", _WARNING
            yield excerpt.flaw(match[0], message, saran, None, level)


def _differs_in_one_word(text: str, right: str) -> bool:
    """Whether the title of a Rencana Kerja is that of the paper but for one word."""
    own, other = text.split(), right.split()
    if len(own) != len(other) or len(own) < _FEWEST_OF_TITLE:
        return False
    return sum(a != b for a, b in zip(own, other, strict=True)) == 1


def _means_title(text: str, right: str) -> bool:
    """Whether a heading is the title, miswritten: with no word that is none of its own."""
    if not _is_like(text, right, 0.8):
        return False
    known = right.split()
    others = [word for word in text.split() if word not in known]
    return all(any(_is_like(word, own, 0.6) for own in known) for word in others)


def pihak_terms(reading: Reading) -> Iterator[Flaw]:
    """A party called otherwise than the text or the data say: `Pihak Satu` for PIHAK KESATU."""
    called = _called_in_data(reading) if reading.typed else _called_in_text(reading)
    together = (
        reading.kesepakatan.all_sebutan if reading.typed else set_together(reading)
    )
    with_pihak = _needless_pihak(called)
    slips = _slips_of_terms(reading, [*called.values(), together])
    for excerpt in reading.excerpts:
        if excerpt.path[0] == "dasar_hukum":
            continue
        for match in _SEBUTAN.finditer(excerpt.text):
            yield from _wrong_term(excerpt, match, called)
        if with_pihak:
            for match in with_pihak.finditer(excerpt.text):
                yield _no_such_pihak(excerpt, match)
        for match in _ODD_SEBUTAN.finditer(excerpt.text):
            if not _SEBUTAN.match(excerpt.text, match.start()):
                yield _no_such_pihak(excerpt, match)
        if together:
            yield from _wrong_collective(excerpt, together)
        yield from _nearly_terms(excerpt, slips)
        if _is_sentence(excerpt):
            yield from _in_small(excerpt, {together, *called.values()})


def _is_sentence(excerpt: Excerpt) -> bool:
    """Whether a text is no heading and no cell, where capitals are another matter."""
    if isinstance(excerpt.path[0], str):
        return is_wording(excerpt.path)
    text = excerpt.text.rstrip()
    return text.endswith((".", ";", ":")) and "\t" not in text


def _in_small(excerpt: Excerpt, terms: set[str]) -> Iterator[Flaw]:
    """`Para Pihak`, where the text has set PARA PIHAK."""
    for match in _WITH_CAPITALS.finditer(excerpt.text):
        right = match[0].upper()
        if right in terms and match[0] not in terms and match[0] != _OUTSIDERS:
            message = f"sebutan yang ditetapkan ditulis {right}"
            saran, begin = f"tulis {right}", match.start()
            level: Level = "peringatan"
            yield excerpt.flaw(match[0], message, saran, begin, level, replace=right)


def set_together(reading: Reading) -> str:
    """How a text of others calls its parties together; empty where it says it not once."""
    said = {
        match[1]
        for excerpt in reading.excerpts
        for match in SET_TOGETHER.finditer(excerpt.text)
    }
    return said.pop() if len(said) == 1 else ""


def _slips_of_terms(reading: Reading, terms: Sequence[str]) -> dict[str, str]:
    """Capitals in sentences that are nearly a term and not it, each with the term."""
    known = sorted(
        {term for term in terms if len(term) > _SHORTEST_TERM and term.isupper()}
    )
    written = {
        run
        for excerpt in reading.excerpts
        if not excerpt.text.isupper()
        for run in _LONG_CAPITALS.findall(excerpt.text)
        if len(run) <= _LONGEST_TERM
    }
    slips = dict[str, str]()
    for run in sorted(written)[:_MOST_RUNS]:
        near = [term for term in known if _is_like(run, term, _NEARLY)]
        if near and run not in terms and not run.startswith(tuple(known)):
            slips[run] = near[0]
    return slips


def _nearly_terms(excerpt: Excerpt, slips: Mapping[str, str]) -> Iterator[Flaw]:
    """`PARAPIHAK`, `PENYEDIAN JASA`."""
    if not slips or excerpt.text.isupper():
        return
    for match in _LONG_CAPITALS.finditer(excerpt.text):
        right = slips.get(match[0])
        if right:
            message = f'"{match[0]}" bukan sebutan yang ditetapkan'
            saran, begin = f"mungkin {right}", match.start()
            yield excerpt.flaw(match[0], message, saran, begin)


def _needless_pihak(called: Mapping[int, str]) -> re.Pattern[str] | None:
    """`PIHAK` before the terms that have no such word; None where all have it."""
    bare = [term for term in called.values() if term and "PIHAK" not in term.upper()]
    return re.compile(rf"\bPIHAK (?:{'|'.join(bare)})(?!\w)") if bare else None


def _called_in_data(reading: Reading) -> dict[int, str]:
    """How each party is called, by its position."""
    para_pihak = reading.kesepakatan.para_pihak
    return {i: pihak.sebutan or "" for i, pihak in enumerate(para_pihak)}


def _called_in_text(reading: Reading) -> dict[int, str]:
    """The same of a text that is not ours: as it sets them, or else uses them most."""
    stated = [pihak.sebutan for pihak in front_of(reading).para_pihak]
    stated = stated or list(_called_one_by_one(reading)) or called_in_brackets(reading)
    if len(stated) > 1:
        return dict(enumerate(stated))
    called = _called_by_ordinal(reading)
    used = Counter(
        match[1].lower()
        for excerpt in reading.excerpts
        for match in _SEBUTAN.finditer(excerpt.text)
    )
    for ordinal, _ in used.most_common():
        if ordinal not in _COUNTED:
            called.setdefault(_ORDINAL[ordinal], f"PIHAK {ordinal.upper()}")
    usual = enumerate(("KESATU", "KEDUA", "KETIGA", "KEEMPAT"))
    return {i: f"PIHAK {ordinal}" for i, ordinal in usual} | called


def _called_by_ordinal(reading: Reading) -> dict[int, str]:
    """The terms that a text sets and that count the parties, by the position they say."""
    called = dict[int, str]()
    for excerpt in reading.excerpts:
        for term in CALLED.findall(excerpt.text):
            match = _SEBUTAN.fullmatch(term)
            if match:
                called.setdefault(_ORDINAL[match[1].lower()], term)
    return called


def _called_one_by_one(reading: Reading) -> Iterator[str]:
    """The terms that are set in paragraphs labelled I., II., III."""
    nth = 1
    for excerpt in reading.excerpts:
        called = CALLED.search(excerpt.text)
        if called and excerpt.text.lstrip().startswith(f"{roman(nth)}. "):
            nth += 1
            yield called[1]


def _wrong_term(
    excerpt: Excerpt, match: re.Match[str], called: Mapping[int, str]
) -> Iterator[Flaw]:
    right = called.get(_ORDINAL[match[1].lower()])
    if right is None:
        if len(called) > 1 and match[0].isupper():
            yield _no_such_pihak(excerpt, match)
        return
    known = {term.upper() for term in called.values()}
    if match[0] == _OUTSIDERS or match[0].upper() in known:
        return
    if not (_is_sentence(excerpt) and right.isupper()):
        right = _as_capital_as(match, right)
    message = f'"{match[0]}" bukan sebutan yang ditetapkan'
    yield excerpt.flaw(match[0], message, f"tulis {right}", replace=right)


def _as_capital_as(match: re.Match[str], right: str) -> str:
    """The right term with capitals where the found one has them."""
    if right.startswith("PIHAK ") and not match[1].isupper():
        right = right.title()
    if not right.startswith(("PIHAK ", "Pihak ")):
        return right
    pihak = match[0].split()[0]
    ordinal = right.partition(" ")[2]
    return f"{pihak} {ordinal}"


def _no_such_pihak(excerpt: Excerpt, match: re.Match[str]) -> Flaw:
    message = f'"{match[0]}" bukan sebutan yang ditetapkan'
    saran = "pakai sebutan pihaknya"
    return excerpt.flaw(match[0], message, saran, match.start())


def _wrong_collective(excerpt: Excerpt, right: str) -> Iterator[Flaw]:
    for match in _TOGETHER.finditer(excerpt.text):
        if match[0].upper() != right.upper():
            message = f'"{match[0]}" bukan sebutan bersama yang ditetapkan'
            yield excerpt.flaw(match[0], message, f"tulis {right}", replace=right)


def terms(reading: Reading) -> Iterator[Flaw]:
    """A term in capitals that stands once, and often with one word more; its letters."""
    yield from other_letters(reading)
    texts = (excerpt.text for excerpt in reading.excerpts)
    count = Counter(frasa for text in texts for frasa in _FRASA.findall(text))
    longer = _one_word_longer(count)
    for excerpt in reading.excerpts:
        for match in _FRASA.finditer(excerpt.text):
            if count[match[0]] > 1:
                continue
            for right in longer.get(match[0], ()):
                message = f"istilah yang lazim di naskah ini: {right}"
                saran = f"periksa, mungkin {right}"
                yield excerpt.flaw(match[0], message, saran, replace=right)


def _one_word_longer(count: Mapping[str, int]) -> dict[str, list[str]]:
    """The frequent terms by what each is without one of its inner words."""
    result = defaultdict[str, list[str]](list)
    for frasa, times in count.items():
        words = frasa.split(" ", _MOST_WORDS)
        if times < _OFTEN or not 4 <= len(words) <= _MOST_WORDS:
            continue
        inner = range(1, len(words) - 1)
        shorter = (" ".join(words[:i] + words[i + 1 :]) for i in inner)
        for short in dict.fromkeys(shorter):
            result[short].append(frasa)
    return result


def unnamed_kuasa(reading: Reading) -> Iterator[Flaw]:
    """A letter of authority that the sentence of its party does not name."""
    k = reading.kesepakatan
    if k.susunan.para_pihak == "baris":
        return
    for i, pihak in enumerate(k.para_pihak):
        sentence = (pihak.kalimat or "").lower()
        if pihak.kuasa and sentence and "kuasa" not in sentence:
            message = f"surat kuasa {pihak.sebutan} tidak tercetak pada kalimatnya"
            saran = 'tulis "berdasarkan [[kuasa]]" dalam kalimat pihak itu'
            yield Flaw(at("para_pihak", i, "kuasa"), "", message, saran)


def unused_terms(reading: Reading) -> Iterator[Flaw]:
    """A term that is set and then never used; those of parties stand where they sign."""
    printed = set[str]()
    if reading.typed:
        printed = {pihak.sebutan or "" for pihak in reading.kesepakatan.para_pihak}
    pengaturan_of = [
        (excerpt.place, match[1])
        for excerpt in reading.excerpts
        for match in CALLED.finditer(excerpt.text)
        if match[1].count(" ") < _MOST_WORDS and match[1] not in printed
    ]
    count = _count(reading.excerpts, {term for _, term in pengaturan_of})
    for place, term in pengaturan_of:
        if count[term] < 2:
            message = f"sebutan {term} ditetapkan dan tidak pernah dipakai"
            yield Flaw(place, term, message, "pakai, atau hapus")


def _count(excerpts: Iterable[Excerpt], sought: set[str]) -> Counter[str]:
    """How often each of these terms stands in the text, as words of their own."""
    lengths = {term.count(" ") + 1 for term in sought}
    result = Counter[str]()
    for excerpt in excerpts if sought else ():
        for series in _ALL_CAPITALS.findall(excerpt.text):
            words = series.split(" ")
            result.update(run for run in _runs(words, lengths) if run in sought)
    return result


def _runs(words: Sequence[str], lengths: Iterable[int]) -> Iterator[str]:
    """Each run of neighboring words that has one of these lengths."""
    for length in lengths:
        for begin in range(len(words) - length + 1):
            yield " ".join(words[begin : begin + length])


def units(reading: Reading) -> Iterator[Flaw]:
    """One office of a party under two names."""
    for i, pihak in enumerate(reading.kesepakatan.para_pihak):
        seen = defaultdict[str, list[str]](list)
        for place, unit in _unit_names(i, pihak):
            first_words = " ".join(unit.split(maxsplit=3)[:3])
            kindred = seen[first_words]
            for other in kindred:
                if unit != other and _is_like(unit, other, 0.7):
                    message = f'mirip "{other}", mungkin satu jabatan dengan dua nama'
                    saran = "samakan bila memang jabatan yang sama"
                    yield Flaw(place, unit, message, saran)
            if unit not in kindred and len(kindred) < _MOST_KINDRED:
                kindred.append(unit)


def _unit_names(i: int, pihak: Pihak) -> Iterator[tuple[Place, str]]:
    if pihak.pejabat_pelaksana:
        yield at("para_pihak", i, "pejabat_pelaksana"), pihak.pejabat_pelaksana
    for j, address in enumerate(pihak.korespondensi):
        if address.up:
            yield at("para_pihak", i, "korespondensi", j, "up"), address.up


def penandatanganan_day(reading: Reading) -> Iterator[Flaw]:
    """The day in the head of the annex is the day of signing."""
    front = front_of(reading)
    if front.day is None:
        return
    right = tanggal_long(front.day)
    for excerpt in front.behind:
        is_head = key_of_lampiran(excerpt.path) == "kepala"
        if reading.typed and not is_head:
            continue
        match = _HEAD_TANGGAL.match(excerpt.text)
        if match and match[1].strip() != right:
            message = f"tanggal berbeda dari hari penandatanganan, {right}"
            yield excerpt.flaw(match[1], message, f"tulis {right}", replace=right)


def unset_terms(reading: Reading) -> Iterator[Flaw]:
    """A term in capitals inside a pasal that nothing sets."""
    whole_text = " ".join(excerpt.text for excerpt in reading.excerpts)
    k = reading.kesepakatan
    valid = {"PIHAK", k.all_sebutan, k.any_sebutan, *CALLED.findall(whole_text)}
    valid |= {pihak.sebutan for pihak in k.para_pihak if pihak.sebutan}
    valid |= {*_SHORTENED.findall(whole_text), *_names_of_people(k)}
    for excerpt in reading.excerpts:
        if not is_wording(excerpt.path):
            continue
        for term in _LONG_CAPITALS.findall(excerpt.text):
            is_amount = not _IN_AMOUNTS.isdisjoint(term.lower().split())
            if is_amount or term in valid:
                continue
            if valid.isdisjoint(_beginnings(term)):
                message = f"{term} ditulis kapital dan tidak ditetapkan sebagai sebutan"
                yield excerpt.flaw(term, message, "tetapkan, atau huruf biasa")


def _names_of_people(k: Kesepakatan) -> Iterator[str]:
    """Words in capitals of the names of those who sign: `BUDI SANTOSO` of `Drs. …, M.M.`."""
    penanda_tangan = [
        each for pihak in k.para_pihak for each in pihak.penanda_tangan_list
    ]
    names = [each.pejabat for each in penanda_tangan]
    names += [each.nama for each in (*k.saksi, *k.mengetahui)]
    for name in names:
        yield from _LONG_CAPITALS.findall(name or "")


def _beginnings(term: str) -> Iterator[str]:
    """Its first word, its first two words, and so on."""
    words = term.split(" ", _MOST_WORDS)[:_MOST_WORDS]
    return accumulate(words, "{} {}".format)
