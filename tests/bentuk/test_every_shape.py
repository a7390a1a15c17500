"""Every agreement of this room: its end, its notice and its letters agree with its own words; its adendum reads well."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bentuk.changes import CHANGES
from bentuk.shapes import BENTUK, office, written
from conftest import Emas
from notakesepakatan.bureau.adendum import draft_from
from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.penandatanganan import kesepakatan_to_sign, sign
from notakesepakatan.bureau.register import open_register
from notakesepakatan.bureau.signed_before import signed_before
from notakesepakatan.bureau.surat import FaultySurat, write_pemberitahuan
from notakesepakatan.compose.adendum.papers import compose_adendum
from notakesepakatan.compose.recipients import recipients
from notakesepakatan.compose.surat import PENGAKHIRAN_REASONS, Pemberitahuan
from notakesepakatan.compute.change.apply import apply
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.load.kesepakatan import load_kesepakatan
from notakesepakatan.model.peristiwa import About
from notakesepakatan.workspace import Workspace
from notakesepakatan.write.txt import write_txt

pytestmark = pytest.mark.slow

DAY = timedelta(days=1)
EVERY = sorted(file.parent.name for file in BENTUK.glob("*/kesepakatan.yaml"))
PARENT = {"pks-perpustakaan-2026": ("kb-perpustakaan-2025",)}
SIGNING = {
    "hibah-sanggar": ("2027-02-10", "460/7/NPHD/2027", "03/SLM/II/2027"),
    "memorandum-dua-bahasa": ("2027-03-18",),
    "pks-perusahaan-gudang": ("2026-06-22", "360/51/BPBD/2026", "077/GNC/VI/2026"),
}
"""What is said at the signing of those that are drafts: the day, the parties' numbers."""
OFFICIALS = ("BAMBANG SUSENO", "DIAN PERMATA")
"""Who signs for a party that names nobody yet."""


def signed(root: Path, slug: str) -> Office:
    """An office that has the agreement, signed, and its pictures."""
    of = office(root, slug, *PARENT.get(slug, ()))
    (root / "templates/logo").mkdir(parents=True)
    Image.new("RGB", (80, 100), "gold").save(root / "templates/logo/lambang.png")
    draft = kesepakatan_to_sign(of, slug)
    if draft is None:
        return of
    day, *numbers = SIGNING[slug]
    data: dict[str, Any] = {**draft.data}
    para_pihak = [dict(pihak) for pihak in data["para_pihak"]]
    for pihak, number in zip(para_pihak, numbers, strict=False):
        pihak["nomor"] = number
    for pihak, official in zip(para_pihak, OFFICIALS, strict=True):
        pihak.setdefault("pejabat", official)
    tempat = data["penandatanganan"]["tempat"]
    data["penandatanganan"] = {"tempat": tempat, "tanggal": day}
    data["para_pihak"] = para_pihak
    assert sign(of, slug, draft, data) == []
    return Office(Workspace(root))


@dataclass(frozen=True)
class Expected:
    """What a reader of the agreement works out by hand.

    Attributes:
        says: what its own text says of the term.
        signed: the day of signing; of several, the last.
        first: the first day of the term.
        end: its last day; None where it has none.
        notice: the last day of the notice; None where the text asks for none.
        letter: how a letter that extends it begins; of one without end, a letter that
            ends it.
    """

    says: str
    signed: str
    first: str
    end: str | None
    notice: str | None
    letter: str


def _ends(pasal: str, jenis: str, day: str) -> str:
    basis = f"1. Berdasarkan ketentuan {pasal} {jenis}, jangka waktu {jenis} tersebut"
    weekday, _, last = day.partition(", ")
    return f"{basis} berakhir pada hari {weekday}, tanggal {last}.\n"


def _notice(pasal: str, words: str, jenis: str, before: str, day: str) -> str:
    return (
        f'2. {pasal} {jenis} berbunyi: "{words.format(jenis=jenis, before=before)}" '
        f"Dengan demikian, batas waktu pemberitahuan adalah {before} sebelum jangka "
        f"waktu berakhir, yaitu tanggal {day}.\n"
    )


