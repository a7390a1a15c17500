"""Editing a draft: what somebody is typing is kept beside the file, and goes into it only while the file is as it was.

A side draft is `.meja/sunting/<slug>.<who>.json`: the file's hash and data when it was opened, the data as typed, and a
count of changes, by which two windows of one person know of each other.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from notakesepakatan.bureau.check import findings, load_kamus
from notakesepakatan.compose.composer import Penyusun
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.editing.edits import Data, differences, read_text, set_text
from notakesepakatan.compute.editing.grid import PROGRAM
from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.compute.text.tree import get_at, labels, level, to_pohon
from notakesepakatan.errors import NaskahBermasalah, NotaError, TidakDapatDibaca
from notakesepakatan.load.adendum import Riwayat
from notakesepakatan.load.datum import parse_yaml, read_limited
from notakesepakatan.load.kesepakatan import Termuat, examine
from notakesepakatan.load.rewrite import rewrite
from notakesepakatan.load.yaml import YamlDitolak, hidden_characters
from notakesepakatan.model.kesepakatan import keys_of
from notakesepakatan.workspace.contents import common_files, content_hash
from notakesepakatan.workspace.folders import RuangKerja
from notakesepakatan.workspace.private import SudahBerubah, desk_folder, hash_of, locked, write_private
from notakesepakatan.workspace.save import save
from notakesepakatan.write.html import write_html

RUAS_TANGGAL = "penandatanganan.tanggal"
_SARAN_TANGGAL = 'kosongkan, lalu pakai "Catat penandatanganan" pada halaman kesepakatannya'


class SudahDitandatangani(NotaError):
    """A signed text is not edited."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"{slug}: naskahnya sudah ditandatangani dan tidak disunting di sini; buatlah adendum")


class BelumSah(NotaError):
    """What was typed cannot be saved yet; it stays in the side draft."""

    def __init__(self, jumlah: int) -> None:
        super().__init__(f"Belum disimpan: {jumlah} isian harus diperbaiki dahulu. Ketikan Anda tetap ada.")


class JendelaLain(SudahBerubah):
    """The side draft went on in another window of the same person."""

    def __init__(self, kini: "Suntingan") -> None:
        self.kini = kini
        super().__init__("Konsep ini")


@dataclass(frozen=True)
class Suntingan:
    """A side draft.

    Attributes:
        jejak: hash of the file when it was opened.
        awal: its data then.
        data: the data as typed.
        versi: how many changes it has seen.
        lalu: the data before the last change of their shape, to go back to.
    """

    jejak: str
    awal: Data
    data: Data
    versi: int = 0
    lalu: Data | None = None

    @property
    def tanda(self) -> str:
        """What a page shows that it has seen: the count and the file."""
        return f"{self.versi}-{self.jejak[:16]}"

    def changed(self, tanda: str, ubah: Callable[[Data], Data], *, ingat: bool) -> "Suntingan":
        """The next state, one may go back behind it where `ingat`.

        Raises:
            JendelaLain: this is not the state that the page had seen.
            LookupError: what was to be changed is not there.
        """
        if self.tanda != tanda:
            raise JendelaLain(self)
        return replace(self, data=ubah(self.data), versi=self.versi + 1, lalu=self.data if ingat else self.lalu)


_SISI = TypeAdapter(Suntingan)
"""What the file of a side draft holds."""


class KetikanRusak(NotaError):
    """A side draft that cannot be read; it was put aside, so that the next look begins anew."""

    def __init__(self, berkas: Path) -> None:
        super().__init__(
            f"Ketikan Anda yang belum disimpan rusak dan disisihkan sebagai {berkas}. "
            "Muat ulang halaman ini untuk mulai dari isi berkas."
        )


