"""Every document of both examples, made twice, by two states of the program: are the bytes the same?

    python tests/same_bytes.py            # the working tree against HEAD
    python tests/same_bytes.py main~5     # the working tree against another revision

Only the command `nota` is called, so that it does not matter how the program looks inside.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]
BP2MI = "bp2mi-pekalongan-2022"
SAMPAH = "contoh-sampah-2025"
FORMATS = "docx,pdf,txt,html"
AT_ONE_TIME = """\
import runpy
import time

time.time = lambda: 1795000000.0
runpy.run_module("notakesepakatan", run_name="__main__")
"""
"""What was written when stands in the trail, and from there in documents."""
PENGATURAN = """\
tempat_surat: Kajen
tembusan: [Sekretaris Daerah, Inspektur]
kop:
  Pemerintah Kabupaten Pekalongan: [PEMERINTAH KABUPATEN PEKALONGAN, SEKRETARIAT DAERAH]
"""

EXTENSION_LETTER = (
    "pemberitahuan",
    "perpanjangan",
    BP2MI,
    "--dari",
    "kedua",
    "--tanggal",
    "2027-02-15",
    "--nomor",
    "500/12/2027",
    "--selama",
    "3 tahun",
    "--format",
    FORMATS,
)
TERMINATION_LETTER = (
    "pemberitahuan",
    "pengakhiran",
    SAMPAH,
    "--dari",
    "kesatu",
    "--tanggal",
    "2026-04-01",
    "--alasan",
    "perubahan-peraturan",
    "--kewajiban",
    "pelaporan tahun II",
    "--berlaku",
    "2026-10-01",
    "--balas",
    "2026-05-01",
    "--format",
    FORMATS,
)
BEFORE_EVENTS: tuple[tuple[str, ...], ...] = (
    (
        "adendum",
        BP2MI,
        "--dari",
        "baru.yaml",
        "--alasan",
        "para pihak menghendaki perubahan",
    ),
    ("terbitkan", "--per", "2027-02-10", "--format", FORMATS),
    EXTENSION_LETTER,
    TERMINATION_LETTER,
)
WITH_EVENTS: tuple[tuple[str, ...], ...] = (
    ("susun", "--format", FORMATS, "--proses", "1"),
    ("susun", "--rangkap", "--format", FORMATS, "--proses", "1", "--ke", "rangkap"),
    ("konsolidasi", BP2MI, "--format", FORMATS),
    ("daftar", "--per", "2026-11-26"),
    ("tenggat", "--per", "2026-11-26", "--alasan"),
    ("periksa",),
)


def main() -> int:
    revision = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    with tempfile.TemporaryDirectory() as temporary:
        base = Path(temporary)
        other = base / "tree"
        _git("worktree", "add", "--quiet", "--detach", str(other), revision)
        try:
            before = make(other, base / "work")
            after = make(ROOT, base / "work")
        finally:
            _git("worktree", "remove", "--force", str(other))
    different = sorted(
        name
        for name in before.keys() | after.keys()
        if before.get(name) != after.get(name)
    )
    for name in different:
        print(f"different: {name}")
    print(f"{len(after)} files, {len(different)} different from {revision}")
    return 1 if different else 0


def make(tree: Path, work: Path) -> dict[str, str]:
    """All that the program of `tree`, with its own templates, writes in a new workspace at `work`: hash of each file by its name."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(ROOT / "agreements", work / "agreements")
    shutil.copytree(tree / "templates", work / "templates")
    (work / "output").mkdir()
    (work / "pengaturan.yaml").write_text(PENGATURAN, encoding="utf-8")
    changed = _nota(
        tree, work, "konsolidasi", BP2MI, "--sebagai-data", "--termasuk-konsep"
    ).stdout
    changed = changed.replace("Rencana Kerja", "Rencana Aksi", 2).replace(
        "PARA PIHAK", "KEDUA PIHAK", 1
    )
    (work / "baru.yaml").write_text(changed, encoding="utf-8")
    _say(tree, work, BEFORE_EVENTS)
    peristiwa_list = work / "agreements" / BP2MI / "peristiwa"
    shutil.copytree(ROOT / "tests/peristiwa", peristiwa_list, dirs_exist_ok=True)
    _say(tree, work, WITH_EVENTS)
    shutil.rmtree(work / "templates")
    files = (
        path
        for path in sorted(work.rglob("*"))
        if path.is_file() and path.name[0] != "."
    )
    return {
        str(path.relative_to(work)): sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def _say(tree: Path, work: Path, commands: tuple[tuple[str, ...], ...]) -> None:
    """Run commands, and keep what each of them says in a file."""
    for command in commands:
        answer = _nota(tree, work, *command)
        name = "said-" + "-".join(command[:2])
        said = f"{answer.returncode}\n{answer.stdout}\n{answer.stderr}"
        (work / name).write_text(said, encoding="utf-8")


def _nota(tree: Path, work: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(tree / "src")}
    command = [sys.executable, "-c", AT_ONE_TIME, *words]
    return subprocess.run(
        command, cwd=work, env=environment, capture_output=True, text=True, check=False
    )


def _git(*words: str) -> None:
    subprocess.run(["git", *words], cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
