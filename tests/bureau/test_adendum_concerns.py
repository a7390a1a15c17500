"""What the drafter of an adendum is told to look at, and what is asked."""

from pathlib import Path
from typing import Any

import pytest

from bureau.test_adendum import DASAR, Ruang
from bureau.test_sealed_base import SIGNED, drafted, signed
from command import run
from notakesepakatan.bureau.adendum import draft_about_adenda
from notakesepakatan.bureau.adendum_request import AdendumRefused, Request
from notakesepakatan.bureau.check import check_kesepakatan
from notakesepakatan.bureau.konsolidasi import data_in_force
from notakesepakatan.bureau.office import Office
from notakesepakatan.compute.change.diff import changed_share
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.adendum import FrameSlip
from notakesepakatan.workspace import Workspace

BEGIN, END = DASAR.index("- kunci: jangka_waktu"), DASAR.index("- {judul: EMPAT")
TERM = DASAR[BEGIN:END]
POINTING = DASAR.replace(
    "  - Ayat tiga.", "  - Ayat tiga sebagaimana dimaksud pada ayat (1)."
).replace(
    "isi: Isi pasal empat.",
    "isi: Sesuai dengan Pasal 3 ayat (3) dan ayat (4) serta Pasal 2 huruf a.",
)
IN_FRONT = ("  - Berlaku [[", "  - Ayat paling depan.\n  - Berlaku [[")


def warned(root: Path, text: str, **asked: Any) -> str:
    return "\n".join(drafted(root, text, **asked).peringatan)


def changed(root: Path) -> list[str]:
    """The ayat of Pasal 3 and the words of Pasal 4 with the draft."""
    after = Office(Workspace(root)).riwayat("uji").last.kesepakatan
    return [*(ayat.isi or "" for ayat in after.pasal[2].ayat), after.pasal[3].isi or ""]


@pytest.mark.slow
def test_typed_references_to_numbers_that_move_are_told(ruang: Ruang) -> None:
    root = ruang(POINTING)
    said = warned(root, POINTING.replace(*IN_FRONT))
    third = 'Pasal 3 ayat (4) isi: "ayat (1)" dahulu menunjuk Pasal 3 ayat (1), '
    assert f"{third}kini Pasal 3 ayat (2)" in said
    fourth = 'Pasal 4 isi: "Pasal 3 ayat (3)" dahulu menunjuk Pasal 3 ayat (3), '
    assert f"{fourth}kini Pasal 3 ayat (4)" in said
    assert '"ayat (4)" dahulu menunjuk Pasal 3 ayat (4), kini Pasal 3 ayat (5)' in said
    assert "huruf a" not in said.partition("Rujukan ke")[2].partition("\n")[0]
    assert "ayat (1a)" in said and "--rujukan ikut" in said
    assert changed(root)[3] == "Ayat tiga sebagaimana dimaksud pada ayat (1)."


@pytest.mark.slow
def test_they_go_along_where_that_is_decided(ruang: Ruang) -> None:
    root = ruang(POINTING)
    said = warned(root, POINTING.replace(*IN_FRONT), rujukan_follow=True)
    assert "dan ikut diubah" in said
    assert drafted(
        root, POINTING.replace(*IN_FRONT), rujukan_follow=True, replace=True
    ).perubahan == (
        "Sebelum ayat (1) Pasal 3 disisipkan 1 (satu) ayat, yakni ayat (1) baru, "
        "sedangkan ayat (1) sampai dengan ayat (4) semula menjadi ayat (2) sampai dengan "
        "ayat (5), dan ketentuan ayat (4) diubah sehingga Pasal 3 berbunyi sebagai berikut:",
        "Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:",
    )
    after = changed(root)
    assert after[3] == "Ayat tiga sebagaimana dimaksud pada ayat (2)."
    assert after[-1] == (
        "Sesuai dengan Pasal 3 ayat (4) dan ayat (5) serta Pasal 2 huruf a."
    )