def read_side(berkas: Path) -> Suntingan | None:
    """A side draft; None where there is none.

    Raises:
        KetikanRusak: it is none of ours.
        TidakDapatDibaca.
    """
    try:
        return _SISI.validate_json(berkas.read_bytes(), strict=True) if berkas.is_file() else None
    except OSError as sebab:
        raise TidakDapatDibaca(berkas, sebab) from None
    except ValueError:
        rusak = berkas.with_suffix(".json.rusak")
        berkas.replace(rusak)
        raise KetikanRusak(rusak) from None


@dataclass(frozen=True)
class TemuanRuas:
    """A finding beside its field: path as `pasal.0.ayat.1.isi`, level ("wajib" keeps the draft from being saved)."""

    ruas: str
    tingkat: str
    pesan: str
    saran: str
    kode: str = ""
    potongan: str = ""
    ganti: str | None = None


@dataclass(frozen=True)
class Tinjauan:
    """What the data typed would give: the file's text, the page, every finding."""

    teks: str
    html: bytes
    temuan: tuple[TemuanRuas, ...]
    termuat: Termuat | None

    @property
    def sah(self) -> bool:
        """Whether it may be saved."""
        return not any(t.tingkat == "wajib" for t in self.temuan)

    def datum(self, jalur: Jalur) -> str:
        """Id in the page of the part that a field belongs to; empty where it has none."""
        if self.termuat is None:
            return ""
        pohon = to_pohon(self.termuat.kesepakatan)
        if jalur[:1] == ("para_pihak",) and len(jalur) > 1:
            return f"para_pihak.{keys_of(int(jalur[1]) + 1)[-1]}"
        nama: dict[Jalur, str] = {
            ("pertimbangan",): "pertimbangan.{}",
            ("dasar_hukum",): "dasar_hukum.{}",
            PROGRAM: "lampiran.{}",
        }
        hasil = ""
        for n, langkah in enumerate(jalur):
            daftar = get_at(pohon, jalur[:n])
            if isinstance(langkah, int) and isinstance(daftar, list) and langkah < len(daftar) and level(jalur[:n]):
                label = labels(daftar, jalur[:n])[langkah]
                bentuk = nama.get(jalur[:n], ".{}" if jalur[n - 1] == "tahapan" else f".{jalur[n - 1]}.{{}}")
                hasil += bentuk.format(label) if label else ""
        return hasil.strip(".")


def open_draft(ruang: RuangKerja, slug: str, siapa: str) -> Suntingan:
    """The side draft of somebody, or a new one of the file as it lies.

    Raises:
        SudahDitandatangani, KetikanRusak, NaskahBermasalah, KesepakatanTidakAda, SlugTidakSah, TidakDapatDibaca.
    """
    isi, data = _read(ruang, slug)
    berkas = _place(ruang, slug, siapa)
    if simpanan := read_side(berkas):
        if simpanan.data != simpanan.awal or simpanan.jejak == hash_of(isi):
            return simpanan
        return Suntingan(hash_of(isi), data, data, simpanan.versi)
    return Suntingan(hash_of(isi), data, data)


def change(
    ruang: RuangKerja, slug: str, siapa: str, tanda: str, ubah: Callable[[Data], Data], *, ingat: bool = False
) -> Suntingan:
    """Put a change into the side draft.

    Args:
        ruang: the workspace.
        slug: the agreement.
        siapa: whose side draft.
        tanda: the state that the page had seen.
        ubah: the change.
        ingat: whether one may go back behind it.

    Raises:
        JendelaLain: another window went on meanwhile, or the file did; nothing was changed.
        LookupError: what was to be changed is not there.
    """
    with locked(ruang):
        baru = open_draft(ruang, slug, siapa).changed(tanda, ubah, ingat=ingat)
        _keep(ruang, slug, siapa, baru)
    return baru


def undo(ruang: RuangKerja, slug: str, siapa: str, tanda: str) -> Suntingan:
    """Go back behind the last change of shape; to where one was where there was none."""
    lalu = open_draft(ruang, slug, siapa).lalu
    return change(ruang, slug, siapa, tanda, lambda data: data if lalu is None else lalu, ingat=True)


