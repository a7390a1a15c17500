"""The documents of an adendum: the adendum itself, a correction, and the two texts side
by side for the meeting.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from notakesepakatan.compose.adendum.cited import corrected_names
from notakesepakatan.compose.adendum.difference import Difference, words_only
from notakesepakatan.compose.adendum.differences import changes
from notakesepakatan.compose.adendum.frame_slips import frame_slips
from notakesepakatan.compose.adendum.item import PerubahanItem, inside
from notakesepakatan.compose.adendum.items import items
from notakesepakatan.compose.adendum.peralihan import (
    Peralihan,
    former_name,
    leaving_pihak,
    peralihan,
)
from notakesepakatan.compose.adendum.perbaikan import leaves_rights
from notakesepakatan.compose.adendum.pertimbangan import (
    changed_with,
    pertimbangan_list,
    short_name,
)
from notakesepakatan.compose.adendum.provisions import provisions
from notakesepakatan.compose.adendum.revocation import (
    provisions_of_revocation,
    revoked_names,
    revoking_sentence,
)
from notakesepakatan.compose.adendum.rows import PerubahanRow, rows
from notakesepakatan.compose.adendum.touched import Replacement, Touch, touches
from notakesepakatan.compose.composer import Composer, Properties
from notakesepakatan.compose.frame import penandatanganan_frame
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
from notakesepakatan.compute.text.isian import (
    POINT,
    isian,
    kuasa_words,
    pejabat_words,
    sebutan_by_key,
)
from notakesepakatan.compute.text.unnumbered import PasalNames, on_paper, pasal_names
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.kesepakatan import Kesepakatan, Rangkap
from notakesepakatan.model.language import Language
from notakesepakatan.model.para_pihak import Pihak
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Cut, Sheet, Table
from notakesepakatan.naskah.compare import word_changes
from notakesepakatan.place import address_of_id, at, unit_words
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.lists import merge
from notakesepakatan.words.numbers import order, thousands
from notakesepakatan.words.tanggal import tanggal_long


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
        opening_anew=True,
    )
    today = _with_own_rangkap(today, loaded.adendum.rangkap)
    today = _with_former_names(today, loaded)
    leaving = _leaving(loaded)
    present = today.model_copy(update={"para_pihak": (*today.para_pihak, *leaving)})
    keys = (*k.kunci_pihak, *(f"semula_{n}" for n in range(1, len(leaving) + 1)))
    content = _change(composer, loaded)
    told = content.items
    start = loaded.adendum.mulai_berlaku
    perbaikan = []
    if loaded.adendum.jenis == "perbaikan":
        perbaikan = _perbaikan_list(composer, loaded, previous)
    attached = _attached(told)
    shared: dict[str, object] = {
        "susunan": k.susunan,
        "sebutan_bersama": k.sebutan_bersama,
        "sebutan_tunggal": k.sebutan_tunggal,
        "jenis": old.jenis,
        "judul": old.judul,
        "nama_naskah": old.titled,
        "bernomor": old.numbered,
        "adendum": loaded.adendum,
        "yang_dicabut": revoked_names(loaded) if loaded.adendum.only_revokes else "",
        "yang_dibetulkan": corrected_names(loaded)
        if loaded.adendum.only_frames
        else "",
        "nama_adendum": loaded.name,
        "nomor_adendum": order(loaded.nomor),
        "mulai_berlaku": tanggal_long(start) if start else None,
        "naskah_diubah": _changed_naskah(loaded, previous),
        "sebutan_naskah": short_name(loaded),
        "nomor_naskah": _numbers_of(old),
        "dasar_hukum_adendum": loaded.adendum.dasar_hukum,
        "daftar_ketentuan": provisions(
            loaded, previous, rights_stay=_leaves_rights(composer, loaded)
        ),
        "hari_ini": present,
        "pihak_judul": old.para_pihak if _has_others(loaded) else today.para_pihak,
        "saksi": loaded.adendum.saksi,
        "mengetahui": loaded.adendum.mengetahui,
        "sebutan_para_pihak": merge([p.sebutan or "" for p in present.para_pihak]),
        "kunci_pihak": k.kunci_pihak,
        "kunci_penanda_tangan": keys,
        "konsep": loaded.adendum.konsep,
        "jumlah_tahun": k.jumlah_tahun,
        "rangkap_ini": rangkap_ini,
        "deret_tanda_tangan": signature_rows(
            len(present.para_pihak), composer.pengaturan
        ),
        "tarif_meterai": f"Rp{thousands(composer.pengaturan.tarif_meterai)},00",
        "daftar_pertimbangan": pertimbangan_list(loaded, previous),
        "bentuk": _form(loaded),
        "daftar_butir": told,
        "daftar_baris": content.rows,
        "kalimat_tunggal": _only_sentence(content, loaded, previous),
        "daftar_perbaikan": perbaikan,
        "rangkap_kata": isian(today),
        "logo": {},
        "kepala_lampiran_adendum": _lampiran_head(loaded, today),
    }
    trait = Properties(
        f"{loaded.name} atas {k.titled}",
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


def _attached(told: Sequence[PerubahanItem]) -> list[str]:
    """The annexes that follow the adendum as they read anew: "Lampiran II"."""
    return [
        unit_words("lampiran", label)
        for item in told
        if item.wadah == "Lampiran"
        for label in item.label or ("",)
    ]


def _changed_naskah(loaded: LoadedAdendum, previous: Sequence[LoadedAdendum]) -> str:
    """What Pasal I changes: the agreement, and the adenda that changed it before."""
    own = loaded.adendum.sebutan_naskah or loaded.sebelum.reading.titled
    if loaded.adendum.only_frames:
        return f"{corrected_names(loaded)} atas {own}"
    return own + changed_with(loaded, previous)


def _numbers_of(k: Kesepakatan) -> list[str]:
    """The numbers of the agreement, of which the head of the adendum has each on a line."""
    return [pihak.nomor for pihak in k.para_pihak if pihak.nomor]


def _with_own_rangkap(today: Kesepakatan, own: Rangkap | None) -> Kesepakatan:
    return today.model_copy(update={"rangkap": own}) if own else today


def _peralihan(loaded: LoadedAdendum) -> Peralihan:
    return peralihan(loaded.sebelum.reading, loaded.sesudah.reading)


def _has_others(loaded: LoadedAdendum) -> bool:
    """Whether a party comes or goes, so that the title names those of the agreement."""
    change = _peralihan(loaded)
    return bool(change.leaving or change.joining)


def _leaving(loaded: LoadedAdendum) -> tuple[Pihak, ...]:
    """Who signs and is a party no more, with their sentences filled in."""
    present = leaving_pihak(_peralihan(loaded), loaded.adendum.pihak_keluar)
    return tuple(one.model_copy(update={"kalimat": _filled(one)}) for one in present)


def _filled(pihak: Pihak) -> str:
    """The sentence of a party that is none of the text any more."""
    sentence = pihak.kalimat or ""
    for name in ("jabatan", "nama", "sebutan"):
        sentence = sentence.replace(f"[[{name}]]", getattr(pihak, name) or POINT)
    return sentence


def _with_former_names(today: Kesepakatan, loaded: LoadedAdendum) -> Kesepakatan:
    """The parties, each that is called otherwise since this adendum with its old name."""
    old = loaded.sebelum.reading
    named = list[Pihak]()
    after = loaded.sesudah.reading.para_pihak
    for pihak, new in zip(today.para_pihak, after, strict=True):
        former = former_name(new, old)
        if former and "(dahulu" not in pihak.nama:
            name = f"{pihak.nama} (dahulu {former})"
            pihak = pihak.model_copy(update={"nama": name, "nama_judul": None})
        named.append(pihak)
    return today.model_copy(update={"para_pihak": tuple(named)})


def _leaves_rights(composer: Composer, loaded: LoadedAdendum) -> bool:
    if loaded.adendum.jenis != "perbaikan":
        return False
    return leaves_rights(loaded, paper_changes(composer, loaded))


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
        content = _change(composer, loaded)
        revoking = list(provisions_of_revocation(loaded, short_name(loaded)))[:1]
        if loaded.adendum.only_revokes:
            return [revoking_sentence(loaded)]
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
    sebutan = sebutan_by_key(loaded.sesudah.reading)
    pairs = compose_both(composer, before, loaded.sesudah)
    first, *others = [changes(*both, sebutan) for both in pairs]
    order = _order_on_paper(pairs[0][1])
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


@dataclass(frozen=True)
class _Content:
    """What an adendum changes, as items of the drafting law and as rows of a contract."""

    items: list[PerubahanItem]
    rows: list[PerubahanRow]


def _form(loaded: LoadedAdendum) -> str:
    """The form it is written in; a correction has a table of its own."""
    return "pasal" if loaded.adendum.jenis == "perbaikan" else loaded.adendum.bentuk


def _only_sentence(
    content: _Content, loaded: LoadedAdendum, previous: Sequence[LoadedAdendum]
) -> str:
    """The sentence of an only change, which needs no number; else empty."""
    if loaded.adendum.only_revokes:
        return revoking_sentence(loaded)
    if len(content.items) != 1:
        return ""
    return inside(content.items[0].kalimat, _changed_naskah(loaded, previous))


def _change(composer: Composer, loaded: LoadedAdendum) -> _Content:
    if loaded.adendum.jenis == "perbaikan" or loaded.adendum.only_revokes:
        return _Content([], [])
    before = loaded.changes_text
    differences = own_changes(composer, loaded)
    touched, replacements = touches(before.tree, loaded.adendum.perubahan)
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
    sebutan = sebutan_by_key(before.reading) | sebutan_by_key(after.reading)
    result = items(
        shown,
        replacements,
        effects,
        after.numbers.order,
        before.reading.jenis,
        after.reading.kunci_pihak,
        sebutan,
        loaded.adendum.nama,
    )
    _check_told(loaded, result)
    names = _pasal_names(loaded)
    told_items = [
        replace(item, kalimat=on_paper(item.kalimat, names)) for item in result
    ]
    told_rows = rows(differences, shown, replacements, told_items, sebutan)
    return _Content(told_items, [row.renamed(names) for row in told_rows])


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
        f"Lampiran {loaded.name} atas {today.jenis} antara {_makers(today)}",
        *(
            f"Nomor : {p.nomor or POINT}"
            for p in today.para_pihak
            if p.nomor or (loaded.adendum.konsep and today.numbered)
        ),
        f"Tanggal : {tanggal_long(tanggal) if tanggal else POINT}",
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
