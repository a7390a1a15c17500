"""What the bureau has already: files sent, what was read of them, corrected, taken in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.attachments import (
    CannotAttach,
    NewAttachment,
    attach,
    picture_of,
)
from notakesepakatan.bureau.decisions import keep_decisions, load_decisions
from notakesepakatan.bureau.folder import FileMatch, FileMatcher
from notakesepakatan.bureau.impor import (
    Entry,
    Examined,
    examine,
    read_register_book,
    take_in,
)
from notakesepakatan.bureau.imports import NothingToTakeBack, imports, take_back
from notakesepakatan.bureau.waiting import (
    NoSuchFile,
    WaitingFile,
    drop_waiting,
    keep_waiting,
    waiting_file,
    waiting_files,
)
from notakesepakatan.compute.intake.columns import KEYS, OTHER, plain_head
from notakesepakatan.compute.intake.facts import term_words
from notakesepakatan.compute.intake.rows import Decided
from notakesepakatan.errors import NotaError
from notakesepakatan.load.attachments import TICKS
from notakesepakatan.web.aside import Run, begin
from notakesepakatan.web.attachments import KIND_WORDS, kind_of, ticks_of
from notakesepakatan.web.context import board, office, today, workspace
from notakesepakatan.web.forms import Isian
from notakesepakatan.web.guard.requests import needed

blueprint = Blueprint("masukkan", __name__, url_prefix="/masukkan")
FEW = 25
"""Agreements that are written at once; more are written aside."""
_SHOWN = 100
"""Agreements of a register on one page."""


@dataclass(frozen=True)
class ShownFile:
    """A file that waits, with what was read of it.

    Attributes:
        file: the file.
        counts: of a register, how many are new, there already, asked about.
        match: of another, the agreement that it belongs to.
        problem: why it cannot be read.
    """

    file: WaitingFile
    counts: Mapping[str, int]
    match: FileMatch | None = None
    problem: str = ""


@blueprint.get("")
@needed("penyusun")
def page() -> ResponseReturnValue:
    """Files that wait, and imports that can be taken back."""
    waiting = waiting_files(workspace())
    matcher = FileMatcher(office()) if waiting else None
    decided = load_decisions(workspace())
    shown = [_shown(file, decided, matcher) for file in waiting]
    return render_template(
        "masukkan.html",
        shown=shown,
        imports=imports(workspace()),
        slugs=workspace().slugs(),
        kinds=KIND_WORDS,
        ticks=TICKS,
    )


def _shown(
    file: WaitingFile, decided: Decided, matcher: FileMatcher | None
) -> ShownFile:
    try:
        if file.is_sheet:
            return ShownFile(file, _counts(_examined(file, decided)))
        match = matcher.match(file.name, file.read()) if matcher else None
        return ShownFile(file, {}, match)
    except NotaError as cause:
        return ShownFile(file, {}, problem=str(cause))


def _examined(file: WaitingFile, decided: Decided) -> Examined:
    return examine(office(), read_register_book(file.book(), decided, today()), decided)


def _counts(examined: Examined) -> dict[str, int]:
    return {
        "baru": len(examined.of_state("baru")),
        "sudah ada": len(examined.of_state("sudah ada")),
        "ditanyakan": len(examined.of_state("ditanyakan")),
    }


@blueprint.post("")
@needed("penyusun")
def receive() -> ResponseReturnValue:
    """Keep the files that were sent until they are taken in."""
    kept = 0
    for sent in request.files.getlist("berkas"):
        if not sent.filename:
            continue
        try:
            keep_waiting(workspace(), sent.filename, sent.read())
            kept += 1
        except NotaError as cause:
            flash(f"{cause}.")
    flash(f"{kept} berkas diterima.")
    return redirect(url_for(".page"), 303)


@blueprint.get("/<key>")
@needed("penyusun")
def register(key: str) -> ResponseReturnValue:
    """A register as it was read: columns, agreements, questions."""
    try:
        file = waiting_file(workspace(), key)
        decided = load_decisions(workspace())
        examined = _examined(file, decided)
    except NotaError as cause:
        flash(str(cause))
        return redirect(url_for(".page"), 303)
    state = request.args.get("keadaan", "")
    entries = [one for one in examined.entries if state in ("", one.state)]
    first = max(request.args.get("mulai", 0, type=int), 0)
    return render_template(
        "masukkan_daftar.html",
        file=file,
        decided=decided,
        register=examined.register,
        counts=_counts(examined),
        state=state,
        entries=entries[first : first + _SHOWN],
        first=first,
        many=len(entries),
        step=_SHOWN,
        keys=[*KEYS, OTHER],
        plain_head=plain_head,
        term_words=term_words,
        asks_unit=_asks_unit(examined),
        asks_jenis=any(not one.line.jenis for one in examined.entries),
    )


def _asks_unit(examined: Examined) -> bool:
    cells = (cell for one in examined.entries for cell in one.line.asked)
    return any("satuannya" in cell.reason for cell in cells)


@blueprint.post("/<key>/jawab")
@needed("penyusun")
def answer(key: str) -> ResponseReturnValue:
    """Keep what was answered on the page of a register."""
    try:
        file = waiting_file(workspace(), key)
        decided = load_decisions(workspace())
        examined = _examined(file, decided)
        keep_decisions(workspace(), _answered(decided, examined, Isian.posted()))
    except NotaError as cause:
        flash(str(cause))
        return redirect(url_for(".page"), 303)
    flash("Jawaban disimpan.")
    state = request.args.get("keadaan", "")
    return redirect(url_for(".register", key=key, keadaan=state or None), 303)


def _answered(decided: Decided, examined: Examined, isian: Isian) -> Decided:
    """The decisions with what a form says: columns, the whole file, cells, rows."""
    columns, orders = dict(decided.columns), dict(decided.orders)
    for number, column in enumerate(examined.register.columns):
        head = plain_head(column.head)
        chosen = isian.value.get(f"kolom-{number}", "")
        if chosen in (*KEYS, OTHER) and chosen != column.key:
            columns[head] = chosen
        order = isian.value.get(f"urutan-{number}", "")
        if order in ("hari", "bulan"):
            orders[head] = order
    cells, same = dict(decided.cells), dict(decided.same)
    skipped = set(decided.skipped)
    for entry in examined.entries:
        _answer_entry(entry, isian, cells, same, skipped)
    return replace(
        decided,
        columns=columns,
        orders=orders,
        cells=cells,
        same=same,
        skipped=frozenset(skipped),
        unit=isian.value.get("satuan") or decided.unit,
        jenis=isian.text("jenis", at_most=200) or decided.jenis,
        office=isian.text("kantor", at_most=200) or decided.office,
    )


def _answer_entry(
    entry: Entry,
    isian: Isian,
    cells: dict[str, str],
    same: dict[str, str],
    skipped: set[str],
) -> None:
    line = entry.line
    for cell in line.asked:
        said = isian.value.get(f"sel-{cell.where}", "")
        if said:
            cells[cell.mark] = "" if said == "?" else said
    said = isian.value.get(f"baris-{line.where}", "")
    if said == "lewati":
        skipped.add(line.mark)
    elif said == "sama":
        same[line.mark] = entry.slug
    elif said == "lain":
        same[line.mark] = ""


@blueprint.post("/<key>/tulis")
@needed("penyusun")
def write(key: str) -> ResponseReturnValue:
    """Write every agreement that is new and certain, or one of them."""
    try:
        file = waiting_file(workspace(), key)
        decided = load_decisions(workspace())
        examined = _examined(file, decided)
        place = Isian.posted().text("baris", at_most=200)
        many = len(examined.of_state("baru"))
        if not place and many > FEW:
            return _write_aside(key, examined, decided, many)
        taken = take_in(office(), examined, decided, (place,) if place else ())
    except NotaError as cause:
        flash(str(cause))
        return redirect(url_for(".page"), 303)
    for slug in taken.slugs:
        board().touch(slug)
    for problem in taken.failed[:5]:
        flash(problem)
    flash(f"{len(taken.slugs)} kesepakatan ditulis. Tenggatnya sudah ada di kalender.")
    return redirect(url_for(".register", key=key), 303)


def _write_aside(
    key: str, examined: Examined, decided: Decided, many: int
) -> ResponseReturnValue:
    """Many agreements, while their number is shown."""
    opened, register = office(), board()
    back = url_for(".register", key=key)
    run = Run("Memasukkan daftar", "kesepakatan ditulis", back, many)

    def goes_on(done: int, total: int) -> bool:
        run.done, run.total = done, total
        return not run.is_stopping

    def work() -> None:
        taken = take_in(opened, examined, decided, goes_on=goes_on)
        run.done = len(taken.slugs)
        run.messages.extend(taken.failed)
        for slug in taken.slugs:
            register.touch(slug)

    return begin("impor", run, work)


@blueprint.post("/<key>/lampirkan")
@needed("penyusun")
def attach_file(key: str) -> ResponseReturnValue:
    """Put a file that waits beside the agreement that was chosen."""
    isian = Isian.posted()
    slug, kind = isian.text("kesepakatan", at_most=100), isian.text("jenis")
    try:
        file = waiting_file(workspace(), key)
        if slug not in workspace().slugs():
            raise CannotAttach(file.name, "pilih kesepakatannya")
        ticks = ticks_of(isian, kind)
        new = NewAttachment(file.name, file.read(), kind_of(kind), ticks=ticks)
        attach(office(), slug, new)
        drop_waiting(workspace(), key)
        flash(f"{file.name} dilampirkan pada {slug}.")
    except NotaError as cause:
        flash(str(cause))
    return redirect(url_for(".page"), 303)


@blueprint.get("/<key>/gambar")
@needed("penyusun")
def picture(key: str) -> ResponseReturnValue:
    """A picture of the first page of a file that waits; 404 where it has none."""
    try:
        file = waiting_file(workspace(), key)
        drawn = picture_of(file.name.lower(), file.read(), width=400)
    except NoSuchFile:
        drawn = None
    if drawn is None:
        abort(404)
    return Response(drawn, mimetype="image/png")


@blueprint.post("/<key>/buang")
@needed("penyusun")
def drop(key: str) -> ResponseReturnValue:
    """Forget a file that waits; what was written of it stays."""
    try:
        drop_waiting(workspace(), key)
        flash("Berkas tidak lagi menunggu.")
    except NoSuchFile as cause:
        flash(str(cause))
    return redirect(url_for(".page"), 303)


@blueprint.post("/batal")
@needed("penyusun")
def undo() -> ResponseReturnValue:
    """Take back an import."""
    try:
        taken = take_back(office(), Isian.posted().text("impor", at_most=40))
    except NothingToTakeBack as cause:
        flash(str(cause))
        return redirect(url_for(".page"), 303)
    for slug in taken.removed:
        board().touch(slug)
    if taken.removed:
        flash(f"{len(taken.removed)} kesepakatan dihapus.")
    for slug in taken.reduced:
        board().touch(slug)
        flash(f"{slug} kembali ke data pokoknya; berkasnya tetap terlampir.")
    if taken.kept:
        flash(f"Tetap ada karena sudah diubah: {', '.join(taken.kept)}.")
    return redirect(url_for(".page"), 303)
