"""Write the draft of an adendum from the agreement as it should read; show the text in force."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.adendum.papers import change_sentences, name_of, paper_changes
from notakesepakatan.compose.adendum.perbaikan import beyond_correction
from notakesepakatan.compose.composer import Penyusun
from notakesepakatan.compute.change.diff import changed_share, diff, settle
from notakesepakatan.compute.text.tree import Pohon, shorten, to_pohon
from notakesepakatan.errors import AdendumDitolak, NaskahBermasalah, SudahAda
from notakesepakatan.load.adendum import AdendumTermuat, Riwayat, load_riwayat, parse_adendum
from notakesepakatan.load.datum import read_limited
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.dasar import Lama
from notakesepakatan.press.render import Dokumen, write_set
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.save import save
from notakesepakatan.write.yaml import dump

KONSOLIDASI = "naskah-konsolidasi"
_BATAS_PERUBAHAN = 0.5
"""Share of the text beyond which a new agreement serves better than an adendum (UU 12/2011 Lampiran II 237)."""


@dataclass(frozen=True)
class Permintaan:
    """What is wanted of a new adendum.

    Attributes:
        perbaikan: a correction of slips.
        tetap: a correction even where more than slips changes.
        alasan: reasons for the recitals.
        surut: in force since the agreement was signed.
        ganti: in place of the last one, which is a draft still.
    """

    perbaikan: bool = False
    tetap: bool = False
    alasan: tuple[str, ...] = ()
    surut: bool = False
    ganti: bool = False


def plain_reason(teks: str) -> str:
    """A reason as the recital takes it, which says "bahwa" before it and ";" after it."""
    return re.sub(r"(?i)^\s*bahwa\s+", "", teks).rstrip(" .;,")


@dataclass(frozen=True)
class Rancangan:
    """A draft that was written: its file, what it changes in words, and what the officer should look at."""

    berkas: Path
    perubahan: tuple[str, ...]
    peringatan: tuple[str, ...]


def draft_from(ruang: RuangKerja, slug: str, baru: Path, permintaan: Permintaan) -> Rancangan:
    """Write `adendum-NN.yaml` that turns the text before it into the one of this file.

    Raises:
        AdendumDitolak: nothing changed; more than slips changed and a correction was wanted; the base is a draft.
        NaskahBermasalah: the new text or an adendum before is wrong.
        SudahAda, TidakDapatDibaca, TidakDapatDitulis.
    """
    return _draft(ruang, slug, to_pohon(parse_kesepakatan(read_limited(baru), str(baru)).kesepakatan), permintaan)


def draft_from_data(ruang: RuangKerja, slug: str, baru: bytes, permintaan: Permintaan) -> Rancangan:
    """The same from the YAML of the new text in memory."""
    return _draft(ruang, slug, to_pohon(parse_kesepakatan(baru, slug).kesepakatan), permintaan)


def draft_extension(ruang: RuangKerja, slug: str, selama: Lama, permintaan: Permintaan) -> Rancangan:
    """The same for a term that goes on for another span, `selama`, after it ends.

    Raises:
        AdendumDitolak: the span cannot be added to the term.
    """
    riwayat, _ = _before(ruang, slug, permintaan)
    lama = riwayat.terakhir.kesepakatan
    return _draft(ruang, slug, to_pohon(lama.model_copy(update={"jangka_waktu": _sum(lama.jangka_waktu, selama)})), permintaan)


def _sum(a: Lama, b: Lama) -> Lama:
    bulan = {"tahun": 12, "bulan": 1}
    if a.satuan == b.satuan:
        teks = f"{a.jumlah + b.jumlah} {a.satuan}"
    elif a.satuan in bulan and b.satuan in bulan:
        teks = f"{a.jumlah * bulan[a.satuan] + b.jumlah * bulan[b.satuan]} bulan"
    else:
        raise AdendumDitolak(f"{a} dan {b} tidak dapat dijumlahkan", "pakai satuan yang sama dengan jangka waktunya")
    try:
        return Lama.model_validate(teks)
    except ValidationError:
        raise AdendumDitolak(f"jangka waktu menjadi {teks}, lebih dari seratus tahun", "periksa bilangannya") from None


def _before(ruang: RuangKerja, slug: str, permintaan: Permintaan) -> tuple[Riwayat, Path]:
    """The agreement with the adenda that the new one stands on, and the new one's file."""
    riwayat = load_riwayat(ruang, slug)
    if riwayat.asal.kesepakatan.konsep:
        raise AdendumDitolak("kesepakatannya masih konsep", "ubah langsung kesepakatan.yaml")
    konsep = bool(riwayat.adendum) and riwayat.adendum[-1].adendum.konsep
    if permintaan.ganti:
        if not konsep:
            raise AdendumDitolak("tidak ada konsep adendum yang dapat diganti", "jalankan tanpa --ganti")
        riwayat = Riwayat(riwayat.asal, riwayat.adendum[:-1])
    berkas = ruang.berkas(slug).with_name(f"adendum-{len(riwayat.adendum) + 1:02}.yaml")
    if berkas.exists() and not permintaan.ganti:
        raise SudahAda(berkas)
    return riwayat, berkas


