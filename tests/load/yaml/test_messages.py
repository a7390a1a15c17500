"""Bad input of the author: file, line, column, key, what is wrong, what to do; all of it at once."""

import pytest

from conftest import MINIMAL
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.kesepakatan import parse_kesepakatan

LAMPIRAN = """\
lampiran:
  kepala: Lampiran
  judul: RENCANA KERJA
  program:
  - nama: P
    tahapan:
    - isi: T
      tahun: [I]
      tugas: {kesatu: x}
"""

_SALAH = [
    (
        "judul: Uji",
        "jdul: Uji",
        ['uji.yaml:2:1: jdul: kunci tidak dikenal; mungkin maksudnya "judul"'],
    ),
    (
        "- nama: Badan A",
        "- Badan C\n- nama: Badan A",
        [
            'para_pihak[1]: "Badan C": di sini harus ada kunci dan nilai; tulis'
            ' - nama: "Badan C", lalu di bawahnya: jabatan'
        ],
    ),
    (
        "judul: Uji",
        "judul: Uji\nsaksi: [Budi]",
        ['tulis - nama: "Budi", lalu di bawahnya: jabatan, bawah_nama'],
    ),
    (
        "  isi: Isi.",
        "  baris:\n  - Bank: BRI",
        [
            "pasal[1].baris[1].Bank: nama dan nilainya ditulis dengan dua kunci; tulis"
            ' - label: "Bank", lalu di bawahnya isi: "BRI"'
        ],
    ),
    (
        "- nama: Badan A\n",
        "- PIHAK PERTAMA:\n    nama: Badan A\n    jabatan: Kepala\n- nama: Badan A\n",
        [
            'nama di atas kunci-kunci bagian ini; hapus "PIHAK PERTAMA:", dan tulis'
            " kunci-kuncinya langsung setelah tanda hubung, dan sebutannya dengan"
            ' sebutan: "PIHAK PERTAMA"'
        ],
    ),
    (
        "judul: Uji",
        "judul: Uji\ndasar_hukum:\n- { jenis: UU, nomor: 23 Tahun 2014, tentang: A }",
        ['dasar_hukum[1].tahun: kunci wajib belum ada; pisahkan tahunnya: nomor: "23"'],
    ),
    (
        "judul: Uji",
        "judul: Uji\nhalaman: { paraf: true, margin: { kiri: 3 cm } }",
        [
            'halaman.paraf: "true": bukan pilihan yang dikenal; tulis ya',
            'halaman.margin.kiri: "3 cm": bukan bilangan; tulis 3',
        ],
    ),
    ("judul: Uji", "judul:", ["uji.yaml:2:1: judul: kunci wajib belum diisi"]),
    ("judul: Uji", "judul: [a, b]", ["uji.yaml:2:8: judul: bukan teks"]),
    ("judul: Uji", 'judul: ""', ["uji.yaml:2:8: judul: teks kosong"]),
    (
        "jangka_waktu: 2 tahun",
        "jangka_waktu: dua tahun",
        ['uji.yaml:3:15: jangka_waktu: "dua tahun": bukan jangka waktu'],
    ),
    ("jangka_waktu: 2 tahun", "jangka_waktu: 0 tahun", ["bukan jangka waktu"]),
    (
        "judul: Uji",
        "judul: Uji\npenandatanganan: {tanggal: 2022-02-30}",
        [
            'uji.yaml:3:28: penandatanganan.tanggal: "2022-02-30": tanggal itu tidak ada dalam kalender'
        ],
    ),
    (
        "judul: Uji",
        "judul: Uji\npenandatanganan: {tanggal: 1655337600}",
        ["bukan tanggal"],
    ),
    (
        "judul: Uji",
        "judul: Uji\nrangkap: {arsip: satu}",
        ['uji.yaml:3:18: rangkap.arsip: "satu": bukan bilangan bulat'],
    ),
    (
        "judul: Uji",
        "judul: Uji\nrangkap: {bermeterai: 21}",
        ['uji.yaml:3:23: rangkap.bermeterai: "21": di luar batas (paling banyak 20)'],
    ),
    (
        "judul: Uji",
        "judul: Uji\nrangkap: {arsip: 99}",
        ["rangkap.arsip", "paling banyak 20"],
    ),
    (
        "judul: Uji",
        "judul: Uji\nrangkap: dua",
        ['rangkap: "dua": di sini harus ada kunci dan nilai'],
    ),
    ("judul: Uji", "judul: Uji\ndasar_hukum: UU", ['dasar_hukum: "UU": bukan daftar']),
    (
        "  isi: Isi.",
        "  isi: [satu, dua]",
        ['pasal[1].isi: bukan teks; tulis paragraf pertama setelah "isi:"'],
    ),
    (
        "  isi: Isi.",
        "  ayat: [a]\n  huruf: [b]",
        ["pasal[1].huruf: ayat dan huruf berdampingan"],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n  huruf: [a]\n  angka: [b]",
        ["pasal[1].angka: huruf dan angka berdampingan"],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n  angka: [{isi: a, angka: [b]}]",
        [
            "uji.yaml:20:27: pasal[1].angka[1].angka: angka di bawah angka; pakai rincian"
        ],
    ),
    (
        "  isi: Isi.",
        "  huruf: [{isi: a, angka: [{isi: b, huruf: [{isi: c, angka: [{isi: d, "
        "romawi: [e]}]}]}]}]",
        ["angka[1].romawi: rincian lebih dari 4 (empat) tingkat"],
    ),
    (
        "  isi: Isi.",
        "  gaya_rincian: a)\n  angka: [a]",
        [
            'pasal[1].gaya_rincian: gaya "a)" bukan untuk angka; ganti kunci "angka:" '
            'menjadi "huruf:", atau pilih 1., 1), (1)'
        ],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n  gaya_rincian: a)",
        ["gaya_rincian ditulis, padahal tidak ada daftar di bawahnya"],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n  gaya_rincian: I.\n  romawi: [a]",
        ['pasal[1].gaya_rincian: "I.": bukan pilihan yang dikenal'],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n  nomor_bab: II",
        [
            "pasal[1].nomor_bab: nomor_bab ditulis, padahal pasal ini tidak mengawali BAB"
        ],
    ),
    (
        "  isi: Isi.",
        "  bab: A\n  isi: Isi.\n- bab: B\n  nomor_bab: I\n  isi: Isi.",
        ["pasal[2].nomor_bab: nomor BAB I sudah dipakai"],
    ),
    (
        "  isi: Isi.",
        "  tabel: { kolom: [A, {judul: B, jenis: uang}], baris: [a | 1 | 2, b | dua] }",
        [
            "pasal[1].tabel.baris[1]: baris ini punya 3 sel, padahal tabelnya 2 kolom",
            'pasal[1].tabel.baris[2][2]: "dua" bukan bilangan, padahal kolom B',
        ],
    ),
    (
        "  isi: Isi.",
        "  tabel: { kolom: [{judul: A, jumlah: [1]}], baris: [a] }",
        ["pasal[1].tabel.kolom[1].jumlah: bukan ya, tidak, atau bilangan"],
    ),
    (
        "  isi: Isi.",
        "  isi: Lihat [[dalam Pasal 9]].",
        ["uji.yaml:19:8: pasal[1].isi: [[dalam Pasal 9]]: Pasal 9 tidak ada"],
    ),
    (
        "  isi: Isi.",
        "  isi: '[[jangka_wkt]]'",
        ['isian tidak dikenal, mungkin "jangka_waktu"'],
    ),
    (
        "  isi: Isi.",
        "  isi: '[[pasal 1]]'",
        ["rujukan ke pasal memakai huruf besar; tulis [[Pasal 1]]"],
    ),
    ("  isi: Isi.", "  isi: '[[tanggal 20220616]]'", ['"20220616" bukan tanggal']),
    (
        "judul: Uji",
        "judul: [[jenis]]",
        [
            "uji.yaml:2:8: judul: bukan teks; teks yang diawali kurung siku diapit tanda kutip"
        ],
    ),
    (
        "judul: Uji",
        "judul: [[jenis]] Uji",
        ["teks yang diawali kurung siku harus diapit tanda kutip"],
    ),
    (
        "judul: Uji",
        "judul: Program #1 Uji",
        ["uji.yaml:2:8: tanda # membuat sisa baris menjadi komentar"],
    ),
    (
        "  isi: Isi.",
        "  isi: '[[bilangan 5] lalu [[jangka_waktu]]'",
        ["kurung [[ tidak ditutup"],
    ),
    (
        "  isi: Isi.",
        "  isi: '[bilangan 10] hari'",
        ["[bilangan 10] tercetak apa adanya; tulis kurung siku ganda: [[bilangan 10]]"],
    ),
    ("  isi: Isi.", "  isi: “Isi.”", ["tanda kutip di awal dan akhir ikut tercetak"]),
    (
        "  isi: Isi.",
        "  isi: '[[rupiah Rp10.000]]'",
        ['"Rp10.000" bukan bilangan bulat; tulis angka saja'],
    ),
    (
        "  isi: Isi.",
        "  isi: '[[rangkap.arsip]] x'\npenandatanganan: {tanggal: 2026-01-01}",
        ["isi rangkap.arsip, atau hapus dari kalimat ini"],
    ),
    ("judul: Uji", "judul: tentang Uji", ["judul memuat kata tentang atau titik"]),
    (
        "judul: Uji",
        "judul: Uji\ndasar_hukum: [{jenis: UU, nomor: '1', tahun: 2000, tentang: X;}]",
        ["dasar_hukum[1].tentang: diakhiri tanda baca"],
    ),
    (
        "judul: Uji",
        "judul: Uji\npenandatanganan: {tanggal: 2026-01-01, tempat: ………}",
        ["titik-titik pada naskah yang sudah bertanggal"],
    ),
    (
        "jangka_waktu: 2 tahun",
        "jangka_waktu: {jumlah: 5, satuan: abad}",
        ["jangka_waktu.jumlah: kunci tidak dikenal"],
    ),
    (
        "judul: Uji",
        "judul: Uji\nrangkap: {arsip: 10.000}",
        ['"10.000": bukan bilangan bulat'],
    ),
    (
        "nama: Badan B\n",
        "nama: 'Badan [[jenis]]'\n  pejabat_pelaksana: '[[para_pihak.kedua.nama]]'\n",
        ["nilainya sendiri memuat kurung siku ganda"],
    ),
    (
        "judul: Uji",
        'judul: "a\\x07b"',
        ["uji.yaml:2:8: karakter kendali atau tak terlihat U+0007"],
    ),
    ("judul: Uji", 'judul: "a\\u202eb"', ["U+202E"]),
    ("judul: Uji", "judul: a\uffffb", ["U+FFFF"]),
    (
        "jangka_waktu: 2 tahun",
        "jangka_waktu: 60 tahun\n" + LAMPIRAN.rstrip(),
        ["60 tahun dan 2 pihak tidak muat dalam tabel"],
    ),
    ("  isi: Isi.", "  isi: buka [[tanpa tutup", ["kurung [[ tidak ditutup"]),
    ("  isi: Isi.", "  isi: '[[bilangan dua]]'", ['"dua" bukan bilangan bulat']),
    ("  isi: Isi.", "  isi: '[[tanggal 2022-13-01]]'", ['"2022-13-01" bukan tanggal']),
    (
        "  isi: Isi.",
        "  isi: Isi.\n  korespondensi: ketiga",
        [
            'uji.yaml:20:18: pasal[1].korespondensi: pihak "ketiga" tidak ada; pilih salah satu: kesatu, kedua'
        ],
    ),
    ("  isi: Isi.", "  kunci: Bukan Kunci\n  isi: Isi.", ["bukan nama kunci"]),
    (
        "  isi: Isi.",
        "  isi: Isi.\n- nomor: '1'\n  isi: Lagi.",
        ["uji.yaml:20:10: pasal[2].nomor: nomor 1 sudah dipakai"],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n  kunci: a\n- kunci: a\n  isi: Lagi.",
        ['pasal[2].kunci: kunci "a" dipakai dua kali'],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n" + LAMPIRAN.replace("[I]", "[III]"),
        ['tahun "III" melewati jangka waktu, yang terakhir tahun II'],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n" + LAMPIRAN.replace("[I]", "[1]"),
        ['tahun "1" bukan angka romawi'],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n" + LAMPIRAN.replace("kesatu: x", "ketiga: x"),
        ['pihak "ketiga" tidak ada; pilih salah satu: kesatu, kedua, bersama'],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n" + LAMPIRAN.replace("kesatu: x", "kesatu: x, bersama: y"),
        ["tugas bersama berdampingan"],
    ),
]


