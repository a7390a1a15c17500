"""Plain text: one paragraph a line, a row of a table one line with tabs between its cells."""

from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Baris, Paragraf, Seksi


def write_teks(naskah: Naskah) -> bytes:
    """UTF-8, every line ended by "\\n"; an empty paragraph (space for a signature) gives no line."""
    return "".join(baris + "\n" for seksi in naskah.seksi for baris in _lines(seksi)).encode()


def _lines(seksi: Seksi) -> list[str]:
    hasil = []
    for blok in seksi.blok:
        if isinstance(blok, Paragraf):
            hasil.append(blok.teks)
        else:
            hasil += _table_lines(blok.baris)
    return [baris for baris in hasil if baris.strip()]


def _table_lines(daftar: tuple[Baris, ...]) -> list[str]:
    """Cells stay in their columns: what a span covers is an empty cell."""
    hasil, sisa = list[str](), dict[int, int]()
    for baris in daftar:
        kata: list[str] = []
        for sel in baris.sel:
            _cover(kata, sisa)
            for i in range(sel.kolom):
                if sel.baris > 1:
                    sisa[len(kata)] = sel.baris - 1
                kata.append(" ".join(p.teks for p in sel.isi) if i == 0 else "")
        _cover(kata, sisa)
        hasil.append("\t".join(kata))
    return hasil


def _cover(kata: list[str], sisa: dict[int, int]) -> None:
    while sisa.get(len(kata)):
        sisa[len(kata)] -= 1
        kata.append("")
