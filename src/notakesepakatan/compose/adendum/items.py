"""The operations of an adendum as the numbered items of its Pasal I, in order of the text, one item a pasal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from notakesepakatan.compose.adendum.differences import Beda
from notakesepakatan.compose.adendum.sentences import (
    Dihapus,
    Disisipkan,
    Ditambahkan,
    Diubah,
    Klausa,
    Wadah,
    list_units,
    reads,
    sentence,
    words_sentence,
)
from notakesepakatan.compose.adendum.touched import Gantian, Sentuhan
from notakesepakatan.compute.text.numbering import Alamat
from notakesepakatan.compute.text.rujukan import unit_words
from notakesepakatan.model.kesepakatan import default_sebutan


@dataclass(frozen=True)
class ButirPerubahan:
    """One numbered item of an adendum: its sentence, and what stands below it as it now reads.

    Attributes:
        kalimat: the sentence.
        wadah: what is restated: "Pasal 6", "dasar hukum", "pertimbangan", "kepala", "nomor", "pihak", "kalimat", "".
        label: which of them.
    """

    kalimat: str
    wadah: str = ""
    label: tuple[str, ...] = ()


def items(
    sentuhan: Sequence[Sentuhan],
    gantian: Sequence[Gantian],
    akibat: Sequence[Beda],
    urut: Mapping[Alamat, int],
    jenis: str,
    kunci_pihak: Sequence[str],
) -> list[ButirPerubahan]:
    """Items in order of the text.

    Args:
        sentuhan: touched by address.
        gantian: words replaced.
        akibat: places on paper that change with data.
        urut: place of every address in the new text.
        jenis: the instrument's name.
        kunci_pihak: keys of the parties of the new text.
    """
    hasil = [
        *_front(akibat, jenis, kunci_pihak),
        *_lists("dasar hukum", "angka", sentuhan, akibat),
        *_lists("pertimbangan", "huruf", sentuhan, akibat),
    ]
    hasil += _pasal(sentuhan, gantian, akibat, urut)
    hasil += _signatures(akibat)
    hasil += _annex(sentuhan, akibat)
    return hasil + list(_others(akibat))


_DIKENAL = (
    "jenis", "judul", "para_pihak.", "kalimat.", "dasar_hukum.", "pertimbangan.", "pasal.", "lampiran", "tanda_tangan",
)  # fmt: skip


def _others(akibat: Sequence[Beda]) -> Iterator[ButirPerubahan]:
    """What stands in a part that no sentence is made for, as a template of the office may have it."""
    for beda in akibat:
        if not beda.datum.startswith(_DIKENAL) and not beda.letak.startswith(("kepala tabel Lampiran", "tanda tangan")):
            lama, baru = ("".join(p.teks for p in isi).strip() for isi in (beda.semula, beda.menjadi))
            yield ButirPerubahan(f'{(beda.letak or "Naskah").capitalize()} diubah dari "{lama}" menjadi "{baru}".')


def _signatures(akibat: Sequence[Beda]) -> Iterator[ButirPerubahan]:
    """The block of signatures, unless the parties themselves are told anew."""
    pihak = any(beda.datum.startswith("para_pihak.") and beda.datum.count(".") == 1 for beda in akibat)
    if not pihak and any(beda.letak.startswith("tanda tangan") for beda in akibat):
        yield ButirPerubahan("Blok tanda tangan diubah sehingga berbunyi sebagai berikut:", "tanda_tangan")


def _front(akibat: Sequence[Beda], jenis: str, kunci_pihak: Sequence[str]) -> Iterator[ButirPerubahan]:
    """Title, numbers, opening, parties: told by what of them reads otherwise."""
    ada = [beda.datum for beda in akibat]
    if any(datum in ("jenis", "judul") or (datum.startswith("para_pihak.") and datum.endswith(".nama")) for datum in ada):
        yield ButirPerubahan(f"Judul {jenis} diubah sehingga berbunyi sebagai berikut:", "kepala")
    if any(datum.startswith("para_pihak.") and datum.endswith(".nomor") for datum in ada):
        yield ButirPerubahan(f"Nomor {jenis} diubah sehingga berbunyi sebagai berikut:", "nomor")
    if "kalimat.pembukaan" in ada:
        yield ButirPerubahan("Pembukaan diubah sehingga berbunyi sebagai berikut:", "kalimat", ("pembukaan",))
    for beda in akibat:
        if beda.datum.startswith("para_pihak.") and beda.datum.count(".") == 1:
            kunci = beda.datum.partition(".")[2]
            nama = f"Keterangan mengenai {default_sebutan(kunci)}"
            if kunci in kunci_pihak:
                kata = "ditambahkan" if beda.baru else "diubah"
                yield ButirPerubahan(f"{nama} {kata} sehingga berbunyi sebagai berikut:", "pihak", (kunci,))
            else:
                yield ButirPerubahan(f"{nama} dihapus.")
    for kunci, nama in (
        ("sebutan_bersama", "Sebutan para pihak"), ("pertimbangan", "Pengantar pertimbangan"),
        ("kesepakatan", "Pengantar pasal"), ("dasar_hukum", "Pengantar dasar hukum"),
    ):  # fmt: skip
        if f"kalimat.{kunci}" in ada:
            yield ButirPerubahan(f"{nama} diubah sehingga berbunyi sebagai berikut:", "kalimat", (kunci,))


def _lists(nama: str, satuan: str, sentuhan: Sequence[Sentuhan], akibat: Sequence[Beda]) -> Iterator[ButirPerubahan]:
    """Legal bases or recitals: the items that change, not the whole list again."""
    wadah, milik = Wadah(nama), [s for s in sentuhan if s.wadah == nama]
    awal = nama.replace(" ", "_") + "."
    kena = dict.fromkeys(beda.datum.split(".")[1] for beda in akibat if beda.datum.startswith(awal))
    if any(not s.jenis for s in milik):
        tindakan = {s.tindakan for s in milik if not s.jenis}
        yield (
            ButirPerubahan(f"{nama.capitalize()} dihapus.")
            if "hapus" in tindakan
            else ButirPerubahan(f"{nama.capitalize()} diubah sehingga berbunyi sebagai berikut:", nama)
        )
        return
    milik += [Sentuhan("ubah", nama, (), satuan, (label,)) for label in kena if not any(label in s.label for s in milik)]
    for klausa, label in _clauses(milik):
        # What stands below is only what changed: a deeper part is shown with the item it belongs to.
        if isinstance(klausa, Dihapus) and not klausa.di:
            yield ButirPerubahan(sentence(wadah, [klausa], "."))
        else:
            yield ButirPerubahan(sentence(wadah, [klausa], " sehingga berbunyi sebagai berikut:"), nama, label)


def _clauses(daftar: Sequence[Sentuhan]) -> Iterator[tuple[Klausa, tuple[str, ...]]]:
    """Clauses of one container; changes of siblings of one kind are one. With the labels right below the container."""
    bersama: dict[tuple[object, ...], list[Sentuhan]] = {}
    for s in daftar:
        kunci = (s.tindakan, s.di, s.jenis) if s.tindakan in ("ubah", "hapus") else (s.tindakan, s.di, s.jenis, s.tetangga)
        bersama.setdefault(kunci, []).append(s)
    for kelompok in bersama.values():
        s = kelompok[0]
        label = tuple(dict.fromkeys(satu for k in kelompok for satu in k.label))
        urut = max((k.urut for k in kelompok), key=len)
        atas = (s.di[0][1],) if s.di else label
        if s.tindakan == "ubah":
            yield Diubah(list_units(s.jenis, label, urut), s.di), atas
        elif s.tindakan == "hapus":
            yield Dihapus(list_units(s.jenis, label, urut), s.di), atas
        else:
            satuan = tuple(unit_words(s.jenis, satu) for satu in label)
            depan, belakang = (unit_words(s.jenis, satu) if satu else "" for satu in s.tetangga)
            if s.tindakan == "tambah":
                yield Ditambahkan(s.jenis, depan, satuan, s.di), atas
            else:
                yield Disisipkan(s.jenis, depan, belakang, satuan, s.di), atas


def _pasal(
    sentuhan: Sequence[Sentuhan], gantian: Sequence[Gantian], akibat: Sequence[Beda], letak: Mapping[Alamat, int]
) -> list[ButirPerubahan]:
    """One item a pasal, one for each run of new or deleted ones, one for words replaced; in order."""
    urut = [alamat[0][1] for alamat in letak if len(alamat) == 1 and alamat[0][0] == "pasal"]
    hasil = list(_words(gantian, urut))
    baru = {satu for s in sentuhan if s.jenis == "pasal" for satu in s.label}
    daftar = [*sentuhan, *_effects(akibat)]
    for s in (s for s in daftar if s.jenis == "pasal"):
        ((sisipan, ada),) = _clauses([s])
        item = ButirPerubahan(sentence(Wadah(""), [sisipan], " sehingga berbunyi sebagai berikut:"), "Pasal", ada)
        hasil.append((urut.index(ada[0]), item))
    hapus = [
        s.wadah.removeprefix("Pasal ") for s in daftar if s.tindakan == "hapus" and not s.jenis and s.wadah.startswith("Pasal ")
    ]
    for kelompok in _runs(hapus, urut):
        klausa = Dihapus(list_units("pasal", kelompok, urut))
        hasil.append((urut.index(kelompok[0]), ButirPerubahan(sentence(Wadah(""), [klausa], "."))))
    for label in urut:
        milik = [s for s in daftar if s.wadah == f"Pasal {label}"]
        if not milik or label in baru or label in hapus:
            continue
        wadah = Wadah(f"Pasal {label}")
        if any(not s.jenis for s in milik):
            kalimat = f"Ketentuan {wadah.nama} diubah sehingga berbunyi sebagai berikut:"
        else:
            milik.sort(key=lambda s: letak.get((("pasal", label), *s.di, (s.jenis, s.label[0])), 0))
            klausa_semua = [klausa for klausa, _ in _clauses(milik)]
            kalimat = sentence(wadah, klausa_semua, reads(wadah, klausa_semua))
        hasil.append((urut.index(label), ButirPerubahan(kalimat, "Pasal", (label,))))
    return [item for _, item in sorted(hasil, key=lambda satu: satu[0])]


def _runs(label: Sequence[str], urut: Sequence[str]) -> list[list[str]]:
    """Neighbours together."""
    hasil = list[list[str]]()
    for satu in sorted(set(label), key=urut.index):
        if hasil and urut.index(hasil[-1][-1]) + 1 == urut.index(satu):
            hasil[-1].append(satu)
        else:
            hasil.append([satu])
    return hasil


def _effects(akibat: Sequence[Beda]) -> Iterator[Sentuhan]:
    """Parts of pasal that read otherwise since data changed, counted as changed."""
    for datum in dict.fromkeys(beda.datum for beda in akibat if beda.datum.startswith("pasal.")):
        langkah = datum.split(".")
        if langkah[-1] in ("isi", "penutup"):
            langkah.pop()
        alamat = tuple(zip(langkah[::2], langkah[1::2], strict=True))
        wadah = unit_words(*alamat[0])
        if len(alamat) == 1:
            yield Sentuhan("ubah", wadah)
        else:
            yield Sentuhan("ubah", wadah, alamat[1:-1], alamat[-1][0], (alamat[-1][1],), (alamat[-1][1],))


def _words(gantian: Sequence[Gantian], urut: Sequence[str]) -> Iterator[tuple[int, ButirPerubahan]]:
    """The same words for the same, wherever they stand, as one item, at the first pasal that has them."""
    bersama: dict[tuple[str, str], list[Gantian]] = {}
    for g in gantian:
        bersama.setdefault((g.tertulis, g.menjadi), []).append(g)
    for (tertulis, menjadi), daftar in bersama.items():
        tempat = [urut.index(g.wadah[6:]) for g in daftar if g.wadah.startswith("Pasal ")]
        yield min(tempat, default=len(urut)), ButirPerubahan(words_sentence(tertulis, menjadi, [g.letak for g in daftar]))


_DALAM_LAMPIRAN = (
    " sehingga Lampiran menjadi sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Adendum ini."
)


def _annex(sentuhan: Sequence[Sentuhan], akibat: Sequence[Beda]) -> Iterator[ButirPerubahan]:
    """The annex, which is then attached as a whole; words replaced in it are told apart."""
    milik = [s for s in sentuhan if s.wadah == "Lampiran"]
    seluruhnya = {s.tindakan for s in milik if not s.jenis}
    if "hapus" in seluruhnya:
        yield ButirPerubahan("Lampiran dihapus.")
    elif milik and not seluruhnya and not _in_annex(akibat):
        klausa = [satu for satu, _ in _clauses(milik)]
        yield ButirPerubahan(sentence(Wadah("Lampiran"), klausa, _DALAM_LAMPIRAN), "Lampiran")
    elif milik or _in_annex(akibat):
        yield ButirPerubahan("Lampiran diubah" + _DALAM_LAMPIRAN, "Lampiran")


def _in_annex(akibat: Sequence[Beda]) -> bool:
    """Whether something of the annex changes that no row tells, as its columns do."""
    return any(beda.datum.startswith("lampiran") or beda.letak.startswith("kepala tabel Lampiran") for beda in akibat)
