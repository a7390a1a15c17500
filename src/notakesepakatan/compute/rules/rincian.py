"""Tabulations read as one sentence: marks, links, small letters (rules 87 to 91)."""

from collections.abc import Iterator, Sequence

from notakesepakatan.compute.rules.bacaan import Bacaan, Cacat
from notakesepakatan.compute.text.numbering import Jalur
from notakesepakatan.model.pasal import Butir, Pasal, isi_tingkat

_SAMBUNG = ("; dan", "; atau", "; dan/atau")


def _lists(daftar: Sequence[Butir | Pasal], jalur: Jalur) -> Iterator[tuple[Sequence[Butir], Jalur, bool]]:
    """Lists of huruf and angka with their paths, and whether the sentence ends with the list."""
    for i, satu in enumerate(daftar):
        if satu.dihapus:
            continue
        for tingkat, isi in isi_tingkat(satu):
            sini: Jalur = (*jalur, i, tingkat)
            if tingkat != "ayat":
                yield isi, sini, satu.penutup is None
            yield from _lists(isi, sini)


def marks(b: Bacaan) -> Iterator[Cacat]:
    """`;` after each, `; dan` after the last but one, a stop after the last."""
    semua = [*_lists(b.terbaca.pasal, ("pasal",)), (b.terbaca.pertimbangan, ("pertimbangan",), True)]
    for isi, jalur, tutup in semua:
        n = len(isi)
        for i, butir in enumerate(isi):
            if (
                butir.korespondensi
                or any(True for _ in isi_tingkat(butir))
                or butir.dihapus
                or jalur.count("huruf") + jalur.count("angka") > 1
            ):
                continue
            tempat: Jalur = (*jalur, i, "isi")
            akhir = butir.isi.rsplit(" ", 1)[-1] if not butir.isi.endswith(_SAMBUNG) else ""
            if i == n - 1:
                if tutup and not butir.isi.endswith("."):
                    yield Cacat(tempat, akhir, "butir terakhir tidak diakhiri titik", "akhiri dengan titik")
            elif i == n - 2:
                if not butir.isi.endswith(_SAMBUNG) and not butir.isi.endswith(";"):
                    yield Cacat(
                        tempat,
                        akhir,
                        'butir sebelum butir terakhir harus diakhiri "; dan", "; atau", atau "; dan/atau"',
                        "tambahkan kata penghubungnya",
                    )
                elif butir.isi.endswith(";") and n > 1 and not _two_parties(isi):
                    yield Cacat(
                        tempat,
                        akhir,
                        'butir sebelum butir terakhir tanpa "dan" atau "atau"',
                        "tambahkan dan, atau, atau dan/atau",
                    )
            elif not butir.isi.endswith(";"):
                yield Cacat(tempat, akhir, "butir tidak diakhiri titik koma", "akhiri dengan titik koma saja")


def _two_parties(isi: Sequence[Butir]) -> bool:
    """Lists that name one party an item are enumerations, not sentences."""
    return all(butir.isi.startswith("PIHAK ") for butir in isi)


def small_letters(b: Bacaan) -> Iterator[Cacat]:
    """An item starts with a small letter (rule 88), unless with a name or a term."""
    for isi, jalur, _ in _lists(b.terbaca.pasal, ("pasal",)):
        for i, butir in enumerate(isi):
            kata = butir.isi.split(" ", 1)[0]
            if (
                kata[:1].isupper()
                and not kata.isupper()
                and b.kamus
                and b.kamus(kata.lower())
                and b.banyak_kata[kata.lower()] < 6
            ):
                yield Cacat(
                    (*jalur, i, "isi"), kata, "butir diawali huruf besar", f"tulis {kata.lower()}", kata[0].lower() + kata[1:]
                )
