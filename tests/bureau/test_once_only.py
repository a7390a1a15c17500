"""What happened once stands once: events, numbers, duplicates, letters."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from baca import nota
from bureau.test_register import BERTANGGAL
from conftest import AKAR, CONTOH
from notakesepakatan import press
from notakesepakatan.bureau import surat as module
from notakesepakatan.bureau.check import check_kesepakatan
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.peristiwa import FaultyPeristiwa, NumberUsed, record
from notakesepakatan.bureau.surat import (
    FaultySurat,
    Published,
    publish,
    publish_pemberitahuan,
    write_pemberitahuan,
)
from notakesepakatan.bureau.withdrawal import withdraw
from notakesepakatan.compose.surat import Pemberitahuan
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.opened import Opened
from notakesepakatan.workspace import Workspace

Ruang = Callable[..., Path]
EXTENSION = {"jenis": "perpanjangan", "tanggal": "2026-07-01", "selama": "2 tahun"}
DUE = date(2027, 3, 1)
ISI_CONTOH = (AKAR / "agreements" / CONTOH / "kesepakatan.yaml").read_text()


def events(root: Path) -> list[str]:
    return sorted(p.name for p in (root / "agreements/uji/peristiwa").iterdir())


def test_the_same_event_is_refused_with_the_file_that_says_it(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    words = ("catat", "uji", "perpanjangan", "--selama", "2 tahun")
    assert nota(root, *words, "--tanggal", "2026-07-01").exit_code == 0
    end = Opened(Workspace(root)).summary("uji")
    again = nota(root, *words, "--tanggal", "2026-07-01")
    assert again.exit_code == 1
    assert "sudah dicatat di" in again.output
    assert "2026-07-01-perpanjangan.yaml" in again.output
    assert Opened(Workspace(root)).summary("uji") == end
    assert events(root) == ["2026-07-01-perpanjangan.yaml"]


def test_two_extensions_of_one_day_do_not_add_up(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    record(Office(Workspace(root)), "uji", EXTENSION)
    with pytest.raises(FaultyPeristiwa, match="sudah ada perpanjangan pada 2026-07-01"):
        record(Office(Workspace(root)), "uji", EXTENSION | {"keterangan": "lagi"})


def test_a_copied_file_of_an_event_is_said(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    file = record(Office(Workspace(root)), "uji", EXTENSION)
    file.with_name("salinan.yaml").write_bytes(file.read_bytes())
    with pytest.raises(FaultyNaskah, match=r"sudah dicatat di .*2026-07-01-perp"):
        Opened(Workspace(root)).summary("uji")


def test_a_duplicate_is_handed_over_once(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    handed = {"jenis": "penyerahan_rangkap", "rangkap": "1", "tanggal": "2026-07-01"}
    record(Office(Workspace(root)), "uji", handed)
    with pytest.raises(FaultyPeristiwa, match="rangkap 1 sudah diserahkan"):
        record(Office(Workspace(root)), "uji", handed | {"tanggal": "2026-07-05"})


@pytest.mark.parametrize(
    ("first", "earlier"),
    [
        (
            {"jenis": "penyerahan_rangkap", "rangkap": "1", "tanggal": "2026-07-05"},
            {"jenis": "penyerahan_rangkap", "rangkap": "1", "tanggal": "2026-07-01"},
        ),
        (EXTENSION, {"jenis": "batal", "tanggal": "2026-06-01"}),
    ],
)
def test_an_earlier_event_does_not_spoil_a_recorded_one(
    ruang: Ruang, first: dict[str, str], earlier: dict[str, str]
) -> None:
    """Who catches up on events, or whose clock jumped back, leaves the agreement readable."""
    root = ruang(BERTANGGAL)
    record(Office(Workspace(root)), "uji", first)
    with pytest.raises(FaultyPeristiwa, match="tidak akan sesuai lagi"):
        record(Office(Workspace(root)), "uji", earlier)
    assert Opened(Workspace(root)).summary("uji")


@pytest.mark.slow
def test_an_extension_is_drafted_once(ruang: Ruang) -> None:
    """Who heard no answer and asks again would have it twice as long."""
    root = ruang(ISI_CONTOH)
    assert (
        nota(
            root, "adendum", "uji", "--perpanjang", "2 tahun", "--per", "2026-11-24"
        ).exit_code
        == 0
    )
    again = nota(
        root, "adendum", "uji", "--perpanjang", "2 tahun", "--per", "2026-11-24"
    )
    assert again.exit_code == 1
    assert "sudah ada pada konsep" in again.output
    assert "adendum-01.yaml" in again.output
    assert not (root / "agreements/uji/adendum-02.yaml").exists()
    longer = nota(
        root,
        "adendum",
        "uji",
        "--perpanjang",
        "3 tahun",
        "--per",
        "2026-11-24",
        "--ganti",
    )
    assert longer.exit_code == 0
    assert (
        nota(
            root, "adendum", "uji", "--perpanjang", "1 tahun", "--per", "2026-11-24"
        ).exit_code
        == 0
    )


@pytest.mark.slow
def test_the_same_number_is_asked_about(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    notice = {
        "jenis": "pemberitahuan_dikirim",
        "tanggal": "2026-07-01",
        "perihal": "perpanjangan",
        "dari": "kesatu",
        "nomor": "500/1/2026",
    }
    office = Office(Workspace(root))
    record(office, "uji", notice)
    # The same letter goes on to be received under its number.
    record(office, "uji", notice | {"jenis": "pemberitahuan_diterima"})
    other = notice | {"tanggal": "2026-08-01"}
    with pytest.raises(NumberUsed, match="--nomor-sama"):
        record(office, "uji", other)
    for written in ("Nomor 500/1/2026", " 500 / 1 / 2026", "５00/1/2026"):
        with pytest.raises(NumberUsed):
            record(office, "uji", other | {"nomor": written})
    words = [f"--{key}={other[key]}" for key in ("tanggal", "perihal", "dari", "nomor")]
    refused = nota(root, "catat", "uji", "pemberitahuan_dikirim", *words)
    assert refused.exit_code == 1
    assert "2026-07-01-pemberitahuan-dikirim.yaml" in refused.output
    meant = nota(root, "catat", "uji", "pemberitahuan_dikirim", *words, "--nomor-sama")
    assert meant.exit_code == 0


def _extend(root: Path, *words: str) -> tuple[int, str]:
    done = nota(root, "catat", "uji", "perpanjangan", "--selama", "2 tahun", *words)
    return done.exit_code, done.output


def test_the_same_extension_of_another_day_or_number_is_asked_about(
    ruang: Ruang,
) -> None:
    """Recorded twice it counts twice; the end is 2027-06-15, so nobody extends again in 2026."""
    root = ruang(BERTANGGAL)
    assert _extend(root, "--tanggal", "2026-07-01")[0] == 0
    end = Opened(Workspace(root)).summary("uji")
    for words in (
        ("--tanggal", "2026-07-02"),
        ("--tanggal", "2026-06-30", "--nomor", "7"),
    ):
        code, said = _extend(root, *words)
        assert code == 1
        assert "perpanjangan 2 tahun sudah dicatat pada" in said
        assert "2026-07-01-perpanjangan.yaml" in said
        assert "--perpanjang-lagi" in said
    assert Opened(Workspace(root)).summary("uji") == end
    assert _extend(root, "--tanggal", "2026-07-02", "--perpanjang-lagi")[0] == 0


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (("--selama", "1 tahun"), ("--selama", "12 bulan")),
        (("--sampai", "2028-06-16"), ("--selama", "1 tahun")),
        (("--sampai", "2028-06-16"), ("--selama", "12 bulan", "--nomor", "P/2")),
    ],
)
def test_the_same_extension_in_other_words_is_asked_about(
    ruang: Ruang, first: tuple[str, ...], again: tuple[str, ...]
) -> None:
    """What counts is the end, counted from the one that both were to move."""
    root = ruang(BERTANGGAL)
    words = ("catat", "uji", "perpanjangan")
    assert nota(root, *words, *first, "--tanggal", "2026-07-01").exit_code == 0
    end = Opened(Workspace(root)).summary("uji")
    refused = nota(root, *words, *again, "--tanggal", "2026-07-02")
    assert refused.exit_code == 1
    assert f"perpanjangan {again[1]} sudah dicatat pada" in refused.output
    assert Opened(Workspace(root)).summary("uji") == end
    meant = (*again, "--tanggal", "2026-07-02", "--perpanjang-lagi")
    assert nota(root, *words, *meant).exit_code == 0


def test_another_extension_of_the_same_term_is_not_doubted(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    office = Office(Workspace(root))
    record(office, "uji", EXTENSION)
    record(office, "uji", EXTENSION | {"tanggal": "2026-07-02", "selama": "1 tahun"})


@pytest.mark.parametrize("until", ["2027-12-31", "2029-06-16"])
def test_an_extension_that_is_none_is_refused_with_the_present_end(
    ruang: Ruang, until: str
) -> None:
    """Two years more end on 2029-06-16; what goes no further would shorten them."""
    root = ruang(BERTANGGAL)
    record(Office(Workspace(root)), "uji", EXTENSION)
    end = Opened(Workspace(root)).summary("uji")
    words = ("--sampai", until, "--tanggal", "2026-07-02")
    refused = nota(root, "catat", "uji", "perpanjangan", *words)
    assert refused.exit_code == 1
    said = " ".join(refused.output.split())
    assert said.count(f"{until} tidak melampaui hari berakhir semula 2029-06-16") == 1
    assert "buat adendum: nota adendum" in said
    assert Opened(Workspace(root)).summary("uji") == end


def test_an_earlier_extension_does_not_overtake_a_recorded_one(ruang: Ruang) -> None:
    """The later one, until a day, would take back what the earlier one adds."""
    root = ruang(BERTANGGAL)
    office = Office(Workspace(root))
    until = {"jenis": "perpanjangan", "tanggal": "2026-07-02", "sampai": "2028-12-31"}
    record(office, "uji", until)
    with pytest.raises(FaultyPeristiwa, match="tidak akan sesuai lagi"):
        record(office, "uji", EXTENSION)


def test_a_shortening_that_was_recorded_is_told_and_not_in_the_way(
    ruang: Ruang,
) -> None:
    root = ruang(BERTANGGAL)
    record(Office(Workspace(root)), "uji", EXTENSION)
    content = "jenis: perpanjangan\ntanggal: 2026-07-02\nsampai: 2028-01-01\n"
    file = root / "agreements/uji/peristiwa/2026-07-02-perpanjangan.yaml"
    file.write_text(content)
    found = check_kesepakatan(Opened(Workspace(root)), "uji")
    told = [one for one in found if one.kode == "PERISTIWA-SINGKAT"]
    assert [one.tingkat for one in told] == ["peringatan"]
    assert "tercatat sebagai perpanjangan yang tidak memperpanjang" in told[0].message


def test_the_next_extension_of_the_same_length_is_not_doubted(ruang: Ruang) -> None:
    """Once the term that was extended is over, the next one is another."""
    root = ruang(BERTANGGAL)
    office = Office(Workspace(root))
    record(office, "uji", EXTENSION)
    record(office, "uji", EXTENSION | {"tanggal": "2028-01-01"})
    record(office, "uji", EXTENSION | {"tanggal": "2028-02-01", "selama": "1 tahun"})


def test_a_wrong_extension_is_replaced_by_one_of_the_same_length(ruang: Ruang) -> None:
    root = ruang(BERTANGGAL)
    assert _extend(root, "--tanggal", "2026-07-01")[0] == 0
    wrong = ("--mengganti", "2026-07-01-perpanjangan", "--alasan", "salah hari")
    assert _extend(root, "--tanggal", "2026-07-02", *wrong)[0] == 0


def _letters(root: Path) -> list[str]:
    folder = root / "output/uji/surat"
    return sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []


@pytest.mark.slow
def test_an_extension_in_other_words_is_drafted_once(ruang: Ruang) -> None:
    root = ruang(ISI_CONTOH)
    draft = ("adendum", "uji", "--per", "2026-11-24", "--perpanjang")
    assert nota(root, *draft, "1 tahun").exit_code == 0
    for words in ("12 bulan", "2028-06-16"):
        again = nota(root, *draft, words)
        assert again.exit_code == 1
        assert "sudah ada pada konsep" in again.output
    assert not (root / "agreements/uji/adendum-02.yaml").exists()


@pytest.mark.slow
def test_a_run_killed_before_the_letter_leaves_it_to_the_next(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Recorded first: the next run finds that and writes the letter, of its own day."""
    root = ruang(ISI_CONTOH)

    def killed(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Workspace, "write_letters", killed)
    with pytest.raises(KeyboardInterrupt):
        list(publish(Office(Workspace(root)), DUE, ("txt",)))
    monkeypatch.undo()
    assert events(root) == ["2027-03-01-pemberitahuan-disusun.yaml"]
    assert _letters(root) == []
    (published,) = publish(Office(Workspace(root)), date(2027, 3, 9), ("txt",))
    assert not published.failed
    assert "disusun kembali menurut catatan" in published.keterangan
    assert events(root) == ["2027-03-01-pemberitahuan-disusun.yaml"]
    assert [name[:10] for name in _letters(root)] == ["2027-03-01", "2027-03-01"]
    (third,) = publish(Office(Workspace(root)), date(2027, 3, 10), ("txt",))
    assert third.files == ()


