"""A draft edited: each change of its data, and the side draft that nobody loses."""

import copy
import json
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from conftest import AKAR, MINIMAL
from notakesepakatan.bureau.field_temuan import safe_fix
from notakesepakatan.bureau.konsep import (
    AlreadySigned,
    NotValidYet,
    compare_versions,
    konsep_side_draft,
    review,
    save_konsep,
)
from notakesepakatan.bureau.penandatanganan import (
    kesepakatan_to_sign,
    sign,
    still_typed,
)
from notakesepakatan.bureau.side_draft import OtherWindow, SideDraftFile
from notakesepakatan.compute.editing import edits as s
from notakesepakatan.compute.editing import grid
from notakesepakatan.compute.editing.commands import (
    AddItem,
    DeleteItem,
    InsertRujukan,
    MoveItem,
    Repair,
    SetTexts,
    SplitItem,
)
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.load.kesepakatan import load_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.yaml.text import read_yaml
from notakesepakatan.place import PROGRAM, Place
from notakesepakatan.workspace import ChangedMeanwhile, Workspace
from notakesepakatan.workspace.contents import hash_of

PASAL = {
    "pasal": [
        {
            "judul": "SATU",
            "isi": "Kata satu. Kata dua:",
            "huruf": ["a;", {"isi": "b:", "angka": ["x;", "y."]}],
        },
        {"judul": "DUA", "ayat": ["Ayat satu.", {"kunci": "k", "isi": "Ayat dua."}]},
    ]
}

TEKS = [
    # path, typed, what then stands at another path
    ("judul", "Uji", "judul", "Uji"),
    ("judul", "  Uji \r\n baru ", "judul", "Uji baru"),
    ("pasal.1.ayat.0.isi", "Baru.", "pasal.1.ayat.0", "Baru."),
    (
        "pasal.1.ayat.0.kunci",
        "awal",
        "pasal.1.ayat.0",
        {"isi": "Ayat satu.", "kunci": "awal"},
    ),
    ("pasal.1.ayat.1.kunci", "", "pasal.1.ayat", ["Ayat satu.", "Ayat dua."]),
    ("tenggat.pemberitahuan", "3 bulan", "tenggat", {"pemberitahuan": "3 bulan"}),
    ("tenggat.pemberitahuan", "", "tenggat", None),
    ("pasal.0.judul", "", "pasal.0.judul", None),
    (
        "pasal.0.isi",
        "<script>{{7*7}}=1+1../../",
        "pasal.0.isi",
        "<script>{{7*7}}=1+1../../",
    ),
]


@pytest.mark.parametrize(("ruas", "ketikan", "di", "expect"), TEKS)
def test_a_text_set(ruas: str, ketikan: str, di: str, expect: Any) -> None:
    assert (
        get_at(
            s.set_text(PASAL, Place.of_field(ruas).path, ketikan),
            Place.of_field(di).path,
        )
        == expect
    )


@pytest.mark.parametrize(
    "ruas",
    [
        "pasal",
        "pasal.9.isi",
        "pasal.0",
        "asing",
        "pasal.x.isi",
        "para_pihak.0.nama",
        "",
        "pasal.-1.isi",
    ],
)
def test_a_path_that_leads_nowhere(ruas: str) -> None:
    with pytest.raises(LookupError):
        s.set_text(PASAL, Place.of_field(ruas).path, "x")


def test_setting_what_stands_there_changes_nothing() -> None:
    """For every field of the examples, also where the file folds its text."""
    for berkas in sorted(AKAR.glob("agreements/*/kesepakatan.yaml")):
        data = read_yaml(berkas.read_bytes(), "").data
        for jalur in leaves(data):
            if s.shape(jalur):
                assert s.set_text(data, jalur, s.read_text(data, jalur)) is data


def leaves(benda: Any, jalur: tuple[Any, ...] = ()) -> Any:
    if not isinstance(benda, dict | list):
        yield jalur
        return
    for langkah, isi in benda.items() if isinstance(benda, dict) else enumerate(benda):
        yield from leaves(isi, (*jalur, langkah))


