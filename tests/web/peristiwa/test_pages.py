"""Events from forms: what is recorded is what `nota catat` would record; what is wrong stands beside its field."""

import re
from datetime import date
from io import BytesIO

import openpyxl
import pytest
import yaml

from conftest import CONTOH
from notakesepakatan.bureau.following import doubts_of_day
from notakesepakatan.load.opened import Opened
from notakesepakatan.web.peristiwa.fields import FORMS
from notakesepakatan.workspace import Workspace
from web.conftest import HARI, Uji

SAMPAH = "contoh-sampah-2025"
KAHAR = {
    "tanggal": "2026-11-22",
    "macam": "banjir",
    "tempat": "Kajen",
    "uraian": "Balai terendam.",
    "hubungan": "Pelatihan terhenti.",
    "tugas:Pasal 4 ayat (2) huruf b": "ya",
}
MUATAN = [
    "<script>alert(1)</script>",
    "{{7*7}}",
    "=1+1",
    "../../etc/passwd",
    "satu\r\ndua",
]


def guarded(meja: Uji, isi: dict[str, str], slug: str = CONTOH) -> dict[str, str]:
    """A form with the hash of the agreement as it is now."""
    return {"jejak": Workspace(meja.root).hash(slug), **isi}


def recorded(meja: Uji, slug: str = CONTOH) -> list[str]:
    return sorted(
        b.name for b in (meja.root / "agreements" / slug / "peristiwa").glob("*.yaml")
    )


@pytest.mark.slow
@pytest.mark.parametrize("jenis", FORMS)
def test_every_form_opens_and_asks_for_what_is_missing(meja: Uji, jenis: str) -> None:
    for slug in (CONTOH, SAMPAH):
        assert meja.client.get(f"/kesepakatan/{slug}/catat/{jenis}").status_code == 200
    jawab = meja.send(f"/kesepakatan/{CONTOH}/catat/{jenis}", guarded(meja, {}))
    assert (
        jawab.status_code == 422
        and "Wajib diisi." in jawab.text
        and 'href="#ruas-tanggal"' in jawab.text
    )
    assert recorded(meja) == []


@pytest.mark.slow
def test_recorded_as_the_command_would(meja: Uji) -> None:
    isi = {
        "tanggal": "2026-11-20",
        "perihal": "perpanjangan",
        "dari": "kedua",
        "nomor": "500/12",
        "keterangan": "a\r\nb",
    }
    jawab = meja.send(
        f"/kesepakatan/{CONTOH}/catat/pemberitahuan_diterima", guarded(meja, isi)
    )
    assert jawab.status_code == 302
    teks = (
        meja.root
        / f"agreements/{CONTOH}/peristiwa/2026-11-20-pemberitahuan-diterima.yaml"
    ).read_text()
    data = yaml.safe_load(teks)
    assert data.pop("tanggal").isoformat() == "2026-11-20"
    assert data == {
        "jenis": "pemberitahuan_diterima",
        "perihal": "perpanjangan",
        "dari": "kedua",
        "nomor": "500/12",
        "keterangan": "a b",
    }
    assert "pemberitahuan diterima" in meja.client.get("/jejak").text


def _extended(meja: Uji, **said: str) -> str:
    """What the desk says of an extension that it does not record."""
    form = f"/kesepakatan/{CONTOH}/catat/perpanjangan"
    jawab = meja.send(form, guarded(meja, said))
    return "" if jawab.status_code == 302 else jawab.text


@pytest.mark.slow
def test_an_extension_is_recorded_once_and_makes_longer(meja: Uji) -> None:
    """The term ends on 2027-06-16, and once it is extended a year later."""
    assert not _extended(meja, tanggal="2026-11-20", selama="1 tahun")
    again = _extended(meja, tanggal="2026-11-21", selama="12 bulan")
    assert "perpanjangan 12 bulan sudah dicatat pada" in again
    short = _extended(meja, tanggal="2026-11-21", sampai="2027-12-31")
    assert "2027-12-31 tidak melampaui hari berakhir semula 2028-06-" in short
    assert "buat adendum" in short
    assert len(recorded(meja)) == 1


