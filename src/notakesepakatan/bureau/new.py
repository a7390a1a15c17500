"""A new draft from a handful of answers: the clause library filled in, proved to load before it is written."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from notakesepakatan.compose.templates import Templat
from notakesepakatan.compute.text.isian import TITIK
from notakesepakatan.errors import JawabanBermasalah, NaskahBermasalah, SlugTidakSah, SudahAda
from notakesepakatan.load.datum import parse, read_limited
from notakesepakatan.load.kesepakatan import Termuat, parse_kesepakatan
from notakesepakatan.load.messages import salvage
from notakesepakatan.model.jawaban import Jawaban
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.lists import gabung, huruf_ke
from notakesepakatan.words.numbers import urutan
from notakesepakatan.workspace.folders import BERKAS_KESEPAKATAN, RuangKerja, check_slug
from notakesepakatan.workspace.save import save

KLAUSUL = (
    "maksud_dan_tujuan", "objek", "ruang_lingkup", "tugas_dan_tanggung_jawab", "pelaksanaan", "jangka_waktu",
    "pembiayaan", "keadaan_kahar", "penyelesaian_perselisihan", "adendum", "surat_menyurat", "penutup",
)  # fmt: skip
"""Files of `templates/klausul/`, in the order of their pasal."""


def read_answers(berkas: Path | None, pilihan: Mapping[str, Any]) -> Jawaban:
    """Answers from a file, those given as options before it.

    Raises:
        NaskahBermasalah: an answer of the file is wrong.
        JawabanBermasalah: an answer given as an option is missing or wrong.
        TidakDapatDibaca: no such file.
    """
    dari_berkas = parse(Jawaban, read_limited(berkas), str(berkas))[0].model_dump(exclude_unset=True) if berkas else {}
    try:
        return parse(Jawaban, json.dumps({**dari_berkas, **pilihan}, ensure_ascii=False).encode(errors="replace"), "")[0]
    except NaskahBermasalah as sebab:
        raise JawabanBermasalah(sebab.daftar_temuan) from None


def path_for(ruang: RuangKerja, slug: str) -> Path:
    """Where the draft will stand.

    Raises:
        SlugTidakSah: the slug is malformed.
        SudahAda: there is such an agreement already.
    """
    berkas = ruang.agreements / check_slug(slug) / BERKAS_KESEPAKATAN
    if not berkas.parent.resolve().is_relative_to(ruang.agreements.resolve()):
        raise SlugTidakSah(slug)
    if berkas.exists():
        raise SudahAda(berkas)
    return berkas


def make_draft(ruang: RuangKerja, slug: str, jawaban: Jawaban) -> Path:
    """Write `agreements/<slug>/kesepakatan.yaml`.

    Raises:
        SlugTidakSah: the slug is malformed.
        NaskahBermasalah: an answer makes a text that does not load (a term that is no span of time, say).
        SudahAda: there is such an agreement already.
        TidakDapatDitulis: no right to write there.
    """
    berkas = path_for(ruang, slug)
    isi = draft_text(Templat(ruang.templates), jawaban).encode()
    parse_kesepakatan(isi, f"{berkas} (belum ditulis)")
    save(berkas, isi, timpa=False)
    return berkas


def check_answers(ruang: RuangKerja, isi: Mapping[str, Any]) -> tuple[Termuat | None, list[Temuan]]:
    """The draft that answers would make, with dots for what is not answered yet, and all that is wrong with them.

    Args:
        ruang: the workspace.
        isi: the answers so far, as `read_answers` takes them.

    Returns:
        The draft, None where an answer stands in its way; and findings, each with the key of its answer where it has one.
    """
    try:
        read_answers(None, isi)
        temuan = list[Temuan]()
    except JawabanBermasalah as sebab:
        temuan = list(sebab.daftar_temuan)
    pihak = [{"nama": TITIK, "jabatan": TITIK, **satu} for satu in isi.get("para_pihak", ())]
    pihak += [{"nama": TITIK, "jabatan": TITIK}] * (2 - len(pihak))
    jawaban = salvage(Jawaban, {"judul": TITIK, **isi, "para_pihak": pihak})
    if jawaban is None:
        return None, temuan
    try:
        return parse_kesepakatan(draft_text(Templat(ruang.templates), jawaban).encode(errors="replace"), "konsep"), temuan
    except NaskahBermasalah as sebab:
        sudah = {t.kunci for t in temuan}
        return None, temuan + [t for t in sebab.daftar_temuan if t.kunci not in sudah]


def suggest_slug(ruang: RuangKerja, judul: str, tahun: int) -> str:
    """A free name of a folder from the title: "Pelayanan Kesehatan" -> "pelayanan-kesehatan-2027"."""
    kata = re.findall(r"[a-z0-9]+", judul.lower())[:4]
    dasar = "-".join([*kata, str(tahun)])[:90]
    nama, n = dasar, 2
    while (ruang.agreements / nama).exists():
        nama, n = f"{dasar}-{n}", n + 1
    return nama


def draft_text(templat: Templat, jawaban: Jawaban) -> str:
    """YAML of the draft. Every answer goes in as a quoted scalar, whatever it holds."""
    kunci = [urutan(i).replace(" ", "_") for i in range(1, len(jawaban.para_pihak) + 1)]
    isi = {nama: getattr(jawaban, nama) for nama in Jawaban.model_fields}
    isi |= {
        "lingkup": tuple(map(bare_item, jawaban.lingkup)) or (jawaban.judul,),
        "kunci_pihak": kunci,
        "klausul": KLAUSUL,
        "huruf_pertimbangan": gabung([f"huruf {huruf_ke(i)}" for i in range(1, len(kunci) + 1)]),
    }
    return re.sub(r"\n{3,}", "\n\n", templat.render_yaml("baru/kesepakatan.yaml.j2", isi))


def bare_item(butir: str) -> str:
    """An item of the scope without the stops and the capital it may have been typed with: the list brings its own."""
    bersih = re.sub(r"(?:[\s;,.]|;\s*(?:dan|atau))+$", "", butir)
    return bersih[:1].lower() + bersih[1:] if bersih[1:2].islower() else bersih
