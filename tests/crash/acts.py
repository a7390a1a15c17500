"""Every act that writes, as command and desk call it: what it finds, and what is done."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from baca import nota
from bureau.test_adendum import DASAR, op
from bureau.test_register import BERTANGGAL
from bureau.test_surat import ISI_CONTOH, PENGATURAN
from conftest import AKAR, MINIMAL
from load.adendum.test_force import adendum
from notakesepakatan.bureau import mail
from notakesepakatan.bureau.adendum import (
    draft_from,
    draft_from_data,
    draft_perpanjangan,
)
from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.attachments import NewAttachment, attach
from notakesepakatan.bureau.backup import restore_backup, save_backup
from notakesepakatan.bureau.impor import (
    examine,
    read_register_book,
    take_in,
)
from notakesepakatan.bureau.imports import NothingToTakeBack, take_back
from notakesepakatan.bureau.induk import quote
from notakesepakatan.bureau.konsep import konsep_side_draft, save_konsep
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.penandatanganan import (
    ReadyKonsep,
    adendum_to_sign,
    kesepakatan_to_sign,
    sign,
)
from notakesepakatan.bureau.pengaturan import change_pengaturan, kept_pengaturan
from notakesepakatan.bureau.peristiwa import read_peristiwa, record, write_papers
from notakesepakatan.bureau.perubahan import make_change, perubahan_side_draft
from notakesepakatan.bureau.repair import repair
from notakesepakatan.bureau.seal import seal_signed
from notakesepakatan.bureau.set_aside import NotSetAside, set_aside, take_up_again
from notakesepakatan.bureau.side_draft import SideDraftFile
from notakesepakatan.bureau.surat import publish, publish_pemberitahuan
from notakesepakatan.bureau.take_text import examine_text, take_in_text
from notakesepakatan.bureau.template_proof import NotTaken
from notakesepakatan.bureau.templates import (
    drop_copy,
    read_template,
    save_template,
)
from notakesepakatan.bureau.versions import NotBroughtBack, bring_back
from notakesepakatan.bureau.withdrawal import PENANDATANGANAN, deeds, withdraw
from notakesepakatan.bureau.workspace import make_workspace
from notakesepakatan.compose.surat import Pemberitahuan
from notakesepakatan.compute.editing.commands import AddItem, SetTexts
from notakesepakatan.compute.intake.rows import Decided
from notakesepakatan.desk.accounts import (
    add_account,
    change_password,
    load_accounts,
    remove_account,
    set_password,
)
from notakesepakatan.desk.subscriptions import subscribe, unsubscribe
from notakesepakatan.load.opened import Opened
from notakesepakatan.load.sheet.separated import read_separated
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.pengaturan import MailServer
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.act import Act as WorkspaceAct
from notakesepakatan.workspace.layout import package_templates
from notakesepakatan.write.mail import write_mail

HOME = "kantor"
"""The workspace's folder."""
ASIDE = "luar"
"""A folder of the user's beside it."""
KATA = "rahasia-sekali-ini"
CLAUSE = "klausul/pembiayaan.yaml.j2"
DAY = date(2026, 7, 1)
DUE = date(2027, 3, 1)
SIGNED = BERTANGGAL.replace("isi: Isi.", 'isi: "Berlaku [[jangka_waktu]]."')
EXTENDED = SIGNED.replace("jangka_waktu: 5 tahun", "jangka_waktu: 6 tahun")
SLIPS = MINIMAL.replace("isi: Isi.", "isi: Yang merubah isi.")
SIGNED_SLIPS = SIGNED.replace(
    "- judul: SATU", "- judul: NOL\n  isi: Yang merubah.\n- judul: SATU"
)
WAITING = adendum(
    "2025-10-01",
    op("ubah", "jangka waktu", "menjadi: 4 tahun"),
    "saat_berlaku: gedung diserahterimakan\n",
)
REGISTER = b"""Nomor;Jenis;Judul;Para Pihak;Mulai;Berakhir
1/PKS/2025;PKS;Sampah Pasar;Pemkab Contoh, PT Bersih;5 Maret 2025;31 Desember 2026
2/PKS/2025;PKS;Air Bersih;Pemkab Contoh, PT Air;3 Mei 2025;3 Mei 2027
"""
REASON = Request(alasan=("uji",))
OLD_LINE = (
    '{"waktu": "2025-01-02T03:04:05+07:00", "siapa": "ani", "tindakan": "masuk", '
    '"slug": "", "berkas": "", "sebelum": "", "sesudah": ""}\n'
)
SERVER = MailServer.model_validate(
    {"peladen": "127.0.0.1", "dari": "a@b.id", "kepada": ["c@d.id"], "tls": "tidak"}
)

