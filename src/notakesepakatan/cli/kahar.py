"""`nota kahar`: a force majeure, recorded with the minutes that it needs in time."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from notakesepakatan.cli.asking import (
    Question,
    ask,
    ask_list,
    ask_unsaid,
    is_interactive,
    split_by_keys,
)
from notakesepakatan.cli.catat import facts_of, record_and_write
from notakesepakatan.cli.days import TANGGAL, today
from notakesepakatan.cli.formats import FORMAT_OPTION

if TYPE_CHECKING:
    from notakesepakatan.load.opened import Opened

_TEXT_KEYS = ("macam", "tempat", "uraian", "hubungan")
_DAY_KEYS = ("sampai", "diketahui")
_LIST_KEYS = ("tugas", "program")
_SURAT_KETERANGAN = ("instansi", "nomor", "tanggal")
_RECOVERY = ("uraian", "oleh", "paling_lambat")
_SAKSI = ("nama", "jabatan")
_QUESTIONS = (
    Question("macam", "Macam kejadian, mis. banjir"),
    Question("tempat", "Tempat kejadian"),
    Question("uraian", "Uraian kejadian"),
    Question(
        "hubungan", "Mengapa tugas tidak dapat dilaksanakan (hubungan sebab akibat)"
    ),
)


@click.command("kahar", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option(
    "--isi",
    "file",
    type=click.Path(),
    metavar="BERKAS",
    help="Semua fakta dari berkas YAML.",
)
@click.option(
    "--tanggal",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Tanggal kejadian. Bawaan: hari ini.",
)
@click.option(
    "--sampai",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Tanggal terakhir, bila lebih dari sehari.",
)
@click.option(
    "--diketahui",
    type=TANGGAL,
    metavar="TANGGAL",
    help="Tanggal diketahui, bila kemudian.",
)
@click.option("--macam", metavar="TEKS", help="Macam kejadian, mis. banjir.")
@click.option("--tempat", metavar="TEKS", help="Tempat kejadian.")
@click.option("--uraian", metavar="TEKS", help="Uraian kejadian.")
@click.option(
    "--tugas",
    multiple=True,
    metavar="LETAK",
    help='Tugas yang terdampak, mis. "Pasal 4 ayat (1) huruf a". Boleh diulang.',
)
@click.option(
    "--program",
    multiple=True,
    metavar="BARIS",
    help="Baris Rencana Kerja yang terdampak, mis. 3.2.a. Boleh diulang.",
)
@click.option("--hubungan", metavar="TEKS", help="Hubungan sebab akibat langsung.")
@click.option(
    "--kerugian",
    multiple=True,
    metavar="PIHAK",
    help='"PIHAK; KERUGIAN", mis. "kedua; gedung rusak". Boleh diulang.',
)
@click.option("--surat-keterangan", metavar="SURAT", help='"INSTANSI; NOMOR; TANGGAL".')
@click.option(
    "--pemulihan",
    multiple=True,
    metavar="UPAYA",
    help='"UPAYA; PIHAK; TANGGAL". Boleh diulang.',
)
@click.option(
    "--saksi", multiple=True, metavar="SAKSI", help='"NAMA; JABATAN". Boleh diulang.'
)
@click.option(
    "--daftar-tugas",
    "is_list",
    is_flag=True,
    help="Tampilkan tugas dan program yang dapat dipilih, lalu selesai.",
)
@FORMAT_OPTION
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str,
    file: str | None,
    tanggal: date | None,
    is_list: bool,
    format_names: str,
    **options: Any,
) -> None:
    """Catat keadaan kahar dan susun berita acaranya, dengan hari terakhir dan alasannya.

    Yang tidak disebut ditanyakan bila dijalankan di terminal. Setelah berita acara
    ditandatangani, catat dengan "nota catat NAMA berita_acara_kahar --kejadian
    TANGGAL".

    \b
    Contoh:
      nota kahar bp2mi-pekalongan-2022 --daftar-tugas
      nota kahar bp2mi-pekalongan-2022 --tanggal 2026-12-22 --macam banjir --tempat Kajen \
