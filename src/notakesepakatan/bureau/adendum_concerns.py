"""A planned change in, what the officer should look at out."""

from collections.abc import Iterator, Sequence
from datetime import date

from notakesepakatan.compose.adendum.peralihan import peralihan
from notakesepakatan.compute.change.concerns import (
    OF_TERM,
    NewFlaw,
    Side,
    lost_headings,
    lost_roles,
    new_flaws,
)
from notakesepakatan.compute.change.diff import (
    changed_share,
    same_but_for_typography,
)
from notakesepakatan.compute.change.moved import MovedRujukan, dangling_rujukan
from notakesepakatan.compute.text.tree import Tree, place_at
from notakesepakatan.load.adendum.riwayat import LoadedAdendum, Riwayat
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.adendum import Operation, ReplaceWords
from notakesepakatan.model.jangka_waktu import JangkaWaktu
from notakesepakatan.place import DataPath
from notakesepakatan.words.lists import merge
from notakesepakatan.words.tanggal import tanggal_long

_LARGEST_SHARE = 0.5
"""Share of the text beyond which a new agreement serves better than an adendum.

UU 12/2011 Lampiran II 237: more than half.
"""


def flaws_brought(adendum: LoadedAdendum) -> list[NewFlaw]:
    """Findings of the text with an adendum that the text before it does not have."""
    return new_flaws(_side(adendum.sebelum), _side(adendum.whole))


def concerns(
    riwayat: Riwayat,
    adendum: LoadedAdendum,
    flaws: Sequence[NewFlaw],
    numbered_anew: bool,
) -> Iterator[str]:
    """What the officer should look at.

    Args:
        riwayat: the adenda below the new one.
        adendum: the new one.
        flaws: what `flaws_brought` says of it.
        numbered_anew: whether the new text was typed with other numbers.
    """
    before, after = adendum.sebelum, adendum.whole
    old, new = before.tree, after.tree
    for each in riwayat.adendum:
        if each.adendum.konsep:
            yield f"{each.name} masih konsep; adendum ini disusun di atasnya."
    if changed_share(old, new) > _LARGEST_SHARE:
        yield (
            "Lebih dari separuh naskah berubah; kesepakatan baru lebih baik daripada "
            "adendum (angka 237)."
        )
    yield from _transfers(adendum)
    yield from _old_names_left(old, new)
    if old != new and same_but_for_typography(old, new):
        yield (
            "Yang berubah hanya huruf kapital, tanda baca, atau spasi, bukan katanya; "
            "bila itu salah tulis, pakai --perbaikan."
        )
    if _other_officials(old, new):
        yield (
            "Pergantian pejabat bukan perubahan naskah (bandingkan PP 28/2018 Pasal 9 "
            "ayat (2)): cukup tulis pejabat yang baru dengan pengangkatannya pada para_pihak "
            "adendum atau berita acara berikutnya."
        )
    yield from _of_term(old, new)
    if numbered_anew:
        yield (
            "Nomor tidak bergeser: ketentuan yang dihapus tetap bernomor dan ketentuan "
            "yang disisipkan diberi nomor sisipan. "
            "Periksa rujukan yang ditulis dengan nomor."
        )
    yield from lost_roles(old, new)
    yield from lost_headings(old, new)
    yield from dangling_rujukan(old, new)
    for _, place, said in flaws:
        where = place_at(new, place.path).words if place.path else "Naskah"
        yield f"{where}: {said}."
    yield from _waits_for(riwayat, adendum)
    yield from _pihak_later(riwayat)


def _side(loaded: Loaded) -> Side:
    return Side(loaded.kesepakatan, loaded.reading, loaded.numbers)


def _of_term(old: Tree, new: Tree) -> Iterator[str]:
    if old.get("jangka_waktu") == new.get("jangka_waktu"):
        return
    if _has_plan(new):
        yield (
            "Kolom tahun Rencana Kerja ikut berubah; baris bertanda semua berlaku juga "
            "pada tahun yang baru. Periksa."
        )
    if _kind_of_term(old) != _kind_of_term(new):
        yield (
            "Jangka waktunya kini ditulis dengan cara lain (lama, hari terakhir, atau "
            "tanpa batas waktu). Periksa bunyi pasal jangka waktunya."
        )


def _has_plan(tree: Tree) -> bool:
    """Whether one of the annexes is a Rencana Kerja."""
    lampiran = tree.get("lampiran") or []
    every = lampiran if isinstance(lampiran, list) else [lampiran]
    return any("program" in each for each in every)


def _kind_of_term(tree: Tree) -> frozenset[str]:
    """Which keys the term of a tree has: a span, a day, budget years, and so on."""
    return frozenset(JangkaWaktu.model_validate(tree["jangka_waktu"]).model_fields_set)


