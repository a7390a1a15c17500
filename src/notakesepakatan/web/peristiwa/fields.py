"""What the form of each kind of event asks, in the officer's words.

A field's name is its key in the file.
"""

from dataclasses import dataclass
from typing import Literal

from notakesepakatan.desk.accounts import Role

FieldKind = Literal[
    "text",
    "area",
    "day",
    "number",
    "choice",
    "lines",
    "group",
    "rows",
    "pihak",
    "per_pihak",
    "tugas",
    "program",
    "capaian",
]
"""How a field is asked.

"lines" is a text a line, "group" a mapping of fields inside, "rows" rows of them; "pihak" is
a row of them for each party, "per_pihak" a text for each party; "tugas" and "program" ask
which of them, "capaian" is a row of fields for each row of the work plan.
"""


@dataclass(frozen=True)
class Field:
    """One field, or several that belong together.

    Attributes:
        key: key of the event.
        label: its words.
        kind: how it is asked.
        help: help under it.
        fields: fields inside.
    """

    key: str
    label: str
    kind: FieldKind = "text"
    help: str = ""
    fields: tuple["Field", ...] = ()


@dataclass(frozen=True)
class Form:
    """The form of one kind of event.

    Attributes:
        judul: its heading.
        use: what recording it is good for, in a sentence.
        fields: its fields.
        role: who may record it.
        verb: what the button says that records it.
        ends: whether it ends the agreement, so that what follows is read first.
    """

    judul: str
    use: str
    fields: tuple[Field, ...]
    role: Role = "penyusun"
    verb: str = "Catat"
    ends: bool = False


_LAMA = "Tulis bilangan dan satuan: 5 tahun, 18 bulan."
_NOMOR = Field("nomor", "Nomor surat atau naskah")
_CATATAN = Field("keterangan", "Catatan", "area")
_TUGAS = (
    Field("uraian", "Yang dikerjakan"),
    Field("oleh", "Pelaksana", "choice"),
    Field("paling_lambat", "Paling lambat", "day"),
)
_PERSON = (
    Field("nama", "Nama"),
    Field("jabatan", "Jabatan"),
    Field("pihak", "Mewakili", "choice"),
)
_SAKSI = Field("saksi", "Saksi", "rows", fields=_PERSON[:2])
_PENANDA_TANGAN = Field(
    "para_pihak",
    "Penanda tangan berita acara",
    "pihak",
    "Yang kosong sama seperti pada naskah yang berlaku.",
    (
        Field("nomor", "Nomor berita acara"),
        Field("pejabat", "Pejabat"),
        Field("jabatan", "Jabatan"),
    ),
)
_POSITION = Field("tempat", "Tempat")
_CAUSE = Field(
    "sebab",
    "Sebab",
    "choice",
    "Menurut PP 28/2018 Pasal 9. Pergantian pimpinan bukan sebab.",
)
_BASIS = Field("dasar", "Dasar", help="Peraturan atau naskah yang mendasari.")


def _pemberitahuan(judul: str, use: str, day: str) -> Form:
    return Form(
        judul,
        use,
        (
            Field("tanggal", day, "day"),
            Field("perihal", "Isi pemberitahuan", "choice"),
            Field("dari", "Pihak yang memberitahukan", "choice"),
            _NOMOR,
            _CATATAN,
        ),
    )


