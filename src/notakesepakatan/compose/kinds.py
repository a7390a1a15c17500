"""`templates/dokumen.yaml` in, the kinds of papers that events have out."""

from typing import Annotated, Literal

from pydantic import Field, RootModel

from notakesepakatan.compose.templates import Template
from notakesepakatan.data import Section
from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.model.dasar import Text
from notakesepakatan.model.peristiwa import PeristiwaKind


class DocumentKind(Section):
    """One entry of `dokumen.yaml`.

    From which events this document is made, and by which template.
    """

    peristiwa: PeristiwaKind
    judul: Text
    templat: Annotated[
        str, Field(pattern=r"^[a-z0-9_-]+(/[a-z0-9_-]+)*\.html\.j2$", max_length=120)
    ]
    huruf: Literal["naskah", "surat"] = "surat"


DocumentName = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class _Documents(RootModel[dict[DocumentName, DocumentKind]]):
    """dokumen.yaml as a whole."""


def load_documents(template: Template) -> dict[str, DocumentKind]:
    """Kinds of documents by name.

    Those of the package, then those of the workspace, which add or replace.

    Raises:
        FaultyNaskah: a file is wrong.
    """
    result: dict[str, DocumentKind] = {}
    for file, content in template.read_all("dokumen.yaml"):
        result |= parse(_Documents, content, str(file))[0].root
    return result
