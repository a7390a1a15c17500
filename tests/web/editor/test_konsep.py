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

from notakesepakatan.bureau.konsep import konsep_side_draft
from notakesepakatan.desk.accounts import LOCAL
from notakesepakatan.load.kesepakatan import load_kesepakatan
from notakesepakatan.place import Place
from notakesepakatan.workspace import Workspace
from web.conftest import Uji

SLUG = "contoh-sampah-2025"
ALAMAT = f"/kesepakatan/{SLUG}/sunting"
JAHAT = ["<script>alert(1)</script>", "{{7*7}}", "=1+1", "../../etc", "a\r\nb: c"]


def make_draft(akar: Path) -> Path:
    """The example as a draft: its day of signing and its events gone."""
    berkas = akar / "agreements" / SLUG / "kesepakatan.yaml"
    berkas.write_text(
        berkas.read_text(encoding="utf-8").replace("  tanggal: 2025-02-10\n", ""),
        encoding="utf-8",
    )
    for satu in (berkas.parent / "peristiwa").iterdir():
        satu.unlink()
    return berkas


@pytest.fixture
def berkas(meja: Uji) -> Path:
    return make_draft(meja.root)


def tanda(meja: Uji) -> str:
    """What the page holds in its field of that name, without making the page."""
    draft = konsep_side_draft(Workspace(meja.root), SLUG, LOCAL.nama)
    return draft.open().stamp


def ketik(
    meja: Uji, isian: dict[str, str] | None = None, tindakan: str = "", **lain: Any
) -> TestResponse:
    return meja.kirim_json(
        f"{ALAMAT}/ketik",
        {"tanda": tanda(meja), "isian": isian or {}, "tindakan": tindakan, **lain},
    )


@pytest.mark.slow
def test_the_form_holds_every_datum(meja: Uji, berkas: Path) -> None:
    teks = meja.client.get(ALAMAT).text
    assert f'name="tanda" value="{tanda(meja)}"' in teks
    nama = set(re.findall(r'<(?:textarea|input|select) id="ruas-([^"]+)"', teks))
    from notakesepakatan.compute.editing.edits import shape
    from notakesepakatan.load.yaml.text import read_yaml
    from notakesepakatan.place import Place

    data = read_yaml(berkas.read_bytes(), "").data

    def walk(benda: Any, jalur: tuple[Any, ...] = ()) -> Any:
        if shape(jalur or ("",)):
            yield Place(jalur).field
        elif isinstance(benda, str):
            yield Place((*jalur, "isi")).field
        else:
            for langkah, isi in (
                benda.items() if isinstance(benda, dict) else enumerate(benda)
            ):
                yield from walk(isi, (*jalur, langkah))

    assert set(walk(data)) <= nama
    assert len(re.findall(r'id="([^"]+)"', teks)) == len(
        set(re.findall(r'id="([^"]+)"', teks))
    )


@pytest.mark.slow
def test_typed_seen_saved(meja: Uji, berkas: Path) -> None:
    lama = berkas.read_text(encoding="utf-8")
    jawab = ketik(
        meja,
        {"pasal.5.isi": "Biaya ditanggung bersama."},
        letak={"ruas": "pasal.5.isi"},
    ).json
    assert jawab
    assert "Biaya ditanggung bersama." in jawab["naskah"]
    assert jawab["datum"] == "pasal.6"
    assert berkas.read_text(encoding="utf-8") == lama
    assert "Biaya ditanggung bersama." in meja.client.get(ALAMAT).text
    assert ketik(meja, tindakan="simpan").status_code == 200
    baru = berkas.read_text(encoding="utf-8").split("\n")
    assert [b for b in baru if b not in lama.split("\n")] == [
        "    Biaya ditanggung bersama."
    ]
    assert "menyimpan konsep" in (meja.root / ".meja" / "jejak.jsonl").read_text()


@pytest.mark.slow
def test_parts_by_buttons(meja: Uji, berkas: Path) -> None:
    assert ketik(meja, tindakan="tambah pertimbangan").json["fokus"] == "pertimbangan.4"  # type: ignore[index]
    assert ketik(meja, tindakan="turun pasal.0").json["fokus"] == "pasal.1"  # type: ignore[index]
    assert ketik(meja, tindakan="urung").status_code == 200
    assert ketik(meja, tindakan="hapus pertimbangan.4").status_code == 200
    ketik(
        meja,
        {"pasal.0.ayat.0.isi": "Satu. Dua."},
        "pecah pasal.0.ayat.0",
        letak={"ruas": "pasal.0.ayat.0.isi", "posisi": 5},
    )
    ketik(
        meja,
        tindakan="rujuk pasal.2.ayat.1",
        letak={"ruas": "pasal.0.ayat.1.isi", "posisi": 3},
    )
    ketik(
        meja,
        tindakan="tempel lampiran.program",
        teks="Program baru\tTahap baru\tDi sini",
    )
    assert ketik(meja, tindakan="simpan").status_code == 200
    k = load_kesepakatan(berkas)
    assert [satu.isi for satu in k.kesepakatan.pasal[0].ayat[:2]] == [
        "Satu.",
        "Dua [[dalam ayat tugas_kedua]].",
    ]
    assert k.reading.pasal[0].ayat[1].isi == "Dua dalam Pasal 3 ayat (2)."
    assert k.kesepakatan.rencana_kerja
    assert k.kesepakatan.rencana_kerja.program[-1].tahapan[0].lokasi == "Di sini"


