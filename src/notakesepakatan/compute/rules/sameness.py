"""Same thing, same words: numbers, names, titles and terms that stand in several places."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from notakesepakatan.compute.rules.bacaan import Bacaan, Cacat
from notakesepakatan.words.lists import gabung
from notakesepakatan.words.tanggal import tanggal_panjang

_NOMOR = re.compile(r"(?<![\w/.-])[\w.-]+(?:/[\w.-]+)+(?![\w/])")
_NOMOR_TERPANJANG = 100
_FRASA = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_SEBUTAN = re.compile(r"\b(?i:pihak) (Satu|Dua|Tiga|Empat|Pertama|SATU|DUA|TIGA|EMPAT|PERTAMA)\b")
_KE = {"satu": "Kesatu", "pertama": "Kesatu", "dua": "Kedua", "tiga": "Ketiga", "empat": "Keempat"}


_BATAS_BANDING = 250_000
"""Letters of one text times those of the other: the work of comparing them."""


def like(a: str, b: str, setidaknya: float = 0.0) -> float:
    """Likeness of two texts by their letters, 0 to 1; 0 where they can be no more alike than `setidaknya`, or are too long."""
    if len(a) * len(b) > _BATAS_BANDING or 2 * min(len(a), len(b)) < setidaknya * (len(a) + len(b)):
        return 0.0
    banding = SequenceMatcher(None, a, b, autojunk=False)
    return banding.ratio() if banding.quick_ratio() >= setidaknya else 0.0


def numbers(b: Bacaan) -> Iterator[Cacat]:
    """A number of the paper that is nearly a party's and not it."""
    sah = [p.nomor for p in b.terbaca.para_pihak if p.nomor]
    for p in b.petikan:
        if p.jalur[-1:] == ("nomor",):
            continue
        for cocok in _NOMOR.finditer(p.teks):
            if len(cocok[0]) > _NOMOR_TERPANJANG or cocok[0] in sah:
                continue
            if dekat := next((n for n in sah if like(n, cocok[0], 0.85) >= 0.85), None):
                yield Cacat(p.jalur, cocok[0], f"nomor berbeda dari halaman depan, {dekat}", f"tulis {dekat}", dekat)


def party_names(b: Bacaan) -> Iterator[Cacat]:
    """Names after `antara` that are nearly the parties' and not them."""
    nama = [p.nama for p in b.terbaca.para_pihak]
    benar = gabung(nama)
    for p in b.petikan:
        for cocok in re.finditer(r"\bantara ([A-Z].*)", p.teks):
            if benar in cocok[1] or p.jalur[0] not in ("lampiran", "kalimat", "pertimbangan"):
                continue
            for satu in nama:
                if satu not in cocok[1] and p.jalur[:2] == ("lampiran", "kepala"):
                    lain = _nearest(cocok[1], satu)
                    if lain and lain not in nama:
                        yield Cacat(p.jalur, lain, f"nama berbeda dari halaman depan, {satu}", f"tulis {satu}", satu)


def _nearest(teks: str, nama: str) -> str:
    """The run of capitalised words that is most like a name."""
    calon = re.findall(r"[A-Z]\w+(?: (?:dan )?[A-Z]\w+)*", teks)
    terdekat, nilai = "", -1.0
    for satu in dict.fromkeys(satu for c in calon for satu in (c, *c.split(" dan Pemerintah"))):
        if (kini := like(satu, nama, max(nilai, 0.0))) > nilai:
            terdekat, nilai = satu, kini
    return terdekat


def titles(b: Bacaan) -> Iterator[Cacat]:
    """The title in capitals, in the annex."""
    benar = b.terbaca.judul.upper()
    for p in b.petikan:
        if p.jalur[:2] == ("lampiran", "judul") and p.teks != benar and like(p.teks.upper(), benar, 0.8) >= 0.8:
            yield Cacat(p.jalur, p.teks, f"judul berbeda dari halaman depan, {benar}", f"tulis {benar}", benar)


def party_terms(b: Bacaan) -> Iterator[Cacat]:
    """`Pihak Satu` for PIHAK KESATU."""
    for p in b.petikan:
        for cocok in _SEBUTAN.finditer(p.teks):
            benar = _KE[cocok[1].lower()]
            ganti = f"{cocok[0].split()[0]} {benar.upper() if cocok[1].isupper() else benar}"
            yield Cacat(p.jalur, cocok[0], f'"{cocok[0]}" bukan sebutan yang ditetapkan', f"tulis {ganti}", ganti)


def terms(b: Bacaan) -> Iterator[Cacat]:
    """A term in capitals that stands once, and often with one word more."""
    banyak = Counter(f for p in b.petikan for f in _FRASA.findall(p.teks))
    kurang_satu: dict[str, list[str]] = {}
    for f, n in banyak.items():
        kata = f.split(" ", _KATA_TERBANYAK)
        if n >= 3 and 4 <= len(kata) <= _KATA_TERBANYAK:
            for pendek in dict.fromkeys(" ".join(kata[:i] + kata[i + 1 :]) for i in range(1, len(kata) - 1)):
                kurang_satu.setdefault(pendek, []).append(f)
    for p in b.petikan:
        for cocok in _FRASA.finditer(p.teks):
            for benar in kurang_satu.get(cocok[0], ()) if banyak[cocok[0]] == 1 else ():
                yield Cacat(p.jalur, cocok[0], f"istilah yang lazim di naskah ini: {benar}", f"periksa, mungkin {benar}", benar)


