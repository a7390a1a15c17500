"""Templates in, filled text out: autoescaped, sandboxed, strict.

Those of the workspace stand before those of the package. Data never become a template: they
enter only as values of an escaped rendering.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket
from jinja2.meta import find_referenced_templates
from jinja2.runtime import LoopContext
from markupsafe import Markup

from notakesepakatan.compose.bounds import (
    BoundedEnvironment,
    TooMuch,
    counting,
    written,
)
from notakesepakatan.compute.text.gaya_rincian import printed_label
from notakesepakatan.compute.text.isian import (
    POINT,
    jabatan_words,
    kuasa_words,
    pejabat_words,
)
from notakesepakatan.compute.text.rencana_kerja import PlanRow
from notakesepakatan.compute.text.tabel import printed
from notakesepakatan.compute.text.unnumbered import label_in_front
from notakesepakatan.data import Section
from notakesepakatan.errors import NotaError
from notakesepakatan.model.language import Language
from notakesepakatan.model.pasal import level_content
from notakesepakatan.place import head_words
from notakesepakatan.words.lists import closed, merge, nth_huruf
from notakesepakatan.words.numbers import one_decimal, order, roman, thousands
from notakesepakatan.words.tanggal import day_name, tanggal_long
from notakesepakatan.workspace.contents import read_limited
from notakesepakatan.workspace.layout import package_templates


class FaultyTemplate(NotaError):
    """A template that cannot be filled, or gives what no writer knows."""

    def __init__(self, templat: str, baris: int | None, sebab: str) -> None:
        position = f"{templat}:{baris}" if baris else templat
        super().__init__(
            f"{position}: templat tidak dapat dipakai: {sebab}; "
            "perbaiki templat di folder templates/"
        )


class _Environment(BoundedEnvironment):
    """The sandbox, with a short way for the fields of our own data and of `loop`.

    Which hold nothing to guard against.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, (Section, PlanRow)):
            content = obj.__dict__
            if attribute in content:
                return content[attribute]
        elif isinstance(obj, LoopContext) and attribute[:1] != "_":
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


