"""Wrong passwords: by what they are counted, how long one waits, and what the trail says.

The rule, as the guide tells it:

- Counted by name and address together: after three wrong ones the next waits, five seconds
  and then each time twice as long, five minutes at most. Colleagues behind the same address
  have other names, and do not wait.
- Counted by name alone, from wherever: the same after twenty, against guessing from many
  addresses.
- Counted by address alone: twenty wrong ones close nothing; but from then on every name waits
  there after its first wrong one.
- A browser in which that name has logged in before is counted by itself, so that nobody can
  shut a person out by guessing at the name.

An attempt counts for an hour. Whoever has to wait is told so at once; nothing sleeps. A name
that is no account's counts like any other, so that nobody learns which names there are.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from threading import Lock

FREE = 3
FREE_OF_NAME = 20
FREE_OF_ADDRESS = 20
FIRST_WAIT = 5.0
LONGEST_WAIT = 5 * 60.0
"""Seconds."""
WINDOW = 3600.0
"""Seconds for which an attempt counts."""
MOST_KEPT = 10_000
"""Keys that are counted at once; of more the longest unused is forgotten."""
MOST_OF_A_KEY = 100
"""Attempts kept of one key: many more than any wait needs."""
MINUTE = 60.0

Key = tuple[str, ...]


@dataclass(frozen=True)
class Count:
    """By what an attempt is counted.

    Attributes:
        key: the name, the address or the browser, and which of them.
        free: how many wrong ones there may be before one waits; None where one never does.
    """

    key: Key
    free: int | None


class Attempts:
    """Attempts of the last hour that were wrong or are under way, by key."""

    def __init__(self) -> None:
        self._moments: OrderedDict[Key, list[float]] = OrderedDict()
        self._lock = Lock()

    def counts(
        self, name: str, address: str, browser: str, now: float
    ) -> tuple[Count, ...]:
        """By what an attempt is counted.

        Args:
            name: the name as typed.
            address: where it comes from.
            browser: the browser's own word where that name has logged in there; or empty.
            now: steady seconds.
        """
        if browser:
            return (Count(("peramban", browser, name), FREE),)
        of_address = Count(("alamat", address), None)
        with self._lock:
            is_crowded = len(self._recent(of_address.key, now)) >= FREE_OF_ADDRESS
        return (
            Count(("nama dan alamat", name, address), 1 if is_crowded else FREE),
            Count(("nama", name), FREE_OF_NAME),
            of_address,
        )

    def begin(self, counts: Sequence[Count], now: float) -> float:
        """Count an attempt before it is made, so that of many at once none passes.

        Returns:
            The seconds to wait where it may not be made, and is not counted; else 0.
        """
        with self._lock:
            wait = self._wait(counts, now)
            if not wait:
                for count in counts:
                    self._add(count.key, now)
            return wait

    def forgive(self, counts: Sequence[Count], moment: float) -> None:
        """The attempt begun at that moment was right, or not made: it counts no more."""
        with self._lock:
            for count in counts:
                moments = self._moments.get(count.key, [])
                if moment in moments:
                    moments.remove(moment)

    def wait(self, counts: Sequence[Count], now: float) -> float:
        """Seconds until the next may be made; 0 where it may be now."""
        with self._lock:
            return self._wait(counts, now)

    def _wait(self, counts: Sequence[Count], now: float) -> float:
        return max(self._wait_of(count, now) for count in counts)

    def _wait_of(self, count: Count, now: float) -> float:
        moments = self._recent(count.key, now)
        if count.free is None or len(moments) < count.free:
            return 0.0
        doubled = len(moments) - count.free
        wait = min(FIRST_WAIT * 2.0**doubled, LONGEST_WAIT)
        return max(moments[-1] + wait - now, 0.0)

    def _recent(self, key: Key, now: float) -> list[float]:
        moments = self._moments.get(key, [])
        moments[:] = [moment for moment in moments if moment > now - WINDOW]
        return moments

    def _add(self, key: Key, now: float) -> None:
        moments = self._moments.setdefault(key, [])
        moments.append(now)
        del moments[:-MOST_OF_A_KEY]
        self._moments.move_to_end(key)
        while len(self._moments) > MOST_KEPT:
            self._moments.popitem(last=False)


@dataclass(frozen=True)
class Happening:
    """What the trail is to say.

    Attributes:
        who: the account; or that it is none.
        what: what happened, in Indonesian.
        address: from where, the last time.
        times: how many times since it was last said.
    """

    who: str
    what: str
    address: str
    times: int

    def words(self) -> str:
        """As the trail says it: "salah sandi 14 kali, terakhir dari 10.0.0.5"."""
        if self.times == 1:
            return f"{self.what} dari {self.address}"
        return f"{self.what} {self.times} kali, terakhir dari {self.address}"


class Tally:
    """What happens often is said once a minute, with its count."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, str], float] = {}
        self._kept: dict[tuple[str, str], Happening] = {}
        self._lock = Lock()

    def add(self, who: str, what: str, address: str, now: float) -> list[Happening]:
        """Something happened; what is to be said now, of this and of what was kept."""
        key = (who, what)
        with self._lock:
            times_before = self._kept[key].times if key in self._kept else 0
            self._kept[key] = Happening(who, what, address, times_before + 1)
        return self.due(now)

    def due(self, now: float) -> list[Happening]:
        """What was kept and was not said for a minute; it counts as said."""
        with self._lock:
            for key in [
                key for key, said in self._said.items() if said <= now - MINUTE
            ]:
                del self._said[key]
            ready = [key for key in self._kept if key not in self._said]
            self._said.update(dict.fromkeys(ready, now))
            return [self._kept.pop(key) for key in ready]


def wait_words(seconds: float) -> str:
    """A wait as one is told it, rounded up: "40 detik", "5 menit"."""
    whole = max(ceil(seconds), 1)
    return f"{whole} detik" if whole < 60 else f"{ceil(whole / 60)} menit"
