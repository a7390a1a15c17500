"""Legal bases: gazettes, order, numbers, and whether the law has moved on since."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import Excerpt, Flaw, Level, Reading
from notakesepakatan.compute.text.laws import law_moved_on
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.model.dasar import Convention
from notakesepakatan.model.dasar_hukum import Regulation
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.peraturan import KnownLaw, KnownLaws
from notakesepakatan.place import Place, at
from notakesepakatan.words.tanggal import tanggal_long

_RANK = (
    "undang-undang dasar",
    "undang-undang",
    "peraturan pemerintah pengganti",
    "peraturan pemerintah",
    "peraturan presiden",
    "keputusan presiden",
    "peraturan menteri",
    "peraturan kepala",
    "peraturan badan",
    "peraturan daerah",
    "peraturan gubernur",
    "peraturan bupati",
    "peraturan wali kota",
)
_SPAN = re.compile(r"Tahun (\d{4})[-–](\d{4})")

_KINDS = (
    "Undang-Undang|Peraturan Pemerintah(?: Pengganti Undang-Undang)?|Peraturan Presiden"
    "|Keputusan Presiden|Peraturan (?:Menteri|Kepala|Badan|Lembaga|Daerah|Gubernur|Bupati"
    "|Wali Kota)(?: (?:[A-Z][a-zA-Z]*|dan)(?! Nomor \\d)){0,12}(?: [A-Z][a-zA-Z]*)?"
)
CITED = re.compile(
    rf"\b({_KINDS})(?: Republik Indonesia)? Nomor (\d{{1,4}}) Tahun (\d{{4}})"
    r"(?: tentang ([^();:]{3,200}))?",
    re.IGNORECASE,
)
_WHOLE = {
    "UU": "undang-undang",
    "PP": "peraturan pemerintah",
    "Perpres": "peraturan presiden",
    "Permendagri": "peraturan menteri dalam negeri",
    "Perda": "peraturan daerah",
}
"""What each short name of a kind of law stands for."""
CITED_SHORT = re.compile(
    rf"(?<![\w/-])({'|'.join(_WHOLE)})(?: (?:No\.?|Nomor|Nomer))? ?(\d{{1,3}})"
    r"(?: ?/ ?| (?:Tahun|Th\.?) )(\d{4})(?![\w/])"
)
_LEMBARAN = re.compile(
    r" ?\((?:Lembaran|Berita) Negara(?: Republik Indonesia)? Tahun (\d{4}) Nomor (\d{1,5})"
    r"(?:,? Tambahan (?:Lembaran|Berita) Negara(?: Republik Indonesia)? Nomor (\d{1,5}))?",
    re.IGNORECASE,
)
_ANY_LEMBARAN = re.compile(r"\((?:Lembaran|Berita) (?:Negara|Daerah)\b")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s+")
_IN_LN = ("undang-undang", "peraturan pemerintah", "peraturan presiden")
_YEARS_OF_TERM = re.compile(
    r"\bberlaku(?:nya)?\b[^.;]{0,60}?\b(\d{1,2}) \([a-z ]{3,20}\) tahun[^.;]{0,80}?tanda ?tangan"
)
_CONVENTION: Convention = "sehari_sebelum"
"""Of a text of others it is not known; only the year of its end is asked about."""
_FIRST_OF_OUR_DAY = 1960
"""Laws before were promulgated in either gazette."""
_GAZETTED = ("undang-undang", "peraturan pemerintah")


_CONSTITUTION = re.compile(
    r"\b(?:Undang-Undang Dasar|UUD)(?: Negara(?: Republik Indonesia)?| NRI| RI)?"
    r"(?: Tahun)? (?P<year>\d{4})\b",
    re.IGNORECASE,
)
_CRIMINAL_CODE = re.compile(
    r"(?:\bPasal (?P<pasal>\d{3,4})\b[^.;]{0,40}?)?"
    r"\b(?P<code>Kitab Undang-Undang Hukum Pidana|KUHPidana|KUHP)(?![\w-])(?! Perdata)"
)
_CRIME = re.compile(
    r"(?i:pidana|kejaksaan|kepolisian|penyidik|penuntut|narapidana|penegak\w* hukum|polri)"
    r"|KUHP\b"
)
_LAST_OF_CRIMES = 700
"""No code of crimes has so many pasal."""


class _Cited(NamedTuple):
    """A law that is cited.

    Attributes:
        key: its kind in small letters, number and year.
        tentang: its title, where that is certain; or empty.
        said: year, number, and number of the supplement; empty where they are not said.
        place: where its gazette is changed.
        piece: the words there, empty for none.
        offset: where these begin in their text; None in data.
        kind: "LN" or "BN"; empty where that is not said.
    """

    key: tuple[str, str, int]
    tentang: str
    said: tuple[str, str, str]
    place: Place
    piece: str
    offset: int | None
    kind: str = ""


def _cited_laws(reading: Reading) -> Iterator[_Cited]:
    """The laws among the legal bases; in a text of others those with their gazette."""
    yield from _cited_in_text(reading)
    for regulation, place in in_data(reading) if reading.typed else ():
        yield _cited(regulation, place)


def in_data(reading: Reading) -> Iterator[tuple[Regulation, Place]]:
    """The laws among the legal bases of ours, and those that changed them."""
    for i, regulation in _regulations(reading):
        dasar = reading.kesepakatan.dasar_hukum[i]
        if not dasar.dihapus:
            yield regulation, at("dasar_hukum", i)
            for j, change in enumerate(dasar.perubahan):
                yield change, at("dasar_hukum", i, "perubahan", j)


def _cited(law: Regulation, place: Place) -> _Cited:
    key = (law.jenis.lower(), law.nomor.lstrip("0"), law.tahun)
    printed = law.lembaran
    if printed is None or printed.jenis not in ("LN", "BN"):
        return _Cited(key, law.tentang, ("", "", ""), place, "", None)
    said = (str(printed.tahun), printed.nomor, printed.tambahan or "")
    where = at(*place.path, "lembaran", "nomor")
    return _Cited(key, law.tentang, said, where, printed.nomor, None, printed.jenis)


def cited_in(text: str) -> Iterator[re.Match[str]]:
    """Every law that a text cites, one in the title of another too."""
    begin = 0
    while match := CITED.search(text, begin):
        yield match
        begin = match.start(4) if match[4] else match.end()


def _cited_in_text(reading: Reading) -> Iterator[_Cited]:
    for excerpt in reading.excerpts:
        for match in CITED.finditer(excerpt.text):
            found = _LEMBARAN.match(excerpt.text, match.end())
            if found:
                yield _Cited(
                    key_of(match),
                    (match[4] or "").strip(),
                    (found[1], found[2], found[3] or ""),
                    excerpt.place,
                    found[0].strip(" ("),
                    _begin_inside(found),
                    "BN" if "berita" in found[0].lower() else "LN",
                )


def key_of(match: re.Match[str]) -> tuple[str, str, int]:
    """Kind in small letters, number and year of a law that is cited."""
    return match[1].lower(), match[2].lstrip("0"), int(match[3])


def key_of_short(match: re.Match[str]) -> tuple[str, str, int]:
    """The same of one that is cited in short: `UU No. 23/2014`."""
    return _WHOLE[match[1]], match[2].lstrip("0"), int(match[3])


def _begin_inside(found: re.Match[str]) -> int:
    """Where a gazette begins, behind the bracket."""
    return found.end() - len(found[0].lstrip(" ("))


def lembaran(reading: Reading) -> Iterator[Flaw]:
    """A law is promulgated in its own year or later (rule 47)."""
    for cited in _cited_laws(reading):
        said, (_, _, year) = cited.said[0], cited.key
        other = _of_lembaran(cited, reading.laws)
        if other:
            yield _wrong_year(cited, other, is_typed=reading.typed is not None)
        elif said and int(said) < year:
            message = f"lembaran tahun {said} lebih tua dari peraturannya, tahun {year}"
            place, piece = cited.place, cited.piece
            if reading.typed:
                place, piece = at(*place.path[:-1], "tahun"), said
            saran = "periksa lembarannya"
            yield Flaw(place, piece, message, saran, offset=cited.offset)
        elif said and int(said) > year + 1:
            message = f"lembaran tahun {said}, padahal peraturannya tahun {year}"
            saran = "periksa lembarannya"
            level: Level = "peringatan"
            yield Flaw(
                cited.place, cited.piece, message, saran, None, level, cited.offset
            )
        if cited.kind and year > _FIRST_OF_OUR_DAY:
            yield from _other_lembaran(cited)


def _of_lembaran(cited: "_Cited", laws: KnownLaws | None) -> KnownLaw | None:
    """The law on record whose gazette it is, of this kind and number and another year."""
    year, nomor, _ = cited.said
    kind, number, own = cited.key
    if laws is None or not year or int(year) == own:
        return None
    law = laws.find((kind, number, int(year)))
    return law if law and law.lembaran == nomor else None


def _wrong_year(cited: "_Cited", law: KnownLaw, *, is_typed: bool) -> Flaw:
    message = f"lembaran itu milik Nomor {law.nomor} Tahun {law.tahun}"
    saran, year = "periksa tahun peraturannya", str(cited.key[2])
    if is_typed:
        return Flaw(at(*cited.place.path[:-2], "tahun"), year, message, saran)
    return Flaw(cited.place, cited.piece, message, saran, offset=cited.offset)


def _other_lembaran(cited: "_Cited") -> Iterator[Flaw]:
    """Laws of the state stand in the Lembaran Negara, those of ministers in the Berita."""
    kind = cited.key[0]
    right = "LN" if kind in _IN_LN else "BN"
    is_of_minister = kind.startswith(("peraturan menteri", "peraturan kepala"))
    if cited.kind != right and (kind in _IN_LN or is_of_minister):
        message = f"peraturan ini diundangkan dalam {right}, bukan {cited.kind}"
        saran = "periksa lembarannya"
        yield Flaw(cited.place, cited.piece, message, saran, offset=cited.offset)


def constitution(reading: Reading) -> Iterator[Flaw]:
    """The constitution of another year, and a code of crimes behind a contract."""
    for excerpt in reading.excerpts:
        for match in _CONSTITUTION.finditer(excerpt.text):
            if match["year"] != "1945":
                message, saran = "undang-undang dasar itu bertahun 1945", "tulis 1945"
                yield _in_words(excerpt, match, "year", message, saran, "galat")
    yield from _criminal_code(reading)


def _criminal_code(reading: Reading) -> Iterator[Flaw]:
    """A code of crimes as the basis of a text that says nothing of crimes."""
    said = sum(len(_CRIME.findall(excerpt.text)) for excerpt in reading.excerpts)
    for excerpt in reading.excerpts:
        for match in _CRIMINAL_CODE.finditer(excerpt.text):
            of_contract = match["pasal"] and int(match["pasal"]) > _LAST_OF_CRIMES
            if of_contract or (said == 1 and not match["pasal"]):
                message = "perjanjian diatur dalam Kitab Undang-Undang Hukum Perdata"
                saran = "periksa kitab yang dimaksud"
                yield _in_words(excerpt, match, "code", message, saran, "peringatan")


def _in_words(
    excerpt: Excerpt,
    match: re.Match[str],
    group: str,
    message: str,
    saran: str,
    level: Level,
) -> Flaw:
    begin, piece = match.start(group), match[group]
    return excerpt.flaw(piece, message, saran, begin, level)


def against_record(reading: Reading) -> Iterator[Flaw]:
    """The gazette of a law that is on record, against the record."""
    for cited in _cited_laws(reading):
        law = reading.laws.find(cited.key) if reading.laws else None
        if law is None or law.sumber != "dibaca":
            continue
        recorded = ", ".join(_recorded_otherwise(cited, law))
        if recorded:
            message = f"lembaran yang tercatat: {recorded}"
            saran = "periksa pada peraturannya"
            yield Flaw(cited.place, cited.piece, message, saran, offset=cited.offset)


def _recorded_otherwise(cited: _Cited, law: KnownLaw) -> Iterator[str]:
    """What is on record of a gazette, where the text says it otherwise."""
    year, nomor, supplement = cited.said
    if not year:
        return
    if int(year) > law.tahun:
        yield f"tahun {law.tahun}"
    if law.lembaran and nomor != law.lembaran:
        yield f"Nomor {law.lembaran}"
    if law.tambahan and supplement not in ("", law.tambahan):
        yield f"Tambahan Nomor {law.tambahan}"


def cited_twice(reading: Reading) -> Iterator[Flaw]:
    """One law under two titles."""
    titles = dict[tuple[str, str, int], str]()
    for cited in _cited_laws(reading):
        if cited.tentang:
            titles.setdefault(cited.key, cited.tentang)
    yield from _as_another(reading, titles)
    for excerpt in reading.excerpts:
        for match in cited_in(excerpt.text):
            title, said = titles.get(key_of(match)), match[4]
            if title and said and not begins_alike(said, title):
                begin, piece = match.start(4), said.strip()
                message = f'peraturan ini disebut juga "tentang {title}"'
                saran = "samakan judulnya dengan judul peraturannya"
                yield excerpt.flaw(piece, message, saran, begin)


def _as_another(
    reading: Reading, titles: Mapping[tuple[str, str, int], str]
) -> Iterator[Flaw]:
    """A law of the same kind and title as one that is cited, but for its number or year."""
    for excerpt in reading.excerpts:
        for match in CITED.finditer(excerpt.text):
            key, said = key_of(match), match[4]
            if not said or key in titles:
                continue
            for other, title in titles.items():
                if _is_nearly(key, other) and begins_alike(said, title):
                    kind = f"{other[0].title()} " if key[0] != other[0] else ""
                    message = (
                        f"pada dasar hukum: {kind}Nomor {other[1]} Tahun {other[2]}"
                    )
                    begin, saran = match.start(), "periksa jenis, nomor, dan tahunnya"
                    piece = match[0].partition(" tentang ")[0]
                    yield excerpt.flaw(piece, message, saran, begin)


def _is_nearly(one: tuple[str, str, int], other: tuple[str, str, int]) -> bool:
    """Whether two laws of one title differ in their number, their year, or their kind."""
    is_of_kind = one[0].startswith(other[0])
    differing = [a != b for a, b in zip(one[1:], other[1:], strict=True)]
    return differing.count(True) == (1 if is_of_kind else 0)


def begins_alike(said: str, title: str) -> bool:
    """Whether words in a sentence begin with a title, or are the beginning of it."""
    one, other = words_of_title(said), words_of_title(title)
    many = min(len(one), len(other))
    return one[:many] == other[:many]


def words_of_title(title: str) -> list[str]:
    """Its words; a title is quoted with other marks and capitals too."""
    return re.findall(r"\w+", title.lower())


def _regulations(reading: Reading) -> Iterator[tuple[int, Regulation]]:
    """The legal bases that are regulations, with their places in the list.

    Of another text neither rank nor year is known, so that it is not judged by them.
    """
    for i, dasar in enumerate(reading.kesepakatan.dasar_hukum):
        regulation = dasar.regulation
        if regulation:
            yield i, regulation


def _rank(kind: str) -> int:
    """The place of a kind of law in the order of rule 43."""
    plain = re.sub(" *[-–] *", "-", kind.lower())
    matches = [i for i, name in enumerate(_RANK) if plain.startswith(name)]
    return matches[-1] if matches else len(_RANK)


def order(reading: Reading) -> Iterator[Flaw]:
    """By rank, inside a rank by date (rule 43)."""
    if reading.typed is None:
        yield from _order_in_text(reading)
        return
    highest = _LOWEST
    for i, dasar in _regulations(reading):
        now = (_rank(dasar.jenis), dasar.tahun)
        if now < highest:
            yield _out_of_order(at("dasar_hukum", i, "nomor"), now, highest)
        highest = max(highest, now)


_LOWEST = (0, 0)
"""Below the rank and the year of every law."""


def _out_of_order(
    place: Place, now: tuple[int, int], highest: tuple[int, int], piece: str = ""
) -> Flaw:
    what = "tingkat" if now[0] < highest[0] else "tahun"
    saran = "urutkan menurut tingkat, lalu tanggal"
    return Flaw(place, piece, f"tidak urut menurut {what}", saran)


def _order_in_text(reading: Reading) -> Iterator[Flaw]:
    """The same of each numbered list of laws of a text of others."""
    highest = _LOWEST
    last_label = 0
    for excerpt, cited in _listed_laws(reading):
        label = int(re.split(r"[.)]", excerpt.text, maxsplit=1)[0])
        if label <= last_label:
            highest = _LOWEST  # another list begins
        now = (_rank(cited[1]), int(cited[3]))
        if now < highest:
            piece = cited[0].partition(" tentang ")[0]
            yield _out_of_order(excerpt.place, now, highest, piece)
        highest, last_label = max(highest, now), label


def missing_lembaran(reading: Reading) -> Iterator[Flaw]:
    """A UU or PP carries its gazette and its supplement (rule 47).

    Others do where most of those others do: what a UU carries says nothing of them.
    """
    if reading.typed is None:
        yield from _missing_in_text(reading)
        return
    regulations = list(_regulations(reading))
    others = [
        bool(dasar.lembaran)
        for _, dasar in regulations
        if dasar.jenis.lower() not in _GAZETTED
    ]
    for i, dasar in regulations:
        place = at("dasar_hukum", i)
        is_gazetted = dasar.jenis.lower() in _GAZETTED
        if not dasar.lembaran and (is_gazetted or _mostly(others)):
            where = at(*place.path, "tentang")
            yield Flaw(where, "", _WITHOUT, 'tambahkan "lembaran:"')
        changes = reading.kesepakatan.dasar_hukum[i].perubahan
        yield from _without_tambahan(dasar, place)
        for j, change in enumerate(changes):
            yield from _without_tambahan(change, at(*place.path, "perubahan", j))


_WITHOUT = "tanpa lembaran"


def _mostly(said: Sequence[bool]) -> bool:
    """Whether more than half are true."""
    return sum(said) > len(said) / 2


def _without_tambahan(law: Regulation, place: Place) -> Iterator[Flaw]:
    printed = law.lembaran
    is_gazetted = law.jenis.lower() in _GAZETTED
    if is_gazetted and printed and printed.jenis == "LN" and not printed.tambahan:
        where = at(*place.path, "lembaran", "nomor")
        saran = 'tambahkan "tambahan:"'
        yield Flaw(where, printed.nomor, "tanpa nomor tambahan lembaran", saran)


def _missing_in_text(reading: Reading) -> Iterator[Flaw]:
    """The same of the numbered list of laws at the front of a text of others."""
    items = _listed_laws(reading)
    have = [_ANY_LEMBARAN.search(excerpt.text) is not None for excerpt, _ in items]
    both = list(zip(items, have, strict=True))
    others = [has for (_, cited), has in both if cited[1].lower() not in _GAZETTED]
    for (excerpt, cited), has in both:
        is_gazetted = cited[1].lower() in _GAZETTED
        begin = cited.start()
        if not has and (is_gazetted or _mostly(others)):
            saran = "tambahkan lembarannya"
            yield excerpt.flaw(cited[0].strip(), _WITHOUT, saran, begin)
        yield from _without_tambahan_in(excerpt)


def _without_tambahan_in(excerpt: Excerpt) -> Iterator[Flaw]:
    for match in CITED.finditer(excerpt.text):
        found = _LEMBARAN.match(excerpt.text, match.end())
        if not found or match[1].lower() not in _GAZETTED:
            continue
        is_lembaran = "lembaran" in found[0].lower()
        if is_lembaran and not found[3]:
            message = "tanpa nomor tambahan lembaran"
            begin, piece = _begin_inside(found), found[0].strip(" (")
            saran = "tambahkan nomor tambahannya"
            yield excerpt.flaw(piece, message, saran, begin)


def _listed_laws(reading: Reading) -> list[tuple[Excerpt, re.Match[str]]]:
    """The numbered paragraphs that begin with a law, each with what is cited first."""
    result = list[tuple[Excerpt, re.Match[str]]]()
    for excerpt in reading.excerpts:
        label = _NUMBERED.match(excerpt.text)
        cited = CITED.match(excerpt.text, label.end()) if label else None
        if cited:
            result.append((excerpt, cited))
    return result


def zeros(reading: Reading) -> Iterator[Flaw]:
    """A leading zero in a law's number, unless the law writes it so."""
    saran = "periksa pada peraturannya"
    if reading.typed is None:
        for excerpt, cited in _listed_laws(reading):
            if re.match(r"0\d", cited[2]):
                begin, message = cited.start(2), "nomor diawali nol"
                yield excerpt.flaw(cited[2], message, saran, begin)
        return
    for i, dasar in _regulations(reading):
        if re.match(r"0\d", dasar.nomor):
            place = at("dasar_hukum", i, "nomor")
            yield Flaw(place, dasar.nomor, "nomor diawali nol", saran)


