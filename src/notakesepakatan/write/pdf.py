"""PDF/A-3u through WeasyPrint: the source YAML attached, an outline, nothing fetched from anywhere."""

from datetime import UTC, datetime, time
from threading import Lock
from xml.etree import ElementTree

from notakesepakatan.collector import collector_off
from notakesepakatan.naskah import Naskah
from notakesepakatan.write.html import page, stylesheet
from notakesepakatan.write.pdf_engine import mesin, sheet

_TANPA_TANGGAL = datetime(2000, 1, 1, tzinfo=UTC)
_GILIRAN = Lock()
"""One document at a time: the machine that sets pages is not made for several threads."""


def write_pdf(naskah: Naskah) -> bytes:
    """The document as PDF/A-3u.

    Raises:
        PustakaSistemTidakAda: Pango is not on this machine.
    """
    with _GILIRAN, collector_off():
        return _write(naskah)


def _write(naskah: Naskah) -> bytes:
    m = mesin()
    waktu = datetime.combine(naskah.tanggal, time(), UTC) if naskah.tanggal else _TANPA_TANGGAL
    lampiran = []
    if naskah.sumber:
        nama, isi = naskah.sumber
        lampiran.append(
            m.pustaka.Attachment(
                string=isi, name=nama, description="Data sumber naskah ini", created=waktu, modified=waktu,
                relationship="Source", url_fetcher=m.penolak,
            )
        )  # fmt: skip
    # Ours and well-formed; composing has read its blocks already, and no DTD can stand inside an element.
    dokumen = m.halaman(ElementTree.fromstring(page(naskah)))  # noqa: S314
    hasil: bytes = dokumen.write_pdf(
        stylesheets=[sheet(stylesheet(naskah))], font_config=m.huruf, attachments=lampiran, pdf_variant="pdf/a-3u"
    )
    return hasil
