"""A new workspace: its folders, its settings with every choice explained, and on wish all templates to change."""

from pathlib import Path

from notakesepakatan.compose.gaya import BERKAS_PENGATURAN
from notakesepakatan.compose.templat import package_templates
from notakesepakatan.errors import SudahAda, TidakDapatDitulis
from notakesepakatan.write.simpan import save

_FOLDER = ("agreements", "templates", "output")


def make_workspace(folder: Path, dengan_templat: bool) -> None:
    """Make the folder a workspace; what is in it stays.

    Raises:
        SudahAda: it is one already.
        TidakDapatDitulis: no right to write there.
    """
    asal = package_templates()
    if (folder / "agreements").exists():
        raise SudahAda(folder / "agreements")
    for nama in _FOLDER:
        try:
            (folder / nama).mkdir(parents=True, exist_ok=True)
        except OSError as sebab:
            raise TidakDapatDitulis(folder / nama, sebab) from None
    if not (folder / BERKAS_PENGATURAN).exists():
        save(folder / BERKAS_PENGATURAN, (asal / "baru" / BERKAS_PENGATURAN).read_bytes(), timpa=False)
    if dengan_templat:
        for berkas in sorted(b for b in asal.rglob("*") if b.is_file()):
            save(folder / "templates" / berkas.relative_to(asal), berkas.read_bytes(), timpa=False)
