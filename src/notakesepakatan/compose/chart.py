"""A bar chart as a picture that every writer can show.

One bar a row, achieved against target in percent.
"""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from notakesepakatan.words.numbers import one_decimal

_WIDTH = 1600
_LINE = 44
_LEFT = 220
_HUNDRED = 900
"""Width of a full bar, pixels; what goes beyond its target is drawn up to half as far again."""

_BLACK, _GREY, _DARK, _LIGHT = (
    (0, 0, 0),
    (225, 225, 225),
    (40, 70, 120),
    (140, 165, 205),
)
"""Dark what is reached, lighter what is not yet: a copier keeps them apart."""


def bar_chart(items: Sequence[tuple[str, float]]) -> bytes:
    """PNG of the bars; the same figures give the same bytes.

    Args:
        items: label and percent of each bar, at least one.
    """
    picture = Image.new("RGB", (_WIDTH, _LINE * len(items) + 70), "white")
    brush, huruf = ImageDraw.Draw(picture), ImageFont.load_default(24)
    for i, (label, percent) in enumerate(items):
        above = 10 + i * _LINE
        brush.text((_LEFT - 12, above + 6), label, _BLACK, huruf, "ra")
        brush.rectangle((_LEFT, above + 4, _LEFT + _HUNDRED, above + _LINE - 8), _GREY)
        length = round(_HUNDRED * min(percent, 150) / 100)
        if length:
            brush.rectangle(
                (_LEFT, above + 4, _LEFT + length, above + _LINE - 8),
                _DARK if percent >= 100 else _LIGHT,
            )
        brush.text(
            (_LEFT + max(length, _HUNDRED) + 12, above + 6),
            f"{one_decimal(percent)}%",
            _BLACK,
            huruf,
        )
    below = 10 + len(items) * _LINE
    for mark in (0, 25, 50, 75, 100):
        x = _LEFT + _HUNDRED * mark // 100
        brush.line((x, 8, x, below), _BLACK if mark in (0, 100) else (170, 170, 170), 2)
        brush.text((x, below + 8), f"{mark}%", _BLACK, huruf, "ma")
    result = BytesIO()
    picture.save(result, "PNG")
    return result.getvalue()
