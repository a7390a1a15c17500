"""Which characters no font of this machine can show; asked of fontconfig, which Pango asks too."""

import shutil
import subprocess

# Every text font has these; only what lies beyond is asked for.
_USUAL = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) | frozenset(
    "\n\t–—‘’“”•…€√≤≥"
)


def uncovered(text: str) -> frozenset[str]:
    """Characters of `teks` that no installed font has.

    None where fontconfig's `fc-list` is not installed.
    """
    foreign = set(text) - _USUAL
    if not foreign or not (fc_list := shutil.which("fc-list")):
        return frozenset()
    return frozenset(huruf for huruf in foreign if not _fonts_with(fc_list, huruf))


def _fonts_with(fc_list: str, huruf: str) -> str:
    # The program found on PATH, its one argument made of hex digits.
    answer = subprocess.run(  # noqa: S603
        [fc_list, f":charset={ord(huruf):x}", "family"],
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    return answer.stdout


def installed(family: str) -> bool:
    """Whether a font family is on this machine; true where that cannot be asked."""
    fc_list = shutil.which("fc-list")
    if not fc_list:
        return True
    answer = subprocess.run(  # noqa: S603 - as above; the family is letters, digits, spaces
        [fc_list, family, "family"],
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    return bool(answer.stdout.strip())
