"""Addresses as lawyers write them, `Pasal 6 ayat (2)`, `Lampiran baris 3.2.a kolom output`, to paths of the tree and back.

What has no address in law is named by its keys in the YAML: `jangka waktu`, `para pihak kesatu kedudukan`.
"""

import difflib
import re

from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.compute.text.rujukan import unit_words
from notakesepakatan.compute.text.tree import ANAK, Pohon, get_at, labels, level
from notakesepakatan.data import kelas_di
from notakesepakatan.model.kesepakatan import Kesepakatan, keys_of

_KATA_TERPANJANG = 4
"""Words of the longest key: konvensi_berakhir has two, a party's key up to three."""


class LetakSalah(Exception):
    """An address that cannot be read or leads nowhere; `str()` says why and `saran` what to do, in Indonesian."""

    def __init__(self, pesan: str, saran: str = "periksa letaknya pada naskah yang berlaku") -> None:
        super().__init__(pesan)
        self.saran = saran


def words_of(pohon: Pohon, jalur: Jalur) -> str:
    """The address of a path; `find` gives the path back."""
    hasil, i = list[str](), 0
    if jalur[:2] == ("lampiran", "program") and len(jalur) > 2:
        hasil, i = _annex_words(pohon, jalur)
    elif jalur[:1] == ("para_pihak",) and len(jalur) > 1:
        hasil, i = ["para pihak", keys_of(len(pohon["para_pihak"]))[int(jalur[1])].replace("_", " ")], 2
    elif jalur[:1] in (("pertimbangan",), ("dasar_hukum",)):
        hasil = [str(jalur[0]).replace("_", " ")]
        if len(jalur) == 1:
            return hasil[0]
    while i < len(jalur):
        tingkat = level(jalur[: i + 1])
        if tingkat and i + 1 < len(jalur):
            deret = jalur[: i + 1]
            hasil.append(unit_words(tingkat, labels(get_at(pohon, deret), deret)[int(jalur[i + 1])]))
            i += 2
        else:
            hasil.append(str(jalur[i]).replace("_", " "))
            i += 1
    kata = " ".join(hasil)
    return "Lampiran" + kata[8:] if jalur[0] == "lampiran" else kata


def _annex_words(pohon: Pohon, jalur: Jalur) -> tuple[list[str], int]:
    deret: Jalur = ("lampiran", "program")
    nomor = labels(get_at(pohon, deret), deret)[int(jalur[2])]
    i = 3
    if len(jalur) < 5 or jalur[3] != "tahapan":
        return ["Lampiran program", nomor], i
    alamat = [nomor]
    while i + 1 < len(jalur) and jalur[i] == "tahapan":
        deret = jalur[: i + 1]
        alamat.append(labels(get_at(pohon, deret), deret)[int(jalur[i + 1])])
        i += 2
    hasil = ["Lampiran baris", ".".join(satu for satu in alamat if satu)]
    return ([*hasil, "kolom"] if i < len(jalur) else hasil), i


def find(pohon: Pohon, letak: str) -> Jalur:
    """The path of an address in this tree.

    Raises:
        LetakSalah: it cannot be read, or no such part is there.
    """
    kata = letak.split()
    if not kata:
        raise LetakSalah("letak kosong", "tulis letaknya, mis. Pasal 6 ayat (2)")
    kepala = " ".join(kata[:2]).lower()
    if kata[0].lower() == "pasal" and len(kata) > 1:
        return _parts(pohon, (), kata)
    if kata[0].lower() == "pertimbangan" and len(kata) > 1:
        return _parts(pohon, ("pertimbangan",), kata[1:])
    if kepala == "dasar hukum" and len(kata) > 2:
        return _parts(pohon, ("dasar_hukum",), kata[2:])
    if kepala == "para pihak" and len(kata) > 2:
        return _party(pohon, kata[2:])
    if kata[0].lower() == "nomor":
        return (*_party(pohon, [k for k in kata[1:] if k.lower() not in ("para", "pihak")] or [""]), "nomor")
    if kata[0].lower() == "lampiran":
        return _annex(pohon, kata[1:])
    return _keys((), kata)


_LABEL = re.compile(r"(\()?([0-9A-Za-z]{1,12})(\))?")


