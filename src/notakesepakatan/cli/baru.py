"""`nota baru`: a new draft from a handful of answers."""

import sys
from typing import Any

import click

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

    from notakesepakatan.baru import make_draft, read_answers
    from notakesepakatan.load.ruang_kerja import RuangKerja, check_slug

    ruang_kerja = RuangKerja(Path(ruang))
    isi = {kunci: nilai for kunci, nilai in opsi.items() if nilai}
    if not jawaban and is_interactive():
        slug, isi = _ask(slug, isi)
    if not slug:
        raise click.UsageError('nama kesepakatan belum disebut, mis. "nota baru kesehatan-2027"')
    check_slug(slug)
    berkas = make_draft(ruang_kerja, slug, read_answers(Path(jawaban) if jawaban else None, isi))
    click.echo(f"{berkas} siap diubah. Susun dengan: nota susun {slug}")


def is_interactive() -> bool:
    """Whether somebody sits at the terminal to be asked."""
    return sys.stdin.isatty()


def _ask(slug: str | None, isi: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Ask what the options left open."""
    from notakesepakatan.bahasa.bilangan import urutan
    from notakesepakatan.errors import SlugTidakSah
    from notakesepakatan.load.ruang_kerja import check_slug

    while not slug:
        jawab = click.prompt("Nama folder (huruf kecil dan tanda hubung, mis. kesehatan-2027)")
        try:
            slug = check_slug(jawab)
        except SlugTidakSah as sebab:
            click.echo(str(sebab), err=True)
    for kunci, tanya, bawaan in (
        ("jenis", "Jenis naskah", "Nota Kesepakatan"),
        ("judul", "Judul, setelah kata tentang", None),
    ):
        isi.setdefault(kunci, None)
        isi[kunci] = isi[kunci] or click.prompt(tanya, default=bawaan)
    pihak = isi.setdefault("para_pihak", [])
    while len(pihak) < 2 or click.confirm("Ada pihak lagi?", default=False):
        sebut = f"PIHAK {urutan(len(pihak) + 1).upper()}"
        satu = {kunci: click.prompt(f"{sebut}, {tanya}", default=bawaan, show_default=False) for kunci, tanya, bawaan in (
            ("nama", "nama badan", None),
            ("jabatan", "jabatan penanda tangan", None),
            ("pejabat", "nama penanda tangan (Enter bila belum tahu)", ""),
            ("kedudukan", "alamat kedudukan (Enter bila belum tahu)", ""),
        )}  # fmt: skip
        pihak.append({kunci: nilai for kunci, nilai in satu.items() if nilai})
    for kunci, tanya, bawaan in (
        ("jangka_waktu", "Jangka waktu", "5 tahun"),
        ("pemberitahuan", "Pemberitahuan sebelum berakhir", "3 bulan"),
        ("tempat", "Tempat penandatanganan (Enter bila belum tahu)", ""),
    ):
        isi[kunci] = isi.get(kunci) or click.prompt(tanya, default=bawaan, show_default=bool(bawaan))
    lingkup = list(isi.get("lingkup", ()))
    while butir := click.prompt(f"Ruang lingkup butir {len(lingkup) + 1} (Enter bila selesai)", default="", show_default=False):
        lingkup.append(butir)
    return slug, {kunci: nilai for kunci, nilai in {**isi, "lingkup": lingkup}.items() if nilai}
