"""Messages that name a command name at the desk what one does there."""

from pathlib import Path

import pytest

from notakesepakatan.web.desk_words import desk_words
from notakesepakatan.web.editor.places import item_numbers
from notakesepakatan.web.editor.temuan import plain_words
from notakesepakatan.workspace.places import NotAWorkspace, SealedGone
from web.conftest import Uji


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (
            'buat adendum, atau minta pengesah menyegelnya kembali: nota segel x-1 --ulang --alasan "…"',
            'buat adendum, atau minta pengesah menyegelnya kembali dengan "Segel kembali isi yang sekarang" pada '
            "halaman kesepakatannya",
        ),
        (
            'susun lebih dahulu: nota adendum x-1 --perpanjang "…".',
            'susun lebih dahulu: ubah jangka waktunya dengan "Ubah kesepakatan" pada halaman kesepakatannya.',
        ),
        ("buat kesepakatan baru: nota baru NAMA --seperti x-1", 'buat kesepakatan baru: "Buat yang seperti ini" pada halaman kesepakatannya'),
        ("jangan dicatat, atau cabut bila sudah tercatat (nota cabut)", "jangan dicatat, atau cabut bila sudah tercatat (Cabut pada halaman peristiwanya)"),
        (
            'x: sudah ada; ganti sandinya dengan "nota pengguna sandi x"',
            "x: sudah ada; minta pengelola komputer meja mengganti sandinya",
        ),
        ("gagal; dicoba lagi pada nota terbitkan berikutnya", "gagal; dicoba lagi ketika surat hari berikutnya disusun"),
        (str(NotAWorkspace(Path("x"))), "x: bukan ruang kerja (tidak ada folder agreements/); minta pengelola komputer meja memeriksanya"),
        (
            str(SealedGone("x-1", "ani", "1 Mei")),
            'kesepakatan "x-1" disegel 1 Mei oleh ani, tetapi berkasnya tidak ada lagi di agreements/; kembalikan dari '
            "cadangan, atau minta pengelola komputer meja mencatat sebabnya",
        ),
        ("Nota Kesepakatan tidak ada", "Nota Kesepakatan tidak ada"),
    ],
)  # fmt: skip
def test_a_command_becomes_the_button_that_does_it(message: str, said: str) -> None:
    assert desk_words(message) == said


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ('isi "induk:" dan kutiplah dengan [[induk]], atau sebut jenisnya', "isi Induk pada halaman kesepakatan dengan tombol Kutip, atau sebut jenisnya"),
        ('tulis "jangka_waktu: 3 tahun"', 'isi Jangka waktu dengan "3 tahun"'),
        ('tulis "instrumen: kb-ksdd" atau "instrumen: kb-ksdpk"', 'isi Instrumen dengan "kb-ksdd" atau "kb-ksdpk"'),
        ("periksa namanya, atau hapus kesepakatan: di bawah induk", "periksa namanya, atau hapus Kesepakatan pada Induk"),
        ('beri "kunci: hasil_kerja_sama" pada pasalnya', 'beri nama untuk rujukan "hasil_kerja_sama" pada pasalnya'),
        ("sesuai tenggat.pemberitahuan", "sesuai Tenggat › Pemberitahuan"),
    ],
)  # fmt: skip
def test_a_finding_says_fields_for_keys(message: str, said: str) -> None:
    assert plain_words(message, item_numbers({})) == said


@pytest.mark.slow
def test_the_letter_without_a_draft_names_the_button(meja: Uji) -> None:
    page = meja.client.get("/surat/bp2mi-pekalongan-2022").text
    assert "nota adendum" not in page
    assert "Ubah kesepakatan" in page
