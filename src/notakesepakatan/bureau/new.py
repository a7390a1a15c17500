"""A new draft: a handful of answers in, the clauses filled with them out, proved to load."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from notakesepakatan.compose.templates import Template
from notakesepakatan.compute.text.isian import POINT
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.datum import parse
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.messages import salvage
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.jawaban import Jawaban, LikeJawaban
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.lists import merge, nth_huruf
from notakesepakatan.words.numbers import order
from notakesepakatan.workspace import COMMAND_LINE, Workspace
from notakesepakatan.workspace.contents import read_limited
from notakesepakatan.workspace.save import AlreadyThere


class FaultyJawaban(NotaError):
    """Answers of `nota baru` that are missing or wrong; they stand in no file."""

    def __init__(self, temuan: Sequence[Temuan]) -> None:
        self.temuan = tuple(temuan)
        super().__init__(
            "\n".join(
                f"jawaban {found.kunci}: {found.message}; {found.saran}"
                for found in temuan
            )
        )


KLAUSUL = (
    "maksud_dan_tujuan",
    "objek",
    "ruang_lingkup",
    "tugas_dan_tanggung_jawab",
    "pelaksanaan",
    "jangka_waktu",
    "pembiayaan",
    "keadaan_kahar",
    "penyelesaian_perselisihan",
    "adendum",
    "surat_menyurat",
    "penutup",
)
"""Files of `templates/klausul/`, in the order of their pasal."""


def read_jawaban(file: Path | None, choice: Mapping[str, Any]) -> Jawaban:
    """Answers from a file, those given as options before it.

    Raises:
        FaultyNaskah: an answer of the file is wrong.
        FaultyJawaban: an answer given as an option is missing or wrong.
        CannotRead: no such file.
    """
    jawaban_typed = {**(_jawaban_in(file) if file else {}), **choice}
    text = json.dumps(jawaban_typed, ensure_ascii=False)
    try:
        return parse(Jawaban, text.encode(errors="replace"), "")[0]
    except FaultyNaskah as cause:
        raise FaultyJawaban(cause.temuan) from None


def read_like(choice: Mapping[str, Any]) -> LikeJawaban:
    """What is other in a copy.

    Raises:
        FaultyJawaban: an answer is missing or wrong.
    """
    text = json.dumps(choice, ensure_ascii=False)
    try:
        return parse(LikeJawaban, text.encode(errors="replace"), "")[0]
    except FaultyNaskah as cause:
        raise FaultyJawaban(cause.temuan) from None


def _jawaban_in(file: Path) -> dict[str, Any]:
    jawaban = parse(Jawaban, read_limited(file), str(file))[0]
    return jawaban.model_dump(exclude_unset=True)


def make_draft(
    workspace: Workspace, slug: str, jawaban: Jawaban, who: str = COMMAND_LINE
) -> Path:
    """Write `kesepakatan_list/<slug>/kesepakatan.yaml`.

    Raises:
        InvalidSlug: the slug is malformed.
        FaultyNaskah: an answer makes a text that does not load, such as a term that is
            no span of time.
        AlreadyThere: there is such an agreement already.
        CannotWrite: no right to write there.
    """
    content = draft_text(Template(workspace.templates), jawaban).encode()
    with workspace.act("membuat konsep", slug, who) as act:
        file = workspace.new_file(slug)
        parse_kesepakatan(content, f"{file} (belum ditulis)")
        act.write(file, content, overwrite=False)
    return file


def check_jawaban(
    workspace: Workspace, content: Mapping[str, Any]
) -> tuple[Loaded | None, list[Temuan]]:
    """The draft that answers would make, with dots for what is not answered yet.

    Args:
        workspace: the workspace.
        content: the answers so far, as `read_jawaban` takes them.

    Returns:
        The draft, None where an answer stands in its way; and all that is wrong with the
        answers, each with the key of its answer where it has one.
    """
    try:
        read_jawaban(None, content)
        temuan = list[Temuan]()
    except FaultyJawaban as cause:
        temuan = list(cause.temuan)
    jawaban = salvage(Jawaban, _with_dots(content))
    if jawaban is None:
        return None, temuan
    text = draft_text(Template(workspace.templates), jawaban)
    try:
        return parse_kesepakatan(text.encode(errors="replace"), "konsep"), temuan
    except FaultyNaskah as cause:
        said = {found.kunci for found in temuan}
        return None, temuan + [
            found for found in cause.temuan if found.kunci not in said
        ]


def _with_dots(jawaban_typed: Mapping[str, Any]) -> dict[str, Any]:
    """The answers with dots for those that a draft cannot do without."""
    unknown = {"nama": POINT, "jabatan": POINT}
    pihak = [
        {**unknown, **answered} for answered in jawaban_typed.get("para_pihak", ())
    ]
    missing = 2 - len(pihak)
    return {"judul": POINT, **jawaban_typed, "para_pihak": pihak + [unknown] * missing}


def suggest_slug(workspace: Workspace, judul: str, year: int) -> str:
    """A free folder name: "Pelayanan Kesehatan" -> "pelayanan-kesehatan-2027"."""
    words = re.findall(r"[a-z0-9]+", judul.lower())[:4]
    stem = "-".join([*words, str(year)])[:90]
    name = stem
    number = 1
    while workspace.folder(name).exists():
        number += 1
        name = f"{stem}-{number}"
    return name


def check_new_slug(workspace: Workspace, slug: str) -> str:
    """Why no folder of this name can be made, in Indonesian; empty where one can."""
    try:
        workspace.new_file(slug)
    except AlreadyThere:
        return "Nama ini sudah dipakai."
    except NotaError:
        return "Pakai huruf kecil, angka, dan tanda hubung saja."
    return ""


def draft_text(template: Template, jawaban: Jawaban) -> str:
    """YAML of the draft. Every answer goes in as a quoted scalar, whatever it holds."""
    places = range(1, len(jawaban.para_pihak) + 1)
    content = {name: getattr(jawaban, name) for name in Jawaban.model_fields}
    content |= {
        "lingkup": tuple(map(bare_item, jawaban.lingkup)) or (jawaban.judul,),
        "kunci_pihak": [order(i).replace(" ", "_") for i in places],
        "klausul": KLAUSUL,
        "masa": JangkaWaktu.model_validate(jawaban.jangka_waktu),
        "huruf_pertimbangan": merge([f"huruf {nth_huruf(i)}" for i in places]),
    }
    text = template.render_yaml("baru/kesepakatan.yaml.j2", content)
    return re.sub(r"\n{3,}", "\n\n", text)


def bare_item(butir: str) -> str:
    """An item of the scope without the stops and the capital it may have been typed with.

    The list brings its own.
    """
    clean = re.sub(r"(?:[\s;,.]|;\s*(?:dan|atau))+$", "", butir)
    return clean[:1].lower() + clean[1:] if clean[1:2].islower() else clean
