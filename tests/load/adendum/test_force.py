"""Each adendum in force from its own day: text on a day, register, letters, paper."""

from datetime import date
from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.test_adendum import BERTANGGAL, DASAR, Ruang, op
from conftest import write_all
from notakesepakatan.bureau import peristiwa, withdrawal
from notakesepakatan.bureau.konsolidasi import NotYetSigned, data_in_force
from notakesepakatan.compose.adendum.force import force_words
from notakesepakatan.compose.adendum.papers import compose_adendum
from notakesepakatan.compose.adendum.side import in_indonesian
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compute.text.letak import find
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.compute.time.register import condition
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.force import parts_said_anew
from notakesepakatan.load.adendum.riwayat import Riwayat, load_riwayat, parse_adendum
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.peraturan import known_laws
from notakesepakatan.load.peristiwa import summary_of_all_texts
from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.workspace import Workspace

LATER = op("hapus", "Pasal 4")
LONGER = op("ubah", "jangka waktu", "menjadi: 4 tahun")


def adendum(signed: str, operations: str, more: str = "") -> str:
    """The file of a signed adendum; `more` is what it says of its force."""
    return (
        BERTANGGAL.format(signed).replace("perubahan", f"{more}perubahan") + operations
    )


def chain(ruang: Ruang, *adenda: str) -> Opened:
    files = {
        f"agreements/uji/adendum-{n:02}.yaml": content
        for n, content in enumerate(adenda, 1)
    }
    return Opened(Workspace(ruang(DASAR, **files)))


def riwayat_of(ruang: Ruang, *adenda: str) -> Riwayat:
    return load_riwayat(chain(ruang, *adenda).workspace, "uji")


def end_on(opened: Opened, day: date) -> date | None:
    """The last day that the register shows on a day."""
    calendar = load_calendar(opened.workspace.root)
    of = condition(opened.summary("uji"), day, Lama(jumlah=90, satuan="hari"), calendar)
    return of.ended.tanggal if of.ended else None


@pytest.mark.slow
def test_one_that_comes_later_holds_back_none(ruang: Ruang, penyusun: Composer) -> None:
    """The first from 2029, the second an extension from its signing."""
    opened = chain(
        ruang,
        adendum("2025-10-01", LATER, "mulai_berlaku: 2029-01-01\n"),
        adendum("2025-11-01", LONGER),
    )
    riwayat = opened.riwayat("uji")
    first, second = riwayat.adendum
    assert second.in_force == date(2025, 11, 1)
    assert [a.nomor for a in riwayat.applied(date(2025, 11, 1))] == [2]
    on_signing = riwayat.on(date(2025, 11, 1)).reading
    assert str(on_signing.jangka_waktu) == "4 tahun"
    assert not on_signing.pasal[3].dihapus
    last = riwayat.on(date(2029, 1, 1)).reading
    assert str(last.jangka_waktu) == "4 tahun" and last.pasal[3].dihapus
    assert end_on(opened, date(2025, 10, 31)) == date(2026, 1, 31)
    assert end_on(opened, date(2025, 11, 1)) == date(2028, 1, 31)
    paper = write_all(compose_adendum(penyusun, second, (first,))).txt
    assert "Adendum Kedua ini mulai berlaku pada tanggal ditandatangani." in paper
    assert not second.sebelum.reading.pasal[3].dihapus, "that is not so on its day"


@pytest.mark.slow
def test_one_from_before_its_signing_holds_back_none(
    ruang: Ruang, penyusun: Composer
) -> None:
    opened = chain(
        ruang,
        adendum("2024-06-01", LATER),
        adendum("2024-09-01", LONGER, "mulai_berlaku: 2024-03-01\n"),
    )
    second = opened.riwayat("uji").adendum[1]
    assert second.in_force == date(2024, 3, 1)
    assert end_on(opened, date(2024, 2, 29)) == date(2026, 1, 31)
    assert end_on(opened, date(2024, 3, 1)) == date(2028, 1, 31)
    paper = write_all(compose_adendum(penyusun, second, ())).txt
    said = "Adendum Kedua ini berlaku surut terhitung sejak tanggal 1 Maret 2024."
    assert said in paper


