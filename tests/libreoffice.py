"""LibreOffice itself accepts or rejects all tracked changes of many files, in one go."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from waiting import PATIENCE

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub All(list As String)
  Dim channel As Integer, entry As String
  channel = FreeFile
  Open list For Input As #channel
  Do While Not EOF(channel)
    Line Input #channel, entry
    If Len(entry) &gt; 0 Then One(Split(entry, Chr(9)))
  Loop
  Close #channel
End Sub
Sub One(fields)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim saved(1) As New com.sun.star.beans.PropertyValue
  Dim nothing_more()
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  saved(0).Name = "FilterName" : saved(0).Value = "Text (encoded)"
  saved(1).Name = "FilterOptions" : saved(1).Value = "UTF8,LF,,,"
  paper = StarDesktop.loadComponentFromURL(ConvertToURL(fields(0)), "_blank", 0, hidden())
  If fields(2) &lt;&gt; "-" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(paper.CurrentController.Frame, ".uno:" &amp; fields(2), "", 0, nothing_more())
  End If
  paper.storeToURL(ConvertToURL(fields(1)), saved())
  paper.close(True)
End Sub
</script:module>
"""


def read_in_libreoffice(
    folder: Path, files: Sequence[tuple[Path, str]]
) -> list[list[str]]:
    """Paragraphs of each file, those in cells too, as LibreOffice writes them as text.

    Args:
        folder: where it may write.
        files: each with what is done first: "accept", "reject", or "" for nothing.
    """
    _start(folder, "--terminate_after_init")
    module = folder / "profil/user/basic/Standard/Module1.xba"
    module.write_text(_MODULE)
    commands = {
        "accept": "AcceptAllTrackedChanges",
        "reject": "RejectAllTrackedChanges",
    }
    written = [folder / f"{n}.txt" for n in range(len(files))]
    lines = [
        f"{file}\t{text}\t{commands.get(act, '-')}"
        for (file, act), text in zip(files, written, strict=True)
    ]
    (folder / "list").write_text("\n".join(lines) + "\n")
    _start(folder, f'macro:///Standard.Module1.All("{folder}/list")')
    return [_paragraphs(text.read_text(encoding="utf-8-sig")) for text in written]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _start(folder: Path, argument: str) -> None:
    """LibreOffice with a profile of its own; the first start makes it."""
    profile = f"-env:UserInstallation=file://{folder}/profil"
    subprocess.run(
        ["soffice", "--headless", profile, argument],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
