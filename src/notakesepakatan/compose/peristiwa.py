"""Papers of events: which there are (`templates/dokumen.yaml`), and everything their templates may name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, RootModel

from notakesepakatan.compose.composer import Penyusun, Sifat
from notakesepakatan.compose.frame import cite_agreement, signing_frame
from notakesepakatan.compose.kesepakatan import daftar_rangkap, signature_rows
from notakesepakatan.compose.surat import ALASAN_PENGAKHIRAN
from notakesepakatan.compose.templates import Templat
from notakesepakatan.compute.peristiwa.content import plan_rows, quote
from notakesepakatan.compute.peristiwa.realisasi import Capaian, achievements
from notakesepakatan.compute.text.isian import date_words, lama
from notakesepakatan.compute.text.letak import words_of
from notakesepakatan.compute.text.numbering import number
from notakesepakatan.compute.text.rencana_kerja import BarisRencana
from notakesepakatan.compute.text.tree import to_pohon
from notakesepakatan.compute.time.calendar import Kalender
from notakesepakatan.compute.time.register import PERAN, clause_of, clause_words
from notakesepakatan.compute.time.tenggat import Tenggat, tenggat_hari_kerja
from notakesepakatan.data import Bagian
from notakesepakatan.load.datum import parse
from notakesepakatan.load.kesepakatan import Termuat
from notakesepakatan.model.dasar import Teks
from notakesepakatan.model.kesepakatan import Kesepakatan, Penandatanganan
from notakesepakatan.model.lampiran import BERSAMA
from notakesepakatan.model.peristiwa import JenisPeristiwa, Peristiwa
from notakesepakatan.naskah import Naskah
from notakesepakatan.words.lists import gabung
from notakesepakatan.words.numbers import angka_terbilang, dari_romawi


class JenisDokumen(Bagian):
    """One entry of `dokumen.yaml`: from which events this document is made, and by which template."""

    peristiwa: JenisPeristiwa
    judul: Teks
    templat: Annotated[str, Field(pattern=r"^[a-z0-9_-]+(/[a-z0-9_-]+)*\.html\.j2$", max_length=120)]
    huruf: Literal["naskah", "surat"] = "surat"


NamaDokumen = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class _DaftarDokumen(RootModel[dict[NamaDokumen, JenisDokumen]]):
    """dokumen.yaml as a whole."""


def load_documents(templat: Templat) -> dict[str, JenisDokumen]:
    """Kinds of documents by name: those of the package, then those of the workspace, which add or replace.

    Raises:
        NaskahBermasalah: a file is wrong.
    """
    hasil: dict[str, JenisDokumen] = {}
    for berkas, isi in templat.read_all("dokumen.yaml"):
        hasil |= parse(_DaftarDokumen, isi, str(berkas))[0].root
    return hasil


@dataclass(frozen=True)
class Perkara:
    """An event among the others of its agreement, as its papers need it.

    Attributes:
        p: the event.
        termuat: the agreement in force on its day.
        semua: all events of the agreement, in order of their days.
        kalender: days off.
    """

    p: Peristiwa
    termuat: Termuat
    semua: Sequence[Peristiwa]
    kalender: Kalender


def compose_dokumen(penyusun: Penyusun, dokumen: JenisDokumen, perkara: Perkara) -> Naskah:
    """One paper of one event.

    Raises:
        TemplatBermasalah, NaskahBermasalah: the template or the styles are wrong.
    """
    p, k = perkara.p, perkara.termuat.terbaca
    balasan = _answer(perkara)
    tanggal = _paper_day(p, balasan)
    resmi = balasan or p
    tempat = balasan.tempat if balasan else p.tempat if p.jenis != "keadaan_kahar" else None
    kertas = Penandatanganan(tempat=tempat, tanggal=tanggal)
    hari_ini = signing_frame(perkara.termuat.kesepakatan, kertas, resmi.para_pihak, perkara.termuat.penanda_tangan)
    capaian = _achieved(perkara)
    bagan = _chart(capaian)
    rangkap = daftar_rangkap(k)
    isi: dict[str, object] = {
        "p": p, "k": k, "jenis": k.jenis, "subjek": k.judul, "judul_dokumen": dokumen.judul, "hari_ini": hari_ini,
        "para_pihak": hari_ini.para_pihak, "kunci_pihak": k.kunci_pihak, "tanggal_naskah": tanggal, "tempat_naskah": tempat,
        "waktu": date_words(tanggal),
        "sebut_kesepakatan": cite_agreement(k, tanggal or p.tanggal, () if p.rangkap else perkara.termuat.diubah),
        "bunyi": _clause_texts(perkara), "dengan_cuti": _by_days_off(perkara, balasan),
        "sebutan": _names(k), "dasar": dict.fromkeys(PERAN, "") | clause_words(number(perkara.termuat.kesepakatan)[1]),
        "rangkap_ini": next((r for r in rangkap if r.nomor == p.rangkap), None),
        "jumlah_rangkap": angka_terbilang(len(rangkap)),
        "deret_tanda_tangan": signature_rows(len(k.para_pihak), penyusun.pengaturan),
        "tugas_terdampak": _duties(perkara), "program_terdampak": list(_rows(p, k)),
        "tenggat": _deadline(perkara),
        "batas_waktu": lama(k.tenggat.berita_acara_kahar), "tepat_waktu": _in_time(perkara, balasan),
        "alasan_berakhir": ALASAN_PENGAKHIRAN.get(p.sebab or ""), "daftar_capaian": capaian, "bagan": bool(bagan),
    }  # fmt: skip
    sifat = Sifat(f"{dokumen.judul} {k.jenis} tentang {k.judul}", gabung([satu.nama for satu in k.para_pihak]), tanggal)
    huruf = penyusun.pengaturan.huruf_surat if dokumen.huruf == "surat" else None
    return penyusun.fill(dokumen.templat, isi, sifat, huruf=huruf, gambar={"bagan": bagan} if bagan else None)


def _clause_texts(perkara: Perkara) -> dict[str, str]:
    """Words of the clauses by their role, as they read."""
    _, peta, _ = number(perkara.termuat.kesepakatan)
    jalur_dari = {alamat: jalur for jalur, alamat in peta.alamat.items()}
    pohon, terbaca = to_pohon(perkara.termuat.kesepakatan), perkara.termuat.terbaca
    hasil = dict.fromkeys(PERAN, "")
    for peran in PERAN:
        if (alamat := clause_of(peta, peran)) and alamat in jalur_dari:
            hasil[peran] = quote(pohon, terbaca, words_of(pohon, jalur_dari[alamat])).teks
    return hasil


def _by_days_off(perkara: Perkara, balasan: Peristiwa | None) -> bool:
    """Whether the minutes are in time only because cuti bersama counts as days off."""
    tenggat, k, p = _deadline(perkara), perkara.termuat.kesepakatan, perkara.p
    if tenggat is None or balasan is None or k.tenggat.berita_acara_kahar is None:
        return False
    hitung = perkara.kalender.count(p.tanggal, k.tenggat.berita_acara_kahar.jumlah)
    return hitung.hasil_cuti_bersama_kerja < balasan.tanggal <= tenggat.tanggal


def _names(k: Kesepakatan) -> dict[str, str]:
    sebutan = {kunci: p.sebutan or "" for kunci, p in zip(k.kunci_pihak, k.para_pihak, strict=True)}
    return sebutan | {BERSAMA: "PARA PIHAK"}


def _answer(perkara: Perkara) -> Peristiwa | None:
    """The signed minutes of a force majeure, where they are recorded."""
    p = perkara.p
    if p.jenis != "keadaan_kahar":
        return None
    return next((q for q in perkara.semua if q.jenis == "berita_acara_kahar" and q.kejadian == p.tanggal), None)


def _paper_day(p: Peristiwa, balasan: Peristiwa | None) -> date | None:
    if p.jenis == "keadaan_kahar":
        return balasan.tanggal if balasan else None
    return p.tanggal


def _deadline(perkara: Perkara) -> Tenggat | None:
    k, p = perkara.termuat.kesepakatan, perkara.p
    if p.jenis != "keadaan_kahar" or not k.tenggat.berita_acara_kahar:
        return None
    dasar = clause_words(number(k)[1]).get("kahar", "")
    return tenggat_hari_kerja(p.tanggal, k.tenggat.berita_acara_kahar, "berita-acara-kahar", dasar, perkara.kalender)


def _in_time(perkara: Perkara, balasan: Peristiwa | None) -> bool | None:
    tenggat = _deadline(perkara)
    return balasan.tanggal <= tenggat.tanggal if balasan and tenggat else None


def _duties(perkara: Perkara) -> list[object]:
    pohon = to_pohon(perkara.termuat.kesepakatan) if perkara.p.tugas else {}
    return [quote(pohon, perkara.termuat.terbaca, letak) for letak in perkara.p.tugas]


def _rows(p: Peristiwa, k: Kesepakatan) -> Iterator[BarisRencana]:
    """Rows named, or all below a programme or heading that is named."""
    for alamat, baris in plan_rows(k).items() if p.program else ():
        if any(alamat == satu or alamat.startswith(f"{satu}.") for satu in p.program):
            yield baris


def _achieved(perkara: Perkara) -> tuple[Capaian, ...]:
    p, k = perkara.p, perkara.termuat.terbaca
    if p.jenis != "realisasi":
        return ()
    mulai = k.penandatanganan.tanggal
    if p.tahun is None or mulai is None:
        return ()
    daftar = [q for q in perkara.semua if q.tanggal <= p.tanggal]
    return achievements(k, daftar, dari_romawi(p.tahun), mulai, p.tanggal)


def _chart(capaian: Sequence[Capaian]) -> bytes:
    bilah = [(f"{c.alamat} / {c.tahun}", c.isi.persen) for c in capaian if c.isi and c.isi.persen is not None]
    if not bilah:
        return b""
    from notakesepakatan.compose.chart import bar_chart

    return bar_chart([(label, persen) for label, persen in bilah if persen is not None])


KOLOM_LAPORAN = {
    "baris": 8,
    "program": 40, "tahapan": 40, "tahun": 8, "rencana": 30, "realisasi": 30, "target": 10, "capaian": 10, "satuan": 12,
    "persen": 8, "output": 30, "outcome": 30, "kendala": 30, "tindak_lanjut": 30,
}  # fmt: skip
"""Columns of the report as a sheet, with their widths in characters."""


def report_rows(perkara: Perkara) -> list[dict[str, object]]:
    """The report as rows of plain data; none for other events."""
    hasil = list[dict[str, object]]()
    for c in _achieved(perkara):
        if c.direncanakan or c.isi:
            satu: dict[str, object] = {
                "baris": c.alamat,
                "program": c.rencana_kerja.program.nama, "tahapan": c.rencana_kerja.tahapan.isi, "tahun": c.tahun,
            }  # fmt: skip
            for nama in (
                "rencana",
                "realisasi",
                "target",
                "capaian",
                "satuan",
                "persen",
                "output",
                "outcome",
                "kendala",
                "tindak_lanjut",
            ):
                satu[nama] = getattr(c.isi, nama) if c.isi else None
            hasil.append(satu)
    return hasil
