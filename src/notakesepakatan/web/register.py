"""The register: what needs action first, searched as one types, as a sheet."""

from dataclasses import dataclass
from datetime import date
from typing import get_args

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.register import Selection, sheet_columns
from notakesepakatan.compute.time.register import Status
from notakesepakatan.desk.register import (
    GROUP,
    ORDER,
    USUAL_ORDER,
    BoardContent,
    RegisterPage,
    Request,
    group_of,
    select,
    select_page,
)
from notakesepakatan.web.context import board, today
from notakesepakatan.web.downloads import file_answer
from notakesepakatan.words.provisional import all_years
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.write.xlsx import write_xlsx

blueprint = Blueprint("daftar", __name__)
STATUSES = get_args(Status)
_LONGEST = 200
"""Characters of a search."""
_HEADS = (
    ("judul", "Kesepakatan"),
    ("status", "Status"),
    ("berakhir", "Berakhir"),
    ("tenggat", "Tenggat berikutnya"),
)
"""Columns that the table can be ordered by, with their words."""


@dataclass(frozen=True)
class _Asked:
    """The register, what the address asks of it, and the page that answers."""

    content: BoardContent
    request: Request
    page: RegisterPage


@blueprint.get("/")
def page() -> ResponseReturnValue:
    """The whole page."""
    return render_template("daftar.html", statuses=STATUSES, **_names(_asked()))


@blueprint.get("/daftar/potongan")
def piece() -> ResponseReturnValue:
    """Only the table, for the search as one types."""
    return render_template("_daftar.html", **_names(_asked()))


@blueprint.get("/daftar.xlsx")
def sheet() -> ResponseReturnValue:
    """All that fit, as a sheet."""
    asked = _asked()
    rows = [row.data() for row in select(asked.content, asked.request)]
    data = write_xlsx("Daftar kesepakatan", sheet_columns(rows), rows)
    return file_answer(data, f"daftar-kesepakatan-{today().isoformat()}.xlsx")


def _asked() -> _Asked:
    """What the address asks; what makes no sense asks nothing."""
    arguments = request.args
    selection = Selection(
        status=tuple(word for word in arguments.getlist("status") if word in STATUSES),
        pihak=arguments.get("pihak", "")[:_LONGEST].strip(),
        ended_before=_day(arguments.get("sebelum", "")),
        words=tuple(arguments.get("q", "")[:_LONGEST].split()),
    )
    order = arguments.get("urut", "")
    wanted = Request(
        selection,
        group=0 if arguments.get("perlu") else None,
        order=order if order.removeprefix("-") in ORDER else USUAL_ORDER,
        page=arguments.get("halaman", 1, type=int),
    )
    content = board().on(today())
    return _Asked(content, wanted, select_page(content, wanted))


def _day(text: str) -> date | None:
    try:
        return parse_iso(text)
    except ValueError:
        return None


def _names(asked: _Asked) -> dict[str, object]:
    """What the templates name."""
    by_group = asked.request.order == USUAL_ORDER
    grouped_rows = [
        (row, GROUP[group_of(row)] if by_group else "") for row in asked.page.rows
    ]
    return {
        "content": asked.content,
        "asked": asked.request,
        "page": asked.page,
        "search": _search(),
        "heads": _HEADS,
        "grouped_rows": grouped_rows,
        "many": len(asked.content.rows),
        "provisional_years": all_years(
            row.provisional_years for row in asked.page.rows
        ),
    }


def _search() -> dict[str, list[str]]:
    """What the address asks beside the order and the page, to ask it again."""
    return {
        name: values
        for name, values in request.args.lists()
        if name not in ("urut", "halaman") and any(values)
    }
