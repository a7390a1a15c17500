"""Two who changed one text: what each did is there, and no word goes that nobody took out."""

from collections import Counter
from copy import deepcopy
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import AKAR
from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.konsep import konsep_side_draft, save_konsep
from notakesepakatan.bureau.perubahan import make_change, perubahan_side_draft
from notakesepakatan.bureau.side_draft import SideDraftFile
from notakesepakatan.compute.editing import edits as s
from notakesepakatan.compute.editing.commands import (
    AddItem,
    Command,
    Edited,
    MoveItem,
    SetTexts,
)
from notakesepakatan.compute.editing.merge import merge, pair
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.contents import hash_of

SATU, DUA, TIGA = (
    "Biaya ditanggung PARA PIHAK.",
    "Laporan dibuat setiap bulan.",
    "Sengketa diselesaikan musyawarah.",
)
SATU_, DUA_, TIGA_ = f"{SATU} Budi.", f"{DUA} Budi.", f"{TIGA} Budi."
AMPAT = "Hal lain diatur kemudian."

DAFTAR: list[tuple[str, list[Any], list[Any], list[Any], list[Any]]] = [
    # what, of old, theirs, mine, together
    (
        "mine added, theirs changed",
        [SATU, DUA],
        [SATU_, DUA],
        [SATU, DUA, AMPAT],
        [SATU_, DUA, AMPAT],
    ),
    (
        "mine added above, theirs changed",
        [SATU, DUA],
        [SATU_, DUA],
        [AMPAT, SATU, DUA],
        [AMPAT, SATU_, DUA],
    ),
    (
        "mine changed, theirs moved",
        [SATU, DUA],
        [DUA, SATU],
        [f"{SATU} Ani.", DUA],
        [DUA, f"{SATU} Ani."],
    ),
    (
        "mine moved, theirs changed",
        [SATU, DUA, TIGA],
        [SATU_, DUA, TIGA],
        [DUA, TIGA, SATU],
        [DUA, TIGA, SATU_],
    ),
    ("both added at the end", [SATU], [SATU, DUA], [SATU, TIGA], [SATU, DUA, TIGA]),
    (
        "both added at the beginning",
        [SATU],
        [DUA, SATU],
        [TIGA, SATU],
        [DUA, TIGA, SATU],
    ),
    ("both added to nothing", [], [DUA], [TIGA, AMPAT], [DUA, TIGA, AMPAT]),
    ("both added the same", [SATU], [SATU, DUA], [SATU, DUA, TIGA], [SATU, DUA, TIGA]),
    ("both blanks, one filled", [SATU], [SATU, ""], [SATU, DUA], [SATU, "", DUA]),
    (
        "mine deleted, theirs changed another",
        [SATU, DUA, TIGA],
        [SATU, DUA, TIGA_],
        [DUA, TIGA],
        [DUA, TIGA_],
    ),
    (
        "mine deleted what theirs changed",
        [SATU, DUA],
        [SATU, DUA_],
        [SATU],
        [SATU, DUA_],
    ),
    (
        "theirs deleted what mine changed",
        [SATU, DUA],
        [SATU],
        [SATU, DUA_],
        [SATU, DUA_],
    ),
    (
        "theirs deleted what mine put anew",
        [SATU, DUA],
        [DUA_],
        [SATU, AMPAT],
        [DUA_, AMPAT],
    ),
    ("both deleted, each its own", [SATU, DUA, TIGA], [DUA, TIGA], [SATU, DUA], [DUA]),
    (
        "both moved: mine",
        [SATU, DUA, TIGA],
        [TIGA, SATU, DUA],
        [SATU, TIGA, DUA],
        [SATU, TIGA, DUA],
    ),
    (
        "mine added at the end, theirs moved the last",
        [SATU, DUA, TIGA],
        [TIGA, SATU, DUA],
        [SATU, DUA, TIGA, AMPAT],
        [TIGA, SATU, DUA, AMPAT],
    ),
    (
        "both wrote one anew",
        [SATU, DUA],
        [SATU, "Budi menulis."],
        [SATU, "Ani mengarang."],
        [SATU, "Budi menulis.", "Ani mengarang."],
    ),
    (
        "each moved another",
        [SATU, DUA, TIGA, AMPAT],
        [DUA, SATU, TIGA, AMPAT],
        [SATU, DUA, AMPAT, TIGA],
        [DUA, SATU, AMPAT, TIGA],
    ),
    (
        "same text changed by both",
        [SATU, DUA],
        [SATU_, DUA_],
        [f"{SATU} Ani.", DUA],
        [f"{SATU} Ani.", DUA_],
    ),
    (
        "short and long",
        [SATU, DUA],
        [SATU_, DUA],
        [{"isi": SATU, "huruf": ["a;"]}, DUA],
        [{"isi": SATU_, "huruf": ["a;"]}, DUA],
    ),
    (
        "long made short",
        [{"isi": SATU, "huruf": ["a;"]}],
        [SATU],
        [{"isi": f"{SATU} Ani.", "huruf": ["a;"]}],
        [f"{SATU} Ani."],
    ),
    (
        "a key tells, not the words",
        [{"kunci": "a", "isi": SATU}],
        [{"kunci": "a", "isi": DUA}],
        [{"kunci": "a", "isi": SATU, "penutup": TIGA}, AMPAT],
        [{"kunci": "a", "isi": DUA, "penutup": TIGA}, AMPAT],
    ),
    (
        "laws of one number are two",
        [{"jenis": "UU", "nomor": "23", "tentang": SATU}],
        [{"jenis": "PP", "nomor": "23", "tentang": DUA}],
        [{"jenis": "UU", "nomor": "23", "tentang": f"{SATU} Ani."}],
        [
            {"jenis": "UU", "nomor": "23", "tentang": f"{SATU} Ani."},
            {"jenis": "PP", "nomor": "23", "tentang": DUA},
        ],
    ),
]


