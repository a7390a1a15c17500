"""What the form of each kind of event asks, in the officer's words; a field's name is its key in the file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ruas:
    """One field, or several that belong together.

    Attributes:
        kunci: key of the event.
        label: its words.
        macam: how it is asked: teks, area, tanggal, bilangan, pilihan; butir (a text a line); bagian (a mapping of `isi`);
            baris (rows of `isi`); pihak (a row of `isi` for each party); per_pihak (a text for each party);
            tugas, program (which of them); capaian (a row of `isi` for each row of the work plan).
        bantuan: help under it.
        isi: fields inside.
    """

    kunci: str
    label: str
    macam: str = "teks"
    bantuan: str = ""
    isi: tuple["Ruas", ...] = ()


@dataclass(frozen=True)
class JenisFormulir:
    """The form of one kind of event.

    Attributes:
        judul: its heading.
        guna: what recording it is good for, in a sentence.
        ruas: its fields.
        pengesah: only who signs off may record it.
    """

    judul: str
    guna: str
    ruas: tuple[Ruas, ...]
    pengesah: bool = False


_LAMA = "Tulis bilangan dan satuan: 5 tahun, 18 bulan."
_NOMOR = Ruas("nomor", "Nomor surat atau naskah")
_CATATAN = Ruas("keterangan", "Catatan", "area")
_TUGAS = (
    Ruas("uraian", "Yang dikerjakan"),
    Ruas("oleh", "Oleh", "pilihan"),
    Ruas("paling_lambat", "Paling lambat", "tanggal"),
)
_ORANG = (Ruas("nama", "Nama"), Ruas("jabatan", "Jabatan"), Ruas("pihak", "Mewakili", "pilihan"))
_SAKSI = Ruas("saksi", "Saksi", "baris", isi=_ORANG[:2])
_PENANDA_TANGAN = Ruas(
    "para_pihak", "Penanda tangan berita acara", "pihak", "Yang kosong sama seperti pada naskah yang berlaku.",
    (Ruas("nomor", "Nomor berita acara"), Ruas("pejabat", "Pejabat"), Ruas("jabatan", "Jabatan")),
)  # fmt: skip
_TEMPAT = Ruas("tempat", "Tempat")
_SEBAB = Ruas("sebab", "Sebab", "pilihan", "Menurut PP 28/2018 Pasal 9. Pergantian pimpinan bukan sebab.")
_DASAR = Ruas("dasar", "Dasar", bantuan="Peraturan atau naskah yang mendasari.")


def _notice(judul: str, guna: str, hari: str) -> JenisFormulir:
    return JenisFormulir(
        judul,
        guna,
        (
            Ruas("tanggal", hari, "tanggal"),
            Ruas("perihal", "Isi pemberitahuan", "pilihan"),
            Ruas("dari", "Pihak yang memberitahukan", "pilihan"),
            _NOMOR,
            _CATATAN,
        ),
    )


FORMULIR = {
    "pemberitahuan_disusun": _notice(
        "Pemberitahuan disusun", "Mencatat bahwa suratnya sudah disusun; tenggatnya masih terbuka.", "Tanggal surat"
    ),
    "pemberitahuan_dikirim": _notice(
        "Pemberitahuan dikirim", "Mencatat pengiriman; tenggatnya terbuka sampai surat diterima.", "Tanggal dikirim"
    ),
    "pemberitahuan_diterima": _notice(
        "Pemberitahuan diterima", "Menurut tanda terimanya; tenggat pemberitahuan tertutup.", "Tanggal diterima"
    ),
    "perpanjangan": JenisFormulir(
        "Perpanjangan", "Hanya bila perpanjangannya bukan adendum; adendum dihitung sendiri.",
        (
            Ruas("tanggal", "Tanggal disepakati", "tanggal"), Ruas("selama", "Lama perpanjangan", bantuan=_LAMA),
            _NOMOR, _CATATAN,
        ),
    ),
    "keadaan_kahar": JenisFormulir(
        "Keadaan kahar", "Menyusun berita acaranya dan menghitung hari terakhirnya.",
        (
            Ruas("tanggal", "Tanggal kejadian", "tanggal"),
            Ruas("sampai", "Tanggal terakhir kejadian", "tanggal", "Bila lebih dari sehari."),
            Ruas("diketahui", "Tanggal diketahui", "tanggal", "Bila kemudian."),
            Ruas("macam", "Macam kejadian", bantuan="Misalnya banjir, gempa bumi, wabah."),
            Ruas("tempat", "Tempat kejadian"),
            Ruas("uraian", "Uraian kejadian", "area"),
            Ruas("tugas", "Tugas yang terdampak", "tugas", "Pilih paling sedikit satu tugas atau satu baris Rencana Kerja."),
            Ruas("program", "Baris Rencana Kerja yang terdampak", "program"),
            Ruas("hubungan", "Mengapa tugas itu tidak dapat dilaksanakan", "area", "Hubungan sebab akibat langsung."),
            Ruas("kerugian", "Kerugian", "per_pihak"),
            Ruas(
                "surat_keterangan", "Surat keterangan instansi yang berwenang", "bagian", "Boleh menyusul.",
                (Ruas("instansi", "Instansi"), Ruas("nomor", "Nomor"), Ruas("tanggal", "Tanggal", "tanggal")),
            ),
            Ruas("pemulihan", "Upaya pemulihan", "baris", isi=_TUGAS),
            _SAKSI,
            _CATATAN,
        ),
    ),
    "berita_acara_kahar": JenisFormulir(
        "Berita acara keadaan kahar ditandatangani", "Tenggat berita acaranya tertutup.",
        (
            Ruas("kejadian", "Keadaan kahar", "pilihan"), Ruas("tanggal", "Tanggal ditandatangani", "tanggal"), _TEMPAT,
            _PENANDA_TANGAN, _NOMOR, _CATATAN,
        ),
    ),
    "realisasi": JenisFormulir(
        "Realisasi Rencana Kerja", "Menyusun laporan pemantauan dan evaluasi, juga sebagai Excel.",
        (
            Ruas("tahun", "Tahun Rencana Kerja", "pilihan"),
            Ruas("tanggal", "Tanggal pencatatan", "tanggal"),
            Ruas(
                "baris", "Rencana dan realisasi", "capaian", "Isi baris yang dilaporkan; yang kosong tidak dicatat.",
                (
                    Ruas("rencana", "Rencana"), Ruas("realisasi", "Realisasi"), Ruas("target", "Target", "bilangan"),
                    Ruas("capaian", "Capaian", "bilangan"), Ruas("satuan", "Satuan"), Ruas("output", "Output"),
                    Ruas("outcome", "Outcome"), Ruas("kendala", "Kendala"), Ruas("tindak_lanjut", "Tindak lanjut"),
                ),
            ),
            Ruas("rekomendasi", "Rekomendasi", "pilihan"),
            _CATATAN,
        ),
    ),
    "musyawarah": JenisFormulir(
        "Musyawarah", "Menyusun berita acaranya; tindak lanjut bertanggal masuk ke daftar tenggat.",
        (
            Ruas("tanggal", "Tanggal musyawarah", "tanggal"), _NOMOR, _TEMPAT,
            Ruas("pokok", "Pokok yang dimusyawarahkan", "area"),
            Ruas("hadir", "Yang hadir", "baris", isi=_ORANG),
            Ruas("hasil", "Hasil", "butir", "Satu hasil satu baris."),
            Ruas("tindak_lanjut", "Tindak lanjut", "baris", isi=_TUGAS),
            _PENANDA_TANGAN, _SAKSI, _CATATAN,
        ),
    ),
    "selesai": JenisFormulir(
        "Kewajiban atau tindak lanjut selesai", "Tenggatnya tertutup.",
        (
            Ruas("kejadian", "Dari berita acara", "pilihan"),
            Ruas("urutan", "Butir ke berapa", "bilangan", "Kosongkan bila semua butirnya selesai."),
            Ruas("tanggal", "Tanggal selesai", "tanggal"), _CATATAN,
        ),
    ),
    "penyerahan_rangkap": JenisFormulir(
        "Penyerahan rangkap", "Menyusun tanda terimanya dan mencatat siapa memegang rangkap mana.",
        (
            Ruas("rangkap", "Rangkap", "pilihan"), Ruas("tanggal", "Tanggal diserahkan", "tanggal"),
            Ruas("penerima", "Penerima"), _TEMPAT, Ruas("penyimpanan", "Tempat disimpan"), _CATATAN,
        ),
    ),
    "pengakhiran": JenisFormulir(
        "Pengakhiran", "Menyusun berita acara pengakhiran dan penyelesaian kewajiban.",
        (
            Ruas("tanggal", "Tanggal berakhir", "tanggal"), _SEBAB, _DASAR, _NOMOR, _TEMPAT,
            Ruas("kewajiban", "Kewajiban yang belum selesai", "baris", isi=_TUGAS), _PENANDA_TANGAN, _SAKSI, _CATATAN,
        ),
        pengesah=True,
    ),
    "batal": JenisFormulir(
        "Batal", "Mencatat bahwa kesepakatannya batal; tenggatnya tidak berjalan lagi.",
        (Ruas("tanggal", "Tanggal batal", "tanggal"), _SEBAB, _DASAR, _NOMOR, _CATATAN),
        pengesah=True,
    ),
}  # fmt: skip
"""Forms by kind, in the order they are offered."""
