"""Tabulations read as one sentence: marks, links, small letters (rules 87 to 91)."""

from collections.abc import Iterator, Sequence

from notakesepakatan.compute.rules.bacaan import Flaw, Reading
from notakesepakatan.model.pasal import Butir, Pasal, level_content
from notakesepakatan.place import DataPath, Place, at

_JOINED = ("; dan", "; atau", "; dan/atau")


def _lists(
    items: Sequence[Butir | Pasal], path: DataPath
) -> Iterator[tuple[Sequence[Butir], DataPath, bool]]:
    """Lists of huruf and angka with their paths, and whether the sentence ends with the list."""
    for i, one in enumerate(items):
        if one.dihapus:
            continue
        for level, content in level_content(one):
            here: DataPath = (*path, i, level)
            if level != "ayat":
                yield content, here, one.penutup is None
            yield from _lists(content, here)


def marks(b: Reading) -> Iterator[Flaw]:
    """`;` after each, `; dan` after the last but one, a stop after the last."""
    every = [
        *_lists(b.reading.pasal, ("pasal",)),
        (b.reading.pertimbangan, ("pertimbangan",), True),
    ]
    for content, path, closed in every:
        n = len(content)
        for i, butir in enumerate(content):
            if (
                butir.korespondensi
                or any(True for _ in level_content(butir))
                or butir.dihapus
                or path.count("huruf") + path.count("angka") > 1
            ):
                continue
            position: DataPath = (*path, i, "isi")
            end = (
                butir.isi.rsplit(" ", 1)[-1] if not butir.isi.endswith(_JOINED) else ""
            )
            if i == n - 1:
                if closed and not butir.isi.endswith("."):
                    yield Flaw(
                        Place(position),
                        end,
                        "butir terakhir tidak diakhiri titik",
                        "akhiri dengan titik",
                    )
            elif i == n - 2:
                if not butir.isi.endswith(_JOINED) and not butir.isi.endswith(";"):
                    yield Flaw(
                        Place(position),
                        end,
                        'butir sebelum butir terakhir harus diakhiri "; dan", "; atau", atau "; dan/atau"',
                        "tambahkan kata penghubungnya",
                    )
                elif butir.isi.endswith(";") and n > 1 and not _two_parties(content):
                    yield Flaw(
                        Place(position),
                        end,
                        'butir sebelum butir terakhir tanpa "dan" atau "atau"',
                        "tambahkan dan, atau, atau dan/atau",
                    )
            elif not butir.isi.endswith(";"):
                yield Flaw(
                    Place(position),
                    end,
                    "butir tidak diakhiri titik koma",
                    "akhiri dengan titik koma saja",
                )


def _two_parties(content: Sequence[Butir]) -> bool:
    """Lists that name one party an item are enumerations, not sentences."""
    return all(butir.isi.startswith("PIHAK ") for butir in content)


def small_letters(b: Reading) -> Iterator[Flaw]:
    """An item starts with a small letter (rule 88), unless with a name or a term."""
    for content, path, _ in _lists(b.reading.pasal, ("pasal",)):
        for i, butir in enumerate(content):
            word = butir.isi.split(" ", 1)[0]
            if (
                word[:1].isupper()
                and not word.isupper()
                and b.dictionary
                and b.dictionary(word.lower())
                and b.word_count[word.lower()] < 6
            ):
                yield Flaw(
                    at(*path, i, "isi"),
                    word,
                    "butir diawali huruf besar",
                    f"tulis {word.lower()}",
                    word[0].lower() + word[1:],
                )