@pytest.mark.slow
def test_all_faults_at_once_each_at_its_field_and_nothing_lost(meja: Uji) -> None:
    isi = KAHAR | {
        "tanggal": "2021-01-05",
        "sampai": "bukan",
        "uraian": "",
        "pemulihan[3].uraian": "Perbaikan",
        "pemulihan[3].oleh": "ketujuh",
        "surat_keterangan.nomor": "7",
        "kerugian.kedua": "gedung rusak",
    }
    jawab = meja.send(f"/kesepakatan/{CONTOH}/catat/keadaan_kahar", guarded(meja, isi))
    assert jawab.status_code == 422
    for nama in ("tanggal", "sampai", "uraian", "surat_keterangan.instansi"):
        assert f'id="galat-{nama}"' in jawab.text, nama
    assert 'value="gedung rusak"' in jawab.text and "Perbaikan" in jawab.text
    assert re.search(
        r'name="tugas:Pasal 4 ayat \(2\) huruf b" value="ya" checked', jawab.text
    )
    jawab = meja.send(
        f"/kesepakatan/{CONTOH}/catat/keadaan_kahar",
        guarded(meja, isi | {"tanggal": "2026-11-22", "sampai": ""}),
    )
    assert (
        'id="galat-pemulihan[3].oleh"' in jawab.text
    )  # its row in the form, not in the data
    assert recorded(meja) == []


@pytest.mark.slow
def test_more_rows_keep_what_was_typed(meja: Uji) -> None:
    isi = guarded(meja, {"tambah": "hadir", "pokok": "Biaya", "hadir[2].nama": "SITI"})
    jawab = meja.send(f"/kesepakatan/{CONTOH}/catat/musyawarah", isi)
    assert (
        jawab.status_code == 200
        and "SITI" in jawab.text
        and 'name="hadir[6].nama"' in jawab.text
    )


@pytest.mark.slow
def test_kahar_says_its_last_day_and_why(meja: Uji) -> None:
    jawab = meja.send(
        f"/kesepakatan/{CONTOH}/catat/keadaan_kahar",
        guarded(meja, KAHAR),
        follow_redirects=True,
    )
    assert (
        "Berita acara paling lambat Selasa, 1 Desember 2026 (7 hari lagi)" in jawab.text
    )
    assert (
        "hari kejadian tidak dihitung" in jawab.text
        and "2026-11-22-berita-acara-kahar" in jawab.text
    )
    berkas = f"/kesepakatan/{CONTOH}/peristiwa/2026-11-22-keadaan-kahar/2026-11-22-berita-acara-kahar"
    assert meja.client.get(f"{berkas}.pdf").data.startswith(b"%PDF")
    assert meja.client.get(f"{berkas}.docx").data.startswith(b"PK")
    assert "Balai terendam." in meja.client.get(f"{berkas}.txt").text
    halaman = meja.client.get(f"{berkas}.html")
    assert (
        "Balai terendam." in halaman.text
        and "script"
        not in halaman.headers["Content-Security-Policy"].split("sandbox")[0]
    )
    for salah in (
        f"{berkas}.exe",
        f"{berkas}x.pdf",
        f"/kesepakatan/{CONTOH}/peristiwa/..%2f..%2fkesepakatan",
    ):
        assert meja.client.get(salah).status_code == 404


@pytest.mark.slow
def test_preview_records_nothing_and_says_what_is_missing(meja: Uji) -> None:
    alamat = f"/kesepakatan/{CONTOH}/catat/keadaan_kahar/pratinjau"
    assert "Balai terendam." in meja.send(alamat, guarded(meja, KAHAR)).text
    jawab = meja.send(alamat, guarded(meja, KAHAR | {"uraian": ""}))
    assert (
        jawab.status_code == 422
        and "Naskah belum dapat disusun" in jawab.text
        and "Uraian kejadian" in jawab.text
    )
    assert recorded(meja) == []


@pytest.mark.slow
def test_signed_minutes_preview_the_paper_they_close(meja: Uji) -> None:
    meja.send(f"/kesepakatan/{CONTOH}/catat/keadaan_kahar", guarded(meja, KAHAR))
    isi = guarded(
        meja, {"kejadian": "2026-11-22", "tanggal": "2026-11-24", "tempat": "Kajen"}
    )
    jawab = meja.send(f"/kesepakatan/{CONTOH}/catat/berita_acara_kahar/pratinjau", isi)
    assert (
        "Berita acara ini dibuat dalam batas waktu tersebut" in jawab.text
        and "Kajen" in jawab.text
    )
    assert (
        meja.send(f"/kesepakatan/{CONTOH}/catat/berita_acara_kahar", isi).status_code
        == 302
    )


