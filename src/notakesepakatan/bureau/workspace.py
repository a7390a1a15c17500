"""A new workspace: its folders, its settings with every choice explained, and on wish all templates to change."""

from pathlib import Path

from notakesepakatan.compose.gaya import BERKAS_PENGATURAN
from notakesepakatan.errors import SudahRuangKerja, TidakDapatDitulis
from notakesepakatan.workspace.folders import package_templates
from notakesepakatan.workspace.save import save

_FOLDER = ("agreements", "templates", "output")


def make_workspace(folder: Path, dengan_templat: bool) -> None:
    """Make the folder a workspace; what is in it stays.

    Raises:
        SudahRuangKerja: it is one already, and no templates are wanted.
        TidakDapatDitulis: no right to write there.
    """
    asal = package_templates()
    if (folder / "agreements").exists() and not dengan_templat:
        raise SudahRuangKerja(folder)
    for nama in _FOLDER:
        try:
            (folder / nama).mkdir(parents=True, exist_ok=True)
        except OSError as sebab:
            raise TidakDapatDitulis(folder / nama, sebab) from None
    if not (folder / BERKAS_PENGATURAN).exists():
        save(folder / BERKAS_PENGATURAN, (asal / "baru" / BERKAS_PENGATURAN).read_bytes(), timpa=False)
    if dengan_templat:
        for berkas in sorted(b for b in asal.rglob("*") if b.is_file()):
            tujuan = folder / "templates" / berkas.relative_to(asal)
            if not tujuan.exists():
                save(tujuan, berkas.read_bytes(), timpa=False)
