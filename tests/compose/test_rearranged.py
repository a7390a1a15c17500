"""Parts that change places, are split, joined, moved or numbered anew: told as such."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest

from bureau.test_adendum import DASAR
from conftest import Emas, write_all
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    compose_adendum,
    paper_changes,
)
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compute.change.apply import apply
from notakesepakatan.compute.change.diff import diff
from notakesepakatan.compute.change.halves import are_halves
from notakesepakatan.compute.change.rearranged import told_as_rearranged
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.text.tree import Tree
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.write.docx.tracked import read_tracked, write_docx_tracked
from notakesepakatan.write.txt import write_txt
from notakesepakatan.write.yaml import dump

REPORT = (
    "PARA PIHAK menyusun laporan setiap tahun, dan laporan itu disampaikan kepada "
    "Gubernur paling lambat bulan Januari."
)
BASE = DASAR.replace("  - Ayat tiga.\n", f"  - {REPORT}\n").replace(
    "- {judul: EMPAT, isi: Isi pasal empat.}",
    "- judul: EMPAT\n  ayat: [Satu saja isinya., Dua lagi katanya.]",
)
READS = " sehingga {} berbunyi sebagai berikut:"

Edit = Callable[[Tree], None]


def _ayat(new: Tree, nomor: int) -> list[Tree]:
    result: list[Tree] = new["pasal"][nomor - 1]["ayat"]
    return result


def swap(new: Tree) -> None:
    ayat = _ayat(new, 3)
    ayat[2], ayat[3] = ayat[3], ayat[2]


def split(new: Tree) -> None:
    _ayat(new, 3)[2:3] = [
        {"isi": "PARA PIHAK menyusun laporan setiap tahun."},
        {"isi": "Laporan itu disampaikan kepada Gubernur paling lambat bulan Januari."},
    ]


def join(new: Tree) -> None:
    words = REPORT.removesuffix(".")
    _ayat(new, 3)[2:4] = [{"isi": f"{words}, dan ayat empat."}]


def swap_around(new: Tree) -> None:
    ayat = _ayat(new, 3)
    ayat[0], ayat[2] = ayat[2], ayat[0]


def join_three(new: Tree) -> None:
    ayat = _ayat(new, 3)
    ayat[1:4] = [{"isi": " ".join(each["isi"] for each in ayat[1:4])}]


def first_to_the_end(new: Tree) -> None:
    ayat = _ayat(new, 3)
    ayat.append(ayat.pop(0))


def third_item_to_the_front(new: Tree) -> None:
    items = new["pasal"][1]["huruf"]
    items.insert(0, items.pop(2))
    items[1]["isi"], items[2]["isi"] = "lingkup a;", "lingkup b; dan"
    items[0]["isi"] = "lingkup c;"


def last_items_swapped(new: Tree) -> None:
    """What stands last ends the list: `; dan` stays where it was."""
    items = new["pasal"][1]["huruf"]
    items[2]["isi"], items[3]["isi"] = "lingkup d; dan", "lingkup c."


def before_first(new: Tree) -> None:
    _ayat(new, 3).insert(0, {"isi": "Paling depan."})


def before_first_item(new: Tree) -> None:
    new["pasal"][1]["huruf"].insert(0, {"isi": "lingkup nol;"})


def move_to_end(new: Tree) -> None:
    _ayat(new, 4).append(_ayat(new, 3).pop(2))


def move_between(new: Tree) -> None:
    _ayat(new, 4).insert(1, _ayat(new, 3).pop(2))


def amended(edit: Edit) -> LoadedAdendum:
    """The adendum that an edit of the text makes, as `nota adendum --dari` would."""
    base = parse_kesepakatan(BASE.encode(), "kesepakatan.yaml")
    new = deepcopy(base.tree)
    edit(new)
    target = settle(base.tree, new)
    operations = told_as_rearranged(base.tree, diff(base.tree, target))
    assert apply(base.tree, operations) == (target, [])
    return of_operations(
        [each.model_dump(mode="json", exclude_none=True) for each in operations]
    )


def of_operations(operations: list[dict[str, object]]) -> LoadedAdendum:
    base = parse_kesepakatan(BASE.encode(), "kesepakatan.yaml")
    content = dump({"perubahan": operations})
    return parse_adendum(content.encode(), "adendum-01.yaml", Riwayat(base))


@pytest.mark.parametrize(
    ("edit", "tindakan", "sentences"),
    [
        (
            swap,
            "tukar",
            [
                "Ketentuan ayat (3) Pasal 3 menjadi ayat (4) dan ketentuan ayat (4) menjadi "
                "ayat (3)" + READS.format("Pasal 3")
            ],
        ),
        (
            last_items_swapped,
            "tukar",
            [
                "Ketentuan huruf c Pasal 2 menjadi huruf d dan ketentuan huruf d menjadi "
                "huruf c" + READS.format("Pasal 2")
            ],
        ),
        (
            split,
            "pecah",
            [
                "Ketentuan ayat (3) Pasal 3 dipecah menjadi 2 (dua) ayat, yakni ayat (3) "
                "dan ayat (3a)" + READS.format("Pasal 3")
            ],
        ),
        (
            join,
            "gabung",
            [
                "Ketentuan ayat (3) dan ayat (4) Pasal 3 digabung menjadi ayat (3), "
                "sedangkan ayat (4) dihapus" + READS.format("Pasal 3")
            ],
        ),
        (
            join_three,
            "gabung",
            [
                "Ketentuan ayat (2), ayat (3), dan ayat (4) Pasal 3 digabung menjadi ayat "
                "(2), sedangkan ayat (3) dan ayat (4) dihapus" + READS.format("Pasal 3")
            ],
        ),
        (
            before_first,
            "sisip",
            [
                "Sebelum ayat (1) Pasal 3 disisipkan 1 (satu) ayat, yakni ayat (1) baru, "
                "sedangkan ayat (1) sampai dengan ayat (4) semula menjadi ayat (2) sampai "
                "dengan ayat (5)" + READS.format("Pasal 3")
            ],
        ),
        (
            move_to_end,
            "pindah",
            [
                "Ketentuan ayat (3) Pasal 3 dipindahkan menjadi Pasal 4 ayat (3)"
                + READS.format("Pasal 3"),
                "Setelah ayat (2) Pasal 4 ditambahkan 1 (satu) ayat, yakni ayat (3) yang "
                "semula Pasal 3 ayat (3) sehingga Pasal 4 berbunyi sebagai berikut:",
            ],
        ),
        (
            move_between,
            "pindah",
            [
                "Ketentuan ayat (3) Pasal 3 dipindahkan menjadi Pasal 4 ayat (1a)"
                + READS.format("Pasal 3"),
                "Di antara ayat (1) dan ayat (2) Pasal 4 disisipkan 1 (satu) ayat, yakni "
                "ayat (1a) yang semula Pasal 3 ayat (3)" + READS.format("Pasal 4"),
            ],
        ),
    ],
)
def test_an_edit_is_told_as_what_it_is(
    penyusun: Composer, edit: Edit, tindakan: str, sentences: list[str]
) -> None:
    made = amended(edit)
    assert [each.tindakan for each in made.adendum.perubahan] == [tindakan]
    assert change_sentences(penyusun, made) == sentences


@pytest.mark.parametrize(
    ("edit", "sentence", "rows"),
    [
        (
            third_item_to_the_front,
            "Ketentuan huruf a Pasal 2 menjadi huruf b, ketentuan huruf b menjadi huruf c, "
            "dan ketentuan huruf c menjadi huruf a" + READS.format("Pasal 2"),
            [
                "tetap, menjadi Pasal 2 huruf a",
                "tetap, menjadi Pasal 2 huruf b dan huruf c",
            ],
        ),
        (
            first_to_the_end,
            "Ketentuan ayat (1) Pasal 3 menjadi ayat (4) dan ketentuan ayat (2) sampai "
            "dengan ayat (4) menjadi ayat (1) sampai dengan ayat (3)"
            + READS.format("Pasal 3"),
            [
                "tetap, menjadi Pasal 3 ayat (1) sampai dengan ayat (3)",
                "tetap, menjadi Pasal 3 ayat (4)",
            ],
        ),
    ],
)
def test_another_order_is_told_by_the_numbers(
    penyusun: Composer, edit: Edit, sentence: str, rows: list[str]
) -> None:
    made = amended(edit)
    assert {each.tindakan for each in made.adendum.perubahan} == {"tukar"}
    assert change_sentences(penyusun, made) == [sentence]
    said = paper_changes(penyusun, made)
    assert ["".join(cut.teks for cut in row.menjadi) for row in said] == rows


def test_a_new_item_in_a_short_list_is_no_half_of_the_one_before() -> None:
    """`perhubungan; dan` goes on as `perhubungan;`, and `pariwisata; dan` is new."""
    assert not are_halves("perhubungan; dan", ["perhubungan;", "pariwisata; dan"])
    assert are_halves("buku dan peta; dan", ["buku;", "peta; dan"])


@pytest.mark.slow
def test_rearrangements_word_by_word(penyusun: Composer, emas: Emas) -> None:
    def all_of_them(new: Tree) -> None:
        split(new)
        before_first_item(new)
        _ayat(new, 4).reverse()

    made = amended(all_of_them)
    emas("adendum-tata-ulang", write_all(compose_adendum(penyusun, made, ())).txt)


@pytest.mark.parametrize(
    ("edit", "rows"),
    [
        (
            swap,
            [
                "Pasal 3 ayat (4) tetap, menjadi Pasal 3 ayat (3)",
                "Pasal 3 ayat (3) tetap, menjadi Pasal 3 ayat (4)",
            ],
        ),
        (
            swap_around,
            [
                "Pasal 3 ayat (3) tetap, menjadi Pasal 3 ayat (1)",
                "Pasal 3 ayat (1) tetap, menjadi Pasal 3 ayat (3)",
            ],
        ),
        (
            first_to_the_end,
            [
                "Pasal 3 ayat (2) sampai dengan ayat (4) tetap, menjadi Pasal 3 ayat (1) "
                "sampai dengan ayat (3)",
                "Pasal 3 ayat (1) tetap, menjadi Pasal 3 ayat (4)",
            ],
        ),
        (
            before_first_item,
            [
                "a. lingkup nol;",
                "Pasal 2 huruf a sampai dengan huruf d tetap, menjadi Pasal 2 huruf b "
                "sampai dengan huruf e",
            ],
        ),
    ],
)
def test_the_sandingan_pairs_by_what_is_said(
    penyusun: Composer, edit: Edit, rows: list[str]
) -> None:
    said = [
        " ".join(cut.teks for cut in (*each.semula, *each.menjadi)).strip()
        for each in paper_changes(penyusun, amended(edit))
    ]
    assert [" ".join(each.split()) for each in said] == rows


@pytest.mark.slow
@pytest.mark.parametrize(
    "edit",
    [
        swap,
        swap_around,
        last_items_swapped,
        third_item_to_the_front,
        first_to_the_end,
        split,
        join,
        before_first,
        move_to_end,
    ],
)
def test_tracked_changes_resolve_to_both_texts(penyusun: Composer, edit: Edit) -> None:
    made = amended(edit)
    old = compose_kesepakatan(penyusun, made.sebelum)
    new = compose_kesepakatan(penyusun, made.sesudah)
    tracked = write_docx_tracked(old, new)
    # That both are exact is proved while it is written; here, that something is marked.
    assert read_tracked(tracked, accept=True) != read_tracked(tracked, accept=False)
    assert write_txt(old) != write_txt(new)


def test_a_number_alone_is_told(penyusun: Composer) -> None:
    renumber: dict[str, object] = {
        "tindakan": "nomori",
        "letak": "Pasal 3 ayat (4)",
        "menjadi": "5",
    }
    made = of_operations([renumber])
    assert change_sentences(penyusun, made) == [
        "Ketentuan ayat (4) Pasal 3 menjadi ayat (5)" + READS.format("Pasal 3")
    ]
    (row,) = paper_changes(penyusun, made)
    assert row.letak == "Pasal 3 ayat (5)"


@pytest.mark.parametrize("bentuk", ["kontrak", "tabel"])
def test_a_contract_tells_a_swap_as_two_places(penyusun: Composer, bentuk: str) -> None:
    base = parse_kesepakatan(BASE.encode(), "kesepakatan.yaml")
    operation = "tukar, letak: Pasal 3 ayat (3), dengan: Pasal 3 ayat (4)"
    content = f"bentuk: {bentuk}\nperubahan: [{{tindakan: {operation}}}]"
    made = parse_adendum(content.encode(), "adendum-01.yaml", Riwayat(base))
    assert change_sentences(penyusun, made) == [
        "Pasal 3 ayat (4) tetap, menjadi Pasal 3 ayat (3).",
        "Pasal 3 ayat (3) tetap, menjadi Pasal 3 ayat (4).",
    ]


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        (
            "tukar, letak: Pasal 3 ayat (1), dengan: Pasal 4 ayat (1)",
            "bukan dua bagian dari satu daftar; pakai pindah",
        ),
        ("tukar, letak: Pasal 3, dengan: Pasal 4", "nomor Pasal 3 tidak bergeser"),
        ("tukar, letak: Pasal 3 ayat (1), dengan: Pasal 3 ayat (9)", "tidak ada"),
        (
            "pindah, letak: Pasal 3 ayat (1), setelah: Pasal 3 ayat (4)",
            "tetap dalam daftar yang sama; pakai tukar, atau nomori",
        ),
        (
            "pindah, letak: Pasal 3 ayat (3), setelah: Pasal 4 ayat (1)",
            "sisipan belum bernomor",
        ),
        (
            "nomori, letak: Pasal 3 ayat (4), menjadi: 2",
            "Pasal 3 ayat (4) tidak dapat bernomor 2",
        ),
        (
            "nomori, letak: Pasal 3 ayat (1), menjadi: 9",
            "nomor 9 menggeser nomor sesudahnya",
        ),
        ("nomori, letak: Pasal 3, menjadi: 9", "nomor Pasal 3 tidak bergeser"),
        (
            "pecah, letak: Pasal 3 ayat (1), isi: [Satu., {isii: Dua.}]",
            "perubahan[1].isi[2].isii",
        ),
        (
            "gabung, letak: Pasal 3 ayat (1), dengan: [Pasal 3 ayat (1)], menjadi: X.",
            "bukan dua bagian dari satu daftar",
        ),
        (
            "sisip, sebelum: Pasal 3 ayat (1), geser: ya, isi: [{nomor: 1a, isi: X.}]",
            "nomornya ditulis sendiri, jadi tidak bergeser; hapus geser",
        ),
    ],
)
def test_what_does_not_fit_is_refused(operation: str, said: str) -> None:
    base = parse_kesepakatan(BASE.encode(), "kesepakatan.yaml")
    content = f"perubahan: [{{tindakan: {operation}}}]"
    with pytest.raises(FaultyNaskah) as cause:
        parse_adendum(content.encode(), "adendum-01.yaml", Riwayat(base))
    assert said in str(cause.value)


def test_each_part_under_another_number_is_noted(penyusun: Composer) -> None:
    """Three that go round in a list are three changed places of the consolidated text."""
    new = ["lingkup c;", "lingkup a;", "lingkup b; dan", "lingkup d."]
    old = Riwayat(parse_kesepakatan(DASAR.encode(), "kesepakatan.yaml"))
    swaps = (
        "- {tindakan: tukar, letak: Pasal 2 huruf a, dengan: Pasal 2 huruf c}\n"
        "- {tindakan: tukar, letak: Pasal 2 huruf b, dengan: Pasal 2 huruf c}\n"
    )
    adendum = parse_adendum(f"perubahan:\n{swaps}".encode(), "adendum-01.yaml", old)
    both = replace(old, adendum=(adendum,))
    day = date(2026, 1, 1)
    text = compose_konsolidasi(penyusun, both, day, b"", konsep=True)
    lines = [line for line in write_txt(text).decode().split("\n") if "lingkup" in line]
    noted = [line.endswith("[diubah dengan Adendum Kesatu]") for line in lines]
    assert [line.split("  [")[0][3:13] for line in lines] == [one[:10] for one in new]
    assert noted == [True, True, True, False]