def test_parts_added_moved_split_deleted() -> None:
    baru, di = AddItem(("pasal", 1, "ayat"), 1).apply(PASAL)
    assert di == ("pasal", 1, "ayat", 1)
    assert [s.read_text(baru, ("pasal", 1, "ayat", i, "isi")) for i in range(3)] == [
        "Ayat satu.",
        "",
        "Ayat dua.",
    ]
    assert MoveItem(("pasal", 1), -1).apply(PASAL).data["pasal"][0]["judul"] == "DUA"
    assert MoveItem(("pasal", 1), 98).apply(PASAL) == (PASAL, ("pasal", 1))
    hapus = DeleteItem(("pasal", 0, "huruf", 0))
    assert hapus.apply(hapus.apply(PASAL).data).data["pasal"][0].keys() == {
        "judul",
        "isi",
    }
    berayat, _ = AddItem(("pasal", 0, "ayat")).apply(PASAL)
    assert berayat["pasal"][0] == {
        "judul": "SATU",
        "ayat": [
            {"isi": "Kata satu. Kata dua:", "huruf": PASAL["pasal"][0]["huruf"]},
            "",
        ],
    }
    dua, di = SplitItem(("pasal", 0, "ayat", 0)).apply(berayat)
    assert di == ("pasal", 0, "ayat", 1)
    assert dua["pasal"][0]["ayat"][:2] == [
        {"isi": "Kata satu."},
        {"isi": "Kata dua:", "huruf": PASAL["pasal"][0]["huruf"]},
    ]
    for gagal in (
        SplitItem(("pasal", 1, "ayat", 0)),
        AddItem(("judul",)),
        DeleteItem(("pasal", 7)),
    ):
        with pytest.raises(LookupError):
            gagal.apply(PASAL)


def test_where_one_goes_on_after_something_was_deleted() -> None:
    assert DeleteItem(("pasal", 1, "ayat", 0)).apply(PASAL).focus == (
        "pasal",
        1,
        "ayat",
        0,
    )
    assert DeleteItem(("pasal", 1, "ayat", 1)).apply(PASAL).focus == (
        "pasal",
        1,
        "ayat",
    )
    assert DeleteItem(("pasal", 1)).apply(PASAL).focus == ("pasal",)


def test_no_command_changes_the_data_it_is_given() -> None:
    semula = copy.deepcopy(PASAL)
    for perintah in (
        SetTexts({("pasal", 0, "judul"): "x"}),
        AddItem(("pasal", 0, "ayat")),
        DeleteItem(("pasal", 0)),
        MoveItem(("pasal", 0), 1),
        SplitItem(("pasal", 0, "huruf", 1), 1),
        InsertRujukan(("pasal", 0, "isi"), 4, ("pasal", 1)),
    ):
        assert perintah.apply(PASAL).data != semula
        assert semula == PASAL


def test_a_reference_gives_its_target_a_key_and_is_numbered_anew() -> None:
    data = {**read_yaml(MINIMAL.encode(), "").data, **PASAL}
    huruf, isi = ("pasal", 0, "huruf", 0, "isi"), ("pasal", 0, "isi")
    dirujuk = InsertRujukan(huruf, 1, ("pasal", 1, "ayat", 0)).apply(data).data
    assert s.read_text(dirujuk, huruf) == "a [[dalam ayat ayat_ayat_satu]];"
    dirujuk = InsertRujukan(isi, 4, ("pasal", 1, "ayat", 1)).apply(data).data
    assert dirujuk["pasal"][0]["isi"].startswith("Kata [[dalam ayat k]] satu.")
    assert (
        InsertRujukan(isi, 99, ("pasal", 1)).apply(data).data["pasal"][1]["kunci"]
        == "dua"
    )


def test_a_grid_pasted() -> None:
    data = read_yaml(
        (AKAR / "agreements/contoh-sampah-2025/kesepakatan.yaml").read_bytes(), ""
    ).data
    jalur = ("lampiran", "program", 2, "tahapan", 0, "isi")
    baru = grid.paste(
        data,
        jalur,
        'Satu\tKota\tAPBD\tI, II\r\n"Dua\nbaris"\t=1+1\t<script>\tsemua\r\n',
    )
    tahapan = baru["lampiran"]["program"][2]["tahapan"]
    assert [t["isi"] for t in tahapan] == ["Satu", "Dua baris"]
    assert (tahapan[0]["tahun"], tahapan[1]["lokasi"], tahapan[1]["sumber_dana"]) == (
        ["I", "II"],
        "=1+1",
        "<script>",
    )
    assert tahapan[0]["output"] == "Warga tersuluh"
    cetak = (
        "Program baru\tTahap\tKota\tAPBD\tV\t-\tV\tSatu\tDua\tTiga\t\tKeluaran\tHasil"
    )
    akhir = grid.paste(data, PROGRAM, cetak)["lampiran"]["program"][-1]
    assert akhir == {
        "nama": "Program baru",
        "tahapan": [
            {
                "isi": "Tahap",
                "lokasi": "Kota",
                "sumber_dana": "APBD",
                "tahun": ["I", "III"],
                "tugas": {"kesatu": "Satu", "kedua": "Dua", "ketiga": "Tiga"},
                "output": "Keluaran",
                "outcome": "Hasil",
            }
        ],
    }


