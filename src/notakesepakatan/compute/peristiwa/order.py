"""Rules on events among each other: before the signing, twice, after the end, answering nothing."""

from datetime import date

from notakesepakatan.compute.peristiwa.subjects import AmongPeristiwa, Fault, Faults
from notakesepakatan.compute.time.calendar import OfficeCalendar
from notakesepakatan.compute.time.kewajiban import PERISTIWA_NASKAH, Days, falls_due
from notakesepakatan.compute.time.register import ASSIGNED, present_term
from notakesepakatan.compute.time.term import certain_end
from notakesepakatan.model.kesepakatan import Kewajiban
from notakesepakatan.model.peristiwa import LEAVING, TWO, Peristiwa, tasks
from notakesepakatan.place import at
from notakesepakatan.words.names import fold

_CLOSING = ("pengakhiran", "batal", "syarat_terpenuhi")
_NOT_ONCE_CLOSED = ("perpanjangan", *_CLOSING)
_ONE_A_DAY = (
    "keadaan_kahar",
    "musyawarah",
    "pengakhiran",
    "syarat_terpenuhi",
    "perpanjangan",
)
"""Kinds of which a day has one: others answer them by their day, or they would add up."""

TAKE_BACK = "jangan dicatat, atau cabut bila sudah tercatat (nota cabut)"
"""What to do with an event that has no place; nothing that is recorded is deleted."""


def unsigned(s: AmongPeristiwa) -> Faults:
    """Nothing happens to an agreement that has no day of signing."""
    if s.summary.begin is None:
        yield Fault(
            at("jenis"),
            "kesepakatan belum bertanggal",
            "isi penandatanganan.tanggal lebih dahulu",
        )


def before_penandatanganan(s: AmongPeristiwa) -> Faults:
    """Nothing happens to an agreement before its day of signing."""
    day, signed = s.peristiwa.tanggal, s.summary.begin
    if signed and day < signed:
        message = f"peristiwa {day} mendahului penandatanganan {signed}"
        yield Fault(at("tanggal"), message, "periksa tanggalnya")


def extended_twice(s: AmongPeristiwa) -> Faults:
    """An extension by adendum is counted from the adendum; an event would count it again."""
    by_adendum = any(text.extended for _, text in s.summary.later)
    if s.peristiwa.jenis == "perpanjangan" and by_adendum:
        yield Fault(
            at("jenis"),
            "perpanjangan sudah ada pada adendum dan akan dihitung dua kali",
            TAKE_BACK,
        )


def extended_without_end(s: AmongPeristiwa) -> Faults:
    """What has no last day is not extended."""
    in_force = s.summary.on(s.peristiwa.tanggal)
    open_words = in_force.jangka_waktu.open_words
    if s.peristiwa.jenis == "perpanjangan" and open_words:
        yield Fault(
            at("jenis"),
            f"kesepakatan ini berlaku {open_words}, sehingga tidak ada yang diperpanjang",
            f"{TAKE_BACK}; bila hendak dibatasi, ubah jangka waktunya dengan adendum",
        )


def condition_not_awaited(s: AmongPeristiwa) -> Faults:
    """A condition is met where the term is one that runs until it is."""
    term = s.summary.on(s.peristiwa.tanggal).jangka_waktu
    if s.peristiwa.jenis == "syarat_terpenuhi" and not term.sampai_terpenuhi:
        yield Fault(
            at("jenis"),
            f'jangka waktunya "{term}", bukan sampai suatu syarat terpenuhi',
            "bila kesepakatannya diakhiri, catat sebagai pengakhiran",
        )


def extended_backward(s: AmongPeristiwa) -> Faults:
    """An extension until a day goes beyond the last day that is known before it."""
    until = s.peristiwa.sampai
    if s.peristiwa.jenis != "perpanjangan" or until is None:
        return
    text = s.summary.on(s.peristiwa.tanggal)
    of_text = certain_end(text.jangka_waktu, text.begin, text.convention)
    last_days = [of_text, *(p.sampai for p in s.earlier_alike)]
    last = max((day for day in last_days if day), default=None)
    if last and until <= last:
        message = f"{until} tidak melampaui hari berakhir semula {last}"
        yield Fault(at("sampai"), message, "periksa hari terakhirnya")


