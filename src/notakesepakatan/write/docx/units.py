"""What every part of a DOCX shares: its namespaces, and lengths as Word counts them."""

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twentieths(mm: float) -> int:
    """Millimetres in twentieths."""
    return round(mm * 1440 / 25.4)


def twentieths_of_points(pt: float) -> int:
    """Points in twentieths."""
    return round(pt * 20)


def half_points(pt: float) -> int:
    """Points in half points, Word's unit of font size."""
    return round(pt * 2)
