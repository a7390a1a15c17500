"""The documents of an adendum: the adendum itself, a correction, and the two texts side
by side for the meeting.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from notakesepakatan.compose.adendum.differences import Difference, changes
from notakesepakatan.compose.adendum.items import PerubahanItem, items
from notakesepakatan.compose.adendum.touched import touches
from notakesepakatan.compose.composer import Composer, Properties
from notakesepakatan.compose.frame import signing_frame
from notakesepakatan.compose.kesepakatan import (
    RangkapIni,
    annex_rows,
    compose_kesepakatan,
    signature_rows,
)
from notakesepakatan.compute.text.isian import POINT, isian
from notakesepakatan.compute.time.register import clause_of
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.adendum import LoadedAdendum
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Cut
from notakesepakatan.place import address_words, at
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.lists import merge, nth_huruf
from notakesepakatan.words.numbers import order, thousands
from notakesepakatan.words.tanggal import tanggal_long


@dataclass(frozen=True)
class Perbaikan:
    """One row of a correction: where, as written, as it should be; changed words are bold."""

    letak: str
    tertulis: tuple[Cut, ...]
    seharusnya: tuple[Cut, ...]


def name_of(a: LoadedAdendum) -> str:
    """ "Adendum Kesatu"."""
    return f"Adendum {order(a.nomor).title()}"


def compose_adendum(
    composer: Composer,
    a: LoadedAdendum,
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
    lama, k = a.sebelum.reading, a.sesudah.reading
    today = signing_frame(
        a.sesudah.kesepakatan, a.adendum.penandatanganan, a.adendum.para_pihak
    )
    items = _items(composer, a) if a.adendum.jenis == "adendum" else []
    perbaikan = _corrections(composer, a) if a.adendum.jenis == "perbaikan" else []
    lampiran = k.lampiran if any(butir.wadah == "Lampiran" for butir in items) else None
    content: dict[str, object] = {
        name: getattr(k, name) for name in type(k).model_fields
    }
    content |= {
        "jenis": lama.jenis,
        "judul": lama.judul,
        "baru": k,
        "adendum": a.adendum,
        "nama_adendum": name_of(a),
        "nomor_adendum": order(a.nomor),
        "hari_ini": today,
        "sebutan_para_pihak": merge([p.sebutan or "" for p in k.para_pihak]),
        "kunci_pihak": k.kunci_pihak,
        "konsep": a.adendum.konsep,
        "rangkap_ini": rangkap_ini,
        "deret_tanda_tangan": signature_rows(len(k.para_pihak), composer.pengaturan),
        "tarif_meterai": f"Rp{thousands(composer.pengaturan.tarif_meterai)},00",
        "daftar_pertimbangan": _recitals(a, previous, today),
        "daftar_butir": items,
        "daftar_perbaikan": perbaikan,
        "rangkap_kata": isian(today),
        "lampiran": lampiran,
        "logo": {},
        "mulai_berlaku": tanggal_long(a.adendum.mulai_berlaku)
        if a.adendum.mulai_berlaku
        else None,
        "deret_rencana_kerja": annex_rows(k) if lampiran else (),
        "kepala_lampiran_adendum": _annex_head(a, today),
    }
    trait = Properties(
        f"{name_of(a)} atas {k.jenis} tentang {k.judul}",
        _makers(k),
        a.adendum.penandatanganan.tanggal,
    )
    return composer.fill(
        "adendum.html.j2", content, trait, source=(f"adendum-{a.nomor:02}.yaml", a.isi)
    )


def compose_sandingan(composer: Composer, a: LoadedAdendum) -> Naskah:
    """Old and new text in two columns, place by place, changed words marked."""
    k = a.sesudah.reading
    content = {
        "nama_adendum": name_of(a),
        "jenis": k.jenis,
        "judul": k.judul,
        "daftar_beda": paper_changes(composer, a),
    }
    trait = Properties(
        f"Sandingan {name_of(a)} atas {k.jenis} tentang {k.judul}",
        _makers(k),
        a.adendum.penandatanganan.tanggal,
    )
    return composer.fill("sandingan.html.j2", content, trait)


def change_sentences(composer: Composer, a: LoadedAdendum) -> list[str]:
    """What the adendum changes, an item a line; of a correction, each place with the words."""
    if a.adendum.jenis == "adendum":
        return [butir.kalimat for butir in _items(composer, a)]
    result = []
    for one in _corrections(composer, a):
        word = [
            "".join(p.teks for p in content).strip()
            for content in (one.tertulis, one.seharusnya)
        ]
        result.append(f'{one.letak}: tertulis "{word[0]}", seharusnya "{word[1]}"')
    return result


def paper_changes(composer: Composer, a: LoadedAdendum) -> list[Difference]:
    """Every place on paper that reads otherwise with this adendum."""
    k = a.sesudah.reading
    sebutan = {
        key: p.sebutan or "" for key, p in zip(k.kunci_pihak, k.para_pihak, strict=True)
    }
    return changes(
        compose_kesepakatan(composer, a.sebelum),
        compose_kesepakatan(composer, a.sesudah),
        sebutan,
    )


def _makers(k: Kesepakatan) -> str:
    return merge([p.nama for p in k.para_pihak])


def _items(composer: Composer, a: LoadedAdendum) -> list[PerubahanItem]:
    touch, replacement = touches(a.sebelum.tree, a.adendum.perubahan)
    difference = paper_changes(composer, a)
    # What changes nothing on paper is not told; what changes on paper and no operation
    # tells is told by its place.
    touch = [s for s in touch if any(s.covers(b) for b in difference)]
    effect = [
        b
        for b in difference
        if not any(s.covers(b) for s in touch)
        and not any(g.covers(b) for g in replacement)
    ]
    result = items(
        touch,
        replacement,
        effect,
        a.sesudah.numbers.order,
        a.sebelum.reading.jenis,
        a.sesudah.reading.kunci_pihak,
    )
    _check_told(a, result)
    return result


def _check_told(a: LoadedAdendum, butir: Sequence[object]) -> None:
    """An adendum that changes nothing on paper would be signed for nothing.

    Raises:
        FaultyNaskah: at its operations.
    """
    if not butir:
        message, saran = (
            "tidak mengubah bunyi naskah",
            "tulis perubahannya pada pasal yang mengaturnya",
        )
        raise FaultyNaskah(
            [
                Temuan(
                    a.source.tempat(("perubahan",)),
                    at("perubahan"),
                    "bunyi",
                    message,
                    saran,
                )
            ]
        )


def _annex_head(a: LoadedAdendum, today: Kesepakatan) -> list[str]:
    """Lines at the right of an annex: whose it is, its numbers, its day."""
    tanggal = a.adendum.penandatanganan.tanggal
    return [
        f"Lampiran {name_of(a)} atas {today.jenis} antara {_makers(today)}",
        *(
            f"Nomor : {p.nomor or POINT}"
            for p in today.para_pihak
            if p.nomor or a.adendum.konsep
        ),
        f"Tanggal : {tanggal_long(tanggal) if tanggal else POINT}",
    ]


def _recitals(
    a: LoadedAdendum, previous: Sequence[LoadedAdendum], today: Kesepakatan
) -> list[str]:
    """Items of the recitals: the agreement, the adenda before, the reasons, the clause
    that allows it.
    """
    k, name = a.sebelum.reading, name_of(a)
    tanggal = k.penandatanganan.tanggal
    nomor = merge([f"Nomor {p.nomor}" for p in k.para_pihak if p.nomor])
    result = [
        f"bahwa PARA PIHAK telah menandatangani {k.jenis} antara {_makers(k)} tentang {k.judul}"
        + (f", {nomor}" if nomor else "")
        + (f", tanggal {tanggal_long(tanggal)}" if tanggal else "")
    ]
    if previous:
        cited = merge([cite(b) for b in previous])
        result.append(
            f"bahwa {k.jenis} sebagaimana dimaksud dalam huruf a telah diubah dengan {cited}"
        )
    perbaikan = a.adendum.jenis == "perbaikan"
    if perbaikan and not a.adendum.alasan:
        result.append(
            f"bahwa dalam {k.jenis} sebagaimana dimaksud dalam huruf a terdapat"
            " kekeliruan penulisan yang perlu diperbaiki"
        )
    elif a.adendum.konsep and not a.adendum.alasan:
        result.append(f"bahwa {POINT}")
    result += [f"bahwa {reason}" for reason in a.adendum.alasan]
    if basis := _allowing_clause(a):
        what = "perbaikan" if perbaikan else "perubahan"
        result.append(
            f"bahwa berdasarkan ketentuan {basis} {k.jenis}, {what} atas {k.jenis}"
            " dilakukan dengan persetujuan PARA PIHAK"
        )
    huruf = [f"huruf {nth_huruf(i)}" for i in range(1, len(result) + 1)]
    rujukan = (
        merge(huruf) if len(huruf) < 3 else f"{huruf[0]} sampai dengan {huruf[-1]}"
    )
    result.append(
        f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {rujukan},"
        f" PARA PIHAK sepakat membuat {name} atas {k.jenis}"
    )
    n = len(result)
    return [
        f"{one}{'.' if i == n - 1 else '; dan' if i == n - 2 else ';'}"
        for i, one in enumerate(result)
    ]


def cite(a: LoadedAdendum) -> str:
    """An adendum as later papers name it: "Adendum Kesatu, Nomor … dan Nomor …, tanggal
    1 Juli 2023".
    """
    nomor = merge([f"Nomor {p.nomor}" for p in a.adendum.para_pihak if p.nomor])
    tanggal = a.adendum.penandatanganan.tanggal
    return ", ".join(
        [
            name_of(a),
            *([nomor] if nomor else []),
            *([f"tanggal {tanggal_long(tanggal)}"] if tanggal else []),
        ]
    )


def _allowing_clause(a: LoadedAdendum) -> str:
    address = clause_of(
        a.sebelum.numbers,
        "perbaikan" if a.adendum.jenis == "perbaikan" else "perubahan",
    )
    return address_words(address) if address else ""


def _corrections(composer: Composer, a: LoadedAdendum) -> list[Perbaikan]:
    result = [
        Perbaikan(one.letak, tertulis, seharusnya)
        for one in paper_changes(composer, a)
        for tertulis, seharusnya in one.excerpts()
    ]
    _check_told(a, result)
    return result
