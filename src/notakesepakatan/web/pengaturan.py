"""The settings of the office as a form: each with what it does, faults beside their fields.

What the form does not know, such as the mail server, stays in the file as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from notakesepakatan.bureau.pengaturan import (
    KeptPengaturan,
    change_pengaturan,
    kept_pengaturan,
)
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.data import class_at, literals_at
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.place import DataPath
from notakesepakatan.temuan import Temuan
from notakesepakatan.web.context import short_paths, user, workspace
from notakesepakatan.web.editor.temuan import CHOICE
from notakesepakatan.web.forms import Isian, field_words
from notakesepakatan.web.guard.requests import needed
from notakesepakatan.workspace import ChangedMeanwhile

blueprint = Blueprint("pengaturan", __name__, url_prefix="/pengaturan")

Shape = Literal["teks", "baris", "kop", "logo"]


@dataclass(frozen=True)
class Setting:
    """One setting of the form.

    Attributes:
        path: where the file says it.
        label: what it is called.
        help: what it does.
        shape: one text; a list, a line each; by party its letterhead, or its logo.
        in_centimeters: whether it is a margin that the file says in centimetres, as it does
            below `halaman`; elsewhere in millimetres.
    """

    path: DataPath
    label: str
    help: str = ""
    shape: Shape = "teks"
    in_centimeters: bool = False

    @property
    def name(self) -> str:
        """The name of its field."""
        return ".".join(map(str, self.path))

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What may be chosen, with its words; nothing where it is typed."""
        known = literals_at(Pengaturan, self.path)
        return tuple((each, CHOICE.get(each, each)) for each in known)

    @property
    def usual(self) -> str:
        """What holds where the file says nothing."""
        section = class_at(Pengaturan, self.path[:-1])
        usual = section.model_fields[str(self.path[-1])].default
        if self.shape != "teks" or usual in (None, ""):
            return ""
        if self.in_centimeters:
            usual = usual / _MILLIMETERS
        return f"{usual:g}" if isinstance(usual, float) else str(usual)


_MILLIMETERS = 10
"""In a centimetre."""


def _margins(key: str, label: str) -> tuple[Setting, ...]:
    sides = ("atas", "bawah", "kiri", "kanan")
    return tuple(Setting((key, side), f"{label} {side}, mm") for side in sides)


_PER_PIHAK = "Satu pihak satu baris, namanya seperti pada naskahnya."
GROUPS: Mapping[str, Sequence[Setting]] = {
    "Kantor": (
        Setting(("zona",), "Zona waktu", "Menentukan hari ini."),
        Setting(
            ("pihak_kami",), "Nama pihak kantor ini", "Pengirim surat; kosong: pihak kesatu."
        ),
        Setting(
            ("ingatkan",),
            "Ingatkan",
            "Masa pemberitahuan dimulai sekian lama sebelum hari aman, mis. 90 hari.",
        ),
        Setting(
            ("waktu_muka",),
            "Waktu muka",
            "Surat diterbitkan sekian lama sebelum hari aman, mis. 30 hari.",
        ),
        Setting(("tarif_meterai",), "Tarif meterai, rupiah", "Angka saja."),
    ),
    "Surat": (
        Setting(
            ("tempat_surat",),
            "Tempat surat",
            "Pada tanggal surat kantor ini; kosong: kota pada kedudukan pengirim.",
        ),
        Setting(("tembusan",), "Tembusan", "Satu penerima satu baris.", "baris"),
        Setting(
            ("kop",),
            "Kepala surat",
            f"{_PER_PIHAK} Contoh: Pemerintah Kota Contoh: PEMERINTAH KOTA CONTOH; "
            "Jalan Balai Kota Nomor 1. Surat kepala daerah dan menteri berkop jabatannya.",
            "kop",
        ),
        Setting(
            ("lambang_kop",),
            "Lambang di atas kop jabatan",
            "Berkas dalam templates/ untuk surat kepala daerah dan menteri.",
        ),
        Setting(("huruf_nama_surat",), "Nama penanda tangan surat"),
        Setting(("huruf_surat",), "Jenis huruf surat"),
        *_margins("margin_surat", "Margin surat"),
    ),
    "Kertas dan huruf": (
        Setting(("kertas",), "Kertas"),
        Setting(("huruf",), "Jenis huruf naskah"),
        Setting(("ukuran_huruf",), "Ukuran huruf, pt", "Dari 8 sampai dengan 16."),
        *_margins("margin", "Margin naskah"),
        *_margins("margin_lampiran", "Margin lampiran"),
    ),
    "Tanda tangan dan paraf": (
        Setting(("urutan_tanda_tangan",), "Urutan tanda tangan"),
        Setting(("kolom_tanda_tangan",), "Tanda tangan berdampingan", "Dari 1 sampai dengan 4."),
        Setting(("halaman", "paraf"), "Kotak paraf di kaki halaman"),
    ),
    "Logo, sampul, dan nomor halaman": (
        Setting(
            ("logo",),
            "Logo",
            f"{_PER_PIHAK} Berkasnya PNG atau JPEG di dalam templates/. Contoh: "
            "Pemerintah Kota Contoh: logo/kota.png",
            "logo",
        ),
        Setting(("halaman", "letak_logo"), "Letak logo"),
        Setting(
            ("halaman", "lambang"),
            "Lambang",
            "Berkas dalam templates/: satu lambang, pengganti semua logo.",
        ),
        Setting(("halaman", "kop"), "Kepala surat di atas halaman pertama naskah"),
        Setting(("halaman", "sampul"), "Halaman sampul"),
        Setting(("halaman", "nomor_halaman"), "Nomor halaman"),
    ),
}  # fmt: skip
"""The settings of the form, as they stand on it."""
_EVERY = tuple(setting for group in GROUPS.values() for setting in group)
_CHANGED_MEANWHILE = (
    "Pengaturan diubah orang lain sejak halaman ini dibuka, dan belum ada yang disimpan. "
    "Muat ulang halaman ini, lalu isi lagi yang perlu."
)