@pytest.mark.parametrize(
    ("second", "place"),
    [
        (op("ubah", "Pasal 4", "menjadi: {isi: Lain.}"), "perubahan[1]"),
        (LONGER + op("ubah", "Pasal 3 ayat (2)", "menjadi: Lain."), "perubahan[2]"),
        (LONGER, "perubahan: Lampiran dan Pasal 3"),
    ],
)
def test_what_an_earlier_one_changes_only_later_is_not_touched_before(
    ruang: Ruang, second: str, place: str
) -> None:
    first = (
        op("ubah", "Pasal 3 ayat (3)", "menjadi: Nanti.")
        + op("ubah", "Pasal 4 judul", "menjadi: NANTI")
        + op("hapus", "Lampiran program 1")
    )
    held = adendum("2025-10-01", first, "mulai_berlaku: 2029-01-01\n")
    with pytest.raises(FaultyNaskah) as cause:
        riwayat_of(ruang, held, adendum("2025-11-01", second))
    said = str(cause.value)
    assert place in said
    assert "baru diubah dengan Adendum Kesatu mulai 1 Januari 2029" in said
    assert 'tulis "mulai_berlaku: 2029-01-01" atau hari sesudahnya' in said
    waits = adendum("2025-11-01", second, "mulai_berlaku: 2029-01-01\n")
    assert riwayat_of(ruang, held, waits).on(date(2028, 12, 31)).changed == ()


def test_what_stands_on_a_part_that_is_not_there_yet_is_refused(ruang: Ruang) -> None:
    first = op("sisip", "Pasal 4", "isi: [{nomor: 4A, isi: Nanti.}]")
    second = op("sisip", "Pasal 4A", "isi: [{nomor: 4B, isi: Kini.}]")
    with pytest.raises(FaultyNaskah) as cause:
        riwayat_of(
            ruang,
            adendum("2025-10-01", first, "mulai_berlaku: 2029-01-01\n"),
            adendum("2025-11-01", second),
        )
    said = "Pasal 4A tidak ada dalam naskah yang berlaku 1 November 2025"
    assert said in str(cause.value)


@pytest.mark.slow
def test_force_after_the_end_of_the_term(ruang: Ruang, penyusun: Composer) -> None:
    riwayat = riwayat_of(ruang, adendum("2025-10-01", LONGER, "setelah_berakhir: ya\n"))
    (only,) = riwayat.adendum
    assert only.in_force == date(2026, 2, 1)
    assert str(riwayat.on(date(2026, 1, 31)).kesepakatan.jangka_waktu) == "2 tahun"
    assert str(riwayat.on(date(2026, 2, 1)).kesepakatan.jangka_waktu) == "4 tahun"
    paper = write_all(compose_adendum(penyusun, only, ())).txt
    jenis = "Kesepakatan Bersama"
    said = (
        f"ini mulai berlaku sehari setelah berakhirnya jangka waktu {jenis} sebelum"
        " diubah dengan Adendum Kesatu ini."
    )
    assert said in paper


@pytest.mark.slow
def test_force_on_the_day_of_another_event(ruang: Ruang, penyusun: Composer) -> None:
    waits = "saat_berlaku: gedung diserahterimakan\n"
    riwayat = riwayat_of(ruang, adendum("2025-10-01", LONGER, waits))
    (only,) = riwayat.adendum
    assert only.in_force is None and not only.adendum.konsep
    assert riwayat.on(None).changed == ()
    known = f"{waits}mulai_berlaku: 2025-12-01\n"
    happened = riwayat_of(ruang, adendum("2025-10-01", LONGER, known))
    assert happened.on(date(2025, 11, 30)).changed == ()
    assert happened.on(date(2025, 12, 1)).changed == ("Adendum Kesatu",)
    signed = write_all(compose_adendum(penyusun, only, ())).txt
    assert "mulai berlaku pada saat gedung diserahterimakan." in signed
    assert write_all(compose_adendum(penyusun, happened.adendum[0], ())).txt == signed