_WISH = "2. Sehubungan dengan hal tersebut, "
"""What follows at once where the text asks for no notice of this letter."""
_BOTH = (
    "PIHAK yang bermaksud memperpanjang atau mengakhiri {jenis} ini memberitahukannya "
    "secara tertulis kepada PIHAK lainnya paling lambat {before} sebelum "
)
"""As two texts begin; each letter quotes its own, and says no more than that."""
_PKS, _KB, _NK = "Perjanjian Kerja Sama", "Kesepakatan Bersama", "Nota Kesepahaman"

EXPECTED = {
    "desa": Expected(
        "Kesepakatan ini berlaku tanpa batas waktu sejak ditandatangani",
        "2026-05-11", "2026-05-11", None, None,
        "1. Berdasarkan ketentuan Pasal 4 Kesepakatan Kerja Sama, Kesepakatan Kerja "
        "Sama tersebut berlaku tanpa batas waktu.\n" + _WISH,
    ),
    "hibah-sanggar": Expected(
        "Perjanjian ini berlaku untuk Tahun Anggaran 2027.",
        "2027-02-10", "2027-01-01", "2027-12-31", None,
        _ends("Pasal 7", "Perjanjian Hibah Daerah", "Jumat, 31 Desember 2027") + _WISH,
    ),
    "kb-danau-2026": Expected(
        "berlaku selama 5 (lima) tahun terhitung sejak tanggal ditandatangani.",
        "2026-04-22", "2026-04-22", "2031-04-22", None,
        _ends("Pasal 5", _KB, "Selasa, 22 April 2031") + _WISH,
    ),
    "kb-perpustakaan-2025": Expected(
        "berlaku selama 5 (lima) tahun terhitung sejak tanggal ditandatangani.",
        "2025-04-14", "2025-04-14", "2030-04-13", "2030-01-13",
        _ends("Pasal 5 ayat (1)", _KB, "Sabtu, 13 April 2030")
        + _notice(
            "Pasal 5 ayat (2)", _BOTH + "jangka waktu berakhir.", _KB, "3 (tiga) bulan",
            "13 Januari 2030",
        ),
    ),
    "kementerian": Expected(
        "berlaku selama 3 (tiga) tahun sejak tanggal ditandatangani.",
        "2026-08-18", "2026-08-18", "2029-08-18", "2029-05-18",
        _ends("Pasal 6 ayat (1)", _NK, "Sabtu, 18 Agustus 2029")
        + _notice(
            "Pasal 6 ayat (2)",
            "Perpanjangan atau pengakhiran diberitahukan secara tertulis paling lambat "
            "{before} sebelumnya.", _NK, "3 (tiga) bulan", "18 Mei 2029",
        ),
    ),
    "memorandum-dua-bahasa": Expected(
        "berlaku selama 5 (lima) tahun terhitung sejak tanggal ditandatangani",
        "2027-03-18", "2027-03-18", "2032-03-18", "2031-09-18",
        _ends("Pasal 9 ayat (1)", _NK, "Kamis, 18 Maret 2032") + _WISH,
    ),
    "mou-kampus-radio": Expected(
        "berlaku sejak ditandatangani sampai dengan 31 Desember 2027,",
        "2026-05-04", "2026-05-04", "2027-12-31", None,
        _ends("bagian ketiga", _NK, "Jumat, 31 Desember 2027") + _WISH,
    ),
    "pks-kota-internet": Expected(
        "berlaku mulai tanggal 1 April 2026 sampai dengan 31 Maret 2028.",
        "2026-03-16", "2026-04-01", "2028-03-31", "2028-01-31",
        _ends("Pasal 8 ayat (1)", _PKS, "Jumat, 31 Maret 2028")
        + _notice(
            "Pasal 8 ayat (2)", _BOTH + "berakhirnya jangka waktu.", _PKS,
            "60 (enam puluh) hari", "31 Januari 2028",
        ),
    ),
    "pks-perpustakaan-2026": Expected(
        "berlaku sejak tanggal 1 Maret 2026 sampai dengan 28 Februari 2029.",
        "2026-02-09", "2026-03-01", "2029-02-28", "2028-12-28",
        _ends("Pasal 5 ayat (1)", _PKS, "Rabu, 28 Februari 2029")
        + _notice(
            "Pasal 5 ayat (2)",
            "PIHAK yang bermaksud memperpanjang {jenis} ini memberitahukannya paling "
            "lambat {before} sebelum jangka waktu berakhir, dengan tidak melampaui jangka "
            "waktu Kesepakatan Bersama sebagaimana dimaksud dalam Pasal 1.",
            _PKS, "2 (dua) bulan", "28 Desember 2028",
        ),
    ),
    "pks-perusahaan-gudang": Expected(
        "berlaku selama 3 (tiga) tahun terhitung sejak tanggal 1 Juli 2026.",
        "2026-06-22", "2026-07-01", "2029-07-01", "2029-04-02",
        _ends("Pasal 11 ayat 1", _PKS, "Minggu, 1 Juli 2029")
        + _notice(
            "Pasal 11 ayat 2",
            "PIHAK yang hendak memperpanjang memberitahukannya secara tertulis paling "
            "lambat {before} sebelum jangka waktu berakhir.",
            _PKS, "90 (sembilan puluh) hari", "2 April 2029",
        ),
    ),
    "rujukan-berbagian": Expected(
        "berlaku dari tanggal 12 Februari 2026 sampai dengan 11 Februari 2029.",
        "2026-02-12", "2026-02-12", "2029-02-11", "2028-11-13",
        _ends("Pasal 8 ayat (1)", _PKS, "Minggu, 11 Februari 2029")
        + _notice(
            "Pasal 8 ayat (2)",
            "Pihak yang ingin memperpanjang memberitahukannya paling lambat {before} "
            "sebelum berakhirnya Perjanjian Kerja Sama ini.",
            _PKS, "90 (sembilan puluh) hari", "13 November 2028",
        ),
    ),
    "rumah-sakit": Expected(
        "berlaku selama 2 (dua) tahun terhitung sejak ditandatangani.",
        "2026-03-02", "2026-03-02", "2028-03-02", "2028-01-02",
        _ends("Pasal 5 ayat (1)", _PKS, "Kamis, 2 Maret 2028")
        + _notice(
            "Pasal 5 ayat (2)",
            "PIHAK yang hendak memperpanjang atau mengakhiri {jenis} ini "
            "memberitahukannya secara tertulis paling lambat {before} sebelum jangka "
            "waktu berakhir.", _PKS, "2 (dua) bulan", "2 Januari 2028",
        ),
    ),
    "sekolah": Expected(
        "Perjanjian ini berlaku mulai 13 Juli 2026 sampai dengan 12 Juli 2027.",
        "2026-07-09", "2026-07-13", "2027-07-12", None,
        _ends("Pasal 4", _PKS, "Senin, 12 Juli 2027") + _WISH,
    ),
}  # fmt: skip


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def status_on(of: Office, slug: str, day: date) -> str:
    """What the register says of the agreement on a day."""
    rows, problems = open_register(of, day)
    assert problems == []
    (row,) = [row for row in rows if row.summary.slug == slug]
    return row.condition.status


