"""Record what happened to an agreement: one new dated file, proved to fit the others before it is written."""

import json
from collections.abc import Mapping
from pathlib import Path

from notakesepakatan.compute.register import check_peristiwa
from notakesepakatan.errors import NaskahBermasalah, PeristiwaBermasalah
from notakesepakatan.load.berkas import parse
from notakesepakatan.load.pesan import nama_kunci
from notakesepakatan.load.register import FOLDER_PERISTIWA, load_ringkasan
from notakesepakatan.load.ruang_kerja import RuangKerja
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.write.simpan import save


def record(ruang: RuangKerja, slug: str, isi: Mapping[str, str]) -> Path:
    """Write `agreements/<slug>/peristiwa/<day>-<kind>[-n].yaml`; nothing is ever overwritten.

    Args:
        ruang: the workspace.
        slug: the agreement.
        isi: values of `Peristiwa` as text.

    Raises:
        PeristiwaBermasalah: the event is incomplete or cannot be.
        NaskahBermasalah: what is recorded already is wrong.
        KesepakatanTidakAda, SlugTidakSah, TidakDapatDitulis.
    """
    ringkasan = load_ringkasan(ruang, slug)
    try:
        peristiwa, _ = parse(Peristiwa, json.dumps(isi, ensure_ascii=False).encode(), "")
    except NaskahBermasalah as sebab:
        raise PeristiwaBermasalah([f"{t.kunci or 'peristiwa'}: {t.pesan}; {t.saran}" for t in sebab.daftar_temuan]) from None
    daftar = [(str(i), satu) for i, satu in enumerate(ringkasan.peristiwa)] + [("~", peristiwa)]
    masalah = [m for nama, m in check_peristiwa(ringkasan, daftar) if nama == "~"]
    if masalah:
        raise PeristiwaBermasalah([f"{nama_kunci(m.jalur)}: {m.pesan}; {m.saran}" for m in masalah])
    teks = "".join(f"{kunci}: {_scalar(nilai)}\n" for kunci, nilai in isi.items())
    folder = ruang.agreements / slug / FOLDER_PERISTIWA
    dasar = f"{peristiwa.tanggal.isoformat()}-{peristiwa.jenis.replace('_', '-')}"
    n = 1
    while (berkas := folder / (f"{dasar}.yaml" if n == 1 else f"{dasar}-{n}.yaml")).exists():
        n += 1
    save(berkas, teks.encode(), timpa=False)
    return berkas


def _scalar(nilai: str) -> str:
    """A plain word or day as it is, anything else as a quoted scalar."""
    return (
        nilai
        if nilai.replace("-", "").replace("_", "").isalnum() and nilai.isascii()
        else json.dumps(nilai, ensure_ascii=False)
    )
