"""The law of amendments: what the difference of two agreements says, applied to the old one, gives the new one."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from notakesepakatan.compute.change.apply import apply
from notakesepakatan.compute.change.diff import diff
from notakesepakatan.compute.change.rearranged import told_as_rearranged
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.text.letak import find
from notakesepakatan.compute.text.tree import Tree, deleted, place_at, to_tree
from notakesepakatan.load.yaml.characters import HIDDEN
from notakesepakatan.load.yaml.datum import parse_yaml
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pasal import HEADS
from notakesepakatan.write.yaml import dump

KATA = (
    "para",
    "pihak",
    "wajib",
    "melapor",
    "data",
    "bersama",
    "tahun",
    "(dua)",
    "dan/atau",
    "Dinas",
    "5",
    "kerja;",
)
teks = st.lists(st.sampled_from(KATA), min_size=1, max_size=6).map(" ".join)


bilangan = st.integers(0, 9_000_000).map(str)
kolom = teks | st.fixed_dictionaries(
    {"judul": teks},
    optional={"jenis": st.just("uang"), "jumlah": st.just("ya") | bilangan},
)
tabel = st.fixed_dictionaries(
    {
        "kolom": st.lists(kolom, min_size=1, max_size=3),
        "baris": st.lists(
            st.lists(teks | bilangan | st.just(""), min_size=1, max_size=3),
            min_size=1,
            max_size=3,
        ),
    }
)
baris_data = st.lists(
    st.fixed_dictionaries({"label": teks, "isi": teks}), min_size=1, max_size=3
)
paragraf = st.lists(teks, min_size=1, max_size=2)
tambahan_isi: dict[str, Any] = {
    "paragraf": paragraf,
    "baris": baris_data,
    "tabel": tabel,
}


def rincian(dalam: int, *tingkat: str) -> st.SearchStrategy[Tree]:
    """A part's list of one of these kinds, perhaps with the way its numbers are written."""
    daftar = st.lists(butir(dalam), min_size=1, max_size=4)
    gaya = st.sampled_from(("a)", "(1)"))
    pilihan = [
        st.fixed_dictionaries({satu: daftar}, optional={"gaya_rincian": gaya})
        for satu in tingkat
    ]
    return st.one_of(pilihan)


def in_other_language(*kunci: str) -> st.SearchStrategy[Any]:
    """Translations of some of the texts under these keys; of `isi` alone also as bare text."""
    of_keys = st.fixed_dictionaries({}, optional=dict.fromkeys(kunci, teks))
    return of_keys | teks if "isi" in kunci else of_keys


def butir(dalam: int) -> st.SearchStrategy[Tree]:
    dasar = {"isi": teks}
    terjemahan = {"terjemahan": in_other_language("isi", "penutup")}
    if not dalam:
        return st.fixed_dictionaries(dasar, optional=terjemahan)
    tingkat = (
        ("subangka", "poin"),
        ("subhuruf", "romawi"),
        ("angka", "huruf", "romawi", "kapital"),
        ("huruf", "angka", "poin", "kapital"),
    )[dalam - 1]
    return st.fixed_dictionaries(
        dasar, optional={"penutup": teks, **tambahan_isi, **terjemahan}
    ) | st.builds(
        lambda isi, daftar: {"isi": isi, **daftar}, teks, rincian(dalam - 1, *tingkat)
    )