@pytest.mark.slow
def test_a_clock_that_jumps_back_behind_an_extension_writes_no_second_letter(
    ruang: Ruang,
) -> None:
    root = ruang(ISI_CONTOH)
    list(publish(Office(Workspace(root)), DUE, ("txt",)))
    extension = EXTENSION | {"tanggal": "2027-03-08"}
    record(Office(Workspace(root)), "uji", extension)
    (again,) = publish(Office(Workspace(root)), date(2027, 3, 4), ("txt",))
    assert again.files == ()
    assert [name[:10] for name in _letters(root)] == ["2027-03-01", "2027-03-01"]


@pytest.mark.slow
def test_of_two_runs_at_once_one_writes(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other has rendered already when the first records."""
    root = ruang(ISI_CONTOH)
    render = press.render_set
    first = list[Published]()

    def other_run_meanwhile(*args: object) -> object:
        monkeypatch.setattr(module, "render_set", render)
        first.extend(publish(Office(Workspace(root)), DUE, ("txt",)))
        return render(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "render_set", other_run_meanwhile)
    (second,) = publish(Office(Workspace(root)), DUE, ("txt",))
    assert [len(one.files) for one in first] == [2]
    assert second.files == ()
    assert not second.failed
    assert len(events(root)) == 1
    assert len(_letters(root)) == 2


@pytest.mark.slow
def test_a_letter_written_since_the_list_of_those_due_was_read(ruang: Ruang) -> None:
    """The other run recorded and wrote it before this one came to it."""
    root = ruang(ISI_CONTOH, **{"agreements/lain/kesepakatan.yaml": ISI_CONTOH})
    slow = publish(Office(Workspace(root)), DUE, ("txt",))
    first = next(slow)
    assert len(first.files) == 2
    quick = list(publish(Office(Workspace(root)), DUE, ("txt",)))
    assert sorted(len(one.files) for one in quick) == [0, 2]
    (second,) = slow
    assert second.files == ()
    assert second.keterangan == "surat baru saja disusun proses lain"
    assert not second.failed


@pytest.mark.slow
def test_of_two_runs_at_once_one_writes_what_a_killed_one_left(
    ruang: Ruang, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = ruang(ISI_CONTOH)
    list(publish(Office(Workspace(root)), DUE, ("txt",)))
    for name in _letters(root):
        (root / "output/uji/surat" / name).unlink()
    render = press.render_set
    first = list[Published]()

    def other_run_meanwhile(*args: object) -> object:
        monkeypatch.setattr(module, "render_set", render)
        first.extend(publish(Office(Workspace(root)), DUE, ("txt",)))
        return render(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "render_set", other_run_meanwhile)
    (second,) = publish(Office(Workspace(root)), DUE, ("txt",))
    assert [len(one.files) for one in first] == [2]
    assert second.files == ()
    assert second.keterangan == "surat baru saja disusun proses lain"


def _letter(signer: str, nomor: str = "") -> Pemberitahuan:
    return Pemberitahuan(
        "perpanjangan", 0, DUE, DUE, pejabat=signer, nomor=nomor or None
    )


def _said(root: Path) -> dict[str, str]:
    folder = root / "output/uji/surat"
    return {name: (folder / name).read_text() for name in _letters(root)}


@pytest.mark.slow
def test_a_letter_is_never_written_over_by_another(ruang: Ruang) -> None:
    """By the desk, which refuses; after a withdrawal; and by the command."""
    root = ruang(ISI_CONTOH)
    publish_pemberitahuan(
        Office(Workspace(root)), "uji", _letter("Budi Lama"), None, ("txt",)
    )
    first = _said(root)
    again = _letter("Budi Lama")
    publish_pemberitahuan(Office(Workspace(root)), "uji", again, None, ("txt",))
    assert _said(root) == first
    other = _letter("Ani Baru", "7/2027")
    with pytest.raises(FaultySurat, match="sudah disusun dan dicatat"):
        publish_pemberitahuan(Office(Workspace(root)), "uji", other, None, ("txt",))
    assert _said(root) == first

    opened = Opened(Workspace(root))
    withdraw(opened, "uji", "2027-03-01-pemberitahuan-disusun", "keliru", DUE)
    publish_pemberitahuan(Office(Workspace(root)), "uji", other, None, ("txt",))
    assert first.items() <= _said(root).items()
    assert "Ani Baru" in _said(root)["2027-03-01-pemberitahuan-perpanjangan-2.txt"]

    third = write_pemberitahuan(
        Office(Workspace(root)), "uji", _letter("Cici"), None, ("txt",)
    )
    assert third.files[0].name == "2027-03-01-pemberitahuan-perpanjangan-3.txt"
    assert first.items() <= _said(root).items()
