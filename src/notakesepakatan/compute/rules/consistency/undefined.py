"""A word with a capital that is no defined term, and stands where one of those is meant."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from notakesepakatan.compute.rules.front import front_of
from notakesepakatan.compute.rules.reading import (
    Excerpt,
    Flaw,
    Level,
    Reading,
    is_wording,
)
from notakesepakatan.words.tanggal import DAYS, MONTHS

_RUN = re.compile(r"(?<![\w-])[A-Z][a-z]+(?: [A-Z][a-z]+)+(?![\w-])")
_SINGLE = re.compile(
    r"(?:(?<![\w-])[a-z][\w-]*,?|^\W*(?:\w{1,3}[.)]\s+)?(?:Me|Di)[a-z]+)"
    r" ([A-Z][a-z]{4,})(?![\w-]| [A-Z(\d])"
)
"""One word with a capital behind one without it, or behind the verb of a sentence."""
_LAW = re.compile(
    r"\b(?:Undang-Undang|Peraturan|Keputusan|Pengadilan|Anggaran) [^;()]*"
)
_BODIES = frozenset(
    (
        "dinas",
        "badan",
        "biro",
        "bagian",
        "bidang",
        "kementerian",
        "menteri",
        "pemerintah",
        "kepala",
        "direktur",
        "direktorat",
        "universitas",
        "rumah",
        "balai",
        "kantor",
        "sekretariat",
        "tim",
        "komite",
        "pusat",
        "unit",
        "bank",
        "jalan",
        "gedung",
        "kabupaten",
        "kota",
        "provinsi",
        "desa",
        "kecamatan",
    )
)
"""Words that begin the name of a body or of a place."""
_OFFICES = (
    *("camat", "lurah", "menteri", "jaksa", "polisi", "panitera", "duta", "bendahara"),
    *("konsul", "hakim", "notaris", "imam", "penghulu"),
)
_BODY_ALONE = frozenset(
    (
        *_OFFICES,
        *(f"ke{office}an" for office in _OFFICES),
        *(
            "imigrasi",
            "inspektorat",
            "puskesmas",
            "fakultas",
            "perpustakaan",
            "bandara",
        ),
        *("pengadilan", "mahkamah", "komisi", "majelis", "sekretariat", "pelabuhan"),
        *("konsulat", "museum", "sekolah", "madrasah", "koperasi", "yayasan", "dewan"),
    )
)
"""Who and what is there without a definition: an office, and the body of one."""
_COMMON = frozenset(
    ("kerja", "sama", "bersama", "daerah", "negara", "indonesia", "pihak", "para")
)
"""Words that end many names."""
_NO_TERMS = frozenset(
    (
        "lampiran",
        "pasal",
        "adendum",
        "notaris",
        "gubernur",
        "bupati",
        "camat",
        "presiden",
        "menteri",
        "rektor",
        "direktur",
        "kepala",
        "pemerintah",
        "negara",
        "pusat",
        "tahun",
        "program",
        "rupiah",
        "bagian",
        "nomor",
        "pihak",
        "agama",
        "islam",
        "kristen",
        "tuhan",
        "republik",
        "wakil",
        "sekretaris",
        "ketua",
        "lurah",
        "jalan",
        "kabupaten",
        "provinsi",
        "kecamatan",
        "desa",
    )
)
"""Words that have a capital without being defined."""
_OF_CALENDAR = frozenset(name.lower() for name in (*DAYS, *MONTHS))
"""So do days and months, which some dictionaries know in small letters."""
_REMARK: Level = "catatan"


def terms(
    reading: Reading, definitions: Sequence[tuple[str, Excerpt]]
) -> Iterator[Flaw]:
    """`Titik Akses` once, where Titik Layanan is defined; `Klien`, where Pasien is."""
    defined = list(dict.fromkeys(term for term, _ in definitions))
    if not defined:
        return
    names = _names(reading)
    texts = [(one, _without_laws(one)) for one in reading.excerpts if _is_text(one)]
    yield from _with_other_word(texts, defined, names)
    if any(" " not in term for term in defined):
        yield from _single(reading, texts, defined, names)


def _is_text(excerpt: Excerpt) -> bool:
    if isinstance(excerpt.path[0], str):
        return is_wording(excerpt.path)
    return excerpt.text.rstrip().endswith((".", ";", ":", "dan", "atau"))


def _without_laws(excerpt: Excerpt) -> str:
    return _LAW.sub(lambda match: "_" * len(match[0]), excerpt.text)


def _names(reading: Reading) -> str:
    """All that the parties and the title are called, in small letters."""
    front = front_of(reading)
    every = [front.judul]
    for pihak in front.para_pihak:
        every += [pihak.nama, pihak.jabatan, pihak.pejabat_pelaksana, pihak.sebutan]
    capitals = [one.text for one in reading.excerpts if one.text.isupper()]
    return " ".join((*every, *capitals)).lower()


def _with_other_word(
    texts: Sequence[tuple[Excerpt, str]], defined: Sequence[str], names: str
) -> Iterator[Flaw]:
    longer = [term for term in defined if " " in term]
    count = Counter(run for _, text in texts for run in _RUN.findall(text))
    for excerpt, text in texts:
        for match in _RUN.finditer(text):
            run = match[0]
            if count[run] > 1 or run.lower() in names or _is_body(run):
                continue
            if _is_made_of(text, match, defined):
                continue
            near = [term for term in longer if _shares_a_word(run, term)]
            if near:
                yield _undefined(excerpt, match[0], match.start(), near[0])


def _is_body(run: str) -> bool:
    return run.split(maxsplit=1)[0].lower() in _BODIES


def _is_made_of(text: str, match: re.Match[str], defined: Sequence[str]) -> bool:
    """Whether it is a defined term, holds one, or is one behind the first word of a sentence."""
    run = match[0]
    if any(term in run or run in term for term in defined if " " in term):
        return True
    begins = not text[: match.start()].strip(" ().;:0123456789abcdefghij")
    rest = run.split(" ", 1)[1]
    return begins and any(rest in (term, term.split()[0]) for term in defined)


def _shares_a_word(run: str, term: str) -> bool:
    """Whether both begin, or both end, with the same word, and that is not a common one."""
    own, other = run.lower().split(), term.lower().split()
    begins = own[0] == other[0] and own[0] not in _COMMON
    ends = own[-1] == other[-1] and own[-1] not in _COMMON
    return begins or ends


def _single(
    reading: Reading,
    texts: Sequence[tuple[Excerpt, str]],
    defined: Sequence[str],
    names: str,
) -> Iterator[Flaw]:
    """A word of the dictionary with a capital, once, where the text defines such words."""
    known = reading.dictionary
    if known is None:
        return
    found = [(one, match) for one, text in texts for match in _SINGLE.finditer(text)]
    count = Counter(match[1] for _, match in found)
    of_terms = {word for term in defined for word in term.split()}
    single = [term for term in defined if " " not in term]
    used = [term for term in single if count[term]]
    for excerpt, match in found:
        word = match[1]
        small = word.lower()
        is_named = small in names or small in _NO_TERMS | _OF_CALENDAR
        is_name = is_named or small in _BODIES | _BODY_ALONE or word in of_terms
        if count[word] == 1 and used and not is_name and known(small):
            yield _undefined(excerpt, word, match.start(1), ", ".join(used))


def _undefined(excerpt: Excerpt, words: str, begin: int, near: str) -> Flaw:
    message = f"{words} tidak didefinisikan; yang didefinisikan: {near}"
    saran = "pakai istilah yang didefinisikan, atau huruf kecil"
    return excerpt.flaw(words, message, saran, begin, _REMARK)