kepala_pasal: dict[str, Any] = {
    "judul": teks,
    "penutup": teks,
    "bab": teks,
    "judul_bagian": teks,
    "judul_paragraf": teks,
    "terjemahan": in_other_language("judul", "isi", "penutup"),
}
pasal = st.one_of(
    st.fixed_dictionaries(
        {"ayat": st.lists(butir(2), min_size=1, max_size=5)},
        optional={**kepala_pasal, "isi": teks, "paragraf": paragraf},
    ),
    st.fixed_dictionaries(
        {"isi": teks},
        optional={
            **kepala_pasal,
            **tambahan_isi,
            "huruf": st.lists(butir(1), min_size=1, max_size=4),
        },
    ),
    st.builds(
        lambda kepala, daftar: {**kepala, **daftar},
        st.fixed_dictionaries({}, optional={**kepala_pasal, "tabel": tabel}),
        rincian(1, "huruf", "angka", "romawi", "poin", "kapital"),
    ),
    st.fixed_dictionaries({"tabel": tabel}, optional=kepala_pasal),
)
isi_baris = {"isi": teks}
tambahan_baris: dict[str, Any] = {
    "lokasi": teks,
    "terjemahan": in_other_language("isi", "lokasi"),
    "output": st.lists(teks, min_size=1, max_size=2),
    "tahun": st.just(["semua"]),
    "tugas": st.dictionaries(
        st.sampled_from(("kesatu", "kedua")),
        st.lists(teks, min_size=1, max_size=2),
        min_size=1,
    ),
}
baris = st.fixed_dictionaries(isi_baris, optional=tambahan_baris)
tahapan = st.fixed_dictionaries(
    isi_baris,
    optional={**tambahan_baris, "tahapan": st.lists(baris, min_size=1, max_size=3)},
)
program = st.fixed_dictionaries(
    {"nama": teks, "tahapan": st.lists(tahapan, min_size=1, max_size=3)}
)
judul_lampiran = {"judul": st.lists(teks, min_size=1, max_size=2)}
rencana_kerja = st.fixed_dictionaries(
    {
        "kepala": st.lists(teks, min_size=1, max_size=2),
        **judul_lampiran,
        "program": st.lists(program, min_size=1, max_size=4),
    },
    optional={"tanda": teks},
)
kuasa = st.fixed_dictionaries({}, optional={"nomor": teks, "pemberi": teks})
tabel = st.fixed_dictionaries(
    {
        "kolom": st.lists(
            st.fixed_dictionaries(
                {"judul": teks}, optional={"jenis": st.just("bilangan")}
            ),
            min_size=2,
            max_size=3,
        ),
        "baris": st.lists(
            st.lists(teks, min_size=2, max_size=3), min_size=1, max_size=3
        ),
    },
    optional={"kata_jumlah": teks},
)
lampiran_lain = st.fixed_dictionaries(
    {**judul_lampiran, "bagian": st.lists(pasal, min_size=1, max_size=3)},
    optional={
        "isi": teks,
        "tabel": tabel,
        "arah": st.just("mendatar"),
        "ditandatangani": st.just("ya"),
    },
) | st.fixed_dictionaries(
    {**judul_lampiran, "angka": st.lists(butir(0), min_size=1, max_size=3)},
    optional={"kepala": st.lists(teks, min_size=1, max_size=2), "penutup": teks},
)
lampiran = (
    rencana_kerja
    | lampiran_lain
    | st.lists(rencana_kerja | lampiran_lain, min_size=1, max_size=3)
)
induk = st.fixed_dictionaries(
    {"jenis": teks, "judul": teks},
    optional={
        "kesepakatan": teks,
        "nomor": st.lists(teks, min_size=1, max_size=2),
        "tanggal": st.dates(date(2020, 1, 1), date(2025, 12, 31)).map(str),
    },
)
pihak = st.fixed_dictionaries(
    {"nama": teks, "jabatan": teks},
    optional={
        "nomor": teks,
        "kedudukan": teks,
        "kuasa": kuasa,
        "penanda_tangan_lain": st.lists(
            st.fixed_dictionaries({"jabatan": teks}, optional={"pejabat": teks}),
            min_size=1,
            max_size=2,
        ),
        "terjemahan": in_other_language("nama", "sebutan", "jabatan"),
        "korespondensi": st.lists(
            st.fixed_dictionaries(
                {"nama": st.lists(teks, min_size=1, max_size=2)},
                optional={"email": teks},
            ),
            min_size=1,
            max_size=2,
        ),
    },
)
peraturan = st.fixed_dictionaries(
    {"jenis": teks, "nomor": teks, "tahun": st.integers(1950, 2030), "tentang": teks},
    optional={
        "terjemahan": teks,
        "lembaran": st.fixed_dictionaries(
            {"jenis": st.just("LN"), "tahun": st.integers(1950, 2030), "nomor": teks}
        ),
    },
)
dasar_hukum = peraturan | teks | st.fixed_dictionaries({"teks": teks})
hari = st.dates(date(2026, 1, 1), date(2040, 12, 31)).map(str)
jangka_waktu = st.one_of(
    st.integers(1, 9).map(lambda n: f"{n} tahun"),
    st.builds(
        lambda n, d: {"selama": f"{n} bulan", "mulai": d}, st.integers(1, 9), hari
    ),
    st.builds(lambda a, b: {"mulai": min(a, b), "sampai": max(a, b)}, hari, hari),
    hari.map(lambda d: {"sampai": d}),
    st.integers(2026, 2030).map(lambda n: f"tahun anggaran {n}-{n + 1}"),
    teks.map(lambda t: {"sampai_terpenuhi": t}),
    st.just("tanpa batas waktu"),
)
kesepakatan = st.fixed_dictionaries(
    {
        "jenis": st.just("Nota Kesepakatan"),
        "judul": teks,
        "jangka_waktu": jangka_waktu,
        "para_pihak": st.lists(pihak, min_size=2, max_size=3),
        "pasal": st.lists(pasal, min_size=1, max_size=8),
        "kalimat": st.fixed_dictionaries(
            {},
            optional={
                "pembukaan": teks,
                "pihak": teks,
                "sebutan_bersama": teks,
                "pertimbangan": teks,
                "kesepakatan": teks,
                "dasar_hukum": teks | st.just(""),
                "terjemahan": in_other_language("pembukaan", "kesepakatan"),
            },
        ),
    },
    optional={
        "bahasa_kedua": st.just("Inggris"),
        "susunan": st.fixed_dictionaries(
            {}, optional=dict.fromkeys(("nomor", "pasal"), st.just("tanpa_nomor"))
        ),
        "terjemahan": in_other_language("jenis", "judul"),
        "pertimbangan": st.lists(butir(1), min_size=1, max_size=4),
        "lampiran": lampiran,
        "induk": induk,
        "dasar_hukum": st.lists(dasar_hukum, min_size=1, max_size=4),
        "tenggat": st.fixed_dictionaries(
            {"pemberitahuan": st.integers(1, 6).map(lambda n: f"{n} bulan")}
        ),
    },
).map(lambda data: to_tree(Kesepakatan.model_validate(data)))


