"""The seal: kept at signing, held against the text at every load, said everywhere."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from baca import nota
from bureau.test_register import BERTANGGAL
from conftest import MINIMAL
from notakesepakatan.bukti import examine
from notakesepakatan.bureau.adendum import draft_perpanjangan
from notakesepakatan.bureau.adendum_request import AdendumRefused, Request
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.penandatanganan import (
    adendum_to_sign,
    kesepakatan_to_sign,
    sign,
)
from notakesepakatan.bureau.peristiwa import record
from notakesepakatan.bureau.seal import NotSealed, seal_signed
from notakesepakatan.bureau.surat import FaultySurat, publish_pemberitahuan
from notakesepakatan.compose.surat import Pemberitahuan
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.dasar import Lama
from notakesepakatan.workspace import Workspace

Ruang = Callable[..., Path]


def change(root: Path, old: str, new: str) -> Path:
    file = root / "agreements/uji/kesepakatan.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


def test_the_signing_seals(ruang: Ruang) -> None:
    root = ruang(MINIMAL)
    opened = Opened(Workspace(root), who="ani")
    assert opened.seals("uji").state == ""
    konsep = kesepakatan_to_sign(opened, "uji")
    assert konsep
    signing = {"tempat": "Solo", "tanggal": "2026-06-30"}
    numbered = [
        {**pihak, "nomor": "1", "pejabat": "A"} for pihak in konsep.data["para_pihak"]
    ]
    data = {**konsep.data, "penandatanganan": signing, "para_pihak": numbered}
    assert not sign(opened, "uji", konsep, data)
    signed = konsep.file.read_bytes()
    (seal,) = json.loads((root / "agreements/uji/segel.json").read_bytes())
    assert seal["berkas"] == "kesepakatan.yaml"
    assert seal["sidik"] == sha256(signed).hexdigest()
    assert seal["oleh"] == "ani"
    assert (root / ".meja/segel" / seal["sidik"]).read_bytes() == signed
    assert opened.anew().seals("uji").state == "utuh"


@pytest.mark.slow
def test_an_older_signed_text_is_sealed_by_the_command(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL, **{"agreements/draf/kesepakatan.yaml": MINIMAL})
    rows = json.loads(nota(root, "daftar", "--json").output)
    assert {row["kesepakatan"]: row["segel"] for row in rows} == {
        "draf": "",
        "uji": "tanpa segel",
    }
    assert nota(root, "segel", "--semua").output == "uji: kesepakatan.yaml disegel.\n"
    rows = json.loads(nota(root, "daftar", "--json").output)
    assert {row["segel"] for row in rows} == {"", "utuh"}
    again = nota(root, "segel", "uji")
    assert again.exit_code == 0
    assert "tidak ada naskah bertanda tangan yang belum disegel" in again.output


@pytest.mark.slow
def test_a_changed_text_is_said_everywhere(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    change(root, "jangka_waktu: 5 tahun", "jangka_waktu: 6 tahun")
    where = 'semula "jangka_waktu: 5 tahun", kini "jangka_waktu: 6 tahun"'
    for words in (("daftar",), ("tenggat",)):
        shown = nota(root, *words)
        assert shown.exit_code == 1
        assert "berubah sejak disegel" in shown.output
        assert where in shown.output
    calendar = root / "tenggat.ics"
    nota(root, "tenggat", "--ics", str(calendar))
    assert "Naskahnya berubah sejak disegel" in calendar.read_text(encoding="utf-8")
    told = nota(root, "tenggat", "--json").output
    assert '"segel": "berubah"' in told
    checked = nota(root, "periksa", "uji")
    assert "galat SEGEL" in checked.output
    assert checked.exit_code == 1
    office = Office(Workspace(root))
    letter = Pemberitahuan(
        "perpanjangan", 0, date(2030, 1, 2), date(2030, 1, 2), selama=None
    )
    with pytest.raises(FaultySurat, match="berubah sejak disegel"):
        publish_pemberitahuan(office, "uji", letter, None, ("txt",))
    with pytest.raises(AdendumRefused, match="berubah sejak disegel"):
        draft_perpanjangan(
            office, "uji", Lama.model_validate("1 tahun"), Request(alasan=("x",))
        )


@pytest.mark.parametrize("what", ["unsigned", "gone", "broken", "unknown"])
def test_no_way_round_the_seal(ruang: Ruang, what: str) -> None:
    """Taking the day out of a signed text, or the file away, does not unseal it."""
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    seal = root / "agreements/uji/segel.json"
    if what == "unsigned":
        (root / "agreements/uji/kesepakatan.yaml").write_text(MINIMAL)
    elif what == "gone":
        row = json.loads(seal.read_bytes())[0]
        seal.write_text(json.dumps([row, {**row, "berkas": "adendum-01.yaml"}]))
    elif what == "broken":
        seal.write_text("[{")
    else:
        row = json.loads(seal.read_bytes())[0]
        seal.write_text(json.dumps([{**row, "sidik": "0" * 64}]))
    assert Opened(Workspace(root)).seals("uji").state == "berubah"
    assert nota(root, "daftar").exit_code == 1


@pytest.mark.slow
def test_sealed_anew_only_with_a_reason(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    change(root, "jangka_waktu: 5 tahun", "jangka_waktu: 6 tahun")
    assert nota(root, "segel", "uji").exit_code == 1
    with pytest.raises(NotSealed, match="memerlukan alasan"):
        seal_signed(
            Opened(Workspace(root)), "uji", date(2026, 8, 1), anew=True, reason=" "
        )
    done = nota(root, "segel", "uji", "--ulang", "--alasan", "salah ketik")
    assert done.output == "uji: kesepakatan.yaml disegel.\n"
    assert nota(root, "daftar").exit_code == 0
    seals = json.loads((root / "agreements/uji/segel.json").read_bytes())
    assert [seal["alasan"] for seal in seals] == ["", "salah ketik"]
    assert Workspace(root).trail()[0].reason == "salah ketik"


def test_a_day_still_to_come_is_not_sealed(ruang: Ruang) -> None:
    """The year of a slip of the hand would lock the text for good."""
    root = ruang(BERTANGGAL.replace("tanggal: 2022-06-16", "tanggal: 2062-01-03"))
    office = Opened(Workspace(root))
    with pytest.raises(NotSealed, match="3 Januari 2062, belum tiba"):
        seal_signed(office, "uji", date(2062, 1, 2))
    assert not (root / "agreements/uji/segel.json").exists()
    assert seal_signed(office, "uji", date(2062, 1, 3)).files == ("kesepakatan.yaml",)


def sign_first_adendum(root: Path, day: str) -> list[str]:
    """What is wrong with it."""
    opened = Opened(Workspace(root))
    konsep = adendum_to_sign(opened, "uji")
    assert konsep
    para_pihak = [{**pihak, "nomor": "1"} for pihak in konsep.data["para_pihak"]]
    signing = {"tempat": "Solo", "tanggal": day}
    data = {**konsep.data, "penandatanganan": signing, "para_pihak": para_pihak}
    return [found.message for found in sign(opened, "uji", konsep, data)]


def extend(root: Path, span: str = "1 tahun") -> None:
    request = Request(alasan=("perlu",))
    draft_perpanjangan(
        Office(Workspace(root)), "uji", Lama.model_validate(span), request
    )


WITH_TERM = BERTANGGAL.replace("isi: Isi.", "isi: Berlaku [[jangka_waktu]].")


@pytest.mark.slow
def test_the_second_adendum_is_signed_in_its_own_file(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In whatever order the folder gives its files."""
    root = ruang(WITH_TERM)
    extend(root)
    extend(root, "2 tahun")
    given = Workspace.adendum_files
    monkeypatch.setattr(
        Workspace,
        "adendum_files",
        lambda self, slug: sorted(given(self, slug), reverse=True),
    )
    assert sign_first_adendum(root, "2026-08-01") == []
    assert sign_first_adendum(root, "2026-08-02") == []
    states = Opened(Workspace(root)).seals("uji").states
    assert [states[f"adendum-0{n}.yaml"] for n in (1, 2)] == ["utuh", "utuh"]


