"""The head of a column in, what stands in it out, as a key of the register."""

import re

from notakesepakatan.words.names import fold

OTHER = "lainnya"
"""What has no key of its own."""
RUNNING_NUMBER = "nomor_urut"

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^][]*\]")
_NO_WORD = re.compile(r"[^a-z0-9#]+")

_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("kontak", ("kontak", "contact", "telepon", "telp", "hp", "wa", "whatsapp")),
    ("kontak", ("e ?mail", "surel")),
    ("penanda_tangan", ("penanda ?tangan", "signator(?:y|ies)", "signed by")),
    ("penanda_tangan", ("pejabat", "jabatan")),
    (
        "berakhir",
        ("(?:ber)?akhir(?:nya)?", "end", "selesai", "exp(?:ired?|iry|iration)?"),
    ),
    ("berakhir", ("kedaluwarsa", "kadaluarsa", "habis", "jatuh tempo", "finish")),
    ("berakhir", ("sampai(?: dengan)?", "s d")),
    ("mulai", ("mulai", "awal", "start", "begin", "dari", "tmt", "effective")),
    ("mulai", ("berlaku sejak", "terhitung")),
    (
        "jangka_waktu",
        ("jangka waktu", "masa berlaku", "masa kerja ?sama", "^lama(?:nya)?", "^masa$"),
    ),
    ("jangka_waktu", ("durasi", "duration", "term", "kurun waktu")),
    ("jangka_waktu", ("(?:waktu|masa) pelaksanaan",)),
    ("periode", ("periode?",)),
    ("tanggal", ("tanggal", "tgl", "date", "disahkan", "penandatanganan")),
    ("tanggal", ("ditandatangani", "ttd", "waktu")),
    ("induk", ("induk", "dasar", "parent", "payung", "turunan dari")),
    ("tempat_naskah", (r"(?:tempat|lokasi|letak|posisi)(?: \w+)* (?:asli|naskah)",)),
    ("tempat_naskah", (r"(?:tempat|lokasi|letak)(?: \w+)* (?:arsip|dokumen)",)),
    ("tempat_naskah", ("(?:tempat|lokasi) (?:simpan|berkas)", "penyimpanan", "letak")),
    ("tempat_naskah", ("lemari", "rak", "arsip", "folder", "odner", "ordner", "boks")),
    ("tautan", ("file", "berkas", "link", "tautan", "scan", "url", "pdf")),
    ("nomor", ("nomor", "no", "nomer", "number")),
    ("skema", ("skema", "kategori", "category", "kelompok")),
    ("jenis", ("jenis", "type", "tipe", "macam", "instrumen", "kind")),
    ("jenis", ("bentuk (?:naskah|dokumen)",)),
    ("status", ("status", "keadaan", "state")),
    ("perangkat_daerah", ("satker", "perangkat daerah", "opd", "skpd", "unit")),
    ("perangkat_daerah", ("satuan kerja", "fakultas", "prodi", "dinas", "pengusul")),
    ("perangkat_daerah", ("pemrakarsa",)),
    ("penanggung_jawab", ("penanggung ?jawab", "pic", "pelaksana", "koordinator")),
    ("sumber_dana", ("sumber ?(?:dana|biaya|anggaran|pembiayaan)",)),
    ("sumber_dana", ("pembiayaan", "pendanaan")),
    ("nilai", ("nilai", "anggaran", "pagu", "biaya", "harga", "amount", "value")),
    ("nilai", ("rupiah", "rp")),
    ("urusan", ("urusan", "bidang", "sektor", "field")),
    ("ruang_lingkup", ("ruang lingkup", "lingkup", "scope", "objek", "obyek")),
    ("bentuk", ("bentuk", "kegiatan", "program", "implementasi", "activit(?:y|ies)")),
    ("lokasi", ("lokasi", "tempat", "alamat", "address", "location", "negara")),
    ("lokasi", ("country", "kota")),
    ("pihak", ("para pihak", "pihak ?(?:[0-9]+|[ivx]+)?", "mitra ?[0-9]*")),
    ("pihak", ("partner", "instansi", "lembaga", "perusahaan", "nama badan")),
    ("pihak", ("kerja ?sama dengan", "counterpart")),
    ("judul", ("judul", "perihal", "tentang", "label", "title", "uraian", "hal")),
    ("judul", ("nama (?:kerja ?sama|perjanjian|dokumen|kesepakatan)", "subject")),
    ("judul", ("name",)),
    ("keterangan", ("keterangan", "ket", "catatan", "notes?", "remarks?", "info")),
)
"""Keys by words of their heads, as patterns; the first that fits holds."""
_PATTERNS = tuple(
    (key, re.compile(rf"\b(?:{'|'.join(words)})\b")) for key, words in _RULES
)
_ONLY_KESEPAKATAN = re.compile(
    r"(?:(?:nama|nota|daftar|kesepakatan|perjanjian|kerja ?sama|bersama|dan|atau|daerah|mo ?u|pks)"
    r"(?: |$))+"
)
_OF_OTHER = re.compile(
    r"\bsisa\b|(?:^| )(?:tanggal|tgl|tahun|date|waktu|nomor|no)(?: \w+)? (?:di|pen?g?)?"
    r"(?:terima|ajuan|aju|iriman|kirim|kiriman|mohon|permohonan|usul|usulan|evaluasi|input"
    r"|entri|entry|update|pembaruan|adendum|addendum|amandemen|rapat|bahas|pembahasan|monev"
    r"|monitoring|laporan|verifikasi|perpanjangan|disposisi|agenda|unggah|upload|lahir)"
    r"(?:an)?\b"
)
"""Days and numbers of something that is not the agreement itself."""
_RUNNING = re.compile("no|no urut|nomor urut|#|id|num")
_FIRST = {
    "no pihak": "nomor",
    "nama pihak": "pihak",
    "jenis mitra": OTHER,
    "kategori mitra": OTHER,
    "tipe mitra": OTHER,
    "partner kind": OTHER,
    "alamat mitra": OTHER,
    "partner address": OTHER,
    "jenis kerja sama": "jenis",
    "jenis kerjasama": "jenis",
    "tanggal input": OTHER,
    "created at": OTHER,
    "updated at": OTHER,
    "tahun": OTHER,
    "thn": OTHER,
    "tahun anggaran": OTHER,
    "ta": OTHER,
    "ditandatangani oleh": "penanda_tangan",
    "tempat ttd": OTHER,
    "tempat tanda tangan": OTHER,
    "bulan": OTHER,
    "bln": OTHER,
    "hari": OTHER,
    "kode": OTHER,
    "jangka waktu mulai": "mulai",
    "lokasi naskah": "tempat_naskah",
    "dasar dokumen": "induk",
    "dasar hukum": OTHER,
    "bentuk kegiatan": "bentuk",
    "nama kegiatan": "judul",
    "judul kegiatan": "judul",
    "penanggung jawab kegiatan": "penanggung_jawab",
    "nama mitra": "pihak",
    "pihak penanda tangan": "penanda_tangan",
    "tempat penandatanganan": OTHER,
    "masa berlaku sampai": "berakhir",
    "sumber": "sumber_dana",
}
_NOMOR_OF_PIHAK = re.compile(r"(?:no|nomor)(?: (?:surat|naskah|dokumen))? ?pihak.*")
KEYS = (RUNNING_NUMBER, *dict.fromkeys(key for key, _ in _RULES))
"""Every key a column may have, but `OTHER`."""
SEVERAL = ("nomor", "pihak", OTHER)
"""Keys that several columns may have, each with a place of its own."""


