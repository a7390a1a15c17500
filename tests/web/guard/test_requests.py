"""What stands before every page: host, origin, CSRF, headers, sizes, paths, and what a payload stays."""

import logging
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from conftest import CONTOH, MINIMAL
from notakesepakatan.web.guard.requests import LARGEST_SIZE, needed
from web.conftest import HOST, SANDI, Uji

MUATAN = (
    "<script>alert(1)</script>",
    "{{7*7}}",
    "=1+1",
    "../../etc/passwd",
    "a\r\nSet-Cookie: b=c",
    "\x00",
    "' OR 1=1 --",
)
NOTA = "/kesepakatan/bp2mi-pekalongan-2022"


def _pages(app: Flask) -> list[str]:
    """Every page that is read, with the example's slug where one is asked for."""
    hasil = []
    for aturan in app.url_map.iter_rules():
        if "GET" in (aturan.methods or ()) and aturan.arguments <= {"slug"}:
            hasil.append(aturan.rule.replace("<slug>", "bp2mi-pekalongan-2022"))
    return hasil


@pytest.mark.slow
def test_every_answer_carries_the_headers(meja: Uji) -> None:
    semua = [
        *_pages(meja.app),
        "/tidak-ada",
        "/kesepakatan/tidak-ada",
        "/static/meja.css",
        f"{NOTA}/naskah/nota-kesepakatan.html",
    ]
    assert len(semua) > 8
    for alamat in semua:
        jawaban = meja.client.get(alamat, buffered=True)
        assert jawaban.status_code < 500, alamat
        csp = jawaban.headers["Content-Security-Policy"]
        assert csp.startswith("default-src 'none'"), alamat
        assert "script-src" not in csp or "script-src 'self';" in csp
        assert ("unsafe-inline" in csp) == ("sandbox" in csp), alamat
        assert "unsafe-eval" not in csp
        assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
        assert jawaban.headers["Referrer-Policy"] == "same-origin"
        assert jawaban.headers["Cache-Control"] == (
            "no-cache" if alamat.startswith("/static") else "no-store"
        )
        assert "Werkzeug" not in jawaban.headers.get("Server", "")


@pytest.mark.slow
def test_no_page_has_script_or_style_inside(meja: Uji) -> None:
    for alamat in _pages(meja.app):
        jawaban = meja.client.get(alamat)
        if (
            jawaban.mimetype == "text/html"
            and "sandbox" not in jawaban.headers["Content-Security-Policy"]
        ):
            isi = jawaban.text
            assert not re.search(
                r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", isi
            ), alamat
            assert not re.search(r'(?:src|href|action)="(?:https?:)?//', isi), alamat


@pytest.mark.parametrize(
    "host", ["jahat.example", f"{HOST}:81", "localhost.jahat.example", "127.0.0.1"]
)
def test_another_host_is_refused(meja: Uji, host: str) -> None:
    jawaban = meja.client.get("/", base_url=f"http://{host}")
    assert jawaban.status_code == 400
    assert "Pengelolaan Sampah" not in jawaban.text


@pytest.mark.parametrize(
    "asal",
    [
        "http://jahat.example",
        "null",
        "",
        f"https://{HOST}",
        f"http://{HOST}.jahat.example",
        f"http://{HOST}:81",
    ],
)
@pytest.mark.slow
def test_another_origin_is_refused(meja_kantor: Callable[..., Uji], asal: str) -> None:
    meja = meja_kantor(ani="pembaca")
    isi = {"csrf_token": meja.token("/masuk"), "nama": "ani", "sandi": SANDI}
    meja.client.environ_base["HTTP_ORIGIN"] = asal
    assert meja.client.post("/masuk", data=isi).status_code == 403
    assert meja.client.get("/").status_code == 302


def test_a_form_without_origin_is_refused(meja: Uji) -> None:
    del meja.client.environ_base["HTTP_ORIGIN"]
    assert meja.send("/keluar").status_code == 403


@pytest.mark.slow
@pytest.mark.parametrize("token", [None, "", "karangan", "x" * 5000])
def test_a_form_without_its_token_is_refused(meja: Uji, token: str | None) -> None:
    jawaban = meja.client.post(
        "/keluar", data={} if token is None else {"csrf_token": token}
    )
    assert jawaban.status_code == 400
    assert "terlalu lama terbuka" in jawaban.text
    assert meja.send("/keluar").status_code == 302