@pytest.mark.slow
def test_an_adendum_that_spoils_a_recorded_event_is_not_signed(ruang: Ruang) -> None:
    root = ruang(WITH_TERM)
    extension = {"jenis": "perpanjangan", "tanggal": "2026-07-01", "selama": "1 tahun"}
    record(Office(Workspace(root)), "uji", extension)
    extend(root)
    (message,) = sign_first_adendum(root, "2026-08-01")
    assert "perpanjangan sudah ada pada adendum" in message
    assert Opened(Workspace(root)).summary("uji")


def test_a_signed_text_whose_day_was_taken_out_is_not_signed_again(
    ruang: Ruang,
) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    change(root, ", tanggal: 2022-06-16}", "}")
    changed = (root / "agreements/uji/kesepakatan.yaml").read_bytes()
    opened = Opened(Workspace(root))
    konsep = kesepakatan_to_sign(opened, "uji")
    assert konsep
    signing = {"tempat": "Solo", "tanggal": "2026-06-30"}
    data = {**konsep.data, "penandatanganan": signing}
    data["para_pihak"] = [{**each, "nomor": "1"} for each in data["para_pihak"]]
    with pytest.raises(NotSealed, match="berubah sejak disegel"):
        sign(opened, "uji", konsep, data)
    assert (root / "agreements/uji/kesepakatan.yaml").read_bytes() == changed