def waiting(ruang: Ruang, *events: str) -> Opened:
    """An extension that waits for a handing over, with what was recorded since."""
    waits = "saat_berlaku: gedung diserahterimakan\n"
    files = {
        f"agreements/uji/peristiwa/{n}.yaml": event for n, event in enumerate(events)
    }
    files["agreements/uji/adendum-01.yaml"] = adendum("2025-10-01", LONGER, waits)
    return Opened(Workspace(ruang(DASAR, **files)))


HANDED = "jenis: adendum_berlaku\ntanggal: 2025-12-01\nadendum: adendum-01\n"


@pytest.mark.slow
def test_the_day_of_force_is_recorded_as_an_event(
    ruang: Ruang, penyusun: Composer
) -> None:
    """Text, register and letters follow it; the paper that was signed stays as it is."""
    days = (date(2025, 11, 30), date(2025, 12, 1))
    ends = {"2 tahun": date(2026, 1, 31), "4 tahun": date(2028, 1, 31)}
    papers = set[str]()
    for events, second in (((), "2 tahun"), ((HANDED,), "4 tahun")):
        opened = waiting(ruang, *events)
        riwayat = opened.riwayat("uji")
        terms = [str(riwayat.on(day).kesepakatan.jangka_waktu) for day in days]
        assert terms == ["2 tahun", second]
        assert [end_on(opened, day) for day in days] == [ends[term] for term in terms]
        papers.add(write_all(compose_adendum(penyusun, riwayat.adendum[0], ())).txt)
    assert len(papers) == 1
    withdrawn = f"{HANDED}dicabut: {{tanggal: 2025-12-02, oleh: a, alasan: keliru}}\n"
    assert waiting(ruang, withdrawn).riwayat("uji").on(None).changed == ()


@pytest.mark.slow
def test_what_follows_from_a_day_of_force_is_said_before(ruang: Ruang) -> None:
    opened, today = waiting(ruang), date(2025, 12, 10)
    event, _ = parse(Peristiwa, HANDED.encode(), "")
    told = peristiwa.foresee(opened, "uji", event, today).following
    assert any("31 Januari 2028, semula 31 Januari 2026" in each for each in told)
    recorded = waiting(ruang, HANDED)
    told = withdrawal.foresee(recorded, "uji", "0", today).following
    assert any("31 Januari 2026, semula 31 Januari 2028" in each for each in told)


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((HANDED.replace("-01\n", "-02\n"),), "adendum-02 tidak ada"),
        ((HANDED.replace("adendum: adendum-01\n", ""),), "adendum belum ada"),
        (
            (HANDED, HANDED.replace("12-01", "12-05")),
            "adendum-01 sudah berlaku sejak 2025-12-01",
        ),
    ],
)
def test_a_day_of_force_that_cannot_be(
    ruang: Ruang, events: tuple[str, ...], said: str
) -> None:
    with pytest.raises(FaultyNaskah) as cause:
        waiting(ruang, *events).summary("uji")
    assert said in str(cause.value)


def test_an_adendum_with_a_day_of_its_own_waits_for_no_event(ruang: Ruang) -> None:
    files = {
        "agreements/uji/adendum-01.yaml": adendum("2025-10-01", LONGER),
        "agreements/uji/peristiwa/1.yaml": HANDED,
    }
    with pytest.raises(FaultyNaskah, match="adendum-01 tidak menunggu peristiwa"):
        Opened(Workspace(ruang(DASAR, **files))).summary("uji")


