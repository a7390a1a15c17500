"""Pictures of a workspace (logos).

Proved to be what every writer can show before any of them sees it.
"""

import warnings
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from notakesepakatan.compose.templates import FaultyTemplate, Template
from notakesepakatan.errors import NotaError


class FaultyLogo(NotaError):
    """A logo named in the settings that cannot be used."""

    def __init__(self, file: str, sebab: str) -> None:
        super().__init__(
            f"templates/{file}: logo tidak dapat dipakai: {sebab}; perbaiki logo: atau "
            "lambang: yang menyebutnya, di pengaturan.yaml atau pada halaman: kesepakatannya"
        )


_KIND = ("PNG", "JPEG")
_PIXEL_LIMIT = 25_000_000


def read_picture(template: Template, file: str) -> bytes:
    """A PNG or JPEG of the templates folder, at most 1 MB and 25 million pixels.

    Raises:
        FaultyLogo: no such file there, or no such picture.
    """
    try:
        content = template.read(file)[1]
    except (FaultyTemplate, OSError):
        raise FaultyLogo(file, "berkas tidak ada di folder templates/") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(content), formats=_KIND) as picture:
                if picture.width * picture.height > _PIXEL_LIMIT:
                    raise FaultyLogo(
                        file, "gambar terlalu besar, lebih dari 25 juta piksel"
                    )
                if not 0.1 <= picture.width / picture.height <= 10:
                    raise FaultyLogo(
                        file, "terlalu memanjang, lebih dari sepuluh banding satu"
                    )
                picture.load()
                return _plain(picture)
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Warning,
        Image.DecompressionBombError,
    ):
        raise FaultyLogo(
            file, "bukan gambar PNG atau JPEG yang utuh, atau lebih dari 1 MB"
        ) from None


def _plain(picture: Image.Image) -> bytes:
    """The same picture as plain RGB PNG, which Word, PDF and browsers all read alike."""
    result = BytesIO()
    picture.convert(
        "RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB"
    ).save(result, "PNG")
    return result.getvalue()
