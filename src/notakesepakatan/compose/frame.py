"""What later papers share: the parties by their name and office of the day, and the agreement as they cite it."""

from collections.abc import Sequence
from datetime import date

from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.model.kesepakatan import Kesepakatan, Penandatanganan
from notakesepakatan.model.para_pihak import PenandaTangan, Pihak
from notakesepakatan.words.lists import gabung
from notakesepakatan.words.tanggal import tanggal_panjang


def nama_kini(pihak: Pihak, pada: date) -> str:
    """The party's name on a day, with the one it bore in the text: "Kementerian … (dahulu Badan …)"."""
    sesudah = [r for r in pihak.riwayat_nama if r.sejak and r.sejak <= pada]
    if not sesudah:
        return pihak.nama
    return f"{max(sesudah, key=lambda r: r.sejak or date.min).nama} (dahulu {pihak.nama})"


def cite_agreement(k: Kesepakatan, pada: date, diubah: Sequence[str] = ()) -> str:
    """An agreement as read, as a letter of a day names it: kind, parties, subject, numbers, day, and its adenda."""
    nomor = gabung([f"Nomor {p.nomor}" for p in k.para_pihak if p.nomor])
    tanggal = k.penandatanganan.tanggal
    bagian = [f"{k.jenis} antara {gabung([nama_kini(p, pada) for p in k.para_pihak])} tentang {k.judul}"]
    bagian += [nomor] if nomor else []
    bagian += [f"tanggal {tanggal_panjang(tanggal)}"] if tanggal else []
    bagian += [f"sebagaimana telah diubah dengan {gabung(diubah)}"] if diubah else []
    return ", ".join(bagian)


def signing_frame(
    k: Kesepakatan, penandatanganan: Penandatanganan, hadir: Sequence[PenandaTangan], sebelumnya: Sequence[PenandaTangan] = ()
) -> Kesepakatan:
    """The agreement as it would read were it signed on that day by these people: for the opening and the parties of a paper.

    Args:
        k: the text in force, as typed.
        penandatanganan: place and day of the paper.
        hadir: who signs, in order of the parties; who is missing is as before.
        sebelumnya: who signed the last adendum, where it is not as in the text.
    """
    hari = penandatanganan.tanggal or date.max
    pihak = []
    for i, satu in enumerate(k.para_pihak):
        nama = nama_kini(satu, hari)
        kini = {"nomor": None, "nama": nama, "bertindak_atas_nama": satu.bertindak_atas_nama or nama}
        if i < len(sebelumnya):
            lama = sebelumnya[i].model_dump(exclude_none=True, exclude={"nomor", "nama", "kalimat"})
            kini |= lama
        if i < len(hadir):
            baru = hadir[i]
            kini |= {kunci: nilai for kunci in type(baru).model_fields if (nilai := getattr(baru, kunci)) is not None}
            if baru.nama and not satu.bertindak_atas_nama:
                kini["bertindak_atas_nama"] = baru.nama
        pihak.append(satu.model_copy(update=kini))
    return resolve(k.model_copy(update={"para_pihak": tuple(pihak), "penandatanganan": penandatanganan}))[0]
