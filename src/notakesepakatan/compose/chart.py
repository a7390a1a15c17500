"""A bar chart as a picture that every writer can show: one bar a row, achieved against target in percent."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

_LEBAR = 1600
_BARIS = 44
_KIRI = 220
_SERATUS = 900
"""Width of a full bar, pixels; what goes beyond its target is drawn up to half as far again."""

_HITAM, _ABU, _BIRU, _MERAH = (0, 0, 0), (225, 225, 225), (70, 110, 160), (180, 80, 70)


def bar_chart(daftar: Sequence[tuple[str, int]]) -> bytes:
    """PNG of the bars; the same figures give the same bytes.

    Args:
        daftar: label and whole percent of each bar, at least one.
    """
    gambar = Image.new("RGB", (_LEBAR, _BARIS * len(daftar) + 70), "white")
    kuas, huruf = ImageDraw.Draw(gambar), ImageFont.load_default(24)
    for i, (label, persen) in enumerate(daftar):
        atas = 10 + i * _BARIS
        kuas.text((_KIRI - 12, atas + 6), label, _HITAM, huruf, "ra")
        kuas.rectangle((_KIRI, atas + 4, _KIRI + _SERATUS, atas + _BARIS - 8), _ABU)
        panjang = round(_SERATUS * min(persen, 150) / 100)
        if panjang:
            kuas.rectangle((_KIRI, atas + 4, _KIRI + panjang, atas + _BARIS - 8), _BIRU if persen >= 100 else _MERAH)
        kuas.text((_KIRI + max(panjang, _SERATUS) + 12, atas + 6), f"{persen}%", _HITAM, huruf)
    bawah = 10 + len(daftar) * _BARIS
    for tanda in (0, 25, 50, 75, 100):
        x = _KIRI + _SERATUS * tanda // 100
        kuas.line((x, 8, x, bawah), _HITAM if tanda in (0, 100) else (170, 170, 170), 2)
        kuas.text((x, bawah + 8), f"{tanda}%", _HITAM, huruf, "ma")
    hasil = BytesIO()
    gambar.save(hasil, "PNG")
    return hasil.getvalue()
