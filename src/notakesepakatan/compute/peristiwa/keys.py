"""Rules on the keys of one event: what its kind must say, and what is not for it."""

from notakesepakatan.compute.peristiwa.subjects import Fault, Faults
from notakesepakatan.model.peristiwa import Peristiwa, known_keys, required_keys
from notakesepakatan.place import Place

_OF_EVERY_KIND = frozenset({"jenis", "tanggal", "nomor", "keterangan", "dicabut"})


def missing(p: Peristiwa) -> Faults:
    """A key without which an event of this kind says nothing."""
    for key in required_keys(p.jenis):
        if getattr(p, key) in (None, ()):
            yield Fault(Place(), f"{key} belum ada", f'tambahkan "{key}:"')


def how_long(p: Peristiwa) -> Faults:
    """An extension says either how long it is or its last day."""
    if p.jenis != "perpanjangan":
        return
    if p.selama is None and p.sampai is None:
        saran = 'tambahkan "selama:", mis. 2 tahun, atau "sampai:", hari terakhirnya'
        yield Fault(Place(), "selama belum ada", saran)
    if p.selama and p.sampai:
        saran = "pakai salah satu"
        yield Fault(Place(), "selama dan sampai berdampingan", saran)


def foreign(p: Peristiwa) -> Faults:
    """A key that belongs to events of another kind."""
    allowed = _OF_EVERY_KIND.union(known_keys(p.jenis))
    for key in sorted(p.model_fields_set - allowed):
        yield Fault(
            Place(),
            f"{key} bukan untuk jenis {p.jenis}",
            f'hapus "{key}:", atau periksa jenisnya',
        )
