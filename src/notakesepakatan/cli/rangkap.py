"""`nota rangkap`: who holds which duplicate."""

import click


@click.command("rangkap", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option("--json", "json_", is_flag=True, help="Cetak sebagai JSON.")
@click.pass_obj
def command(folder: str, /, slug: str, json_: bool) -> None:
    """Siapa memegang rangkap mana, yang mana bermeterai, dan di mana disimpan.

    Penyerahan dicatat dengan "nota catat NAMA penyerahan_rangkap --rangkap N --penerima …
    --penyimpanan …", yang juga
    menyusun tanda terimanya.

    \b
    Contoh:
      nota rangkap bp2mi-pekalongan-2022
    """
    import json
    from pathlib import Path

    from notakesepakatan.bureau.register import duplicates
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.workspace import Workspace

    items = duplicates(Opened(Workspace(Path(folder))), slug)
    if json_:
        click.echo(json.dumps(items, ensure_ascii=False, indent=2, default=str))
        return
    for one in items:
        state = (
            f"bermeterai pada tanda tangan {one['meterai_pada']}"
            if one["meterai_pada"]
            else "tanpa meterai, paraf hierarki"
        )
        click.echo(f"{one['rangkap']}  {one['pemegang']}  {state}  {_handed_over(one)}")


def _handed_over(duplicate: dict[str, object]) -> str:
    if not duplicate["diserahkan"]:
        return "belum diserahkan"
    penerima = duplicate["penerima"] or "-"
    penyimpanan = duplicate["penyimpanan"] or "-"
    return f"diserahkan {duplicate['diserahkan']} kepada {penerima}, disimpan {penyimpanan}"
