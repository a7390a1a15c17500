"""The naskah as a page of HTML with its styles inside: what a browser shows and WeasyPrint prints."""

import re
from base64 import b64encode
from html import escape

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.gaya import Gaya, Halaman

_DASAR = """\
html { font-family: %(huruf)s; font-size: %(ukuran)spt; line-height: %(spasi)spt; hyphens: none }
body { margin: 0 }
p, h1, h2, h3, h4, h5, h6 { margin: 0; font-size: inherit; font-weight: normal; orphans: 2; widows: 2;
  overflow-wrap: break-word; bookmark-level: none }
.kata { white-space: nowrap }
.label { display: inline-block; text-indent: 0; text-align: left; white-space: nowrap }
section { break-before: page }
section:first-child { break-before: auto }
table { width: 100%%; table-layout: fixed; border-collapse: collapse }
td, th { padding: 0; vertical-align: top; font-weight: normal }
th { vertical-align: middle }
thead { display: table-header-group }
tr { break-inside: avoid }
tr.tinggi { break-inside: auto }
tr.lanjut { break-after: avoid }
table.bergaris td, table.bergaris th { border: 0.5pt solid black; padding: 0 1mm }
table.utuh { break-inside: avoid }
img { height: 25mm }
img.lebar { height: auto; width: 100%% }
"""


def write_html(naskah: Naskah) -> bytes:
    """A complete document, UTF-8, that reads nothing from anywhere."""
    gaya = f"<style>\n{stylesheet(naskah)}</style>\n"
    return f"<!DOCTYPE html>\n{page(naskah, gaya)}".encode()


def page(naskah: Naskah, kepala: str = "") -> str:
    """The page as XHTML, `kepala` in its head; without it the styles are not in it."""
    return (
        f'<html lang="id">\n<head>\n<meta charset="utf-8"/>\n<title>{escape(naskah.judul)}</title>\n'
        f"{_meta(naskah)}{kepala}</head>\n<body>\n{_body(naskah)}</body>\n</html>\n"
    )


def _meta(naskah: Naskah) -> str:
    hasil = f'<meta name="author" content="{escape(naskah.pembuat)}"/>\n<meta name="generator" content="notakesepakatan"/>\n'
    if naskah.tanggal:
        hasil += f'<meta name="dcterms.created" content="{naskah.tanggal.isoformat()}"/>\n'
    return hasil


_TABEL_ATAU_TANDA = re.compile(r"(<table.*?</table>|<[^>]*>)", re.DOTALL)
_BERSAMBUNG = re.compile(r"(?<!\S)(?=\S{3,24}(?!\S))\S*\w[-/]\w\S*")


def _unbroken(isi: str) -> str:
    """Words joined by a hyphen or a slash stay on one line (`dan/atau`), but for those in the narrow cells of tables."""
    potong = _TABEL_ATAU_TANDA.split(isi)
    potong[::2] = (_BERSAMBUNG.sub(r'<span class="kata">\g<0></span>', teks) for teks in potong[::2])
    return "".join(potong)


def _body(naskah: Naskah) -> str:
    """The body as a browser sets it, with pictures as data: nothing is fetched."""
    # A break alone would glue the words together in the outline: "Pasal 1MAKSUD".
    isi = _unbroken(naskah.isi).replace("<br/>", " <br/>")
    for nama, data in naskah.gambar.items():
        jenis = "png" if data.startswith(b"\x89PNG") else "jpeg"
        uri = f"data:image/{jenis};base64,{b64encode(data).decode()}"
        isi = isi.replace(f'src="{nama}"', f'src="{uri}"')
    return isi


def stylesheet(naskah: Naskah) -> str:
    """CSS of the naskah's pages and paragraph styles."""
    huruf = ", ".join(f'"{nama}"' for nama in naskah.huruf) + ", serif"
    hasil = _DASAR % {"huruf": huruf, "ukuran": _n(naskah.ukuran), "spasi": _n(naskah.ukuran * 1.4)}
    hasil += "".join(_page_css(nama, halaman) for nama, halaman in naskah.halaman.items())
    return hasil + "".join(_style_css(kelas, gaya, naskah.ukuran) for kelas, gaya in naskah.gaya.items())


def _page_css(nama: str, h: Halaman) -> str:
    return (
        f"@page {nama} {{ size: {_n(h.lebar)}mm {_n(h.tinggi)}mm; "
        f"margin: {_n(h.atas)}mm {_n(h.kanan)}mm {_n(h.bawah)}mm {_n(h.kiri)}mm;\n"
        f"  @bottom-center {{ content: counter(page); font-size: 10pt }} }}\n"
        f"section.{nama} {{ page: {nama} }}\n"
    )


_RATA = {"kiri": "left", "tengah": "center", "kanan": "right", "penuh": "justify"}


def _style_css(kelas: str, g: Gaya, ukuran: float) -> str:
    aturan = [
        f"text-align: {_RATA[g.rata]}",
        f"margin: {_n(g.sebelum)}pt 0 {_n(g.sesudah)}pt {_n(g.masuk)}mm",
    ]
    if g.ukuran:
        aturan.append(f"font-size: {_n(g.ukuran)}pt")
    if g.ukuran or g.spasi:
        aturan.append(f"line-height: {_n(line_height(g, ukuran))}pt")
    if g.tebal:
        aturan.append("font-weight: bold")
    if g.miring:
        aturan.append("font-style: italic")
    if g.gantung:
        aturan.append(f"text-indent: -{_n(g.gantung)}mm")
    if g.lanjut:
        aturan.append("break-after: avoid")
    if g.utuh:
        aturan.append("break-inside: avoid")
    if g.tingkat:
        aturan.append(f"bookmark-level: {g.tingkat}")
    if g.garis_bawah:
        aturan.append("border-bottom: 1.5pt solid black; padding-bottom: 3pt")
    if g.bingkai:
        aturan.append("border: 0.5pt solid black; margin-left: auto; margin-right: auto; width: 25mm; padding: 3mm 0")
    hasil = f".{kelas} {{ {'; '.join(aturan)} }}\n"
    # An empty paragraph is a line high in Word and nothing in CSS.
    hasil += f".{kelas}:empty {{ height: {_n(line_height(g, ukuran))}pt }}\n"
    if g.gantung:
        hasil += f".{kelas} > .label {{ min-width: {_n(g.gantung)}mm }}\n"
    return hasil


def line_height(gaya: Gaya, ukuran: float) -> float:
    """Height of a line, points; 1.4 times the size unless the style says otherwise."""
    return gaya.spasi or (gaya.ukuran or ukuran) * 1.4


def _n(angka: float) -> str:
    """A number as short as CSS takes it: 12.0 -> 12."""
    return f"{angka:.3f}".rstrip("0").rstrip(".")
