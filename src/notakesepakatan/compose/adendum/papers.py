"""The documents of an adendum: the adendum itself, a correction, and the two texts side
by side for the meeting.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from notakesepakatan.compose.adendum.cited import corrected_names
from notakesepakatan.compose.adendum.difference import Difference, words_only
from notakesepakatan.compose.adendum.differences import changes
from notakesepakatan.compose.adendum.frame_slips import frame_slips
from notakesepakatan.compose.adendum.heads import Heads, heads_in, with_head_named
from notakesepakatan.compose.adendum.item import PerubahanItem
from notakesepakatan.compose.adendum.items import items
from notakesepakatan.compose.adendum.marks import items_with_marks, rows_with_marks
from notakesepakatan.compose.adendum.new_heads import with_new_heads
from notakesepakatan.compose.adendum.perbaikan import leaves_rights
from notakesepakatan.compose.adendum.pertimbangan import changed_with, pertimbangan_list
from notakesepakatan.compose.adendum.poin_places import by_place, in_order, poin_places
from notakesepakatan.compose.adendum.present import Present, present_of
from notakesepakatan.compose.adendum.provisions import provisions
from notakesepakatan.compose.adendum.revocation import (
    provisions_of_revocation,
    revoked_names,
    revoking_sentence,
)
from notakesepakatan.compose.adendum.rows import PerubahanRow, rows, tells_lampiran
from notakesepakatan.compose.adendum.side import (
    AdendumSide,
    adendum_sides,
    in_indonesian,
)
from notakesepakatan.compose.adendum.speech import IN_INDONESIAN
from notakesepakatan.compose.adendum.tanda_tangan import tanda_tangan_changes
from notakesepakatan.compose.adendum.touched import Replacement, Touch, touches
from notakesepakatan.compose.composer import Composer, Properties
from notakesepakatan.compose.kesepakatan import (
    RangkapIni,
    Side,
    compose_both,
    paraf_of,
    set_beside,
    sides,
    signature_rows,
)
from notakesepakatan.compose.lampiran import lampiran_pages
from notakesepakatan.compose.quoting import marks_of, with_marks_of
from notakesepakatan.compute.text.isian import (
    POINT,
    isian,
    kuasa_words,
    pejabat_words,
    sebutan_by_key,
)
from notakesepakatan.compute.text.tree import get_at
from notakesepakatan.compute.text.unnumbered import (
    PasalNames,
    on_paper,
    pasal_names,
)
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum.riwayat import LoadedAdendum
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Cut, Sheet, Table
from notakesepakatan.naskah.compare import word_changes
from notakesepakatan.place import address_id, address_of_id, at, unit_words
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.numbers import order, roman, thousands


@dataclass(frozen=True)
class Perbaikan:
    """One row of a correction: where, as written, as it should be; changed words are bold."""

    letak: str
    tertulis: tuple[Cut, ...]
    seharusnya: tuple[Cut, ...]


def compose_adendum(
    composer: Composer,
    loaded: LoadedAdendum,
    previous: Sequence[LoadedAdendum],
    rangkap_ini: RangkapIni | None = None,
) -> Naskah:
    """The adendum as it is signed, in all languages of the agreement.

    Args:
        composer: composer of the workspace.
        loaded: the adendum.
        previous: all adenda before it, which its recitals name.
        rangkap_ini: one of its duplicates.

    Raises:
        FaultyTemplate, FaultyNaskah: a template or the styles are wrong.
    """
    k = loaded.sesudah.reading
    composer = composer.for_pages(k.halaman)
    trait = Properties(
        f"{loaded.name} atas {k.titled}",
        _makers(k),
        loaded.adendum.signed,
    )
    languages = sides(composer, loaded.sesudah)
    own = adendum_sides(loaded, sides(composer, loaded.sebelum), languages)
    content = _change(composer, loaded, own)
    present_list = [present_of(side) for side in own]
    shared = _same_in_each(
        composer, loaded, previous, rangkap_ini, present_list[0].keys
    )
    filled = [
        composer.fill(
            "adendum.html.j2",
            _new_words(language, told)
            | _frame_words(side, present, told, previous)
            | shared,
            trait,
            source=(f"adendum-{loaded.nomor:02}.yaml", loaded.isi),
            paraf=paraf_of(k),
        )
        for language, side, present, told in zip(
            languages, own, present_list, content, strict=True
        )
    ]
    return set_beside(filled, languages, once=True)


def _same_in_each(
    composer: Composer,
    loaded: LoadedAdendum,
    previous: Sequence[LoadedAdendum],
    rangkap_ini: RangkapIni | None,
    keys: tuple[str, ...],
) -> dict[str, object]:
    """What the template says of an adendum whatever the language; the keys are of who signs."""
    k = loaded.sesudah.reading
    slips = []
    if loaded.adendum.jenis == "perbaikan":
        slips = _perbaikan_list(composer, loaded, previous)
    return {
        "susunan": k.susunan,
        "bernomor": loaded.sebelum.reading.numbered,
        "nomor_adendum": order(loaded.nomor),
        "nomor_naskah": _numbers_of(loaded.sebelum.reading),
        "kunci_pihak": k.kunci_pihak,
        "kunci_penanda_tangan": keys,
        "konsep": loaded.adendum.konsep,
        "jumlah_tahun": k.jumlah_tahun,
        "rangkap_ini": rangkap_ini,
        "deret_tanda_tangan": signature_rows(len(keys), composer.pengaturan),
        "tarif_meterai": f"Rp{thousands(composer.pengaturan.tarif_meterai)},00",
        "bentuk": _form(loaded),
        "daftar_perbaikan": slips,
        "logo": {},
    }


def _frame_words(
    side: AdendumSide,
    present: Present,
    content: "_Content",
    previous: Sequence[LoadedAdendum],
) -> dict[str, object]:
    """What the template says of an adendum in one language."""
    k, adendum, speech = side.after, side.adendum, side.speech
    start = adendum.mulai_berlaku
    marks, only = marks_of(k), _only_sentence(content, side, previous)
    # Who leaves signs too, and holds one.
    holders = present.all if side.peralihan.leaving else present.frame
    return {
        "bunyi": speech.say,
        "sebutan_bersama": k.sebutan_bersama,
        "sebutan_tunggal": k.sebutan_tunggal,
        "jenis": side.before.jenis,
        "judul": side.before.judul,
        "nama_naskah": speech.titled(side.before),
        "adendum": adendum,
        "yang_dicabut": revoked_names(side) if adendum.only_revokes else "",
        "ikut_dicabut": "" if adendum.only_revokes else revoked_names(side),
        "yang_dibetulkan": corrected_names(side) if adendum.only_frames else "",
        "nama_adendum": side.name,
        "mulai_berlaku": speech.words.day(start) if start else None,
        "naskah_diubah": _changed_naskah(side, previous),
        "sebutan_naskah": side.short,
        "dasar_hukum_adendum": adendum.dasar_hukum,
        "daftar_ketentuan": provisions(side, previous, rights_stay=content.rights_stay),
        "hari_ini": present.all,
        "pihak_judul": _pihak_of_title(side, present),
        "saksi": adendum.saksi,
        "mengetahui": adendum.mengetahui,
        "sebutan_para_pihak": speech.words.listed(
            [pihak.sebutan or "" for pihak in present.all.para_pihak]
        ),
        "daftar_pertimbangan": pertimbangan_list(side, previous),
        "daftar_butir": items_with_marks(content.items, marks),
        "daftar_baris": rows_with_marks(content.rows, marks),
        "kalimat_tunggal": with_marks_of(only, marks),
        "rangkap": holders.rangkap,
        "rangkap_kata": isian(holders, speech.words),
        "kepala_lampiran_adendum": _lampiran_heads(side, present.frame, content),
        "kerangka": None,
    }


def _changed_naskah(side: AdendumSide, previous: Sequence[LoadedAdendum]) -> str:
    """What Pasal I changes: the agreement, and the adenda that changed it before."""
    own = side.adendum.sebutan_naskah or side.speech.titled(side.before)
    if side.adendum.only_frames:
        return side.speech.say(
            "{adendum} atas {naskah}", adendum=corrected_names(side), naskah=own
        )
    return changed_with(own, side, previous)


def _numbers_of(k: Kesepakatan) -> list[str]:
    """The numbers of the agreement, of which the head of the adendum has each on a line."""
    return [pihak.nomor for pihak in k.para_pihak if pihak.nomor]


def _pihak_of_title(side: AdendumSide, present: Present) -> tuple[Pihak, ...]:
    """The title names the parties of the agreement where one comes or goes."""
    change = side.peralihan
    has_others = change.leaving or change.joining
    return side.before.para_pihak if has_others else present.frame.para_pihak


def _leaves_rights(composer: Composer, loaded: LoadedAdendum) -> bool:
    if loaded.adendum.jenis != "perbaikan":
        return False
    return leaves_rights(loaded, paper_changes(composer, loaded))


def _new_words(side: Side, told: "_Content") -> dict[str, object]:
    """The new text in one language, for what the frame of the adendum quotes of it."""
    k = side.reading
    content: dict[str, object] = {
        name: getattr(k, name) for name in type(k).model_fields
    }
    return content | {
        "baru": k,
        "kata": side.language.said,
        "sebut_kepala": side.words.head,
        "sebut_hari": side.words.day,
        "sebut_kuasa": partial(kuasa_words, words=side.words),
        "sebut_pejabat": partial(pejabat_words, words=side.words),
        "deret_lampiran": lampiran_pages(k, told.attached, side.words),
    }


def compose_sandingan(composer: Composer, loaded: LoadedAdendum) -> Naskah:
    """Old and new text in two columns, place by place, changed words marked."""
    k = loaded.sesudah.reading
    composer = composer.for_pages(k.halaman)
    content = {
        "nama_adendum": loaded.name,
        "jenis": k.jenis,
        "judul": k.judul,
        "nama_naskah": k.titled,
        "susunan": k.susunan,
        "daftar_beda": paper_changes(composer, loaded),
    }
    trait = Properties(
        f"Sandingan {loaded.name} atas {k.titled}",
        _makers(k),
        loaded.adendum.signed,
    )
    return composer.fill("sandingan.html.j2", content, trait)


def change_sentences(composer: Composer, loaded: LoadedAdendum) -> list[str]:
    """What the adendum changes, an item a line; of a correction, each place with the words."""
    if loaded.adendum.jenis == "adendum":
        side = in_indonesian(loaded)
        revoking = list(provisions_of_revocation(side))[:1]
        if loaded.adendum.only_revokes:
            return [revoking_sentence(side)]
        (content,) = _change(composer, loaded, [side])
        if _form(loaded) != "pasal":
            return [*(row.told for row in content.rows), *revoking]
        return [*(item.kalimat for item in content.items), *revoking]
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
    return _changes_from(composer, loaded.sebelum, loaded)


def own_changes(composer: Composer, loaded: LoadedAdendum) -> list[Difference]:
    """The same of what its operations do, apart from what reads as before again since it
    revokes other adenda.
    """
    return _changes_from(composer, loaded.changes_text, loaded)


def _changes_from(
    composer: Composer, before: Loaded, loaded: LoadedAdendum
) -> list[Difference]:
    after = loaded.sesudah.reading
    sebutan = sebutan_by_key(after) | sebutan_by_key(before.reading)
    pairs = compose_both(composer, before, loaded.sesudah)
    heads = heads_in(before.reading.pasal, after.pasal)
    first, *others = [
        [with_head_named(one, heads) for one in changes(*both, sebutan)]
        for both in pairs
    ]
    order = _order_on_paper(pairs[0][1])
    for other in others:
        first = [replace(one, in_both=_is_said_in(one, other)) for one in first]
        language = f"naskah bahasa {loaded.sesudah.kesepakatan.bahasa_kedua}"
        own = {(one.datum, one.semula, one.menjadi) for one in first}
        for one in other:
            if (one.datum, one.semula, one.menjadi) not in own:
                letak = f"{one.letak} ({language})"
                named = replace(one, letak=letak, translated=True)
                first.insert(_place_in_order(first, named, order), named)
    called = _called(in_indonesian(loaded))
    return [replace(one, letak=called(one.letak)) for one in first]


def _is_said_in(one: Difference, other: Sequence[Difference]) -> bool:
    """Whether another language changes the same place in the same words."""
    changes = (one.datum, one.semula, one.menjadi)
    return changes in ((each.datum, each.semula, each.menjadi) for each in other)


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


@dataclass(frozen=True)
class _Content:
    """What an adendum changes, in one language.

    Attributes:
        items: as items of the drafting law.
        rows: as rows of a contract.
        attached: the annexes that follow it, as they are named.
        rights_stay: whether it is a correction that touches no right and no duty.
    """

    items: list[PerubahanItem]
    rows: list[PerubahanRow]
    attached: tuple[str, ...] = ()
    rights_stay: bool = False


def _form(loaded: LoadedAdendum) -> str:
    """The form it is written in; a correction has a table of its own."""
    return "pasal" if loaded.adendum.jenis == "perbaikan" else loaded.adendum.bentuk


def _only_sentence(
    content: _Content, side: AdendumSide, previous: Sequence[LoadedAdendum]
) -> str:
    """The sentence of an only change, which needs no number; else empty."""
    if side.adendum.only_revokes:
        return revoking_sentence(side)
    if len(content.items) != 1:
        return ""
    naskah = _changed_naskah(side, previous)
    return content.items[0].only(naskah, side.speech)


def _change(
    composer: Composer, loaded: LoadedAdendum, own: Sequence[AdendumSide]
) -> list[_Content]:
    """What the adendum changes, in each of its languages."""
    if loaded.adendum.jenis == "perbaikan" or loaded.adendum.only_revokes:
        rights_stay = _leaves_rights(composer, loaded)
        return [_Content([], [], rights_stay=rights_stay) for _ in own]
    differences = own_changes(composer, loaded)
    told = _told(loaded, differences)
    in_each = [_items(side, told, differences) for side in own]
    _check_told(loaded, in_each[0])
    of_lampiran = [tells_lampiran(item) for item in in_each[0]]
    return [
        _content(side, told, differences, items, of_lampiran)
        for side, items in zip(own, in_each, strict=True)
    ]


@dataclass(frozen=True)
class _Told:
    """By what the changes on paper are told.

    Attributes:
        touched: what the operations touch by address, as far as it shows on paper.
        replacements: words replaced.
        effects: changes on paper that no operation tells.
    """

    touched: list[Touch]
    replacements: list[Replacement]
    effects: list[Difference]


def _told(loaded: LoadedAdendum, differences: Sequence[Difference]) -> _Told:
    touched, replacements = touches(loaded.changes_text.tree, loaded.adendum.perubahan)
    touched = with_new_heads(touched, _heads(loaded))
    # What changes nothing on paper is not told; what changes on paper and no operation
    # tells is told by its place.
    shown = [touch for touch in touched if any(map(touch.covers, differences))]
    told: list[Touch | Replacement] = [*shown, *replacements]
    effects = [
        difference
        for difference in differences
        if not any(change.covers(difference) for change in told)
    ]
    return _Told(shown, replacements, _once_a_place(effects))


def _heads(loaded: LoadedAdendum) -> Heads:
    """The heads above the pasal before the adendum and with it."""
    return heads_in(loaded.sebelum.reading.pasal, loaded.sesudah.reading.pasal)


def _items(
    side: AdendumSide, told: _Told, differences: Sequence[Difference]
) -> list[PerubahanItem]:
    after = side.loaded.sesudah
    result = items(
        told.touched,
        told.replacements,
        told.effects,
        after.numbers.order,
        side.before.jenis,
        after.reading.kunci_pihak,
        _sebutan(side),
        tanda_tangan_changes(side.loaded.sebelum.kesepakatan, after.kesepakatan),
        side.name,
        after.reading.susunan,
        _heads(side.loaded),
        side.speech,
    )
    called = _called(side)
    renamed = [replace(item, kalimat=called(item.kalimat)) for item in result]
    return [_in_its_language(item, side, differences) for item in renamed]


_DATA_OF = {
    "Pasal": "pasal",
    "judul": "pasal",
    "pihak": "para_pihak",
    "kalimat": "kalimat",
    "pertimbangan": "pertimbangan",
    "dasar hukum": "dasar_hukum",
}
"""By what an item restates, how the paths of its data begin."""


def _in_its_language(
    item: PerubahanItem, side: AdendumSide, differences: Sequence[Difference]
) -> PerubahanItem:
    """The item, told as one of a single language where the other stays as it is."""
    root = _DATA_OF.get(item.wadah)
    if root is None:
        return item
    paths = [f"{root}.{label}." for label in item.label] or [f"{root}."]
    own = [one for one in differences if f"{one.datum}.".startswith(tuple(paths))]
    in_each = {one.translated for one in own}
    is_alone = len(in_each) == 1 and not any(one.in_both for one in own)
    if not is_alone or not side.after.bahasa_kedua:
        return item
    naskah = _naskah_of(side, translated=in_each.pop())
    return item.in_language(naskah, side.speech)


def _naskah_of(side: AdendumSide, *, translated: bool) -> str:
    """The text in one of the two languages, as the language of a side calls it."""
    if not translated:
        return side.speech.say("naskah bahasa Indonesia")
    if side.speech == IN_INDONESIAN:
        return f"naskah bahasa {side.after.bahasa_kedua}"
    return side.speech.say("naskah bahasa ini")


def _sebutan(side: AdendumSide) -> dict[str, str]:
    """How each party is called, by its key, in the text that changes; who joins in the new."""
    return sebutan_by_key(side.after) | sebutan_by_key(side.before)


def _content(
    side: AdendumSide,
    told: _Told,
    differences: Sequence[Difference],
    items: list[PerubahanItem],
    of_lampiran: Sequence[bool],
) -> _Content:
    attached = [item for item, of in zip(items, of_lampiran, strict=True) if of]
    told_rows = rows(
        differences,
        told.touched,
        told.replacements,
        attached,
        _sebutan(side),
        _heads(side.loaded),
        side.speech,
        _parts_with_address(side.loaded.sebelum),
        with_cells=_form(side.loaded) == "tabel",
    )
    called = _called(side)
    shown_rows = [row.renamed(called) for row in told_rows]
    return _Content(items, shown_rows, tuple(_lampiran_names(items)))


def _parts_with_address(loaded: Loaded) -> set[str]:
    """Paths of the parts of a pasal below which a party's address stands."""
    nodes = loaded.numbers.alamat.items()
    return {
        address_id(address)
        for path, address in nodes
        if (get_at(loaded.tree, path) or {}).get("korespondensi")
    }


