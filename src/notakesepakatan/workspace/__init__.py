"""The one door to the files of a bureau.

In: slugs and bytes. Out: checked paths, bytes, and their state; the lock, acts and the lines of
their trail, archives. Who works with a workspace asks `Workspace`; how it lies on disk is known
here only.
"""

from notakesepakatan.workspace.act import Act
from notakesepakatan.workspace.save import ChangedMeanwhile
from notakesepakatan.workspace.trail import COMMAND_LINE, LastWrite, TrailEntry
from notakesepakatan.workspace.trail_report import TrailReport
from notakesepakatan.workspace.workspace import Workspace

__all__ = [
    "COMMAND_LINE",
    "Act",
    "ChangedMeanwhile",
    "LastWrite",
    "TrailEntry",
    "TrailReport",
    "Workspace",
]
