"""An adendum that revokes others: the text on every day, what is refused, the register."""

from datetime import date
from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bureau.test_adendum import BERTANGGAL, DASAR, op
from compose.test_adendum import loaded
from load.adendum.test_force import DAYS, FIRST, LAST, PARTS, operation_of, text_of
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.fingerprint import texts_below
from notakesepakatan.load.adendum.riwayat import Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.peraturan import known_laws
from notakesepakatan.load.peristiwa import summary_of_all_texts

PASAL_4 = op("ubah", "Pasal 4 isi", "menjadi: Lain.")
PUT_IN = op("sisip", "Pasal 5", "isi: [{nomor: 5A, judul: BARU, isi: Isi.}]")


def adendum(signed: str, operations: str, more: str = "") -> str:
    frame = BERTANGGAL.format(signed).removesuffix("perubahan:\n")
    return f"{frame}{more}perubahan:\n{operations}"


def revoking(signed: str, names: str = "adendum-01", more: str = "") -> str:
    frame = BERTANGGAL.format(signed).removesuffix("perubahan:\n")
    return f"{frame}mencabut: {names}\n{more}"


def riwayat_of(*papers: str) -> Riwayat:
    adenda = loaded(*papers)
    return Riwayat(adenda[0].riwayat.origin, adenda)


def test_the_text_is_back_from_the_day_of_force() -> None:
    first = adendum("2024-07-01", PASAL_4 + PUT_IN)
    second = adendum("2024-08-01", op("ubah", "Pasal 2 huruf b", "menjadi: lain;"))
    last = revoking("2024-09-01", more="mulai_berlaku: 2024-10-01\n")
    riwayat = riwayat_of(first, second, last)
    before = riwayat.on(date(2024, 9, 30))
    after = riwayat.on(date(2024, 10, 1))
    assert before.changed == ("Adendum Kesatu", "Adendum Kedua")
    assert after.changed == ("Adendum Kedua",)
    (alone,) = loaded(second)
    assert after.reading == alone.whole.reading
    assert riwayat.last.reading == alone.whole.reading
    assert [item.nomor for item in riwayat.applied(None)] == [2, 3]


def test_a_revoked_extension_is_none_in_the_register() -> None:
    longer = adendum("2024-07-01", op("ubah", "jangka waktu", "menjadi: 5 tahun"))
    riwayat = riwayat_of(longer, revoking("2024-09-01"))
    register = summary_of_all_texts("uji", riwayat, (), known_laws())
    assert register.on(date(2024, 8, 31)).extended == date(2024, 7, 1)
    after = register.on(date(2024, 9, 1))
    assert (str(after.jangka_waktu), after.extended) == ("2 tahun", None)


def test_a_replacement_stands_on_the_text_without_the_one_it_replaces() -> None:
    first = adendum("2024-07-01", PASAL_4 + PUT_IN)
    other = op("ubah", "Pasal 6 isi", "menjadi: Penutup lain.")
    replacing = adendum("2024-09-01", other, "mencabut: [adendum-01]\n")
    riwayat = riwayat_of(first, replacing)
    (alone,) = loaded(adendum("2024-09-01", other))
    assert riwayat.last.reading == alone.whole.reading
    assert riwayat.last.changed == ("Adendum Kedua",)


def test_what_is_revoked_stays_so_when_its_revocation_is_replaced() -> None:
    first = adendum("2024-07-01", PASAL_4)
    replacing = adendum("2024-09-01", PUT_IN, "mencabut: adendum-01\n")
    riwayat = riwayat_of(first, replacing, revoking("2024-10-01", "adendum-02"))
    assert riwayat.last.reading == riwayat.origin.reading


@pytest.mark.parametrize(
    ("papers", "said"),
    [
        (
            (
                adendum("2024-07-01", PASAL_4),
                adendum("2024-08-01", op("hapus", "Pasal 4")),
                revoking("2024-09-01"),
            ),
            "adendum-03.yaml:5:11: mencabut[1]: Adendum Kedua sudah mengubah lagi Pasal 4 "
            "yang diubah dengan Adendum Kesatu, sehingga bunyinya tanpa Adendum Kesatu "
            "tidak pasti; cabut juga Adendum Kedua, atau ubah bunyi bagian itu tanpa "
            "pencabutan",
        ),
        (
            (
                adendum("2024-07-01", PUT_IN),
                adendum(
                    "2024-08-01",
                    op("sisip", "Pasal 5A", "isi: [{nomor: 5B, isi: Isi.}]"),
                ),
                revoking("2024-09-01"),
            ),
            "mencabut: Adendum Kedua berdiri di atas Adendum Kesatu: tanpa itu Pasal 5A "
            "tidak ada (adendum-02.yaml:6); cabut juga Adendum Kedua",
        ),
        (
            (adendum("2024-07-01", PASAL_4), revoking("2024-09-01", "adendum-02")),
            "adendum-02 bukan adendum sebelum ini; sebut adendum-01",
        ),
        (
            (adendum("2024-07-01", PASAL_4), revoking("2024-09-01", "Adendum Kesatu")),
            "bukan nama adendum; tulis seperti nama berkasnya, mis. adendum-01",
        ),
        (
            (
                adendum("2024-07-01", PASAL_4),
                revoking("2024-08-01"),
                revoking("2024-09-01"),
            ),
            "Adendum Kesatu sudah dicabut; hapus dari mencabut",
        ),
        (
            (
                adendum("2024-07-01", PASAL_4),
                revoking("2024-08-01"),
                revoking("2024-09-01", "adendum-02"),
            ),
            "Adendum Kedua hanya mencabut adendum lain; yang dicabut tidak berlaku kembali",
        ),
        (
            (
                adendum("2024-07-01", PASAL_4),
                revoking("2024-09-01", "[adendum-01, adendum-01]"),
            ),
            "adendum-01 disebut dua kali",
        ),
        (
            (f"alasan: [x]\nperubahan:\n{PASAL_4}", "mencabut: adendum-01\n"),
            "Adendum Kesatu masih konsep; buang konsepnya: nota cabut NAMA adendum-01",
        ),
        (("jenis: adendum\n",), "adendum ini tidak mengubah apa pun"),
        (
            (
                adendum("2024-07-01", PASAL_4),
                adendum("2024-09-01", PUT_IN, "mencabut: adendum-01\n").replace(
                    "jenis: adendum", "jenis: perbaikan"
                ),
            ),
            "perbaikan hanya membetulkan salah tulis, tidak mencabut adendum",
        ),
    ],
)
def test_what_may_not_be_revoked(papers: tuple[str, ...], said: str) -> None:
    with pytest.raises(FaultyNaskah) as cause:
        loaded(*papers)
    assert said in str(cause.value)


