"""Who signs, and by what right: kuasa, several signatories of one party, the block of parties as sentence or lines."""

import pytest

from conftest import MINIMAL
from notakesepakatan.compose.frame import penandatanganan_frame
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.model.kesepakatan import Penandatanganan
from notakesepakatan.model.para_pihak import Kuasa, PenandaTangan

KUASA = """\
  kalimat: "[[jabatan]], berdasarkan [[kuasa]] disebut [[sebutan]];"
  kuasa: { pemberi: Bupati Contoh, nomor: 180/12/2027, tanggal: 2027-01-04 }
"""
WITH_KUASA = MINIMAL.replace("  kedudukan: Jakarta\n", f"  kedudukan: Jakarta\n{KUASA}")
SIGNED = "penandatanganan: { tempat: Contoh, tanggal: 2027-02-01 }\n"


def load(yaml: str) -> Loaded:
    return parse_kesepakatan(yaml.encode(), "uji")


def signed(yaml: str) -> str:
    """The same text, signed by both."""
    return yaml.replace("  jabatan", "  pejabat: ANI\n  nomor: 1/A\n  jabatan") + SIGNED


def test_kuasa_stands_in_the_sentence_of_its_party() -> None:
    assert load(WITH_KUASA).reading.para_pihak[0].kalimat == (
        "Kepala, berdasarkan Surat Kuasa Bupati Contoh Nomor 180/12/2027"
        " tanggal 4 Januari 2027 disebut PIHAK KESATU;"
    )


def test_parts_of_kuasa_are_values_of_their_own() -> None:
    yaml = WITH_KUASA.replace(
        "isi: Isi.",
        'isi: "[[para_pihak.kesatu.kuasa.nomor]], [[para_pihak.kesatu.kuasa.tanggal]]"',
    )
    assert load(yaml).reading.pasal[0].isi == "180/12/2027, 4 Januari 2027"


def test_a_draft_has_dots_for_what_its_kuasa_lacks() -> None:
    yaml = WITH_KUASA.replace(", nomor: 180/12/2027, tanggal: 2027-01-04", "")
    sentence = load(yaml).reading.para_pihak[0].kalimat or ""
    assert "Bupati Contoh Nomor ……………… tanggal ……………… disebut" in sentence


@pytest.mark.parametrize(
    ("lacks", "told"),
    [
        (", nomor: 180/12/2027", r"kuasa: nomor surat kuasa belum diisi"),
        (", tanggal: 2027-01-04", r"kuasa: tanggal surat kuasa belum diisi"),
    ],
)
def test_a_signed_text_tells_its_kuasa(lacks: str, told: str) -> None:
    load(signed(WITH_KUASA))
    with pytest.raises(FaultyNaskah, match=told):
        load(signed(WITH_KUASA.replace(lacks, "")))


def test_a_sentence_of_kuasa_without_kuasa_is_told() -> None:
    without = WITH_KUASA.replace(KUASA.splitlines()[1] + "\n", "")
    with pytest.raises(FaultyNaskah, match="kuasa belum diisi"):
        load(signed(without))


def test_another_signer_of_a_later_paper_needs_a_kuasa_of_his_own() -> None:
    k = load(WITH_KUASA).kesepakatan
    paper = Penandatanganan.model_validate({"tanggal": "2028-01-04"})
    same, other, own = (
        penandatanganan_frame(k, paper, [one]).para_pihak[0]
        for one in (
            PenandaTangan(nomor="1/A"),
            PenandaTangan(pejabat="BUDI"),
            PenandaTangan(pejabat="BUDI", kuasa=Kuasa(nomor="9/K")),
        )
    )
    assert same.kuasa == k.para_pihak[0].kuasa
    assert other.kuasa is None and "berdasarkan ………………" in (other.kalimat or "")
    assert "Surat Kuasa Nomor 9/K" in (own.kalimat or "")
