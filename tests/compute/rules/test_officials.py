"""Ranks, degrees, numbers of officials, and the set phrases of which a word is missing."""

import pytest

from conftest import MINIMAL
from told import told_of_data, told_of_text

CODES = ("KONTAK-PANGKAT", "KONTAK-GELAR", "KONTAK-NIP", "BAHASA-RUMUSAN")


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("ANI BAYU Pembina Utama Muda (VI/c)", "Pembina Utama Muda (VI/c)"),
        ("ANI BAYU Penata Tk. I (III/c)", "Penata Tk. I (III/c)"),
        ("Pembina, Gol. IV/b", "Pembina, Gol. IV/b"),
        ("ANI BAYU Pembina Muda Utama NIP 19700312 199603 2 004", "Pembina Muda Utama"),
        ("Pengatur Madya", "Pengatur Madya"),
        ("Hadir NIP 19680412 196303 1 004.", "19680412 196303 1 004"),
        ("Hadir NIP 19900412 199303 1 004.", "19900412 199303 1 004"),
        ("Drs HENDRA SAPUTRA\tANI", "Drs"),
        ("diwakili oleh Ir BUDI, dan", "Ir"),
        ("Dr. RATNA DEWI M.Keb.\tANI", "DEWI M.Keb."),
        ("SARI WULANDARI, SH., M.Kn.", "SH."),
        ("SARI WULANDARI, SH\tANI", "SH"),
    ],
)
def test_forms_of_an_official_are_told(text: str, piece: str) -> None:
    assert told_of_text(text, *CODES) == [piece]


@pytest.mark.parametrize(
    "text",
    [
        "ANI BAYU Pembina Utama Muda (IV/c) NIP 19700312 199603 2 004",
        "Penata Muda Tk. I, III/b",
        "Pembina Tingkat I, Pembina Utama, Pengatur Muda Tingkat I",
        "Menunjuk Pembina Utama yayasan dan Penata Kelola hadir.",
        "Drs. HENDRA SAPUTRA, M.Si.\tdr. ANI, Sp.A., M.Kes.",
        "Jalan Dr. Soetomo, Jalan M.T. Haryono, RSUD dr. Wirasena",
        "R.A. KARTINI\tH. M. YAMIN, S.H., M.H.",
        "Perusahaan Total S.A., berkedudukan di Paris",
    ],
)
def test_forms_that_are_right_are_left_alone(text: str) -> None:
    assert told_of_text(text, *CODES) == []


def test_the_lines_below_a_name_of_ours_are_read() -> None:
    witness = "saksi:\n- { nama: Drs ANI BAYU, bawah_nama: [Pembina (IV/b)] }\n"
    assert told_of_data(MINIMAL + witness, *CODES) == ["Drs", "Pembina (IV/b)"]
    assert (
        told_of_data(
            MINIMAL + witness.replace("IV/b", "IV/a").replace("Drs", "Drs."), *CODES
        )
        == []
    )


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Kerja bakti dilaksanakan paling 2 (dua) kali setahun.", "paling"),
        ("Laporan disampaikan paling tanggal 5 setiap bulan.", "paling"),
        ("Teguran paling lambat 3 (tiga) kali saja.", "paling lambat 3 (tiga) kali"),
        ("Rapat diadakan paling satu kali setahun.", "paling"),
        ("Teguran paling lama dua kali setahun.", "paling lama dua kali"),
        ("Dibuat paling lama 2 (dua) rangkap.", "paling lama 2 (dua) rangkap"),
        ("Berakhir dengan sendirinya dalam terdapat ketentuan lain.", "dalam"),
        ("Dalam PIHAK KESATU tidak membayar, ditegur.", "Dalam"),
        ("Dalam salah satu PIHAK mengalami kendala, dibicarakan.", "Dalam"),
        ("Pelaksanaannya dituangkan perjanjian tersendiri.", "dituangkan"),
        ("Sebagaimana tercantum Lampiran II.", "tercantum"),
        ("Panitia terdiri 3 (tiga) orang.", "terdiri"),
        ("Bertindak untuk atas nama Dinas.", "untuk"),
        ("Nota ini berlaku tanggal ditandatangani.", "berlaku"),
        ("Berkedudukan dan beralamat Jalan Melati.", "beralamat"),
        ("PIHAK yang mengalami keadaan memberitahukannya.", "mengalami keadaan"),
        ("Keduanya mempunyai kekuatan yang sama.", "mempunyai kekuatan"),
        ("Lampiran adalah bagian yang terpisahkan dari ini.", "bagian yang"),
        ("Lampiran merupakan bagian terpisahkan dari ini.", "bagian"),
        ("Dari anggaran pendapatan dan daerah.", "anggaran pendapatan dan"),
        ("Dari Anggaran dan Belanja Negara.", "Anggaran"),
        ("Biaya yang timbul tanggung oleh keduanya.", "tanggung"),
        ("Biaya tanggung bersama.", "tanggung"),
    ],
)
def test_a_word_that_is_missing_is_told(text: str, piece: str) -> None:
    assert told_of_text(text, *CODES) == [piece]
    assert told_of_data(MINIMAL.replace("isi: Isi.", f"isi: '{text}'"), *CODES) == [
        piece
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Paling sedikit 2 (dua) kali, paling banyak 3 (tiga) orang, hal yang paling penting.",
        "Paling lambat 3 (tiga) kali 24 (dua puluh empat) jam dan paling lama 2 (dua) hari.",
        "Diperpanjang paling lama 2 (dua) kali masa jabatan, paling lama dua kali lipat.",
        "Di dalam terdapat arsip; di dalamnya terdapat hal; dalam hal terdapat sisa.",
        "Dituangkan dalam perjanjian; tercantum dalam Lampiran I; terdiri atas 3 (tiga) hal.",
        "Untuk dan atas nama Dinas; berlaku sejak tanggal ditandatangani; berlaku tanggal 5.",
        "Beralamat di Jalan Melati; mengalami keadaan kahar memberitahukan.",
        "Bagian yang tidak terpisahkan; bagian tidak terpisahkan; bagian yang dipisahkan.",
        "Anggaran pendapatan dan belanja daerah; Anggaran Pendapatan dan Belanja Negara.",
        "Biaya yang timbul ditanggung oleh keduanya; biaya tanggung jawab sosial.",
        "Dalam PIHAK tersebut; mempunyai kekuatan hukum yang sama.",
    ],
)
def test_whole_phrases_are_left_alone(text: str) -> None:
    assert told_of_text(text, *CODES) == []


def test_who_signs_beside_the_parties_is_read_too() -> None:
    witness = "saksi: [{ jabatan: Sekertaris Daerah }]\n"
    assert told_of_data(MINIMAL + witness, "BAHASA-SALAH") == ["Sekertaris"]
