"""All documents of the workspace into output/, made aside: one run at a time, how far it is, what failed."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import cast

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.errors import NotaError
from notakesepakatan.press.order import Pesanan
from notakesepakatan.press.plan import Hasil, Plan, plan
from notakesepakatan.press.processes import cores
from notakesepakatan.press.run import Cara, susun
from notakesepakatan.web.context import ruang
from notakesepakatan.web.guard.requests import catat_jejak, perlu

blueprint = Blueprint("susun", __name__, url_prefix="/susun")
_log = logging.getLogger("notakesepakatan.web")
_JALAN = "meja.susun"
_KUNCI = Lock()
_PALING_TAMPIL = 100


@dataclass
class Jalan:
    """One run: how many agreements, what became of those that are done, why it stopped before its end, which are no more."""

    jumlah: int
    hasil: list[Hasil] = field(default_factory=list)
    selesai: bool = False
    sebab: str = ""
    hilang: Sequence[Hasil] = ()

    @property
    def gagal(self) -> Sequence[Hasil]:
        """Agreements that could not be made."""
        return [satu for satu in self.hasil if satu.masalah]

    @property
    def usang(self) -> Sequence[Path]:
        """Documents of earlier runs that nothing makes any more."""
        return [berkas for satu in (*self.hasil, *self.hilang) for berkas in satu.usang]

    @property
    def berkas(self) -> int:
        """Files written."""
        return sum(len(satu.berkas) for satu in self.hasil)


def _last() -> Jalan | None:
    return cast(Jalan | None, current_app.extensions.get(_JALAN))


@blueprint.get("")
@perlu("penyusun")
def halaman() -> ResponseReturnValue:
    """What is to be made, and the run that is under way or was the last."""
    jalan = _last()
    kerja = None if jalan and not jalan.selesai else plan(ruang(), (), Pesanan())
    return render_template("susun.html", kerja=kerja, jalan=jalan, paling=_PALING_TAMPIL)


@blueprint.get("/kemajuan")
@perlu("penyusun")
def kemajuan() -> ResponseReturnValue:
    """Only how far it is, for the page to be kept current."""
    return render_template("_susun.html", jalan=_last(), paling=_PALING_TAMPIL)


@blueprint.post("")
@perlu("penyusun")
def mulai() -> ResponseReturnValue:
    """Begin a run, unless one is under way."""
    paksa = bool(request.form.get("paksa"))
    with _KUNCI:
        if (jalan := _last()) and not jalan.selesai:
            flash("Penyusunan yang tadi masih berjalan.")
            return redirect(url_for(".halaman"), 303)
        kerja = plan(ruang(), (), Pesanan(), paksa=paksa)
        catat_jejak(f"menyusun naskah {len(kerja.perlu)} kesepakatan ke output/")
        jalan = Jalan(len(kerja.gagal) + len(kerja.perlu), list(kerja.gagal), hilang=kerja.hilang)
        Thread(target=_run, args=(jalan, kerja), daemon=True).start()
        current_app.extensions[_JALAN] = jalan
    return redirect(url_for(".halaman"), 303)


def _run(jalan: Jalan, kerja: Plan) -> None:
    # Other threads answer meanwhile: nothing is forked from this process, and how many processes there are is said.
    cara = Cara(proses=cores() if len(kerja.perlu) > 1 else 1)
    try:
        for satu in susun(kerja, cara):
            jalan.hasil.append(satu)
        kerja.settle()
    except NotaError as sebab:
        jalan.sebab = str(sebab)
    except Exception:
        _log.exception("susun")
        jalan.sebab = "Ada kesalahan di dalam program. Beri tahu pengelola program."
    finally:
        jalan.selesai = True
