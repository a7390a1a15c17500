"""What an agreement prints, and what it leaves out: the same in every format."""

import re
from io import BytesIO

import docx
import pypdfium2
import pytest

from baca import unbound
from conftest import MINIMAL, write_all
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.frame import penandatanganan_frame
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import Template
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.kesepakatan import Penandatanganan
from notakesepakatan.model.para_pihak import PenandaTangan

COMPOSER = Composer(Template(None))
KALIMAT = MINIMAL[MINIMAL.index("kalimat:") : MINIMAL.index("pasal:")]


def lines(yaml: str) -> list[str]:
    """The words of every paragraph, as the Word file has them."""
    naskah = compose_kesepakatan(COMPOSER, parse_kesepakatan(yaml.encode(), "uji"))
    result = docx.Document(BytesIO(write_all(naskah).docx))
    texts = (unbound(p.text).strip() for p in result.paragraphs)
    return [text for text in texts if text]


def every_text(yaml: str) -> list[str]:
    """The whole text by each format, without what only lays it out."""
    naskah = compose_kesepakatan(COMPOSER, parse_kesepakatan(yaml.encode(), "uji"))
    written = write_all(naskah)
    word = docx.Document(BytesIO(written.docx))
    pages = pypdfium2.PdfDocument(written.pdf)
    return [
        written.txt,
        written.html,
        "\n".join(unbound(p.text) for p in word.paragraphs),
        "\n".join(page.get_textpage().get_text_range() for page in pages),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "kalimat",
    [
        "",
        'kalimat:\n  pembukaan: ""\n  pihak: ""\n  sebutan_bersama: ""\n'
        '  pertimbangan: ""\n  kesepakatan: ""\n  dasar_hukum: ""\n',
    ],
)
def test_a_sentence_that_is_absent_or_empty_is_not_printed(kalimat: str) -> None:
    yaml = MINIMAL.replace(KALIMAT, kalimat) + "pertimbangan: [bahwa satu.]\n"
    printed = lines(yaml)
    start = printed.index("NOMOR : ………………")
    assert printed[start + 2 : start + 5] == [
        "a.\tbahwa satu.",
        "Pasal 1\nSATU",
        "Isi.",
    ]
    for text in every_text(yaml):
        assert "bahwa satu." in text
        assert not re.search(r"^\s*(?:-|I\.)\s*$", text, re.MULTILINE)


@pytest.mark.slow
def test_only_the_empty_text_takes_the_standing_introduction_off() -> None:
    dasar = 'dasar_hukum:\n- {jenis: UU, nomor: "1", tahun: 2020, tentang: X}\n'
    without = MINIMAL.replace("kalimat:\n", 'kalimat:\n  dasar_hukum: ""\n')
    assert "Berdasarkan:" in lines(MINIMAL + dasar)
    assert "Berdasarkan:" not in lines(without + dasar)


def test_one_party_may_be_introduced_by_a_sentence_of_its_own() -> None:
    yaml = MINIMAL.replace(KALIMAT, "").replace(
        "- nama: Badan B\n", "- nama: Badan B\n  kalimat: '[[jabatan]] saja.'\n"
    )
    introduced = [line for line in lines(yaml) if line.startswith(("I.", "II."))]
    assert introduced == ["II.\t……………… : Ketua saja."]


def test_each_number_bears_the_key_of_the_party_that_gave_it() -> None:
    yaml = MINIMAL.replace(
        "- nama: Badan B\n", "- nama: Badan B\n  nomor: 7/B\n  pejabat: BUDI\n"
    ).replace("- nama: Badan A\n", "- nama: Badan A\n  pejabat: ANI\n")
    yaml += "penandatanganan: {tanggal: 2026-11-23}\n"
    naskah = compose_kesepakatan(COMPOSER, parse_kesepakatan(yaml.encode(), "uji"))
    assert (
        '<p class="nomor-naskah" id="para_pihak.kedua.nomor">NOMOR : 7/B' in naskah.isi
    )


def with_susunan(susunan: str, more: str = "") -> str:
    return MINIMAL.replace("kalimat:\n", f"susunan: {{{susunan}}}\nkalimat:\n") + more