@dataclass(frozen=True)
class Rencana:
    """A change that is not written yet.

    Attributes:
        berkas: where it will stand.
        isi: its file.
        adendum: the same loaded, with the text before and after it.
        sebelumnya: the adenda it stands on.
        perubahan: what it changes in words.
        peringatan: what the officer should look at.
    """

    berkas: Path
    isi: bytes
    adendum: AdendumTermuat
    sebelumnya: tuple[AdendumTermuat, ...]
    perubahan: tuple[str, ...]
    peringatan: tuple[str, ...]


def _draft(ruang: RuangKerja, slug: str, baru: Pohon, permintaan: Permintaan) -> Rancangan:
    return write_plan(plan_change(ruang, slug, baru, permintaan), permintaan)


def write_plan(rencana: Rencana, permintaan: Permintaan) -> Rancangan:
    """Write a planned change.

    Raises:
        SudahAda, TidakDapatDitulis.
    """
    save(rencana.berkas, rencana.isi, timpa=permintaan.ganti)
    return Rancangan(rencana.berkas, rencana.perubahan, rencana.peringatan)


def plan_change(ruang: RuangKerja, slug: str, baru: Pohon, permintaan: Permintaan) -> Rencana:
    """The adendum or correction that turns the text before it into this one, as data of the agreement.

    Raises:
        AdendumDitolak: as `draft_from`.
        NaskahBermasalah, SudahAda.
    """
    riwayat, berkas = _before(ruang, slug, permintaan)
    kini = to_pohon(riwayat.terakhir.kesepakatan)
    tujuan = settle(kini, baru)
    operasi = diff(kini, tujuan, kata=permintaan.perbaikan)
    if not operasi:
        konsep = bool(riwayat.adendum) and riwayat.adendum[-1].adendum.konsep
        yang = "naskah dengan adendum yang masih konsep" if konsep else "naskah yang berlaku"
        raise AdendumDitolak(f"tidak ada yang berubah terhadap {yang}", "periksa berkas yang ditunjuk --dari")
    if not permintaan.tetap:
        _check_starting_point(riwayat, baru, len(operasi))
    data: dict[str, object] = {"jenis": "perbaikan" if permintaan.perbaikan else "adendum"}
    if permintaan.surut:
        data["berlaku_surut"] = "ya"
    if pihak := _officials(riwayat):
        data["para_pihak"] = pihak
    if permintaan.alasan:
        data["alasan"] = [plain_reason(satu) for satu in permintaan.alasan]
    data["perubahan"] = [_as_yaml(satu.model_dump(mode="json", exclude_none=True)) for satu in operasi]
    isi = _KEPALA.format(len(riwayat.adendum) + 1) + dump(data)
    penyusun = Penyusun.of(ruang.akar)
    try:
        a = parse_adendum(isi.encode(), str(berkas), riwayat)
        kalimat = tuple(change_sentences(penyusun, a))
    except NaskahBermasalah as sebab:
        pesan = "; ".join(t.pesan for t in sebab.daftar_temuan)
        raise AdendumDitolak(pesan, "periksa berkas yang ditunjuk --dari") from None
    if permintaan.perbaikan:
        _check_correction(penyusun, a, permintaan.tetap)
    return Rencana(berkas, isi.encode(), a, riwayat.adendum, kalimat, tuple(_warnings(riwayat, kini, baru, tujuan)))


_KEPALA = """\
# Konsep adendum ke-{0}. Isi penandatanganan (tempat, tanggal) dan nomor tiap pihak bila sudah ditandatangani;
# periksa pejabat dan jabatan: tulis yang menjabat pada hari itu. alasan menjadi butir pertimbangan.
"""


def _check_starting_point(riwayat: Riwayat, baru: Pohon, jumlah: int) -> None:
    """A copy of an older text would undo the adenda since then without anybody meaning it."""
    for a in riwayat.adendum:
        lama = to_pohon(a.sebelum.kesepakatan)
        if len(diff(lama, settle(lama, baru))) < jumlah:
            raise AdendumDitolak(
                f"berkas itu tampaknya disalin dari naskah sebelum {name_of(a)}, dan akan membatalkan adendum itu",
                "salin lagi dengan nota konsolidasi NAMA --sebagai-data --termasuk-konsep, atau tambahkan --tetap",
            )


