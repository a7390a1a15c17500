"""A naskah to bytes by the name of its format. Light, so that another process has it at once."""

from collections.abc import Callable

from notakesepakatan.naskah import Naskah


def write(kind: str, naskah: Naskah) -> bytes:
    """The bytes of a naskah in a format.

    A function of a module, so that another process may do it.
    """
    return writer(kind)(naskah)


def writer(kind: str) -> Callable[[Naskah], bytes]:
    """The writer of a format, imported only when asked for: WeasyPrint alone takes a
    quarter of a second.
    """
    if kind == "docx":
        from notakesepakatan.write.docx import write_docx

        return write_docx
    if kind == "pdf":
        from notakesepakatan.write.pdf import write_pdf

        return write_pdf
    if kind == "html":
        from notakesepakatan.write.html import write_html

        return write_html
    from notakesepakatan.write.txt import write_txt

    return write_txt
