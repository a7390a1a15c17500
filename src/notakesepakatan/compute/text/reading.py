"""The agreement as it reads: numbered, every `[[rujukan]]` and `[[isian]]` in words; same shape as the data."""

import difflib
import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from notakesepakatan.compute.text.isian import FUNGSI, TITIK, IsianSalah, fill_function, fill_pihak, isian, isian_pihak
from notakesepakatan.compute.text.numbering import Alamat, Jalur, Peta, number
from notakesepakatan.compute.text.rujukan import RujukanSalah, is_rujukan, resolve_rujukan
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.temuan import Masalah

_KURUNG = re.compile(r"\[\[((?:(?!\[\[).)*?)\]\]")
_KURUNG_TUNGGAL = re.compile(r"(?<!\[)\[([^\[\]]+)\](?!\])")


_PASAL_KECIL = re.compile(r"(?:dalam |pada )?pasal ")
_SARAN_RUJUKAN = "periksa nomor atau kunci yang dituju"
_PERLU_DILIHAT = re.compile(rf"\[|^[“\"]|{TITIK[:3]}")


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
            return self.fill(benda, jalur, di, self.nilai) if _PERLU_DILIHAT.search(benda) else benda
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
                kode, saran = ("isian", sebab.saran) if isinstance(sebab, IsianSalah) else ("rujukan", _SARAN_RUJUKAN)
                self.masalah.append(Masalah(jalur, kode, f"[[{isi}]]: {sebab}", saran))
                return cocok[0]

        hasil = _KURUNG.sub(replace, teks)
        if "[[" in _KURUNG.sub("", teks):
            self.masalah.append(Masalah(jalur, "isian", "kurung [[ tidak ditutup", "tutup dengan ]] atau hapus"))
        self._check_typing(teks, jalur)
        return hasil

    def _check_typing(self, teks: str, jalur: Jalur) -> None:
        """What would stand on paper and was surely not meant to."""
        for cocok in _KURUNG_TUNGGAL.finditer(_KURUNG.sub("", teks)):
            isi = cocok[1].strip()
            if isi in self.nilai or is_rujukan(isi) or isi.split(" ")[0] in FUNGSI:
                saran = f"tulis kurung siku ganda: [[{isi}]]"
                self.masalah.append(Masalah(jalur, "isian", f"[{isi}] tercetak apa adanya", saran))
        if len(teks) > 1 and (teks[0] + teks[-1]) in ("“”", '""'):
            pesan = "tanda kutip di awal dan akhir ikut tercetak"
            self.masalah.append(
                Masalah(jalur, "kutip", pesan, 'hapus, atau ganti dengan kutip lurus "…" sebagai pengapit YAML')
            )
        if TITIK[:3] in teks and not self.konsep:
            pesan = "titik-titik pada naskah yang sudah bertanggal"
            self.masalah.append(Masalah(jalur, "bertanggal", pesan, "isi dengan data yang sebenarnya"))

    def _value(self, isi: str, jalur: Jalur, di: Alamat, nilai: Mapping[str, str | None]) -> str:
        if is_rujukan(isi):
            return resolve_rujukan(isi, self.peta, di)
        if isi in nilai:
            if nilai[isi] is None and not self.konsep:
                raise IsianSalah("belum diisi, padahal naskah sudah bertanggal", f"isi {isi}, atau hapus dari kalimat ini")
            kata = nilai[isi] or TITIK
            if "[[" in kata:
                raise IsianSalah("nilainya sendiri memuat kurung siku ganda", f"tulis nilai {isi} tanpa kurung siku")
            return kata
        nama, _, argumen = isi.partition(" ")
        if (hasil := fill_function(nama, argumen)) is not None:
            return hasil
        if _PASAL_KECIL.match(isi):
            raise IsianSalah("rujukan ke pasal memakai huruf besar", f"tulis [[{isi.replace('pasal ', 'Pasal ', 1)}]]")
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
    kalimat, milik = satu.kalimat or k.kalimat.pihak, isian_pihak(satu)
    for nama in dict.fromkeys(cocok[1].strip() for cocok in _KURUNG.finditer(kalimat)):
        if milik.get(nama, "ada") is None:
            milik[nama] = TITIK
            if not k.konsep:
                pesan = f"{nama} belum diisi, padahal naskah sudah bertanggal"
                pengisi.masalah.append(Masalah(("para_pihak", i), "bertanggal", pesan, f'tambahkan "{nama}:"'))
    jalur: Jalur = ("para_pihak", i, "kalimat") if satu.kalimat else ("kalimat", "pihak")
    return pengisi.fill(kalimat, jalur, (), {**pengisi.nilai, **milik})
