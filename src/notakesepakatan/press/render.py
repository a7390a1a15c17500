"""Documents to files: each naskah in every format wanted, all of them made before the first is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from notakesepakatan.errors import NaskahBermasalah, PustakaSistemTidakAda, TemplatBermasalah
from notakesepakatan.load.messages import nama_kunci
from notakesepakatan.load.yaml import Jalur, Sumber
from notakesepakatan.naskah import Naskah
from notakesepakatan.temuan import Temuan
from notakesepakatan.workspace.save import save
from notakesepakatan.write.formats import write
from notakesepakatan.write.glyphs import uncovered

if TYPE_CHECKING:
    from notakesepakatan.press.processes import Press


@dataclass(frozen=True)
class Dokumen:
    """One document to write.

    Attributes:
        nama: file name without ending.
        naskah: what it says.
        sumber: the files its words come from.
        lama: an older naskah from which every change is tracked; such a document is a DOCX and nothing else.
        lembar: the same as rows of plain data, for a sheet beside it; none for most.
    """

    nama: str
    naskah: Naskah
    sumber: tuple[Sumber, ...]
    lama: Naskah | None = None
    lembar: tuple[Mapping[str, object], ...] = ()


class Terender(NamedTuple):
    """One file of a document: its name, what it was made of, and its bytes; None where it is there already."""

    nama: str
    jejak: str
    isi: bytes | None


class Begun(NamedTuple):
    """One file under way: its name, what it is made of, and what gives its bytes; None where it is there already."""

    nama: str
    jejak: str
    selesai: Callable[[], bytes] | None


def begin(
    daftar: Iterable[Dokumen],
    format_: Sequence[str],
    lingkungan: str = "",
    kenal: Mapping[str, str] | None = None,
    cetak: "Press | None" = None,
) -> list[Begun]:
    """Every document in every format; what is known to be there already is not made again.

    Args:
        daftar: the documents.
        format_: endings.
        lingkungan: hash of all else the bytes depend on.
        kenal: what each file that is there was made of, by its name.
        cetak: another process that sets the PDFs meanwhile.

    Raises:
        NaskahBermasalah, TemplatBermasalah: a character that no font has.
    """
    mulai = list[Begun]()
    for dokumen in daftar:
        _check_letters(dokumen.sumber, dokumen.naskah)
        for jenis, tulis in _writers(dokumen, format_):
            nama = f"{dokumen.nama}.{jenis}"
            jejak = sha256(f"{lingkungan}{nama}{dokumen.naskah}{dokumen.lama}{dokumen.lembar}".encode()).hexdigest()
            if kenal and kenal.get(nama) == jejak:
                mulai.append(Begun(nama, jejak, None))
            else:
                mulai.append(Begun(nama, jejak, cetak.begin(tulis) if cetak and jenis == "pdf" else tulis))
    return mulai


def finish(mulai: Iterable[Begun]) -> tuple[list[Terender], PustakaSistemTidakAda | None]:
    """The files, and what the machine lacks for those that cannot be made."""
    siap, kurang = list[Terender](), None
    for nama, jejak, selesai in mulai:
        try:
            siap.append(Terender(nama, jejak, selesai() if selesai else None))
        except PustakaSistemTidakAda as sebab:
            kurang = sebab
    return siap, kurang


def render(daftar: Iterable[Dokumen], format_: Sequence[str]) -> tuple[list[Terender], PustakaSistemTidakAda | None]:
    """Every document in every format, here and now; errors as in `begin`."""
    return finish(begin(daftar, format_))


def write_set(folder: Path, daftar: Iterable[Dokumen], format_: Sequence[str]) -> Iterator[Path]:
    """Render every naskah in every format first, then write them: an error leaves the old documents whole.

    Args:
        folder: where to.
        daftar: the documents.
        format_: endings.

    Raises:
        NaskahBermasalah, TidakDapatDitulis; PustakaSistemTidakAda after all that can be written is.
    """
    siap, kurang = render(daftar, format_)
    for satu in siap:
        save(folder / satu.nama, satu.isi or b"")
        yield folder / satu.nama
    if kurang:
        raise kurang


def _writers(dokumen: Dokumen, format_: Sequence[str]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Each ending a document comes in, and what makes it; writers are imported only when asked for."""
    naskah, lama = dokumen.naskah, dokumen.lama
    if lama is not None:
        if "docx" in format_:
            from notakesepakatan.write.docx.tracked import write_docx_tracked

            yield "docx", partial(write_docx_tracked, lama, naskah)
        return
    for jenis in format_:
        yield jenis, partial(write, jenis, naskah)
    if dokumen.lembar and "docx" in format_:
        from notakesepakatan.compose.peristiwa import KOLOM_LAPORAN
        from notakesepakatan.write.xlsx import write_lembar

        yield "xlsx", partial(write_lembar, "Laporan", KOLOM_LAPORAN, dokumen.lembar)


def _check_letters(daftar: Sequence[Sumber], naskah: Naskah) -> None:
    if not (asing := uncovered(naskah.isi)):
        return
    if asing - {huruf for sumber in daftar for huruf in sumber.teks}:
        raise TemplatBermasalah(
            "templates/",
            None,
            "memuat karakter yang tidak ada pada huruf mana pun: " + ", ".join(f"U+{ord(c):04X}" for c in sorted(asing)),
        )
    raise NaskahBermasalah(
        [
            Temuan(
                sumber.tempat(jalur), nama_kunci(jalur), "huruf",
                f'tidak ada huruf terpasang yang memuat "{satu}" (U+{ord(satu):04X})',
                "ganti karakter itu, atau pasang huruf yang memuatnya",
            )
            for sumber in daftar
            for jalur, teks in _texts(sumber.data, ())
            for satu in sorted(asing & set(teks))
        ]
    )  # fmt: skip


def _texts(data: Any, jalur: Jalur) -> Iterator[tuple[Jalur, str]]:
    if isinstance(data, str):
        yield jalur, data
    elif isinstance(data, dict):
        for kunci, isi in data.items():
            yield from _texts(isi, (*jalur, kunci))
    elif isinstance(data, list):
        for i, isi in enumerate(data):
            yield from _texts(isi, (*jalur, i))
