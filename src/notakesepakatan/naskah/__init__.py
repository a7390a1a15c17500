"""The composed document: semantic HTML, the styles and pages it names, and nothing of the model.

`compose` makes one `Naskah`; every writer reads the same one, so that all formats carry
the same words. Two of them are held against each other here, word by word: `compare`.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import cached_property

from notakesepakatan.naskah.blocks import Sheet, Table, read_blocks
from notakesepakatan.naskah.gaya import Gaya, Page

PROGRAM = "notakesepakatan"
"""Who is named where no person is known."""


@dataclass(frozen=True)
class Naskah:
    """One document, ready for any writer.

    Attributes:
        judul: title for the properties of the file.
        isi: the sections, as XHTML of the closed vocabulary in `naskah.blocks`.
        gaya: paragraph styles by class name.
        page: page set-ups by section class.
        huruf: font families in order of preference; the first is the one the paper names.
        ukuran: base size, points.
        maker: author for the properties of the file.
        tanggal: date of the document, None while a draft.
        picture: pictures by name, PNG or JPEG bytes.
        source: file name and bytes of the data, attached to the PDF.
        changed: when the data was last changed, with its offset; None where nobody knows.
        changed_by: who changed it, empty where nobody knows.
    """

    judul: str
    isi: str
    gaya: dict[str, Gaya]
    page: dict[str, Page]
    huruf: tuple[str, ...]
    ukuran: float
    maker: str = ""
    tanggal: date | None = None
    picture: dict[str, bytes] = field(default_factory=dict)
    source: tuple[str, bytes] | None = None
    changed: datetime | None = None
    changed_by: str = ""

    @property
    def created(self) -> datetime | None:
        """The document's day, or when its data was last changed; None if unknown."""
        if self.tanggal:
            return datetime.combine(self.tanggal, time(), UTC)
        return self.changed

    @property
    def modified(self) -> datetime | None:
        """When its data was last changed, but not before the document's day."""
        known = [one for one in (self.created, self.changed) if one]
        return max(known, default=None)

    def with_running_head(self, words: str) -> "Naskah":
        """The same, every page of which says these words at its top."""
        pages = {name: replace(page, head=words) for name, page in self.page.items()}
        return replace(self, page=pages)

    @property
    def justified(self) -> frozenset[str]:
        """Styles whose lines end at both edges."""
        styles = self.gaya.items()
        return frozenset(name for name, gaya in styles if gaya.rata == "penuh")

    @property
    def framed(self) -> frozenset[str]:
        """Styles in a frame: the place of a stamp."""
        return frozenset(name for name, gaya in self.gaya.items() if gaya.bingkai)

    @property
    def parted(self) -> frozenset[str]:
        """Styles whose long words are parted at their syllables: those of narrow cells."""
        return frozenset(name for name, gaya in self.gaya.items() if gaya.penggal)

    @property
    def headings(self) -> frozenset[str]:
        """Styles of headings, whose words stand on lines of their own."""
        return frozenset(name for name, gaya in self.gaya.items() if gaya.tingkat)

    @property
    def has_columns(self) -> bool:
        """Whether two texts stand side by side in it."""
        blocks = (block for section in self.section for block in section.block)
        return any(isinstance(block, Table) and block.beside for block in blocks)

    @cached_property
    def section(self) -> tuple[Sheet, ...]:
        """The same document as blocks, read once.

        Raises:
            WrongVocabulary: a template gave HTML outside the vocabulary.
        """
        return read_blocks(self.isi)
