"""Amendments of a long agreement, and the rules of `nota periksa`."""

from copy import deepcopy
from datetime import date

from bench.ukur import (
    CONTOH_YAML,
    Kelompok,
    Takar,
    at_most,
    milliseconds,
    ratio,
    rounds,
)
from conftest import AKAR, MINIMAL
from notakesepakatan.bureau.check import findings, load_dictionary
from notakesepakatan.compose.adendum.konsolidasi import compose_konsolidasi
from notakesepakatan.compose.adendum.papers import compose_adendum
from notakesepakatan.compose.composer import Composer
from notakesepakatan.compute.change.diff import diff, settle
from notakesepakatan.compute.text.tree import Tree, to_tree
from notakesepakatan.load.adendum import Riwayat, parse_adendum
from notakesepakatan.load.kesepakatan import Loaded, load_kesepakatan, parse_kesepakatan
from notakesepakatan.write.yaml import dump


def amendments(takar: Takar) -> Kelompok:
    (asal, baru), penyusun = _sixty_pasal(), Composer.of(AKAR)
    kini = to_tree(asal.kesepakatan)
    beda, semua = zip(
        *rounds(takar(10), lambda: diff(kini, settle(kini, baru)), lambda: _amend(asal, baru, penyusun)), strict=True
    )
    return Kelompok(
        "Amendments",
        ("Sixty pasal of four ayat with four huruf each, and the same after forty edits.",),
        (
            milliseconds("the difference", beda),
            milliseconds("the same, the adendum read back, it and the consolidated text composed", semua, at_most(1000)),
        ),
    )


def rules(takar: Takar) -> Kelompok:
    contoh, kamus = load_kesepakatan(CONTOH_YAML), load_dictionary()
    seribu, dua_ribu = _long(1000), _long(2000)
    semua, pendek, panjang = zip(
        *rounds(takar(20), lambda: findings(Riwayat(contoh), contoh, kamus), lambda: findings(Riwayat(seribu), seribu, None),
                lambda: findings(Riwayat(dua_ribu), dua_ribu, None)), strict=True,
    )  # fmt: skip
    return Kelompok(
        "Rules of `nota periksa`",
        ("The dictionary is loaded before.",),
        (
            milliseconds("all rules on the example, spelling too", semua, at_most(500)),
            ratio("rules on 2,000 pasal / on 1,000, without spelling", panjang, pendek, at_most(2.5)),
        ),
    )


def _long(n: int) -> Loaded:
    data = to_tree(parse_kesepakatan(MINIMAL.encode(), "k.yaml").kesepakatan)
    data["pasal"] = [{"judul": f"PASAL {i}", "isi": f"PARA PIHAK melaksanakan hal ke-{i} dan merubah data."} for i in range(n)]
    return parse_kesepakatan(dump(data).encode(), "k.yaml")


def _sixty_pasal() -> tuple[Loaded, Tree]:
    """The agreement, and what it should read."""
    lama = to_tree(parse_kesepakatan(MINIMAL.encode(), "k.yaml").kesepakatan)
    tugas = [{"isi": f"melaksanakan tugas ke-{n} sesuai dengan kewenangan;"} for n in range(4)]
    lama["penandatanganan"] = {"tempat": "Jakarta", "tanggal": "2024-01-31"}
    for nomor, pihak in enumerate(lama["para_pihak"]):
        pihak |= {"nomor": f"{nomor}", "pejabat": "A"}
    lama["pasal"] = [
        {
            "judul": f"PASAL {i}",
            "ayat": [{"isi": f"Ayat {j} pasal {i} kerja sama PARA PIHAK:", "huruf": tugas} for j in range(4)],
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
    operasi = [satu.model_dump(mode="json", exclude_none=True) for satu in diff(kini, settle(kini, baru))]
    a = parse_adendum(dump({"perubahan": operasi}).encode(), "a.yaml", Riwayat(asal))
    compose_adendum(penyusun, a, ())
    compose_konsolidasi(penyusun, Riwayat(asal, (a,)), date(2026, 11, 23), b"", konsep=True)
