"""The text in force as a working paper: every changed place says by which adendum."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from notakesepakatan.compose.adendum.cited import cite
from notakesepakatan.compose.adendum.difference import Difference
from notakesepakatan.compose.adendum.papers import own_changes
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.lampiran import lampiran_pages
from notakesepakatan.compute.text.numbering import DIHAPUS
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat
from notakesepakatan.model.adendum import Change
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import Butir, Pasal, level_content
from notakesepakatan.naskah import Naskah
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long

_WITH_DATUM = re.compile(r'<(p|h[1-6]|tr|table)\b[^>]*?\bid="([^"]+)"[^>]*>')
_VERSION_LETTERS = 6
_WHOLE = re.compile(r"Pasal [0-9A-Za-z]+")
_TANDA_TANGAN = "tanda_tangan"
_WORDS = {
    "ubah": "diubah dengan",
    "sisip": "disisipkan dengan",
    "hapus": "dihapus dengan",
}


def compose_konsolidasi(
    composer: Composer,
    riwayat: Riwayat,
    per: date,
    yaml: bytes,
    *,
    konsep: bool = False,
) -> Naskah:
    """The consolidated text on a day.

    Args:
        composer: composer of the workspace.
        riwayat: the agreement and its adenda.
        per: the day.
        yaml: the consolidated agreement as data, to be attached.
        konsep: with the drafts too.

    Raises:
        FaultyTemplate, FaultyNaskah: a template or the styles are wrong.
    """
    used = riwayat.applied(per, konsep=konsep)
    naskah = compose_kesepakatan(
        composer,
        riwayat.on(per, konsep=konsep),
        signed=None if riwayat.origin.reading.konsep else riwayat.origin,
    )
    content = _annotate(naskah.isi, _notes(composer, used))
    head = composer.templat.render(
        "bagian/konsolidasi.html.j2", {"daftar_baris": _head(riwayat, used, per)}
    )
    on_each_page = (
        f"Naskah konsolidasi per {tanggal_long(per)}, bukan naskah yang ditandatangani"
    )
    return replace(
        with_head(naskah, head, content).with_running_head(on_each_page),
        judul=f"Naskah konsolidasi {naskah.judul}",
        source=("kesepakatan.yaml", yaml),
    )


def with_head(naskah: Naskah, head: str, content: str | None = None) -> Naskah:
    """The naskah with more paragraphs at its very top."""
    new = re.sub(
        r"(<section\b[^>]*>)",
        lambda match: match[0] + "\n" + head,
        content or naskah.isi,
        count=1,
    )
    return replace(naskah, isi=new)


def mark_draft(naskah: Naskah, yaml: bytes, day: date | None) -> Naskah:
    """A draft says on every page that it is one, of which day, and which.

    Its version follows from its data: who holds the same one reads the same.

    Args:
        naskah: the draft.
        yaml: its data.
        day: that of the draft; None where nobody knows it.
    """
    version = sha256(yaml).hexdigest()[:_VERSION_LETTERS].upper()
    dated = f"KONSEP {tanggal_long(day)}," if day else "KONSEP"
    return naskah.with_running_head(f"{dated} versi {version}")


def _head(
    riwayat: Riwayat,
    used: Sequence[LoadedAdendum],
    per: date,
) -> list[str]:
    lines = [
        f"NASKAH KONSOLIDASI per {tanggal_long(per)}. Naskah kerja untuk dibaca,"
        " bukan naskah yang ditandatangani."
    ]
    for loaded in used:
        still = " (konsep, belum ditandatangani)" if loaded.adendum.konsep else ""
        lines.append(f"Memuat {cite(loaded, riwayat.adendum)}{still}.")
    if not used:
        lines.append(f"{riwayat.origin.reading.jenis} ini belum diubah.")
    for loaded in riwayat.adendum:
        if loaded in used:
            continue
        why = "konsep, belum ditandatangani"
        revoking = riwayat.revoked_with(loaded)
        if revoking in used and revoking is not None:
            why = f"dicabut dengan {revoking.name}"
        elif loaded.in_force:
            why = f"berlaku mulai {tanggal_long(loaded.in_force)}"
        elif not loaded.adendum.konsep:
            why = "hari mulai berlakunya belum diketahui"
        lines.append(f"Tidak memuat {cite(loaded, riwayat.adendum)} ({why}).")
    return lines


_Sources = dict[str, dict[str, list[str]]]
"""By path of a datum, what was done to it, and by which adenda."""


def _notes(
    composer: Composer,
    used: Sequence[LoadedAdendum],
) -> dict[str, str]:
    """By path of a datum, what was done to it and by which adenda, as printed."""
    sources = _Sources()
    for loaded in used:
        for label in _written_anew(loaded):
            _gather_at_head(sources, label)
        deleted = _deleted_paths(loaded)
        before = _there_before(loaded.changes_text.reading)
        for difference in own_changes(composer, loaded):
            if difference.datum.startswith(_TANDA_TANGAN):
                continue  # the text bears the signatures of whoever signed it
            tindakan = _tindakan(difference, deleted, before)
            for datum in (difference.datum, *difference.others):
                done = sources.setdefault(datum, {})
                done.setdefault(tindakan, []).append(loaded.name)
    return {datum: _note(done) for datum, done in sources.items()}


def _note(done: Mapping[str, Sequence[str]]) -> str:
    """What was done to one datum, in words."""
    return merge(
        [
            f"{_WORDS[tindakan]} {merge(list(dict.fromkeys(names)))}"
            for tindakan, names in done.items()
        ]
    )


def _there_before(k: Kesepakatan) -> set[str]:
    """Paths of annexes and pasal that a new column, or a new sentence, only changes."""
    return {
        *(page.datum for page in lampiran_pages(k)),
        *(f"pasal.{pasal.nomor}.isi" for pasal in k.pasal),
    }


def _tindakan(
    difference: Difference,
    deleted: set[str],
    there_before: set[str],
) -> str:
    """What was done; what is new of a part that was there changes that part."""
    if difference.datum in deleted:
        return "hapus"
    is_new = difference.new and difference.datum not in there_before
    return "sisip" if is_new else "ubah"


def _written_anew(loaded: LoadedAdendum) -> list[str]:
    """Numbers of the pasal that are changed as a whole."""
    return [
        operation.letak.split()[1]
        for operation in loaded.adendum.perubahan
        if isinstance(operation, Change) and _WHOLE.fullmatch(operation.letak)
    ]


def _gather_at_head(
    sources: _Sources,
    label: str,
) -> None:
    """In the very sources: a pasal written anew as a whole may be numbered anew inside,
    so that what was noted below it is noted at its head.
    """
    head = f"pasal.{label}"
    below = [datum for datum in sources if datum.startswith(f"{head}.")]
    names = dict.fromkeys(
        name for datum in below for done in sources.pop(datum).values() for name in done
    )
    if names:
        sources.setdefault(head, {}).setdefault("ubah", []).extend(names)


def _deleted_paths(loaded: LoadedAdendum) -> set[str]:
    """Paths of parts that read as deleted with this adendum."""
    before = _deleted_in(loaded.changes_text.reading)
    return _deleted_in(loaded.sesudah.reading) - before


def _deleted_in(k: Kesepakatan) -> set[str]:
    pertimbangan_list = _paths(k.pertimbangan, "huruf")
    return {
        *_paths(k.pasal, "pasal"),
        *(f"pertimbangan.{path.removeprefix('huruf.')}" for path in pertimbangan_list),
        *(f"dasar_hukum.{dasar.angka}" for dasar in k.dasar_hukum if dasar.dihapus),
        *(
            f"{page.datum}.{row.alamat}"
            for page in lampiran_pages(k)
            for row in page.rows
            if DIHAPUS in (row.tahapan.isi, row.program.nama)
        ),
    }


def _paths(
    parts: Sequence[Butir | Pasal],
    level: str,
    above: str = "",
) -> set[str]:
    result = set[str]()
    for part in parts:
        here = f"{above}{level}.{part.nomor}"
        if part.dihapus:
            result |= {here, f"{here}.isi"}
        for name, content in level_content(part):
            result |= _paths(content, name, f"{here}.")
    return result


def _annotate(
    content: str,
    notes: dict[str, str],
) -> str:
    """The XHTML with a note in italics at the end of each changed paragraph or row."""
    result = list[str]()
    done = 0
    blocks = list(_WITH_DATUM.finditer(content))
    notes = _on_blocks(notes, [match[2] for match in blocks])
    for match in blocks:
        note = notes.get(match[2])
        if note:
            end = _end_of(content, match)
            result += [content[done:end], f" <i>[{note}]</i>"]
            done = end
    return "".join((*result, content[done:]))


def _on_blocks(
    notes: Mapping[str, str],
    data: Sequence[str],
) -> dict[str, str]:
    """The notes, that of a pasal without a heading at the first block inside it."""
    result = dict[str, str]()
    for datum, note in notes.items():
        is_there = datum in data
        inside = (one for one in data if one.startswith(f"{datum}."))
        result[datum if is_there else next(inside, datum)] = note
    return result


def _end_of(
    content: str,
    match: re.Match[str],
) -> int:
    """Where the words of a paragraph end.

    Of a row, those of its first cell that holds words and not a number alone; of a table
    that is one datum, those of its last cell.
    """
    if match[1] == "table":
        return content.rindex("</p>", 0, content.index("</table>", match.end()))
    if match[1] != "tr":
        return content.index(f"</{match[1]}>", match.end())
    limit = content.index("</tr>", match.end())
    cell = re.compile(r'<p class="sel(?:-label)?(?:-kecil|-renik)?">').search(
        content, match.end(), limit
    )
    return content.index("</p>", cell.end() if cell else match.end())