def _lampiran_names(told: Sequence[PerubahanItem]) -> Iterator[str]:
    """The annexes that follow the adendum as they read anew: "Lampiran II"."""
    for item in told:
        if item.wadah == "Lampiran":
            for label in item.label or ("",):
                yield unit_words("lampiran", label)


def _called(side: AdendumSide) -> Callable[[str], str]:
    """Gives a sentence with its parts called as the paper calls them."""
    names = _pasal_names(side)
    poin = poin_places(side.before, side.after)

    def called(sentence: str) -> str:
        return on_paper(in_order(by_place(sentence, poin)), names)

    return called


def _pasal_names(side: AdendumSide) -> PasalNames:
    """What pasal without a number are called, those it puts in and those that were there.

    Nothing where the words of the language call them so themselves.
    """
    if side.speech != IN_INDONESIAN:
        return {}
    return {**pasal_names(side.after), **pasal_names(side.before)}


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


def _lampiran_heads(
    side: AdendumSide, frame: Kesepakatan, content: "_Content"
) -> list[list[str]]:
    """The head of each annex that follows; of several each bears its number."""
    many = len(set(content.attached))
    if many < 2:
        return [_lampiran_head(side, frame, "")]
    return [_lampiran_head(side, frame, roman(n)) for n in range(1, many + 1)]


