"""Same thing, same words: numbers, names, titles and terms that stand in several places."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from notakesepakatan.compute.rules.bacaan import Flaw, Reading
from notakesepakatan.place import Place, at
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long

_NOMOR = re.compile(r"(?<![\w/.-])[\w.-]+(?:/[\w.-]+)+(?![\w/])")
_LONGEST_NOMOR = 100
_FRASA = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_SEBUTAN = re.compile(
    r"\b(?i:pihak) (Satu|Dua|Tiga|Empat|Pertama|SATU|DUA|TIGA|EMPAT|PERTAMA)\b"
)
_TO = {
    "satu": "Kesatu",
    "pertama": "Kesatu",
    "dua": "Kedua",
    "tiga": "Ketiga",
    "empat": "Keempat",
}


_COMPARE_LIMIT = 250_000
"""Letters of one text times those of the other: the work of comparing them."""


def like(a: str, b: str, at_least: float = 0.0) -> float:
    """Likeness of two texts by their letters, 0 to 1; 0 where they can be no more alike than `at_least`, or are too long."""
    if len(a) * len(b) > _COMPARE_LIMIT or 2 * min(len(a), len(b)) < at_least * (
        len(a) + len(b)
    ):
        return 0.0
    banding = SequenceMatcher(None, a, b, autojunk=False)
    return banding.ratio() if banding.quick_ratio() >= at_least else 0.0


def numbers(b: Reading) -> Iterator[Flaw]:
    """A number of the paper that is nearly a party's and not it."""
    valid = [p.nomor for p in b.reading.para_pihak if p.nomor]
    for p in b.excerpt:
        if p.path[-1:] == ("nomor",):
            continue
        for match in _NOMOR.finditer(p.teks):
            if len(match[0]) > _LONGEST_NOMOR or match[0] in valid:
                continue
            if near := next(
                (n for n in valid if like(n, match[0], 0.85) >= 0.85), None
            ):
                yield Flaw(
                    p.place,
                    match[0],
                    f"nomor berbeda dari halaman depan, {near}",
                    f"tulis {near}",
                    near,
                )


def party_names(b: Reading) -> Iterator[Flaw]:
    """Names after `between` that are nearly the parties' and not them."""
    name = [p.nama for p in b.reading.para_pihak]
    right = merge(name)
    for p in b.excerpt:
        for match in re.finditer(r"\bantara ([A-Z].*)", p.teks):
            if right in match[1] or p.path[0] not in (
                "lampiran",
                "kalimat",
                "pertimbangan",
            ):
                continue
            for one in name:
                if one not in match[1] and p.path[:2] == ("lampiran", "kepala"):
                    lain = _nearest(match[1], one)
                    if lain and lain not in name:
                        yield Flaw(
                            p.place,
                            lain,
                            f"nama berbeda dari halaman depan, {one}",
                            f"tulis {one}",
                            one,
                        )


def _nearest(text: str, name: str) -> str:
    """The run of capitalised words that is most like a name."""
    candidate = re.findall(r"[A-Z]\w+(?: (?:dan )?[A-Z]\w+)*", text)
    nearest, value = "", -1.0
    for one in dict.fromkeys(
        one for c in candidate for one in (c, *c.split(" dan Pemerintah"))
    ):
        if (now := like(one, name, max(value, 0.0))) > value:
            nearest, value = one, now
    return nearest


def titles(b: Reading) -> Iterator[Flaw]:
    """The title in capitals, in the annex."""
    right = b.reading.judul.upper()
    for p in b.excerpt:
        if (
            p.path[:2] == ("lampiran", "judul")
            and p.teks != right
            and like(p.teks.upper(), right, 0.8) >= 0.8
        ):
            yield Flaw(
                p.place,
                p.teks,
                f"judul berbeda dari halaman depan, {right}",
                f"tulis {right}",
                right,
            )


def party_terms(b: Reading) -> Iterator[Flaw]:
    """`Pihak Satu` for PIHAK KESATU."""
    for p in b.excerpt:
        for match in _SEBUTAN.finditer(p.teks):
            right = _TO[match[1].lower()]
            replace = f"{match[0].split()[0]} {right.upper() if match[1].isupper() else right}"
            yield Flaw(
                p.place,
                match[0],
                f'"{match[0]}" bukan sebutan yang ditetapkan',
                f"tulis {replace}",
                replace,
            )


def terms(b: Reading) -> Iterator[Flaw]:
    """A term in capitals that stands once, and often with one word more."""
    many = Counter(f for p in b.excerpt for f in _FRASA.findall(p.teks))
    one_less: dict[str, list[str]] = {}
    for f, n in many.items():
        word = f.split(" ", _MOST_WORDS)
        if n >= 3 and 4 <= len(word) <= _MOST_WORDS:
            for short in dict.fromkeys(
                " ".join(word[:i] + word[i + 1 :]) for i in range(1, len(word) - 1)
            ):
                one_less.setdefault(short, []).append(f)
    for p in b.excerpt:
        for match in _FRASA.finditer(p.teks):
            for right in one_less.get(match[0], ()) if many[match[0]] == 1 else ():
                yield Flaw(
                    p.place,
                    match[0],
                    f"istilah yang lazim di naskah ini: {right}",
                    f"periksa, mungkin {right}",
                    right,
                )


