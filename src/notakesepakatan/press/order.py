"""What is wanted of the documents of an agreement. Light, so that a command may ask before anything is imported."""

from dataclasses import dataclass
from pathlib import Path

DEFAULT_FORMATS = ("docx", "pdf", "txt")


@dataclass(frozen=True)
class Order:
    """What is wanted: formats, folder, the agreement itself or its duplicates, and which documents by name."""

    format: tuple[str, ...] = DEFAULT_FORMATS
    to: Path | None = None
    rangkap: bool = False
    document: tuple[str, ...] = ()

    def wants(self, *name: str) -> bool:
        """Whether a document that goes by any of these names is wanted."""
        return not self.document or any(one in self.document for one in name)
