"""Same thing, same words: numbers, names, titles and terms that stand in several places."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from notakesepakatan.bahasa.daftar import gabung
from notakesepakatan.bahasa.tanggal import tanggal_panjang
from notakesepakatan.compute.periksa.bacaan import Bacaan, Cacat

_NOMOR = re.compile(r"(?<![\w/.])[\w.-]+(?:/[\w.-]+)+(?![\w/])")
_FRASA = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_SEBUTAN = re.compile(r"\b(?i:pihak) (Satu|Dua|Tiga|Empat|Pertama|SATU|DUA|TIGA|EMPAT|PERTAMA)\b")
_KE = {"satu": "Kesatu", "pertama": "Kesatu", "dua": "Kedua", "tiga": "Ketiga", "empat": "Keempat"}


def like(a: str, b: str) -> float:
    """Likeness of two texts by their letters, 0 to 1."""
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def numbers(b: Bacaan) -> Iterator[Cacat]:
    """A number of the paper that is nearly a party's and not it."""
    sah = [p.nomor for p in b.terbaca.para_pihak if p.nomor]
    for p in b.petikan:
        if p.jalur[-1:] == ("nomor",):
            continue
        for cocok in _NOMOR.finditer(p.teks):
            dekat = [n for n in sah if n != cocok[0] and like(n, cocok[0]) >= 0.85]
            if dekat and cocok[0] not in sah:
                yield Cacat(p.jalur, cocok[0], f"nomor berbeda dari halaman depan, {dekat[0]}", f"tulis {dekat[0]}", dekat[0])


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
    pecahan = [satu for c in calon for satu in (c, *c.split(" dan Pemerintah"))]
    return max(pecahan, key=lambda c: like(c, nama), default="") if pecahan else ""


def titles(b: Bacaan) -> Iterator[Cacat]:
    """The title in capitals, in the annex."""
    benar = b.terbaca.judul.upper()
    for p in b.petikan:
        if p.jalur[:2] == ("lampiran", "judul") and p.teks != benar and like(p.teks.upper(), benar) >= 0.8:
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
    sering: dict[int, list[list[str]]] = {}
    for f, n in banyak.items():
        if n >= 3:
            sering.setdefault(f.count(" ") + 1, []).append(f.split(" "))
    for p in b.petikan:
        for cocok in _FRASA.finditer(p.teks):
            kata = cocok[0].split(" ")
            if banyak[cocok[0]] > 1 or len(kata) < 3:
                continue
            for panjang in sering.get(len(kata) + 1, []):
                if any(panjang[:i] + panjang[i + 1 :] == kata for i in range(1, len(panjang) - 1)):
                    benar = " ".join(panjang)
                    yield Cacat(
                        p.jalur, cocok[0], f"istilah yang lazim di naskah ini: {benar}", f"periksa, mungkin {benar}", benar
                    )


def addresses(b: Bacaan) -> Iterator[Cacat]:
    """A party's seat and its address for letters, nearly the same and not the same."""
    for i, p in enumerate(b.terbaca.para_pihak):
        for j, a in enumerate(p.korespondensi):
            if p.kedudukan and a.alamat and a.alamat != p.kedudukan and like(a.alamat, p.kedudukan) >= 0.8:
                pesan = f"alamat berbeda tipis dari kedudukan, {p.kedudukan}"
                yield Cacat(("para_pihak", i, "korespondensi", j, "alamat"), a.alamat, pesan, "samakan keduanya")


_DISEBUT = re.compile(r"selanjutnya (?:\w+[- ])*?disebut (?:sebagai )?([A-Z][A-Z]+(?: [A-Z]+)*)")


def unused_terms(b: Bacaan) -> Iterator[Cacat]:
    """A term that is set and then never used."""
    semua = " ".join(p.teks for p in b.petikan)
    for p in b.petikan:
        for cocok in _DISEBUT.finditer(p.teks):
            if len(re.findall(rf"(?<!\w){re.escape(cocok[1])}(?!\w)", semua)) < 2:
                yield Cacat(p.jalur, cocok[1], f"sebutan {cocok[1]} ditetapkan dan tidak pernah dipakai", "pakai, atau hapus")


def units(b: Bacaan) -> Iterator[Cacat]:
    """One office of a party under two names."""
    for i, p in enumerate(b.terbaca.para_pihak):
        nama: list[tuple[tuple[str | int, ...], str]] = []
        if p.pejabat_pelaksana:
            nama.append((("para_pihak", i, "pejabat_pelaksana"), p.pejabat_pelaksana))
        nama += [(("para_pihak", i, "korespondensi", j, "up"), a.up) for j, a in enumerate(p.korespondensi) if a.up]
        for n, (jalur, satu) in enumerate(nama):
            for _, lain in nama[:n]:
                if satu != lain and satu.split()[:3] == lain.split()[:3] and like(satu, lain) >= 0.7:
                    yield Cacat(
                        jalur, satu, f'mirip "{lain}"; satu jabatan dengan dua nama?', "samakan bila memang jabatan yang sama"
                    )


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
                if kata not in sah and not any(kata.startswith(f"{satu} ") or satu == kata for satu in sah if satu):
                    yield Cacat(
                        p.jalur,
                        kata,
                        f"{kata} ditulis kapital dan tidak ditetapkan sebagai sebutan",
                        "tetapkan, atau huruf biasa",
                    )
