"""Whose signature an adendum tells, where not all of the block changes."""

from pathlib import Path

import pytest

from conftest import write_all
from notakesepakatan.compose.adendum.papers import change_sentences, compose_adendum
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.templates import Template
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import parse_kesepakatan

COMPOSER = Composer(Template(None))
SHAPES = Path(__file__).parents[1] / "bentuk"


def amended(slug: str, *operations: str) -> LoadedAdendum:
    text = (SHAPES / slug / "kesepakatan.yaml").read_bytes()
    riwayat = Riwayat(parse_kesepakatan(text, slug))
    lines = "\n".join(f"- {{ tindakan: {one} }}" for one in operations)
    content = f"penandatanganan: {{}}\nperubahan:\n{lines}\n"
    return parse_adendum(content.encode(), "adendum", riwayat)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("slug", "operations", "told", "restated"),
    [
        (
            "kb-danau-2026",
            ["ubah, letak: para pihak ketiga tanda tangan, menjadi: [a.n. BUPATI]"],
            "Tanda tangan PIHAK KETIGA",
            ["PIHAK KETIGA: a.n. BUPATI, MARTINUS SILALAHI"],
        ),
        (
            "sekolah",
            ["ubah, letak: para pihak kesatu bawah nama, menjadi: [NIP 1]"],
            "Tanda tangan SEKOLAH",
            [
                "SEKOLAH: a.n. Kepala SMK Negeri 3 Karangasri, Wakil Kepala Bidang"
                " Hubungan Industri, Dra. WAHYUNI, NIP 1"
            ],
        ),
        (
            "sekolah",
            ["ubah, letak: saksi, menjadi: [{ nama: SITI AMINAH }]"],
            "Tanda tangan saksi",
            ["Saksi: SITI AMINAH"],
        ),
        (
            "sekolah",
            [
                "ubah, letak: para pihak kedua bawah nama, menjadi: [NIK 7]",
                "ubah, letak: saksi, menjadi: [{ nama: SITI AMINAH }]",
            ],
            "Tanda tangan TEMPAT PRAKTIK dan saksi",
            ["TEMPAT PRAKTIK: DIREKTUR, AGUS SETIAWAN, NIK 7", "Saksi: SITI AMINAH"],
        ),
        (
            "sekolah",
            [
                "ubah, letak: para pihak kesatu bawah nama, menjadi: [NIP 1]",
                "ubah, letak: para pihak kedua bawah nama, menjadi: [NIK 7]",
            ],
            "Tanda tangan SEKOLAH dan TEMPAT PRAKTIK",
            [
                "a. SEKOLAH: a.n. Kepala SMK Negeri 3 Karangasri, Wakil Kepala Bidang"
                " Hubungan Industri, Dra. WAHYUNI, NIP 1",
                "b. TEMPAT PRAKTIK: DIREKTUR, AGUS SETIAWAN, NIK 7",
            ],
        ),
    ],
)
def test_only_who_signs_otherwise_is_told(
    slug: str, operations: list[str], told: str, restated: list[str]
) -> None:
    adendum = amended(slug, *operations)
    assert change_sentences(COMPOSER, adendum) == [
        f"{told} diubah sehingga berbunyi sebagai berikut:"
    ]
    text = write_all(compose_adendum(COMPOSER, adendum, ())).txt.splitlines()
    at = text.index("Pasal I")
    end = text.index("Pasal II")
    assert text[at + 2 : end] == restated
    assert f", {told[0].lower()}{told[1:]} diubah" in text[at + 1]


@pytest.mark.parametrize(
    ("operation", "told"),
    [
        ("hapus, letak: saksi", ["Tanda tangan saksi dihapus."]),
        (
            "ubah, letak: mengetahui, menjadi: [{ nama: UMI }]",
            [
                "Tanda tangan pejabat yang mengetahui ditambahkan sehingga berbunyi"
                " sebagai berikut:"
            ],
        ),
    ],
)
def test_who_no_longer_signs_or_signs_too_is_named(
    operation: str, told: list[str]
) -> None:
    assert change_sentences(COMPOSER, amended("sekolah", operation)) == told
