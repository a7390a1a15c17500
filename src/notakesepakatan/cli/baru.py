"""`nota baru`: a new draft from a handful of answers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from notakesepakatan.cli.asking import (
    Question,
    ask,
    ask_unsaid,
    is_interactive,
    split_by_keys,
)

if TYPE_CHECKING:
    from pathlib import Path

    from notakesepakatan.bureau.office import Office
    from notakesepakatan.workspace import Workspace

_YES_NO = {"y": "ya", "ya": "ya", "t": "tidak", "n": "tidak", "tidak": "tidak"}
_NO_SLUG = 'nama kesepakatan belum disebut, mis. "nota baru kesehatan-2027"'
_PIHAK_ORDER = ("nama", "jabatan", "kedudukan", "pejabat", "sebutan")


def _parse_para_pihak(
    ctx: click.Context, param: click.Parameter, texts: tuple[str, ...]
) -> list[dict[str, str]]:
    return [_parse_pihak(text) for text in texts]


def _parse_pihak(text: str) -> dict[str, str]:
    count = text.count(";") + 1
    if not 2 <= count <= len(_PIHAK_ORDER):
        raise click.BadParameter(
            f'"{text}": tulis NAMA; JABATAN; KEDUDUKAN; PEJABAT; SEBUTAN '
            f"(tiga yang terakhir boleh kosong)"
        )
    return split_by_keys(text, _PIHAK_ORDER)


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
    callback=_parse_para_pihak,
    metavar="PIHAK",
    help='"NAMA; JABATAN; KEDUDUKAN; PEJABAT; SEBUTAN". Diulang untuk setiap pihak.',
)
@click.option(
    "--sebutan-bersama",
    metavar="TEKS",
    help="Semua pihak bersama-sama; bawaan: PARA PIHAK.",
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
@click.option(
    "--seperti",
    "like",
    metavar="NAMA",
    help="Mulai dari kesepakatan yang ada: naskahnya, dengan pihak lain.",
)
@click.pass_obj
def command(
    folder: str,
    /,
    slug: str | None,
    jawaban: str | None,
    like: str | None,
    **options: Any,
) -> None:
    """Mulai kesepakatan baru: agreements/NAMA/kesepakatan.yaml dari klausul baku, siap disusun.

    Yang tidak disebut ditanyakan di terminal; bawaan tampil dalam kurung siku dan
    diterima dengan Enter.

    \b
    Contoh:
      nota baru
      nota baru kesehatan-2027 --judul "Pelayanan Kesehatan" \\
        --pihak "Kementerian Contoh; Menteri Contoh; Jakarta" \\
        --pihak "Pemerintah Kabupaten Contoh; Bupati Contoh; Contoh"
      nota baru kesehatan-2027 --jawaban jawaban.yaml
      nota baru sampah-2028 --seperti sampah-2027 \\
        --pihak "Yayasan Melati; Ketua; Contoh"
    """
    from pathlib import Path

    from notakesepakatan.bureau.new import make_draft, read_jawaban
    from notakesepakatan.workspace import Workspace

    workspace = Workspace(Path(folder))
    said = {key: value for key, value in options.items() if value}
    if slug:
        workspace.new_file(slug)
    if like:
        if jawaban:
            raise click.UsageError("pilih salah satu: --seperti atau --jawaban")
        _copy(folder, workspace, slug, like, said)
        return
    if not jawaban and is_interactive():
        slug = slug or _ask_slug(workspace)
        said = _ask_unsaid(said)
    if not slug:
        raise click.UsageError(_NO_SLUG)
    jawaban_typed = read_jawaban(Path(jawaban) if jawaban else None, said)
    file = make_draft(workspace, slug, jawaban_typed)
    _say_ready(folder, file, slug)


def _say_ready(folder: str, file: "Path", slug: str) -> None:
    here = "" if folder == "." else f'-C "{folder}" '
    click.echo(f"{file} siap diubah. Susun dengan: nota {here}susun {slug}")


_OF_A_COPY = ("judul", "tempat", "jangka_waktu", "para_pihak")
"""Options that say what is other in a copy."""


def _copy(
    folder: str,
    workspace: "Workspace",
    slug: str | None,
    like: str,
    said: dict[str, Any],
) -> None:
    """A draft that begins as another agreement."""
    from notakesepakatan.bureau.new import read_like
    from notakesepakatan.bureau.new_like import make_copy
    from notakesepakatan.bureau.office import Office

    foreign = [f"--{key.replace('_', '-')}" for key in said if key not in _OF_A_COPY]
    if foreign:
        raise click.UsageError(
            f"{', '.join(foreign)} tidak dipakai bersama --seperti; "
            "ubah di berkasnya setelah disalin"
        )
    office = Office(workspace)
    if is_interactive():
        slug = slug or _ask_slug(workspace)
        said = _ask_of_copy(office, like, said)
    if not slug:
        raise click.UsageError(_NO_SLUG)
    file, copied = make_copy(office, slug, like, read_like(said))
    click.echo(copied.words)
    _say_ready(folder, file, slug)


def _ask_of_copy(office: "Office", like: str, said: dict[str, Any]) -> dict[str, Any]:
    """What was said, and who the other parties are."""
    from notakesepakatan.bureau.new_like import copied_text, own_place

    k = copied_text(office.riwayat(like)).kesepakatan
    own = own_place(office, like)
    judul = Question("judul", "Judul, setelah kata tentang", k.judul)
    if not said.get("para_pihak"):
        places = [i for i in range(len(k.para_pihak)) if i != own]
        said = {**said, "para_pihak": [_ask_pihak(i + 1, False) for i in places]}
    return {**said, **ask_unsaid((judul,), said)}


def _ask_slug(workspace: "Workspace") -> str:
    """The name of a folder that may be made."""

    def check(answer: str) -> str:
        workspace.new_file(answer)
        return answer

    words = "Nama folder (huruf kecil dan tanda hubung, mis. kesehatan-2027)"
    return ask(words, check=check)


def _ask_unsaid(said: dict[str, Any]) -> dict[str, Any]:
    """What was said, and the answers of what was not."""
    jawaban_typed = {
        **said,
        **ask_unsaid(_FIRST_QUESTIONS, said),
        "para_pihak": _ask_para_pihak(said.get("para_pihak", ())),
        **ask_unsaid(_LAST_QUESTIONS, said),
        "lingkup": _ask_scope(said.get("lingkup", ())),
    }
    return {key: answer for key, answer in jawaban_typed.items() if answer}


def _ask_para_pihak(said: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The parties, two of them and as many more as there are."""
    para_pihak = list(said)
    while len(para_pihak) < 2 or _is_there_another():
        para_pihak.append(_ask_pihak(len(para_pihak) + 1))
    return para_pihak


