"""A message that names a command in, the same with the button of the desk that does it out.

Where the desk has no page for it, it says whom to ask.
"""

import re

_PAGE = "pada halaman kesepakatannya"
_INSTEAD = (
    (
        r'menyegelnya kembali: nota segel \S+ --ulang --alasan "…"',
        f'menyegelnya kembali dengan "Segel kembali isi yang sekarang" {_PAGE}',
    ),
    (r'\("nota segel \S+"\)', f'("Segel naskah" {_PAGE})'),
    (
        r"nota adendum \S+ --perpanjang \"…\"",
        f'ubah jangka waktunya dengan "Ubah kesepakatan" {_PAGE}',
    ),
    (r"nota adendum NAMA --dari BERKAS", f'"Ubah kesepakatan" {_PAGE}'),
    (
        r"\(nota adendum --dari … --perbaikan\)",
        f'(dengan "Ubah kesepakatan" {_PAGE}, jenis Perbaikan)',
    ),
    (
        r"dengan nota adendum --dari … --perbaikan, atau tulis seluruh jangka waktu yang "
        r"baru dengan --dari",
        f'dengan perbaikan, atau tulis seluruh jangka waktu yang baru ("Ubah kesepakatan" {_PAGE})',
    ),
    (
        r"salin lagi dengan nota konsolidasi NAMA --sebagai-data --termasuk-konsep, atau "
        r"tambahkan --tetap",
        f'ubah dari naskah yang berlaku ("Ubah kesepakatan" {_PAGE})',
    ),
    (r"nota baru NAMA --seperti \S+", f'"Buat yang seperti ini" {_PAGE}'),
    (r"nota cabut NAMA (\S+)", rf"Cabut di samping \1 {_PAGE}"),
    (
        r"\(nota cabut; di meja: Cabut pada halaman kesepakatan\)",
        "(Cabut pada halaman kesepakatan)",
    ),
    (
        r"perbaiki dengan nota catat … --mengganti, atau cabut dengan nota cabut",
        "perbaiki atau cabut pada halaman peristiwanya",
    ),
    (r"\(nota cabut\)", "(Cabut pada halaman peristiwanya)"),
    (
        r"\(nota sisihkan NAMA --kembalikan; di meja: pada halaman kesepakatannya\)",
        f"({_PAGE})",
    ),
    (
        r'dengan "nota induk" atau tombol Kutip di meja',
        f"dengan tombol Kutip {_PAGE}",
    ),
    (
        r'sebut namanya, mis\. "nota induk NAMA INDUK"',
        "sebut nama kesepakatan induknya",
    ),
    (r"lalu periksa dengan nota bukti", "lalu periksa pada halaman Alat"),
    (
        r'; ganti sandinya dengan "nota pengguna sandi \S+"',
        "; minta pengelola komputer meja mengganti sandinya",
    ),
    (
        r"dicoba lagi pada nota terbitkan berikutnya",
        "dicoba lagi ketika surat hari berikutnya disusun",
    ),
    (
        r'buat dengan "nota mulai [^"]*" atau tunjuk ruang kerja lain dengan "[^"]*"',
        "minta pengelola komputer meja memeriksanya",
    ),
    (
        r'minta pengesah mencatat sebabnya: nota segel \S+ --ulang --alasan "…"',
        "minta pengelola komputer meja mencatat sebabnya",
    ),
    (
        r' \(lihat "nota periksa-sistem"\)',
        " (lihat Kelengkapan komputer pada halaman Alat)",
    ),
    (r"; daftarnya: nota templat", "; daftarnya pada Klausul dan templat"),
    (
        r"nota terbitkan menyusun surat yang baru",
        "surat yang baru disusun dari halaman Surat",
    ),
)
_PATTERNS = tuple((re.compile(said), instead) for said, instead in _INSTEAD)


def desk_words(text: str) -> str:
    """A message with what one does at the desk in the place of a command."""
    if "nota " not in text:
        return text
    for said, instead in _PATTERNS:
        text = said.sub(instead, text)
    return text
