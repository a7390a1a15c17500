"""The agreement and its annex as one naskah.

Also its duplicates (rangkap), each marked with its holder.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from notakesepakatan.compose.composer import Composer, Properties
from notakesepakatan.compose.lampiran import lampiran_pages
from notakesepakatan.compose.templates import Template
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.words.names import of_name
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
    k, setting = loaded.reading, composer.pengaturan
    logo = _logos(composer.templat, setting.logo, k)
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
        "deret_lampiran": lampiran_pages(k),
        "kepala_lampiran_adendum": None,
    }
    maker = " dan ".join(p.nama for p in k.para_pihak)
    trait = Properties(k.titled, maker, k.signed)
    source = ("kesepakatan.yaml", loaded.isi)
    return composer.fill(
        "kesepakatan.html.j2", content, trait, picture=logo, source=source
    )


def _logos(
    template: Template, logo: Mapping[str, str], k: Kesepakatan
) -> dict[str, bytes]:
    """Pictures of the parties that have one, by the party's key, in their order."""
    if not logo:
        return {}
    from notakesepakatan.compose.pictures import read_picture

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
