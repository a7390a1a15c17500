"""A new workspace: its folders, its settings with every choice explained.

On wish all templates too, to be changed.
"""

from pathlib import Path

from notakesepakatan.errors import NotaError
from notakesepakatan.workspace import Act, Workspace
from notakesepakatan.workspace.layout import (
    package_templates,
    pengaturan_file,
    sample_pengaturan,
)
from notakesepakatan.zona import USUAL_ZONA, Zona


class AlreadyAWorkspace(NotaError):
    """`nota mulai` where there is a workspace already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f'{folder}: sudah ruang kerja dan tidak diubah; lanjutkan dengan "nota baru", '
            f"atau tambahkan templat dengan --dengan-templat"
        )


class AlreadyHasPengaturan(NotaError):
    """A zone is wanted for a workspace whose settings are written already."""

    def __init__(self, file: Path, zona: Zona) -> None:
        super().__init__(
            f'{file}: sudah ada dan tidak diubah; tulis "zona: {zona}" di dalamnya'
        )


def check_new(folder: Path, with_templates: bool) -> None:
    """Refuse to make a workspace once more.

    Raises:
        AlreadyAWorkspace: it is one already, and no templates are wanted.
    """
    if Workspace.is_one(folder) and not with_templates and not _is_begun(folder):
        raise AlreadyAWorkspace(folder)


def _is_begun(folder: Path) -> bool:
    """Whether a killed run left a workspace in which there is nothing yet."""
    return needs_pengaturan(folder) and not Workspace(folder).slugs()


def needs_pengaturan(folder: Path) -> bool:
    """Whether settings will be written, and a zone with them."""
    return not pengaturan_file(folder).exists()


def make_workspace(
    folder: Path, with_templates: bool, zona: Zona | None = None
) -> None:
    """Make the folder a workspace; what is in it stays.

    Args:
        folder: the folder.
        with_templates: whether every template is to be copied there.
        zona: the office's zone; the usual one where none is given.

    Raises:
        AlreadyAWorkspace: it is one already, and no templates are wanted.
        AlreadyHasPengaturan: a zone is given, and its settings stand already.
        CannotWrite: no right to write there.
    """
    check_new(folder, with_templates)
    is_needed = needs_pengaturan(folder)
    if zona and not is_needed:
        raise AlreadyHasPengaturan(pengaturan_file(folder), zona)
    workspace = Workspace.make(folder)
    with workspace.act("membuat ruang kerja") as act:
        if is_needed:
            content = _pengaturan_with(zona or USUAL_ZONA)
            act.write(workspace.pengaturan, content, overwrite=False)
        if with_templates:
            _copy_templates(workspace, act)


def _pengaturan_with(zona: Zona) -> bytes:
    """The sample of the settings, with this zone."""
    sample = sample_pengaturan().read_text(encoding="utf-8")
    return sample.replace(f"zona: {USUAL_ZONA}", f"zona: {zona}", 1).encode()


def _copy_templates(workspace: Workspace, act: Act) -> None:
    """Every template of the program that the workspace does not have yet."""
    origin = package_templates()
    files = (path for path in origin.rglob("*") if path.is_file())
    for file in sorted(files):
        target = workspace.templates / file.relative_to(origin)
        if not target.exists():
            act.write(target, file.read_bytes(), overwrite=False)
