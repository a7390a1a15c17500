"""Templates, styles and settings: the bureau's own stand first; what they may not do is refused with file and line."""

import base64
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from PIL import Image

from conftest import AKAR, MINIMAL, Keluaran, write_all
from notakesepakatan.compose.bounds import BoundedEnvironment
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import FaultyTemplate, Template
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.naskah.blocks import WrongVocabulary, read_blocks
from notakesepakatan.workspace.layout import package_templates

Ruang = Callable[..., Path]

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg=="
)


def compose(akar: Path) -> Keluaran:
    return write_all(
        compose_kesepakatan(
            Composer.of(akar), parse_kesepakatan(MINIMAL.encode(), "uji.yaml")
        )
    )


@pytest.mark.slow
def test_a_changed_template_changes_every_format(ruang: Ruang) -> None:
    asli = (AKAR / "templates/bagian/kepala.html.j2").read_text()
    akar = ruang(
        **{"templates/bagian/kepala.html.j2": asli.replace("TENTANG", "MENGENAI")}
    )
    hasil = compose(akar)
    assert "MENGENAI" in hasil.txt
    assert "MENGENAI" in "\n".join(
        p.text for p in docx.Document(BytesIO(hasil.docx)).paragraphs
    )
    assert (
        "MENGENAI"
        in pypdfium2.PdfDocument(hasil.pdf)[0].get_textpage().get_text_range()
    )
    assert "MENGENAI" in hasil.html


@pytest.mark.parametrize(
    ("isi", "expect"),
    [
        ("{% for %}", "kesepakatan.html.j2:1: templat tidak dapat dipakai"),
        (
            "\n{{ tak_dikenal }}",
            "kesepakatan.html.j2:2: templat tidak dapat dipakai: nama 'tak_dikenal' tidak dikenal",
        ),
        ("{{ ''.__class__.__mro__ }}", "templat tidak dapat dipakai"),
        ("{{ para_pihak.append(1) }}", "templat tidak dapat dipakai"),
        (
            "{% include 'tidak-ada.j2' %}",
            "tidak-ada.j2: templat tidak dapat dipakai: berkas templat tidak ada",
        ),
        ("{% include '../../../../etc/passwd' %}", "berkas templat tidak ada"),
        ("{{ 1 // 0 }}", "templat tidak dapat dipakai"),
        (
            "{% include 'kesepakatan.html.j2' %}",
            "memanggil dirinya sendiri tanpa akhir",
        ),
        ("{% set x = cycler() %}", "templat tidak dapat dipakai"),
        ("", "tidak menghasilkan satu paragraf pun"),
        (
            "<section class='badan'><p class='isi'><img src='x'/></p></section>",
            'gambar "x" tidak ada',
        ),
        (
            "<section class='badan'><table><tbody><tr><td><p class='sel'>x</p></td></tr></tbody></table></section>",
            "colgroup",
        ),
        (
            "<section class='badan'><table><colgroup><col style='width:nan%'/></colgroup></table></section>",
            "lebar kolom",
        ),
        (
            "<section class='badan'><table><colgroup><col style='width:9%'/></colgroup><tbody><tr><td colspan='x'></td></tr></tbody></table></section>",
            'colspan "x" bukan bilangan',
        ),
        (
            "<section class='badan'><p class='isi'>x</section>",
            "HTML tidak tertutup rapi",
        ),
        (
            "<section class='badan'><script>x</script></section>",
            "<script> tidak boleh berada di dalam <section>",
        ),
        (
            "<section class='badan'><p class='isi'><a href='x'>x</a></p></section>",
            "<a> tidak boleh",
        ),
        (
            "<section class='badan'>kata</section>",
            'teks "kata" langsung di dalam <section>',
        ),
        (
            "<section class='badan'><p class='khayal'>x</p></section>",
            'kelas "khayal" tidak ada di gaya.yaml',
        ),
        (
            "<section class='khayal'><p class='isi'>x</p></section>",
            'halaman "khayal" tidak dikenal',
        ),
    ],
)
def test_a_wrong_template_is_named(ruang: Ruang, isi: str, expect: str) -> None:
    with pytest.raises(FaultyTemplate) as bermasalah:
        compose(ruang(**{"templates/kesepakatan.html.j2": isi}))
    assert expect in str(bermasalah.value)