def addresses(b: Bacaan) -> Iterator[Cacat]:
    """A party's seat and its address for letters, nearly the same and not the same."""
    for i, p in enumerate(b.terbaca.para_pihak):
        for j, a in enumerate(p.korespondensi):
            if p.kedudukan and a.alamat and a.alamat != p.kedudukan and like(a.alamat, p.kedudukan, 0.8) >= 0.8:
                pesan = f"alamat berbeda tipis dari kedudukan, {p.kedudukan}"
                yield Cacat(("para_pihak", i, "korespondensi", j, "alamat"), a.alamat, pesan, "samakan keduanya")


_DISEBUT = re.compile(r"selanjutnya (?:\w++[- ]){0,20}?disebut (?:sebagai )?([A-Z][A-Z]+(?: [A-Z]+)*)")
_KAPITAL_SEMUA = re.compile(r"(?<!\w)[A-Z]+(?!\w)(?: [A-Z]+(?!\w))*")
_KATA_TERBANYAK = 12
"""Words of a term; what is longer is a sentence."""


def _used(b: Bacaan, sebutan: Iterable[str]) -> Counter[str]:
    """How often each of these terms in capitals stands in the text, as words of their own."""
    dicari, hasil = set(sebutan), Counter[str]()
    panjang = {satu.count(" ") + 1 for satu in dicari}
    for p in b.petikan:
        for deret in _KAPITAL_SEMUA.findall(p.teks) if dicari else ():
            kata = deret.split(" ")
            hasil.update(
                satu
                for i in range(len(kata))
                for n in panjang
                if (satu := " ".join(kata[i : i + n])) in dicari and i + n <= len(kata)
            )
    return hasil


def unused_terms(b: Bacaan) -> Iterator[Cacat]:
    """A term that is set and then never used."""
    ditetapkan = [(p, cocok) for p in b.petikan for cocok in _DISEBUT.finditer(p.teks)]
    ditetapkan = [(p, cocok) for p, cocok in ditetapkan if cocok[1].count(" ") < _KATA_TERBANYAK]
    banyak = _used(b, (cocok[1] for _, cocok in ditetapkan))
    for p, cocok in ditetapkan:
        if banyak[cocok[1]] < 2:
            yield Cacat(p.jalur, cocok[1], f"sebutan {cocok[1]} ditetapkan dan tidak pernah dipakai", "pakai, atau hapus")


_SERUMPUN_TERBANYAK = 10
"""Names of one party that begin alike and are held against each other."""


def units(b: Bacaan) -> Iterator[Cacat]:
    """One office of a party under two names."""
    for i, p in enumerate(b.terbaca.para_pihak):
        nama: list[tuple[tuple[str | int, ...], str]] = []
        if p.pejabat_pelaksana:
            nama.append((("para_pihak", i, "pejabat_pelaksana"), p.pejabat_pelaksana))
        nama += [(("para_pihak", i, "korespondensi", j, "up"), a.up) for j, a in enumerate(p.korespondensi) if a.up]
        serumpun: dict[str, list[str]] = {}
        for jalur, satu in nama:
            sudah = serumpun.setdefault(" ".join(satu.split(maxsplit=3)[:3]), [])
            for lain in sudah:
                if satu != lain and like(satu, lain, 0.7) >= 0.7:
                    yield Cacat(
                        jalur, satu, f'mirip "{lain}"; satu jabatan dengan dua nama?', "samakan bila memang jabatan yang sama"
                    )
            if satu not in sudah and len(sudah) < _SERUMPUN_TERBANYAK:
                sudah.append(satu)


def signing_day(b: Bacaan) -> Iterator[Cacat]:
    """The day in the head of the annex is the day of signing."""
    hari = b.terbaca.penandatanganan.tanggal
    for p in b.petikan:
        cocok = re.match(r"Tanggal *: *(\d.*)", p.teks) if p.jalur[:2] == ("lampiran", "kepala") and hari else None
        if cocok and hari and cocok[1].strip() != tanggal_panjang(hari):
            benar = tanggal_panjang(hari)
            yield Cacat(p.jalur, cocok[1], f"tanggal berbeda dari hari penandatanganan, {benar}", f"tulis {benar}", benar)


_KAPITAL = re.compile(r"(?<![\w-])[A-Z]{5,}(?: [A-Z]{3,})*(?![\w-])")


def unset_terms(b: Bacaan) -> Iterator[Cacat]:
    """A term in capitals inside a pasal that nothing sets."""
    semua = " ".join(p.teks for p in b.petikan)
    sah = {p.sebutan for p in b.terbaca.para_pihak} | {"PARA PIHAK", "PIHAK"} | set(_DISEBUT.findall(semua))
    for p in b.petikan:
        if p.jalur[0] == "pasal" and p.jalur[-1] in ("isi", "penutup"):
            for kata in _KAPITAL.findall(p.teks):
                awal = accumulate(kata.split(" ", _KATA_TERBANYAK)[:_KATA_TERBANYAK], "{} {}".format)
                if kata not in sah and sah.isdisjoint(awal):
                    yield Cacat(
                        p.jalur,
                        kata,
                        f"{kata} ditulis kapital dan tidak ditetapkan sebagai sebutan",
                        "tetapkan, atau huruf biasa",
                    )
