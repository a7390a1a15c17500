"""The register: what needs action first, searched as one types, as a sheet."""

from typing import get_args

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.register import REGISTER_COLUMNS, Selection
from notakesepakatan.compute.time.register import Status
from notakesepakatan.desk.register import (
    GROUP,
    ORDER,
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
        "daftar.html", items_status=STATUS, **_names(content, ask, chosen)
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
    """The register, what the address asks of it, and the page that answers; what makes no sense asks nothing."""
    tanya = request.args
    try:
        before = parse_iso(tanya.get("sebelum", ""))
    except ValueError:
        before = None
    status = tuple(one for one in tanya.getlist("status") if one in STATUS)
    word = tuple(tanya.get("q", "")[:200].split())
    index = tanya.get("urut", "")
    ask = Request(
        Selection(status, tanya.get("pihak", "")[:200].strip(), before, word),
        0 if tanya.get("perlu") else None,
        index if index.removeprefix("-") in ORDER else "tindakan",
        tanya.get("halaman", 1, type=int),
    )
    content = board().on(today())
    return content, ask, select_page(content, ask)


def _names(
    content: BoardContent, ask: Request, chosen: RegisterPage
) -> dict[str, object]:
    """What the templates name."""
    tanya = {
        name: value
        for name, value in request.args.lists()
        if name not in ("urut", "halaman") and any(value)
    }
    group = [
        (b, GROUP[group_of(b)] if ask.index == "tindakan" else "") for b in chosen.baris
    ]
    return {
        "isi": content,
        "minta": ask,
        "halaman": chosen,
        "tanya": tanya,
        "kepala": _HEAD,
        "baris_bergolongan": group,
        "banyak": len(content.baris),
    }
