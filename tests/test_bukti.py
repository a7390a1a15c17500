"""The verifier that a stranger runs: whole is whole, and every changed byte is found and named.

The workspace it looks at is written here by the format alone, with none of the program's own
code, so that a fault of the one does not hide one of the other.
"""

import json
import random
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import AKAR, CONTOH
from notakesepakatan import bukti
from notakesepakatan.cli import cli

SLUG = "uji"
SIGNED = f"agreements/{SLUG}/kesepakatan.yaml"
ADENDUM = f"agreements/{SLUG}/adendum-01.yaml"
SEAL = f"agreements/{SLUG}/segel.json"
EVENT = f"agreements/{SLUG}/peristiwa/2026-11-24-kahar.yaml"
TRAIL, END = ".meja/jejak.jsonl", ".meja/jejak-ujung.json"
TEXT = "judul: Sinergi perlindungan – pekerja migran\npasal:\n" + "".join(
    f"- judul: PASAL {n}\n  isi: Para pihak sepakat, pada hari ke-{n}, melaksanakannya.\n"
    for n in range(1, 90)
)
EVENT_TEXT = "jenis: keadaan_kahar\ntanggal: 2026-11-24\nuraian: banjir\n"
SMALL_TEXT = "jenis: perbaikan\nnomor: 1\nperihal: salah tulis “Pekalongan”\n"


def hash_of(content: bytes) -> str:
    return sha256(content).hexdigest()


