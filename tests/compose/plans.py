"""Agreements whose annex has as many parties and years as a test asks for."""

from notakesepakatan.compose.composer import Composer
from notakesepakatan.compose.kesepakatan import compose_kesepakatan
from notakesepakatan.compose.templates import Template
from notakesepakatan.load.kesepakatan import parse_kesepakatan
from notakesepakatan.model.halaman import Paper
from notakesepakatan.model.pengaturan import Pengaturan
from notakesepakatan.naskah import Naskah
from notakesepakatan.words.numbers import order

_HEAD = """\
jenis: Nota Kesepakatan
judul: Penyelenggaraan Pelindungan Pekerja Migran Indonesia dan Keluarganya
penandatanganan: { tempat: Solo, tanggal: 2026-02-01 }
pasal:
- judul: MAKSUD
  isi: Maksud Nota Kesepakatan ini adalah menyelenggarakan kerja sama.
- judul: PENUTUP
  isi: Nota Kesepakatan ini dibuat dan ditandatangani pada tanggal tersebut di atas.
kalimat:
  pembukaan: Pada hari ini kami yang bertanda tangan di bawah ini
  pihak: "[[jabatan]], bertindak untuk dan atas nama [[nama]], disebut [[sebutan]];"
"""
_PIHAK = """\
- nama: Pemerintah Kabupaten Contoh Nomor {i}
  sebutan: {sebutan}
  pejabat: NAMA PEJABAT {i}
  jabatan: {jabatan}
  nomor: {i}/NK/2026
  kedudukan: Jalan Raya {i}, Kota Contoh
"""
_PROGRAM = """\
  - nama: Penyelenggaraan pelayanan pelindungan dan pemberdayaan masyarakat
    tahapan:
    - isi: Menyelenggarakan sosialisasi ketenagakerjaan kepada masyarakat
      lokasi: Kabupaten Pekalongan
      sumber_dana: APBN/APBD/sumber lain yang sah
      tahun: semua
      output: Terselenggaranya pelatihan calon pekerja migran
      outcome: Meningkatnya kesejahteraan
      tugas:
"""
_TUGAS = (
    "        {key}: [Menyediakan narasumber pelatihan, Melaksanakan pendampingan]\n"
)


def agreement(
    parties: int,
    years: int,
    jabatan: str = "Bupati Contoh",
    *,
    programs: int = 2,
    more: str = "",
) -> str:
    """Its YAML; no annex where it has no programme."""
    keys = [order(i) for i in range(1, parties + 1)]
    pihak = "".join(
        _PIHAK.format(i=i, sebutan=f"PIHAK {key.upper()}", jabatan=jabatan)
        for i, key in enumerate(keys, 1)
    )
    term = f"jangka_waktu: {{ selama: {years} tahun }}\n"
    tugas = "".join(_TUGAS.format(key=key.replace(" ", "_")) for key in keys)
    annex = "lampiran:\n  judul: RENCANA KERJA\n  program:\n"
    annex += (_PROGRAM + tugas) * programs
    return f"{_HEAD}{more}{term}para_pihak:\n{pihak}{annex if programs else ''}"


def composed(yaml: str, kertas: Paper = "A4", **settings: object) -> Naskah:
    """It as a naskah of an office with that paper."""
    composer = Composer(Template(None), Pengaturan(kertas=kertas, **settings))
    return compose_kesepakatan(composer, parse_kesepakatan(yaml.encode(), "uji"))