def _is_there_another() -> bool:
    return ask("Ada pihak lagi? ya atau tidak", "tidak", _check_yes_no) == "ya"


def _ask_pihak(n: int, with_sebutan: bool = True) -> dict[str, str]:
    from notakesepakatan.words.numbers import order

    name = f"PIHAK {order(n).upper()}"
    questions = (
        Question("nama", f"{name}, nama badan"),
        Question("jabatan", f"{name}, jabatan penanda tangan"),
        Question("pejabat", f"{name}, nama penanda tangan (Enter bila belum tahu)", ""),
        Question("kedudukan", f"{name}, alamat kedudukan (Enter bila belum tahu)", ""),
        Question("sebutan", f"{name}, sebutan dalam naskah", name),
    )
    jawaban_typed = ask_unsaid(questions if with_sebutan else questions[:-1], {})
    if jawaban_typed.get("sebutan") == name:  # what the text says by itself
        del jawaban_typed["sebutan"]
    return {key: answer for key, answer in jawaban_typed.items() if answer}


def _ask_scope(said: Sequence[str]) -> list[str]:
    """The items of the scope, until there is no more."""
    lingkup = list(said)
    while True:
        butir = ask(
            f"Ruang lingkup butir {len(lingkup) + 1}, tanpa tanda baca akhir "
            f"(Enter bila selesai)",
            "",
        )
        if not butir:
            return lingkup
        lingkup.append(butir)


def _check_yes_no(answer: str) -> str:
    word = _YES_NO.get(answer.lower())
    if not word:
        raise click.UsageError("jawab ya atau tidak")
    return word


def _check_span(answer: str) -> str:
    from pydantic_core import PydanticCustomError

    from notakesepakatan.model.dasar import check_lama

    try:
        return check_lama(answer)
    except PydanticCustomError:
        raise click.UsageError(
            "tulis bilangan dan satuan: 5 tahun, 3 bulan, 7 hari kerja"
        ) from None


def _check_term(answer: str) -> str:
    from pydantic_core import PydanticCustomError

    from notakesepakatan.model.jangka_waktu import check_term

    try:
        return check_term(answer)
    except PydanticCustomError:
        raise click.UsageError(
            "tulis mis. 5 tahun; 1 April 2026 sampai dengan 31 Maret 2027; sampai dengan "
            "31 Desember 2027; tahun anggaran 2027; tanpa batas waktu"
        ) from None


_FIRST_QUESTIONS = (
    Question("jenis", "Jenis naskah", "Nota Kesepakatan"),
    Question("judul", "Judul, setelah kata tentang"),
)
_LAST_QUESTIONS = (
    Question("sebutan_bersama", "Sebutan semua pihak bersama-sama", "PARA PIHAK"),
    Question("jangka_waktu", "Jangka waktu", "5 tahun", _check_term),
    Question(
        "pemberitahuan",
        "Batas waktu pemberitahuan sebelum jangka waktu berakhir",
        "3 bulan",
        _check_span,
    ),
    Question(
        "berita_acara_kahar",
        "Batas waktu berita acara sejak keadaan kahar",
        "7 hari kerja",
        _check_span,
    ),
    Question("tempat", "Tempat penandatanganan (Enter bila belum tahu)", ""),
    Question(
        "penyimpan_arsip",
        "Penyimpan rangkap arsip",
        "Tim Koordinasi Kerja Sama Daerah",
    ),
)
