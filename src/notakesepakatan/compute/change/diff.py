"""From the difference of two agreements to the operations of an adendum.

The law of this module: for every base and new agreement, with `tujuan = settle(base, new)`,

    apply(base, diff(base, tujuan)) == tujuan

`settle` is the new agreement as law numbers it: numbers never shift (UU 12/2011 Lampiran II 230-238), so what was taken
out stays as deleted under its number and what was put in between gets a number of its own. A text that keeps these rules
already is left as it is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from notakesepakatan.compute.change.align import align
from notakesepakatan.compute.change.wording import reword, texts
from notakesepakatan.compute.text.letak import words_of
from notakesepakatan.compute.text.numbering import Jalur, whole
from notakesepakatan.compute.text.tree import ANAK, Pohon, deleted, drop_at, label_key, labels, level, set_at
from notakesepakatan.model.adendum import Hapus, Operasi, Sisip, Tambah, Ubah

_BUKAN_KALIMAT = ("jangka_waktu", "konvensi_berakhir", "tenggat", "rangkap", "penandatanganan")
"""Values that the text only takes over: their change is no change of words."""

_SELALU_RINCI = (("pasal",),)
"""Lists whose items keep their numbers whatever is put before them; of others the part above is written anew."""


def settle(lama: Any, baru: Any, jalur: Jalur = ()) -> Any:
    """The new tree with the numbers it has in law beside the old one; equal to `baru` but for labels and deleted parts."""
    if lama == baru:
        return lama
    if isinstance(lama, list) and isinstance(baru, list) and level(jalur):
        return _settle_list(lama, baru, jalur)
    if isinstance(lama, dict) and isinstance(baru, dict):
        return {kunci: settle(lama[kunci], isi, (*jalur, kunci)) if kunci in lama else isi for kunci, isi in baru.items()}
    if isinstance(lama, list) and isinstance(baru, list) and len(lama) == len(baru):
        return [settle(a, b, (*jalur, i)) for i, (a, b) in enumerate(zip(lama, baru, strict=True))]
    return baru


def _settle_list(lama: list[Pohon], baru: list[Pohon], jalur: Jalur) -> list[Pohon]:
    pasangan = align(lama, baru, jalur)
    if not _in_detail(pasangan, jalur):
        return baru
    kunci, hasil, sisip = label_key(jalur), list[Pohon](), list[Pohon]()
    ada = labels(lama, jalur)
    dipakai = set(ada)

    def flush(di_depan: str) -> None:
        for satu in sisip:
            di_depan = _free_label(di_depan, satu.get(kunci), dipakai, level(jalur) or "")
            hasil.append({**satu, kunci: di_depan})
        sisip.clear()

    terakhir = ""
    for i, j in pasangan:
        if i is None:
            sisip.append(baru[j or 0])
            continue
        flush(terakhir)
        terakhir = ada[i]
        hasil.append(_settle_node(lama[i], None if j is None else baru[j], (*jalur, i), kunci))
    return hasil + list(_appended(sisip, hasil, jalur))


def _settle_node(lama: Pohon, baru: Pohon | None, jalur: Jalur, kunci: str) -> Pohon:
    if baru is None:
        return lama if deleted(lama) else {**lama, "dihapus": "ya"}
    if deleted(lama) and deleted(baru):
        return lama
    hasil: Pohon = settle({n: v for n, v in lama.items() if n != kunci}, {n: v for n, v in baru.items() if n != kunci}, jalur)
    return {**hasil, kunci: lama[kunci]} if kunci in lama else hasil


def _appended(tambahan: list[Pohon], di_depan: list[Pohon], jalur: Jalur) -> Iterator[Pohon]:
    """Without numbers, which are counted on; unless one is written that says otherwise and is free."""
    kunci = label_key(jalur)
    tanpa = [{n: v for n, v in satu.items() if n != kunci} for satu in tambahan]
    if all(kunci not in satu for satu in tambahan) or _clashes([*di_depan, *tambahan], jalur):
        yield from tanpa
        return
    for n, satu in enumerate(tambahan):
        wajar = labels([*di_depan, *tambahan[:n], tanpa[n]], jalur)[-1]
        yield tanpa[n] if satu.get(kunci) == wajar else satu


def _clashes(daftar: list[Pohon], jalur: Jalur) -> bool:
    semua = labels(daftar, jalur)
    return len(set(semua)) < len(semua)


def _free_label(di_depan: str, diminta: str | None, dipakai: set[str], tingkat: str) -> str:
    """A number of its own behind another: 7 -> 7A, 7B; (1) -> 1a; a -> a1; before the first: 0A. Marked as used."""
    if diminta is None or diminta in dipakai or whole(diminta, tingkat) != whole(di_depan, tingkat):
        diminta = next(satu for satu in _labels_behind(di_depan or "0", tingkat) if satu not in dipakai)
    dipakai.add(diminta)
    return diminta


def _labels_behind(label: str, tingkat: str) -> Iterator[str]:
    """The next of its kind first, then ever longer ones."""
    akhir = re.search(r"[0-9]+$|^[a-z]+$|[A-Za-z]$", label)
    ekor = akhir[0] if akhir else ""
    pangkal = label[: len(label) - len(ekor)]
    if ekor.isdigit():
        if pangkal:
            yield f"{pangkal}{int(ekor) + 1}"
        tambahan = "A" if tingkat == "pasal" else "a"
    elif pangkal and ekor not in "zZ":
        yield f"{pangkal}{chr(ord(ekor) + 1)}"
        tambahan = "1"
    else:
        tambahan = "1"
    for kali in count(1):
        yield label + tambahan * kali


def _in_detail(pasangan: Sequence[tuple[int | None, int | None]], jalur: Jalur) -> bool:
    """Whether a list is told by its items: something of it stays, and nothing comes before its first."""
    if jalur in _SELALU_RINCI:
        return True
    return bool(pasangan) and pasangan[0][0] is not None and any(i is not None and j is not None for i, j in pasangan)


def diff(lama: Pohon, baru: Pohon, *, kata: bool = False) -> list[Operasi]:
    """Operations that turn the first tree into the second, which is settled; in order of the text.

    Addresses are those of the tree each operation meets, the earlier ones being applied. With `kata`, as corrections
    want it, words are replaced by words where nothing else differs.
    """
    return list(_Pembanding(lama, kata).values(lama, baru, ()))


def changed_share(lama: Pohon, baru: Pohon) -> float:
    """How much of the text an amendment touches, 0 to 1: words of texts that are not the same in both (rule 237)."""
    isi_lama, isi_baru = (Counter(texts(satu)) for satu in (lama, baru))
    sama = isi_lama & isi_baru
    n = [sum(len(teks.split()) * kali for teks, kali in isi.items()) for isi in (sama, isi_lama, isi_baru)]
    return 1 - n[0] / max(n[1], n[2], 1)


class _Pembanding:
    """Walks both trees; keeps the old one as it changes, since addresses are read in it."""

    def __init__(self, pohon: Pohon, kata: bool) -> None:
        self._pohon = pohon
        self._kata = kata

    def _words(self, jalur: Jalur) -> str:
        return words_of(self._pohon, jalur)

    def _change(self, jalur: Jalur, baru: Any) -> Iterator[Operasi]:
        if self._kata and jalur[0] not in _BUKAN_KALIMAT and (hasil := reword(self._pohon, jalur, baru)):
            yield from hasil[1]
            self._pohon = hasil[0]
            return
        yield Ubah(tindakan="ubah", letak=self._words(jalur), menjadi=baru)
        self._pohon = set_at(self._pohon, jalur, baru)

    def values(self, lama: Any, baru: Any, jalur: Jalur) -> Iterator[Operasi]:
        """Operations below one path, which is no item of a numbered list."""
        if lama == baru:
            return
        if not (isinstance(lama, dict) and isinstance(baru, dict)):
            yield from self._change(jalur, baru)
            return
        for kunci in dict.fromkeys((*lama, *baru)):
            sini: Jalur = (*jalur, kunci)
            if kunci not in baru:
                yield Hapus(tindakan="hapus", letak=self._words(sini))
                self._pohon = drop_at(self._pohon, sini)
            elif kunci not in lama:
                yield from self._change(sini, baru[kunci])
            elif level(sini) and lama[kunci] != baru[kunci]:
                yield from self._list(lama[kunci], baru[kunci], sini)
            elif _same_parties(sini, lama[kunci], baru[kunci]):
                for i, (a, b) in enumerate(zip(lama[kunci], baru[kunci], strict=True)):
                    yield from self.values(a, b, (*sini, i))
            else:
                yield from self.values(lama[kunci], baru[kunci], sini)

    def _list(self, lama: list[Pohon], baru: list[Pohon], jalur: Jalur) -> Iterator[Operasi]:
        pasangan = _settled_pairs(lama, baru, jalur)
        if pasangan is None:
            yield from self._change(jalur, baru)
            return
        i = 0  # place in the list as it stands by now
        sisip = list[Pohon]()
        for satu, asal in zip(baru, pasangan, strict=True):
            if asal is None:
                sisip.append(satu)
                continue
            if sisip:
                yield from self._insert(jalur, i, sisip)
                i += len(sisip)
                sisip = []
            yield from self._node(lama[asal], satu, (*jalur, i))
            i += 1
        if sisip:
            yield Tambah(tindakan="tambah", setelah=self._words((*jalur, i - 1)), isi=tuple(sisip))
            self._place(jalur, i, sisip)

    def _insert(self, jalur: Jalur, i: int, isi: list[Pohon]) -> Iterator[Operasi]:
        if i:
            yield Sisip(tindakan="sisip", setelah=self._words((*jalur, i - 1)), isi=tuple(isi))
        else:
            yield Sisip(tindakan="sisip", sebelum=self._words((*jalur, 0)), isi=tuple(isi))
        self._place(jalur, i, isi)

    def _place(self, jalur: Jalur, i: int, isi: list[Pohon]) -> None:
        daftar = self._pohon
        for langkah in jalur:
            daftar = daftar[langkah]  # type: ignore[index] # steps of this very tree
        kini: Any = daftar
        self._pohon = set_at(self._pohon, jalur, [*kini[:i], *isi, *kini[i:]])

    def _node(self, lama: Pohon, baru: Pohon, jalur: Jalur) -> Iterator[Operasi]:
        if lama == baru:
            return
        if baru == {**lama, "dihapus": "ya"}:
            yield Hapus(tindakan="hapus", letak=self._words(jalur))
            self._pohon = set_at(self._pohon, jalur, baru)
        elif _by_parts(lama, baru, jalur):
            yield from self.values(lama, baru, jalur)
        else:
            kunci = label_key(jalur[:-1])
            tanpa = {n: v for n, v in baru.items() if n != kunci}
            yield from self._change(jalur, tanpa if kunci not in lama else {**tanpa, kunci: lama[kunci]})


def _same_parties(jalur: Jalur, lama: Any, baru: Any) -> bool:
    return jalur == ("para_pihak",) and len(lama) == len(baru)


def _by_parts(lama: Pohon, baru: Pohon, jalur: Jalur) -> bool:
    """Whether a change of this part is told by what stands in it: rows and laws by their cells, others by their items."""
    if deleted(lama) != deleted(baru):
        return False
    if jalur[0] in ("lampiran", "dasar_hukum"):
        return all(
            (anak in lama) == (anak in baru)
            and (anak not in lama or _settled_pairs(lama[anak], baru[anak], (*jalur, anak)) is not None)
            for anak in ANAK
            if level((*jalur, anak))
        )
    anak_lama, anak_baru = ([nama for nama in ANAK if nama in satu] for satu in (lama, baru))
    return (
        len(anak_lama) == 1
        and anak_lama == anak_baru
        and _settled_pairs(lama[anak_lama[0]], baru[anak_baru[0]], (*jalur, anak_lama[0])) is not None
    )


def _settled_pairs(lama: list[Pohon], baru: list[Pohon], jalur: Jalur) -> list[int | None] | None:
    """For every item of a settled list the place it had before, None for a new one; None where it is no such list."""
    label_lama, label_baru = labels(lama, jalur), labels(baru, jalur)
    if label_lama == ("",) and label_baru[:1] == ("1",) and "nomor" not in baru[0]:
        label_lama = ("1",)
    asal = {label: i for i, label in enumerate(label_lama)}
    hasil = [asal.get(label) for label in label_baru]
    ada = [i for i in hasil if i is not None]
    if ada != list(range(len(lama))) or len(set(label_baru)) < len(label_baru):
        return None
    if not _in_detail(align(lama, baru, jalur), jalur):
        return None
    kunci = label_key(jalur)
    tertulis = all(i is None or lama[i].get(kunci) == satu.get(kunci) for satu, i in zip(baru, hasil, strict=True))
    terakhir = max((n for n, i in enumerate(hasil) if i is not None), default=-1)
    sisipan = all(i is not None or kunci in satu for satu, i in zip(baru[:terakhir], hasil, strict=False))
    return hasil if tertulis and sisipan else None
