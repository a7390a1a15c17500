"""How many a sentence announces, and how many stand below it."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from notakesepakatan.compute.rules.reading import (
    Excerpt,
    Flaw,
    Level,
    Reading,
    typed_at,
)

_NOUNS = (
    "tahap|tahapan|bagian|hal|kegiatan|program|jenis|unsur|komponen|kelompok|macam"
    "|bidang|lokasi|tujuan|sasaran|termin|angsuran|syarat|langkah|titik"
)
_ANNOUNCES = re.compile(
    rf"(?<![\w.,/])((\d{{1,2}}) \([a-z ]{{3,30}}\) (?:{_NOUNS}))"
    r"(?: [a-z]{2,15}){0,3},?(?: yaitu| sebagai berikut| yakni)?:\s*$"
)
_ITEM = re.compile(r"\s*(?:([a-z])|(\d{1,2}))[.)]\s+\S")
_NUMBERED = re.compile(r"\s*(?:[IVX]{1,5}|\d{1,2})[.)]?\t")
_PART = re.compile(r"\s*(?:\(\d{1,2}\)\s|(?:Pasal|PASAL|BAB) )")
_TIMES = r"(?:hari|minggu|bulan|tahun|jam|menit|kali|persen|rangkap)\b"
_COUNTED = re.compile(
    r"(?P<sum>\b(?:seluruhnya|totalnya|total|jumlahnya|berjumlah|sejumlah)"
    r"(?: berjumlah| sebanyak)? )?"
    rf"(?P<piece>(?<![\w.,])(?P<many>\d{{1,4}}) \([a-z ]{{3,60}}\) (?P<unit>(?!{_TIMES})[a-z]+))"
    r"(?P<of>[^.;\d]{0,60}?,? (?:yaitu|yakni|terdiri (?:atas|dari))\b)?"
)
_SENTENCE = re.compile(r"[^.;:]+")
_FEWEST = 2
_WARNING: Level = "peringatan"


def miscounted(reading: Reading) -> Iterator[Flaw]:
    """`dalam 4 (empat) tahap:` above three rows; parts that do not make their sum."""
    yield from _parts_of_sum(reading)
    for i, excerpt in enumerate(reading.excerpts):
        if not excerpt.text.rstrip().endswith(":"):
            continue
        match = _ANNOUNCES.search(excerpt.text[-200:])
        if not match:
            continue
        if reading.typed:
            many = _typed_below(reading, excerpt)
        else:
            many = _plain_below(reading.excerpts[i + 1 :])
        if many >= _FEWEST and many != int(match[2]):
            message, saran = f"di bawahnya ada {many}", "samakan jumlahnya"
            begin = excerpt.text.rindex(match[1])
            yield excerpt.flaw(
                match[1],
                message,
                saran,
                begin,
                _WARNING,
            )


def _parts_of_sum(reading: Reading) -> Iterator[Flaw]:
    """`2 (dua) unit mobil dan 3 (tiga) unit motor, seluruhnya 4 (empat) unit`."""
    for excerpt in reading.excerpts:
        for sentence in _SENTENCE.finditer(excerpt.text):
            counts = list(_COUNTED.finditer(sentence[0]))
            units = {match["unit"] for match in counts}
            whole = [match for match in counts if match["sum"] or match["of"]]
            if len(whole) != 1 or len(units) != 1 or len(counts) <= _FEWEST:
                continue
            parts = sum(int(match["many"]) for match in counts if match is not whole[0])
            if parts != int(whole[0]["many"]):
                message = f"bagian-bagiannya berjumlah {parts}"
                begin, piece = whole[0].start("piece"), whole[0]["piece"]
                begin += sentence.start()
                yield excerpt.flaw(
                    piece,
                    message,
                    "samakan jumlahnya",
                    begin,
                    _WARNING,
                )


def _typed_below(reading: Reading, excerpt: Excerpt) -> int:
    """The items or the rows below a text of ours; 0 where it has none."""
    if excerpt.path[-1] != "isi":
        return 0
    part = typed_at(reading.typed, excerpt.path[:-1])
    tabel = getattr(part, "tabel", None)
    if tabel is not None:
        return len(tabel.baris)
    lists = (getattr(part, name, ()) for name in ("huruf", "angka", "poin"))
    return next((len(items) for items in lists if items), 0)


def _plain_below(below: Sequence[Excerpt]) -> int:
    """The rows or items that follow in a text of others, up to its next part."""
    texts = [one.text for one in below[:60]]
    if texts and "\t" in texts[0]:
        rows = takewhile(lambda text: "\t" in text, texts)
        return sum(1 for row in rows if _NUMBERED.match(row))
    first = _ITEM.match(texts[0]) if texts else None
    if not first:
        return 0
    inside = takewhile(lambda text: not _PART.match(text), texts)
    items = [_ITEM.match(text) for text in inside]
    group = 1 if first[1] else 2
    labels = [item[group] for item in items if item and item[group]]
    is_whole = labels == sorted(set(labels), key=labels.index)
    return len(labels) if is_whole else 0
