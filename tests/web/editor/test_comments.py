"""Comments on marked words: kept beside the agreement, never in it; settled and opened again."""

from pathlib import Path
from typing import Any

import pytest

from web.conftest import Uji
from web.editor.test_konsep import ALAMAT, SLUG, make_draft

SENTENCE = "pendidikan masyarakat mengenai pengurangan sampah."
ADD = {
    "tindakan": "tambah",
    "kutipan": "pendidikan  masyarakat",
    "paragraf": SENTENCE,
    "isi": "Siapa yang melaksanakan?",
}


@pytest.fixture
def file(meja: Uji) -> Path:
    return make_draft(meja.root)


def send(meja: Uji, body: Any) -> list[dict[str, Any]]:
    answer = meja.kirim_json(f"{ALAMAT}/komentar", body)
    assert answer.status_code == 200, answer.text
    assert answer.json
    comments: list[dict[str, Any]] = answer.json["komentar"]
    return comments


@pytest.mark.slow
def test_it_is_kept_shown_settled_and_opened_again(meja: Uji, file: Path) -> None:
    before = file.read_bytes()
    (added,) = send(meja, ADD)
    assert (added["utuh"], added["siapa"]) == (True, "lokal")
    assert added["tanggal"] == "24 November 2026"
    assert added["kutipan"] == "pendidikan masyarakat"
    assert added["ruas"].startswith("pasal.")
    assert (meja.client.get(f"{ALAMAT}/temuan").json or {})["komentar"] == [added]
    settled, again = send(meja, ADD)
    assert (settled["nomor"], again["nomor"]) == (1, 2)
    agreement = f"/kesepakatan/{SLUG}"
    assert "2 komentar belum selesai" in meja.client.get(agreement).text
    settled, _ = send(meja, {"tindakan": "selesai", "nomor": 1})
    assert "1 komentar belum selesai" in meja.client.get(agreement).text
    assert settled["selesai"] == "lokal"
    opened, _ = send(meja, {"tindakan": "buka", "nomor": 1})
    assert opened["selesai"] == ""
    assert file.read_bytes() == before
    preview = meja.client.get(f"{ALAMAT}/pratinjau").text
    assert "Siapa yang melaksanakan?" not in preview


@pytest.mark.parametrize(
    "body",
    [
        {**ADD, "isi": " "},
        {**ADD, "kutipan": ""},
        {**ADD, "isi": "x" * 5001},
        {"tindakan": "selesai", "nomor": 9},
        {"tindakan": "hapus", "nomor": 1},
        ["tambah"],
    ],
)
@pytest.mark.slow
def test_what_no_page_sends_is_refused(meja: Uji, file: Path, body: Any) -> None:
    assert meja.kirim_json(f"{ALAMAT}/komentar", body).status_code == 400
    assert not (meja.root / ".meja/komentar").exists()


@pytest.mark.slow
def test_a_broken_file_is_put_aside_and_one_goes_on(meja: Uji, file: Path) -> None:
    send(meja, ADD)
    kept = meja.root / f".meja/komentar/{SLUG}.json"
    kept.write_text("[{")
    assert (meja.client.get(f"{ALAMAT}/temuan").json or {})["komentar"] == []
    assert kept.with_suffix(".json.rusak").read_text() == "[{"
    assert [each["nomor"] for each in send(meja, ADD)] == [1]