def lists(benda: Any) -> list[list[Any]]:
    """Every list of mappings in a tree."""
    hasil = (
        [benda]
        if isinstance(benda, list)
        and benda
        and all(isinstance(satu, dict) for satu in benda)
        else []
    )
    for isi in (
        benda.values()
        if isinstance(benda, dict)
        else benda
        if isinstance(benda, list)
        else ()
    ):
        hasil += lists(isi)
    return hasil


def texts(benda: Any) -> list[tuple[Any, Any]]:
    """Every text of a tree by what holds it and where."""
    hasil = []
    for kunci, isi in (
        benda.items()
        if isinstance(benda, dict)
        else enumerate(benda)
        if isinstance(benda, list)
        else ()
    ):
        if isinstance(isi, str) and kunci in (
            "isi",
            "judul",
            "penutup",
            "nama",
            "lokasi",
            "tentang",
            "jabatan",
            "label",
            "bab",
            "judul_bagian",
            "judul_paragraf",
        ):
            hasil.append((benda, kunci))
        hasil += texts(isi)
    return hasil


def rows(benda: Any) -> list[list[Any]]:
    """The rows of every table of a tree."""
    if isinstance(benda, list):
        return [satu for isi in benda for satu in rows(isi)]
    if not isinstance(benda, dict):
        return []
    if isinstance(benda.get("kolom"), list):
        return [benda["baris"]]
    return rows(list(benda.values()))


def ubah_baris(draw: st.DrawFn, semua: list[Any]) -> None:
    """A row of a table put in, taken out, or with another cell."""
    di = draw(st.integers(0, len(semua) - 1))
    langkah = draw(st.sampled_from(("sisip", "hapus", "sel")))
    if langkah == "sisip":
        semua.insert(di, [draw(teks) for _ in semua[di]])
    elif langkah == "hapus" and len(semua) > 1:
        semua.pop(di)
    else:
        semua[di] = [draw(teks), *semua[di][1:]]


@st.composite
def edited(draw: st.DrawFn, dari: Tree, paling_banyak: int = 6) -> Tree:
    """The agreement after an officer's hand: reword, delete, move, insert at any level, another term."""
    baru = deepcopy(dari)
    for _ in range(draw(st.integers(0, paling_banyak))):
        langkah = draw(
            st.sampled_from(
                (
                    "kata",
                    "kata",
                    "hapus",
                    "pindah",
                    "sisip",
                    "sisip",
                    "jangka",
                    "lampiran",
                    "bab",
                    "baris",
                )
            )
        )
        daftar = draw(st.sampled_from(lists(baru)))
        if langkah == "kata":
            di, kunci = draw(st.sampled_from(texts(baru)))
            di[kunci] = draw(teks)
        elif langkah == "hapus" and len(daftar) > (
            2 if daftar is baru["para_pihak"] else 1
        ):
            daftar.pop(draw(st.integers(0, len(daftar) - 1)))
        elif langkah == "pindah":
            daftar.insert(
                draw(st.integers(0, len(daftar) - 1)),
                daftar.pop(draw(st.integers(0, len(daftar) - 1))),
            )
        elif langkah == "sisip":
            satu = deepcopy(draw(st.sampled_from(daftar)))
            for nomor in (
                ("nomor", "dihapus", *HEADS.values())
                if daftar is not baru["para_pihak"] and "tentang" not in satu
                else ("angka",)
            ):
                satu.pop(nomor, None)
            if satu.get("isi") or satu.get("nama"):
                satu["isi" if "isi" in satu else "nama"] = (
                    draw(teks)
                    if "isi" in satu or isinstance(satu["nama"], str)
                    else [draw(teks)]
                )
            daftar.insert(draw(st.integers(0, len(daftar))), satu)
        elif langkah == "jangka":
            baru["jangka_waktu"] = draw(jangka_waktu)
        elif langkah == "lampiran":
            baru["lampiran"] = draw(lampiran | st.none())
        elif langkah == "baris" and rows(baru):
            ubah_baris(draw, draw(st.sampled_from(rows(baru))))
        elif langkah == "bab":
            di = draw(st.sampled_from(baru["pasal"]))
            judul, nomor = draw(st.sampled_from(list(HEADS.items())))
            if judul in di:
                di.pop(nomor, None)
                sama = draw(st.sampled_from(baru["pasal"]))
                sama[judul] = di.pop(judul)
            else:
                di[judul] = draw(teks)
    return to_tree(Kesepakatan.model_validate(baru))


