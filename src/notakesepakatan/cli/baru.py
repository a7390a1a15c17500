"""`nota baru`: a new draft from a handful of answers."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from notakesepakatan.workspace.folders import RuangKerja

_URUT_PIHAK = ("nama", "jabatan", "kedudukan", "pejabat")


def _pihak(ctx: click.Context, param: click.Parameter, nilai: tuple[str, ...]) -> list[dict[str, str]]:
    hasil = []
    for satu in nilai:
        isi = [potong.strip() for potong in satu.split(";")]
        if not 2 <= len(isi) <= len(_URUT_PIHAK):
            raise click.BadParameter(f'"{satu}": tulis NAMA; JABATAN; KEDUDUKAN; PEJABAT (dua yang terakhir boleh kosong)')
        hasil.append({kunci: potong for kunci, potong in zip(_URUT_PIHAK, isi, strict=False) if potong})
    return hasil


@click.command("baru", options_metavar="[PILIHAN]")
@click.argument("slug", required=False, metavar="[NAMA]")
@click.option("--judul", metavar="TEKS", help="Setelah kata tentang, mis. Pelayanan Kesehatan Terpadu.")
@click.option("--jenis", metavar="TEKS", help="Bawaan: Nota Kesepakatan.")
@click.option(
    "--pihak",
    "para_pihak",
    multiple=True,
    callback=_pihak,
    metavar="PIHAK",
    help='"NAMA; JABATAN; KEDUDUKAN; PEJABAT". Diulang untuk setiap pihak.',
)
@click.option("--tempat", metavar="TEKS", help="Tempat penandatanganan.")
@click.option("--jangka-waktu", metavar="LAMA", help="Mis. 5 tahun (bawaan).")
@click.option("--pemberitahuan", metavar="LAMA", help="Mis. 3 bulan (bawaan), sebelum berakhir.")
@click.option("--berita-acara-kahar", metavar="LAMA", help="Mis. 7 hari kerja (bawaan), sejak keadaan kahar.")
@click.option("--penyimpan-arsip", metavar="TEKS", help="Bawaan: Tim Koordinasi Kerja Sama Daerah.")
@click.option("--lingkup", multiple=True, metavar="TEKS", help="Butir ruang lingkup. Diulang untuk setiap butir.")
@click.option(
    "--jawaban",
    type=click.Path(exists=True, dir_okay=False),
    metavar="BERKAS",
    help="Jawaban dari berkas YAML.",
)
@click.pass_obj
def perintah(ruang: str, /, slug: str | None, jawaban: str | None, **opsi: Any) -> None:
    """Mulai kesepakatan baru: agreements/NAMA/kesepakatan.yaml dari klausul baku, siap disusun.

    Yang tidak disebut ditanyakan di terminal; bawaan tampil dalam kurung siku dan diterima dengan Enter.

    \b
    Contoh:
      nota baru
      nota baru kesehatan-2027 --judul "Pelayanan Kesehatan" \\
        --pihak "Kementerian Contoh; Menteri Contoh; Jakarta" \\
        --pihak "Pemerintah Kabupaten Contoh; Bupati Contoh; Contoh"
      nota baru kesehatan-2027 --jawaban jawaban.yaml
    """
    from pathlib import Path

    from notakesepakatan.bureau.new import make_draft, path_for, read_answers
    from notakesepakatan.workspace.folders import RuangKerja

    ruang_kerja = RuangKerja(Path(ruang))
    isi = {kunci: nilai for kunci, nilai in opsi.items() if nilai}
    if slug:
        path_for(ruang_kerja, slug)
    if not jawaban and is_interactive():
        slug, isi = _ask(ruang_kerja, slug, isi)
    if not slug:
        raise click.UsageError('nama kesepakatan belum disebut, mis. "nota baru kesehatan-2027"')
    berkas = make_draft(ruang_kerja, slug, read_answers(Path(jawaban) if jawaban else None, isi))
    di_sini = "" if ruang == "." else f'-C "{ruang}" '
    click.echo(f"{berkas} siap diubah. Susun dengan: nota {di_sini}susun {slug}")


def is_interactive() -> bool:
    """Whether somebody sits at the terminal to be asked."""
    return bool(sys.stdin) and sys.stdin.isatty()


def _ask(ruang: "RuangKerja", slug: str | None, isi: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Ask what the options left open; an answer that cannot be is asked again at once."""
    from notakesepakatan.bureau.new import path_for
    from notakesepakatan.words.numbers import urutan

    def new_slug(jawab: str) -> str:
        path_for(ruang, jawab)
        return jawab

    slug = slug or ask("Nama folder (huruf kecil dan tanda hubung, mis. kesehatan-2027)", None, new_slug)
    isi["jenis"] = isi.get("jenis") or ask("Jenis naskah", "Nota Kesepakatan")
    isi["judul"] = isi.get("judul") or ask("Judul, setelah kata tentang", None)
    pihak = list(isi.get("para_pihak", ()))
    while len(pihak) < 2 or ask("Ada pihak lagi? ya atau tidak", "tidak", _yes_no) == "ya":
        sebut = f"PIHAK {urutan(len(pihak) + 1).upper()}"
        pihak.append(
            {
                "nama": ask(f"{sebut}, nama badan", None),
                "jabatan": ask(f"{sebut}, jabatan penanda tangan", None),
                "pejabat": ask(f"{sebut}, nama penanda tangan (Enter bila belum tahu)", ""),
                "kedudukan": ask(f"{sebut}, alamat kedudukan (Enter bila belum tahu)", ""),
            }
        )
    isi["para_pihak"] = [{kunci: nilai for kunci, nilai in satu.items() if nilai} for satu in pihak]
    for kunci, tanya, bawaan, periksa in (
        ("jangka_waktu", "Jangka waktu", "5 tahun", _span),
        ("pemberitahuan", "Batas waktu pemberitahuan sebelum jangka waktu berakhir", "3 bulan", _span),
        ("berita_acara_kahar", "Batas waktu berita acara sejak keadaan kahar", "7 hari kerja", _span),
        ("tempat", "Tempat penandatanganan (Enter bila belum tahu)", "", str),
        ("penyimpan_arsip", "Penyimpan rangkap arsip", "Tim Koordinasi Kerja Sama Daerah", str),
    ):
        isi[kunci] = isi.get(kunci) or ask(tanya, bawaan, periksa)
    lingkup = list(isi.get("lingkup", ()))
    while butir := ask(f"Ruang lingkup butir {len(lingkup) + 1}, tanpa tanda baca akhir (Enter bila selesai)", ""):
        lingkup.append(butir)
    return slug, {kunci: nilai for kunci, nilai in {**isi, "lingkup": lingkup}.items() if nilai}


def ask(tanya: str, bawaan: str | None, periksa: Callable[[str], str] = str) -> str:
    """One answer, white space at its ends gone; asked again while `periksa` refuses it."""
    from notakesepakatan.errors import NotaError

    def convert(jawab: str) -> str:
        try:
            return periksa(jawab.strip())
        except NotaError as sebab:
            raise click.UsageError(str(sebab)) from None

    hasil: str = click.prompt(tanya, default=bawaan, show_default=bool(bawaan), value_proc=convert)
    return hasil


def _yes_no(jawab: str) -> str:
    kata = {"y": "ya", "ya": "ya", "t": "tidak", "n": "tidak", "tidak": "tidak"}.get(jawab.lower())
    if not kata:
        raise click.UsageError("jawab ya atau tidak")
    return kata


def _span(jawab: str) -> str:
    from pydantic_core import PydanticCustomError

    from notakesepakatan.model.dasar import check_lama

    try:
        return check_lama(jawab)
    except PydanticCustomError:
        raise click.UsageError("tulis bilangan dan satuan: 5 tahun, 3 bulan, 7 hari kerja") from None
