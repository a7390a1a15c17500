"""The register: what needs action first, searched as one types, as a sheet."""

from typing import get_args

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.register import KOLOM_DAFTAR, Saringan
from notakesepakatan.compute.time.register import Status
from notakesepakatan.desk.register import GOLONGAN, URUTAN, HalamanDaftar, IsiPapan, Permintaan, group_of, select, select_page
from notakesepakatan.web.context import hari_ini, papan
from notakesepakatan.web.downloads import file_answer
from notakesepakatan.words.tanggal import parse_iso
from notakesepakatan.write.xlsx import write_lembar

blueprint = Blueprint("daftar", __name__)
STATUS = get_args(Status)
_KEPALA = (
    ("judul", "Kesepakatan"), ("status", "Status"), ("berakhir", "Berakhir"), ("tenggat", "Tenggat berikutnya"),
)  # fmt: skip


@blueprint.get("/")
def halaman() -> ResponseReturnValue:
    """The whole page."""
    isi, minta, terpilih = _asked()
    return render_template("daftar.html", daftar_status=STATUS, **_names(isi, minta, terpilih))


@blueprint.get("/daftar/potongan")
def potongan() -> ResponseReturnValue:
    """Only the table, for the search as one types."""
    return render_template("_daftar.html", **_names(*_asked()))


@blueprint.get("/daftar.xlsx")
def lembar() -> ResponseReturnValue:
    """All that fit, as a sheet."""
    isi, minta, _ = _asked()
    data = write_lembar("Daftar kesepakatan", KOLOM_DAFTAR, [baris.data() for baris in select(isi, minta)])
    return file_answer(data, f"daftar-kesepakatan-{hari_ini().isoformat()}.xlsx")


def _asked() -> tuple[IsiPapan, Permintaan, HalamanDaftar]:
    """The register, what the address asks of it, and the page that answers; what makes no sense asks nothing."""
    tanya = request.args
    try:
        sebelum = parse_iso(tanya.get("sebelum", ""))
    except ValueError:
        sebelum = None
    status = tuple(satu for satu in tanya.getlist("status") if satu in STATUS)
    kata = tuple(tanya.get("q", "")[:200].split())
    urut = tanya.get("urut", "")
    minta = Permintaan(
        Saringan(status, tanya.get("pihak", "")[:200].strip(), sebelum, kata),
        0 if tanya.get("perlu") else None,
        urut if urut.removeprefix("-") in URUTAN else "tindakan",
        tanya.get("halaman", 1, type=int),
    )
    isi = papan().on(hari_ini())
    return isi, minta, select_page(isi, minta)


def _names(isi: IsiPapan, minta: Permintaan, terpilih: HalamanDaftar) -> dict[str, object]:
    """What the templates name."""
    tanya = {nama: nilai for nama, nilai in request.args.lists() if nama not in ("urut", "halaman") and any(nilai)}
    golongan = [(b, GOLONGAN[group_of(b)] if minta.urut == "tindakan" else "") for b in terpilih.baris]
    return {
        "isi": isi, "minta": minta, "halaman": terpilih, "tanya": tanya, "kepala": _KEPALA, "baris_bergolongan": golongan,
        "banyak": len(isi.baris),
    }  # fmt: skip