FOUR = DASAR.replace(
    "- {judul: EMPAT, isi: Isi pasal empat.}",
    "- {judul: EMPAT, ayat: [Satu., Dua sebagaimana dimaksud pada ayat (1).]}",
)
MOVED = FOUR.replace(", Dua sebagaimana dimaksud pada ayat (1).]}", "]}").replace(
    "  - Ayat empat.\n",
    "  - Ayat empat.\n  - Dua sebagaimana dimaksud pada ayat (1).\n",
)


@pytest.mark.slow
def test_what_a_moved_ayat_names_is_told(ruang: Ruang) -> None:
    """Its `ayat (1)` was that of Pasal 4, and would be read as that of Pasal 3."""
    root = ruang(FOUR)
    assert (
        'Pasal 3 ayat (5) isi: "ayat (1)" menunjuk Pasal 4 ayat (1), tetapi di tempat '
        "barunya terbaca Pasal 3 ayat (1)"
    ) in warned(root, MOVED)
    warned(root, MOVED, rujukan_follow=True, replace=True)
    assert changed(root)[4] == "Dua sebagaimana dimaksud dalam Pasal 4 ayat (1)."


@pytest.mark.slow
def test_an_item_of_a_shifted_ayat_still_names_its_own(ruang: Ruang) -> None:
    nested = DASAR.replace("- butir b; dan", "- butir b dari huruf a; dan")
    first = "  ayat:\n  - Ayat satu.\n"
    said = warned(
        ruang(nested), nested.replace(first, f"{first[:8]}  - Depan.\n{first[8:]}")
    )
    assert '"huruf a"' not in said


@pytest.mark.slow
def test_references_by_key_are_told_to_follow(ruang: Ruang) -> None:
    text = DASAR.replace(
        "isi: Isi pasal empat.",
        'isi: "Sesuai [[dalam Pasal jangka_waktu ayat lapor]]."',
    ).replace("  - Diberitahukan", "  - kunci: lapor\n    isi: Diberitahukan")
    said = warned(ruang(text), text.replace(*IN_FRONT))
    moved = "dahulu menunjuk Pasal 3 ayat (2), kini Pasal 3 ayat (3)"
    assert f"{moved} (mengikuti sendiri)" in said


def test_what_is_inserted_with_a_number_of_its_own_moves_none(ruang: Ruang) -> None:
    between = ("  - Diberitahukan", "  - Ayat sela.\n  - Diberitahukan")
    said = warned(ruang(POINTING), POINTING.replace(*between))
    assert "bergeser nomornya" not in said


@pytest.mark.slow
def test_recitals_that_move_are_told(ruang: Ruang) -> None:
    text = DASAR.replace("bahwa tiga.", "bahwa berdasarkan huruf a dan huruf b, tiga.")
    new = text.replace("- bahwa satu;", "- bahwa sebelumnya;\n- bahwa satu;")
    said = warned(ruang(text), new)
    assert '"huruf a" dahulu menunjuk huruf a, kini huruf b' in said
    assert '"huruf b" dahulu menunjuk huruf b, kini huruf c' in said


@pytest.mark.slow
def test_a_role_that_is_deleted_or_lost_is_told(ruang: Ruang) -> None:
    without = DASAR[:BEGIN] + DASAR[END:]
    root = ruang(DASAR)
    said = warned(root, without)
    assert "Pasal 3 (jangka_waktu) dihapus, padahal dipakai untuk tenggat" in said
    lost = DASAR.replace("- kunci: adendum\n  judul", "- judul").replace("LIMA", "V")
    said = warned(root, lost, replace=True)
    assert 'kunci "adendum" pada Pasal 5 hilang' in said


@pytest.mark.slow
def test_references_left_dangling_are_told(ruang: Ruang) -> None:
    text = DASAR.replace(
        "isi: Penutup.", 'isi: "Sebagaimana dimaksud dalam Pasal 4 dan dalam Lampiran."'
    )
    gone = text.replace("- {judul: EMPAT, isi: Isi pasal empat.}\n", "")
    root = ruang(text)
    told = 'Pasal 6 isi menyebut "Pasal 4", padahal Pasal 4 dihapus.'
    assert told in warned(root, gone)
    without_annex = text[: text.index("lampiran:\n")]
    said = warned(root, without_annex, replace=True)
    assert 'Pasal 6 isi: "dalam Lampiran": naskah ini' in said


