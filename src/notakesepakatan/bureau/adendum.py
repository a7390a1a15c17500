"""An agreement as it should read in, the draft of the adendum that makes it so out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from notakesepakatan.bureau.adendum_concerns import (
    concerns,
    flaws_brought,
    rujukan_remarks,
    term_said_otherwise,
    words_remarks,
)
from notakesepakatan.bureau.adendum_file import (
    adendum_data,
    asked_keys,
    first_file,
    with_present,
)
from notakesepakatan.bureau.adendum_request import (
    AdendumRefused,
    Request,
    TermUnsettled,
)
from notakesepakatan.bureau.induk import outlived_words
from notakesepakatan.bureau.new_term import extend_term
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.replaced_draft import (
    NotReplaced,
    ReplacedDraft,
    draft_to_replace,
)
from notakesepakatan.bureau.signed_before import SignedBefore, signed_before
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    paper_changes,
)
from notakesepakatan.compose.adendum.perbaikan import beyond_perbaikan, is_slip
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compute.change.concerns import NewFlaw
from notakesepakatan.compute.change.diff import changed_parts, diff
from notakesepakatan.compute.change.everywhere import told_as_words
from notakesepakatan.compute.change.extension import LongerText, WrongTerm, longer
from notakesepakatan.compute.change.joining import with_sentences_of_joining
from notakesepakatan.compute.change.moved import moved_rujukan, with_rujukan
from notakesepakatan.compute.change.rearranged import told_as_rearranged
from notakesepakatan.compute.change.settle import settle, with_originals_as_made
from notakesepakatan.compute.change.unseen import as_seen
from notakesepakatan.compute.text.letak import WrongLetak
from notakesepakatan.compute.text.tree import Tree
from notakesepakatan.compute.time.lacking import lacking_roles
from notakesepakatan.compute.time.register import condition, klausul_words
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.seal import examine_seals
from notakesepakatan.model.adendum import Insert, Operation, Rearrangement
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long
from notakesepakatan.workspace import Act
from notakesepakatan.workspace.contents import read_limited
from notakesepakatan.workspace.save import AlreadyThere
from notakesepakatan.write.yaml import dump

MAKING_ADENDUM = "membuat konsep adendum"
"""How the trail calls it."""
_OF_THE_NEW_TEXT = "periksa berkas yang ditunjuk --dari"


@dataclass(frozen=True)
class DraftedAdendum:
    """A draft that was written.

    Attributes:
        file: its file.
        perubahan: what it changes in words.
        peringatan: what the officer should look at.
        data_changes: data that change with it, as they were and as they are.
    """

    file: Path
    perubahan: tuple[str, ...]
    peringatan: tuple[str, ...]
    data_changes: tuple[str, ...] = ()


def draft_from(
    office: Office, slug: str, new: Path, request: Request
) -> DraftedAdendum:
    """Write `adendum-NN.yaml` that turns the text before it into the one of this file.

    Raises:
        AdendumRefused: nothing changed; more than slips changed and a correction was
            wanted; the base is a draft.
        FaultyNaskah: the new text or an adendum before is wrong.
        AlreadyThere, CannotRead, CannotWrite.
    """
    target = parse_kesepakatan(read_limited(new), str(new)).tree
    return _draft(office, slug, target, request)


def draft_from_data(
    office: Office, slug: str, new: bytes, request: Request
) -> DraftedAdendum:
    """The same from the YAML of the new text in memory."""
    return _draft(office, slug, parse_kesepakatan(new, slug).tree, request)


def draft_about_adenda(office: Office, slug: str, request: Request) -> DraftedAdendum:
    """The same for an adendum that only revokes others, or corrects their frames.

    Raises:
        AdendumRefused: they may not be revoked, a later one stands on them, or a slip is
            not there.
        FaultyNaskah, AlreadyThere, CannotRead, CannotWrite.
    """
    return _draft(office, slug, None, request)


def draft_perpanjangan(
    office: Office,
    slug: str,
    perpanjangan: Lama | date,
    request: Request,
    today: date | None = None,
) -> DraftedAdendum:
    """The same for a term that goes on after it ends: for another span, or until a day.

    Args:
        office: the workspace.
        slug: the agreement.
        perpanjangan: how much longer, or until when.
        request: what is wanted beside.
        today: the day, to refuse what ended before it; None where nobody asks.

    Raises:
        AdendumRefused: the term cannot go on so, has ended, has no last day, or that is
            drafted already.
    """
    over = ended_words(office, slug, today) if today else ""
    if over:
        raise AdendumRefused(
            f"{over}, sehingga tidak ada yang diperpanjang",
            f"buat kesepakatan baru: nota baru NAMA --seperti {slug}",
        )
    with office.workspace.act(MAKING_ADENDUM, slug, office.who) as act:
        now = office.anew()
        riwayat = _base(now, slug, request).riwayat
        _check_not_drafted(riwayat, perpanjangan)
        before = riwayat.last.kesepakatan
        jangka_waktu = extend_term(before, perpanjangan)
        text = _longer_text(riwayat, jangka_waktu)
        plan = plan_change(now, slug, text.tree, request)
        end = certain_end(jangka_waktu, before.signed, before.konvensi_berakhir)
        outlived = outlived_words(now, slug, before, end)
        told = (*_perpanjangan_remarks(text), *plan.peringatan)
        remarks = (*told, outlived) if outlived else told
        return write_plan(act, replace(plan, peringatan=remarks), request)


def _longer_text(riwayat: Riwayat, jangka_waktu: JangkaWaktu) -> LongerText:
    last = riwayat.last
    try:
        return longer(last.tree, last.kesepakatan, jangka_waktu)
    except WrongTerm as cause:
        raise AdendumRefused(str(cause), cause.saran) from None


def _perpanjangan_remarks(text: LongerText) -> Iterator[str]:
    """Where the text says its term, as it was and as it is; where else it names its end."""
    for each in text.reworded:
        yield f'{each.letak}: yang semula "{each.semula}" menjadi "{each.menjadi}".'
    if text.reworded and text.tree.get("bahasa_kedua"):
        yield "Jangka waktu pada terjemahannya tidak ikut diubah. Periksa."
    if text.alike:
        yield (
            f"Hari terakhir yang lama disebut juga pada {merge(text.alike)}; "
            "tidak ikut diubah. Periksa."
        )
    if text.budget_years:
        yield (
            "Tahun anggaran yang lama tetap disebut sebagai yang terakhir pada "
            f"{merge(text.budget_years)}; tidak ikut diubah. Periksa apakah tahun "
            "anggaran berikutnya perlu ditambahkan."
        )


_OVER = ("berakhir", "diakhiri", "batal")


def ended_words(office: Office, slug: str, today: date) -> str:
    """That an agreement is over, and since when; empty where it is not.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    ingatkan = office.pengaturan.ingatkan
    state = condition(office.summary(slug), today, ingatkan, office.calendar)
    if state.status not in _OVER or state.ended is None:
        return ""
    last = tanggal_long(state.ended.tanggal)
    because = f" ({state.because})" if state.because else ""
    return f"kesepakatan ini sudah {state.status} pada {last}{because}"


