"""The agreement and its annex as one naskah.

Also its duplicates (rangkap), each marked with its holder.
"""

from dataclasses import dataclass

from notakesepakatan.compose.composer import Composer, Properties
from notakesepakatan.compose.templates import Template
from notakesepakatan.compute.text.rencana_kerja import PlanRow, rows
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.words.names import fold, of_name
from notakesepakatan.words.numbers import angka_terbilang, thousands


@dataclass(frozen=True)
class RangkapIni:
    """One original among the duplicates.

    Attributes:
        nomor: its place, from 1.
        jumlah: how many there are, in digits and words.
        pemegang: who holds it, as printed.
        arsip: unstamped, with the table of paraf hierarki.
        meterai_pada: index of the party at whose signature the stamp goes, None on an archive copy.
    """

    nomor: int
    jumlah: str
    pemegang: str
    arsip: bool
    meterai_pada: int | None


def rangkap_list(k: Kesepakatan) -> tuple[RangkapIni, ...]:
    """The duplicates of an agreement as it reads.

    The stamped ones, which the parties hold in turn, then those for the archive.

    Each party holds the original stamped at another's signature: of two parties the
    other, of more the next one.
    """
    n = len(k.para_pihak)
    bermeterai = n if k.rangkap.bermeterai is None else k.rangkap.bermeterai
    count = angka_terbilang(bermeterai + k.rangkap.arsip)
    names = [pihak.sebutan or "" for pihak in k.para_pihak]
    stamped = [
        RangkapIni(i + 1, count, names[i % n], False, (i + 1) % n)
        for i in range(bermeterai)
    ]
    arsip = k.rangkap.penyimpan_arsip or "arsip"
    return (
        *stamped,
        *(
            RangkapIni(bermeterai + i + 1, count, arsip, True, None)
            for i in range(k.rangkap.arsip)
        ),
    )


def compose_kesepakatan(
    composer: Composer, loaded: Loaded, rangkap_ini: RangkapIni | None = None
) -> Naskah:
    """The naskah of an agreement, or of one of its duplicates.

    Raises:
        FaultyTemplate, FaultyNaskah, FaultyLogo: a template, the styles or a logo is wrong.
    """
    k = loaded.reading
    composer = composer.for_pages(k.halaman)
    setting = composer.pengaturan
    logo = _logos(composer.templat, setting, k)
    content: dict[str, object] = {
        name: getattr(k, name) for name in type(k).model_fields
    }
    content |= {
        "kunci_pihak": k.kunci_pihak,
        "konsep": k.konsep,
        "jumlah_tahun": k.jumlah_tahun,
        "bernomor": k.numbered,
        "deret_bagian": k.susunan.parts,
        "rangkap_ini": rangkap_ini,
        "deret_tanda_tangan": signature_rows(len(k.para_pihak), setting),
        "tarif_meterai": f"Rp{thousands(setting.tarif_meterai)},00",
        "logo": logo,
        "letak_logo": setting.halaman.letak_logo or "tengah",
        "kop_naskah": _kop(setting, k) if setting.halaman.kop == "ya" else (),
        "bersampul": setting.halaman.sampul == "ya",
        "tahun_sampul": k.printed_day.year if k.printed_day else None,
        "deret_rencana_kerja": lampiran_rows(k),
    }
    maker = " dan ".join(p.nama for p in k.para_pihak)
    trait = Properties(k.titled, maker, k.signed)
    source = ("kesepakatan.yaml", loaded.isi)
    return composer.fill(
        "kesepakatan.html.j2",
        content,
        trait,
        picture=logo,
        source=source,
        paraf=paraf_of(k),
    )


def paraf_of(k: Kesepakatan) -> tuple[str, ...]:
    """Who initials each page: the parties, as they are called."""
    return tuple(pihak.sebutan or "" for pihak in k.para_pihak)


def _kop(setting: Pengaturan, k: Kesepakatan) -> tuple[str, ...]:
    """Lines of the office's letterhead: of the party that is this office, else the first."""
    office = fold(setting.pihak_kami or "")
    ours = (one for one in k.para_pihak if fold(one.nama) == office)
    pihak = next(ours, k.para_pihak[0])
    usual = (pihak.nama_judul or pihak.nama.upper(), pihak.kedudukan or "")
    return of_name(setting.kop, pihak.nama) or tuple(filter(None, usual))


def lampiran_rows(k: Kesepakatan) -> tuple[PlanRow, ...]:
    """Rows of the Rencana Kerja of an agreement as it reads; none where it has no annex."""
    return rows(k.lampiran, k.kunci_pihak, k.jumlah_tahun) if k.lampiran else ()


def _logos(template: Template, setting: Pengaturan, k: Kesepakatan) -> dict[str, bytes]:
    """Pictures of the parties that have one, by the party's key, in their order.

    The emblem stands alone where there is one.
    """
    logo, lambang = setting.logo, setting.halaman.lambang
    if setting.halaman.letak_logo == "tanpa" or not (logo or lambang):
        return {}
    from notakesepakatan.compose.pictures import read_picture

    if lambang:
        return {"lambang": read_picture(template, lambang)}
    pihak = zip(k.kunci_pihak, k.para_pihak, strict=True)
    files = {key: of_name(logo, one.nama) for key, one in pihak}
    return {key: read_picture(template, file) for key, file in files.items() if file}


def signature_rows(count: int, setting: Pengaturan) -> list[list[int]]:
    """Indices of the parties, row by row, left to right."""
    index = list(range(count))
    if setting.urutan_tanda_tangan == "mundur":
        index.reverse()
    n = setting.kolom_tanda_tangan
    return [index[i : i + n] for i in range(0, count, n)]
