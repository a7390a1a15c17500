"""One row of a table changed, put in or taken out by its own operation."""

from pathlib import Path

import pytest

from conftest import write_all
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    compose_adendum,
    paper_changes,
)
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.templates import Template
from notakesepakatan.compute.change.apply import apply
from notakesepakatan.compute.change.diff import diff
from notakesepakatan.compute.text.letak import WrongLetak, find
from notakesepakatan.compute.text.tabel import row_names
from notakesepakatan.compute.text.tree import place_at
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.write.yaml import dump

COMPOSER = Composer(Template(None))
GUDANG = Path(__file__).parents[2] / "bentuk/pks-perusahaan-gudang/kesepakatan.yaml"
YAML = GUDANG.read_text()
THIRD = "    - 3 | Penyerahan darurat | sejak permintaan lisan | paling lama 3 jam\n"
FIRST = "    - 1 | Penerimaan | sejak kendaraan tiba | paling lama 4 jam\n"
SPACE = "    - 1 | Ruang penyimpanan | meter persegi | 600 | 40000 | 24000000\n"
SUMS = '"48500000"'
ATTACHED = (
    " sehingga Lampiran {0} menjadi sebagaimana tercantum dalam Lampiran yang merupakan"
    " bagian tidak terpisahkan dari Adendum Kesatu ini."
)


def loaded(text: str = YAML) -> Loaded:
    return parse_kesepakatan(text.encode(), "uji")


def drafted(*changes: tuple[str, str]) -> LoadedAdendum:
    """The adendum that turns the agreement into itself with these changes."""
    text = YAML
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    origin, goal = loaded(), loaded(text).tree
    operations = diff(origin.tree, goal)
    assert apply(origin.tree, operations) == (goal, [])
    content = [one.model_dump(mode="json", exclude_none=True) for one in operations]
    data = {"penandatanganan": {}, "perubahan": content}
    return parse_adendum(dump(data).encode(), "adendum", Riwayat(origin))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("changes", "letak", "told", "places"),
    [
        (
            [(THIRD, THIRD.replace("3 jam", "2 jam"))],
            ["Lampiran II tabel baris 3"],
            "Ketentuan baris 3 tabel Lampiran II diubah",
            ["Lampiran II baris 3 tabel kolom Batas"],
        ),
        (
            [(THIRD, "")],
            ["Lampiran II tabel baris 3"],
            "Lampiran II baris 3 tabel dihapus",
            ["Lampiran II baris 3 tabel"],
        ),
        (
            [(FIRST, f"    - 0 | Pemeriksaan | sejak tiba | 1 jam\n{FIRST}")],
            ["Lampiran II tabel baris 1"],
            "Sebelum baris 1 tabel Lampiran II disisipkan 1 (satu) baris",
            ["Lampiran II baris 0 tabel"],
        ),
        (
            [(THIRD, f"{THIRD}    - 3a | Penyerahan malam | sejak diminta | 6 jam\n")],
            ["Lampiran II tabel baris 3"],
            "Di antara baris 3 tabel dan baris 4 tabel Lampiran II disisipkan"
            " 1 (satu) baris",
            ["Lampiran II baris 3a tabel"],
        ),
        (
            [(FIRST, FIRST.replace("4 jam", "5 jam")), (THIRD, "")],
            ["Lampiran II tabel baris 3", "Lampiran II tabel baris 1"],
            "Ketentuan baris 1 tabel Lampiran II diubah dan Lampiran II baris 3 tabel"
            " dihapus",
            ["Lampiran II baris 1 tabel kolom Batas", "Lampiran II baris 3 tabel"],
        ),
        (
            [(SPACE, ""), (SUMS, '"24500000"')],
            ["Lampiran V tabel kolom", "Lampiran V tabel baris 1"],
            "Lampiran V baris 1 tabel dihapus dan ketentuan jumlah tabel diubah",
            ["Lampiran V baris 1 tabel", "Lampiran V jumlah tabel kolom Jumlah"],
        ),
    ],
)
def test_a_row_is_told_by_itself(
    changes: list[tuple[str, str]], letak: list[str], told: str, places: list[str]
) -> None:
    adendum = drafted(*changes)
    operations = adendum.adendum.perubahan
    beside = ("letak", "setelah", "sebelum")
    where = [
        next(getattr(one, key) for key in beside if getattr(one, key, None))
        for one in operations
    ]
    assert where == letak
    annex = letak[0].split()[1]
    assert change_sentences(COMPOSER, adendum) == [told + ATTACHED.format(annex)]
    assert [one.letak for one in paper_changes(COMPOSER, adendum)] == places


@pytest.mark.slow
def test_a_row_behind_the_last_is_appended() -> None:
    last = "    - 4 | Ketepatan stok | hasil stok opname | paling sedikit 99,5%\n"
    adendum = drafted((last, f"{last}    - 5 | Kebersihan | harian | setiap hari\n"))
    (operation,) = adendum.adendum.perubahan
    assert operation.tindakan == "tambah"
    assert change_sentences(COMPOSER, adendum) == [
        "Setelah baris 4 tabel Lampiran II ditambahkan 1 (satu) baris"
        + ATTACHED.format("II")
    ]
    text = write_all(compose_adendum(COMPOSER, adendum, ())).txt
    assert "5\tKebersihan\tharian\tsetiap hari" in text
    assert "Ruang penyimpanan" not in text, "only the annex that changes is attached"