def _check_not_drafted(riwayat: Riwayat, perpanjangan: Lama | date) -> None:
    """Refuse the extension that the last draft makes: a second one would add to it."""
    if not _ends_in_draft(riwayat):
        return
    drafted = riwayat.adendum[-1]
    before = drafted.sebelum.kesepakatan
    after = drafted.sesudah.kesepakatan.jangka_waktu
    wanted = _extended(before, perpanjangan)
    if after == before.jangka_waktu or wanted is None:
        return
    if after == wanted or _end_alike(before, after, wanted):
        raise AdendumRefused(
            f"perpanjangan itu sudah ada pada konsep {drafted.source.file}",
            "tandatangani konsep itu, atau ganti dengan --ganti",
        )


def _end_alike(kesepakatan: Kesepakatan, term: JangkaWaktu, other: JangkaWaktu) -> bool:
    """Whether two terms of an agreement have the same known last day."""
    signed, convention = kesepakatan.signed, kesepakatan.konvensi_berakhir
    end = certain_end(term, signed, convention)
    return end is not None and end == certain_end(other, signed, convention)


def _extended(
    kesepakatan: Kesepakatan, perpanjangan: Lama | date
) -> JangkaWaktu | None:
    """The term that goes on; None where it cannot."""
    try:
        return extend_term(kesepakatan, perpanjangan)
    except AdendumRefused:
        return None


@dataclass(frozen=True)
class _Base:
    """What a new adendum stands on, and the draft it takes the place of, if any."""

    riwayat: Riwayat
    replaced: ReplacedDraft | None = None