DASAR = 'dasar_hukum:\n- {jenis: UU, nomor: "1", tahun: 2020, tentang: X}\n'
PERTIMBANGAN = "pertimbangan: [bahwa satu.]\n"
PARTS = DASAR + PERTIMBANGAN


@pytest.mark.slow
@pytest.mark.parametrize(
    ("urutan", "order"),
    [
        ("", ["Pada hari ini", "Berdasarkan:", "Bersama", "Menerangkan", "Sepakat"]),
        (
            "urutan: [pertimbangan, dasar_hukum]",
            ["Pada hari ini", "Menerangkan", "Bersama", "Berdasarkan:", "Sepakat"],
        ),
        (
            "urutan: [sebutan_bersama, pertimbangan, dasar_hukum]",
            ["Pada hari ini", "Bersama", "Menerangkan", "Berdasarkan:", "Sepakat"],
        ),
    ],
)
def test_the_parts_stand_in_the_order_of_the_agreement(
    urutan: str, order: list[str]
) -> None:
    for text in every_text(with_susunan(urutan, PARTS)):
        places = [text.index(f"\n{words}") for words in order if "<p" not in text]
        assert places == sorted(places)
    printed = lines(with_susunan(urutan, PARTS))
    assert [line for line in printed if line in order] == order


@pytest.mark.slow
@pytest.mark.parametrize(
    ("only", "words"), [(DASAR, "Berdasarkan:"), (PERTIMBANGAN, "Menerangkan")]
)
def test_a_part_that_is_not_there_moves_no_other(only: str, words: str) -> None:
    printed = lines(with_susunan("urutan: [pertimbangan, dasar_hukum]", only))
    assert printed == lines(MINIMAL + only)
    assert words in printed


@pytest.mark.slow
def test_a_text_may_open_with_what_it_carries_on() -> None:
    opening = "kalimat:\n  menindaklanjuti: Menindaklanjuti Nota Induk,\n"
    yaml = MINIMAL.replace("kalimat:\n", opening)
    printed = lines(yaml)
    where = printed.index("Menindaklanjuti Nota Induk,")
    assert printed[where + 1] == "Pada hari ini"
    moved = yaml.replace(
        "kalimat:\n", "susunan: {urutan: [pembukaan, menindaklanjuti]}\nkalimat:\n"
    )
    printed = lines(moved)
    assert printed.index("Pada hari ini") < printed.index("Menindaklanjuti Nota Induk,")


def head(yaml: str) -> list[str]:
    printed = lines(yaml)
    return printed[: printed.index("Pada hari ini")]


BETWEEN_THEM = ["ANTARA", "BADAN A", "DAN", "BADAN B"]


@pytest.mark.parametrize(
    ("susunan", "expected"),
    [
        ("", [*BETWEEN_THEM, "TENTANG", "UJI", "NOMOR", "NOMOR"]),
        (
            "antar_pihak: DENGAN, nomor: sebelum_judul",
            [
                *("ANTARA", "BADAN A", "DENGAN", "BADAN B"),
                *("NOMOR", "NOMOR", "TENTANG", "UJI"),
            ],
        ),
        ("tentang: tidak, nomor: tanpa_nomor", BETWEEN_THEM),
        (
            "antara: tidak, nomor: tanpa_nomor",
            [*BETWEEN_THEM[1:], "TENTANG", "UJI"],
        ),
    ],
)
def test_the_title_is_the_agreements_own(susunan: str, expected: list[str]) -> None:
    printed = [line.partition(" : ")[0] for line in head(with_susunan(susunan))]
    assert printed == ["NOTA KESEPAKATAN", *expected]


def of_parties(count: int, susunan: str) -> str:
    """A draft of so many parties: Badan A, Badan B, Badan C …"""
    more = "".join(
        f"- nama: Badan {letter}\n  jabatan: Kepala\n  kedudukan: Bogor\n"
        for letter in "CDEFG"[: count - 2]
    )
    return with_susunan(susunan).replace("susunan:", f"{more}susunan:")