KIND_WORDS = {
    "pks": "Perjanjian Kerja Sama",
    "perjanjian kerjasama": "Perjanjian Kerja Sama",
    "perjanjian kerja sama": "Perjanjian Kerja Sama",
    "nk": "Nota Kesepakatan",
    "kb": "Kesepakatan Bersama",
    "kesepakatan bersama": "Kesepakatan Bersama",
    "mou": "Nota Kesepahaman",
    "memorandum of understanding": "Nota Kesepahaman",
    "nota kesepahaman": "Nota Kesepahaman",
    "moa": "Memorandum of Agreement",
    "ia": "Implementation Arrangement",
    "loi": "Letter of Intent",
    "rencana kerja": "Rencana Kerja",
}
"""Kinds as registers shorten them."""


def is_kind(text: str) -> bool:
    """Whether a cell is a kind of agreement, whole or shortened: "PKS"."""
    said = fold(text)
    return said in KIND_WORDS or said in map(fold, KIND_WORDS.values())


def may_be_title(head: str) -> bool:
    """Whether a head only says that agreements stand there: "Kesepakatan / Perjanjian"."""
    return _ONLY_KESEPAKATAN.fullmatch(plain_head(head)) is not None


def plain_head(head: str) -> str:
    """A head as it is compared: "tanggalMulai" and "Tanggal_Mulai *" are the same."""
    apart = _CAMEL.sub(" ", head)
    without = _IN_BRACKETS.sub(" ", apart)
    plain = _NO_WORD.sub(" ", fold(without)).strip()
    return plain or _NO_WORD.sub(" ", fold(apart)).strip()


def key_of_head(head: str) -> str | None:
    """What a column of this head holds; None where no word of it is known."""
    plain = plain_head(head)
    if not plain:
        return None
    if plain in _FIRST:
        return _FIRST[plain]
    if _OF_OTHER.search(plain):
        return OTHER
    if _NOMOR_OF_PIHAK.fullmatch(plain):
        return "nomor"
    if _RUNNING.fullmatch(plain):
        return RUNNING_NUMBER
    return next((key for key, words in _PATTERNS if words.search(plain)), None)
