"""Letters at the desk: seen before they are written, written once, their names never a path."""

import html
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import AKAR, CONTOH
from notakesepakatan.bureau.mail import keep_mail, send_waiting
from notakesepakatan.load.foreign.reader import read_foreign
from notakesepakatan.model.pengaturan import MailServer
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.mail import write_mail
from web.conftest import Uji

TIBA = "tiba-2022"
ISI = {
    "perihal": "perpanjangan",
    "dari": "kedua",
    "tanggal": "2026-11-24",
    "nomor": "500/7",
    "selama": "5 tahun",
}


def add_due(akar: Path) -> None:
    """An agreement whose notice is to be written by now: it ends on 10 March 2027."""
    teks = (AKAR / f"agreements/{CONTOH}/kesepakatan.yaml").read_text()
    folder = akar / "agreements" / TIBA
    folder.mkdir()
    (folder / "kesepakatan.yaml").write_text(
        teks.replace("tanggal: 2022-06-16", "tanggal: 2022-03-10")
    )


@pytest.fixture
def tiba(meja: Uji) -> Uji:
    add_due(meja.root)
    return meja


@pytest.fixture
def belum_pasti(meja: Uji) -> Uji:
    """The agreement ends on 16 March 2028, its notice is due in 2027 and its reply may not be."""
    add_due(meja.root)
    berkas = meja.root / f"agreements/{TIBA}/kesepakatan.yaml"
    isi = berkas.read_text().replace("tanggal: 2022-03-10", "tanggal: 2023-03-20")
    berkas.write_text(isi)
    return meja


def guarded(meja: Uji, isi: dict[str, str]) -> dict[str, str]:
    return {"jejak": Workspace(meja.root).hash(TIBA), **isi}


def letters(meja: Uji) -> list[str]:
    return sorted(b.name for b in (meja.root / f"output/{TIBA}/surat").glob("*"))


@pytest.mark.slow
def test_mail_that_waits_is_shown_with_why(tiba: Uji) -> None:
    assert "belum terkirim" not in tiba.client.get("/surat").text
    workspace = Workspace(tiba.root)
    server = MailServer(peladen="x.id", dari="a@b.id", kepada=("c@d.id",))
    saat = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
    keep_mail(workspace, write_mail(server, "Ringkasan <b>satu</b>", "Isi.", saat))
    send_waiting(workspace, None)
    teks = tiba.client.get("/surat").text
    assert "1 surel ringkasan belum terkirim" in teks
    assert "23 November 2026, <strong>Ringkasan &lt;b&gt;satu" in teks
    assert "surel: tidak ada pada pengaturan.yaml" in teks
    assert "Surel terkirim: KURANG" in tiba.client.get("/alat").text


@pytest.mark.slow
def test_who_signs_today_is_said_on_the_page(tiba: Uji) -> None:
    assert 'name="pejabat"' in tiba.client.get("/surat/terbitkan").text
    said = {"surat": TIBA, "pejabat": " SEKAR WANGI ", "jabatan": "Kepala Badan Contoh"}
    assert tiba.send("/surat/terbitkan", said).status_code == 302
    folder = tiba.root / f"output/{TIBA}/surat"
    words = "".join(
        " ".join(one.text for one in read_foreign(file.name, file.read_bytes()).written)
        for file in folder.glob("*.docx")
    )
    assert "Sekar Wangi" in words


@pytest.mark.slow
def test_due_then_waiting_then_gone(tiba: Uji) -> None:
    assert "Waktunya sudah tiba (1)" in tiba.client.get("/surat").text
    daftar = tiba.client.get("/surat/terbitkan").text
    assert f'name="surat" value="{TIBA}" checked' in daftar
    assert "Belum ada yang disusun." in daftar
    assert tiba.send("/surat/terbitkan").status_code == 302
    assert letters(tiba) == [], "nothing was chosen"
    assert tiba.send("/surat/terbitkan", {"surat": TIBA}).status_code == 302
    teks = tiba.client.get("/surat").text
    assert (
        "1 surat disusun." in teks
        and "Waktunya sudah tiba (0)" in teks
        and "menunggu tanda terima (1)" in teks
    )
    assert (
        len(letters(tiba)) == 6
        and "menyusun surat pemberitahuan" in tiba.client.get("/jejak").text
    )
    again = tiba.send("/surat/terbitkan", {"surat": TIBA})
    assert again.status_code == 302 and len(letters(tiba)) == 6
    isi = guarded(
        tiba, {"tanggal": "2026-11-24", "perihal": "perpanjangan", "dari": "kesatu"}
    )
    assert (
        tiba.send(f"/kesepakatan/{TIBA}/catat/pemberitahuan_diterima", isi).status_code
        == 302
    )
    assert "menunggu tanda terima (0)" in tiba.client.get("/surat").text


