"""A new draft: a handful of answers in, the clauses filled with them out, proved to load."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from notakesepakatan.bureau.induk import facts_of
from notakesepakatan.compose.templates import Template
from notakesepakatan.compute.text.instrumen import names_of_jenis
from notakesepakatan.compute.text.isian import POINT
from notakesepakatan.errors import FaultyNaskah, NotaError
from notakesepakatan.load.instrumen import load_instrumen, package_instrumen
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.yaml.datum import parse
from notakesepakatan.load.yaml.messages import salvage
from notakesepakatan.model.induk import Induk
from notakesepakatan.model.instrumen import Instrumen, InstrumenList
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.jawaban import Jawaban, LikeJawaban
from notakesepakatan.place import Place
from notakesepakatan.temuan import Position, Temuan
from notakesepakatan.words.lists import merge, nth_huruf
from notakesepakatan.words.numbers import order
from notakesepakatan.words.tanggal import LONG_PATTERN, parse_long
from notakesepakatan.workspace import COMMAND_LINE, Workspace
from notakesepakatan.workspace.contents import read_limited
from notakesepakatan.workspace.save import AlreadyThere


class FaultyJawaban(NotaError):
    """Answers of `nota baru` that are missing or wrong; they stand in no file."""

    def __init__(self, temuan: Sequence[Temuan]) -> None:
        self.temuan = tuple(temuan)
        super().__init__(
            "\n".join(
                f"jawaban {found.kunci}: {found.message}; {found.saran}"
                for found in temuan
            )
        )


_USUAL = "nota-sinergi"
"""The instrument of a draft of which nothing is known."""
USUAL_TERM = "5 tahun"
_INDUK = re.compile(
    r"(?P<jenis>[^\d]+?) Nomor (?P<nomor>.+?) "
    rf"tanggal (?P<tanggal>{LONG_PATTERN}) tentang (?P<judul>.+)"
)
_KUASA = re.compile(
    r"(?P<jenis>Surat Kuasa(?: Khusus)?) (?P<pemberi>.+?) Nomor (?P<nomor>.+?) "
    rf"tanggal (?P<tanggal>{LONG_PATTERN})"
)


def read_jawaban(file: Path | None, choice: Mapping[str, Any]) -> Jawaban:
    """Answers from a file, those given as options before it.

    Raises:
        FaultyNaskah: an answer of the file is wrong.
        FaultyJawaban: an answer given as an option is missing or wrong.
        CannotRead: no such file.
    """
    jawaban_typed = {**(_jawaban_in(file) if file else {}), **choice}
    text = json.dumps(jawaban_typed, ensure_ascii=False)
    try:
        return parse(Jawaban, text.encode(errors="replace"), "")[0]
    except FaultyNaskah as cause:
        raise FaultyJawaban(cause.temuan) from None


def read_like(choice: Mapping[str, Any]) -> LikeJawaban:
    """What is other in a copy.

    Raises:
        FaultyJawaban: an answer is missing or wrong.
    """
    text = json.dumps(choice, ensure_ascii=False)
    try:
        return parse(LikeJawaban, text.encode(errors="replace"), "")[0]
    except FaultyNaskah as cause:
        raise FaultyJawaban(cause.temuan) from None


def _jawaban_in(file: Path) -> dict[str, Any]:
    jawaban = parse(Jawaban, read_limited(file), str(file))[0]
    return jawaban.model_dump(exclude_unset=True)


def make_draft(
    workspace: Workspace, slug: str, jawaban: Jawaban, who: str = COMMAND_LINE
) -> Path:
    """Write `agreements/<slug>/kesepakatan.yaml`.

    Raises:
        InvalidSlug: the slug is malformed.
        FaultyNaskah: an answer makes a text that does not load, such as a term that is
            no span of time.
        AlreadyThere: there is such an agreement already.
        CannotWrite: no right to write there.
    """
    known = load_instrumen(workspace.root)
    template = Template(workspace.templates)
    induk = _induk(workspace, jawaban)
    content = draft_text(template, jawaban, known, induk).encode()
    with workspace.act("membuat konsep", slug, who) as act:
        file = workspace.new_file(slug)
        parse_kesepakatan(content, f"{file} (belum ditulis)")
        act.write(file, content, overwrite=False)
    return file


def check_jawaban(
    workspace: Workspace, content: Mapping[str, Any]
) -> tuple[Loaded | None, list[Temuan]]:
    """The draft that answers would make, with dots for what is not answered yet.

    Args:
        workspace: the workspace.
        content: the answers so far, as `read_jawaban` takes them.

    Returns:
        The draft, None where an answer stands in its way; and all that is wrong with the
        answers, each with the key of its answer where it has one.
    """
    try:
        read_jawaban(None, content)
        temuan = list[Temuan]()
    except FaultyJawaban as cause:
        temuan = list(cause.temuan)
    jawaban = salvage(Jawaban, _with_dots(content))
    if jawaban is None:
        return None, temuan
    known = load_instrumen(workspace.root)
    try:
        induk = _induk(workspace, jawaban)
        text = draft_text(Template(workspace.templates), jawaban, known, induk)
    except FaultyJawaban as cause:
        return None, [*temuan, *cause.temuan]
    try:
        return parse_kesepakatan(text.encode(errors="replace"), "konsep"), temuan
    except FaultyNaskah as cause:
        said = {found.kunci for found in temuan}
        return None, temuan + [
            found for found in cause.temuan if found.kunci not in said
        ]


def _with_dots(jawaban_typed: Mapping[str, Any]) -> dict[str, Any]:
    """The answers with dots for those that a draft cannot do without."""
    unknown = {"nama": POINT, "jabatan": POINT}
    pihak = [
        {**unknown, **answered} for answered in jawaban_typed.get("para_pihak", ())
    ]
    missing = 2 - len(pihak)
    return {"judul": POINT, **jawaban_typed, "para_pihak": pihak + [unknown] * missing}


def suggest_slug(
    workspace: Workspace, judul: str, year: int | None, taken: Collection[str] = ()
) -> str:
    """A free folder name: "Pelayanan Kesehatan" -> "pelayanan-kesehatan-2027".

    Without a year where none is known; `taken` are names that will be used too.
    """
    words = re.findall(r"[a-z0-9]+", judul.lower())[:4]
    stem = "-".join([*words, *([str(year)] if year else [])])[:90]
    name = stem = stem or "kesepakatan"
    number = 1
    while name in taken or not workspace.is_free(name):
        number += 1
        name = f"{stem}-{number}"
    return name


def check_new_slug(workspace: Workspace, slug: str) -> str:
    """Why no folder of this name can be made, in Indonesian; empty where one can."""
    try:
        workspace.new_file(slug)
    except AlreadyThere:
        return "Nama ini sudah dipakai."
    except NotaError:
        return "Pakai huruf kecil, angka, dan tanda hubung saja."
    return ""


def _induk(workspace: Workspace, jawaban: Jawaban) -> Induk:
    """The parent that the answers name: an agreement of this workspace, or its words.

    Empty where the answer names none, or says it in words of its own.
    """
    named = jawaban.induk or ""
    if named in workspace.slugs():
        try:
            return facts_of(Opened(workspace), named)
        except NotaError:
            return Induk(kesepakatan=named)
    return _quoted_induk(named)


def _quoted_induk(text: str) -> Induk:
    """A parent quoted as texts quote it; empty where its words are others.

    "Kesepakatan Bersama Nomor 5/KB tanggal 5 Januari 2026 tentang Kebersihan".
    """
    match = _INDUK.fullmatch(text)
    if match is None:
        return Induk()
    try:
        day = parse_long(match["tanggal"])
    except ValueError:
        return Induk()
    numbers = re.split(r"(?:,| dan|, dan) Nomor ", match["nomor"])
    induk = Induk(
        jenis=match["jenis"], judul=match["judul"], nomor=numbers, tanggal=str(day)
    )
    return induk if induk.words == text else Induk()


def draft_text(
    template: Template,
    jawaban: Jawaban,
    known: InstrumenList | None = None,
    induk: Induk | None = None,
) -> str:
    """YAML of the draft. Every answer goes in as a quoted scalar, whatever it holds.

    Args:
        template: the templates.
        jawaban: the answers.
        known: the instruments; by default those of the package.
        induk: what is known of the parent; by default what the answer's own words say.

    Raises:
        FaultyJawaban: there is no such instrument.
    """
    parent = _quoted_induk(jawaban.induk or "") if induk is None else induk
    every = package_instrumen() if known is None else known
    chosen = choose(jawaban, every)
    places = range(1, len(jawaban.para_pihak) + 1)
    lingkup = tuple(map(bare_item, jawaban.lingkup)) or (jawaban.judul,)
    content = {name: getattr(jawaban, name) for name in Jawaban.model_fields}
    content |= {
        "lingkup": lingkup,
        "seluruh_lingkup": merge(lingkup),
        "pembayaran": tuple(map(bare_item, jawaban.pembayaran)),
        "kunci_pihak": [order(i).replace(" ", "_") for i in places],
        "huruf_pertimbangan": _huruf_pertimbangan(jawaban),
        "kegiatan_pihak": [_work_of(pihak.nama) for pihak in jawaban.para_pihak],
        "kuasa": [_kuasa_data(pihak.kuasa or "") for pihak in jawaban.para_pihak],
        "induk": "[[induk]]" if parent.is_named else jawaban.induk,
        "data_induk": parent.model_dump(mode="json", exclude_defaults=True),
        "jenis_induk_terjemahan": _translated_induk(parent.jenis, every),
        **_of_instrumen(chosen, jawaban),
    }
    text = template.render_yaml("baru/kesepakatan.yaml.j2", content)
    return re.sub(r"\n{3,}", "\n\n", text)


def _translated_induk(jenis: str | None, every: InstrumenList) -> str:
    """What the parent's kind is called in the second language; empty where none says so."""
    names = (_translated_jenis(jenis or "", one) for one in every.values())
    return next(filter(None, names), "")


