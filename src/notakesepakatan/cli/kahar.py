"""`nota kahar`: a force majeure, recorded with the minutes that it needs in time."""

from datetime import date
from typing import Any

import click

from notakesepakatan.cli.baru import ask, is_interactive
from notakesepakatan.cli.catat import record_and_write
from notakesepakatan.cli.days import TANGGAL


def _split(nilai: str, kunci: tuple[str, ...]) -> dict[str, str]:
    """ "Instansi; Nomor; 2026-01-05" by these keys; what is empty is left out."""
    bagian = [satu.strip() for satu in nilai.split(";")]
    return {nama: isi for nama, isi in zip(kunci, bagian, strict=False) if isi}


@click.command("kahar", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option("--isi", "berkas", type=click.Path(), metavar="BERKAS", help="Semua fakta dari berkas YAML.")
@click.option("--tanggal", type=TANGGAL, metavar="TANGGAL", help="Tanggal kejadian. Bawaan: hari ini.")
@click.option("--sampai", type=TANGGAL, metavar="TANGGAL", help="Tanggal terakhir, bila lebih dari sehari.")
@click.option("--diketahui", type=TANGGAL, metavar="TANGGAL", help="Tanggal diketahui, bila kemudian.")
@click.option("--macam", metavar="TEKS", help="Macam kejadian, mis. banjir.")
@click.option("--tempat", metavar="TEKS", help="Tempat kejadian.")
@click.option("--uraian", metavar="TEKS", help="Uraian kejadian.")
@click.option(
    "--tugas", multiple=True, metavar="LETAK", help='Tugas yang terdampak, mis. "Pasal 4 ayat (1) huruf a". Boleh diulang.'
)
@click.option(
    "--program", multiple=True, metavar="BARIS", help="Baris Rencana Kerja yang terdampak, mis. 3.2.a. Boleh diulang."
)
@click.option("--hubungan", metavar="TEKS", help="Hubungan sebab akibat langsung.")
@click.option(
    "--kerugian", multiple=True, metavar="PIHAK", help='"PIHAK; KERUGIAN", mis. "kedua; gedung rusak". Boleh diulang.'
)
@click.option("--surat-keterangan", metavar="SURAT", help='"INSTANSI; NOMOR; TANGGAL".')
@click.option("--pemulihan", multiple=True, metavar="UPAYA", help='"UPAYA; PIHAK; TANGGAL". Boleh diulang.')
@click.option("--saksi", multiple=True, metavar="SAKSI", help='"NAMA; JABATAN". Boleh diulang.')
@click.option("--daftar-tugas", is_flag=True, help="Tampilkan tugas dan program yang dapat dipilih, lalu selesai.")
@click.option("--format", "bentuk", default="docx,pdf,txt", show_default=True, metavar="FORMAT", help="docx, pdf, txt, html.")
@click.pass_obj
def perintah(
    ruang: str, /, slug: str, berkas: str | None, tanggal: date | None, sampai: date | None, diketahui: date | None,
    tugas: tuple[str, ...], program: tuple[str, ...], kerugian: tuple[str, ...], surat_keterangan: str | None,
    pemulihan: tuple[str, ...], saksi: tuple[str, ...], daftar_tugas: bool, bentuk: str, **teks: str | None,
) -> None:  # fmt: skip
    """Catat keadaan kahar dan susun berita acaranya, dengan hari terakhir dan alasannya.

    Yang tidak disebut ditanyakan bila dijalankan di terminal. Setelah berita acara ditandatangani, catat dengan
    "nota catat NAMA berita_acara_kahar --kejadian TANGGAL".

    \b
    Contoh:
      nota kahar bp2mi-pekalongan-2022 --daftar-tugas
      nota kahar bp2mi-pekalongan-2022 --tanggal 2026-12-22 --macam banjir --tempat Kajen --uraian "Balai terendam."
        --tugas "Pasal 4 ayat (2) huruf b" --program 2 --hubungan "Pelatihan terhenti."
    """
    from pathlib import Path

    from notakesepakatan.bureau.peristiwa import read_event
    from notakesepakatan.model.peristiwa import kahar_unsaid

    if daftar_tugas:
        _list(ruang, slug)
        return
    isi: dict[str, Any] = {"jenis": "keadaan_kahar"}
    isi, sumber = read_event(Path(berkas), "keadaan_kahar") if berkas else (isi, None)
    isi |= {kunci: nilai for kunci, nilai in teks.items() if nilai}
    isi |= {kunci: str(nilai) for kunci, nilai in (("sampai", sampai), ("diketahui", diketahui)) if nilai}
    isi |= {kunci: list(nilai) for kunci, nilai in (("tugas", tugas), ("program", program)) if nilai}
    if kerugian:
        isi["kerugian"] = {}
        for satu in kerugian:
            pihak, _, rugi = (bagian.strip() for bagian in satu.partition(";"))
            isi["kerugian"][pihak] = "; ".join(filter(None, (isi["kerugian"].get(pihak), rugi)))
    if surat_keterangan:
        isi["surat_keterangan"] = _split(surat_keterangan, ("instansi", "nomor", "tanggal"))
    if pemulihan:
        isi["pemulihan"] = [_split(satu, ("uraian", "oleh", "paling_lambat")) for satu in pemulihan]
    if saksi:
        isi["saksi"] = [_split(satu, ("nama", "jabatan")) for satu in saksi]
    if is_interactive() and not berkas:
        _ask(ruang, slug, isi)
    if kurang := kahar_unsaid(isi):
        raise click.UsageError(
            f"belum disebut: {', '.join(kurang)}; sebut dengan --{kurang[0]}, atau semuanya dengan --isi BERKAS"
        )
    record_and_write(ruang, slug, isi, tanggal, bentuk, sumber)
    _deadline(ruang, slug, isi["tanggal"])


def _list(ruang: str, slug: str) -> list[str]:
    from pathlib import Path

    from notakesepakatan.cli.days import today
    from notakesepakatan.compute.peristiwa.content import duties, plan_rows
    from notakesepakatan.load.adendum import load_berlaku
    from notakesepakatan.workspace.folders import RuangKerja

    termuat = load_berlaku(RuangKerja(Path(ruang)), slug, today())
    daftar = duties(termuat.kesepakatan, termuat.terbaca)
    for satu in daftar:
        click.echo(f"{satu.alamat}: {satu.teks}")
    for alamat, baris in plan_rows(termuat.terbaca).items():
        click.echo(f"baris {alamat}: {baris.program.nama}, {baris.tahapan.isi}")
    return [satu.alamat for satu in daftar]


def _ask(ruang: str, slug: str, isi: dict[str, Any]) -> None:
    """Ask what the options left open."""
    for kunci, tanya in (
        ("macam", "Macam kejadian, mis. banjir"), ("tempat", "Tempat kejadian"), ("uraian", "Uraian kejadian"),
        ("hubungan", "Mengapa tugas tidak dapat dilaksanakan (hubungan sebab akibat)"),
    ):  # fmt: skip
        isi[kunci] = isi.get(kunci) or ask(tanya, None)
    if not isi.get("tugas") and not isi.get("program"):
        _list(ruang, slug)
        for kunci, tanya in (
            ("tugas", "Tugas yang terdampak, dipisah titik koma"),
            ("program", "Baris Rencana Kerja, dipisah titik koma"),
        ):
            isi[kunci] = [satu.strip() for satu in ask(f"{tanya} (Enter bila tidak ada)", "").split(";") if satu.strip()]
    if "surat_keterangan" not in isi and (
        jawab := ask("Surat keterangan: instansi; nomor; tanggal (Enter bila belum ada)", "")
    ):
        isi["surat_keterangan"] = _split(jawab, ("instansi", "nomor", "tanggal"))


def _deadline(ruang: str, slug: str, tanggal: str) -> None:
    """The last day for the minutes, with its reasons, and whether it has passed."""
    from pathlib import Path

    from notakesepakatan.bureau.register import kahar_deadline
    from notakesepakatan.cli.days import today
    from notakesepakatan.workspace.folders import RuangKerja

    hari = today()
    tenggat = kahar_deadline(RuangKerja(Path(ruang)), slug, date.fromisoformat(tanggal))
    if tenggat is None:
        click.echo("Kesepakatan ini tidak menentukan batas waktu berita acara.")
        return
    keadaan = "sudah lewat" if hari > tenggat.tanggal else f"{(tenggat.tanggal - hari).days} hari lagi"
    click.echo(f"Berita acara paling lambat {tenggat.tanggal} ({keadaan}):")
    for alasan in tenggat.alasan:
        click.echo(f"  {alasan}")
