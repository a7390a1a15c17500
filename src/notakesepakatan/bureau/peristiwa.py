"""Record what happened to an agreement: one new dated file, proved to fit the others before it is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from notakesepakatan.compose.composer import Composer
from notakesepakatan.compute.peristiwa.order import check_peristiwa
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.adendum import load_riwayat
from notakesepakatan.load.datum import parse_yaml, read_limited
from notakesepakatan.load.messages import salvage, validate
from notakesepakatan.load.register import content_faults, load_summary
from notakesepakatan.load.yaml import Source, hidden_characters
from notakesepakatan.model.peristiwa import HalfAPeristiwa, Peristiwa, required_keys
from notakesepakatan.place import Place
from notakesepakatan.press.documents import event_documents, planned_documents
from notakesepakatan.press.order import DEFAULT_FORMATS, Order
from notakesepakatan.press.render import Document, write_set
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.workspace.folders import BYTE_LIMIT, PERISTIWA_FOLDER, Workspace
from notakesepakatan.workspace.save import save
from notakesepakatan.write.yaml import dump


class FaultyPeristiwa(NotaError):
    """An event that is incomplete or cannot be; nothing was recorded."""

    def __init__(self, problem: Sequence[str]) -> None:
        super().__init__("\n".join(problem) + "\nTidak ada yang dicatat.")


def record(
    workspace: Workspace,
    slug: str,
    content: Mapping[str, Any],
    source: Source | None = None,
) -> Path:
    """Write `agreements/<slug>/peristiwa/<day>-<kind>[-n].yaml`; nothing is ever overwritten.

    Args:
        workspace: the workspace.
        slug: the agreement.
        content: values of `Peristiwa` as plain data, days as ISO text.
        source: the file they come from, where there is one.

    Raises:
        FaultyPeristiwa: the event is incomplete or cannot be, and comes from no file.
        FaultyNaskah: it comes from a file and is; or what is recorded already is wrong.
        NoSuchKesepakatan, InvalidSlug, CannotWrite.
    """
    peristiwa, temuan = check_event(workspace, slug, content, source)
    if temuan and source:
        raise FaultyNaskah(temuan)
    if temuan or peristiwa is None:
        raise FaultyPeristiwa(
            [f"{t.kunci or 'peristiwa'}: {t.message}; {t.saran}" for t in temuan]
        )
    folder = workspace.agreements / slug / PERISTIWA_FOLDER
    basis = f"{peristiwa.tanggal.isoformat()}-{peristiwa.jenis.replace('_', '-')}"
    n = 1
    while (
        file := folder / (f"{basis}.yaml" if n == 1 else f"{basis}-{n}.yaml")
    ).exists():
        n += 1
    save(file, dump(_with_days(content)).encode(), overwrite=False)
    return file


def check_event(
    workspace: Workspace,
    slug: str,
    content: Mapping[str, Any],
    source: Source | None = None,
) -> tuple[Peristiwa | None, list[Temuan]]:
    """An event that would be recorded, and all that is wrong with it, in its shape and against the agreement.

    Args:
        workspace: the workspace.
        slug: the agreement.
        content: values of `Peristiwa` as plain data, days as ISO text.
        source: the file they come from, where there is one.

    Raises:
        FaultyNaskah: what is recorded already is wrong.
        NoSuchKesepakatan, InvalidSlug.
    """
    riwayat = load_riwayat(workspace, slug)
    summary = load_summary(workspace, slug, riwayat)
    origin = (
        replace(source, data=content) if source else Source("", "", content, {}, {})
    )
    peristiwa, temuan = validate(Peristiwa, origin)
    # What is there is held against the agreement even while something is missing or misspelt.
    checked = peristiwa or salvage(HalfAPeristiwa, dict(content))
    if checked:
        items = [(str(i), one) for i, one in enumerate(summary.peristiwa)] + [
            ("~", checked)
        ]
        problem = [m for name, m in check_peristiwa(summary, items) if name == "~"]
        problem += content_faults(workspace, riwayat, summary, checked)
        already = {t.kunci for t in temuan} | {
            key for key in required_keys(checked.jenis) if not content.get(key)
        }
        temuan += [
            m.found_at(origin.tempat(m.place.path))
            for m in problem
            if m.place.key not in already
        ]
    return peristiwa, temuan + list(_unreadable(origin, content))


def _unreadable(origin: Source, content: Mapping[str, Any]) -> Iterator[Temuan]:
    """What would keep the file that is written from being read again."""
    for path, character in hidden_characters(content):
        message, saran = (
            f"karakter kendali atau tak terlihat {character}",
            "hapus karakter itu (biasanya terbawa saat menyalin)",
        )
        yield Temuan(
            origin.tempat(path), Place(path), "karakter-kendali", message, saran
        )
    if len(dump(_with_days(content)).encode(errors="replace")) > BYTE_LIMIT:
        yield Temuan(
            origin.tempat(()),
            Place(),
            "terlalu-besar",
            "isinya lebih dari 1 MB",
            "ringkas uraiannya",
        )


def read_event(file: Path, kind: str) -> tuple[dict[str, Any], Source]:
    """An event as plain data from a file of the user's, which need not say its kind; and that file.

    Raises:
        FaultyPeristiwa: it is of another kind, or no mapping.
        FaultyNaskah, CannotRead.
    """
    source = parse_yaml(read_limited(file), str(file))
    data = source.data
    if not isinstance(data, dict):
        raise FaultyPeristiwa(
            [
                f"{file}: di sini harus ada kunci dan nilai; lihat docs/format-yaml.md bagian 14"
            ]
        )
    if data.get("jenis", kind) != kind:
        raise FaultyPeristiwa(
            [f"{file}: jenisnya {data['jenis']}, bukan {kind}; periksa berkasnya"]
        )
    return {"jenis": kind, **data}, source


def write_papers(
    workspace: Workspace,
    slug: str,
    file: Path,
    format_: Sequence[str] = DEFAULT_FORMATS,
) -> tuple[Path, ...]:
    """The papers of one recorded event, into `output/<slug>/`.

    Raises:
        FaultyNaskah, FaultyTemplate, CannotWrite, SystemLibraryMissing.
    """
    return tuple(
        write_set(
            workspace.output / slug, recorded_papers(workspace, slug, file), format_
        )
    )


def recorded_papers(
    workspace: Workspace, slug: str, file: Path
) -> tuple[Document, ...]:
    """The same, not yet written.

    Raises:
        FaultyNaskah, FaultyTemplate.
    """
    composer = Composer.of(workspace.root)
    return tuple(
        event_documents(
            workspace, slug, load_riwayat(workspace, slug), composer, Order(), file
        )
    )


def draft_papers(
    workspace: Workspace, slug: str, peristiwa: Peristiwa
) -> tuple[Document, ...]:
    """The papers that an event would have, before it is recorded; signed minutes give those of what they answer.

    Raises:
        FaultyNaskah, FaultyTemplate.
    """
    return tuple(
        planned_documents(
            workspace,
            slug,
            load_riwayat(workspace, slug),
            Composer.of(workspace.root),
            peristiwa,
        )
    )


def _with_days(thing: Any) -> Any:
    """ISO days as days, so that the YAML shows them without quotes."""
    if isinstance(thing, Mapping):
        return {key: _with_days(content) for key, content in thing.items()}
    if isinstance(thing, list | tuple):
        return [_with_days(content) for content in thing]
    try:
        return parse_iso(thing) if isinstance(thing, str) else thing
    except ValueError:
        return thing
