"""A new agreement from questions: the same file as `nota baru` writes, a draft to look at after every answer."""

import json
import re

import pytest

from notakesepakatan.bureau.new import draft_text
from notakesepakatan.compose.templates import Template
from notakesepakatan.model.jawaban import Jawaban
from notakesepakatan.web.new.steps import STEPS, jawaban_of, without_pihak
from web.conftest import Uji

POKOK = {
    "judul": "Perbaikan Gizi Balita",
    "jenis": "Nota Kesepakatan",
    "slug": "gizi-2027",
}
MITRA = {"mitra": "kementerian_lembaga"}
PIHAK = {
    "pihak": "2",
    "para_pihak[1].nama": "Kementerian Contoh",
    "para_pihak[1].jabatan": "Menteri Contoh",
    "para_pihak[2].nama": "Pemerintah Kabupaten Contoh",
    "para_pihak[2].jabatan": "Bupati Contoh",
    "para_pihak[2].kedudukan": "Jalan Pemuda Nomor 2, Contoh",
}
WAKTU = {
    "jangka_waktu": "3 tahun",
    "pemberitahuan": "2 bulan",
    "berita_acara_kahar": "7 hari kerja",
    "tempat": "Jakarta",
    "penyimpan_arsip": "Tim Koordinasi Kerja Sama Daerah",
}
LINGKUP = {"lingkup": "pemantauan tumbuh kembang\r\n\r\npemberian makanan tambahan;"}
SEMUA: tuple[dict[str, str], ...] = (MITRA, POKOK, PIHAK, WAKTU, LINGKUP, {})


def go(meja: Uji, *langkah: dict[str, str]) -> None:
    for n, isi in enumerate(langkah, 1):
        jawab = meja.send(f"/baru/{n}", isi)
        assert jawab.status_code == 302, (n, jawab.text)


@pytest.mark.slow
def test_the_file_is_the_one_of_the_command(meja: Uji) -> None:
    go(meja, *SEMUA)
    berkas = meja.root / "agreements/gizi-2027/kesepakatan.yaml"
    isi = jawaban_of(
        {
            **MITRA,
            **POKOK,
            **PIHAK,
            **WAKTU,
            "lingkup": LINGKUP["lingkup"].replace("\r\n", "\n"),
        }
    )
    assert berkas.read_text() == draft_text(
        Template(meja.root / "templates"), Jawaban.model_validate(isi)
    )
    assert "membuat konsep" in meja.client.get("/jejak").text
    assert "Perbaikan Gizi Balita" in meja.client.get("/kesepakatan/gizi-2027").text
    assert (
        "Perbaikan Gizi" not in meja.client.get("/baru").text
    )  # the next one begins empty


@pytest.mark.slow
def test_the_partner_comes_first_and_proposes_the_paper(meja: Uji) -> None:
    answer = meja.send("/baru/1", {})
    assert answer.status_code == 422 and 'id="galat-mitra"' in answer.text
    go(meja, {"mitra": "badan_usaha"})
    asked = meja.client.get("/baru?langkah=2").text
    assert re.search(r'value="kb-ksdpk"[^>]* checked', asked)
    assert "UU 23/2014 Pasal 366" in asked
    assert "Rencana Kerja" not in meja.client.get("/baru/pratinjau").text
    meja.send("/baru/2", POKOK | {"instrumen": "pks-ksdpk", "jenis": ""})
    draft = meja.client.get("/baru/pratinjau").text
    assert "PERJANJIAN KERJA SAMA" in draft and "SANKSI" in draft
    parties = meja.client.get("/baru?langkah=3").text
    assert 'name="para_pihak[1].kuasa"' in parties
    times = meja.client.get("/baru?langkah=4").text
    assert 'name="nilai"' in times and 'name="penyimpan_arsip"' not in times
    content = meja.client.get("/baru?langkah=5").text
    assert "Yang boleh memutuskan lain: Kepala Bagian Hukum" in content
    meja.send("/baru/4", {"nilai": "250000000", "jangka_waktu": "2 tahun"})
    meja.send("/baru/5", {"ragam[sanksi]": "denda", "lingkup": "a"})
    draft = meja.client.get("/baru/pratinjau").text
    assert "Rp250.000.000,00 (dua ratus lima puluh juta rupiah)" in draft
    assert "permil" in draft
    assert "studi kelayakan" in meja.client.get("/baru?langkah=6").text
    # Another partner has a proposal of its own.
    meja.send("/baru/1", {"mitra": "unit_sendiri"})
    assert re.search(
        r'value="kesepakatan-kerja-sama"[^>]* checked',
        meja.client.get("/baru?langkah=2").text,
    )


