"""Changing a signed agreement: the text as it should read is kept beside it, each person's own, until it is an adendum.

A side text is `.meja/ubah/<slug>.<who>.json`, of the same shape as the side draft of a draft (`penyuntingan.Suntingan`).
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from notakesepakatan.bureau.adendum import Permintaan, Rencana, data_in_force, plan_change, write_plan
from notakesepakatan.bureau.konsep import JendelaLain, Suntingan, TemuanRuas, field_of, read_side
from notakesepakatan.compute.editing.edits import Data
from notakesepakatan.compute.editing.merge import merge
from notakesepakatan.compute.text.tree import to_pohon
from notakesepakatan.errors import AdendumDitolak, NaskahBermasalah, NotaError
from notakesepakatan.load.adendum import Riwayat, load_riwayat
from notakesepakatan.load.datum import parse_yaml
from notakesepakatan.load.kesepakatan import Termuat, examine
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.private import SudahBerubah, agreement_hash, desk_folder, locked, write_private
from notakesepakatan.write.yaml import dump


class MasihKonsep(NotaError):
    """A draft is edited, not amended."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"{slug}: naskahnya masih konsep; sunting konsepnya")


@dataclass(frozen=True)
class TinjauanUbah:
    """What a text as it should read comes to.

    Attributes:
        temuan: what keeps it from being read.
        termuat: the text, None where it does not read.
        rencana: the adendum or correction it makes, None where there is none.
        sebab: why there is none, where the text itself reads.
    """

    temuan: tuple[TemuanRuas, ...]
    termuat: Termuat | None = None
    rencana: Rencana | None = None
    sebab: str = ""


def has_draft(ruang: RuangKerja, slug: str) -> bool:
    """Whether the last adendum is a draft: a change stands on top of it, or replaces it."""
    riwayat = load_riwayat(ruang, slug)
    return bool(riwayat.adendum) and riwayat.adendum[-1].adendum.konsep


def open_change(ruang: RuangKerja, slug: str, siapa: str) -> Suntingan:
    """The side text of somebody, or a new one of the text with every adendum.

    Raises:
        MasihKonsep, KetikanRusak, NaskahBermasalah, KesepakatanTidakAda, SlugTidakSah.
    """
    riwayat = load_riwayat(ruang, slug)
    if riwayat.asal.kesepakatan.konsep:
        raise MasihKonsep(slug)
    jejak, berkas = agreement_hash(ruang, slug), _place(ruang, slug, siapa)
    simpanan = read_side(berkas)
    if simpanan and (simpanan.data != simpanan.awal or simpanan.jejak == jejak):
        return simpanan
    data = _text(riwayat)
    return Suntingan(jejak, data, data, simpanan.versi if simpanan else 0)


def type_change(
    ruang: RuangKerja, slug: str, siapa: str, tanda: str, ubah: Callable[[Data], Data], *, ingat: bool = False
) -> Suntingan:
    """Put a change into the side text; with `ingat` one may go back behind it.

    Raises:
        JendelaLain: another window went on meanwhile; nothing was changed.
        LookupError: what was to be changed is not there.
    """
    with locked(ruang):
        baru = open_change(ruang, slug, siapa).changed(tanda, ubah, ingat=ingat)
        _keep(ruang, slug, siapa, baru)
    return baru


def renew_change(ruang: RuangKerja, slug: str, siapa: str, *, gabung: bool) -> None:
    """The side text begun anew from the text as it is now, with what was typed put on it where `gabung`."""
    with locked(ruang):
        lama, data = open_change(ruang, slug, siapa), _text(load_riwayat(ruang, slug))
        isi = merge(lama.awal, data, lama.data) if gabung else data
        _keep(ruang, slug, siapa, Suntingan(agreement_hash(ruang, slug), data, isi, lama.versi + 1))


def review_change(ruang: RuangKerja, slug: str, data: Data, permintaan: Permintaan) -> TinjauanUbah:
    """The change that these data make, or everything that is wrong with them."""
    try:
        termuat, temuan = examine(dump(data).encode(errors="replace"), slug)
    except NaskahBermasalah as sebab:
        return TinjauanUbah(tuple(TemuanRuas("", "wajib", t.pesan, t.saran) for t in sebab.daftar_temuan))
    if temuan or termuat is None:
        daftar = tuple(TemuanRuas(field_of(data, t.kunci), "wajib", t.pesan, t.saran, t.kode) for t in sorted(temuan))
        return TinjauanUbah(daftar, termuat)
    try:
        return TinjauanUbah((), termuat, plan_change(ruang, slug, to_pohon(termuat.kesepakatan), permintaan))
    except AdendumDitolak as sebab:
        return TinjauanUbah((), termuat, None, f"{sebab.sebab[:1].upper()}{sebab.sebab[1:]}.")


def make_change(ruang: RuangKerja, slug: str, siapa: str, tanda: str, permintaan: Permintaan) -> TinjauanUbah:
    """Write the adendum or correction of the side text, which is then let go; nothing where it makes none.

    Raises:
        SudahBerubah: the agreement is not the one that was opened; nothing was overwritten.
        JendelaLain: another window of the same person went on.
        TidakDapatDitulis.
    """
    with locked(ruang):
        kini = open_change(ruang, slug, siapa)
        if kini.jejak != agreement_hash(ruang, slug):
            raise SudahBerubah(f'Kesepakatan "{slug}"')
        if kini.tanda != tanda:
            raise JendelaLain(kini)
        hasil = review_change(ruang, slug, kini.data, permintaan)
        if hasil.rencana:
            write_plan(hasil.rencana, permintaan)
            renew_change(ruang, slug, siapa, gabung=False)
    return hasil


def _text(riwayat: Riwayat) -> Data:
    """The text with every adendum, drafts too, as data."""
    data: Data = parse_yaml(data_in_force(riwayat, None, konsep=True).encode(), "").data
    return data


def _place(ruang: RuangKerja, slug: str, siapa: str) -> Path:
    return desk_folder(ruang) / "ubah" / f"{slug}.{siapa}.json"


def _keep(ruang: RuangKerja, slug: str, siapa: str, suntingan: Suntingan) -> None:
    write_private(_place(ruang, slug, siapa), json.dumps(asdict(suntingan), ensure_ascii=False).encode())
