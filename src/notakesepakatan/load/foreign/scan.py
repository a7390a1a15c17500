"""A scan as PDF or picture in, a PDF with the words that a program guessed in it out.

`ocrmypdf` with Tesseract's `ind` is asked where it is installed, and never needed. What it
gives is a guess: whoever uses it says so, and asks about everything that follows from it.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from notakesepakatan.workspace.save import temporary_folder

PROGRAM = "ocrmypdf"
INSTALL = "sudo apt-get install ocrmypdf tesseract-ocr-ind"
_DPI_OF_PHOTOS = "300"
"""Of a picture that does not say how large it is."""
_SECONDS = 600
"""How long it may take for one file."""
_DOUBTFUL = re.compile(
    r"\b(?=\w*[A-Za-z])(?=\w*\d)(?![A-Za-z]+\d+\b)(?!\d+[A-Za-z]\b)\w{3,}|\w+[!|¦~]\w*"
)
"""Words in which figures and letters are mixed as a reader of pictures mixes them."""


def is_there() -> bool:
    """Whether words of a scan can be guessed on this machine."""
    return shutil.which(PROGRAM) is not None


@lru_cache(maxsize=4)
def with_guessed_words(content: bytes) -> bytes | None:
    """The scan with a layer of words under its pictures; pages that have words keep them.

    None where the program is not there, fails, or takes longer than ten minutes.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        return None
    with temporary_folder() as folder:
        return _guessed(program, folder, content)


def _guessed(program: str, folder: Path, content: bytes) -> bytes | None:
    scan, result = folder / "pindaian.pdf", folder / "teks.pdf"
    scan.write_bytes(content)
    options = ["-l", "ind", "--skip-text", "--output-type", "pdf", "--quiet"]
    if not content.startswith(b"%PDF"):
        options += ["--image-dpi", _DPI_OF_PHOTOS]
    try:
        subprocess.run(  # noqa: S603 - fixed options and names of our own
            [program, *options, str(scan), str(result)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
            env={**os.environ, "TMPDIR": str(folder)},
        )
        return result.read_bytes()
    except (OSError, subprocess.SubprocessError):
        return None


def doubtful_words(texts: Iterable[str]) -> list[str]:
    """Words that were likely guessed wrongly: "2Ol4", "MENTER!"; each once."""
    found = (match[0] for text in texts for match in _DOUBTFUL.finditer(text))
    return list(dict.fromkeys(found))
