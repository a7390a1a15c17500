"""Comments on a text that is being written: kept beside the agreements, never in a document.

Those of an agreement lie in `.meja/komentar/<slug>.json`, the same for everybody.
"""

import json
from collections.abc import Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from notakesepakatan.compute.editing.comments import Comment
from notakesepakatan.errors import CannotRead
from notakesepakatan.workspace import Workspace

_FOLDER = "komentar"
_FILE = TypeAdapter(tuple[Comment, ...])


def read_comments(workspace: Workspace, slug: str) -> Sequence[Comment]:
    """The comments on an agreement, the oldest first.

    A file that is none of ours is put aside (`.json.rusak`), so that one may go on writing.

    Raises:
        CannotRead: it may not be read.
    """
    file = workspace.desk_file(_FOLDER, f"{slug}.json")
    if not file.is_file():
        return ()
    try:
        return _FILE.validate_json(file.read_bytes())
    except OSError as cause:
        raise CannotRead(file, cause) from None
    except ValueError:
        file.replace(file.with_suffix(".json.rusak"))
        return ()


def open_comments(workspace: Workspace, slug: str) -> int:
    """How many comments are not settled.

    Raises:
        CannotRead: as `read_comments`.
    """
    return sum(not each.settled_by for each in read_comments(workspace, slug))


def add_comment(workspace: Workspace, slug: str, comment: Comment) -> None:
    """One more comment; its number is given here.

    Raises:
        CannotRead, CannotWrite, Busy.
    """
    with workspace.lock(comment.who, "menulis komentar"):
        kept = read_comments(workspace, slug)
        number = max((each.number for each in kept), default=0) + 1
        _keep(workspace, slug, [*kept, replace(comment, number=number)])


def settle_comment(
    workspace: Workspace, slug: str, number: int, who: str, *, is_open: bool
) -> None:
    """A comment is settled, or open again; it stays in the file.

    Raises:
        LookupError: there is no such comment.
        CannotRead, CannotWrite, Busy.
    """
    with workspace.lock(who, "menyelesaikan komentar"):
        kept = read_comments(workspace, slug)
        if all(each.number != number for each in kept):
            raise LookupError(number)
        by = "" if is_open else who
        new = [
            replace(each, settled_by=by) if each.number == number else each
            for each in kept
        ]
        _keep(workspace, slug, new)


def _keep(workspace: Workspace, slug: str, comments: Sequence[Comment]) -> None:
    content = _FILE.dump_python(tuple(comments), by_alias=True)
    text = json.dumps(content, ensure_ascii=False, indent=1)
    workspace.write_private(text.encode(), _FOLDER, f"{slug}.json")
