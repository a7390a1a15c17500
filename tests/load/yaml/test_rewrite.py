"""A file edited: only the lines meant differ, and it reads as meant."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from notakesepakatan.load.yaml.characters import HIDDEN
from notakesepakatan.load.yaml.rewrite import rewrite
from notakesepakatan.load.yaml.text import read_yaml

AKAR = Path(__file__).parents[3]
BERKAS = sorted(AKAR.glob("agreements/*/*.yaml"))


def data_of(teks: str) -> Any:
    return read_yaml(teks.encode(), "").data


CONTOH = """\
# kepala
jenis: Nota Kesepakatan # jenis naskah
judul: "Uji: satu"
tempat:
  # tempat: Jakarta
pihak:
- nama: A # pertama
  # kedudukan: alamat
# yang kedua
- nama: B
  kalimat: >-
    Satu dua
    tiga.

- nama: C
  lembaran: { jenis: LN, nomor: "1" }
tahun: [I, II]
butir:
- satu;
- "dua: 2;"
# akhir
"""

UBAHAN = [
    # path, new value (None: gone), lines taken out, lines put in
    (
        ("jenis",),
        "PKS",
        ["jenis: Nota Kesepakatan # jenis naskah"],
        ["jenis: PKS # jenis naskah"],
    ),
    (
        ("jenis",),
        "a: b",
        ["jenis: Nota Kesepakatan # jenis naskah"],
        ['jenis: "a: b" # jenis naskah'],
    ),
    (("judul",), 'Uji "dua"', ['judul: "Uji: satu"'], ['judul: "Uji \\"dua\\""']),
    (("tempat",), {"tempat": "Solo"}, [], ["  tempat: Solo"]),
    (("tempat",), "[[x]]", ["tempat:"], ['tempat: "[[x]]"']),
    (("pihak", 0, "nomor"), "07", [], ["  nomor: 07"]),
    (
        ("pihak", 1, "kalimat"),
        "Empat lima.",
        ["    Satu dua", "    tiga."],
        ["    Empat lima."],
    ),
    (
        ("pihak", 1),
        None,
        ["# yang kedua", "- nama: B", "  kalimat: >-", "    Satu dua", "    tiga."],
        [],
    ),
    (
        ("pihak", 2, "lembaran", "nomor"),
        "null",
        ['  lembaran: { jenis: LN, nomor: "1" }'],
        ['  lembaran: { jenis: LN, nomor: "null" }'],
    ),
    (
        ("pihak", 2, "lembaran", "jenis"),
        "B,N",
        ['  lembaran: { jenis: LN, nomor: "1" }'],
        ['  lembaran: { jenis: "B,N", nomor: "1" }'],
    ),
    (("tahun",), ["I"], ["tahun: [I, II]"], ["tahun: [I]"]),
    (("tahun",), "semua", ["tahun: [I, II]"], ["tahun: semua"]),
    (("butir", 1), "dua;", ['- "dua: 2;"'], ['- "dua;"']),
    (("butir", 0), "satu # dua", ["- satu;"], ['- "satu # dua"']),
    (("butir",), [], ["butir:", "- satu;", '- "dua: 2;"'], ["butir: []"]),
]


@pytest.mark.parametrize(("jalur", "nilai", "hilang", "tambah"), UBAHAN)
def test_one_change(
    jalur: tuple[Any, ...], nilai: Any, hilang: list[str], tambah: list[str]
) -> None:
    data = data_of(CONTOH)
    atas = data
    for langkah in jalur[:-1]:
        atas = atas[langkah]
    if nilai is None:
        del atas[jalur[-1]]
    else:
        atas[jalur[-1]] = nilai
    hasil = rewrite(CONTOH, data)
    lama, baru = CONTOH.split("\n"), hasil.split("\n")
    assert data_of(hasil) == data
    assert [b for b in lama if b not in baru] == hilang
    assert [b for b in baru if b not in lama] == tambah
    assert [b for b in lama if b in baru and b] == [b for b in baru if b in lama and b]


def test_items_move_with_their_comments() -> None:
    data = data_of(CONTOH)
    data["pihak"] = [
        data["pihak"][1],
        data["pihak"][0],
        {"nama": "Baru"},
        data["pihak"][2],
    ]
    assert (
        rewrite(CONTOH, data).split("pihak:\n")[1].split("tahun:")[0]
        == """\
# yang kedua
- nama: B
  kalimat: >-
    Satu dua
    tiga.
- nama: A # pertama
  # kedudukan: alamat

- nama: Baru

- nama: C
  lembaran: { jenis: LN, nomor: "1" }
