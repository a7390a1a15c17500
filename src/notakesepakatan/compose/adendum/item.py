"""One numbered item of an adendum."""

from dataclasses import dataclass, replace

from notakesepakatan.compose.adendum.speech import Speech


@dataclass(frozen=True)
class PerubahanItem:
    """Its sentence, and what stands below it as it now reads.

    Attributes:
        kalimat: the sentence.
        wadah: what is restated: "Pasal", "bab", "dasar hukum", "pertimbangan", "kepala",
            "nomor", "pihak", "kalimat", "".
        label: which of them.
        naskah: of which language it is the text that changes, where the other stays.
        bare: its sentence without that.
        semula: of an annex that follows the paper, where it stood; empty where there was
            none.
        menjadi: where it stands now; empty of one that is deleted, and of all else.
        with_heads: whether new pasal stand below the new heads that they begin.
    """

    kalimat: str
    wadah: str = ""
    label: tuple[str, ...] = ()
    naskah: str = ""
    bare: str = ""
    semula: str = ""
    menjadi: str = ""
    with_heads: bool = False

    def in_language(self, naskah: str, speech: Speech) -> "PerubahanItem":
        """The same as a change of the text in one language alone."""
        told = speech.say(
            "Dalam {naskah_bahasa}, {perubahan}",
            naskah_bahasa=naskah,
            perubahan=small_inside(self.kalimat),
        )
        return replace(self, kalimat=told, naskah=naskah, bare=self.kalimat)

    def only(self, naskah: str, speech: Speech) -> str:
        """Its sentence as that of an only change of an agreement, which needs no number."""
        naskah = naskah.rstrip(",")
        if not self.naskah:
            return inside(self.kalimat, naskah, speech)
        of_language = speech.say(
            "{naskah_bahasa} {naskah}", naskah_bahasa=self.naskah, naskah=naskah
        )
        return inside(self.bare, of_language, speech)


def changed(
    name: str, wadah: str, speech: Speech, label: tuple[str, ...] = ()
) -> PerubahanItem:
    """`Pembukaan diubah sehingga berbunyi sebagai berikut:`."""
    change = speech.say("{bagian} diubah", bagian=name)
    return PerubahanItem(speech.reads_anew(change), wadah, label)


_SMALL_FIRST = (
    *("Ketentuan", "Di", "Setelah", "Sebelum", "Kata", "Frasa", "Judul", "Nomor"),
    *("Pembukaan", "Kalimat", "Keterangan", "Sebutan", "Pengantar", "Dasar"),
    *("Pertimbangan", "Blok", "Tabel", "Tanda", "Bagian"),
    *("The", "Letter", "Number", "Paragraph", "Point", "Row"),
)
"""First words of a sentence that are no names, and so begin small inside another."""


def small_inside(words: str) -> str:
    """Words that begin a sentence, as they stand inside one."""
    is_name = words.split(" ", 1)[0] not in _SMALL_FIRST
    return words if is_name else words[0].lower() + words[1:]


def inside(sentence: str, naskah: str, speech: Speech) -> str:
    """The sentence of an only change, which bears no number: `Dalam Kesepakatan Bersama
    tentang Uji, ketentuan Pasal 4 diubah …`.
    """
    return speech.say(
        "Dalam {naskah}, {perubahan}", naskah=naskah, perubahan=small_inside(sentence)
    )
