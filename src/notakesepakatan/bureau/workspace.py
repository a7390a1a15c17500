"""A new workspace: its folders, its settings with every choice explained, and on wish all templates to change."""

from pathlib import Path

from notakesepakatan.errors import NotaError
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.layout import package_templates, pengaturan_file


class AlreadyAWorkspace(NotaError):
    """`nota mulai` where there is a workspace already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f'{folder}: sudah ruang kerja dan tidak diubah; lanjutkan dengan "nota baru", '
            f"atau tambahkan templat dengan --dengan-templat"
        )


def make_workspace(folder: Path, with_templates: bool) -> None:
    """Make the folder a workspace; what is in it stays.

    Raises:
        AlreadyAWorkspace: it is one already, and no templates are wanted.
        CannotWrite: no right to write there.
    """
    origin = package_templates()
    if Workspace.is_one(folder) and not with_templates:
        raise AlreadyAWorkspace(folder)
    workspace = Workspace.make(folder)
    if not workspace.pengaturan.exists():
        sample = pengaturan_file(origin / "baru").read_bytes()
        workspace.write(workspace.pengaturan, sample, overwrite=False)
    if with_templates:
        for file in sorted(b for b in origin.rglob("*") if b.is_file()):
            target = workspace.templates / file.relative_to(origin)
            if not target.exists():
                workspace.write(target, file.read_bytes(), overwrite=False)
