"""The formats of documents as an option of a command: "docx,pdf" in, their endings out."""

import click

FORMATS = ("docx", "pdf", "txt", "html")
DEFAULT = "docx,pdf,txt"

FORMAT_OPTION = click.option(
    "--format",
    "format_names",
    default=DEFAULT,
    show_default=True,
    metavar="FORMAT",
    help="docx, pdf, txt, html.",
)


def parse_formats(text: str) -> tuple[str, ...]:
    """The formats of "docx,pdf".

    Raises:
        click.BadParameter: one that is not known.
    """
    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",")))
    for name in names:
        if name not in FORMATS:
            known = ", ".join(FORMATS)
            raise click.BadParameter(
                f'"{name}" tidak dikenal; pilih dari {known}, dipisah koma'
            )
    return names
