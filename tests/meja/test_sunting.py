"""The editor at Flask's client: what is typed, done, saved, refused."""

import http.client
import json
import re
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from notakesepakatan.load.kesepakatan import load_kesepakatan

from .conftest import Uji

SLUG = "contoh-sampah-2025"
ALAMAT = f"/kesepakatan/{SLUG}/sunting"
JAHAT = ["<script>alert(1)</script>", "{{7*7}}", "=1+1", "../../etc", "a\r\nb: c"]


def make_draft(akar: Path) -> Path:
    """The example as a draft: its day of signing and its events gone."""
    berkas = akar / "agreements" / SLUG / "kesepakatan.yaml"
    berkas.write_text(berkas.read_text(encoding="utf-8").replace("  tanggal: 2025-02-10\n", ""), encoding="utf-8")
    for satu in (berkas.parent / "peristiwa").iterdir():
        satu.unlink()
    return berkas


@pytest.fixture
def berkas(meja: Uji) -> Path:
    return make_draft(meja.akar)


def tanda(meja: Uji) -> str:
    cocok = re.search(r'name="tanda" value="([^"]+)"', meja.klien.get(ALAMAT).text)
    assert cocok
    return cocok[1]


def ketik(meja: Uji, isian: dict[str, str] | None = None, tindakan: str = "", **lain: Any) -> TestResponse:
    return meja.kirim_json(f"{ALAMAT}/ketik", {"tanda": tanda(meja), "isian": isian or {}, "tindakan": tindakan, **lain})


def test_the_form_holds_every_datum(meja: Uji, berkas: Path) -> None:
    teks = meja.klien.get(ALAMAT).text
    nama = set(re.findall(r'<(?:textarea|input|select) id="ruas-([^"]+)"', teks))
    from notakesepakatan.compute.suntingan import shape
    from notakesepakatan.load.yaml import read_yaml
    from notakesepakatan.penyuntingan import dotted

    data = read_yaml(berkas.read_bytes(), "").data

    def walk(benda: Any, jalur: tuple[Any, ...] = ()) -> Any:
        if shape(jalur or ("",)):
            yield dotted(jalur)
        elif isinstance(benda, str):
            yield dotted((*jalur, "isi"))
        else:
            for langkah, isi in benda.items() if isinstance(benda, dict) else enumerate(benda):
                yield from walk(isi, (*jalur, langkah))

    assert set(walk(data)) <= nama
    assert len(re.findall(r'id="([^"]+)"', teks)) == len(set(re.findall(r'id="([^"]+)"', teks)))


def test_typed_seen_saved(meja: Uji, berkas: Path) -> None:
    lama = berkas.read_text(encoding="utf-8")
    jawab = ketik(meja, {"pasal.5.isi": "Biaya ditanggung bersama."}, letak={"ruas": "pasal.5.isi"}).json
    assert jawab
    assert "Biaya ditanggung bersama." in jawab["naskah"]
    assert jawab["datum"] == "pasal.6"
    assert berkas.read_text(encoding="utf-8") == lama
    assert "Biaya ditanggung bersama." in meja.klien.get(ALAMAT).text
    assert ketik(meja, tindakan="simpan").status_code == 200
    baru = berkas.read_text(encoding="utf-8").split("\n")
    assert [b for b in baru if b not in lama.split("\n")] == ["    Biaya ditanggung bersama."]
    assert "menyimpan konsep" in (meja.akar / ".meja" / "jejak.jsonl").read_text()


def test_parts_by_buttons(meja: Uji, berkas: Path) -> None:
    assert ketik(meja, tindakan="tambah pertimbangan").json["fokus"] == "pertimbangan.4"  # type: ignore[index]
    assert ketik(meja, tindakan="turun pasal.0").json["fokus"] == "pasal.1"  # type: ignore[index]
    assert ketik(meja, tindakan="urung").status_code == 200
    assert ketik(meja, tindakan="hapus pertimbangan.4").status_code == 200
    ketik(meja, {"pasal.0.ayat.0.isi": "Satu. Dua."}, "pecah pasal.0.ayat.0", letak={"ruas": "pasal.0.ayat.0.isi", "posisi": 5})
    ketik(meja, tindakan="rujuk pasal.2.ayat.1", letak={"ruas": "pasal.0.ayat.1.isi", "posisi": 3})
    ketik(meja, tindakan="tempel lampiran.program", teks="Program baru\tTahap baru\tDi sini")
    assert ketik(meja, tindakan="simpan").status_code == 200
    k = load_kesepakatan(berkas)
    assert [satu.isi for satu in k.kesepakatan.pasal[0].ayat[:2]] == ["Satu.", "Dua [[dalam ayat tugas_kedua]]."]
    assert k.terbaca.pasal[0].ayat[1].isi == "Dua dalam Pasal 3 ayat (2)."
    assert k.kesepakatan.lampiran
    assert k.kesepakatan.lampiran.program[-1].tahapan[0].lokasi == "Di sini"