def _base(office: Office, slug: str, request: Request) -> _Base:
    """The agreement with the adenda that the new one stands on."""
    riwayat, replaced = (
        _draft_to_replace(office, slug)
        if request.replace
        else (office.text(slug), None)
    )
    base = _Base(riwayat, replaced)
    if base.riwayat.origin.kesepakatan.konsep:
        raise AdendumRefused(
            "kesepakatannya masih konsep", "ubah langsung kesepakatan.yaml"
        )
    for problem in examine_seals(office.workspace, slug, base.riwayat).problems:
        raise AdendumRefused("naskahnya berubah sejak disegel", problem)
    file = _file_after(office, slug, base.riwayat)
    if base.replaced is None and file.exists():
        raise AlreadyThere(file)
    return base


def _draft_to_replace(office: Office, slug: str) -> tuple[Riwayat, ReplacedDraft]:
    try:
        return draft_to_replace(office, slug)
    except NotReplaced as cause:
        raise AdendumRefused(cause.sebab, cause.saran) from None


def _file_after(office: Office, slug: str, riwayat: Riwayat) -> Path:
    """The file of the adendum that stands on these."""
    return office.workspace.adendum_file(slug, len(riwayat.adendum) + 1)


def _ends_in_draft(riwayat: Riwayat) -> bool:
    """Whether the last adendum is not signed."""
    return bool(riwayat.adendum) and riwayat.adendum[-1].adendum.konsep


@dataclass(frozen=True)
class PlannedAdendum:
    """A change that is not written yet.

    Attributes:
        file: where it will stand.
        isi: its file.
        adendum: the same loaded, with the text before and after it.
        previous: the adenda it stands on.
        perubahan: what it changes in words.
        peringatan: what the officer should look at.
        data_changes: data that change with it, as they were and as they are.
    """

    file: Path
    isi: bytes
    adendum: LoadedAdendum
    previous: tuple[LoadedAdendum, ...]
    perubahan: tuple[str, ...]
    peringatan: tuple[str, ...]
    data_changes: tuple[str, ...] = ()


def _draft(
    office: Office, slug: str, new: Tree | None, request: Request
) -> DraftedAdendum:
    with office.workspace.act(MAKING_ADENDUM, slug, office.who) as act:
        return write_plan(act, plan_change(office.anew(), slug, new, request), request)


def write_plan(act: Act, plan: PlannedAdendum, request: Request) -> DraftedAdendum:
    """Write a change that was planned inside the lock.

    Raises:
        AlreadyThere, CannotWrite.
    """
    act.write(plan.file, plan.isi, overwrite=request.replace)
    return DraftedAdendum(plan.file, plan.perubahan, plan.peringatan, plan.data_changes)


def plan_change(
    office: Office, slug: str, new: Tree | None, request: Request
) -> PlannedAdendum:
    """The adendum or correction that turns the text before it into this one.

    Args:
        office: the workspace.
        slug: the agreement.
        new: the text as it should read; None where nothing changes but what is revoked.
        request: what is wanted beside.

    Raises:
        AdendumRefused: as `draft_from`.
        FaultyNaskah, AlreadyThere.
    """
    base = _base(office, slug, request)
    riwayat = base.riwayat
    meets = _text_without_revoked(riwayat, request)
    before = meets.tree
    seen = as_seen(before, _with_term(before if new is None else new, request))
    signed = _signed(meets, seen.tree, request)
    new = with_sentences_of_joining(before, signed.tree)
    target = with_originals_as_made(before, settle(before, new))
    _check_before_first(target)
    rujukan_list = moved_rujukan(before, target)
    moved = target
    if request.rujukan_follow:
        new = target = with_rujukan(target, rujukan_list)
    try:
        operations = _operations_through(before, moved, target, request)
    except WrongLetak as cause:
        raise AdendumRefused(str(cause), cause.saran) from None
    if not (operations or request.revoked or request.frame_slips):
        raise _nothing_changed(riwayat, seen.remarks, signed.why_not)
    if _may_undo_by_mistake(request):
        _check_starting_point(riwayat, new, target, len(operations))
    file = _file_after(office, slug, riwayat)
    content = _file_of(
        base,
        request,
        adendum_data(riwayat, request, operations, target, office.pengaturan.adendum),
        signed,
    )
    adendum, sentences = _read_back(office.composer, content, file, riwayat)
    flaws = flaws_brought(adendum)
    if not request.kept:
        _check_planned(office.composer, adendum, request, flaws)
    return PlannedAdendum(
        file=file,
        isi=content,
        adendum=adendum,
        previous=riwayat.adendum,
        perubahan=sentences,
        peringatan=(
            *_replaced_remarks(base),
            *seen.remarks,
            *signed.remarks,
            *words_remarks(operations, request.perbaikan),
            *rujukan_remarks(rujukan_list, request.rujukan_follow),
            *_unnamed_klausul(riwayat, request),
            *concerns(riwayat, adendum, flaws, new != target),
        ),
        data_changes=tuple(_data_changes(riwayat.last.tree, target)),
    )


