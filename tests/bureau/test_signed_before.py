"""Who signed a text is not amended: whoever signs today is named by the adendum itself."""

from pathlib import Path

import pytest

from bureau.test_adendum import DASAR, Ruang
from bureau.test_sealed_base import OTHER, drafted
from notakesepakatan.bureau.adendum_request import AdendumRefused
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.adendum.papers import compose_adendum
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.txt import write_txt

WITNESSED = DASAR.replace("kalimat:\n", "saksi: [{nama: SITI}]\nkalimat:\n", 1)
ANOTHER = ("pejabat: BUDI,", "pejabat: NADIA, pengangkatan: Keputusan 9 Tahun 2025,")
CHANGED = ('"Lingkup:"', '"Cakupan:"')
ONLY_NEW = ("saksi: [{nama: SITI}]", "saksi: [{nama: RATNA}]")


def paper(root: Path) -> str:
    of = Office(Workspace(root))
    *previous, last = of.riwayat("uji").adendum
    return write_txt(compose_adendum(of.composer, last, tuple(previous))).decode()


@pytest.mark.parametrize(
    ("words", "who"),
    [
        (("pejabat: BUDI,", "pejabat: NADIA,"), "PIHAK KEDUA"),
        (("jabatan: Ketua,", "jabatan: Plt. Ketua,"), "PIHAK KEDUA"),
        (
            (
                "jabatan: Ketua,",
                "jabatan: Ketua, kuasa: {nomor: 9/K, tanggal: 2025-01-06},",
            ),
            "PIHAK KEDUA",
        ),
        (ONLY_NEW, "saksi"),
    ],
)
def test_nothing_is_amended_where_only_who_signs_is_another(
    ruang: Ruang, words: tuple[str, str], who: str
) -> None:
    root = ruang(WITNESSED)
    with pytest.raises(AdendumRefused, match=f"hanya penanda tangan .{who}.") as cause:
        drafted(root, WITNESSED.replace(*words))
    assert "PP 28/2018 Pasal 9 ayat (2)" in str(cause.value)
    assert "--tetap" in str(cause.value)
    if "kuasa" not in words[1]:  # of which this text says nothing
        assert drafted(root, WITNESSED.replace(*words), signed_anew=True).perubahan


@pytest.mark.slow
def test_the_officer_of_the_day_just_signs(ruang: Ruang) -> None:
    root = ruang(WITNESSED)
    text = WITNESSED.replace(*ANOTHER).replace(*CHANGED).replace(*ONLY_NEW)
    made = drafted(root, text)
    assert len(made.perubahan) == 1 and "Pasal 2" in made.perubahan[0]
    assert "Penanda tangan berganti (PIHAK KEDUA dan saksi)" in made.peringatan[0]
    said = paper(root)
    assert "II. NADIA : Ketua" in said and "Keterangan mengenai" not in said
    assert "\nRATNA" in said and "SITI" not in said
    assert "pengangkatan: Keputusan 9 Tahun 2025" in made.file.read_text()
    base = Office(Workspace(root)).riwayat("uji").last.kesepakatan
    assert base.para_pihak[1].pejabat == "BUDI"


@pytest.mark.slow
def test_a_replaced_draft_keeps_its_numbers_beside_the_officer(ruang: Ruang) -> None:
    root = ruang(DASAR)
    file = drafted(root).file
    file.write_text(
        file.read_text().replace("- pejabat: BUDI", "- nomor: 9/A\n  pejabat: BUDI")
    )
    drafted(root, OTHER.replace(*ANOTHER), replace=True)
    (adendum,) = Office(Workspace(root)).riwayat("uji").adendum
    second = adendum.adendum.para_pihak[1]
    assert (second.nomor, second.pejabat) == ("9/A", "NADIA")


@pytest.mark.slow
def test_a_slip_in_a_name_is_a_change_of_the_text(ruang: Ruang) -> None:
    root = ruang(DASAR.replace("pejabat: BUDI,", "pejabat: BUDI SANTOSO,"))
    text = DASAR.replace("pejabat: BUDI,", "pejabat: BUDI SENTOSO,")
    assert drafted(root, text).perubahan == (
        "Keterangan mengenai PIHAK KEDUA diubah sehingga berbunyi sebagai berikut:",
    )
    assert drafted(root, text, perbaikan=True, kept=True, replace=True).perubahan


@pytest.mark.slow
def test_what_the_last_adendum_says_of_an_officer_goes_along(ruang: Ruang) -> None:
    root = ruang(DASAR)
    drafted(root, OTHER.replace(*ANOTHER))
    second = drafted(root, OTHER.replace("EMPAT,", "EMPAT LAGI,"))
    assert "pengangkatan: Keputusan 9 Tahun 2025" in second.file.read_text()


@pytest.mark.slow
def test_the_number_of_a_signed_text_stays_whoever_takes_a_place(ruang: Ruang) -> None:
    root = ruang(DASAR)
    another = "{nama: Badan Baru, pejabat: DEDI, jabatan: Ketua, kedudukan: Solo}"
    old = "{nama: Badan B, nomor: 2/B/2024, pejabat: BUDI, jabatan: Ketua, kedudukan: Bogor}"
    made = drafted(root, DASAR.replace(old, another))
    assert not any("Nomor" in each for each in made.perubahan)
    assert "Nomor naskah dari PIHAK KEDUA tetap" in "".join(made.peringatan)
    after = Office(Workspace(root)).riwayat("uji").adendum[0].whole.kesepakatan
    assert [pihak.nomor for pihak in after.para_pihak[:2]] == ["1/A/2024", "2/B/2024"]
    left = "".join(
        line for line in DASAR.splitlines(keepends=True) if "Badan B" not in line
    )
    drafted(root, left, replace=True)
    after = Office(Workspace(root)).riwayat("uji").adendum[0].whole.kesepakatan
    assert [pihak.nomor for pihak in after.para_pihak] == ["1/A/2024", None]
