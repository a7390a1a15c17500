"""A correction in, the slips of earlier adenda's frames that it corrects out, each at its
place on that adendum's paper.
"""

from collections.abc import Iterator
from typing import NamedTuple

from notakesepakatan.compose.adendum.pertimbangan import first_alasan
from notakesepakatan.compose.adendum.provisions import provisions
from notakesepakatan.compose.adendum.side import in_indonesian
from notakesepakatan.compute.text.isian import sebutan_by_key
from notakesepakatan.load.adendum.frame_slips import as_corrected, correct_frame
from notakesepakatan.load.adendum.riwayat import LoadedAdendum
from notakesepakatan.place import DataPath
from notakesepakatan.words.lists import as_sentence, nth_huruf

_IN_LIST = {
    "dasar_hukum": "dasar hukum angka",
    "saksi": "saksi angka",
    "mengetahui": "mengetahui angka",
}


class ToldSlip(NamedTuple):
    """One slip: where it stands on paper, as written, and as it should be."""

    letak: str
    tertulis: str
    seharusnya: str


def frame_slips(loaded: LoadedAdendum) -> Iterator[ToldSlip]:
    """The slips in the order that the correction lists them."""
    earlier = list(loaded.riwayat.adendum)
    now = [as_corrected(item, earlier) for item in earlier]
    for slip in loaded.adendum.perbaikan_adendum:
        i = slip.nomor - 1
        done = correct_frame(now[i], slip)
        now[i] = done.adendum
        letak = f"{earlier[i].name}, {_place(earlier[i], done.path)}"
        yield ToldSlip(letak, slip.tertulis, slip.menjadi)


def _place(item: LoadedAdendum, path: DataPath) -> str:
    """Where a datum of the frame stands on the adendum's paper."""
    key, *inside = path
    if key == "para_pihak":
        sebutan = sebutan_by_key(item.sesudah.reading)
        called = list(sebutan.values())[int(inside[0])]
        return f"{str(inside[1]).replace('_', ' ')} {called}"
    if key == "alasan":
        first = first_alasan(in_indonesian(item), item.riwayat.adendum)
        return f"pertimbangan huruf {nth_huruf(first + int(inside[0]))}"
    if key == "ketentuan_peralihan" and inside:
        return _place_of_provision(item, int(inside[0]))
    if key in _IN_LIST and inside:
        return f"{_IN_LIST[str(key)]} {int(inside[0]) + 1}"
    return str(key).replace("_", " ")


def _place_of_provision(item: LoadedAdendum, i: int) -> str:
    """Where one of its own provisions stands among the last ones."""
    if item.adendum.bentuk != "pasal":
        return "ketentuan peralihan"
    own = item.adendum.ketentuan_peralihan[i]
    told = provisions(in_indonesian(item), item.riwayat.adendum, rights_stay=False)
    return f"Pasal II ayat ({told.index(as_sentence(own)) + 1})"