@pytest.mark.slow
def test_the_day_of_an_event_gone_by_is_on_paper(
    ruang: Ruang, penyusun: Composer
) -> None:
    known = "saat_berlaku: gedung diserahterimakan\nmulai_berlaku: 2025-09-01\n"
    (only,) = riwayat_of(ruang, adendum("2025-10-01", LONGER, known)).adendum
    paper = write_all(compose_adendum(penyusun, only, ())).txt
    said = "pada saat gedung diserahterimakan, yaitu pada tanggal 1 September 2025."
    assert f"mulai berlaku {said}" in paper


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "berlaku_surut: ya\nmulai_berlaku: 2026-01-01\n",
            "tidak mendahului penandatanganannya, jadi tidak surut",
        ),
        (
            "mulai_berlaku: 2024-01-01\n",
            "buat kesepakatan sendiri",
        ),
        (
            "setelah_berakhir: ya\nmulai_berlaku: 2026-01-01\n",
            "setelah_berakhir: berdampingan dengan mulai_berlaku",
        ),
        (
            "setelah_berakhir: ya\nberlaku_surut: ya\n",
            "belum lewat, jadi tidak surut",
        ),
    ],
)
def test_days_of_force_that_cannot_be(ruang: Ruang, more: str, said: str) -> None:
    with pytest.raises(FaultyNaskah) as cause:
        riwayat_of(ruang, adendum("2025-10-01", LATER, more))
    assert said in str(cause.value)


@pytest.mark.slow
def test_a_day_before_the_agreement_has_no_text(ruang: Ruang) -> None:
    riwayat = riwayat_of(ruang, adendum("2025-10-01", LATER))
    with pytest.raises(NotYetSigned, match="belum ada: ditandatangani 31 Januari 2024"):
        data_in_force(riwayat, date(2024, 1, 30))
    assert data_in_force(riwayat, date(2024, 1, 31))


class Drawn(NamedTuple):
    """One adendum of a chain: what it says anew, its signing, from when it is in force."""

    part: str
    signed: date
    begin: date | None


PARTS = ("Pasal 4", "Pasal 5", "Pasal 6", "jangka waktu")
FIRST, LAST = date(2024, 1, 31), date(2026, 1, 31)
DAYS = st.dates(FIRST, LAST)


@st.composite
def chains(draw: st.DrawFn) -> list[Drawn]:
    """Up to ten adenda signed one after another, in force whenever."""
    signed = sorted(draw(st.lists(DAYS, min_size=1, max_size=10)))
    return [
        Drawn(draw(st.sampled_from(PARTS)), day, draw(st.none() | DAYS))
        for day in signed
    ]


def operation_of(part: str, nomor: int) -> str:
    if part == "jangka waktu":
        return op("ubah", part, f"menjadi: {nomor + 2} tahun")
    return op("ubah", part, f"menjadi: {{isi: Bunyi {nomor}.}}")


def read_chain(drawn: list[Drawn]) -> Riwayat:
    riwayat = Riwayat(parse_kesepakatan(DASAR.encode(), "kesepakatan.yaml"))
    for nomor, one in enumerate(drawn, 1):
        more = f"mulai_berlaku: {one.begin}\n" if one.begin else ""
        content = adendum(str(one.signed), operation_of(one.part, nomor), more)
        loaded = parse_adendum(content.encode(), f"adendum-{nomor:02}.yaml", riwayat)
        riwayat = Riwayat(riwayat.origin, (*riwayat.adendum, loaded))
    return riwayat