"""
    )


def test_an_item_split_in_two_keeps_the_others() -> None:
    data = data_of(CONTOH)
    data["butir"] = ["satu;", "dua: 2;", "tiga;"]
    assert rewrite(CONTOH, data) == CONTOH.replace(
        '- "dua: 2;"\n', '- "dua: 2;"\n- tiga;\n'
    )


@pytest.mark.parametrize(
    "teks", ["", "# kosong\n", "{a: 1}", "a: |+\n  x\n\n", "a: 1", "a: 1\r\nb: 2\r\n"]
)
def test_odd_files_read_as_meant(teks: str) -> None:
    data = {"a": "x y", "b": ["1", {"c": "d"}]}
    assert data_of(rewrite(teks, data)) == data


def test_line_ends_stay() -> None:
    assert (
        rewrite("a: 1 # x\r\nb: 2\r\n", {"a": "1", "b": "3"}) == "a: 1 # x\r\nb: 3\r\n"
    )


TEKS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co"),
        include_characters="\n",
    ),
    max_size=150,
).filter(lambda text: not HIDDEN.search(text)) | st.sampled_from(
    [
        "",
        "null",
        "~",
        "- x",
        "a: b",
        "x #y",
        "[[a]]",
        "{{7*7}}",
        "=1+1",
        " x",
        "x ",
        "'",
        '"',
        "1:",
        "? a",
        "kata " * 40,
    ]
)
KUNCI = st.sampled_from(["isi", "nama", "kunci", "huruf", "a", "b", "c"])
POHON = st.recursive(
    TEKS | st.none(),
    lambda anak: st.lists(anak, max_size=4) | st.dictionaries(KUNCI, anak, max_size=4),
    max_leaves=12,
)
AKARNYA = st.dictionaries(KUNCI, POHON, min_size=1, max_size=4)


def with_comments(teks: str) -> str:
    """The file with a remark above every line on which a key or an item begins and no block scalar runs."""
    hasil = []
    akar = yaml.compose(teks, Loader=yaml.CBaseLoader)
    awal: set[int] = set()

    def walk(simpul: yaml.Node | None) -> None:
        if isinstance(simpul, yaml.CollectionNode) and not simpul.flow_style:
            for anak in simpul.value:
                kunci, nilai = anak if isinstance(anak, tuple) else (anak, anak)
                if isinstance(anak, tuple):
                    awal.add(kunci.start_mark.line)
                walk(nilai)

    walk(akar)
    for i, baris in enumerate(teks.split("\n")):
        if i in awal:
            hasil.append(
                " " * (len(baris) - len(baris.lstrip(" -"))) + f"# catatan {i}"
            )
        hasil.append(baris)
    return "\n".join(hasil)


@pytest.mark.slow
@settings(max_examples=300)
@given(AKARNYA, AKARNYA)
def test_reads_as_meant(lama: dict[str, Any], baru: dict[str, Any]) -> None:
    teks = with_comments(rewrite("", lama))
    assert data_of(teks) == lama
    assert rewrite(teks, lama) == teks
    assert data_of(rewrite(teks, baru)) == baru


def test_a_long_text_that_ends_in_a_space_stands_before_its_comment() -> None:
    """It cannot be folded; in quotes of several lines the comment would be inside it."""
    said = "kata " * 40
    text = "a: x\nb: y # catatan\nc: z\n"
    written = rewrite(text, {"a": "x", "b": said, "c": "z"})
    assert written == f'a: x\nb: "{said}" # catatan\nc: z\n'


@pytest.mark.slow
@settings(max_examples=200)
@given(st.data())
def test_what_is_not_meant_stays(data: st.DataObject) -> None:
    """One datum of a real file changed: every other line is the same, in order."""
    teks = data.draw(st.sampled_from(BERKAS)).read_text(encoding="utf-8")
    pohon = data_of(teks)
    jalur = data.draw(st.sampled_from(list(leaves(pohon))))
    baru = data.draw(TEKS)
    atas = pohon
    for langkah in jalur[:-1]:
        atas = atas[langkah]
    lama, atas[jalur[-1]] = atas[jalur[-1]], baru
    hasil = rewrite(teks, pohon)
    assert data_of(hasil) == pohon
    di = read_yaml(teks.encode(), "").values[jalur][0] - 1
    semula, menjadi = teks.split("\n"), hasil.split("\n")
    assert menjadi[:di] == semula[:di]
    sisa = (
        len(semula) - di - 1 - len(lama)
    )  # the datum stands on fewer lines than it has letters
    assert sisa <= 0 or menjadi[-sisa:] == semula[-sisa:]
    assert comments(semula) == comments(menjadi)


def leaves(benda: Any, jalur: tuple[Any, ...] = ()) -> Any:
    if isinstance(benda, str):
        yield jalur
        return
    for langkah, isi in benda.items() if isinstance(benda, dict) else enumerate(benda):
        yield from leaves(isi, (*jalur, langkah))


def comments(baris: list[str]) -> list[str]:
    return [satu for satu in baris if satu.lstrip().startswith("# ")]
