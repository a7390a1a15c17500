"""`kesepakatan.yaml` in, an agreement with all that is computed from its words out.

Or all that is wrong with it. What is computed once travels with what was loaded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from notakesepakatan.compute.text.coherence import check_coherence, check_kewajiban
from notakesepakatan.compute.text.numbering import Numbers, number
from notakesepakatan.compute.text.reading import resolve
from notakesepakatan.compute.text.terjemahan import problems_of_translation
from notakesepakatan.compute.text.tree import Tree, to_tree
from notakesepakatan.errors import FaultyNaskah
from notakesepakatan.load.yaml.datum import parse_yaml
from notakesepakatan.load.yaml.messages import salvage, validate
from notakesepakatan.load.yaml.text import Source
from notakesepakatan.model.kesepakatan import Kesepakatan, class_of
from notakesepakatan.model.para_pihak import PenandaTangan
from notakesepakatan.temuan import Problem, Temuan
from notakesepakatan.workspace.contents import read_limited

if TYPE_CHECKING:
    from notakesepakatan.model.adendum import TextBelow


@dataclass(frozen=True)
class Loaded:
    """A loaded agreement: as typed, as it reads on paper, and the file both come from.

    Attributes:
        kesepakatan: the data as typed.
        reading: the same as it reads.
        numbers: where everything numbered stands.
        source: the file.
        isi: the file's bytes.
        changed: adenda that are in it: "Adendum Kesatu".
        changed_cited: the same, each with its numbers and its day.
        penanda_tangan: who signed the last of them.
    """

    kesepakatan: Kesepakatan
    reading: Kesepakatan
    numbers: Numbers = field(repr=False)
    source: Source = field(repr=False)
    isi: bytes = field(repr=False)
    changed: tuple[str, ...] = ()
    changed_cited: tuple[str, ...] = ()
    penanda_tangan: tuple[PenandaTangan, ...] = ()

    @cached_property
    def tree(self) -> Tree:
        """The data as a tree; shared, so nobody writes into it."""
        return to_tree(self.kesepakatan)

    @cached_property
    def as_kept(self) -> "TextBelow":
        """What an adendum on top of it keeps of it."""
        from notakesepakatan.load.adendum.fingerprint import kesepakatan_as_kept

        return kesepakatan_as_kept(self.kesepakatan)

    @cached_property
    def faults(self) -> int:
        """How many findings of level galat the text has.

        Without the dictionary, which takes a second to load.
        """
        from notakesepakatan.compute.rules import check, read_kesepakatan

        text = read_kesepakatan(self.kesepakatan, None, self.reading, self.numbers)
        found = check(text)
        return sum((flaw.tingkat or rule.tingkat) == "galat" for rule, flaw in found)


def with_tree(loaded: Loaded, tree: Tree) -> Loaded:
    """The same text, whose tree is known already: making it takes half of the reading."""
    loaded.__dict__["tree"] = tree
    return loaded


def with_shared(tree: Tree, like: Loaded) -> Mapping[str, object]:
    """The tree, in which what it shares with that of another text is validated already.

    A text and the one before its adendum differ in little: the rest is the very same.
    """
    shared = dict[str, object](tree)
    for key, content in tree.items():
        if content is like.tree.get(key):
            shared[key] = getattr(like.kesepakatan, key)
    if "pasal" in tree and tree["pasal"] is not like.tree["pasal"]:
        both = zip(like.tree["pasal"], like.kesepakatan.pasal, strict=True)
        known = {id(node): pasal for node, pasal in both}
        shared["pasal"] = [known.get(id(node), node) for node in tree["pasal"]]
    return shared


@dataclass(frozen=True)
class Computed:
    """What is computed from the words of an agreement, and all that stands in its way."""

    numbers: Numbers
    reading: Kesepakatan
    problems: tuple[Problem, ...]


def compute(kesepakatan: Kesepakatan, like: Loaded | None = None) -> Computed:
    """Number an agreement once, read it once, and hold it against itself.

    Args:
        kesepakatan: the agreement as typed.
        like: a sound text that shares parts with it.
    """
    numbered = number(kesepakatan, like.numbers if like else None)
    reading, problems = resolve(kesepakatan, numbered)
    _, numbers, _ = numbered
    of_translation = problems_of_translation(numbered)
    incoherent = check_coherence(kesepakatan, like.kesepakatan if like else None)
    groundless = check_kewajiban(kesepakatan, numbers.kunci)
    every_problem = (*problems, *of_translation, *incoherent, *groundless)
    return Computed(numbers, reading, every_problem)


def load_kesepakatan(file: Path) -> Loaded:
    """Read and validate one agreement.

    Raises:
        CannotRead: no such file, or no right to read it.
        FaultyNaskah: with every finding, sorted by place.
    """
    return parse_kesepakatan(read_limited(file), str(file))


def parse_kesepakatan(content: bytes, name: str) -> Loaded:
    """The same from bytes, for text that is in no file yet.

    Raises:
        FaultyNaskah: with every finding, sorted by place.
    """
    loaded, temuan = examine(content, name)
    if temuan or loaded is None:
        raise FaultyNaskah(temuan)
    return loaded


def examine(content: bytes, name: str) -> tuple[Loaded | None, list[Temuan]]:
    """All that is wrong, and the agreement as far as it reads.

    The faulty is left out, and stand-ins take the place of what is missing.

    Raises:
        FaultyNaskah: no YAML that this program reads.
    """
    return examine_source(parse_yaml(content, name), content)


def examine_source(
    source: Source, content: bytes
) -> tuple[Loaded | None, list[Temuan]]:
    """The same of a file that is parsed already."""
    model = class_of(source.data)
    kesepakatan, temuan = validate(model, source)
    checked = kesepakatan or salvage(model, source.data)
    if checked is None:
        return None, temuan
    computed = compute(checked)
    already = {one.tempat for one in temuan}
    further = place_problems(computed.problems, source)
    temuan += [one for one in further if one.tempat not in already]
    loaded = Loaded(checked, computed.reading, computed.numbers, source, content)
    return loaded, temuan


def place_problems(problems: Iterable[Problem], source: Source) -> list[Temuan]:
    """Each with its place in the file."""
    return [problem.found_at(source.tempat(problem.place.path)) for problem in problems]