@pytest.fixture
def rk(ruang: Any) -> Workspace:
    return Workspace(ruang())


def sets(ruas: str, teks: str) -> Any:
    return SetTexts({Place.of_field(ruas).path: teks})


def test_a_side_draft_is_kept_and_saved(rk: Workspace) -> None:
    ani = konsep_side_draft(rk, "uji", "ani")
    awal = ani.open()
    diubah = ani.change(awal.stamp, sets("judul", "Baru")).draft
    assert ani.open() == diubah
    assert konsep_side_draft(rk, "uji", "budi").open().data["judul"] == "Uji"
    with pytest.raises(OtherWindow):
        ani.change(awal.stamp, sets("judul", "Lain"))
    tersimpan = save_konsep(ani, diubah.stamp)
    assert tersimpan.before != tersimpan.after
    assert rk.file("uji").read_text() == MINIMAL.replace(
        "judul: Uji\n", "judul: Baru\n"
    )


def test_the_file_of_a_side_draft(rk: Workspace) -> None:
    """Its keys are those of every version of the program: what was typed before an update is there after it."""
    ani, berkas = (
        konsep_side_draft(rk, "uji", "ani"),
        rk.root / ".meja/sunting/uji.ani.json",
    )
    data = ani.open().data
    ani.change(ani.open().stamp, AddItem(("pasal",)))
    isi = json.loads(berkas.read_text())
    assert list(isi) == ["jejak", "awal", "data", "versi", "langkah"]
    assert isi["jejak"] == hash_of(rk.file("uji").read_bytes())
    assert (isi["awal"], isi["versi"], len(isi["langkah"]["done"])) == (data, 1, 1)
    del isi["langkah"]
    older = {**isi, "data": {**data, "judul": "Lama"}, "versi": 7, "lalu": data}
    berkas.write_text(json.dumps(older))
    assert (ani.open().data["judul"], ani.open().version) == ("Lama", 7)


@pytest.mark.slow
def test_a_file_changed_meanwhile_is_not_overwritten(rk: Workspace) -> None:
    ani = konsep_side_draft(rk, "uji", "ani")
    diubah = ani.change(ani.open().stamp, sets("judul", "Milik Ani")).draft
    rk.file("uji").write_text(MINIMAL.replace("Isi.", "Isi lain."))
    with pytest.raises(ChangedMeanwhile):
        save_konsep(ani, diubah.stamp)
    assert "Isi lain." in rk.file("uji").read_text()
    banding = compare_versions(ani)
    assert banding.differences == [
        (("judul",), "Uji", "Milik Ani"),
        (("pasal", 0, "isi"), "Isi lain.", "Isi."),
    ]
    judul, isi = (each.path for each in banding.differences)
    assert (banding.is_typed(judul), banding.is_written(judul)) == (True, False)
    assert (banding.is_typed(isi), banding.is_written(isi)) == (False, True)
    digabung = ani.merge(banding.file_hash)
    save_konsep(ani, digabung.stamp)
    k = load_kesepakatan(rk.file("uji")).kesepakatan
    assert (k.judul, k.pasal[0].isi) == ("Milik Ani", "Isi lain.")


def test_what_does_not_load_is_kept_and_not_saved(rk: Workspace) -> None:
    ani = konsep_side_draft(rk, "uji", "ani")
    diubah = ani.change(ani.open().stamp, sets("para_pihak.0.jabatan", "")).draft
    with pytest.raises(NotValidYet):
        save_konsep(ani, diubah.stamp)
    assert rk.file("uji").read_text() == MINIMAL
    assert ani.open().data["para_pihak"][0]["jabatan"] == ""


