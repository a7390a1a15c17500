"""Slips of an adendum's own frame, corrected at their place in that adendum."""

import pytest

from bureau.test_adendum import op
from compose.test_adendum import loaded, text
from conftest import Emas
from notakesepakatan.compose.adendum.papers import change_sentences
from notakesepakatan.compose.composer import Composer
from notakesepakatan.errors import FaultyNaskah

FIRST = """\
penandatanganan: {tempat: Bogor, tanggal: 2024-07-01}
para_pihak:
- {nomor: 9/AD/2024, pejabat: ANI, jabatan: Kepala}
- {nomor: 10/ADD/2024, pejabat: BUDI SANTOSO, jabatan: Ketua}
dasar_hukum: [Peraturan Daerah Nomor 4 Tahun 2020 tentang Kerja Sama]
alasan:
- terjadi perubahan kebijkan nasional
- lokasi kegiatan terdampak banjir
ketentuan_peralihan: Kegiatan yang sudah berjalan diselesikan menurut ketentuan lama.
perubahan:
"""
OPERATIONS = op("ubah", "Pasal 4 isi", "menjadi: Lian.")
SIGNED = """\
jenis: perbaikan
penandatanganan: {tempat: Bogor, tanggal: 2024-09-01}
para_pihak: [{nomor: 11/ADD/2024}]
"""
SLIPS = """\
perbaikan_adendum:
- {adendum: adendum-01, tertulis: 9/AD/2024, menjadi: 9/ADD/2024}
- {adendum: adendum-01, tertulis: kebijkan nasional, menjadi: kebijakan nasional}
- {adendum: adendum-01, tertulis: diselesikan, menjadi: diselesaikan}
- {adendum: adendum-01, tertulis: BUDI SANTOSO, menjadi: BUDI SENTOSO}
"""
OF_THE_TEXT = """\
perubahan:
- {tindakan: ganti_kata, letak: Pasal 4, tertulis: Lian, menjadi: Lain}
"""


@pytest.mark.slow
def test_frame_slips_word_by_word(penyusun: Composer, emas: Emas) -> None:
    emas("perbaikan-adendum", text(penyusun, FIRST + OPERATIONS, SIGNED + SLIPS))


@pytest.mark.slow
def test_each_is_told_at_its_place_on_the_adendums_paper(penyusun: Composer) -> None:
    last = loaded(FIRST + OPERATIONS, SIGNED + SLIPS + OF_THE_TEXT)[-1]
    places = [
        said.partition(": tertulis")[0] for said in change_sentences(penyusun, last)
    ]
    assert places == [
        "Pasal 4",
        "Adendum Kesatu, nomor PIHAK KESATU",
        "Adendum Kesatu, pertimbangan huruf b",
        "Adendum Kesatu, Pasal II ayat (1)",
        "Adendum Kesatu, pejabat PIHAK KEDUA",
    ]
    with_previous = text(penyusun, FIRST + OPERATIONS, SIGNED + SLIPS + OF_THE_TEXT)
    assert "Adendum Kesatu Pasal I, Pasal 4" in with_previous, "its operation's words"


@pytest.mark.slow
def test_who_cites_it_afterwards_cites_it_as_corrected(penyusun: Composer) -> None:
    after = SIGNED.replace("perbaikan", "adendum").replace("09-01", "10-01")
    after = f"{after}alasan: [x]\nperubahan:\n{op('hapus', 'Pasal 4')}"
    paper = text(penyusun, FIRST + OPERATIONS, SIGNED + SLIPS, after)
    assert "Adendum Kesatu, Nomor 9/ADD/2024 dan Nomor 10/ADD/2024, tanggal 1" in paper
    assert "9/AD/2024" not in paper
    first = text(penyusun, FIRST + OPERATIONS)
    assert "9/AD/2024" in first, "its own paper stays as signed"


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        (
            "{adendum: adendum-01, tertulis: kebijksan, menjadi: kebijakan}",
            '"kebijksan" tidak ada pada kerangka Adendum Kesatu; salin kata-katanya',
        ),
        (
            "{adendum: adendum-01, tertulis: Lian, menjadi: Lain}",
            '"Lian" ada pada bunyi yang diubah dengan Adendum Kesatu; betulkan pada '
            "naskahnya (nota adendum --dari … --perbaikan)",
        ),
        (
            "{adendum: adendum-01, tertulis: 2024, menjadi: 2023}",
            '"2024" ada di 2 tempat pada kerangka Adendum Kesatu; sebut lebih banyak',
        ),
        (
            "{adendum: adendum-02, tertulis: satu, menjadi: dua}",
            "adendum-02 bukan adendum yang berlaku sebelum ini",
        ),
        (
            "{adendum: kesatu, tertulis: satu, menjadi: dua}",
            "bukan nama adendum; tulis seperti nama berkasnya, mis. adendum-01",
        ),
    ],
)
def test_what_is_no_slip_of_a_frame(slip: str, said: str) -> None:
    with pytest.raises(FaultyNaskah) as cause:
        loaded(FIRST + OPERATIONS, f"{SIGNED}perbaikan_adendum: [{slip}]\n")
    assert said in str(cause.value)


def test_only_a_correction_corrects_frames() -> None:
    with pytest.raises(FaultyNaskah, match="perbaikan_adendum hanya pada perbaikan"):
        loaded(FIRST + OPERATIONS, (SIGNED + SLIPS).replace("jenis: perbaikan\n", ""))
