"""A table pasted as the Rencana Kerja of a draft: first what its columns hold is looked at."""

import json
from collections.abc import Mapping, Sequence

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.konsep import konsep_side_draft
from notakesepakatan.bureau.side_draft import OtherWindow, SideDraftFile
from notakesepakatan.compute.editing.clipboard import COVERED, Pasted, Rows
from notakesepakatan.compute.editing.grid import grid_rows, plan_shape
from notakesepakatan.compute.editing.paste_plan import PastePlan
from notakesepakatan.compute.editing.plan_columns import (
    NAME,
    NOT_TAKEN,
    NUMBER,
    SHARED_TUGAS,
    TAHAPAN,
    UNKNOWN,
    YEARS,
    Guess,
    Shape,
    as_wide,
    body_of,
    guess,
    lone_tugas,
    with_shared_tugas,
)
from notakesepakatan.web.context import user, workspace
from notakesepakatan.web.guard.requests import needed

blueprint = Blueprint("tempel", __name__, url_prefix="/kesepakatan/<slug>/tempel")
_NO_TABLE = (
    "Belum ada tabel. Salin sel-selnya di Excel, Word, atau halaman web, lalu tempel."
)
WHOSE = "tugas_tunggal"
WHOSE_ASKED = "tugas_tunggal_ditanya"
_OF_ALL, _ASKED = "bersama", "ditanya"
_WHOSE_PROBLEM = "Pilih milik siapa tugas yang hanya berada di kolom pertama."
_SHOWN = 12
"""Rows of the table that the page shows."""
_WORDS = {
    NUMBER: "No",
    NAME: "Program/Kegiatan",
    TAHAPAN: "Tahapan",
    "lokasi": "Lokasi",
    "sumber_dana": "Sumber dana",
    YEARS: "Tahun, ditulis I, II atau semua",
    SHARED_TUGAS: "Tugas bersama",
    "output": "Output",
    "outcome": "Outcome",
}


@blueprint.get("")
@needed("penyusun")
def page(slug: str) -> ResponseReturnValue:
    """Where the table is pasted."""
    _side(slug).open()  # refuses what is no draft
    return render_template("tempel.html", slug=slug, message="", text="")


@blueprint.post("")
@needed("penyusun")
def examine(slug: str) -> ResponseReturnValue:
    """The table as it was read, and what each column is taken for."""
    text = request.form.get("teks", "")
    pasted = Pasted(text, request.form.get("html", ""))
    rows = _read(pasted)
    if not rows:
        return render_template(
            "tempel.html", slug=slug, message=_NO_TABLE, text=text
        ), 422
    shape = plan_shape(_side(slug).open().data)
    found = guess(rows, shape)
    asks = pasted.is_plain and bool(_lone(rows, found, shape))
    return _columns_page(slug, rows, shape, found, asks=asks)


@blueprint.post("/kolom")
@needed("penyusun")
def put_in(slug: str) -> ResponseReturnValue:
    """Put it in, once each column is known."""
    rows = _sent_rows()
    side = _side(slug)
    draft = side.open()
    shape = plan_shape(draft.data)
    asked_head = request.form.get("kepala", 0, type=int)
    head = min(max(asked_head, 0), len(rows))
    names = [f"kolom-{i}" for i in range(len(rows[0]))]
    roles = tuple(request.form.get(name, UNKNOWN) for name in names)
    answered = Guess(head, roles, sure=True)
    problems = _problems(body_of(rows, head), roles, shape)
    whose = request.form.get(WHOSE, _ASKED if WHOSE_ASKED in request.form else "")
    asks = WHOSE_ASKED in request.form and bool(_lone(rows, answered, shape))
    if asks and whose == _ASKED:
        problems.append(_WHOSE_PROBLEM)
    if problems:
        return _columns_page(slug, rows, shape, answered, problems, asks=asks), 422
    replaces = request.form.get("cara") == "ganti"
    put = with_shared_tugas(rows, head, roles, shape) if whose == _OF_ALL else rows
    try:
        side.change(
            request.form.get("tanda", ""), PastePlan(put, head, roles, replaces)
        )
    except OtherWindow:
        again = [
            "Konsep ini berubah di jendela lain; belum ada yang ditempel. Tekan lagi."
        ]
        return _columns_page(slug, rows, shape, answered, again, asks=asks), 409
    except LookupError:
        none = ["Konsep ini belum mempunyai lampiran Rencana Kerja; tambahkan dahulu."]
        return _columns_page(slug, rows, shape, answered, none, asks=asks), 422
    flash("Tabel ditempel. Periksa, lalu simpan; Urungkan mengembalikannya.")
    return redirect(url_for("sunting.plan", slug=slug), 303)


