"""`agreements/<slug>/adendum-NN.yaml` on top of the agreement: each in order, and the text in force on a day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notakesepakatan.compute.change.apply import IsiSalah, apply
from notakesepakatan.compute.text.coherence import check_keterkaitan
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.compute.text.tree import Pohon, to_pohon
from notakesepakatan.errors import NaskahBermasalah
from notakesepakatan.load.datum import parse, read_limited
from notakesepakatan.load.kesepakatan import Termuat, load_kesepakatan
from notakesepakatan.load.messages import nama_kunci, translate_all
from notakesepakatan.load.yaml import Sumber
from notakesepakatan.model.adendum import Adendum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.temuan import Masalah, Tempat, Temuan
from notakesepakatan.words.numbers import urutan
from notakesepakatan.words.tanggal import tanggal_panjang
from notakesepakatan.workspace.folders import RuangKerja

_NAMA = re.compile(r"adendum-(?:0[1-9]|[1-9][0-9]{1,2})\.yaml")


@dataclass(frozen=True)
class AdendumTermuat:
    """An adendum between two texts.

    Attributes:
        nomor: its place, from 1.
        adendum: the data.
        sumber: where each of its values stands.
        isi: bytes of the file.
        sebelum: the text it changes.
        sesudah: the text with it.
        berlaku: first day of its force; None for a draft, and for all behind one.
    """

    nomor: int
    adendum: Adendum
    sumber: Sumber
    isi: bytes
    sebelum: Termuat
    sesudah: Termuat
    berlaku: date | None


@dataclass(frozen=True)
class Riwayat:
    """An agreement as signed and its adenda in order."""

    asal: Termuat
    adendum: tuple[AdendumTermuat, ...] = ()

    @property
    def terakhir(self) -> Termuat:
        """The text with every adendum, drafts too: what the next one stands on."""
        return self.adendum[-1].sesudah if self.adendum else self.asal

    def applied(self, per: date | None, *, konsep: bool = False) -> tuple[AdendumTermuat, ...]:
        """The adenda in force on a day (None: on any, however far off), with `konsep` the drafts behind them too."""
        berlaku = [a for a in self.adendum if a.berlaku and (per is None or a.berlaku <= per)]
        return self.adendum if konsep and len(berlaku) == len([a for a in self.adendum if a.berlaku]) else tuple(berlaku)

    def on(self, per: date | None, *, konsep: bool = False) -> Termuat:
        """The text in force on a day."""
        terpakai = self.applied(per, konsep=konsep)
        return terpakai[-1].sesudah if terpakai else self.asal


def load_riwayat(ruang: RuangKerja, slug: str, asal: Termuat | None = None) -> Riwayat:
    """The agreement and every adendum of it; `asal` is the agreement where it is loaded already.

    Raises:
        NaskahBermasalah: with every finding of the first file that has one.
        KesepakatanTidakAda, SlugTidakSah, TidakDapatDibaca.
    """
    asal = asal or load_kesepakatan(ruang.berkas(slug))
    hasil = list[AdendumTermuat]()
    for urut, berkas in enumerate(adendum_files(ruang, slug), 1):
        _check_order(berkas, urut, asal)
        hasil.append(parse_adendum(read_limited(berkas), str(berkas), Riwayat(asal, tuple(hasil))))
    return Riwayat(asal, tuple(hasil))


def load_berlaku(ruang: RuangKerja, slug: str, per: date | None) -> Termuat:
    """The text of an agreement in force on a day.

    Raises:
        NaskahBermasalah, KesepakatanTidakAda, SlugTidakSah, TidakDapatDibaca.
    """
    return load_riwayat(ruang, slug).on(per)


def adendum_files(ruang: RuangKerja, slug: str) -> list[Path]:
    """Its files `adendum-NN.yaml` in order."""
    ada = [berkas for berkas in ruang.berkas(slug).parent.iterdir() if berkas.name.lower().startswith("adendum")]
    salah = [berkas for berkas in ada if not _NAMA.fullmatch(berkas.name)]
    if salah:
        saran = "beri nama adendum-01.yaml, adendum-02.yaml, …, atau pindahkan ke folder lain"
        raise NaskahBermasalah([Temuan(Tempat(str(satu)), "", "nama", "bukan nama berkas adendum", saran) for satu in salah])
    return sorted(ada, key=lambda berkas: int(berkas.stem[8:]))


def _check_order(berkas: Path, urut: int, asal: Termuat) -> None:
    nomor, tempat = int(berkas.stem[8:]), Tempat(str(berkas))
    if nomor != urut:
        saran = f"beri nama adendum-{urut:02}.yaml, atau kembalikan yang hilang"
        raise NaskahBermasalah([Temuan(tempat, "", "urutan", f"adendum ke-{urut} tidak ada", saran)])
    if asal.kesepakatan.konsep:
        saran = "ubah langsung kesepakatan.yaml, atau isi penandatanganan.tanggal di sana"
        raise NaskahBermasalah([Temuan(tempat, "", "konsep", "kesepakatannya belum ditandatangani", saran)])


def parse_adendum(isi: bytes, nama: str, riwayat: Riwayat) -> AdendumTermuat:
    """One adendum on top of all before it.

    Raises:
        NaskahBermasalah: with every finding, sorted by place.
    """
    adendum, sumber = parse(Adendum, isi, nama)
    sebelum = riwayat.terakhir
    temuan = [_place(m, sumber) for m in _check_frame(adendum, riwayat)]
    pohon, masalah = apply(to_pohon(sebelum.kesepakatan), adendum.perubahan)
    for satu in masalah:
        if isinstance(satu, IsiSalah):
            temuan += translate_all(satu.sebab, sumber, satu.tipe, satu.jalur)
        else:
            temuan.append(_place(satu, sumber))
    if not masalah:
        temuan += [_place(m, sumber) for m in _check_result(adendum, sebelum, pohon)]
    if temuan:
        raise NaskahBermasalah(temuan)
    kesepakatan = Kesepakatan.model_validate(pohon)
    n = max(len(k.para_pihak) for k in (sebelum.kesepakatan, kesepakatan))
    if len(adendum.para_pihak) > n:
        m = Masalah(("para_pihak", n), "pihak", f"kesepakatan ini hanya berpihak {n}", "hapus yang lebih")
        raise NaskahBermasalah([_place(m, sumber)])
    nomor = len(riwayat.adendum) + 1
    diubah = (*sebelum.diubah, f"Adendum {urutan(nomor).title()}")
    sesudah = replace(sebelum, kesepakatan=kesepakatan, terbaca=resolve(kesepakatan)[0], diubah=diubah)
    if adendum.para_pihak and not adendum.konsep:
        sesudah = replace(sesudah, penanda_tangan=adendum.para_pihak)
    return AdendumTermuat(nomor, adendum, sumber, isi, sebelum, sesudah, _in_force_from(adendum, riwayat))


def _place(m: Masalah, sumber: Sumber) -> Temuan:
    return Temuan(sumber.tempat(m.jalur), nama_kunci(m.jalur), m.kode, m.pesan, m.saran)


def _in_force_from(adendum: Adendum, riwayat: Riwayat) -> date | None:
    """First day of force; never before the adendum whose text it changes."""
    mulai = adendum.mulai_berlaku or adendum.penandatanganan.tanggal
    if adendum.berlaku_surut and adendum.penandatanganan.tanggal:
        mulai = riwayat.asal.kesepakatan.penandatanganan.tanggal
    if not riwayat.adendum:
        return mulai if adendum.penandatanganan.tanggal else None
    sebelumnya = riwayat.adendum[-1].berlaku
    return max(mulai, sebelumnya) if mulai and sebelumnya and adendum.penandatanganan.tanggal else None


def _check_frame(adendum: Adendum, riwayat: Riwayat) -> list[Masalah]:
    """Dates and parties against the agreement and the adendum before."""
    hasil, tanggal = list[Masalah](), adendum.penandatanganan.tanggal
    asal = riwayat.asal.kesepakatan
    di: tuple[str | int, ...] = ("penandatanganan", "tanggal")
    if tanggal and asal.penandatanganan.tanggal and tanggal < asal.penandatanganan.tanggal:
        pesan = _precedes("tanggal adendum", tanggal, "tanggal kesepakatan", asal.penandatanganan.tanggal)
        hasil.append(Masalah(di, "urutan", pesan, "periksa tanggalnya"))
    if tanggal and riwayat.adendum:
        sebelumnya = riwayat.adendum[-1].adendum.penandatanganan.tanggal
        if sebelumnya is None:
            pesan = f"adendum {urutan(len(riwayat.adendum))} belum bertanggal, padahal yang ini sudah"
            hasil.append(Masalah(di, "urutan", pesan, "isi tanggal adendum sebelumnya, atau kosongkan yang ini"))
        elif tanggal < sebelumnya:
            pesan = _precedes("tanggal adendum", tanggal, "tanggal adendum sebelumnya", sebelumnya)
            hasil.append(Masalah(di, "urutan", pesan, "periksa kedua tanggal"))
    if adendum.mulai_berlaku and adendum.berlaku_surut:
        saran = "pakai salah satu"
        hasil.append(Masalah(("berlaku_surut",), "berlaku", "berdampingan dengan mulai_berlaku", saran))
    if adendum.mulai_berlaku and asal.penandatanganan.tanggal and adendum.mulai_berlaku < asal.penandatanganan.tanggal:
        pesan = _precedes("mulai berlaku", adendum.mulai_berlaku, "tanggal kesepakatan", asal.penandatanganan.tanggal)
        hasil.append(Masalah(("mulai_berlaku",), "urutan", pesan, "periksa tanggalnya"))
    if tanggal and not adendum.penandatanganan.tempat:
        pesan = "tempat belum diisi, padahal adendum sudah bertanggal"
        hasil.append(Masalah(("penandatanganan",), "bertanggal", pesan, 'tambahkan "tempat:"'))
    for jalur, teks in _frame_texts(adendum):
        if "[[" in teks:
            pesan = "kurung siku ganda tidak diisi di sini"
            hasil.append(Masalah(jalur, "isian", pesan, "tulis kata-katanya"))
    if tanggal and not any(satu.nomor for satu in adendum.para_pihak):
        pesan = "tidak satu pihak pun bernomor, padahal adendum sudah bertanggal"
        hasil.append(Masalah(("para_pihak",), "bertanggal", pesan, 'tambahkan "nomor:" pada pihak yang memberi nomor'))
    return hasil


def _precedes(kata: str, hari: date, kata_lain: str, lain: date) -> str:
    return f"{kata} ({tanggal_panjang(hari)}) mendahului {kata_lain} ({tanggal_panjang(lain)})"


def _frame_texts(adendum: Adendum) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for i, alasan in enumerate(adendum.alasan):
        yield ("alasan", i), alasan
    for i, pihak in enumerate(adendum.para_pihak):
        for kunci, isi in pihak.model_dump(exclude_none=True, exclude={"kalimat"}).items():
            yield ("para_pihak", i, kunci), isi


def _check_result(adendum: Adendum, sebelum: Termuat, pohon: Pohon) -> list[Masalah]:
    """What the changed text has wrong, at the operation that made it so."""
    if not _faults(pohon):
        return []
    kini, sudah, hasil = to_pohon(sebelum.kesepakatan), set(_faults(to_pohon(sebelum.kesepakatan))), list[Masalah]()
    for i, operasi in enumerate(adendum.perubahan):
        kini, _ = apply(kini, [operasi])
        for pesan, saran in _faults(kini):
            if (pesan, saran) not in sudah:
                sudah.add((pesan, saran))
                hasil.append(Masalah(("perubahan", i), "akibat", f"naskah menjadi tidak sah: {pesan}", saran))
    akhir = set(_faults(pohon))
    return [m for m in hasil if any(m.pesan.endswith(pesan) for pesan, _ in akhir)]


def _faults(pohon: Pohon) -> Sequence[tuple[str, str]]:
    try:
        kesepakatan = Kesepakatan.model_validate(pohon)
    except ValidationError as sebab:
        kosong = Sumber("", "", pohon, {}, {})
        return [(f"{t.kunci}: {t.pesan}", t.saran) for t in translate_all(sebab, kosong, Kesepakatan, ())]
    _, masalah = resolve(kesepakatan)
    return [(f"{nama_kunci(m.jalur)}: {m.pesan}", m.saran) for m in (*masalah, *check_keterkaitan(kesepakatan))]
