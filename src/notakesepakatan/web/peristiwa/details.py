"""A recorded event in the officer's words: the label of each field with what was said."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.web.peristiwa.choices import Bahan
from notakesepakatan.web.peristiwa.fields import FORMULIR, Ruas
from notakesepakatan.words.tanggal import tanggal_panjang


def event_words(p: Peristiwa, bahan: Bahan) -> Iterator[tuple[str, list[str]]]:
    """Labels and lines of what an event says, beyond its day."""
    isi = p.model_dump(exclude_defaults=True)
    for ruas in FORMULIR[p.jenis].ruas:
        if ruas.kunci in isi and ruas.kunci != "tanggal":
            nilai = isi[ruas.kunci]
            yield ruas.label, [_words(satu, ruas, bahan) for satu in (nilai if isinstance(nilai, list | tuple) else [nilai])]


def _words(nilai: Any, ruas: Ruas, bahan: Bahan) -> str:
    if isinstance(nilai, date):
        return tanggal_panjang(nilai)
    if not isinstance(nilai, Mapping):
        return str(dict(bahan.pilihan.get(ruas.kunci, ())).get(str(nilai), nilai))
    ruas_dari = {"alamat": Ruas("alamat", "Baris")} | {d.kunci: d for d in ruas.isi}
    ruas_dari |= {kunci: Ruas(kunci, kata) for kunci, kata in bahan.pihak if ruas.macam == "per_pihak"}
    potong = ((ruas_dari.get(kunci, Ruas(kunci, kunci)), isi) for kunci, isi in nilai.items())
    return "; ".join(f"{d.label}: {_words(isi, d, bahan)}" for d, isi in potong)
