"""Lists in capitals, A., B., C.: numbered, referred to as "huruf A", changed by adenda, printed in every format."""

import pytest

from conftest import MINIMAL, write_all
from notakesepakatan.compose.adendum.phrases import phrases
from notakesepakatan.compose.adendum.sentences import Container, reads
from notakesepakatan.compose.adendum.speech import IN_INDONESIAN
from notakesepakatan.compose.adendum.touched import touches
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import Template
from notakesepakatan.compute.change.apply import apply
from notakesepakatan.compute.change.diff import diff
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.text.letak import WrongLetak, find
from notakesepakatan.compute.text.tree import place_at
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan

YAML = (
    MINIMAL[: MINIMAL.index("pasal:")]
    + """\
pasal:
- isi: "Layanan meliputi:"
  kapital:
  - isi: "rawat jalan, yaitu:"
    angka: [umum; dan, gigi;]
  - kunci: inap
    isi: rawat inap; dan
  - rujukan.
- isi: "Sebagaimana dimaksud [[dalam Pasal 1 huruf B]] dan [[dalam Pasal 1 huruf A angka 2]]."
- huruf: [satu; dan, dua.]
"""
)


def loaded(yaml: str = YAML) -> Loaded:
    return parse_kesepakatan(yaml.encode(), "uji")


def test_it_is_numbered_and_referred_to_by_capital_letters() -> None:
    reading = loaded().reading
    assert [butir.nomor for butir in reading.pasal[0].kapital] == ["A", "B", "C"]
    assert reading.pasal[1].isi == (
        "Sebagaimana dimaksud dalam Pasal 1 huruf B dan dalam Pasal 1 huruf A angka 2."
    )


@pytest.mark.slow
@pytest.mark.parametrize("gaya", ["A.", "A)", "(A)"])
def test_every_format_prints_it(gaya: str) -> None:
    yaml = YAML.replace("  kapital:", f'  gaya_rincian: "{gaya}"\n  kapital:')
    naskah = compose_kesepakatan(Composer(Template(None)), loaded(yaml))
    assert f"{gaya.replace('A', 'B')} rawat inap; dan" in write_all(naskah).txt


def test_a_place_in_it_is_found_as_it_is_printed() -> None:
    tree = loaded().tree
    path = find(tree, "Pasal 1 huruf B")
    assert path == ("pasal", 0, "kapital", 1)
    assert place_at(tree, path).words == "Pasal 1 huruf B"
    with pytest.raises(WrongLetak) as refusal:
        find(tree, "Pasal 3 huruf A")
    assert refusal.value.saran == "yang ada: huruf a, huruf b"


def test_an_adendum_changes_it_and_says_so() -> None:
    before = loaded().tree
    wanted = YAML.replace("rawat inap; dan\n", "rawat inap;\n").replace(
        "  - rujukan.", "  - rujukan; dan\n  - ambulans."
    )
    target = settle(before, loaded(wanted).tree)
    operations = diff(before, target)
    assert apply(before, operations) == (target, [])
    told, _ = touches(before, operations)
    said = [one.phrase for one in phrases(told)]
    words = reads(Container("Pasal 1"), said, IN_INDONESIAN)
    assert "ditambahkan 1 (satu) huruf, yakni huruf D" in words
    assert "huruf B dan huruf C" in words