@pytest.mark.parametrize(
    "isi",
    [
        "<table><tr/></table>",
        "<section><table><colgroup><col style='width:x'/></colgroup></table></section>",
        "<section><table><tbody><tr><p/></tr></tbody></table></section>",
        "<section><p><b><i>x</i></b></p></section>",
        "<section><p>a<span class='label'>b</span></p></section>",
        "<section>&nbsp;</section>",
    ],
)
def test_vocabulary_is_closed(isi: str) -> None:
    with pytest.raises(WrongVocabulary):
        read_blocks(isi)


@pytest.mark.slow
def test_settings_paper_fonts_and_order_of_signatures(ruang: Ruang) -> None:
    akar = ruang(
        **{
            "pengaturan.yaml": "kertas: F4\nhuruf: Arial\nukuran_huruf: 11\nurutan_tanda_tangan: mundur\nmargin: {kiri: 40}\n"
        }
    )
    hasil = compose(akar)
    seksi: Any = docx.Document(BytesIO(hasil.docx)).sections[0]
    assert (
        round(seksi.page_width.mm),
        round(seksi.page_height.mm),
        round(seksi.left_margin.mm),
    ) == (210, 330, 40)
    gaya = zipfile.ZipFile(BytesIO(hasil.docx)).read("word/styles.xml").decode()
    assert 'w:ascii="Arial"' in gaya
    assert 'w:sz w:val="22"' in gaya
    halaman = pypdfium2.PdfDocument(hasil.pdf)[0]
    assert [round(ukuran / 72 * 25.4) for ukuran in halaman.get_size()] == [210, 330]
    assert "PIHAK KEDUA,\tPIHAK KESATU," in hasil.txt


@pytest.mark.parametrize(
    ("isi", "expect"),
    [
        (
            "kertas: A5\n",
            'pengaturan.yaml:1:9: kertas: "A5": bukan pilihan yang dikenal; pilih salah satu: A4, F4',
        ),
        ("marjin: {}\n", 'kunci tidak dikenal; mungkin maksudnya "margin"'),
        (
            "margin: {kiri: 500}\n",
            'margin.kiri: "500": di luar batas (paling banyak 80',
        ),
        ('huruf: "Arial\'; } body { display: none"\n', "huruf"),
        (
            "logo: {Badan A: ../../etc/passwd}\n",
            "templates/../../etc/passwd: logo tidak dapat dipakai: berkas tidak ada",
        ),
        (
            "logo: {Badan A: logo.png}\n",
            "templates/logo.png: logo tidak dapat dipakai: bukan gambar PNG atau JPEG yang utuh",
        ),
    ],
)
def test_wrong_settings(ruang: Ruang, isi: str, expect: str) -> None:
    with pytest.raises(NotaError) as galat:
        compose(ruang(**{"pengaturan.yaml": isi, "templates/logo.png": "bukan gambar"}))
    assert expect in str(galat.value)


def test_wrong_style(ruang: Ruang) -> None:
    asli = (AKAR / "templates/gaya.yaml").read_text()
    akar = ruang(
        **{"templates/gaya.yaml": asli.replace("rata: tengah", "rata: senter", 1)}
    )
    with pytest.raises(
        FaultyNaskah,
        match=r'gaya\.yaml:6:\d+: judul\.rata: "senter": bukan pilihan yang dikenal',
    ):
        compose(akar)


