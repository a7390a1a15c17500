"""A file that only an office program reads in, the same as a Word file out."""

import os
import shutil
import subprocess
from pathlib import Path

from notakesepakatan.load.foreign.bounds import Refused
from notakesepakatan.workspace.save import temporary_folder

_SECONDS = 120
"""How long LibreOffice may take for one file."""
_PROGRAMS = ("soffice", "libreoffice")


def to_word(content: bytes, kind: str) -> bytes:
    """The file as LibreOffice stores it for Word; its macros are not run.

    Args:
        content: the file's bytes.
        kind: its ending: ".odt", ".rtf", ".doc".

    Raises:
        Refused: LibreOffice is not there, or cannot read it.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise Refused(
            f"berkas {kind} dibaca lewat LibreOffice, yang belum terpasang "
            "(sudo apt-get install libreoffice-writer-nogui); "
            "atau simpan sebagai .docx"
        )
    with temporary_folder() as folder:
        return _converted(program, folder, content, kind)


def _converted(program: str, folder: Path, content: bytes, kind: str) -> bytes:
    origin = folder / f"naskah{kind}"
    origin.write_bytes(content)
    profile = (folder / "profil").as_uri()
    command = [
        program,
        f"-env:UserInstallation={profile}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "hasil"),
        str(origin),
    ]
    try:
        subprocess.run(  # noqa: S603 - fixed options and a name of our own
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "HOME": str(folder)},
        )
        return (folder / "hasil/naskah.docx").read_bytes()
    except subprocess.TimeoutExpired:
        message = f"LibreOffice belum selesai membukanya setelah {_SECONDS} detik"
        raise Refused(f"{message}; simpan sebagai .docx") from None
    except OSError:
        message = "LibreOffice tidak dapat membukanya; berkas rusak atau terkunci"
        raise Refused(f"{message}. Buka dan simpan sebagai .docx") from None
