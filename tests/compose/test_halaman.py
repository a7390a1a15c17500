"""Pages as the office has them, and as one agreement has them of its own: the same in Word and in print."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from PIL import Image

from conftest import MINIMAL, Keluaran, write_all
from notakesepakatan.compose.adendum.papers import change_sentences, compose_adendum
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import Template
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.pengaturan import load_pengaturan

SIGNED = (
    MINIMAL.replace("  jabatan", "  pejabat: ANI\n  nomor: 1/A\n  jabatan")
    + "penandatanganan: { tempat: Solo, tanggal: 2027-02-01 }\n"
)


def office(root: Path, pengaturan: str = "") -> Composer:
    """A workspace with three pictures and these settings."""
    for name, colour in (("satu", "green"), ("dua", "navy"), ("lambang", "gold")):
        file = root / f"templates/logo/{name}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (80, 100), colour).save(file)
    logo = "logo: { Badan A: logo/satu.png, Badan B: logo/dua.png }\n"
    (root / "pengaturan.yaml").write_text(logo + pengaturan, encoding="utf-8")
    return Composer.of(root)


def papers(composer: Composer, halaman: str = "{}", yaml: str = MINIMAL) -> Keluaran:
    content = f"{yaml}halaman: {halaman}\n"
    loaded = parse_kesepakatan(content.encode(), "uji")
    return write_all(compose_kesepakatan(composer, loaded))


def parts(written: Keluaran, name: str) -> dict[str, str]:
    """Texts of the parts of the DOCX whose name holds this."""
    with ZipFile(BytesIO(written.docx)) as archive:
        return {
            one: archive.read(one).decode()
            for one in archive.namelist()
            if name in one and one.endswith(".xml")
        }


def pdf_texts(written: Keluaran) -> list[str]:
    pages = pypdfium2.PdfDocument(written.pdf)
    return [" ".join(one.get_textpage().get_text_range().split()) for one in pages]


def sizes(written: Keluaran) -> set[tuple[int, int]]:
    """Of each page of the PDF, in whole millimetres."""
    return {
        (round(one.get_width() * 25.4 / 72), round(one.get_height() * 25.4 / 72))
        for one in pypdfium2.PdfDocument(written.pdf)
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kertas", "size"),
    [
        ("A4", (210, 297)),
        ("F4", (210, 330)),
        ("Legal", (216, 356)),
        ("Letter", (216, 279)),
    ],
)
def test_paper(kertas: str, size: tuple[int, int], tmp_path: Path) -> None:
    written = papers(office(tmp_path), f"{{ kertas: {kertas} }}")
    assert sizes(written) == {size}
    (body,) = parts(written, "word/document").values()
    found = re.search(r'w:pgSz w:w="(\d+)" w:h="(\d+)"', body)
    assert found
    assert tuple(round(int(one) * 25.4 / 1440) for one in found.groups()) == size


@pytest.mark.slow
def test_what_the_agreement_does_not_say_is_as_the_office_has_it(
    tmp_path: Path,
) -> None:
    composer = office(
        tmp_path,
        "kertas: F4\nmargin: { kiri: 40 }\nkolom_tanda_tangan: 1\n"
        "halaman: { kertas: Letter, margin: { atas: 4 }, nomor_halaman: dari_jumlah }\n",
    )
    looks = composer.pengaturan.looking_as(
        parse_kesepakatan(
            f"{MINIMAL}halaman: {{ margin: {{ atas: 3.5 }} }}\n".encode(), "uji"
        ).kesepakatan.halaman
    )
    assert (looks.kertas, looks.kolom_tanda_tangan) == ("Letter", 1)
    assert (looks.margin.atas, looks.margin.kiri, looks.margin.bawah) == (35, 40, 25)
    assert looks.halaman.nomor_halaman == "dari_jumlah"
    assert looks.looking_as(looks.halaman) == looks
    written = papers(composer, "{ kertas: Legal }")
    assert sizes(written) == {(216, 356)}
    assert "Halaman 1 dari 1" in pdf_texts(written)[0]


@pytest.mark.slow
def test_nothing_said_changes_nothing(tmp_path: Path) -> None:
    plain = write_all(
        compose_kesepakatan(
            Composer(Template(None)), parse_kesepakatan(MINIMAL.encode(), "uji")
        )
    )
    (footer,) = parts(plain, "word/footer").values()
    assert " PAGE " in footer and "NUMPAGES" not in footer and "<w:tbl>" not in footer
    assert pdf_texts(plain)[0].endswith(" 1") and "kaki" not in plain.html
    assert plain.html == papers(office(tmp_path), "{ letak_logo: tanpa }").html


@pytest.mark.slow
@pytest.mark.parametrize(
    ("halaman", "order"),
    [("{ urutan_tanda_tangan: mundur }", "KETUA\tKEPALA"), ("{}", "KEPALA\tKETUA")],
)
def test_order_of_signatures(halaman: str, order: str, tmp_path: Path) -> None:
    assert order in papers(office(tmp_path), halaman).txt
    assert (
        "KEPALA\tKETUA" not in papers(office(tmp_path), "{kolom_tanda_tangan: 1}").txt
    )


@pytest.mark.slow
def test_number_and_initials_at_the_foot_of_each_page(tmp_path: Path) -> None:
    long = MINIMAL.replace(
        "  isi: Isi.\n", "  ayat:\n" + "  - Isi ayat yang panjang.\n" * 60
    )
    halaman = "{ nomor_halaman: dari_jumlah, paraf: ya }"
    written = papers(office(tmp_path), halaman, long)
    texts = pdf_texts(written)
    assert len(texts) > 1
    for i, text in enumerate(texts, 1):
        assert (
            f"Paraf PIHAK KESATU Paraf PIHAK KEDUA Halaman {i} dari {len(texts)}"
            in (text.replace("\ufffe", "-"))
        )
    (footer,) = parts(written, "word/footer").values()
    words = re.findall(r"<w:t(?: [^>]*)?>([^<]*)<", footer)
    assert words[:3] == ["Paraf PIHAK KESATU", "Paraf PIHAK KEDUA", "Halaman "]
    assert " PAGE " in footer and " NUMPAGES " in footer


@pytest.mark.slow
def test_initials_have_room_below_the_text(tmp_path: Path) -> None:
    written = papers(office(tmp_path), "{ paraf: ya, margin: { bawah: 1 } }")
    (body,) = parts(written, "word/document").values()
    assert 'w:bottom="1417"' in body, "2.5 cm"


@pytest.mark.slow
def test_boxes_of_many_fit_between_the_margins(tmp_path: Path) -> None:
    more = "".join(f"- {{nama: Badan {x}, jabatan: Wali}}\n" for x in "CDEFGH")
    yaml = MINIMAL.replace("kalimat:\n", f"{more}kalimat:\n")
    naskah = papers(office(tmp_path), "{ paraf: ya }", yaml).naskah
    page = naskah.page["badan"]
    assert len(page.foot.paraf) == 8
    assert page.box_width * 8 <= page.content_width + 0.01


@pytest.mark.slow
def test_a_page_may_bear_no_number(tmp_path: Path) -> None:
    written = papers(office(tmp_path), "{ nomor_halaman: tanpa }")
    (footer,) = parts(written, "word/footer").values()
    assert "PAGE" not in footer
    assert not pdf_texts(written)[0].endswith("1")


@pytest.mark.slow
def test_logos_at_the_left_and_right(tmp_path: Path) -> None:
    written = papers(office(tmp_path), "{ letak_logo: kiri_kanan }")
    first = written.naskah.section[0].block[0]
    cells = first.baris[0].cell  # type: ignore[union-attr] # a table, or the test fails
    pictures = [cell.isi[0].picture if cell.isi else "" for cell in cells]
    assert pictures == ["kesatu", "", "kedua"]
    (body,) = parts(written, "word/document").values()
    assert body.count("<w:drawing") == 2
    assert written.txt.startswith("NOTA KESEPAKATAN\n"), "pictures are no words"
    usual = papers(office(tmp_path)).naskah.section[0].block[0]
    assert usual == first, "several logos stand so where nothing is said"


@pytest.mark.slow
def test_an_emblem_stands_alone(tmp_path: Path) -> None:
    naskah = papers(
        office(tmp_path), "{ lambang: logo/lambang.png, letak_logo: kiri_kanan }"
    ).naskah
    assert list(naskah.picture) == ["lambang"]
    with pytest.raises(Exception, match="logo tidak dapat dipakai"):
        papers(office(tmp_path), "{ lambang: logo/tidak-ada.png }")


@pytest.mark.slow
def test_letterhead_of_the_office_above_the_title(tmp_path: Path) -> None:
    settings = "pihak_kami: badan b\nkop: { Badan B: [PEMERINTAH B, BIRO HUKUM] }\n"
    written = papers(office(tmp_path, settings), "{ kop: ya }")
    assert written.txt.startswith("PEMERINTAH B\nBIRO HUKUM\nNOTA KESEPAKATAN\n")
    usual = papers(office(tmp_path), "{ kop: ya }")
    assert usual.txt.startswith("BADAN A\nJakarta\nNOTA KESEPAKATAN\n")


@pytest.mark.slow
def test_a_cover(tmp_path: Path) -> None:
    halaman = (
        "{ sampul: ya, paraf: ya, nomor_halaman: dari_jumlah, letak_logo: kiri_kanan }"
    )
    written = papers(office(tmp_path), halaman, SIGNED)
    cover, first = pdf_texts(written)
    for words in ("NOTA KESEPAKATAN", "BADAN A", "BADAN B", "UJI", "NOMOR : 1/A"):
        assert words in cover and words in first
    assert cover.endswith("TAHUN 2027") and "TAHUN" not in first
    assert "Paraf" not in cover and "Halaman 2 dari 2" in first
    cover_footer, footer = parts(written, "word/footer").values()
    assert "PAGE" not in cover_footer and "Paraf" in footer
    (body,) = parts(written, "word/document").values()
    heights = [int(one) for one in re.findall(r'wp:extent cx="\d+" cy="(\d+)"', body)]
    assert heights == [40 * 36000] * 2 + [25 * 36000] * 2


@pytest.mark.slow
def test_the_cover_of_a_draft_has_dots_for_its_year(tmp_path: Path) -> None:
    text = papers(office(tmp_path), "{ sampul: ya }").txt
    assert "TAHUN ………………" in text
    planned = MINIMAL + "penandatanganan: { rencana: 2027-02-01 }\n"
    assert "TAHUN 2027\n" in papers(office(tmp_path), "{ sampul: ya }", planned).txt


@pytest.mark.slow
def test_an_adendum_has_the_pages_of_its_agreement(tmp_path: Path) -> None:
    yaml = SIGNED + "halaman: { sampul: ya, paraf: ya, kertas: F4 }\n"
    riwayat = Riwayat(parse_kesepakatan(yaml.encode(), "uji"))
    change = "perubahan: [{ tindakan: ubah, letak: judul, menjadi: Lain }]\n"
    adendum = parse_adendum(change.encode(), "adendum-01.yaml", riwayat)
    composer = office(tmp_path)
    assert change_sentences(composer, adendum) == [
        "Judul Nota Kesepakatan diubah sehingga berbunyi sebagai berikut:"
    ], "what the cover says again is told once"
    written = write_all(compose_adendum(composer, adendum, ()))
    assert sizes(written) == {(210, 330)}
    assert all("Paraf PIHAK KESATU" in text for text in pdf_texts(written))
    assert "TAHUN 2027" not in written.txt
    konsep = "perubahan: [{ tindakan: ubah, letak: halaman kertas, menjadi: A4 }]\n"
    with pytest.raises(FaultyNaskah, match="halaman tidak diubah dengan adendum"):
        parse_adendum(konsep.encode(), "adendum-01.yaml", riwayat)


@pytest.mark.parametrize(
    ("halaman", "told"),
    [
        ("{ margin: { kiri: 30 } }", r"halaman\.margin\.kiri: .*dalam cm, mis\. 2\.5"),
        ("{ margin: { kiri: '2,5' } }", "bukan bilangan; tulis 2.5"),
        ("{ kertas: A3 }", "pilih salah satu: A4, F4, Legal, Letter"),
        ("{ nomor_halaman: romawi }", "pilih salah satu: angka, dari_jumlah, tanpa"),
        ("{ paraf: iya }", "tulis ya"),
        ("{ cover: ya }", "kunci tidak dikenal"),
    ],
)
def test_what_cannot_be_is_said_in_both_files(
    halaman: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(FaultyNaskah, match=told):
        parse_kesepakatan(f"{MINIMAL}halaman: {halaman}\n".encode(), "uji")
    (tmp_path / "pengaturan.yaml").write_text(f"halaman: {halaman}\n")
    with pytest.raises(FaultyNaskah, match=told):
        load_pengaturan(tmp_path)


@pytest.mark.slow
def test_a_cover_of_five_is_one_page(tmp_path: Path) -> None:
    names = ("Universitas", "Badan Usaha", "Yayasan")
    more = "".join(
        f"- {{nama: {name} Contoh dengan Nama yang Panjang Sekali, jabatan: Wali}}\n"
        for name in names
    )
    yaml = MINIMAL.replace("kalimat:\n", f"{more}kalimat:\n")
    written = papers(office(tmp_path), "{ sampul: ya }", yaml)
    cover, first, *_ = pdf_texts(written)
    assert cover.endswith("TAHUN ………………") and "Pasal 1" in " ".join([first, *_])
