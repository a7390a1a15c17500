"""References typed symbolically, `[[dalam Pasal tugas ayat (2) huruf a]]`, put into the words of the drafting rules.

Rules 271-281 of UU 12/2011 Lampiran II: `dalam Pasal 4 ayat (2)`, but `pada ayat (2)` inside the same pasal; own
ayat first, then rising numbers; two are listed, more than two consecutive become `… sampai dengan …`.
"""

import re

from notakesepakatan.compute.text.numbering import PERTIMBANGAN, Alamat, Peta
from notakesepakatan.words.lists import gabung

_SATUAN = {"Pasal": "pasal", **{s: s for s in ("ayat", "huruf", "angka", "subhuruf", "subangka")}}
_KATA = re.compile(r"(Pasal|ayat|huruf|angka|subhuruf|subangka) (\([0-9a-z]+\)|[0-9A-Za-z_]+)")
_PEMISAH = re.compile(r",? (?:dan|atau) |, ")
_AWAL = re.compile(r"(?:(dalam|pada) )?(?=(?:Pasal|ayat|huruf|angka|subhuruf|subangka) )")


class RujukanSalah(Exception):
    """A reference that cannot be read or leads nowhere; `str()` says why, in Indonesian."""


def is_rujukan(isi: str) -> bool:
    """Whether the words inside `[[ ]]` are a reference."""
    return bool(_AWAL.match(isi))


def resolve_rujukan(isi: str, peta: Peta, di: Alamat) -> str:
    """The reference in words.

    Args:
        isi: what stands inside `[[ ]]`, e.g. "dalam Pasal tugas ayat (2), Pasal jangka_waktu".
        peta: addresses and keys of the agreement.
        di: address of the text that refers; () outside the pasal.

    Raises:
        RujukanSalah: unreadable, or the target does not exist.
    """
    awal = _AWAL.match(isi)
    if not awal:
        raise RujukanSalah("bukan rujukan")
    badan = isi[awal.end() :]
    tujuan = {_find(potong, peta, di) for potong in _PEMISAH.split(badan)}
    penghubung = "atau" if " atau " in badan else "dan"
    urut = sorted(tujuan, key=lambda alamat: (not _starts_inside(alamat, di), peta.urut[alamat]))
    kata = gabung(_word_groups(urut, peta, di), penghubung)
    if not awal[1]:
        return kata
    return ("pada " if _starts_inside(urut[0], di) else "dalam ") + kata


def _find(teks: str, peta: Peta, di: Alamat) -> Alamat:
    langkah = _KATA.findall(teks)
    if not langkah or " ".join(f"{s} {n}" for s, n in langkah) != teks.strip():
        raise RujukanSalah(f'"{teks}" tidak dapat dibaca sebagai rujukan')
    alamat: Alamat = ()
    for i, (kata, nama) in enumerate(langkah):
        satuan, label = _SATUAN[kata], nama.strip("()")
        if i == 0 and satuan != "pasal":
            alamat = _enclosing(di, satuan, peta)
        coba: Alamat = (*alamat, (satuan, label))
        if coba in peta.urut:
            alamat = coba
        elif label in peta.kunci and peta.kunci[label][-1][0] == satuan and (i == 0 or peta.kunci[label][:-1] == alamat):
            alamat = peta.kunci[label]
        else:
            raise RujukanSalah(f"{kata} {nama} tidak ada")
    return alamat


def _enclosing(di: Alamat, satuan: str, peta: Peta) -> Alamat:
    """The deepest address around `di` that has children of this kind."""
    for panjang in range(len(di), 0, -1):
        if any(a[:panjang] == di[:panjang] and len(a) == panjang + 1 and a[-1][0] == satuan for a in peta.urut):
            return di[:panjang]
    return ()


def _starts_inside(alamat: Alamat, di: Alamat) -> bool:
    """Inside the same pasal it is `pada`; among the recitals, `dalam huruf a`, the title of the list being unsaid."""
    if alamat[:1] == PERTIMBANGAN:
        return False
    return len(alamat) > 1 and alamat[:1] == di[:1]


def unit_words(satuan: str, label: str) -> str:
    """One part as it is named: "Pasal 6", "ayat (2)", "huruf a"."""
    bentuk = {
        "pertimbangan": "pertimbangan",
        "pasal": "Pasal {}",
        "ayat": "ayat ({})",
        "subhuruf": "huruf {})",
        "subangka": "angka {})",
    }
    return bentuk.get(satuan, satuan + " {}").format(label)


def address_words(alamat: Alamat) -> str:
    """A whole address as a lawyer writes it: "Pasal 6 ayat (2)"."""
    return _words(alamat, 0)


def _words(alamat: Alamat, dari: int) -> str:
    return " ".join(unit_words(satuan, label) for satuan, label in alamat[dari:])


def _word_groups(urut: list[Alamat], peta: Peta, di: Alamat) -> list[str]:
    """Words of each reference or run of references; what is shared with the one before is not said again."""
    hasil: list[str] = []
    sebelum: Alamat = ()
    while urut:
        n = _run(urut, peta)
        alamat = urut[0]
        # Behind another reference, what both share goes unsaid: "ayat (1) huruf a dan ayat (2) huruf b".
        dari = _shared(alamat, sebelum or di)
        kata = _words(alamat, dari)
        if n > 2:
            kata += " sampai dengan " + unit_words(*urut[n - 1][-1])
        else:
            n = 1
        hasil.append(kata)
        sebelum, urut = urut[n - 1], urut[n:]
    return hasil


def _run(urut: list[Alamat], peta: Peta) -> int:
    """How many addresses from the first on are consecutive siblings."""
    atas, satuan = urut[0][:-1], urut[0][-1][0]
    saudara = [a for a in peta.urut if a[:-1] == atas and a[-1][0] == satuan]
    mulai, n = saudara.index(urut[0]), 1
    while n < len(urut) and mulai + n < len(saudara) and urut[n] == saudara[mulai + n]:
        n += 1
    return n


def _shared(alamat: Alamat, di: Alamat) -> int:
    """How many leading parts of the address need not be said where the reference stands; never all of them."""
    n = 0
    while n < min(len(alamat) - 1, len(di)) and alamat[n] == di[n]:
        n += 1
    return n
