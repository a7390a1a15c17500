"""A party that joins: the text was made in as many originals as were signed, the adendum in one
for each who signs it.
"""

from pathlib import Path

import pytest

from bentuk.test_every_shape import signed
from notakesepakatan.bureau.adendum import draft_from
from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.check import check_kesepakatan
from notakesepakatan.bureau.office import Office
from notakesepakatan.compose.adendum.papers import compose_adendum
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.write.txt import write_txt

SCHOOL = "sekolah"
NEW_PIHAK = """\
- nama: Dinas Pendidikan Kota Karangasri
  sebutan: DINAS
  pejabat: SRI LESTARI
  jabatan: Kepala Dinas Pendidikan Kota Karangasri
  kedudukan: Jalan Merdeka Nomor 2, Karangasri
  kalimat: >-
    [[jabatan]], bertindak untuk dan atas nama Dinas Pendidikan Kota Karangasri, selanjutnya disebut [[sebutan]].
sebutan_bersama: PARA PIHAK
"""


def joined(root: Path, *more: tuple[str, str]) -> Office:
    """An office with the draft by which a third party joins two."""
    of = signed(root, SCHOOL)
    text = of.workspace.file(SCHOOL).read_text(encoding="utf-8")
    for old, new in (("sebutan_bersama: KEDUA PIHAK\n", NEW_PIHAK), *more):
        text = text.replace(old, new, 1)
    wanted = root / "baru.yaml"
    wanted.write_text(text, encoding="utf-8")
    draft_from(of, SCHOOL, wanted, Request(alasan=("praktik diawasi dinas",)))
    return of.anew()


@pytest.mark.slow
def test_who_joins_does_not_alter_how_many_originals_were_signed(
    tmp_path: Path,
) -> None:
    of = joined(tmp_path)
    (adendum,) = of.riwayat(SCHOOL).adendum
    paper = write_txt(compose_adendum(of.composer, adendum, ())).decode()
    assert "PENUTUP" not in paper
    assert "dalam rangkap 3 (tiga) asli, bermeterai cukup dan dipegang oleh" in paper
    closing = adendum.sesudah.reading.pasal[-1].isi or ""
    assert "dalam rangkap 2 (dua), bermeterai cukup" in closing
    codes = {found.kode for found in check_kesepakatan(of, SCHOOL)}
    assert "ANGKA-BAGI" not in codes


@pytest.mark.slow
def test_a_number_of_originals_that_is_asked_for_is_kept(tmp_path: Path) -> None:
    asked = (
        "sebutan_bersama: PARA PIHAK\n",
        "sebutan_bersama: PARA PIHAK\nrangkap: { bermeterai: 3 }\n",
    )
    of = joined(tmp_path, asked)
    (adendum,) = of.riwayat(SCHOOL).adendum
    assert adendum.sesudah.kesepakatan.rangkap.bermeterai == 3


@pytest.mark.slow
def test_who_joins_without_a_sentence_stands_in_the_opening_too(tmp_path: Path) -> None:
    own = NEW_PIHAK[NEW_PIHAK.index("  kalimat:") : NEW_PIHAK.index("sebutan_bersama")]
    of = joined(tmp_path, (own, ""))
    (adendum,) = of.riwayat(SCHOOL).adendum
    said = adendum.sesudah.reading.para_pihak[-1].kalimat
    assert said == (
        "Kepala Dinas Pendidikan Kota Karangasri, berkedudukan di Jalan Merdeka Nomor 2, "
        "Karangasri, dalam hal ini bertindak untuk dan atas nama Dinas Pendidikan Kota "
        "Karangasri, selanjutnya disebut DINAS;"
    )
    text = compose_kesepakatan(of.composer, adendum.sesudah)
    assert f"III. SRI LESTARI : {said}" in write_txt(text).decode()
