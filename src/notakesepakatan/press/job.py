"""One agreement as a piece of work: data in, bytes out, so that any machine can do it.

A worker lays the files it was sent into a folder of its own and goes the ordinary way;
messages name the files where they really stand. Doing a job twice does no harm.
"""

import tempfile
from collections.abc import Mapping
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from multiprocessing.util import Finalize
from pathlib import Path
from shutil import rmtree
from socket import gethostname
from threading import Event

from notakesepakatan import __version__
from notakesepakatan.compose.composer import Composer
from notakesepakatan.errors import NotaError
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.pengaturan import parse_pengaturan
from notakesepakatan.load.seal import compare_seals
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.press.documents import kesepakatan_documents
from notakesepakatan.press.environment import likeness
from notakesepakatan.press.order import Order
from notakesepakatan.press.planning import Common
from notakesepakatan.press.processes import Typesetter
from notakesepakatan.press.render import RenderedFile, begin, finish
from notakesepakatan.workspace import LastWrite, Workspace
from notakesepakatan.workspace.save import TEMPORARY, lay, new_temporary_folder
from notakesepakatan.workspace.state import FileState


@dataclass(frozen=True)
class Job:
    """An agreement to be rendered.

    Attributes:
        slug: its name.
        order: what is wanted.
        root: the workspace as messages call it.
        files: its files, by path below its folder.
        common: the workspace's common files.
        environment: hash of all else the documents depend on.
        known: what the files that are there already were made of.
        state: that of its files as they were read.
        read_at: when that was, nanoseconds.
        unreadable: what kept its files from being read; then there are none.
        engine: what makes bytes on the machine that asks, where another may do the job.
        written: who wrote these files, and when, by the hash of their bytes.
        version: of the program that asks.
    """

    slug: str
    order: Order
    root: str
    files: Mapping[str, bytes]
    common: Common
    environment: str
    known: Mapping[str, str]
    state: FileState
    read_at: int
    unreadable: str = ""
    engine: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, LastWrite] = field(default_factory=dict)
    version: str = __version__


@dataclass(frozen=True)
class Rendered:
    """What became of a job.

    Attributes:
        files: its files.
        problem: what went wrong.
        faults: findings of level galat in the text in force.
    """

    files: tuple[RenderedFile, ...] = ()
    problem: str = ""
    faults: int = 0


def perform(job: Job, typesetter: Typesetter | None = None) -> Rendered:
    """Render an agreement from what was sent; another process may set its PDFs."""
    if problem := _refusal(job):
        return Rendered(problem=problem)
    bench = _standing_bench(job)
    with tempfile.TemporaryDirectory(dir=bench.folder) as temporary:
        root = Path(temporary)
        workspace = Workspace.of_one(root, job.slug, job.files)
        opened = Opened(workspace, bench.folder, trail=job.written)
        result = _render(opened, bench.composer, job, typesetter)
        problem = result.problem.replace(str(root), job.root)
        return replace(result, problem=problem.replace(str(bench.folder), job.root))


def _refusal(job: Job) -> str:
    """Why this worker cannot do the job as the one that asks would; empty if it can."""
    if job.version != __version__:
        return (
            f"{job.slug}: pekerja memakai notakesepakatan {__version__}, "
            f"di sini {job.version}; samakan"
        )
    if job.unreadable:
        return job.unreadable
    if differences := _differences(job.engine):
        return (
            f"{job.slug}: {differences} pada pekerja {gethostname()} "
            f"lain dari yang di sini; samakan"
        )
    return ""


def not_composed(slug: str, problem: str) -> str:
    """How it is said that nothing is made of a text that is no more what was sealed."""
    return f"{slug}: tidak disusun; {problem}"


def _differences(engine: Mapping[str, str]) -> str:
    """Parts of what makes bytes that are not the same here.

    Other bytes would be taken for those of the machine that asks.
    """
    if not engine:
        return ""
    here = likeness()
    return ", ".join(part for part, trail in engine.items() if here.get(part) != trail)


def _render(
    opened: Opened, composer: Composer, job: Job, typesetter: Typesetter | None
) -> Rendered:
    """Render an agreement from its files; an error of its author is a message."""
    order = job.order
    try:
        riwayat = opened.riwayat(job.slug)
        if changed := compare_seals(opened.workspace, job.slug, riwayat).problems:
            return Rendered(problem=not_composed(job.slug, changed[0]))
        documents = kesepakatan_documents(opened, job.slug, composer, order)
        begun = begin(documents, order.format, job.environment, job.known, typesetter)
        # Counted while another process is at the PDFs.
        faults = riwayat.on(None).faults
        files, missing = finish(begun)
    except NotaError as cause:
        return Rendered(problem=str(cause))
    return Rendered(tuple(files), str(missing or ""), faults)


@dataclass(frozen=True)
class _Bench:
    """A worker's own folder with the common files, kept from job to job."""

    folder: Path
    composer: Composer


_BENCHES = list[Path]()
_LEAVING = Event()


@lru_cache(maxsize=1)
def pengaturan_of(common: Common, root: str) -> Pengaturan:
    """Settings among the common files of a workspace, read once a process.

    Raises:
        FaultyNaskah: they are wrong; they are named as they stand in the workspace.
    """
    return parse_pengaturan(Path(root), common)


def _standing_bench(job: Job) -> _Bench:
    """The bench; another where it was swept away while this worker had nothing to do."""
    bench = _bench(job.common, job.root)
    if not bench.folder.is_dir():
        if _LEAVING.is_set():
            raise BrokenExecutor
        _bench.cache_clear()
        bench = _bench(job.common, job.root)
    return bench


@lru_cache(maxsize=1)
def _bench(common: Common, home: str) -> _Bench:
    folder = new_temporary_folder()
    try:
        root = Path(folder.name)
        lay(root, common)
        bench = _Bench(root, Composer.of(root, pengaturan_of(common, home)))
    except BaseException:
        folder.cleanup()
        raise
    # A worker's exit runs no other clean-up.
    Finalize(folder, folder.cleanup, exitpriority=1)
    _BENCHES.append(bench.folder)
    return bench


def leave() -> None:
    """Remove what this process keeps from job to job, if it ends without farewell.

    Another thread may be at a job still.
    """
    _LEAVING.set()
    for folder in _BENCHES:
        # Under another name nothing more is put into it.
        renamed = folder.with_name(f"{folder.name}{TEMPORARY}")
        with suppress(OSError):
            folder.rename(renamed)
        rmtree(renamed, ignore_errors=True)