@pytest.mark.slow
def test_one_letter_seen_written_and_fetched(tiba: Uji) -> None:
    assert "500/7" in tiba.send(f"/surat/{TIBA}/pratinjau", guarded(tiba, ISI)).text
    assert (
        "TANDA TERIMA"
        in tiba.send(
            f"/surat/{TIBA}/pratinjau", guarded(tiba, ISI | {"terima": "ya"})
        ).text
    )
    assert letters(tiba) == []
    for _ in range(2):  # written anew it is recorded once
        assert tiba.send(f"/surat/{TIBA}", guarded(tiba, ISI)).status_code == 302
    peristiwa = list((tiba.root / f"agreements/{TIBA}/peristiwa").iterdir())
    assert [b.name for b in peristiwa] == [
        "2026-11-24-pemberitahuan-disusun.yaml"
    ] and "500/7" in peristiwa[0].read_text()
    halaman = tiba.client.get(f"/surat/{TIBA}").text
    for nama in letters(tiba):
        assert f"/surat/{TIBA}/berkas/{nama}" in halaman
        assert tiba.client.get(f"/surat/{TIBA}/berkas/{nama}").data
    for salah in ("..%2f..%2f.indeks.sqlite3", "tidak-ada.pdf", ".rahasia.pdf"):
        assert tiba.client.get(f"/surat/{TIBA}/berkas/{salah}").status_code == 404


@pytest.mark.slow
def test_what_was_written_is_still_shown_and_its_sender_is_known(tiba: Uji) -> None:
    jawab = tiba.send(
        f"/surat/{TIBA}",
        guarded(tiba, ISI | {"uraian": "Kerja sama\r\nberjalan baik."}),
    )
    halaman = tiba.client.get(jawab.headers["Location"]).text
    assert (
        'value="500/7"' in halaman
        and "csrf_token=" not in halaman
        and "jejak=" not in halaman
    )
    bingkai = re.search(r'<iframe[^>]* src="([^"]+)"', halaman)
    assert bingkai
    lembar = tiba.client.get(html.unescape(bingkai[1])).text
    assert "500/7" in lembar and "berjalan baik." in lembar
    assert "perihal=perpanjangan&amp;dari=kedua" in tiba.client.get("/surat").text
    lain = tiba.send(f"/surat/{TIBA}", guarded(tiba, ISI | {"uraian": "Lain."}))
    assert lain.status_code == 409, "a letter on record is not written over"
    assert "surat itu tidak ditimpa" in lain.text
    other = {"uraian": "panjang " * 900, "tanggal": "2026-11-23", "nomor": "500/8"}
    panjang = tiba.send(f"/surat/{TIBA}", guarded(tiba, ISI | other))
    assert panjang.headers["Location"] == f"/surat/{TIBA}"
    for salah in (
        "slug=x",
        "nomor=%00",
        "nomor=<script>alert(1)</script>",
        "tanggal=kemarin&perihal=x&dari=y",
    ):
        assert "<script>alert" not in tiba.client.get(f"/surat/{TIBA}?{salah}").text
        assert tiba.client.get(f"/surat/{TIBA}/pratinjau?{salah}").status_code in (
            200,
            422,
        )


@pytest.mark.slow
def test_faults_at_their_fields(tiba: Uji) -> None:
    isi = {
        "perihal": "pengakhiran",
        "dari": "kedelapan",
        "tanggal": "kemarin",
        "balas": "2026-11-31",
        "uraian": "Tetap ada",
    }
    for alamat, kode in (("", 422), ("/pratinjau", 422)):
        jawab = tiba.send(f"/surat/{TIBA}{alamat}", guarded(tiba, isi))
        assert jawab.status_code == kode
    jawab = tiba.send(f"/surat/{TIBA}", guarded(tiba, isi))
    for nama in ("dari", "tanggal", "balas", "alasan"):
        assert f'id="galat-{nama}"' in jawab.text, nama
    assert "Tetap ada" in jawab.text
    jawab = tiba.send(
        f"/surat/{TIBA}",
        guarded(tiba, ISI | {"tanggal": "2030-01-01", "selama": "lama sekali"}),
    )
    assert 'id="galat-selama"' in jawab.text
    jawab = tiba.send(f"/surat/{TIBA}", guarded(tiba, ISI | {"tanggal": "2030-01-01"}))
    assert "statusnya berakhir" in jawab.text and letters(tiba) == []


@pytest.mark.slow
def test_changed_in_between(tiba: Uji) -> None:
    jawab = tiba.send(f"/surat/{TIBA}", ISI | {"jejak": "lama"})
    assert (
        jawab.status_code == 409
        and "diubah orang lain" in jawab.text
        and letters(tiba) == []
    )


@pytest.mark.parametrize(
    "muatan", ["<script>alert(1)</script>", "{{7*7}}", "=1+1", "../../x", "a\r\nb"]
)
@pytest.mark.slow
def test_payloads_stay_text(tiba: Uji, muatan: str) -> None:
    isi = ISI | {"nomor": muatan, "uraian": muatan}
    teks = tiba.send(f"/surat/{TIBA}/pratinjau", guarded(tiba, isi)).text
    assert "<script>" not in teks and ("{{7*7}}" in teks) == (muatan == "{{7*7}}")
    isi |= {"tanggal": muatan, "dari": muatan, "perihal": muatan}
    teks = tiba.send(f"/surat/{TIBA}", guarded(tiba, isi)).text
    assert "<script>alert" not in teks