def unknown_sender(s: AmongPeristiwa) -> Faults:
    """Whoever gives notice is a party."""
    sender, para_pihak = s.peristiwa.dari, s.para_pihak
    if sender and sender not in para_pihak:
        yield Fault(
            at("dari"),
            f'pihak "{sender}" tidak ada',
            f"pilih salah satu: {', '.join(para_pihak)}",
        )


def leaves_one_alone(s: AmongPeristiwa) -> Faults:
    """One of two parties does not leave: it ends what they agreed."""
    if s.peristiwa.perihal == LEAVING and len(s.para_pihak) <= TWO:
        yield Fault(
            at("perihal"),
            "pengunduran diri dari kesepakatan dengan dua pihak",
            "pilih pengakhiran",
        )


def after_closing(s: AmongPeristiwa) -> Faults:
    """What is ended or void is neither extended nor ended again."""
    if s.peristiwa.jenis not in _NOT_ONCE_CLOSED:
        return
    for closing in _CLOSING:
        closed = next((p for p in s.earlier if p.jenis == closing), None)
        if closed:
            message = (
                f"{s.peristiwa.jenis} bertentangan dengan {closing} {closed.tanggal}"
            )
            yield Fault(at("jenis"), message, "hapus peristiwa yang keliru")


def berita_acara_of_nothing(s: AmongPeristiwa) -> Faults:
    """Minutes of a force majeure answer one that is recorded."""
    answered = s.peristiwa.kejadian
    if s.peristiwa.jenis != "berita_acara_kahar":
        return
    if not any(p.jenis == "keadaan_kahar" and p.tanggal == answered for p in s.every):
        message = f"tidak ada keadaan kahar pada {answered}"
        yield Fault(at("kejadian"), message, "catat keadaan_kahar lebih dahulu")


def two_on_a_day(s: AmongPeristiwa) -> Faults:
    """A day has one event of such a kind."""
    kind, day = s.peristiwa.jenis, s.peristiwa.tanggal
    if s.peristiwa in s.earlier:
        return  # that the very same is recorded already is said by another rule
    if kind in _ONE_A_DAY and any(p.tanggal == day for p in s.earlier_alike):
        message = f"sudah ada {kind.replace('_', ' ')} pada {day}"
        yield Fault(at("tanggal"), message, "satukan dalam satu berkas")


def two_berita_acara(s: AmongPeristiwa) -> Faults:
    """A force majeure has one berita acara."""
    answered = s.peristiwa.kejadian
    if s.peristiwa.jenis != "berita_acara_kahar":
        return
    if any(p.kejadian == answered for p in s.earlier_alike):
        message = f"berita acara keadaan kahar {answered} sudah ada"
        yield Fault(at("kejadian"), message, "hapus salah satu")


def recorded_already(s: AmongPeristiwa) -> Faults:
    """What happened once is recorded once; recorded twice it would count twice."""
    for name, other in zip(s.earlier_names, s.earlier, strict=True):
        if other == s.peristiwa:
            message = f"peristiwa ini sudah dicatat di {name}"
            yield Fault(
                at("jenis"),
                message,
                "tidak perlu dicatat lagi; bila berkasnya memang dua, hapus satu",
            )
            return


def handed_over_twice(s: AmongPeristiwa) -> Faults:
    """A duplicate is handed over once."""
    for other in _earlier_of_same(s, "penyerahan_rangkap", "rangkap"):
        message = f"rangkap {other.rangkap} sudah diserahkan pada {other.tanggal}"
        yield Fault(at("rangkap"), message, "periksa nomor rangkapnya")


def in_force_twice(s: AmongPeristiwa) -> Faults:
    """An adendum comes into force once."""
    for other in _earlier_of_same(s, "adendum_berlaku", "adendum"):
        message = f"{other.adendum} sudah berlaku sejak {other.tanggal}"
        yield Fault(at("adendum"), message, "bila harinya keliru, cabut yang itu")