Deed = Callable[[Path], object]
"""Something done to a workspace, whose folder is given."""


@dataclass(frozen=True)
class Act:
    """One act that writes.

    Attributes:
        name: what it is.
        world: makes what it finds.
        run: does it.
    """

    name: str
    world: Deed
    run: Deed


# What an act finds.


def _lay(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def nothing(root: Path) -> None:
    """No workspace yet."""


def settings_only(root: Path) -> None:
    """A folder with settings, of which no workspace was made."""
    _lay(root, {"pengaturan.yaml": PENGATURAN})


def bare(root: Path) -> None:
    """A draft and a signed text as they came, the desk never used."""
    _lay(root, {"agreements/uji/kesepakatan.yaml": MINIMAL})
    _lay(root, {"agreements/lama/kesepakatan.yaml": SIGNED})


def older(root: Path) -> None:
    """The same with the trail of an older program."""
    bare(root)
    _lay(root, {".meja/jejak.jsonl": OLD_LINE * 2})


def used(root: Path) -> None:
    """The same after some days of work."""
    bare(root)
    seal_signed(Opened(Workspace(root)), "lama", DAY)
    add_account(Workspace(root), "ani", "penyusun", KATA)


def with_slips(root: Path) -> None:
    used(root)
    _lay(root, {"agreements/uji/kesepakatan.yaml": SLIPS})


def signed_slips(root: Path) -> None:
    _lay(root, {"agreements/lama/kesepakatan.yaml": SIGNED_SLIPS})
    seal_signed(Opened(Workspace(root)), "lama", DAY)


def with_typing(root: Path) -> None:
    used(root)
    side = konsep_side_draft(Workspace(root), "uji", "ani")
    typed = side.change(side.open().stamp, _typed("Baru")).draft
    side.change(typed.stamp, AddItem(("pasal", 0, "ayat")))


def with_typing_to_save(root: Path) -> None:
    used(root)
    side = konsep_side_draft(Workspace(root), "uji", "ani")
    side.change(side.open().stamp, _typed("Baru"))


def with_old_typing(root: Path) -> None:
    """Typed before the file was changed by another hand."""
    with_typing_to_save(root)
    other = MINIMAL.replace("Isi.", "Isi lain.")
    _lay(root, {"agreements/uji/kesepakatan.yaml": other})


def with_changed_term(root: Path) -> None:
    used(root)
    side = perubahan_side_draft(Workspace(root), "lama", "ani")
    side.change(side.open().stamp, SetTexts({("jangka_waktu",): "6 tahun"}))


def with_adendum(root: Path) -> None:
    used(root)
    draft_from_data(_office(root), "lama", EXTENDED.encode(), REASON)


def changed_by_hand(root: Path) -> None:
    used(root)
    _lay(root, {"agreements/lama/kesepakatan.yaml": EXTENDED})


def with_edited_event(root: Path) -> None:
    """An event that another hand rewrote after it was recorded."""
    with_kahar(root)
    (file,) = Workspace(root).peristiwa_files("satu")
    file.write_bytes(file.read_bytes() + b"# catatan kemudian\n")


def sealed_and_gone(root: Path) -> None:
    """A sealed agreement whose folder another hand took away."""
    used(root)
    shutil.rmtree(root / "agreements/lama")


def with_waiting_adendum(root: Path) -> None:
    """A signed adendum that is in force only once an event is recorded."""
    files = {
        "agreements/satu/kesepakatan.yaml": DASAR,
        "agreements/satu/adendum-01.yaml": WAITING,
    }
    _lay(root, files)
    seal_signed(Opened(Workspace(root)), "satu", DAY)


def example(root: Path) -> None:
    """The example, whose notices come due, twice."""
    for slug in ("satu", "dua"):
        _lay(root, {f"agreements/{slug}/kesepakatan.yaml": ISI_CONTOH})
    _lay(root, {"pengaturan.yaml": PENGATURAN})
    seal_signed(Opened(Workspace(root)), "satu", DAY)


def example_once(root: Path) -> None:
    example(root)
    shutil.rmtree(root / "agreements/dua")


def recorded_only(root: Path) -> None:
    """A letter that is recorded as written, and whose files a kill left out."""
    example_once(root)
    list(publish(Office(Workspace(root)), DUE, ("txt",)))
    shutil.rmtree(root / "output")


def with_kahar(root: Path) -> None:
    example_once(root)
    _record_example(root, "keadaan_kahar")


def with_condition(root: Path) -> None:
    """An agreement that runs until a condition is met."""
    until = ISI_CONTOH.replace(
        "jangka_waktu: 5 tahun", "jangka_waktu: {sampai_terpenuhi: alat diserahkan}"
    )
    assert until != ISI_CONTOH
    _lay(root, {"agreements/satu/kesepakatan.yaml": until})


def with_awaited(root: Path) -> None:
    """An agreement with a duty that is counted from an event of its text."""
    duty = "{uraian: pembayaran, dalam: 30 hari, setelah: serah terima alat}"
    awaits = ISI_CONTOH.replace("\ntenggat:", f"\ntenggat:\n  kewajiban: [{duty}]", 1)
    assert awaits != ISI_CONTOH
    _lay(root, {"agreements/satu/kesepakatan.yaml": awaits})


def with_pengakhiran(root: Path) -> None:
    example_once(root)
    _record_example(root, "pengakhiran")


def with_subscription(root: Path) -> None:
    used(root)
    subscribe(Workspace(root), load_accounts(Workspace(root))["ani"])


def with_mail(root: Path) -> None:
    used(root)
    _keep_mail(root)


def killed(root: Path) -> None:
    """An act that was killed between what it says first and what it says last."""
    with_slips(root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("notakesepakatan.workspace.act.save", _kill)
        patch.setattr("notakesepakatan.workspace.act._settled", _kill)
        with pytest.raises(KeyboardInterrupt):
            repair(_office(root), "uji")


def with_backup(root: Path) -> None:
    other = root.parent / ASIDE / "asal"
    used(other)
    moment = datetime(2026, 7, 1, tzinfo=UTC)
    save_backup(Workspace(other), other.parent / "cadangan.zip", moment)
    shutil.rmtree(other)


def with_folder_aside(root: Path) -> None:
    used(root)
    (root.parent / ASIDE).mkdir()


# What is done.


def _kill(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def _typed(judul: str) -> SetTexts:
    return SetTexts({("judul",): judul})


def _office(root: Path, who: str = "ani") -> Office:
    return Office(Workspace(root), who=who)


def _with_templates(root: Path) -> None:
    """With a few of the program's templates; all of them take the same way."""
    few = package_templates() / "surat"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("notakesepakatan.bureau.workspace.package_templates", lambda: few)
        make_workspace(root, with_templates=True)


def _new(root: Path) -> None:
    pihak = ("--pihak", "Badan A; Kepala; Jakarta", "--pihak", "Badan B; Ketua; Solo")
    answer = nota(root, "baru", "kesehatan-2027", "--judul", "Kesehatan", *pihak)
    assert answer.exit_code == 0 or "sudah ada" in answer.output, answer.output


def _new_like(root: Path) -> None:
    pihak = ("--pihak", "Badan C; Kepala; Solo", "--pihak", "Badan D; Ketua; Solo")
    answer = nota(root, "baru", "serupa-2027", "--seperti", "lama", *pihak)
    assert answer.exit_code == 0 or "sudah ada" in answer.output, answer.output


def _set_paper(root: Path) -> None:
    workspace = Workspace(root)
    kept = kept_pengaturan(workspace)
    assert change_pengaturan(workspace, kept, {("kertas",): "F4"}, "ani") == []


def _side(root: Path) -> SideDraftFile:
    return konsep_side_draft(Workspace(root), "uji", "ani")


def _type(root: Path) -> None:
    side = _side(root)
    typed = side.change(side.open().stamp, _typed("Satu")).draft
    side.change(typed.stamp, _typed("Dua"))


def _type_change(root: Path) -> None:
    side = perubahan_side_draft(Workspace(root), "lama", "ani")
    side.change(side.open().stamp, _typed("Dua"))


def _undo(root: Path) -> None:
    side = _side(root)
    side.undo(side.open().stamp)


def _save(root: Path) -> None:
    side = _side(root)
    save_konsep(side, side.open().stamp)


def with_version(root: Path) -> None:
    """A draft that was saved once, what it said before kept."""
    with_typing_to_save(root)
    _save(root)


def _bring_back(root: Path) -> None:
    with suppress(NotBroughtBack):
        bring_back(Opened(Workspace(root), who="ani"), "uji", 1)


def _set_aside(root: Path) -> None:
    with suppress(NotSetAside):
        set_aside(Opened(Workspace(root), who="ani"), "uji", "mitranya mundur", DAY)


def _take_up_again(root: Path) -> None:
    with suppress(NotSetAside):
        take_up_again(Opened(Workspace(root), who="ani"), "uji")


def put_aside(root: Path) -> None:
    used(root)
    _set_aside(root)


def _own_template(root: Path) -> None:
    workspace = Workspace(root)
    text = read_template(workspace, CLAUSE).text
    save_template(workspace, CLAUSE, f"{text.rstrip()}\n{{# punya kantor #}}\n", "ani")


def with_own_template(root: Path) -> None:
    used(root)
    _own_template(root)


def _drop_template(root: Path) -> None:
    with suppress(NotTaken):
        drop_copy(Workspace(root), CLAUSE, "ani")


def _make_change(root: Path) -> None:
    side = perubahan_side_draft(Workspace(root), "lama", "ani")
    make_change(side, side.open().stamp, REASON)


def _from_file(root: Path) -> None:
    new = root.parent / ASIDE / "baru.yaml"
    draft_from(_office(root), "lama", new, REASON)


def with_new_text(root: Path) -> None:
    with_folder_aside(root)
    _lay(root.parent / ASIDE, {"baru.yaml": EXTENDED})


def _extend(root: Path) -> None:
    draft_perpanjangan(_office(root), "lama", Lama.model_validate("1 tahun"), REASON)


def _replace(root: Path) -> None:
    new = EXTENDED.replace("6 tahun", "7 tahun").encode()
    draft_from_data(_office(root), "lama", new, Request(alasan=("uji",), replace=True))


def _sign(root: Path, slug: str, find: Callable[[Opened, str], Any]) -> None:
    opened = Opened(Workspace(root), who="ani")
    konsep: ReadyKonsep | None = find(opened, slug)
    if konsep is None:
        return
    signing = {"tempat": "Solo", "tanggal": "2026-06-30"}
    para_pihak = konsep.data.get("para_pihak") or [{}, {}]
    signed = [{**pihak, "nomor": "1", "pejabat": "A"} for pihak in para_pihak]
    data = {**konsep.data, "penandatanganan": signing, "para_pihak": signed}
    assert not sign(opened, slug, konsep, data)


def _seal(root: Path, slug: str) -> None:
    seal_signed(Opened(Workspace(root)), slug, DAY)


def _seal_anew(slug: str) -> Deed:
    return lambda root: seal_signed(
        Opened(Workspace(root)), slug, DAY, anew=True, reason="salah ketik"
    )


def _withdraw(slug: str, name: str) -> Deed:
    return lambda root: withdraw(Opened(Workspace(root)), slug, name, "keliru", DAY)


def _withdraw_first(root: Path) -> None:
    """The one event that is there; done again, there is none left."""
    for deed in deeds(Opened(Workspace(root)), "satu"):
        if deed.name != PENANDATANGANAN:
            _withdraw("satu", deed.name)(root)


def _record(content: dict[str, str]) -> Deed:
    return lambda root: record(_office(root), "satu", content)


def _record_example(root: Path, kind: str) -> None:
    (file,) = (AKAR / "tests/peristiwa").glob(f"*-{kind.replace('_', '-')}.yaml")
    content, source = read_peristiwa(file, kind)
    record(_office(root), "satu", content, source)


def _example_of(kind: str) -> Deed:
    return lambda root: _record_example(root, kind)


def _catat(root: Path) -> None:
    """The command, with the event's paper."""
    words = ("--isi", str(AKAR / "tests/peristiwa/2026-03-02-musyawarah.yaml"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("notakesepakatan.cli.catat.DEFAULT", "txt")
        answer = nota(root, "catat", "satu", "musyawarah", *words)
    if "sudah dicatat" not in answer.output:
        assert answer.exit_code == 0, answer.output


def _papers(root: Path) -> None:
    (file,) = Workspace(root).peristiwa_files("satu")
    write_papers(_office(root), "satu", file, ("txt", "html"))


def _terbitkan(root: Path) -> None:
    list(publish(_office(root), DUE, ("txt",)))


def _letter(root: Path) -> None:
    surat = Pemberitahuan("pengakhiran", 1, DAY, DAY, alasan="uji")
    publish_pemberitahuan(_office(root), "satu", surat, None, ("txt", "html"))


def _set_own(root: Path) -> None:
    workspace = Workspace(root)
    change_password(workspace, load_accounts(workspace)["ani"], "sandi-yang-baru")


def _subscribe(root: Path) -> None:
    subscribe(Workspace(root), load_accounts(Workspace(root))["ani"])


def _keep_mail(root: Path) -> None:
    message = write_mail(
        SERVER, "Ringkasan", "Isi.\n", datetime(2026, 7, 1, tzinfo=UTC)
    )
    mail.keep_mail(Workspace(root), message)


class _Server:
    """A mail server that takes everything."""

    def __enter__(self) -> "_Server":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def send(self, message: object, kepada: list[str]) -> dict[str, object]:
        return {}


def _send(root: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mail, "connected", lambda *_: _Server())
        mail.send_waiting(Workspace(root), SERVER)


def _send_in_vain(root: Path) -> None:
    mail.send_waiting(Workspace(root), None)


def _susun(root: Path) -> None:
    answer = nota(root, "susun", "uji", "--format", "txt,html", "--proses", "1")
    assert answer.exit_code == 0, answer.output


def _ics(root: Path) -> None:
    answer = nota(root, "tenggat", "--ics", str(root.parent / ASIDE / "tenggat.ics"))
    assert answer.exit_code == 0, answer.output


def _backup(root: Path) -> None:
    moment = datetime(2026, 7, 1, tzinfo=UTC)
    save_backup(Workspace(root), root.parent / ASIDE / "cadangan.zip", moment)


def _restore(root: Path) -> None:
    restore_backup(root.parent / ASIDE / "cadangan.zip", root)


def _fail_to_write(root: Path) -> None:
    """An act whose file cannot be written, and which says so in the trail."""
    workspace = Workspace(root)
    with (
        pytest.MonkeyPatch.context() as patch,
        workspace.act("menulis", "uji") as act,
    ):
        patch.setattr("notakesepakatan.workspace.act.save", _no_room)
        with pytest.raises(OSError, match="penuh"):
            _write_something(act, workspace)


def _no_room(*_: object, **__: object) -> None:
    raise OSError("penuh")


def _write_something(act: WorkspaceAct, workspace: Workspace) -> None:
    act.write(workspace.file("uji"), b"lain")


def _note(root: Path) -> None:
    Workspace(root).note("masuk", who="ani")


def with_register(root: Path) -> None:
    """A workspace into which a register was taken, whose record is there."""
    used(root)
    _take_in(root)


def _take_in(root: Path) -> None:
    opened = Opened(Workspace(root))
    register = read_register_book(read_separated("daftar.csv", REGISTER), Decided())
    take_in(opened, examine(opened, register, Decided()), Decided())


def _take_back(root: Path) -> None:
    with suppress(NothingToTakeBack):
        take_back(Opened(Workspace(root)))


def _attach(root: Path) -> None:
    new = NewAttachment("scan.pdf", b"%PDF" + bytes(1_200_000), "lainnya")
    attach(Opened(Workspace(root)), "lama", new)


_TEXT = """\
PERJANJIAN
ANTARA
DESA SATU
DAN
DESA DUA
TENTANG
AIR
Yang bertanda tangan di bawah ini:
I. ANI : Kepala Desa Satu, berkedudukan di Satu, selanjutnya disebut PIHAK KESATU;
II. BUDI : Kepala Desa Dua, berkedudukan di Dua, selanjutnya disebut PIHAK KEDUA;
Pasal 1
Air dipakai bersama selama 2 (dua) tahun.
"""


def _take_in_text(root: Path) -> None:
    office = Office(Workspace(root))
    said = {"jangka_waktu": "2 tahun"}
    read = examine_text(office, "air.txt", _TEXT.encode(), said)
    take_in_text(office, read, "air", {})


def with_text(root: Path) -> None:
    """A workspace into which a text was taken, whose record is there."""
    used(root)
    _take_in_text(root)


_NOTICE = {"perihal": "perpanjangan", "dari": "kesatu", "tanggal": "2026-07-01"}

ACTS = (
    Act("mulai", nothing, lambda root: make_workspace(root, False)),
    Act("mulai dengan templat", nothing, _with_templates),
    Act(
        "mulai di folder berpengaturan",
        settings_only,
        lambda root: make_workspace(root, False),
    ),
    Act("baru", bare, _new),
    Act("baru di ruang terpakai", used, _new),
    Act("baru --seperti", used, _new_like),
    Act("impor naskah", used, _take_in_text),
    Act("susun", used, _susun),
    Act("pengaturan, pertama", used, _set_paper),
    Act("pengaturan", example_once, _set_paper),
    Act("simpan konsep", with_typing_to_save, _save),
    Act("versi --kembalikan", with_version, _bring_back),
    Act("sisihkan", used, _set_aside),
    Act("sisihkan --kembalikan", put_aside, _take_up_again),
    Act("templat", used, _own_template),
    Act("templat --bawaan", with_own_template, _drop_template),
    Act("perbaiki konsep", with_slips, lambda root: repair(_office(root), "uji")),
    Act("induk", used, lambda root: quote(Opened(Workspace(root)), "uji", "lama")),
    Act("perbaiki naskah", signed_slips, lambda root: repair(_office(root), "lama")),
    Act("adendum --dari", with_new_text, _from_file),
    Act("adendum --perpanjang", used, _extend),
    Act("adendum --perpanjang, pertama", bare, _extend),
    Act("adendum --ganti", with_adendum, _replace),
    Act("adendum di meja", with_changed_term, _make_change),
    Act("tanda tangan", used, lambda root: _sign(root, "uji", kesepakatan_to_sign)),
    Act(
        "tanda tangan, pertama",
        bare,
        lambda root: _sign(root, "uji", kesepakatan_to_sign),
    ),
    Act(
        "tanda tangan adendum",
        with_adendum,
        lambda root: _sign(root, "lama", adendum_to_sign),
    ),
    Act("segel", bare, lambda root: _seal(root, "lama")),
    Act("segel, jejak lama", older, lambda root: _seal(root, "lama")),
    Act("segel --ulang", changed_by_hand, _seal_anew("lama")),
    Act("segel --ulang peristiwa", with_edited_event, _seal_anew("satu")),
    Act("segel --ulang yang hilang", sealed_and_gone, _seal_anew("lama")),
    Act("impor daftar", used, _take_in),
    Act("impor --batal", with_register, _take_back),
    Act("impor naskah --batal", with_text, _take_back),
    Act("lampirkan", used, _attach),
    Act("cabut penandatanganan", used, _withdraw("lama", PENANDATANGANAN)),
    Act("cabut konsep adendum", with_adendum, _withdraw("lama", "adendum-01")),
    Act("cabut peristiwa", with_kahar, _withdraw_first),
    Act("catat", example_once, _catat),
    *(
        Act(f"catat {kind}", example_once, _record({"jenis": kind, **_NOTICE}))
        for kind in (
            "pemberitahuan_disusun",
            "pemberitahuan_dikirim",
            "pemberitahuan_diterima",
        )
    ),
    Act(
        "catat perpanjangan",
        example_once,
        _record(
            {"jenis": "perpanjangan", "tanggal": "2026-07-01", "selama": "2 tahun"}
        ),
    ),
    Act(
        "catat adendum_berlaku",
        with_waiting_adendum,
        _record(
            {
                "jenis": "adendum_berlaku",
                "tanggal": "2025-12-01",
                "adendum": "adendum-01",
            }
        ),
    ),
    Act(
        "catat syarat_terpenuhi",
        with_condition,
        _record({"jenis": "syarat_terpenuhi", "tanggal": "2026-07-01"}),
    ),
    Act(
        "catat peristiwa_naskah",
        with_awaited,
        _record(
            {
                "jenis": "peristiwa_naskah",
                "tanggal": "2026-07-01",
                "uraian": "serah terima alat",
            }
        ),
    ),
    Act("catat pengakhiran", example_once, _example_of("pengakhiran")),
    Act(
        "catat batal",
        example_once,
        _record({"jenis": "batal", "tanggal": "2026-07-01", "sebab": "kesepakatan"}),
    ),
    Act("catat keadaan_kahar", example_once, _example_of("keadaan_kahar")),
    Act("catat berita_acara_kahar", with_kahar, _example_of("berita_acara_kahar")),
    Act("catat realisasi", example_once, _example_of("realisasi")),
    Act("catat musyawarah", example_once, _example_of("musyawarah")),
    Act(
        "catat selesai",
        with_pengakhiran,
        _record(
            {"jenis": "selesai", "tanggal": "2026-12-01", "kejadian": "2026-09-30"}
        ),
    ),
    Act("catat penyerahan_rangkap", example_once, _example_of("penyerahan_rangkap")),
    Act("dokumen peristiwa", with_kahar, _papers),
    Act("terbitkan", example, _terbitkan),
    Act("terbitkan yang tercatat", recorded_only, _terbitkan),
    Act("surat di meja", example_once, _letter),
    Act(
        "pengguna tambah",
        bare,
        lambda root: add_account(Workspace(root), "budi", "pengesah", KATA),
    ),
    Act(
        "pengguna tambah lagi",
        used,
        lambda root: add_account(Workspace(root), "budi", "pembaca", KATA),
    ),
    Act(
        "pengguna sandi",
        used,
        lambda root: set_password(Workspace(root), "ani", "sandi-yang-lain"),
    ),
    Act("sandi sendiri", used, _set_own),
    Act("pengguna hapus", used, lambda root: remove_account(Workspace(root), "ani")),
    Act("langganan", used, _subscribe),
    Act(
        "langganan berhenti",
        with_subscription,
        lambda root: unsubscribe(Workspace(root), "ani"),
    ),
    Act("ketikan", used, _type),
    Act("ketikan, pertama", bare, _type),
    Act("ketikan perubahan", used, _type_change),
    Act("ketikan diurungkan", with_typing, _undo),
    Act("ketikan dibuang", with_typing, lambda root: _side(root).discard()),
    Act("ketikan digabung", with_old_typing, lambda root: _side(root).merge()),
    Act("masuk", used, _note),
    Act("masuk, pertama", bare, _note),
    Act("masuk, jejak lama", older, _note),
    Act("surel disimpan", used, _keep_mail),
    Act("surel terkirim", with_mail, _send),
    Act("surel tidak terkirim", with_mail, _send_in_vain),
    Act("bersihkan sisa", killed, lambda root: Workspace(root).clear_up()),
    Act("sesudah terhenti", killed, _note),
    Act("gagal menulis", used, _fail_to_write),
    Act("cadangan", with_folder_aside, _backup),
    Act("pulihkan", with_backup, _restore),
    Act("tenggat --ics", with_folder_aside, _ics),
)