def addresses(b: Reading) -> Iterator[Flaw]:
    """A party's seat and its address for letters, nearly the same and not the same."""
    for i, p in enumerate(b.reading.para_pihak):
        for j, a in enumerate(p.korespondensi):
            if (
                p.kedudukan
                and a.alamat
                and a.alamat != p.kedudukan
                and like(a.alamat, p.kedudukan, 0.8) >= 0.8
            ):
                message = f"alamat berbeda tipis dari kedudukan, {p.kedudukan}"
                yield Flaw(
                    at("para_pihak", i, "korespondensi", j, "alamat"),
                    a.alamat,
                    message,
                    "samakan keduanya",
                )


_CALLED = re.compile(
    r"selanjutnya (?:\w++[- ]){0,20}?disebut (?:sebagai )?([A-Z][A-Z]+(?: [A-Z]+)*)"
)
_ALL_CAPITALS = re.compile(r"(?<!\w)[A-Z]+(?!\w)(?: [A-Z]+(?!\w))*")
_MOST_WORDS = 12
"""Words of a term; what is longer is a sentence."""


def _used(b: Reading, sebutan: Iterable[str]) -> Counter[str]:
    """How often each of these terms in capitals stands in the text, as words of their own."""
    sought, result = set(sebutan), Counter[str]()
    length = {one.count(" ") + 1 for one in sought}
    for p in b.excerpt:
        for series in _ALL_CAPITALS.findall(p.teks) if sought else ():
            word = series.split(" ")
            result.update(
                one
                for i in range(len(word))
                for n in length
                if (one := " ".join(word[i : i + n])) in sought and i + n <= len(word)
            )
    return result


def unused_terms(b: Reading) -> Iterator[Flaw]:
    """A term that is set and then never used."""
    fixed = [(p, match) for p in b.excerpt for match in _CALLED.finditer(p.teks)]
    fixed = [(p, match) for p, match in fixed if match[1].count(" ") < _MOST_WORDS]
    many = _used(b, (match[1] for _, match in fixed))
    for p, match in fixed:
        if many[match[1]] < 2:
            yield Flaw(
                p.place,
                match[1],
                f"sebutan {match[1]} ditetapkan dan tidak pernah dipakai",
                "pakai, atau hapus",
            )


_MOST_KINDRED = 10
"""Names of one party that begin alike and are held against each other."""


def units(b: Reading) -> Iterator[Flaw]:
    """One office of a party under two names."""
    for i, p in enumerate(b.reading.para_pihak):
        name: list[tuple[tuple[str | int, ...], str]] = []
        if p.pejabat_pelaksana:
            name.append((("para_pihak", i, "pejabat_pelaksana"), p.pejabat_pelaksana))
        name += [
            (("para_pihak", i, "korespondensi", j, "up"), a.up)
            for j, a in enumerate(p.korespondensi)
            if a.up
        ]
        kindred: dict[str, list[str]] = {}
        for path, one in name:
            already = kindred.setdefault(" ".join(one.split(maxsplit=3)[:3]), [])
            for lain in already:
                if one != lain and like(one, lain, 0.7) >= 0.7:
                    yield Flaw(
                        Place(path),
                        one,
                        f'mirip "{lain}"; satu jabatan dengan dua nama?',
                        "samakan bila memang jabatan yang sama",
                    )
            if one not in already and len(already) < _MOST_KINDRED:
                already.append(one)


def signing_day(b: Reading) -> Iterator[Flaw]:
    """The day in the head of the annex is the day of signing."""
    day = b.reading.penandatanganan.tanggal
    for p in b.excerpt:
        match = (
            re.match(r"Tanggal *: *(\d.*)", p.teks)
            if p.path[:2] == ("lampiran", "kepala") and day
            else None
        )
        if match and day and match[1].strip() != tanggal_long(day):
            right = tanggal_long(day)
            yield Flaw(
                p.place,
                match[1],
                f"tanggal berbeda dari hari penandatanganan, {right}",
                f"tulis {right}",
                right,
            )


_CAPITAL = re.compile(r"(?<![\w-])[A-Z]{5,}(?: [A-Z]{3,})*(?![\w-])")


def unset_terms(b: Reading) -> Iterator[Flaw]:
    """A term in capitals inside a pasal that nothing sets."""
    every = " ".join(p.teks for p in b.excerpt)
    valid = (
        {p.sebutan for p in b.reading.para_pihak}
        | {"PARA PIHAK", "PIHAK"}
        | set(_CALLED.findall(every))
    )
    for p in b.excerpt:
        if p.path[0] == "pasal" and p.path[-1] in ("isi", "penutup"):
            for word in _CAPITAL.findall(p.teks):
                start = accumulate(
                    word.split(" ", _MOST_WORDS)[:_MOST_WORDS], "{} {}".format
                )
                if word not in valid and valid.isdisjoint(start):
                    yield Flaw(
                        p.place,
                        word,
                        f"{word} ditulis kapital dan tidak ditetapkan sebagai sebutan",
                        "tetapkan, atau huruf biasa",
                    )
