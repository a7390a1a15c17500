"""The documents of an adendum: the adendum itself, a correction, and the two texts side
by side for the meeting.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from notakesepakatan.compose.adendum.difference import Difference, words_only
from notakesepakatan.compose.adendum.differences import changes
from notakesepakatan.compose.adendum.force import force_words
from notakesepakatan.compose.adendum.item import PerubahanItem
from notakesepakatan.compose.adendum.items import items
from notakesepakatan.compose.adendum.touched import Replacement, Touch, touches
from notakesepakatan.compose.composer import Composer, Properties
from notakesepakatan.compose.frame import penandatanganan_frame
from notakesepakatan.compose.kesepakatan import (
    RangkapIni,
    Side,
    compose_sides,
    paraf_of,
    set_beside,
    sides,
    signature_rows,
)
from notakesepakatan.compose.lampiran import lampiran_pages
from notakesepakatan.compute.text.isian import (
    POINT,
    isian,
    kuasa_words,
    pejabat_words,
    sebutan_by_key,
)
from notakesepakatan.compute.text.unnumbered import PasalNames, on_paper, pasal_names
from notakesepakatan.compute.text.words import INDONESIAN
from notakesepakatan.compute.time.register import klausul_of
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.language import Language
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Cut, Sheet, Table
from notakesepakatan.place import at, unit_words
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.lists import merge, nth_huruf
from notakesepakatan.words.numbers import order, thousands
from notakesepakatan.words.tanggal import tanggal_long


@dataclass(frozen=True)
class Perbaikan:
    """One row of a correction: where, as written, as it should be; changed words are bold."""

    letak: str
    tertulis: tuple[Cut, ...]
    seharusnya: tuple[Cut, ...]


def name_of(loaded: LoadedAdendum) -> str:
    """ "Adendum Kesatu"."""
    return f"Adendum {order(loaded.nomor).title()}"


def compose_adendum(
    composer: Composer,
    loaded: LoadedAdendum,
    previous: Sequence[LoadedAdendum],
    rangkap_ini: RangkapIni | None = None,
) -> Naskah:
    """The adendum as it is signed.

    Args:
        composer: composer of the workspace.
        a: the adendum.
        previous: all adenda before it, which its recitals name.
        rangkap_ini: one of its duplicates.

    Raises:
        FaultyTemplate, FaultyNaskah: a template or the styles are wrong.
    """
    old, k = loaded.sebelum.reading, loaded.sesudah.reading
    composer = composer.for_pages(k.halaman)
    today = penandatanganan_frame(
        loaded.sesudah.kesepakatan,
        loaded.adendum.penandatanganan,
        loaded.adendum.para_pihak,
    )
    told = _items(composer, loaded) if loaded.adendum.jenis == "adendum" else []
    perbaikan = (
        _perbaikan_list(composer, loaded) if loaded.adendum.jenis == "perbaikan" else []
    )
    attached = [
        unit_words("lampiran", label)
        for item in told
        if item.wadah == "Lampiran"
        for label in item.label or ("",)
    ]
    shared: dict[str, object] = {
        "susunan": k.susunan,
        "sebutan_bersama": k.sebutan_bersama,
        "sebutan_tunggal": k.sebutan_tunggal,
        "jenis": old.jenis,
        "judul": old.judul,
        "nama_naskah": old.titled,
        "bernomor": old.numbered,
        "adendum": loaded.adendum,
        "nama_adendum": name_of(loaded),
        "nomor_adendum": order(loaded.nomor),
        "hari_ini": today,
        "saksi": loaded.adendum.saksi,
        "mengetahui": loaded.adendum.mengetahui,
        "sebutan_para_pihak": merge([p.sebutan or "" for p in k.para_pihak]),
        "kunci_pihak": k.kunci_pihak,
        "konsep": loaded.adendum.konsep,
        "jumlah_tahun": k.jumlah_tahun,
        "rangkap_ini": rangkap_ini,
        "deret_tanda_tangan": signature_rows(len(k.para_pihak), composer.pengaturan),
        "tarif_meterai": f"Rp{thousands(composer.pengaturan.tarif_meterai)},00",
        "daftar_pertimbangan": _pertimbangan_list(loaded, previous),
        "daftar_butir": told,
        "daftar_perbaikan": perbaikan,
        "rangkap_kata": isian(today),
        "logo": {},
        "saat_mulai": force_words(loaded),
        "kepala_lampiran_adendum": _lampiran_head(loaded, today),
    }
    trait = Properties(
        f"{name_of(loaded)} atas {k.titled}",
        _makers(k),
        loaded.adendum.signed,
    )
    source = (f"adendum-{loaded.nomor:02}.yaml", loaded.isi)
    languages = sides(composer, loaded.sesudah)
    filled = [
        composer.fill(
            "adendum.html.j2",
            _new_words(side, attached) | shared,
            trait,
            source=source,
            paraf=paraf_of(k),
        )
        for side in languages
    ]
    return set_beside(filled, languages, once=True)


_FRAME = {
    "kata": Language().said,
    "sebut_kuasa": kuasa_words,
    "sebut_pejabat": pejabat_words,
}
"""How the frame of an adendum, which is in Indonesian alone, names a party."""


def _new_words(side: Side, attached: Sequence[str]) -> dict[str, object]:
    """The new text in one language, for what the frame of the adendum quotes of it."""
    k = side.reading
    content: dict[str, object] = {
        name: getattr(k, name) for name in type(k).model_fields
    }
    return content | {
        "baru": k,
        "kata": side.language.said,
        "sebut_kuasa": partial(kuasa_words, words=side.words),
        "sebut_pejabat": partial(pejabat_words, words=side.words),
        "kerangka": _FRAME,
        "deret_lampiran": lampiran_pages(k, attached, side.words),
    }


def compose_sandingan(composer: Composer, loaded: LoadedAdendum) -> Naskah:
    """Old and new text in two columns, place by place, changed words marked."""
    k = loaded.sesudah.reading
    composer = composer.for_pages(k.halaman)
    content = {
        "nama_adendum": name_of(loaded),
        "jenis": k.jenis,
        "judul": k.judul,
        "nama_naskah": k.titled,
        "susunan": k.susunan,
        "daftar_beda": paper_changes(composer, loaded),
    }
    trait = Properties(
        f"Sandingan {name_of(loaded)} atas {k.titled}",
        _makers(k),
        loaded.adendum.signed,
    )
    return composer.fill("sandingan.html.j2", content, trait)


def change_sentences(composer: Composer, loaded: LoadedAdendum) -> list[str]:
    """What the adendum changes, an item a line; of a correction, each place with the words."""
    if loaded.adendum.jenis == "adendum":
        return [item.kalimat for item in _items(composer, loaded)]
    result = list[str]()
    for row in _perbaikan_list(composer, loaded):
        tertulis = words_only(row.tertulis).strip()
        seharusnya = words_only(row.seharusnya).strip()
        words = f'tertulis "{tertulis}", seharusnya "{seharusnya}"'
        result.append(f"{row.letak}: {words}")
    return result


def paper_changes(composer: Composer, loaded: LoadedAdendum) -> list[Difference]:
    """Every place on paper that reads otherwise with this adendum.

    What changes in the second language comes right behind the same place in the first,
    and is not told again where both say the same, as figures in a table do.
    """
    k = loaded.sesudah.reading
    sebutan = sebutan_by_key(k)
    before = compose_sides(composer, loaded.sebelum)
    after = compose_sides(composer, loaded.sesudah)
    first, *others = [
        changes(*both, sebutan) for both in zip(before, after, strict=False)
    ]
    order = _order_on_paper(after[0])
    for other in others:
        language = f"bahasa {loaded.sesudah.kesepakatan.bahasa_kedua}"
        own = {(one.datum, one.semula, one.menjadi) for one in first}
        for one in other:
            if (one.datum, one.semula, one.menjadi) not in own:
                named = replace(one, letak=f"{one.letak} ({language})")
                first.insert(_place_in_order(first, named, order), named)
    names = _pasal_names(loaded)
    return [replace(one, letak=on_paper(one.letak, names)) for one in first]


def _order_on_paper(naskah: Naskah) -> dict[str, int]:
    """By the path of each datum, where it comes on paper."""
    order = dict[str, int]()
    for sheet in naskah.section:
        for datum in filter(None, _data(sheet)):
            order.setdefault(datum, len(order))
    return order


def _data(sheet: Sheet) -> Iterator[str]:
    """The paths of the data on a sheet; those of a table in front of those in its rows."""
    for block in sheet.block:
        yield block.datum
        for line in block.baris if isinstance(block, Table) else ():
            yield line.datum
            yield from (one.datum for cell in line.cell for one in cell.isi)


def _place_in_order(
    known: Sequence[Difference], one: Difference, order: Mapping[str, int]
) -> int:
    """Where a change belongs among others: behind all up to its own place on paper."""
    here = order.get(one.datum, len(order))
    up_to_here = [
        position
        for position, other in enumerate(known)
        if other.datum == one.datum or order.get(other.datum, len(order)) < here
    ]
    return up_to_here[-1] + 1 if up_to_here else 0


def _makers(k: Kesepakatan) -> str:
    return k.between([p.nama for p in k.para_pihak])


def _items(composer: Composer, loaded: LoadedAdendum) -> list[PerubahanItem]:
    differences = paper_changes(composer, loaded)
    touched, replacements = touches(loaded.sebelum.tree, loaded.adendum.perubahan)
    # What changes nothing on paper is not told; what changes on paper and no operation
    # tells is told by its place.
    shown = [touch for touch in touched if any(map(touch.covers, differences))]
    told: list[Touch | Replacement] = [*shown, *replacements]
    effects = [
        difference
        for difference in differences
        if not any(change.covers(difference) for change in told)
    ]
    effects = _once_a_place(effects)
    after = loaded.sesudah
    result = items(
        shown,
        replacements,
        effects,
        after.numbers.order,
        loaded.sebelum.reading.jenis,
        after.reading.kunci_pihak,
        sebutan_by_key(loaded.sebelum.reading) | sebutan_by_key(after.reading),
    )
    _check_told(loaded, result)
    names = _pasal_names(loaded)
    return [replace(item, kalimat=on_paper(item.kalimat, names)) for item in result]


def _pasal_names(loaded: LoadedAdendum) -> PasalNames:
    """What pasal without a number are called, those it puts in and those that were there."""
    put_in = pasal_names(loaded.sesudah.reading)
    return {**put_in, **pasal_names(loaded.sebelum.reading)}


def _once_a_place(effects: Sequence[Difference]) -> list[Difference]:
    """A place that changes in both languages is told once, with both new texts."""
    return list({effect.datum: effect for effect in reversed(effects)}.values())[::-1]


def _check_told(loaded: LoadedAdendum, told: Sequence[object]) -> None:
    """An adendum that changes nothing on paper would be signed for nothing.

    Raises:
        FaultyNaskah: at its operations.
    """
    if told:
        return
    temuan = Temuan(
        loaded.source.tempat(("perubahan",)),
        at("perubahan"),
        "bunyi",
        "tidak mengubah bunyi naskah",
        "tulis perubahannya pada pasal yang mengaturnya",
    )
    raise FaultyNaskah([temuan])


def _lampiran_head(loaded: LoadedAdendum, today: Kesepakatan) -> list[str]:
    """Lines at the right of an annex: whose it is, its numbers, its day."""
    tanggal = loaded.adendum.signed
    return [
        f"Lampiran {name_of(loaded)} atas {today.jenis} antara {_makers(today)}",
        *(
            f"Nomor : {p.nomor or POINT}"
            for p in today.para_pihak
            if p.nomor or (loaded.adendum.konsep and today.numbered)
        ),
        f"Tanggal : {tanggal_long(tanggal) if tanggal else POINT}",
    ]


def _pertimbangan_list(
    loaded: LoadedAdendum, previous: Sequence[LoadedAdendum]
) -> list[str]:
    """Items of the recitals: the agreement, the adenda before, the reasons, the clause
    that allows it.
    """
    jenis = loaded.sebelum.reading.jenis
    reasons = [
        _pertimbangan_of_penandatanganan(loaded.sebelum.reading),
        *_pertimbangan_of_previous(jenis, previous),
        *_pertimbangan_of_reasons(loaded, jenis),
        *_pertimbangan_of_klausul(loaded, jenis),
    ]
    result = [*reasons, _conclusion(loaded, jenis, len(reasons))]
    ends = [*[";"] * (len(result) - 2), "; dan", "."]
    return [f"bahwa {words}{end}" for words, end in zip(result, ends, strict=True)]


def _pertimbangan_of_penandatanganan(k: Kesepakatan) -> str:
    titled = k.titled_between([pihak.nama for pihak in k.para_pihak])
    result = f"{k.all_sebutan} telah menandatangani {titled}"
    numbers = [pihak.nomor for pihak in k.para_pihak]
    known = _numbers_and_day(numbers, k.signed)
    return ", ".join([result, *known])


def _pertimbangan_of_previous(
    jenis: str, previous: Sequence[LoadedAdendum]
) -> Iterator[str]:
    if previous:
        cited = merge([cite(earlier) for earlier in previous])
        yield f"{jenis} sebagaimana dimaksud dalam huruf a telah diubah dengan {cited}"


def _pertimbangan_of_reasons(loaded: LoadedAdendum, jenis: str) -> Sequence[str]:
    if loaded.adendum.alasan:
        return loaded.adendum.alasan
    if loaded.adendum.jenis == "perbaikan":
        return [
            f"dalam {jenis} sebagaimana dimaksud dalam huruf a terdapat"
            " kekeliruan penulisan yang perlu diperbaiki"
        ]
    return [POINT] if loaded.adendum.konsep else []


def _pertimbangan_of_klausul(loaded: LoadedAdendum, jenis: str) -> Iterator[str]:
    what = "perbaikan" if loaded.adendum.jenis == "perbaikan" else "perubahan"
    address = klausul_of(loaded.sebelum.numbers, what)
    k = loaded.sebelum.reading
    words = INDONESIAN.naming(pasal_names(k))
    if address:
        yield (
            f"berdasarkan ketentuan {words.address(address)} {jenis}, {what} atas"
            f" {jenis} dilakukan dengan persetujuan {k.all_sebutan}"
        )


def _conclusion(loaded: LoadedAdendum, jenis: str, many: int) -> str:
    """The last item, which rests on all that many before it."""
    huruf = [f"huruf {nth_huruf(i)}" for i in range(1, many + 1)]
    rujukan = merge(huruf) if many < 3 else f"{huruf[0]} sampai dengan {huruf[-1]}"
    return (
        f"berdasarkan pertimbangan sebagaimana dimaksud dalam {rujukan},"
        f" {loaded.sesudah.reading.all_sebutan} sepakat membuat {name_of(loaded)} atas {jenis}"
    )


def cite(loaded: LoadedAdendum) -> str:
    """An adendum as later papers name it: "Adendum Kesatu, Nomor … dan Nomor …, tanggal
    1 Juli 2023".
    """
    numbers = [pihak.nomor for pihak in loaded.adendum.para_pihak]
    known = _numbers_and_day(numbers, loaded.adendum.signed)
    return ", ".join([name_of(loaded), *known])


def _numbers_and_day(
    numbers: Sequence[str | None], tanggal: date | None
) -> Iterator[str]:
    """What tells a signed paper, as far as it is known."""
    known = [f"Nomor {nomor}" for nomor in numbers if nomor]
    if known:
        yield merge(known)
    if tanggal:
        yield f"tanggal {tanggal_long(tanggal)}"


def _perbaikan_list(composer: Composer, loaded: LoadedAdendum) -> list[Perbaikan]:
    result = [
        Perbaikan(difference.letak, *excerpt)
        for difference in paper_changes(composer, loaded)
        for excerpt in difference.excerpts()
    ]
    _check_told(loaded, result)
    return result