def letter_of(of: Office, slug: str, about: About, **said: Any) -> str:
    """A letter of notice as the press writes it, a month into the term."""
    begun = of.summary(slug).begin or date.max
    day = max(begun, date.fromisoformat(EXPECTED[slug].first)) + 30 * DAY
    surat = Pemberitahuan(about, 0, day, day, **said)
    letter, _ = write_pemberitahuan(of, slug, surat, formats=("txt",)).files
    return letter.read_text(encoding="utf-8")


def test_every_agreement_of_the_room_is_in_the_tables() -> None:
    assert sorted(EXPECTED) == EVERY
    assert sorted(CHANGES) == EVERY


@pytest.mark.parametrize("slug", EVERY)
def test_the_register_says_what_the_text_says(slug: str, tmp_path: Path) -> None:
    of = signed(tmp_path, slug)
    expected = EXPECTED[slug]
    assert expected.says in written(of, slug).txt
    begun, first = day_of(expected.signed), day_of(expected.first)
    assert begun and first
    in_force = max(begun, first)
    assert of.summary(slug).begin == begun
    rows, _ = open_register(of, in_force)
    (row,) = [row for row in rows if row.summary.slug == slug]
    term = row.condition.term
    assert term and term.begin.tanggal == first
    assert (term.end.tanggal if term.end else None) == day_of(expected.end)
    assert row.condition.open_words == ("" if expected.end else "tanpa batas waktu")
    due = {one.jenis: one.tanggal for one in row.condition.tenggat}
    assert due.get("berakhir") == day_of(expected.end)
    assert due.get("pemberitahuan") == day_of(expected.notice)