def moved_on(reading: Reading) -> Iterator[Flaw]:
    """Repealed or amended since, by what is on record.

    What came after the signing is no fault of the text, but news for the register.
    """
    laws = reading.laws
    if laws is None:
        return
    yield from _gone_in_text(reading, laws)
    if reading.typed is None:
        return
    signed = reading.kesepakatan.signed
    for i, dasar in enumerate(reading.kesepakatan.dasar_hukum):
        law = law_moved_on(dasar, laws)
        if law is None:
            continue
        is_news = _is_news(law, signed)
        message = f"{law.perubahan} (dilihat {tanggal_long(laws.dilihat)})"
        if is_news:
            message += ", sesudah naskah ini ditandatangani"
        saran = "periksa sebelum dipakai lagi"
        level: Level | None = "catatan" if is_news else None
        # A basis in its own words has no key of its number.
        number = ("nomor",) if dasar.regulation else ()
        place = at("dasar_hukum", i, *number)
        yield Flaw(place, "", message, saran, tingkat=level)
    yield from _gone_changes(reading, laws)


def _gone_changes(reading: Reading, laws: KnownLaws) -> Iterator[Flaw]:
    """A law that is named as the last change of another, and is gone itself."""
    signed = reading.kesepakatan.signed
    for regulation, place in in_data(reading):
        key = (regulation.jenis.lower(), regulation.nomor.lstrip("0"), regulation.tahun)
        law = laws.find(key) if len(place.path) > len(("dasar_hukum", 0)) else None
        if law and _is_gone(law):
            message = f"{law.perubahan} (dilihat {tanggal_long(laws.dilihat)})"
            level: Level | None = "catatan" if _is_news(law, signed) else None
            where, saran = at(*place.path, "nomor"), "periksa sebelum dipakai lagi"
            yield Flaw(where, "", message, saran, tingkat=level)