@pytest.mark.slow
def test_a_day_of_signing_is_not_saved_by_the_editor(rk: Workspace) -> None:
    ani = konsep_side_draft(rk, "uji", "ani")
    data = ani.open()
    isian = {
        "penandatanganan.tanggal": "2027-01-31",
        "penandatanganan.tempat": "Solo",
        "para_pihak.0.nomor": "1",
    }
    isian |= {
        "para_pihak.1.nomor": "2",
        "para_pihak.0.pejabat": "A",
        "para_pihak.1.pejabat": "B",
    }
    for ruas, teks in isian.items():
        data = ani.change(data.stamp, sets(ruas, teks)).draft
    with pytest.raises(NotValidYet):
        save_konsep(ani, data.stamp)
    data = ani.change(data.stamp, sets("penandatanganan.tanggal", "")).draft
    save_konsep(ani, data.stamp)
    konsep = kesepakatan_to_sign(Opened(rk), "uji")
    assert konsep and still_typed(rk, "uji") == []
    assert sign(
        Opened(rk),
        "uji",
        konsep,
        {**konsep.data, "penandatanganan": {"tempat": "Solo", "tanggal": "2027-13-31"}},
    )
    assert not sign(
        Opened(rk),
        "uji",
        konsep,
        {**konsep.data, "penandatanganan": {"tempat": "Solo", "tanggal": "2027-01-31"}},
    )
    assert kesepakatan_to_sign(Opened(rk), "uji") is None
    with pytest.raises(AlreadySigned):
        konsep_side_draft(rk, "uji", "budi").open()


def test_undo_and_discard(rk: Workspace) -> None:
    ani = konsep_side_draft(rk, "uji", "ani")
    data = ani.change(ani.open().stamp, AddItem(("pasal",))).draft
    assert len(data.data["pasal"]) == 2
    undone = ani.undo(data.stamp)
    assert undone.step and undone.step.deed == "menambah"
    assert len(undone.draft.data["pasal"]) == 1
    redone = ani.redo(undone.draft.stamp)
    assert redone.draft.data == data.data
    with pytest.raises(OtherWindow):
        ani.undo(data.stamp)
    assert ani.redo(redone.draft.stamp).step is None, "nothing was undone meanwhile"
    ani.discard()
    assert ani.open().data == read_yaml(MINIMAL.encode(), "").data
    back = ani.undo(ani.open().stamp)
    assert back.draft.data == data.data, "letting go is a step like any other"


def test_later_typing_is_kept_by_undoing(rk: Workspace) -> None:
    """Each step by itself, the last first; a new one after undoing begins from there."""
    ani = konsep_side_draft(rk, "uji", "ani")
    added = ani.change(ani.open().stamp, AddItem(("pasal",))).draft
    place = ("pasal", 0, "judul")
    for word in ("S", "SA", "SATU"):
        ani.change(ani.open().stamp, SetTexts({place: word}))
    assert len(ani.open().history.done) == 2, "what is typed at once is one step"
    undone = ani.undo(ani.open().stamp)
    assert undone.step and undone.step.deed == "mengetik"
    assert undone.step.place == place
    assert undone.draft.data == added.data
    ani.change(undone.draft.stamp, SetTexts({place: "LAIN"}))
    assert not ani.open().history.undone


def test_one_may_go_back_behind_a_saving(rk: Workspace) -> None:
    ani = konsep_side_draft(rk, "uji", "ani")
    draft = ani.change(ani.open().stamp, SetTexts({("judul",): "Lain"})).draft
    save_konsep(ani, draft.stamp)
    assert not ani.open().is_typed
    back = ani.undo(ani.open().stamp).draft
    assert back.data["judul"] != "Lain"
    assert back.is_typed