@pytest.mark.slow
def test_the_names_of_the_parties_are_asked_and_followed(meja: Uji) -> None:
    names = {
        "para_pihak[1].sebutan": "PIHAK PERTAMA",
        "para_pihak[3].sebutan": "PENJAMIN",
        "sebutan_bersama": "PARA MITRA",
    }
    third = {"para_pihak[3].nama": "Badan C", "para_pihak[3].jabatan": "Ketua"}
    go(meja, MITRA, POKOK, PIHAK | third | names | {"pihak": "3"})
    asked = meja.client.get("/baru?langkah=3").text
    assert "<legend>PIHAK PERTAMA</legend>" in asked
    assert "Hapus PENJAMIN" in asked and "Kosong: PIHAK KEDUA." in asked
    draft = meja.client.get("/baru/pratinjau").text
    assert "PIHAK PERTAMA, PIHAK KEDUA, dan PENJAMIN selanjutnya" in draft
    assert "PARA MITRA sepakat" in draft and "PARA PIHAK" not in draft


@pytest.mark.slow
def test_a_draft_renders_at_every_step(meja: Uji) -> None:
    assert "MAKSUD DAN TUJUAN" in meja.client.get("/baru/pratinjau").text
    for n, (isi, kata) in enumerate(
        zip(
            SEMUA[1:5],
            (
                "PERBAIKAN GIZI BALITA",
                "Bupati Contoh",
                "3 (tiga) tahun",
                "tumbuh kembang",
            ),
            strict=True,
        ),
        2,
    ):
        assert kata not in meja.client.get("/baru/pratinjau").text
        assert meja.client.get(f"/baru?langkah={n}").status_code == 200
        assert meja.send(f"/baru/{n}", isi).status_code == 302
        assert kata in meja.client.get("/baru/pratinjau").text
    jawab = meja.kirim_json("/baru/ketikan", {"jangka_waktu": "4 tahun"})
    assert "4 (empat) tahun" in jawab.get_json()["naskah"]
    assert "3 (tiga) tahun" not in meja.client.get("/baru/pratinjau").text
    assert "4 tahun" in meja.client.get("/baru?langkah=6").text


@pytest.mark.slow
def test_faults_of_a_step_all_at_once_and_no_others(meja: Uji) -> None:
    jawab = meja.send("/baru/2", {"judul": "tentang Gizi.", "slug": "../../etc"})
    assert jawab.status_code == 422
    assert (
        'id="galat-slug"' in jawab.text
        and 'id="galat-judul"' in jawab.text
        and "jabatan" not in jawab.text
    )
    assert 'value="../../etc"' in jawab.text
    jawab = meja.send("/baru/3", {"pihak": "2", "para_pihak[1].nama": "A"})
    for nama in (
        "para_pihak[1].jabatan",
        "para_pihak[2].nama",
        "para_pihak[2].jabatan",
    ):
        assert f'id="galat-{nama}"' in jawab.text
    jawab = meja.send(
        "/baru/4",
        {
            "jangka_waktu": "lama",
            "pemberitahuan": "3",
            "berita_acara_kahar": "7 hari kerja",
        },
    )
    assert jawab.text.count('class="galat"') == 2
    assert meja.send("/baru/6").status_code == 422
    assert len(list((meja.root / "agreements").iterdir())) == 2


@pytest.mark.slow
def test_a_name_is_suggested_and_never_taken_twice(meja: Uji) -> None:
    for slug in ("perbaikan-gizi-balita-2026", "perbaikan-gizi-balita-2026-2"):
        go(meja, MITRA, POKOK | {"slug": ""}, *SEMUA[2:])
        assert (meja.root / f"agreements/{slug}/kesepakatan.yaml").is_file()
    jawab = meja.send("/baru/2", POKOK | {"slug": "bp2mi-pekalongan-2022"})
    assert jawab.status_code == 422 and "sudah dipakai" in jawab.text


@pytest.mark.slow
def test_the_folder_follows_an_accepted_title_until_one_types_another(
    meja: Uji,
) -> None:
    def slug() -> str:
        cocok = re.search(
            r'name="slug"[^>]* value="([^"]*)"',
            meja.client.get("/baru?langkah=2").text,
        )
        assert cocok
        return cocok[1]

    jawab = meja.send("/baru/2", {"judul": "", "slug": ""})
    assert (
        jawab.status_code == 422
        and jawab.text.count('class="galat"') == 1
        and 'id="galat-slug"' not in jawab.text
    )
    assert (
        meja.send("/baru/2", {"judul": "tentang Gizi", "slug": ""}).status_code == 422
        and slug() == ""
    )
    for judul, nama in (
        ("Gizi Balita", "gizi-balita-2026"),
        ("Gizi Ibu", "gizi-ibu-2026"),
    ):
        assert (
            meja.send("/baru/2", {"judul": judul, "slug": slug()}).status_code == 302
            and slug() == nama
        )
    meja.kirim_json("/baru/ketikan", {"judul": "Gizi Lansia"})
    assert "gizi-lansia-2026" in meja.client.get("/baru?langkah=6").text
    assert (
        meja.send("/baru/2", {"judul": "Gizi Anak", "slug": "milik-saya"}).status_code
        == 302
        and slug() == "milik-saya"
    )
    assert (
        meja.send("/baru/2", {"judul": "Gizi Bayi", "slug": "milik-saya"}).status_code
        == 302
        and slug() == "milik-saya"
    )
    meja.send("/baru/5", {"lingkup": "Penyuluhan;\npemantauan."})
    assert "penyuluhan; pemantauan <a" in meja.client.get("/baru?langkah=6").text


