"""`nota web`: the desk in a browser."""

import click


@click.command("web", options_metavar="[PILIHAN]")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8020,
    show_default=True,
    metavar="N",
    help="Port peladen.",
)
@click.option(
    "--alamat",
    default="127.0.0.1",
    show_default=True,
    metavar="A",
    help="Alamat peladen; 0.0.0.0 untuk seluruh kantor.",
)
@click.option(
    "--asal",
    "origin",
    default="",
    metavar="URL",
    help="Alamat yang diketik orang, bila di belakang peladen TLS: https://meja.kota.go.id.",
)
@click.option(
    "--proksi",
    "proxies",
    multiple=True,
    metavar="ALAMAT",
    help="Alamat IP peladen TLS itu, bila di mesin lain; boleh berulang. "
    "Hanya kepadanya meja percaya tentang alamat pengunjung.",
)
@click.option(
    "--tanpa-browser", "no_browser", is_flag=True, help="Jangan membuka peramban."
)
@click.pass_obj
def command(
    folder: str,
    /,
    port: int,
    alamat: str,
    origin: str,
    proxies: tuple[str, ...],
    no_browser: bool,
) -> None:
    """Buka meja: daftar, naskah, peristiwa, dan surat di peramban.

    Tanpa akun, meja hanya dapat dibuka dari komputer ini. Untuk seluruh kantor, buat
    akun dahulu dengan "nota pengguna". Berhenti dengan Ctrl-C.

    \b
    Contoh:
      nota web
      nota web --port 8080 --tanpa-browser
      nota web --alamat 0.0.0.0
      nota web --alamat 0.0.0.0 --asal https://meja.kota.go.id --proksi 192.168.1.10
    """
    import signal
    import sys
    from pathlib import Path

    from notakesepakatan.bureau.zona import zona_remark
    from notakesepakatan.load.opened import Opened
    from notakesepakatan.web.guard.server import (
        Position,
        check_origin,
        check_proxies,
        open_desk,
    )
    from notakesepakatan.workspace import Workspace

    position = Position(
        alamat,
        port,
        check_origin(origin) if origin else "",
        check_proxies(proxies, origin),
    )
    workspace = Workspace(Path(folder).resolve())
    server, target = open_desk(workspace, position)
    click.echo(f"Meja siap di {target}/ (berhenti dengan Ctrl-C)")
    remark = zona_remark(Opened(workspace).pengaturan.zona)
    if remark:
        click.echo(remark, err=True)
    if position.only_here and not no_browser:
        import webbrowser

        webbrowser.open(f"{target}/")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server.run()