@pytest.mark.parametrize(
    ("awal", "mereka", "saya", "expect"),
    [baris[1:] for baris in DAFTAR],
    ids=[b[0] for b in DAFTAR],
)
def test_lists(
    awal: list[Any], mereka: list[Any], saya: list[Any], expect: list[Any]
) -> None:
    assert merge(awal, mereka, saya) == expect


def test_mappings() -> None:
    awal = {"a": "1", "b": ["x", "y"], "c": {"d": "1"}}
    assert merge(
        awal, {**awal, "a": "2"}, {"a": "1", "b": ["x", "z"], "c": {"d": "1", "e": "n"}}
    ) == {
        "a": "2",
        "b": ["x", "z"],
        "c": {"d": "1", "e": "n"},
    }
    assert merge(awal, {**awal, "a": "2"}, {**awal, "a": "3"})["a"] == "3"
    assert merge(awal, {**awal, "a": "2"}, {"b": awal["b"], "c": awal["c"]}) == {
        "b": awal["b"],
        "c": awal["c"],
    }
    assert merge(awal, {**awal, "c": {"d": "2"}}, {"a": "0", "b": ["x"]}) == {
        "a": "0",
        "b": ["x"],
        "c": {"d": "2"},
    }
    assert merge(awal, {"a": "0", "b": ["x"]}, {"a": "1", "b": ["y"]}) == {"a": "0"}
    assert merge(
        {}, {"t": {"p": "1"}, "h": ["a b"]}, {"t": {"q": "2"}, "h": ["c d"]}
    ) == {
        "t": {"p": "1", "q": "2"},
        "h": ["a b", "c d"],
    }
    assert merge(
        {"k": SATU, "n": "1"}, {"k": [SATU, DUA], "n": "1"}, {"k": SATU_, "n": "2"}
    ) == {"k": [SATU_, DUA], "n": "2"}
    assert merge({"k": [SATU, DUA]}, {"k": [SATU_, DUA]}, {"k": SATU}) == {"k": SATU_}
    assert merge(
        {"k": None, "x": "1"}, {"k": ["a"], "x": "1"}, {"k": ["b"], "x": "2"}
    ) == {"k": ["a", "b"], "x": "2"}
    assert list(
        merge(
            {"a": "1", "c": "1"}, {"a": "1", "c": "2"}, {"a": "1", "b": "1", "c": "1"}
        )
    ) == ["a", "b", "c"]