@pytest.mark.parametrize(("asal", "ganti", "expect"), _SALAH, ids=range(len(_SALAH)))
def test_findings(asal: str, ganti: str, expect: list[str]) -> None:
    assert asal in MINIMAL
    with pytest.raises(FaultyNaskah) as bermasalah:
        parse_kesepakatan(MINIMAL.replace(asal, ganti).encode(), "uji.yaml")
    pesan = str(bermasalah.value)
    for harapan in expect:
        assert harapan in pesan
    assert all("; " in baris for baris in pesan.splitlines()), (
        "every message says what to do"
    )


_WHAT_TO_WRITE = [
    # A colon makes a key of the words before it.
    (
        "  isi: Isi.",
        "  ayat:\n  - PIHAK PERTAMA : PEMERINTAH KOTA",
        [
            "uji.yaml:20:5: pasal[1].ayat[1].PIHAK PERTAMA: "
            "titik dua membuat teks ini terbaca sebagai kunci dan nilai; "
            'apit seluruh teks dengan tanda kutip: "PIHAK PERTAMA : PEMERINTAH KOTA"'
        ],
    ),
    (
        "  isi: Isi.",
        "  isi: a\n  huruf:\n  - isi: b\n    angka:\n    - Ketua : Camat",
        [
            "uji.yaml:23:7: pasal[1].huruf[1].angka[1].Ketua: titik dua",
            '"Ketua : Camat"',
        ],
    ),
    (
        "  isi: Isi.",
        "  ayat:\n  - Ruang lingkup meliputi:\n    huruf: [a, b]",
        ["pasal[1].ayat[1]", 'kutip: "Ruang lingkup meliputi:"'],
    ),
    (
        "  isi: Isi.",
        '  ayat:\n  - istilah "Kota" : kota',
        ["kutip: 'istilah \"Kota\" : kota'"],
    ),
    (
        "  isi: Isi.",
        "  ayat:\n  - isi: satu\n    PIHAK PERTAMA: x",
        ["uji.yaml:21:5", "bila lanjutan teks di atasnya, apit seluruh teks itu"],
    ),
    (
        "  isi: Isi.",
        "  isi:\n    Biaya meliputi: a",
        ["uji.yaml:20:5: pasal[1].isi: titik dua", '"Biaya meliputi: a"'],
    ),
    (
        "  isi: Isi.",
        "  isi:\n    Nama : A\n    Jabatan : B",
        ["uji.yaml:20:5: pasal[1].isi: titik dua", 'atau tulis ">-" setelah kuncinya'],
    ),
    ("  isi: Isi.", "  isi: {teks: a}", ["tulis satu teks di sini, tanpa kurung"]),
    ("  isi: Isi.", "  isi:\n    teks: a", ["satu teks di sini, tanpa kunci"]),
    (
        "- nama: Badan B\n  jabatan: Ketua\n",
        "- Badan B : Ketua\n  nama: B\n  jabatan: C\n",
        ["para_pihak[2].Badan B: bukan kunci", "tulis kuncinya: nama, jabatan"],
    ),
    (
        "- nama: Badan B\n  jabatan: Ketua\n  kedudukan: Bogor\n",
        "- {nama: Badan B, jabatan: Kepala, Dinas}\n",
        ["Dinas: koma di dalam { } memisahkan kunci; apit teks yang memuat koma"],
    ),
    # Texts that are empty.
    (
        "judul: Uji",
        "judul: ' '",
        ["judul: teks kosong; isi teksnya, sebab kunci ini wajib"],
    ),
    (
        "nama: Badan B",
        "nama: Badan B\n  pejabat: ''",
        ["pejabat: teks kosong; isi, atau hapus kunci ini, sebab tidak wajib"],
    ),
    ("judul: Uji", "judul: Uji\npertimbangan:\n-", ["hapus baris ini dari daftarnya"]),
    # Parts of a pasal.
    (
        "  isi: Isi.",
        "  kunci: x",
        ['pasal[1]: pasal belum berisi; tambahkan "isi:"'],
    ),
    (
        "  isi: Isi.",
        "  isi: a\n  huruf:\n  - angka: [a, b]",
        ["pasal[1].huruf[1].isi: kunci wajib belum ada", "kalimat yang memulai daftar"],
    ),
    # Keys that belong elsewhere, or are called otherwise.
    ("judul: Uji", "judul: Uji\ntempat: X", ['milik bagian "penandatanganan"']),
    (
        "  isi: Isi.",
        "  isi: Isi.\n  rangkap: {}",
        ["tingkat teratas; kurangi lekukannya"],
    ),
    (
        "  isi: Isi.",
        "  teks: Isi.",
        ['pasal[1].teks: kunci tidak dikenal; mungkin maksudnya "isi"'],
    ),
    (
        "jangka_waktu:",
        "Jangka Waktu:",
        ['kunci tidak dikenal; mungkin maksudnya "jangka_waktu"'],
    ),
    (
        "judul: Uji",
        "judul: Uji\n\u00a0\u00a0tenggat: {}",
        ["spasi tak terputus di depan"],
    ),
    (
        "judul: Uji",
        "judul: Uji\ndasar_hukum: [{jenis: A, nomor: '1', tanggal: x, tentang: T}]",
        ["dasar_hukum[1].tanggal: kunci tidak dikenal", "ditulis sebagai satu teks"],
    ),
    # Lists without their hyphens.
    (
        "judul: Uji",
        "judul: Uji\npertimbangan:\n  -satu;\n  -dua.",
        ['spasi: - "satu;"'],
    ),
    ("judul: Uji", "judul: Uji\npertimbangan:\n  • a b;\n  • c.", ['spasi: - "a b;"']),
    ("judul: Uji", "judul: Uji\npertimbangan:\n  satu: a", ['spasi: "- satu: …"']),
    (
        "judul: Uji",
        "judul: Uji\npenandatanganan:\n  tempat:Jakarta",
        ["beri spasi setelah titik dua: tempat: Jakarta"],
    ),
    (
        "judul: Uji",
        "judul: Uji\npenandatanganan: Jakarta",
        ["menjorok 2 spasi, mis. tempat, tanggal"],
    ),
    # Days, numbers, spans, choices.
    (
        "judul: Uji",
        "judul: Uji\npenandatanganan: {tanggal: 31-12-2027}",
        ['"31-12-2027": bukan tanggal; tulis 2027-12-31 (31 Desember 2027)'],
    ),
    (
        "judul: Uji",
        "judul: Uji\npenandatanganan: {tanggal: 31 Desember 2027}",
        ["tulis 2027-12-31 (31 Desember 2027)"],
    ),
    (
        "  isi: Isi.",
        "  isi: '[[tanggal 31 Desember 2027]] dan [[rupiah dua]]'",
        ["tulis [[tanggal 2027-12-31]]", "[[rupiah 2]]"],
    ),
    ("judul: Uji", "judul: Uji\nrangkap: {arsip: Rp1.000.000}", ["tulis 1000000"]),
    ("judul: Uji", "judul: Uji\nrangkap: {arsip: 2 (dua)}", ["tulis 2"]),
    (
        "judul: Uji",
        "judul: Uji\ntenggat: {pemberitahuan: tiga bulan}",
        ["tulis 3 bulan"],
    ),
    (
        "  isi: Isi.",
        "  isi: Isi.\n  dihapus: No",
        ['"No": bukan ya atau tidak; tulis tidak'],
    ),
    (
        "judul: Uji",
        "judul: Uji\nkonvensi_berakhir: Hari yang sama",
        ["mungkin maksudnya hari_yang_sama; pilih salah satu"],
    ),
]
"""Shapes of the kind that were refused with a word that led astray, and the words that do not."""


