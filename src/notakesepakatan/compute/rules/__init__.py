"""What is wrong in a text before it is signed: one small function a rule, all listed in `RULES`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from notakesepakatan.compute.rules import short_names
from notakesepakatan.compute.rules.consistency import (
    contradictions,
    heads_of_pasal,
    naming,
    sameness,
    units,
)
from notakesepakatan.compute.rules.days import (
    days,
    jangka_waktu,
    tanggal,
    tenggat,
)
from notakesepakatan.compute.rules.fixes import Fixes
from notakesepakatan.compute.rules.language import (
    brackets,
    ending,
    formulas,
    in_capitals,
    letters,
    pasted,
    rincian,
    spelling,
    terjemahan,
)
from notakesepakatan.compute.rules.laws import (
    dasar_hukum,
    induk,
    law_titles,
    lembaran_of_region,
    other_papers,
    short_laws,
)
from notakesepakatan.compute.rules.names import (
    addresses,
    officials,
    para_pihak,
    persons,
    pihak_words,
    regions,
)
from notakesepakatan.compute.rules.numbers import (
    amounts,
    angka,
    announced,
    counts,
    plain_tables,
    romans,
)
from notakesepakatan.compute.rules.parts import (
    instrumen,
    labels,
    rujukan,
    subjects,
    whole,
)
from notakesepakatan.compute.rules.reading import (
    Flaw,
    Level,
    Reading,
    WordList,
    read_kesepakatan,
    read_lines,
)
from notakesepakatan.compute.rules.silence import silenced_by
from notakesepakatan.words.numbers import thousands

__all__ = [
    "RULES",
    "Flaw",
    "Level",
    "Reading",
    "Rule",
    "WordList",
    "check",
    "read_kesepakatan",
    "read_lines",
]


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes:
        kode: its code, which `abaikan:` names.
        tingkat: galat, peringatan, catatan.
        dasar: where it comes from.
        what: what it looks for, in Indonesian, for the page of rules.
        function: gives the findings.
        text_only: needs nothing but the text, so that other people's files can be read too.
    """

    kode: str
    tingkat: Level
    dasar: str
    what: str
    function: Callable[[Reading], Iterator[Flaw]]
    text_only: bool = False