def test_a_pasal_that_one_gives_ayat_while_the_other_changes_its_words() -> None:
    awal = {"pasal": [{"judul": "SATU", "isi": SATU, "huruf": ["a satu;", "b dua."]}]}
    berayat = s.set_text(
        AddItem(("pasal", 0, "ayat")).apply(awal).data,
        ("pasal", 0, "ayat", 1, "isi"),
        DUA,
    )
    diubah = s.set_text(awal, ("pasal", 0, "isi"), SATU_)
    expect = {
        "pasal": [
            {
                "judul": "SATU",
                "ayat": [{"isi": SATU_, "huruf": ["a satu;", "b dua."]}, DUA],
            }
        ]
    }
    assert merge(awal, diubah, berayat) == merge(awal, berayat, diubah) == expect


def test_words_that_lead_up_to_ayat_stay_above_them() -> None:
    awal = {"pasal": [{"judul": "SATU", "isi": "PARA PIHAK sepakat:"}]}
    berayat = AddItem(("pasal", 0, "ayat")).apply(awal).data
    assert berayat["pasal"][0] == {
        "judul": "SATU",
        "isi": "PARA PIHAK sepakat:",
        "ayat": [""],
    }


def test_a_draft_put_on_the_file_of_a_colleague(ruang: Any) -> None:
    """Ani adds an ayat and types; Budi changes ayat 1, moves it down, adds a pasal, saves."""
    rk = Workspace(ruang())
    awal = (
        rk.file("uji").read_text().replace("isi: Isi.", f"ayat:\n  - {SATU}\n  - {DUA}")
    )
    rk.file("uji").write_text(awal)

    ani, budi = (
        konsep_side_draft(rk, "uji", "ani"),
        konsep_side_draft(rk, "uji", "budi"),
    )

    def work(sisi: SideDraftFile, *ubah: Command) -> str:
        tanda = sisi.open().stamp
        for satu in ubah:
            tanda = sisi.change(tanda, satu).draft.stamp
        return tanda

    def text(*jalur: Any, isi: str) -> SetTexts:
        return SetTexts({jalur: isi})

    ayat = ("pasal", 0, "ayat")
    work(
        ani,
        AddItem(ayat),
        text(*ayat, 2, "isi", isi=TIGA),
        text(*ayat, 1, "isi", isi=f"{DUA} Ani."),
    )
    tanda = work(
        budi,
        text(*ayat, 0, "isi", isi=SATU_),
        MoveItem((*ayat, 0), 1),
        AddItem(("pasal",)),
        text("pasal", 1, "judul", isi="BARU"),
        text("pasal", 1, "isi", isi=AMPAT),
    )
    save_konsep(budi, tanda)
    hasil = ani.merge(hash_of(rk.file("uji").read_bytes())).data
    assert hasil["pasal"][0]["ayat"] == [f"{DUA} Ani.", SATU_, TIGA]
    assert hasil["pasal"][1] == {"judul": "BARU", "isi": AMPAT}


@pytest.mark.slow
def test_a_change_put_on_the_adendum_of_a_colleague(ruang: Any) -> None:
    """Ani changes the words of one pasal and adds an ayat to another; Budi has made an adendum of a new pasal and a new ayat."""
    rk = Workspace(
        ruang((AKAR / "agreements/contoh-sampah-2025/kesepakatan.yaml").read_text())
    )
    ani, budi = (
        perubahan_side_draft(rk, "uji", "ani"),
        perubahan_side_draft(rk, "uji", "budi"),
    )
    nomor = {p["kunci"]: i for i, p in enumerate(ani.open().data["pasal"])}
    biaya, kahar = (
        ("pasal", nomor["pembiayaan"]),
        ("pasal", nomor["keadaan_kahar"], "ayat"),
    )

    def work(sisi: SideDraftFile, *ubah: Command) -> str:
        tanda = sisi.open().stamp
        for satu in ubah:
            tanda = sisi.change(tanda, satu).draft.stamp
        return tanda

    class NewPasal(Command):
        def apply(self, data: s.Data) -> Edited:
            return Edited(
                {
                    **data,
                    "pasal": [
                        *data["pasal"][:-1],
                        {"judul": "BARU", "isi": AMPAT},
                        data["pasal"][-1],
                    ],
                }
            )

    ayat = len(get_at(ani.open().data, kahar))
    work(
        ani,
        SetTexts({(*biaya, "isi"): SATU}),
        AddItem(kahar),
        SetTexts({(*kahar, ayat, "isi"): DUA}),
    )
    tanda = work(
        budi, AddItem(kahar), SetTexts({(*kahar, ayat, "isi"): TIGA}), NewPasal()
    )
    assert make_change(budi, tanda, Request()).plan
    tersimpan = budi.open().data
    ani.merge()
    hasil = ani.open().data
    expect = s.set_text(tersimpan, (*biaya, "isi"), SATU)
    assert hasil == s.set_text(
        AddItem(kahar).apply(expect).data, (*kahar, ayat + 1, "isi"), DUA
    )
    assert [satu for satu in (TIGA, AMPAT) if satu not in texts(hasil)] == []