@pytest.mark.parametrize(("asal", "ganti", "expect"), _WHAT_TO_WRITE)
def test_what_to_write(asal: str, ganti: str, expect: list[str]) -> None:
    assert asal in MINIMAL
    with pytest.raises(FaultyNaskah) as bermasalah:
        parse_kesepakatan(MINIMAL.replace(asal, ganti, 1).encode(), "uji.yaml")
    pesan = str(bermasalah.value)
    for harapan in expect:
        assert harapan in pesan


def test_a_text_with_a_colon_is_one_finding() -> None:
    """Neither is its first word an unknown key, nor is `isi` missed beside it."""
    isi = MINIMAL.replace("  isi: Isi.", "  ayat:\n  - PIHAK PERTAMA : KOTA\n  - b : c")
    with pytest.raises(FaultyNaskah) as bermasalah:
        parse_kesepakatan(isi.encode(), "uji.yaml")
    assert [satu.tempat.baris for satu in bermasalah.value.temuan] == [20, 21]


@pytest.mark.parametrize(
    "kata", ["yes", "no", "on", "1e3", "0285", "12:30", "1.10", "2022-06-16"]
)
def test_what_other_yaml_takes_for_something_else_stays_text(kata: str) -> None:
    isi = MINIMAL.replace("isi: Isi.", f"isi: {kata}").replace("Badan B", kata)
    termuat = parse_kesepakatan(isi.encode(), "uji.yaml")
    assert termuat.kesepakatan.pasal[0].isi == kata
    assert termuat.kesepakatan.para_pihak[1].nama == kata


