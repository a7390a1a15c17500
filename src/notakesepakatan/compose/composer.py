"""What composing needs of a workspace, read once.

And the one way from a template to a checked naskah.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path

from notakesepakatan.compose.balanced import balanced
from notakesepakatan.compose.gaya import LOOSE_PAGE, load_gaya, pages
from notakesepakatan.compose.kinds import DocumentKind, load_documents
from notakesepakatan.compose.plan_layout import LARGE_PAGE, PAGE, plan_layout
from notakesepakatan.compose.tabel_layout import with_tables_fitted
from notakesepakatan.compose.tanda_tangan import tanda_tangan_layout
from notakesepakatan.compose.templates import FaultyTemplate, Template
from notakesepakatan.load.pengaturan import load_pengaturan
from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.model.halaman import Halaman
from notakesepakatan.model.language import Language
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import WrongVocabulary, paragraphs
from notakesepakatan.naskah.gaya import TWIN, Gaya, Page
from notakesepakatan.workspace.layout import templates_folder


@dataclass(frozen=True)
class Properties:
    """What a document says of itself in the properties of its file."""

    judul: str
    maker: str
    tanggal: date | None


@dataclass(frozen=True)
class Composer:
    """Everything of one workspace that composing needs: templates, styles, settings."""

    templat: Template
    pengaturan: Pengaturan = field(default_factory=Pengaturan)
    _languages: dict[str, Language] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def of(cls, root: Path, pengaturan: Pengaturan | None = None) -> "Composer":
        """The composer of a workspace; its settings where they are read already.

        Raises:
            FaultyNaskah: its settings are wrong.
        """
        return cls(
            Template(templates_folder(root)), pengaturan or load_pengaturan(root)
        )

    @cached_property
    def gaya(self) -> dict[str, Gaya]:
        """Styles by name.

        Raises:
            FaultyNaskah, FaultyTemplate.
        """
        return load_gaya(self.templat)

    @cached_property
    def kinds(self) -> dict[str, DocumentKind]:
        """Kinds of papers that events have, by name.

        Raises:
            FaultyNaskah.
        """
        return load_documents(self.templat)

    def for_pages(self, own: Halaman) -> "Composer":
        """The same for an agreement with pages of its own."""
        looks = self.pengaturan.looking_as(own)
        return self if looks == self.pengaturan else replace(self, pengaturan=looks)

    def language(self, name: str) -> Language:
        """The words of a language that may stand beside Indonesian: "Inggris".

        Raises:
            FaultyNaskah, FaultyTemplate: its file is wrong, or there is none.
        """
        if name not in self._languages:
            file, content = self.templat.read(f"bahasa/{name.lower()}.yaml")
            self._languages[name] = parse(Language, content, str(file))[0]
        return self._languages[name]

    def unsaid(self, name: str) -> list[str]:
        """Sentences of the frame of an adendum that a language has no words for.

        Raises:
            FaultyNaskah, FaultyTemplate: as `language`.
        """
        own = self.language(name).adendum
        return [sentence for sentence in _every_sentence() if sentence not in own]

    def said_no_more(self, name: str) -> list[str]:
        """Sentences that a file of a language has words for and no adendum bears any more.

        Raises:
            FaultyNaskah, FaultyTemplate: as `language`.
        """
        known = set(_every_sentence())
        return [one for one in self.language(name).adendum if one not in known]

    def fill(
        self,
        template: str,
        content: Mapping[str, object],
        trait: Properties,
        *,
        huruf: str | None = None,
        picture: Mapping[str, bytes] | None = None,
        source: tuple[str, bytes] | None = None,
        paraf: tuple[str, ...] = (),
    ) -> Naskah:
        """One template filled, in the looks of this workspace.

        Args:
            template: name of the template.
            content: its variables.
            trait: properties of the file.
            huruf: font; the one of agreements unless given.
            picture: pictures by the names the template uses.
            source: name and bytes of the data, to be attached.
            paraf: who initials each page, where the settings ask for it.

        Raises:
            FaultyTemplate, FaultyNaskah: the template or the styles are wrong.
        """
        setting = self.pengaturan.looking_as(Halaman())
        asked = paraf if setting.halaman.paraf == "ya" else ()
        family = huruf or setting.huruf
        page = pages(setting, asked)
        layout = partial(plan_layout, pages=(page[PAGE], page[LARGE_PAGE]))
        signed = partial(tanda_tangan_layout, pages=page, points=setting.ukuran_huruf)
        of_pages = {
            "tata_letak": layout,
            "tata_tanda_tangan": signed,
            "penanda_rangkap": setting.penanda_rangkap,
        }
        rendered = self.templat.render(template, {**of_pages, **content})
        fitted = with_tables_fitted(rendered, page, self.gaya, setting.ukuran_huruf)
        filled = balanced(fitted, page, self.gaya, setting.ukuran_huruf)
        naskah = Naskah(
            judul=trait.judul,
            isi=filled,
            gaya=_carried(self.gaya, filled),
            page=_used(page, filled),
            huruf=(family, *TWIN.get(family, ())),
            ukuran=setting.ukuran_huruf,
            maker=trait.maker,
            tanggal=trait.tanggal,
            picture=dict(picture or {}),
            source=source,
        )
        _check(template, naskah)
        return naskah


@cache
def _every_sentence() -> tuple[str, ...]:
    """The sentences of the frame of an adendum, as the package's own language has them."""
    return tuple(Composer(Template(None)).language("Inggris").adendum)


def _carried(gaya: Mapping[str, Gaya], content: str) -> dict[str, Gaya]:
    """The styles that a naskah takes along: of those for rare parts only what it uses."""
    return {
        name: style
        for name, style in gaya.items()
        if not style.bila_dipakai or f'class="{name}"' in content
    }


def _used(pages: Mapping[str, Page], content: str) -> dict[str, Page]:
    """The pages that a naskah takes along: rare ones only where something stands on them."""
    rare = (LARGE_PAGE, LOOSE_PAGE)
    return {
        name: page
        for name, page in pages.items()
        if name not in rare or f'<section class="{name}">' in content
    }


def _check(template: str, naskah: Naskah) -> None:
    """A template may write only what every writer knows, in styles.

    Pages and pictures that exist.
    """
    try:
        section = naskah.section
    except WrongVocabulary as cause:
        raise FaultyTemplate(template, None, str(cause)) from None
    for foreign in {p.gaya for p in paragraphs(section)} - naskah.gaya.keys():
        raise FaultyTemplate(
            template, None, f'kelas "{foreign}" tidak ada di gaya.yaml'
        )
    for foreign in {
        p.picture for p in paragraphs(section) if p.picture
    } - naskah.picture.keys():
        raise FaultyTemplate(template, None, f'gambar "{foreign}" tidak ada')
    for foreign in {s.page for s in section} - naskah.page.keys():
        raise FaultyTemplate(template, None, f'halaman "{foreign}" tidak dikenal')
