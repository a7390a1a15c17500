"""What a text that waits may become: a new agreement, or the text of one known by its facts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from notakesepakatan.web.forms import Isian

_FIELD = "kesepakatan"


@dataclass(frozen=True)
class Target:
    """An agreement of which only facts are known.

    Attributes:
        slug: the agreement.
        judul: its title.
        seen: hash of its files as the form shows it.
        reason: by what the file is like it; empty where it is not.
        is_proposed: whether it is so like that it is chosen until a person says otherwise.
    """

    slug: str
    judul: str
    seen: str
    reason: str = ""
    is_proposed: bool = False

    @property
    def value(self) -> str:
        """What the form sends of it."""
        return f"{self.slug} {self.seen}"

    @property
    def words(self) -> str:
        """How it stands in the list."""
        why = f" (cocok {self.reason})" if self.reason else ""
        return f"{self.judul}{why}"


def chosen_in(isian: Isian) -> tuple[str, str]:
    """The agreement that a form chose and its hash as it was seen; empty for a new one."""
    slug, _, seen = isian.text(_FIELD, at_most=200).partition(" ")
    return slug, seen


def offered(
    targets: Sequence[Target], isian: Isian, *, renewed: bool
) -> Sequence[Target]:
    """Those of a form; one chosen before stays as old as it was, unless it is renewed."""
    slug, seen = chosen_in(isian)
    if renewed or not slug:
        return targets
    return [replace(one, seen=seen) if one.slug == slug else one for one in targets]
