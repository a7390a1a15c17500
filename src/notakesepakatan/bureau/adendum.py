"""Write the draft of an adendum from the agreement as it should read; show the text in force."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    name_of,
    paper_changes,
)
from notakesepakatan.compose.adendum.perbaikan import beyond_correction
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compute.change.diff import changed_share, diff
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.text.tree import Tree, shorten, to_tree
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.adendum import (
    LoadedAdendum,
    Riwayat,
    parse_adendum,
)
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.dasar import Lama
from notakesepakatan.press import Document, write_set
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import read_limited
from notakesepakatan.workspace.save import AlreadyThere
from notakesepakatan.write.yaml import dump


class AdendumRefused(NotaError):
    """An adendum that cannot be made as asked; nothing was written."""

    def __init__(self, sebab: str, saran: str) -> None:
        self.sebab = sebab
        super().__init__(f"Adendum tidak dibuat: {sebab}; {saran}.")


KONSOLIDASI = "naskah-konsolidasi"
_PERUBAHAN_LIMIT = 0.5
"""Share of the text beyond which a new agreement serves better than an adendum (UU 12/2011 Lampiran II 237)."""


@dataclass(frozen=True)
class Request:
    """What is wanted of a new adendum.

    Attributes:
        perbaikan: a correction of slips.
        kept: a correction even where more than slips changes.
        alasan: reasons for the recitals.
        retroactive: in force since the agreement was signed.
        replace: in place of the last one, which is a draft still.
    """

    perbaikan: bool = False
    kept: bool = False
    alasan: tuple[str, ...] = ()
    retroactive: bool = False
    replace: bool = False


def plain_reason(text: str) -> str:
    """A reason as the recital takes it, which says "bahwa" before it and ";" after it."""
    return re.sub(r"(?i)^\s*bahwa\s+", "", text).rstrip(" .;,")


@dataclass(frozen=True)
class DraftedAdendum:
    """A draft that was written: its file, what it changes in words, and what the officer should look at."""

    file: Path
    perubahan: tuple[str, ...]
    peringatan: tuple[str, ...]


def draft_from(
    office: Office, slug: str, new: Path, request: Request
) -> DraftedAdendum:
    """Write `adendum-NN.yaml` that turns the text before it into the one of this file.

    Raises:
        AdendumRefused: nothing changed; more than slips changed and a correction was wanted; the base is a draft.
        FaultyNaskah: the new text or an adendum before is wrong.
        AlreadyThere, CannotRead, CannotWrite.
    """
    return _draft(
        office,
        slug,
        parse_kesepakatan(read_limited(new), str(new)).tree,
        request,
    )


def draft_from_data(
    office: Office, slug: str, new: bytes, request: Request
) -> DraftedAdendum:
    """The same from the YAML of the new text in memory."""
    return _draft(office, slug, parse_kesepakatan(new, slug).tree, request)


def draft_extension(
    office: Office, slug: str, during: Lama, request: Request
) -> DraftedAdendum:
    """The same for a term that goes on for another span, `selama`, after it ends.

    Raises:
        AdendumRefused: the span cannot be added to the term.
    """
    riwayat, _ = _before(office, slug, request)
    lama = riwayat.last.kesepakatan
    return _draft(
        office,
        slug,
        to_tree(
            lama.model_copy(update={"jangka_waktu": _sum(lama.jangka_waktu, during)})
        ),
        request,
    )


def _sum(a: Lama, b: Lama) -> Lama:
    month = {"tahun": 12, "bulan": 1}
    if a.satuan == b.satuan:
        text = f"{a.jumlah + b.jumlah} {a.satuan}"
    elif a.satuan in month and b.satuan in month:
        text = f"{a.jumlah * month[a.satuan] + b.jumlah * month[b.satuan]} bulan"
    else:
        raise AdendumRefused(
            f"{a} dan {b} tidak dapat dijumlahkan",
            "pakai satuan yang sama dengan jangka waktunya",
        )
    try:
        return Lama.model_validate(text)
    except ValidationError:
        raise AdendumRefused(
            f"jangka waktu menjadi {text}, lebih dari seratus tahun",
            "periksa bilangannya",
        ) from None


def _before(office: Office, slug: str, request: Request) -> tuple[Riwayat, Path]:
    """The agreement with the adenda that the new one stands on, and the new one's file."""
    riwayat = office.riwayat(slug)
    if riwayat.origin.kesepakatan.konsep:
        raise AdendumRefused(
            "kesepakatannya masih konsep", "ubah langsung kesepakatan.yaml"
        )
    konsep = bool(riwayat.adendum) and riwayat.adendum[-1].adendum.konsep
    if request.replace:
        if not konsep:
            raise AdendumRefused(
                "tidak ada konsep adendum yang dapat diganti", "jalankan tanpa --ganti"
            )
        riwayat = Riwayat(riwayat.origin, riwayat.adendum[:-1])
    file = office.workspace.adendum_file(slug, len(riwayat.adendum) + 1)
    if file.exists() and not request.replace:
        raise AlreadyThere(file)
    return riwayat, file


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
    """

    file: Path
    isi: bytes
    adendum: LoadedAdendum
    previous: tuple[LoadedAdendum, ...]
    perubahan: tuple[str, ...]
    peringatan: tuple[str, ...]


def _draft(office: Office, slug: str, new: Tree, request: Request) -> DraftedAdendum:
    return write_plan(plan_change(office, slug, new, request), request)


def write_plan(plan: PlannedAdendum, request: Request) -> DraftedAdendum:
    """Write a planned change.

    Raises:
        AlreadyThere, CannotWrite.
    """
    Workspace.write(plan.file, plan.isi, overwrite=request.replace)
    return DraftedAdendum(plan.file, plan.perubahan, plan.peringatan)


def plan_change(
    office: Office, slug: str, new: Tree, request: Request
) -> PlannedAdendum:
    """The adendum or correction that turns the text before it into this one, as data of the agreement.

    Raises:
        AdendumRefused: as `draft_from`.
        FaultyNaskah, AlreadyThere.
    """
    riwayat, file = _before(office, slug, request)
    now = riwayat.last.tree
    target = settle(now, new)
    operation = diff(now, target, kata=request.perbaikan)
    if not operation:
        konsep = bool(riwayat.adendum) and riwayat.adendum[-1].adendum.konsep
        yang = (
            "naskah dengan adendum yang masih konsep"
            if konsep
            else "naskah yang berlaku"
        )
        raise AdendumRefused(
            f"tidak ada yang berubah terhadap {yang}",
            "periksa berkas yang ditunjuk --dari",
        )
    if not request.kept:
        _check_starting_point(riwayat, new, len(operation))
    data: dict[str, object] = {"jenis": "perbaikan" if request.perbaikan else "adendum"}
    if request.retroactive:
        data["berlaku_surut"] = "ya"
    if pihak := _officials(riwayat):
        data["para_pihak"] = pihak
    if request.alasan:
        data["alasan"] = [plain_reason(one) for one in request.alasan]
    data["perubahan"] = [
        _as_yaml(one.model_dump(mode="json", exclude_none=True)) for one in operation
    ]
    content = _HEAD.format(len(riwayat.adendum) + 1) + dump(data)
    composer = office.composer
    try:
        a = parse_adendum(content.encode(), str(file), riwayat)
        kalimat = tuple(change_sentences(composer, a))
    except FaultyNaskah as cause:
        message = "; ".join(t.message for t in cause.temuan)
        raise AdendumRefused(message, "periksa berkas yang ditunjuk --dari") from None
    if request.perbaikan:
        _check_correction(composer, a, request.kept)
    return PlannedAdendum(
        file,
        content.encode(),
        a,
        riwayat.adendum,
        kalimat,
        tuple(_warnings(riwayat, now, new, target)),
    )


_HEAD = """\
# Konsep adendum ke-{0}. Isi penandatanganan (tempat, tanggal) dan nomor tiap pihak bila sudah ditandatangani;
# periksa pejabat dan jabatan: tulis yang menjabat pada hari itu. alasan menjadi butir pertimbangan.
"""


def _check_starting_point(riwayat: Riwayat, new: Tree, count: int) -> None:
    """A copy of an older text would undo the adenda since then without anybody meaning it."""
    for a in riwayat.adendum:
        lama = a.sebelum.tree
        if len(diff(lama, settle(lama, new))) < count:
            raise AdendumRefused(
                f"berkas itu tampaknya disalin dari naskah sebelum {name_of(a)}, dan akan membatalkan adendum itu",
                "salin lagi dengan nota konsolidasi NAMA --sebagai-data --termasuk-konsep, atau tambahkan --tetap",
            )


def _officials(riwayat: Riwayat) -> list[dict[str, object]]:
    """Who signed last, for the officer to look at."""
    k = riwayat.last.kesepakatan
    last = riwayat.adendum[-1].adendum.para_pihak if riwayat.adendum else ()
    result: list[dict[str, object]] = []
    for i, pihak in enumerate(k.para_pihak):
        before = last[i] if i < len(last) else None
        one = {
            name: (getattr(before, name, None) or getattr(pihak, name))
            for name in ("pejabat", "jabatan")
        }
        result.append({name: value for name, value in one.items() if value})
    return result


def _as_yaml(operation: dict[str, object]) -> dict[str, object]:
    letak = str(
        operation.get("letak") or operation.get("setelah") or operation.get("sebelum")
    ).split()
    di = (
        ("lampiran",)
        if letak[0] == "Lampiran"
        else ("pasal",)
        if letak[0] == "Pasal" and len(letak) == 2
        else ()
    )
    return {
        key: _shorten(content, di) if key in ("menjadi", "isi") else content
        for key, content in operation.items()
    }


def _shorten(content: object, di: tuple[str, ...]) -> object:
    """New content in short form; a list of parts stays a list."""
    return (
        [shorten(one, di) for one in content]
        if isinstance(content, list) and content and isinstance(content[0], dict)
        else shorten(content, di)
    )


def _check_correction(composer: Composer, a: LoadedAdendum, kept: bool) -> None:
    more = beyond_correction(a, paper_changes(composer, a))
    if more and not kept:
        items = "\n".join(f"- {one}" for one in more)
        raise AdendumRefused(
            f"yang berubah lebih dari kekeliruan penulisan:\n{items}\n"
            "Perbaikan tidak boleh mengubah jangka waktu, angka, pihak, tugas, atau jumlah uang",
            "hapus --perbaikan supaya menjadi adendum biasa, atau tambahkan --tetap bila semuanya memang salah tulis",
        )


def _warnings(riwayat: Riwayat, now: Tree, new: Tree, target: Tree) -> list[str]:
    result = [
        f"{name_of(a)} masih konsep; adendum ini disusun di atasnya."
        for a in riwayat.adendum
        if a.adendum.konsep
    ]
    if changed_share(now, target) > _PERUBAHAN_LIMIT:
        result.append(
            "Lebih dari separuh naskah berubah; kesepakatan baru lebih baik daripada adendum (angka 237)."
        )
    if now.get("jangka_waktu") != target.get("jangka_waktu") and "lampiran" in target:
        result.append(
            "Kolom tahun Rencana Kerja ikut berubah; baris bertanda semua berlaku juga pada tahun yang baru. Periksa."
        )
    if new != target:
        result.append(
            "Nomor tidak bergeser: ketentuan yang dihapus tetap bernomor dan ketentuan yang disisipkan diberi nomor sisipan. "
            "Periksa rujukan yang ditulis dengan nomor."
        )
    return result


def data_in_force(riwayat: Riwayat, per: date | None, *, konsep: bool = False) -> str:
    """The consolidated agreement as YAML in the shape of `kesepakatan.yaml`; with `per` None all that is signed is in it."""
    return dump(
        shorten(
            riwayat.on(per, konsep=konsep).kesepakatan.model_dump(
                mode="json", exclude_defaults=True
            )
        )
    )


def write_konsolidasi(
    office: Office,
    slug: str,
    per: date,
    konsep: bool,
    format_: Sequence[str],
    to: Path | None = None,
) -> tuple[Path, ...]:
    """Write `naskah-konsolidasi` of an agreement to its folder in `output/`, or in `to`.

    Raises:
        FaultyNaskah, CannotWrite, SystemLibraryMissing, NoSuchKesepakatan, InvalidSlug.
    """
    return tuple(
        write_set(
            office.workspace.documents(slug, to),
            [konsolidasi_document(office, slug, per, konsep)],
            format_,
        )
    )


def konsolidasi_document(
    office: Office, slug: str, per: date, konsep: bool
) -> Document:
    """The same, to be written or shown.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug.
    """
    riwayat = office.riwayat(slug)
    yaml = data_in_force(riwayat, per, konsep=konsep).encode()
    naskah = compose_konsolidasi(office.composer, riwayat, per, yaml, konsep=konsep)
    return Document(
        KONSOLIDASI,
        naskah,
        (riwayat.origin.source, *(a.source for a in riwayat.adendum)),
    )