def test_pairs() -> None:
    assert pair([SATU, DUA, TIGA], [TIGA, AMPAT, SATU_]) == [2, None, 0]
    assert pair([SATU, SATU], [SATU, SATU, SATU]) == [0, 1, None]
    assert pair([{"isi": SATU, "huruf": ["a", "b", "c"]}], [SATU_]) == [0]
    assert pair(
        [{"nomor": "7A", "isi": SATU}], [DUA, {"nomor": "7A", "isi": TIGA}]
    ) == [None, 0]
    assert pair(["", "-"], ["-", "", ""]) == [1, 0, None]


TEKS = st.lists(
    st.sampled_from(("para", "pihak", "wajib", "data", "tahun")), max_size=4
).map(" ".join)
POHON: st.SearchStrategy[Any] = st.recursive(
    TEKS | st.none(),
    lambda dalam: (
        st.lists(dalam, max_size=4)
        | st.dictionaries(
            st.sampled_from(("isi", "ayat", "huruf", "kunci", "nama")),
            dalam,
            max_size=4,
        )
        | st.lists(
            TEKS
            | st.fixed_dictionaries(
                {"isi": TEKS}, optional={"huruf": st.lists(TEKS), "kunci": TEKS}
            ),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@pytest.mark.slow
@settings(max_examples=300)
@given(POHON, POHON)
def test_what_one_alone_did_is_what_comes_out(a: Any, b: Any) -> None:
    assert merge(a, a, b) == merge(a, b, a) == merge(a, b, b) == b
    assert merge({"x": a, "y": "0"}, {"x": b, "y": "0"}, {"x": a, "y": "1"}) == {
        "x": b,
        "y": "1",
    }
    assert merge({"x": a, "y": "0"}, {"x": a, "y": "1"}, {"x": b, "y": "0"}) == {
        "x": b,
        "y": "1",
    }


DAFTAR_TEKS = st.lists(
    TEKS | st.fixed_dictionaries({"isi": TEKS, "huruf": st.lists(TEKS, min_size=1)}),
    max_size=6,
)


@pytest.mark.slow
@settings(max_examples=300)
@given(DAFTAR_TEKS, DAFTAR_TEKS)
def test_a_list_that_one_alone_changed_beside_an_item_that_the_other_changed(
    a: list[Any], b: list[Any]
) -> None:
    ekor, diubah = "ekor lain sekali", "ekor lain sekali diubah"
    assert merge([*a, ekor], [*b, ekor], [*a, diubah]) == [*b, diubah]
    assert merge([*a, ekor], [*a, diubah], [*b, ekor]) == [*b, diubah]


def texts(benda: Any) -> list[str]:
    if isinstance(benda, dict | list):
        return [
            t
            for isi in (benda.values() if isinstance(benda, dict) else benda)
            for t in texts(isi)
        ]
    return [] if benda is None else [str(benda)]


def words(benda: Any) -> Counter[str]:
    return Counter(kata for teks in texts(benda) for kata in teks.split())


@pytest.mark.parametrize("length", range(1, 6))
def test_what_each_put_in_anothers_stead_stands_where_that_stood(length: int) -> None:
    """Each item was replaced by them, by me or by nobody; the new one says nothing of the old."""
    for hands in product("-TM", repeat=length):
        old = [f"lama{n}" for n in range(length)]
        both, theirs, mine = (
            [f"baru{n}" if hand in whose else old[n] for n, hand in enumerate(hands)]
            for whose in ("TM", "T", "M")
        )
        assert merge(old, theirs, mine) == both, hands


@pytest.mark.slow
@settings(max_examples=300)
@given(POHON, POHON, POHON)
def test_no_word_that_i_typed_goes_whatever_they_did(
    awal: Any, mereka: Any, saya: Any
) -> None:
    assert (words(saya) - words(awal)).keys() - words(awal).keys() <= words(
        merge(awal, mereka, saya)
    ).keys()


class Konsep:
    """A draft of which every text has words of its own, so that each can be told wherever it goes."""

    def __init__(self) -> None:
        self.n = 0

    def text(self) -> str:
        self.n += 1
        return " ".join(f"t{self.n}{huruf}" for huruf in "abcd")

    def butir(self, dalam: int) -> Any:
        if not dalam or self.n % 3:
            return self.text()
        return {
            "isi": self.text(),
            "huruf": [self.butir(0) for _ in range(1 + self.n % 3)],
        }

    def pasal(self, jenis: int) -> dict[str, Any]:
        if jenis == 0:
            return {
                "judul": self.text(),
                "isi": self.text(),
                "huruf": [self.butir(0), self.butir(0)],
            }
        return {"judul": self.text(), "ayat": [self.butir(1) for _ in range(jenis)]}


def places(
    benda: Any, wadah: bool, jalur: tuple[Any, ...] = ()
) -> list[tuple[Any, ...]]:
    """Paths of the lists, or of the texts."""
    isi = (
        benda.items()
        if isinstance(benda, dict)
        else enumerate(benda)
        if isinstance(benda, list)
        else ()
    )
    sini = [jalur] if isinstance(benda, list if wadah else str) else []
    return sini + [p for k, v in isi for p in places(v, wadah, (*jalur, k))]


def act(
    data: Any, siapa: str, ganjil: int, laku: list[tuple[str, int, int]]
) -> tuple[Any, set[str]]:
    """Changes made one after the other, with the words of items deleted; the texts changed are those of odd or even number."""
    data, hilang = deepcopy(data), set[str]()
    for urut, (apa, n, m) in enumerate(laku):
        if apa == "ketik":
            jalur = [
                p
                for p in places(data, False)
                if int(get_at(data, p)[1:].split("a")[0]) % 2 == ganjil
            ]
            if jalur and get_at(data, jalur[n % len(jalur)]).startswith("t"):
                di = jalur[n % len(jalur)]
                get_at(data, di[:-1])[di[-1]] += f" {siapa}{urut}"
            continue
        daftar = places(data, True)
        isi = get_at(data, daftar[n % len(daftar)])
        if apa == "tambah":
            # a new text bears a number of the right kind, so that its author may change it
            isi.insert(
                m % (len(isi) + 1),
                " ".join(f"{siapa}{2 * urut + ganjil}a{huruf}" for huruf in "abcd"),
            )
        elif apa == "pindah" and isi:
            isi.insert(m % len(isi), isi.pop((n + m) % len(isi)))
        elif apa == "hapus" and len(isi) > 1:
            hilang |= words(isi.pop(m % len(isi))).keys()
    return data, hilang


LAKU = st.lists(
    st.tuples(
        st.sampled_from(("ketik", "tambah", "pindah", "hapus")),
        st.integers(0, 99),
        st.integers(0, 99),
    ),
    max_size=6,
)


@pytest.mark.slow
@settings(max_examples=500)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=4), LAKU, LAKU)
def test_no_word_of_either_goes_or_comes_twice(
    jenis: list[int], laku_m: list[Any], laku_s: list[Any]
) -> None:
    """As long as they type in different texts: all that either typed, and all of old that neither deleted, once."""
    konsep = Konsep()
    awal = {"pasal": [konsep.pasal(j) for j in jenis]}
    mereka, hilang_m = act(awal, "m", 0, laku_m)
    saya, hilang_s = act(awal, "s", 1, laku_s)
    hasil = words(merge(awal, mereka, saya))
    lama, baru_m, baru_s = words(awal).keys(), words(mereka).keys(), words(saya).keys()
    assert (baru_m | baru_s) - lama <= hasil.keys()
    assert lama - hilang_m - hilang_s <= hasil.keys()
    assert hasil.keys() <= baru_m | baru_s
    assert set(hasil.values()) <= {1}