def twelve(keep: int = 12) -> str:
    many = "".join(
        f"- judul: PERIHAL {n}\n  isi: Ketentuan nomor {n} mengatur pokok {n * 7} "
        f"bagi pelaksana {n * 11} di daerah.\n"
        for n in range(1, keep + 1)
    )
    return DASAR[: DASAR.index("pasal:\n")] + "pasal:\n" + many


def share(old: str, new: str) -> float:
    both = [parse_kesepakatan(text.encode(), "k.yaml").tree for text in (old, new)]
    return changed_share(*both)


def test_much_changed_is_told_and_capitals_are_not() -> None:
    assert share(twelve(), twelve(1)) > 0.5
    assert share(twelve(), twelve().replace("Ketentuan", "KETENTUAN")) == 0
    assert share(twelve(), twelve().replace("di daerah.", "di daerah,")) == 0
    assert share(DASAR, DASAR.replace("Badan A", "Lembaga A")) < 0.1


@pytest.mark.slow
def test_eleven_of_twelve_pasal_deleted_want_a_new_agreement(ruang: Ruang) -> None:
    # The heads of the twelve pasal stay short beside what is deleted.
    root = ruang(twelve())
    assert "kesepakatan baru lebih baik" in warned(root, twelve(1))
    capitals = twelve().replace("Ketentuan", "KETENTUAN")
    said = warned(root, capitals, replace=True)
    assert "kesepakatan baru" not in said


LITERAL = DASAR.replace(
    "Berlaku [[jangka_waktu]].", "Berlaku selama 2 (dua) tahun sejak ditandatangani."
)
LONGER = LITERAL.replace("2 (dua) tahun", "4 (empat) tahun")


@pytest.mark.slow
def test_words_of_the_term_alone_are_asked_about(ruang: Ruang) -> None:
    root = ruang(LITERAL)
    with pytest.raises(AdendumRefused) as cause:
        drafted(root, LONGER)
    assert "bunyi jangka waktunya berubah, tetapi datanya tidak" in str(cause.value)
    made = drafted(root, LONGER, term="4 tahun")
    assert made.data_changes == ("jangka_waktu: semula 2 tahun, menjadi 4 tahun",)
    after = Office(Workspace(root)).riwayat("uji").last.kesepakatan
    assert str(after.jangka_waktu) == "4 tahun"


@pytest.mark.slow
def test_that_the_data_stay_may_be_said(ruang: Ruang) -> None:
    made = drafted(ruang(LITERAL), LONGER, kept=True)
    assert made.data_changes == ()
    assert any("jangka waktu menurut data" in each for each in made.peringatan)


@pytest.mark.processes
def test_the_command_takes_the_term_and_the_decision(ruang: Ruang) -> None:
    root = ruang(LITERAL)
    (root / "baru.yaml").write_text(LONGER)
    words = ("-C", root, "adendum", "uji", "--dari", root / "baru.yaml")
    refused = run(*words, kode=1)
    assert '--jangka-waktu "…"' in refused.stderr
    made = run(*words, "--jangka-waktu", "4 (empat) tahun", "--rujukan", "ikut")
    assert "Data jangka_waktu: semula 2 tahun, menjadi 4 tahun" in made.stdout
    wrong = run(*words, "--jangka-waktu", "lama sekali", kode=2)
    assert 'jangka waktu "lama sekali" tidak terbaca' in wrong.stderr


BY_HEADING = DASAR.replace(
    "- kunci: jangka_waktu\n  judul: TIGA", "- judul: MASA BERLAKU"
)


def test_the_term_headed_as_such_is_missed_without_a_role(ruang: Ruang) -> None:
    begin, end = BY_HEADING.index("- judul: MASA"), BY_HEADING.index("- {judul: EMPAT")
    gone = BY_HEADING[:begin] + BY_HEADING[end:]
    said = warned(ruang(BY_HEADING), gone, kept=True)
    assert "Pasal 3 (MASA BERLAKU) dihapus, padahal menjadi dasar bagi tenggat" in said


