"""What the bureau has already, at the desk: sent, looked at, corrected, written, taken back; files beside an agreement."""

import html
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from notakesepakatan.bureau.waiting import waiting_files
from notakesepakatan.load.attachments import read_attachments
from notakesepakatan.workspace import Workspace
from web.conftest import Uji

DAFTAR = """\
Nomor;Jenis;Judul;Para Pihak;Mulai;Berakhir
1/PKS/2025;PKS;Pengolahan Sampah Pasar;Pemkab Contoh
2/PKS/2025;PKS;Pelayanan Air Bersih;Pemkab Contoh, PT Air;3 Mei 2025;3 Mei 2027
3/PKS/2025;PKS;Pemanfaatan Data;Pemkab Contoh, BPJS;03/05/2025;24/02/2028
""".replace(
    "Pemkab Contoh\n", "Pemkab Contoh, PT Bersih;5 Maret 2025;31 Desember 2026\n"
)
SAMPAH = "contoh-sampah-2025"


def send_file(meja: Uji, address: str, name: str, content: bytes, **other: str) -> str:
    """A file sent from a page of the desk; what the page says then."""
    fields = {"berkas": (BytesIO(content), name), **other}
    answer = meja.send(
        address, fields, content_type="multipart/form-data", follow_redirects=True
    )
    assert answer.status_code == 200
    return html.unescape(answer.text)


def key_of(meja: Uji) -> str:
    (waiting,) = waiting_files(Workspace(meja.root))
    return waiting.key


@pytest.mark.slow
def test_a_register_is_looked_at_answered_written_and_taken_back(meja: Uji) -> None:
    before = Workspace(meja.root).slugs()
    assert "daftar.csv" in send_file(meja, "/masukkan", "daftar.csv", DAFTAR.encode())
    key = key_of(meja)
    page = html.unescape(meja.client.get(f"/masukkan/{key}").text)
    assert "2 baru, 0 sudah ada, 1 ditanyakan" in page
    assert "dapat dibaca 3 Mei 2025 atau 5 Maret 2025" in page
    assert Workspace(meja.root).slugs() == before

    meja.send(f"/masukkan/{key}/tulis", {"baris": "2"})
    assert set(Workspace(meja.root).slugs()) - set(before) == {
        "pengolahan-sampah-pasar-2025"
    }
    meja.send(f"/masukkan/{key}/jawab", {"sel-E4": "2025-05-03"})
    meja.send(f"/masukkan/{key}/tulis")
    assert len(Workspace(meja.root).slugs()) == len(before) + 3
    assert "Pemanfaatan Data" in meja.client.get("/?q=pemanfaatan").text
    assert "Pengolahan Sampah Pasar" in meja.client.get("/kalender?bulan=2026-12").text
    assert (
        "0 baru, 3 sudah ada, 0 ditanyakan" in meja.client.get(f"/masukkan/{key}").text
    )

    for _ in range(2):
        meja.send("/masukkan/batal")
    assert Workspace(meja.root).slugs() == before


@pytest.mark.slow
def test_a_column_is_put_right_and_a_row_left_out(meja: Uji) -> None:
    send_file(meja, "/masukkan", "daftar.csv", DAFTAR.encode())
    key = key_of(meja)
    meja.send(
        f"/masukkan/{key}/jawab",
        {"kolom-2": "keterangan", "urutan-4": "hari", "baris-3": "lewati"},
    )
    page = meja.client.get(f"/masukkan/{key}").text
    assert "2 baru, 0 sudah ada, 0 ditanyakan" in page
    assert "Kerja sama dengan PT Bersih" in page
    assert "Pelayanan Air Bersih" not in page.partition("<caption>")[2]


@pytest.mark.slow
def test_a_file_waits_until_its_agreement_is_chosen(meja: Uji) -> None:
    page = send_file(meja, "/masukkan", "catatan.txt", b"Rapat.")
    assert "Tidak dikenali" in page
    key = key_of(meja)
    meja.send(f"/masukkan/{key}/lampirkan", {"kesepakatan": "", "jenis": "surat"})
    assert key_of(meja) == key
    meja.send(f"/masukkan/{key}/lampirkan", {"kesepakatan": SAMPAH, "jenis": "surat"})
    assert waiting_files(Workspace(meja.root)) == []
    (kept,) = read_attachments(Workspace(meja.root), SAMPAH)
    assert (kept.kind, kept.who) == ("surat", "lokal")


@pytest.mark.slow
def test_what_cannot_be_read_is_said_and_can_be_dropped(meja: Uji) -> None:
    page = send_file(meja, "/masukkan", "daftar.csv", b"tanpa judul\nkolom\n")
    assert "tidak ditemukan baris judul kolom" in page
    assert "jenis berkas ini tidak diterima" in send_file(
        meja, "/masukkan", "jalan.exe", b"MZ"
    )
    meja.send(f"/masukkan/{key_of(meja)}/buang")
    assert waiting_files(Workspace(meja.root)) == []


