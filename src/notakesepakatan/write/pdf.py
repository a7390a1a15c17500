"""PDF/A-3u through WeasyPrint: the source YAML attached, an outline, nothing fetched from anywhere."""

import gc
from datetime import UTC, datetime, time
from typing import Any

from notakesepakatan.errors import PustakaSistemTidakAda
from notakesepakatan.naskah import Naskah
from notakesepakatan.write.html import write_html

PAKET_PANGO = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_TANPA_TANGGAL = datetime(2000, 1, 1, tzinfo=UTC)


def write_pdf(naskah: Naskah) -> bytes:
    """The document as PDF/A-3u.

    Raises:
        PustakaSistemTidakAda: Pango is not on this machine.
    """
    weasyprint = import_weasyprint()
    # Pictures are in the page already; a template that names any other source gets nothing.
    penolak = weasyprint.urls.URLFetcher(allowed_protocols={"data"})
    waktu = datetime.combine(naskah.tanggal, time(), UTC) if naskah.tanggal else _TANPA_TANGGAL
    lampiran = []
    if naskah.sumber:
        nama, isi = naskah.sumber
        lampiran.append(
            weasyprint.Attachment(
                string=isi, name=nama, description="Data sumber naskah ini", created=waktu, modified=waktu,
                relationship="Source", url_fetcher=penolak,
            )
        )  # fmt: skip
    hidup = gc.isenabled()
    # A render makes a great many long-lived objects; collecting among them only costs time.
    gc.disable()
    try:
        dokumen = weasyprint.HTML(string=write_html(naskah).decode(), url_fetcher=penolak)
        hasil: bytes = dokumen.write_pdf(attachments=lampiran, pdf_variant="pdf/a-3u")
    finally:
        if hidup:
            gc.enable()
    return hasil


def import_weasyprint() -> Any:
    """The library, or one clear sentence.

    Raises:
        PustakaSistemTidakAda: Pango is not on this machine.
    """
    try:
        import weasyprint
    except OSError:
        raise PustakaSistemTidakAda("Pustaka Pango, yang dibutuhkan untuk membuat PDF,", PAKET_PANGO) from None
    return weasyprint
