"""What is wrong in a text before it is signed: one small function a rule, all listed in `ATURAN`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from notakesepakatan.compute.rules import angka, dasar_hukum, language, rincian, rujukan, sameness, whole
from notakesepakatan.compute.rules.bacaan import Bacaan, Cacat, Kamus, Tingkat, read_agreement, read_lines
from notakesepakatan.compute.text.numbering import Jalur

__all__ = ["ATURAN", "Aturan", "Bacaan", "Cacat", "Kamus", "Tingkat", "check", "read_agreement", "read_lines"]


@dataclass(frozen=True)
class Aturan:
    """One rule.

    Attributes:
        kode: its code, which `abaikan:` names.
        tingkat: galat, peringatan, catatan.
        dasar: where it comes from.
        apa: what it looks for, in Indonesian, for the page of rules.
        fungsi: gives the findings.
        teks_saja: needs nothing but the text, so that other people's files can be read too.
    """

    kode: str
    tingkat: Tingkat
    dasar: str
    apa: str
    fungsi: Callable[[Bacaan], Iterator[Cacat]]
    teks_saja: bool = False


_L2 = "UU 12/2011 Lampiran II angka "
ATURAN: tuple[Aturan, ...] = (
    Aturan("SAMA-NOMOR", "galat", "ketelitian naskah", "nomor naskah yang berbeda dari halaman depan", sameness.numbers),
    Aturan("SAMA-NAMA", "galat", "ketelitian naskah", "nama pihak yang berbeda dari halaman depan", sameness.party_names),
    Aturan("SAMA-JUDUL", "galat", "ketelitian naskah", "judul Lampiran yang berbeda dari halaman depan", sameness.titles),
    Aturan(
        "SAMA-SEBUTAN", "galat", "ketelitian naskah", "sebutan pihak yang lain dari yang ditetapkan", sameness.party_terms, True
    ),
    Aturan(
        "SAMA-TANGGAL", "galat", "ketelitian naskah", "tanggal Lampiran yang bukan hari penandatanganan", sameness.signing_day
    ),
    Aturan(
        "SAMA-ISTILAH",
        "peringatan",
        "ketelitian naskah",
        "istilah yang kurang satu kata dari yang lazim di naskah itu",
        sameness.terms,
        True,
    ),
    Aturan("SAMA-UNIT", "peringatan", "ketelitian naskah", "satu jabatan dengan dua nama", sameness.units),
    Aturan(
        "SAMA-TAKPAKAI",
        "catatan",
        "ketelitian naskah",
        "sebutan yang ditetapkan dan tidak dipakai",
        sameness.unused_terms,
        True,
    ),
    Aturan("SAMA-TAKSEBUT", "catatan", "ketelitian naskah", "istilah kapital yang tidak ditetapkan", sameness.unset_terms),
    Aturan(
        "SAMA-ALAMAT", "peringatan", "ketelitian naskah", "alamat yang ditulis dua kali dengan beda tipis", sameness.addresses
    ),
    Aturan("RUJUK-KATA", "galat", _L2 + "271-281", 'rujukan tanpa "pada" atau "dalam"', rujukan.wording, True),
    Aturan("RUJUK-HURUF", "galat", _L2 + "80", "pasal dalam rujukan dengan huruf kecil", rujukan.capitals, True),
    Aturan("RUJUK-TUJUAN", "galat", _L2 + "271-281", "rujukan ke pasal, ayat, atau huruf yang tidak ada", rujukan.targets),
    Aturan("RUJUK-ISI", "peringatan", "ketelitian naskah", "rujukan ke pasal yang mengatur hal lain", rujukan.subjects),
    Aturan("RUJUK-MAJU", "catatan", _L2 + "278", "rujukan ke pasal sesudahnya", rujukan.forward),
    Aturan("RUJUK-CELAH", "peringatan", "ketelitian naskah", "nomor pasal yang melompat", rujukan.gaps),
    Aturan("RUJUK-DIRI", "peringatan", _L2 + "271-281", "ayat yang merujuk dirinya sendiri", rujukan.itself),
    Aturan("RUJUK-ATAS", "peringatan", _L2 + "277", "rujukan tanpa nomor", rujukan.above, True),
    Aturan("ANGKA-HURUF", "galat", _L2 + "86", "angka yang tidak cocok dengan hurufnya", angka.words, True),
    Aturan(
        "ANGKA-HARI", "galat", "penanggalan", "hari, tanggal, dan tanggal dalam kurung yang tidak cocok", angka.weekdays, True
    ),
    Aturan(
        "ANGKA-NOMOR",
        "peringatan",
        "kelaziman",
        "bulan dan tahun nomor surat terhadap hari penandatanganan",
        angka.letter_numbers,
    ),
    Aturan("ANGKA-RANGKAP", "galat", "ketelitian naskah", "jumlah rangkap yang tidak cocok", angka.duplicates, True),
    Aturan("ANGKA-MASA", "peringatan", _L2 + "255", '"paling lama" untuk batas waktu', angka.deadlines, True),
    Aturan("DAFTAR-TANDA", "galat", _L2 + "87-91", "tanda baca dan kata sambung dalam rincian", rincian.marks),
    Aturan("DAFTAR-HURUF", "peringatan", _L2 + "88", "butir yang diawali huruf besar", rincian.small_letters),
    Aturan("HUKUM-LEMBARAN", "galat", _L2 + "47", "lembaran yang lebih tua dari peraturannya", dasar_hukum.gazettes),
    Aturan("HUKUM-URUT", "peringatan", _L2 + "43", "dasar hukum yang tidak urut", dasar_hukum.order),
    Aturan("HUKUM-TANPA", "catatan", _L2 + "47", "UU atau PP tanpa lembaran", dasar_hukum.missing_gazettes),
    Aturan("HUKUM-NOL", "catatan", "kelaziman", "nomor peraturan yang diawali nol", dasar_hukum.zeros),
    Aturan(
        "HUKUM-BERUBAH",
        "peringatan",
        "tabel peraturan, November 2026",
        "peraturan yang sudah dicabut atau diubah",
        dasar_hukum.moved_on,
    ),
    Aturan("HUKUM-RENCANA", "peringatan", "kelaziman", "rencana yang berakhir sebelum jangka waktu", dasar_hukum.plans),
    Aturan("RENCANA-SEL", "peringatan", "PP 28/2018 Pasal 46", "baris Rencana Kerja dengan sel kosong", whole.plan_cells),
    Aturan("RENCANA-PIHAK", "peringatan", "kelaziman", "tugas tanpa pihak yang melaksanakan", whole.bearers),
    Aturan("RENCANA-LINGKUP", "catatan", "kelaziman", "ruang lingkup tanpa program", whole.scope),
    Aturan("KONTAK-SUREL", "galat", "bentuk alamat surel", "alamat surel yang tidak sah", whole.mails),
    Aturan("KONTAK-TELEPON", "peringatan", "kelaziman", "nomor telepon yang tidak lazim", whole.phones),
    Aturan("KONTAK-POS", "galat", "bentuk kode pos", "kode pos yang bukan lima angka", whole.postcodes),
    Aturan("LENGKAP", "peringatan", "PP 28/2018; kelaziman", "pasal yang lazim dan tidak ada", whole.completeness),
    Aturan("BAHASA-SALAH", "galat", "KBBI dan PUEBI", "salah tulis yang sering pada naskah dinas", language.confusables, True),
    Aturan("BAHASA-GANDA", "galat", "ketelitian naskah", "kata atau tanggal yang tertulis dua kali", language.doubled, True),
    Aturan("BAHASA-SPASI", "galat", "PUEBI", "spasi dan tanda baca", language.spacing, True),
    Aturan(
        "BAHASA-EJAAN",
        "peringatan",
        "kamus Hunspell bahasa Indonesia",
        "kata yang tidak dikenal kamus",
        language.spelling,
        True,
    ),
    Aturan("BAHASA-ASING", "catatan", "UU 24/2009", "kata asing yang ada padanannya", language.foreign, True),
)


def check(b: Bacaan) -> list[tuple[Aturan, Cacat]]:
    """All findings that are not silenced, rule by rule; of a text that is not ours only by the rules that need nothing else."""
    diam: dict[str, set[str]] = {}
    for a in b.k.abaikan if b.k else ():
        diam.setdefault(a.kode, set()).add(a.pada)
    teks_dari = {p.jalur: p.teks for p in b.petikan} if diam else {}

    @cache
    def quiet(kode: str, jalur: Jalur) -> bool:
        return any(pada in teks_dari.get(jalur, "") for pada in diam[kode])

    def silenced(kode: str, cacat: Cacat) -> bool:
        return kode in diam and (cacat.potongan in diam[kode] or quiet(kode, cacat.jalur))

    return [
        (aturan, cacat)
        for aturan in ATURAN
        if b.k or aturan.teks_saja
        for cacat in aturan.fungsi(b)
        if not silenced(aturan.kode, cacat)
    ]
