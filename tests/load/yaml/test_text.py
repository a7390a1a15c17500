"""The YAML that is read, and what is refused with place and remedy."""

import pytest

from notakesepakatan.load.yaml.text import YamlRefused, read_yaml
from notakesepakatan.workspace.layout import BYTE_LIMIT

_DITOLAK = [
    ("a: 1\na: 2\n", ["uji.yaml:2:1: a: kunci ganda, sudah ada di baris 1"]),
    ("a:\n  b: 1\n  b: 2\n", ["uji.yaml:3:3: a.b: kunci ganda"]),
    ("a:\n\tb: 1\n", ["uji.yaml:2:1: baris menjorok dengan tab atau spasi"]),
    ("a: &x 1\nb: *x\n", ["uji.yaml:1:4: jangkar &x", "uji.yaml:2:4: alias *x"]),
    (
        "a: !!python/object/apply:os.system [ls]\n",
        ["uji.yaml:1:4: tag tag:yaml.org,2002:python/object/apply:os.system"],
    ),
    ("a: !x 1\nb: !y 2\n", ["uji.yaml:1:4: tag !x", "uji.yaml:2:4: tag !y"]),
    ("a: 1\n---\nb: 2\n", ["uji.yaml:2:1: lebih dari satu dokumen YAML"]),
    (
        "a: b: c\n",
        [
            "uji.yaml:1:5: titik dua di tengah teks; "
            'apit seluruh teks dengan tanda kutip: a: "b: c"'
        ],
    ),
    ('a: "x\n', ["tanda kutip yang dibuka di sini tidak ditutup"]),
    ("a: {{ x }}\n", ["uji.yaml:1:5: kurung kurawal"]),
    ("a: [1\nb: 2\n", ["uji.yaml:1:4: kurung [ yang dibuka di sini tidak ditutup"]),
    ("[" * 200, ["uji.yaml:1:17: bersarang lebih dari 16 tingkat"]),
    (
        "a:\n" + "".join(" " * n + "- \n" for n in range(1, 3)) + "x: " + "[" * 30,
        ["bersarang lebih dari 16 tingkat"],
    ),
    (
        "a: x\x07y\nb: \x1b[0m\n",
        [
            "uji.yaml:1:5: karakter kendali atau tak terlihat U+0007",
            "uji.yaml:2:4: karakter kendali",
        ],
    ),
    (
        "a: kiri\u202ekanan\n",
        ["uji.yaml:1:8: karakter kendali atau tak terlihat U+202E"],
    ),
    ("a: so\u00adft\n", ["U+00AD"]),
    ("a: " + "x" * BYTE_LIMIT, ["uji.yaml:1:1: berkas lebih dari 1 MB"]),
    (
        "- PIHAK PERTAMA : KOTA : B\n",
        [
            "uji.yaml:1:24: titik dua di tengah teks; apit seluruh teks dengan tanda kutip: "
            '- "PIHAK PERTAMA : KOTA : B"'
        ],
    ),
    (
        "- isi: Biaya meliputi\n    hal berikut: a\n",
        ["uji.yaml:2:16: titik dua di tengah teks; apit seluruh teks, sejak baris"],
    ),
    ("jenis:Nota\njudul: Uji\n", ["uji.yaml:1:1: titik dua tanpa spasi"]),
    (
        "a:\n  tempat:Bogor\n  b: 2\n",
        ["uji.yaml:2:3: titik dua tanpa spasi di belakangnya; tulis tempat: Bogor"],
    ),
    (
        "a:\u00a0b\nc: 1\n",
        ["uji.yaml:1:1: titik dua tanpa spasi di belakangnya; tulis a: b"],
    ),
    (
        "judul = Uji\njenis: x\n",
        ["uji.yaml:1:1: sama dengan (=) di tempat titik dua; tulis judul: Uji"],
    ),
    (
        "a: > Teks\n",
        [
            'uji.yaml:1:4: teks pada baris yang sama dengan >; pindahkan teksnya ke baris berikutnya, menjorok 2 spasi, atau tulis "Teks"'
        ],
    ),
    (
        "a:\n- | | Subjumlah | 5 |\n",
        [
            'uji.yaml:2:3: baris tabel yang sel pertamanya kosong harus diapit tanda kutip; tulis "| | Subjumlah | 5 |"'
        ],
    ),
    (
        "a: >-\nTeks\nb: 2\n",
        [
            "uji.yaml:2:1: baris ini bukan kunci dan bukan isi daftar; teks di bawah tanda > atau | harus menjorok"
        ],
    ),
    (
        "a: |\nb: 2\n",
        [
            "uji.yaml:1:4: tidak ada teks di bawah tanda |; tulis teksnya di baris berikutnya"
        ],
    ),
    (
        "a: %5 dari\nb: @x\nc: *penting*\nd: , x\n",
        [
            f'uji.yaml:{n}:4: teks yang diawali {tanda} harus diapit tanda kutip; tulis "{tanda}'
            for n, tanda in ((1, "%"), (2, "@"), (3, "*"), (4, ","))
        ],
    ),
    (
        "a: [x] y\n",
        ['uji.yaml:1:4: teks yang diawali [ harus diapit tanda kutip; tulis "[x] y"'],
    ),
    (
        "p:\n• satu;\n• dua.\n",
        [
            "uji.yaml:2:1: isi daftar tidak diawali tanda hubung dan spasi; tulis - satu;",
            "uji.yaml:3:1: isi daftar",
        ],
    ),
    (
        "p:\n- satu;\n– dua.\n",
        ["uji.yaml:3:1: isi daftar tidak diawali tanda hubung dan spasi; tulis - dua."],
    ),
    (
        "p:\n-satu;\n- dua.\n",
        [
            "uji.yaml:2:1: isi daftar tidak diawali tanda hubung dan spasi; tulis - satu;"
        ],
    ),
    (
        "a: “Kerja: sama”\nb: 1\n",
        [
            'uji.yaml:1:4: tanda kutip melengkung bukan tanda kutip YAML; pakai tanda kutip lurus: "Kerja: sama"'
        ],
    ),
    (
        'a: "Kerja sama”\nb: 2\n',
        [
            'uji.yaml:1:4: tanda kutip lurus ditutup dengan tanda kutip melengkung; pakai tanda kutip lurus: "Kerja sama"'
        ],
    ),
    (
        'a: "Sehat" bagi semua\n',
        [
            "uji.yaml:1:10: tanda kutip ditutup sebelum teksnya selesai; apit seluruh teks: '\"Sehat\" bagi semua'"
        ],
    ),
    (
        "a: 'hari Jum'at'\n",
        [
            'uji.yaml:1:13: tanda kutip ditutup sebelum teksnya selesai; apit seluruh teks: "hari Jum\'at"'
        ],
    ),
    ('a: "C:\\data"\n', ["uji.yaml:1:7: garis miring terbalik"]),
    (
        "a: {b: 1, c\nd: 2\n",
        ["uji.yaml:1:4: kurung { yang dibuka di sini tidak ditutup"],
    ),
    (
        "a:\n  b: 1\n   c: 2\n",
        [
            "uji.yaml:3:4: lekukan baris ini (3 spasi) tidak sejajar dengan baris di atasnya; pakai 0 atau 2 spasi"
        ],
    ),
    ("a:\n- b: 1\n c: 2\n", ["uji.yaml:3:2: lekukan baris ini (1 spasi)"]),
    (
        "a: teks\n- c\n",
        ["uji.yaml:2:1: tanda hubung di tempat yang tidak dapat dibaca"],
    ),
    (
        "a: 1\nKalimat saja\nb: 2\n",
        ["uji.yaml:2:1: baris ini bukan kunci dan bukan isi daftar"],
    ),
    (
        "Kalimat saja\nb: 2\n",
        ["uji.yaml:1:1: baris ini bukan kunci dan bukan isi daftar"],
    ),
    ("-\ta\n", ["uji.yaml:1:2: baris menjorok dengan tab"]),
    # Everything at once, although PyYAML stops at the first.
    (
        "a: b: c\nd: %x\n\te: 1\nf:g\nh: 1\nh: 2\n",
        [
            "uji.yaml:1:5: titik dua di tengah teks",
            "uji.yaml:2:4: teks yang diawali %",
            "uji.yaml:3:1: baris menjorok dengan tab",
        ],
    ),
]


