"""`nota skema`: the JSON Schema that lets an editor complete and underline."""

import click


@click.command("skema", options_metavar="")
def command() -> None:
    """Cetak JSON Schema dari kesepakatan.yaml, untuk penyunting yang melengkapi dan
    menggarisbawahi.

    \b
    Contoh:
      nota skema > kesepakatan.schema.json
    """
    from notakesepakatan.load.yaml.schema import schema_text

    click.echo(schema_text(), nl=False)