def discard(ruang: RuangKerja, slug: str, siapa: str) -> None:
    """Let go of what was typed; the count goes on, so that another window notices."""
    with locked(ruang):
        isi, data = _read(ruang, slug)
        lama = open_draft(ruang, slug, siapa)
        _keep(ruang, slug, siapa, Suntingan(hash_of(isi), data, data, lama.versi + 1))


def rebase(ruang: RuangKerja, slug: str, siapa: str, jejak: str, gabung: Callable[[Data, Data, Data], Data]) -> Suntingan:
    """The side draft put on the file as it is now, after its owner has seen both.

    Raises:
        SudahBerubah: the file is not the one that was shown.
    """
    with locked(ruang):
        isi, data = _read(ruang, slug)
        if hash_of(isi) != jejak:
            raise SudahBerubah(f'Kesepakatan "{slug}"')
        lama = open_draft(ruang, slug, siapa)
        baru = Suntingan(jejak, data, gabung(lama.awal, data, lama.data), lama.versi + 1)
        _keep(ruang, slug, siapa, baru)
    return baru


def save_draft(ruang: RuangKerja, slug: str, siapa: str, tanda: str) -> tuple[str, str]:
    """The side draft into the agreement's file, only the lines meant; gives the file's hash before and after.

    Args:
        ruang: the workspace.
        slug: the agreement.
        siapa: whose side draft.
        tanda: the state that the page had seen.

    Raises:
        SudahBerubah: the file is not the one that was opened; nothing was overwritten.
        JendelaLain: another window of the same person went on.
        BelumSah: what was typed does not load.
        SudahDitandatangani, TidakDapatDitulis.
    """
    with locked(ruang):
        isi, _ = _read(ruang, slug)
        kini = open_draft(ruang, slug, siapa)
        if kini.jejak != hash_of(isi):
            raise SudahBerubah(f'Kesepakatan "{slug}"')
        if kini.tanda != tanda:
            raise JendelaLain(kini)
        teks, temuan, _ = _examine(isi, slug, kini.data)
        if temuan:
            raise BelumSah(len(temuan))
        baru = teks.encode()
        if baru != isi:
            save(ruang.berkas(slug), baru)
        _keep(ruang, slug, siapa, Suntingan(hash_of(baru), kini.data, kini.data, kini.versi + 1))
    return kini.jejak, hash_of(baru)


def review(ruang: RuangKerja, slug: str, data: Data) -> Tinjauan:
    """The page as it would print with these data, and every finding."""
    isi = read_limited(ruang.berkas(slug))
    teks, temuan, termuat = _examine(isi, slug, data)
    if termuat is None:
        return Tinjauan(teks, b"", tuple(temuan), None)
    html = write_html(compose_kesepakatan(composer(ruang), termuat))
    for satu in findings(Riwayat(termuat), termuat, load_kamus()):
        ruas = _field(satu.kunci)
        ganti = satu.ganti if satu.potongan and satu.potongan in read_text(data, _path(ruas)) else None
        temuan.append(TemuanRuas(ruas, satu.tingkat, satu.pesan, satu.saran, satu.kode, satu.potongan, ganti))
    return Tinjauan(teks, html, tuple(temuan), termuat)


def composer(ruang: RuangKerja) -> Penyusun:
    """The composer of a workspace as its templates and settings are now; made once for as long as they stay."""
    return _composer(ruang, content_hash(dict(common_files(ruang))))


@lru_cache(maxsize=2)
def _composer(ruang: RuangKerja, jejak: str) -> Penyusun:
    return Penyusun.of(ruang.akar)


def repair_field(data: Data, temuan: TemuanRuas) -> Data:
    """A safe fix put into its field."""
    jalur = _path(temuan.ruas)
    teks = read_text(data, jalur)
    return set_text(data, jalur, teks.replace(temuan.potongan, temuan.ganti or "", 1))