def _lampiran_head(side: AdendumSide, frame: Kesepakatan, number: str) -> list[str]:
    """Lines at the right of an annex: whose it is, its numbers, its day."""
    speech, adendum = side.speech, side.adendum
    tanggal = adendum.signed
    names = [pihak.nama for pihak in frame.para_pihak]
    whose = {
        "adendum": side.name,
        "jenis": frame.jenis,
        "para_pihak": speech.words.between(frame, names),
    }
    if number:
        first = speech.say(
            "{lampiran} {adendum} atas {jenis} antara {para_pihak}",
            lampiran=speech.words.unit("lampiran", number),
            **whose,
        )
    else:
        first = speech.say(
            "Lampiran {adendum} atas {jenis} antara {para_pihak}", **whose
        )
    return [
        first,
        *(
            f"{speech.language.said('Nomor')} : {p.nomor or POINT}"
            for p in frame.para_pihak
            if p.nomor or (adendum.konsep and frame.numbered)
        ),
        f"{speech.language.said('Tanggal')} :"
        f" {speech.words.day(tanggal) if tanggal else POINT}",
    ]


def _perbaikan_list(
    composer: Composer, loaded: LoadedAdendum, previous: Sequence[LoadedAdendum] = ()
) -> list[Perbaikan]:
    result = [
        Perbaikan(_place_of_slip(composer, difference, previous), *excerpt)
        for difference in paper_changes(composer, loaded)
        for excerpt in difference.excerpts()
    ]
    for slip in frame_slips(loaded):
        kata = word_changes((Cut(slip.tertulis),), (Cut(slip.seharusnya),))
        excerpts = Difference("", slip.letak, kata).excerpts()
        result += [Perbaikan(slip.letak, *excerpt) for excerpt in excerpts]
    _check_told(loaded, result)
    return result


