"""Letters due: looked at before they are written, written one by one or all whose time has come, fetched after."""

from datetime import date
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.surat import (
    Kantor,
    draft_notice,
    due_notices,
    letter_folder,
    parse_span,
    publish,
    publish_notice,
)
from notakesepakatan.compose.surat import ALASAN_PENGAKHIRAN, Pemberitahuan
from notakesepakatan.compute.time.register import Ringkasan
from notakesepakatan.errors import SuratBermasalah
from notakesepakatan.load.register import load_ringkasan
from notakesepakatan.load.yaml import hidden_character
from notakesepakatan.web.context import hari_ini, ruang, short_paths
from notakesepakatan.web.downloads import TIPE, document_page, file_answer
from notakesepakatan.web.forms import Isian, plain_lines
from notakesepakatan.web.guard.requests import catat_jejak, perlu
from notakesepakatan.workspace.private import SudahBerubah, agreement_hash, check_unchanged, file_hash, locked

blueprint = Blueprint("surat", __name__, url_prefix="/surat")
LABEL = {
    "perihal": "Perihal", "dari": "Pengirim", "tanggal": "Tanggal surat", "nomor": "Nomor surat", "selama": "Lama perpanjangan",
    "alasan": "Alasan pengakhiran", "berlaku": "Tanggal pengakhiran berlaku", "kewajiban": "Kewajiban yang belum selesai",
    "uraian": "Kalimat tambahan", "balas": "Tanggapan paling lambat", "tempat": "Tempat surat", "pejabat": "Penanda tangan",
    "jabatan": "Jabatan penanda tangan",
}  # fmt: skip
PALING_PANJANG = 4000
"""Characters of an address that carries a letter; servers refuse longer ones."""


@blueprint.get("")
def halaman() -> ResponseReturnValue:
    """Every notice that is owed, by what is to be done with it."""
    daftar, masalah = due_notices(Kantor.of(ruang()), hari_ini())
    kini = [satu for satu in daftar if satu.waktunya <= hari_ini() and not satu.disusun]
    tunggu = [satu for satu in daftar if satu.disusun]
    nanti = [satu for satu in daftar if satu.waktunya > hari_ini() and not satu.disusun]
    return render_template("surat.html", kini=kini, tunggu=tunggu, nanti=nanti[:100], sisa=len(nanti[100:]), masalah=masalah)


@blueprint.post("/terbitkan")
@perlu("penyusun")
def terbitkan() -> ResponseReturnValue:
    """Write every one whose time has come."""
    with locked(ruang()):
        hasil = list(publish(ruang(), hari_ini()))
        for satu in hasil:
            for berkas in satu.berkas:
                catat_jejak("menyusun surat pemberitahuan", satu.slug, berkas, "", file_hash(berkas))
    for satu in hasil:
        if satu.gagal:
            flash(f"{satu.slug}: {short_paths(satu.keterangan)}")
    flash(f"{sum(bool(satu.berkas) for satu in hasil)} surat disusun.")
    return redirect(url_for(".halaman"))


@blueprint.get("/<slug>")
@perlu("penyusun")
def satu(slug: str) -> ResponseReturnValue:
    """The letter of one agreement, with what it usually says, or what the address says of it."""
    r = load_ringkasan(ruang(), slug).on(hari_ini())
    return _form(r, _asked(r))


@blueprint.post("/<slug>")
@perlu("penyusun")
def susun(slug: str) -> ResponseReturnValue:
    """Write it with its receipt, and record that it was."""
    isian, r = Isian.posted(), load_ringkasan(ruang(), slug).on(hari_ini())
    surat, balas = _read(isian, r)
    kantor = Kantor.of(ruang())
    if surat is None or not _possible(kantor, isian, r, surat):
        return _form(r, isian), 422
    try:
        with locked(ruang()):
            check_unchanged(ruang(), slug, isian.nilai.get("jejak", ""))
            hasil = publish_notice(kantor, r, surat, balas)
            for berkas in hasil.berkas:
                catat_jejak("menyusun surat pemberitahuan", slug, berkas, "", file_hash(berkas))
    except SudahBerubah:
        isian.add(
            "", "Kesepakatan ini diubah orang lain sejak halaman ini dibuka. Surat belum disusun; periksa lagi, lalu susun."
        )
        return _form(r, isian.renewed()), 409
    flash(" ".join(filter(None, ("Surat dan tanda terimanya disusun.", hasil.peringatan))))
    ditulis: dict[str, Any] = {nama: isi for nama, isi in isian.nilai.items() if nama in LABEL and isi}
    tujuan = url_for(".satu", slug=slug, **ditulis)
    return redirect(tujuan if len(tujuan) < PALING_PANJANG else url_for(".satu", slug=slug))


