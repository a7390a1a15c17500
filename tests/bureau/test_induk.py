"""A parent and its child: quoted, held against each other, shown in the register."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from baca import nota
from bureau.test_register import BERTANGGAL
from conftest import MINIMAL
from notakesepakatan.bureau.check import Found, check_kesepakatan
from notakesepakatan.bureau.induk import NotQuoted, quote
from notakesepakatan.bureau.register import REGISTER_COLUMNS, open_register
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace

Ruang = Callable[..., Path]
FACTS = """\
induk:
  jenis: Kesepakatan Bersama
  judul: Sampah
  nomor: [1/KB, 2/KB]
  tanggal: 2025-03-03
  berakhir: 2030-03-03
"""
QUOTING = MINIMAL.replace(
    "isi: Isi.", 'isi: "[[induk]]; [[induk.nomor]]; [[induk.berakhir]]."'
)


def _opened(ruang: Ruang, child: str, parent: str = BERTANGGAL) -> Opened:
    root = ruang(child, **{"agreements/atas/kesepakatan.yaml": parent})
    return Opened(Workspace(root))


def _codes(found: list[Found]) -> dict[str, str]:
    return {one.kode: one.message for one in found if one.kode.startswith("INDUK")}


def test_the_text_quotes_what_is_typed() -> None:
    loaded = parse_kesepakatan((QUOTING + FACTS).encode(), "u")
    assert loaded.reading.pasal[0].isi == (
        "Kesepakatan Bersama Nomor 1/KB dan Nomor 2/KB tanggal 3 Maret 2025 tentang "
        "Sampah; 1/KB dan Nomor 2/KB; 3 Maret 2030."
    )


def test_a_draft_prints_dots_and_a_signed_text_says_what_is_missing() -> None:
    draft = parse_kesepakatan(QUOTING.encode(), "u")
    assert (draft.reading.pasal[0].isi or "").startswith("…")
    signed = BERTANGGAL.replace("isi: Isi.", 'isi: "[[induk.nomor]]"')
    with pytest.raises(FaultyNaskah) as refused:
        parse_kesepakatan(signed.encode(), "u")
    assert "isi induk.nomor" in str(refused.value)


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (
            "1 Januari 2026 sampai dengan 31 Desember 2030",
            "berakhir 31 Desember 2030, padahal induknya berakhir 3 Maret 2030",
        ),
        (
            "tanpa batas waktu",
            "berlaku tanpa batas waktu, padahal induknya berakhir 3 Maret 2030",
        ),
        ("1 Januari 2026 sampai dengan 3 Maret 2030", None),
        ("2 tahun", None),
    ],
)
def test_a_child_that_outlives_its_parent(
    ruang: Ruang, term: str, said: str | None
) -> None:
    child = MINIMAL.replace("jangka_waktu: 2 tahun", f"jangka_waktu: {term}")
    found = check_kesepakatan(_opened(ruang, child + FACTS), "uji")
    assert _codes(found).get("INDUK-AKHIR") == said


def test_the_workspace_knows_better_when_the_parent_ends(ruang: Ruang) -> None:
    child = MINIMAL.replace("2 tahun", "sampai dengan 31 Desember 2028")
    named = child + "induk: {kesepakatan: atas, berakhir: 2040-01-01}\n"
    opened = _opened(ruang, named)
    assert _codes(check_kesepakatan(opened, "uji"))["INDUK-AKHIR"] == (
        "berakhir 31 Desember 2028, padahal induknya berakhir 16 Juni 2027"
    )


@pytest.mark.parametrize("named", ["tak-ada", "../luar", "uji", "bukan nama"])
def test_a_parent_that_is_not_there(ruang: Ruang, named: str) -> None:
    child = MINIMAL + f'induk: {{kesepakatan: "{named}"}}\n'
    assert "INDUK-ADA" in _codes(check_kesepakatan(_opened(ruang, child), "uji"))


def test_facts_that_differ_or_are_not_quoted_yet(ruang: Ruang) -> None:
    child = MINIMAL + "induk: {kesepakatan: atas, judul: Lain}\n"
    found = check_kesepakatan(_opened(ruang, child), "uji")
    messages = sorted(one.message for one in found if one.kode == "INDUK-SAMA")
    assert messages == [
        'jenis induk belum dikutip, yaitu "Nota Kesepakatan"',
        'judul induk tertulis "Lain", padahal "Uji"',
        'nomor induk belum dikutip, yaitu "1/A/VI/2022"',
        "tanggal induk belum dikutip, yaitu 16 Juni 2022",
    ]


def test_quoting_writes_the_facts_and_keeps_the_other_lines(ruang: Ruang) -> None:
    child = QUOTING.replace("judul: Uji", "judul: Uji  # tetap")
    opened = _opened(ruang, child)
    file = quote(opened, "uji", "atas")
    text = file.read_text(encoding="utf-8")
    assert "judul: Uji  # tetap" in text
    assert text.startswith(child)
    loaded = parse_kesepakatan(text.encode(), "u")
    assert loaded.reading.pasal[0].isi == (
        "Nota Kesepakatan Nomor 1/A/VI/2022 tanggal 16 Juni 2022 tentang Uji; "
        "1/A/VI/2022; 16 Juni 2027."
    )
    assert not _codes(check_kesepakatan(opened.anew(), "uji"))
    assert quote(opened.anew(), "uji").read_text(encoding="utf-8") == text


def test_what_the_parent_is_called_in_the_other_language_comes_along(
    ruang: Ruang,
) -> None:
    other = "bahasa_kedua: Inggris\nterjemahan: { jenis: MoU, judul: Waste }\n"
    both = quote(_opened(ruang, other + QUOTING, other + BERTANGGAL), "uji", "atas")
    induk = parse_kesepakatan(both.read_bytes(), "u").kesepakatan.induk
    assert induk.terjemahan
    assert (induk.terjemahan.jenis, induk.terjemahan.judul) == ("MoU", "Waste")


def test_a_child_in_one_language_takes_no_translation(ruang: Ruang) -> None:
    other = "bahasa_kedua: Inggris\nterjemahan: { jenis: MoU, judul: Waste }\n"
    only = quote(_opened(ruang, QUOTING, other + BERTANGGAL), "uji", "atas")
    assert "terjemahan" not in only.read_text()


def test_what_cannot_be_quoted_is_said_and_nothing_written(ruang: Ruang) -> None:
    opened = _opened(ruang, MINIMAL)
    for slug, named in (("uji", ""), ("uji", "uji"), ("atas", "uji")):
        with pytest.raises(NotQuoted):
            quote(opened.anew(), slug, named)
    with pytest.raises(NotaError):
        quote(opened.anew(), "uji", "tak-ada")
    assert opened.workspace.read("uji") == MINIMAL.encode()


def test_the_register_shows_both(ruang: Ruang) -> None:
    child = MINIMAL + "induk: {kesepakatan: atas}\n"
    opened = _opened(ruang, child)
    rows, _ = open_register(opened, date(2026, 1, 1))
    data = {row.summary.slug: row.data() for row in rows}
    assert data["uji"]["induk"] == "atas"
    assert data["atas"]["anak"] == ["uji"]
    assert data["atas"]["induk"] is None
    assert {"induk", "anak"} <= REGISTER_COLUMNS.keys()
    root = opened.workspace.root
    printed = nota(root, "daftar", "--per", "2026-01-01")
    assert "    induk: atas" in printed.output
    assert "    anak: uji" in printed.output
    as_json = nota(root, "daftar", "--per", "2026-01-01", "--json")
    assert [row["anak"] for row in json.loads(as_json.output)] == [["uji"], []]


def test_the_command_quotes(ruang: Ruang) -> None:
    root = _opened(ruang, MINIMAL).workspace.root
    done = nota(root, "induk", "uji", "atas")
    assert done.exit_code == 0
    assert "induk dikutip" in done.output
    refused = nota(root, "induk", "atas", "uji")
    assert refused.exit_code == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("longer", "told"), [("1 tahun", False), ("4 tahun", True), ("2031-01-01", True)]
)
def test_an_extension_beyond_the_parent_is_told(
    ruang: Ruang, longer: str, told: bool
) -> None:
    """By the letter that proposes it, and by the draft of its adendum."""
    child = BERTANGGAL.replace("isi: Isi.", "isi: Berlaku [[jangka_waktu]].") + FACTS
    root = ruang(child)
    span = ("--sampai", longer) if "-" in longer else ("--selama", longer)
    words = ("perpanjangan", "uji", "--tanggal", "2026-05-04", "--format", "txt")
    letter = nota(root, "pemberitahuan", *words, *span)
    assert letter.exit_code == 0, letter.output
    assert ("melewati induknya" in letter.output) is told
    until = f"sampai dengan {longer}" if "-" in longer else longer
    drafted = nota(root, "adendum", "uji", "--perpanjang", until, "--per", "2026-05-04")
    assert drafted.exit_code == 0, drafted.output
    assert ("melewati induknya, Kesepakatan Bersama" in drafted.output) is told