@pytest.mark.slow
def test_letters_stay_with_the_agreement_after_delivery(tiba: Uji) -> None:
    tiba.send("/surat/terbitkan", {"surat": TIBA})
    isi = {"tanggal": "2026-11-24", "perihal": "perpanjangan", "dari": "kesatu"}
    tiba.send(f"/kesepakatan/{TIBA}/catat/pemberitahuan_diterima", guarded(tiba, isi))
    halaman = tiba.client.get(f"/kesepakatan/{TIBA}").text
    assert len(letters(tiba)) == 6
    for name in letters(tiba):
        address = f"/surat/{TIBA}/berkas/{name}"
        assert f'href="{address}"' in halaman
        assert tiba.client.get(address).status_code == 200


@pytest.mark.slow
def test_readers_see_and_do_not_write(meja_kantor: "type[Uji]") -> None:
    meja = meja_kantor(ani="pembaca")  # type: ignore[call-arg]
    meja.masuk("ani")
    assert meja.client.get("/surat").status_code == 200
    assert (
        meja.client.get(f"/surat/{CONTOH}").status_code
        == 403
        == meja.send("/surat/terbitkan").status_code
    )


@pytest.mark.slow
def test_the_office_holder_of_the_day_signs(tiba: Uji) -> None:
    siapa = {
        "tempat": "Kajen",
        "pejabat": "SITI AMINAH",
        "jabatan": "Penjabat Bupati Pekalongan",
    }
    teks = tiba.send(f"/surat/{TIBA}/pratinjau", guarded(tiba, ISI | siapa)).text
    assert all(kata.lower() in teks.lower() for kata in siapa.values())
    assert "fadia" not in teks.lower()
    polos = tiba.send(f"/surat/{TIBA}/pratinjau", guarded(tiba, ISI)).text
    assert "Fadia Arafiq" in polos and "siti" not in polos.lower()


@pytest.mark.slow
def test_a_reply_day_in_doubt_is_said_before_the_letter_goes_out(
    belum_pasti: Uji,
) -> None:
    said = "perihal=perpanjangan&dari=kedua&tanggal=2027-12-17"
    halaman = belum_pasti.client.get(f"/surat/{TIBA}?{said}").text
    warning = "karena hari libur tahun 2028 masih sementara"
    assert warning in halaman
    lembar = belum_pasti.client.get(f"/surat/{TIBA}/pratinjau?{said}").text
    assert "14 (empat belas) hari kerja sejak tanggal surat ini" in lembar
    pasti = f"{said}&balas=2028-01-10"
    assert warning not in belum_pasti.client.get(f"/surat/{TIBA}?{pasti}").text
    lembar = belum_pasti.client.get(f"/surat/{TIBA}/pratinjau?{pasti}").text
    assert "paling lambat tanggal 10 Januari 2028" in lembar


@pytest.mark.slow
def test_a_day_in_doubt_is_marked_among_the_letters(meja: Uji) -> None:
    add_due(meja.root)
    assert "(sementara)" not in meja.client.get("/surat").text
    berkas = meja.root / f"agreements/{TIBA}/kesepakatan.yaml"
    isi = berkas.read_text().replace("tanggal: 2022-03-10", "tanggal: 2023-06-16")
    berkas.write_text(isi)
    teks = meja.client.get("/surat").text
    assert "15 Maret 2028 (sementara)" in teks
    assert 'data-kepala="Batas">16 Maret 2028<' in teks, "three months are certain"
    assert "dapat berubah: hari libur tahun 2028 belum ditetapkan" in teks


@pytest.mark.slow
def test_written_all_at_once_each_says_what_is_to_be_known(meja: Uji) -> None:
    add_due(meja.root)
    berkas = meja.root / f"agreements/{TIBA}/kesepakatan.yaml"
    isi = berkas.read_text().replace("tanggal: 2022-03-10", "tanggal: 2022-02-24")
    berkas.write_text(isi)
    late = meja.client.get("/surat/terbitkan").text
    assert "Hari amannya sudah lewat." in late
    meja.send("/surat/terbitkan", {"surat": TIBA})
    teks = meja.client.get("/surat").text
    assert f"{TIBA}: Surat bertanggal 2026-11-24 sesudah hari aman 2026-11-23" in teks


@pytest.mark.slow
def test_the_law_that_changed_stands_in_the_letter(tiba: Uji) -> None:
    ending = ISI | {
        "perihal": "pengakhiran",
        "selama": "",
        "alasan": "perubahan-peraturan",
        "berlaku": "2027-02-01",
    }
    law = "Undang-Undang Nomor 1 Tahun 2026"
    for dasar, is_there in (("", False), (law, True)):
        page = tiba.send(f"/surat/{TIBA}/pratinjau", ending | {"dasar": dasar})
        assert page.status_code == 200
        words = re.sub(r"<[^>]+>", "", page.text)
        assert (f"dilaksanakan, yaitu {law}" in words) is is_there
