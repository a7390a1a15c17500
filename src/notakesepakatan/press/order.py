"""What is wanted of the documents of an agreement.

Light, so that a command may ask before anything is imported.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

DEFAULT_FORMATS = ("docx", "pdf", "txt")


@dataclass(frozen=True)
class Order:
    """What is wanted.

    Attributes:
        format: endings of the files.
        to: folder; None: `output/` of the workspace.
        rangkap: the duplicates in place of the document itself.
        document: names of documents; none: all of them.
        today: the day that a draft bears where the trail does not know when its data was
            last changed; None: such a draft bears none.
    """

    format: tuple[str, ...] = DEFAULT_FORMATS
    to: Path | None = None
    rangkap: bool = False
    document: tuple[str, ...] = ()
    today: date | None = None

    def wants(self, *names: str) -> bool:
        """Whether a document that goes by any of these names is wanted."""
        if not self.document:
            return True
        return any(name in self.document for name in names)