@pytest.mark.slow
@given(chains())
@settings(max_examples=60)
def test_text_register_and_paper_agree_on_every_day(drawn: list[Drawn]) -> None:
    begins = [one.begin or one.signed for one in drawn]
    overtaken = any(
        drawn[i].part == drawn[j].part and begins[j] < begins[i]
        for i, j in combinations(range(len(drawn)), 2)
    )
    if overtaken:
        with pytest.raises(FaultyNaskah, match="sedangkan adendum ini berlaku lebih"):
            read_chain(drawn)
        return
    riwayat = read_chain(drawn)
    register = summary_of_all_texts("uji", riwayat, (), known_laws())
    says = {part: text_of(part, riwayat.origin.kesepakatan) for part in PARTS}
    for day in sorted({FIRST, LAST, *begins, *(one.signed for one in drawn)}):
        wanted = dict(says)
        for nomor, one in enumerate(drawn, 1):
            if begins[nomor - 1] <= day:
                is_term = one.part == "jangka waktu"
                wanted[one.part] = (
                    f"{nomor + 2} tahun" if is_term else f"Bunyi {nomor}."
                )
        text = riwayat.on(day).kesepakatan
        assert {part: text_of(part, text) for part in PARTS} == wanted
        assert str(register.on(day).jangka_waktu) == wanted["jangka waktu"]
    for one, begin, loaded in zip(drawn, begins, riwayat.adendum, strict=True):
        assert loaded.in_force == begin
        assert ("surut" in force_words(in_indonesian(loaded))) == (begin < one.signed)


def text_of(part: str, kesepakatan: Kesepakatan) -> str:
    if part == "jangka waktu":
        return str(kesepakatan.jangka_waktu)
    return kesepakatan.pasal[int(part[-1]) - 1].isi or ""


SWAPS = {
    "Pasal 1": ("Pasal 1 ayat (1)", "Pasal 1 ayat (2)"),
    "Pasal 2": ("Pasal 2 huruf a", "Pasal 2 huruf b"),
    "Pasal 3": ("Pasal 3 ayat (3)", "Pasal 3 ayat (4)"),
}


@st.composite
def swapping_chains(draw: st.DrawFn) -> list[Drawn]:
    """Up to ten adenda that each exchange the same two parts of some pasal."""
    signed = sorted(draw(st.lists(DAYS, min_size=1, max_size=10)))
    return [
        Drawn(draw(st.sampled_from(sorted(SWAPS))), day, draw(st.none() | DAYS))
        for day in signed
    ]


@pytest.mark.slow
@given(swapping_chains())
@settings(max_examples=40, deadline=None, derandomize=True)
def test_parts_that_change_places_stand_right_on_every_day(
    drawn: list[Drawn],
) -> None:
    begins = [one.begin or one.signed for one in drawn]
    pairs = combinations(range(len(drawn)), 2)
    if any(drawn[i].part == drawn[j].part and begins[j] < begins[i] for i, j in pairs):
        return
    riwayat = Riwayat(parse_kesepakatan(DASAR.encode(), "kesepakatan.yaml"))
    for nomor, (one, begin) in enumerate(zip(drawn, begins, strict=True), 1):
        first, second = SWAPS[one.part]
        swap = f"- {{tindakan: tukar, letak: {first}, dengan: {second}}}\n"
        content = adendum(str(one.signed), swap, f"mulai_berlaku: {begin}\n")
        loaded = parse_adendum(content.encode(), f"adendum-{nomor:02}.yaml", riwayat)
        riwayat = Riwayat(riwayat.origin, (*riwayat.adendum, loaded))
    for day in {FIRST, LAST, *begins}:
        tree = riwayat.on(day).tree
        for part, addresses in SWAPS.items():
            in_force = zip(drawn, begins, strict=True)
            times = sum(one.part == part and begin <= day for one, begin in in_force)
            said = [get_at(tree, find(tree, letak)) for letak in addresses]
            before = riwayat.origin.tree
            then = [get_at(before, find(before, letak)) for letak in addresses]
            assert said == (then[::-1] if times % 2 else then)


def test_the_title_of_a_bab_is_no_part_of_its_pasal() -> None:
    """So that another title of a BAB holds back no change of its first pasal."""

    def reading(bab: str) -> Kesepakatan:
        text = DASAR.replace("- judul: SATU", f"- bab: {bab}\n  judul: SATU")
        return parse_kesepakatan(text.encode(), "kesepakatan.yaml").reading

    changed = parts_said_anew(reading("UMUM"), reading("UMUM DAN LINGKUP"))
    assert changed == {"judul di atas Pasal 1"}