def _side(slug: str) -> SideDraftFile:
    return konsep_side_draft(workspace(), slug, user().nama)


def _lone(rows: Rows, found: Guess, shape: Shape) -> list[int]:
    """Rows of the table whose only duty stands in the first column of duties."""
    return lone_tugas(body_of(rows, found.head), found.roles, shape)


def _read(pasted: Pasted) -> Rows:
    """The cells, each row as wide as the widest; none where it is no table."""
    try:
        return as_wide(pasted.rows())
    except ValueError:
        return []


def _sent_rows() -> Rows:
    """The rows that the page of columns carries."""
    try:
        rows = json.loads(request.form.get("tabel", ""))
    except ValueError:
        abort(400)
    if not isinstance(rows, list) or not rows:
        abort(400)
    if not all(isinstance(row, list) for row in rows) or not rows[0]:
        abort(400)
    texts = [[str(cell) for cell in row] for row in rows]
    return as_wide(texts)


def _problems(body: Rows, roles: Sequence[str], shape: Shape) -> list[str]:
    """What keeps the table from being put in."""
    known = {*shape.roles, NOT_TAKEN}
    problems = list[str]()
    for i, role in enumerate(roles):
        is_empty = not any(row[i].strip(f" {COVERED}") for row in body)
        if role not in known and not is_empty:
            problems.append(f"Pilih isi kolom {i + 1}, atau pilih tidak dimasukkan.")
    taken = [role for role in roles if role in shape.roles]
    words = role_words(shape)
    for role in dict.fromkeys(taken):
        if taken.count(role) > 1:
            problems.append(f"{words[role]} dipilih untuk dua kolom.")
    for role in (NAME, TAHAPAN):
        if role not in taken:
            problems.append(f"Belum ada kolom {words[role]}.")
    return problems


def role_words(shape: Shape) -> Mapping[str, str]:
    """What each column may hold, in words."""
    every_year = range(1, shape.years + 1)
    years = {f"{YEARS}.{n}": f"Tanda tahun ke-{n}" for n in every_year}
    tugas_list = {
        f"tugas.{key}": f"Tugas {name}" for key, name in shape.para_pihak.items()
    }
    said = {**_WORDS, **years, **tugas_list}
    return {role: said[role] for role in shape.roles}


def _columns_page(
    slug: str,
    rows: Rows,
    shape: Shape,
    found: Guess,
    problems: Sequence[str] = (),
    *,
    asks: bool = False,
) -> str:
    draft = _side(slug).open()
    first = rows[:_SHOWN]
    shown = [[cell.strip(COVERED) for cell in row] for row in first]
    return render_template(
        "tempel_kolom.html",
        slug=slug,
        rows=shown,
        many=len(rows),
        table=json.dumps(rows, ensure_ascii=False),
        found=found,
        choices=list(role_words(shape).items()),
        not_taken=NOT_TAKEN,
        problems=problems,
        lone=len(_lone(rows, found, shape)) if asks else 0,
        first_pihak=next(iter(shape.para_pihak.values()), ""),
        stamp=draft.stamp,
        is_filled=bool(grid_rows(draft.data)),
    )
