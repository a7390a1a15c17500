"""The names that the parties have are asked once and followed on every paper."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bureau.test_peristiwa import cases
from conftest import AKAR, CONTOH
from notakesepakatan.bureau.new import draft_text
from notakesepakatan.compose.adendum.papers import (
    change_sentences,
    compose_adendum,
    compose_sandingan,
)
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.kinds import load_documents
from notakesepakatan.compose.peristiwa import compose_document
from notakesepakatan.compose.surat import (
    PENGAKHIRAN_REASONS,
    Pemberitahuan,
    compose_pemberitahuan,
)
from notakesepakatan.compose.templates import Template
from notakesepakatan.compute.rules import check, read_kesepakatan
from notakesepakatan.compute.time.register import condition
from notakesepakatan.load.adendum.riwayat import Riwayat, parse_adendum
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.jawaban import Jawaban
from notakesepakatan.naskah import Naskah
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.txt import write_txt

Ruang = Callable[..., Path]
COMPOSER = Composer(Template(None))
NAMED = {
    r"PARA\s+PIHAK": "PARA MITRA",
    "PIHAK KESATU": "MITRA UTAMA",
    "PIHAK KEDUA": "MITRA DAERAH",
    "PIHAK": "MITRA",
    "- nama: Badan Pelindungan Pekerja Migran Indonesia\n  nomor": (
        "- sebutan: MITRA UTAMA\n  nama: Badan Pelindungan Pekerja Migran Indonesia\n"
        "  nomor"
    ),
    "- nama: Pemerintah Kabupaten Pekalongan\n  nomor": (
        "- sebutan: MITRA DAERAH\n  nama: Pemerintah Kabupaten Pekalongan\n  nomor"
    ),
    "\nkalimat:\n": "\nsebutan_bersama: PARA MITRA\nkalimat:\n",
}
"""What makes of the agreement of two parties one of two partners."""
ADENDUM = """\
para_pihak: [{nomor: 1/A/2026}, {nomor: 2/B/2026}]
alasan: [terjadi perubahan alamat]
perubahan:
- {tindakan: ubah, letak: para pihak kedua kedudukan, menjadi: Kajen}
- {tindakan: ubah, letak: Pasal 9, menjadi: {judul: LAIN, isi: Hal lain.}}
"""


def renamed(yaml: str) -> str:
    for pattern, words in NAMED.items():
        yaml = re.sub(pattern, words, yaml)
    return yaml


def partners() -> str:
    return renamed((AKAR / "agreements" / CONTOH / "kesepakatan.yaml").read_text())


def words_of(naskah: Naskah) -> str:
    return write_txt(naskah).decode()


@pytest.mark.slow
def test_every_paper_in_the_life_of_an_agreement_follows(ruang: Ruang) -> None:
    for file in (AKAR / "tests/peristiwa").glob("*.yaml"):
        event = renamed(file.read_text())
        root = ruang(partners(), **{f"agreements/uji/peristiwa/{file.name}": event})
    opened = Opened(Workspace(root))
    riwayat, summary = opened.riwayat("uji"), opened.summary("uji")
    papers = [compose_kesepakatan(COMPOSER, riwayat.origin)]
    kinds = load_documents(COMPOSER.templat)
    papers += [
        compose_document(COMPOSER, kinds[name], case)
        for name, case in cases(root, "uji")
    ]
    adendum = parse_adendum(ADENDUM.encode(), "adendum-01.yaml", riwayat)
    papers += [
        compose_adendum(COMPOSER, adendum, ()),
        compose_sandingan(COMPOSER, adendum),
    ]
    calendar = load_calendar(root)
    day = date(2026, 8, 3)
    term = condition(summary, day, Lama(jumlah=90, satuan="hari"), calendar).term
    assert term
    for reason in PENGAKHIRAN_REASONS.values():
        letter = Pemberitahuan("pengakhiran", 1, day, day, alasan=reason)
        papers.append(
            compose_pemberitahuan(COMPOSER, riwayat.origin, summary, term, None, letter)
        )
    for paper in papers:
        text = words_of(paper)
        assert "PIHAK" not in text, paper.judul
    assert "Keterangan mengenai MITRA DAERAH diubah sehingga berbunyi" in "".join(
        change_sentences(COMPOSER, adendum)
    )


def test_follow_ups_name_the_party_as_the_text_does(ruang: Ruang) -> None:
    event = (AKAR / "tests/peristiwa/2026-03-02-musyawarah.yaml").read_text()
    root = ruang(
        partners(), **{"agreements/uji/peristiwa/2026-03-02-musyawarah.yaml": event}
    )
    summary = Opened(Workspace(root)).summary("uji")
    ahead = Lama(jumlah=90, satuan="hari")
    state = condition(summary, date(2026, 3, 3), ahead, load_calendar(root))
    reasons = " ".join(
        reason
        for tenggat in state.tenggat
        if tenggat.jenis == "tindak-lanjut"
        for reason in tenggat.explain()
    )
    assert "oleh MITRA" in reasons and "PIHAK" not in reasons


def answers(**more: object) -> Jawaban:
    pihak = [
        {"nama": "Dinas A", "jabatan": "Kepala", "sebutan": "PENYEDIA"},
        {"nama": "Badan B", "jabatan": "Ketua", "sebutan": "PENERIMA"},
    ]
    return Jawaban.model_validate({"judul": "Uji", "para_pihak": pihak, **more})


@pytest.mark.slow
def test_a_new_draft_follows_the_names_in_every_clause() -> None:
    jawaban = answers(sebutan_bersama="KEDUA BELAH PIHAK")
    loaded = parse_kesepakatan(draft_text(COMPOSER.templat, jawaban).encode(), "uji")
    text = words_of(compose_kesepakatan(COMPOSER, loaded))
    assert not re.search("PARA PIHAK|PIHAK KESATU|PIHAK KEDUA", text)
    assert "PENYEDIA dan PENERIMA selanjutnya" in text
    assert "disebut KEDUA BELAH PIHAK dan secara sendiri-sendiri disebut PIHAK." in text
    reading = read_kesepakatan(loaded.kesepakatan, None)
    assert not [flaw for rule, flaw in check(reading) if "SEBUT" in rule.kode]


@pytest.mark.slow
def test_one_of_many_is_called_as_all_are() -> None:
    jawaban = answers(sebutan_bersama="PARA PESERTA")
    loaded = parse_kesepakatan(draft_text(COMPOSER.templat, jawaban).encode(), "uji")
    assert "PESERTA yang bermaksud memperpanjang" in words_of(
        compose_kesepakatan(COMPOSER, loaded)
    )


@pytest.mark.slow
def test_the_name_may_be_amended() -> None:
    yaml = partners().replace("MITRA DAERAH bertugas", "[[para_pihak.kedua.sebutan]]")
    riwayat = Riwayat(parse_kesepakatan(yaml.encode(), "kesepakatan.yaml"))
    change = (
        "perubahan:\n"
        "- {tindakan: ubah, letak: para pihak kedua sebutan, menjadi: MITRA SETIA}\n"
        "- {tindakan: ubah, letak: sebutan bersama, menjadi: PARA SAHABAT}\n"
    )
    adendum = parse_adendum(change.encode(), "adendum-01.yaml", riwayat)
    k = adendum.sesudah.reading
    assert (k.para_pihak[1].sebutan, k.sebutan_bersama) == (
        "MITRA SETIA",
        "PARA SAHABAT",
    )
    assert "selanjutnya secara bersama-sama disebut PARA SAHABAT" in words_of(
        compose_adendum(COMPOSER, adendum, ())
    )