def _is_gone(law: KnownLaw) -> bool:
    return (law.perubahan or "").startswith(("dicabut", "diganti"))


def _is_news(law: KnownLaw, signed: date | None) -> bool:
    """Whether a law was changed or repealed in a year after the signing."""
    last = law.terakhir
    return signed is not None and last is not None and signed.year < last.tahun


def _gone_in_text(reading: Reading, laws: KnownLaws) -> Iterator[Flaw]:
    """Laws that sentences name, and of others their list, that have gone or changed."""
    signed = front_of(reading).day
    for excerpt in reading.excerpts:
        if excerpt.path[0] == "dasar_hukum":
            continue
        is_listed = reading.typed is None and _NUMBERED.match(excerpt.text)
        for match, law in _changed_laws(excerpt, laws):
            is_news = _is_news(law, signed)
            if not is_listed and (is_news or not _is_gone(law)):
                continue
            message = f"{law.perubahan} (dilihat {tanggal_long(laws.dilihat)})"
            piece = match[0].partition(" tentang ")[0]
            level: Level | None = "catatan" if is_news else None
            saran, begin = "periksa sebelum dipakai lagi", match.start()
            yield excerpt.flaw(piece, message, saran, begin, level)


def _changed_laws(
    excerpt: Excerpt, laws: KnownLaws
) -> Iterator[tuple[re.Match[str], KnownLaw]]:
    """The laws that a text names without what changed or repealed them last."""
    cited = [(match, key_of(match)) for match in CITED.finditer(excerpt.text)]
    short = CITED_SHORT.finditer(excerpt.text)
    cited += [(match, key_of_short(match)) for match in short]
    named = {key[1:] for _, key in cited}
    for match, key in cited:
        law = laws.find(key)
        if law is None or not law.perubahan or law.terakhir is None:
            continue
        later = (law.terakhir.nomor, law.terakhir.tahun)
        if later not in named:
            yield match, law


