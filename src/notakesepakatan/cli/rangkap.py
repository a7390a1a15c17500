"""`nota rangkap`: who holds which duplicate."""

import click


@click.command("rangkap", options_metavar="[PILIHAN]")
@click.argument("slug", metavar="NAMA")
@click.option("--json", "json_", is_flag=True, help="Cetak sebagai JSON.")
@click.pass_obj
def perintah(ruang: str, /, slug: str, json_: bool) -> None:
    """Siapa memegang rangkap mana, yang mana bermeterai, dan di mana disimpan.

    Penyerahan dicatat dengan "nota catat NAMA penyerahan_rangkap --rangkap N --penerima … --penyimpanan …", yang juga
    menyusun tanda terimanya.

    \b
    Contoh:
      nota rangkap bp2mi-pekalongan-2022
    """
    import json
    from pathlib import Path

    from notakesepakatan.bureau.register import duplicates
    from notakesepakatan.workspace.folders import RuangKerja

    daftar = duplicates(RuangKerja(Path(ruang)), slug)
    if json_:
        click.echo(json.dumps(daftar, ensure_ascii=False, indent=2, default=str))
        return
    for satu in daftar:
        keadaan = (
            f"bermeterai pada tanda tangan {satu['meterai_pada']}" if satu["meterai_pada"] else "tanpa meterai, paraf hierarki"
        )
        serah = f"diserahkan {satu['diserahkan']} kepada {satu['penerima'] or '-'}, disimpan {satu['penyimpanan'] or '-'}"
        click.echo(f"{satu['rangkap']}  {satu['pemegang']}  {keadaan}  {serah if satu['diserahkan'] else 'belum diserahkan'}")
