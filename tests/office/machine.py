"""A bureau at work, by chance: two people, commands and desk, and whatever may happen to them.

Each rule calls what the commands and the desk call. Beside it stands the model (`bureau.py`); after every step the workspace is
held against it, and against itself computed anew.
"""

import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from types import SimpleNamespace
from typing import Any

import yaml
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)
from pytest import MonkeyPatch

from notakesepakatan import zona
from notakesepakatan.bureau.adendum import draft_perpanjangan
from notakesepakatan.bureau.adendum_request import Request
from notakesepakatan.bureau.konsep import konsep_side_draft, save_konsep
from notakesepakatan.bureau.new import make_draft
from notakesepakatan.bureau.office import Office
from notakesepakatan.bureau.penandatanganan import (
    ReadyKonsep,
    adendum_to_sign,
    kesepakatan_to_sign,
    sign,
)
from notakesepakatan.bureau.peristiwa import Meant, record
from notakesepakatan.bureau.register import RegisterRow, open_register
from notakesepakatan.bureau.repair import repair
from notakesepakatan.bureau.seal import seal_signed
from notakesepakatan.bureau.surat import Published, publish
from notakesepakatan.cli import days
from notakesepakatan.compute.editing.commands import SetTexts
from notakesepakatan.desk import accounts
from notakesepakatan.desk import register as desk_register
from notakesepakatan.desk.register import Board
from notakesepakatan.errors import NotaError
from notakesepakatan.load import register as load_register
from notakesepakatan.load.calendar import load_calendar
from notakesepakatan.load.opened import Opened
from notakesepakatan.model.dasar import Lama
from notakesepakatan.model.jawaban import Jawaban
from notakesepakatan.workspace import Workspace
from notakesepakatan.workspace.save import TEMPORARY
from office.bureau import (
    ACCOUNTS,
    KESEPAKATAN,
    LEAD_DAYS,
    NOTICE_MONTHS,
    SEAL,
    WRITTEN,
    Bureau,
    Deed,
    Typing,
    fields_of,
    hashed,
    kept_files,
    months_before,
)
from office.disk import QUIET, Disk, Killed, Trouble, trail_lines

SLUGS = ("satu", "dua")
PEOPLE = ("ani", "budi")
SIGNED_ON = date(2022, 6, 16)
FIRST_MOMENT = datetime(2027, 1, 24, 18, 30, tzinfo=UTC)
"""Half past one at night in Jakarta, while it is the day before elsewhere."""
ANSWERS = {
    "judul": "Pelayanan",
    "para_pihak": [
        {"nama": "Badan A", "jabatan": "Kepala", "kedudukan": "Jakarta"},
        {"nama": "Badan B", "jabatan": "Ketua", "kedudukan": "Bogor"},
    ],
}
SIGNATURE = {"nomor": "1", "pejabat": "A", "pengangkatan": "Keputusan Nomor 1"}
AGAIN: tuple[Meant, ...] = ("perpanjangan",)
"""Years are added one by one; whoever adds another says so."""
ONE_YEAR = Lama.model_validate("1 tahun")

slugs = st.sampled_from(SLUGS)
people = st.sampled_from(PEOPLE)
words = st.sampled_from(
    ("Pelayanan", "Data dan dan Air", "Data", "Sampah: Kota", "Air")
)
calls = st.one_of(st.integers(1, 24), st.sampled_from((2, 3, 8, 9)))
"""Any call that writes, and often one about the line of intent or the file behind it."""
troubles = st.one_of(
    st.just(QUIET),
    st.just(QUIET),
    st.builds(Trouble, st.sampled_from(("kill", "full")), calls, st.booleans()),
)
"""Half of all acts are left in peace."""


class NoIndex(Workspace):
    """The same workspace to whoever knows of no index."""

    def read_index(self, table: str) -> dict[str, str]:
        return {}

    def write_index(self, *args: Any, **options: Any) -> None:
        pass