def test_a_seal_file_that_leads_out_is_none(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    seal = root / "agreements/uji/segel.json"
    with TemporaryDirectory() as outside:
        moved = seal.rename(Path(outside) / "segel.json")
        seal.symlink_to(moved)
        assert Opened(Workspace(root)).seals("uji").state == "berubah"


def test_events_are_no_part_of_the_sealed_text(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    handed = {"jenis": "penyerahan_rangkap", "rangkap": "1", "tanggal": "2026-07-01"}
    record(Office(Workspace(root)), "uji", handed)
    assert Opened(Workspace(root)).seals("uji").state == "utuh"


@pytest.mark.parametrize("with_seal", [True, False])
@pytest.mark.parametrize("copied", [True, False])
def test_a_sealed_text_under_another_name_is_told(
    ruang: Ruang, copied: bool, with_seal: bool
) -> None:
    """Whoever renames or copies its folder does not unseal it."""
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    other = root / "agreements/lain"
    shutil.copytree(root / "agreements/uji", other)
    if not with_seal:
        (other / "segel.json").unlink()
    if not copied:
        shutil.rmtree(root / "agreements/uji")

    report = Opened(Workspace(root)).seals("lain")
    assert report.state == "berubah"
    what = "disalin di luar program" if copied else "diganti di luar program"
    assert what in report.problems[0]
    assert "dengan nama lain: uji;" in report.problems[0]
    checked = nota(root, "periksa", "lain")
    assert "disegel dengan nama lain" in checked.output
    letter = Pemberitahuan(
        "perpanjangan", 0, date(2030, 1, 2), date(2030, 1, 2), selama=None
    )
    with pytest.raises(FaultySurat, match="disegel dengan nama lain"):
        publish_pemberitahuan(Office(Workspace(root)), "lain", letter, None, ("txt",))

    words = ("--ulang", "--alasan", "nama baru menurut arsip")
    done = nota(root, "segel", "lain", *words)
    assert done.output == "lain: kesepakatan.yaml disegel.\n"
    assert Opened(Workspace(root)).seals("lain").state == "utuh"


def test_a_copy_that_a_killed_sealing_left_proves_nothing(ruang: Ruang) -> None:
    text = BERTANGGAL.replace("5 tahun", "4 tahun")
    root = ruang(BERTANGGAL, **{"agreements/lain/kesepakatan.yaml": text})
    nota(root, "segel", "uji")
    (root / ".meja/segel" / sha256(text.encode()).hexdigest()).write_text(text)
    assert Opened(Workspace(root)).seals("lain").state == "tanpa segel"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\n", "\r\n", "akhir barisnya ditulis cara lain"),
        ("5 tahun", "5  tahun", 'semula "jangka_waktu: 5 tahun"'),
        ("5 tahun", "5 tahun ", "hanya spasinya yang berubah"),
    ],
)
def test_a_change_that_one_does_not_see_is_named(
    ruang: Ruang, old: str, new: str, said: str
) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    file = root / "agreements/uji/kesepakatan.yaml"
    file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))
    assert said in Opened(Workspace(root)).seals("uji").problems[0]


@pytest.mark.slow
def test_a_letter_that_is_refused_names_its_agreement_once(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    change(root, "jangka_waktu: 5 tahun", "jangka_waktu: 4 tahun")
    said = nota(root, "terbitkan", "--per", "2026-05-01").output
    assert "uji: " in said
    assert "uji: uji:" not in said


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda root: change(root, "5 tahun", "4 tahun"), "berubah sejak disegel"),
        (lambda root: _elsewhere(root, "agreements/uji/kesepakatan.yaml"), "disegel"),
        (lambda root: _elsewhere(root, ".meja/segel"), "salinan tersegel"),
        (lambda root: shutil.rmtree(root / ".meja/segel"), "salinan tersegel"),
        (lambda root: _elsewhere(root, ".meja/jejak-ujung.json"), "ujungnya tidak ada"),
        (lambda root: shutil.rmtree(root / ".meja"), "jejak tidak ada, padahal"),
    ],
)
def test_the_check_of_the_trail_looks_at_what_is_sealed(
    ruang: Ruang, spoil: Callable[[Path], object], said: str
) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    assert nota(root, "jejak", "--periksa").exit_code == 0
    spoil(root)
    checked = nota(root, "jejak", "--periksa")
    assert checked.exit_code == 1
    assert said in checked.output
    assert not examine(root).is_whole