@pytest.mark.slow
def test_logo_stands_in_every_picture_format(ruang: Ruang) -> None:
    akar = ruang(**{"pengaturan.yaml": "logo: {Badan A: logo.png}\n"})
    (akar / "templates").mkdir()
    (akar / "templates/logo.png").write_bytes(PNG)
    hasil = compose(akar)
    assert len(docx.Document(BytesIO(hasil.docx)).inline_shapes) == 1
    assert "data:image/png;base64," in hasil.html
    gambar = [
        o for o in pypdfium2.PdfDocument(hasil.pdf)[0].get_objects() if o.type == 3
    ]
    assert len(gambar) == 1


@pytest.mark.slow
def test_logos_of_any_kind_and_name(ruang: Ruang) -> None:
    """A party whose name holds quotes; a CMYK JPEG; what is no logo is said."""
    akar = ruang(**{"pengaturan.yaml": """logo: {"Ta'lim \\"A\\"": l.jpg}\n"""})
    (akar / "templates").mkdir()
    gambar = BytesIO()
    Image.new("CMYK", (20, 20), (0, 90, 90, 0)).save(gambar, "JPEG")
    (akar / "templates/l.jpg").write_bytes(gambar.getvalue())
    isi = MINIMAL.replace("nama: Badan A", """nama: 'Ta''lim "A"'""")
    hasil = write_all(
        compose_kesepakatan(
            Composer.of(akar), parse_kesepakatan(isi.encode(), "uji.yaml")
        )
    )
    assert len(docx.Document(BytesIO(hasil.docx)).inline_shapes) == 1
    assert [o for o in pypdfium2.PdfDocument(hasil.pdf)[0].get_objects() if o.type == 3]
    Image.new("RGB", (400, 2)).save(akar / "templates/l.jpg", "JPEG")
    with pytest.raises(NotaError, match="terlalu memanjang"):
        compose_kesepakatan(
            Composer.of(akar), parse_kesepakatan(isi.encode(), "uji.yaml")
        )


def test_links_out_of_the_templates_are_not_followed(
    ruang: Ruang, tmp_path_factory: pytest.TempPathFactory
) -> None:
    akar = ruang()
    (akar / "templates").mkdir()
    luar = tmp_path_factory.mktemp("luar") / "rahasia"
    luar.write_text("RAHASIA")
    (akar / "templates/kesepakatan.html.j2").symlink_to(luar)
    with pytest.raises(FaultyTemplate, match="berkas templat tidak ada") as galat:
        compose(akar)
    assert "RAHASIA" not in str(galat.value)


@pytest.mark.parametrize("kelas", ["footer", "polos", "bergaris"])
def test_style_names_of_the_writers_are_taken(ruang: Ruang, kelas: str) -> None:
    asli = (AKAR / "templates/gaya.yaml").read_text()
    with pytest.raises(FaultyTemplate, match="dipakai program sendiri"):
        compose(ruang(**{"templates/gaya.yaml": asli + f"{kelas}: {{nama: X}}\n"}))


def test_package_templates_are_found_without_a_workspace() -> None:
    assert (package_templates() / "kesepakatan.html.j2").is_file()
    assert Template(None).read("gaya.yaml")[1]


def test_a_text_is_compiled_once_and_again_when_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = list[str]()
    compile_ = BoundedEnvironment._compile

    def counted(self: BoundedEnvironment, source: str, filename: str) -> Any:
        compiled.append(source)
        return compile_(self, source, filename)

    monkeypatch.setattr(BoundedEnvironment, "_compile", counted)
    file = tmp_path / "satu.html"
    file.write_text("{{ isi }}")
    assert Template(tmp_path).render("satu.html", {"isi": "<"}) == "&lt;"
    assert Template(tmp_path).render("satu.html", {"isi": "a"}) == "a"
    assert len(compiled) == 1
    assert Template(tmp_path).render_yaml("satu.html", {"isi": "<"}) == '"<"'
    assert len(compiled) == 2
    file.write_text("{{ isi }}!")
    assert Template(tmp_path).render("satu.html", {"isi": "a"}) == "a!"
    assert len(compiled) == 3
