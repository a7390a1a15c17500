"""Amendments of a long agreement, the rules of `nota periksa`, and a file rewritten where its data changed."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from itertools import cycle, islice
from time import process_time
from typing import Any

from bench.ukur import (
    CONTOH_YAML,
    Kelompok,
    Takar,
    at_most,
    child,
    milliseconds,
    ratio,
    rounds,
)
from conftest import AKAR, MINIMAL
from notakesepakatan.bureau.check import temuan_list
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.adendum.papers import compose_adendum
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compute.change.diff import diff
from notakesepakatan.compute.change.settle import settle
from notakesepakatan.compute.text.tree import Tree, to_tree
from notakesepakatan.load.adendum.riwayat import Riwayat, parse_adendum
from notakesepakatan.load.dictionary import load_dictionary
from notakesepakatan.load.kesepakatan import Loaded, load_kesepakatan, parse_kesepakatan
from notakesepakatan.load.yaml.rewrite import rewrite
from notakesepakatan.load.yaml.text import read_yaml
from notakesepakatan.write.yaml import dump


def amendments(takar: Takar) -> Kelompok:
    (asal, baru), penyusun = _sixty_pasal(), Composer.of(AKAR)
    kini = to_tree(asal.kesepakatan)
    beda, semua = zip(
        *rounds(
            takar(10),
            lambda: diff(kini, settle(kini, baru)),
            lambda: _amend(asal, baru, penyusun),
        ),
        strict=True,
    )
    return Kelompok(
        "Amendments",
        (
            "Sixty pasal of four ayat with four huruf each, and the same after forty edits.",
        ),
        (
            milliseconds("the difference", beda),
            milliseconds(
                "the same, the adendum read back, it and the consolidated text composed",
                semua,
                at_most(1000),
            ),
        ),
    )


def twenty_adenda(takar: Takar) -> Kelompok:
    """Twenty adenda of a long agreement, every other one in force later than the next."""
    times = [read_twenty(*sixty_and_twenty()) for _ in range(takar(10))]
    drafted, read, on_a_day = zip(*times, strict=True)
    whole = tuple(map(sum, times))
    return Kelompok(
        "Twenty adenda",
        (
            "Sixty pasal of four ayat with four huruf each, changed by twenty signed adenda,"
            " every other one in force later than those after it. Processor time.",
        ),
        (
            milliseconds("all of them read", read),
            milliseconds("the next one found and read", drafted),
            milliseconds("the text on a day between", on_a_day),
            milliseconds("the three together", whole, at_most(1000)),
        ),
    )


Files = list[tuple[str, bytes]]


def sixty_and_twenty() -> tuple[Loaded, Files]:
    """The agreement of sixty pasal, and its twenty adenda with their names."""
    origin, _ = _sixty_pasal()
    return origin, list(_twenty_files(origin))


def read_twenty(origin: Loaded, files: Files) -> tuple[float, float, float]:
    """Seconds for the next draft, for reading all, for the text on one day."""
    start = process_time()
    riwayat = Riwayat(origin)
    for name, content in files:
        adendum = parse_adendum(content, name, riwayat)
        riwayat = Riwayat(origin, (*riwayat.adendum, adendum))
    has_read = process_time()
    riwayat.on(date(2027, 1, 15))
    has_day = process_time()
    parse_adendum(_renamed(riwayat.last.tree, 50, {}), "adendum-21.yaml", riwayat)
    return process_time() - has_day, has_read - start, has_day - has_read


def _twenty_files(origin: Loaded) -> Iterator[tuple[str, bytes]]:
    for n in range(1, 21):
        frame: dict[str, Any] = {
            "penandatanganan": {"tempat": "Bogor", "tanggal": str(date(2026, 1, n))},
            "para_pihak": [{"nomor": "1"}],
        }
        if n % 2:
            frame["mulai_berlaku"] = str(date(2027, 1, 25 - n))
        yield f"adendum-{n:02}.yaml", _renamed(origin.tree, 2 * n, frame)


def _renamed(tree: Tree, position: int, frame: dict[str, Any]) -> bytes:
    """An adendum that gives one pasal another heading."""
    pasal = list(tree["pasal"])
    pasal[position] = {**pasal[position], "judul": f"BARU {position}"}
    new = {**tree, "pasal": pasal}
    operations = [
        one.model_dump(mode="json", exclude_none=True)
        for one in diff(tree, settle(tree, new))
    ]
    return dump({**frame, "perubahan": operations}).encode()


def rules(takar: Takar) -> Kelompok:
    contoh, kamus = load_kesepakatan(CONTOH_YAML), load_dictionary()
    seribu, dua_ribu = _long(1000), _long(2000)
    semua, pendek, panjang = zip(
        *rounds(
            takar(20),
            lambda: temuan_list(Riwayat(contoh), contoh, kamus),
            lambda: temuan_list(Riwayat(seribu), seribu, None),
            lambda: temuan_list(Riwayat(dua_ribu), dua_ribu, None),
        ),
        strict=True,
    )
    fresh = [child("periksa", str(CONTOH_YAML)) for _ in range(takar(15))]
    return Kelompok(
        "Rules of `nota periksa`",
        (
            "The first check is that of a fresh process, by processor time: the dictionary loaded, and all rules on the example,"
            " after the program itself and the agreement were read. That start-up stands beside it.",
            "In the other rows the process has checked the example before, as a desk has.",
        ),
        (
            milliseconds(
                "the first check of a fresh process, spelling too",
                [each["first"] for each in fresh],
                at_most(100),
            ),
            milliseconds("its start-up", [each["start"] for each in fresh]),
            milliseconds("all rules on the example, spelling too", semua, at_most(100)),
            ratio(
                "rules on 2,000 pasal / on 1,000, without spelling",
                panjang,
                pendek,
                at_most(2.5),
            ),
        ),
    )


def rewriting(takar: Takar) -> Kelompok:
    """A person pastes an annex over the annex, and then types."""
    few, many = pasted(240), pasted(480)
    times = [(processor_time(few), processor_time(many)) for _ in range(takar(10))]
    short, long = zip(*times, strict=True)
    return Kelompok(
        "Rewriting a file",
        (
            "An annex of the example's own rows, repeated, over which as many other rows are pasted in one programme; then one key"
            " more is changed. The file is rewritten so that it reads as meant, from text to text. Processor time.",
        ),
        (
            milliseconds("240 rows over 240, then one key", short, at_most(500)),
            ratio("480 rows over 480 / 240 over 240", long, short, at_most(2.5)),
        ),
    )


def pasted(n: int) -> tuple[str, Any]:
    """The text of a file, and the data that it should hold."""
    data = read_yaml(CONTOH_YAML.read_bytes(), "").data
    rows = [
        row for program in data["lampiran"]["program"] for row in program["tahapan"]
    ]

    def annex(what: str) -> dict[str, Any]:
        items = [
            {**row, "isi": f"{row['isi']} {what} {i}"}
            for i, row in enumerate(islice(cycle(rows), n))
        ]
        return {
            **data,
            "lampiran": {
                **data["lampiran"],
                "program": [{"nama": what, "tahapan": items}],
            },
        }

    text = rewrite(CONTOH_YAML.read_text(encoding="utf-8"), annex("semula"))
    return text, {**annex("menjadi"), "judul": "Judul lain"}


def processor_time(case: tuple[str, Any]) -> float:
    """Seconds that rewriting the text takes."""
    before = process_time()
    rewrite(*case)
    return process_time() - before


def _long(n: int) -> Loaded:
    data = to_tree(parse_kesepakatan(MINIMAL.encode(), "k.yaml").kesepakatan)
    data["pasal"] = [
        {
            "judul": f"PASAL {i}",
            "isi": f"PARA PIHAK melaksanakan hal ke-{i} dan merubah data.",
        }
        for i in range(n)
    ]
    return parse_kesepakatan(dump(data).encode(), "k.yaml")


def _sixty_pasal() -> tuple[Loaded, Tree]:
    """The agreement, and what it should read."""
    lama = to_tree(parse_kesepakatan(MINIMAL.encode(), "k.yaml").kesepakatan)
    tugas = [
        {"isi": f"melaksanakan tugas ke-{n} sesuai dengan kewenangan;"}
        for n in range(4)
    ]
    lama["penandatanganan"] = {"tempat": "Jakarta", "tanggal": "2024-01-31"}
    for nomor, pihak in enumerate(lama["para_pihak"]):
        pihak |= {"nomor": f"{nomor}", "pejabat": "A"}
    lama["pasal"] = [
        {
            "judul": f"PASAL {i}",
            "ayat": [
                {"isi": f"Ayat {j} pasal {i} kerja sama PARA PIHAK:", "huruf": tugas}
                for j in range(4)
            ],
        }
        for i in range(60)
    ]
    baru = deepcopy(lama)
    for i in range(40):
        ayat = baru["pasal"][i]["ayat"]
        if i % 4 == 0:
            ayat[i % 3]["isi"] += " tambahan"
        elif i % 4 == 1:
            ayat.insert(2, {"isi": f"Ayat baru {i}."})
        elif i % 4 == 2:
            ayat.pop(2)
        else:
            ayat[1] = {"isi": f"Ayat pengganti {i}."}
    return parse_kesepakatan(dump(lama).encode(), "k.yaml"), baru


def _amend(asal: Loaded, baru: Tree, penyusun: Composer) -> None:
    """From the edited text to the adendum's and the consolidated naskah."""
    kini = to_tree(asal.kesepakatan)
    operasi = [
        satu.model_dump(mode="json", exclude_none=True)
        for satu in diff(kini, settle(kini, baru))
    ]
    a = parse_adendum(dump({"perubahan": operasi}).encode(), "a.yaml", Riwayat(asal))
    compose_adendum(penyusun, a, ())
    compose_konsolidasi(
        penyusun, Riwayat(asal, (a,)), date(2026, 11, 23), b"", konsep=True
    )
