"""A new draft from an agreement that is there: its text, other parties, no number, no day.

Comments of its file are kept. Events, adenda and seal stay with the old one; where adenda
are in force, the text copied is the one with them.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.seal import check_sealed
from notakesepakatan.compute.change.words import replace_words
from notakesepakatan.compute.text.instrumen import is_region
from notakesepakatan.compute.text.isian import isian
from notakesepakatan.compute.text.tree import shorten
from notakesepakatan.errors import NotaError
from notakesepakatan.load.adendum.riwayat import Riwayat
from notakesepakatan.load.kesepakatan import Loaded, parse_kesepakatan
from notakesepakatan.load.yaml.rewrite import rewrite_source
from notakesepakatan.load.yaml.text import YamlRefused
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.model.jawaban import LikeJawaban, PihakJawaban
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.words.names import fold
from notakesepakatan.words.numbers import roman
from notakesepakatan.write.yaml import dump

Data = dict[str, Any]
_KEPT_OF_OTHERS = ("sebutan", "kalimat")
"""Keys of a party that stay when another takes its place."""
_OF_THAT_PAPER = ("nomor", "penandatanganan", "kuasa")
"""Keys of a party that belong to the old paper."""
_RECORDED_OF_ALL = ("skema", "urusan", "perangkat_daerah", "sumber_dana")
"""What the office recorded of the old one that is true of the next one too."""
_OF_ADDRESS = ("up", "alamat_surat", "telepon", "email")
"""Answers that say where letters go."""
_DAY_ISIAN = ("hari", "tanggal_terbilang", "bulan", "tahun_terbilang", "tanggal_angka")
"""Words of the day of signing in the opening, and what says them anew."""


class OtherPihak(NotaError):
    """Not as many parties as the agreement that is copied has."""

    def __init__(self, slug: str, many: int, given: int) -> None:
        super().__init__(
            f'"{slug}" mempunyai {many} pihak, sedangkan yang disebut {given}; '
            f"sebut {many - 1}, yaitu semua pihak selain kantor ini, atau {many}"
        )


@dataclass(frozen=True)
class Copied:
    """A draft made from another agreement.

    Attributes:
        text: its YAML.
        adendum: adenda that are in the text copied: "Adendum Kesatu".
    """

    text: str
    adendum: tuple[str, ...]

    @property
    def words(self) -> str:
        """Which text was copied, in Indonesian."""
        if not self.adendum:
            return "Yang disalin adalah naskah aslinya."
        named = " dan ".join(self.adendum)
        return (
            f"Yang disalin adalah naskah yang berlaku dengan {named}; bagian yang "
            "dihapus masih menempati nomornya."
        )


def copied_text(riwayat: Riwayat) -> Loaded:
    """The text that a copy is made of: with every adendum that is signed."""
    return riwayat.on(None)


def own_place(office: Office, slug: str) -> int:
    """The place among the parties of the office itself, from 0.

    `pihak_kami` of the settings; where that is none of them, the regional government.

    Raises:
        FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    names = [
        pihak.nama for pihak in copied_text(office.text(slug)).kesepakatan.para_pihak
    ]
    ours = fold(office.pengaturan.pihak_kami or "")
    for i, name in enumerate(names):
        if fold(name) == ours:
            return i
    regions = [i for i, name in enumerate(names) if is_region(name)]
    return regions[0] if regions else 0


def make_copy(
    office: Office, slug: str, like: str, jawaban: LikeJawaban
) -> tuple[Path, Copied]:
    """Write a draft made from the agreement `like`; its file, and what was copied.

    Raises:
        OtherPihak: the parties given are not as many as those to be replaced.
        FaultyNaskah: the text that comes of it does not load.
        AlreadyThere, InvalidSlug, NoSuchKesepakatan, CannotRead, CannotWrite.
    """
    workspace = office.workspace
    with workspace.act("membuat konsep", slug, office.who) as act:
        file = workspace.new_file(slug)
        copied = copy_draft(office.anew(), like, jawaban)
        content = copied.text.encode()
        parse_kesepakatan(content, f"{file} (belum ditulis)")
        act.write(file, content, overwrite=False)
    return file, copied


