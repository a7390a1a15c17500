"""The plain script a bureau would write around WeasyPrint: finished HTML in, PDF out."""

import sys

from weasyprint import HTML, Attachment

HTML(filename=sys.argv[1]).write_pdf(
    sys.argv[2],
    pdf_variant="pdf/a-3a",
    attachments=[Attachment(filename=sys.argv[3], relationship="Source")],
)
