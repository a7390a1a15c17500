"""Pictures of a workspace (logos), proved to be what every writer can show before any of them sees it."""

import warnings
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from notakesepakatan.compose.templates import Templat
from notakesepakatan.errors import LogoBermasalah, TemplatBermasalah

_JENIS = ("PNG", "JPEG")
_BATAS_PIKSEL = 25_000_000


def read_picture(templat: Templat, berkas: str) -> bytes:
    """A PNG or JPEG of the templates folder, at most 1 MB and 25 million pixels.

    Raises:
        LogoBermasalah: no such file there, or no such picture.
    """
    try:
        isi = templat.read(berkas)[1]
    except (TemplatBermasalah, OSError):
        raise LogoBermasalah(berkas, "berkas tidak ada di folder templates/") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(isi), formats=_JENIS) as gambar:
                if gambar.width * gambar.height > _BATAS_PIKSEL:
                    raise LogoBermasalah(berkas, "gambar terlalu besar, lebih dari 25 juta piksel")
                if not 0.1 <= gambar.width / gambar.height <= 10:
                    raise LogoBermasalah(berkas, "terlalu memanjang, lebih dari sepuluh banding satu")
                gambar.load()
                return _plain(gambar)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Warning, Image.DecompressionBombError):
        raise LogoBermasalah(berkas, "bukan gambar PNG atau JPEG yang utuh, atau lebih dari 1 MB") from None


def _plain(gambar: Image.Image) -> bytes:
    """The same picture as plain RGB PNG, which Word, PDF and browsers all read alike."""
    hasil = BytesIO()
    gambar.convert("RGBA" if "A" in gambar.getbands() or "transparency" in gambar.info else "RGB").save(hasil, "PNG")
    return hasil.getvalue()