--uraian "Balai terendam."
        --tugas "Pasal 4 ayat (2) huruf b" --program 2 --hubungan "Pelatihan terhenti."
    """
    from notakesepakatan.model.peristiwa import kahar_unsaid

    if is_list:
        _list_tugas(folder, slug)
        return
    content, source = facts_of("keadaan_kahar", file)
    content |= _said(options)
    if is_interactive() and not file:
        content |= _ask_unsaid(folder, slug, content)
    missing = kahar_unsaid(content)
    if missing:
        raise click.UsageError(
            f"belum disebut: {', '.join(missing)}; sebut dengan --{missing[0]}, "
            f"atau semuanya dengan --isi BERKAS"
        )
    record_and_write(folder, slug, content, tanggal, format_names, source)
    _say_tenggat(folder, slug, content["tanggal"])


def _said(options: dict[str, Any]) -> dict[str, Any]:
    """What the options say of the event, in the shape of its file."""
    said = {
        **{key: text for key, text in options.items() if key in _TEXT_KEYS},
        **{key: str(options[key]) for key in _DAY_KEYS if options[key]},
        **{key: list(options[key]) for key in _LIST_KEYS},
        "kerugian": _parse_losses(options["kerugian"]),
        "surat_keterangan": split_by_keys(
            options["surat_keterangan"] or "", _SURAT_KETERANGAN
        ),
        "pemulihan": [split_by_keys(text, _RECOVERY) for text in options["pemulihan"]],
        "saksi": [split_by_keys(text, _SAKSI) for text in options["saksi"]],
    }
    return {key: value for key, value in said.items() if value}


def _parse_losses(texts: Iterable[str]) -> dict[str, str]:
    """ "kedua; gedung rusak" by the party; what is said twice of one is joined."""
    harms = dict[str, list[str]]()
    for text in texts:
        pihak, _, harm = (part.strip() for part in text.partition(";"))
        harms.setdefault(pihak, []).append(harm)
    return {
        pihak: "; ".join(harm for harm in said if harm) for pihak, said in harms.items()
    }


def _list_tugas(folder: str, slug: str) -> None:
    """Show the duties and the rows of the work plan that an event may name."""
    from notakesepakatan.compute.peristiwa.tugas import plan_rows, tugas_list
    from notakesepakatan.compute.text.roles import without_tugas

    opened = _opened(folder)
    loaded = opened.riwayat(slug).on(today(opened))
    every = tugas_list(loaded.kesepakatan, loaded.reading, loaded.numbers)
    for tugas in every:
        click.echo(f"{tugas.alamat}: {tugas.teks}")
    if not every:
        click.echo(without_tugas(loaded.reading), err=True)
    for address, row in plan_rows(loaded.reading).items():
        click.echo(f"baris {address}: {row.program.nama}, {row.tahapan.isi}")


def _ask_unsaid(folder: str, slug: str, said: dict[str, Any]) -> dict[str, Any]:
    """What the options left open."""
    jawaban_typed = ask_unsaid(_QUESTIONS, said)
    if not said.get("tugas") and not said.get("program"):
        _list_tugas(folder, slug)
        jawaban_typed["tugas"] = ask_list(
            "Tugas yang terdampak, dipisah titik koma (Enter bila tidak ada)"
        )
        jawaban_typed["program"] = ask_list(
            "Baris Rencana Kerja, dipisah titik koma (Enter bila tidak ada)"
        )
    if "surat_keterangan" not in said:
        answer = ask(
            "Surat keterangan: instansi; nomor; tanggal (Enter bila belum ada)", ""
        )
        if answer:
            jawaban_typed["surat_keterangan"] = split_by_keys(answer, _SURAT_KETERANGAN)
    return jawaban_typed


def _say_tenggat(folder: str, slug: str, tanggal: str) -> None:
    """The last day for the minutes, with its reasons, and whether it has passed."""
    from notakesepakatan.bureau.register import kahar_tenggat
    from notakesepakatan.words.provisional import mark_meaning, marked

    opened = _opened(folder)
    happened = date.fromisoformat(tanggal)
    tenggat = kahar_tenggat(opened, slug, happened)
    if tenggat is None:
        click.echo("Kesepakatan ini tidak menentukan batas waktu berita acara.")
        return
    days_left = (tenggat.tanggal - today(opened)).days
    state = "sudah lewat" if days_left < 0 else f"{days_left} hari lagi"
    last_day = marked(str(tenggat.tanggal), tenggat.tanggal_provisional_years)
    click.echo(f"Berita acara paling lambat {last_day} ({state}):")
    for reason in tenggat.alasan:
        click.echo(f"  {reason}")
    if meaning := mark_meaning(tenggat.provisional_years):
        click.echo(meaning)


def _opened(folder: str) -> "Opened":
    from pathlib import Path

    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    return Opened(Workspace(Path(folder)))