def test_minimal_loads() -> None:
    assert (
        parse_kesepakatan(MINIMAL.encode(), "uji.yaml").reading.para_pihak[1].kalimat
        == "Ketua di Bogor disebut PIHAK KEDUA."
    )


def test_all_at_once_from_shape_to_reference() -> None:
    """Unknown key, wrong type, missing party data, dangling reference and wrong year stand in one report, by place."""
    isi = (
        MINIMAL.replace("judul: Uji", "judul: Uji\nrangkap: {arsip: x}\nasing: 1")
        .replace("  jabatan: Ketua\n", "")
        .replace("Isi.", "Lihat [[dalam Pasal 7]].")
    ) + LAMPIRAN.replace("[I]", "[IX]")
    with pytest.raises(FaultyNaskah) as bermasalah:
        parse_kesepakatan(isi.encode(), "uji.yaml")
    kode = [temuan.kode for temuan in bermasalah.value.temuan]
    assert kode == ["int-parsing", "kunci-asing", "kunci-kurang", "rujukan", "tahun"]


def test_a_faulty_item_is_no_missing_item() -> None:
    """pydantic counts a list without its faulty items; a user with two parties must not read that two are needed."""
    with pytest.raises(FaultyNaskah) as bermasalah:
        parse_kesepakatan(
            MINIMAL.replace("jabatan: Ketua", "jbatan: Ketua").encode(), "uji.yaml"
        )
    assert "kurang dari 2" not in str(bermasalah.value)


