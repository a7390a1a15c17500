"""One numbered item of an adendum."""

from dataclasses import dataclass

from notakesepakatan.compose.adendum.speech import Speech


@dataclass(frozen=True)
class PerubahanItem:
    """Its sentence, and what stands below it as it now reads.

    Attributes:
        kalimat: the sentence.
        wadah: what is restated: "Pasal", "bab", "dasar hukum", "pertimbangan", "kepala",
            "nomor", "pihak", "kalimat", "".
        label: which of them.
    """

    kalimat: str
    wadah: str = ""
    label: tuple[str, ...] = ()


def changed(
    name: str, wadah: str, speech: Speech, label: tuple[str, ...] = ()
) -> PerubahanItem:
    """`Pembukaan diubah sehingga berbunyi sebagai berikut:`."""
    change = speech.say("{bagian} diubah", bagian=name)
    return PerubahanItem(speech.reads_anew(change), wadah, label)


_SMALL_FIRST = (
    *("Ketentuan", "Di", "Setelah", "Sebelum", "Kata", "Frasa", "Judul", "Nomor"),
    *("Pembukaan", "Kalimat", "Keterangan", "Sebutan", "Pengantar", "Dasar"),
    *("Pertimbangan", "Blok", "Tabel", "Tanda"),
)
"""First words of a sentence that are no names, and so begin small inside another."""


def inside(sentence: str, naskah: str, speech: Speech) -> str:
    """The sentence of an only change, which bears no number: `Dalam Kesepakatan Bersama
    tentang Uji, ketentuan Pasal 4 diubah …`.
    """
    if sentence.split(" ", 1)[0] in _SMALL_FIRST:
        sentence = sentence[0].lower() + sentence[1:]
    return speech.say("Dalam {naskah}, {perubahan}", naskah=naskah, perubahan=sentence)