_L2 = "UU 12/2011 Lampiran II angka "
RULES: tuple[Rule, ...] = (
    Rule(
        "SAMA-NOMOR",
        "galat",
        "ketelitian naskah",
        "nomor naskah yang berbeda dari halaman depan",
        sameness.numbers,
        True,
    ),
    Rule(
        "SAMA-NAMA",
        "galat",
        "ketelitian naskah",
        "nama pihak yang berbeda dari halaman depan",
        sameness.pihak_names,
        True,
    ),
    Rule(
        "SAMA-NAMA-JUDUL",
        "peringatan",
        "ketelitian naskah",
        "nama_judul yang berbeda dari nama pihak selain huruf besar dan singkatannya",
        short_names.names_of_title,
    ),
    Rule(
        "SAMA-JUDUL",
        "galat",
        "ketelitian naskah",
        "judul Lampiran, atau tahunnya, yang berbeda dari halaman depan",
        sameness.titles,
        True,
    ),
    Rule(
        "SAMA-SEBUTAN",
        "galat",
        "ketelitian naskah",
        "sebutan pihak yang lain dari yang ditetapkan",
        sameness.pihak_terms,
        True,
    ),
    Rule(
        "SAMA-TUKAR",
        "galat",
        "ketelitian naskah",
        "pihak yang tertukar dengan pihak lain",
        para_pihak.swapped,
        True,
    ),
    Rule(
        "SAMA-PIHAK",
        "peringatan",
        "ketelitian naskah",
        "nama yang berbeda satu kata dari nama pihak, di tempat nama pihak; surat kuasa pihak"
        " lain; badan yang bukan pihak",
        persons.of_pihak,
        True,
    ),
    Rule(
        "SAMA-PEJABAT",
        "galat",
        "ketelitian naskah",
        "penanda tangan yang lain daripada yang disebut pada pembukaan; Plt. atau Pj. pada"
        " salah satunya saja",
        para_pihak.penanda_tangan,
        True,
    ),
    Rule(
        "SAMA-DERET",
        "galat",
        "ketelitian naskah",
        "pihak yang disebut dua kali dalam satu deretan",
        pihak_words.named_twice,
        True,
    ),
    Rule(
        "SAMA-JUMLAH",
        "peringatan",
        "ketelitian naskah",
        "jumlah yang disebut lain dari banyaknya pihak",
        pihak_words.miscounted,
        True,
    ),
    Rule(
        "SAMA-KAPITAL",
        "peringatan",
        "ketelitian naskah",
        "sebutan pihak dengan huruf besar dan kecil yang lain dari yang ditetapkan",
        pihak_words.other_capitals,
        True,
    ),
    Rule(
        "SAMA-KEMBAR",
        "galat",
        "ketelitian naskah",
        "dua pihak dengan satu nomor, nama, jabatan, atau pejabat;"
        " orang yang menandatangani dua kali",
        persons.alike,
        True,
    ),
    Rule(
        "SAMA-JENIS",
        "peringatan",
        "ketelitian naskah",
        "naskah yang menyebut dirinya dengan jenis lain: MoU dalam Nota Kesepakatan",
        naming.kind_of_paper,
        True,
    ),
    Rule(
        "SAMA-PASAL",
        "peringatan",
        "ketelitian naskah",
        "dua pasal dalam satu BAB dengan judul yang sama",
        heads_of_pasal.alike,
        True,
    ),
    Rule(
        "SAMA-DUAKALI",
        "peringatan",
        "ketelitian naskah",
        "sebutan yang ditetapkan dua kali",
        naming.set_twice,
        True,
    ),
    Rule(
        "SAMA-BERSAMA",
        "galat",
        "ketelitian naskah",
        "sebutan bersama yang ditetapkan dan yang dipakai berbeda",
        naming.together,
        True,
    ),
    Rule(
        "SAMA-LENGKAP",
        "galat",
        "ketelitian naskah",
        "pihak yang tidak ikut disebut di depan sebutan bersama",
        naming.listed_together,
        True,
    ),
    Rule(
        "SAMA-DEFINISI",
        "peringatan",
        "ketelitian naskah",
        "istilah yang didefinisikan dan kemudian ditulis dengan huruf kecil; istilah kapital"
        " yang tidak didefinisikan di samping yang didefinisikan",
        naming.defined_terms,
        True,
    ),
    Rule(
        "SAMA-TANGGAL",
        "galat",
        "ketelitian naskah",
        "tanggal Lampiran yang bukan hari penandatanganan",
        sameness.penandatanganan_day,
        True,
    ),
    Rule(
        "SAMA-JANGKA-WAKTU",
        "galat",
        "ketelitian naskah",
        "jangka waktu pada pasalnya yang berbeda dari jangka_waktu",
        jangka_waktu.text_and_data,
    ),
    Rule(
        "SAMA-TENGGAT",
        "galat",
        "ketelitian naskah",
        "batas waktu dalam kalimat yang berbeda dari tenggat pada data, atau "
        "(peringatan) yang tidak ada pada data",
        tenggat.periods,
    ),
    Rule(
        "SAMA-RANGKAP",
        "galat",
        "ketelitian naskah",
        "jumlah rangkap dalam kalimat yang berbeda dari rangkap pada data",
        tenggat.originals,
    ),
    Rule(
        "SAMA-HARI",
        "galat",
        "ketelitian naskah",
        "hari atau tempat penandatanganan dalam kalimat yang lain dari datanya",
        tanggal.of_opening,
    ),
    Rule(
        "SAMA-ISTILAH",
        "peringatan",
        "ketelitian naskah",
        "istilah yang kurang satu kata dari yang lazim di naskah itu; singkatan yang"
        " hurufnya lain dari kata di depannya",
        sameness.terms,
        True,
    ),
    Rule(
        "SAMA-TINGKAT",
        "peringatan",
        "ketelitian naskah",
        "kepala daerah, perangkat daerah, atau anggaran dengan tingkat yang lain dari pihaknya",
        regions.other_levels,
        True,
    ),
    Rule(
        "SAMA-UNIT",
        "peringatan",
        "ketelitian naskah",
        "satu jabatan, unit, orang, atau tempat dengan dua nama",
        units.two_names,
        True,
    ),
    Rule(
        "SAMA-TERMASUK",
        "peringatan",
        "ketelitian naskah",
        "biaya yang di satu tempat sudah dan di tempat lain belum termasuk pajak",
        contradictions.included,
        True,
    ),
    Rule(
        "SAMA-TAKPAKAI",
        "catatan",
        "ketelitian naskah",
        "sebutan yang ditetapkan dan tidak dipakai",
        sameness.unused_terms,
        True,
    ),
    Rule(
        "SAMA-KUASA",
        "catatan",
        "ketelitian naskah",
        "surat kuasa yang tidak disebut kalimat pihaknya",
        sameness.unnamed_kuasa,
    ),
    Rule(
        "SAMA-TAKSEBUT",
        "catatan",
        "ketelitian naskah",
        "istilah kapital yang tidak ditetapkan",
        sameness.unset_terms,
    ),
    Rule(
        "SAMA-ALAMAT",
        "peringatan",
        "ketelitian naskah",
        "alamat yang ditulis dua kali dengan beda tipis, atau di wilayah lain dari"
        " pihaknya",
        addresses.written_twice,
        True,
    ),
    Rule(
        "RUJUK-KATA",
        "galat",
        _L2 + "271-281",
        'rujukan tanpa "pada" atau "dalam"',
        rujukan.wording,
        True,
    ),
    Rule(
        "RUJUK-BENTUK",
        "galat",
        _L2 + "271-281",
        "nomor ayat tanpa kurung (kecuali naskah yang ayatnya berlabel 1. atau 1)), "
        "nomor yang digabung, tiga nomor berurutan satu per satu, satu huruf dua kali",
        rujukan.forms,
        True,
    ),
    Rule(
        "RUJUK-TIMBANG",
        "galat",
        "ketelitian naskah",
        "pertimbangan yang merujuk huruf yang tidak ada atau dirinya sendiri",
        rujukan.pertimbangan,
        True,
    ),
    Rule(
        "RUJUK-HURUF",
        "galat",
        _L2 + "80",
        "pasal dalam rujukan dengan huruf kecil",
        rujukan.capitals,
        True,
    ),
    Rule(
        "RUJUK-TUJUAN",
        "galat",
        _L2 + "271-281",
        "rujukan ke pasal, ayat, atau huruf yang tidak ada",
        rujukan.targets,
        True,
    ),
    Rule(
        "RUJUK-TANPA-NOMOR",
        "galat",
        "ketelitian naskah",
        "rujukan dengan nomor pasal pada naskah yang pasalnya tidak bernomor",
        rujukan.without_numbers,
    ),
    Rule(
        "RUJUK-LAMPIRAN",
        "galat",
        "ketelitian naskah",
        "rujukan ke Lampiran yang tidak ada",
        rujukan.lampiran,
        True,
    ),
    Rule(
        "RUJUK-ISI",
        "peringatan",
        "ketelitian naskah",
        "rujukan ke pasal, huruf, atau Lampiran yang mengatur hal lain",
        subjects.of_rujukan,
        True,
    ),
    Rule(
        "RUJUK-MAJU",
        "catatan",
        _L2 + "278",
        "rujukan ke pasal sesudahnya",
        rujukan.forward,
    ),
    Rule(
        "RUJUK-CELAH",
        "peringatan",
        "ketelitian naskah",
        "nomor pasal atau baris tabel yang melompat; pada berkas orang lain juga nomor ayat,"
        " huruf, pertimbangan, dan pihak",
        labels.gaps,
        True,
    ),
    Rule(
        "RUJUK-DIRI",
        "peringatan",
        _L2 + "271-281",
        "ayat yang merujuk dirinya sendiri",
        rujukan.itself,
        True,
    ),
    Rule(
        "RUJUK-ATAS",
        "peringatan",
        _L2 + "277",
        "rujukan tanpa nomor",
        rujukan.above,
        True,
    ),
    Rule(
        "ANGKA-HURUF",
        "galat",
        _L2 + "86",
        "angka yang tidak cocok dengan hurufnya",
        angka.words,
        True,
    ),
    Rule(
        "ANGKA-KURANG",
        "galat",
        "ketelitian naskah",
        "bilangan tanpa angka atau satuannya, atau dengan kata yang bukan bilangan",
        counts.incomplete,
        True,
    ),
    Rule(
        "ANGKA-HARI",
        "galat",
        "penanggalan",
        "hari, tanggal, dan tanggal dalam kurung yang tidak cocok; tanggal yang tidak ada",
        tanggal.weekdays,
        True,
    ),
    Rule(
        "TANGGAL-URUT",
        "galat",
        "penanggalan",
        "nama bulan atau tahun yang tidak ada, masa yang berakhir sebelum mulai atau lain"
        " lamanya, keputusan yang tahunnya bukan tahun tanggalnya, batas waktu atau masa yang"
        " lewat sebelum penandatanganan, tahun anggaran yang lain dari judulnya",
        days.together,
        True,
    ),
    Rule(
        "TANGGAL-KEMUDIAN",
        "galat",
        "penanggalan",
        "keputusan, surat kuasa, induk, atau dasar yang bertanggal atau bernomor tahun sesudah"
        " hari penandatanganan",
        other_papers.later_acts,
        True,
    ),
    Rule(
        "ANGKA-NOMOR",
        "peringatan",
        "kelaziman",
        "bulan dan tahun nomor surat terhadap hari penandatanganan; huruf di dalam nomor"
        " rekening",
        angka.letter_numbers,
        True,
    ),
    Rule(
        "ANGKA-ROMAWI",
        "peringatan",
        "ketelitian naskah",
        "angka Romawi yang tidak ada",
        romans.impossible,
        True,
    ),
    Rule(
        "ANGKA-RANGKAP",
        "galat",
        "ketelitian naskah",
        "jumlah rangkap yang tidak cocok",
        angka.rangkap_list_of,
        True,
    ),
    Rule(
        "ANGKA-BAGI",
        "galat",
        "ketelitian naskah",
        "rangkap yang dibagikan bukan sejumlah seluruhnya, atau kurang dari jumlah pihak",
        angka.rangkap_shares,
        True,
    ),
    Rule(
        "ANGKA-TABEL",
        "peringatan",
        "ketelitian naskah",
        "jumlah di kaki tabel, jumlah pada kalimat di atasnya, dan banyaknya kali harga"
        " satuan, yang tidak cocok; tahap pembayaran yang tidak berjumlah seluruhnya",
        plain_tables.sums,
        True,
    ),
    Rule(
        "ANGKA-UANG",
        "peringatan",
        "kelaziman",
        "jumlah uang yang lain cara menulisnya atau mata uangnya daripada yang lain, atau"
        ' hurufnya tanpa "rupiah"; batas yang lebih kecil daripada yang dibatasinya',
        amounts.money,
        True,
    ),
    Rule(
        "ANGKA-PERSEN",
        "peringatan",
        "ketelitian naskah",
        "batas yang lebih dari seratus persen",
        amounts.shares,
        True,
    ),
    Rule(
        "ANGKA-BANYAK",
        "peringatan",
        "ketelitian naskah",
        "banyaknya tahap, hal, atau jenis yang lain dari rincian di bawahnya; bagian-bagian"
        " dalam satu kalimat yang tidak berjumlah seluruhnya",
        announced.miscounted,
        True,
    ),
    Rule(
        "ANGKA-MASA",
        "peringatan",
        _L2 + "255",
        '"paling lama" untuk batas waktu',
        angka.tenggat_list,
        True,
    ),
    Rule(
        "DAFTAR-TANDA",
        "galat",
        _L2 + "87-91",
        "tanda baca dan kata sambung dalam rincian",
        rincian.marks,
        True,
    ),
    Rule(
        "DAFTAR-AYAT",
        "galat",
        "PUEBI",
        "ayat yang diakhiri koma, titik koma, atau tanpa tanda baca; pengantar para pihak atau"
        " rincian yang diakhiri titik",
        ending.of_ayat,
        True,
    ),
    Rule(
        "DAFTAR-KOSONG",
        "peringatan",
        "ketelitian naskah",
        "titik dua tanpa rincian, tabel, atau baris di bawahnya",
        ending.without_list,
    ),
    Rule(
        "DAFTAR-HURUF",
        "peringatan",
        _L2 + "88",
        "butir yang diawali huruf besar",
        rincian.small_letters,
        True,
    ),
    Rule(
        "DAFTAR-NOMOR",
        "galat",
        "ketelitian naskah",
        "nomor yang ikut tertempel, sehingga tercetak dua kali",
        pasted.numbers,
        True,
    ),
    Rule(
        "DAFTAR-BUTIR",
        "peringatan",
        "ketelitian naskah",
        "tanda butir (•, –) yang ikut tertempel",
        pasted.bullets,
    ),
    Rule(
        "HUKUM-LEMBARAN",
        "galat",
        _L2 + "47",
        "lembaran yang lebih tua dari peraturannya, atau milik daerah lain",
        lembaran_of_region.lembaran,
        True,
    ),
    Rule(
        "HUKUM-TABEL",
        "peringatan",
        "tabel peraturan.yaml",
        "lembaran atau tambahannya yang lain daripada yang tercatat",
        dasar_hukum.against_record,
        True,
    ),
    Rule(
        "HUKUM-DUA",
        "peringatan",
        "ketelitian naskah",
        "satu peraturan dengan dua judul, atau dikutip lengkap dan disingkat",
        short_laws.cited_two_ways,
        True,
    ),
    Rule(
        "INDUK-DUA",
        "peringatan",
        "ketelitian naskah",
        "kesepakatan atau keputusan lain yang dirujuk dua kali dengan jenis, nomor, tanggal,"
        " atau judul berbeda, atau dengan nomor naskah ini",
        other_papers.cited_alike,
        True,
    ),
    Rule(
        "HUKUM-JUDUL",
        "peringatan",
        "tabel peraturan.yaml",
        "judul peraturan yang lain daripada yang tercatat, atau judul itu dengan nomor lain",
        law_titles.against_record,
        True,
    ),
    Rule(
        "HUKUM-URUT",
        "peringatan",
        _L2 + "43",
        "dasar hukum yang tidak urut",
        dasar_hukum.order,
        text_only=True,
    ),
    Rule(
        "HUKUM-TANPA",
        "catatan",
        _L2 + "47",
        "UU atau PP tanpa lembaran",
        dasar_hukum.missing_lembaran,
        True,
    ),
    Rule(
        "HUKUM-NOL",
        "catatan",
        "kelaziman",
        "nomor peraturan yang diawali nol",
        dasar_hukum.zeros,
        text_only=True,
    ),
    Rule(
        "HUKUM-BERUBAH",
        "peringatan",
        "tabel peraturan.yaml",
        "peraturan yang sudah dicabut atau diubah",
        dasar_hukum.moved_on,
        True,
    ),
    Rule(
        "HUKUM-RENCANA",
        "peringatan",
        "kelaziman",
        "rencana yang berakhir sebelum jangka waktu",
        dasar_hukum.plans,
        text_only=True,
    ),
    Rule(
        "INDUK-AKHIR",
        "peringatan",
        "kelaziman",
        "naskah yang berlaku lebih lama daripada induknya",
        induk.outlived,
    ),
    Rule(
        "INDUK-ADA",
        "peringatan",
        "ketelitian naskah",
        "induk yang disebut dan tidak ada di ruang kerja",
        induk.absent,
    ),
    Rule(
        "INDUK-SAMA",
        "peringatan",
        "ketelitian naskah",
        "data induk yang lain daripada kesepakatan induknya di ruang kerja; nomornya yang"
        " tertulis dua kali",
        induk.differing,
    ),
    Rule(
        "RENCANA-SEL",
        "peringatan",
        "PP 28/2018 Pasal 46",
        "baris Rencana Kerja dengan sel kosong, tempat di wilayah lain, atau sumber dana di"
        " kolom lokasi; kolom tahun yang lain banyaknya daripada jangka waktu",
        whole.plan_cells,
        True,
    ),
    Rule(
        "RENCANA-PIHAK",
        "peringatan",
        "kelaziman",
        "tugas tanpa pihak yang melaksanakan",
        whole.bearers,
    ),
    Rule(
        "RENCANA-LINGKUP",
        "catatan",
        "kelaziman",
        "ruang lingkup tanpa program",
        whole.scope,
    ),
    Rule(
        "KONTAK-SUREL",
        "galat",
        "bentuk alamat surel",
        "alamat surel yang tidak sah",
        addresses.mails,
        True,
    ),
    Rule(
        "KONTAK-TELEPON",
        "peringatan",
        "kelaziman",
        "nomor telepon yang tidak lazim",
        addresses.phones,
        True,
    ),
    Rule(
        "KONTAK-POS",
        "galat",
        "bentuk kode pos",
        "kode pos yang bukan lima angka",
        addresses.postcodes,
        True,
    ),
    Rule(
        "KONTAK-NIP",
        "peringatan",
        "susunan NIP: hari lahir, bulan pengangkatan, jenis kelamin, nomor urut",
        "NIP yang tidak mungkin, atau milik dua orang",
        persons.nips,
        True,
    ),
    Rule(
        "KONTAK-PANGKAT",
        "peringatan",
        "pangkat dan golongan ruang pegawai negeri sipil",
        "pangkat yang tidak ada, atau dengan golongan pangkat lain",
        officials.ranks,
        True,
    ),
    Rule(
        "KONTAK-GELAR",
        "catatan",
        "PUEBI",
        "gelar tanpa titik, atau tanpa koma di belakang nama",
        officials.degrees,
        True,
    ),
    Rule(
        "LENGKAP",
        "peringatan",
        "UU 23/2014, PP 28/2018, Permendagri 25/2020, atau kelaziman, menurut instrumennya",
        "bagian yang harus ada menurut instrumennya dan tidak ada",
        instrumen.missing_parts,
    ),
    Rule(
        "INSTRUMEN",
        "catatan",
        "templates/instrumen/",
        "instrumen yang tidak dikenal, sehingga bagian wajibnya tidak diperiksa",
        instrumen.unknown,
    ),
    Rule(
        "INSTRUMEN-MASA",
        "peringatan",
        "Permendagri 25/2020 Pasal 13 dan 32; kelaziman",
        "jangka waktu yang lebih lama dari yang paling lama menurut instrumennya",
        instrumen.too_long,
    ),
    Rule(
        "INSTRUMEN-KUASA",
        "peringatan",
        "PP 28/2018 Pasal 2 dan 13; Permendagri 25/2020 Pasal 23",
        "penanda tangan selain kepala daerah tanpa kuasa",
        instrumen.without_kuasa,
    ),
    Rule(
        "INSTRUMEN-INDUK",
        "catatan",
        "UU 23/2014 Pasal 366; PP 28/2018 Pasal 6",
        "kesepakatan yang dilaksanakan dan tidak disebut",
        instrumen.missing_parent,
    ),
    Rule(
        "INSTRUMEN-BAHASA",
        "peringatan",
        "UU 24/2009 Pasal 31",
        "naskah dengan pihak luar negeri dalam satu bahasa saja",
        instrumen.one_language,
    ),
    Rule(
        "LENGKAP-STRIP",
        "peringatan",
        "ketelitian naskah",
        "tanda hubung sebagai pengganti kalimat yang tidak ada",
        whole.stand_ins,
    ),
    Rule(
        "LENGKAP-PERAN",
        "catatan",
        "tenggat, surat, dan berita acara mencari pasal menurut perannya",
        "pasal yang belum diberi peran",
        whole.roles,
    ),
    Rule(
        "ISIAN-KOSONG",
        "peringatan",
        "ketelitian naskah",
        "bagian yang belum diisi: titik-titik, garis bawah, [ISI]",
        ending.blanks,
        True,
    ),
    Rule(
        "TEKS-TERPOTONG",
        "peringatan",
        "bentuk berkas YAML",
        "akhir teks yang menjadi catatan karena tanda #",
        pasted.cut_texts,
    ),
    Rule(
        "BAHASA-SALAH",
        "galat",
        "KBBI dan PUEBI",
        "salah tulis yang sering pada naskah dinas",
        spelling.common_mistakes,
        True,
    ),
    Rule(
        "BAHASA-RUMUSAN",
        "peringatan",
        "kelaziman naskah dinas",
        "rumusan yang kurang satu kata, atau batas waktu untuk yang dihitung banyaknya",
        formulas.incomplete,
        True,
    ),
    Rule(
        "BAHASA-GANDA",
        "galat",
        "ketelitian naskah",
        "kata atau tanggal yang tertulis dua kali",
        spelling.doubled,
        True,
    ),
    Rule(
        "BAHASA-SPASI", "galat", "PUEBI", "spasi dan tanda baca", spelling.spacing, True
    ),
    Rule(
        "BAHASA-KURUNG",
        "peringatan",
        "PUEBI",
        "tanda kurung atau tanda kutip tanpa pasangannya",
        brackets.without_pair,
        True,
    ),
    Rule(
        "BAHASA-KAPITAL",
        "peringatan",
        "PUEBI",
        "huruf besar di tengah kata atau rumusan, huruf kecil di antara huruf besar atau pada"
        " nama lembaga",
        letters.of_phrases,
        True,
    ),
    Rule(
        "BAHASA-AWAL",
        "peringatan",
        "PUEBI",
        "kalimat yang diawali huruf kecil",
        letters.beginnings,
        True,
    ),
    Rule(
        "BAHASA-EJAAN",
        "peringatan",
        "kamus Hunspell bahasa Indonesia",
        "kata yang tidak dikenal kamus",
        in_capitals.misspelt,
        True,
    ),
    Rule(
        "BAHASA-ASING",
        "catatan",
        "UU 24/2009",
        "kata asing yang ada padanannya",
        spelling.foreign,
        True,
    ),
    Rule(
        terjemahan.TERJEMAHAN,
        "galat",
        "UU 24/2009 Pasal 31",
        "teks tanpa terjemahan, atau terjemahan tanpa teks, pada naskah dua bahasa",
        terjemahan.in_both,
    ),
    Rule(
        "BAHASA-ANGKA",
        "peringatan",
        "ketelitian naskah",
        "angka, hari, rujukan, nama, atau bahasa yang berlaku, yang berbeda pada teks dan"
        " terjemahannya",
        terjemahan.same_numbers,
        True,
    ),
    Rule(
        "BAHASA-CAMPUR",
        "peringatan",
        "UU 24/2009",
        "kata terjemahan yang berdiri pada teks bahasa Indonesianya",
        terjemahan.words_of_other_language,
        True,
    ),
    Rule(
        "BAHASA-KEDUA",
        "peringatan",
        "ketelitian naskah",
        "terjemahan pada naskah yang tidak menyebut bahasa keduanya",
        terjemahan.second_language,
    ),
    Rule(
        "BAHASA-BERLAKU",
        "peringatan",
        "UU 24/2009 Pasal 31",
        "naskah dua bahasa tanpa ketentuan tentang naskah yang berlaku bila berbeda",
        terjemahan.prevailing,
    ),
)


MOST_OF_A_RULE = 10_000
"""Findings of one rule in one text; nobody reads more, and each costs."""


def check(reading: Reading) -> list[tuple[Rule, Flaw]]:
    """All findings that are not silenced, rule by rule.

    Of a text that is not ours only by the rules that need nothing else. Where a rule
    finds more than `MOST_OF_A_RULE`, its last finding says that there are more.
    """
    if reading.typed and reading.typed.facts_only:
        return []  # there is no text that a rule could read
    is_silenced = silenced_by(reading)
    fixes = Fixes(reading)
    return [
        (rule, fixes.settled(rule.kode, flaw))
        for rule in RULES
        if reading.typed or rule.text_only
        for flaw in _flaws_of(rule, reading)
        if not is_silenced(rule.kode, flaw)
    ]


def _flaws_of(rule: Rule, reading: Reading) -> Iterator[Flaw]:
    for count, flaw in enumerate(rule.function(reading)):
        if count == MOST_OF_A_RULE:
            message = f"lebih dari {thousands(count)} temuan {rule.kode}"
            saran = "perbaiki yang sudah disebut, lalu periksa lagi"
            yield replace(flaw, message=message, saran=saran, replace=None)
            return
        yield flaw
