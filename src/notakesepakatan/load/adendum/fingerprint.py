"""The texts that an adendum was drafted against, as hashes; and where a text is another now."""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.model.adendum import Adendum, TextBelow
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import DataPath, Place
from notakesepakatan.temuan import Temuan
from notakesepakatan.workspace.layout import KESEPAKATAN_FILE

if TYPE_CHECKING:
    from notakesepakatan.load.adendum.riwayat import LoadedAdendum

_SHORT = 6
"""Letters of the hash of one part: enough to tell which part is another."""
_NOT_OF_THE_TEXT = {"abaikan", "disisihkan", "halaman"}
"""What may change in the file without the text being another."""


class _Part(NamedTuple):
    """One part of a file: where it stands, and what it says."""

    path: DataPath
    content: Any


def texts_below(
    origin: Loaded, adenda: "Sequence[LoadedAdendum]"
) -> tuple[TextBelow, ...]:
    """The agreement and its adenda as an adendum on top of them keeps them."""
    return (origin.as_kept, *(each.as_kept for each in adenda))


def kesepakatan_as_kept(kesepakatan: Kesepakatan) -> TextBelow:
    """The agreement itself as an adendum keeps it."""
    return _as_kept(KESEPAKATAN_FILE, _parts_of_kesepakatan(kesepakatan))


def adendum_as_kept(adendum: Adendum, file: str) -> TextBelow:
    """An adendum as those on top of it keep it, by the path of its file."""
    return _as_kept(Path(file).name, _parts_of_adendum(adendum))


def _as_kept(name: str, parts: Sequence[_Part]) -> TextBelow:
    contents = [part.content for part in parts]
    short = " ".join(_hash(content)[:_SHORT] for content in contents)
    return TextBelow(nama=name, sidik=_hash(contents), bagian=short)


def _parts_of_kesepakatan(kesepakatan: Kesepakatan) -> list[_Part]:
    data = kesepakatan.model_dump(
        mode="json", exclude_unset=True, exclude=_NOT_OF_THE_TEXT
    )
    pasal = data.pop("pasal", [])
    return [
        *(_Part(("pasal", i), each) for i, each in enumerate(pasal)),
        *(_Part((key,), [key, data[key]]) for key in sorted(data)),
    ]


def _parts_of_adendum(adendum: Adendum) -> list[_Part]:
    perubahan = [
        operation.model_dump(mode="json", exclude_unset=True)
        for operation in adendum.perubahan
    ]
    parts = [_Part(("perubahan", i), each) for i, each in enumerate(perubahan)]
    if adendum.mencabut:
        parts.append(_Part(("mencabut",), list(adendum.mencabut)))
    for i, slip in enumerate(adendum.perbaikan_adendum):
        parts.append(_Part(("perbaikan_adendum", i), slip.model_dump(mode="json")))
    return parts


def _hash(content: Any) -> str:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return sha256(text.encode(errors="replace")).hexdigest()


def other_than_kept(
    adendum: Adendum,
    name: str,
    origin: Loaded,
    adenda: "Sequence[LoadedAdendum]",
) -> Iterator[Temuan]:
    """Texts that are not those the adendum was drafted against, each at its first place.

    Args:
        adendum: what it keeps; nothing is said of one that keeps no hashes.
        name: how it is called: "Adendum Kedua".
        origin: the agreement.
        adenda: those before it.
    """
    now = {text.nama: text for text in texts_below(origin, adenda)}
    for kept in adendum.disusun_atas:
        text = now.get(kept.nama)
        if text is None or text.sidik == kept.sidik:
            continue
        source, parts = _of_file(kept.nama, origin, adenda)
        path = _first_other(kept, text, parts)
        message = (
            f"isi {kept.nama} bukan lagi naskah yang menjadi dasar {name}, "
            "sehingga perubahannya dapat mengenai ketentuan lain"
        )
        place = Place(path)
        yield Temuan(
            source.tempat(path), place, "naskah-dasar", message, _way_out(adendum, name)
        )


def _way_out(adendum: Adendum, name: str) -> str:
    if adendum.konsep:
        return f"periksa {name}, lalu susun lagi konsepnya dengan --ganti"
    return (
        "kembalikan isinya seperti ketika adendum itu disusun, dan tuangkan "
        "perubahannya dalam adendum baru; bila naskahnya dahulu salah disalin dari "
        f"yang ditandatangani, hapus disusun_atas dari {name} dan segel kembali "
        "dengan alasannya"
    )


def _of_file(
    name: str, origin: Loaded, adenda: "Sequence[LoadedAdendum]"
) -> tuple[Source, list[_Part]]:
    for each in adenda:
        if Path(each.source.file).name == name:
            return each.source, _parts_of_adendum(each.adendum)
    return origin.source, _parts_of_kesepakatan(origin.kesepakatan)


def _first_other(kept: TextBelow, now: TextBelow, parts: Sequence[_Part]) -> DataPath:
    """Where the first part stands that is another; the end where one is gone there."""
    was, is_now = (kept.bagian or "").split(), (now.bagian or "").split()
    for i, (before, after) in enumerate(zip_longest(was, is_now)):
        if before != after and i < len(parts):
            return parts[i].path
    return ()