class Writer:
    """Writes a trail as the format says."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = b""
        self.count = 0
        self.last: bytes | None = None

    def old(self, tindakan: str) -> None:
        """A line of a program that knew no chain."""
        line = {
            "waktu": "2026-01-05T09:00:00+07:00",
            "siapa": "ani",
            "tindakan": tindakan,
            "slug": SLUG,
            "berkas": SIGNED,
            "sebelum": "",
            "sesudah": hash_of(tindakan.encode()),
        }
        self.content += json.dumps(line, ensure_ascii=False).encode() + b"\n"
        self.count += 1

    def line(
        self,
        tindakan: str,
        file: str = "",
        after: str = "",
        stage: str = "",
        before_act: str = "",
    ) -> None:
        """A line of the chain."""
        self.count += 1
        before = self.content if self.last is None else self.last
        line = {
            "waktu": f"2026-11-24T09:30:{self.count:02}+07:00",
            "siapa": "budi",
            "tindakan": tindakan,
            "slug": SLUG if file else "",
            "berkas": file,
            "sebelum": before_act,
            "sesudah": after,
            "alasan": "",
            "tahap": stage,
            "urut": self.count,
            "rantai": hash_of(before),
        }
        self.last = json.dumps(line, ensure_ascii=False).encode()
        self.content += self.last + b"\n"

    def torn(self) -> None:
        """A kill in the middle of a line, which the next one ended."""
        self.count += 1
        torn = b'{"waktu": "2026-11-24T09:3'
        self.content += torn + b"\n"
        # The next line binds both, so that nothing before a torn one is free.
        self.last = torn if self.last is None else self.last + b"\n" + torn

    def write(self, file: str, content: bytes, tindakan: str) -> None:
        """A file, between its two lines."""
        after = hash_of(content)
        self.line(tindakan, file, after, "niat")
        put(self.root, file, content)
        self.line(tindakan, file, after, "selesai")

    def close(self) -> None:
        """The trail and its end on the disk."""
        put(self.root, TRAIL, self.content)
        end = {"baris": self.count, "sidik": hash_of(self.last or b"")}
        put(self.root, END, json.dumps(end).encode())


def put(root: Path, file: str, content: bytes) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def write_workspace(root: Path, *, old: int = 2, torn: bool = False) -> Writer:
    """A signed agreement with a signed adendum, both sealed, and a draft beside."""
    put(root, "agreements/konsep/kesepakatan.yaml", b"judul: Belum ditandatangani\n")
    writer, seals = Writer(root), list[str]()
    for n in range(old):
        writer.old(f"menyimpan konsep ke-{n}")
    writer.line("masuk")
    for file, text in ((SIGNED, TEXT), (ADENDUM, SMALL_TEXT)):
        content = text.encode()
        writer.write(file, content, "menandatangani")
        put(root, f".meja/segel/{hash_of(content)}", content)
        seal = {
            "berkas": Path(file).name,
            "sidik": hash_of(content),
            "waktu": "2026-11-24T09:30:12+07:00",
            "oleh": "budi",
            "alasan": "",
        }
        seals.append(json.dumps(seal))
        rows = ",\n".join(seals)
        writer.write(SEAL, f"[\n{rows}\n]\n".encode(), "menyegel")
        if torn:
            writer.torn()
    writer.write(EVENT, EVENT_TEXT.encode(), "mencatat peristiwa")
    writer.line("keluar")
    writer.close()
    return writer


def faults_of(root: Path) -> list[bukti.Fault]:
    return list(bukti.examine(root).faults)


def offsets_in_trail(root: Path) -> list[int | None]:
    return [fault.offset for fault in faults_of(root) if fault.file == TRAIL]


def change(content: bytes, offset: int, value: int) -> bytes:
    return content[:offset] + bytes([value]) + content[offset + 1 :]


def place_of(content: bytes, offset: int) -> tuple[int, int]:
    """Line and column, counted the plain way: letter by letter."""
    letters = content[:offset].decode(errors="ignore")
    lines = letters.split("\n")
    return len(lines), len(lines[-1]) + 1


@pytest.mark.parametrize("torn", [False, True])
@pytest.mark.parametrize("old", [0, 2])
def test_a_workspace_as_it_was_is_whole(old: int, torn: bool, tmp_path: Path) -> None:
    write_workspace(tmp_path, old=old, torn=torn)
    report = bukti.examine(tmp_path)
    assert report.is_whole, list(report.lines())
    assert report.looked_at[1] == "Segel: 2 naskah dari 1 kesepakatan diperiksa."
    assert report.looked_at[2] == "Peristiwa: 1 catatan diperiksa."
    assert any("1 kesepakatan tidak bersegel" in remark for remark in report.remarks)
    assert any("terputus" in remark for remark in report.remarks) is torn


def _check_single_changes(root: Path, times: int, seed: int) -> None:
    """Change one byte of one file at a time; each is found, and named where it must be."""
    files = sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and "konsep" not in path.parts
    )
    assert {SIGNED, ADENDUM, EVENT, SEAL, TRAIL, END} < set(files)
    chosen = random.Random(seed)  # noqa: S311 - which bytes are changed, no secret
    for _ in range(times):
        file = chosen.choice(files)
        content = (root / file).read_bytes()
        offset = chosen.randrange(len(content))
        value = (content[offset] + chosen.randrange(1, 256)) % 256
        changed = change(content, offset, value)
        (root / file).write_bytes(changed)
        said = f"{file} {offset} {content[offset]} -> {value}"
        faults = [fault for fault in faults_of(root) if fault.file == file]
        assert len(faults) == 1, said
        if file in (SIGNED, ADENDUM, EVENT, TRAIL):
            where = faults[0].line, faults[0].column
            assert faults[0].offset == offset, said
            assert where == place_of(changed, offset), said
        (root / file).write_bytes(content)
    assert not faults_of(root)


@pytest.mark.slow
def test_one_changed_byte_is_found_and_named(tmp_path: Path) -> None:
    write_workspace(tmp_path)
    _check_single_changes(tmp_path, 60, 15)


@pytest.mark.long
def test_a_thousand_changed_bytes_are_found_and_named(tmp_path: Path) -> None:
    write_workspace(tmp_path)
    _check_single_changes(tmp_path, 1000, 2026)


@pytest.mark.slow
@pytest.mark.parametrize("old", [0, 2])
def test_each_line_end_of_the_trail_that_is_another_byte(
    old: int, tmp_path: Path
) -> None:
    content = write_workspace(tmp_path, old=old).content
    ends = [i for i, value in enumerate(content) if value == ord("\n")]
    for offset in ends:
        put(tmp_path, TRAIL, change(content, offset, ord(" ")))
        assert offsets_in_trail(tmp_path) == [offset]


@pytest.mark.slow
@pytest.mark.parametrize("old", [0, 2])
def test_a_line_end_in_the_middle_of_each_line(old: int, tmp_path: Path) -> None:
    content = write_workspace(tmp_path, old=old).content
    ends = [i for i, value in enumerate(content) if value == ord("\n")]
    for offset in (end - 30 for end in ends):
        put(tmp_path, TRAIL, change(content, offset, ord("\n")))
        assert offsets_in_trail(tmp_path) == [offset]


@pytest.mark.slow
def test_a_byte_added_or_lost(tmp_path: Path) -> None:
    content = write_workspace(tmp_path).content
    offset = content.index(b"masuk")
    for changed in (
        content[:offset] + b"#" + content[offset:],
        content[:offset] + content[offset + 1 :],
    ):
        put(tmp_path, TRAIL, changed)
        assert offsets_in_trail(tmp_path) == [offset]
    put(tmp_path, TRAIL, content)
    text = TEXT.encode()
    for changed in (text[:77] + b"#" + text[77:], text[:77] + text[78:], text[:77]):
        put(tmp_path, SIGNED, changed)
        assert [fault.offset for fault in faults_of(tmp_path)] == [77]


@pytest.mark.slow
def test_lines_lost_moved_and_put_in(tmp_path: Path) -> None:
    lines = write_workspace(tmp_path).content.splitlines(keepends=True)
    changed_line = lines[4].replace(b"budi", b"cici")
    cases = {
        "diubah lebih dari satu bita": [*lines[:4], changed_line, *lines[5:]],
        "ada baris yang disisipkan": [*lines[:5], changed_line, *lines[5:]],
        "atau dipindahkan": [*lines[:5], lines[6], lines[5], *lines[7:]],
        "ada baris yang hilang": lines[:5] + lines[6:],
        "2 baris terakhir hilang": lines[:-2],
        "ujungnya tercatat": [],
    }
    for words, changed in cases.items():
        put(tmp_path, TRAIL, b"".join(changed))
        faults = faults_of(tmp_path)
        assert any(words in fault.words for fault in faults if fault.file == TRAIL), (
            words
        )


@pytest.mark.parametrize("added", [b"", b"catatan", b"[1]"])
def test_a_line_that_is_none_of_the_programs(tmp_path: Path, added: bytes) -> None:
    """Put in behind the last, or bound by the next line as one that a kill cut off is."""
    writer = write_workspace(tmp_path)
    put(tmp_path, TRAIL, writer.content + added + b"\n")
    last = writer.content.count(b"\n") + 1
    faults = faults_of(tmp_path)
    assert [(f.line, f.words) for f in faults] == [(last, "bukan tulisan program")]


@pytest.mark.slow
def test_a_line_changed_so_that_it_says_nothing_is_not_called_torn(
    tmp_path: Path,
) -> None:
    write_workspace(tmp_path)
    content = (tmp_path / TRAIL).read_bytes()
    second = content.index(b"\n") + 1
    put(tmp_path, TRAIL, change(content, second, ord("[")))
    report = bukti.examine(tmp_path)
    assert [(f.file, f.offset) for f in report.faults] == [(TRAIL, second)]
    assert not any("terputus" in remark for remark in report.remarks)


def test_a_line_that_its_end_does_not_know_yet_is_no_fault(tmp_path: Path) -> None:
    """A kill between the two leaves the trail one line longer."""
    writer = write_workspace(tmp_path)
    writer.line("masuk")
    put(tmp_path, TRAIL, writer.content)
    report = bukti.examine(tmp_path)
    assert report.is_whole
    assert any("sesaat sebelum mesin mati" in remark for remark in report.remarks)


def test_files_that_are_gone(tmp_path: Path) -> None:
    write_workspace(tmp_path)
    copied = f".meja/segel/{hash_of(TEXT.encode())}"
    for file, words in (
        (SIGNED, "naskah bersegel tidak ada"),
        (SEAL, "segel hilang"),
        (EVENT, "catatan peristiwa hilang"),
        (copied, f"salinan tersegel dari {SIGNED} tidak ada"),
        (END, "tidak ada, padahal jejaknya berantai"),
        (TRAIL, "tidak ada, padahal ujungnya tercatat"),
    ):
        content = (tmp_path / file).read_bytes()
        (tmp_path / file).unlink()
        assert (file, words) in [(f.file, f.words) for f in faults_of(tmp_path)]
        put(tmp_path, file, content)
    assert not faults_of(tmp_path)


@pytest.mark.parametrize("dangling", [False, True])
def test_links_that_lead_out_are_no_part_of_it(tmp_path: Path, dangling: bool) -> None:
    """What stands behind them may be anything by tomorrow."""
    root, outside = tmp_path / "ruang", tmp_path / "luar"
    write_workspace(root)
    outside.mkdir()
    copied = f".meja/segel/{hash_of(TEXT.encode())}"
    folders = (".meja", ".meja/segel", "agreements", str(Path(SIGNED).parent))
    for name in (*folders, SIGNED, SEAL, ADENDUM, EVENT, TRAIL, END, copied):
        moved = outside / Path(name).name
        (root / name).rename(moved)
        (root / name).symlink_to(tmp_path / "tidak-ada" if dangling else moved)
        (fault,) = faults_of(root)
        assert (fault.file, fault.words[:11]) == (name, "tautan yang")
        (root / name).unlink()
        moved.rename(root / name)
    assert not faults_of(root)


def test_an_event_that_only_a_hand_wrote_is_said_to_prove_nothing(
    tmp_path: Path,
) -> None:
    write_workspace(tmp_path)
    put(tmp_path, EVENT.replace("kahar", "lain"), b"jenis: batal\n")
    put(tmp_path, EVENT.replace("2026", ".2026"), b"jenis: ba")
    report = bukti.examine(tmp_path)
    assert report.is_whole
    assert "1 catatan peristiwa tidak ada pada jejak" in report.remarks[-1]


def test_an_event_rewritten_by_hand_while_an_act_was_under_way(tmp_path: Path) -> None:
    """What the act found there and did not write is no state that the trail knows."""
    writer = write_workspace(tmp_path)
    forged = EVENT_TEXT.replace("banjir", "perang").encode()
    known = hash_of(EVENT_TEXT.encode())
    writer.line("mencabut", EVENT, "", "niat", known)
    writer.line("mencabut", EVENT, hash_of(forged), "lain", known)
    writer.close()
    put(tmp_path, EVENT, forged)
    assert [fault.file for fault in faults_of(tmp_path)] == [EVENT]


@pytest.mark.slow
def test_a_text_changed_together_with_its_seal(tmp_path: Path) -> None:
    """Whoever seals a forgery anew by hand is told by the trail."""
    write_workspace(tmp_path)
    forged = TEXT.replace("hari ke-5", "hari ke-9").encode()
    seal = (tmp_path / SEAL).read_text()
    put(tmp_path, SIGNED, forged)
    put(tmp_path, SEAL, seal.replace(hash_of(TEXT.encode()), hash_of(forged)).encode())
    put(tmp_path, f".meja/segel/{hash_of(forged)}", forged)
    faults = faults_of(tmp_path)
    assert [fault.file for fault in faults] == [SEAL]


def test_a_small_text_without_its_copy_is_still_named_to_the_byte(
    tmp_path: Path,
) -> None:
    write_workspace(tmp_path)
    content = SMALL_TEXT.encode()
    (tmp_path / f".meja/segel/{hash_of(content)}").unlink()
    put(tmp_path, ADENDUM, change(content, 24, ord("2")))
    assert (ADENDUM, 24) in [(f.file, f.offset) for f in faults_of(tmp_path)]


def test_a_large_text_without_its_copy_is_named_at_least(tmp_path: Path) -> None:
    write_workspace(tmp_path)
    content = TEXT.encode()
    assert len(content) > bukti.LONGEST_TRIED
    (tmp_path / f".meja/segel/{hash_of(content)}").unlink()
    put(tmp_path, SIGNED, change(content, 24, ord("2")))
    found = [fault for fault in faults_of(tmp_path) if fault.file == SIGNED]
    assert [fault.offset for fault in found] == [None]
    assert "tempatnya tidak diketahui" in found[0].words


def test_an_old_workspace_says_that_nothing_can_be_proved(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    put(tmp_path, SIGNED, TEXT.encode())
    writer.old("menyimpan konsep")
    put(tmp_path, TRAIL, writer.content)
    report = bukti.examine(tmp_path)
    assert report.is_whole
    assert any("belum berantai" in remark for remark in report.remarks)


@pytest.mark.slow
def test_a_workspace_of_the_program_itself(tmp_path: Path) -> None:
    """What the commands wrote is whole; a byte of it changed by hand is named."""
    shutil.copytree(AKAR / "agreements", tmp_path / "agreements")

    def nota(*arguments: str) -> int:
        return CliRunner().invoke(cli, ["-C", str(tmp_path), *arguments]).exit_code

    slug, kind = CONTOH, "pemberitahuan_diterima"
    about = ("--perihal", "perpanjangan", "--dari", "kesatu", "--tanggal", "2026-01-05")
    assert nota("segel", "--semua") == 0
    assert nota("catat", slug, kind, *about) == 0
    signed = tmp_path / "agreements" / slug / "kesepakatan.yaml"
    signed.write_bytes(signed.read_bytes() + b"# catatan kemudian\n")
    assert nota("bukti") == 1
    assert nota("segel", slug, "--ulang", "--alasan", "catatan kantor") == 0
    assert nota("bukti") == 0
    report = bukti.examine(tmp_path)
    assert report.looked_at[1] == "Segel: 2 naskah dari 2 kesepakatan diperiksa."
    draft, remark = report.remarks
    assert "adendum tanpa segel" in draft  # the example's own
    assert "catatan peristiwa tidak ada pada jejak" in remark  # the example's own
    events = (tmp_path / "agreements" / slug / "peristiwa").iterdir()
    (event,) = (file for file in events if "2026-01-05" in file.name)
    event_name = event.relative_to(tmp_path).as_posix()
    for file in (f"agreements/{slug}/kesepakatan.yaml", event_name, TRAIL):
        content = (tmp_path / file).read_bytes()
        put(tmp_path, file, change(content, 60, content[60] ^ 1))
        assert [(f.file, f.offset) for f in faults_of(tmp_path)] == [(file, 60)]
        assert nota("bukti") == 1
        put(tmp_path, file, content)


def test_the_command_says_it_and_gives_the_file_away(tmp_path: Path) -> None:
    root = tmp_path / "ruang"
    write_workspace(root)
    run = CliRunner().invoke
    assert run(cli, ["-C", str(root), "bukti"]).exit_code == 0
    put(root, SIGNED, TEXT.replace("hari ke-5", "hari ke-9").encode())
    result = run(cli, ["-C", str(root), "bukti"])
    offset = TEXT.encode().index(b"hari ke-5") + 8
    assert result.exit_code == 1
    assert (
        f'(bita ke-{offset + 1}): bita pertama yang berubah; sekarang "9", semula "5"'
        in (result.output)
    )
    script = tmp_path / "bukti.py"
    assert run(cli, ["bukti", "--simpan", str(script)]).exit_code == 0
    assert script.read_bytes() == Path(bukti.__file__).read_bytes()
    again = run(cli, ["bukti", "--simpan", str(script)])
    assert "sudah ada" in str(again.exception)


@pytest.mark.processes
def test_a_stranger_needs_nothing_but_python(tmp_path: Path) -> None:
    """The file alone, isolated from every installed library."""
    root, script = tmp_path / "ruang", tmp_path / "bukti.py"
    write_workspace(root)
    script.write_bytes(Path(bukti.__file__).read_bytes())

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-S", str(script), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    assert run(str(root)).returncode == 0
    put(root, END, b"{}")
    assert run(str(root)).returncode == 1
    assert run(str(tmp_path / "tidak-ada")).returncode == 2
    assert run().returncode == 2