def _parts(pohon: Pohon, jalur: Jalur, kata: list[str]) -> Jalur:
    """Numbered parts one below another, then keys of the last."""
    while len(kata) > 1 and (cocok := _LABEL.fullmatch(kata[1])):
        satuan, label = kata[0].lower(), cocok[2]
        if cocok[3] and not cocok[1]:
            satuan = f"sub{satuan}"
        deret = jalur if jalur in (("pertimbangan",), ("dasar_hukum",)) else (*jalur, satuan)
        if level(deret) != satuan:
            break
        ada = labels(get_at(pohon, deret) or [], deret)
        if label not in ada:
            di = f" di {words_of(pohon, jalur)}" if jalur else ""
            yang_ada = ", ".join(unit_words(satuan, satu) for satu in ada)
            raise LetakSalah(
                f"{unit_words(satuan, label)} tidak ada{di}", f"yang ada: {yang_ada}" if ada else "periksa letaknya"
            )
        jalur, kata = (*deret, ada.index(label)), kata[2:]
    return _keys(jalur, kata)


def _party(pohon: Pohon, kata: list[str]) -> Jalur:
    ada = keys_of(len(pohon["para_pihak"]))
    for n in range(min(len(kata), _KATA_TERPANJANG), 0, -1):
        if (nama := "_".join(kata[:n]).lower()) in ada:
            return _keys(("para_pihak", ada.index(nama)), kata[n:])
    raise LetakSalah(f'pihak "{kata[0]}" tidak ada', f"pilih salah satu: {', '.join(ada)}")


def _annex(pohon: Pohon, kata: list[str]) -> Jalur:
    if not kata:
        return ("lampiran",)
    if get_at(pohon, ("lampiran",)) is None:
        raise LetakSalah("kesepakatan ini tidak berlampiran", 'tulis letak "Lampiran" untuk menambahkannya')
    deret: Jalur = ("lampiran", "program")
    if kata[0].lower() not in ("program", "baris") or len(kata) < 2:
        return _keys(("lampiran",), kata)
    alamat = kata[1].split(".")
    jalur = _row(pohon, deret, alamat[0], kata[1])
    if kata[0].lower() == "baris":
        for label in alamat[1:]:
            jalur = _row(pohon, (*jalur, "tahapan"), label, kata[1])
        if len(alamat) == 1:
            deret = (*jalur, "tahapan")
            if labels(get_at(pohon, deret), deret) != ("",):
                raise LetakSalah(f"baris {kata[1]} adalah program bertahapan", f"sebut tahapannya, mis. baris {kata[1]}.1")
            jalur = (*deret, 0)
    elif len(alamat) > 1:
        raise LetakSalah(f"program {kata[1]} tidak ada", f'tulis "Lampiran baris {kata[1]}" untuk tahapan')
    sisa = kata[2:]
    return _keys(jalur, sisa[1:] if sisa[:1] == ["kolom"] else sisa)


def _row(pohon: Pohon, deret: Jalur, label: str, alamat: str) -> Jalur:
    ada = labels(get_at(pohon, deret) or [], deret)
    if label not in ada:
        raise LetakSalah(f"baris {alamat} tidak ada di Lampiran", f"nomor yang ada di tempat itu: {', '.join(ada) or '-'}")
    return (*deret, ada.index(label))


def _keys(jalur: Jalur, kata: list[str]) -> Jalur:
    """Keys of the YAML, an underscore written as a space or as itself."""
    if kata and level(jalur):
        raise LetakSalah(f'"{" ".join(kata)}" tanpa nomor', "sebut nomornya, mis. dasar hukum angka 6")
    while kata:
        dikenal = list(getattr(kelas_di(Kesepakatan, jalur), "model_fields", ()))
        if not dikenal and jalur[-1:] not in (("tugas",), ("pihak",)):
            raise LetakSalah(f'"{" ".join(kata)}" bukan letak yang dikenal', "sebut bagian di atasnya, yang diganti seluruhnya")
        for n in range(min(len(kata), _KATA_TERPANJANG), 0, -1):
            if (nama := "_".join(kata[:n]).lower()) in dikenal or (not dikenal and n == len(kata)):
                jalur, kata = (*jalur, nama), kata[n:]
                break
        else:
            dekat = difflib.get_close_matches("_".join(kata).lower(), [*dikenal, *ANAK], 1)
            saran = f'mungkin maksudnya "{dekat[0].replace("_", " ")}"' if dekat else "periksa penulisan letaknya"
            raise LetakSalah(f'"{" ".join(kata)}" bukan letak yang dikenal', saran)
    return jalur