def test_a_safe_fix(meja: Uji, berkas: Path) -> None:
    jawab = ketik(meja, {"pasal.5.isi": "Biaya dibebankan pada pada anggaran masing-masing PIHAK."}).json
    assert jawab
    assert [t["kode"] for t in jawab["ruas"]["pasal.5.isi"]] == ["BAHASA-GANDA"]
    assert "pasal.5.isi" not in ketik(meja, tindakan="perbaiki pasal.5.isi BAHASA-GANDA").json["ruas"]  # type: ignore[index]


def test_faults_all_at_once_and_nothing_lost(meja: Uji, berkas: Path) -> None:
    lama = berkas.read_bytes()
    isian = {"judul": "", "jangka_waktu": "lima tahun", "pasal.5.isi": "[[dalam Pasal 99]] \u200b"}
    ketik(meja, isian)
    jawab = ketik(meja, {"pasal.5.isi": "[[dalam Pasal 99]]"}, "simpan")
    assert jawab.status_code == 422
    assert jawab.json
    assert {"judul", "jangka_waktu", "pasal.5.isi"} <= set(jawab.json["ruas"])
    assert berkas.read_bytes() == lama
    assert "lima tahun" in meja.klien.get(ALAMAT).text


@pytest.mark.parametrize("jahat", JAHAT)
def test_payloads_stay_text(meja: Uji, berkas: Path, jahat: str) -> None:
    isian = {"judul": jahat, "para_pihak.0.nama": jahat, "pasal.5.isi": jahat, "lampiran.program.0.tahapan.0.lokasi": jahat}
    jawab = ketik(meja, isian, "simpan")
    assert jawab.status_code == 200
    assert "<script>alert" not in meja.klien.get(ALAMAT).text
    assert "<script>alert" not in meja.klien.get(f"{ALAMAT}/pratinjau").text
    polos = " ".join(jahat.split())
    k = load_kesepakatan(berkas).terbaca
    assert (k.judul, k.para_pihak[0].nama, k.pasal[5].isi) == (polos, polos, polos)


@pytest.mark.parametrize(
    "isi",
    [
        {"isian": {"../../x": "y"}}, {"isian": {"pasal.99.isi": "y"}}, {"tindakan": "hapus pasal.99"}, {"tindakan": "meledak"},
        {"tindakan": "rujuk pasal.0", "letak": {"ruas": "..", "posisi": -5}}, {"tindakan": "naik judul"}, {"tindakan": "hapus "},
        {"tindakan": "sisip judul"}, {"tindakan": "tambah "}, {"tindakan": "tempel judul", "teks": "a\tb"},
    ],
)  # fmt: skip
def test_nonsense_is_refused(meja: Uji, berkas: Path, isi: dict[str, Any]) -> None:
    lama = berkas.read_bytes()
    jawab = meja.kirim_json(f"{ALAMAT}/ketik", {"tanda": tanda(meja), **isi})
    assert jawab.status_code == 422, jawab.text
    assert berkas.read_bytes() == lama


@pytest.mark.parametrize("isi", [[], "x", {"isian": []}, {"isian": {"judul": 1}}, {"letak": 5}, 7])
def test_what_is_no_form_is_refused(meja: Uji, berkas: Path, isi: Any) -> None:
    assert meja.kirim_json(f"{ALAMAT}/ketik", isi).status_code == 400


def test_without_script(meja: Uji, berkas: Path) -> None:
    isi = {"tanda": tanda(meja), "judul": "Tanpa skrip", "tindakan": "tambah pasal"}
    jawab = meja.kirim(ALAMAT, isi)
    assert jawab.headers["Location"].endswith("#ruas-pasal.11")
    assert meja.kirim(ALAMAT, {**isi, "judul": "Lain"}).status_code == 409
    meja.kirim(ALAMAT, {"tanda": tanda(meja), "tindakan": "hapus pasal.11"})
    assert meja.kirim(ALAMAT, {"tanda": tanda(meja), "tindakan": "simpan"}).status_code == 303
    assert load_kesepakatan(berkas).kesepakatan.judul == "Tanpa skrip"


