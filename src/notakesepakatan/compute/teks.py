"""The agreement as it reads: numbered, every `[[rujukan]]` and `[[isian]]` in words; same shape as the data."""

import difflib
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from notakesepakatan.compute.isian import TITIK, IsianSalah, fill_function, fill_pihak, isian, isian_pihak
from notakesepakatan.compute.penomoran import Alamat, Jalur, Peta, number
from notakesepakatan.compute.rujukan import RujukanSalah, is_rujukan, resolve_rujukan
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.temuan import Masalah

_KURUNG = re.compile(r"\[\[(.*?)\]\]")


class _Pengisi:
    """Walks the model once, replacing what stands in `[[ ]]`; collects what cannot be replaced."""

    def __init__(self, peta: Peta, nilai: Mapping[str, str | None], konsep: bool) -> None:
        self.peta = peta
        self.nilai = nilai
        self.konsep = konsep
        self.masalah: list[Masalah] = []

    def walk(self, benda: Any, jalur: Jalur, di: Alamat) -> Any:
        """The same thing with its texts filled; the very same object where nothing had to change."""
        if isinstance(benda, str):
            return self.fill(benda, jalur, di, self.nilai) if "[[" in benda else benda
        if isinstance(benda, tuple):
            baru = tuple(self.walk(isi, (*jalur, i), di) for i, isi in enumerate(benda))
            return baru if any(a is not b for a, b in zip(baru, benda, strict=True)) else benda
        if isinstance(benda, dict):
            return {kunci: self.walk(isi, (*jalur, kunci), di) for kunci, isi in benda.items()}
        if isinstance(benda, BaseModel):
            di = self.peta.alamat.get(jalur, di)
            ganti = {}
            for nama in benda.model_fields_set:
                isi = getattr(benda, nama)
                if (baru := self.walk(isi, (*jalur, nama), di)) is not isi:
                    ganti[nama] = baru
            return benda.model_copy(update=ganti) if ganti else benda
        return benda

    def fill(self, teks: str, jalur: Jalur, di: Alamat, nilai: Mapping[str, str | None]) -> str:
        """One text with its brackets replaced; an unknown one stays as it is and becomes a finding."""

        def replace(cocok: re.Match[str]) -> str:
            isi = cocok[1].strip()
            try:
                return self._value(isi, jalur, di, nilai)
            except (RujukanSalah, IsianSalah) as sebab:
                kode = "rujukan" if isinstance(sebab, RujukanSalah) else "isian"
                saran = "periksa nomor atau kunci yang dituju" if kode == "rujukan" else "perbaiki isi kurung siku ganda"
                self.masalah.append(Masalah(jalur, kode, f"[[{isi}]]: {sebab}", saran))
                return cocok[0]

        hasil = _KURUNG.sub(replace, teks)
        if "[[" in _KURUNG.sub("", teks):
            self.masalah.append(Masalah(jalur, "isian", "kurung [[ tidak ditutup", "tutup dengan ]] atau hapus"))
        return hasil

    def _value(self, isi: str, jalur: Jalur, di: Alamat, nilai: Mapping[str, str | None]) -> str:
        if is_rujukan(isi):
            return resolve_rujukan(isi, self.peta, di)
        if isi in nilai:
            if nilai[isi] is None and not self.konsep:
                raise IsianSalah("belum diisi, padahal naskah sudah bertanggal")
            return nilai[isi] or TITIK
        nama, _, argumen = isi.partition(" ")
        if (hasil := fill_function(nama, argumen)) is not None:
            return hasil
        dekat = difflib.get_close_matches(isi, nilai, 1)
        raise IsianSalah("isian tidak dikenal" + (f', mungkin "{dekat[0]}"' if dekat else ""))


def resolve(kesepakatan: Kesepakatan) -> tuple[Kesepakatan, tuple[Masalah, ...]]:
    """The agreement as it reads on paper, and what stands in the way of that.

    Returns the same class: `nomor` of every pasal, butir, programme and stage is filled ("4", "a", "1a"), every
    party has its `sebutan` and its opening sentence in `kalimat`, and no text holds `[[ ]]` any more.
    """
    k, peta, masalah = number(kesepakatan)
    k = k.model_copy(update={"para_pihak": fill_pihak(k)})
    pengisi = _Pengisi(peta, isian(k), k.konsep)
    pihak = []
    for i, satu in enumerate(k.para_pihak):
        jalur: Jalur = ("para_pihak", i, "kalimat") if satu.kalimat else ("kalimat", "pihak")
        milik = {**pengisi.nilai, **isian_pihak(satu)}
        pihak.append(satu.model_copy(update={"kalimat": pengisi.fill(satu.kalimat or k.kalimat.pihak, jalur, (), milik)}))
    kalimat = k.kalimat.model_copy(update={"pihak": ""})
    k = pengisi.walk(k.model_copy(update={"para_pihak": tuple(pihak), "kalimat": kalimat}), (), ())
    return k, tuple(dict.fromkeys([*masalah, *pengisi.masalah]))
