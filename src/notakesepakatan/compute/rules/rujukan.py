"""References: their wording by rules 271 to 281, and whether what they name is there."""

import re
from collections.abc import Iterator
from itertools import pairwise

from notakesepakatan.compute.rules.bacaan import Bacaan, Cacat
from notakesepakatan.compute.text.numbering import Alamat

_TANPA_KATA = re.compile(r"\bdimaksud ((?:ayat|huruf|angka|Pasal) ?\(?\w+\)?)")
_KECIL = re.compile(r"\b(?:dalam|pada|dengan|ketentuan) (pasal \d+[A-Z]?)\b")
_PASAL = re.compile(r"\bPasal (\d+[A-Z]*)(?: ayat \((\w+)\))?(?: huruf ([a-z]+\d*)\b)?")
_AYAT = re.compile(r"\b(?:pada|dalam) ayat \((\w+)\)")
_PASAL_INI = re.compile(r"Pasal \w+ *$")
_DIMAKSUD = re.compile("dimaksud")
_TERSEBUT = re.compile(r"\b(?:pasal|ayat|ketentuan) tersebut di ?atas\b", re.IGNORECASE)
_PERATURAN = re.compile(r"(?:Undang-Undang|Peraturan|Keputusan|Nomor)[^;.]{0,200}$")


def _of_a_law(teks: str, sampai: int) -> bool:
    """Whether what stands before a place names a law, whose pasal are not ours."""
    return bool(_PERATURAN.search(teks, max(sampai - 213, 0), sampai))  # the longest name and the 200 after it


def wording(b: Bacaan) -> Iterator[Cacat]:
    """`sebagaimana dimaksud ayat (1)` lacks its `pada`; of a pasal, its `dalam`."""
    for p in b.petikan:
        for cocok in _TANPA_KATA.finditer(p.teks):
            kata = "dalam" if cocok[1].startswith("Pasal") or p.jalur[:1] == ("pertimbangan",) else "pada"
            yield Cacat(
                p.jalur, cocok[0], f'rujukan tanpa "{kata}"', f"tulis dimaksud {kata} {cocok[1]}", f"dimaksud {kata} {cocok[1]}"
            )


def capitals(b: Bacaan) -> Iterator[Cacat]:
    """A reference to a pasal is written with a capital (rule 80)."""
    for p in b.petikan:
        for cocok in _KECIL.finditer(p.teks):
            if not _of_a_law(p.teks, cocok.start()):
                benar = cocok[1].replace("pasal", "Pasal")
                yield Cacat(p.jalur, cocok[1], "pasal dalam rujukan ditulis dengan huruf besar", f"tulis {benar}", benar)


def above(b: Bacaan) -> Iterator[Cacat]:
    """`pasal tersebut di atas` names nothing (rule 277)."""
    for p in b.petikan:
        for cocok in _TERSEBUT.finditer(p.teks):
            yield Cacat(p.jalur, cocok[0], "rujukan tanpa nomor", "sebut pasal dan ayatnya")


def targets(b: Bacaan) -> Iterator[Cacat]:
    """What a reference names is there."""
    for p in b.petikan:
        if p.jalur[0] not in ("pasal", "lampiran", "kalimat"):
            continue
        for cocok in _PASAL.finditer(p.teks):
            if _of_a_law(p.teks, cocok.start()):
                continue
            alamat: Alamat = (("pasal", cocok[1]),)
            alamat += (("ayat", cocok[2]),) if cocok[2] else ()
            alamat += (("huruf", cocok[3]),) if cocok[3] else ()
            if alamat not in b.peta.urut:
                yield Cacat(p.jalur, cocok[0], f"{cocok[0]} tidak ada", "periksa nomor yang dituju")
        if p.jalur[0] == "pasal" and (di := b.peta.alamat.get(p.jalur[:2])):
            for cocok in _AYAT.finditer(p.teks):
                awal = cocok.start()
                if (*di, ("ayat", cocok[1])) not in b.peta.urut and not _PASAL_INI.search(p.teks, max(awal - 40, 0), awal):
                    yield Cacat(p.jalur, cocok[0], f"ayat ({cocok[1]}) tidak ada pada pasal ini", "periksa nomor yang dituju")


def itself(b: Bacaan) -> Iterator[Cacat]:
    """An ayat that refers to itself."""
    for p in b.petikan:
        if p.jalur[:1] == ("pasal",) and len(p.jalur) > 3 and p.jalur[2] == "ayat":
            sendiri, sebelum = b.peta.alamat.get(p.jalur[:4]), _DIMAKSUD.search(p.teks)
            for cocok in _AYAT.finditer(p.teks):
                if sendiri and cocok[1] == sendiri[-1][1] and sebelum and sebelum.end() <= cocok.start():
                    yield Cacat(p.jalur, cocok[0], "ayat merujuk dirinya sendiri", "periksa nomor yang dituju")


def forward(b: Bacaan) -> Iterator[Cacat]:
    """A reference to what comes later, to be avoided where it can be (rule 278)."""
    urut = {alamat[0][1]: n for alamat, n in b.peta.urut.items() if len(alamat) == 1 and alamat[0][0] == "pasal"}
    for p in b.petikan:
        if p.jalur[0] != "pasal" or not (di := b.peta.alamat.get(p.jalur[:2])):
            continue
        for cocok in _PASAL.finditer(p.teks):
            if urut.get(cocok[1], -1) > urut[di[0][1]] and not _of_a_law(p.teks, cocok.start()):
                yield Cacat(p.jalur, cocok[0], f"merujuk maju ke {cocok[0]}", "hindari bila dapat")


def subjects(b: Bacaan) -> Iterator[Cacat]:
    """`tugas dan tanggung jawab … dalam Pasal 5`, where the pasal of that heading is another."""
    judul = {p.nomor or "": p.judul.lower() for p in b.terbaca.pasal if p.judul}
    for p in b.petikan:
        if p.jalur[0] != "pasal":
            continue
        for cocok in re.finditer(r"([\w ,/-]{5,80}) sebagaimana dimaksud dalam Pasal (\d+[A-Z]*)", p.teks):
            depan = cocok[1].lower()
            lain = [n for n, j in judul.items() if depan.endswith(j) and n != cocok[2]]
            if lain and cocok[2] in judul and not depan.endswith(judul[cocok[2]]):
                kata = f"Pasal {cocok[2]}"
                yield Cacat(
                    p.jalur, kata, f"{kata} mengatur {judul[cocok[2]]}; mungkin Pasal {lain[0]}", "periksa nomor yang dituju"
                )


def gaps(b: Bacaan) -> Iterator[Cacat]:
    """A number left out between two pasal."""
    nomor = [int(angka[0]) for p in b.terbaca.pasal if (angka := re.match(r"\d+", p.nomor or ""))]
    for i, (a, c) in enumerate(pairwise(nomor)):
        if c > a + 1:
            yield Cacat(("pasal", i + 1, "nomor"), "", f"nomor pasal melompat dari {a} ke {c}", "lanjutkan nomornya")