@blueprint.route("/<slug>/pratinjau", methods=["GET", "POST"])
@perlu("penyusun")
def pratinjau(slug: str) -> ResponseReturnValue:
    """The letter or its receipt as it would be; nothing is written."""
    r = load_ringkasan(ruang(), slug).on(hari_ini())
    isian = Isian.posted() if request.method == "POST" else _asked(r)
    surat, balas = _read(isian, r)
    if surat is None or not _possible(Kantor.of(ruang()), isian, r, surat):
        return render_template("bingkai.html", isian=isian, label=LABEL), 422
    return document_page(draft_notice(Kantor.of(ruang()), slug, surat, balas).dokumen["terima" in request.form])


@blueprint.get("/<slug>/berkas/<nama>")
def berkas(slug: str, nama: str) -> ResponseReturnValue:
    """A letter that was written."""
    if nama not in _written(slug):
        abort(404)
    return file_answer((letter_folder(ruang(), slug) / nama).read_bytes(), nama)


def _written(slug: str) -> list[str]:
    """Names of the letters of an agreement, the youngest first."""
    ruang().berkas(slug)
    folder = letter_folder(ruang(), slug)
    ada = folder.iterdir() if folder.is_dir() else ()
    return sorted((b.name for b in ada if b.is_file() and b.suffix[1:] in TIPE and b.name[0] != "."), reverse=True)


def _usual(r: Ringkasan) -> Isian:
    """What the letter of an agreement usually says, of today."""
    try:
        dari = r.kunci_pihak[Kantor.of(ruang()).sender(r.slug, r.pihak)]
    except SuratBermasalah:  # the office is no party of this one; the officer chooses
        dari = ""
    return Isian({"tanggal": hari_ini().isoformat(), "perihal": "perpanjangan", "dari": dari, "selama": str(r.jangka_waktu)})


def _asked(r: Ringkasan) -> Isian:
    """What the address says of a letter, as it does of one just written; else what it usually says."""
    return Isian(isi) if (isi := _said()) else _usual(r)


def _said() -> dict[str, str]:
    """What the address says of a letter."""
    isi = {nama: plain_lines(teks).strip() for nama, teks in request.args.items() if nama in LABEL}
    return {} if any(map(hidden_character, isi.values())) else isi


def _read(isian: Isian, r: Ringkasan) -> tuple[Pemberitahuan | None, date | None]:
    """What was typed, and the day a reply is asked for; whatever is wrong with it is put beside its field."""
    perihal = isian.choice("perihal", ("perpanjangan", "pengakhiran"), wajib=True)
    dari = isian.choice("dari", r.kunci_pihak, wajib=True)
    tanggal = isian.day("tanggal", wajib=True)
    alasan = isian.choice("alasan", ALASAN_PENGAKHIRAN, wajib=perihal == "pengakhiran")
    berlaku, balas = isian.day("berlaku"), isian.day("balas")
    if tanggal and balas and balas < tanggal:
        isian.add("balas", "Mendahului tanggal surat.")
    selama = None
    if perihal == "perpanjangan" and (teks := isian.text("selama")):
        try:
            selama = parse_span(teks)
        except SuratBermasalah:
            isian.add("selama", "Tulis bilangan dan satuan: 5 tahun, 18 bulan.")
    kewajiban = tuple(baris for b in isian.text("kewajiban", banyak_baris=True).split("\n") if (baris := b.strip()))
    nomor, uraian = isian.text("nomor", paling=200) or None, isian.text("uraian")
    oleh = [isian.text(nama, paling=500) for nama in ("tempat", "pejabat", "jabatan")]
    if not isian.sah or tanggal is None:
        return None, None
    akhiran = perihal == "pengakhiran"
    surat = Pemberitahuan(
        "pengakhiran" if akhiran else "perpanjangan", r.kunci_pihak.index(dari), tanggal, tanggal, nomor, selama,
        ALASAN_PENGAKHIRAN[alasan] if akhiran else "", berlaku if akhiran else None, kewajiban if akhiran else (), uraian,
        *oleh,
    )  # fmt: skip
    return surat, balas


def _possible(kantor: Kantor, isian: Isian, r: Ringkasan, surat: Pemberitahuan) -> bool:
    """Whether the agreement allows such a letter on its day; if not, why stands above the form."""
    try:
        draft_notice(kantor, r.slug, surat)
    except SuratBermasalah as sebab:
        isian.add("", f"{str(sebab).removeprefix(f'{r.slug}: ')}.")
    return isian.sah


def _form(r: Ringkasan, isian: Isian) -> str:
    pihak = list(zip(r.kunci_pihak, r.pihak, strict=True))
    return render_template(
        "surat_satu.html", r=r, isian=isian, label=LABEL, pihak=pihak, jejak=isian.base(agreement_hash(ruang(), r.slug)),
        alasan=[(nama, kata[:1].upper() + kata[1:]) for nama, kata in ALASAN_PENGAKHIRAN.items()], tertulis=_written(r.slug),
        lihat=_said(),
    )  # fmt: skip
