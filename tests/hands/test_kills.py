"""Every act of command and desk killed at its n-th call that changes the disk: torn, lost, twice, untold, left over: nothing.

A real process is killed as by `kill -9`. After the next start everything reads, each changed file has its line in the
trail; whoever does the act again comes to what an act without a kill comes to, to the byte. Counted by calls and not by
time, so that a fast machine is killed where a slow one is.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from baca import nota
from conftest import CONTOH
from hands.office import (
    CUT_OFF,
    DAY_OF_LETTERS,
    DRAFT,
    DUE,
    SIGNED,
    Deadly,
    Visitor,
    check_nothing_twice,
    check_swept,
    check_whole,
    copy_of,
    desk_here,
    desk_process,
    facts,
    hashes,
    make_office,
    next_start,
    run,
    spread,
)
from notakesepakatan.bureau.konsolidasi import data_in_force
from notakesepakatan.cli import cli
from notakesepakatan.desk.accounts import add_account
from notakesepakatan.load.adendum.riwayat import load_riwayat
from notakesepakatan.workspace import Workspace
from web.conftest import SANDI
from web.new.test_pages import SEMUA

KILLS = 12
"""Of each act, where it has so many calls: more than 500 of all."""
AGAIN = "sudah"
"""What an act says that was done already."""


def _nothing(root: Path) -> None:
    """The office as it is."""


@dataclass(frozen=True)
class CommandAct:
    """An act of the command line.

    Attributes:
        words: the command; {root} is the workspace.
        prepare: what is done to the office before.
        said: what it says once it has done it.
        typed: what is typed into it.
        into: the workspace that it writes; {root} is the one it is called for.
        again: what it says where it was done already.
    """

    words: tuple[str, ...]
    prepare: Callable[[Path], object] = _nothing
    said: str = ""
    typed: str = ""
    into: str = "{root}"
    again: str = AGAIN

    def of(self, root: Path) -> tuple[str, ...]:
        return tuple(word.replace("{root}", str(root)) for word in self.words)

    def result(self, root: Path) -> Path:
        return Path(self.into.replace("{root}", str(root)))


def _loose(root: Path) -> None:
    """A draft and a signed text with what `nota perbaiki` puts right."""
    for slug in (DRAFT, SIGNED):
        file = root / f"agreements/{slug}/kesepakatan.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("kerja sama", "kerjasama", 1), encoding="utf-8")


def _as_it_should_read(root: Path) -> None:
    data = data_in_force(load_riwayat(Workspace(root), SIGNED), None)
    new = data.replace("Mengolah sampah", "Mengolah sampah organik", 1)
    assert new != data
    (root / "baru.yaml").write_text(new, encoding="utf-8")


def _sealed(root: Path) -> None:
    assert nota(root, "segel", "--semua").exit_code == 0


def _with_ani(root: Path) -> None:
    add_account(Workspace(root), "ani", "pengesah", SANDI)


def _backed_up(root: Path) -> None:
    assert nota(root, "cadangan", f"{root}-c.zip").exit_code == 0


def _extended(root: Path) -> None:
    words = ("--tanggal", "2026-11-20", "--selama", "2 tahun")
    assert nota(root, "catat", CONTOH, "perpanjangan", *words).exit_code == 0


def _put_aside(root: Path) -> None:
    words = ("--alasan", "mitranya mundur", "--ya")
    assert nota(root, "sisihkan", DRAFT, *words).exit_code == 0


def _mended(root: Path) -> None:
    """A draft of which an older version is kept."""
    _loose(root)
    assert nota(root, "perbaiki", DRAFT).exit_code == 0


def _with_clause(root: Path) -> None:
    text = nota(root, "templat", _CLAUSE).output
    (root / "klausul.j2").write_text(text, encoding="utf-8")


def _with_register(root: Path) -> None:
    heads = "Judul;Jenis;Pihak 1;Pihak 2;Mulai;Berakhir\n"
    row = "Kerja {n};Perjanjian Kerja Sama;Kota Rekaan;Desa {n};2025-03-13;2027-03-12\n"
    rows = "".join(row.format(n=n) for n in "AB")
    (root / "daftar.csv").write_text(heads + rows, encoding="utf-8")


def _event(kind: str, day: str, *words: str, slug: str = CONTOH) -> CommandAct:
    return CommandAct(("catat", slug, kind, "--tanggal", day, *words), said=" dicatat.")


_CLAUSE = "klausul/pembiayaan.yaml.j2"
_LETTER = ("--perihal", "perpanjangan", "--dari", "kesatu", "--nomor", "500/12")
COMMANDS = {
    "baru": CommandAct(
        (
            "baru",
            "gizi-2027",
            "--judul",
            "Perbaikan Gizi Balita",
            "--pihak",
            "Kementerian Contoh; Menteri Contoh; Jakarta",
            "--pihak",
            "Pemerintah Kabupaten Contoh; Bupati Contoh; Contoh",
        ),
    ),
    "perpanjangan": _event("perpanjangan", "2026-11-20", "--selama", "2 tahun"),
    "dikirim": _event("pemberitahuan_dikirim", "2026-11-20", *_LETTER),
    "diterima": _event("pemberitahuan_diterima", "2026-11-20", *_LETTER),
    "rangkap": _event("penyerahan_rangkap", "2026-11-20", "--rangkap", "1"),
    "batal": _event("pengakhiran", "2026-11-20", "--sebab", "kesepakatan"),
    "kahar": CommandAct(
        (
            *("kahar", CONTOH, "--tanggal", "2026-11-20", "--format", "txt"),
            *("--macam", "banjir", "--tempat", "Kajen"),
            *("--uraian", "Balai terendam.", "--hubungan", "Pelatihan terhenti."),
            *("--tugas", "Pasal 4 ayat (2) huruf b"),
        )
    ),
    "realisasi": CommandAct(
        (
            *("realisasi", CONTOH, "--tanggal", "2026-11-20", "--format", "txt"),
            *("--tahun", "III", "--baris", "2; 100; 80; orang; pelatihan"),
            *("--rekomendasi", "dilanjutkan"),
        )
    ),
    "perbaiki": CommandAct(("perbaiki", DRAFT), _loose),
    "perbaiki yang ditandatangani": CommandAct(
        ("perbaiki", SIGNED), _loose, again="tidak ada yang berubah"
    ),
    "perpanjang": CommandAct(
        ("adendum", DUE, "--perpanjang", "2 tahun", "--per", "2026-11-24")
    ),
    "adendum": CommandAct(
        ("adendum", SIGNED, "--dari", "{root}/baru.yaml"),
        _as_it_should_read,
        again="tidak ada yang berubah",
    ),
    "pemberitahuan": CommandAct(
        (
            *("pemberitahuan", "perpanjangan", DUE, "--dari", "kesatu"),
            *("--tanggal", DAY_OF_LETTERS, "--format", "txt,html"),
        )
    ),
    "terbitkan": CommandAct(
        ("terbitkan", "--per", DAY_OF_LETTERS, "--format", "txt,html"),
        said="1 surat disusun.",
    ),
    "cabut": CommandAct(
        ("cabut", CONTOH, "2026-11-20-perpanjangan", "--alasan", "keliru"),
        _extended,
        said=" dicabut; ",
        again="tidak ada; ",
    ),
    "cabut penandatanganan": CommandAct(
        ("cabut", DUE, "penandatanganan", "--alasan", "keliru"),
        _sealed,
        said=" dicabut; ",
        again="tidak ada; ",
    ),
    "impor": CommandAct(
        ("impor", "{root}/daftar.csv", "--ya"), _with_register, again="sudah ada"
    ),
    "sisihkan": CommandAct(
        ("sisihkan", DRAFT, "--alasan", "mitranya mundur", "--ya"),
        said=" disisihkan; ",
        again="sudah disisihkan",
    ),
    "sisihkan kembali": CommandAct(
        ("sisihkan", DRAFT, "--kembalikan"),
        _put_aside,
        said=" dikembalikan",
        again="tidak disisihkan",
    ),
    "versi": CommandAct(
        ("versi", DRAFT, "--kembalikan", "1", "--ya"),
        _mended,
        again="adalah isi yang sekarang",
    ),
    "templat": CommandAct(
        ("templat", _CLAUSE, "--isi", "{root}/klausul.j2"), _with_clause
    ),
    "segel": CommandAct(("segel", CONTOH), said="disegel."),
    "segel semua": CommandAct(("segel", "--semua")),
    "pengguna": CommandAct(
        ("pengguna", "tambah", "budi", "--sandi-dari", "-"),
        said="dibuat.",
        typed=f"{SANDI}\n",
    ),
    "sandi": CommandAct(
        ("pengguna", "sandi", "ani", "--sandi-dari", "-"), _with_ani, typed=f"{SANDI}\n"
    ),
    "hapus": CommandAct(("pengguna", "hapus", "ani"), _with_ani, again="tidak ada"),
    "cadangan": CommandAct(("cadangan", "{root}-cadangan.zip")),
    "pulihkan": CommandAct(
        ("pulihkan", "{root}/../kantor-c.zip", "{root}-pulih"),
        _backed_up,
        into="{root}-pulih",
    ),
    "mulai": CommandAct(
        ("mulai", "{root}-baru", "--zona", "Asia/Makassar"), into="{root}-baru"
    ),
}
"""By a short name."""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return make_office(tmp_path / "kantor")


def strike_command(act: CommandAct, office: Path, folder: Path, number: int) -> int:
    """Kill it at so many of its calls; how many kills there were."""
    act.prepare(office)
    before = hashes(office)
    quiet = copy_of(office, folder / "tenang")
    counted = Deadly(folder / "hitung")
    done = run(quiet, act.of(quiet), counted, act.typed)
    assert done.returncode == 0, done.stderr
    expected = facts(act.result(quiet))
    for at in spread(counted.calls, number):
        root = copy_of(office, folder / f"kantor-{at}")
        deadly = Deadly(folder / f"mati-{at}", at)
        died = run(root, act.of(root), deadly, act.typed)
        assert died.returncode == -9, (at, counted.calls, died.stderr)
        next_start(root)
        check_whole(root, before)
        if act.said and act.said in died.stdout:
            assert facts(act.result(root)) == expected, (
                f"acknowledged, and lost at {at}"
            )
        again = CliRunner().invoke(cli, ["-C", str(root), *act.of(root)], act.typed)
        told = f"{again.output}{again.exception}"
        assert again.exit_code == 0 or act.again in told, (at, told)
        assert facts(act.result(root)) == expected, at
        check_whole(root, before)
        check_nothing_twice(root)
        check_swept(root, deadly.temporary)
    return min(counted.calls, number)


SAMPLE = ("perpanjangan", "terbitkan")


@pytest.mark.processes
@pytest.mark.parametrize("name", SAMPLE)
def test_an_act_of_the_command_line_that_is_killed(
    name: str, office: Path, tmp_path: Path
) -> None:
    assert strike_command(COMMANDS[name], office, tmp_path, 3) == 3


@pytest.mark.processes
@pytest.mark.long
@pytest.mark.parametrize("name", COMMANDS)
def test_every_act_of_the_command_line_killed_everywhere(
    name: str, office: Path, tmp_path: Path
) -> None:
    assert strike_command(COMMANDS[name], office, tmp_path, KILLS) == KILLS


# The desk.


Sending = Callable[[Visitor], int]
"""Sends one form or script; gives the status of the answer."""


@dataclass(frozen=True)
class DeskAct:
    """An act of a visitor of the desk.

    Attributes:
        open: looks at the page it is done from.
        send: does it.
        prepare: what is done to the office before.
        mend: what a visitor does where it was done by half.
    """

    open: Sending
    send: Sending
    prepare: Callable[[Path], object] = _nothing
    mend: Sending | None = None


def _form(address: str, guard: str = "jejak", /, **typed: str) -> DeskAct:
    """A form of that address with what guards it."""

    def send(visitor: Visitor) -> int:
        kept = {guard: visitor.hidden(guard)} if guard else {}
        return visitor.post(address, **kept, **typed)

    return DeskAct(lambda visitor: visitor.get(address), send)


def _of_page(page: str, act: DeskAct) -> DeskAct:
    """The same from another page."""
    return replace(act, open=lambda visitor: visitor.get(page))


def _signing(slug: str, which: str) -> DeskAct:
    """Where the text was signed and not yet sealed, the page of the agreement says so."""
    act = _form(f"/kesepakatan/{slug}/{which}/penandatanganan", **_SIGNING)

    def seal(visitor: Visitor) -> int:
        visitor.get(f"/kesepakatan/{slug}")
        assert "belum disegel" in visitor.shown
        return visitor.post(f"/kesepakatan/{slug}/segel")

    return replace(act, mend=seal)


def _catat(kind: str, slug: str = CONTOH, **typed: str) -> DeskAct:
    typed = {"tanggal": "2026-11-20", "pasti": "ya", **typed}
    return _form(f"/kesepakatan/{slug}/catat/{kind}", **typed)


def _save(visitor: Visitor) -> int:
    sent = {"tanda": visitor.hidden("tanda"), "isian": {"judul": "Kesehatan Bersama"}}
    address = f"/kesepakatan/{DRAFT}/sunting/ketik"
    return visitor.send(address, {**sent, "tindakan": "simpan"})


def _answer_all(visitor: Visitor) -> int:
    visitor.get("/baru")
    for step, typed in enumerate(SEMUA[:-1], 1):
        visitor.post(f"/baru/{step}", **typed)
    return visitor.get("/baru?langkah=6")


def _amend(visitor: Visitor) -> int:
    visitor.get(f"/kesepakatan/{SIGNED}/ubah")
    typed = {"jangka_waktu": "6 tahun"}
    sent = {"tanda": visitor.hidden("tanda"), "isian": typed}
    visitor.send(f"/kesepakatan/{SIGNED}/ubah/ketik", sent)
    return visitor.get(f"/kesepakatan/{SIGNED}/ubah/periksa")


def _log_in(visitor: Visitor) -> int:
    visitor.get("/masuk")
    visitor.post("/masuk", nama="ani", sandi=SANDI)
    return visitor.get("/sandi")


_NEW = "kata-sandi-yang-lain"
_SIGNING = {
    "pasti": "ya",
    "penandatanganan.tanggal": "2026-11-24",
    "penandatanganan.tempat": "Kajen",
    **{f"para_pihak[{n}].pejabat": f"PEJABAT {n}" for n in (1, 2, 3)},
    **{f"para_pihak[{n}].nomor": f"{n}/2026" for n in (1, 2, 3)},
    **{f"para_pihak[{n}].jabatan": f"Bupati {n}" for n in (1, 2, 3)},
}
_LETTER_TYPED = {
    "perihal": "perpanjangan",
    "dari": "kedua",
    "tanggal": "2026-11-24",
    "nomor": "500/7",
    "selama": "5 tahun",
}
DESK = {
    "simpan": DeskAct(lambda v: v.get(f"/kesepakatan/{DRAFT}/sunting"), _save),
    "baru": DeskAct(_answer_all, lambda v: v.post("/baru/6")),
    "diterima": _catat(
        "pemberitahuan_diterima", perihal="perpanjangan", dari="kedua", nomor="500/12"
    ),
    "perpanjangan": _catat("perpanjangan", selama="2 tahun"),
    "rangkap": _catat("penyerahan_rangkap", rangkap="1", penerima="Arsip"),
    "batal": _catat("pengakhiran", sebab="kesepakatan"),
    "kahar": _catat(
        "keadaan_kahar",
        macam="banjir",
        tempat="Kajen",
        uraian="Balai terendam.",
        hubungan="Pelatihan terhenti.",
        **{"tugas:Pasal 4 ayat (2) huruf b": "ya"},
    ),
    "tanda tangan": _signing(DRAFT, "kesepakatan"),
    "tanda tangan adendum": replace(_signing(CONTOH, "adendum"), prepare=_sealed),
    "surat": _form(f"/surat/{DUE}", **_LETTER_TYPED),
    "terbitkan": _of_page("/surat", _form("/surat/terbitkan", "", surat=DUE)),
    "buat adendum": DeskAct(
        _amend,
        lambda v: v.post(
            f"/kesepakatan/{SIGNED}/ubah/buat",
            tanda=v.hidden("tanda"),
            jenis="adendum",
            alasan="hasil evaluasi",
        ),
    ),
    "segel": _of_page(
        f"/kesepakatan/{SIGNED}", _form(f"/kesepakatan/{SIGNED}/segel", "")
    ),
    "sandi": DeskAct(
        _log_in,
        lambda v: v.post("/sandi", sandi=SANDI, sandi_baru=_NEW, sandi_ulang=_NEW),
        _with_ani,
    ),
}
"""By a short name."""


def strike_desk(act: DeskAct, office: Path, folder: Path, number: int) -> int:
    """Kill the desk at so many of the calls of one request; how many kills there were."""
    act.prepare(office)
    before = hashes(office)
    quiet = copy_of(office, folder / "tenang")
    counted = Deadly(folder / "hitung", armed=False)
    with desk_process(quiet, counted) as address:
        visitor = Visitor(address)
        assert act.open(visitor) == 200, visitor.shown
        counted.arm()
        assert act.send(visitor) in _DONE, visitor.shown
    expected = facts(quiet)
    for at in spread(counted.calls, number):
        root = copy_of(office, folder / f"kantor-{at}")
        deadly = Deadly(folder / f"mati-{at}", at, armed=False)
        answered = 0
        with desk_process(root, deadly) as address, suppress(*CUT_OFF):
            visitor = Visitor(address)
            act.open(visitor)
            deadly.arm()
            answered = act.send(visitor)
        with desk_here(root) as address:
            check_whole(root, before)
            if facts(root) != expected:
                assert not answered, f"acknowledged, and lost at {at}"
                _go_on(act, Visitor(address))
        assert facts(root) == expected, at
        check_whole(root, before)
        check_nothing_twice(root)
        check_swept(root, deadly.temporary)
    return min(counted.calls, number)


def _go_on(act: DeskAct, visitor: Visitor) -> None:
    """What somebody does who heard no answer: looks again, and does it or what is left of it."""
    if act.open(visitor) == 200:
        assert act.send(visitor) in _DONE, visitor.shown
    else:
        assert act.mend, visitor.shown
        assert act.mend(visitor) in _DONE, visitor.shown


_DONE = (200, 302, 303)


@pytest.mark.processes
@pytest.mark.parametrize("name", ["simpan"])
def test_a_desk_that_is_killed(name: str, office: Path, tmp_path: Path) -> None:
    assert strike_desk(DESK[name], office, tmp_path, 2) == 2


@pytest.mark.processes
@pytest.mark.long
@pytest.mark.parametrize("name", DESK)
def test_every_act_of_the_desk_killed_everywhere(
    name: str, office: Path, tmp_path: Path
) -> None:
    assert strike_desk(DESK[name], office, tmp_path, KILLS) == KILLS