@pytest.mark.slow
def test_a_safe_fix(meja: Uji, berkas: Path) -> None:
    jawab = ketik(
        meja,
        {"pasal.5.isi": "Biaya dibebankan pada pada anggaran masing-masing PIHAK."},
    ).json
    assert jawab
    assert [t["kode"] for t in jawab["ruas"]["pasal.5.isi"]] == ["BAHASA-GANDA"]
    assert (
        "pasal.5.isi"
        not in ketik(meja, tindakan="perbaiki pasal.5.isi BAHASA-GANDA").json["ruas"]  # type: ignore[index]
    )


@pytest.mark.slow
def test_faults_all_at_once_and_nothing_lost(meja: Uji, berkas: Path) -> None:
    lama = berkas.read_bytes()
    isian = {
        "judul": "",
        "jangka_waktu": "lima tahun",
        "pasal.5.isi": "[[dalam Pasal 99]] \u200b",
    }
    ketik(meja, isian)
    jawab = ketik(meja, {"pasal.5.isi": "[[dalam Pasal 99]]"}, "simpan")
    assert jawab.status_code == 422
    assert jawab.json
    assert {"judul", "jangka_waktu", "pasal.5.isi"} <= set(jawab.json["ruas"])
    assert berkas.read_bytes() == lama
    assert "lima tahun" in meja.client.get(ALAMAT).text


@pytest.mark.slow
@pytest.mark.parametrize("jahat", JAHAT)
def test_payloads_stay_text(meja: Uji, berkas: Path, jahat: str) -> None:
    isian = {
        "judul": jahat,
        "para_pihak.0.nama": jahat,
        "pasal.5.isi": jahat,
        "lampiran.program.0.tahapan.0.lokasi": jahat,
    }
    jawab = ketik(meja, isian, "simpan")
    assert jawab.status_code == 200
    assert "<script>alert" not in meja.client.get(ALAMAT).text
    assert "<script>alert" not in meja.client.get(f"{ALAMAT}/pratinjau").text
    polos = " ".join(jahat.split())
    k = load_kesepakatan(berkas).reading
    assert (k.judul, k.para_pihak[0].nama, k.pasal[5].isi) == (polos, polos, polos)


@pytest.mark.slow
@pytest.mark.parametrize(
    "isi",
    [
        {"isian": {"../../x": "y"}},
        {"isian": {"pasal.99.isi": "y"}},
        {"tindakan": "hapus pasal.99"},
        {"tindakan": "meledak"},
        {"tindakan": "rujuk pasal.0", "letak": {"ruas": "..", "posisi": -5}},
        {"tindakan": "naik judul"},
        {"tindakan": "hapus "},
        {"tindakan": "sisip judul"},
        {"tindakan": "tambah "},
        {"tindakan": "tempel judul", "teks": "a\tb"},
    ],
)
def test_nonsense_is_refused(meja: Uji, berkas: Path, isi: dict[str, Any]) -> None:
    lama = berkas.read_bytes()
    jawab = meja.kirim_json(f"{ALAMAT}/ketik", {"tanda": tanda(meja), **isi})
    assert jawab.status_code == 422, jawab.text
    assert berkas.read_bytes() == lama


@pytest.mark.parametrize(
    "isi", [[], "x", {"isian": []}, {"isian": {"judul": 1}}, {"letak": 5}, 7]
)
def test_what_is_no_form_is_refused(meja: Uji, berkas: Path, isi: Any) -> None:
    assert meja.kirim_json(f"{ALAMAT}/ketik", isi).status_code == 400


@pytest.mark.slow
def test_without_script(meja: Uji, berkas: Path) -> None:
    isi = {"tanda": tanda(meja), "judul": "Tanpa skrip", "tindakan": "tambah pasal"}
    jawab = meja.send(ALAMAT, isi)
    assert jawab.headers["Location"].endswith("#ruas-pasal.11")
    assert meja.send(ALAMAT, {**isi, "judul": "Lain"}).status_code == 409
    meja.send(ALAMAT, {"tanda": tanda(meja), "tindakan": "hapus pasal.11"})
    assert (
        meja.send(ALAMAT, {"tanda": tanda(meja), "tindakan": "simpan"}).status_code
        == 303
    )
    assert load_kesepakatan(berkas).kesepakatan.judul == "Tanpa skrip"


@pytest.mark.slow
def test_a_file_changed_meanwhile(meja: Uji, berkas: Path) -> None:
    ketik(meja, {"judul": "Milik saya", "pasal.1.isi": "Maksud [[jenis]] ini."})
    berkas.write_text(
        berkas.read_text(encoding="utf-8").replace(
            'jangka_waktu: "3 tahun"', "jangka_waktu: 4 tahun"
        ),
        encoding="utf-8",
    )
    jawab = ketik(meja, tindakan="simpan")
    assert (jawab.status_code, jawab.json["ke"]) == (409, f"{ALAMAT}/bandingkan")  # type: ignore[index]
    banding = meja.client.get(f"{ALAMAT}/bandingkan").text
    assert all(
        kata in banding
        for kata in (
            "Milik saya",
            "Pengelolaan Sampah Lintas Daerah",
            "4 tahun",
            "3 tahun",
        )
    )
    assert "[[" not in banding
    rows = re.findall(r'<tr><th scope="row">([^<]+)</th>.*?nowrap">([^<]*)<', banding)
    assert "Maksud (jenis) ini." in banding
    assert set(rows) == {
        ("Judul", "Anda"),
        ("Jangka waktu", "orang lain"),
        ("Pasal 2", "Anda"),
    }
    jejak = re.search(r'name="jejak" value="([^"]+)"', banding)
    assert jejak
    assert (
        meja.send(
            f"{ALAMAT}/bandingkan", {"tindakan": "gabung", "jejak": "lama"}
        ).status_code
        == 409
    )
    meja.send(f"{ALAMAT}/bandingkan", {"tindakan": "gabung", "jejak": jejak[1]})
    assert ketik(meja, tindakan="simpan").status_code == 200
    k = load_kesepakatan(berkas).kesepakatan
    assert (k.judul, str(k.jangka_waktu)) == ("Milik saya", "4 tahun")