def test_a_key_with_only_comments_behind_it_counts_as_absent() -> None:
    isi = MINIMAL.replace(
        "judul: Uji", "judul: Uji\npenandatanganan:\n  # tempat: Jakarta\nrangkap:"
    )
    assert parse_kesepakatan(isi.encode(), "uji.yaml").kesepakatan.konsep


def test_a_dated_text_may_not_lack_what_it_prints() -> None:
    """A draft prints dots for what is not known; a text with its day of signing must be complete."""
    isi = MINIMAL.replace("Isi.", "Di [[penandatanganan.tempat]].")
    assert "Di ………………." in str(
        parse_kesepakatan(isi.encode(), "uji.yaml").reading.pasal[0].isi
    )
    with pytest.raises(FaultyNaskah) as bermasalah:
        parse_kesepakatan(
            (isi + "penandatanganan: {tanggal: 2026-11-23}\n").encode(), "uji.yaml"
        )
    assert [t.kunci for t in bermasalah.value.temuan] == [
        "para_pihak",
        "para_pihak[1]",
        "para_pihak[2]",
        "pasal[1].isi",
    ]


@pytest.mark.parametrize(
    "muatan",
    [
        "{{7*7}}",
        "{% raise %}",
        "<script>alert(1)</script>",
        "&amp; <b>",
        "=1+1",
        "a\\nb",
        "]] >",
    ],
)
def test_payloads_stay_text(muatan: str) -> None:
    isi = MINIMAL.replace("isi: Isi.", f"isi: '{muatan}'")
    assert parse_kesepakatan(isi.encode(), "uji.yaml").reading.pasal[0].isi == muatan


