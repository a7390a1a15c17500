"""The one door to the files of a bureau.

In: slugs and bytes. Out: checked paths, bytes, and their state. Who works with a
workspace asks `Workspace`; how it lies on disk is known here only.
"""

from notakesepakatan.workspace.workspace import ChangedMeanwhile, Workspace

__all__ = ["ChangedMeanwhile", "Workspace"]