def test_a_file_changed_meanwhile(meja: Uji, berkas: Path) -> None:
    ketik(meja, {"judul": "Milik saya"})
    berkas.write_text(
        berkas.read_text(encoding="utf-8").replace('jangka_waktu: "3 tahun"', "jangka_waktu: 4 tahun"), encoding="utf-8"
    )
    jawab = ketik(meja, tindakan="simpan")
    assert (jawab.status_code, jawab.json["ke"]) == (409, f"{ALAMAT}/bandingkan")  # type: ignore[index]
    banding = meja.klien.get(f"{ALAMAT}/bandingkan").text
    assert all(kata in banding for kata in ("Milik saya", "Pengelolaan Sampah Lintas Daerah", "4 tahun", "3 tahun"))
    jejak = re.search(r'name="jejak" value="([^"]+)"', banding)
    assert jejak
    assert meja.kirim(f"{ALAMAT}/bandingkan", {"tindakan": "gabung", "jejak": "lama"}).status_code == 409
    meja.kirim(f"{ALAMAT}/bandingkan", {"tindakan": "gabung", "jejak": jejak[1]})
    assert ketik(meja, tindakan="simpan").status_code == 200
    k = load_kesepakatan(berkas).kesepakatan
    assert (k.judul, str(k.jangka_waktu)) == ("Milik saya", "4 tahun")


def test_what_is_not_saved_yet_can_be_looked_at(meja: Uji, berkas: Path) -> None:
    ketik(meja, {"judul": "Milik saya"})
    jawab = meja.klien.get(f"{ALAMAT}/bandingkan")
    assert jawab.status_code == 200
    assert "belum disimpan" in jawab.text
    assert "Milik saya" in jawab.text


PELADEN = """
import sys, waitress
from datetime import date
from pathlib import Path
from notakesepakatan.load.ruang_kerja import RuangKerja
from notakesepakatan.web import create_app
sah = set()
app = create_app(RuangKerja(Path(sys.argv[1])), hari_ini=lambda: date(2026, 11, 24), wajib_masuk=False, alamat_sah=sah)
peladen = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
sah.add(f"127.0.0.1:{peladen.effective_port}")
print(peladen.effective_port, flush=True)
peladen.run()
"""


def test_the_server_killed_in_the_middle_of_saves(meja: Uji, berkas: Path) -> None:
    """Whatever it acknowledged is in the file, whole; what was on its way is there whole or not at all."""
    terakhir = 0
    for _ in range(2):
        proses = subprocess.Popen([sys.executable, "-c", PELADEN, str(meja.akar)], stdout=subprocess.PIPE, text=True)
        assert proses.stdout
        asal = f"http://127.0.0.1:{proses.stdout.readline().strip()}"
        try:
            terakhir = _save_until_it_dies(asal, terakhir, proses)
        finally:
            proses.kill()
            proses.wait()
            proses.stdout.close()
        nomor, *_, akhir = (load_kesepakatan(berkas).kesepakatan.pasal[5].isi or "").split()
        assert akhir == f"{nomor}."
        assert int(nomor) - terakhir in (0, 1)
        terakhir = int(nomor)
    assert terakhir > 2


def _save_until_it_dies(asal: str, n: int, proses: subprocess.Popen[str]) -> int:
    """Save again and again, the server being killed meanwhile; gives the last number that was acknowledged."""
    buka = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    teks = buka.open(asal + ALAMAT).read().decode()
    token, kini = (re.search(pola, teks) for pola in ('csrf-token" content="([^"]+)', 'name="tanda" value="([^"]+)'))
    assert token
    assert kini
    tanda_kini = kini[1]
    cukup = n + 2
    kepala = {"Origin": asal, "Content-Type": "application/json", "X-CSRFToken": token[1]}
    while True:
        isian = {"pasal.5.isi": f"{n + 1} " + "kata " * 3_000 + f"{n + 1}."}
        isi = json.dumps({"tanda": tanda_kini, "isian": isian, "tindakan": "simpan"}).encode()
        try:
            jawab = buka.open(urllib.request.Request(f"{asal}{ALAMAT}/ketik", isi, kepala))  # noqa: S310 - our own server
            tanda_kini = json.load(jawab)["tanda"]
        except (OSError, http.client.HTTPException, ValueError):
            return n
        n += 1
        if n == cukup:  # some are through: die while one of the next is under way
            threading.Timer(0.3, proses.kill).start()


def test_a_signed_text_is_not_edited(meja: Uji) -> None:
    jawab = meja.klien.get("/kesepakatan/bp2mi-pekalongan-2022/sunting")
    assert jawab.status_code == 422
    assert "buatlah adendum" in jawab.text


def test_roles(meja_kantor: Any) -> None:
    meja = meja_kantor(ani="pembaca", budi="penyusun")
    make_draft(meja.akar)
    meja.masuk("ani")
    assert meja.klien.get(ALAMAT).status_code == 403
    assert meja.kirim(ALAMAT, {"tanda": "", "judul": "x"}).status_code == 403
    meja.kirim("/keluar")
    meja.masuk("budi")
    jawab = ketik(meja, {"penandatanganan.tanggal": "2026-11-20"}, "simpan")
    assert jawab.status_code == 422