def _unnamed_klausul(riwayat: Riwayat, request: Request) -> Iterator[str]:
    """The clause on changes that the recitals do not name, since it has no role."""
    last = riwayat.last
    known = klausul_words(last.numbers, {})
    wanted = ("perbaikan",) if request.perbaikan else ("perubahan",)
    return lacking_roles(last.reading, known, wanted, "pertimbangan adendum")


def _may_undo_by_mistake(request: Request) -> bool:
    """Whether an earlier adendum is undone only by mistake: nobody asked for it."""
    return not (request.kept or request.revoked)


def _operations_through(
    before: Tree, moved: Tree, target: Tree, request: Request
) -> list[Operation]:
    """The operations to a text; what only puts text elsewhere, and then its references.

    Args:
        before: the text that they meet.
        moved: the text they lead to, with its references as they were.
        target: the same with references that follow what they name.
        request: what is wanted beside.
    """
    front = _operations_to(before, moved, request)
    if moved == target:
        return front
    if any(_puts_elsewhere(each) for each in front):
        return [*front, *_operations_to(moved, target, request)]
    return _operations_to(before, target, request)


def _puts_elsewhere(operation: Operation) -> bool:
    shifts = isinstance(operation, Insert) and bool(operation.geser)
    return shifts or isinstance(operation, Rearrangement)


def _operations_to(before: Tree, target: Tree, request: Request) -> list[Operation]:
    """The operations between two texts, as their paper is to tell them."""
    if request.perbaikan:
        return diff(before, target, kata=True)
    rearranged = told_as_rearranged(before, diff(before, target))
    return told_as_words(before, rearranged)


def _text_without_revoked(riwayat: Riwayat, request: Request) -> Loaded:
    """The text that the new adendum changes, without those that it revokes.

    Raises:
        AdendumRefused: they may not be revoked, or a later one stands on them.
    """
    if not request.revoked:
        return riwayat.last
    wanted = {"mencabut": list(request.revoked)}
    content = dump(wanted).encode()
    try:
        return parse_adendum(content, "adendum", riwayat).whole
    except FaultyNaskah as cause:
        first = cause.temuan[0]
        raise AdendumRefused(first.message, first.saran) from None


_DATA = ("jangka_waktu", "konvensi_berakhir", "tenggat", "rangkap", "induk")
"""Keys that the register and the deadlines read, whatever the words say."""


def _data_changes(before: Tree, target: Tree) -> Iterator[str]:
    for key in _DATA:
        old, new = before.get(key), target.get(key)
        if old != new:
            yield f"{key}: semula {_shown(old)}, menjadi {_shown(new)}"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_shown(content)}" for key, content in value.items())
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    return "tidak ada" if value is None else str(value)


def _with_term(new: Tree, request: Request) -> Tree:
    """The new text with the term that was asked for beside it."""
    return {**new, "jangka_waktu": request.term} if request.term else new


def _check_planned(
    composer: Composer,
    adendum: LoadedAdendum,
    request: Request,
    flaws: Sequence[NewFlaw],
) -> None:
    """What an officer is asked about before it is drafted.

    Raises:
        AdendumRefused: a correction changes more than slips.
        TermUnsettled: the words of the term change without its data.
    """
    if request.perbaikan:
        _check_perbaikan(composer, adendum, request)
    _check_term(adendum, flaws)


def _check_term(adendum: LoadedAdendum, flaws: Sequence[NewFlaw]) -> None:
    """Words of the term do not change without its data, which the register follows.

    Raises:
        TermUnsettled: they do.
    """
    said = term_said_otherwise(adendum, flaws)
    if said:
        raise TermUnsettled("; ".join(said))


def _check_before_first(target: Tree) -> None:
    """No number comes before the first.

    Raises:
        AdendumRefused: a pasal would stand there.
    """
    first = str(target["pasal"][0].get("nomor") or "1")
    if first.startswith("0"):
        raise AdendumRefused(
            "pasal yang baru berdiri sebelum Pasal 1, padahal tidak ada nomor di depannya",
            "letakkan sesudah Pasal 1, supaya menjadi Pasal 1A, atau ubah Pasal 1 sendiri",
        )


