"""What the form of each kind of event asks, in the officer's words.

A field's name is its key in the file.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One field, or several that belong together.

    Attributes:
        kunci: key of the event.
        label: its words.
        macam: how it is asked: teks, area, tanggal, bilangan, pilihan; butir (a text a
            line); bagian (a mapping of `isi`); baris (rows of `isi`); pihak (a row of `isi`
            for each party); per_pihak (a text for each party); tugas, program (which of
            them); capaian (a row of `isi` for each row of the work plan).
        help: help under it.
        isi: fields inside.
    """

    kunci: str
    label: str
    macam: str = "teks"
    help: str = ""
    isi: tuple["Field", ...] = ()


@dataclass(frozen=True)
class FormKind:
    """The form of one kind of event.

    Attributes:
        judul: its heading.
        use: what recording it is good for, in a sentence.
        ruas: its fields.
        approver: only who signs off may record it.
    """

    judul: str
    use: str
    ruas: tuple[Field, ...]
    approver: bool = False


_LAMA = "Tulis bilangan dan satuan: 5 tahun, 18 bulan."
_NOMOR = Field("nomor", "Nomor surat atau naskah")
_CATATAN = Field("keterangan", "Catatan", "area")
_TUGAS = (
    Field("uraian", "Yang dikerjakan"),
    Field("oleh", "Oleh", "pilihan"),
    Field("paling_lambat", "Paling lambat", "tanggal"),
)
_PERSON = (
    Field("nama", "Nama"),
    Field("jabatan", "Jabatan"),
    Field("pihak", "Mewakili", "pilihan"),
)
_WITNESS = Field("saksi", "Saksi", "baris", isi=_PERSON[:2])
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
    "pilihan",
    "Menurut PP 28/2018 Pasal 9. Pergantian pimpinan bukan sebab.",
)
_BASIS = Field("dasar", "Dasar", help="Peraturan atau naskah yang mendasari.")


def _notice(judul: str, use: str, day: str) -> FormKind:
    return FormKind(
        judul,
        use,
        (
            Field("tanggal", day, "tanggal"),
            Field("perihal", "Isi pemberitahuan", "pilihan"),
            Field("dari", "Pihak yang memberitahukan", "pilihan"),
            _NOMOR,
            _CATATAN,
        ),
    )


