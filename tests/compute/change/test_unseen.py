"""Differences that nobody sees make no adendum, and are named."""

import pytest

from notakesepakatan.compute.change.unseen import as_seen


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("Biaya yang timbul.", "Biaya\u00a0yang timbul.", "spasi tak-putus"),
        ("antar-instansi", "antar\u2011instansi", "tanda hubung tak-putus"),
        ("Kesepakatan", "Kese\u00adpakatan", "tanda hubung lunak"),
        ("Kese\u200bpakatan", "Kesepakatan", "huruf tanpa lebar"),
        ("afiliasi", "a\ufb01liasi", "huruf rangkap"),
    ],
)
def test_what_looks_the_same_is_no_change(old: str, new: str, named: str) -> None:
    before = {"pasal": [{"isi": old}, {"isi": "Lain."}]}
    after = {"pasal": [{"isi": new}, {"isi": "Baru."}]}
    seen = as_seen(before, after)
    assert seen.tree == {"pasal": [{"isi": old}, {"isi": "Baru."}]}
    (remark,) = seen.remarks
    assert named in remark


def test_what_is_seen_stays_a_change() -> None:
    after = {"pasal": [{"isi": "“Biaya” – timbul"}, {"isi": "Sama\u00a0saja"}]}
    before = {"pasal": [{"isi": '"Biaya" - timbul'}, {"isi": "Sama\u00a0saja"}]}
    assert as_seen(before, after) == (after, ())