@blueprint.get("")
@needed("pengesah")
def page() -> ResponseReturnValue:
    """The settings as they are."""
    kept = kept_pengaturan(workspace())
    typed = {setting.name: _read(kept, setting) for setting in _EVERY}
    return _page(Isian(typed), kept.hash, kept)


@blueprint.post("")
@needed("pengesah")
def save() -> ResponseReturnValue:
    """Put what was changed into the file.

    Raises:
        Busy, CannotRead, CannotWrite, FaultyNaskah, PointsOutside.
    """
    isian = Isian.posted()
    kept = kept_pengaturan(workspace())
    seen = isian.value.get("jejak", "")
    changes = dict(_changes(isian, kept))
    if seen != kept.hash:
        isian.add("", _CHANGED_MEANWHILE)
        return _page(isian, seen, kept), 409
    if not isian.valid:
        return _page(isian, seen, kept), 422
    if not changes:
        flash("Tidak ada yang berubah.")
        return redirect(url_for(".page"), 303)
    try:
        temuan = change_pengaturan(workspace(), kept, changes, user().nama)
    except ChangedMeanwhile:
        isian.add("", _CHANGED_MEANWHILE)
        return _page(isian, seen, kept), 409
    for found in temuan:
        isian.add(_field_of(found), short_paths(field_words(found)))
    if temuan:
        return _page(isian, seen, kept), 422
    flash("Pengaturan tersimpan. Naskah mengikutinya saat disusun berikutnya.")
    return redirect(url_for(".page"), 303)


def _page(isian: Isian, base: str, kept: KeptPengaturan) -> str:
    groups = {
        name: [_in_its_unit(kept, setting) for setting in of_group]
        for name, of_group in GROUPS.items()
    }
    every = (setting for of_group in groups.values() for setting in of_group)
    return render_template(
        "pengaturan.html",
        isian=isian,
        groups=groups,
        label={setting.name: setting.label for setting in every},
        base=base,
    )


def _in_its_unit(kept: KeptPengaturan, setting: Setting) -> Setting:
    """A setting as it is called where the file says it: margins in its own unit."""
    if _place(kept, setting)[:2] != ("halaman", "margin"):
        return setting
    label = setting.label.replace(", mm", ", cm")
    return replace(setting, label=label, in_centimeters=True)


def _place(kept: KeptPengaturan, setting: Setting) -> DataPath:
    """Where the file says a setting: below `halaman` where that goes before."""
    before = ("halaman", *setting.path)
    return before if get_at(kept.data, before) is not None else setting.path


def _read(kept: KeptPengaturan, setting: Setting) -> str:
    """A setting as it stands in its field."""
    value = get_at(kept.data, _place(kept, setting))
    if value is None:
        return ""
    if setting.shape in ("kop", "logo"):
        return "\n".join(f"{name}: {_joined(of)}" for name, of in value.items())
    return "\n".join(value) if isinstance(value, list) else str(value)


def _joined(lines: Any) -> str:
    return "; ".join(lines) if isinstance(lines, list) else str(lines)


def _changes(isian: Isian, kept: KeptPengaturan) -> Iterator[tuple[DataPath, Any]]:
    """What was typed otherwise than the file says it; what cannot be read is told."""
    for setting in _EVERY:
        in_lines = setting.shape != "teks"
        typed = isian.text(setting.name, row_counts=in_lines)
        if typed != _read(kept, setting):
            yield _place(kept, setting), _value(isian, setting, typed)


def _value(isian: Isian, setting: Setting, typed: str) -> Any:
    """What the data shall hold; None where the field was emptied."""
    if not typed:
        return None
    if setting.shape == "teks":
        return typed
    lines = [line.strip() for line in typed.split("\n") if line.strip()]
    if setting.shape == "baris":
        return lines
    result = dict[str, Any]()
    for line in lines:
        name, _, words = (piece.strip() for piece in line.partition(":"))
        if not (name and words):
            isian.add(setting.name, f'"{line[:60]}": tulis NAMA PIHAK: isinya.')
        result[name] = words if setting.shape == "logo" else _pieces(words)
    return result


def _pieces(words: str) -> list[str]:
    return [piece.strip() for piece in words.split(";") if piece.strip()]


def _field_of(temuan: Temuan) -> str:
    """The field that a finding is about; empty where it is about none of the form."""
    path = temuan.place.path
    ways = (path, path[1:]) if path[:1] == ("halaman",) else (path,)
    for way in ways:
        for setting in _EVERY:
            if way[: len(setting.path)] == setting.path:
                return setting.name
    return ""
