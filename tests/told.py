"""What the rules tell of a text of others and of an agreement: the words they point at."""

from notakesepakatan.bureau.check import check_document, temuan_list
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.kesepakatan import parse_kesepakatan


def told_of_text(text: str, *codes: str) -> list[str]:
    """The words that rules with these codes point at in a text of others."""
    found = check_document("a.txt", text.encode()).found
    return [one.piece for one in found if one.kode in codes]


def told_of_data(yaml: str, *codes: str) -> list[str]:
    """The words that rules with these codes point at in an agreement."""
    loaded = parse_kesepakatan(yaml.encode(), "uji")
    found = temuan_list(Riwayat(loaded), loaded, load_dictionary())
    return [one.piece for one in found if one.kode in codes]
