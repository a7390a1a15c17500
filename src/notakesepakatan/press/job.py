"""One agreement as a piece of work: data out, bytes back, so that any process of any machine can do it.

A worker lays the files it was sent into a folder of its own and goes the ordinary way; messages name the files where
they really stand. Doing a job twice does no harm.
"""

import tempfile
from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path
from socket import gethostname

from notakesepakatan import __version__
from notakesepakatan.compose.composer import Composer
from notakesepakatan.errors import NotaError
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.pengaturan import parse_pengaturan
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.press.documents import documents
from notakesepakatan.press.environment import likeness
from notakesepakatan.press.order import Order
from notakesepakatan.press.plan import Common
from notakesepakatan.press.render import RenderedFile, begin, finish
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.save import lay
from notakesepakatan.workspace.state import FileState


@dataclass(frozen=True)
class Job:
    """An agreement to be rendered.

    Attributes:
        slug: its name.
        order: what is wanted.
        root: the workspace as messages call it.
        file: its files, by path below its folder.
        common: the workspace's common files.
        environment: hash of all else the documents depend on.
        known: what the files that are there already were made of.
        tanda: the state of its files as they were read.
        read: when that was, nanoseconds.
        galat: what kept its files from being read; then there are none.
        engine: what makes bytes on the machine that asks, where another one may do the job.
        version: of the program that asks.
    """

    slug: str
    order: Order
    root: str
    file: Mapping[str, bytes]
    common: Common
    environment: str
    known: Mapping[str, str]
    tanda: FileState
    read: int
    galat: str = ""
    engine: Mapping[str, str] = field(default_factory=dict)
    version: str = __version__


@dataclass(frozen=True)
class Rendered:
    """What became of it: its files, what went wrong, and how many faults its text in force has."""

    files: tuple[RenderedFile, ...] = ()
    problem: str = ""
    temuan: int = 0


def perform(job: Job, printer: Executor | None = None) -> Rendered:
    """Render an agreement from what was sent; another process may set its PDFs meanwhile."""
    if job.version != __version__:
        return Rendered(
            problem=f"{job.slug}: pekerja memakai notakesepakatan {__version__}, di sini {job.version}; samakan"
        )
    if job.galat:
        return Rendered(problem=job.galat)
    if difference := _differences(job.engine):
        return Rendered(
            problem=f"{job.slug}: {difference} pada pekerja {gethostname()} lain dari yang di sini; samakan"
        )
    bench = _bench(job.common, job.root)
    with tempfile.TemporaryDirectory(dir=bench.folder) as temporary:
        root = Path(temporary)
        opened = Opened(Workspace.of_one(root, job.slug, job.file), bench.folder)
        result = _render(opened, bench.composer, job, printer)
        problem = result.problem.replace(str(root), job.root).replace(
            str(bench.folder), job.root
        )
        return replace(result, problem=problem)


def _render(
    opened: Opened, composer: Composer, job: Job, printer: Executor | None
) -> Rendered:
    """Render an agreement from its files; an error of its author is a message, not an exception."""
    try:
        riwayat = opened.riwayat(job.slug)
        items = documents(opened, job.slug, composer, job.order)
        begin_ = begin(items, job.order.format, job.environment, job.known, printer)
        temuan = riwayat.on(None).faults
        files, missing = finish(begin_)
        return Rendered(tuple(files), str(missing or ""), temuan)
    except NotaError as cause:
        return Rendered(problem=str(cause))


def _differences(engine: Mapping[str, str]) -> str:
    """Parts of what makes bytes that are not the same here: other bytes would be taken for those of the machine that asks."""
    if not engine:
        return ""
    here = likeness()
    return ", ".join(name for name, trail in engine.items() if here.get(name) != trail)


@dataclass(frozen=True)
class _Bench:
    """A worker's own folder with the common files, kept from job to job."""

    folder: Path
    composer: Composer


_CLEAN = list[Finalize]()


@lru_cache(maxsize=1)
def settings(common: Common, root: str) -> Pengaturan:
    """Settings among the common files of a workspace, read once a process.

    Raises:
        FaultyNaskah: they are wrong; they are named as they stand in the workspace.
    """
    return parse_pengaturan(Path(root), common)


@lru_cache(maxsize=1)
def _bench(common: Common, home: str) -> _Bench:
    folder = tempfile.TemporaryDirectory(prefix="nota-")
    try:
        root = Path(folder.name)
        lay(root, common)
        bench = _Bench(root, Composer.of(root, settings(common, home)))
    except BaseException:
        folder.cleanup()
        raise
    _CLEAN.append(
        Finalize(folder, folder.cleanup, exitpriority=1)
    )  # a worker's exit runs no other clean-up
    return bench


def leave() -> None:
    """Remove what this process keeps from job to job; for one that ends without any farewell."""
    for clean in _CLEAN:
        clean()