def _signed(before: Loaded, new: Tree, request: Request) -> SignedBefore:
    """The new text with those who signed the old one, unless they are to be amended."""
    if request.signed_anew or request.perbaikan:
        return SignedBefore(new)
    called = [pihak.sebutan or pihak.nama for pihak in before.reading.para_pihak]
    return signed_before(before.tree, new, called)


def _nothing_changed(
    riwayat: Riwayat, remarks: Sequence[str], why_not: str
) -> AdendumRefused:
    if why_not:
        return AdendumRefused(
            why_not,
            "tulis yang baru pada para_pihak adendum atau berita acara berikutnya, atau "
            "tambahkan --tetap bila keterangannya memang harus diubah",
        )
    text = "naskah yang berlaku"
    if _ends_in_draft(riwayat):
        text = "naskah dengan adendum yang masih konsep"
    message = f"tidak ada yang berubah terhadap {text}"
    if remarks:
        message = "; ".join((message, *(remark.rstrip(".") for remark in remarks)))
    return AdendumRefused(message, _OF_THE_NEW_TEXT)


def _file_of(
    base: _Base, request: Request, data: dict[str, object], signed: SignedBefore
) -> bytes:
    """The adendum's file; what was written by hand into a draft before it stays."""
    data = with_present(data, signed.present) | signed.beside
    if base.replaced:
        asked = [*asked_keys(request), *signed.beside]
        return base.replaced.content_with(data, asked, signed.present)
    return first_file(data, len(base.riwayat.adendum) + 1)


def _replaced_remarks(base: _Base) -> Iterator[str]:
    """That a draft is replaced, where one is."""
    if base.replaced:
        yield base.replaced.remark


def _read_back(
    composer: Composer, content: bytes, file: Path, riwayat: Riwayat
) -> tuple[LoadedAdendum, tuple[str, ...]]:
    """The adendum as it will be read, and its sentences.

    Raises:
        AdendumRefused: it cannot be read, since the new text is at fault.
    """
    try:
        adendum = parse_adendum(content, str(file), riwayat)
        return adendum, tuple(change_sentences(composer, adendum))
    except FaultyNaskah as cause:
        message = "; ".join(temuan.message for temuan in cause.temuan)
        raise AdendumRefused(message, _OF_THE_NEW_TEXT) from None


def _check_starting_point(
    riwayat: Riwayat, new: Tree, target: Tree, count: int
) -> None:
    """A copy of an older text would undo the adenda since then unmeant.

    Args:
        riwayat: the adenda below the new one.
        new: the new text as typed.
        target: the same with the numbers it has in law.
        count: how many operations lead to it.

    Raises:
        AdendumRefused: the new text differs less from a text before one of them.
    """
    now = riwayat.last.tree
    for adendum in riwayat.adendum:
        older = adendum.riwayat.last.tree
        may_undo = changed_parts(older, now) & changed_parts(now, target)
        if may_undo and len(diff(older, settle(older, new))) < count:
            raise AdendumRefused(
                f"berkas itu tampaknya disalin dari naskah sebelum {adendum.name}, "
                f"dan akan membatalkan adendum itu",
                "salin lagi dengan nota konsolidasi NAMA --sebagai-data "
                "--termasuk-konsep, atau tambahkan --tetap",
            )


def _check_perbaikan(
    composer: Composer, adendum: LoadedAdendum, request: Request
) -> None:
    """A correction corrects slips and nothing else.

    Raises:
        AdendumRefused: more than slips changes.
    """
    beyond = beyond_perbaikan(adendum, paper_changes(composer, adendum))
    beyond += [
        f'"{slip.tertulis}": mengubah kata, bukan ejaannya'
        for slip in request.frame_slips
        if not is_slip(slip.tertulis, slip.menjadi)
    ]
    if beyond:
        listed = "\n".join(f"- {what}" for what in beyond)
        raise AdendumRefused(
            f"yang berubah lebih dari kekeliruan penulisan:\n{listed}\n"
            f"Perbaikan tidak boleh mengubah jangka waktu, angka, pihak, tugas, "
            f"atau jumlah uang",
            "hapus --perbaikan supaya menjadi adendum biasa, atau tambahkan --tetap "
            "bila semuanya memang salah tulis",
        )