def test_rows_of_a_pasal_have_their_place_too() -> None:
    hibah = GUDANG.parents[1] / "hibah-sanggar/kesepakatan.yaml"
    tree = parse_kesepakatan(hibah.read_bytes(), "uji").tree
    path = find(tree, "Pasal 3 ayat (1) tabel baris 2")
    assert path == ("pasal", 2, "ayat", 0, "tabel", "baris", 1)
    assert place_at(tree, path).words == "Pasal 3 ayat (1) tabel baris 2"


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ("hapus, letak: Lampiran II tabel baris 9", "baris 9 tidak ada pada tabel itu"),
        ("hapus, letak: Lampiran II tabel baris 0", "baris 0 tidak ada pada tabel itu"),
        (
            "tambah, setelah: Lampiran II tabel baris 2, isi: [a | b | c | d]",
            "Lampiran II tabel baris 2 bukan baris yang terakhir",
        ),
        (
            "sisip, sebelum: Lampiran II tabel baris 2, isi: [a | b | c | d]",
            "Lampiran II tabel baris 2 bukan baris yang pertama",
        ),
    ],
)
def test_what_cannot_be_done_with_a_row_is_said(operation: str, message: str) -> None:
    yaml = f"penandatanganan: {{}}\nperubahan:\n- {{ tindakan: {operation} }}\n"
    with pytest.raises(FaultyNaskah, match=message):
        parse_adendum(yaml.encode(), "adendum", Riwayat(loaded()))


def test_the_last_row_of_a_table_stays() -> None:
    text = YAML.replace(THIRD, "").replace(FIRST, "")
    two = [line for line in text.splitlines(keepends=True) if line.startswith("    - ")]
    kept = [line for line in two if "Penyerahan biasa" in line or "Ketepatan" in line]
    only = loaded(text.replace(kept[0], ""))
    with pytest.raises(WrongLetak, match="tidak ada"):
        find(only.tree, "Lampiran II tabel baris 2")
    yaml = (
        "penandatanganan: {}\nperubahan:\n"
        "- { tindakan: hapus, letak: Lampiran II tabel baris 1 }\n"
    )
    with pytest.raises(FaultyNaskah, match="baris satu-satunya"):
        parse_adendum(yaml.encode(), "adendum", Riwayat(only))


LAST = "    - 4 | Ketepatan stok | hasil stok opname | paling sedikit 99,5%\n"
AGAIN = THIRD.replace("- 3 |", "- 1 |")
SEVENTH = LAST.replace("- 4 |", "- 7 |")


@pytest.mark.parametrize(
    ("old", "new", "told", "place"),
    [
        (
            AGAIN,
            AGAIN.replace("3 jam", "2 jam"),
            "Ketentuan baris 1 (Penyerahan darurat) tabel Lampiran II diubah",
            "Lampiran II baris 1 (Penyerahan darurat) tabel kolom Batas",
        ),
        (
            SEVENTH,
            "",
            "Lampiran II baris 7 tabel dihapus",
            "Lampiran II baris 7 tabel",
        ),
        (
            SEVENTH,
            f"    - 5 | Kebersihan | harian | setiap hari\n{SEVENTH}",
            "Di antara baris 1 (Penyerahan darurat) tabel dan baris 7 tabel Lampiran II"
            " disisipkan 1 (satu) baris",
            "Lampiran II baris 5 tabel",
        ),
    ],
)
@pytest.mark.slow
def test_a_row_is_called_by_the_number_it_has_on_paper(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str, told: str, place: str
) -> None:
    text = YAML.replace(THIRD, AGAIN).replace(LAST, SEVENTH)
    monkeypatch.setattr("compute.change.test_rows.YAML", text)
    monkeypatch.setattr(loaded, "__defaults__", (text,))
    adendum = drafted((old, new))
    assert change_sentences(COMPOSER, adendum) == [told + ATTACHED.format("II")]
    assert [one.letak for one in paper_changes(COMPOSER, adendum)] == [place]


@pytest.mark.parametrize(
    ("heads", "rows", "names"),
    [
        (["No", "Uraian"], [["1", "a"], ["2", "b"]], ("1", "2")),
        (["Uraian", "No"], [["a", "1"], ["b", "7"]], ("1", "2")),
        (["NO.", "Uraian"], [["4.", "a"], ["6.", "b"]], ("4", "6")),
        (
            ["Nomor", "Uraian"],
            [["1", "a"], ["1", "b"], ["2", "c"]],
            ("1 (a)", "1 (b)", "2"),
        ),
        (["No", "Uraian"], [["1", "a"], ["1", "a"]], ("1", "2")),
        (["No", "Uraian"], [["1", "a"], ["", "b"]], ("1", "2")),
    ],
)
def test_rows_without_telling_numbers_are_counted(
    heads: list[str], rows: list[list[str]], names: tuple[str, ...]
) -> None:
    assert row_names(heads, rows) == names
