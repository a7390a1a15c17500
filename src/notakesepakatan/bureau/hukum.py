"""Which agreements rest on a law that has gone or changed: news of those in force."""

from collections.abc import Sequence
from dataclasses import dataclass

from notakesepakatan.bureau.register import RegisterRow

_RUNNING = (
    "belum berlaku",
    "berlaku",
    "masa pemberitahuan",
    "lewat tenggat",
    "diperpanjang",
)
"""Status of an agreement that is signed and not over."""


@dataclass(frozen=True)
class AffectedKesepakatan:
    """One agreement that rests on laws which are no more what they were.

    Attributes:
        row: the agreement on a day.
        laws: those laws, each with what became of it.
    """

    row: RegisterRow
    laws: tuple[str, ...]

    def data(self) -> dict[str, object]:
        """The same as plain data."""
        summary = self.row.summary
        return {
            "kesepakatan": summary.slug,
            "judul": summary.judul,
            "status": self.row.condition.status,
            "peraturan": list(self.laws),
        }


def affected_kesepakatan(rows: Sequence[RegisterRow]) -> list[AffectedKesepakatan]:
    """Of these agreements those that are signed and run, and rest on such a law.

    A draft is told of it by the check before the signing, and what is over needs nothing.
    """
    return [
        AffectedKesepakatan(row, row.summary.changed_laws)
        for row in rows
        if row.summary.changed_laws and row.condition.status in _RUNNING
    ]
