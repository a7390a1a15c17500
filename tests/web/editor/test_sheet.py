"""What the sheet is drawn of, and what is taken from it: by Flask's client, without a browser."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import CONTOH
from notakesepakatan.bureau.check import temuan_list
from web.conftest import Uji
from web.editor.test_konsep import ALAMAT, make_draft, tanda

UBAH = f"/kesepakatan/{CONTOH}/ubah"


@pytest.fixture
def file(meja: Uji) -> Path:
    return make_draft(meja.root)


def state(meja: Uji, page: str = ALAMAT) -> dict[str, Any]:
    """What the page gives its script to begin with."""
    found = re.search(r'data-awal="([^"]*)"', meja.client.get(f"{page}/halaman").text)
    assert found
    result: dict[str, Any] = json.loads(html.unescape(found[1]))
    return result


def line(
    kind: str, text: str, depth: int = 0, level: str = "", origin: str = ""
) -> dict[str, Any]:
    """A paragraph as the script sends it."""
    return {
        "jenis": kind,
        "isi": text,
        "dalam": depth,
        "tingkat": level,
        "asal": origin,
    }


def write(
    meja: Uji, start: int, end: int, *lines: dict[str, Any], action: str = ""
) -> dict[str, Any]:
    """Send some pasal; the answer."""
    change = {"bagian": "pasal", "mulai": start, "akhir": end, "isi": list(lines)}
    sent = {
        "tanda": tanda(meja),
        "tindakan": action,
        "lembar": True,
        "paragraf": [change],
    }
    answer = meja.kirim_json(f"{ALAMAT}/ketik", sent)
    assert answer.status_code == 200, answer.text
    result: dict[str, Any] = json.loads(answer.text)
    return result


def words(paragraph: dict[str, Any]) -> str:
    return "".join(
        each if isinstance(each, str) else each["kata"] for each in paragraph["isi"]
    )


@pytest.mark.slow
def test_paragraphs_read_as_they_print(meja: Uji, file: Path) -> None:
    text = state(meja)["teks"]
    first, second = text["pasal"][:2]
    assert (first["label"], words(first)) == ("Pasal 1", "MAKSUD DAN TUJUAN")
    assert (second["label"], second["ruas"]) == ("(1)", "pasal.0.ayat.0.isi")
    assert words(second).endswith("kerja sama dalam Pengelolaan Sampah Lintas Daerah.")
    assert {"kode": "[[jenis]]", "kata": "Kesepakatan Bersama"} in second["isi"]
    assert [each["label"] for each in text["pertimbangan"]] == ["a.", "b.", "c.", "d."]
    addresses = [each["sel"] for each in text["pasal"] if each["jenis"] == "sisipan"]
    assert ["Jalan Contoh Nomor 2, Contoh Selatan"] in addresses[1]


@pytest.mark.slow
def test_the_page_is_drawn_before_its_findings_are_looked_for(
    meja: Uji, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What takes longest of a long text is asked for by the script, once it is drawn."""
    asked = list[object]()

    def counted(*args: Any) -> Any:
        asked.append(args)
        return temuan_list(*args)

    monkeypatch.setattr("notakesepakatan.bureau.konsep.temuan_list", counted)
    for page in ("halaman", "rencana"):
        assert meja.client.get(f"{ALAMAT}/{page}").status_code == 200
    assert not asked
    found = meja.client.get(f"{ALAMAT}/temuan").json
    assert found
    assert len(asked) == 1
    assert found["tanda"] == tanda(meja)
    assert "1 temuan" in found["temuan"]


@pytest.mark.slow
def test_what_stands_around_them_is_the_naskah(meja: Uji, file: Path) -> None:
    frame = state(meja)["bingkai"]
    assert frame["bagian"] == ["pertimbangan", "pasal"]
    front, middle, ending = frame["potongan"]
    assert "PENGELOLAAN SAMPAH LINTAS DAERAH" in front
    assert "dengan ketentuan sebagai berikut:" in middle
    assert "RARA PUSPITA" in ending
    assert "RENCANA KERJA" in ending
    every = front + middle + ending
    assert not re.search(r" (?:style|id|on\w+)=|<script", every)
    assert "MAKSUD DAN TUJUAN" not in every
    assert not re.search("[\ue000-\uf8ff]", every)


@pytest.mark.slow
def test_what_is_sent_is_the_data_of_the_side_draft_and_at_last_of_the_file(
    meja: Uji, file: Path
) -> None:
    answer = write(
        meja,
        1,
        2,
        line("pasal", "LINGKUP", origin="pasal.1"),
        line("isi", "Meliputi [[jenis]]:", origin="pasal.1"),
        line("butir", "  satu;\n", 1, "huruf", "pasal.1.huruf.0"),
        line("butir", "dua.", 1),
    )
    sent = [
        each
        for each in answer["teks"]["pasal"]
        if re.match(r"pasal\.1\b", each["asal"])
    ]
    assert [(each["label"], words(each)) for each in sent] == [
        ("Pasal 2", "LINGKUP"),
        ("", "Meliputi Kesepakatan Bersama:"),
        ("a.", "satu;"),
        ("b.", "dua."),
    ]
    assert answer["berubah"]
    write(meja, 0, 0, action="simpan")
    pasal = yaml.safe_load(file.read_text())["pasal"][1]
    assert pasal == {
        "kunci": "ruang_lingkup",
        "judul": "LINGKUP",
        "isi": "Meliputi [[jenis]]:",
        "huruf": ["satu;", "dua."],
    }


