"""What is wrong with an event: one small function a rule, all listed in `RULES`.

Every finding is an error: an event that cannot be is neither recorded nor read. So none
of them is silenced, and all of `RULES` have the level "galat".
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from notakesepakatan.compute.peristiwa import content, keys, order
from notakesepakatan.compute.peristiwa.subjects import AmongPeristiwa, BesideText, Fault
from notakesepakatan.compute.time.register import Summary
from notakesepakatan.model.peristiwa import Peristiwa
from notakesepakatan.temuan import Problem

Subject = TypeVar("Subject")
TINGKAT = "galat"


@dataclass(frozen=True)
class PeristiwaRule(Generic[Subject]):
    """One rule.

    Attributes:
        kode: its code.
        dasar: where it comes from.
        what: what it looks for, in Indonesian, for the page of rules.
        function: gives what is wrong with what it reads.
    """

    kode: str
    dasar: str
    what: str
    function: Callable[[Subject], Iterator[Fault]]


_PP = "PP 28/2018 Pasal 9"
_FORM = "bentuk berkas peristiwa"
_CARE = "ketelitian naskah"

KEY_RULES: tuple[PeristiwaRule[Peristiwa], ...] = (
    PeristiwaRule(
        "PERISTIWA-KURANG",
        _FORM,
        "peristiwa tanpa kunci yang wajib bagi jenisnya",
        keys.missing,
    ),
    PeristiwaRule(
        "PERISTIWA-LAMA",
        _FORM,
        "perpanjangan tanpa lamanya dan tanpa hari terakhirnya, atau dengan keduanya",
        keys.how_long,
    ),
    PeristiwaRule(
        "PERISTIWA-ASING",
        _FORM,
        "kunci yang bukan untuk jenis peristiwanya",
        keys.foreign,
    ),
)
"""Rules on one event alone."""

ORDER_RULES: tuple[PeristiwaRule[AmongPeristiwa], ...] = (
    PeristiwaRule(
        "PERISTIWA-KONSEP",
        _CARE,
        "peristiwa pada kesepakatan yang belum bertanggal",
        order.unsigned,
    ),
    PeristiwaRule(
        "PERISTIWA-DINI",
        _CARE,
        "peristiwa yang mendahului penandatanganan",
        order.before_penandatanganan,
    ),
    PeristiwaRule(
        "PERISTIWA-PERPANJANGAN",
        _CARE,
        "perpanjangan yang sudah ada pada adendum",
        order.extended_twice,
    ),
    PeristiwaRule(
        "PERISTIWA-TANPA-AKHIR",
        _CARE,
        "perpanjangan kesepakatan yang tidak mempunyai hari terakhir",
        order.extended_without_end,
    ),
    PeristiwaRule(
        "PERISTIWA-SYARAT",
        _CARE,
        "syarat yang terpenuhi, padahal jangka waktunya tidak sampai suatu syarat",
        order.condition_not_awaited,
    ),
    PeristiwaRule(
        "PERISTIWA-MUNDUR",
        _CARE,
        "perpanjangan sampai hari yang tidak melampaui hari berakhir semula",
        order.extended_backward,
    ),
    PeristiwaRule(
        "PERISTIWA-PENGIRIM",
        _CARE,
        "pemberitahuan dari pihak yang tidak ada",
        order.unknown_sender,
    ),
    PeristiwaRule(
        "PERISTIWA-KELUAR",
        _CARE,
        "pengunduran diri dari kesepakatan yang hanya dua pihaknya",
        order.leaves_one_alone,
    ),
    PeristiwaRule(
        "PERISTIWA-TUTUP",
        _CARE,
        "perpanjangan atau pengakhiran kesepakatan yang sudah diakhiri, batal, atau "
        "terpenuhi syaratnya",
        order.after_closing,
    ),
    PeristiwaRule(
        "PERISTIWA-KAHAR",
        _CARE,
        "berita acara atas keadaan kahar yang tidak ada",
        order.berita_acara_of_nothing,
    ),
    PeristiwaRule(
        "PERISTIWA-SEHARI",
        _CARE,
        "dua peristiwa sejenis pada hari yang sama, yang dijawab menurut harinya "
        "atau akan dijumlahkan",
        order.two_on_a_day,
    ),
    PeristiwaRule(
        "PERISTIWA-KEMBAR",
        _CARE,
        "peristiwa yang sudah dicatat, sama jenis, hari, nomor, dan isinya",
        order.recorded_already,
    ),
    PeristiwaRule(
        "PERISTIWA-DISERAHKAN",
        _CARE,
        "rangkap yang sudah diserahkan",
        order.handed_over_twice,
    ),
    PeristiwaRule(
        "PERISTIWA-BERLAKU",
        _CARE,
        "adendum yang hari berlakunya sudah dicatat",
        order.in_force_twice,
    ),
    PeristiwaRule(
        "PERISTIWA-NASKAH",
        _CARE,
        "peristiwa naskah yang tidak ditunggu satu kewajiban pun",
        order.awaited_by_nothing,
    ),
    PeristiwaRule(
        "PERISTIWA-GANDA",
        _CARE,
        "dua berita acara atas satu keadaan kahar",
        order.two_berita_acara,
    ),
    PeristiwaRule(
        "PERISTIWA-SELESAI",
        _CARE,
        "penyelesaian tanpa kewajiban naskah, pengakhiran, syarat terpenuhi, atau musyawarah",
        order.done_of_nothing,
    ),
    PeristiwaRule(
        "PERISTIWA-KOSONG",
        _CARE,
        "penyelesaian atas berita acara tanpa butir",
        order.done_without_tasks,
    ),
    PeristiwaRule(
        "PERISTIWA-BUTIR",
        _CARE,
        "penyelesaian butir yang tidak ada",
        order.done_past_the_last,
    ),
    PeristiwaRule(
        "PERISTIWA-URUTAN",
        _CARE,
        "jawaban yang mendahului kejadiannya",
        order.answered_before_it_happened,
    ),
)
"""Rules on an event among the others of its agreement."""

CONTENT_RULES: tuple[PeristiwaRule[BesideText], ...] = (
    PeristiwaRule(
        "PERISTIWA-ADENDUM",
        _CARE,
        "hari berlaku adendum yang tidak ada, atau yang tidak menunggu peristiwa",
        content.no_adendum_waits,
    ),
    PeristiwaRule(
        "PERISTIWA-TUGAS",
        _CARE,
        "tugas yang tidak ada pada naskah yang berlaku",
        content.no_such_tugas,
    ),
    PeristiwaRule(
        "PERISTIWA-TUGAS-GANDA",
        _CARE,
        "tugas yang disebut dua kali",
        content.tugas_twice,
    ),
    PeristiwaRule(
        "PERISTIWA-TUGAS-LUAS",
        _CARE,
        "bagian naskah yang bukan satu tugas",
        content.no_single_tugas,
    ),
    PeristiwaRule(
        "PERISTIWA-BARIS",
        _CARE,
        "baris yang tidak ada pada Rencana Kerja",
        content.no_such_row,
    ),
    PeristiwaRule(
        "PERISTIWA-BARIS-GANDA",
        _CARE,
        "baris Rencana Kerja yang disebut dua kali",
        content.row_twice,
    ),
    PeristiwaRule(
        "PERISTIWA-ISIAN",
        _FORM,
        "kurung siku ganda, yang tidak diisi di sini",
        content.brackets,
    ),
    PeristiwaRule(
        "PERISTIWA-TAHUN",
        _CARE,
        "tahun Rencana Kerja di luar jangka waktu",
        content.year_outside_term,
    ),
    PeristiwaRule(
        "PERISTIWA-TAHUN-DINI",
        _CARE,
        "tahun Rencana Kerja yang belum dimulai",
        content.year_not_begun,
    ),
    PeristiwaRule(
        "PERISTIWA-PIHAK",
        _CARE,
        "pihak yang tidak ada",
        content.unknown_pihak,
    ),
    PeristiwaRule(
        "PERISTIWA-PENANDA-TANGAN",
        _CARE,
        "penanda tangan lebih banyak daripada pihaknya",
        content.too_many_penanda_tangan,
    ),
    PeristiwaRule(
        "PERISTIWA-HARI",
        _CARE,
        "hari terakhir atau hari diketahui yang mendahului kejadiannya",
        content.over_before_it_began,
    ),
    PeristiwaRule(
        "PERISTIWA-SURAT",
        _CARE,
        "surat keterangan yang mendahului kejadiannya",
        content.letter_before_peristiwa,
    ),
    PeristiwaRule(
        "PERISTIWA-BATAS",
        _CARE,
        "batas waktu yang mendahului peristiwanya",
        content.due_before_peristiwa,
    ),
    PeristiwaRule(
        "PERISTIWA-MASA",
        _CARE,
        "peristiwa di luar jangka waktu",
        content.outside_term,
    ),
    PeristiwaRule(
        "PERISTIWA-LEWAT",
        _CARE,
        "perpanjangan sesudah jangka waktunya berakhir",
        content.extended_after_end,
    ),
    PeristiwaRule(
        "PERISTIWA-SINGKAT",
        _CARE,
        "perpanjangan sampai hari yang tidak melampaui hari berakhir yang sedang berlaku",
        content.extended_not_beyond,
    ),
    PeristiwaRule(
        "PERISTIWA-SEBAB",
        _PP,
        "pengakhiran karena jangka waktu yang belum berakhir",
        content.term_not_over,
    ),
    PeristiwaRule(
        "PERISTIWA-RANGKAP",
        _CARE,
        "rangkap yang tidak ada",
        content.no_such_rangkap,
    ),
)
"""Rules on an event beside the text in force on its day."""

RULES: tuple[PeristiwaRule[Any], ...] = (*KEY_RULES, *ORDER_RULES, *CONTENT_RULES)


def check_keys(p: Peristiwa) -> Problem | None:
    """The first key that is missing or foreign: where `jenis` is wrong, all of them are."""
    return next(_check(KEY_RULES, p), None)


def check_order(
    summary: Summary, items: Sequence[tuple[str, Peristiwa]]
) -> Iterator[tuple[str, Problem]]:
    """Names of the events that cannot be among the others, each with what is wrong.

    Args:
        summary: the agreement as signed.
        items: its events by name; the name decides their order within a day.
    """
    ordered = sorted(items, key=lambda item: (item[1].tanggal, item[0]))
    every = tuple(p for _, p in ordered)
    names = tuple(name for name, _ in ordered)
    for n, (name, p) in enumerate(ordered):
        subject = AmongPeristiwa(p, summary, every, every[:n], names[:n])
        for problem in _check(ORDER_RULES, subject):
            yield name, problem


def check_content(subject: BesideText) -> Iterator[Problem]:
    """What an event says that the text in force on its day does not bear out."""
    return _check(CONTENT_RULES, subject)


def _check(
    rules: Sequence[PeristiwaRule[Subject]], subject: Subject
) -> Iterator[Problem]:
    for rule in rules:
        for fault in rule.function(subject):
            yield Problem(fault.place, rule.kode, fault.message, fault.saran)
