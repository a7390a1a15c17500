"""Operations of an adendum applied to the tree of an agreement: every one checked, nothing by halves."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from notakesepakatan.compute.text.letak import LetakSalah, find, words_of
from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.compute.text.rujukan import unit_words
from notakesepakatan.compute.text.tree import Pohon, deleted, drop_at, get_at, label_key, labels, level, set_at, without_empty
from notakesepakatan.data import tipe_di
from notakesepakatan.model.adendum import GantiKata, Hapus, Operasi, Sisip, Tambah, Ubah
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.temuan import Masalah

_BUKAN_KATA = ("kunci", "nomor", "angka", "korespondensi", "dihapus", "jangka_waktu", "konvensi_berakhir", "tahun")
_BUKAN_KALIMAT = ("tenggat", "penandatanganan")
"""Keys whose text is no word of the paper, or data that words only take over."""

_KURUNG = re.compile(r"\[\[.*?\]\]")


class IsiSalah(Exception):
    """New content that is no valid piece of an agreement.

    Attributes:
        jalur: where it stands inside the operation.
        tipe: what was wanted there.
        sebab: the findings, their paths relative to `jalur`.
    """

    def __init__(self, jalur: Jalur, tipe: Any, sebab: ValidationError) -> None:
        super().__init__(str(sebab))
        self.jalur, self.tipe, self.sebab = jalur, tipe, sebab


def apply(pohon: Pohon, daftar: Sequence[Operasi]) -> tuple[Pohon, list[Masalah | IsiSalah]]:
    """The tree after all operations, in their order, and every operation that does not fit the tree it meets.

    Where there is a finding, the tree is without that operation and for looking on only.
    """
    masalah = list[Masalah | IsiSalah]()
    for i, operasi in enumerate(daftar):
        try:
            pohon = apply_one(pohon, operasi)
        except LetakSalah as sebab:
            masalah.append(Masalah(("perubahan", i, *_at_fault(operasi)), "letak", str(sebab), sebab.saran))
        except IsiSalah as sebab:
            masalah.append(IsiSalah(("perubahan", i, *sebab.jalur), sebab.tipe, sebab.sebab))
    return pohon, masalah


@lru_cache(maxsize=512)
def _adapter(jalur: Jalur) -> TypeAdapter[Any]:
    return TypeAdapter(tipe_di(Kesepakatan, jalur))


def _canonical(jalur: Jalur, nilai: Any, di: Jalur) -> Any:
    """A piece as the tree holds it: short forms spelled out, texts unfolded."""
    jenis: Jalur = tuple(0 if isinstance(langkah, int) else langkah for langkah in jalur)
    try:
        adapter = _adapter(jenis)
        return without_empty(adapter.dump_python(adapter.validate_python(nilai), mode="json"))
    except ValidationError as sebab:
        raise IsiSalah(di, tipe_di(Kesepakatan, jenis), sebab) from None


def _at_fault(operasi: Operasi) -> Jalur:
    if isinstance(operasi, Sisip | Tambah):
        return ("setelah",) if operasi.setelah else ("sebelum",)
    return ("letak",)


def apply_one(pohon: Pohon, operasi: Operasi) -> Pohon:
    """The tree after one operation.

    Raises:
        LetakSalah: it does not fit: no such address, a label taken, words that do not occur as often as said.
        IsiSalah: its new content is no valid piece of an agreement.
    """
    match operasi:
        case Ubah():
            return _change(pohon, find(pohon, operasi.letak), operasi)
        case Sisip():
            return _insert(pohon, operasi)
        case Tambah():
            return _append(pohon, operasi)
        case Hapus():
            return _delete(pohon, find(pohon, operasi.letak), operasi)
        case GantiKata():
            return _reword(pohon, operasi)


def _check_changeable(pohon: Pohon, jalur: Jalur, letak: str) -> None:
    """Numbers never shift, the signing is past, and what stands in a deleted part is gone with it."""
    if jalur[:1] == ("penandatanganan",) and jalur != ("penandatanganan", "tempat"):
        raise LetakSalah("hari penandatanganan tidak dapat diubah", "hapus perubahan ini")
    if len(jalur) > 1 and _is_part(jalur[:-1]) and jalur[-1] in (label_key(jalur[:-2]), "dihapus"):
        raise LetakSalah(f"{letak} tidak dapat diubah", "nomor bagian tetap; pakai sisip atau hapus")
    if jalur[0] == "pasal" and level(jalur):
        raise LetakSalah(f"{letak} tanpa nomor", "sebut bagian yang diubah satu demi satu")
    for panjang in range(1, len(jalur)):
        atas = jalur[:panjang]
        if _is_part(atas) and deleted(get_at(pohon, atas)):
            raise LetakSalah(f"{words_of(pohon, atas)} sudah dihapus", "hapus perubahan ini")


def _change(pohon: Pohon, jalur: Jalur, operasi: Ubah) -> Pohon:
    _check_changeable(pohon, jalur, operasi.letak)
    baru = _canonical(jalur, operasi.menjadi, ("menjadi",))
    if _is_part(jalur) and isinstance(baru, dict):
        kunci = label_key(jalur[:-1])
        nomor = (get_at(pohon, jalur) or {}).get(kunci)
        baru = {nama: isi for nama, isi in baru.items() if nama != kunci} | ({kunci: nomor} if nomor is not None else {})
    if get_at(pohon, jalur) == baru:
        raise LetakSalah(f"{operasi.letak} sudah berbunyi demikian", "hapus perubahan ini, atau perbaiki isinya")
    return set_at(pohon, jalur, baru)


def _is_part(jalur: Jalur) -> bool:
    return len(jalur) > 1 and isinstance(jalur[-1], int) and level(jalur[:-1]) is not None


def _part(pohon: Pohon, letak: str) -> tuple[Jalur, int]:
    """List and place of a numbered part."""
    jalur = find(pohon, letak)
    if not _is_part(jalur):
        raise LetakSalah(f"{letak} bukan bagian bernomor", "sebut pasal, ayat, huruf, angka, program, atau baris")
    return jalur[:-1], int(jalur[-1])


def _insert(pohon: Pohon, operasi: Sisip) -> Pohon:
    letak = operasi.setelah or operasi.sebelum or ""
    deret, i = _part(pohon, letak)
    _check_changeable(pohon, (*deret, i), letak)
    daftar, kunci = get_at(pohon, deret), label_key(deret)
    if operasi.sebelum and i:
        raise LetakSalah(f"{letak} bukan bagian yang pertama", "pakai setelah: dengan bagian di depannya")
    ada = labels(daftar, deret)
    tempat = i if operasi.sebelum else i + 1
    isi = [_canonical((*deret, 0), satu, ("isi", n)) for n, satu in enumerate(operasi.isi)]
    for satu in isi:
        if (nomor := satu.get(kunci)) is None:
            raise LetakSalah("sisipan belum bernomor", f'tambahkan "{kunci}:", mis. 7A untuk pasal atau 1a untuk ayat')
        if nomor in ada:
            raise LetakSalah(f"{unit_words(level(deret) or '', nomor)} sudah ada", "pilih nomor lain")
    baru = [*daftar[:tempat], *isi, *daftar[tempat:]]
    sesudah = labels(baru, deret)
    if sesudah[:tempat] + sesudah[tempat + len(isi) :] != ada or len(set(sesudah)) < len(sesudah):
        raise LetakSalah("nomor sisipan menggeser nomor yang sudah ada", "lanjutkan nomor di depannya, mis. 7A setelah 7")
    return set_at(pohon, deret, baru)


def _append(pohon: Pohon, operasi: Tambah) -> Pohon:
    deret, i = _part(pohon, operasi.setelah)
    daftar = get_at(pohon, deret)
    if i != len(daftar) - 1:
        raise LetakSalah(f"{operasi.setelah} bukan bagian yang terakhir", "pakai tindakan sisip")
    baru = [*daftar, *(_canonical((*deret, 0), satu, ("isi", n)) for n, satu in enumerate(operasi.isi))]
    sesudah = labels(baru, deret)
    if len(set(sesudah)) < len(sesudah):
        raise LetakSalah("nomor tambahan sudah dipakai", "hapus nomornya; program yang menghitung")
    return set_at(pohon, deret, baru)


def _delete(pohon: Pohon, jalur: Jalur, operasi: Hapus) -> Pohon:
    _check_changeable(pohon, jalur, operasi.letak)
    kini = get_at(pohon, jalur)
    if isinstance(jalur[-1], int) and not _is_part(jalur):
        raise LetakSalah(f"{operasi.letak} tidak dapat dihapus sendiri", "ubah daftarnya seluruhnya, mis. letak: para pihak")
    if kini is None:
        raise LetakSalah(f"{operasi.letak} memang tidak ada", "hapus perubahan ini")
    if not _is_part(jalur):
        return drop_at(pohon, jalur)
    if deleted(kini):
        raise LetakSalah(f"{operasi.letak} sudah dihapus", "hapus perubahan ini")
    return set_at(pohon, jalur, {**kini, "dihapus": "ya"})


def _reword(pohon: Pohon, operasi: GantiKata) -> Pohon:
    jalur = () if operasi.letak.lower() == SELURUHNYA else find(pohon, operasi.letak)
    if jalur:
        _check_changeable(pohon, jalur, operasi.letak)
    pola, jumlah = word_pattern(operasi.tertulis), 0

    def replace(benda: Any) -> Any:
        nonlocal jumlah
        if isinstance(benda, str):
            hasil, n = _replace_words(pola, operasi.menjadi, benda)
            jumlah += n
            return hasil if n else benda
        if isinstance(benda, list):
            return [replace(isi) for isi in benda]
        if isinstance(benda, dict) and not deleted(benda):
            return {kunci: isi if _is_no_word(kunci, isi) else replace(isi) for kunci, isi in benda.items()}
        return benda

    hasil = replace(get_at(pohon, jalur))
    if jumlah != operasi.sebanyak:
        kata = f"ada di {jumlah} tempat" if jumlah else "tidak ada"
        saran = (
            f'tulis "sebanyak: {jumlah}", atau persempit letaknya' if jumlah else "salin kata-katanya dari naskah yang berlaku"
        )
        raise LetakSalah(f'"{operasi.tertulis}" {kata} dalam {_where(pohon, jalur)}, bukan {operasi.sebanyak}', saran)
    return set_at(pohon, jalur, hasil)


def _is_no_word(kunci: str, isi: Any) -> bool:
    return kunci in _BUKAN_KALIMAT or (kunci in _BUKAN_KATA and (isinstance(isi, str) or kunci == "tahun"))


def _replace_words(pola: re.Pattern[str], menjadi: str, teks: str) -> tuple[str, int]:
    """Words replaced, and in how many places; what stands in `[[ ]]` is taken whole or not at all."""
    kurung = [cocok.span() for cocok in _KURUNG.finditer(teks)]
    hasil, akhir, n = "", 0, 0
    for cocok in pola.finditer(teks):
        awal, batas = cocok.span()
        if all(batas <= a or awal >= b or (awal <= a and b <= batas) for a, b in kurung):
            hasil, akhir, n = hasil + teks[akhir:awal] + menjadi, batas, n + 1
    return hasil + teks[akhir:], n


SELURUHNYA = "seluruh naskah"
"""Address of everything, for words that change wherever they stand."""


def _where(pohon: Pohon, jalur: Jalur) -> str:
    return words_of(pohon, jalur) if jalur else SELURUHNYA


def word_pattern(kata: str) -> re.Pattern[str]:
    """Where these words stand whole: `V` is not found in `VI`."""
    awal = r"(?<!\w)" if kata[:1].isalnum() else ""
    akhir = r"(?!\w)" if kata[-1:].isalnum() else ""
    return re.compile(awal + re.escape(kata) + akhir)
