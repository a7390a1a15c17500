"""The operations of an adendum as the numbered items of its Pasal I, in order of the
text, one item a pasal.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from notakesepakatan.compose.adendum.differences import Difference
from notakesepakatan.compose.adendum.sentences import (
    Appended,
    Changed,
    Clause,
    Container,
    Deleted,
    Inserted,
    list_units,
    reads,
    sentence,
    words_sentence,
)
from notakesepakatan.compose.adendum.touched import Replacement, Touch
from notakesepakatan.place import Address, address_of_id, default_sebutan, unit_words


@dataclass(frozen=True)
class PerubahanItem:
    """One numbered item of an adendum: its sentence, and what stands below it as it now reads.

    Attributes:
        kalimat: the sentence.
        wadah: what is restated: "Pasal 6", "dasar hukum", "pertimbangan", "kepala",
            "nomor", "pihak", "kalimat", "".
        label: which of them.
    """

    kalimat: str
    wadah: str = ""
    label: tuple[str, ...] = ()


def items(
    touch: Sequence[Touch],
    replacement: Sequence[Replacement],
    effect: Sequence[Difference],
    index: Mapping[Address, int],
    kind: str,
    kunci_pihak: Sequence[str],
) -> list[PerubahanItem]:
    """Items in order of the text.

    Args:
        touch: touched by address.
        replacement: words replaced.
        effect: places on paper that change with data.
        index: place of every address in the new text.
        kind: the instrument's name.
        kunci_pihak: keys of the parties of the new text.
    """
    result = [
        *_front(effect, kind, kunci_pihak),
        *_lists("dasar hukum", "angka", touch, effect),
        *_lists("pertimbangan", "huruf", touch, effect),
    ]
    result += _pasal(touch, replacement, effect, index)
    result += _signatures(effect)
    result += _annex(touch, effect)
    return result + list(_others(effect))


_KNOWN = (
    "jenis",
    "judul",
    "para_pihak.",
    "kalimat.",
    "dasar_hukum.",
    "pertimbangan.",
    "pasal.",
    "lampiran",
    "tanda_tangan",
)


def _others(effect: Sequence[Difference]) -> Iterator[PerubahanItem]:
    """What stands in a part that no sentence is made for, as a template of the office
    may have it.
    """
    for difference in effect:
        if not difference.datum.startswith(_KNOWN) and not difference.letak.startswith(
            ("kepala tabel Lampiran", "tanda tangan")
        ):
            lama, new = (
                "".join(p.teks for p in content).strip()
                for content in (difference.semula, difference.menjadi)
            )
            place = (difference.letak or "Naskah").capitalize()
            yield PerubahanItem(f'{place} diubah dari "{lama}" menjadi "{new}".')


def _signatures(effect: Sequence[Difference]) -> Iterator[PerubahanItem]:
    """The block of signatures, unless the parties themselves are told anew."""
    pihak = any(
        difference.datum.startswith("para_pihak.") and difference.datum.count(".") == 1
        for difference in effect
    )
    if not pihak and any(
        difference.letak.startswith("tanda tangan") for difference in effect
    ):
        yield PerubahanItem(
            "Blok tanda tangan diubah sehingga berbunyi sebagai berikut:",
            "tanda_tangan",
        )


def _front(
    effect: Sequence[Difference], kind: str, kunci_pihak: Sequence[str]
) -> Iterator[PerubahanItem]:
    """Title, numbers, opening, parties: told by what of them reads otherwise."""
    ada = [difference.datum for difference in effect]
    if any(
        datum in ("jenis", "judul")
        or (datum.startswith("para_pihak.") and datum.endswith(".nama"))
        for datum in ada
    ):
        yield PerubahanItem(
            f"Judul {kind} diubah sehingga berbunyi sebagai berikut:", "kepala"
        )
    if any(
        datum.startswith("para_pihak.") and datum.endswith(".nomor") for datum in ada
    ):
        yield PerubahanItem(
            f"Nomor {kind} diubah sehingga berbunyi sebagai berikut:", "nomor"
        )
    if "kalimat.pembukaan" in ada:
        yield PerubahanItem(
            "Pembukaan diubah sehingga berbunyi sebagai berikut:",
            "kalimat",
            ("pembukaan",),
        )
    for difference in effect:
        if (
            difference.datum.startswith("para_pihak.")
            and difference.datum.count(".") == 1
        ):
            key = difference.datum.partition(".")[2]
            name = f"Keterangan mengenai {default_sebutan(key)}"
            if key in kunci_pihak:
                word = "ditambahkan" if difference.new else "diubah"
                yield PerubahanItem(
                    f"{name} {word} sehingga berbunyi sebagai berikut:", "pihak", (key,)
                )
            else:
                yield PerubahanItem(f"{name} dihapus.")
    for key, name in (
        ("sebutan_bersama", "Sebutan para pihak"),
        ("pertimbangan", "Pengantar pertimbangan"),
        ("kesepakatan", "Pengantar pasal"),
        ("dasar_hukum", "Pengantar dasar hukum"),
    ):
        if f"kalimat.{key}" in ada:
            yield PerubahanItem(
                f"{name} diubah sehingga berbunyi sebagai berikut:", "kalimat", (key,)
            )


def _lists(
    name: str, unit: str, touch: Sequence[Touch], effect: Sequence[Difference]
) -> Iterator[PerubahanItem]:
    """Legal bases or recitals: the items that change, not the whole list again."""
    container, own = Container(name), [s for s in touch if s.wadah == name]
    start = name.replace(" ", "_") + "."
    hit = dict.fromkeys(
        difference.datum.split(".")[1]
        for difference in effect
        if difference.datum.startswith(start)
    )
    if any(not s.jenis for s in own):
        action = {s.tindakan for s in own if not s.jenis}
        yield (
            PerubahanItem(f"{name.capitalize()} dihapus.")
            if "hapus" in action
            else PerubahanItem(
                f"{name.capitalize()} diubah sehingga berbunyi sebagai berikut:", name
            )
        )
        return
    own += [
        Touch("ubah", name, (), unit, (label,))
        for label in hit
        if not any(label in s.label for s in own)
    ]
    for clause, label in _clauses(own):
        # What stands below is only what changed: a deeper part is shown with the item
        # it belongs to.
        if isinstance(clause, Deleted) and not clause.di:
            yield PerubahanItem(sentence(container, [clause], "."))
        else:
            yield PerubahanItem(
                sentence(container, [clause], " sehingga berbunyi sebagai berikut:"),
                name,
                label,
            )


def _clauses(items: Sequence[Touch]) -> Iterator[tuple[Clause, tuple[str, ...]]]:
    """Clauses of one container; changes of siblings of one kind are one.

    With the labels right below the container.
    """
    shared: dict[tuple[object, ...], list[Touch]] = {}
    for s in items:
        key = (
            (s.tindakan, s.di, s.jenis)
            if s.tindakan in ("ubah", "hapus")
            else (s.tindakan, s.di, s.jenis, s.neighbour)
        )
        shared.setdefault(key, []).append(s)
    for group in shared.values():
        s = group[0]
        label = tuple(dict.fromkeys(one for k in group for one in k.label))
        index = max((k.index for k in group), key=len)
        above = (s.di[0][1],) if s.di else label
        if s.tindakan == "ubah":
            yield Changed(list_units(s.jenis, label, index), s.di), above
        elif s.tindakan == "hapus":
            yield Deleted(list_units(s.jenis, label, index), s.di), above
        else:
            unit = tuple(unit_words(s.jenis, one) for one in label)
            front, back = (
                unit_words(s.jenis, one) if one else "" for one in s.neighbour
            )
            if s.tindakan == "tambah":
                yield Appended(s.jenis, front, unit, s.di), above
            else:
                yield Inserted(s.jenis, front, back, unit, s.di), above


def _pasal(
    touch: Sequence[Touch],
    replacement: Sequence[Replacement],
    effect: Sequence[Difference],
    letak: Mapping[Address, int],
) -> list[PerubahanItem]:
    """One item a pasal, one for each run of new or deleted ones, one for words
    replaced; in order.
    """
    index = [
        address[0][1]
        for address in letak
        if len(address) == 1 and address[0][0] == "pasal"
    ]
    result = list(_words(replacement, index))
    new = {one for s in touch if s.jenis == "pasal" for one in s.label}
    items = [*touch, *_effects(effect)]
    for s in (s for s in items if s.jenis == "pasal"):
        ((insertion, ada),) = _clauses([s])
        item = PerubahanItem(
            sentence(Container(""), [insertion], " sehingga berbunyi sebagai berikut:"),
            "Pasal",
            ada,
        )
        result.append((index.index(ada[0]), item))
    remove = [
        s.wadah.removeprefix("Pasal ")
        for s in items
        if s.tindakan == "hapus" and not s.jenis and s.wadah.startswith("Pasal ")
    ]
    for group in _runs(remove, index):
        clause = Deleted(list_units("pasal", group, index))
        result.append(
            (
                index.index(group[0]),
                PerubahanItem(sentence(Container(""), [clause], ".")),
            )
        )
    for label in index:
        own = [s for s in items if s.wadah == f"Pasal {label}"]
        if not own or label in new or label in remove:
            continue
        container = Container(f"Pasal {label}")
        if any(not s.jenis for s in own):
            kalimat = (
                f"Ketentuan {container.nama} diubah sehingga berbunyi sebagai berikut:"
            )
        else:
            own.sort(
                key=lambda s: letak.get(
                    (("pasal", label), *s.di, (s.jenis, s.label[0])), 0
                )
            )
            all_clauses = [clause for clause, _ in _clauses(own)]
            kalimat = sentence(container, all_clauses, reads(container, all_clauses))
        result.append((index.index(label), PerubahanItem(kalimat, "Pasal", (label,))))
    return [item for _, item in sorted(result, key=lambda one: one[0])]


def _runs(label: Sequence[str], index: Sequence[str]) -> list[list[str]]:
    """Neighbours together."""
    result = list[list[str]]()
    for one in sorted(set(label), key=index.index):
        if result and index.index(result[-1][-1]) + 1 == index.index(one):
            result[-1].append(one)
        else:
            result.append([one])
    return result


def _effects(effect: Sequence[Difference]) -> Iterator[Touch]:
    """Parts of pasal that read otherwise since data changed, counted as changed."""
    for datum in dict.fromkeys(
        difference.datum
        for difference in effect
        if difference.datum.startswith("pasal.")
    ):
        address = address_of_id(datum)
        container = unit_words(*address[0])
        if len(address) == 1:
            yield Touch("ubah", container)
        else:
            yield Touch(
                "ubah",
                container,
                address[1:-1],
                address[-1][0],
                (address[-1][1],),
                (address[-1][1],),
            )


def _words(
    replacement: Sequence[Replacement], index: Sequence[str]
) -> Iterator[tuple[int, PerubahanItem]]:
    """The same words for the same, wherever they stand, as one item, at the first pasal
    that has them.
    """
    shared: dict[tuple[str, str], list[Replacement]] = {}
    for g in replacement:
        shared.setdefault((g.tertulis, g.menjadi), []).append(g)
    for (tertulis, menjadi), items in shared.items():
        position = [
            index.index(g.wadah[6:]) for g in items if g.wadah.startswith("Pasal ")
        ]
        yield (
            min(position, default=len(index)),
            PerubahanItem(words_sentence(tertulis, menjadi, [g.letak for g in items])),
        )


_IN_LAMPIRAN = (
    " sehingga Lampiran menjadi sebagaimana tercantum dalam Lampiran yang merupakan"
    " bagian tidak terpisahkan dari Adendum ini."
)


def _annex(
    touch: Sequence[Touch], effect: Sequence[Difference]
) -> Iterator[PerubahanItem]:
    """The annex, which is then attached as a whole; words replaced in it are told apart."""
    own = [s for s in touch if s.wadah == "Lampiran"]
    whole = {s.tindakan for s in own if not s.jenis}
    if "hapus" in whole:
        yield PerubahanItem("Lampiran dihapus.")
    elif own and not whole and not _in_annex(effect):
        clause = [one for one, _ in _clauses(own)]
        yield PerubahanItem(
            sentence(Container("Lampiran"), clause, _IN_LAMPIRAN), "Lampiran"
        )
    elif own or _in_annex(effect):
        yield PerubahanItem("Lampiran diubah" + _IN_LAMPIRAN, "Lampiran")


def _in_annex(effect: Sequence[Difference]) -> bool:
    """Whether something of the annex changes that no row tells, as its columns do."""
    return any(
        difference.datum.startswith("lampiran")
        or difference.letak.startswith("kepala tabel Lampiran")
        for difference in effect
    )
