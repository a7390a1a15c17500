"""What is asked before something is done that is not lightly taken back.

A page says in words what follows, and carries what was typed; only its own button does it.
The template is templates/pasti.html.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notakesepakatan.model.kesepakatan import Kesepakatan
from notakesepakatan.web.forms import Isian

SURE = "pasti"
"""The field of the button that does it."""
BACK = "kembali"
"""The field of the button that leads back to the form."""
_OWN = (SURE, BACK, "csrf_token")


@dataclass(frozen=True)
class Question:
    """One such page.

    Attributes:
        slug: the agreement.
        judul: what is to be done.
        reading: the agreement as it reads.
        target: where the form is sent.
        verb: what the button says that does it.
        days: what was typed and is worth reading again: label and words.
        following: what follows, in sentences.
        doubts: what is unusual, in sentences.
        isian: what was typed.
    """

    slug: str
    judul: str
    reading: Kesepakatan
    target: str
    verb: str
    days: Sequence[tuple[str, str]]
    following: Sequence[str]
    doubts: Sequence[str]
    isian: Isian

    @property
    def carried(self) -> Mapping[str, str]:
        """What the page sends along, so that nothing is typed twice."""
        typed = self.isian.value.items()
        return {name: text for name, text in typed if name not in _OWN}