def _officials(riwayat: Riwayat) -> list[dict[str, object]]:
    """Who signed last, for the officer to look at."""
    k = riwayat.terakhir.kesepakatan
    terakhir = riwayat.adendum[-1].adendum.para_pihak if riwayat.adendum else ()
    hasil: list[dict[str, object]] = []
    for i, pihak in enumerate(k.para_pihak):
        dulu = terakhir[i] if i < len(terakhir) else None
        satu = {nama: (getattr(dulu, nama, None) or getattr(pihak, nama)) for nama in ("pejabat", "jabatan")}
        hasil.append({nama: nilai for nama, nilai in satu.items() if nilai})
    return hasil


def _as_yaml(operasi: dict[str, object]) -> dict[str, object]:
    letak = str(operasi.get("letak") or operasi.get("setelah") or operasi.get("sebelum")).split()
    di = ("lampiran",) if letak[0] == "Lampiran" else ("pasal",) if letak[0] == "Pasal" and len(letak) == 2 else ()
    return {kunci: _shorten(isi, di) if kunci in ("menjadi", "isi") else isi for kunci, isi in operasi.items()}


def _shorten(isi: object, di: tuple[str, ...]) -> object:
    """New content in short form; a list of parts stays a list."""
    return (
        [shorten(satu, di) for satu in isi] if isinstance(isi, list) and isi and isinstance(isi[0], dict) else shorten(isi, di)
    )


def _check_correction(penyusun: Penyusun, a: AdendumTermuat, tetap: bool) -> None:
    lebih = beyond_correction(a, paper_changes(penyusun, a))
    if lebih and not tetap:
        daftar = "\n".join(f"- {satu}" for satu in lebih)
        raise AdendumDitolak(
            f"yang berubah lebih dari kekeliruan penulisan:\n{daftar}\n"
            "Perbaikan tidak boleh mengubah jangka waktu, angka, pihak, tugas, atau jumlah uang",
            "hapus --perbaikan supaya menjadi adendum biasa, atau tambahkan --tetap bila semuanya memang salah tulis",
        )


def _warnings(riwayat: Riwayat, kini: Pohon, baru: Pohon, tujuan: Pohon) -> list[str]:
    hasil = [f"{name_of(a)} masih konsep; adendum ini disusun di atasnya." for a in riwayat.adendum if a.adendum.konsep]
    if changed_share(kini, tujuan) > _BATAS_PERUBAHAN:
        hasil.append("Lebih dari separuh naskah berubah; kesepakatan baru lebih baik daripada adendum (angka 237).")
    if kini.get("jangka_waktu") != tujuan.get("jangka_waktu") and "lampiran" in tujuan:
        hasil.append("Kolom tahun Rencana Kerja ikut berubah; baris bertanda semua berlaku juga pada tahun yang baru. Periksa.")
    if baru != tujuan:
        hasil.append(
            "Nomor tidak bergeser: ketentuan yang dihapus tetap bernomor dan ketentuan yang disisipkan diberi nomor sisipan. "
            "Periksa rujukan yang ditulis dengan nomor."
        )
    return hasil


def data_in_force(riwayat: Riwayat, per: date | None, *, konsep: bool = False) -> str:
    """The consolidated agreement as YAML in the shape of `kesepakatan.yaml`; with `per` None all that is signed is in it."""
    return dump(shorten(riwayat.on(per, konsep=konsep).kesepakatan.model_dump(mode="json", exclude_defaults=True)))


def write_konsolidasi(
    ruang: RuangKerja, slug: str, per: date, konsep: bool, format_: Sequence[str], ke: Path | None = None
) -> tuple[Path, ...]:
    """Write `naskah-konsolidasi` of an agreement to its folder in `output/`, or in `ke`.

    Raises:
        NaskahBermasalah, TidakDapatDitulis, PustakaSistemTidakAda, KesepakatanTidakAda, SlugTidakSah.
    """
    return tuple(write_set((ke or ruang.output) / slug, [konsolidasi_document(ruang, slug, per, konsep)], format_))


def konsolidasi_document(ruang: RuangKerja, slug: str, per: date, konsep: bool) -> Dokumen:
    """The same, to be written or shown.

    Raises:
        NaskahBermasalah, KesepakatanTidakAda, SlugTidakSah.
    """
    riwayat, penyusun = load_riwayat(ruang, slug), Penyusun.of(ruang.akar)
    yaml = data_in_force(riwayat, per, konsep=konsep).encode()
    naskah = compose_konsolidasi(penyusun, riwayat, per, yaml, konsep=konsep)
    return Dokumen(KONSOLIDASI, naskah, (riwayat.asal.sumber, *(a.sumber for a in riwayat.adendum)))