FORM = {
    "pemberitahuan_disusun": _notice(
        "Pemberitahuan disusun",
        "Mencatat bahwa suratnya sudah disusun; tenggatnya masih terbuka.",
        "Tanggal surat",
    ),
    "pemberitahuan_dikirim": _notice(
        "Pemberitahuan dikirim",
        "Mencatat pengiriman; tenggatnya terbuka sampai surat diterima.",
        "Tanggal dikirim",
    ),
    "pemberitahuan_diterima": _notice(
        "Pemberitahuan diterima",
        "Menurut tanda terimanya; tenggat pemberitahuan tertutup.",
        "Tanggal diterima",
    ),
    "perpanjangan": FormKind(
        "Perpanjangan",
        "Hanya bila perpanjangannya bukan adendum; adendum dihitung sendiri.",
        (
            Field("tanggal", "Tanggal disepakati", "tanggal"),
            Field("selama", "Lama perpanjangan", help=_LAMA),
            _NOMOR,
            _CATATAN,
        ),
    ),
    "keadaan_kahar": FormKind(
        "Keadaan kahar",
        "Menyusun berita acaranya dan menghitung hari terakhirnya.",
        (
            Field("tanggal", "Tanggal kejadian", "tanggal"),
            Field(
                "sampai",
                "Tanggal terakhir kejadian",
                "tanggal",
                "Bila lebih dari sehari.",
            ),
            Field("diketahui", "Tanggal diketahui", "tanggal", "Bila kemudian."),
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
                "bagian",
                "Boleh menyusul.",
                (
                    Field("instansi", "Instansi"),
                    Field("nomor", "Nomor"),
                    Field("tanggal", "Tanggal", "tanggal"),
                ),
            ),
            Field("pemulihan", "Upaya pemulihan", "baris", isi=_TUGAS),
            _WITNESS,
            _CATATAN,
        ),
    ),
    "berita_acara_kahar": FormKind(
        "Berita acara keadaan kahar ditandatangani",
        "Tenggat berita acaranya tertutup.",
        (
            Field("kejadian", "Keadaan kahar", "pilihan"),
            Field("tanggal", "Tanggal ditandatangani", "tanggal"),
            _POSITION,
            _PENANDA_TANGAN,
            _NOMOR,
            _CATATAN,
        ),
    ),
    "realisasi": FormKind(
        "Realisasi Rencana Kerja",
        "Menyusun laporan pemantauan dan evaluasi, juga sebagai Excel.",
        (
            Field("tahun", "Tahun Rencana Kerja", "pilihan"),
            Field("tanggal", "Tanggal pencatatan", "tanggal"),
            Field(
                "baris",
                "Rencana dan realisasi",
                "capaian",
                "Isi baris yang dilaporkan; yang kosong tidak dicatat.",
                (
                    Field("rencana", "Rencana"),
                    Field("realisasi", "Realisasi"),
                    Field("target", "Target", "bilangan"),
                    Field("capaian", "Capaian", "bilangan"),
                    Field("satuan", "Satuan"),
                    Field("output", "Output"),
                    Field("outcome", "Outcome"),
                    Field("kendala", "Kendala"),
                    Field("tindak_lanjut", "Tindak lanjut"),
                ),
            ),
            Field("rekomendasi", "Rekomendasi", "pilihan"),
            _CATATAN,
        ),
    ),
    "musyawarah": FormKind(
        "Musyawarah",
        "Menyusun berita acaranya; tindak lanjut bertanggal masuk ke daftar tenggat.",
        (
            Field("tanggal", "Tanggal musyawarah", "tanggal"),
            _NOMOR,
            _POSITION,
            Field("pokok", "Pokok yang dimusyawarahkan", "area"),
            Field("hadir", "Yang hadir", "baris", isi=_PERSON),
            Field("hasil", "Hasil", "butir", "Satu hasil satu baris."),
            Field("tindak_lanjut", "Tindak lanjut", "baris", isi=_TUGAS),
            _PENANDA_TANGAN,
            _WITNESS,
            _CATATAN,
        ),
    ),
    "selesai": FormKind(
        "Kewajiban atau tindak lanjut selesai",
        "Tenggatnya tertutup.",
        (
            Field("kejadian", "Dari berita acara", "pilihan"),
            Field(
                "urutan",
                "Butir ke berapa",
                "bilangan",
                "Kosongkan bila semua butirnya selesai.",
            ),
            Field("tanggal", "Tanggal selesai", "tanggal"),
            _CATATAN,
        ),
    ),
    "penyerahan_rangkap": FormKind(
        "Penyerahan rangkap",
        "Menyusun tanda terimanya dan mencatat siapa memegang rangkap mana.",
        (
            Field("rangkap", "Rangkap", "pilihan"),
            Field("tanggal", "Tanggal diserahkan", "tanggal"),
            Field("penerima", "Penerima"),
            _POSITION,
            Field("penyimpanan", "Tempat disimpan"),
            _CATATAN,
        ),
    ),
    "pengakhiran": FormKind(
        "Pengakhiran",
        "Menyusun berita acara pengakhiran dan penyelesaian kewajiban.",
        (
            Field("tanggal", "Tanggal berakhir", "tanggal"),
            _CAUSE,
            _BASIS,
            _NOMOR,
            _POSITION,
            Field("kewajiban", "Kewajiban yang belum selesai", "baris", isi=_TUGAS),
            _PENANDA_TANGAN,
            _WITNESS,
            _CATATAN,
        ),
        approver=True,
    ),
    "batal": FormKind(
        "Batal",
        "Mencatat bahwa kesepakatannya batal; tenggatnya tidak berjalan lagi.",
        (
            Field("tanggal", "Tanggal batal", "tanggal"),
            _CAUSE,
            _BASIS,
            _NOMOR,
            _CATATAN,
        ),
        approver=True,
    ),
}
"""Forms by kind, in the order they are offered."""