@pytest.mark.slow
def test_what_is_missing_is_said_by_its_label_and_the_menu_stays_marked(
    meja: Uji,
) -> None:
    jawab = meja.send("/baru/2", {"judul": "tentang Gizi"})
    assert (
        '<a href="/baru" aria-current="page">' in jawab.text
        and '<a href="/" aria-current' not in jawab.text
    )
    teks = meja.client.get("/baru/pratinjau").text
    assert (
        "PIHAK KESATU, jabatan penanda tangan: Wajib diisi." in teks
        and "para_pihak" not in teks
        and "kunci" not in teks
    )


@pytest.mark.slow
def test_parties_come_and_go(meja: Uji) -> None:
    meja.send("/baru/3", PIHAK | {"tambah": "ya"})
    tiga = {
        "pihak": "3",
        "para_pihak[3].nama": "Kota Contoh",
        "para_pihak[3].jabatan": "Wali Kota",
        "hapus": "1",
    }
    assert "PIHAK KETIGA" in meja.client.get("/baru?langkah=3").text
    meja.send("/baru/3", PIHAK | tiga)
    teks = meja.client.get("/baru?langkah=3").text
    assert (
        "PIHAK KETIGA" not in teks
        and "Kementerian Contoh" not in teks
        and 'value="Kota Contoh"' in teks
    )
    assert without_pihak({"pihak": "2", "para_pihak[1].nama": "A"}, 1) == {
        "pihak": "2",
        "para_pihak[1].nama": "A",
    }
    for salah in ("0", "99", "²", "x"):
        assert meja.send("/baru/3", PIHAK | {"hapus": salah}).status_code == 302


@pytest.mark.slow
@pytest.mark.parametrize(
    "muatan",
    [
        "<script>alert(1)</script>",
        "{{7*7}}",
        "=1+1",
        "../../x",
        "a: b # c",
        "satu\r\ndua",
    ],
)
def test_payloads_stay_text(meja: Uji, muatan: str) -> None:
    pihak = PIHAK | {"para_pihak[2].nama": muatan, "para_pihak[2].kedudukan": muatan}
    go(
        meja,
        MITRA,
        POKOK | {"judul": f"Gizi {muatan} Balita"},
        pihak,
        WAKTU | {"tempat": muatan},
        {"lingkup": muatan},
        {},
    )
    for alamat in ("/kesepakatan/gizi-2027", "/"):
        teks = meja.client.get(alamat).text
        assert "<script>alert" not in teks
        assert ("{{7*7}}" in teks) == (muatan == "{{7*7}}")
    simpanan = json.loads((meja.root / ".meja/baru/lokal.json").read_text())
    assert simpanan == {} and [
        b.name for b in (meja.root / ".meja/baru").iterdir()
    ] == ["lokal.json"]


@pytest.mark.slow
def test_what_makes_no_text_is_said_and_kept(meja: Uji) -> None:
    go(meja, *SEMUA[:4])
    jawab = meja.send("/baru/5", {"lingkup": "gizi [[dalam Pasal entah]]"})
    assert jawab.status_code == 302  # said at the end, where all is checked
    assert "Naskah belum dapat disusun" in meja.client.get("/baru/pratinjau").text
    jawab = meja.send("/baru/6")
    assert jawab.status_code == 422 and "entah" in jawab.text


@pytest.mark.slow
def test_each_has_answers_of_their_own_and_readers_none(
    meja_kantor: "type[Uji]",
) -> None:
    meja = meja_kantor(ani="penyusun", budi="penyusun", citra="pembaca")  # type: ignore[call-arg]
    meja.masuk("ani")
    go(meja, MITRA, POKOK)
    meja.masuk("budi")
    assert "Perbaikan Gizi" not in meja.client.get("/baru").text
    meja.masuk("citra")
    assert (
        meja.client.get("/baru").status_code
        == 403
        == meja.send("/baru/2", POKOK).status_code
    )
    assert meja.kirim_json("/baru/ketikan", {"judul": "x"}).status_code == 403


@pytest.mark.slow
def test_odd_requests(meja: Uji) -> None:
    assert meja.send("/baru/9", POKOK).status_code == 404
    isi: object
    for isi in ([], "x", {"judul": ["x"]}, {"judul": None}):
        assert meja.kirim_json("/baru/ketikan", isi).status_code == 400
    meja.kirim_json("/baru/ketikan", {"asing": "x", "__class__": "y"})
    assert json.loads((meja.root / ".meja/baru/lokal.json").read_text()) == {}
    assert len(STEPS) == 6