def plans(reading: Reading) -> Iterator[Flaw]:
    """A plan that ends before the agreement does."""
    if reading.typed is None:
        yield from _plans_in_text(reading)
        return
    kesepakatan = reading.kesepakatan
    convention = kesepakatan.konvensi_berakhir
    end = certain_end(kesepakatan.jangka_waktu, kesepakatan.signed, convention)
    if end is None:
        return
    for i, dasar in enumerate(kesepakatan.dasar_hukum):
        key = "teks" if dasar.teks else "tentang"
        match = _SPAN.search(dasar.teks or dasar.tentang or "")
        if match and int(match[2]) < end.year:
            yield _plan_ends(at("dasar_hukum", i, key), match, end.year)


def _plan_ends(place: Place, span: re.Match[str], end: int) -> Flaw:
    message = f"rencana sampai {span[2]} berakhir sebelum jangka waktu, {end}"
    saran = "sebut juga rencana penggantinya bila sudah ada"
    return Flaw(place, span[0], message, saran, offset=span.start())


def _plans_in_text(reading: Reading) -> Iterator[Flaw]:
    """The same of the list of laws of a text of others that says its day and its term."""
    end = _end_in_text(reading)
    if end is None:
        return
    for excerpt, _ in _listed_laws(reading):
        span = _SPAN.search(excerpt.text)
        if span and int(span[2]) < end.year:
            yield _plan_ends(excerpt.place, span, end.year)


def _end_in_text(reading: Reading) -> date | None:
    """The last day of a term of years from the signing, where a text says just one."""
    spans = {
        match[1]
        for excerpt in reading.excerpts
        for match in _YEARS_OF_TERM.finditer(excerpt.text)
    }
    if len(spans) != 1:
        return None
    term = JangkaWaktu.model_validate(f"{spans.pop()} tahun")
    return certain_end(term, front_of(reading).day, _CONVENTION)
