"""What an adendum says beside its changes, held against the texts before it.

Its dates, its parties and its people, the day of its force, and the words of its frame: no
check here reads an operation.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from notakesepakatan.load.adendum.force import begin_of
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.adendum import Adendum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import DataPath, Place, at
from notakesepakatan.temuan import Problem
from notakesepakatan.words.numbers import order
from notakesepakatan.words.tanggal import tanggal_long

_PENANDATANGANAN_DAY = at("penandatanganan", "tanggal")
_WAYS_OF_FORCE = ("mulai_berlaku", "saat_berlaku", "setelah_berakhir")
FRAME_KEYS = (
    "sebutan_naskah",
    "dasar_hukum",
    "alasan",
    "ketentuan_peralihan",
    "kalimat_penutup",
    "para_pihak",
    "saksi",
    "mengetahui",
)
"""What of an adendum stands on paper as it is typed."""


def check_frame(
    adendum: Adendum, origin: Kesepakatan, earlier: Sequence[Adendum], last: Loaded
) -> Iterator[Problem]:
    """Dates, parties and words of the adendum itself against what was before it.

    Args:
        adendum: its data.
        origin: the agreement as signed.
        earlier: the adenda before it, in order.
        last: the text with all of those.
    """
    yield from _check_origin_day(adendum, origin.signed)
    if earlier:
        yield from _check_previous_day(adendum, earlier)
    yield from _check_force(adendum, origin.signed, last)
    yield from _check_own_days(adendum, len(last.kesepakatan.para_pihak))
    if adendum.signed:
        yield from _check_place(adendum)
    yield from _check_brackets(adendum)
    if adendum.signed:
        if origin.numbered:
            yield from _check_numbered(adendum)
        yield from _check_alasan(adendum)
        yield from _check_beside(adendum)


def _check_brackets(adendum: Adendum) -> Iterator[Problem]:
    for path, text in _frame_texts(adendum):
        if "[[" in text:
            message = "kurung siku ganda tidak diisi di sini"
            yield Problem(Place(path), "isian", message, "tulis kata-katanya")


def _check_origin_day(adendum: Adendum, origin_day: date | None) -> Iterator[Problem]:
    day = adendum.signed
    if day and origin_day and day < origin_day:
        message = _precedes("tanggal adendum", day, "tanggal kesepakatan", origin_day)
        yield Problem(_PENANDATANGANAN_DAY, "urutan", message, "periksa tanggalnya")


def _check_previous_day(
    adendum: Adendum, earlier: Sequence[Adendum]
) -> Iterator[Problem]:
    day = adendum.signed
    previous = earlier[-1].signed
    if day and previous is None:
        message = (
            f"adendum {order(len(earlier))} belum bertanggal, padahal yang ini sudah"
        )
        saran = "isi tanggal adendum sebelumnya, atau kosongkan yang ini"
        yield Problem(_PENANDATANGANAN_DAY, "urutan", message, saran)
    elif day and previous and day < previous:
        other = "tanggal adendum sebelumnya"
        message = _precedes("tanggal adendum", day, other, previous)
        yield Problem(_PENANDATANGANAN_DAY, "urutan", message, "periksa kedua tanggal")


def _check_force(
    adendum: Adendum, origin_day: date | None, last: Loaded
) -> Iterator[Problem]:
    """The day of its force: one way of saying it, and none before the agreement."""
    yield from _check_one_way(adendum)
    if adendum.berlaku_surut:
        yield from _check_backdated(adendum)
    yield from _check_begin(adendum.mulai_berlaku, origin_day)
    if adendum.setelah_berakhir and not begin_of(adendum, last, origin_day):
        message = "hari terakhir jangka waktunya tidak dapat dihitung"
        saran = "sebut harinya dengan mulai_berlaku"
        yield Problem(at("setelah_berakhir"), "berlaku", message, saran)


def _check_one_way(adendum: Adendum) -> Iterator[Problem]:
    """A day may stand beside the event that it is known by, and nothing else."""
    said = [key for key in _WAYS_OF_FORCE if getattr(adendum, key)]
    if len(said) > 1 and said != ["mulai_berlaku", "saat_berlaku"]:
        message = f"berdampingan dengan {said[0]}"
        yield Problem(at(said[1]), "berlaku", message, "pakai salah satu")


def _check_backdated(adendum: Adendum) -> Iterator[Problem]:
    """What is in force from a day gone by names no day to come."""
    begin, signed = adendum.mulai_berlaku, adendum.signed
    if adendum.setelah_berakhir or adendum.saat_berlaku:
        message = "hari berlakunya belum lewat, jadi tidak surut"
        yield Problem(at("berlaku_surut"), "berlaku", message, "hapus berlaku_surut")
    if begin and signed and begin >= signed:
        message = (
            f"mulai berlaku ({tanggal_long(begin)}) tidak mendahului "
            "penandatanganannya, jadi tidak surut"
        )
        saran = "hapus berlaku_surut, atau periksa kedua tanggal"
        yield Problem(at("berlaku_surut"), "berlaku", message, saran)


def _check_begin(begin: date | None, origin_day: date | None) -> Iterator[Problem]:
    if begin and origin_day and begin < origin_day:
        message = _precedes("mulai berlaku", begin, "tanggal kesepakatan", origin_day)
        saran = (
            "periksa tanggalnya; sejak kesepakatannya ditandatangani: "
            '"berlaku_surut: ya" tanpa mulai_berlaku; untuk masa sebelum itu, '
            "buat kesepakatan sendiri"
        )
        yield Problem(at("mulai_berlaku"), "urutan", message, saran)


def _check_own_days(adendum: Adendum, count: int) -> Iterator[Problem]:
    """Days of the parties make it signed only where they are those of all."""
    own = [one.penandatanganan for one in adendum.para_pihak]
    known = sum(each is not None and each.tanggal is not None for each in own)
    if not known or known == count:
        return
    if adendum.signed and not adendum.penandatanganan.tanggal:
        message = f"hari menandatangani ditulis bagi {known} dari {count} pihak"
        saran = "tulis penandatanganan setiap pihak, atau tanggal bersama"
        yield Problem(at("para_pihak"), "bertanggal", message, saran)


def _check_place(adendum: Adendum) -> Iterator[Problem]:
    own = [one.penandatanganan for one in adendum.para_pihak]
    each_has_one = bool(own) and all(each and each.tempat for each in own)
    if not adendum.penandatanganan.tempat and not each_has_one:
        message = "tempat belum diisi, padahal adendum sudah bertanggal"
        saran = 'tambahkan "tempat:"'
        yield Problem(at("penandatanganan"), "bertanggal", message, saran)


def _check_beside(adendum: Adendum) -> Iterator[Problem]:
    """Who signs a dated adendum beside the parties has a name."""
    beside = (("saksi", adendum.saksi), ("mengetahui", adendum.mengetahui))
    for key, people in beside:
        for i, one in enumerate(people):
            if not one.nama:
                message = "nama belum diisi, padahal adendum sudah bertanggal"
                yield Problem(at(key, i), "bertanggal", message, 'tambahkan "nama:"')


def _check_numbered(adendum: Adendum) -> Iterator[Problem]:
    if not any(penanda_tangan.nomor for penanda_tangan in adendum.para_pihak):
        message = "tidak satu pihak pun bernomor, padahal adendum sudah bertanggal"
        saran = 'tambahkan "nomor:" pada pihak yang memberi nomor'
        yield Problem(at("para_pihak"), "bertanggal", message, saran)


def _check_alasan(adendum: Adendum) -> Iterator[Problem]:
    """Who signs a change says why; a correction says so by what it is.

    One from before adenda kept what they were drafted against was signed as it is, and
    cannot be given reasons any more: the check names it, and it is read all the same.
    """
    if adendum.lacks_alasan and adendum.disusun_atas:
        message = "alasan belum ada, padahal adendum sudah bertanggal"
        saran = 'tambahkan "alasan:", mis. teks, surat permintaan, atau berita_acara'
        yield Problem(at("alasan"), "bertanggal", message, saran)


def _precedes(what: str, day: date, other: str, other_day: date) -> str:
    return (
        f"{what} ({tanggal_long(day)}) mendahului {other} ({tanggal_long(other_day)})"
    )


def _frame_texts(adendum: Adendum) -> Iterator[tuple[DataPath, str]]:
    said = adendum.model_dump(exclude_none=True, exclude={"perubahan"})
    for key in FRAME_KEYS:
        yield from _texts_in(said.get(key), (key,))


def _texts_in(node: object, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Texts below a path but the sentences of parties, which may hold brackets."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, content in node.items():
            if key != "kalimat":
                yield from _texts_in(content, (*path, key))
    elif isinstance(node, tuple | list):
        for i, content in enumerate(node):
            yield from _texts_in(content, (*path, i))
