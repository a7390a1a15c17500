"""Tracked changes, accepted and rejected by LibreOffice itself, paragraph by paragraph."""

from pathlib import Path
from random import Random

import pytest

from bureau.test_adendum import op, termuat
from conftest import AKAR
from libreoffice import read_in_libreoffice
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import LoadedAdendum
from notakesepakatan.write.docx import write_docx
from notakesepakatan.write.docx.tracked import write_docx_tracked

GROWING = op("ubah", "Pasal 2 huruf c", "menjadi: lingkup c;") + op(
    "ubah", "Pasal 2 huruf d", "menjadi: lingkup d; dan"
)
AT_THE_END = GROWING + op("tambah", "Pasal 2 huruf d", "isi: [lingkup e.]")
"""An item behind the last of a list, whose own end is put in with it."""
SHRINKING = op("ubah", "Pasal 2", "menjadi: {judul: DUA, isi: 'Lingkup:', huruf: [x.]}")
_NEW_FIRST = "awal;, lingkup a;, lingkup b;, lingkup c; dan, lingkup d."
NEW_FIRST = op(
    "ubah",
    "Pasal 2",
    f"menjadi: {{judul: DUA, isi: 'Lingkup:', huruf: [{_NEW_FIRST}]}}",
)
"""A new first item, by which all others bear another number."""
EDITS = (
    NEW_FIRST,
    op("ubah", "Pasal 1 ayat (1)", "menjadi: Ayat satu yang lebih panjang."),
    op("ubah", "Pasal 1 ayat (2) huruf c", "menjadi: butir."),
    op("sisip", "Pasal 1 ayat (1)", "isi: [{nomor: 1a, isi: Sisipan.}]"),
    op("tambah", "Pasal 1 ayat (2) huruf a angka 2", "isi: [angka tiga.]"),
    op("hapus", "Pasal 1 ayat (2) huruf b"),
    AT_THE_END,
    SHRINKING,
    op("tambah", "Pasal 3 ayat (4)", "isi: [Ayat lima., Ayat enam.]"),
    op("ubah", "Pasal 3", "menjadi: {judul: TIGA, isi: Berlaku.}"),
    op("ubah", "Pasal 4", "menjadi: {judul: EMPAT, ayat: [Isi., Baru., Lagi.]}"),
    op("sisip", "Pasal 4", "isi: [{nomor: 4A, judul: BARU, ayat: [Satu., Dua.]}]"),
    op("hapus", "Pasal 4"),
    op("ubah", "Pasal 5 judul", "menjadi: PERUBAHAN"),
    op("tambah", "Pasal 6", "isi: [{judul: TUJUH, isi: Isi.}]"),
    op("ubah", "pertimbangan huruf b", "menjadi: bahwa sebab lain; dan"),
    op("tambah", "pertimbangan huruf c", "isi: [bahwa empat.]"),
    op("tambah", "dasar hukum angka 2", "isi: [KUH Perdata]"),
    op("ubah", "kalimat penutup", "menjadi: [Demikian., Selesai.]"),
    op("hapus", "Lampiran baris 2.2"),
    op("ubah", "Lampiran baris 1 kolom output", "menjadi: Keluaran"),
    op("hapus", "Lampiran"),
    op("ubah", "jangka waktu", "menjadi: 4 tahun"),
)


def generated(seed: int) -> LoadedAdendum:
    """An adendum of one to four changes, the same for each seed."""
    random = Random(seed)  # noqa: S311 - the same choice each time
    while True:
        chosen = random.sample(EDITS, random.randint(1, 4))
        try:
            return termuat("".join(chosen))
        except FaultyNaskah:
            continue


def check_resolved(folder: Path, adenda: list[LoadedAdendum]) -> None:
    """Accepting gives the paragraphs of the new text, rejecting those of the old."""
    composer = Composer.of(AKAR)
    files = list[tuple[Path, str]]()
    for n, adendum in enumerate(adenda):
        old = compose_kesepakatan(composer, adendum.sebelum)
        new = compose_kesepakatan(composer, adendum.sesudah)
        tracked, before, after = (folder / f"{n}-{part}.docx" for part in "tba")
        tracked.write_bytes(write_docx_tracked(old, new))
        before.write_bytes(write_docx(old))
        after.write_bytes(write_docx(new))
        files += [(tracked, "accept"), (after, ""), (tracked, "reject"), (before, "")]
    read = read_in_libreoffice(folder, files)
    for n in range(len(adenda)):
        accepted, after_lines, rejected, before_lines = read[4 * n : 4 * n + 4]
        assert accepted == after_lines, (n, "accepted")
        assert rejected == before_lines, (n, "rejected")


@pytest.mark.office
def test_libreoffice_resolves_a_handful(tmp_path: Path) -> None:
    all_kinds = [GROWING, AT_THE_END, SHRINKING, NEW_FIRST, EDITS[11]]
    check_resolved(tmp_path, [termuat(each) for each in all_kinds])


@pytest.mark.office
@pytest.mark.long
def test_libreoffice_resolves_sixty(tmp_path: Path) -> None:
    check_resolved(tmp_path, [generated(seed) for seed in range(60)])
