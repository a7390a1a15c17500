"""The agreement and its annex as one naskah.

Also its duplicates (rangkap), each marked with its holder.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from notakesepakatan.compose.composer import Composer, Properties
from notakesepakatan.compose.lampiran import lampiran_pages
from notakesepakatan.compose.templates import Template
from notakesepakatan.compute.text.isian import kuasa_words, pejabat_words
from notakesepakatan.compute.text.numbering import number
from notakesepakatan.compute.text.terjemahan import in_other_language
from notakesepakatan.compute.text.words import INDONESIAN, OtherWords, Words
from notakesepakatan.load.kesepakatan import Loaded
from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.model.language import Language
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.naskah.beside import beside
from notakesepakatan.words.names import fold, of_name
from notakesepakatan.words.numbers import angka_terbilang, thousands


@dataclass(frozen=True)
class RangkapIni:
    """One original among the duplicates.

    Attributes:
        nomor: its place, from 1.
        jumlah: how many there are, in digits and words.
        pemegang: who holds it, as printed.
        arsip: unstamped, for whoever keeps an archive copy.
        meterai_pada: index of the party at whose signature the stamp goes, None on an archive copy.
        paraf: whether it bears the table of paraf hierarki.
    """

    nomor: int
    jumlah: str
    pemegang: str
    arsip: bool
    meterai_pada: int | None
    paraf: bool


def rangkap_list(k: Kesepakatan) -> tuple[RangkapIni, ...]:
    """The duplicates of an agreement as it reads.

    The stamped ones, which the parties hold in turn, then those for the archive,
    which their keepers hold in turn.

    Each party holds the original stamped at another's signature: of two parties the
    other, of more the next one.
    """
    n = len(k.para_pihak)
    bermeterai = n if k.rangkap.bermeterai is None else k.rangkap.bermeterai
    count = angka_terbilang(bermeterai + k.rangkap.arsip)
    names = [pihak.sebutan or "" for pihak in k.para_pihak]
    paraf = k.rangkap.has_paraf(archived=False)
    stamped = [
        RangkapIni(i + 1, count, names[i % n], False, (i + 1) % n, paraf)
        for i in range(bermeterai)
    ]
    keepers = k.rangkap.penyimpan_arsip or ("arsip",)
    archived_paraf = k.rangkap.has_paraf(archived=True)
    return (
        *stamped,
        *(
            RangkapIni(
                bermeterai + i + 1,
                count,
                keepers[i % len(keepers)],
                True,
                None,
                archived_paraf,
            )
            for i in range(k.rangkap.arsip)
        ),
    )


@dataclass(frozen=True)
class Side:
    """An agreement as it reads in one language, with the words the program prints in it."""

    reading: Kesepakatan
    language: Language
    words: Words


def sides(composer: Composer, loaded: Loaded) -> tuple[Side, ...]:
    """The agreement in Indonesian, then in its second language where it has one.

    Raises:
        FaultyTemplate, FaultyNaskah: the words of that language cannot be read.
    """
    first = Side(loaded.reading, Language(), INDONESIAN)
    name = loaded.kesepakatan.bahasa_kedua
    if name is None:
        return (first,)
    language = composer.language(name)
    words = OtherWords(language)
    reading = in_other_language(number(loaded.kesepakatan), language, words)
    return (first, Side(reading, language, words))


def compose_kesepakatan(
    composer: Composer,
    loaded: Loaded,
    rangkap_ini: RangkapIni | None = None,
    *,
    signed: Loaded | None = None,
) -> Naskah:
    """The naskah of an agreement, or of one of its duplicates, in all its languages.

    With `signed` it is a text to read, which says who signed that one.

    Raises:
        FaultyTemplate, FaultyNaskah, FaultyLogo: a template, the styles or a logo is wrong.
    """
    languages = sides(composer, loaded)
    of_signed = sides(composer, signed) if signed else ()
    filled = _in_each(composer, loaded, languages, rangkap_ini, of_signed)
    return set_beside(filled, languages)


def set_beside(
    naskah: Sequence[Naskah], sides: Sequence[Side], *, once: bool = False
) -> Naskah:
    """One naskah of that in each language.

    Args:
        naskah: one a language, the Indonesian one first.
        sides: their languages.
        once: whether what is the same in both stands once, as wide as the page.
    """
    first = naskah[0]
    if len(naskah) == 1:
        return first
    code = sides[1].language.code
    return replace(first, isi=beside(first.isi, naskah[1].isi, code, once=once))


def compose_both(
    composer: Composer, before: Loaded, after: Loaded
) -> list[tuple[Naskah, Naskah]]:
    """The naskah of two texts of one agreement in each language, to be held side by side.

    Pasal that read the same in both are in neither: of a long text little has changed.

    Raises:
        FaultyTemplate, FaultyNaskah, FaultyLogo: as `compose_kesepakatan`.
    """
    old_sides, new_sides = sides(composer, before), sides(composer, after)
    pairs = [_without_alike(*both) for both in zip(old_sides, new_sides, strict=False)]
    old_naskah = _in_each(composer, before, [old for old, _ in pairs], None)
    new_naskah = _in_each(composer, after, [new for _, new in pairs], None)
    return list(zip(old_naskah, new_naskah, strict=True))


def _without_alike(old: Side, new: Side) -> tuple[Side, Side]:
    """Both without the pasal that read the same, where nothing but pasal differs.

    What a pasal prints may be said elsewhere, as the addresses of a party are; and two
    texts whose pasal stand in another order are held side by side whole. The last pasal
    stays: what stands behind it without a place of its own belongs to it.
    """
    before = {pasal.nomor: pasal for pasal in old.reading.pasal}
    after = {pasal.nomor: pasal for pasal in new.reading.pasal}
    same_order = [n for n in before if n in after] == [n for n in after if n in before]
    if not same_order or _bare(old.reading) != _bare(new.reading):
        return old, new
    last = (old.reading.pasal[-1].nomor, new.reading.pasal[-1].nomor)
    alike = {n for n in before if n not in last and before[n] == after.get(n)}
    return _without(old, alike), _without(new, alike)


def _bare(reading: Kesepakatan) -> Kesepakatan:
    """The text without its pasal."""
    return reading.model_copy(update={"pasal": ()})


def _without(side: Side, left_out: Collection[str | None]) -> Side:
    """The text of a side without the pasal of these numbers."""
    kept = tuple(one for one in side.reading.pasal if one.nomor not in left_out)
    return replace(side, reading=side.reading.model_copy(update={"pasal": kept}))


def _in_each(
    composer: Composer,
    loaded: Loaded,
    languages: Sequence[Side],
    rangkap_ini: RangkapIni | None,
    signed: Sequence[Side] = (),
) -> list[Naskah]:
    k = loaded.reading
    composer = composer.for_pages(k.halaman)
    setting = composer.pengaturan
    logo = _logos(composer.templat, setting, k)
    maker = " dan ".join(p.nama for p in k.para_pihak)
    trait = Properties(k.titled, maker, k.signed)
    source = ("kesepakatan.yaml", loaded.isi)
    shared: dict[str, object] = {
        "rangkap_ini": rangkap_ini,
        "deret_tanda_tangan": signature_rows(len(k.para_pihak), setting),
        "tarif_meterai": f"Rp{thousands(setting.tarif_meterai)},00",
        "logo": logo,
        "letak_logo": setting.halaman.letak_logo or _usual_place(logo),
        "ttd": bool(signed),
        "kop_naskah": _kop(setting, k) if setting.halaman.kop == "ya" else (),
        "bersampul": setting.halaman.sampul == "ya",
        "tahun_sampul": k.printed_day.year if k.printed_day else None,
    }
    contents = [_content(side) | shared for side in languages]
    for content, side in zip(contents, signed, strict=False):
        content |= _tanda_tangan(side.reading, setting)
    return [
        composer.fill(
            "kesepakatan.html.j2",
            content,
            trait,
            picture=logo,
            source=source,
            paraf=paraf_of(k),
        )
        for content in contents
    ]


def _tanda_tangan(k: Kesepakatan, setting: Pengaturan) -> dict[str, object]:
    """What the template says of those who signed a text that may read otherwise by now."""
    return {
        "deret_tanda_tangan": signature_rows(len(k.para_pihak), setting),
        "yang_bertanda_tangan": k.para_pihak,
        "kunci_yang_bertanda_tangan": k.kunci_pihak,
        "saksi": k.saksi,
        "mengetahui": k.mengetahui,
    }


def _content(side: Side) -> dict[str, object]:
    """What the template says of an agreement in one language."""
    k = side.reading
    content: dict[str, object] = {
        name: getattr(k, name) for name in type(k).model_fields
    }
    return content | {
        "kata": side.language.said,
        "sebut_kepala": side.words.head,
        "sebut_hari": side.words.day,
        "sebut_pejabat": partial(pejabat_words, words=side.words),
        "sebut_kuasa": partial(kuasa_words, words=side.words),
        "kunci_pihak": k.kunci_pihak,
        "konsep": k.konsep,
        "jumlah_tahun": k.jumlah_tahun,
        "bernomor": k.numbered,
        "deret_bagian": k.parts,
        "bagian_pertama": k.first_part,
        "deret_lampiran": lampiran_pages(k, words=side.words),
        "kepala_lampiran_adendum": None,
    }


def paraf_of(k: Kesepakatan) -> tuple[str, ...]:
    """Who initials each page: the parties, as they are called."""
    return tuple(pihak.sebutan or "" for pihak in k.para_pihak)


def _usual_place(logo: dict[str, bytes]) -> str:
    """Several logos stand beside each other, one stands in the middle."""
    return "kiri_kanan" if len(logo) > 1 else "tengah"


def _kop(setting: Pengaturan, k: Kesepakatan) -> tuple[str, ...]:
    """Lines of the office's letterhead: of the party that is this office, else the first."""
    office = fold(setting.pihak_kami or "")
    ours = (one for one in k.para_pihak if fold(one.nama) == office)
    pihak = next(ours, k.para_pihak[0])
    usual = (pihak.nama_judul or pihak.nama.upper(), pihak.kedudukan or "")
    return of_name(setting.kop, pihak.nama) or tuple(filter(None, usual))


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
