"""The page of the backup: the whole workspace as one file, how to restore it, and the proof.

The archive is made in a file that has no name, inside the desk's own folder, and is sent
from there: nothing of it is left, and no two people get in each other's way.
"""

import os
import tempfile
from pathlib import Path

from flask import Blueprint, Response, render_template, send_file
from flask.typing import ResponseReturnValue

from notakesepakatan import bukti
from notakesepakatan.bureau.backup import write_backup
from notakesepakatan.web.context import desk, user, workspace
from notakesepakatan.web.guard.requests import needed, record_trail
from notakesepakatan.zona import office_time

blueprint = Blueprint("cadangan", __name__, url_prefix="/cadangan")
_SCRIPT = Path(bukti.__file__)


@blueprint.get("")
@needed("pengesah")
def page() -> ResponseReturnValue:
    """What a backup holds, and how to get one."""
    return render_template("cadangan.html", report=None)


@blueprint.get("/bukti")
@needed("pengesah")
def prove() -> ResponseReturnValue:
    """The same page, with what the verifier says of the workspace now."""
    report = bukti.examine(workspace().root)
    return render_template("cadangan.html", report=report)


@blueprint.get("/bukti.py")
@needed("pengesah")
def script() -> ResponseReturnValue:
    """The verifier as a file of its own, for whoever does not trust this desk."""
    return send_file(
        _SCRIPT, mimetype="text/x-python", as_attachment=True, download_name="bukti.py"
    )


@blueprint.post("/unduh")
@needed("pengesah")
def download() -> ResponseReturnValue:
    """The archive, as it was while the lock was held.

    Raises:
        Busy, CannotRead, CannotWrite, PointsOutside, UnusableName.
    """
    aside = workspace().private()
    moment = office_time(workspace().zona, desk().now)
    archive = tempfile.TemporaryFile(dir=aside, prefix=".cadangan.")  # noqa: SIM115
    try:
        write_backup(workspace(), archive, moment, user().nama, aside=aside)
    except BaseException:
        archive.close()
        raise
    record_trail("mengunduh cadangan")
    size = archive.seek(0, os.SEEK_END)
    archive.seek(0)
    answer: Response = send_file(
        archive,
        mimetype="application/zip",
        as_attachment=True,
        download_name=f"{workspace().root.resolve().name}-{moment:%Y-%m-%d}.zip",
    )
    answer.content_length = size
    return answer
