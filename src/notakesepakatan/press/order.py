"""What is wanted of the documents of an agreement. Light, so that a command may ask before anything is imported."""

from dataclasses import dataclass
from pathlib import Path

FORMAT_BAWAAN = ("docx", "pdf", "txt")


@dataclass(frozen=True)
class Pesanan:
    """What is wanted: formats, folder, the agreement itself or its duplicates, and which documents by name."""

    format: tuple[str, ...] = FORMAT_BAWAAN
    ke: Path | None = None
    rangkap: bool = False
    dokumen: tuple[str, ...] = ()

    def wants(self, *nama: str) -> bool:
        """Whether a document that goes by any of these names is wanted."""
        return not self.dokumen or any(satu in self.dokumen for satu in nama)