@pytest.mark.slow
def test_only_who_may_write_takes_in(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(ani="pembaca")
    meja.masuk("ani")
    assert meja.client.get("/masukkan").status_code == 403
    answer = meja.send(f"/kesepakatan/{SAMPAH}/lampiran-berkas", {"jenis": "foto"})
    assert answer.status_code == 403


@pytest.mark.slow
def test_an_attachment_is_shown_without_running_anything(meja: Uji) -> None:
    drawn = BytesIO()
    Image.new("RGB", (400, 200)).save(drawn, "PNG")
    address = f"/kesepakatan/{SAMPAH}/lampiran-berkas"
    page = send_file(
        meja,
        address,
        "Foto Serah Terima.png",
        drawn.getvalue(),
        jenis="foto",
        tanggal="2025-02-12",
    )
    assert "Foto Serah Terima.png" in page
    assert "12 Februari 2025" in page
    shown = meja.client.get(f"{address}/foto-serah-terima.png")
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    kept = meja.client.get(f"{address}/foto-serah-terima.png?unduh=ya")
    assert kept.headers["Content-Disposition"].startswith("attachment")
    small = meja.client.get(f"{address}/foto-serah-terima.png/gambar")
    assert Image.open(BytesIO(small.data)).size == (200, 100)
    assert meja.client.get(f"{address}/daftar.json").status_code == 404

    send_file(meja, address, "catatan.txt", b"<script>1</script>", jenis="lainnya")
    assert (
        meja.client.get(f"{address}/catatan.txt")
        .headers["Content-Disposition"]
        .startswith("attachment")
    )


@pytest.mark.slow
def test_a_swapped_file_is_said_and_not_handed_out(meja: Uji) -> None:
    address = f"/kesepakatan/{SAMPAH}/lampiran-berkas"
    send_file(meja, address, "scan.pdf", b"%PDF asli", jenis="lainnya")
    file = meja.root / f"agreements/{SAMPAH}/lampiran-berkas/scan.pdf"
    page = f"/kesepakatan/{SAMPAH}"
    assert f'href="{address}/scan.pdf"' in meja.client.get(page).text
    file.write_bytes(b"%PDF palsu")
    for way in ("scan.pdf", "scan.pdf?unduh=ya", "scan.pdf/gambar"):
        answer = meja.client.get(f"{address}/{way}")
        assert answer.status_code == 422
        assert b"palsu" not in answer.data
        assert "berubah sejak dilampirkan, jadi tidak diberikan" in answer.text
    shown = meja.client.get(page).text
    assert "<strong>berubah sejak dilampirkan</strong>" in shown
    assert f'href="{address}/scan.pdf"' not in shown
    file.unlink()
    assert "<strong>tidak ada lagi</strong>" in meja.client.get(page).text
    assert "tidak ada lagi" in meja.client.get(f"{address}/scan.pdf").text


@pytest.mark.slow
def test_of_a_signed_scan_the_signs_are_asked(meja: Uji) -> None:
    address = f"/kesepakatan/{SAMPAH}/lampiran-berkas"
    signed = {"jenis": "naskah_ditandatangani"}
    assert "paraf, meterai, dan stempel" in send_file(
        meja, address, "scan.pdf", b"%PDF", **signed
    )
    signs = {"paraf": "ya", "meterai": "ya", "stempel": "tidak"}
    assert "stempel tidak ada" in send_file(
        meja, address, "scan.pdf", b"%PDF", **signed, **signs
    )
    meja.send(f"{address}/scan.pdf/cabut", {"alasan": "salah berkas"})
    assert "Dicabut: salah berkas" in meja.client.get(f"/kesepakatan/{SAMPAH}").text


@pytest.mark.slow
def test_a_large_file_may_be_sent_where_files_are_taken_and_nowhere_else(
    meja: Uji,
) -> None:
    large = b"%PDF" + bytes(3_000_000)
    address = f"/kesepakatan/{SAMPAH}/lampiran-berkas"
    assert "Dilampirkan: besar.pdf" in send_file(
        meja, address, "besar.pdf", large, jenis="lainnya"
    )
    fields = {"naskah": (BytesIO(large), "besar.pdf")}
    form = "multipart/form-data"
    assert meja.send("/alat/periksa", fields, content_type=form).status_code == 422
    fields = {"logo": (BytesIO(large), "besar.pdf")}
    assert meja.send("/pengaturan", fields, content_type=form).status_code == 413


@pytest.mark.slow
def test_the_page_of_facts_says_what_is_missing(meja: Uji) -> None:
    send_file(meja, "/masukkan", "daftar.csv", DAFTAR.encode())
    meja.send(f"/masukkan/{key_of(meja)}/tulis")
    page = meja.client.get("/kesepakatan/pengolahan-sampah-pasar-2025").text
    assert "Data pokok, tanpa naskah" in page
    assert "daftar.csv, baris 2" in page
    assert "Ubah kesepakatan" not in page
    refused = meja.client.get("/kesepakatan/pengolahan-sampah-pasar-2025/ubah")
    assert "data pokok" in refused.text