def bare(benda: Any) -> Any:
    """Without written numbers and without what is deleted: what the officer typed."""
    if isinstance(benda, list):
        return [
            bare(isi) for isi in benda if not (isinstance(isi, dict) and deleted(isi))
        ]
    if isinstance(benda, dict):
        bagian = {
            "isi",
            "ayat",
            "tahapan",
            "tabel",
            "huruf",
            "romawi",
            "poin",
            "kapital",
        }
        adalah_bagian = bagian & benda.keys() or any(
            isinstance(benda.get(kunci), list) for kunci in ("angka", "judul")
        )
        buang = ("nomor", *HEADS.values()) if adalah_bagian else ("angka",)
        return {kunci: bare(isi) for kunci, isi in benda.items() if kunci not in buang}
    return benda


PENGATURAN = settings(
    max_examples=1000,
    phases=[Phase.generate],
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)


SEDIKIT = settings(PENGATURAN, max_examples=40)
"""What runs each time; all of them run where there is time."""


@pytest.mark.slow
@SEDIKIT
@given(st.data())
def test_law_of_an_edited_agreement(data: st.DataObject) -> None:
    check_edited(data)


@pytest.mark.long
@PENGATURAN
@given(st.data())
def test_law_of_an_edited_agreement_for_long(data: st.DataObject) -> None:
    check_edited(data)


def check_edited(data: st.DataObject) -> None:
    lama = data.draw(kesepakatan)
    baru = data.draw(edited(lama))
    for kata in (False, True):
        tujuan = settle(lama, baru)
        hasil, masalah = apply(lama, diff(lama, tujuan, kata=kata))
        assert not masalah
        assert hasil == tujuan
        told = told_as_rearranged(lama, diff(lama, tujuan, kata=kata))
        assert apply(lama, told) == (tujuan, [])
        assert bare(hasil) == bare(baru)
        Kesepakatan.model_validate(hasil)


@pytest.mark.slow
@SEDIKIT
@given(kesepakatan, kesepakatan)
def test_law_of_any_two_agreements(lama: Tree, baru: Tree) -> None:
    check_two(lama, baru)


@pytest.mark.long
@PENGATURAN
@given(kesepakatan, kesepakatan)
def test_law_of_any_two_agreements_for_long(lama: Tree, baru: Tree) -> None:
    check_two(lama, baru)


def check_two(lama: Tree, baru: Tree) -> None:
    # Another order of the parts is another agreement, which no adendum makes.
    susunan = {kunci: lama[kunci] for kunci in ("susunan",) if kunci in lama}
    baru = {kunci: isi for kunci, isi in baru.items() if kunci != "susunan"} | susunan
    tujuan = settle(lama, baru)
    hasil, masalah = apply(lama, diff(lama, tujuan))
    assert not masalah
    assert hasil == tujuan
    assert bare(hasil) == bare(baru)


@pytest.mark.slow
@SEDIKIT
@given(kesepakatan, st.data())
def test_a_settled_text_is_left_as_it_is(lama: Tree, data: st.DataObject) -> None:
    check_settled(lama, data)


@pytest.mark.long
@PENGATURAN
@given(kesepakatan, st.data())
def test_a_settled_text_is_left_as_it_is_for_long(
    lama: Tree, data: st.DataObject
) -> None:
    check_settled(lama, data)