@pytest.mark.slow
def test_findings_stand_at_their_fields(ruang: Any) -> None:
    akar = ruang(
        MINIMAL.replace(
            "isi: Isi.", "ayat:\n  - Satu  dan dan dua.\n  - isi: '[[dalam Pasal 9]]'"
        )
    )
    rk = Workspace(akar)
    data = s.set_text(
        konsep_side_draft(rk, "uji", "ani").open().data, ("judul",), "a\u200bb"
    )
    assert [(t.field, t.kode) for t in review(rk, "uji", data).temuan] == [
        ("judul", "karakter-kendali")
    ]
    hasil = review(rk, "uji", s.set_text(data, ("judul",), ""))
    ada = {(t.field, t.tingkat) for t in hasil.temuan}
    assert {
        ("judul", "wajib"),
        ("pasal.0.ayat.1.isi", "wajib"),
        ("pasal.0.ayat.0.isi", "galat"),
    } <= ada
    assert b"dan dan dua" in hasil.html
    assert hasil.datum(("pasal", 0, "ayat", 1, "isi")) == "pasal.1.ayat.2"
    satu = next(t for t in hasil.temuan if t.kode == "BAHASA-GANDA")
    perbaikan = safe_fix(satu)
    assert perbaikan
    diperbaiki = Repair(lambda _: [perbaikan], perbaikan.path).apply(data).data
    assert s.read_text(diperbaiki, Place.of_field(satu.field).path) == "Satu dan dua."


@pytest.mark.slow
def test_twenty_people_saving_at_once_lose_no_edit(ruang: Any) -> None:
    """Each adds a word of its own to one text, again and again; all words are there in the end."""
    rk = Workspace(ruang())
    tersimpan: list[str] = []

    def work(siapa: str) -> None:
        n, sisi = 0, konsep_side_draft(rk, "uji", siapa)
        while n < 3:
            kata = f"{siapa}x{n}"
            try:
                kini = sisi.open()
                judul = s.read_text(kini.data, ("judul",))
                data = sisi.change(kini.stamp, sets("judul", f"{judul} {kata}")).draft
                save_konsep(sisi, data.stamp)
                tersimpan.append(kata)
                n += 1
            except ChangedMeanwhile:
                sisi.discard()

    benang = [threading.Thread(target=work, args=(f"orang{i}",)) for i in range(20)]
    for satu in benang:
        satu.start()
    for satu in benang:
        satu.join()
    assert len(tersimpan) == 60
    assert sorted(
        load_kesepakatan(rk.file("uji")).kesepakatan.judul.split()[1:]
    ) == sorted(tersimpan)


def test_stopped_behind_the_file_is_saved(
    ruang: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    side = konsep_side_draft(Workspace(ruang()), "uji", "lokal")
    typed = side.change(
        side.open().stamp, SetTexts({("pasal", 0, "isi"): "Baru."})
    ).draft

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(SideDraftFile, "saved", stop)
        with pytest.raises(KeyboardInterrupt):
            save_konsep(side, typed.stamp)
    again = side.open()
    assert not again.is_typed
    assert again.history == typed.history
    more = side.change(again.stamp, SetTexts({("pasal", 0, "isi"): "Lagi."})).draft
    save_konsep(side, more.stamp)
    assert "Lagi." in side.workspace.read("uji").decode()


PENYIMPAN = """
import sys
from pathlib import Path
from notakesepakatan.compute.editing.commands import SetTexts
from notakesepakatan.workspace import Workspace
from notakesepakatan.bureau.konsep import konsep_side_draft, save_konsep
sisi = konsep_side_draft(Workspace(Path(sys.argv[1])), "uji", "lokal")
n = 0
while True:
    n += 1
    kini = sisi.change(sisi.open().stamp, SetTexts({("pasal", 0, "isi"): f"{n} " + "kata " * 20000 + f"{n}."})).draft
    save_konsep(sisi, kini.stamp)
    print(n, flush=True)
"""


@pytest.mark.processes
def test_killed_in_the_middle_of_saves_leaves_no_torn_file(ruang: Any) -> None:
    akar: Path = ruang()
    for _ in range(4):
        proses = subprocess.Popen(
            [sys.executable, "-c", PENYIMPAN, str(akar)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert proses.stdout
        for _ in range(2):
            assert proses.stdout.readline()
        time.sleep(random.uniform(0, 0.2))  # noqa: S311 - when it is killed is no secret
        proses.send_signal(signal.SIGKILL)
        proses.wait()
        proses.stdout.close()
        isi = (
            load_kesepakatan(Workspace(akar).file("uji")).kesepakatan.pasal[0].isi or ""
        )
        assert isi.split()[0] + "." == isi.split()[-1]
        konsep_side_draft(Workspace(akar), "uji", "lokal").open()
