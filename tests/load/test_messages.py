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
        "judul: Uji\nrangkap: {bermeterai: 3}",
        ["uji.yaml:3:23: rangkap.bermeterai: 3 rangkap bermeterai untuk 2 pihak"],
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
        "  isi: Isi.\n  ayat: [a]",
        ["pasal[1]: pasal harus punya tepat satu: isi atau ayat"],
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
        "  isi: Isi.\n  angka: [{isi: a, huruf: [b]}]",
        ["uji.yaml:20:27: pasal[1].angka[1].huruf: huruf di bawah angka"],
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