@pytest.mark.slow
def test_what_is_not_saved_yet_can_be_looked_at(meja: Uji, berkas: Path) -> None:
    ketik(meja, {"judul": "Milik saya"})
    jawab = meja.client.get(f"{ALAMAT}/bandingkan")
    assert jawab.status_code == 200
    assert "belum disimpan" in jawab.text
    assert "Milik saya" in jawab.text


PELADEN = """
import sys, waitress
from pathlib import Path
from notakesepakatan.workspace import Workspace
from notakesepakatan.web import create_app
sah = set()
app = create_app(Workspace(Path(sys.argv[1])), now=lambda: 1_795_496_400.0, login_required=False, valid_hosts=sah)
peladen = waitress.create_server(app, host="127.0.0.1", port=0, threads=4)
sah.add(f"127.0.0.1:{peladen.effective_port}")
print(peladen.effective_port, flush=True)
peladen.run()
"""


@pytest.mark.long
@pytest.mark.processes
def test_the_server_killed_in_the_middle_of_saves(meja: Uji, berkas: Path) -> None:
    """Whatever it acknowledged is in the file, whole; what was on its way is there whole or not at all."""
    terakhir = 0
    for _ in range(2):
        proses = subprocess.Popen(
            [sys.executable, "-c", PELADEN, str(meja.root)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert proses.stdout
        asal = f"http://127.0.0.1:{proses.stdout.readline().strip()}"
        try:
            terakhir = _save_until_it_dies(asal, terakhir, proses)
        finally:
            proses.kill()
            proses.wait()
            proses.stdout.close()
        nomor, *_, akhir = (
            load_kesepakatan(berkas).kesepakatan.pasal[5].isi or ""
        ).split()
        assert akhir == f"{nomor}."
        assert int(nomor) - terakhir in (0, 1)
        terakhir = int(nomor)
    assert terakhir > 2


def _save_until_it_dies(asal: str, n: int, proses: subprocess.Popen[str]) -> int:
    """Save again and again, the server being killed meanwhile; gives the last number that was acknowledged."""
    buka = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    teks = buka.open(asal + ALAMAT).read().decode()
    token, kini = (
        re.search(pola, teks)
        for pola in ('csrf-token" content="([^"]+)', 'name="tanda" value="([^"]+)')
    )
    assert token
    assert kini
    tanda_kini = kini[1]
    cukup = n + 2
    kepala = {
        "Origin": asal,
        "Content-Type": "application/json",
        "X-CSRFToken": token[1],
    }
    while True:
        isian = {"pasal.5.isi": f"{n + 1} " + "kata " * 3_000 + f"{n + 1}."}
        isi = json.dumps(
            {"tanda": tanda_kini, "isian": isian, "tindakan": "simpan"}
        ).encode()
        try:
            minta = urllib.request.Request(f"{asal}{ALAMAT}/ketik", isi, kepala)  # noqa: S310 - our own server
            jawab = buka.open(minta)
            tanda_kini = json.load(jawab)["tanda"]
        except (OSError, http.client.HTTPException, ValueError):
            return n
        n += 1
        if n == cukup:  # some are through: die while one of the next is under way
            threading.Timer(0.3, proses.kill).start()


@pytest.mark.slow
def test_a_signed_text_is_not_edited(meja: Uji) -> None:
    jawab = meja.client.get("/kesepakatan/bp2mi-pekalongan-2022/sunting")
    assert jawab.status_code == 422
    assert "buatlah adendum" in jawab.text


@pytest.mark.slow
def test_roles(meja_kantor: Any) -> None:
    meja = meja_kantor(ani="pembaca", budi="penyusun")
    make_draft(meja.root)
    meja.masuk("ani")
    assert meja.client.get(ALAMAT).status_code == 403
    assert meja.send(ALAMAT, {"tanda": "", "judul": "x"}).status_code == 403
    meja.send("/keluar")
    meja.masuk("budi")
    jawab = ketik(meja, {"penandatanganan.tanggal": "2026-11-20"}, "simpan")
    assert jawab.status_code == 422


@pytest.mark.slow
@pytest.mark.parametrize(
    "isi",
    [
        "{",
        "{}",
        "[]",
        '{"jejak": 1}',
        b"\xff",
        '{"jejak":"x","awal":{},"data":{},"versi":"dua","lalu":null}',
    ],
)
def test_a_broken_side_draft_is_put_aside_and_said(
    isi: str | bytes, meja: Uji, berkas: Path
) -> None:
    ketik(meja, {"judul": "Milik saya"})
    sisi = meja.root / f".meja/sunting/{SLUG}.lokal.json"
    sisi.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
    jawab = meja.client.get(ALAMAT)
    assert (
        jawab.status_code == 422
        and "Muat ulang" in jawab.text
        and str(meja.root) not in jawab.text
    )
    assert meja.client.get(ALAMAT).status_code == 200
    assert sisi.with_suffix(".json.rusak").is_file()


@pytest.mark.slow
def test_separators_of_lines_are_spaces_and_comments_stay(
    meja: Uji, berkas: Path
) -> None:
    sebelum = berkas.read_text(encoding="utf-8").count("#")
    for ruas in ("pertimbangan.0.isi", "para_pihak.0.pengangkatan"):
        assert (
            ketik(
                meja, {ruas: "bahwa kerja sama\u2028diperlukan\x85lagi\u2029"}
            ).status_code
            == 200
        )
    assert ketik(meja, tindakan="simpan").status_code == 200
    teks = berkas.read_text(encoding="utf-8")
    assert teks.count("#") == sebelum
    k = load_kesepakatan(berkas).kesepakatan
    assert (
        k.pertimbangan[0].isi
        == k.para_pihak[0].pengangkatan
        == "bahwa kerja sama diperlukan lagi"
    )


@pytest.mark.long
@pytest.mark.slow
def test_more_than_a_file_may_hold_is_said(meja: Uji, berkas: Path) -> None:
    jawab = ketik(meja, {"pasal.5.isi": "kata " * 210_000})
    assert jawab.status_code == 200 and "1 MB" in jawab.get_json()["temuan"]
    assert ketik(meja, tindakan="simpan").status_code == 422
    assert meja.client.get(ALAMAT).status_code == 200


@pytest.mark.slow
def test_signing_is_no_work_of_the_editor(meja: Uji, berkas: Path) -> None:
    jawab = ketik(meja, {"penandatanganan.tanggal": "2026-11-24"}).get_json()
    assert any(
        "dicatat tersendiri" in t["pesan"]
        for t in jawab["ruas"]["penandatanganan.tanggal"]
    )
    assert ketik(meja, tindakan="simpan").status_code == 422
    assert "tanggal: 2026-11-24" not in berkas.read_text(encoding="utf-8")


@pytest.mark.slow
def test_what_no_script_of_ours_sends_is_refused(meja: Uji, berkas: Path) -> None:
    kepala = {
        "X-CSRFToken": meja.token(),
        "Accept": "application/json",
        "Content-Type": "application/json",
    }
    for isi in ("[" * 100_000, '{"isian": {"judul": "\\ud800"}}'):
        assert (
            meja.client.post(f"{ALAMAT}/ketik", data=isi, headers=kepala).status_code
            == 400
        )


def fields_of(html: str) -> list[str]:
    """Names of the fields that are seen without unfolding anything else."""
    return re.findall(
        r'<(?:textarea|input|select) id="ruas-([^"]+)"',
        re.sub(r'<details class="lain">.*?</details>', "", html, flags=re.S),
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tindakan", "ruas"),
    [
        ("tambah pasal", ["pasal.11.judul", "pasal.11.isi"]),
        ("sisip pasal.0", ["pasal.1.judul", "pasal.1.isi"]),
        ("tambah pasal.5.huruf", ["pasal.5.huruf.0.isi"]),
        ("tambah pertimbangan", ["pertimbangan.4.isi"]),
        (
            "tambah para_pihak",
            ["para_pihak.3.nama", "para_pihak.3.jabatan", "para_pihak.3.pejabat"],
        ),
        ("tambah para_pihak.0.korespondensi", ["para_pihak.0.korespondensi.1.nama"]),
    ],
)
def test_what_a_new_item_needs_is_in_sight(
    meja: Uji, berkas: Path, tindakan: str, ruas: list[str]
) -> None:
    jawab = ketik(meja, tindakan=tindakan).get_json()
    nama = [
        satu for satu in fields_of(jawab["formulir"]) if satu.startswith(jawab["fokus"])
    ]
    assert set(ruas) <= set(nama)
    assert nama[0] == ruas[0]


@pytest.mark.slow
def test_a_new_law_shows_its_gazette(meja: Uji, berkas: Path) -> None:
    jawab = ketik(meja, tindakan="tambah dasar_hukum").get_json()
    nama = [
        satu.removeprefix(jawab["fokus"])
        for satu in fields_of(jawab["formulir"])
        if satu.startswith(jawab["fokus"] + ".")
    ]
    assert {".jenis", ".nomor", ".tahun", ".tentang", ".lembaran.nomor"} <= set(nama)


@pytest.mark.slow
def test_an_agreement_without_annex(meja: Uji, berkas: Path) -> None:
    lama = load_kesepakatan(berkas).kesepakatan.lampiran
    assert 'value="hapus lampiran"' in meja.client.get(ALAMAT).text
    jawab = ketik(meja, tindakan="hapus lampiran").get_json()
    assert 'value="tambah lampiran"' in jawab["formulir"]
    assert "lampiran.program" not in jawab["formulir"]
    assert "lampiran" not in "".join(jawab["ruas"])
    assert ketik(meja, tindakan="urung").status_code == 200
    ketik(meja, tindakan="simpan")
    assert load_kesepakatan(berkas).kesepakatan.lampiran == lama
    ketik(meja, tindakan="hapus lampiran")
    assert ketik(meja, tindakan="simpan").status_code == 200
    assert load_kesepakatan(berkas).kesepakatan.lampiran is None
    assert "lampiran:" not in berkas.read_text(encoding="utf-8")
    jawab = ketik(meja, tindakan="tambah lampiran").get_json()
    assert jawab["fokus"] == "lampiran.program.0.nama"
    assert ketik(meja, tindakan="tambah lampiran").status_code == 422
    ketik(
        meja,
        {
            "lampiran.program.0.nama": "Program",
            "lampiran.program.0.tahapan.0.isi": "Tahapan",
        },
    )
    assert ketik(meja, tindakan="simpan").status_code == 200
    k = load_kesepakatan(berkas).reading
    assert k.rencana_kerja
    assert (
        k.rencana_kerja.program[0].nama,
        k.rencana_kerja.judul[0],
        len(k.rencana_kerja.kepala),
    ) == ("Program", "RENCANA KERJA", 5)


@pytest.mark.slow
def test_the_annex_goes_and_comes_without_script(meja: Uji, berkas: Path) -> None:
    isi = {
        "lampiran.kepala": "Lampiran",
        "lampiran.program.0.nama": "Program",
    }  # the whole form is sent along
    assert (
        meja.send(
            ALAMAT, {"tanda": tanda(meja), "tindakan": "hapus lampiran", **isi}
        ).status_code
        == 303
    )
    assert 'value="tambah lampiran"' in meja.client.get(ALAMAT).text
    assert (
        meja.send(
            ALAMAT, {"tanda": tanda(meja), "tindakan": "tambah lampiran"}
        ).status_code
        == 303
    )
    assert 'name="lampiran.program.0.nama"' in meja.client.get(ALAMAT).text


@pytest.mark.slow
def test_the_last_programme_gone_says_what_to_do(meja: Uji, berkas: Path) -> None:
    for _ in range(3):
        jawab = ketik(meja, tindakan="hapus lampiran.program.0").get_json()
    pesan = jawab["ruas"]["lampiran.program"][0]["pesan"]
    assert pesan == "paling sedikit 1; tambahkan yang kurang, atau hapus Lampiran"


@pytest.mark.slow
@pytest.mark.parametrize(
    "ruas",
    [
        "lampiran.program.0.tahapan.0.tugas.kesatu.0",
        "lampiran.program.0.tahapan.0.tahun.0",
        "jangka_waktu.jumlah",
        "jangka_waktu.satuan",
        "judul.0",
        "tenggat.pemberitahuan.jumlah",
        "lampiran.program.nama",
        "para_pihak.nama",
    ],
)
def test_a_path_into_a_text_is_refused(meja: Uji, berkas: Path, ruas: str) -> None:
    assert ketik(meja, {ruas: "x"}).status_code == 422
    isi = {"tanda": tanda(meja), ruas: "x", "tindakan": "simpan"}
    assert meja.send(ALAMAT, isi).status_code in (303, 422)
    assert ketik(meja, tindakan=f"tambah {ruas}").status_code == 422
    assert ketik(meja, tindakan=f"tempel {ruas}", teks="a\tb").status_code == 422


@pytest.mark.slow
def test_a_cell_too_long_to_paste_is_refused_kindly(meja: Uji, berkas: Path) -> None:
    jawab = ketik(meja, tindakan="tempel lampiran.program", teks="x" * 131_073 + "\ty")
    assert jawab.status_code == 422
    assert "Tidak dapat" in jawab.get_json()["galat"][0]


RUSAK = [
    # what an unskilled hand wrote, and where its finding stands
    ("lampiran:\n  kepala: [a]\n  judul: [b]\n  program: x\n", "Rencana Kerja"),
    ("lampiran: x\n", "Lampiran"),
    (
        "lampiran:\n  kepala: [a]\n  judul: [b]\n  program:\n  - nama: P\n    tahapan: y\n",
        "Program 1",
    ),
    ("lampiran:\n  kepala: [a]\n  judul: [b]\n  program:\n  - nama: P\n", "Program 1"),
    ("lampiran:\n  kepala: [a]\n  judul: [b]\n  program:\n  - P\n", "Program 1"),
    ("pasal: x\n", "Pasal"),
    ("pasal:\n- x\n", "Pasal 1"),
    ("pasal:\n- judul: A\n  ayat: x\n", "Pasal 1"),
    ("pasal:\n- judul: A\n  nomor: {a: b}\n  kunci: [c]\n  isi: {d: e}\n", "Pasal 1"),
    ("para_pihak: x\n", "Para pihak"),
    ("para_pihak: {nama: x}\n", "Para pihak"),
    ("dasar_hukum: x\n", "Dasar hukum"),
    ("pertimbangan:\n- {huruf: {a: b}}\n", "Pertimbangan huruf a"),
    ("tenggat: x\n", "Tenggat"),
    ("kalimat: x\n", "Kalimat"),
    ("judul: {a: b}\n", "Judul"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("yaml", "letak"), RUSAK)
def test_the_editor_opens_on_data_of_another_shape(
    meja: Uji, berkas: Path, yaml: str, letak: str
) -> None:
    kunci = yaml.partition(":")[0]
    teks = re.sub(
        rf"^{kunci}:.*?(?=^[a-z_]+:|\Z)",
        "",
        berkas.read_text(encoding="utf-8"),
        flags=re.S | re.M,
    )
    berkas.write_text(f"{teks}\n{yaml}", encoding="utf-8")
    jawab = meja.client.get(ALAMAT)
    assert jawab.status_code == 200
    temuan = jawab.text[
        jawab.text.index('id="temuan"') : jawab.text.index('id="formulir"')
    ]
    assert re.search(rf'">{re.escape(letak)}[^<]*</a>', temuan), temuan
    assert meja.client.get(f"{ALAMAT}/pratinjau").status_code == 200
    assert ketik(meja, {"judul": "Lain"} if kunci != "judul" else {}).status_code == 200
    assert meja.send(
        ALAMAT, {"tanda": tanda(meja), "tindakan": "simpan"}
    ).status_code in (303, 422)


@pytest.mark.slow
def test_places_choices_and_words_are_those_of_the_office(
    meja: Uji, berkas: Path
) -> None:
    isian = {
        "pasal.0.judul": "",
        "para_pihak.0.jabatan": "",
        "lampiran.program.0.tahapan.1.isi": "",
        "pertimbangan.1.isi": "",
    }
    ketik(meja, isian)
    teks = meja.client.get(ALAMAT).text
    temuan = teks[teks.index('id="temuan"') : teks.index('id="formulir"')]
    for kata in (
        "PIHAK KESATU › Jabatan</a>: Wajib diisi.",
        "Program 1, tahapan 2</a>: Wajib diisi.",
        "Pertimbangan huruf b</a>: Wajib diisi.",
    ):
        assert kata in temuan
    assert (
        '<option value="" selected>Bawaan</option><option value="hari_yang_sama">Tanggal yang sama'
        in teks
    )
    assert (
        ">hari_yang_sama<" not in teks
        and ">(bawaan)<" not in teks
        and ">bawaan<" not in teks
    )
    assert (
        '<option value="" selected>tidak</option><option value="ya">ya</option>' in teks
    )
    assert "hapus kunci" not in teks
    rujukan = re.findall(r"<option value=\"pasal[^>]*>([^<]*)", teks)
    assert rujukan
    assert not [satu for satu in rujukan if "[[" in satu]
    assert any(
        satu.startswith("Pasal 3 ayat (1) – PIHAK KESATU mempunyai tugas")
        for satu in rujukan
    )
    jawab = ketik(meja, {"para_pihak.0.jabatan": ""}).get_json()
    assert [t["pesan"] for t in jawab["ruas"]["para_pihak.0.jabatan"]] == [
        "Wajib diisi."
    ]


KATA = [
    (
        "para_pihak.0",
        "x",
        "pengangkatan belum diisi",
        'tambahkan "pengangkatan:"',
        "pengangkatan belum diisi; isi Pengangkatan",
    ),
    (
        "pasal.3.ayat.0.huruf.1.isi",
        "isian",
        "[[para_pihak.kesatu.pejabat_pelaksana]]: belum diisi",
        "isi para_pihak.kesatu.pejabat_pelaksana, atau hapus dari kalimat ini",
        "[[para_pihak.kesatu.pejabat_pelaksana]]: belum diisi; isi Pejabat pelaksana PIHAK KESATU, atau hapus dari kalimat ini",
    ),
    (
        "judul",
        "string-type",
        "teks kosong",
        "isi, atau hapus kunci ini bila tidak wajib",
        "Wajib diisi.",
    ),
    (
        "lampiran",
        "kunci-kurang",
        "kunci wajib belum ada",
        'tambahkan "program:" di bagian ini',
        "Wajib ada; tambahkan.",
    ),
    (
        "konvensi_berakhir",
        "literal-error",
        '"x": bukan pilihan yang dikenal',
        "pilih salah satu: hari_yang_sama, sehari_sebelum",
        '"x": bukan pilihan yang dikenal; pilih salah satu: "Tanggal yang sama", "Sehari sebelumnya"',
    ),
    (
        "pasal.0.isi",
        "x",
        'kata "a_b.c" dan surel tu@contoh.go.id',
        "periksa",
        'kata "a_b.c" dan surel tu@contoh.go.id; periksa',
    ),
    (
        "jangka_waktu",
        "lama",
        '"x": bukan jangka waktu',
        "tulis bilangan dan satuan",
        '"x": bukan jangka waktu; tulis bilangan dan satuan',
    ),
]


@pytest.mark.parametrize(("ruas", "kode", "pesan", "saran", "expect"), KATA)
def test_a_finding_in_the_words_of_a_form(
    ruas: str, kode: str, pesan: str, saran: str, expect: str
) -> None:
    from notakesepakatan.bureau.field_temuan import FieldTemuan
    from notakesepakatan.web.editor.temuan import temuan_words

    assert (
        temuan_words(FieldTemuan(Place.of_field(ruas), "wajib", pesan, saran, kode), {})
        == expect
    )


LETAK = {
    "pasal.3.ayat.0.huruf.1": "Pasal 4 ayat (1) huruf b",
    "pasal.3.ayat.0.huruf.1.isi": "Pasal 4 ayat (1) huruf b",
    "pasal.3.judul": "Pasal 4 › Judul",
    "lampiran.program.0.tahapan.1": "Program 1, tahapan 2",
    "lampiran.program.0.tahapan.1.tahapan.1.isi": "Program 1, tahapan 2.b",
    "lampiran.program.0.tahapan.1.tugas.kedua": "Program 1, tahapan 2 › Tugas PIHAK KEDUA",
    "lampiran.program": "Rencana Kerja",
    "lampiran.kepala": "Lampiran › Kepala",
    "para_pihak.0": "PIHAK KESATU",
    "para_pihak.1.korespondensi.0.kode_pos": "PIHAK KEDUA › Alamat 1 › Kode pos",
    "pertimbangan.2.isi": "Pertimbangan huruf c",
    "dasar_hukum.5.lembaran.nomor": "Dasar hukum angka 6 › Lembaran › Nomor",
    "kalimat.pihak": "Kalimat › Pihak",
    "isi": "Isi",
    "perubahan.0.nomor": "Perubahan 1 › Nomor",
}


@pytest.mark.parametrize(("ruas", "expect"), LETAK.items())
def test_a_place_in_words(ruas: str, expect: str) -> None:
    from notakesepakatan.web.editor.places import caption

    assert caption(Place.of_field(ruas)) == expect


def test_numbers_of_a_change_are_those_of_its_adendum() -> None:
    from notakesepakatan.web.editor.places import caption, item_numbers

    lama: dict[str, Any] = {
        "pasal": [
            {
                "judul": "SATU",
                "isi": "Terdiri atas:",
                "huruf": ["alfa satu;", "beta dua;", "gama tiga; dan", "delta empat."],
            },
            {"judul": "DUA", "ayat": ["Pertama sekali.", "Kedua kali."]},
            {"judul": "TIGA", "isi": "Penutup."},
        ]
    }
    baru: dict[str, Any] = {
        "pasal": [
            {
                **lama["pasal"][0],
                "huruf": ["alfa satu;", "gama tiga; dan", "delta empat."],
            },
            {"judul": "BARU", "isi": "Disisipkan di sini."},
            {
                "judul": "DUA",
                "ayat": ["Pertama sekali.", "Sisipan tersendiri.", "Kedua kali."],
            },
            lama["pasal"][2],
        ]
    }
    nomor = item_numbers(baru, lama)
    assert [nomor["pasal", 0, "huruf", i] for i in range(3)] == ["a", "c", "d"]
    assert [nomor["pasal", i] for i in range(4)] == ["1", "1A", "2", "3"]
    assert caption(Place.of_field("pasal.2.ayat.1.isi"), nomor) == "Pasal 2 ayat (1a)"
    assert item_numbers(baru)["pasal", 2, "ayat", 2] == "3"


@pytest.mark.slow
def test_a_change_is_labelled_as_its_adendum_says(meja: Uji) -> None:
    alamat = f"/kesepakatan/{SLUG}/ubah"

    def kirim(tindakan: str) -> dict[str, str]:
        cocok = re.search(r'name="tanda" value="([^"]+)"', meja.client.get(alamat).text)
        assert cocok
        jawab = meja.kirim_json(
            f"{alamat}/ketik", {"tanda": cocok[1], "tindakan": tindakan}
        )
        assert jawab.status_code == 200
        return jawab.get_json()  # type: ignore[no-any-return]

    def label(html: str, ruas: str) -> str:
        cocok = re.search(
            rf'id="ruas-{re.escape(ruas)}"[^>]*>\s*<(?:legend|summary)>(.*?)</(?:legend|summary)>',
            html,
            re.S,
        )
        assert cocok, ruas
        return re.sub(r"<[^>]+>", "", cocok[1]).strip()

    assert label(meja.client.get(alamat).text, "pasal.1.huruf.1") == "huruf b"
    formulir = kirim("hapus pasal.1.huruf.1")["formulir"]
    assert [label(formulir, f"pasal.1.huruf.{i}") for i in range(2)] == [
        "huruf a",
        "huruf c",
    ]
    formulir = kirim("sisip pasal.3")["formulir"]
    assert label(formulir, "pasal.4") == "Pasal 4A"
    assert label(formulir, "pasal.5").startswith("Pasal 5 ")


@pytest.mark.slow
def test_what_an_adendum_deleted_looks_so(meja: Uji, berkas: Path) -> None:
    isian = {"pasal.1.huruf.0.dihapus": "ya", "lampiran.program.0.dihapus": "ya"}
    jawab = ketik(meja, isian, "naik pasal.1.huruf.0").get_json()
    cocok = re.search(
        r'<details class="anggota dihapus" id="ruas-pasal.1.huruf.0"[^>]*><summary>(.*?)</summary>',
        jawab["formulir"],
    )
    assert cocok
    assert cocok[1].startswith('<b>huruf a</b> dihapus <s class="dihapus">')
    assert '"pasal.1.huruf.0"' not in str(
        [
            n
            for n, _ in re.findall(
                r'<option value="([^"]*)">([^<]*)', jawab["formulir"]
            )
        ]
    )


def _options(html: str, ruas: str) -> list[str]:
    """What a select offers."""
    cocok = re.search(rf'<select id="ruas-{ruas}".*?</select>', html, re.DOTALL)
    assert cocok
    return re.findall(r'<option value="([^"]*)"', cocok[0])


@pytest.mark.slow
def test_roles_are_offered_and_none_twice(meja: Uji, berkas: Path) -> None:
    html = ketik(meja, tindakan="tambah pasal").get_json()["formulir"]
    baru = _options(html, r"pasal\.11\.kunci")
    assert baru[0] == ""
    assert "jangka_waktu" not in baru, "another pasal has it"
    lama = load_kesepakatan(berkas).kesepakatan.pasal
    (n,) = (i for i, pasal in enumerate(lama) if pasal.kunci == "jangka_waktu")
    assert "jangka_waktu" in _options(html, rf"pasal\.{n}\.kunci"), "it keeps its own"
    html = ketik(
        meja, {"pasal.11.kunci": "nama_sendiri"}, tindakan="tambah pasal.11.ayat"
    ).get_json()["formulir"]
    assert "nama_sendiri" in _options(html, r"pasal\.11\.kunci")
    ayat = _options(html, r"pasal\.11\.ayat\.0\.kunci")
    assert "pemantauan" not in ayat, "another ayat has it"
    isian = {"pasal.11.ayat.0.kunci": "pemantauan"}
    html = ketik(meja, isian, tindakan="tambah pasal.11.ayat").get_json()["formulir"]
    assert "pemantauan" in _options(html, r"pasal\.11\.ayat\.0\.kunci")


@pytest.mark.slow
def test_a_legal_basis_in_its_own_words(meja: Uji, berkas: Path) -> None:
    nama = ketik(meja, tindakan="tambah dasar_hukum").get_json()["fokus"]
    isian = {f"{nama}.teks": "Kitab Undang-Undang Hukum Perdata"}
    html = ketik(meja, isian, tindakan="tambah pertimbangan").get_json()["formulir"]
    seen = [satu for satu in fields_of(html) if satu.startswith(f"{nama}.")]
    assert seen == [f"{nama}.teks"]
    ketik(meja, tindakan="urung")
    assert ketik(meja, tindakan="simpan").status_code == 200
    last = load_kesepakatan(berkas).kesepakatan.dasar_hukum[-1]
    assert last.teks == "Kitab Undang-Undang Hukum Perdata"
    assert "teks: Kitab Undang-Undang Hukum Perdata\n" in berkas.read_text("utf-8")


@pytest.mark.slow
def test_what_a_pasal_may_hold_beside_its_words(meja: Uji, berkas: Path) -> None:
    """A pasal with BAB, an intro before ayat, a list of its own way and a table, made by hand."""
    ketik(meja, tindakan="tambah pasal")
    intro = {"pasal.11.isi": "PARA PIHAK sepakat:", "pasal.11.judul": "BAYAR"}
    ketik(meja, intro, tindakan="tambah pasal.11.ayat")
    ketik(meja, {"pasal.11.ayat.0.isi": "Rinciannya:"}, "tambah pasal.11.ayat.0.poin")
    isian = {
        "pasal.11.bab": "Pembayaran",
        "pasal.11.ayat.0.gaya_rincian": "•",
        "pasal.11.ayat.0.poin.0.isi": "satu",
        "pasal.11.ayat.0.paragraf": "Paragraf kedua.\nParagraf ketiga.",
    }
    ketik(meja, isian, tindakan="tambah pasal.11.tabel.kolom")
    ketik(
        meja, {"pasal.11.tabel.kolom.0.judul": "Tahap"}, "tambah pasal.11.tabel.kolom"
    )
    isian = {
        "pasal.11.tabel.kolom.1.judul": "Nilai",
        "pasal.11.tabel.kolom.1.jenis": "uang",
        "pasal.11.tabel.kolom.1.jumlah": "ya",
        "pasal.11.tabel.baris": "I\t1.000\nII | 2.000",
    }
    html = ketik(meja, isian, tindakan="tambah pasal.11.baris").get_json()["formulir"]
    assert 'value="hapus pasal.11.tabel"' in html
    assert ">\nI | 1.000\nII | 2.000</textarea>" in html
    isian = {"pasal.11.baris.0.label": "Nama Bank", "pasal.11.baris.0.isi": "Bank A"}
    ketik(meja, isian)
    assert ketik(meja, tindakan="simpan").status_code == 200
    pasal = load_kesepakatan(berkas).reading.pasal[11]
    assert (pasal.bab, pasal.nomor_bab) == ("Pembayaran", "I")
    assert pasal.isi == "PARA PIHAK sepakat:"
    assert pasal.ayat[0].paragraf == ("Paragraf kedua.", "Paragraf ketiga.")
    assert pasal.ayat[0].poin[0].isi == "satu"
    assert pasal.tabel
    assert pasal.tabel.baris == (("I", "1.000"), ("II", "2.000"))
    assert pasal.baris[0].label == "Nama Bank"


@pytest.mark.slow
def test_a_table_goes_with_its_button(meja: Uji, berkas: Path) -> None:
    ketik(meja, tindakan="tambah pasal.5.tabel.kolom")
    html = ketik(meja, tindakan="hapus pasal.5.tabel").get_json()["formulir"]
    assert 'value="hapus pasal.5.tabel"' not in html


@pytest.mark.slow
def test_a_translation_has_its_box_beside_each_text(meja: Uji, berkas: Path) -> None:
    assert "terjemahan" not in meja.client.get(ALAMAT).text.lower()
    assert ketik(meja, {"bahasa_kedua": "Inggris"}).status_code == 200
    form = meja.client.get(ALAMAT).text
    for name in (
        "pasal.5.terjemahan.isi",
        "terjemahan.judul",
        "para_pihak.0.terjemahan.nama",
    ):
        assert f'id="ruas-{name}"' in form
    answer = ketik(meja, {"pasal.5.terjemahan.isi": "Each party bears its own costs."})
    assert answer.json
    assert "Each party bears its own costs." in answer.json["naskah"]
    assert "Article 6" in answer.json["naskah"]
    assert "pada Terjemahan" in answer.json["temuan"]
    assert ketik(meja, tindakan="simpan").status_code == 200
    written = load_kesepakatan(berkas).kesepakatan
    assert written.bahasa_kedua == "Inggris"
    beside = written.pasal[5].terjemahan
    assert beside
    assert beside.isi == "Each party bears its own costs."


@pytest.mark.slow
def test_a_rencana_kerja_is_translated_cell_by_cell(meja: Uji, berkas: Path) -> None:
    stage = "lampiran.program.0.tahapan.0"
    assert f'id="ruas-{stage}.terjemahan.isi"' not in meja.client.get(ALAMAT).text
    ketik(meja, {"bahasa_kedua": "Inggris"})
    form = meja.client.get(ALAMAT).text
    for name in (
        "lampiran.program.0.terjemahan.nama",
        f"{stage}.terjemahan.isi",
        f"{stage}.terjemahan.tugas.kesatu",
        f"{stage}.terjemahan.output",
    ):
        assert f'id="ruas-{name}" name="{name}"' in form, name
    assert f'id="ruas-{stage}.terjemahan.tahun"' not in form
    typed = {
        "lampiran.program.0.terjemahan.nama": "Waste Management",
        f"{stage}.terjemahan.isi": "Joint survey",
        f"{stage}.terjemahan.tugas.kesatu": "provides data\nprovides a team",
        f"{stage}.terjemahan.output": "a report",
    }
    answer = ketik(meja, typed)
    assert answer.json
    assert "Waste Management" in answer.json["naskah"]
    assert ketik(meja, tindakan="simpan").status_code == 200
    written = load_kesepakatan(berkas).kesepakatan.rencana_kerja
    assert written
    (program, *_) = written.program
    assert program.terjemahan
    assert program.terjemahan.nama == "Waste Management"
    beside = program.tahapan[0].terjemahan
    assert beside
    assert (beside.isi, beside.output) == ("Joint survey", ("a report",))
    assert beside.tugas["kesatu"] == ("provides data", "provides a team")


@pytest.mark.slow
def test_instruments_are_offered_and_a_foreign_one_stays(
    meja: Uji, berkas: Path
) -> None:
    offered = _options(meja.client.get(ALAMAT).text, "instrumen")
    assert offered[0] == "" and {"nota-sinergi", "pks-ksdpk"} <= set(offered)
    ketik(meja, {"instrumen": "milik-sendiri"})
    assert "milik-sendiri" in _options(meja.client.get(ALAMAT).text, "instrumen")