@pytest.mark.slow
def test_nothing_changes_by_being_read(meja: Uji) -> None:
    def files() -> dict[Path, bytes]:
        return {
            satu: satu.read_bytes()
            for satu in (meja.root / "agreements").rglob("*")
            if satu.is_file()
        }

    sebelum = files()
    for alamat in _pages(meja.app):
        meja.client.get(alamat)
    assert files() == sebelum
    assert not (meja.root / ".meja/jejak.jsonl").exists()


def test_too_much_is_refused(meja: Uji) -> None:
    jawaban = meja.send("/keluar", {"isi": "x" * (LARGEST_SIZE + 1)})
    assert jawaban.status_code == 413
    assert "2 MB" in jawaban.text


@pytest.mark.parametrize(
    "alamat",
    [
        "/kesepakatan/../../etc/passwd",
        "/kesepakatan/..%2f..%2fetc%2fpasswd",
        "/kesepakatan/%2e%2e",
        "/kesepakatan/.meja",
        "/kesepakatan/bp2mi-pekalongan-2022%00",
        "/kesepakatan/BP2MI",
        "/kesepakatan/a%0d%0ab",
        f"{NOTA}/naskah/..%2fkesepakatan.html",
        f"{NOTA}/naskah/kesepakatan.yaml",
        f"{NOTA}/naskah/nota-kesepakatan.exe",
        f"{NOTA}/naskah/../../../.meja/kunci-sesi",
        f"{NOTA}/naskah/nota-kesepakatan-rangkap-9.pdf",
        f"{NOTA}/naskah/adendum-01-lacak-perubahan.html",
        f"{NOTA}/naskah/naskah-konsolidasi.exe",
        f"{NOTA}/naskah/naskah-konsolidasi.html?per=../..",
        "/static/../../konteks.py",
        "/static/..%2fkonteks.py",
    ],
)
def test_no_path_of_a_request_reaches_the_disk(meja: Uji, alamat: str) -> None:
    jawaban = meja.client.get(alamat)
    assert jawaban.status_code in (400, 404), jawaban.status_code
    assert "root:" not in jawaban.text
    assert str(meja.root) not in jawaban.text


def test_a_link_out_of_the_workspace_is_not_followed(
    meja: Uji, tmp_path_factory: pytest.TempPathFactory
) -> None:
    luar = tmp_path_factory.mktemp("luar")
    (luar / "kesepakatan.yaml").write_text(
        MINIMAL.replace("judul: Uji", "judul: Rahasia Luar")
    )
    (meja.root / "agreements/pintas").symlink_to(luar)
    jawaban = meja.client.get("/kesepakatan/pintas")
    assert jawaban.status_code == 422
    assert "menunjuk ke luar ruang kerja" in jawaban.text
    assert "Rahasia Luar" not in jawaban.text


@pytest.mark.slow
@pytest.mark.parametrize("muatan", MUATAN)
def test_a_payload_in_an_address_stays_text(meja: Uji, muatan: str) -> None:
    for alamat, nama in (
        ("/", ("q", "pihak", "status", "sebelum", "urut", "halaman")),
        ("/jejak", ("kesepakatan", "siapa", "halaman")),
        (f"{NOTA}/berlaku", ("per", "konsep")),
    ):
        jawaban = meja.client.get(alamat, query_string=dict.fromkeys(nama, muatan))
        assert jawaban.status_code == 200
        assert "<script>alert" not in jawaban.text
        assert "49" not in re.sub(r"[0-9a-zA-Z_.-]{30,}", "", jawaban.text)
        assert "Set-Cookie: b" not in str(jawaban.headers)


@pytest.mark.slow
@pytest.mark.parametrize(
    "muatan", ["<script>alert(1)</script>", "{{7*7}}", "=1+1", "../../x"]
)
def test_a_payload_in_an_agreement_stays_text(meja: Uji, muatan: str) -> None:
    folder = meja.root / "agreements/muatan"
    folder.mkdir()
    (folder / "kesepakatan.yaml").write_text(
        MINIMAL.replace("judul: Uji", f"judul: '{muatan}'").replace(
            "nama: Badan A", f"nama: '{muatan}'"
        )
    )
    for alamat in (
        "/?q=muatan",
        "/kesepakatan/muatan",
        "/kesepakatan/muatan/berlaku",
        "/kesepakatan/muatan/naskah/nota-kesepakatan.html",
    ):
        isi = meja.client.get(alamat).text
        assert "<script>alert" not in isi, alamat
        assert "49" not in re.sub(
            r"[0-9a-zA-Z_.-]{30,}|\d{3,}",
            "",
            re.sub(r"<style.*?</style>", "", isi, flags=re.DOTALL),
        ), alamat
    assert meja.client.get("/daftar.xlsx?q=muatan").status_code == 200


