"""Which documents an agreement has: itself, its adenda with their papers, the papers of its events."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from notakesepakatan.compose.composer import Penyusun
from notakesepakatan.compose.kesepakatan import RangkapIni, compose_kesepakatan, daftar_rangkap
from notakesepakatan.load.adendum import Riwayat
from notakesepakatan.load.kesepakatan import Termuat
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.press.order import Pesanan
from notakesepakatan.press.render import Dokumen
from notakesepakatan.workspace.folders import FOLDER_PERISTIWA, RuangKerja

if TYPE_CHECKING:
    from notakesepakatan.compose.peristiwa import JenisDokumen
    from notakesepakatan.load.register import PeristiwaTermuat


def documents(ruang: RuangKerja, slug: str, riwayat: Riwayat, penyusun: Penyusun, pesanan: Pesanan) -> Iterator[Dokumen]:
    """Every document of an agreement that is wanted; only those are composed."""
    yield from _own_documents(riwayat, penyusun, pesanan)
    if riwayat.adendum:
        yield from _adendum_documents(riwayat, penyusun, pesanan)
    if (ruang.agreements / slug / FOLDER_PERISTIWA).is_dir():
        yield from event_documents(ruang, slug, riwayat, penyusun, pesanan)


def _own_documents(riwayat: Riwayat, penyusun: Penyusun, pesanan: Pesanan) -> Iterator[Dokumen]:
    """The agreement as signed."""
    asal = riwayat.asal
    if not pesanan.wants(nama := document_name(asal)):
        return
    for tambahan, rangkap_ini in _originals(asal.terbaca, pesanan):
        naskah = compose_kesepakatan(penyusun, asal, rangkap_ini)
        if asal.kesepakatan.konsep and (galat := count_faults(asal)):
            from notakesepakatan.compose.adendum.konsolidasi import mark_draft

            naskah = mark_draft(penyusun, naskah, galat)
        yield Dokumen(nama + tambahan, naskah, (asal.sumber,))


def _adendum_documents(riwayat: Riwayat, penyusun: Penyusun, pesanan: Pesanan) -> Iterator[Dokumen]:
    """Each adendum with its papers."""
    asal = riwayat.asal
    for i, a in enumerate(riwayat.adendum):
        nama, sumber = f"adendum-{a.nomor:02}", (asal.sumber, *(b.sumber for b in riwayat.adendum[: i + 1]))
        papan, lacak = f"{nama}-sandingan", f"{nama}-lacak-perubahan"
        if not pesanan.wants(nama, papan, lacak):
            continue
        from notakesepakatan.compose.adendum.papers import compose_adendum, compose_sandingan

        if pesanan.wants(nama):
            for tambahan, rangkap_ini in _originals(a.sesudah.terbaca, pesanan):
                yield Dokumen(nama + tambahan, compose_adendum(penyusun, a, riwayat.adendum[:i], rangkap_ini), sumber)
        if pesanan.wants(papan) and not pesanan.rangkap:
            yield Dokumen(papan, compose_sandingan(penyusun, a), sumber)
        if pesanan.wants(lacak) and not pesanan.rangkap:
            lama, baru = (compose_kesepakatan(penyusun, termuat) for termuat in (a.sebelum, a.sesudah))
            yield Dokumen(lacak, baru, sumber, lama)


def event_documents(
    ruang: RuangKerja, slug: str, riwayat: Riwayat, penyusun: Penyusun, pesanan: Pesanan, hanya: Path | None = None
) -> Iterator[Dokumen]:
    """The papers of the events of an agreement, named by their day: `2026-01-12-berita-acara-kahar`.

    Args:
        ruang: the workspace.
        slug: the agreement.
        riwayat: it with its adenda.
        penyusun: composer of the workspace.
        pesanan: what is wanted.
        hanya: the file of the one event wanted.
    """
    if pesanan.rangkap or riwayat.asal.kesepakatan.konsep:
        return
    from notakesepakatan.compose.peristiwa import Perkara, compose_dokumen, load_documents, report_rows
    from notakesepakatan.load.calendar import load_kalender
    from notakesepakatan.load.register import load_events

    jenis, kalender = load_documents(penyusun.templat), load_kalender(ruang.akar)
    ringkasan, termuat = load_events(ruang, slug, riwayat)
    sumber = (riwayat.asal.sumber, *(a.sumber for a in riwayat.adendum), *(lain.sumber for lain in termuat))
    for berkas, nama, satu in event_papers(jenis, termuat):
        p = satu.peristiwa
        if pesanan.wants(nama, berkas) and hanya in (None, satu.berkas):
            perkara = Perkara(p, riwayat.on(p.tanggal), ringkasan.peristiwa, kalender)
            yield Dokumen(berkas, compose_dokumen(penyusun, jenis[nama], perkara), sumber, lembar=tuple(report_rows(perkara)))


def event_papers(
    jenis: "Mapping[str, JenisDokumen]", termuat: "Iterable[PeristiwaTermuat]"
) -> "Iterator[tuple[str, str, PeristiwaTermuat]]":
    """Each paper of recorded events: its file's name, the name of its kind, the event."""
    terpakai = Counter[str]()
    for satu in termuat:
        for nama in (nama for nama, dokumen in jenis.items() if dokumen.peristiwa == satu.peristiwa.jenis):
            berkas = f"{satu.peristiwa.tanggal.isoformat()}-{nama}"
            terpakai[berkas] += 1
            yield (f"{berkas}-{terpakai[berkas]}" if terpakai[berkas] > 1 else berkas), nama, satu


