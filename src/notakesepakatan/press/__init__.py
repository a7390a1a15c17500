"""From an agreement to the files of its documents, one or thousands.

In goes a workspace with what is wanted of it; out come files, and what became of each
agreement. How the work is shared out, among processes of this machine or a cluster, is
nobody's matter outside: this is the room's one door.

A name is imported when it is first asked for. `nota --help` and a `nota susun` with
nothing to do (rows "Starting" and "10,000 agreements" of docs/benchmark.md) need few.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from notakesepakatan.press.cluster import open_to_readers as open_to_readers
    from notakesepakatan.press.collector import collector_off as collector_off
    from notakesepakatan.press.documents import document_name as document_name
    from notakesepakatan.press.documents import (
        kesepakatan_documents as kesepakatan_documents,
    )
    from notakesepakatan.press.documents import (
        peristiwa_documents as peristiwa_documents,
    )
    from notakesepakatan.press.documents import peristiwa_papers as peristiwa_papers
    from notakesepakatan.press.documents import planned_documents as planned_documents
    from notakesepakatan.press.order import DEFAULT_FORMATS as DEFAULT_FORMATS
    from notakesepakatan.press.order import Order as Order
    from notakesepakatan.press.planning import Plan as Plan
    from notakesepakatan.press.planning import Result as Result
    from notakesepakatan.press.planning import plan as plan
    from notakesepakatan.press.processes import cores as cores
    from notakesepakatan.press.render import Document as Document
    from notakesepakatan.press.render import NoSuchDocument as NoSuchDocument
    from notakesepakatan.press.render import RenderedFile as RenderedFile
    from notakesepakatan.press.render import document_bytes as document_bytes
    from notakesepakatan.press.render import render_set as render_set
    from notakesepakatan.press.render import write_set as write_set
    from notakesepakatan.press.run import Manner as Manner
    from notakesepakatan.press.run import susun as susun
    from notakesepakatan.press.stop import Stop as Stop

_MODULE_OF = {
    "open_to_readers": "cluster",
    "collector_off": "collector",
    "kesepakatan_documents": "documents",
    "document_name": "documents",
    "peristiwa_documents": "documents",
    "peristiwa_papers": "documents",
    "planned_documents": "documents",
    "DEFAULT_FORMATS": "order",
    "Order": "order",
    "Plan": "planning",
    "Result": "planning",
    "plan": "planning",
    "cores": "processes",
    "Document": "render",
    "NoSuchDocument": "render",
    "RenderedFile": "render",
    "document_bytes": "render",
    "render_set": "render",
    "write_set": "render",
    "Manner": "run",
    "susun": "run",
    "Stop": "stop",
}


def __getattr__(name: str) -> Any:
    """What is asked for by name, from the module that has it."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_MODULE_OF[name]}")
    return getattr(module, name)