FORMS = {
    "pemberitahuan_disusun": _pemberitahuan(
        "Pemberitahuan disusun",
        "Mencatat bahwa suratnya sudah disusun; tenggatnya masih terbuka.",
        "Tanggal surat",
    ),
    "pemberitahuan_dikirim": _pemberitahuan(
        "Pemberitahuan dikirim",
        "Mencatat pengiriman; tenggatnya terbuka sampai surat diterima.",
        "Tanggal dikirim",
    ),
    "pemberitahuan_diterima": _pemberitahuan(
        "Pemberitahuan diterima",
        "Menurut tanda terimanya; tenggat pemberitahuan tertutup, kecuali bila satu pihak "
        "mengundurkan diri.",
        "Tanggal diterima",
    ),
    "perpanjangan": Form(
        "Perpanjangan",
        "Hanya bila perpanjangannya bukan adendum; adendum dihitung sendiri.",
        (
            Field("tanggal", "Tanggal disepakati", "day"),
            Field("selama", "Lama perpanjangan", help=_LAMA),
            Field("sampai", "Atau sampai dengan", "day", "Hari terakhir yang baru."),
            _NOMOR,
            _CATATAN,
        ),
    ),
    "keadaan_kahar": Form(
        "Keadaan kahar",
        "Menyusun berita acaranya dan menghitung hari terakhirnya.",
        (
            Field("tanggal", "Tanggal kejadian", "day"),
            Field(
                "sampai",
                "Tanggal terakhir kejadian",
                "day",
                "Bila lebih dari sehari.",
            ),
            Field("diketahui", "Tanggal diketahui", "day", "Bila kemudian."),
            Field(
                "macam", "Macam kejadian", help="Misalnya banjir, gempa bumi, wabah."
            ),
            Field("tempat", "Tempat kejadian"),
            Field("uraian", "Uraian kejadian", "area"),
            Field(
                "tugas",
                "Tugas yang terdampak",
                "tugas",
                "Pilih paling sedikit satu tugas atau satu baris Rencana Kerja.",
            ),
            Field("program", "Baris Rencana Kerja yang terdampak", "program"),
            Field(
                "hubungan",
                "Mengapa tugas itu tidak dapat dilaksanakan",
                "area",
                "Hubungan sebab akibat langsung.",
            ),
            Field("kerugian", "Kerugian", "per_pihak"),
            Field(
                "surat_keterangan",
                "Surat keterangan instansi yang berwenang",
                "group",
                "Boleh menyusul.",
                (
                    Field("instansi", "Instansi"),
                    Field("nomor", "Nomor"),
                    Field("tanggal", "Tanggal", "day"),
                ),
            ),
            Field("pemulihan", "Upaya pemulihan", "rows", fields=_TUGAS),
            _SAKSI,
            _CATATAN,
        ),
    ),
    "berita_acara_kahar": Form(
        "Berita acara keadaan kahar ditandatangani",
        "Tenggat berita acaranya tertutup.",
        (
            Field("kejadian", "Keadaan kahar", "choice"),
            Field("tanggal", "Tanggal ditandatangani", "day"),
            _POSITION,
            _PENANDA_TANGAN,
            _NOMOR,
            _CATATAN,
        ),
    ),
    "realisasi": Form(
        "Realisasi Rencana Kerja",
        "Menyusun laporan pemantauan dan evaluasi, juga sebagai Excel.",
        (
            Field("tahun", "Tahun Rencana Kerja", "choice"),
            Field("tanggal", "Tanggal pencatatan", "day"),
            Field(
                "baris",
                "Rencana dan realisasi",
                "capaian",
                "Isi baris yang dilaporkan; yang kosong tidak dicatat.",
                (
                    Field("rencana", "Rencana"),
                    Field("realisasi", "Realisasi"),
                    Field("target", "Target", "number"),
                    Field("capaian", "Capaian", "number"),
                    Field("satuan", "Satuan"),
                    Field("output", "Output"),
                    Field("outcome", "Outcome"),
                    Field("kendala", "Kendala"),
                    Field("tindak_lanjut", "Tindak lanjut"),
                ),
            ),
            Field("rekomendasi", "Rekomendasi", "choice"),
            _CATATAN,
        ),
    ),
    "musyawarah": Form(
        "Musyawarah",
        "Menyusun berita acaranya; tindak lanjut bertanggal masuk ke daftar tenggat.",
        (
            Field("tanggal", "Tanggal musyawarah", "day"),
            _NOMOR,
            _POSITION,
            Field("pokok", "Pokok yang dimusyawarahkan", "area"),
            Field("hadir", "Yang hadir", "rows", fields=_PERSON),
            Field("hasil", "Hasil", "lines", "Satu hasil satu baris."),
            Field("tindak_lanjut", "Tindak lanjut", "rows", fields=_TUGAS),
            _PENANDA_TANGAN,
            _SAKSI,
            _CATATAN,
        ),
    ),
    "selesai": Form(
        "Kewajiban atau tindak lanjut selesai",
        "Tenggatnya tertutup.",
        (
            Field("kejadian", "Dari berita acara, atau menurut naskah", "choice"),
            Field(
                "urutan",
                "Butir ke berapa",
                "number",
                "Kosongkan bila semua butirnya selesai.",
            ),
            Field("tanggal", "Tanggal selesai", "day"),
            _CATATAN,
        ),
    ),
    "penyerahan_rangkap": Form(
        "Penyerahan rangkap",
        "Menyusun tanda terimanya dan mencatat siapa memegang rangkap mana.",
        (
            Field("rangkap", "Rangkap", "choice"),
            Field("tanggal", "Tanggal diserahkan", "day"),
            Field("penerima", "Penerima"),
            _POSITION,
            Field("penyimpanan", "Tempat disimpan"),
            _CATATAN,
        ),
    ),
    "adendum_berlaku": Form(
        "Adendum mulai berlaku",
        "Peristiwa yang ditunggu adendum itu sudah terjadi: naskah, daftar, dan surat "
        "mengikutinya sejak hari itu.",
        (
            Field("adendum", "Adendum", "choice"),
            Field("tanggal", "Hari peristiwanya", "day"),
            _CATATAN,
        ),
    ),
    "peristiwa_naskah": Form(
        "Peristiwa yang disebut naskah",
        "Kewajiban yang batas waktunya dihitung dari peristiwa ini masuk ke tenggat.",
        (
            Field("uraian", "Peristiwa", "choice"),
            Field("tanggal", "Hari peristiwanya", "day"),
            Field(
                "dasar",
                "Dasar",
                help="Naskah yang membuktikannya, misalnya berita acara serah terima.",
            ),
            _NOMOR,
            _CATATAN,
        ),
    ),
    "pengakhiran": Form(
        "Pengakhiran",
        "Menyusun berita acara pengakhiran dan penyelesaian kewajiban.",
        (
            Field("tanggal", "Tanggal berakhir", "day"),
            _CAUSE,
            _BASIS,
            _NOMOR,
            _POSITION,
            Field("kewajiban", "Kewajiban yang belum selesai", "rows", fields=_TUGAS),
            _PENANDA_TANGAN,
            _SAKSI,
            _CATATAN,
        ),
        role="pengesah",
        verb="Akhiri kesepakatan",
        ends=True,
    ),
    "syarat_terpenuhi": Form(
        "Syarat terpenuhi",
        "Syarat yang disebut jangka waktunya terpenuhi: kesepakatannya berakhir hari itu.",
        (
            Field("tanggal", "Tanggal terpenuhi", "day"),
            Field(
                "dasar",
                "Dasar",
                help="Naskah yang membuktikannya, misalnya berita acara serah terima.",
            ),
            Field("kewajiban", "Kewajiban yang belum selesai", "rows", fields=_TUGAS),
            _NOMOR,
            _CATATAN,
        ),
        role="pengesah",
        verb="Nyatakan syaratnya terpenuhi",
        ends=True,
    ),
    "batal": Form(
        "Batal",
        "Mencatat bahwa kesepakatannya batal; tenggatnya tidak berjalan lagi.",
        (
            Field("tanggal", "Tanggal batal", "day"),
            _CAUSE,
            _BASIS,
            _NOMOR,
            _CATATAN,
        ),
        role="pengesah",
        verb="Nyatakan batal",
        ends=True,
    ),
}
"""Forms by kind, in the order they are offered."""
