"""Every shape made longer: with roles and filled-in terms, and as others type it, in words alone."""

import re
from datetime import date
from pathlib import Path

import pytest

from bentuk.shapes import BENTUK
from bentuk.test_every_shape import EVERY, EXPECTED, day_of, signed
from notakesepakatan.bureau.adendum import draft_perpanjangan
from notakesepakatan.bureau.adendum_request import AdendumRefused, Request
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.seal import seal_signed
from notakesepakatan.compute.text.words import INDONESIAN
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.dasar import Lama
from notakesepakatan.workspace import Workspace

ENDS = [slug for slug in EVERY if EXPECTED[slug].end]
YEAR = Lama(jumlah=1, satuan="tahun")


def typed(tmp_path: Path, slug: str) -> Office:
    """The agreement as signed, its term typed in words and no role on any clause."""
    of = signed(tmp_path, slug)
    file = of.workspace.file(slug)
    text = file.read_text(encoding="utf-8")
    term = INDONESIAN.term(of.riwayat(slug).origin.kesepakatan.jangka_waktu)
    text = text.replace("[[jangka_waktu]]", term)
    text = re.sub(r"(?m)^( *)- kunci: jangka_waktu\w*\n\1  ", r"\1- ", text)
    text = re.sub(r"(?m)^ +kunci: jangka_waktu\w*\n", "", text)
    assert "kunci: jangka_waktu" not in text
    file.write_text(text, encoding="utf-8")
    now = Office(Workspace(tmp_path))
    seal_signed(now.anew(), slug, date.max, anew=True, reason="diketik ulang")
    return now


@pytest.mark.slow
@pytest.mark.parametrize("slug", ENDS)
@pytest.mark.parametrize("make", [signed, typed], ids=["filled", "typed"])
def test_data_and_words_go_on_together(slug: str, make: object, tmp_path: Path) -> None:
    of: Office = make(tmp_path, slug)  # type: ignore[operator]
    made = draft_perpanjangan(of, slug, YEAR, Request(alasan=("masih diperlukan",)))
    assert made.data_changes[0].startswith("jangka_waktu: semula ")
    after = of.anew().riwayat(slug).last
    end = day_of(EXPECTED[slug].end)
    assert end
    text = " ".join(
        str(value)
        for value in (pasal.model_dump_json() for pasal in after.reading.pasal)
    )
    assert INDONESIAN.term(after.kesepakatan.jangka_waktu) in text
    data = after.kesepakatan.jangka_waktu
    before = of.riwayat(slug).origin.kesepakatan.jangka_waktu
    if before.selama:
        assert data.selama and data.selama.jumlah == before.selama.jumlah + 1
    else:
        assert data.last_day and data.last_day.year == end.year + 1
    assert (
        parse_kesepakatan(
            (BENTUK / slug / "kesepakatan.yaml").read_bytes(), slug
        ).kesepakatan.judul
        == after.kesepakatan.judul
    )


@pytest.mark.parametrize("slug", sorted(set(EVERY) - set(ENDS)))
def test_what_has_no_end_goes_no_longer(slug: str, tmp_path: Path) -> None:
    of = signed(tmp_path, slug)
    with pytest.raises(AdendumRefused, match="tanpa batas waktu"):
        draft_perpanjangan(of, slug, YEAR, Request())
