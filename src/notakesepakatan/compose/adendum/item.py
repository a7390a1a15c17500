"""One numbered item of an adendum."""

from dataclasses import dataclass

READS_ANEW = " sehingga berbunyi sebagai berikut:"


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


def changed(name: str, wadah: str, label: tuple[str, ...] = ()) -> PerubahanItem:
    """`Pembukaan diubah sehingga berbunyi sebagai berikut:`."""
    return PerubahanItem(f"{name} diubah{READS_ANEW}", wadah, label)