@pytest.mark.slow
def test_a_paragraph_just_begun_keeps_nobody_from_reading_the_others(
    meja: Uji, file: Path
) -> None:
    answer = write(
        meja,
        1,
        2,
        line("pasal", "LINGKUP", origin="pasal.1"),
        line("isi", "[[jenis]] pada pada:", origin="pasal.1"),
        line("butir", "", 1),
    )
    assert answer["bingkai"]
    (of_words,) = answer["ruas"]["pasal.1.isi"]
    assert of_words["ganti"] == "pada"
    blank = [each["tingkat"] for each in answer["ruas"]["pasal.1.huruf.0.isi"]]
    assert blank == ["wajib"]
    shown = next(
        each for each in answer["teks"]["pasal"] if each["ruas"] == "pasal.1.isi"
    )
    assert words(shown) == "Kesepakatan Bersama pada pada:"


@pytest.mark.parametrize(
    "sent",
    [
        {"bagian": "judul", "mulai": 0, "akhir": 1, "isi": []},
        {"bagian": "pasal", "mulai": 0, "akhir": 1, "isi": [{"jenis": "kepala"}]},
        {"bagian": "pasal", "isi": []},
        "pasal",
    ],
)
def test_what_no_page_sends_is_refused(meja: Uji, file: Path, sent: Any) -> None:
    body = {"tanda": tanda(meja), "lembar": True, "paragraf": [sent]}
    assert meja.kirim_json(f"{ALAMAT}/ketik", body).status_code == 400


@pytest.mark.slow
def test_pasal_that_are_not_there_are_refused_in_words(meja: Uji, file: Path) -> None:
    change = {"bagian": "pasal", "mulai": 3, "akhir": 99, "isi": []}
    body = {"tanda": tanda(meja), "lembar": True, "paragraf": [change]}
    answer = meja.kirim_json(f"{ALAMAT}/ketik", body)
    assert answer.status_code == 422
    assert "Tidak dapat dilakukan" in answer.text


@pytest.mark.slow
def test_a_paragraph_comes_from_its_own_part_or_is_new(meja: Uji, file: Path) -> None:
    write(meja, 0, 1, line("pasal", "A", origin="para_pihak.0"), line("isi", "Kata."))
    write(meja, 0, 0, action="simpan")
    pasal = yaml.safe_load(file.read_text())["pasal"][0]
    assert pasal == {"judul": "A", "isi": "Kata."}


def test_pasted_text_comes_back_as_paragraphs(meja: Uji, file: Path) -> None:
    answer = meja.kirim_json(f"{ALAMAT}/uraikan", {"teks": "(1)\tSatu:\r\na.\tdua."})
    assert answer.json == {
        "baris": [
            {"jenis": "butir", "dalam": 1, "tingkat": "ayat", "isi": ["Satu:"]},
            {"jenis": "butir", "dalam": 2, "tingkat": "huruf", "isi": ["dua."]},
        ]
    }
    assert meja.kirim_json(f"{ALAMAT}/uraikan", {}).status_code == 400


@pytest.mark.slow
def test_bab_bagian_and_paragraf_are_lines_of_their_own(meja: Uji, file: Path) -> None:
    heads = [
        line("bab", "Umum"),
        line("judul_bagian", "Izin"),
        line("judul_paragraf", "Syarat"),
    ]
    one = [*heads, line("pasal", "SATU"), line("isi", "Kata.")]
    two = [line("judul_bagian", "Biaya"), line("pasal", "DUA"), line("isi", "Lagi.")]
    answer = write(meja, 0, 1, *one, *two)
    shown = [each for each in answer["teks"]["pasal"] if each["jenis"] != "isi"]
    assert [each["label"] for each in shown[:6]] == [
        "BAB I",
        "Bagian Kesatu",
        "Paragraf 1",
        "Pasal 1",
        "Bagian Kedua",
        "Pasal 2",
    ]
    assert shown[1]["ruas"] == "pasal.0.judul_bagian"
    write(meja, 0, 0, action="simpan")
    pasal = yaml.safe_load(file.read_text())["pasal"]
    assert (pasal[0]["bab"], pasal[0]["judul_paragraf"]) == ("Umum", "Syarat")
    assert pasal[1]["judul_bagian"] == "Biaya"
    style = state(meja)["bingkai"]["gaya"]
    assert ".judul-bagian" in style and ".judul-paragraf" in style


def test_pasted_heads_come_back_as_lines(meja: Uji, file: Path) -> None:
    text = "BAB II\nUMUM\nBagian Kesatu\nIzin\nPasal 4\nKata.\n"
    answer = meja.kirim_json(f"{ALAMAT}/uraikan", {"teks": text})
    assert answer.json
    kinds = [(each["jenis"], *each["isi"]) for each in answer.json["baris"]]
    assert kinds == [
        ("bab", "UMUM"),
        ("judul_bagian", "Izin"),
        ("pasal",),
        ("isi", "Kata."),
    ]


@pytest.mark.slow
def test_numbers_of_a_signed_text_never_shift(meja: Uji) -> None:
    text = state(meja, UBAH)["teks"]["pasal"]
    place = next(i for i, each in enumerate(text) if each["label"] == "Pasal 2")
    assert place
    stamp = re.search(
        r'name="tanda" value="([^"]+)"', meja.client.get(f"{UBAH}/halaman").text
    )
    assert stamp
    new = [line("pasal", "BARU"), line("isi", "Kata.")]
    change = {"bagian": "pasal", "mulai": 1, "akhir": 1, "isi": new}
    body = {"tanda": stamp[1], "lembar": True, "paragraf": [change]}
    answer = meja.kirim_json(f"{UBAH}/ketik", body).json
    assert answer
    labels = [
        each["label"] for each in answer["teks"]["pasal"] if each["jenis"] == "pasal"
    ]
    assert labels[:3] == ["Pasal 1", "Pasal 1A", "Pasal 2"]