@pytest.mark.slow
def test_realisation_report_also_as_a_sheet(meja: Uji) -> None:
    isi = {
        "tanggal": "2026-11-24",
        "tahun": "IV",
        "rekomendasi": "dilanjutkan",
        "baris[2].target": "100",
        "baris[2].capaian": "80",
        "baris[2].satuan": "orang",
        "baris[2].realisasi": "=1+1",
    }
    jawab = meja.send(
        f"/kesepakatan/{CONTOH}/catat/realisasi",
        guarded(meja, isi),
        follow_redirects=True,
    )
    assert "Laporan Pemantauan dan Evaluasi" in jawab.text
    lembar = meja.client.get(
        f"/kesepakatan/{CONTOH}/peristiwa/2026-11-24-realisasi/2026-11-24-laporan-pemantauan.xlsx"
    )
    baris = list(
        openpyxl.load_workbook(BytesIO(lembar.data)).active.iter_rows(values_only=True)  # type: ignore[union-attr]
    )
    assert any("IV" in satu and 80 in satu for satu in baris)
    isi |= {"tahun": "V", "tanggal": "2026-01-05", "baris[1].target": "seratus"}
    jawab = meja.send(f"/kesepakatan/{CONTOH}/catat/realisasi", guarded(meja, isi))
    assert (
        jawab.status_code == 422
        and 'id="galat-baris[1].target"' in jawab.text
        and 'id="galat-tahun"' in jawab.text
    )


@pytest.mark.slow
def test_done_musyawarah_ending_and_duplicate(meja: Uji) -> None:
    for jenis, isi in (
        (
            "musyawarah",
            {
                "tanggal": "2026-11-23",
                "pokok": "Biaya",
                "hasil": "Satu.\r\nDua.",
                "hadir[1].nama": "SITI",
                "hadir[1].pihak": "kesatu",
                "tindak_lanjut[2].uraian": "Rincian",
                "tindak_lanjut[2].oleh": "kesatu",
                "tindak_lanjut[2].paling_lambat": "2026-12-01",
            },
        ),
        ("selesai", {"tanggal": "2026-11-24", "kejadian": "2026-11-23"}),
        (
            "penyerahan_rangkap",
            {"tanggal": "2026-11-24", "rangkap": "1", "penerima": "Arsip"},
        ),
        (
            "pengakhiran",
            {
                "tanggal": "2026-11-24",
                "sebab": "kesepakatan",
                "para_pihak[2].nomor": "BA/2",
            },
        ),
    ):
        isi = {**isi, "pasti": "ya"}
        jawab = meja.send(f"/kesepakatan/{CONTOH}/catat/{jenis}", guarded(meja, isi))
        assert jawab.status_code == 302, re.findall('class="galat".*', jawab.text)
    data = yaml.safe_load(
        (
            meja.root / f"agreements/{CONTOH}/peristiwa/2026-11-23-musyawarah.yaml"
        ).read_text()
    )
    assert (
        data["hasil"] == ["Satu.", "Dua."]
        and data["tindak_lanjut"][0]["oleh"] == "kesatu"
    )
    teks = meja.client.get(f"/kesepakatan/{CONTOH}/peristiwa").text
    assert "Pengakhiran" in teks and "23 November 2026" in teks


@pytest.mark.slow
def test_another_hand_in_between_is_not_overwritten(meja: Uji) -> None:
    isi = guarded(meja, KAHAR)
    meja.send(f"/kesepakatan/{CONTOH}/catat/keadaan_kahar", isi)
    jawab = meja.send(
        f"/kesepakatan/{CONTOH}/catat/keadaan_kahar", isi | {"tanggal": "2026-11-23"}
    )
    assert (
        jawab.status_code == 409
        and "diubah orang lain" in jawab.text
        and "Balai terendam." in jawab.text
    )
    assert recorded(meja) == ["2026-11-22-keadaan-kahar.yaml"]


