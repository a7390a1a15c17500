"""The composed document: semantic HTML, the styles and pages it names, and nothing of the model.

`compose` makes one `Naskah`; every writer reads the same one, so that all formats carry the same words.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from notakesepakatan.naskah.blocks import Seksi, read_blok
from notakesepakatan.naskah.gaya import Gaya, Halaman


@dataclass(frozen=True)
class Naskah:
    """One document, ready for any writer.

    Attributes:
        judul: title for the properties of the file.
        isi: the sections, as XHTML of the closed vocabulary in `naskah.blok`.
        gaya: paragraph styles by class name.
        halaman: page set-ups by section class.
        huruf: font families in order of preference; the first is the one the paper names.
        ukuran: base size, points.
        pembuat: author for the properties of the file.
        tanggal: date of the document, None while a draft.
        gambar: pictures by name, PNG or JPEG bytes.
        sumber: file name and bytes of the data, attached to the PDF.
    """

    judul: str
    isi: str
    gaya: dict[str, Gaya]
    halaman: dict[str, Halaman]
    huruf: tuple[str, ...]
    ukuran: float
    pembuat: str = ""
    tanggal: date | None = None
    gambar: dict[str, bytes] = field(default_factory=dict)
    sumber: tuple[str, bytes] | None = None

    @cached_property
    def seksi(self) -> tuple[Seksi, ...]:
        """The same document as blocks, read once.

        Raises:
            KosakataSalah: a template gave HTML outside the vocabulary.
        """
        return read_blok(self.isi)