def test_seals_without_their_trail_are_told_and_nothing_is_made(ruang: Ruang) -> None:
    """A trail taken away takes with it what is known of the events too."""
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    (root / ".meja/jejak.jsonl").unlink()
    letter = Pemberitahuan(
        "perpanjangan", 0, date(2030, 1, 2), date(2030, 1, 2), selama=None
    )
    for _ in range(2):
        told = nota(root, "daftar")
        assert told.exit_code == 1
        assert "jejak tidak memuatnya" in told.output
        with pytest.raises(FaultySurat, match="jejak tidak memuatnya"):
            publish_pemberitahuan(
                Office(Workspace(root)), "uji", letter, None, ("txt",)
            )
        # What is written next begins a trail anew, and proves nothing of what was before.
        Workspace(root).note("mencoba")
    assert (
        nota(root, "segel", "uji", "--ulang", "--alasan", "jejak hilang").exit_code == 0
    )
    assert nota(root, "daftar").exit_code == 0


def _elsewhere(root: Path, name: str) -> None:
    """Move it out of the workspace and leave a link in its place."""
    outside = root.with_name(f"{root.name}-luar")
    outside.mkdir()
    moved = (root / name).rename(outside / Path(name).name)
    (root / name).symlink_to(moved)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("konsolidasi", "uji", "--format", "txt"), "naskah konsolidasi tidak disusun"),
        (("konsolidasi", "uji", "--sebagai-data"), "datanya tidak diberikan"),
        (("susun", "uji", "--format", "txt"), "uji: tidak disusun"),
        (
            ("catat", "uji", "perpanjangan", "--selama", "1 tahun"),
            "peristiwa tidak dicatat",
        ),
        (
            ("baru", "salinan", "--seperti", "uji", "--pihak", "PT C; Direktur; Solo"),
            "tidak disalin",
        ),
    ],
)
def test_nothing_is_made_of_a_changed_text(
    ruang: Ruang, words: tuple[str, ...], said: str
) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    change(root, "jangka_waktu: 5 tahun", "jangka_waktu: 4 tahun")
    before = sorted(root.rglob("*"))
    result = nota(root, *words)
    assert result.exit_code == 1, result.output
    assert said in result.output
    assert "berubah sejak disegel" in result.output
    made = set(root.rglob("*")) - set(before)
    assert not [path for path in made if "agreements" in path.parts]


def test_a_sealed_text_that_cannot_be_read_is_told_to_have_changed(
    ruang: Ruang,
) -> None:
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    file = root / "agreements/uji/kesepakatan.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "pasal: [\n", encoding="utf-8")
    for command in ("daftar", "periksa"):
        shown = nota(root, command)
        assert "berubah sejak disegel" in shown.output, command
        assert "kembalikan isinya" in shown.output, command
    # What cannot be read and was never sealed is only that.
    (root / "agreements/uji/segel.json").unlink()
    assert "berubah sejak disegel" not in nota(root, "periksa").output


@pytest.mark.parametrize("processes", ["1", "2"])
@pytest.mark.slow
def test_papers_are_made_of_what_is_as_it_was_sealed_and_of_nothing_else(
    ruang: Ruang, processes: str
) -> None:
    """The workers have the files of an agreement and no trail."""
    root = ruang(BERTANGGAL)
    nota(root, "segel", "uji")
    words = ("susun", "uji", "--format", "txt", "--proses", processes)
    made = nota(root, *words)
    assert made.exit_code == 0, made.output
    assert made.output.count("uji/") > 0
    change(root, "jangka_waktu: 5 tahun", "jangka_waktu: 9 tahun")
    refused = nota(root, *words)
    assert refused.exit_code == 1
    assert "tidak disusun; kesepakatan.yaml sudah ditandatangani" in refused.output
    (root / "agreements/uji/segel.json").unlink()
    refused = nota(root, *words)
    assert refused.exit_code == 1
    assert "tidak disusun; segel.json dihapus di luar program" in refused.output
