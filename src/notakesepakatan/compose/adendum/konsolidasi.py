"""The text in force as a working paper: every changed place says by which adendum."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from notakesepakatan.compose.adendum.papers import cite, name_of, paper_changes
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import annex_rows, compose_kesepakatan
from notakesepakatan.compute.text.numbering import DIHAPUS
from notakesepakatan.load.adendum import LoadedAdendum, Riwayat
from notakesepakatan.model.adendum import Change
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import Butir, Pasal, level_content
from notakesepakatan.naskah import Naskah
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long

_WITH_DATUM = re.compile(r'<(p|h[1-6]|tr)\b[^>]*?\bid="([^"]+)"[^>]*>')
_WHOLE = re.compile(r"Pasal [0-9A-Za-z]+")
_WORD = {
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
    naskah = compose_kesepakatan(composer, riwayat.on(per, konsep=konsep))
    content = _annotate(naskah.isi, _sources(composer, used))
    head = composer.templat.render(
        "bagian/konsolidasi.html.j2", {"daftar_baris": _head(riwayat, used, per)}
    )
    return replace(
        mark(naskah, head, content),
        judul=f"Naskah konsolidasi {naskah.judul}",
        source=("kesepakatan.yaml", yaml),
    )


def mark(naskah: Naskah, head: str, content: str | None = None) -> Naskah:
    """The naskah with more paragraphs at its very top."""
    new = re.sub(
        r"(<section\b[^>]*>)",
        lambda match: match[0] + "\n" + head,
        content or naskah.isi,
        count=1,
    )
    return replace(naskah, isi=new)


def mark_draft(composer: Composer, naskah: Naskah, galat: int) -> Naskah:
    """A draft that still has faults says so at its top."""
    word = f"KONSEP: masih ada {galat} galat, lihat nota periksa"
    return mark(
        naskah,
        composer.templat.render("bagian/konsolidasi.html.j2", {"daftar_baris": [word]}),
    )


def _head(riwayat: Riwayat, used: Sequence[LoadedAdendum], per: date) -> list[str]:
    kind = riwayat.origin.reading.jenis
    line = [
        f"NASKAH KONSOLIDASI per {tanggal_long(per)}. Naskah kerja untuk dibaca, bukan naskah yang ditandatangani."
    ]
    line += [
        f"Memuat {cite(a)}{'' if a.in_force else ' (konsep, belum ditandatangani)'}."
        for a in used
    ]
    if not used:
        line.append(f"{kind} ini belum diubah.")
    for a in riwayat.adendum[len(used) :]:
        cause = (
            f"berlaku mulai {tanggal_long(a.in_force)}"
            if a.in_force
            else "konsep, belum ditandatangani"
        )
        line.append(f"Tidak memuat {cite(a)} ({cause}).")
    return line


def _sources(composer: Composer, used: Sequence[LoadedAdendum]) -> dict[str, str]:
    """By path of the datum, what was done to it and by which adenda, as printed."""
    origin: dict[str, dict[str, list[str]]] = {}
    for a in used:
        remove = _deleted_paths(a)
        # A pasal written anew as a whole may be numbered anew inside: what was noted below it is noted at its head.
        for new in [
            one.letak.split()[1]
            for one in a.adendum.perubahan
            if isinstance(one, Change) and _WHOLE.fullmatch(one.letak)
        ]:
            lama = [
                origin.pop(datum)
                for datum in list(origin)
                if datum.startswith(f"pasal.{new}.")
            ]
            name = dict.fromkeys(
                one for content in lama for items in content.values() for one in items
            )
            if name:
                origin.setdefault(f"pasal.{new}", {}).setdefault("ubah", []).extend(
                    name
                )
        for difference in paper_changes(composer, a):
            word = (
                "hapus"
                if difference.datum in remove
                else "sisip"
                if difference.new
                else "ubah"
            )
            origin.setdefault(difference.datum, {}).setdefault(word, []).append(
                name_of(a)
            )
    return {
        datum: merge(
            [
                f"{_WORD[word]} {merge(list(dict.fromkeys(name)))}"
                for word, name in content.items()
            ]
        )
        for datum, content in origin.items()
    }


def _deleted_paths(a: LoadedAdendum) -> set[str]:
    """Paths of parts that read as deleted with this adendum."""
    lama, new = (_deleted_in(t.reading) for t in (a.sebelum, a.sesudah))
    return new - lama


def _deleted_in(k: Kesepakatan) -> set[str]:
    result = _paths(k.pasal, "pasal")
    result |= {
        f"pertimbangan.{one.removeprefix('huruf.')}"
        for one in _paths(k.pertimbangan, "huruf")
    }
    result |= {f"dasar_hukum.{one.angka}" for one in k.dasar_hukum if one.dihapus}
    return result | {
        f"lampiran.{line.alamat}"
        for line in annex_rows(k)
        if DIHAPUS in (line.tahapan.isi, line.program.nama)
    }


def _paths(items: Sequence[Butir | Pasal], level: str, above: str = "") -> set[str]:
    result = set[str]()
    for one in items:
        here = f"{above}{level}.{one.nomor}"
        if one.dihapus:
            result |= {here, f"{here}.isi"}
        for name, content in level_content(one):
            result |= _paths(content, name, f"{here}.")
    return result


def _annotate(content: str, origin: dict[str, str]) -> str:
    """The XHTML with a note in italics at the end of each changed paragraph or row."""
    result, end = list[str](), 0
    for match in _WITH_DATUM.finditer(content):
        catatan = origin.get(match[2])
        if not catatan:
            continue
        letak = _end_of(content, match)
        result += [content[end:letak], f" <i>[{catatan}]</i>"]
        end = letak
    return "".join((*result, content[end:]))


def _end_of(content: str, match: re.Match[str]) -> int:
    """Where the words of a paragraph end.

    Of a row, those of its first cell that holds words and not a number alone.
    """
    if match[1] != "tr":
        return content.index(f"</{match[1]}>", match.end())
    limit = content.index("</tr>", match.end())
    cell = re.compile(r'<p class="sel(?:-label)?">').search(content, match.end(), limit)
    return content.index("</p>", cell.end() if cell else match.end())