@pytest.mark.parametrize("slug", EVERY)
def test_its_status_follows_the_days_of_the_text(slug: str, tmp_path: Path) -> None:
    of = signed(tmp_path, slug)
    expected = EXPECTED[slug]
    begun, first = day_of(expected.signed), day_of(expected.first)
    assert begun and first
    assert status_on(of, slug, begun - DAY) == "konsep"
    if begun < first:
        assert status_on(of, slug, begun) == "belum berlaku"
    assert status_on(of, slug, max(begun, first)) == "berlaku"
    end, notice = day_of(expected.end), day_of(expected.notice)
    if notice:
        assert status_on(of, slug, notice) == "masa pemberitahuan"
        assert status_on(of, slug, notice + DAY) == "lewat tenggat"
    if end is None:
        assert status_on(of, slug, begun + 36_500 * DAY) == "berlaku"
        return
    assert status_on(of, slug, end) == ("lewat tenggat" if notice else "berlaku")
    assert status_on(of, slug, end + DAY) == "berakhir"


@pytest.mark.parametrize("slug", EVERY)
def test_letters_say_what_the_text_says(slug: str, tmp_path: Path) -> None:
    of = signed(tmp_path, slug)
    expected = EXPECTED[slug]
    reason = "tujuan kerja sama telah tercapai"
    if expected.end is None:
        with pytest.raises(FaultySurat, match="tanpa batas waktu"):
            letter_of(of, slug, "perpanjangan")
        last = date(2028, 1, 31)
        letter = letter_of(of, slug, "pengakhiran", alasan=reason, in_force=last)
        assert expected.letter in letter
        assert "pengakhiran Kesepakatan Kerja Sama tersebut atas kesepakatan" in letter
        assert "PARA PIHAK pada tanggal 31 Januari 2028, dengan alasan" in letter
        return
    assert expected.letter in letter_of(of, slug, "perpanjangan")
    ending = letter_of(of, slug, "pengakhiran", alasan=reason)
    day = expected.letter.partition("pada hari ")[2].partition(", tanggal ")[2]
    ends_on = day.partition(" (")[0].partition(".")[0]
    lets_it_end = f"tersebut setelah jangka waktunya berakhir pada tanggal {ends_on}"
    assert f"{lets_it_end}, dengan alasan {reason}" in ending


@pytest.mark.parametrize(
    ("slug", "about", "said"),
    [
        (
            "memorandum-dua-bahasa",
            "pengakhiran",
            "Setiap PIHAK dapat mengakhiri Nota Kesepahaman ini dengan",
        ),
        ("pks-perusahaan-gudang", "pengakhiran", None),
        ("memorandum-dua-bahasa", "perpanjangan", None),
    ],
)
def test_a_letter_quotes_the_notice_only_where_the_clause_asks_for_it(
    slug: str, about: About, said: str | None, tmp_path: Path
) -> None:
    wish: dict[str, Any] = {}
    if about == "pengakhiran":
        wish = {"alasan": "objek kerja sama hilang", "in_force": date(2028, 1, 31)}
    letter = letter_of(signed(tmp_path, slug), slug, about, **wish)
    if said:
        assert said in letter
    else:
        assert "berbunyi" not in letter


def test_a_notice_counted_from_the_ending_follows_the_day_that_is_wanted(
    tmp_path: Path,
) -> None:
    slug = "memorandum-dua-bahasa"
    reason, last = "objek kerja sama hilang", date(2029, 1, 31)
    of = signed(tmp_path, slug)
    letter = letter_of(of, slug, "pengakhiran", alasan=reason, in_force=last)
    limit = "6 (enam) bulan sebelum tanggal pengakhiran, yaitu tanggal 31 Juli 2028."
    assert limit in letter