def planned_documents(
    ruang: RuangKerja, slug: str, riwayat: Riwayat, penyusun: Penyusun, peristiwa: Peristiwa
) -> Iterator[Dokumen]:
    """The papers of an event that is not recorded yet, among those that are."""
    from notakesepakatan.compose.peristiwa import Perkara, compose_dokumen, load_documents, report_rows
    from notakesepakatan.load.calendar import load_kalender
    from notakesepakatan.load.register import load_events

    ringkasan, termuat = load_events(ruang, slug, riwayat)
    semua = sorted((*ringkasan.peristiwa, peristiwa), key=lambda p: p.tanggal)
    dijawab = [p for p in semua if p.jenis == "keadaan_kahar" and p.tanggal == peristiwa.kejadian]
    pokok = dijawab[0] if peristiwa.jenis == "berita_acara_kahar" and dijawab else peristiwa
    perkara = Perkara(pokok, riwayat.on(pokok.tanggal), semua, load_kalender(ruang.akar))
    sumber = (riwayat.asal.sumber, *(a.sumber for a in riwayat.adendum), *(satu.sumber for satu in termuat))
    for nama, dokumen in load_documents(penyusun.templat).items():
        if dokumen.peristiwa == pokok.jenis:
            naskah = compose_dokumen(penyusun, dokumen, perkara)
            yield Dokumen(f"{pokok.tanggal.isoformat()}-{nama}", naskah, sumber, lembar=tuple(report_rows(perkara)))


def _originals(k: Kesepakatan, pesanan: Pesanan) -> list[tuple[str, RangkapIni | None]]:
    """The document itself, or each of its duplicates: what is added to its name, and the duplicate."""
    if not pesanan.rangkap:
        return [("", None)]
    return [(f"-rangkap-{satu.nomor}", satu) for satu in daftar_rangkap(k)]


def document_name(termuat: Termuat) -> str:
    """File name of the instrument: "Nota Kesepakatan" -> "nota-kesepakatan"."""
    return re.sub(r"[^a-z0-9]+", "-", termuat.kesepakatan.jenis.lower()).strip("-")[:80] or "kesepakatan"


def count_faults(termuat: Termuat) -> int:
    """Findings of level galat in a text; without the dictionary, which takes a second to load."""
    from notakesepakatan.compute.rules import check, read_agreement

    return sum(aturan.tingkat == "galat" for aturan, _ in check(read_agreement(termuat.kesepakatan)))
