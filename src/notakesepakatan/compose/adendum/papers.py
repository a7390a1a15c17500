"""The documents of an adendum: the adendum itself, a correction, and the two texts side by side for the meeting."""

from collections.abc import Sequence
from dataclasses import dataclass

from notakesepakatan.compose.adendum.differences import Beda, changes
from notakesepakatan.compose.adendum.items import ButirPerubahan, items
from notakesepakatan.compose.adendum.touched import touches
from notakesepakatan.compose.composer import Penyusun, Sifat
from notakesepakatan.compose.frame import signing_frame
from notakesepakatan.compose.kesepakatan import RangkapIni, annex_rows, compose_kesepakatan, signature_rows
from notakesepakatan.compute.text.isian import TITIK, isian
from notakesepakatan.compute.text.numbering import number
from notakesepakatan.compute.text.rujukan import address_words
from notakesepakatan.compute.text.tree import to_pohon
from notakesepakatan.compute.time.register import clause_of
from notakesepakatan.errors import NaskahBermasalah
from notakesepakatan.load.adendum import AdendumTermuat
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.blocks import Potong
from notakesepakatan.temuan import Temuan
from notakesepakatan.words.lists import gabung, huruf_ke
from notakesepakatan.words.numbers import ribuan, urutan
from notakesepakatan.words.tanggal import tanggal_panjang


@dataclass(frozen=True)
class Perbaikan:
    """One row of a correction: where, as written, as it should be; changed words are bold."""

    letak: str
    tertulis: tuple[Potong, ...]
    seharusnya: tuple[Potong, ...]


def name_of(a: AdendumTermuat) -> str:
    """ "Adendum Kesatu"."""
    return f"Adendum {urutan(a.nomor).title()}"


def compose_adendum(
    penyusun: Penyusun, a: AdendumTermuat, sebelumnya: Sequence[AdendumTermuat], rangkap_ini: RangkapIni | None = None
) -> Naskah:
    """The adendum as it is signed.

    Args:
        penyusun: composer of the workspace.
        a: the adendum.
        sebelumnya: all adenda before it, which its recitals name.
        rangkap_ini: one of its duplicates.

    Raises:
        TemplatBermasalah, NaskahBermasalah: a template or the styles are wrong.
    """
    lama, k = a.sebelum.terbaca, a.sesudah.terbaca
    hari_ini = signing_frame(a.sesudah.kesepakatan, a.adendum.penandatanganan, a.adendum.para_pihak)
    daftar = _items(penyusun, a) if a.adendum.jenis == "adendum" else []
    perbaikan = _corrections(penyusun, a) if a.adendum.jenis == "perbaikan" else []
    lampiran = k.lampiran if any(butir.wadah == "Lampiran" for butir in daftar) else None
    isi: dict[str, object] = {nama: getattr(k, nama) for nama in type(k).model_fields}
    isi |= {
        "jenis": lama.jenis, "judul": lama.judul, "baru": k,
        "adendum": a.adendum, "nama_adendum": name_of(a), "nomor_adendum": urutan(a.nomor),
        "hari_ini": hari_ini, "sebutan_para_pihak": gabung([p.sebutan or "" for p in k.para_pihak]),
        "kunci_pihak": k.kunci_pihak, "konsep": a.adendum.konsep, "rangkap_ini": rangkap_ini,
        "deret_tanda_tangan": signature_rows(len(k.para_pihak), penyusun.pengaturan),
        "tarif_meterai": f"Rp{ribuan(penyusun.pengaturan.tarif_meterai)},00",
        "daftar_pertimbangan": _recitals(a, sebelumnya, hari_ini), "daftar_butir": daftar,
        "daftar_perbaikan": perbaikan,
        "rangkap_kata": isian(hari_ini), "lampiran": lampiran, "logo": {},
        "mulai_berlaku": tanggal_panjang(a.adendum.mulai_berlaku) if a.adendum.mulai_berlaku else None,
        "deret_rencana_kerja": annex_rows(k) if lampiran else (),
        "kepala_lampiran_adendum": _annex_head(a, hari_ini),
    }  # fmt: skip
    sifat = Sifat(f"{name_of(a)} atas {k.jenis} tentang {k.judul}", _makers(k), a.adendum.penandatanganan.tanggal)
    return penyusun.fill("adendum.html.j2", isi, sifat, sumber=(f"adendum-{a.nomor:02}.yaml", a.isi))


def compose_sandingan(penyusun: Penyusun, a: AdendumTermuat) -> Naskah:
    """Old and new text in two columns, place by place, changed words marked."""
    k = a.sesudah.terbaca
    isi = {"nama_adendum": name_of(a), "jenis": k.jenis, "judul": k.judul, "daftar_beda": paper_changes(penyusun, a)}
    sifat = Sifat(f"Sandingan {name_of(a)} atas {k.jenis} tentang {k.judul}", _makers(k), a.adendum.penandatanganan.tanggal)
    return penyusun.fill("sandingan.html.j2", isi, sifat)


def change_sentences(penyusun: Penyusun, a: AdendumTermuat) -> list[str]:
    """What the adendum changes, an item a line; of a correction, each place with the words."""
    if a.adendum.jenis == "adendum":
        return [butir.kalimat for butir in _items(penyusun, a)]
    hasil = []
    for satu in _corrections(penyusun, a):
        kata = ["".join(p.teks for p in isi).strip() for isi in (satu.tertulis, satu.seharusnya)]
        hasil.append(f'{satu.letak}: tertulis "{kata[0]}", seharusnya "{kata[1]}"')
    return hasil