def test_both_that_stand_on_each_other_may_be_revoked_together() -> None:
    papers = (
        adendum("2024-07-01", PASAL_4),
        adendum("2024-08-01", op("hapus", "Pasal 4")),
        revoking("2024-09-01", "[adendum-01, adendum-02]"),
    )
    riwayat = riwayat_of(*papers)
    assert riwayat.last.reading == riwayat.origin.reading


def test_what_is_revoked_is_part_of_what_a_later_one_is_sealed_to() -> None:
    first = adendum("2024-07-01", PASAL_4)
    other = adendum("2024-07-02", PUT_IN)
    one = riwayat_of(first, other, revoking("2024-09-01"))
    two = riwayat_of(first, other, revoking("2024-09-01", "adendum-02"))
    assert texts_below(one.origin, one.adendum) != texts_below(two.origin, two.adendum)


class Drawn(NamedTuple):
    """One adendum of a chain: what it says anew, or which one it revokes, and its days."""

    part: str
    revoked: int
    signed: date
    begin: date


@st.composite
def chains(draw: st.DrawFn) -> list[Drawn]:
    result = list[Drawn]()
    for signed in sorted(draw(st.lists(DAYS, min_size=1, max_size=10))):
        begin = draw(st.none() | DAYS) or signed
        may_go = _revocable(result)
        revoked = draw(st.sampled_from([0, 0, *may_go]))
        part = result[revoked - 1].part if revoked else draw(st.sampled_from(PARTS))
        result.append(Drawn(part, revoked, signed, begin))
    return result


def _revocable(chain: list[Drawn]) -> list[int]:
    """The places of those that changed their part last and still stand."""
    gone = {one.revoked for one in chain}
    last = {
        one.part: n
        for n, one in enumerate(chain, 1)
        if n not in gone and not one.revoked
    }
    standing_revokers = {one.part: n for n, one in enumerate(chain, 1) if one.revoked}
    return [n for part, n in last.items() if n > standing_revokers.get(part, 0)]


def _overtakes(chain: list[Drawn]) -> bool:
    """Whether one comes into force before another that changes the same and still stands."""
    for i, j in combinations(range(len(chain)), 2):
        gone = {one.revoked for one in chain[: j + 1]}
        same = chain[i].part == chain[j].part and chain[j].begin < chain[i].begin
        if same and i + 1 not in gone:
            return True
    return False


def _read(chain: list[Drawn]) -> Riwayat:
    riwayat = Riwayat(parse_kesepakatan(DASAR.encode(), "kesepakatan.yaml"))
    for n, one in enumerate(chain, 1):
        since = f"mulai_berlaku: {one.begin}\n"
        content = (
            revoking(str(one.signed), f"adendum-{one.revoked:02}", since)
            if one.revoked
            else adendum(str(one.signed), operation_of(one.part, n), since)
        )
        read = parse_adendum(content.encode(), f"adendum-{n:02}.yaml", riwayat)
        riwayat = Riwayat(riwayat.origin, (*riwayat.adendum, read))
    return riwayat


@pytest.mark.slow
@given(chains())
@settings(max_examples=60, deadline=None, derandomize=True)
def test_text_and_register_agree_on_every_day(chain: list[Drawn]) -> None:
    if _overtakes(chain):
        with pytest.raises(FaultyNaskah, match="sedangkan adendum ini berlaku lebih"):
            _read(chain)
        return
    riwayat = _read(chain)
    register = summary_of_all_texts("uji", riwayat, (), known_laws())
    says = {part: text_of(part, riwayat.origin.kesepakatan) for part in PARTS}
    for day in sorted({FIRST, LAST, *(one.begin for one in chain)}):
        gone = {one.revoked for one in chain if one.begin <= day}
        wanted = dict(says)
        for n, one in enumerate(chain, 1):
            if one.begin <= day and n not in gone and not one.revoked:
                is_term = one.part == "jangka waktu"
                wanted[one.part] = f"{n + 2} tahun" if is_term else f"Bunyi {n}."
        text = riwayat.on(day).kesepakatan
        assert {part: text_of(part, text) for part in PARTS} == wanted
        assert str(register.on(day).jangka_waktu) == wanted["jangka waktu"]
