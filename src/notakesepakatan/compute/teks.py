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
        if isi.lower().startswith(("pasal ", "dalam pasal ", "pada pasal ")):
            raise RujukanSalah("rujukan ke pasal ditulis dengan huruf besar: Pasal")
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
    # The sentences of the parties name their own data first, so they are filled apart from all other texts.
    kalimat_pihak = tuple(_fill_sentence(pengisi, k, i) for i in range(len(k.para_pihak)))
    tanpa = tuple(satu.model_copy(update={"kalimat": None}) for satu in k.para_pihak)
    umum = k.kalimat.model_copy(update={"pihak": ""})
    k = pengisi.walk(k.model_copy(update={"para_pihak": tanpa, "kalimat": umum}), (), ())
    pihak = tuple(
        satu.model_copy(update={"kalimat": kalimat}) for satu, kalimat in zip(k.para_pihak, kalimat_pihak, strict=True)
    )
    return k.model_copy(update={"para_pihak": pihak}), tuple(dict.fromkeys([*masalah, *pengisi.masalah]))


def _fill_sentence(pengisi: _Pengisi, k: Kesepakatan, i: int) -> str:
    satu = k.para_pihak[i]
    jalur: Jalur = ("para_pihak", i, "kalimat") if satu.kalimat else ("kalimat", "pihak")
    return pengisi.fill(satu.kalimat or k.kalimat.pihak, jalur, (), {**pengisi.nilai, **isian_pihak(satu)})
