"""The register: what needs action first, searched as one types, as a sheet."""

from typing import get_args

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.register import REGISTER_COLUMNS, Selection
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
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.write.xlsx import write_xlsx

blueprint = Blueprint("daftar", __name__)
STATUS = get_args(Status)
_HEAD = (
    ("judul", "Kesepakatan"),
    ("status", "Status"),
    ("berakhir", "Berakhir"),
    ("tenggat", "Tenggat berikutnya"),
)


@blueprint.get("/")
def page() -> ResponseReturnValue:
    """The whole page."""
    content, ask, chosen = _asked()
    return render_template(
        "daftar.html", statuses=STATUS, **_names(content, ask, chosen)
    )


@blueprint.get("/daftar/potongan")
def piece() -> ResponseReturnValue:
    """Only the table, for the search as one types."""
    return render_template("_daftar.html", **_names(*_asked()))


@blueprint.get("/daftar.xlsx")
def sheet() -> ResponseReturnValue:
    """All that fit, as a sheet."""
    content, ask, _ = _asked()
    data = write_xlsx(
        "Daftar kesepakatan",
        REGISTER_COLUMNS,
        [line.data() for line in select(content, ask)],
    )
    return file_answer(data, f"daftar-kesepakatan-{today().isoformat()}.xlsx")


def _asked() -> tuple[BoardContent, Request, RegisterPage]:
    """The register, what the address asks of it, and the page that answers.

    What makes no sense asks nothing.
    """
    asked = request.args
    try:
        ended_before = parse_iso(asked.get("sebelum", ""))
    except ValueError:
        ended_before = None
    selection = Selection(
        status=tuple(one for one in asked.getlist("status") if one in STATUS),
        pihak=asked.get("pihak", "")[:200].strip(),
        ended_before=ended_before,
        words=tuple(asked.get("q", "")[:200].split()),
    )
    order = asked.get("urut", "")
    ask = Request(
        selection,
        group=0 if asked.get("perlu") else None,
        order=order if order.removeprefix("-") in ORDER else USUAL_ORDER,
        page=asked.get("halaman", 1, type=int),
    )
    content = board().on(today())
    return content, ask, select_page(content, ask)


def _names(
    content: BoardContent, ask: Request, page: RegisterPage
) -> dict[str, object]:
    """What the templates name."""
    kept = {
        name: values
        for name, values in request.args.lists()
        if name not in ("urut", "halaman") and any(values)
    }
    by_group = ask.order == USUAL_ORDER
    grouped_rows = [
        (row, GROUP[group_of(row)] if by_group else "") for row in page.rows
    ]
    return {
        "content": content,
        "ask": ask,
        "page": page,
        "tanya": kept,
        "kepala": _HEAD,
        "grouped_rows": grouped_rows,
        "many": len(content.rows),
    }
