"""A new workspace: its folders, its settings with every choice explained.

On wish all templates too, to be changed.
"""

from pathlib import Path

from notakesepakatan.errors import NotaError
from notakesepakatan.workspace import Act, Workspace
from notakesepakatan.workspace.layout import package_templates, sample_pengaturan


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
    if Workspace.is_one(folder) and not with_templates:
        raise AlreadyAWorkspace(folder)
    workspace = Workspace.make(folder)
    with workspace.act("membuat ruang kerja") as act:
        if not workspace.pengaturan.exists():
            sample = sample_pengaturan().read_bytes()
            act.write(workspace.pengaturan, sample, overwrite=False)
        if with_templates:
            _copy_templates(workspace, act)


def _copy_templates(workspace: Workspace, act: Act) -> None:
    """Every template of the program that the workspace does not have yet."""
    origin = package_templates()
    files = (path for path in origin.rglob("*") if path.is_file())
    for file in sorted(files):
        target = workspace.templates / file.relative_to(origin)
        if not target.exists():
            act.write(target, file.read_bytes(), overwrite=False)