class _Loader(FileSystemLoader):
    """Jinja's loader, which does not follow a link out of its folders."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        content, file, fresh = super().get_source(environment, template)
        if not any(_inside(Path(file), Path(folder)) for folder in self.searchpath):
            raise TemplateNotFound(template)
        return content, file, fresh


def _inside(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


class KeptCode(BytecodeCache):
    """Code of templates by their file, as long as their text is the same.

    Compiling takes longer than filling, and each request opens its workspace anew.
    """

    def __init__(self) -> None:
        self._of_file = dict[str, tuple[str, CodeType]]()

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._of_file.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if len(self._of_file) >= _MOST_COMPILED:
            self._of_file.clear()
        if bucket.code is not None:
            self._of_file[bucket.key] = bucket.checksum, bucket.code


_MOST_COMPILED = 500
"""Files; the package has some fifty templates, a workspace of its own a few."""
_COMPILED, _COMPILED_FOR_YAML = KeptCode(), KeptCode()
"""Two, since whether values are escaped is compiled into the code."""


class Template:
    """All templates one workspace sees."""

    def __init__(self, of_workspace: Path | None) -> None:
        self.folder = tuple(
            f
            for f in (of_workspace, package_templates())
            if f is not None and f.is_dir()
        )
        self.environment = _Environment(
            loader=_Loader(self.folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_COMPILED,
        )
        self.environment.filters |= {
            "romawi": roman,
            "huruf": nth_huruf,
            "tanggal": tanggal_long,
            "hari": day_name,
            "bertitik": closed,
            "gabung": merge,
            "persen": one_decimal,
            "ribuan": thousands,
            "para_pejabat": pejabat_words,
            "para_jabatan": jabatan_words,
            "kuasa": kuasa_words,
        }
        self.environment.globals |= {
            "urutan": order,
            "titik": POINT,
            "isi_tingkat": level_content,
            "label_butir": printed_label,
            "label_depan": label_in_front,
            "tabel_tercetak": printed,
            "kata": Language().said,
            "sebut_kepala": head_words,
            "sebut_hari": tanggal_long,
            "sebut_pejabat": pejabat_words,
            "sebut_kuasa": kuasa_words,
        }

    def render(self, name: str, content: Mapping[str, Any]) -> str:
        """Fill one template.

        Raises:
            FaultyTemplate: with the template's name and line.
        """
        return self._render(self.environment, name, content)

    def _render(
        self, environment: Environment, name: str, content: Mapping[str, Any]
    ) -> str:
        try:
            template = environment.get_template(name)
            with counting():
                return written(template.generate(content))
        except TemplateNotFound as cause:
            raise FaultyTemplate(
                str(cause.name or name), None, "berkas templat tidak ada"
            ) from None
        except TemplateSyntaxError as cause:
            raise FaultyTemplate(
                cause.name or name, cause.lineno, cause.message or "salah tulis"
            ) from None
        except (
            Exception
        ) as cause:  # whatever a template's code does wrong is the template's fault
            file, line = _place(cause) or (name, None)
            raise FaultyTemplate(file, line, _cause(cause)) from None

    def render_yaml(self, name: str, content: Mapping[str, Any]) -> str:
        """Fill one template of a YAML file.

        Every value goes in as a quoted scalar, whatever it holds.

        Raises:
            FaultyTemplate: with the template's name and line.
        """
        for_yaml = self.environment.overlay(
            autoescape=False, finalize=_quote_yaml, bytecode_cache=_COMPILED_FOR_YAML
        )
        return self._render(for_yaml, name, content)

    def called_by(self, name: str) -> frozenset[str]:
        """A template and all those that it calls for by their name, and so on.

        One that is not there, or is no template, calls for none.
        """
        found, waiting = set[str](), [name]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._calls(one)
        return frozenset(found)

    def _calls(self, name: str) -> list[str]:
        try:
            text = self.read(name)[1].decode(errors="replace")
            called = find_referenced_templates(self.environment.parse(text))
        except (FaultyTemplate, TemplateSyntaxError):
            return []
        return [one for one in called if one]

    def read_all(self, name: str) -> list[tuple[Path, bytes]]:
        """Every file of that name, the package's first: what follows adds to it."""
        ada = (folder / name for folder in reversed(self.folder))
        return [
            (path, read_limited(path))
            for path in ada
            if path.is_file() and _inside(path, path.parent)
        ]

    def read(self, name: str) -> tuple[Path, bytes]:
        """The first file of that name, workspace first.

        Raises:
            FaultyTemplate: no such file in any of the folders, or it leads out of them.
        """
        for folder in self.folder:
            path = folder / name
            if path.is_file() and _inside(path, folder):
                return path, read_limited(path)
        raise FaultyTemplate(name, None, "berkas tidak ada di folder templates/")


def _quote_yaml(value: object) -> object:
    """A double-quoted scalar of YAML, which is JSON's.

    What a template calls safe stays as it is.
    """
    return (
        value
        if isinstance(value, Markup)
        else json.dumps(str(value), ensure_ascii=False)
    )


def _place(cause: BaseException) -> tuple[str, int] | None:
    """File and line of the template where it failed: the deepest frame that Jinja compiled."""
    position, trail = None, cause.__traceback__
    while trail:
        file = trail.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            position = (file, trail.tb_lineno)
        trail = trail.tb_next
    return position


def _cause(cause: Exception) -> str:
    if isinstance(cause, TooMuch):
        return str(cause)
    if isinstance(cause, RecursionError):
        return "memanggil dirinya sendiri tanpa akhir"
    if isinstance(cause, UndefinedError) and (
        name := re.search(r"'([^']+)'(?: is undefined|$)", str(cause))
    ):
        return f"nama '{name[1]}' tidak dikenal"
    return f"{type(cause).__name__}: {cause}"