@pytest.mark.slow
@pytest.mark.parametrize("muatan", MUATAN)
def test_payloads_stay_text(meja: Uji, muatan: str) -> None:
    isi = KAHAR | {
        "uraian": muatan,
        "keterangan": muatan,
        "kerugian.kedua": muatan,
        "saksi[1].nama": muatan,
    }
    for alamat in ("/pratinjau", ""):
        jawab = meja.send(
            f"/kesepakatan/{CONTOH}/catat/keadaan_kahar{alamat}",
            guarded(meja, isi),
            follow_redirects=True,
        )
        assert jawab.status_code == 200
        assert "<script>alert" not in jawab.text and "49" not in re.sub(
            r'\d{3,}|"[\w.-]{30,}"',  # numbers, and tokens by chance
            "",
            jawab.text,
        ).replace("{{7*7}}", "")
    data = yaml.safe_load(
        (
            meja.root / f"agreements/{CONTOH}/peristiwa/2026-11-22-keadaan-kahar.yaml"
        ).read_text()
    )
    assert data["uraian"] == " ".join(muatan.split()) == data["kerugian"]["kedua"]


@pytest.mark.slow
def test_roles_and_unknown_kinds(meja_kantor: "type[Uji]") -> None:
    meja = meja_kantor(ani="pembaca", budi="penyusun", citra="pengesah")  # type: ignore[call-arg]
    for nama, biasa, akhir in (
        ("ani", 403, 403),
        ("budi", 200, 403),
        ("citra", 200, 200),
    ):
        meja.masuk(nama)
        assert (
            meja.client.get(f"/kesepakatan/{CONTOH}/catat/realisasi").status_code
            == biasa
        )
        assert (
            meja.client.get(f"/kesepakatan/{CONTOH}/catat/pengakhiran").status_code
            == akhir
        )
        assert meja.client.get(f"/kesepakatan/{CONTOH}/peristiwa").status_code == 200
    assert meja.client.get(f"/kesepakatan/{CONTOH}/catat/pesta").status_code == 404
    assert (
        HARI.isoformat()
        in meja.client.get(f"/kesepakatan/{CONTOH}/catat/realisasi").text
    )


@pytest.mark.parametrize(
    "karakter", ["\xad", "\u200b", "\ufeff", "\u202e", "\x00", "\x0c", "\ufffd"]
)
@pytest.mark.slow
def test_what_nobody_sees_is_said_at_its_field_and_not_recorded(
    karakter: str, meja: Uji
) -> None:
    isi = {
        "tanggal": "2026-11-20",
        "perihal": "perpanjangan",
        "dari": "kedua",
        "nomor": f"500{karakter}/12",
    }
    jawab = meja.send(
        f"/kesepakatan/{CONTOH}/catat/pemberitahuan_diterima", guarded(meja, isi)
    )
    assert jawab.status_code == 422
    assert 'id="galat-nomor"' in jawab.text and f"U+{ord(karakter):04X}" in jawab.text
    assert not list((meja.root / f"agreements/{CONTOH}").glob("peristiwa/2026-11-20*"))


@pytest.mark.slow
def test_separators_of_lines_are_line_ends(meja: Uji) -> None:
    isi = {
        "tanggal": "2026-11-20",
        "perihal": "perpanjangan",
        "dari": "kedua",
        "keterangan": "a\u2028b\x85c\u2029d",
    }
    assert (
        meja.send(
            f"/kesepakatan/{CONTOH}/catat/pemberitahuan_diterima", guarded(meja, isi)
        ).status_code
        == 302
    )
    assert (
        "a b c d"
        in (
            meja.root
            / f"agreements/{CONTOH}/peristiwa/2026-11-20-pemberitahuan-diterima.yaml"
        ).read_text()
    )


@pytest.mark.slow
def test_more_than_can_be_read_again_is_not_recorded(meja: Uji) -> None:
    isi = KAHAR | {f"pemulihan[{i}].uraian": "kata " * 3900 for i in range(1, 61)}
    jawab = meja.send(f"/kesepakatan/{CONTOH}/catat/keadaan_kahar", guarded(meja, isi))
    assert jawab.status_code == 422 and "lebih dari 1 MB" in jawab.text
    assert meja.client.get(f"/kesepakatan/{CONTOH}").status_code == 200


