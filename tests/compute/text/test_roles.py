"""Roles of pasal: what is missing is said, with the role and the pasal it belongs to."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from command import run
from conftest import AKAR, MINIMAL
from notakesepakatan.bureau.check import temuan_list
from notakesepakatan.compute.text.roles import (
    AYAT_ROLES,
    PASAL_ROLES,
    tugas_role,
    without_tugas,
)
from notakesepakatan.compute.time.register import ROLE
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan

_PASAL = "- judul: SATU\n  isi: Isi.\n"
_SIGNED = """\
penandatanganan: {tempat: Bogor, tanggal: 2024-01-31}
"""


def _load(pasal: str) -> Loaded:
    return parse_kesepakatan(MINIMAL.replace(_PASAL, pasal).encode(), "u")


def _signed(pasal: str) -> str:
    return (
        MINIMAL.replace(_PASAL, pasal)
        .replace("nama: Badan A", "nama: Badan A\n  nomor: 1/A")
        .replace("jabatan:", "pejabat: ANI\n  jabatan:")
        + _SIGNED
    )


def test_every_role_that_the_program_asks_for_is_known_and_on_the_page() -> None:
    known = {role.kunci for role in (*PASAL_ROLES, *AYAT_ROLES)}
    asked_for = {key for keys in ROLE.values() for key in keys}
    assert asked_for <= known
    page = (AKAR / "docs/format-yaml.md").read_text()
    for role in (*PASAL_ROLES, *AYAT_ROLES):
        assert f"| `{role.kunci}` | {role.what} |" in page


def test_every_role_of_the_written_clauses_is_known() -> None:
    known = {role.kunci for role in (*PASAL_ROLES, *AYAT_ROLES)}
    texts = "".join(
        file.read_text() for file in sorted((AKAR / "templates/klausul").iterdir())
    )
    roles = set(re.findall(r"^ *- kunci: (\w+)$", texts, re.MULTILINE))
    for_references = {
        "bahasa",
        "kahar",
        "kelalaian",
        "kelompok_kerja",
        "latar_belakang",
        "maksud_dan_tujuan",
        "mufakat",
        "nilai",
        "objek",
        "penutup",
        "tindak_lanjut",
    }
    assert roles - for_references <= known


def test_the_role_of_a_party() -> None:
    role = tugas_role("kedua_belas")
    assert (role.kunci, role.what) == ("tugas_kedua_belas", "tugas PIHAK KEDUA BELAS")


@pytest.mark.parametrize(
    ("pasal", "kunci"),
    [
        ("- judul: JANGKA WAKTU\n  isi: Isi.\n", "jangka_waktu"),
        ("- judul: Hak dan Kewajiban\n  isi: Isi.\n", "tugas_dan_tanggung_jawab"),
        ("- judul: FORCE MAJEURE\n  isi: Isi.\n", "keadaan_kahar"),
        ("- judul: SATU\n  isi: Isi.\n", None),
        ("- {judul: JANGKA WAKTU, kunci: jangka_waktu, isi: Isi.}\n", None),
        ("- {judul: JANGKA WAKTU, kunci: lama, isi: Isi.}\n", None),
        (
            "- judul: JANGKA WAKTU\n  ayat:\n"
            "  - {kunci: jangka_waktu_berlaku, isi: Isi.}\n",
            None,
        ),
        (
            "- judul: JANGKA WAKTU\n  isi: Isi.\n"
            "- {judul: LAMA, kunci: jangka_waktu, isi: Isi.}\n",
            None,
        ),
        (
            "- judul: TUGAS\n  isi: Isi.\n- {judul: LAIN, kunci: tugas_kesatu, isi: I.}\n",
            None,
        ),
    ],
)
def test_a_pasal_that_its_heading_tells_and_no_role(
    pasal: str, kunci: str | None
) -> None:
    loaded = _load(pasal)
    every = temuan_list(Riwayat(loaded), loaded, None)
    found = [one for one in every if one.kode == "LENGKAP-PERAN"]
    assert [one.kunci for one in found] == (["pasal[1]"] if kunci else [])
    assert all(f'"kunci: {kunci}"' in one.saran for one in found)


def test_of_a_signed_text_only_the_roles_of_papers_are_asked() -> None:
    pasal = "- judul: JANGKA WAKTU\n  isi: Isi.\n- judul: RUANG LINGKUP\n  isi: Isi.\n"
    loaded = parse_kesepakatan(_signed(pasal).encode(), "u")
    every = temuan_list(Riwayat(loaded), loaded, None)
    found = [one for one in every if one.kode == "LENGKAP-PERAN"]
    assert [(one.kunci, one.tingkat) for one in found] == [("pasal[1]", "catatan")]
    assert "lalu disegel kembali" in found[0].saran


def test_which_role_which_pasal_should_have() -> None:
    said = without_tugas(
        _load("- judul: A\n  isi: I.\n- judul: TUGAS\n  isi: I.\n").reading
    )
    assert said == (
        "Tidak ada pasal yang ditandai sebagai pasal tugas; "
        'beri "kunci: tugas_dan_tanggung_jawab" pada Pasal 2 (TUGAS).'
    )
    assert "pada pasal yang memuat tugas para pihak." in without_tugas(
        _load(_PASAL).reading
    )


@pytest.mark.processes
def test_the_list_of_duties_is_never_silent(ruang: Callable[..., Path]) -> None:
    akar = ruang(_signed("- judul: TUGAS\n  isi: Isi.\n"))
    said = run("-C", akar, "kahar", "uji", "--daftar-tugas").stderr
    assert 'sebut letaknya langsung, mis. "Pasal 4 ayat (1) huruf a"' in said
    assert '"kunci: tugas_dan_tanggung_jawab" pada Pasal 1 (TUGAS)' in said
