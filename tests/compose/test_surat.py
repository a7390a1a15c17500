"""The head of a letter, who it goes to, and in what letters it is signed."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from conftest import AKAR, CONTOH, MINIMAL
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kop import Kop, kop_of
from notakesepakatan.compose.recipients import recipients
from notakesepakatan.compose.surat import (
    Pemberitahuan,
    compose_tanda_terima,
    pemberitahuan_for,
    penanda_tangan_list,
)
from notakesepakatan.compose.templates import Template
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah.gaya import Foot
from notakesepakatan.words.names import in_small_letters
from notakesepakatan.write.txt import write_txt

DAY = date(2027, 2, 15)
SAMPAH = "contoh-sampah-2025"
KOP = {
    "Pemerintah Kabupaten Pekalongan": ("PEMKAB PEKALONGAN", "Kajen"),
    "Kepala Badan Pelindungan Pekerja Migran Indonesia": ("KEPALA BADAN",),
}


def loaded(slug: str = CONTOH) -> Loaded:
    file = AKAR / "agreements" / slug / "kesepakatan.yaml"
    return parse_kesepakatan(file.read_bytes(), slug)


@pytest.mark.parametrize("jabatan", ["Bupati Pekalongan", "Pj. Bupati Pekalongan"])
def test_the_head_of_a_region_has_emblem_and_office(jabatan: str) -> None:
    party = loaded().reading.para_pihak[1].model_copy(update={"jabatan": jabatan})
    setting = Pengaturan(kop=KOP, lambang_kop="garuda.png")
    assert kop_of(setting, party, DAY) == Kop(("BUPATI PEKALONGAN",), "garuda.png")


def test_anybody_else_has_the_body_with_its_address() -> None:
    party = loaded().reading.para_pihak[1]
    secretary = party.model_copy(update={"jabatan": "Sekretaris Daerah"})
    setting = Pengaturan(kop=KOP, lambang_kop="garuda.png")
    assert kop_of(setting, secretary, DAY) == Kop(("PEMKAB PEKALONGAN", "Kajen"))
    plain = kop_of(Pengaturan(), secretary, DAY)
    assert plain.lines == ("PEMERINTAH KABUPATEN PEKALONGAN", party.kedudukan)


def test_lines_kept_under_the_office_go_first() -> None:
    party = loaded().reading.para_pihak[0]
    assert kop_of(Pengaturan(kop=KOP), party, DAY) == Kop(("KEPALA BADAN",))


def test_recipients_have_their_towns() -> None:
    (bupati,) = recipients(loaded().reading, 0, DAY)
    assert bupati.lines[0] == "Bupati Pekalongan"
    assert bupati.lines[-2:] == (
        "Jalan Pahlawan KM 5",
        "di Kajen, Kabupaten Pekalongan 51161",
    )
    two = recipients(loaded(SAMPAH).reading, 0, DAY)
    assert [one.lines[-1] for one in two] == ["di Contoh Selatan", "di Contoh Tengah"]


def receipt(slug: str, setting: Pengaturan, dari: int = 0) -> str:
    composer = Composer(Template(None), setting)
    letter = Pemberitahuan("perpanjangan", dari, DAY, DAY)
    naskah = compose_tanda_terima(composer, loaded(slug), letter)
    assert naskah.page["lembar"].foot == Foot("tanpa")
    return write_txt(naskah).decode()


def test_each_recipient_has_a_receipt() -> None:
    text = receipt(SAMPAH, Pengaturan())
    assert text.count("TANDA TERIMA SURAT") == 2
    assert "Kepada\tPemerintah Kabupaten Contoh Selatan\n" in text
    assert "Kepada\tPemerintah Kota Contoh Tengah\n" in text


def test_the_emblem_is_a_picture_of_the_templates(tmp_path: Path) -> None:
    Image.new("RGB", (80, 100), "black").save(tmp_path / "garuda.png")
    composer = Composer(Template(tmp_path), Pengaturan(lambang_kop="garuda.png"))
    letter = Pemberitahuan("perpanjangan", 1, DAY, DAY)
    naskah = compose_tanda_terima(composer, loaded(), letter)
    assert list(naskah.picture) == ["lambang"]
    assert naskah.isi.index("<img") < naskah.isi.index("BUPATI PEKALONGAN")


@pytest.mark.parametrize(
    ("name", "signed"),
    [
        ("FADIA ARAFIQ", "Fadia Arafiq"),
        ("H. ASIP KHOLBIHI, S.H., M.Si.", "H. Asip Kholbihi, S.H., M.Si."),
        ("Rara Puspita, S.E.", "Rara Puspita, S.E."),
        ("PAKU ALAM X", "Paku Alam X"),
        ("dr. RATNA MULYANI, Sp.A.", "dr. Ratna Mulyani, Sp.A."),
        ("Prof. Dr. H. MA'RUF AMIN, M.Sc.", "Prof. Dr. H. Ma'ruf Amin, M.Sc."),
        ("KH ABDUL ROHMAN", "KH Abdul Rohman"),
        ("………………", "………………"),
    ],
)
def test_a_name_in_capitals_is_signed_in_small_letters(name: str, signed: str) -> None:
    assert in_small_letters(name) == signed


@pytest.mark.parametrize(
    ("isi", "about"),
    [
        ("Perpanjangan diberitahukan 2 bulan sebelumnya.", ("perpanjangan",)),
        ("PIHAK yang mengakhiri memberitahukannya.", ("pengakhiran",)),
        ("Berlaku selama 2 tahun dan dapat diperpanjang.", None),
    ],
)
def test_a_notice_is_read_in_the_pasal_on_the_term(
    isi: str, about: tuple[str, ...] | None
) -> None:
    pasal = f"- {{ kunci: jangka_waktu, isi: {isi} }}\n"
    reading = parse_kesepakatan((MINIMAL + pasal).encode(), "uji").reading
    assert pemberitahuan_for(reading) == (about or ("perpanjangan", "pengakhiran"))


@pytest.mark.parametrize(("pejabat", "signed"), [("", True), ("RUDI", False)])
def test_rank_and_number_are_signed_by_who_has_them(pejabat: str, signed: bool) -> None:
    bawah_nama = "  jabatan: Kepala\n  bawah_nama: [Pembina, NIP 19700512 199803 2 004]"
    yaml = MINIMAL.replace("  jabatan: Kepala", bawah_nama)
    yaml += "penandatanganan: { tempat: Solo, rencana: 2026-01-01 }\n"
    k = parse_kesepakatan(yaml.encode(), "uji")
    letter = Pemberitahuan("perpanjangan", 0, DAY, DAY, pejabat=pejabat)
    (one,) = penanda_tangan_list(Composer(Template(None)), k.reading, letter)
    assert bool(one["bawah_nama"]) == signed