@pytest.mark.slow
def test_a_broken_agreement_says_where_without_the_servers_paths(meja: Uji) -> None:
    (meja.root / "agreements/rusak").mkdir()
    (meja.root / "agreements/rusak/kesepakatan.yaml").write_text("judul: [<b>")
    jawaban = meja.client.get("/kesepakatan/rusak")
    assert jawaban.status_code == 422
    assert "agreements/rusak/kesepakatan.yaml:" in jawaban.text
    assert str(meja.root) not in jawaban.text
    assert "agreements/rusak/kesepakatan.yaml:" in meja.client.get("/").text
    assert meja.client.get(
        "/kesepakatan/rusak", headers={"Accept": "application/json"}
    ).get_json()["galat"]


def test_a_fault_of_the_program_shows_and_logs_no_secret(
    meja: Uji, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> str:
        raise ValueError(f"sandi {SANDI}")

    meja.app.add_url_rule("/gagal", "gagal", fail)
    with caplog.at_level(logging.DEBUG):
        jawaban = meja.client.get("/gagal")
    assert jawaban.status_code == 500
    assert "Data Anda tidak diubah" in jawaban.text
    assert "ValueError" in caplog.text
    assert SANDI not in jawaban.text + caplog.text.replace('f"sandi {SANDI}"', "")
    assert not meja.app.debug


@pytest.mark.slow
def test_roles_hold(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(ani="pembaca", budi="penyusun", citra="pengesah")
    for peran in ("pembaca", "penyusun", "pengesah"):
        meja.app.add_url_rule(f"/uji/{peran}", peran, needed(peran)(lambda: "ya"))
    boleh = {}
    for nama in ("ani", "budi", "citra"):
        meja.masuk(nama)
        boleh[nama] = [
            meja.client.get(f"/uji/{peran}").status_code
            for peran in ("pembaca", "penyusun", "pengesah")
        ]
        meja.send("/keluar")
    assert boleh == {
        "ani": [200, 403, 403],
        "budi": [200, 200, 403],
        "citra": [200, 200, 200],
    }


_ANYBODYS = ("/masuk", "/keluar", "/sandi", "/kalender/langganan")
"""What anybody may send: coming and going, and what is of one's own account alone."""
_VALUES = {
    "int:step": "1",
    "int:number": "1",
    "jenis": "keadaan_kahar",
    "any(kesepakatan, adendum):yang": "adendum",
}


@pytest.mark.slow
def test_a_reader_sends_nothing_that_is_not_their_own(
    meja_kantor: Callable[..., Uji],
) -> None:
    """A view that takes what is sent is guarded by `needed`, or stands above."""
    meja = meja_kantor(ani="pembaca")
    meja.masuk("ani")
    rules = [
        rule.rule
        for rule in meja.app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and rule.rule not in _ANYBODYS
    ]
    assert len(rules) > 20
    for rule in rules:
        address = re.sub("<([^>]+)>", lambda name: _VALUES.get(name[1], CONTOH), rule)
        answer = meja.send(address)
        assert answer.status_code == 403, rule
        assert "memerlukan peran" in answer.text, rule


@pytest.mark.slow
def test_the_folder_of_the_desk_is_private(meja_kantor: Callable[..., Uji]) -> None:
    meja = meja_kantor(ani="pembaca")
    meja.masuk("ani")
    folder = meja.root / ".meja"
    assert folder.stat().st_mode & 0o777 == 0o700
    isi = {satu.name: satu for satu in folder.iterdir()}
    assert {"kunci-sesi", "pengguna.json", "jejak.jsonl", ".gitignore"} <= isi.keys()
    assert {satu.stat().st_mode & 0o777 for satu in isi.values()} == {0o600}
    assert not any(SANDI.encode() in satu.read_bytes() for satu in isi.values())
    assert Path(folder / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize(
    ("way", "address", "status", "words"),
    [
        ("GET", "/tidak/ada", 404, "Halaman ini tidak ada."),
        ("POST", "/jejak", 405, "Halaman ini tidak menerima permintaan itu."),
        ("PUT", "/", 405, "Halaman ini tidak menerima permintaan itu."),
    ],
)
@pytest.mark.slow
def test_a_refusal_is_a_page_of_ours(
    meja: Uji, way: str, address: str, status: int, words: str
) -> None:
    headers = {"X-CSRFToken": meja.token()}
    answer = meja.client.open(address, method=way, headers=headers)
    assert answer.status_code == status
    assert words in answer.text
    assert '<html lang="id"' in answer.text
