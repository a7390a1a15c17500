"""A PDF that may ask for more than this machine has is read once in a process of its own.

The library that reads it ends the whole process where it gets no memory. What is small and
plain is read at once; what is heavy, or says in loops what it draws, is tried out with
bounded memory and time, and only read here where that went well.
"""

import re
import resource
import subprocess
import sys
import zlib
from collections.abc import Iterator

from notakesepakatan.load.foreign.bounds import Refused

MEMORY = 1_500_000_000
"""Bytes that the trial may ask for."""
SECONDS = 60
_WEIGHT_LIMIT = 4_000_000
"""Bytes of what is drawn, each form as often as something draws it."""
_STREAM = re.compile(
    rb"(?P<said>obj\b(?:(?!\bobj\b).){0,4000}?)\bstream\r?\n", re.DOTALL
)
_NO_DRAWING = (
    *(b"/Image", b"/Length1", b"/Type1C", b"/CIDFontType0C", b"/OpenType"),
    *(b"/ObjStm", b"/XRef", b"/Metadata", b"/EmbeddedFile"),
)
"""Streams that are pictures, fonts, or no drawing at all."""
_USUAL_FILTER = re.compile(
    rb"/Filter\s*(?:/Fl(?:ateDecode)?\b|\[\s*/Fl(?:ateDecode)?\s*\])"
)
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_DRAWS = re.compile(rb"\bDo\b")


def check_bearable(content: bytes) -> None:
    """Let pass what can be read with bounded memory and time.

    Raises:
        Refused: it cannot.
    """
    if not _may_be_heavy(content):
        return
    command = [sys.executable, "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, and a module of ours
            command, input=content, capture_output=True, timeout=SECONDS, check=False
        )
        is_bearable = done.returncode == 0
    except subprocess.TimeoutExpired:
        is_bearable = False
    if not is_bearable:
        raise Refused(
            "terlalu besar atau terlalu rumit setelah dibuka; cetak ke PDF sekali lagi "
            "(Print to PDF), lalu coba lagi"
        )


def _may_be_heavy(content: bytes) -> bool:
    """Whether it draws much, or so that only drawing tells how much."""
    if b"/Encrypt" in content:
        return True
    of_pages, of_forms = list[int](), list[int]()
    drawn_forms = 0
    for said, drawn in _drawings(content):
        is_form = _FORM.search(said) is not None
        if drawn is None or (is_form and _DRAWS.search(drawn)):
            return True
        drawn_forms += len(_DRAWS.findall(drawn))
        (of_forms if is_form else of_pages).append(len(drawn))
        if sum(of_pages) > _WEIGHT_LIMIT:
            return True
    pages = len(_PAGE.findall(content))
    times = max(1, pages // max(1, len(of_pages)))  # pages may share what they draw
    weight = sum(of_pages) + drawn_forms * max(of_forms, default=0)
    return times * weight > _WEIGHT_LIMIT


def _drawings(content: bytes) -> Iterator[tuple[bytes, bytes | None]]:
    """What is said of each stream that draws, and the stream; None where that is not seen."""
    for match in _STREAM.finditer(content):
        said = match["said"]
        if any(one in said for one in _NO_DRAWING):
            continue
        end = content.find(b"endstream", match.end())
        yield said, _unfolded(said, content[match.end() : end])


def _unfolded(said: bytes, stream: bytes) -> bytes | None:
    """A stream as it is drawn, cut where that is too much; None where it is not known."""
    if b"/Filter" not in said:
        return stream
    if not _USUAL_FILTER.search(said):
        return None
    try:
        return zlib.decompressobj().decompress(stream, _WEIGHT_LIMIT + 1)
    except zlib.error:
        return None


def main() -> None:
    """Read the PDF on stdin; that it could be read is all that is told."""
    from notakesepakatan.load.foreign.pdf import read_document

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        read_document(sys.stdin.buffer.read(), None)
    except Refused:
        return  # Who asked is told why, and how to help it.


if __name__ == "__main__":
    main()