@pytest.mark.parametrize(
    ("count", "susunan", "said"),
    [
        (3, "", "Badan A, Badan B, dan Badan C"),
        (3, "antar_pihak: DENGAN", "Badan A dan Badan B dengan Badan C"),
        (
            4,
            "antar_pihak: DENGAN, pihak_setelah_dengan: 2",
            "Badan A dan Badan B dengan Badan C dan Badan D",
        ),
        (
            5,
            "antar_pihak: DENGAN, pihak_setelah_dengan: 3",
            "Badan A dan Badan B dengan Badan C, Badan D, dan Badan E",
        ),
        (
            3,
            "antar_pihak: DENGAN, pihak_setelah_dengan: 2",
            "Badan A dengan Badan B dan Badan C",
        ),
    ],
)
@pytest.mark.slow
def test_the_parties_stand_on_either_side_of_a_word(
    count: int, susunan: str, said: str
) -> None:
    """In the title a line each, in a sentence as it is quoted."""
    yaml = of_parties(count, susunan)
    k = parse_kesepakatan(yaml.encode(), "uji").kesepakatan
    assert k.between([pihak.nama for pihak in k.para_pihak]) == said
    printed = head(yaml)
    in_lines = " ".join(printed[2 : printed.index("TENTANG")])
    # The comma before "dan" is of a sentence; a title has none there.
    assert in_lines == said.upper().replace(", DAN", " DAN")


@pytest.mark.slow
def test_lists_in_front_and_signatures_may_go_without_their_names() -> None:
    more = "dasar_hukum: [KUH Perdata]\npertimbangan: [bahwa satu.]\n"
    usual = lines(MINIMAL + more)
    assert {"1.\tKUH Perdata;", "a.\tbahwa satu."} <= set(usual)
    bare = with_susunan(
        "dasar_hukum: tanpa_nomor, pertimbangan: tanpa_nomor, sebutan_tanda_tangan: tidak",
        more,
    )
    printed = lines(bare)
    assert {"KUH Perdata;", "bahwa satu."} <= set(printed)
    for yaml, times in ((MINIMAL + more, 1), (bare, 0)):
        naskah = compose_kesepakatan(COMPOSER, parse_kesepakatan(yaml.encode(), "uji"))
        assert write_all(naskah).txt.count("PIHAK KESATU,") == times


def test_an_agreement_without_numbers_may_be_signed() -> None:
    signed = "penandatanganan: {tanggal: 2026-11-23}\n"
    named = MINIMAL.replace("  jabatan", "  pejabat: ANI\n  jabatan")
    yaml = named.replace("kalimat:\n", "susunan: {nomor: tanpa_nomor}\nkalimat:\n")
    parse_kesepakatan((yaml + signed).encode(), "uji")
    with pytest.raises(FaultyNaskah, match='"nomor: tanpa_nomor" di bawah susunan'):
        parse_kesepakatan((named + signed).encode(), "uji")


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        (
            with_susunan("nomor: tanpa_nomor").replace(
                "nama: Badan A", "nama: Badan A\n  nomor: 1/A"
            ),
            "nomor ditulis, padahal susunan.nomor: tanpa_nomor; hapus salah satunya",
        ),
        (
            with_susunan("urutan: [pembukaan, pembukaan]"),
            "pembukaan disebut dua kali; hapus salah satunya",
        ),
        (with_susunan("antar_pihak: bersama"), "pilih salah satu: DAN, DENGAN"),
        (
            with_susunan("antar_pihak: DENGAN, pihak_setelah_dengan: 2"),
            "2 pihak di belakang DENGAN, padahal pihaknya 2; paling banyak 1",
        ),
        (
            with_susunan("pihak_setelah_dengan: 1"),
            "padahal susunan.antar_pihak bukan DENGAN; tulis antar_pihak: DENGAN",
        ),
        (with_susunan("urutan: [pasal]"), "pilih salah satu: menindaklanjuti,"),
    ],
)
def test_what_cannot_be_arranged_is_said(yaml: str, said: str) -> None:
    with pytest.raises(FaultyNaskah, match=re.escape(said)):
        parse_kesepakatan(yaml.encode(), "uji")


