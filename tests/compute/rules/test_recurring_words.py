"""How often a duty recurs, as sentences say it."""

import pytest

from notakesepakatan.compute.rules.days.recurring import recurring


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("setiap 3 (tiga) bulan", [(3, "bulan")]),
        ("setiap 6 bulan sekali", [(6, "bulan")]),
        ("setiap tanggal 10.", [(1, "bulan")]),
        ("setiap 10 Januari.", [(12, "bulan")]),
        ("1 (satu) kali dalam 6 (enam) bulan", [(6, "bulan")]),
        ("2 (dua) kali dalam setahun", [(6, "bulan")]),
        ("sekali dalam 3 (tiga) tahun", [(36, "bulan")]),
    ],
)
def test_a_span_is_no_day_of_the_month(
    text: str, often: list[tuple[float, str]]
) -> None:
    assert [(one.many, one.unit) for one in recurring(text)] == often