@pytest.mark.parametrize(
    ("slug", "alone"), [("memorandum-dua-bahasa", True), ("sekolah", False)]
)
def test_a_letter_ends_only_what_the_text_lets_one_party_end(
    slug: str, *, alone: bool, tmp_path: Path
) -> None:
    """Elsewhere it proposes, and its Hal says so."""
    of = signed(tmp_path, slug)
    last = (day_of(EXPECTED[slug].end) or date.max) - 30 * DAY
    letter = letter_of(
        of, slug, "pengakhiran", alasan="objek kerja sama hilang", in_force=last
    )
    assert ("bermaksud mengakhiri" in letter) == alone
    assert ("mengusulkan pengakhiran" in letter) == (not alone)
    assert ("\tUsulan Pengakhiran" in letter) == (not alone)
    agreed = PENGAKHIRAN_REASONS["kesepakatan"]
    proposal = letter_of(of, slug, "pengakhiran", alasan=agreed, in_force=last)
    assert "mengusulkan pengakhiran" in proposal
    assert "terdapat kesepakatan" not in proposal


def test_who_signs_in_the_name_of_another_keeps_it_in_letters(tmp_path: Path) -> None:
    of = signed(tmp_path / "a", "sekolah")
    ours = letter_of(of, "sekolah", "perpanjangan")
    assert "\ta.n. Kepala SMK Negeri 3 Karangasri Wakil Kepala Bidang" in ours
    theirs = recipients(of.riwayat("sekolah").last.reading, 1, date(2026, 9, 1))
    assert theirs[0].lines[0] == "Kepala SMK Negeri 3 Karangasri"
    hospital = signed(tmp_path / "b", "rujukan-berbagian")
    (told, *_) = recipients(
        hospital.riwayat("rujukan-berbagian").last.reading, 1, date(2026, 9, 1)
    )
    by = "u.p. Direktur RSUD dr. Hasan Contoh"
    assert told.lines[:2] == ("Bupati Lubuk Contoh", by)
    other = letter_of(of, "sekolah", "perpanjangan", jabatan="Kepala Sekolah")
    assert "a.n." not in other


def test_a_name_that_tells_is_not_said_again(tmp_path: Path) -> None:
    of = signed(tmp_path, "mou-kampus-radio")
    letter = letter_of(of, "mou-kampus-radio", "perpanjangan")
    assert "Akademi Kebidanan Bina Contoh mengusulkan perpanjangan" in letter
    assert "disepakati Kedua Pihak, terhitung sejak berakhirnya" in letter


def test_a_letter_goes_to_an_office_whose_body_is_told(tmp_path: Path) -> None:
    hospital = letter_of(
        signed(tmp_path / "a", "rumah-sakit"), "rumah-sakit", "perpanjangan"
    )
    assert hospital.startswith("RSUD dr. WIRASENA\n")
    told = "Yth. Penanggung Jawab Klinik\nKlinik Pratama Harapan Ibu\ndi Sukamaju\n"
    assert told in hospital
    village = letter_of(
        signed(tmp_path / "b", "kb-perpustakaan-2025"),
        "kb-perpustakaan-2025",
        "perpanjangan",
    )
    assert "Yth. Wali Kota Tirtamukti\ndi Kota Tirtamukti\n" in village


@pytest.mark.parametrize("slug", EVERY)
def test_its_adendum_reads_well_and_applies_back(
    slug: str, tmp_path: Path, emas: Emas
) -> None:
    of = signed(tmp_path, slug)
    text = of.workspace.file(slug).read_text(encoding="utf-8")
    for old, new in CHANGES[slug]:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    wanted = tmp_path / "baru.yaml"
    wanted.write_text(text, encoding="utf-8")
    last = of.riwayat(slug).last
    before = last.tree
    draft_from(of, slug, wanted, Request(alasan=("terdapat kebutuhan baru",)))
    (adendum,) = of.anew().riwayat(slug).adendum
    called = [str(pihak.sebutan) for pihak in last.reading.para_pihak]
    signs = signed_before(before, load_kesepakatan(wanted).tree, called)
    target = settle(before, signs.tree)
    assert target != before
    assert apply(before, adendum.adendum.perubahan) == (target, [])
    assert adendum.sesudah.tree == target
    paper = compose_adendum(of.composer, adendum, ())
    emas(f"bentuk/{slug}", write_txt(paper).decode())
