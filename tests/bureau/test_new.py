"""A draft of each instrument: it loads, has what its instrument asks, and leaves to the officer only what is named."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from conftest import AKAR
from notakesepakatan.bureau.check import Found, check_kesepakatan, temuan_list
from notakesepakatan.bureau.new import (
    FaultyJawaban,
    choose,
    draft_text,
    make_draft,
    offered,
    read_jawaban,
)
from notakesepakatan.cli.baru import _MITRA
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import Template
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.instrumen import package_instrumen
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.instrumen import MITRA
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.txt import write_txt

TEMPLATE = Template(None)
POKOK: dict[str, Any] = {
    "judul": "Pengolahan Sampah Pasar",
    "tempat": "Contoh",
    "lingkup": ["pengumpulan sampah pasar", "pengolahan sampah pasar"],
    "para_pihak": [
        {
            "nama": "Pemerintah Kota Contoh",
            "jabatan": "Wali Kota Contoh",
            "kedudukan": "Jalan Balai Kota Nomor 1, Contoh",
        },
        {
            "nama": "Yayasan Lestari",
            "jabatan": "Ketua Yayasan Lestari",
            "kedudukan": "Jalan Melati Nomor 2, Contoh",
        },
    ],
}
INDUK = "Kesepakatan Bersama Nomor 5/KB/2026 tanggal 5 Januari 2026 tentang Kebersihan"
LEFT_TO_THE_OFFICER = {
    "nota-sinergi": {"RENCANA-SEL"},
    "kb-ksdd": set[str](),
    "kb-ksdpk": set[str](),
    "pks-ksdd": {"INSTRUMEN-INDUK"},
    "pks-ksdpk": {"INSTRUMEN-INDUK"},
    "nota-kesepahaman": set[str](),
    "letter-of-intent": {"BAHASA-TERJEMAHAN"},
    "rencana-kerja-sama": {"INSTRUMEN-INDUK", "BAHASA-TERJEMAHAN"},
    "memorandum-luar-negeri": {"INSTRUMEN-INDUK", "BAHASA-TERJEMAHAN"},
    "kesepakatan-kerja-sama": set[str](),
}
"""By the instrument: what `nota periksa` still finds in a draft from the least answers."""


def draft(**more: Any) -> Loaded:
    text = draft_text(TEMPLATE, read_jawaban(None, POKOK | more))
    return parse_kesepakatan(text.encode(), "konsep")


def found_in(loaded: Loaded) -> list[Found]:
    return temuan_list(Riwayat(loaded), loaded, load_dictionary())


def printed(loaded: Loaded) -> str:
    return write_txt(compose_kesepakatan(Composer(TEMPLATE), loaded)).decode()


def test_every_instrument_is_named_here() -> None:
    assert LEFT_TO_THE_OFFICER.keys() == package_instrumen().keys()
    assert tuple(MITRA) == _MITRA


@pytest.mark.slow
@pytest.mark.parametrize("name", LEFT_TO_THE_OFFICER)
def test_a_fresh_draft_leaves_only_what_is_named(name: str) -> None:
    loaded = draft(instrumen=name)
    assert loaded.kesepakatan.instrumen == name
    assert loaded.kesepakatan.jenis == package_instrumen()[name].jenis
    assert {each.kode for each in found_in(loaded)} == LEFT_TO_THE_OFFICER[name]
    text = printed(loaded)
    assert "[[" not in text and '"' not in text
    whole = draft(
        instrumen=name,
        induk=INDUK.replace("Kesepakatan B", "Letter of Intent dan Kesepakatan B"),
    )
    left = LEFT_TO_THE_OFFICER[name] - {"INSTRUMEN-INDUK"}
    assert {each.kode for each in found_in(whole)} == left


FOREIGN = sorted(name for name, each in package_instrumen().items() if each.dua_bahasa)


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize(
    "term",
    [
        "1 tahun",
        "1 April 2027 sampai dengan 31 Maret 2028",
        "sampai dengan 31 Desember 2027",
        "tahun anggaran 2027",
        "tanpa batas waktu",
        "sampai terpenuhi: gedung diserahkan",
    ],
)
@pytest.mark.slow
def test_with_a_foreign_party_both_languages_stand_side_by_side(
    name: str, term: str
) -> None:
    """What is left to be translated is what was answered: title, parties, their offices, scope."""
    loaded = draft(instrumen=name, jangka_waktu=term)
    assert loaded.kesepakatan.bahasa_kedua == "Inggris"
    left = [one for one in found_in(loaded) if one.kode == "BAHASA-TERJEMAHAN"]
    answered = 1 + 2 * len(POKOK["para_pihak"]) + len(POKOK["lingkup"])
    assert len(left) == answered + term.startswith("sampai terpenuhi")
    text = printed(loaded)
    assert "shall refer to the English text" in text
    assert "mengacu pada naskah dalam bahasa Inggris" in text
    assert "  " not in text and "[[" not in text


def test_a_name_of_its_own_is_left_to_be_translated() -> None:
    text = draft_text(
        TEMPLATE,
        read_jawaban(None, POKOK | {"instrumen": FOREIGN[0], "jenis": "Pernyataan"}),
    )
    assert "# jenis: nama naskah dalam bahasa Inggris" in text


@pytest.mark.slow
def test_a_letter_of_intent_states_what_is_intended_and_no_agreement() -> None:
    text = printed(draft(instrumen="letter-of-intent"))
    assert "sepakat untuk" not in text
    assert "PARA PIHAK menyatakan maksud untuk menjajaki kerja sama dalam" in text
    assert "huruf b, PARA PIHAK bermaksud menjajaki kerja sama." in text
    assert "sepakat untuk mengadakan Nota" in printed(
        draft(instrumen="nota-kesepahaman")
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", LEFT_TO_THE_OFFICER)
@pytest.mark.parametrize(
    "term",
    [
        "1 tahun",
        "1 April 2027 sampai dengan 31 Maret 2028",
        "sampai dengan 31 Desember 2027",
        "tahun anggaran 2027",
    ],
)
def test_every_term_reads_in_every_draft(name: str, term: str) -> None:
    loaded = draft(instrumen=name, jangka_waktu=term, induk=INDUK)
    kinds = {each.kode for each in found_in(loaded)}
    assert kinds <= {"INSTRUMEN-INDUK", "BAHASA-TERJEMAHAN", "RENCANA-SEL"}
    assert "berlaku" in printed(loaded) and '"' not in printed(loaded)


@pytest.mark.slow
def test_a_pks_has_rights_duties_value_sanctions_and_names_its_parent() -> None:
    stages = ["tahap I 50 persen setelah penandatanganan;", "tahap II sisanya"]
    loaded = draft(
        instrumen="pks-ksdpk",
        induk=INDUK,
        nilai="250000000",
        pembayaran=stages,
        ragam={"sanksi": "denda", "penyelesaian_perselisihan": "musyawarah"},
    )
    headings = [pasal.judul for pasal in loaded.kesepakatan.pasal]
    for heading in (
        "HAK DAN KEWAJIBAN",
        "NILAI DAN PEMBAYARAN",
        "SANKSI",
        "JANGKA WAKTU",
        "PENYELESAIAN PERSELISIHAN",
    ):
        assert heading in headings
    text = printed(loaded)
    for words in (
        "PIHAK KESATU berhak:",
        "PIHAK KEDUA berkewajiban:",
        "Rp250.000.000,00 (dua ratus lima puluh juta rupiah)",
        "tahap I 50 persen setelah penandatanganan; dan",
        "permil",
        f"4. {INDUK};",
        f"c. bahwa Perjanjian Kerja Sama ini melaksanakan {INDUK}; dan",
        "dalam huruf a sampai dengan huruf c",
        "PEMERINTAH KOTA CONTOH\nDENGAN\nYAYASAN LESTARI",
    ):
        assert words in text
    assert "pengadilan" not in text and loaded.kesepakatan.lampiran is None
    assert "NILAI DAN PEMBAYARAN" not in printed(draft(instrumen="pks-ksdpk"))


@pytest.mark.slow
def test_what_is_asked_of_the_parties_stands_in_its_place() -> None:
    own = POKOK["para_pihak"][0] | {
        "jabatan": "Kepala Dinas Lingkungan Hidup",
        "pejabat": "ANI",
        "nomor": "12/PKS/2027",
        "kuasa": "Surat Kuasa Wali Kota Contoh Nomor 7/SK/2026 tanggal 5 Mei 2026",
        "pejabat_pelaksana": "Kepala Bidang Persampahan",
        "up": "Sekretaris Dinas",
        "telepon": "(021) 7654321",
        "email": "dlh@contoh.go.id",
    }
    parties = [own, POKOK["para_pihak"][1]]
    loaded = draft(instrumen="pks-ksdpk", para_pihak=parties, induk=INDUK)
    text = printed(loaded)
    for words in (
        "NOMOR : 12/PKS/2027",
        "Contoh, berdasarkan Surat Kuasa Wali Kota Contoh Nomor 7/SK/2026",
        "untuk PIHAK KESATU, Kepala Bidang Persampahan",
        "u.p. Sekretaris Dinas",
        "(021) 7654321",
    ):
        assert words in text
    assert found_in(loaded) == []
    assert (
        str(
            loaded.kesepakatan.para_pihak[0].kuasa
            and (loaded.kesepakatan.para_pihak[0].kuasa.tanggal)
        )
        == "2026-05-05"
    )
    other = own | {"kuasa": "surat kuasa yang dibacakan"}
    freely = draft(
        instrumen="pks-ksdpk", para_pihak=[other, POKOK["para_pihak"][1]], induk=INDUK
    )
    assert "berdasarkan surat kuasa yang dibacakan, dalam hal ini" in printed(freely)
    assert found_in(freely) == []
    without = [own | {"kuasa": None}, POKOK["para_pihak"][1]]
    found = found_in(draft(instrumen="pks-ksdpk", para_pihak=without, induk=INDUK))
    assert [each.kode for each in found] == ["INSTRUMEN-KUASA"]


@pytest.mark.slow
def test_a_plan_only_where_it_is_wanted() -> None:
    assert draft().kesepakatan.lampiran
    without = draft(instrumen="nota-sinergi", lampiran="tanpa")
    assert without.kesepakatan.lampiran is None
    assert "Lampiran" not in printed(without) and found_in(without) == []
    assert draft(instrumen="pks-ksdd", lampiran="rencana_kerja").kesepakatan.lampiran


@pytest.mark.parametrize(
    ("mitra", "first", "others"),
    [
        ("kementerian_lembaga", "nota-sinergi", {"nota-kesepahaman"}),
        ("daerah_lain", "kb-ksdd", {"pks-ksdd"}),
        ("badan_usaha", "kb-ksdpk", {"pks-ksdpk"}),
        (
            "luar_negeri",
            "letter-of-intent",
            {"memorandum-luar-negeri", "rencana-kerja-sama"},
        ),
        ("unit_sendiri", "kesepakatan-kerja-sama", {"nota-kesepahaman"}),
    ],
)
def test_each_partner_has_its_proposal_with_a_reason(
    mitra: str, first: str, others: set[str]
) -> None:
    offers = offered(mitra, package_instrumen())
    assert offers[0].name == first and {each.name for each in offers[1:]} == others
    assert all(len(each.alasan) > 40 for each in offers)
    assert draft(mitra=mitra).kesepakatan.instrumen == first


@pytest.mark.slow
def test_old_answers_are_drafted_as_before() -> None:
    """They name no partner: the paper follows from `jenis`, and is named only where certain."""
    known = package_instrumen()
    for jenis, instrumen in (
        ("Nota Kesepakatan", "nota-sinergi"),
        ("Perjanjian Kerja Sama", "pks-ksdpk"),
        ("Memorandum Kerja Sama", "nota-sinergi"),
    ):
        chosen = choose(read_jawaban(None, POKOK | {"jenis": jenis}), known)
        assert chosen == (None, known[instrumen])
        loaded = draft(jenis=jenis)
        assert loaded.kesepakatan.jenis == jenis
        assert loaded.kesepakatan.instrumen is None
    kinds = {each.kode for each in found_in(draft(jenis="Perjanjian Kerja Sama"))}
    assert kinds == {"INSTRUMEN"}
    assert {each.kode for each in found_in(draft())} == {"RENCANA-SEL"}


def test_an_unknown_instrument_is_told_with_those_there_are() -> None:
    with pytest.raises(FaultyJawaban, match='"pks": instrumen tidak ada; pilih salah'):
        draft(instrumen="pks")
    with pytest.raises(FaultyJawaban, match="jawaban nilai"):
        read_jawaban(None, POKOK | {"nilai": "Rp5.000"})


@pytest.mark.slow
def test_a_parent_quoted_in_the_usual_words_is_kept_as_data() -> None:
    two = (
        "Kesepakatan Bersama Nomor 5/KB/2026 dan Nomor 9/2026 tanggal 5 Januari 2026 "
        "tentang Lingkungan Hidup"
    )
    loaded = draft(instrumen="pks-ksdpk", induk=two)
    induk = loaded.kesepakatan.induk
    assert (induk.jenis, induk.judul) == ("Kesepakatan Bersama", "Lingkungan Hidup")
    assert induk.nomor == ("5/KB/2026", "9/2026")
    assert str(induk.tanggal) == "2026-01-05"
    assert f"melaksanakan {two};" in printed(loaded)
    other = "Kesepakatan Bersama yang ditandatangani di Solo"
    loaded = draft(instrumen="pks-ksdpk", induk=other)
    assert not loaded.kesepakatan.induk.is_named
    assert f"melaksanakan {other};" in printed(loaded)


@pytest.mark.slow
def test_a_parent_of_the_workspace_is_quoted_from_it(tmp_path: Path) -> None:
    shutil.copytree(AKAR / "agreements", tmp_path / "agreements")
    workspace = Workspace(tmp_path)
    parent = {"instrumen": "pks-ksdd", "induk": "contoh-sampah-2025"}
    jawaban = read_jawaban(None, POKOK | parent)
    file = make_draft(workspace, "anak", jawaban)
    induk = parse_kesepakatan(file.read_bytes(), "anak").kesepakatan.induk
    assert induk.kesepakatan == "contoh-sampah-2025"
    assert induk.nomor == ("100.3.7/11/2025", "100.3.7/22/2025", "100.3.7/33/2025")
    assert str(induk.tanggal) == "2025-02-10"
    codes = {one.kode for one in check_kesepakatan(Opened(workspace), "anak")}
    assert not codes & {"INDUK-ADA", "INDUK-SAMA", "INSTRUMEN-INDUK"}


@pytest.mark.slow
def test_one_payment_is_no_list_and_other_costs_are_told_from_the_value() -> None:
    pks = {"instrumen": "pks-ksdpk", "nilai": "150000000"}
    once = printed(draft(**pks, pembayaran=["setelah pekerjaan diterima"]))
    assert "dilakukan sekaligus, yaitu setelah pekerjaan diterima." in once
    assert "di luar nilai sebagaimana dimaksud dalam Pasal " in once
    parts = printed(draft(**pks, pembayaran=["30% uang muka", "70% pelunasan"]))
    assert "dilakukan dengan tahapan:" in parts
    without = printed(draft(instrumen="kb-ksdpk", nilai="150000000"))
    assert "Biaya yang timbul" in without


def test_a_company_has_no_duties_by_law() -> None:
    para_pihak = [
        {"nama": "Pemerintah Kabupaten Contoh", "jabatan": "Bupati Contoh"},
        {"nama": "PT Maju Contoh", "jabatan": "Direktur"},
    ]
    text = printed(draft(instrumen="pks-ksdpk", para_pihak=para_pihak))
    assert "Pemerintah Kabupaten Contoh yang melaksanakan tugas dan fungsi" in text
    assert "PT Maju Contoh yang menjalankan kegiatannya" in text


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.slow
def test_a_foreign_draft_leaves_only_names_and_titles_untranslated(name: str) -> None:
    letter = "Letter of Intent Nomor 5/LOI/2025 tanggal 3 Maret 2025 tentang Kebersihan"
    loaded = draft(instrumen=name, induk=letter, lingkup=[])
    asked = {each.kunci for each in found_in(loaded)}
    names = {f"para_pihak[{i}].{key}" for i in (1, 2) for key in ("nama", "jabatan")}
    assert asked <= {"judul", "induk.judul", *names}
    assert {"judul", "induk.judul"} <= asked


def test_a_parent_of_another_kind_is_shown_where_its_translation_goes() -> None:
    text = draft_text(
        TEMPLATE,
        read_jawaban(None, POKOK | {"instrumen": FOREIGN[0], "induk": INDUK}),
    )
    assert "  # terjemahan: { jenis: nama naskah itu dalam bahasa Inggris" in text
    assert '- teks: "[[induk]]"\n  terjemahan: "[[induk]]"' in text