def test_recitals_number_refer_and_branch() -> None:
    isi = MINIMAL + (
        "pertimbangan:\n- bahwa satu;\n- isi: 'bahwa dua:'\n  angka: [x; dan, y;]\n"
        "- 'bahwa berdasarkan [[dalam huruf a, huruf b]] dan [[dalam huruf b angka 2]] sepakat.'\n"
    )
    butir = parse_kesepakatan(isi.encode(), "u").reading.pertimbangan
    assert (
        butir[2].isi
        == "bahwa berdasarkan dalam huruf a dan huruf b dan dalam huruf b angka 2 sepakat."
    )
    assert [b.nomor for b in (*butir, *butir[1].angka)] == ["a", "b", "c", "1", "2"]


def test_a_sentence_that_cannot_be_filled_is_one_finding() -> None:
    isi = MINIMAL.replace("[[jabatan]] di", "[[jabatan]] atas [[pengangkatan]] di") + (
        "penandatanganan: {tanggal: 2026-11-23}\n"
    )
    with pytest.raises(FaultyNaskah) as bermasalah:
        parse_kesepakatan(isi.encode(), "u")
    kurang = [t.kunci for t in bermasalah.value.temuan if "pengangkatan" in str(t)]
    assert kurang == ["para_pihak[1]", "para_pihak[2]"], (
        "each party that lacks it, once, and nothing else"
    )
