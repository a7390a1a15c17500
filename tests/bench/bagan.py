"""The chart: times of one document as bars, a panel for each group, each panel on a scale of its own from zero."""

from collections.abc import Sequence
from html import escape

from bench.ukur import Kelompok

_LEBAR, _BARIS, _LABEL, _NILAI = 720, 26, 190, 80
_GAYA = """\
<style>
text { font: 13px sans-serif; fill: #24292f } .judul { font-weight: bold }
.kita { fill: #1a7f5a } .lawan { fill: #9aa4ae }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .kita { fill: #3fb98a } .lawan { fill: #6e7781 } }
</style>
"""


def chart(daftar: Sequence[Kelompok]) -> str:
    """An SVG that reads on a light page and on a dark one; the first bar of a panel is ours."""
    isi, y = list[str](), 0
    for satu in daftar:
        if not satu.batang:
            continue
        isi.append(
            f'<text class="judul" x="0" y="{y + 18}">{escape(satu.judul)}, ms</text>'
        )
        terbesar = max(detik for _, detik in satu.batang)
        for i, (nama, detik) in enumerate(satu.batang):
            y += _BARIS
            panjang = max(1.0, (_LEBAR - _LABEL - _NILAI) * detik / terbesar)
            kelas = "lawan" if i else "kita"
            isi += [
                f'<text x="{_LABEL - 8}" y="{y + 18}" text-anchor="end">{escape(nama)}</text>',
                f'<rect class="{kelas}" x="{_LABEL}" y="{y + 5}" width="{panjang:.1f}" height="{_BARIS - 8}" rx="2"/>',
                f'<text x="{_LABEL + panjang + 6:.1f}" y="{y + 18}">{1000 * detik:,.1f}</text>',
            ]
        y += _BARIS + 10
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEBAR} {y}" width="{_LEBAR}" height="{y}">\n'
        f"{_GAYA}{chr(10).join(isi)}\n</svg>\n"
    )