def copy_draft(office: Office, like: str, jawaban: LikeJawaban) -> Copied:
    """The same without writing it.

    Raises:
        SealBroken: the signed text is no more what was sealed.
        OtherPihak, FaultyNaskah, NoSuchKesepakatan, InvalidSlug, CannotRead.
    """
    check_sealed(office, like, "tidak disalin")
    riwayat = office.text(like)
    loaded = copied_text(riwayat)
    k = loaded.kesepakatan
    others = _replacements(office, like, k, jawaban.para_pihak)
    data = _data_of(riwayat)
    data = _with_other_words(data, loaded, others, jawaban)
    _drop_old_paper(data)
    data["para_pihak"] = [
        _pihak_data(old, others.get(i)) for i, old in enumerate(data["para_pihak"])
    ]
    _put_jawaban(data, jawaban)
    return Copied(_written(riwayat, data), loaded.changed)


def _replacements(
    office: Office, like: str, k: Kesepakatan, given: Sequence[PihakJawaban]
) -> Mapping[int, PihakJawaban]:
    """The new parties by their place; the office itself may be left out."""
    many = len(k.para_pihak)
    if len(given) == many:
        return dict(enumerate(given))
    if len(given) != many - 1:
        raise OtherPihak(like, many, len(given))
    own = own_place(office, like)
    others = [i for i in range(many) if i != own]
    return dict(zip(others, given, strict=True))


def _data_of(riwayat: Riwayat) -> Data:
    """The text copied as plain data."""
    loaded = copied_text(riwayat)
    if not loaded.changed:
        data: Data = deepcopy(riwayat.origin.source.data)
        return data
    dumped = loaded.kesepakatan.model_dump(mode="json", exclude_defaults=True)
    in_force: Data = _as_texts(shorten(dumped))
    return in_force


