"""LibreOffice itself at work on many files in one go: changes accepted or rejected, and what people do as they type."""

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
Sub Acts(list As String)
  Dim channel As Integer, entry As String
  channel = FreeFile
  Open list For Input As #channel
  Do While Not EOF(channel)
    Line Input #channel, entry
    If Len(entry) &gt; 0 Then Act(Split(entry, Chr(9)))
  Loop
  Close #channel
End Sub
Sub Act(fields)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  saved(0).Name = "FilterName" : saved(0).Value = "MS Word 2007 XML"
  paper = StarDesktop.loadComponentFromURL(ConvertToURL(fields(0)), "_blank", 0, hidden())
  place = paper.Bookmarks.getByName(fields(2)).Anchor
  paper.CurrentController.ViewCursor.gotoRange(place.Start, False)
  steps = Split(fields(3), "|")
  For i = LBound(steps) To UBound(steps)
    If Len(steps(i)) &gt; 0 Then Press(paper, steps(i))
  Next
  paper.storeToURL(ConvertToURL(fields(1)), saved())
  paper.close(True)
End Sub
Sub Press(paper, key As String)
  Dim given(0) As New com.sun.star.beans.PropertyValue
  Dim nothing_more()
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  pieces = Split(key, ":")
  If UBound(pieces) = 0 Then
    dispatcher.executeDispatch(paper.CurrentController.Frame, ".uno:" &amp; key, "", 0, nothing_more())
  ElseIf pieces(0) = "Text" Then
    given(0).Name = "Text" : given(0).Value = Join(Split(pieces(1), "~"), Chr(9))
    dispatcher.executeDispatch(paper.CurrentController.Frame, ".uno:InsertText", "", 0, given())
  Else
    For n = 1 To CInt(pieces(1))
      dispatcher.executeDispatch(paper.CurrentController.Frame, ".uno:" &amp; pieces(0), "", 0, nothing_more())
    Next
  End If
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
    _prepare(folder)
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


def act_in_libreoffice(
    folder: Path, content: bytes, bookmark: str, acts: Sequence[str]
) -> list[bytes]:
    """A DOCX after each of these acts, every one done to it as it was sent.

    Args:
        folder: where it may write.
        content: the file.
        bookmark: the cursor stands where it begins.
        acts: each by its steps with `|` between them: a command of LibreOffice's own ("GoToEndOfPara"), one some times
            over ("GoRight:4"), or words that are typed ("Text:…", with `~` for a tab).
    """
    _prepare(folder)
    sent = folder / "sent.docx"
    sent.write_bytes(content)
    returned = [folder / f"act-{n}.docx" for n in range(len(acts))]
    lines = [
        f"{sent}\t{back}\t{bookmark}\t{act}"
        for back, act in zip(returned, acts, strict=True)
    ]
    (folder / "acts").write_text("\n".join(lines) + "\n")
    _start(folder, f'macro:///Standard.Module1.Acts("{folder}/acts")')
    return [back.read_bytes() for back in returned]


def _prepare(folder: Path) -> None:
    _start(folder, "--terminate_after_init")
    module = folder / "profil/user/basic/Standard/Module1.xba"
    module.write_text(_MODULE)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def converted(files: Sequence[Path], suffix: str) -> list[Path]:
    """Files of one folder in another format ("pdf", "html", "odt"), beside them."""
    folder = files[0].parent
    into = ("--convert-to", suffix, "--outdir", str(folder))
    _start(folder, *into, *map(str, files), patience=len(files) * PATIENCE)
    return [file.with_suffix(f".{suffix}") for file in files]


def _start(folder: Path, *arguments: str, patience: float = PATIENCE) -> None:
    """LibreOffice with a profile of its own; the first start makes it."""
    profile = f"-env:UserInstallation=file://{folder}/profil"
    subprocess.run(
        ["soffice", "--headless", profile, *arguments],
        check=True,
        capture_output=True,
        timeout=patience,
    )
