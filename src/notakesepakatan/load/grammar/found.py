"""What is gathered while a foreign text is read: which paragraphs have their place."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from notakesepakatan.load.grammar.stream import Item

BLANK = "…"
"""Stands where the text says nothing and the YAML needs something."""


@dataclass
class Found:
    """What is gathered on the way."""

    placed: set[int] = field(default_factory=set)
    renumbered: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    repeated: set[int] = field(default_factory=set)
    addresses: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def take(self, items: Sequence[Item]) -> None:
        """These paragraphs have their place."""
        self.placed |= {item.number for item in items}
        self.placed |= {item.label_at for item in items if item.label_at is not None}

    def repeat(self, items: Sequence[Item]) -> None:
        """These say again what stands on the page before."""
        self.take(items)
        self.repeated |= {item.number for item in items}

    def leave(self, items: Sequence[Item]) -> None:
        """These have none, or not all of their words."""
        self.left |= {item.number for item in items}
