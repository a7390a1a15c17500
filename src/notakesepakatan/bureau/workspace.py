"""A new workspace: its folders, its settings with every choice explained, and on wish all templates to change."""

from pathlib import Path

from notakesepakatan.compose.gaya import PENGATURAN_FILE
from notakesepakatan.errors import CannotWrite, NotaError
from notakesepakatan.workspace.folders import package_templates
from notakesepakatan.workspace.save import save


class AlreadyAWorkspace(NotaError):
    """`nota mulai` where there is a workspace already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f'{folder}: sudah ruang kerja dan tidak diubah; lanjutkan dengan "nota baru", '
            f"atau tambahkan templat dengan --dengan-templat"
        )


_FOLDER = ("agreements", "templates", "output")


def make_workspace(folder: Path, with_templates: bool) -> None:
    """Make the folder a workspace; what is in it stays.

    Raises:
        AlreadyAWorkspace: it is one already, and no templates are wanted.
        CannotWrite: no right to write there.
    """
    origin = package_templates()
    if (folder / "agreements").exists() and not with_templates:
        raise AlreadyAWorkspace(folder)
    for name in _FOLDER:
        try:
            (folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as cause:
            raise CannotWrite(folder / name, cause) from None
    if not (folder / PENGATURAN_FILE).exists():
        save(
            folder / PENGATURAN_FILE,
            (origin / "baru" / PENGATURAN_FILE).read_bytes(),
            overwrite=False,
        )
    if with_templates:
        for file in sorted(b for b in origin.rglob("*") if b.is_file()):
            target = folder / "templates" / file.relative_to(origin)
            if not target.exists():
                save(target, file.read_bytes(), overwrite=False)
