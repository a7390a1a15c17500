"""One replacement that explains many changes is told as such."""

from bureau.test_adendum import DASAR
from notakesepakatan.compute.change.apply import apply
from notakesepakatan.compute.change.diff import (
    changed_share,
    diff,
    same_but_for_typography,
)
from notakesepakatan.compute.change.everywhere import told_as_words
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.text.tree import Tree
from notakesepakatan.load.kesepakatan import parse_kesepakatan


def tree(text: str) -> Tree:
    return parse_kesepakatan(text.encode(), "kesepakatan.yaml").tree


NAMED = (
    DASAR.replace("lingkup a;", "tugas Dinas Perhubungan;")
    .replace("Ayat tiga.", "Dibantu Dinas Perhubungan.")
    .replace("Isi pasal empat.", "Dinas Perhubungan dan Dinas Perhubungan lain.")
)


def test_a_name_in_three_pasal_is_one_replacement() -> None:
    old = tree(NAMED)
    new = settle(old, tree(NAMED.replace("Dinas Perhubungan", "Dinas Angkutan")))
    told = told_as_words(old, diff(old, new))
    assert [each.model_dump(exclude={"menjadi"}) for each in told] == [
        {
            "tindakan": "ganti_kata",
            "letak": letak,
            "tertulis": "Dinas Perhubungan",
            "sebanyak": times,
        }
        for letak, times in (
            ("Pasal 2 huruf a", 1),
            ("Pasal 3 ayat (3)", 1),
            ("Pasal 4", 2),
        )
    ]
    assert apply(old, told) == (new, [])


def test_changes_of_their_own_stay_as_they_are() -> None:
    old = tree(NAMED)
    text = NAMED.replace("Dinas Perhubungan", "Dinas Angkutan", 2)
    operations = diff(old, settle(old, tree(text)))
    assert told_as_words(old, operations) == operations


def test_the_share_counts_what_is_deleted_and_no_capitals() -> None:
    old = tree(DASAR)
    louder = tree(DASAR.replace("Isi pasal empat", "ISI PASAL EMPAT"))
    assert changed_share(old, louder) == 0
    assert same_but_for_typography(old, louder)
    assert not same_but_for_typography(old, tree(NAMED))
    without = {**old, "pasal": [{**one, "dihapus": "ya"} for one in old["pasal"]]}
    assert changed_share(old, without) > 0.3


def test_a_free_number_is_used_where_it_is_asked_for() -> None:
    old = tree(DASAR.replace("- {judul: PENUTUP", '- {nomor: "9", judul: PENUTUP'))
    asked = {"nomor": "8", "judul": "BARU", "isi": "Isi."}
    new = {**old, "pasal": [*old["pasal"][:5], asked, old["pasal"][5]]}
    assert settle(old, new)["pasal"][5]["nomor"] == "8"
    taken = {**new, "pasal": [{**asked, "nomor": "3"}, *old["pasal"]]}
    assert settle(old, taken)["pasal"][0]["nomor"] != "3"
