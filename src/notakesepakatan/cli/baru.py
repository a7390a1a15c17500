"""`nota baru`: a new draft from a handful of answers."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from notakesepakatan.workspace import Workspace

_PIHAK_ORDER = ("nama", "jabatan", "kedudukan", "pejabat")


def _pihak(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> list[dict[str, str]]:
    result = []
    for one in value:
        content = [piece.strip() for piece in one.split(";")]
        if not 2 <= len(content) <= len(_PIHAK_ORDER):
            raise click.BadParameter(
                f'"{one}": tulis NAMA; JABATAN; KEDUDUKAN; PEJABAT (dua yang terakhir boleh kosong)'
            )
        result.append(
            {
                key: piece
                for key, piece in zip(_PIHAK_ORDER, content, strict=False)
                if piece
            }
        )
    return result


@click.command("baru", options_metavar="[PILIHAN]")
@click.argument("slug", required=False, metavar="[NAMA]")
@click.option(
    "--judul",
    metavar="TEKS",
    help="Setelah kata tentang, mis. Pelayanan Kesehatan Terpadu.",
)
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
@click.option(
    "--pemberitahuan", metavar="LAMA", help="Mis. 3 bulan (bawaan), sebelum berakhir."
)
@click.option(
    "--berita-acara-kahar",
    metavar="LAMA",
    help="Mis. 7 hari kerja (bawaan), sejak keadaan kahar.",
)
@click.option(
    "--penyimpan-arsip",
    metavar="TEKS",
    help="Bawaan: Tim Koordinasi Kerja Sama Daerah.",
)
@click.option(
    "--lingkup",
    multiple=True,
    metavar="TEKS",
    help="Butir ruang lingkup. Diulang untuk setiap butir.",
)
@click.option(
    "--jawaban",
    type=click.Path(exists=True, dir_okay=False),
    metavar="BERKAS",
    help="Jawaban dari berkas YAML.",
)
@click.pass_obj
def command(
    folder: str, /, slug: str | None, jawaban: str | None, **option: Any
) -> None:
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

    from notakesepakatan.bureau.new import make_draft, read_answers
    from notakesepakatan.workspace import Workspace

    workspace = Workspace(Path(folder))
    content = {key: value for key, value in option.items() if value}
    if slug:
        workspace.new_file(slug)
    if not jawaban and is_interactive():
        slug, content = _ask(workspace, slug, content)
    if not slug:
        raise click.UsageError(
            'nama kesepakatan belum disebut, mis. "nota baru kesehatan-2027"'
        )
    file = make_draft(
        workspace, slug, read_answers(Path(jawaban) if jawaban else None, content)
    )
    here = "" if folder == "." else f'-C "{folder}" '
    click.echo(f"{file} siap diubah. Susun dengan: nota {here}susun {slug}")


def is_interactive() -> bool:
    """Whether somebody sits at the terminal to be asked."""
    return bool(sys.stdin) and sys.stdin.isatty()


def _ask(
    workspace: "Workspace", slug: str | None, content: dict[str, Any]
) -> tuple[str, dict[str, Any]]:
    """Ask what the options left open; an answer that cannot be is asked again at once."""
    from notakesepakatan.words.numbers import order

    def new_slug(answer: str) -> str:
        workspace.new_file(answer)
        return answer

    slug = slug or ask(
        "Nama folder (huruf kecil dan tanda hubung, mis. kesehatan-2027)",
        None,
        new_slug,
    )
    content["jenis"] = content.get("jenis") or ask("Jenis naskah", "Nota Kesepakatan")
    content["judul"] = content.get("judul") or ask("Judul, setelah kata tentang", None)
    pihak = list(content.get("para_pihak", ()))
    while (
        len(pihak) < 2 or ask("Ada pihak lagi? ya atau tidak", "tidak", _yes_no) == "ya"
    ):
        name = f"PIHAK {order(len(pihak) + 1).upper()}"
        pihak.append(
            {
                "nama": ask(f"{name}, nama badan", None),
                "jabatan": ask(f"{name}, jabatan penanda tangan", None),
                "pejabat": ask(
                    f"{name}, nama penanda tangan (Enter bila belum tahu)", ""
                ),
                "kedudukan": ask(
                    f"{name}, alamat kedudukan (Enter bila belum tahu)", ""
                ),
            }
        )
    content["para_pihak"] = [
        {key: value for key, value in one.items() if value} for one in pihak
    ]
    for key, tanya, default, check in (
        ("jangka_waktu", "Jangka waktu", "5 tahun", _span),
        (
            "pemberitahuan",
            "Batas waktu pemberitahuan sebelum jangka waktu berakhir",
            "3 bulan",
            _span,
        ),
        (
            "berita_acara_kahar",
            "Batas waktu berita acara sejak keadaan kahar",
            "7 hari kerja",
            _span,
        ),
        ("tempat", "Tempat penandatanganan (Enter bila belum tahu)", "", str),
        (
            "penyimpan_arsip",
            "Penyimpan rangkap arsip",
            "Tim Koordinasi Kerja Sama Daerah",
            str,
        ),
    ):
        content[key] = content.get(key) or ask(tanya, default, check)
    scope = list(content.get("lingkup", ()))
    while butir := ask(
        f"Ruang lingkup butir {len(scope) + 1}, tanpa tanda baca akhir (Enter bila selesai)",
        "",
    ):
        scope.append(butir)
    return slug, {
        key: value for key, value in {**content, "lingkup": scope}.items() if value
    }


def ask(tanya: str, default: str | None, check: Callable[[str], str] = str) -> str:
    """One answer, white space at its ends gone; asked again while `check` refuses it."""
    from notakesepakatan.errors import NotaError

    def convert(answer: str) -> str:
        try:
            return check(answer.strip())
        except NotaError as cause:
            raise click.UsageError(str(cause)) from None

    result: str = click.prompt(
        tanya, default=default, show_default=bool(default), value_proc=convert
    )
    return result


def _yes_no(answer: str) -> str:
    word = {"y": "ya", "ya": "ya", "t": "tidak", "n": "tidak", "tidak": "tidak"}.get(
        answer.lower()
    )
    if not word:
        raise click.UsageError("jawab ya atau tidak")
    return word


def _span(answer: str) -> str:
    from pydantic_core import PydanticCustomError

    from notakesepakatan.model.dasar import check_lama

    try:
        return check_lama(answer)
    except PydanticCustomError:
        raise click.UsageError(
            "tulis bilangan dan satuan: 5 tahun, 3 bulan, 7 hari kerja"
        ) from None