def _waits_for(riwayat: Riwayat, adendum: LoadedAdendum) -> Iterator[str]:
    """Earlier adenda that change the same only after the new one may be signed."""
    if adendum.begin is not None:
        return
    for each in riwayat.adendum:
        both = sorted(each.parts & adendum.parts)
        if both and each.in_force and each.in_force > (each.adendum.signed or date.max):
            yield (
                f"{merge(both)} baru diubah dengan {each.name} mulai "
                f"{tanggal_long(each.in_force)}; bila adendum ini ditandatangani sebelum "
                f'hari itu, tulis "mulai_berlaku: {each.in_force}" atau sesudahnya.'
            )


def _pihak_later(riwayat: Riwayat) -> Iterator[str]:
    """Earlier adenda that change a party only after they were signed."""
    for each in riwayat.adendum:
        signed, begin = each.adendum.signed, each.in_force
        if not signed or not begin or begin <= signed:
            continue
        sides = (each.sebelum.kesepakatan, each.sesudah.kesepakatan)
        old, new = ([one.nama for one in side.para_pihak] for side in sides)
        if old != new:
            yield (
                f"Para pihak baru berubah dengan {each.name} mulai "
                f"{tanggal_long(begin)}; bila adendum ini ditandatangani sebelum hari "
                "itu, tulis pada para_pihak siapa yang menandatangani bagi pihak semula."
            )


def term_said_otherwise(adendum: LoadedAdendum, flaws: Sequence[NewFlaw]) -> list[str]:
    """What the changed words say of the term that its data do not."""
    if (
        adendum.sebelum.kesepakatan.jangka_waktu
        != adendum.whole.kesepakatan.jangka_waktu
    ):
        return []
    return [said for code, _, said in flaws if code == OF_TERM]


def rujukan_remarks(
    rujukan_list: Sequence[MovedRujukan], followed: bool
) -> Iterator[str]:
    """References to what has another number now, and what was done with them."""
    typed = [each for each in rujukan_list if not each.follows]
    if not rujukan_list:
        return
    done = ""
    if typed and followed:
        done = ", dan ikut diubah"
    elif typed:
        done = (
            ". Yang diketik tidak ikut diubah: susun lagi dengan --rujukan ikut --ganti "
            "supaya mengikuti, atau sisipkan sesudah bagian yang pertama (mis. ayat (1a)) "
            "supaya nomor tidak bergeser"
        )
    listed = "; ".join(str(each) for each in rujukan_list)
    yield f"Rujukan ke bagian yang bergeser nomornya{done}: {listed}."


def words_remarks(operations: Sequence[Operation], is_perbaikan: bool) -> Iterator[str]:
    """That one replacement stands for many changes."""
    replaced = [each for each in operations if isinstance(each, ReplaceWords)]
    if replaced and not is_perbaikan:
        words = replaced[0]
        yield (
            f'Penggantian "{words.tertulis}" menjadi "{words.menjadi}" menjelaskan '
            f"{len(replaced)} perubahan, jadi ditulis sebagai satu butir."
        )


def _transfers(adendum: LoadedAdendum) -> Iterator[str]:
    """That a body of another name is read as another party, to which the rights go."""
    before, after = adendum.sebelum.reading, adendum.whole.reading
    change = peralihan(before, after)
    if not change.replaced:
        return
    for old, new in zip(change.leaving, change.joining, strict=True):
        yield (
            f"{new.nama} dibaca sebagai pihak lain yang menggantikan {old.nama}: "
            f"seluruh hak dan kewajiban beralih kepadanya, dan {old.nama} ikut "
            "menandatangani. Bila badannya sama dan hanya berganti nama, tulis "
            f'"{old.nama}" pada riwayat_nama pihak itu, lalu susun lagi konsep ini.'
        )


def _old_names_left(before: Tree, target: Tree) -> Iterator[str]:
    """Where a party's old name still stands in the text that calls it otherwise."""
    for old, new in zip(before["para_pihak"], target["para_pihak"], strict=False):
        former, name = str(old.get("nama")), str(new.get("nama"))
        if former == name or former in name:
            continue
        paths = [
            path
            for path, text in _texts_with_paths(target, ())
            if former in text and "riwayat_nama" not in path
        ]
        places = list(dict.fromkeys(place_at(target, path).words for path in paths))
        if places:
            yield (
                f'Nama lama "{former}" masih ada pada: {", ".join(places)}. Ganti juga '
                "di sana, atau biarkan bila memang nama pada waktu itu."
            )


def _texts_with_paths(node: object, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Every text of a tree with its path."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, content in node.items():
            yield from _texts_with_paths(content, (*path, key))
    elif isinstance(node, list):
        for i, content in enumerate(node):
            yield from _texts_with_paths(content, (*path, i))


def _other_officials(before: Tree, target: Tree) -> bool:
    """Whether a party that stays the same is signed for by somebody else."""
    both = zip(before["para_pihak"], target["para_pihak"], strict=False)
    return any(
        old.get("nama") == new.get("nama") and old.get("pejabat") != new.get("pejabat")
        for old, new in both
    )