def both(ruang: RuangKerja, slug: str, siapa: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The file's hash now, and each place where it and the side draft differ: path, saved, typed."""
    isi, data = _read(ruang, slug)
    saya = open_draft(ruang, slug, siapa)
    return hash_of(isi), [(dotted(jalur), a, b) for jalur, a, b in differences(data, saya.data)]


def dotted(jalur: Jalur) -> str:
    """A path as fields are named."""
    return ".".join(map(str, jalur))


def parse_path(nama: str) -> Jalur:
    """The path that a field's name says."""
    return _path(nama)


def _path(nama: str) -> Jalur:
    return tuple(int(satu) if satu.isdigit() and satu.isascii() and len(satu) < 6 else satu for satu in nama.split("."))


def _field(kunci: str) -> str:
    """The field's name of a finding's key: "pasal[6].ayat[1].isi" -> "pasal.5.ayat.0.isi"."""
    return re.sub(r"\[(\d+)\]", lambda cocok: f".{int(cocok[1]) - 1}", kunci)


def _examine(isi: bytes, slug: str, data: Data) -> tuple[str, list[TemuanRuas], Termuat | None]:
    """The file's text with these data, what keeps it from being saved, and the agreement as far as it reads."""
    terlarang = list(_hidden(data))
    if terlarang:
        return "", terlarang, None
    try:
        teks = rewrite(isi.decode("utf-8-sig"), data)
        termuat, temuan = examine(teks.encode(), slug)
    except (YamlDitolak, NaskahBermasalah) as sebab:
        return "", [TemuanRuas("", "wajib", t.pesan, t.saran) for t in sebab.daftar_temuan], None
    daftar = [TemuanRuas(_shown(data, _field(t.kunci)), "wajib", t.pesan, t.saran, t.kode) for t in sorted(temuan)]
    if get_at(data, ("penandatanganan", "tanggal")):
        daftar.append(TemuanRuas(RUAS_TANGGAL, "wajib", "penandatanganan dicatat tersendiri", _SARAN_TANGGAL))
    return teks, daftar, termuat


def field_of(data: Data, kunci: str) -> str:
    """The field that shows a finding of this key."""
    return _shown(data, _field(kunci))


def _shown(data: Data, ruas: str) -> str:
    """The field that shows a finding: of a part written short, the one of its words."""
    nilai = get_at(data, _path(ruas))
    return f"{ruas}.isi" if isinstance(nilai, str) and isinstance(_path(ruas)[-1], int) else ruas


def _hidden(data: Data) -> Iterator[TemuanRuas]:
    """Texts with a character that nobody sees."""
    for jalur, karakter in hidden_characters(data):
        ruas = dotted((*jalur, "isi") if isinstance(jalur[-1], int) else jalur)
        pesan = f"karakter kendali atau tak terlihat {karakter}"
        yield TemuanRuas(ruas, "wajib", pesan, "hapus karakter itu (biasanya terbawa saat menyalin)", "karakter-kendali")


def _read(ruang: RuangKerja, slug: str) -> tuple[bytes, Data]:
    """Bytes and data of an agreement's file that is a draft still."""
    isi = read_limited(ruang.berkas(slug))
    data = parse_yaml(isi, str(ruang.berkas(slug))).data
    data = data if isinstance(data, dict) else {}
    if get_at(data, ("penandatanganan", "tanggal")):
        raise SudahDitandatangani(slug)
    return isi, data


def _place(ruang: RuangKerja, slug: str, siapa: str) -> Path:
    return desk_folder(ruang) / "sunting" / f"{slug}.{siapa}.json"


def _keep(ruang: RuangKerja, slug: str, siapa: str, suntingan: Suntingan) -> None:
    write_private(_place(ruang, slug, siapa), json.dumps(asdict(suntingan), ensure_ascii=False).encode())