def _huruf_pertimbangan(jawaban: Jawaban) -> str:
    """The recitals that the last one rests on: one of each party, and one of the parent."""
    many = len(jawaban.para_pihak) + bool(jawaban.induk)
    huruf = [f"huruf {nth_huruf(i)}" for i in range(1, many + 1)]
    return merge(huruf) if many <= 2 else f"{huruf[0]} sampai dengan {huruf[-1]}"


def _work_of(name: str) -> str:
    """What a party does, for the recitals: a company has no duties by law."""
    is_private = _PRIVATE.match(name) is not None
    return "menjalankan kegiatannya" if is_private else "melaksanakan tugas dan fungsi"


_PRIVATE = re.compile(
    r"(?:PT|CV|UD|Firma|Koperasi|Yayasan|Perkumpulan|Persekutuan|Kelompok|Sanggar)\b"
)
"""How the name of a company or of a society begins."""


def _kuasa_data(text: str) -> dict[str, str]:
    """A letter of authority as keys of `kuasa`; nothing where the words are others.

    "Surat Kuasa Bupati Contoh Nomor 7/SK tanggal 5 Mei 2026".
    """
    match = _KUASA.fullmatch(text)
    if match is None:
        return {}
    try:
        day = parse_long(match["tanggal"])
    except ValueError:
        return {}
    return {**match.groupdict(), "tanggal": day.isoformat()}


