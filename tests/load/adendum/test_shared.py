"""What an adendum leaves as it was is neither validated nor counted again."""

import pytest

from bureau.test_adendum import DASAR, SEMUA, op
from notakesepakatan.compute.text import numbering
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import compute, parse_kesepakatan

ONE_AYAT = op("ubah", "Pasal 3 ayat (3)", "menjadi: Lain.")


def adendum(operations: str) -> LoadedAdendum:
    base = parse_kesepakatan(DASAR.encode(), "kesepakatan.yaml")
    content = f"perubahan:\n{operations}"
    return parse_adendum(content.encode(), "adendum-01.yaml", Riwayat(base))


def test_only_the_pasal_that_changes_is_counted_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    base = Riwayat(parse_kesepakatan(DASAR.encode(), "kesepakatan.yaml"))
    counted = list[str]()
    count_one = numbering._count_one

    def noting(*of: object) -> object:
        counted.append(str(of[1]))
        return count_one(*of)  # type: ignore[arg-type]

    monkeypatch.setattr(numbering, "_count_one", noting)
    parse_adendum(f"perubahan:\n{ONE_AYAT}".encode(), "adendum-01.yaml", base)
    assert counted == ["3"]


@pytest.mark.parametrize(
    "operations",
    [
        ONE_AYAT,
        op("sisip", "Pasal 2", "isi: [{nomor: 2A, judul: BARU, isi: Isi.}]"),
        op("hapus", "Pasal 4"),
        op("ubah", "Pasal 3 kunci", "menjadi: tidak_dirujuk"),
        SEMUA,
    ],
)
def test_what_is_shared_reads_as_if_all_were_read_anew(operations: str) -> None:
    text = adendum(operations).whole
    anew = compute(text.kesepakatan)
    assert (text.reading, text.numbers) == (anew.reading, anew.numbers)


def test_a_value_that_changes_is_filled_in_wherever_it_stands() -> None:
    """Pasal 3 is the very same and says the term; one mark in a new pasal is seen."""
    longer = adendum(op("ubah", "jangka waktu", "menjadi: 4 tahun")).whole
    assert longer.reading.pasal[2].ayat[0].isi == "Berlaku 4 (empat) tahun."
    typed = "menjadi: 'Lain [jangka_waktu].'"
    with pytest.raises(FaultyNaskah, match="tercetak apa adanya"):
        adendum(op("ubah", "Pasal 4 isi", typed))
