"""Bullets bear no number, so an adendum names them by where they stand in the text it changes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from conftest import MINIMAL
from notakesepakatan.compose.adendum.papers import change_sentences, compose_sandingan
from notakesepakatan.compose.adendum.poin_places import by_place, in_order
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.templates import Template
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.write.txt import write_txt

COMPOSER = Composer(Template(None))
BULLETS = MINIMAL.replace(
    "  isi: Isi.", '  isi: "Meliputi:"\n  poin: [satu;, dua;, tiga; dan, empat.]'
)
INSERTED = (
    "{ tindakan: sisip, setelah: Pasal 1 poin 2, isi: [{ nomor: 2a, isi: baru; }] }"
)


def chain(*changes: tuple[str, ...]) -> Iterator[LoadedAdendum]:
    """Drafts of adenda on top of one another, each of some operations."""
    riwayat = Riwayat(parse_kesepakatan(BULLETS.encode(), "uji"))
    for operations in changes:
        lines = "".join(f"- {one}\n" for one in operations)
        content = f"penandatanganan: {{}}\nperubahan:\n{lines}"
        loaded = parse_adendum(content.encode(), "adendum", riwayat)
        riwayat = replace(riwayat, adendum=(*riwayat.adendum, loaded))
        yield loaded


@pytest.mark.slow
def test_a_bullet_put_in_is_named_by_its_place_also_by_later_adenda() -> None:
    put_in, changed, gone = chain(
        (INSERTED,),
        (
            "{ tindakan: ubah, letak: Pasal 1 poin 2a, menjadi: lain; }",
            "{ tindakan: ganti_kata, letak: Pasal 1 poin 3, tertulis: tiga, menjadi: III }",
        ),
        ("{ tindakan: hapus, letak: Pasal 1 poin 2a }",),
    )
    (words,) = chain(
        (
            "{ tindakan: ganti_kata, letak: Pasal 1 poin 3, tertulis: tiga, menjadi: III }",
        )
    )
    anew = "sehingga Pasal 1 berbunyi sebagai berikut:"
    assert change_sentences(COMPOSER, put_in) == [
        f"Di antara poin kedua dan poin ketiga Pasal 1 disisipkan 1 (satu) poin {anew}"
    ]
    assert change_sentences(COMPOSER, changed) == [
        f"Ketentuan poin ketiga dan poin keempat Pasal 1 diubah {anew}",
    ]
    assert change_sentences(COMPOSER, words) == [
        'Kata "tiga" dalam Pasal 1 poin ketiga diubah menjadi kata "III".',
    ]
    assert change_sentences(COMPOSER, gone) == [f"Pasal 1 poin ketiga dihapus {anew}"]
    sandingan = write_txt(compose_sandingan(COMPOSER, changed)).decode()
    assert "\tPasal 1 poin ketiga\t" in sandingan
    assert "\tPasal 1 poin keempat\t" in sandingan
    assert "2a" not in sandingan


def test_a_bullet_is_named_in_words_but_not_where_it_is_quoted() -> None:
    quoted = 'Kata "poin 2" dalam Pasal 1 poin 2 dan poin 2a diubah.'
    told = 'Kata "poin 2" dalam Pasal 1 poin kedua dan poin 2a diubah.'
    assert in_order(quoted) == told


def test_what_is_quoted_and_what_is_of_two_pasal_stays() -> None:
    places = {"1": {"2a": "3"}, "2": {"2a": "4"}}
    quoted = 'Kata "poin 2a" dalam Pasal 1 poin 2a diubah menjadi kata "poin 3".'
    assert (
        by_place(quoted, places)
        == 'Kata "poin 2a" dalam Pasal 1 poin 3 diubah menjadi kata "poin 3".'
    )
    of_two = "Kata dalam Pasal 1 poin 2a dan Pasal 2 poin 2a"
    assert by_place(of_two, places) == of_two
