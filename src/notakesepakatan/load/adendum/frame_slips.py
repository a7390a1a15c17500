"""The frame of an adendum and slips found in it later in, the frame as it should read out.

What an adendum says of itself (numbers, reasons, provisions) is none of the text that it
changes: who cites it afterwards cites it as corrected, and its own paper stays as signed.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from notakesepakatan.compute.change.words import replace_words
from notakesepakatan.load.adendum.frame import FRAME_KEYS
from notakesepakatan.load.adendum.revoked import without_revoked
from notakesepakatan.model.adendum import Adendum, FrameSlip
from notakesepakatan.place import DataPath, at
from notakesepakatan.temuan import Problem

if TYPE_CHECKING:
    from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat


class CorrectedFrame(NamedTuple):
    """An adendum as it should read after one slip of its frame.

    Attributes:
        adendum: its data.
        path: where the slip stood.
        times: in how many places the words stood; only once is right.
    """

    adendum: Adendum
    path: DataPath
    times: int


def correct_frame(adendum: Adendum, slip: FrameSlip) -> CorrectedFrame:
    """The frame with other words in the place of a slip, where they stand once."""
    data = adendum.model_dump(mode="json", exclude_unset=True)
    found = [
        path
        for key in FRAME_KEYS
        for path, text in _texts(data.get(key), (key,))
        if _in_text(text, slip)
    ]
    if len(found) != 1:
        return CorrectedFrame(adendum, found[0] if found else (), len(found))
    (path,) = found
    key = str(path[0])
    data[key] = _replaced(data[key], path[1:], slip)
    return CorrectedFrame(Adendum.model_validate(data), path, 1)


def _texts(node: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, content in node.items():
            yield from _texts(content, (*path, key))
    elif isinstance(node, list):
        for i, content in enumerate(node):
            yield from _texts(content, (*path, i))


def _in_text(text: str, slip: FrameSlip) -> bool:
    return replace_words(text, slip.tertulis, slip.menjadi)[1] == 1


def _replaced(node: Any, path: DataPath, slip: FrameSlip) -> Any:
    """The value with the words replaced in the text at a path, and nowhere else."""
    if not path:
        return replace_words(node, slip.tertulis, slip.menjadi)[0]
    step, rest = path[0], path[1:]
    if isinstance(node, list):
        return [
            _replaced(one, rest, slip) if i == step else one
            for i, one in enumerate(node)
        ]
    return {**node, step: _replaced(node[step], rest, slip)}


def as_corrected(loaded: "LoadedAdendum", others: "Sequence[LoadedAdendum]") -> Adendum:
    """The data of an adendum with the corrections that others make of its frame."""
    adendum = loaded.adendum
    for other in others:
        for slip in other.adendum.perbaikan_adendum:
            if slip.nomor == loaded.nomor:
                adendum = correct_frame(adendum, slip).adendum
    return adendum


def check_frame_slips(adendum: Adendum, riwayat: "Riwayat") -> Iterator[Problem]:
    """Slips that are not where the correction says.

    Args:
        adendum: the correction.
        riwayat: the agreement with every adendum before it.
    """
    standing = {item.nomor: item for item in without_revoked(riwayat.adendum)}
    corrected = {n: as_corrected(item, riwayat.adendum) for n, item in standing.items()}
    for i, slip in enumerate(adendum.perbaikan_adendum):
        item = standing.get(slip.nomor)
        if item is None or item.adendum.konsep:
            message = f"{slip.adendum} bukan adendum yang berlaku sebelum ini"
            place = at("perbaikan_adendum", i, "adendum")
            yield Problem(place, "perbaikan", message, "sebut adendum yang salah tulis")
            continue
        done = correct_frame(corrected[slip.nomor], slip)
        corrected[slip.nomor] = done.adendum
        if done.times != 1:
            yield _not_once(i, slip, item, done.times)


def _not_once(i: int, slip: FrameSlip, item: "LoadedAdendum", times: int) -> Problem:
    place = at("perbaikan_adendum", i, "tertulis")
    message = f'"{slip.tertulis}" ada di {times} tempat pada kerangka {item.name}'
    saran = "sebut lebih banyak kata di sekitarnya"
    if not times:
        message = f'"{slip.tertulis}" tidak ada pada kerangka {item.name}'
        saran = "salin kata-katanya dari naskah adendum itu"
        operations = [
            each.model_dump(mode="json", exclude_none=True)
            for each in item.adendum.perubahan
        ]
        if replace_words(operations, slip.tertulis, slip.menjadi)[1]:
            message = f'"{slip.tertulis}" ada pada bunyi yang diubah dengan {item.name}'
            saran = (
                "betulkan pada naskahnya (nota adendum --dari … --perbaikan); tempatnya "
                "dalam adendum itu disebut sendiri"
            )
    return Problem(place, "perbaikan", message, saran)