@pytest.mark.parametrize(("teks", "expect"), _DITOLAK, ids=range(len(_DITOLAK)))
def test_refused(teks: str, expect: list[str]) -> None:
    with pytest.raises(YamlRefused) as ditolak:
        read_yaml(teks.encode(), "uji.yaml")
    pesan = [str(temuan) for temuan in ditolak.value.temuan]
    assert len(pesan) == len(expect)
    for satu, harapan in zip(pesan, expect, strict=True):
        assert harapan in satu
        assert "; " in satu, "every message says what to do"


def test_no_utf8() -> None:
    with pytest.raises(YamlRefused) as ditolak:
        read_yaml(b"a: 1\nb: \xff\n", "uji.yaml")
    assert str(ditolak.value.temuan[0]).startswith("uji.yaml:2:4: bukan teks UTF-8")


def test_every_scalar_is_text_and_knows_its_place() -> None:
    sumber = read_yaml(
        b'a: 0285\nb:\n- x: 2022-06-16\n  y: [ya, "null", ~]\nc: ""\nd:\n', "u.yaml"
    )
    assert sumber.data == {
        "a": "0285",
        "b": [{"x": "2022-06-16", "y": ["ya", "null", None]}],
        "c": "",
        "d": None,
    }
    assert str(sumber.tempat(("b", 0, "x"))) == "u.yaml:3:6"
    assert str(sumber.tempat(("b", 0, "x"), by_key=True)) == "u.yaml:3:3"
    assert str(sumber.tempat(("b", 0, "y", 1))) == "u.yaml:4:11"
    assert str(sumber.tempat(("b", 0, "tidak", "ada"))) == "u.yaml:3:3", (
        "the nearest that is there"
    )


def test_empty_file_and_bom() -> None:
    assert read_yaml(b"", "u.yaml").data is None
    assert read_yaml(b"\xef\xbb\xbfa: 1\n", "u.yaml").data == {"a": "1"}


@pytest.mark.parametrize(
    "character",
    [
        "\u00ad",
        "\u034f",
        "\u061c",
        "\u115f",
        "\u1160",
        "\u17b4",
        "\u180b",
        "\u200b",
        "\u2800",
        "\u3164",
        "\ufe0f",
        "\uffa0",
        "\U000e0001",
        "\U000e0041",
        "\U000e007f",
        "\U000e0100",
    ],
)
def test_what_nobody_sees_is_refused_by_its_name(character: str) -> None:
    name = f"U+{ord(character):04X}"
    for typed in (character, f'"\\U{ord(character):08x}"'):
        with pytest.raises(YamlRefused) as cause:
            read_yaml(f"judul: {typed}\n".encode(), "uji.yaml")
        assert [temuan.kode for temuan in cause.value.temuan] == ["karakter-kendali"]
        assert name in cause.value.temuan[0].message


def test_letters_and_spaces_that_are_seen_stay() -> None:
    for text in ("é", "e\u0301", "\u00a0", "“Nota” – 5 °C", "あ", "\u0640"):
        assert read_yaml(f"judul: a{text}\n".encode(), "u.yaml").data == {
            "judul": f"a{text}"
        }
