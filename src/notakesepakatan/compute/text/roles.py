"""Roles of pasal and ayat: the `kunci` by which the program finds what it needs of a text.

Any other `kunci` is a name for references alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.place import default_sebutan, unit_words

TUGAS_ROLE = "tugas"
"""Keys of pasal and ayat on duties begin with it: tugas_dan_tanggung_jawab, tugas_kesatu."""
TUGAS_PASAL = "tugas_dan_tanggung_jawab"


LANGUAGE_ROLE = "bahasa"
"""Key of the pasal or ayat on languages and on which text prevails."""


class Role(NamedTuple):
    """A role.

    Attributes:
        kunci: its key.
        what: what the part with it says and what for, in Indonesian.
        headings: words of a heading, in small letters, by which the part is recognised.
    """

    kunci: str
    what: str
    headings: tuple[str, ...] = ()


PASAL_ROLES = (
    Role(
        "jangka_waktu",
        "jangka waktu; dasar tenggat dan surat pemberitahuan",
        ("jangka waktu", "masa berlaku"),
    ),
    Role(
        TUGAS_PASAL,
        "tugas para pihak; dipilih saat keadaan kahar dicatat",
        ("tugas", "tanggung jawab", "hak dan kewajiban"),
    ),
    Role(
        "keadaan_kahar",
        "keadaan kahar; dasar berita acaranya",
        ("kahar", "memaksa", "force majeure"),
    ),
    Role(
        "penyelesaian_perselisihan",
        "penyelesaian perselisihan; dasar berita acara musyawarah",
        ("perselisihan", "sengketa"),
    ),
    Role(
        "adendum",
        "perubahan; dasar adendum dan perbaikan",
        ("adendum", "addendum", "perubahan"),
    ),
    Role(
        "pelaksanaan",
        "pelaksanaan; dasar Rencana Kerja",
        ("pelaksanaan",),
    ),
    Role(
        "surat_menyurat",
        "surat-menyurat; alamat surat pemberitahuan",
        ("surat", "korespondensi", "pemberitahuan"),
    ),
    Role("ruang_lingkup", "ruang lingkup; dibandingkan dengan program", ("lingkup",)),
    Role("pembiayaan", "pembiayaan", ("biaya", "pendanaan")),
    Role("hak_dan_kewajiban", "hak dan kewajiban; wajib ada pada PKS pihak ketiga"),
    Role("sanksi", "sanksi; wajib ada pada PKS pihak ketiga"),
    Role("nilai_dan_pembayaran", "nilai dan pembayaran"),
    Role("hasil_kerja_sama", "hasil kerja sama: uang dan barang"),
    Role(LANGUAGE_ROLE, "bahasa naskah, dan naskah yang berlaku bila berbeda"),
)
"""Roles of a pasal, the most needed first."""

AYAT_ROLES = (
    Role("jangka_waktu_berlaku", "lamanya berlaku, bila bukan seluruh pasalnya"),
    Role("pemberitahuan", "pemberitahuan sebelum memperpanjang atau mengakhiri"),
    Role("pengunduran_diri", "keluarnya sebuah pihak; surat pengunduran dirinya"),
    Role("kewajiban_tersisa", "kewajiban setelah berakhir; berita acara pengakhiran"),
    Role("berakhir_demi_hukum", "berakhir karena peraturan; berita acara pengakhiran"),
    Role("berita_acara_kahar", "batas waktu berita acara keadaan kahar"),
    Role("kahar_tetap_berlaku", "tetap berlaku selama keadaan kahar; dikutip"),
    Role("rencana_kerja", "Rencana Kerja, bila bukan seluruh pasal pelaksanaan"),
    Role("pemantauan", "pemantauan dan evaluasi; laporan pemantauan"),
    Role("perubahan", "perubahan dengan adendum, bila bukan seluruh pasalnya"),
    Role("perbaikan", "perbaikan salah tulis"),
)
"""Roles of an ayat, which stand before that of its pasal."""


def tugas_role(pihak: str) -> Role:
    """The role of an ayat on the duties of the party with this key."""
    return Role(f"{TUGAS_ROLE}_{pihak}", f"tugas {default_sebutan(pihak)}")


def pasal_without_role(k: Kesepakatan, role: Role) -> Iterator[int]:
    """The places of pasal whose heading speaks of what a role is for.

    Only of those that have no `kunci`, nor have their ayat.
    """
    for i, pasal in enumerate(k.pasal):
        heading = (pasal.judul or "").lower()
        speaks_of_it = any(words in heading for words in role.headings)
        is_named = bool(pasal.kunci) or any(ayat.kunci for ayat in pasal.ayat)
        if speaks_of_it and not is_named and not pasal.dihapus:
            yield i


def without_tugas(reading: Kesepakatan) -> str:
    """What to do where no part is marked as one on duties, in Indonesian.

    Args:
        reading: the agreement as it reads.
    """
    (role,) = (role for role in PASAL_ROLES if role.kunci == TUGAS_PASAL)
    near = [reading.pasal[i] for i in pasal_without_role(reading, role)]
    where = "pasal yang memuat tugas para pihak"
    if near:
        named = unit_words("pasal", near[0].nomor or "")
        where = f"{named} ({near[0].judul})"
    saran = f'beri "kunci: {TUGAS_PASAL}" pada {where}'
    if not reading.konsep:
        saran = (
            'sebut letaknya langsung, mis. "Pasal 4 ayat (1) huruf a"; pada konsep, '
        )
        saran += f'"kunci: {TUGAS_PASAL}" pada {where} membuat daftarnya tersusun'
    return f"Tidak ada pasal yang ditandai sebagai pasal tugas; {saran}."
