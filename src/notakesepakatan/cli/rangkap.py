"""`nota rangkap`: who holds which duplicate."""

import json
from collections.abc import Mapping

import click


@click.command("rangkap", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option("--json", "json_wanted", is_flag=True, help="Cetak sebagai JSON.")
@click.pass_obj
def command(folder: str, /, slug: str, json_wanted: bool) -> None:
    """Siapa memegang rangkap mana, yang mana bermeterai, dan di mana disimpan.

    Penyerahan dicatat dengan "nota catat NAMA penyerahan_rangkap --rangkap N --penerima
    … --penyimpanan …", yang juga menyusun tanda terimanya.

    \b
    Contoh:
      nota rangkap bp2mi-pekalongan-2022
    """
    from pathlib import Path

    from notakesepakatan.bureau.register import rangkap_list_of
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    rows = rangkap_list_of(Opened(Workspace(Path(folder))), slug)
    if json_wanted:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=str))
        return
    for row in rows:
        click.echo(_line(row))


def _line(row: Mapping[str, object]) -> str:
    """One duplicate: who holds it, whether it is stamped, and where it was taken."""
    stamp = "tanpa meterai"
    if row["meterai_pada"]:
        stamp = f"bermeterai pada tanda tangan {row['meterai_pada']}"
    if row["paraf"]:
        stamp += ", paraf hierarki"
    handed = "belum diserahkan"
    if row["diserahkan"]:
        penerima = row["penerima"] or "-"
        penyimpanan = row["penyimpanan"] or "-"
        handed = (
            f"diserahkan {row['diserahkan']} kepada {penerima}, disimpan {penyimpanan}"
        )
    return f"{row['rangkap']}  {row['pemegang']}  {stamp}  {handed}"