class Chosen(NamedTuple):
    """The instrument of a draft.

    Attributes:
        name: its name; None where the answers do not say it for certain.
        instrumen: the instrument whose clauses the draft has.
    """

    name: str | None
    instrumen: Instrumen


def choose(jawaban: Jawaban, known: InstrumenList) -> Chosen:
    """The instrument that the answers name, propose by the partner, or are called by.

    Where several are called so, the clauses are of the one that asks for the most.

    Raises:
        FaultyJawaban: there is none of that name.
    """
    if jawaban.instrumen:
        if jawaban.instrumen not in known:
            raise _no_such_instrumen(jawaban.instrumen, known)
        return Chosen(jawaban.instrumen, known[jawaban.instrumen])
    if jawaban.mitra:
        proposed = offered(jawaban.mitra, known)
        if proposed:
            return Chosen(proposed[0].name, known[proposed[0].name])
    called_so = names_of_jenis(jawaban.jenis, known)
    if called_so:
        most = max(called_so, key=lambda name: len(known[name].bagian))
        return Chosen(None, known[most])
    return Chosen(None, known[_USUAL])


class Offer(NamedTuple):
    """An instrument that a partner may call for, and why."""

    name: str
    nama: str
    alasan: str


def offered(mitra: str, known: InstrumenList) -> list[Offer]:
    """The instruments for a partner, the one that is proposed first."""
    found = [
        (not each.usul, Offer(name, instrumen.nama, each.alasan))
        for name, instrumen in known.items()
        for each in instrumen.mitra
        if each.kelompok == mitra
    ]
    return [offer for _, offer in sorted(found)]