@pytest.mark.slow
def test_text_that_looks_like_a_week_stays_text(meja: Uji) -> None:
    isi = {
        "tanggal": "2026-11-20",
        "perihal": "perpanjangan",
        "dari": "kedua",
        "nomor": "2026-W05-1",
    }
    assert (
        meja.send(
            f"/kesepakatan/{CONTOH}/catat/pemberitahuan_diterima", guarded(meja, isi)
        ).status_code
        == 302
    )
    assert (
        "2026-W05-1"
        in (
            meja.root
            / f"agreements/{CONTOH}/peristiwa/2026-11-20-pemberitahuan-diterima.yaml"
        ).read_text()
    )


@pytest.mark.slow
def test_a_form_sent_back_is_as_old_as_it_was(meja: Uji) -> None:
    """Faults do not renew the hash: whoever puts them right is told all the same that the file changed meanwhile."""
    alamat = f"/kesepakatan/{CONTOH}/catat/pemberitahuan_diterima"
    isi = guarded(
        meja, {"tanggal": "2026-11-20", "perihal": "perpanjangan", "dari": ""}
    )
    berkas = meja.root / f"agreements/{CONTOH}/kesepakatan.yaml"
    berkas.write_text(berkas.read_text() + "# catatan\n")
    jawab = meja.send(alamat, isi)
    assert jawab.status_code == 422 and f'value="{isi["jejak"]}"' in jawab.text
    jawab = meja.send(alamat, isi | {"dari": "kedua"})
    assert jawab.status_code == 409 and f'value="{isi["jejak"]}"' not in jawab.text


@pytest.mark.slow
def test_what_has_not_happened_is_not_recorded_but_an_ending_may_be_agreed(
    meja: Uji,
) -> None:
    isi = {"tanggal": "2026-11-25", "perihal": "perpanjangan", "dari": "kedua"}
    jawab = meja.send(
        f"/kesepakatan/{CONTOH}/catat/pemberitahuan_diterima", guarded(meja, isi)
    )
    assert (
        jawab.status_code == 422
        and 'id="galat-tanggal"' in jawab.text
        and "belum tiba" in jawab.text
    )
    isi = {"tanggal": "2026-12-31", "sebab": "kesepakatan", "pasti": "ya"}
    assert (
        meja.send(
            f"/kesepakatan/{CONTOH}/catat/pengakhiran", guarded(meja, isi)
        ).status_code
        == 302
    )
    assert "berubah sejak tanggal itu" in meja.client.get("/").text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("jenis", "verb", "status"),
    [
        ("batal", "Nyatakan batal", "Status menjadi batal"),
        ("pengakhiran", "Akhiri kesepakatan", "Status menjadi diakhiri"),
    ],
)
def test_what_ends_an_agreement_says_first_what_follows(
    meja: Uji, jenis: str, verb: str, status: str
) -> None:
    alamat = f"/kesepakatan/{CONTOH}/catat/{jenis}"
    isi = guarded(meja, {"tanggal": "2026-11-24", "sebab": "kesepakatan"})
    tanya = meja.send(alamat, isi)
    assert tanya.status_code == 200
    assert recorded(meja) == []
    assert "Selasa, 24 November 2026 (hari ini)" in tanya.text
    assert status in tanya.text
    assert "Tenggat hilang: pemberitahuan, aman sampai" in tanya.text
    assert f'<button name="pasti" value="ya">{verb}</button>' in tanya.text
    assert 'name="sebab" value="kesepakatan"' in tanya.text
    kembali = meja.send(alamat, isi | {"kembali": "ya"})
    assert 'value="kesepakatan" selected' in kembali.text
    assert recorded(meja) == []
    assert meja.send(alamat, isi | {"pasti": "ya"}).status_code == 302
    assert recorded(meja) == [f"2026-11-24-{jenis}.yaml"]


