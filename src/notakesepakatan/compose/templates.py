"""Templates: those of the workspace stand before those of the package; autoescaped, sandboxed, strict.

Data never become a template: they enter only as values of an escaped rendering.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from notakesepakatan.compute.text.isian import TITIK
from notakesepakatan.compute.text.rencana_kerja import BarisRencana
from notakesepakatan.data import Bagian
from notakesepakatan.errors import TemplatBermasalah
from notakesepakatan.load.datum import read_limited
from notakesepakatan.model.pasal import isi_tingkat
from notakesepakatan.words.lists import huruf_ke
from notakesepakatan.words.numbers import ribuan, romawi, urutan
from notakesepakatan.words.tanggal import nama_hari, tanggal_panjang
from notakesepakatan.workspace.folders import package_templates


class _Lingkungan(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way for the fields of our own data and of `loop`, which hold nothing to guard against."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, (Bagian, BarisRencana)):
            isi = obj.__dict__
            if attribute in isi:
                return isi[attribute]
        elif isinstance(obj, LoopContext) and attribute[:1] != "_":
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


class _Pemuat(FileSystemLoader):
    """Jinja's loader, which does not follow a link out of its folders."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        isi, berkas, segar = super().get_source(environment, template)
        if not any(_inside(Path(berkas), Path(folder)) for folder in self.searchpath):
            raise TemplateNotFound(template)
        return isi, berkas, segar


def _inside(jalur: Path, folder: Path) -> bool:
    return jalur.resolve().is_relative_to(folder.resolve())


class Templat:
    """All templates one workspace sees. Make one and keep it: compiled templates are cached inside."""

    def __init__(self, milik_ruang: Path | None) -> None:
        self.folder = tuple(f for f in (milik_ruang, package_templates()) if f is not None and f.is_dir())
        self.lingkungan = _Lingkungan(
            loader=_Pemuat(self.folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.lingkungan.filters |= {
            "romawi": romawi,
            "huruf": huruf_ke,
            "tanggal": tanggal_panjang,
            "hari": nama_hari,
            "ribuan": ribuan,
        }
        self.lingkungan.globals |= {"urutan": urutan, "titik": TITIK, "isi_tingkat": isi_tingkat}

    def render(self, nama: str, isi: Mapping[str, Any]) -> str:
        """Fill one template.

        Raises:
            TemplatBermasalah: with the template's name and line.
        """
        return self._render(self.lingkungan, nama, isi)

    def _render(self, lingkungan: Environment, nama: str, isi: Mapping[str, Any]) -> str:
        try:
            return lingkungan.get_template(nama).render(isi)
        except TemplateNotFound as sebab:
            raise TemplatBermasalah(str(sebab.name or nama), None, "berkas templat tidak ada") from None
        except TemplateSyntaxError as sebab:
            raise TemplatBermasalah(sebab.name or nama, sebab.lineno, sebab.message or "salah tulis") from None
        except Exception as sebab:  # whatever a template's code does wrong is the template's fault
            berkas, baris = _place(sebab) or (nama, None)
            raise TemplatBermasalah(berkas, baris, _cause(sebab)) from None

    def render_yaml(self, nama: str, isi: Mapping[str, Any]) -> str:
        """Fill one template of a YAML file: every value goes in as a quoted scalar, whatever it holds.

        Raises:
            TemplatBermasalah: with the template's name and line.
        """
        return self._render(self.lingkungan.overlay(autoescape=False, finalize=_quote_yaml), nama, isi)

    def read_all(self, nama: str) -> list[tuple[Path, bytes]]:
        """Every file of that name, the package's first: what follows adds to it."""
        ada = (folder / nama for folder in reversed(self.folder))
        return [(jalur, read_limited(jalur)) for jalur in ada if jalur.is_file() and _inside(jalur, jalur.parent)]

    def read(self, nama: str) -> tuple[Path, bytes]:
        """The first file of that name, workspace first.

        Raises:
            TemplatBermasalah: no such file in any of the folders, or it leads out of them.
        """
        for folder in self.folder:
            jalur = folder / nama
            if jalur.is_file() and _inside(jalur, folder):
                return jalur, read_limited(jalur)
        raise TemplatBermasalah(nama, None, "berkas tidak ada di folder templates/")


def _quote_yaml(nilai: object) -> object:
    """A double-quoted scalar of YAML, which is JSON's; what a template calls safe stays as it is."""
    return nilai if isinstance(nilai, Markup) else json.dumps(str(nilai), ensure_ascii=False)


def _place(sebab: BaseException) -> tuple[str, int] | None:
    """File and line of the template where it failed: the deepest frame that Jinja compiled."""
    tempat, jejak = None, sebab.__traceback__
    while jejak:
        berkas = jejak.tb_frame.f_code.co_filename
        if berkas.endswith(".j2"):
            tempat = (berkas, jejak.tb_lineno)
        jejak = jejak.tb_next
    return tempat


def _cause(sebab: Exception) -> str:
    if isinstance(sebab, RecursionError):
        return "memanggil dirinya sendiri tanpa akhir"
    if isinstance(sebab, UndefinedError) and (nama := re.search(r"'([^']+)'(?: is undefined|$)", str(sebab))):
        return f"nama '{nama[1]}' tidak dikenal"
    return f"{type(sebab).__name__}: {sebab}"
