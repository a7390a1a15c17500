"""A text before and after a change in, what the drafter has to look at out.

Clauses that something needs and that are gone, keys that are lost, findings that were
not there before, data that the words no longer follow.
"""

from collections.abc import Iterator, Mapping

from notakesepakatan.compute.rules import RULES, read_kesepakatan
from notakesepakatan.compute.rules.reading import Reading
from notakesepakatan.compute.text.numbering import Numbers
from notakesepakatan.compute.text.tree import Tree, deleted, place_at
from notakesepakatan.compute.time.register import ROLE
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import CHILDREN, DataPath, Place

_NEEDED_FOR: Mapping[str, str] = {
    "jangka_waktu": "tenggat berakhir dan surat perpanjangan",
    "pemberitahuan": "tenggat dan surat pemberitahuan",
    "pengunduran_diri": "surat pengunduran diri",
    "kahar": "tenggat berita acara keadaan kahar",
    "kewajiban": "pengakhiran dan kewajiban yang tersisa",
    "musyawarah": "berita acara musyawarah",
    "berakhir_demi_hukum": "surat pengakhiran",
    "pemantauan": "laporan pemantauan",
    "kahar_tetap_berlaku": "berita acara keadaan kahar",
    "surat": "surat kepada pihak lain",
    "rencana_kerja": "Rencana Kerja",
    "perubahan": "pertimbangan setiap adendum",
    "perbaikan": "pertimbangan setiap perbaikan",
}
"""By role of a clause, what quotes it."""
_TOLD = (
    "RUJUK-TUJUAN",
    "RUJUK-LAMPIRAN",
    "RUJUK-TIMBANG",
    "RUJUK-DIRI",
    "SAMA-JANGKA-WAKTU",
    "SAMA-NAMA",
    "SAMA-NOMOR",
    "SAMA-SEBUTAN",
    "ANGKA-HURUF",
    "ANGKA-RANGKAP",
)
"""Rules of which a change may bring findings that nobody sees in the changed words."""
OF_TERM = "SAMA-JANGKA-WAKTU"


class Side:
    """One of the two texts.

    Attributes:
        kesepakatan: the data.
        reading: the same as it reads.
        numbers: where everything numbered stands.
    """

    def __init__(
        self, kesepakatan: Kesepakatan, reading: Kesepakatan, numbers: Numbers
    ) -> None:
        self.kesepakatan = kesepakatan
        self.reading = reading
        self.numbers = numbers

    @property
    def read(self) -> Reading:
        """The text as the rules read it, without the dictionary."""
        return read_kesepakatan(self.kesepakatan, None, self.reading, self.numbers)


def lost_roles(before: Tree, after: Tree) -> Iterator[str]:
    """Clauses with a role that are deleted, or no longer bear their key."""
    old, new = dict(_keys(before)), dict(_keys(after))
    for role, keys in ROLE.items():
        had = [key for key in keys if key in old and not old[key].gone]
        has = [key for key in keys if key in new and not new[key].gone]
        if not had or has:
            continue
        key = had[0]
        needed = _NEEDED_FOR[role]
        if key in new:
            yield (
                f"{old[key].words} ({key}) dihapus, padahal dipakai untuk {needed}. "
                "Periksa, atau pindahkan isinya ke pasal lain dengan kunci yang sama."
            )
        else:
            yield (
                f'kunci "{key}" pada {old[key].words} hilang, sehingga {needed} tidak '
                f'lagi menemukan dasarnya. Tulis kembali "kunci: {key}".'
            )


_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "jangka_waktu": ("jangka waktu", "masa berlaku"),
    "kahar": ("kahar", "force majeure", "keadaan memaksa"),
    "kewajiban": ("pengakhiran", "berakhirnya"),
    "musyawarah": ("perselisihan",),
    "perubahan": ("perubahan", "adendum", "addendum", "amandemen"),
}
"""By role, how a pasal is headed that says this without bearing a key."""


def lost_headings(before: Tree, after: Tree) -> Iterator[str]:
    """Clauses without a role, told by their headings, that are deleted."""
    old_pasal, new_pasal = before.get("pasal") or [], after.get("pasal") or []
    for role, names in _HEADINGS.items():
        had, has = _headed(old_pasal, names), _headed(new_pasal, names)
        if not had or has:
            continue
        place = had[0]
        if "kunci" in old_pasal[place]:
            continue
        heading = old_pasal[place]["judul"]
        words = place_at(before, ("pasal", place)).words
        yield (
            f"{words} ({heading}) dihapus, padahal menjadi dasar bagi "
            f"{_NEEDED_FOR[role]}. Periksa, atau pindahkan isinya ke pasal lain."
        )


def _headed(pasal_list: list[Tree], names: tuple[str, ...]) -> list[int]:
    """Places of the pasal that stand and have one of these names in their heading."""
    return [
        i
        for i, pasal in enumerate(pasal_list)
        if not deleted(pasal)
        and any(name in str(pasal.get("judul") or "").lower() for name in names)
    ]


class _Keyed:
    """A part that bears a key: its address in words, and whether it is deleted."""

    def __init__(self, words: str, gone: bool) -> None:
        self.words = words
        self.gone = gone


def _keys(tree: Tree) -> Iterator[tuple[str, _Keyed]]:
    yield from _keys_below(tree, tree.get("pasal") or [], ("pasal",), False)


def _keys_below(
    tree: Tree, items: list[Tree], path: DataPath, gone: bool
) -> Iterator[tuple[str, _Keyed]]:

    for i, item in enumerate(items):
        here = (*path, i)
        is_gone = gone or deleted(item)
        if item.get("kunci"):
            yield item["kunci"], _Keyed(place_at(tree, here).words, is_gone)
        for child in CHILDREN:
            if isinstance(item.get(child), list):
                yield from _keys_below(tree, item[child], (*here, child), is_gone)


NewFlaw = tuple[str, Place, str]
"""A finding that a change brings: code of the rule, place, and what is to be said."""


def new_flaws(before: Side, after: Side) -> list[NewFlaw]:
    """Findings of the changed text that the text before did not have."""
    known = {(code, message) for code, _, message in _flaws(before.read)}
    return [each for each in _flaws(after.read) if (each[0], each[2]) not in known]


def _flaws(reading: Reading) -> Iterator[NewFlaw]:
    for rule in RULES:
        if rule.kode in _TOLD:
            for flaw in rule.function(reading):
                piece = f'"{flaw.piece}": ' if flaw.piece else ""
                said = f"{piece}{flaw.message}; {flaw.saran}"
                yield rule.kode, flaw.place, said