def paper_changes(penyusun: Penyusun, a: AdendumTermuat) -> list[Beda]:
    """Every place on paper that reads otherwise with this adendum."""
    k = a.sesudah.terbaca
    sebutan = {kunci: p.sebutan or "" for kunci, p in zip(k.kunci_pihak, k.para_pihak, strict=True)}
    return changes(compose_kesepakatan(penyusun, a.sebelum), compose_kesepakatan(penyusun, a.sesudah), sebutan)


def _makers(k: Kesepakatan) -> str:
    return gabung([p.nama for p in k.para_pihak])


def _items(penyusun: Penyusun, a: AdendumTermuat) -> list[ButirPerubahan]:
    sentuhan, gantian = touches(to_pohon(a.sebelum.kesepakatan), a.adendum.perubahan)
    beda = paper_changes(penyusun, a)
    # What changes nothing on paper is not told; what changes on paper and no operation tells is told by its place.
    sentuhan = [s for s in sentuhan if any(s.covers(b) for b in beda)]
    akibat = [b for b in beda if not any(s.covers(b) for s in sentuhan) and not any(g.covers(b) for g in gantian)]
    _, peta, _ = number(a.sesudah.kesepakatan)
    hasil = items(sentuhan, gantian, akibat, peta.urut, a.sebelum.terbaca.jenis, a.sesudah.terbaca.kunci_pihak)
    _check_told(a, hasil)
    return hasil


def _check_told(a: AdendumTermuat, butir: Sequence[object]) -> None:
    """An adendum that changes nothing on paper would be signed for nothing.

    Raises:
        NaskahBermasalah: at its operations.
    """
    if not butir:
        pesan, saran = "tidak mengubah bunyi naskah", "tulis perubahannya pada pasal yang mengaturnya"
        raise NaskahBermasalah([Temuan(a.sumber.tempat(("perubahan",)), "perubahan", "bunyi", pesan, saran)])


def _annex_head(a: AdendumTermuat, hari_ini: Kesepakatan) -> list[str]:
    """Lines at the right of an annex: whose it is, its numbers, its day."""
    tanggal = a.adendum.penandatanganan.tanggal
    return [
        f"Lampiran {name_of(a)} atas {hari_ini.jenis} antara {_makers(hari_ini)}",
        *(f"Nomor : {p.nomor or TITIK}" for p in hari_ini.para_pihak if p.nomor or a.adendum.konsep),
        f"Tanggal : {tanggal_panjang(tanggal) if tanggal else TITIK}",
    ]


def _recitals(a: AdendumTermuat, sebelumnya: Sequence[AdendumTermuat], hari_ini: Kesepakatan) -> list[str]:
    """Items of the recitals: the agreement, the adenda before, the reasons, the clause that allows it."""
    k, nama = a.sebelum.terbaca, name_of(a)
    tanggal = k.penandatanganan.tanggal
    nomor = gabung([f"Nomor {p.nomor}" for p in k.para_pihak if p.nomor])
    hasil = [
        f"bahwa PARA PIHAK telah menandatangani {k.jenis} antara {_makers(k)} tentang {k.judul}"
        + (f", {nomor}" if nomor else "")
        + (f", tanggal {tanggal_panjang(tanggal)}" if tanggal else "")
    ]
    if sebelumnya:
        hasil.append(
            f"bahwa {k.jenis} sebagaimana dimaksud dalam huruf a telah diubah dengan {gabung([cite(b) for b in sebelumnya])}"
        )
    perbaikan = a.adendum.jenis == "perbaikan"
    if perbaikan and not a.adendum.alasan:
        hasil.append(
            f"bahwa dalam {k.jenis} sebagaimana dimaksud dalam huruf a terdapat kekeliruan penulisan yang perlu diperbaiki"
        )
    elif a.adendum.konsep and not a.adendum.alasan:
        hasil.append(f"bahwa {TITIK}")
    hasil += [f"bahwa {alasan}" for alasan in a.adendum.alasan]
    if dasar := _allowing_clause(a):
        apa = "perbaikan" if perbaikan else "perubahan"
        hasil.append(
            f"bahwa berdasarkan ketentuan {dasar} {k.jenis}, {apa} atas {k.jenis} dilakukan dengan persetujuan PARA PIHAK"
        )
    huruf = [f"huruf {huruf_ke(i)}" for i in range(1, len(hasil) + 1)]
    rujukan = gabung(huruf) if len(huruf) < 3 else f"{huruf[0]} sampai dengan {huruf[-1]}"
    hasil.append(
        f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {rujukan}, PARA PIHAK sepakat membuat {nama} atas {k.jenis}"
    )
    n = len(hasil)
    return [f"{satu}{'.' if i == n - 1 else '; dan' if i == n - 2 else ';'}" for i, satu in enumerate(hasil)]


def cite(a: AdendumTermuat) -> str:
    """An adendum as later papers name it: "Adendum Kesatu, Nomor … dan Nomor …, tanggal 1 Juli 2023"."""
    nomor = gabung([f"Nomor {p.nomor}" for p in a.adendum.para_pihak if p.nomor])
    tanggal = a.adendum.penandatanganan.tanggal
    return ", ".join([name_of(a), *([nomor] if nomor else []), *([f"tanggal {tanggal_panjang(tanggal)}"] if tanggal else [])])


def _allowing_clause(a: AdendumTermuat) -> str:
    _, peta, _ = number(a.sebelum.kesepakatan)
    alamat = clause_of(peta, "perbaikan" if a.adendum.jenis == "perbaikan" else "perubahan")
    return address_words(alamat) if alamat else ""


def _corrections(penyusun: Penyusun, a: AdendumTermuat) -> list[Perbaikan]:
    hasil = [
        Perbaikan(satu.letak, tertulis, seharusnya)
        for satu in paper_changes(penyusun, a)
        for tertulis, seharusnya in satu.excerpts()
    ]
    _check_told(a, hasil)
    return hasil
