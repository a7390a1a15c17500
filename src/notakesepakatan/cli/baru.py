"""`nota baru`: a new draft from a handful of answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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

if TYPE_CHECKING:
    from pathlib import Path

    from notakesepakatan.bureau.office import Office
    from notakesepakatan.model.instrumen import Instrumen, InstrumenList
    from notakesepakatan.workspace import Workspace

_MITRA = (
    "kementerian_lembaga",
    "daerah_lain",
    "badan_usaha",
    "luar_negeri",
    "unit_sendiri",
)
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


def _parse_ragam(
    ctx: click.Context, param: click.Parameter, texts: tuple[str, ...]
) -> dict[str, str]:
    pairs = [text.partition("=") for text in texts]
    for klausul, sign, ragam in pairs:
        if not (klausul and sign and ragam):
            raise click.BadParameter(f'"{klausul}": tulis KLAUSUL=RAGAM')
    return {klausul.strip(): ragam.strip() for klausul, _, ragam in pairs}


@click.command("baru", options_metavar="[PILIHAN]")
@click.argument("slug", required=False, metavar="[NAMA]")
@click.option(
    "--judul",
    metavar="TEKS",
    help="Setelah kata tentang, mis. Pelayanan Kesehatan Terpadu.",
)
@click.option(
    "--mitra",
    type=click.Choice(_MITRA),
    metavar="MITRA",
    help="kementerian_lembaga, daerah_lain, badan_usaha, luar_negeri, unit_sendiri.",
)
@click.option(
    "--instrumen",
    metavar="NAMA",
    help="Mis. pks-ksdpk; bawaan: yang diusulkan bagi mitranya.",
)
@click.option("--jenis", metavar="TEKS", help="Bawaan: menurut instrumennya.")
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
    "--induk",
    metavar="TEKS",
    help="Kesepakatan yang dilaksanakan: namanya, atau jenis, nomor, tanggal, dan judulnya.",
)
@click.option("--nilai", metavar="RUPIAH", help="Nilai, angka saja, bila ada uangnya.")
@click.option(
    "--pembayaran",
    multiple=True,
    metavar="TEKS",
    help="Tahap pembayaran. Diulang untuk setiap tahap.",
)
@click.option(
    "--lampiran",
    type=click.Choice(["rencana_kerja", "tanpa"]),
    metavar="LAMPIRAN",
    help="rencana_kerja atau tanpa; bawaan: menurut instrumennya.",
)
@click.option(
    "--ragam",
    multiple=True,
    callback=_parse_ragam,
    metavar="KLAUSUL=RAGAM",
    help="Bunyi sebuah klausul, mis. sanksi=denda. Boleh diulang.",
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
        said = _ask_unsaid(workspace, said)
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

    k = copied_text(office.text(like)).kesepakatan
    own = own_place(office, like)
    judul = Question("judul", "Judul, setelah kata tentang", k.judul)
    if not said.get("para_pihak"):
        places = [i for i in range(len(k.para_pihak)) if i != own]
        said = {
            **said,
            "para_pihak": [_ask_pihak(i + 1, with_sebutan=False) for i in places],
        }
    return {**said, **ask_unsaid((judul,), said)}


def _ask_slug(workspace: "Workspace") -> str:
    """The name of a folder that may be made."""

    def check(answer: str) -> str:
        workspace.new_file(answer)
        return answer

    words = "Nama folder (huruf kecil dan tanda hubung, mis. kesehatan-2027)"
    return ask(words, check=check)


def _ask_unsaid(workspace: "Workspace", said: dict[str, Any]) -> dict[str, Any]:
    """What was said, and the answers of what was not: the partner first of all."""
    from notakesepakatan.load.instrumen import load_instrumen

    known = load_instrumen(workspace.root)
    said = {**said, **_ask_instrumen(said, known)}
    instrumen = known.get(said["instrumen"])
    asked = instrumen.tanya if instrumen else ()
    longest = instrumen.masa.paling_lama if instrumen and instrumen.masa else None
    term = Question(
        "jangka_waktu", "Jangka waktu", str(longest or "5 tahun"), _check_term
    )
    jawaban_typed = {
        **said,
        **ask_unsaid((_JUDUL,), said),
        **ask_unsaid(_asked_of(_OF_INSTRUMEN_FIRST, asked), said),
        "para_pihak": _ask_para_pihak(said.get("para_pihak", ()), asked),
        **ask_unsaid((_SEBUTAN_BERSAMA, term), said),
        **ask_unsaid(_asked_of(_OF_INSTRUMEN_LAST, asked), said),
        **ask_unsaid((_TEMPAT,), said),
        "lingkup": _ask_scope(said.get("lingkup", ())),
    }
    if jawaban_typed.get("nilai") and "pembayaran" in asked:
        items = said.get("pembayaran") or ask_list(
            "Tahapan pembayaran, dipisah titik koma (Enter bila sekaligus)"
        )
        jawaban_typed["pembayaran"] = items
    if instrumen:
        jawaban_typed["lampiran"] = _ask_lampiran(instrumen, said)
        jawaban_typed["ragam"] = _ask_ragam(instrumen, jawaban_typed)
    return {key: answer for key, answer in jawaban_typed.items() if answer}


def _asked_of(questions: Iterable[Question], asked: Sequence[str]) -> list[Question]:
    """Those that the instrument needs."""
    return [question for question in questions if question.key in asked]


def _ask_instrumen(said: dict[str, Any], known: "InstrumenList") -> dict[str, Any]:
    """Who the partner is, and the instrument that is proposed for it or another."""
    from notakesepakatan.bureau.new import offered
    from notakesepakatan.model.instrumen import MITRA

    if said.get("instrumen"):
        return {"instrumen": said["instrumen"]}
    mitra = said.get("mitra")
    if not mitra:
        for number, words in enumerate(MITRA.values(), 1):
            click.echo(f"  {number}. {words}")
        mitra = ask("Siapa mitranya? Tulis nomornya", check=_check_mitra)
    offers = offered(mitra, known)
    for offer in offers:
        click.echo(f"  {offer.name}: {offer.nama}. {offer.alasan}")
    proposed = offers[0].name if offers else None
    instrumen = ask("Naskahnya", proposed, _one_of(list(known)))
    return {"mitra": mitra, "instrumen": instrumen}


def _ask_lampiran(instrumen: "Instrumen", said: Mapping[str, Any]) -> str:
    """Which annex the draft has, where the instrument leaves that open; "" elsewhere."""
    if said.get("lampiran") or "lampiran" not in instrumen.tanya:
        return str(said.get("lampiran", ""))
    usual = "rencana_kerja" if instrumen.rencana_kerja else "tanpa"
    return ask(
        "Lampiran: rencana_kerja atau tanpa", usual, _one_of(("rencana_kerja", "tanpa"))
    )


def _ask_ragam(
    instrumen: "Instrumen", jawaban_typed: Mapping[str, Any]
) -> dict[str, str]:
    """The wording of each clause that has several, with the reason for each."""
    chosen = dict(jawaban_typed.get("ragam") or {})
    for klausul in instrumen.klausul:
        is_in_draft = klausul.bila is None or jawaban_typed.get(klausul.bila)
        if len(klausul.ragam) < 2 or klausul.nama in chosen or not is_in_draft:
            continue
        for ragam in klausul.ragam:
            click.echo(
                f"  {ragam.nama}: {ragam.sebutan}. {ragam.alasan} "
                f"Yang boleh memutuskan lain: {ragam.menyimpang}."
            )
        names = [ragam.nama for ragam in klausul.ragam]
        words = f"Bunyi klausul {klausul.nama.replace('_', ' ')}"
        chosen[klausul.nama] = ask(words, names[0], _one_of(names))
    return chosen


def _one_of(names: Sequence[str]) -> Callable[[str], str]:
    """A check that lets only these pass."""

    def check(answer: str) -> str:
        if answer not in names:
            raise click.UsageError(f"pilih salah satu: {', '.join(names)}")
        return answer

    return check


def _check_mitra(answer: str) -> str:
    numbers = {str(number): kind for number, kind in enumerate(_MITRA, 1)}
    if answer not in numbers:
        raise click.UsageError(f"tulis nomor 1 sampai dengan {len(_MITRA)}")
    return numbers[answer]


def _check_rupiah(answer: str) -> str:
    if answer and not (answer.isascii() and answer.isdigit()):
        raise click.UsageError("tulis angka saja tanpa titik, mis. 250000000")
    return answer


def _ask_para_pihak(
    said: Sequence[dict[str, str]], asked: Sequence[str]
) -> list[dict[str, str]]:
    """The parties, two of them and as many more as there are."""
    para_pihak = list(said)
    while len(para_pihak) < 2 or _is_there_another():
        para_pihak.append(_ask_pihak(len(para_pihak) + 1, asked))
    return para_pihak


def _is_there_another() -> bool:
    return ask("Ada pihak lagi? ya atau tidak", "tidak", _check_yes_no) == "ya"


def _ask_pihak(
    n: int, asked: Sequence[str] = (), *, with_sebutan: bool = True
) -> dict[str, str]:
    from notakesepakatan.words.numbers import order

    name = f"PIHAK {order(n).upper()}"
    questions = (
        Question("nama", f"{name}, nama badan"),
        Question("jabatan", f"{name}, jabatan penanda tangan"),
        Question("pejabat", f"{name}, nama penanda tangan (Enter bila belum tahu)", ""),
        Question("kedudukan", f"{name}, alamat kedudukan (Enter bila belum tahu)", ""),
    )
    more = [
        Question(key, f"{name}, {words} (Enter bila belum tahu)", "")
        for of, key, words in _OF_PIHAK
        if of in asked
    ]
    if with_sebutan:
        more.append(Question("sebutan", f"{name}, sebutan dalam naskah", name))
    jawaban_typed = ask_unsaid((*questions, *more), {})
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


_OF_PIHAK = (
    ("nomor", "nomor", "nomor naskah"),
    ("kuasa", "kuasa", "surat kuasa dengan nomor dan tanggalnya, bila bukan pimpinan"),
    ("pengangkatan", "pengangkatan", "keputusan pengangkatan penanda tangan"),
    ("pejabat_pelaksana", "pejabat_pelaksana", "jabatan pejabat pelaksana"),
    ("korespondensi", "up", "penerima surat, u.p."),
    ("korespondensi", "telepon", "telepon"),
    ("korespondensi", "email", "alamat surel"),
)
"""What an instrument may ask of each party: its question, the key of the answer, words."""
_JUDUL = Question("judul", "Judul, setelah kata tentang")
_OF_INSTRUMEN_FIRST = (
    Question(
        "induk",
        "Kesepakatan yang dilaksanakan: namanya di ruang kerja ini, atau jenis, nomor, "
        "tanggal, dan judulnya (Enter bila belum ada)",
        "",
    ),
)
_SEBUTAN_BERSAMA = Question(
    "sebutan_bersama", "Sebutan semua pihak bersama-sama", "PARA PIHAK"
)
_OF_INSTRUMEN_LAST = (
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
    Question(
        "nilai",
        "Nilai dalam rupiah, angka saja (Enter bila tanpa uang)",
        "",
        _check_rupiah,
    ),
    Question(
        "penyimpan_arsip",
        "Penyimpan rangkap arsip",
        "Tim Koordinasi Kerja Sama Daerah",
    ),
)
_TEMPAT = Question("tempat", "Tempat penandatanganan (Enter bila belum tahu)", "")