def _no_such_instrumen(name: str, known: InstrumenList) -> FaultyJawaban:
    message = f'"{name}": instrumen tidak ada'
    saran = f"pilih salah satu: {', '.join(known)}"
    place = Place(("instrumen",))
    return FaultyJawaban([Temuan(Position(""), place, "instrumen", message, saran)])


def _of_instrumen(chosen: Chosen, jawaban: Jawaban) -> dict[str, Any]:
    """What the template of a draft is told of its instrument."""
    instrumen = chosen.instrumen
    said = jawaban.model_fields_set
    is_called = "jenis" in said or chosen.name is None
    jenis = jawaban.jenis if is_called else instrumen.jenis
    longest = str(instrumen.masa.paling_lama) if instrumen.masa else USUAL_TERM
    term = jawaban.jangka_waktu if "jangka_waktu" in said else longest
    has_plan = instrumen.rencana_kerja
    if jawaban.lampiran:
        has_plan = jawaban.lampiran == "rencana_kerja"
    klausul = [
        each.templat(jawaban.ragam.get(each.nama))
        for each in instrumen.klausul
        if each.bila is None or getattr(jawaban, each.bila)
    ]
    return {
        "instrumen": chosen.name,
        "jenis": jenis,
        "jangka_waktu": term,
        "masa": JangkaWaktu.model_validate(term),
        "klausul": klausul,
        "tanya": instrumen.tanya,
        "kehendak": instrumen.kehendak,
        "dua_bahasa": instrumen.dua_bahasa is not None,
        "jenis_terjemahan": _translated_jenis(jenis, instrumen),
        "susunan": instrumen.susunan,
        "dasar_hukum": instrumen.dasar_hukum,
        "rencana_kerja": has_plan,
    }


def _translated_jenis(jenis: str, instrumen: Instrumen) -> str:
    """What the text is called in its second language, as far as its instrument says it."""
    known = instrumen.dua_bahasa and instrumen.dua_bahasa.jenis
    return known if known and jenis == instrumen.jenis else ""


def bare_item(butir: str) -> str:
    """An item of the scope without the stops and the capital it may have been typed with.

    The list brings its own.
    """
    clean = re.sub(r"(?:[\s;,.]|;\s*(?:dan|atau))+$", "", butir)
    return clean[:1].lower() + clean[1:] if clean[1:2].islower() else clean
