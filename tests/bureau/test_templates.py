"""Clauses and templates of the office: proved on drafts, refused with their line, taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from baca import nota
from notakesepakatan.bureau.template_proof import NotTaken
from notakesepakatan.bureau.templates import (
    NoSuchCopy,
    NoSuchTemplate,
    check_template,
    drop_copy,
    old_copies,
    old_copy,
    preview,
    read_template,
    save_template,
    template_names,
)
from notakesepakatan.workspace import ChangedMeanwhile, Workspace
from notakesepakatan.workspace.layout import package_templates

Ruang = Callable[..., Path]
NAME = "klausul/pembiayaan.yaml.j2"
PAGE = "kesepakatan.html.j2"


@pytest.fixture
def kerja(ruang: Ruang) -> Workspace:
    return Workspace(ruang())


def changed(kerja: Workspace, name: str = NAME) -> str:
    text = read_template(kerja, name).text
    return text.replace("Biaya yang timbul", "Segala biaya yang timbul")


@pytest.mark.slow
def test_former_copies_are_kept_the_last_first(kerja: Workspace) -> None:
    first, shipped = changed(kerja), read_template(kerja, NAME).text
    second = first.replace("Segala", "Semua")
    for text in (first, second, first):
        save_template(kerja, NAME, text, "ani")
    assert [each.text for each in old_copies(kerja, NAME)] == [second]
    drop_copy(kerja, NAME, "budi")
    last, before = old_copies(kerja, NAME)
    assert (last.text, last.who) == (first, "budi")
    assert before.text == second
    assert read_template(kerja, NAME).text == shipped
    printed = nota(kerja.root, "templat", NAME, "--lama", "1")
    assert printed.output == first
    with pytest.raises(NoSuchCopy):
        old_copy(kerja, NAME, 3)


@pytest.mark.slow
def test_the_copy_counts_and_the_shipped_one_stays(kerja: Workspace) -> None:
    shipped = (package_templates() / NAME).read_bytes()
    save_template(kerja, NAME, changed(kerja), "ani")
    assert "Segala biaya" in read_template(kerja, NAME).text
    assert (package_templates() / NAME).read_bytes() == shipped
    (entry,) = kerja.trail()
    assert (entry.who, entry.file) == ("ani", f"templates/{NAME}")
    drop_copy(kerja, NAME)
    assert read_template(kerja, NAME).own is None
    kept = kerja.read_version(entry.after)
    assert kept
    assert "Segala biaya" in kept.decode()


@pytest.mark.slow
def test_a_preview_shows_it_on_a_draft_and_writes_nothing(kerja: Workspace) -> None:
    assert b"Segala biaya yang timbul" in preview(kerja, NAME, changed(kerja))
    assert not kerja.templates.exists()


WRONG = [
    (NAME, "- kunci: x\n  judul: X\n  isi: {{ tidak_ada }}\n", 3, "tidak_ada"),
    (NAME, "- kunci: x\n  judul: {% if %}\n", 2, "salah tulis"),
    (NAME, "- kunci: x\n  judul: X\n  asing: y\n", 3, "asing"),
    (PAGE, "<section>\n{{ tidak_ada }}</section>", 2, "tidak_ada"),
    (NAME, "- judul: a\u200bb\n", 0, "tidak tampak"),
    (NAME, f"# {'x' * 1_000_001}\n", 0, "1 MB"),
    ("surat/pemberitahuan.html.j2", "<p>\n{{ tidak_ada }}</p>", 2, "tidak_ada"),
    ("surat/tanda-terima.html.j2", "<p>{{ tidak_ada }}</p>", 1, "tidak_ada"),
    (
        "bagian/kop_surat.html.j2",
        "{% macro kop_surat() %}\n{{ a.b }}{% endmacro %}",
        2,
        "a",
    ),
    ("adendum.html.j2", "<section>\n\n{{ tidak_ada }}</section>", 3, "tidak_ada"),
    ("bagian/konsolidasi.html.j2", "<p>{{ tidak_ada }}</p>", 1, "tidak_ada"),
    ("sandingan.html.j2", "<video></video>", 0, "video"),
    ("peristiwa/laporan-pemantauan.html.j2", "{{ tidak_ada }}", 1, "tidak_ada"),
    ("instrumen/pks-ksdd.yaml", "nama: X\nasing: ya\n", 1, "baris 2: asing"),
    ("gaya.yaml", "judul: [\n", 2, "kurung"),
    ("dokumen.yaml", "berita-acara-kahar:\n  peristiwa: entah\n", 2, "peristiwa: "),
]


@pytest.mark.parametrize(("name", "text", "line", "why"), WRONG)
@pytest.mark.slow
def test_what_is_wrong_is_refused_with_its_line(
    kerja: Workspace, name: str, text: str, line: int, why: str
) -> None:
    with pytest.raises(NotTaken, match=why) as told:
        save_template(kerja, name, text)
    assert told.value.line == line
    assert not (kerja.templates / name).exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", [0, *(pytest.param(n, marks=pytest.mark.long) for n in range(1, 8))]
)
def test_every_shipped_text_passes_its_own_check(kerja: Workspace, part: int) -> None:
    for name in template_names(kerja)[part::8]:
        check_template(kerja, name, read_template(kerja, name).text)


SHOWN = [
    ("surat/pemberitahuan.html.j2", '"Penting"', '"Sangat Penting"'),
    ("surat/tanda-terima.html.j2", "TANDA TERIMA SURAT", "BUKTI TERIMA SURAT"),
    ("adendum.html.j2", 'kata("TENTANG")', '"MENGENAI"'),
    ("sandingan.html.j2", "SANDINGAN", "LEMBAR SANDINGAN"),
    ("bagian/saksi.html.j2", "Saksi:", "Para saksi:"),
    ("bagian/sampul.html.j2", 'kata("TAHUN")', '"PADA TAHUN"'),
    ("bagian/konsolidasi.html.j2", "{{ satu }}", "Dari kantor, {{ satu }}"),
    ("peristiwa/berita-acara-kahar.html.j2", "keadaan kahar", "keadaan paksa"),
    ("instrumen/pks-ksdd.yaml", "jenis: Perjanjian", "jenis: Naskah Perjanjian"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "old", "new"), SHOWN)
def test_a_preview_shows_a_paper_that_uses_it(
    kerja: Workspace, name: str, old: str, new: str
) -> None:
    text = read_template(kerja, name).text
    assert old in text
    shown = preview(kerja, name, text.replace(old, new)).decode()
    words = new.partition("{")[0].rpartition("jenis: ")[2].strip('"')
    assert words.lower() in shown.lower()
    assert not kerja.templates.exists()


@pytest.mark.slow
def test_another_hand_in_between_is_seen(kerja: Workspace) -> None:
    with pytest.raises(ChangedMeanwhile):
        save_template(kerja, NAME, changed(kerja), "ani", seen="lama")
    assert read_template(kerja, NAME).own is None


@pytest.mark.parametrize("name", ["../pengaturan.yaml", "klausul/tidak.yaml.j2", ""])
def test_no_other_file_is_written(kerja: Workspace, name: str) -> None:
    with pytest.raises(NoSuchTemplate):
        save_template(kerja, name, "- judul: x\n")


def test_without_a_copy_there_is_nothing_to_take_back(kerja: Workspace) -> None:
    with pytest.raises(NotTaken):
        drop_copy(kerja, NAME)


@pytest.mark.slow
def test_the_command(kerja: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "baru.j2"
    file.write_text(changed(kerja))
    assert NAME in nota(kerja.root, "templat").output
    assert nota(kerja.root, "templat", NAME, "--isi", str(file)).exit_code == 0
    assert "(salinan kantor)" in nota(kerja.root, "templat").output
    assert "Segala biaya" in nota(kerja.root, "templat", NAME).output
    assert nota(kerja.root, "templat", NAME, "--bawaan").exit_code == 0
    file.write_text("- x: {{ y }}\n")
    refused = nota(kerja.root, "templat", NAME, "--isi", str(file))
    assert refused.exit_code == 1
    assert "baris 1" in refused.output