def _earlier_of_same(s: AmongPeristiwa, kind: str, key: str) -> list[Peristiwa]:
    """The first event of a kind that says the same at a key; none where this is another kind."""
    if s.peristiwa.jenis != kind:
        return []
    said = getattr(s.peristiwa, key)
    return [other for other in s.earlier_alike if getattr(other, key) == said][:1]


def done_of_nothing(s: AmongPeristiwa) -> Faults:
    """What is done was left to be done by an ending or by talks."""
    if s.peristiwa.jenis == "selesai" and not _tasks_answered(s):
        yield Fault(
            at("kejadian"),
            f"tidak ada kewajiban naskah, pengakhiran, syarat terpenuhi, atau musyawarah pada "
            f"{s.peristiwa.kejadian}",
            "periksa tanggal berita acaranya, atau hari batas kewajibannya",
        )


def done_without_tasks(s: AmongPeristiwa) -> Faults:
    """Those minutes left something to be done."""
    counts = _tasks_answered(s)
    if s.peristiwa.jenis == "selesai" and counts and max(counts) == 0:
        yield Fault(
            at("kejadian"),
            f"berita acara {s.peristiwa.kejadian} tidak mempunyai butir",
            TAKE_BACK,
        )


def done_past_the_last(s: AmongPeristiwa) -> Faults:
    """Those minutes have as many tasks as the number of the one that is done."""
    most, order = max(_tasks_answered(s), default=0), s.peristiwa.urutan
    if s.peristiwa.jenis == "selesai" and order and 0 < most < order:
        yield Fault(
            at("urutan"),
            f"butir {order} tidak ada",
            f"butirnya 1 sampai dengan {most}",
        )


def _tasks_answered(s: AmongPeristiwa) -> list[int]:
    """How many tasks each event has that this one answers, and the text on that day."""
    left = [
        len(list(tasks(p)))
        for p in s.every
        if p.jenis in ASSIGNED and p.tanggal == s.peristiwa.kejadian
    ]
    return [*left, len(_kewajiban(s))] if _due_by_text(s) else left


def _kewajiban(s: AmongPeristiwa) -> tuple[Kewajiban, ...]:
    return s.summary.on(s.peristiwa.tanggal).kewajiban


def _due_by_text(s: AmongPeristiwa) -> bool:
    """Whether what is answered is a day on which a duty of the text is due."""
    day, first = s.peristiwa.kejadian, s.summary.first_day
    if s.peristiwa.jenis != "selesai" or day is None or first is None:
        return False
    days = Days(s.summary.begin, first, _last_day(s))
    return falls_due(_kewajiban(s), s.every, days, day)


def _last_day(s: AmongPeristiwa) -> date | None:
    """The last day of the term, or the one of the event that ended it."""
    for each in s.every:
        if each.jenis in _CLOSING:
            return each.tanggal
    text = s.summary.on(s.peristiwa.tanggal)
    end = present_term(text, s.every, OfficeCalendar()).end
    return end.tanggal if end else None


def awaited_by_nothing(s: AmongPeristiwa) -> Faults:
    """An event of the text is one that a duty is counted from."""
    if s.peristiwa.jenis != PERISTIWA_NASKAH or not s.peristiwa.uraian:
        return
    awaited = [each.awaits for each in _kewajiban(s) if each.awaits]
    if fold(s.peristiwa.uraian) not in map(fold, awaited):
        known = ", ".join(dict.fromkeys(awaited)) or "belum ada"
        yield Fault(
            at("uraian"),
            f'tidak ada kewajiban yang dihitung dari "{s.peristiwa.uraian}"',
            f"tulis seperti pada tenggat.kewajiban, kunci setelah; yang ada: {known}",
        )


def answered_before_it_happened(s: AmongPeristiwa) -> Faults:
    """An answer does not come before what it answers."""
    answered = s.peristiwa.kejadian
    if answered and answered > s.peristiwa.tanggal and not _due_by_text(s):
        yield Fault(
            at("kejadian"),
            "kejadian sesudah yang menjawabnya",
            "periksa kedua tanggal",
        )