class BureauMachine(RuleBasedStateMachine):
    """The rules and what holds after each of them."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp(prefix="biro-")).resolve()
        self.outside = Path(mkdtemp(prefix="luar-")).resolve()
        self.workspace = Workspace.make(self.root)
        self.disk = Disk(self.root)
        self.bureau = Bureau()
        self.clock = FIRST_MOMENT.timestamp()
        self.seconds = 0.0
        self._before_act: bytes | None = None
        self._ended_in_trouble = self._other_was_first = False
        self._last_seen: tuple[date, int] | None = None
        self.board = Board(self.workspace, clock=lambda: self.seconds)
        self.patch = MonkeyPatch()
        self.patch.setattr(zona, "time", SimpleNamespace(time=lambda: self.clock))
        # What was read is trusted at once, and not only on a machine that is slow.
        later = SimpleNamespace(time_ns=lambda: time.time_ns() + 10**10)
        for module in (load_register, desk_register):
            self.patch.setattr(module, "time", later)
        # Passwords are as slow as they are meant to be; here they are not the matter.
        self.patch.setattr(accounts, "generate_password_hash", lambda text: text[::-1])

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.root)
        shutil.rmtree(self.outside)

    @property
    def today(self) -> date:
        """The day in Jakarta, seven hours ahead."""
        return datetime.fromtimestamp(self.clock + 7 * 3600, UTC).date()

    def _deed(self, slug: str) -> Deed | None:
        return self.bureau.deeds.get(slug)

    def _name(self, slug: str, name: str = KESEPAKATAN) -> str:
        return f"agreements/{slug}/{name}"

    def _office(self, who: str = "ani") -> Office:
        return Office(self.workspace, who=who)

    # Acts, and what they leave.

    def _do(
        self,
        act: Callable[[], Any],
        trouble: Trouble = QUIET,
        meanwhile: Callable[[], None] | None = None,
    ) -> tuple[str, Any]:
        """Do something; how it ended ("done", "refused", "killed"), and what came of it."""
        ended, result = "done", None
        try:
            with self.disk.watched(trouble, meanwhile):
                result = act()
        except Killed:
            ended = "killed"
        except NotaError as cause:
            ended, result = "refused", cause
        note(f"   {ended}: {result}")
        if ended == "killed":
            self._start_anew()
        elif trouble.kind == "full":
            # There is room again; the next act settles what this one left open.
            self.workspace.note("menyambung")
        if len(trail_lines(self.root)) != len(self.bureau.trail):
            self._ended_in_trouble = ended == "killed"
        assert not self.disk.wrong, self.disk.wrong
        self._take_up(ended, is_quiet=trouble is QUIET)
        return ended, result

    def _start_anew(self) -> None:
        """The next start: what the kill left open is settled, what is old is swept."""
        self.board = Board(self.workspace, clock=lambda: self.seconds)
        for temporary in self._temporaries():
            os.utime(temporary, (0, 0))
        with self.disk.watched():
            self.workspace.clear_up()
        left = self._temporaries()
        assert not left, f"left over after the sweep: {left}"

    def _temporaries(self) -> list[Path]:
        return list(self.root.rglob(f"*{TEMPORARY}"))

    def _take_up(self, ended: str, *, is_quiet: bool) -> None:
        """Take the files as they are now, each change of them by its lines in the trail."""
        bureau, now = self.bureau, kept_files(self.root)
        changed = {
            name
            for name in {*bureau.files, *now}
            if bureau.files.get(name) != now.get(name)
        }
        if ended == "refused" and is_quiet:
            assert not changed, f"refused, and yet changed: {changed}"
        closed = self._closed_since(len(bureau.trail))
        for name in sorted(changed):
            if name.startswith("output/"):
                assert name not in bureau.files, f"a letter changed: {name}"
                continue
            was, entry = bureau.files.get(name), closed.pop(name, None)
            assert entry, f"{name} changed, of which the trail says nothing"
            said = (entry["sebelum"], entry["sesudah"])
            found = hashed(was), hashed(now.get(name))
            assert said == found, f"the trail says otherwise of {name}: {entry}"
            self._check_signed(name)
            bureau.by_hand.discard(name)
        assert not closed, f"the trail says what was not done: {closed}"
        bureau.files = now
        lines = trail_lines(self.root)
        kept = lines[: len(bureau.trail)]
        assert kept == bureau.trail, "a line of the trail changed"
        bureau.trail = lines
        self._take_up_events()
        self._take_up_deeds()

    def _closed_since(self, count: int) -> dict[str, dict[str, str]]:
        """By file, the lines of the trail that say it was written."""
        closed = dict[str, dict[str, str]]()
        for line in trail_lines(self.root)[count:]:
            try:
                entry = json.loads(line)
            except ValueError:
                continue  # torn
            if entry["tahap"] == "selesai":
                first = closed.get(entry["berkas"], entry)
                closed[entry["berkas"]] = entry | {"sebelum": first["sebelum"]}
        return closed

    def _check_signed(self, name: str) -> None:
        """The program itself never changes what is signed."""
        _, slug, *rest = name.split("/")
        deed = self._deed(slug) if name.startswith("agreements/") else None
        signed = {*deed.sealed, *deed.unsealed} if deed else set()
        assert "/".join(rest) not in signed, f"what was signed was written over: {name}"

    def _take_up_events(self) -> None:
        for slug, deed in self.bureau.deeds.items():
            folder = f"agreements/{slug}/peristiwa/"
            files = [name for name in self.bureau.files if name.startswith(folder)]
            events = [_plain(self.bureau.files[name]) for name in sorted(files)]
            new = [event for event in events if event not in deed.events]
            assert len(events) == len(deed.events) + len(new), f"twice: {events}"
            for event in new:
                if event["jenis"] == WRITTEN:
                    day = date.fromisoformat(event["tanggal"])
                    terms = [deed.term_of(other) for other in deed.letters()]
                    assert deed.term_of(day) not in terms, f"a second letter: {event}"
                deed.events.append(event)
            lost = [event for event in deed.events if event not in events]
            assert not lost, f"lost: {lost}"

    def _take_up_deeds(self) -> None:
        """What a kill or a full disk made of an act that nobody was told is done."""
        files = self.bureau.files
        for slug in SLUGS:
            content = files.get(self._name(slug))
            if content is None:
                continue
            deed = self.bureau.deeds.setdefault(slug, Deed(fields_of(content)))
            for name, signed_on in self._signed_files(slug).items():
                if name == KESEPAKATAN and deed.begin is None:
                    deed.begin = signed_on
                if name not in deed.sealed:
                    self._take_up_seal(slug, deed, name)
            adenda = sorted(
                Path(n).name for n in files if n.startswith(self._name(slug, "adendum"))
            )
            days = self._signed_files(slug)
            deed.adenda = [days.get(name) for name in adenda]

    def _take_up_seal(self, slug: str, deed: Deed, name: str) -> None:
        content = self.bureau.files[self._name(slug, name)]
        seals = json.loads(self.bureau.files.get(self._name(slug, SEAL), b"[]"))
        prints = [seal["sidik"] for seal in seals if seal["berkas"] == name]
        if prints[-1:] == [hashed(content)]:
            deed.sealed[name] = content
            deed.unsealed.discard(name)
        elif name not in deed.sealed:
            deed.unsealed.add(name)

    def _signed_files(self, slug: str) -> dict[str, date]:
        """Day of signing of each file that says one."""
        found = dict[str, date]()
        for path, content in self.bureau.files.items():
            name = path.removeprefix(self._name(slug, ""))
            if name != path and name.endswith(".yaml") and "/" not in name:
                day = _signing_day(content)
                if day:
                    found[name] = day
        return found

    def _is_changed(self, slug: str) -> bool:
        """Whether a sealed text is no more what was sealed."""
        deed = self._deed(slug)
        return deed is not None and any(
            self.bureau.files.get(self._name(slug, name)) != content
            for name, content in deed.sealed.items()
        )

    # Rules: drafts.

    @initialize(trouble=troubles)
    def begin(self, trouble: Trouble) -> None:
        self._do(lambda: self.workspace.note("memulai"), trouble)
        self.draft("satu", QUIET)
        self.draft("dua", QUIET)
        self.sign_it("dua", 0, QUIET, None)

    @rule(slug=slugs, trouble=troubles)
    def draft(self, slug: str, trouble: Trouble) -> None:
        answers = Jawaban.model_validate(ANSWERS)
        there = self._name(slug) in self.bureau.files
        ended, _ = self._do(
            lambda: make_draft(self.workspace, slug, answers, "ani"), trouble
        )
        if ended == "done":
            assert not there
        elif ended == "refused" and trouble is QUIET:
            assert there

    def _open_draft(self, slug: str) -> Deed | None:
        """The deed, where it is a draft and says so."""
        deed = self._deed(slug)
        return deed if deed and not deed.begin else None

    @rule(slug=slugs, who=people, word=words, trouble=troubles)
    def type_in(self, slug: str, who: str, word: str, trouble: Trouble) -> None:
        deed = self._open_draft(slug)
        if not deed:
            return
        content = self.bureau.files[self._name(slug)]
        side = konsep_side_draft(self.workspace, slug, who)
        key = "judul" if who == "ani" else "jangka_waktu"
        text = word if who == "ani" else f"{len(word)} tahun"

        def change() -> None:
            stamp = side.open().stamp
            side.change(stamp, SetTexts({(key,): text}))

        ended, _ = self._do(change, trouble)
        typing = deed.typing.get(who)
        if typing is None or not typing.changed:
            fields = dict(deed.fields)
            typing = Typing(content, fields, dict(fields))
        if ended == "done":
            deed.typing[who] = typing
            typing.fields[key] = text
        else:
            # Whether it was kept is not known to whoever was told nothing.
            kept = side.open().data
            typing.fields[key] = str(kept[key])
            deed.typing[who] = typing

    @rule(
        slug=slugs,
        who=people,
        trouble=troubles,
        other=st.sampled_from(("", "", "hand", "save")),
    )
    def save(self, slug: str, who: str, trouble: Trouble, other: str) -> None:
        deed = self._open_draft(slug)
        if not deed or who not in deed.typing:
            return
        typing = deed.typing[who]
        side = konsep_side_draft(self.workspace, slug, who)
        stamp = side.open().stamp
        meanwhile = self._somebody_else(slug, who, other)
        ended, result = self._do(lambda: save_konsep(side, stamp), trouble, meanwhile)
        was = typing.base
        if ended == "done" and not typing.changed:
            del deed.typing[who]
        elif ended == "done":
            assert was == self._before_act, "an edit of somebody was lost"
            self._saved(deed, slug, who, typing)
        elif trouble is QUIET and not meanwhile and typing.changed:
            assert was != self.bureau.files[self._name(slug)], result
        else:
            self._look_again(deed, slug)

    def _somebody_else(
        self, slug: str, who: str, other: str
    ) -> Callable[[], None] | None:
        """What somebody does to a draft just before another's act takes the lock."""
        self._before_act = self.bureau.files.get(self._name(slug))
        deed = self._deed(slug)
        if other == "hand":
            return lambda: self._edit_by_hand(slug, "Sela")
        name = next(each for each in PEOPLE if each != who)
        if other == "save" and deed and name in deed.typing:
            return lambda: self._save_of_other(slug, name)
        return None

    def _save_of_other(self, slug: str, who: str) -> None:
        deed = self.bureau.deeds[slug]
        side = konsep_side_draft(self.workspace, slug, who)
        try:
            save_konsep(side, side.open().stamp)
        except NotaError:
            return
        self._take_up("done", is_quiet=True)
        self._before_act = self.bureau.files[self._name(slug)]
        self._saved(deed, slug, who, deed.typing[who])

    def _saved(self, deed: Deed, slug: str, who: str, typing: Typing) -> None:
        deed.fields = dict(typing.fields)
        content = self.bureau.files[self._name(slug)]
        deed.typing[who] = Typing(content, dict(typing.fields), dict(typing.fields))

    def _look_again(self, deed: Deed, slug: str) -> None:
        """An act that was cut off: the fields are those of before, or those typed."""
        found = fields_of(self.bureau.files[self._name(slug)])
        known = [deed.fields, *(typing.fields for typing in deed.typing.values())]
        assert found in known, f"{found} was never typed: {known}"
        deed.fields = found

    @rule(slug=slugs, who=people)
    def merge(self, slug: str, who: str) -> None:
        deed = self._open_draft(slug)
        if not deed or who not in deed.typing:
            return
        typing = deed.typing[who]
        side = konsep_side_draft(self.workspace, slug, who)
        ended, merged = self._do(side.merge)
        assert ended == "done"
        fields = {**deed.fields, **typing.changed}
        assert {key: str(merged.data[key]) for key in fields} == fields
        content = self.bureau.files[self._name(slug)]
        deed.typing[who] = Typing(content, dict(deed.fields), fields)

    @rule(slug=slugs, trouble=troubles, other=st.sampled_from(("", "hand")))
    def mend(self, slug: str, trouble: Trouble, other: str) -> None:
        deed = self._open_draft(slug)
        if not deed:
            return
        meanwhile = self._somebody_else(slug, "", other)
        ended, _ = self._do(
            lambda: repair(self._office(), slug), trouble, meanwhile=meanwhile
        )
        found = fields_of(self.bureau.files[self._name(slug)])
        mended = deed.fields | {"judul": deed.fields["judul"].replace("dan dan", "dan")}
        assert found == mended if ended == "done" else found in (deed.fields, mended)
        deed.fields = found

    # Rules: hands, links, clocks.

    def _edit_by_hand(self, slug: str, word: str) -> None:
        name = self._name(slug)
        file = self.root / name
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^judul: .*$", f"judul: {word}", text, count=1)
        file.write_text(text, encoding="utf-8")
        self.bureau.files[name] = self._before_act = text.encode()
        self.bureau.by_hand.add(name)
        self.bureau.deeds[slug].fields["judul"] = word

    @rule(slug=slugs, how=st.sampled_from(("text", "unsign", "restore")))
    def hand(self, slug: str, how: str) -> None:
        """An editor beside the program: it takes no lock and asks nobody."""
        deed = self._deed(slug)
        if not deed:
            return
        name = self._name(slug)
        if not deed.begin:
            self._edit_by_hand(slug, "Tangan")
            return
        sealed = deed.sealed.get(KESEPAKATAN)
        if sealed is None:
            return
        changed = {
            "restore": sealed,
            "text": sealed + b"# tangan\n",
            "unsign": re.sub(rb"(?m)^( +tanggal:) \d.*$", rb"\1", sealed, count=1),
        }
        (self.root / name).write_bytes(changed[how])
        self.bureau.files[name] = changed[how]
        self.bureau.by_hand.add(name)

    @rule(
        slug=slugs,
        which=st.sampled_from((SEAL, "peristiwa/", "")),
        how=st.sampled_from(("edit", "delete")),
    )
    def hand_past_the_trail(self, slug: str, which: str, how: str) -> None:
        """A hand on a seal, an event or the whole folder is noticed; then it is put back."""
        start = self._name(slug, which)
        names = [name for name in self.bureau.files if name.startswith(start)]
        if not names or (which == "" and self._name(slug, SEAL) not in names):
            return
        files = [self.root / name for name in names]
        for file in files:
            if how == "edit" and which:
                file.write_bytes(file.read_bytes() + b"\n")
            else:
                file.unlink()
        with self.disk.watched():
            _, problems = open_register(Opened(self.workspace), self.today)
            said = any(slug in problem for problem in problems)
            try:
                seal_signed(self._office(), slug, self.today)
                is_refused = False
            except NotaError:
                is_refused = True
        for name in names:
            (self.root / name).write_bytes(self.bureau.files[name])
        assert said, f"a hand on {which or slug} was not noticed by the register"
        assert is_refused, f"sealed over a hand on {which or slug}"

    @rule(
        many=st.sampled_from((0, 1, 9, 30, 365, -1, -20, -400)),
        hours=st.sampled_from((0, 5, -5)),
    )
    def turn_the_clock(self, many: int, hours: int) -> None:
        """Time goes on, or the machine's clock jumps."""
        self.clock += timedelta(days=many, hours=hours).total_seconds()

    @rule(
        slug=slugs,
        where=st.sampled_from(
            (
                "agreements/{}",
                "agreements/{}/peristiwa",
                "agreements/{}/kesepakatan.yaml",
                "agreements/{}/segel.json",
                "agreements/{}/adendum-01.yaml",
                "output",
                "output/{}",
                "output/{}/surat",
                ".meja",
                ".meja/jejak.jsonl",
                ".meja/kunci-tulis.oleh",
                ".meja/segel",
                ".meja/sunting",
            )
        ),
        what=st.sampled_from(("record", "publish", "extend", "sign", "type")),
    )
    def link(self, slug: str, where: str, what: str) -> None:
        """A link that leads out: whatever is done, nothing outside is touched."""
        path = self.root / where.format(slug)
        with self._leads_out(path) as (seen, look):
            try:
                self._some_act(slug, what)
            except NotaError as cause:
                note(f"   refused: {cause}")
            assert look() == seen, f"written through {path}"
        self._take_up("done", is_quiet=False)

    def _some_act(self, slug: str, what: str) -> None:
        office = self._office()
        day = str(self.today)
        if what == "record":
            record(office, slug, {"jenis": "musyawarah", "tanggal": day, "pokok": "x"})
        elif what == "publish":
            list(publish(office, self.today, ("txt",)))
        elif what == "sign":
            self._sign(office, slug, self._day_to_sign(slug))
        elif what == "extend" and not self._extended_by_event(slug):
            draft_perpanjangan(office, slug, ONE_YEAR, Request(alasan=("perlu",)))
        elif what == "type":
            konsep_side_draft(self.workspace, slug, "cici").discard()

    @contextmanager
    def _leads_out(
        self, path: Path
    ) -> Iterator[tuple[dict[str, bytes], Callable[[], dict[str, bytes]]]]:
        """A link in the place of a path, to where it was moved; afterwards it is back."""
        target = self.outside / "isi"
        is_there = path.exists()
        if is_there:
            shutil.move(path, target)
        elif path.suffix:
            target.write_bytes(b"")
        else:
            target.mkdir()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

        def look() -> dict[str, bytes]:
            files = [target, *target.rglob("*")]
            return {str(f): f.read_bytes() if f.is_file() else b"" for f in files}

        try:
            yield look(), look
        finally:
            is_link = path.is_symlink()
            if is_link:
                path.unlink()
            if is_link and is_there:
                shutil.move(target, path)
            elif target.is_dir():
                shutil.rmtree(target)
            else:
                target.unlink(missing_ok=True)

    # Rules: signing, seals, adenda.

    def _sign(self, office: Office, slug: str, day: date) -> bool:
        """What the desk does with the form; False where there is nothing to sign."""
        konsep = kesepakatan_to_sign(office, slug) or adendum_to_sign(office, slug)
        if not konsep:
            return False
        temuan = sign(office, slug, konsep, _signed(konsep, day))
        assert not temuan, temuan
        return True

    @rule(
        slug=slugs,
        later=st.integers(0, 3),
        trouble=troubles,
        other=st.sampled_from((None, None, "hand")),
    )
    def sign_it(
        self, slug: str, later: int, trouble: Trouble, other: str | None
    ) -> None:
        deed = self._deed(slug)
        if not deed:
            return
        day = self._day_to_sign(slug, later)
        if self._stands_signed(deed, slug) and all(deed.adenda):
            return
        unsealed = set(deed.unsealed)
        is_changed = self._is_changed(slug)
        meanwhile = None
        if other and not deed.begin:
            meanwhile = self._somebody_else(slug, "", other)
        ended, result = self._do(
            lambda: self._sign(self._office(), slug, day), trouble, meanwhile
        )
        if trouble is QUIET and meanwhile is None and not is_changed:
            assert ended == "done", result
        if ended == "done":
            assert not is_changed, "sealed anew with no word of why"
            assert deed.unsealed <= unsealed, "signed, and not sealed"
            found = fields_of(self.bureau.files[self._name(slug)])
            assert found == deed.fields, "an acknowledged edit is gone"
            deed.typing.clear()

    def _stands_signed(self, deed: Deed, slug: str) -> bool:
        """Signed, and its signature was not taken out by hand since."""
        return bool(deed.begin) and KESEPAKATAN in self._signed_files(slug)

    def _day_to_sign(self, slug: str, later: int = 0) -> date:
        """A day that nothing contradicts: its first one, or one for its next adendum."""
        deed = self._deed(slug)
        if not deed or not self._stands_signed(deed, slug):
            known_begin = deed.begin if deed else None
            return known_begin or SIGNED_ON + timedelta(days=later)
        known = [day for day in (deed.begin, *deed.adenda, self.today) if day]
        return max(known)

    @rule(slug=slugs, anew=st.booleans(), trouble=troubles)
    def seal(self, slug: str, anew: bool, trouble: Trouble) -> None:
        deed = self._deed(slug)
        if not deed or not deed.begin:
            return
        is_changed = self._is_changed(slug)
        if anew and KESEPAKATAN not in self._signed_files(slug):
            return  # then it would be a draft again, by whoever said why
        reason = "salah ketik" if anew else ""
        ended, result = self._do(
            lambda: seal_signed(
                self._office(), slug, self.today, anew=anew, reason=reason
            ),
            trouble,
        )
        if anew:
            for name in self._signed_files(slug):
                self._take_up_seal(slug, deed, name)
        if ended == "done":
            assert anew or not is_changed, "sealed anew with no word of why"
            assert not deed.unsealed
        elif trouble is QUIET:
            assert is_changed and not anew, result

    def _extended_by_event(self, slug: str) -> bool:
        deed = self._deed(slug)
        kinds = [event["jenis"] for event in deed.events] if deed else []
        return "perpanjangan" in kinds

    @rule(slug=slugs, trouble=troubles)
    def extend(self, slug: str, trouble: Trouble) -> None:
        """The draft of an adendum for another year."""
        deed = self._deed(slug)
        if not deed or self._extended_by_event(slug) or len(deed.adenda) > 2:
            return
        is_drafted = deed.adenda[-1:] == [None]
        must_refuse = deed.begin is None or self._is_changed(slug) or is_drafted
        request = Request(alasan=("perlu",))
        ended, result = self._do(
            lambda: draft_perpanjangan(self._office(), slug, ONE_YEAR, request), trouble
        )
        if ended == "done":
            assert deed.adenda[-1:] == [None]
            assert not must_refuse
        elif trouble is QUIET:
            assert must_refuse, result

    # Rules: events, letters, accounts.

    @rule(
        slug=slugs,
        kind=st.sampled_from(
            (
                "perpanjangan",
                "penyerahan_rangkap",
                "musyawarah",
                "pemberitahuan_dikirim",
            )
        ),
        number=st.integers(1, 2),
        who=people,
        trouble=troubles,
        other=st.booleans(),
    )
    def event(
        self,
        slug: str,
        kind: str,
        number: int,
        who: str,
        trouble: Trouble,
        other: bool,
    ) -> None:
        deed = self._deed(slug)
        if not deed or (kind == "perpanjangan" and deed.adenda):
            return
        said: dict[str, dict[str, Any]] = {
            "perpanjangan": {"selama": "1 tahun"},
            "penyerahan_rangkap": {"rangkap": number},
            "musyawarah": {"pokok": f"Pokok {number}"},
            "pemberitahuan_dikirim": {
                "perihal": "perpanjangan",
                "dari": "kesatu",
                "nomor": f"500/{number}",
            },
        }
        content = {"jenis": kind, "tanggal": str(self.today), **said[kind]}
        known = self._says_already(deed, content)

        def act() -> Path:
            return record(self._office(who), slug, content, meant=AGAIN)

        meanwhile = (lambda: self._record_first(slug, content)) if other else None
        before, self._other_was_first = len(deed.events), False
        ended, result = self._do(act, trouble, meanwhile)
        if ended == "done":
            assert not known and not self._other_was_first, f"recorded twice: {content}"
            assert deed.events[before:] == [content], "not what was said"
        elif trouble is QUIET and not other and not self._is_changed(slug):
            assert known or not self._runs(deed), result

    def _runs(self, deed: Deed) -> bool:
        is_begun = deed.begin is not None and deed.begin <= self.today
        return is_begun and self.today <= deed.end_on(self.today)

    def _says_already(self, deed: Deed, content: dict[str, Any]) -> bool:
        """Whether an event is there that would count twice, or bears its number."""
        alike = [each for each in deed.events if each["jenis"] == content["jenis"]]
        if content["jenis"] == "penyerahan_rangkap":
            return any(each["rangkap"] == content["rangkap"] for each in alike)
        if content["jenis"] == "pemberitahuan_dikirim":
            return any(each["nomor"] == content["nomor"] for each in alike)
        return any(each["tanggal"] == content["tanggal"] for each in alike)

    def _record_first(self, slug: str, content: dict[str, Any]) -> None:
        """The other one of two who record the same at once."""
        try:
            record(self._office("budi"), slug, content, meant=AGAIN)
        except NotaError:
            return
        self._other_was_first = True
        self._take_up("done", is_quiet=True)

    @rule(
        when=st.sampled_from(("today", "today", "before", "due", "later")),
        trouble=troubles,
        other=st.booleans(),
    )
    def publish_letters(self, when: str, trouble: Trouble, other: bool) -> None:
        """`nota terbitkan` of a day, on its own or while another run is at it."""
        day = self._publishing_day(when)
        owed = {slug for slug in self.bureau.deeds if self._owes(slug, day)}
        files = set(self.bureau.files)

        def act() -> list[Published]:
            return list(publish(self._office(), day, ("txt",)))

        meanwhile = (lambda: self._publish_first(day)) if other else None
        ended, _result = self._do(act, trouble, meanwhile)
        new = {name for name in self.bureau.files if name not in files}
        letters = {name.split("/")[1] for name in new if name.startswith("output/")}
        due = {slug for slug in self.bureau.deeds if self._is_due(slug, day)}
        assert letters <= due, f"a letter before its day: {letters} on {day}"
        if ended == "done" and trouble is QUIET:
            for slug in owed:
                assert self._has_its_letter(slug, day), f"{slug}: none on {day}"

    def _publishing_day(self, when: str) -> date:
        deed = self._deed("dua")
        if when == "today" or deed is None or not deed.begin:
            return self.today
        due = self._due_day(deed, self.today)
        return due + timedelta(days={"before": -1, "due": 0, "later": 3}[when])

    def _publish_first(self, day: date) -> None:
        list(publish(self._office("budi"), day, ("txt",)))
        self._take_up("done", is_quiet=True)

    def _due_day(self, deed: Deed, per: date) -> date:
        """The last working day on or before the day of notice by the earliest reading, less the lead."""
        earliest_end = deed.end_on(per) - timedelta(days=1)
        day = months_before(earliest_end, NOTICE_MONTHS)
        calendar = load_calendar(self.root)
        while calendar.off_reason(day) is not None:
            day -= timedelta(days=1)
        return day - timedelta(days=LEAD_DAYS)

    def _is_due(self, slug: str, per: date) -> bool:
        deed = self.bureau.deeds[slug]
        if deed.begin is None or per < deed.begin:
            return False
        return self._due_day(deed, per) <= per <= deed.end_on(per)

    def _owes(self, slug: str, per: date) -> bool:
        """Whether the letter of the present term must be there after a run of that day."""
        deed = self.bureau.deeds[slug]
        is_plain = not (self._is_changed(slug) or deed.is_answered())
        later = [day for day in deed.extensions() if day >= per]
        return is_plain and not later and self._is_due(slug, per)

    def _has_its_letter(self, slug: str, per: date) -> bool:
        deed = self.bureau.deeds[slug]
        days = [day for day in deed.letters() if deed.term_of(day) >= deed.term_of(per)]
        stem = f"output/{slug}/surat/{{}}-pemberitahuan-perpanjangan{{}}.txt"
        return any(
            stem.format(day, end) in self.bureau.files
            for day in days
            for end in ("", "-tanda-terima")
        )

    @rule(
        name=people,
        role=st.sampled_from(accounts.ROLE),
        what=st.sampled_from(("add", "password", "remove")),
        trouble=troubles,
    )
    def account(
        self, name: str, role: accounts.Role, what: str, trouble: Trouble
    ) -> None:
        known = self.bureau.accounts
        is_there = name in known

        def act() -> None:
            if what == "add":
                accounts.add_account(self.workspace, name, role, "kata sandi baik")
            elif what == "remove":
                accounts.remove_account(self.workspace, name)
            else:
                password = f"kata sandi {self.today}"
                accounts.set_password(self.workspace, name, password)

        ended, _ = self._do(act, trouble)
        wanted = dict(known)
        if what == "add":
            wanted.setdefault(name, role)
        elif what == "remove":
            wanted.pop(name, None)
        content = json.loads(self.bureau.files.get(ACCOUNTS, b"{}"))
        found = {each: said["peran"] for each, said in content.items()}
        assert found == wanted if ended == "done" else found in (known, wanted)
        if ended == "done":
            assert is_there == (what != "add")
        self.bureau.accounts = found

    # What holds after every step.

    @invariant()
    def all_holds(self) -> None:
        self._nothing_changed_unseen()
        self._no_temporary_is_left()
        self._the_trail_is_whole()
        self._the_end_of_the_trail_is_kept()
        self._the_register_is_what_it_would_be_computed_anew()

    def _nothing_changed_unseen(self) -> None:
        assert kept_files(self.root) == self.bureau.files
        for slug, deed in self.bureau.deeds.items():
            if deed.begin is None:
                found = fields_of(self.bureau.files[self._name(slug)])
                assert found == deed.fields, "an acknowledged edit is gone"

    def _no_temporary_is_left(self) -> None:
        assert not self._temporaries()

    def _the_trail_is_whole(self) -> None:
        assert trail_lines(self.root) == self.bureau.trail
        report = self.workspace.examine_trail()
        assert report.is_whole, report
        last = dict[str, str]()
        for entry in reversed(self.workspace.trail()):
            assert entry.link, f"without the hash of the line before: {entry}"
            assert entry.step != "niat", f"left open: {entry}"
            if entry.file:
                last[entry.file] = entry.after
        for name, after in last.items():
            if name not in self.bureau.by_hand:
                assert after == hashed(self.bureau.files.get(name)), name

    def _the_end_of_the_trail_is_kept(self) -> None:
        file = self.root / ".meja/jejak-ujung.json"
        if self.bureau.trail and not self._ended_in_trouble:
            kept = json.loads(file.read_bytes()) if file.exists() else {}
            last = self.bureau.trail[-1]
            end = {"baris": len(self.bureau.trail), "sidik": hashed(last)}
            assert kept == end, "the end of the trail was not kept"

    def _the_register_is_what_it_would_be_computed_anew(self) -> None:
        state = (self.today, hash(tuple(sorted(self.bureau.files.items()))))
        if state == self._last_seen:
            return
        self._last_seen = state
        fresh = Opened(NoIndex(self.root))
        assert days.today(fresh) == self.today, "another day than the office's"
        anew, problems = open_register(fresh, self.today)
        rows, same = open_register(Opened(self.workspace), self.today)
        is_same = (_data(rows), same) == (_data(anew), problems)
        assert is_same, "the index gives another register"
        self.seconds += 2
        content = self.board.on(self.today)
        assert _data(content.rows) == _data(anew), "the desk shows another register"
        self._check_against_the_model({row.summary.slug: row for row in anew}, problems)

    def _check_against_the_model(
        self, rows: dict[str, RegisterRow], problems: list[str]
    ) -> None:
        for slug, deed in self.bureau.deeds.items():
            if self._is_changed(slug):
                assert any(each.startswith(f"{slug}: ") for each in problems) or (
                    slug not in rows
                ), f"{slug} changed since it was sealed, and nobody says so"
                continue
            assert slug in rows, problems
            assert rows[slug].seal == _seal_state(deed)
            self._check_row(deed, rows[slug])

    def _check_row(self, deed: Deed, row: RegisterRow) -> None:
        state = row.condition
        if deed.begin is None or self.today < deed.begin:
            assert state.status == "konsep"
            return
        end = deed.end_on(self.today)
        assert state.ended and state.ended.tanggal == end, "another end"
        assert (state.status == "berakhir") == (self.today > end)
        for tenggat in state.tenggat:
            if tenggat.jenis == "pemberitahuan":
                notice = deed.notice_on(self.today)
                assert tenggat.tanggal == notice, "another day of notice"


@lru_cache(maxsize=50)
def _signing_day(content: bytes) -> date | None:
    signing = yaml.safe_load(content).get("penandatanganan") or {}
    day = signing.get("tanggal")
    return day if isinstance(day, date) else None


def _signed(konsep: ReadyKonsep, day: date) -> dict[str, Any]:
    """The data of a draft with what the form asks for."""
    own = {"pejabat_pelaksana": "Kabag"} if "judul" in konsep.data else {}
    para_pihak = [{**pihak, **SIGNATURE, **own} for pihak in konsep.data["para_pihak"]]
    signing = {"tempat": "Solo", "tanggal": str(day)}
    return {**konsep.data, "penandatanganan": signing, "para_pihak": para_pihak}


def _plain(content: bytes) -> dict[str, Any]:
    """An event's file as what was said of it, days as text."""
    data = yaml.safe_load(content)
    return {
        key: str(value) if isinstance(value, date) else value
        for key, value in data.items()
    }


def _data(rows: Any) -> list[dict[str, object]]:
    return [row.data() for row in rows]


def _seal_state(deed: Deed) -> str:
    if deed.begin is None:
        return ""
    return "tanpa segel" if deed.unsealed else "utuh"
