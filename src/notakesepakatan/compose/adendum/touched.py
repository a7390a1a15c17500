"""What the operations of an adendum touch, by address: the bridge from data to the sentences on paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from notakesepakatan.compose.adendum.differences import Beda
from notakesepakatan.compute.change.apply import SELURUHNYA, apply_one
from notakesepakatan.compute.text.letak import find, words_of
from notakesepakatan.compute.text.numbering import Alamat, Jalur
from notakesepakatan.compute.text.rujukan import unit_words
from notakesepakatan.compute.text.tree import Pohon, get_at, labels, level
from notakesepakatan.model.adendum import GantiKata, Hapus, Operasi, Sisip, Tambah, Ubah

_BERNOMOR = ("pasal", "pertimbangan", "dasar_hukum", "lampiran")
"""Parts whose changes are told by address; what else changes is told by the places on paper that change with it."""


@dataclass(frozen=True)
class Sentuhan:
    """What one operation touches in the text.

    Attributes:
        tindakan: ubah, sisip, tambah, hapus.
        wadah: "Pasal 6", "dasar hukum", "pertimbangan", "Lampiran"; "" for the list of pasal.
        di: address between the container and the siblings.
        jenis: what the siblings are called: ayat, huruf, baris, pasal.
        label: labels of the siblings touched; none where the whole container is.
        urut: labels of all siblings, in order.
        tetangga: labels before and behind what is put in.
        datum: paths on paper that it accounts for, with all below them.
    """

    tindakan: str
    wadah: str
    di: Alamat = ()
    jenis: str = ""
    label: tuple[str, ...] = ()
    urut: tuple[str, ...] = ()
    tetangga: tuple[str, str] = ("", "")
    datum: tuple[str, ...] = ()

    def covers(self, beda: Beda) -> bool:
        """Whether a change on paper is one that this touch tells."""
        return any(beda.datum == satu or beda.datum.startswith(f"{satu}.") for satu in self.datum)


@dataclass(frozen=True)
class Gantian:
    """Words for words at a place."""

    tertulis: str
    menjadi: str
    letak: str
    wadah: str

    def covers(self, beda: Beda) -> bool:
        """Whether a change on paper is of these very words."""
        lama, baru = ("".join(p.teks for p in isi) for isi in (beda.semula, beda.menjadi))
        return self.tertulis in lama and self.menjadi in baru


def touches(pohon: Pohon, daftar: Sequence[Operasi]) -> tuple[list[Sentuhan], list[Gantian]]:
    """What the operations touch by address, and words replaced; other data are told by what changes on paper.

    `pohon` is the tree that the first operation meets.
    """
    sentuhan, gantian = list[Sentuhan](), list[Gantian]()
    for operasi in daftar:
        seluruhnya = isinstance(operasi, GantiKata) and operasi.letak.lower() == SELURUHNYA
        jalur = () if seluruhnya else find(pohon, _address(operasi))
        if (
            isinstance(operasi, GantiKata)
            and (seluruhnya or jalur[0] in _BERNOMOR)
            and "[[" not in operasi.tertulis + operasi.menjadi
        ):
            letak = words_of(pohon, jalur) if jalur else SELURUHNYA
            gantian.append(Gantian(operasi.tertulis, operasi.menjadi, letak, _container(pohon, jalur)[0] if jalur else ""))
        elif jalur and jalur[0] in _BERNOMOR:
            sentuhan.append(_touch(pohon, jalur, operasi))
        pohon = apply_one(pohon, operasi)
    return sentuhan, gantian


def _address(operasi: Operasi) -> str:
    if isinstance(operasi, Sisip):
        return operasi.setelah or operasi.sebelum or ""
    return operasi.setelah if isinstance(operasi, Tambah) else operasi.letak


def _touch(pohon: Pohon, jalur: Jalur, operasi: Operasi) -> Sentuhan:
    tindakan = {Ubah: "ubah", GantiKata: "ubah", Sisip: "sisip", Tambah: "tambah", Hapus: "hapus"}[type(operasi)]
    # A field of a numbered part counts as that part.
    while len(jalur) > 1 and not isinstance(jalur[-1], int):
        jalur, tindakan = jalur[:-1], "ubah"
    wadah, alamat = _container(pohon, jalur)
    if len(jalur) == 1 or (not alamat and isinstance(operasi, Ubah | GantiKata | Hapus)):
        return Sentuhan(tindakan, wadah, datum=(_datum(wadah, (), "", ""),))
    deret = jalur[:-1]
    urut = _labels(pohon, deret)
    if isinstance(operasi, Sisip | Tambah):
        i = int(jalur[-1]) + (0 if isinstance(operasi, Sisip) and operasi.sebelum else 1)
        sesudah = _labels(apply_one(pohon, operasi), deret)
        baru = sesudah[i : i + len(operasi.isi)]
        tetangga = (sesudah[i - 1] if i else "", sesudah[i + len(baru)] if i + len(baru) < len(sesudah) else "")
        if jalur[0] == "pasal" and len(jalur) == 2:
            return Sentuhan(tindakan, "", (), "pasal", baru, sesudah, tetangga, tuple(f"pasal.{label}" for label in baru))
        label, urut = baru, sesudah
    else:
        label, tetangga = (urut[int(jalur[-1])],), ("", "")
    datum = tuple(_datum(wadah, alamat[:-1], _kind(jalur), satu) for satu in label)
    return Sentuhan(tindakan, wadah, alamat[:-1], _kind(jalur), label, urut, tetangga, datum)


def _datum(wadah: str, di: Alamat, jenis: str, label: str) -> str:
    """Path on paper: of a whole container where there is no label."""
    akar = f"pasal.{wadah[6:]}" if wadah.startswith("Pasal ") else wadah.replace(" ", "_").lower()
    if akar == "lampiran":
        return f"lampiran.{label}" if label else akar
    langkah = [f"{satuan}.{satu}" for satuan, satu in (*di, *([(jenis, label)] if label else []))]
    if langkah and akar in ("dasar_hukum", "pertimbangan"):
        langkah[0] = langkah[0].partition(".")[2]
    return ".".join([akar, *langkah])


def _container(pohon: Pohon, jalur: Jalur) -> tuple[str, Alamat]:
    """Name of the container, and the address inside it."""
    if jalur[0] == "lampiran":
        return "Lampiran", ((_kind(jalur), _row(pohon, jalur)),) if len(jalur) > 2 else ()
    langkah = tuple(
        (level(jalur[: i + 1]) or "", _labels(pohon, jalur[: i + 1])[int(jalur[i + 1])]) for i in range(0, len(jalur) - 1, 2)
    )
    if jalur[0] == "pasal":
        return (unit_words(*langkah[0]), langkah[1:]) if langkah else ("", ())
    return str(jalur[0]).replace("_", " "), langkah


def _kind(jalur: Jalur) -> str:
    if jalur[0] == "lampiran":
        return "baris" if "tahapan" in jalur else "program"
    return level(jalur[:-1]) or ""


def _row(pohon: Pohon, jalur: Jalur) -> str:
    return words_of(pohon, jalur).split(" ")[2]


def _labels(pohon: Pohon, deret: Jalur) -> tuple[str, ...]:
    """Labels of siblings; in the annex, whole addresses of rows."""
    daftar = get_at(pohon, deret)
    if deret[0] == "lampiran":
        return tuple(_row(pohon, (*deret, i)) for i in range(len(daftar)))
    return labels(daftar, deret)
