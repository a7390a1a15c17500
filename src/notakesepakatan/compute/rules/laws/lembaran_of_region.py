"""The gazette of a region, which is that of the region that made the law."""

import re
from collections.abc import Iterator

from notakesepakatan.compute.rules.laws import dasar_hukum
from notakesepakatan.compute.rules.reading import Flaw, Reading
from notakesepakatan.place import at

_REGION = r"(?P<{}>(?:Provinsi|Kabupaten|Kota) [A-Z]\w+(?: [A-Z]\w+)*)"
_OF_LAW = re.compile(rf"Peraturan Daerah {_REGION.format('own')}")
_IN_TEXT = re.compile(
    rf"{_OF_LAW.pattern} Nomor [^();]{{3,300}}"
    rf"\((?:Lembaran|Berita) Daerah {_REGION.format('said')} Tahun"
)
_SARAN = "periksa lembarannya"


def lembaran(reading: Reading) -> Iterator[Flaw]:
    """The gazettes of the state, and those of regions."""
    yield from dasar_hukum.lembaran(reading)
    yield from _of_another_region(reading)


def _of_another_region(reading: Reading) -> Iterator[Flaw]:
    """`Peraturan Daerah Kabupaten X … (Lembaran Daerah Kota X …)`."""
    for excerpt in reading.excerpts:
        for match in _IN_TEXT.finditer(excerpt.text):
            if match["own"].lower() != match["said"].lower():
                message = f"peraturannya peraturan daerah {match['own']}"
                piece, begin = match["said"], match.start("said")
                yield excerpt.flaw(
                    piece,
                    message,
                    _SARAN,
                    begin,
                )
    for regulation, place in dasar_hukum.in_data(reading) if reading.typed else ():
        own = _OF_LAW.fullmatch(regulation.jenis)
        said = regulation.lembaran.daerah if regulation.lembaran else None
        if own and said and said.lower() != own["own"].lower():
            message = f"peraturannya peraturan daerah {own['own']}"
            where = at(*place.path, "lembaran", "daerah")
            yield Flaw(
                where,
                said,
                message,
                _SARAN,
            )