def _place_of_slip(
    composer: Composer, slip: Difference, previous: Sequence[LoadedAdendum]
) -> str:
    """Where a slip stands: in the adendum that brought it, else in the agreement."""
    for earlier in reversed(previous):
        brought = any(
            _brings(change, slip) for change in paper_changes(composer, earlier)
        )
        if brought:
            item = _item_number(composer, earlier, slip)
            return f"{earlier.name} {item}, {slip.letak}".replace(" ,", ",")
    return slip.letak


def _brings(change: Difference, slip: Difference) -> bool:
    """Whether a change put in the words that the slip now takes out."""
    if change.datum != slip.datum:
        return False
    put_in = " ".join(cut.teks for cut in change.kata if cut.lacak == "sisip").split()
    gone = " ".join(cut.teks for cut in slip.kata if cut.lacak == "hapus").split()
    return bool(gone) and set(gone) <= set(put_in)


def _item_number(composer: Composer, earlier: LoadedAdendum, slip: Difference) -> str:
    """ "Pasal I angka 2": the item of an adendum that tells a place; empty where it is not
    known.
    """
    if earlier.adendum.jenis == "perbaikan":
        return "Pasal I"
    heading = "Pasal I " if _form(earlier) == "pasal" else ""
    sentences = change_sentences(composer, earlier)
    if len(sentences) == 1:
        return heading.strip()
    container = re.compile(rf"{re.escape(_container_words(slip))}(?!\w)")
    told = [n for n, words in enumerate(sentences, 1) if container.search(words)]
    return f"{heading}angka {told[0]}" if told else heading.strip()


def _container_words(slip: Difference) -> str:
    """ "Pasal 6" of `pasal.6.ayat.2`; the whole place where it is no pasal."""
    address = address_of_id(slip.datum) if slip.datum.startswith("pasal.") else ()
    return unit_words(*address[0]) if address else slip.letak
