"""`nota kahar`: a force majeure, recorded with the minutes that it needs in time."""

from datetime import date
from typing import Any

import click

from notakesepakatan.cli.baru import ask, is_interactive
from notakesepakatan.cli.catat import record_and_write
from notakesepakatan.cli.days import TANGGAL

_SURAT_KETERANGAN = ("instansi", "nomor", "tanggal")
_TUGAS = ("uraian", "oleh", "paling_lambat")


def _split(value: str, key: tuple[str, ...]) -> dict[str, str]:
    """ "Instansi; Nomor; 2026-01-05" by these keys; what is empty is left out."""
    part = [one.strip() for one in value.split(";")]
    return {name: content for name, content in zip(key, part, strict=False) if content}


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
    "tugas_list",
    is_flag=True,
    help="Tampilkan tugas dan program yang dapat dipilih, lalu selesai.",
)
@click.option(
    "--format",
    "form",
    default="docx,pdf,txt",
    show_default=True,
    metavar="FORMAT",
    help="docx, pdf, txt, html.",
)
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str,
    file: str | None,
    tanggal: date | None,
    sampai: date | None,
    diketahui: date | None,
    tugas: tuple[str, ...],
    program: tuple[str, ...],
    kerugian: tuple[str, ...],
    surat_keterangan: str | None,
    pemulihan: tuple[str, ...],
    saksi: tuple[str, ...],
    tugas_list: bool,
    form: str,
    **text: str | None,
) -> None:
    """Catat keadaan kahar dan susun berita acaranya, dengan hari terakhir dan alasannya.

    Yang tidak disebut ditanyakan bila dijalankan di terminal. Setelah berita acara
    ditandatangani, catat dengan
    "nota catat NAMA berita_acara_kahar --kejadian TANGGAL".

    \b
    Contoh:
      nota kahar bp2mi-pekalongan-2022 --daftar-tugas
      nota kahar bp2mi-pekalongan-2022 --tanggal 2026-12-22 --macam banjir --tempat Kajen --uraian "Balai terendam."
        --tugas "Pasal 4 ayat (2) huruf b" --program 2 --hubungan "Pelatihan terhenti."
    """  # noqa: E501
    from pathlib import Path

    from notakesepakatan.bureau.peristiwa import read_event
    from notakesepakatan.model.peristiwa import kahar_unsaid

    if tugas_list:
        _list(folder, slug)
        return
    content: dict[str, Any] = {"jenis": "keadaan_kahar"}
    content, source = (
        read_event(Path(file), "keadaan_kahar") if file else (content, None)
    )
    content |= {key: value for key, value in text.items() if value}
    days = {"sampai": sampai, "diketahui": diketahui}
    content |= {key: str(day) for key, day in days.items() if day}
    named = {"tugas": tugas, "program": program}
    content |= {key: list(items) for key, items in named.items() if items}
    content |= _facts_of_options(kerugian, surat_keterangan, pemulihan, saksi)
    if is_interactive() and not file:
        _ask(folder, slug, content)
    if missing := kahar_unsaid(content):
        raise click.UsageError(
            f"belum disebut: {', '.join(missing)}; sebut dengan --{missing[0]}, "
            "atau semuanya dengan --isi BERKAS"
        )
    record_and_write(folder, slug, content, tanggal, form, source)
    _deadline(folder, slug, content["tanggal"])


def _facts_of_options(
    kerugian: tuple[str, ...],
    surat_keterangan: str | None,
    pemulihan: tuple[str, ...],
    saksi: tuple[str, ...],
) -> dict[str, Any]:
    """Options of several parts as the data of the event; what is not given is left out."""
    facts: dict[str, Any] = {}
    if kerugian:
        facts["kerugian"] = _harm_by_pihak(kerugian)
    if surat_keterangan:
        facts["surat_keterangan"] = _split(surat_keterangan, _SURAT_KETERANGAN)
    if pemulihan:
        facts["pemulihan"] = [_split(one, _TUGAS) for one in pemulihan]
    if saksi:
        facts["saksi"] = [_split(one, ("nama", "jabatan")) for one in saksi]
    return facts


def _harm_by_pihak(options: tuple[str, ...]) -> dict[str, str]:
    """ "PIHAK; KERUGIAN" by party; what is said of one party several times is joined."""
    harms: dict[str, list[str]] = {}
    for option in options:
        pihak, _, harm = (part.strip() for part in option.partition(";"))
        harms.setdefault(pihak, []).append(harm)
    return {pihak: "; ".join(filter(None, said)) for pihak, said in harms.items()}


def _list(workspace: str, slug: str) -> list[str]:
    from pathlib import Path

    from notakesepakatan.cli.days import today
    from notakesepakatan.compute.peristiwa.duties import duties, plan_rows
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    opened = Opened(Workspace(Path(workspace)))
    loaded = opened.riwayat(slug).on(today())
    items = duties(loaded.kesepakatan, loaded.reading, loaded.numbers)
    for one in items:
        click.echo(f"{one.alamat}: {one.teks}")
    for address, line in plan_rows(loaded.reading).items():
        click.echo(f"baris {address}: {line.program.nama}, {line.tahapan.isi}")
    return [one.alamat for one in items]


def _ask(workspace: str, slug: str, content: dict[str, Any]) -> None:
    """Ask what the options left open."""
    for key, tanya in (
        ("macam", "Macam kejadian, mis. banjir"),
        ("tempat", "Tempat kejadian"),
        ("uraian", "Uraian kejadian"),
        ("hubungan", "Mengapa tugas tidak dapat dilaksanakan (hubungan sebab akibat)"),
    ):
        content[key] = content.get(key) or ask(tanya, None)
    if not content.get("tugas") and not content.get("program"):
        _list(workspace, slug)
        for key, tanya in (
            ("tugas", "Tugas yang terdampak, dipisah titik koma"),
            ("program", "Baris Rencana Kerja, dipisah titik koma"),
        ):
            content[key] = [
                one.strip()
                for one in ask(f"{tanya} (Enter bila tidak ada)", "").split(";")
                if one.strip()
            ]
    if "surat_keterangan" not in content and (
        answer := ask(
            "Surat keterangan: instansi; nomor; tanggal (Enter bila belum ada)", ""
        )
    ):
        content["surat_keterangan"] = _split(answer, _SURAT_KETERANGAN)


def _deadline(workspace: str, slug: str, tanggal: str) -> None:
    """The last day for the minutes, with its reasons, and whether it has passed."""
    from pathlib import Path

    from notakesepakatan.bureau.register import kahar_deadline
    from notakesepakatan.cli.days import today
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    day = today()
    tenggat = kahar_deadline(
        Opened(Workspace(Path(workspace))), slug, date.fromisoformat(tanggal)
    )
    if tenggat is None:
        click.echo("Kesepakatan ini tidak menentukan batas waktu berita acara.")
        return
    state = (
        "sudah lewat"
        if day > tenggat.tanggal
        else f"{(tenggat.tanggal - day).days} hari lagi"
    )
    click.echo(f"Berita acara paling lambat {tenggat.tanggal} ({state}):")
    for reason in tenggat.alasan:
        click.echo(f"  {reason}")