@pytest.mark.slow
def test_text_behind_the_last_pasal_and_behind_the_signatures() -> None:
    closing = (
        "kalimat:\n  penutup: [Demikian dibuat., Terima kasih.]\n"
        "  setelah_tanda_tangan: Disahkan di Jakarta.\n"
    )
    yaml = MINIMAL.replace("kalimat:\n", closing)
    for text in every_text(yaml):
        assert "Disahkan di Jakarta." in text
    naskah = compose_kesepakatan(COMPOSER, parse_kesepakatan(yaml.encode(), "uji"))
    order = ["Isi.", "Demikian dibuat.", "Terima kasih.", "KEPALA", "Disahkan"]
    places = [naskah.isi.index(f">{words}") for words in order]
    assert places == sorted(places)
    for empty in ('penutup: ""', "penutup: []"):
        without = MINIMAL.replace("kalimat:\n", f"kalimat:\n  {empty}\n")
        assert lines(without) == lines(MINIMAL)


@pytest.mark.slow
def test_a_pasal_without_title_bears_its_number_alone() -> None:
    assert "Pasal 1" in lines(MINIMAL.replace("judul: SATU\n  isi", "isi"))


SOETOMO = MINIMAL.replace(
    "- nama: Badan A\n",
    "- nama: RSUD dr. Soetomo\n  nama_judul: RSUD dr. SOETOMO\n"
    "  tanda_tangan: [a.n. BUPATI CONTOH, Plt. Direktur RSUD dr. Soetomo]\n"
    "  pejabat: dr. ANI, Sp.A.\n  bawah_nama: [Pembina, NIP 19700101 199503 1 001]\n",
)


@pytest.mark.slow
def test_lines_of_the_signature_are_as_typed() -> None:
    naskah = compose_kesepakatan(COMPOSER, parse_kesepakatan(SOETOMO.encode(), "uji"))
    for words in (
        "RSUD dr. SOETOMO</p>",
        ">a.n. BUPATI CONTOH</p>",
        ">Plt. Direktur RSUD dr. Soetomo</p>",
        ">dr. ANI, Sp.A.</p>",
        ">NIP 19700101 199503 1 001</p>",
        ">KETUA</p>",
    ):
        assert words in naskah.isi
    assert ">KEPALA</p>" not in naskah.isi and "RSUD DR." not in naskah.isi
    written = write_all(naskah)
    assert "Plt. Direktur RSUD dr. Soetomo" in written.txt
    page = "".join(
        page.get_textpage().get_text_range()
        for page in pypdfium2.PdfDocument(written.pdf)
    )
    assert "NIP 19700101 199503 1 001" in page


def test_another_signer_has_lines_of_his_own() -> None:
    k = parse_kesepakatan(SOETOMO.encode(), "uji").kesepakatan
    paper = Penandatanganan.model_validate({"tanggal": "2027-01-04"})
    new = PenandaTangan(jabatan="Bupati Contoh", pejabat="BUDI")
    after = penandatanganan_frame(k, paper, [new]).para_pihak[0]
    assert after.above_signature == ("BUPATI CONTOH",) and after.bawah_nama == ()
    same = penandatanganan_frame(k, paper, [PenandaTangan(nomor="1/A")]).para_pihak[0]
    assert same.above_signature == k.para_pihak[0].tanda_tangan
    assert same.bawah_nama == k.para_pihak[0].bawah_nama


BESIDE = """\
saksi:
- {nama: CITRA, jabatan: Kepala Bagian Hukum}
- {nama: DEWI}
- {jabatan: Camat Contoh}
mengetahui:
- {nama: EKA, jabatan: [a.n. Camat, Sekretaris], bawah_nama: NIP 1}
"""


@pytest.mark.slow
def test_who_signs_beside_the_parties() -> None:
    for text in every_text(MINIMAL + BESIDE)[:2]:
        order = ["KETUA", "Saksi:", "CITRA", "Camat Contoh", "Mengetahui,", "EKA"]
        places = [text.index(words) for words in order]
        assert places == sorted(places)
        assert "a.n. Camat" in text and "NIP 1" in text
    assert "Saksi:" not in lines(MINIMAL) and "Mengetahui," not in lines(MINIMAL)


def test_a_signed_text_names_who_signs_beside_the_parties() -> None:
    yaml = MINIMAL.replace("  jabatan", "  pejabat: ANI\n  jabatan") + BESIDE
    yaml += "susunan: {nomor: tanpa_nomor}\npenandatanganan: {tanggal: 2026-11-23}\n"
    with pytest.raises(FaultyNaskah, match=r"saksi\[3\]: nama belum diisi"):
        parse_kesepakatan(yaml.encode(), "uji")