@pytest.mark.slow
def test_a_day_before_the_last_event_or_outside_the_term_is_asked_about(
    meja: Uji,
) -> None:
    alamat = f"/kesepakatan/{CONTOH}/catat/musyawarah"
    isi = {"pokok": "Biaya", "hasil": "Satu.", "hadir[1].nama": "SITI"}
    isi |= {"hadir[1].pihak": "kesatu"}
    latest = {**isi, "tanggal": "2026-11-20"}
    assert meja.send(alamat, guarded(meja, latest)).status_code == 302
    before = guarded(meja, {**isi, "tanggal": "2026-11-02"})
    tanya = meja.send(alamat, before)
    assert "Senin, 2 November 2026 (22 hari yang lalu)" in tanya.text
    assert "mendahului peristiwa terakhir yang dicatat (" in tanya.text
    assert recorded(meja) == ["2026-11-20-musyawarah.yaml"]
    assert meja.send(alamat, before | {"pasti": "ya"}).status_code == 302
    opened = Opened(Workspace(meja.root))
    after_the_end = date(2040, 1, 2)
    doubts = doubts_of_day(opened, CONTOH, after_the_end, after_the_end)
    assert any("jangka waktunya berakhir" in doubt for doubt in doubts)


@pytest.mark.slow
def test_a_condition_is_offered_where_the_term_has_one_and_ends_it(meja: Uji) -> None:
    page, form = (
        f"/kesepakatan/{CONTOH}/peristiwa",
        f"/kesepakatan/{CONTOH}/catat/syarat_terpenuhi",
    )
    assert form not in meja.client.get(page).text
    refused = meja.send(form, guarded(meja, {"tanggal": "2026-11-02"}))
    assert refused.status_code == 422
    assert "bukan sampai suatu syarat terpenuhi" in refused.text
    file = meja.root / "agreements" / CONTOH / "kesepakatan.yaml"
    until = "jangka_waktu: {sampai_terpenuhi: alat diserahkan}"
    file.write_text(file.read_text().replace("jangka_waktu: 5 tahun", until))
    assert form in meja.client.get(page).text
    isi = guarded(meja, {"tanggal": "2026-11-02", "dasar": "BAST 12/2026"})
    asked = meja.send(form, isi)
    assert "Status menjadi berakhir, semula berlaku." in asked.text
    assert recorded(meja) == []
    assert meja.send(form, isi | {"pasti": "ya"}).status_code == 302
    assert recorded(meja) == ["2026-11-02-syarat-terpenuhi.yaml"]
    told = meja.client.get(f"/kesepakatan/{CONTOH}").text
    assert "syarat terpenuhi: alat diserahkan" in told


@pytest.mark.slow
def test_a_duty_of_the_text_is_shown_and_recorded_as_done(meja: Uji) -> None:
    file = meja.root / "agreements" / CONTOH / "kesepakatan.yaml"
    duty = "{uraian: tahap I selesai, paling_lambat: 2027-01-29}"
    old = file.read_text()
    assert "\ntenggat:\n" in old
    file.write_text(old.replace("\ntenggat:\n", f"\ntenggat:\n  kewajiban: [{duty}]\n"))
    page = f"/kesepakatan/{CONTOH}"
    assert "Kewajiban</strong>: tahap I selesai" in meja.client.get(page).text
    form = meja.client.get(f"{page}/catat/selesai").text
    assert '<option value="2027-01-29"' in form
    assert "29 Januari 2027: tahap I selesai" in form
    isi = {"tanggal": "2026-11-20", "kejadian": "2027-01-29", "pasti": "ya"}
    assert meja.send(f"{page}/catat/selesai", guarded(meja, isi)).status_code == 302
    assert "Kewajiban</strong>: tahap I" not in meja.client.get(page).text


@pytest.mark.slow
def test_an_event_of_the_text_is_offered_where_a_duty_awaits_it(meja: Uji) -> None:
    page = f"/kesepakatan/{CONTOH}"
    form = f"{page}/catat/peristiwa_naskah"
    assert form not in meja.client.get(f"{page}/peristiwa").text
    file = meja.root / "agreements" / CONTOH / "kesepakatan.yaml"
    duty = "{uraian: pembayaran, dalam: 30 hari, setelah: serah terima alat}"
    old = file.read_text()
    file.write_text(old.replace("\ntenggat:\n", f"\ntenggat:\n  kewajiban: [{duty}]\n"))
    assert form in meja.client.get(f"{page}/peristiwa").text
    assert '<option value="serah terima alat"' in meja.client.get(form).text
    isi = {"tanggal": "2026-11-02", "uraian": "serah terima alat"}
    assert meja.send(form, guarded(meja, isi)).status_code == 302
    assert recorded(meja) == ["2026-11-02-peristiwa-naskah.yaml"]
    assert "Kewajiban</strong>: pembayaran" in meja.client.get(page).text