def _as_texts(node: Any) -> Any:
    """The same with every number as the text that a file holds."""
    if isinstance(node, dict):
        return {key: _as_texts(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_as_texts(value) for value in node]
    return str(node)


def _with_other_words(
    data: Data,
    loaded: Loaded,
    others: Mapping[int, PihakJawaban],
    jawaban: LikeJawaban,
) -> Data:
    """The data in whose sentences names, title, numbers and day are no more the old ones.

    Names and title are the new ones; numbers and day are said by isian.
    """
    k = loaded.kesepakatan
    pairs = [*_pihak_pairs(k, others)]
    if jawaban.judul:
        pairs.append((k.judul, jawaban.judul))
        pairs.append((k.judul.upper(), jawaban.judul.upper()))
    for key, pihak in zip(k.kunci_pihak, k.para_pihak, strict=True):
        if pihak.nomor:
            pairs.append((pihak.nomor, f"[[para_pihak.{key}.nomor]]"))
    day = isian(loaded.reading).get("penandatanganan.tanggal")
    if day:
        pairs.append((day, "[[penandatanganan.tanggal]]"))
    data = {**data, "para_pihak": _with_kalimat(data["para_pihak"], pairs)}
    if data.get("dasar_hukum"):
        gone = [k.para_pihak[i].nama for i in others]
        own = [each for each in data["dasar_hukum"] if not _names_any(each, gone)]
        data = {**data, "dasar_hukum": own}
    apart = ("para_pihak", "dasar_hukum", "abaikan", "jenis")
    sentences = {key: value for key, value in data.items() if key not in apart}
    for old, new in pairs:
        sentences, _ = replace_words(sentences, old, new)
    _put_day_isian(sentences, loaded)
    return {key: sentences.get(key, value) for key, value in data.items()}


def _pihak_pairs(
    k: Kesepakatan, others: Mapping[int, PihakJawaban]
) -> Iterator[tuple[str, str]]:
    """Words of the parties that go, each with what takes its place."""
    for i, other in others.items():
        old, key = k.para_pihak[i], k.kunci_pihak[i]
        yield from _name_pairs(old.nama, other.nama)
        if old.terjemahan and old.terjemahan.nama:
            yield old.terjemahan.nama, other.nama
        for each in old.penanda_tangan_list:
            if each.pejabat:
                yield each.pejabat, f"[[para_pihak.{key}.pejabat]]"
        if old.kedudukan:
            yield old.kedudukan, f"[[para_pihak.{key}.kedudukan]]"


def _with_kalimat(para_pihak: Sequence[Data], pairs: Sequence[tuple[str, str]]) -> Any:
    """The parties, in whose own sentences no old name stands."""
    result = list[Data]()
    for pihak in para_pihak:
        kalimat = {key: pihak[key] for key in ("kalimat",) if key in pihak}
        for old, new in pairs:
            kalimat, _ = replace_words(kalimat, old, new)
        result.append({**pihak, **kalimat})
    return result


def _names_any(dasar: Any, names: Sequence[str]) -> bool:
    """Whether a basis in free text is a paper with one of these, not a law on it."""
    text = dasar.get("teks") if isinstance(dasar, dict) else dasar
    if not isinstance(text, str):
        return False
    return any(name in text and f"tentang {name}" not in text for name in names)


def _name_pairs(old: str, new: str) -> list[tuple[str, str]]:
    """What to write for a name; in the title of a regulation on that body it stays.

    There it is put into brackets, in which no words are replaced, and taken out again.
    """
    of_law, kept = f"tentang {old}", f"tentang [[{old}]]"
    return [(of_law, kept), (old, new), (kept, of_law), (old.upper(), new.upper())]


def _put_day_isian(data: Data, loaded: Loaded) -> None:
    """The opening says the day of signing by isian, not in its old words."""
    kalimat = data.get("kalimat")
    if not isinstance(kalimat, dict) or not isinstance(kalimat.get("pembukaan"), str):
        return
    opening = kalimat["pembukaan"]
    values = isian(loaded.reading)
    for name in _DAY_ISIAN:
        words = values.get(f"penandatanganan.{name}")
        if words:
            new = f"[[penandatanganan.{name}]]"
            opening, _ = replace_words(opening, words, new)
    data["kalimat"] = {**kalimat, "pembukaan": opening}


def _drop_old_paper(data: Data) -> None:
    """What belongs to the old paper alone: its day, its parent, its witnesses' names."""
    penandatanganan = data.get("penandatanganan")
    if isinstance(penandatanganan, dict):
        penandatanganan.pop("tanggal", None)
        penandatanganan.pop("rencana", None)
        if not penandatanganan:
            del data["penandatanganan"]
    if (data.get("tenggat") or {}).get("kewajiban"):
        repeated = [each for each in data["tenggat"]["kewajiban"] if "setiap" in each]
        data["tenggat"]["kewajiban"] = repeated
    data.pop("induk", None)
    data.pop("disisihkan", None)
    recorded = data.pop("pencatatan", None) or {}
    kept = {key: recorded[key] for key in _RECORDED_OF_ALL if key in recorded}
    if kept:
        data["pencatatan"] = kept
    for key in ("saksi", "mengetahui"):
        for each in data.get(key) or ():
            each.pop("nama", None)
            each.pop("bawah_nama", None)


def _pihak_data(old: Data, new: PihakJawaban | None) -> Data:
    """A party as it stands in the draft: the same without its number, or another."""
    if new is None:
        return {key: value for key, value in old.items() if key not in _OF_THAT_PAPER}
    kept = {key: old[key] for key in _KEPT_OF_OTHERS if key in old}
    answered = new.model_dump(
        mode="json", exclude_none=True, exclude={*_OF_ADDRESS, "kuasa"}
    )
    result: Data = {**kept, **answered}
    if old.get("korespondensi"):
        result["korespondensi"] = [new.address]
    return result


def _put_jawaban(data: Data, jawaban: LikeJawaban) -> None:
    if jawaban.judul:
        data["judul"] = jawaban.judul
    if jawaban.jangka_waktu:
        data["jangka_waktu"] = jawaban.jangka_waktu
        years = JangkaWaktu.model_validate(jawaban.jangka_waktu).years(None)
        if years:
            _drop_later_years(data.get("lampiran"), years)
    if jawaban.tempat:
        place = {"tempat": jawaban.tempat}
        data["penandatanganan"] = {**(data.get("penandatanganan") or {}), **place}


def _drop_later_years(node: Any, years: int) -> None:
    """Of a plan only the years that the new term still has; the officer sees empty cells."""
    if isinstance(node, list):
        for each in node:
            _drop_later_years(each, years)
    if not isinstance(node, dict):
        return
    possible = ("semua", *(roman(year) for year in range(1, years + 1)))
    for key, value in list(node.items()):
        if key == "tahun" and "isi" in node:
            written = value if isinstance(value, list) else [value]
            node[key] = [year for year in written if year in possible]
        else:
            _drop_later_years(value, years)


def _written(riwayat: Riwayat, data: Data) -> str:
    """The data as YAML: the old file's lines and comments as far as they stay."""
    try:
        return rewrite_source(riwayat.origin.source, data).text
    except YamlRefused:
        return dump(data)