@pytest.mark.slow
def test_a_pasal_put_in_its_place_is_one(ruang: Ruang) -> None:
    begin, end = BY_HEADING.index("- judul: MASA"), BY_HEADING.index("- {judul: EMPAT")
    instead = "- {judul: JANGKA WAKTU, isi: 'Berlaku [[jangka_waktu]].'}\n"
    other = BY_HEADING[:begin] + instead + BY_HEADING[end:]
    assert "padahal menjadi dasar" not in warned(ruang(BY_HEADING), other, kept=True)


@pytest.mark.slow
def test_most_pasal_deleted_under_a_long_front(ruang: Ruang) -> None:
    front = "\n".join(f"- bahwa alasan nomor {n} tetap;" for n in range(1, 60))
    long = DASAR.replace("- bahwa satu;", f"{front}\n- bahwa satu;")
    begin, end = long.index("- judul: SATU"), long.index("- kunci: adendum")
    assert "Lebih dari separuh" in warned(ruang(long), long[:begin] + long[end:])


@pytest.mark.slow
def test_a_slip_in_a_frame_is_no_change_of_capitals(ruang: Ruang) -> None:
    root = ruang(DASAR)
    signed(root)
    slip = FrameSlip(adendum="adendum-01", tertulis="9/A", menjadi="09/A")
    asked = Request(perbaikan=True, frame_slips=(slip,))
    made = draft_about_adenda(Office(Workspace(root)), "uji", asked)
    assert not [each for each in made.peringatan if "huruf kapital" in each]


@pytest.mark.slow
def test_an_adendum_signed_after_the_end_is_found(ruang: Ruang) -> None:
    """The term of two years from 31 January 2024 is over by then."""
    root = ruang(DASAR)
    file = signed(root)
    assert "BERLAKU" not in [
        each.kode for each in check_kesepakatan(Opened(Workspace(root)), "uji")
    ]
    file.write_text(file.read_text().replace("2025-03-01", "2026-03-01"))
    found = check_kesepakatan(Opened(Workspace(root)), "uji")
    (late,) = (each for each in found if each.kode == "BERLAKU")
    assert "ditandatangani 1 Maret 2026, sesudah" in late.message


@pytest.mark.slow
def test_a_party_that_changes_later_is_told_to_whoever_drafts_before(
    ruang: Ruang,
) -> None:
    root = ruang(DASAR)
    text = DASAR.replace("nama: Badan C, pejabat: CICI", "nama: Badan D, pejabat: DIDI")
    file = drafted(root, text.replace("kedudukan: Depok", "kedudukan: Serang")).file
    said = file.read_text().replace(
        "para_pihak:\n- ", "para_pihak:\n- nomor: 9/A\n  ", 1
    )
    file.write_text(f"{SIGNED}mulai_berlaku: 2025-07-01\n{said}")
    after = str(data_in_force(Office(Workspace(root)).riwayat("uji"), None))
    other = after.replace("Isi pasal empat", "Isi yang lain")
    assert "Para pihak baru berubah dengan Adendum Kesatu mulai 1 Juli 2025" in warned(
        root, other
    )


@pytest.mark.slow
def test_a_body_of_another_name_is_said_to_be_read_as_another_party(
    ruang: Ruang,
) -> None:
    root = ruang(DASAR)
    renamed = DASAR.replace(
        "{nama: Badan B, nomor: 2/B/2024, pejabat: BUDI",
        "{nama: Badan Baru, nomor: 2/B/2024, pejabat: DEDI",
    )
    said = warned(root, renamed)
    assert "Badan Baru dibaca sebagai pihak lain yang menggantikan Badan B" in said
    assert 'tulis "Badan B" pada riwayat_nama pihak itu' in said
    known = renamed.replace(
        "kedudukan: Bogor}", "kedudukan: Bogor, riwayat_nama: [{nama: Badan B}]}"
    )
    assert known != renamed
    told = drafted(root, known, replace=True)
    assert "dibaca sebagai pihak lain" not in "\n".join(told.peringatan)
    assert "PIHAK KEDUA SEMULA" not in "\n".join(told.perubahan)