def check_settled(lama: Tree, data: st.DataObject) -> None:
    tujuan = settle(lama, data.draw(edited(lama)))
    assert settle(lama, tujuan) == tujuan


@pytest.mark.slow
@SEDIKIT
@given(kesepakatan, st.data())
def test_chain_of_three(lama: Tree, data: st.DataObject) -> None:
    check_chain(lama, data)


@pytest.mark.long
@PENGATURAN
@given(kesepakatan, st.data())
def test_chain_of_three_for_long(lama: Tree, data: st.DataObject) -> None:
    check_chain(lama, data)


def check_chain(lama: Tree, data: st.DataObject) -> None:
    """Three adenda in order give the last text; each is read in the text that the one before it left."""
    kini, rantai = lama, []
    for _ in range(3):
        baru = settle(kini, data.draw(edited(kini, 3)))
        rantai.append(diff(kini, baru))
        kini = baru
    hasil = lama
    for daftar in rantai:
        hasil, masalah = apply(hasil, daftar)
        assert not masalah
    assert hasil == kini


@pytest.mark.slow
@SEDIKIT
@given(kesepakatan)
def test_addresses_lead_back(lama: Tree) -> None:
    def walk(benda: Any, jalur: tuple[str | int, ...]) -> None:
        if isinstance(benda, dict):
            for kunci, isi in benda.items():
                if jalur or kunci != "para_pihak":
                    walk(isi, (*jalur, kunci))
        if jalur and not (isinstance(benda, list) and jalur[-1] == "tahapan"):
            assert find(lama, place_at(lama, jalur).words) == jalur
        if (
            isinstance(benda, list)
            and benda
            and isinstance(benda[0], dict)
            and jalur[-1] not in ("korespondensi", "kolom", "baris")
        ):
            for i, isi in enumerate(benda):
                walk(isi, (*jalur, i))

    walk(lama, ())


@pytest.mark.slow
@SEDIKIT
@given(kesepakatan, st.data())
def test_what_is_not_touched_is_the_same(lama: Tree, data: st.DataObject) -> None:
    tujuan = settle(lama, data.draw(edited(lama, 1)))
    hasil, _ = apply(lama, diff(lama, tujuan))
    for kunci, isi in hasil.items():
        if lama.get(kunci) == isi:
            assert isi is lama[kunci]


def test_equal_texts_need_no_adendum() -> None:
    lama: Tree = {"pasal": [{"isi": "x"}]}
    assert diff(lama, deepcopy(lama)) == []


@pytest.mark.parametrize(
    ("lama", "baru", "label"),
    [
        (["a", "b"], ["a", "x", "y", "b"], ["1", "1a", "1b", "2"]),
        (["a", "b"], ["a", "b", "x"], ["1", "2", "3"]),
        (["a", "b", "c"], ["a", "c"], ["1", "2", "3"]),
        (["a", "b"], ["x", "a", "b"], ["1", "2", "3"]),
    ],
)
def test_numbers_never_shift(
    lama: list[str], baru: list[str], label: list[str]
) -> None:
    from notakesepakatan.compute.text.tree import labels

    def tree(isi: list[str]) -> Tree:
        return {"pasal": [{"ayat": [{"isi": f"{satu} {satu} {satu}"} for satu in isi]}]}

    hasil = settle(tree(lama), tree(baru))
    assert list(labels(hasil["pasal"][0]["ayat"], ("pasal", 0, "ayat"))) == label


@pytest.mark.slow
@settings(PENGATURAN, max_examples=300)
@given(
    st.lists(
        st.text(
            st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x2FFF),
            min_size=1,
        )
        .map(lambda t: " ".join(t.split()))
        .filter(lambda t: t and not HIDDEN.search(t)),
        min_size=1,
    )
)
def test_what_is_written_as_yaml_is_read_the_same(daftar: list[str]) -> None:
    data = {"teks": daftar, "sama": [daftar, daftar]}
    assert parse_yaml(dump(data).encode(), "x").data == data


def test_the_last_item_deleted_leaves_the_link_in_front_of_it() -> None:
    """The rest of a list goes on to what is deleted: "a. …; dan", "b. dihapus."."""
    before = {
        "pasal": [{"huruf": [{"isi": "memberi data kerja; dan"}, {"isi": "melapor."}]}]
    }
    typed = {"pasal": [{"huruf": [{"isi": "memberi data kerja sama."}]}]}
    settled = settle(before, typed)
    first, second = settled["pasal"][0]["huruf"]
    assert first["isi"] == "memberi data kerja sama; dan"
    assert second == {"isi": "melapor.", "dihapus": "ya"}
    assert apply(before, diff(before, settled)) == (settled, [])
