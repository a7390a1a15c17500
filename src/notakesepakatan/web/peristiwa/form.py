"""From the fields of an event's form to the data of the event, and from findings back to the fields."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from notakesepakatan.model.peristiwa import kahar_unsaid, required_keys
from notakesepakatan.temuan import Temuan
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.peristiwa.choices import Bahan
from notakesepakatan.web.peristiwa.fields import FORMULIR, Ruas

KOSONG = 2
"""Empty rows that a list is shown with."""
TERBANYAK = 100
WAJIB = "Wajib diisi."


def row_count(isian: Isian, kunci: str, lebih: int = 0) -> int:
    """Rows that a list shows: those typed, and some to type in."""
    ada = [int(c[1]) for nama in isian.nilai if (c := re.match(rf"{kunci}\[(\d{{1,3}})\]", nama)) and isian.nilai[nama]]
    return min(max(ada, default=0) + KOSONG + lebih, TERBANYAK)


def event_data(jenis: str, isian: Isian, bahan: Bahan) -> tuple[dict[str, Any], dict[str, str]]:
    """The event as plain data; and for every row of it which row of the form it was: {"hadir[1]": "hadir[3]"}."""
    isi: dict[str, Any] = {"jenis": jenis}
    asal: dict[str, str] = {}
    for ruas in FORMULIR[jenis].ruas:
        if nilai := _value(ruas, isian, bahan, asal):
            isi[ruas.kunci] = nilai
    return isi, asal


def _value(ruas: Ruas, isian: Isian, bahan: Bahan, asal: dict[str, str]) -> Any:
    kunci = ruas.kunci
    if ruas.macam == "butir":
        return [baris for satu in isian.text(kunci, banyak_baris=True).split("\n") if (baris := satu.strip())]
    if ruas.macam == "bagian":
        return _mapping(ruas.isi, isian, f"{kunci}.")
    if ruas.macam == "per_pihak":
        return {satu: teks for satu, _ in bahan.pihak if (teks := isian.text(f"{kunci}.{satu}"))}
    if ruas.macam in ("tugas", "program"):
        return [nama.removeprefix(f"{kunci}:") for nama in isian.nilai if nama.startswith(f"{kunci}:")]
    if ruas.macam in ("baris", "pihak", "capaian"):
        return _rows(ruas, isian, bahan, asal)
    return isian.text(kunci)


def _rows(ruas: Ruas, isian: Isian, bahan: Bahan, asal: dict[str, str]) -> list[dict[str, Any]]:
    alamat = list(bahan.baris) if ruas.macam == "capaian" else []
    n = {"capaian": len(alamat), "pihak": len(bahan.pihak)}.get(ruas.macam) or row_count(isian, ruas.kunci)
    hasil = list[dict[str, Any]]()
    for i in range(1, n + 1):
        satu = _mapping(ruas.isi, isian, f"{ruas.kunci}[{i}].")
        if satu or ruas.macam == "pihak":
            hasil.append({"alamat": alamat[i - 1], **satu} if alamat else satu)
            asal[f"{ruas.kunci}[{len(hasil)}]"] = f"{ruas.kunci}[{i}]"
    return hasil if any(hasil) else []


def _mapping(daftar: Sequence[Ruas], isian: Isian, awalan: str) -> dict[str, Any]:
    return {ruas.kunci: teks for ruas in daftar if (teks := isian.text(f"{awalan}{ruas.kunci}"))}


def field_labels(jenis: str, isian: Isian, bahan: Bahan) -> dict[str, str]:
    """Every field of the form by name, with the words that a list of errors calls it by."""
    hasil = dict[str, str]()
    for ruas in FORMULIR[jenis].ruas:
        hasil[ruas.kunci] = ruas.label
        for awalan, kata in _places(ruas, isian, bahan):
            hasil[awalan] = kata
            hasil |= {f"{awalan}.{dalam.kunci}": f"{kata}, {dalam.label.lower()}" for dalam in ruas.isi}
    return hasil


def _places(ruas: Ruas, isian: Isian, bahan: Bahan) -> Iterator[tuple[str, str]]:
    if ruas.macam == "bagian":
        yield ruas.kunci, ruas.label
    elif ruas.macam == "per_pihak":
        yield from ((f"{ruas.kunci}.{satu}", f"{ruas.label} {kata}") for satu, kata in bahan.pihak)
    elif ruas.macam == "capaian":
        yield from ((f"{ruas.kunci}[{i}]", f"Baris {alamat}") for i, alamat in enumerate(bahan.baris, 1))
    elif ruas.macam == "pihak":
        yield from ((f"{ruas.kunci}[{i}]", kata) for i, (_, kata) in enumerate(bahan.pihak, 1))
    elif ruas.macam == "baris":
        yield from ((f"{ruas.kunci}[{i}]", f"{ruas.label} {i}") for i in range(1, row_count(isian, ruas.kunci) + 1))


def show_missing(jenis: str, isian: Isian, isi: Mapping[str, Any]) -> None:
    """Every field that must be filled and is not."""
    kurang = {kunci for kunci in ("tanggal", *required_keys(jenis)) if not isi.get(kunci)}
    if jenis == "keadaan_kahar":
        kurang |= set(kahar_unsaid(isi))
    for ruas in FORMULIR[jenis].ruas:
        if ruas.kunci in kurang:
            isian.add(ruas.kunci, ruas.bantuan if ruas.macam in ("tugas", "capaian") else WAJIB)


def show_findings(isian: Isian, temuan: Sequence[Temuan], asal: Mapping[str, str], label: Mapping[str, str]) -> None:
    """Findings of the core beside the fields they are about; what is about none stands above the form."""
    for t in temuan:
        if t.kode == "peristiwa-kurang" or (t.kode == "kunci-kurang" and t.kunci in isian.galat):
            continue
        nama = re.sub(r"^\w+\[\d+\]", lambda c: asal.get(c[0], c[0]), t.kunci)
        while nama and nama not in label:
            nama = re.sub(r"(\.\w+|\[\d+\]|^\w+)$", "", nama)
        isian.add(nama, WAJIB if t.kode == "kunci-kurang" else f"{t.pesan[:1].upper()}{t.pesan[1:]}; {t.saran}.")
