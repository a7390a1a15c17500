"""`nota adendum --mencabut`: the draft that is written, what is said, what is refused."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from bureau.test_adendum import DASAR, Ruang, op
from compose.test_revocation import FIRST, LAST, SECOND
from load.adendum.test_revoked import adendum, revoking
from notakesepakatan.bureau.surat import _longer_konsep
from notakesepakatan.cli import cli
from notakesepakatan.load.adendum.riwayat import load_riwayat
from notakesepakatan.workspace import Workspace

LONGER = adendum("2024-07-01", op("ubah", "jangka waktu", "menjadi: 5 tahun"))
PER = ("--per", "2024-09-01")


def run(*arguments: str | Path) -> Result:
    """`nota` in this process."""
    return CliRunner().invoke(cli, [str(each) for each in arguments])


def workspace(ruang: Ruang, *papers: str) -> Path:
    files = {
        f"agreements/uji/adendum-{n:02}.yaml": paper
        for n, paper in enumerate(papers, 1)
    }
    return ruang(DASAR, **files)


def written(root: Path, nomor: int) -> dict[str, object]:
    file = root / "agreements" / "uji" / f"adendum-{nomor:02}.yaml"
    data: dict[str, object] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data


@pytest.mark.slow
def test_a_revocation_is_drafted_said_and_set(ruang: Ruang) -> None:
    root = workspace(ruang, LONGER, SECOND)
    made = run(
        *("-C", root, "adendum", "uji", "--mencabut", "adendum-01"),
        *("--alasan", "keadaan sudah pulih", *PER),
    )
    assert made.exit_code == 0, made.output
    assert (
        "1. Adendum Kesatu, Nomor 9/A/2025, tanggal 1 Juli 2024, dicabut" in made.output
    )
    assert "Data jangka_waktu: semula 5 tahun, menjadi 2 tahun" in made.output
    data = written(root, 3)
    assert data["mencabut"] == ["adendum-01"] and "perubahan" not in data
    assert data["alasan"] == ["keadaan sudah pulih"]
    composed = run("-C", root, "susun", "uji", "--format", "txt", "--proses", "1")
    assert composed.exit_code == 0, composed.output
    assert run("-C", root, "periksa", "uji").exit_code == 0


@pytest.mark.slow
def test_a_replacement_is_drafted_from_the_text_as_it_should_read(ruang: Ruang) -> None:
    root = workspace(ruang, FIRST, SECOND)
    data = run("-C", root, "konsolidasi", "uji", "--sebagai-data").output
    (root / "baru.yaml").write_text(data.replace("Lain.", "Lain lagi."))
    made = run(
        *("-C", root, "adendum", "uji", "--mencabut", "adendum-01"),
        *("--dari", root / "baru.yaml", *PER),
    )
    assert made.exit_code == 0, made.output
    done = written(root, 3)
    assert done["mencabut"] == ["adendum-01"]
    assert [each["tindakan"] for each in done["perubahan"]] == ["ubah", "sisip"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("papers", "more", "said"),
    [
        ((FIRST, SECOND), ("adendum-04",), "adendum-04 bukan adendum sebelum ini"),
        ((FIRST, LAST), ("adendum-01",), "Adendum Kesatu sudah dicabut"),
        (
            (FIRST, revoking("2024-08-01")),
            ("adendum-02",),
            "Adendum Kedua hanya mencabut adendum lain",
        ),
        (
            (FIRST, adendum("2024-08-01", op("hapus", "Pasal 4"))),
            ("adendum-01",),
            "Adendum tidak dibuat: Adendum Kedua sudah mengubah lagi Pasal 4",
        ),
        (
            (FIRST,),
            ("adendum-01", "--perpanjang", "1 tahun"),
            "perpanjangan dan pencabutan adalah dua adendum",
        ),
        ((FIRST,), ("adendum-01", "--perbaikan"), "pencabutan bukan perbaikan"),
    ],
)
def test_what_is_refused_writes_nothing(
    ruang: Ruang, papers: tuple[str, ...], more: tuple[str, ...], said: str
) -> None:
    root = workspace(ruang, *papers)
    refused = run("-C", root, "adendum", "uji", "--mencabut", *more, *PER)
    assert refused.exit_code != 0
    assert said in f"{' '.join(refused.output.split())} {refused.exception}"
    assert not (root / f"agreements/uji/adendum-{len(papers) + 1:02}.yaml").exists()


@pytest.mark.slow
def test_the_draft_of_a_revocation_is_no_extension_to_be_enclosed(ruang: Ruang) -> None:
    root = workspace(ruang, LONGER)
    run("-C", root, "adendum", "uji", "--mencabut", "adendum-01", *PER)
    riwayat = load_riwayat(Workspace(root), "uji")
    assert riwayat.adendum[-1].adendum.konsep
    assert not _longer_konsep(riwayat)


@pytest.mark.slow
def test_a_slip_of_an_adendums_frame_is_drafted_and_said(ruang: Ruang) -> None:
    typed = FIRST.replace("keadaan berubah", "kebijkan nasional berubah")
    root = workspace(ruang, typed)
    at_slip = ("--pada", "adendum-01", "--salah", "kebijkan nasional")
    made = run("-C", root, "adendum", "uji", *at_slip, "kebijakan nasional", *PER)
    assert made.exit_code == 0, (made.output, made.exception)
    said = (
        'Adendum Kesatu, pertimbangan huruf b: tertulis "kebijkan nasional", seharusnya'
    )
    assert said in made.output
    data = written(root, 2)
    assert data["jenis"] == "perbaikan"
    assert data["perbaikan_adendum"] == [
        {
            "adendum": "adendum-01",
            "tertulis": "kebijkan nasional",
            "menjadi": "kebijakan nasional",
        }
    ]
    other = run(
        *("-C", root, "adendum", "uji", *at_slip, "keadaan lapangan"), "--ganti", *PER
    )
    assert "mengubah kata, bukan ejaannya" in str(other.exception)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--pada", "adendum-01"), "sebut keduanya: --pada ADENDUM dan --salah"),
        (("--salah", "a", "b"), "sebut keduanya: --pada ADENDUM dan --salah"),
        (
            ("--pada", "kesatu", "--salah", "a", "b"),
            "sebut adendumnya seperti nama berkasnya, mis. adendum-01",
        ),
        (
            ("--pada", "adendum-01", "--salah", "a", "b", "--mencabut", "adendum-01"),
            "hapus salah satunya",
        ),
    ],
)
def test_a_slip_that_is_asked_for_wrongly(
    ruang: Ruang, more: tuple[str, ...], said: str
) -> None:
    root = workspace(ruang, FIRST)
    refused = run("-C", root, "adendum", "uji", *more, *PER)
    assert refused.exit_code == 2
    assert said in " ".join(refused.output.split())
