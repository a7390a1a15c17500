"""Files that LibreOffice reads for us: what is in them is checked; without it, a sentence."""

import shutil
from pathlib import Path

import docx
import pytest

from libreoffice import converted
from notakesepakatan.bureau.check import check_document
from notakesepakatan.load.foreign.reader import UnreadableNaskah, read_foreign


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.parametrize(
    "kind",
    ["odt", *(pytest.param(one, marks=pytest.mark.long) for one in ("rtf", "doc"))],
)
def test_other_office_files_are_read(kind: str, tmp_path: Path) -> None:
    naskah = docx.Document()
    naskah.add_paragraph("Berlaku selama 5 (enam) tahun.")
    file = tmp_path / "a.docx"
    naskah.save(str(file))
    content = converted([file], kind)[0].read_bytes()
    checked = check_document(f"a.{kind}", content)
    assert [one.kode for one in checked.found] == ["ANGKA-HURUF"]
    if kind == "doc":
        renamed = check_document("a.docx", content)
        assert [one.kode for one in renamed.found] == ["ANGKA-HURUF"]


def test_without_libreoffice_the_way_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(UnreadableNaskah, match=r"simpan sebagai \.docx"):
        read_foreign("a.odt", b"x")
