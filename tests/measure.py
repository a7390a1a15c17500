"""`make measure`: how the code reads, and how often an act computes the same; the figures that the project holds itself to."""

import ast
import io
import shutil
import statistics
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.perubahan import pasted, processor_time
from conftest import AKAR, MINIMAL
from notakesepakatan.bureau.konsep import konsep_side_draft
from notakesepakatan.workspace import Workspace
from surroundings import settle
from test_once import Calls, counted, desk, nota

PACKAGE = AKAR / "src/notakesepakatan"
WIDEST_LINE = 100
MOST_BRANCHES = 10
MOST_WINDING = 0.02
"""The part of the functions that may have more branches."""
MOST_TOKENS = 8
MOST_ROOMS = 20
DRAFT = "uji"
_NO_CODE = frozenset(
    {
        tokenize.COMMENT,
        tokenize.STRING,
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
    }
)


@dataclass(frozen=True)
class Module:
    """One file of the program."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        return self.path.relative_to(PACKAGE).as_posix()

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @cached_property
    def tokens(self) -> list[tokenize.TokenInfo]:
        """What a reader has to take in: no comments, no texts, no ends of lines."""
        found = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return [token for token in _whole_texts(found) if token.type not in _NO_CODE]

    @property
    def code_lines(self) -> int:
        return len({token.start[0] for token in self.tokens})

    @property
    def functions(self) -> Iterator[tuple[str, int]]:
        """The name of each function, with the number of ways through it."""
        for node in ast.walk(ast.parse(self.text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{self.name}:{node.lineno} {node.name}", complexity(node)


def _whole_texts(
    tokens: Iterable[tokenize.TokenInfo],
) -> Iterator[tokenize.TokenInfo]:
    """The tokens without those of texts with values in them.

    Python 3.12 and later take such a text apart, 3.11 has it as one.
    """
    open_texts = 0
    for token in tokens:
        name = tokenize.tok_name[token.type]
        open_texts += name == "FSTRING_START"
        if not open_texts:
            yield token
        open_texts -= name == "FSTRING_END"


def complexity(function: ast.AST) -> int:
    """One, and one more for each branch, loop, comprehension, handler of an error, `and` and `or`."""
    return 1 + sum(_branches(node) for node in ast.walk(function))


def _branches(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    branching = (
        ast.If,
        ast.IfExp,
        ast.For,
        ast.While,
        ast.ExceptHandler,
        ast.comprehension,
    )
    return int(isinstance(node, branching))


def read_modules() -> list[Module]:
    return [
        Module(path, path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    ]


@dataclass(frozen=True)
class Figures:
    """How the code reads.

    Attributes:
        tokens: tokens on a line of code, on average.
        lines: lines of code.
        functions: how many functions there are.
        winding: those with more ways through them than we want, each with their number.
        wide: where lines are wider than we want.
        largest: the module with the most lines.
        rooms: what stands at the top of the package.
    """

    tokens: float
    lines: int
    functions: int
    winding: tuple[str, ...]
    wide: tuple[str, ...]
    largest: Module
    rooms: tuple[str, ...]

    @property
    def share_winding(self) -> float:
        """The part of the functions that is winding, of 1."""
        return len(self.winding) / self.functions


def figures(modules: list[Module]) -> Figures:
    """What `make measure` prints of the code, and what a test holds it to."""
    tokens = sum(len(module.tokens) for module in modules)
    lines = sum(module.code_lines for module in modules)
    functions = [function for module in modules for function in module.functions]
    wide = [
        f"{module.name}:{number}"
        for module in modules
        for number, line in enumerate(module.lines, 1)
        if len(line) > WIDEST_LINE
    ]
    parts = {module.path.relative_to(PACKAGE).parts[0] for module in modules}
    rooms = sorted(parts - {"__init__.py", "__main__.py"})
    return Figures(
        tokens=tokens / lines,
        lines=lines,
        functions=len(functions),
        winding=tuple(f"{name}: {n}" for name, n in functions if n > MOST_BRANCHES),
        wide=tuple(wide),
        largest=max(modules, key=lambda module: len(module.lines)),
        rooms=tuple(room.removesuffix(".py") for room in rooms),
    )


def print_reading(modules: list[Module]) -> None:
    of = figures(modules)
    print(
        f"{of.tokens:.1f} tokens a line of code (at most {MOST_TOKENS}); "
        f"{of.lines} lines of code in {len(modules)} modules"
    )
    print_list(
        f"{of.share_winding:.1%} of {of.functions} functions have a complexity "
        f"over {MOST_BRANCHES} (at most {MOST_WINDING:.0%})",
        of.winding,
    )
    print_list(f"{len(of.wide)} lines over {WIDEST_LINE} columns (none)", of.wide)
    print(f"{len(of.largest.lines)} lines in the largest file, {of.largest.name}")
    print(
        f"{len(of.rooms)} rooms at the top (at most {MOST_ROOMS}): {', '.join(of.rooms)}"
    )


def print_list(what: str, items: Sequence[str]) -> None:
    print(what + (":" if items else ""))
    for item in items:
        print(f"  {item}")


def print_calls() -> None:
    """An act done in a workspace of its own, the calls counted in this process."""
    print("Calls in one act:")
    for what, act in {
        "`nota susun` of a draft": susun_of_a_draft,
        "a Save of the desk": save,
        "`nota terbitkan` with nothing due": terbitkan_with_nothing_due,
    }.items():
        with TemporaryDirectory() as folder:
            calls = act(Path(folder))
        parsed = sum(calls.parsed.values())
        print(
            f"  {what}: texts numbered {len(calls.numbered)}, resolved {len(calls.resolved)};"
            f" parses {parsed}, of {len(calls.parsed)} texts; rules run {calls.checked}"
        )


def susun_of_a_draft(root: Path) -> Calls:
    write_draft(root)
    with counted() as calls:
        nota(root, "susun", DRAFT, "--format", "txt", "--proses", "1")
    return calls


def save(root: Path) -> Calls:
    """One datum changed in the editor's page, and the button pressed."""
    write_draft(root)
    client = desk(root)
    seen = konsep_side_draft(Workspace(root), DRAFT, "lokal").open().stamp
    form = {"tanda": seen, "tindakan": "simpan", "judul": "Judul lain"}
    with counted() as calls:
        answer = client.post(f"/kesepakatan/{DRAFT}/sunting", data=form)
    assert answer.status_code == 303, answer.text
    return calls


def terbitkan_with_nothing_due(root: Path) -> Calls:
    shutil.copytree(AKAR / "agreements", root / "agreements")
    with counted() as calls:
        nota(root, "terbitkan", "--per", "2023-01-01")
    return calls


def write_draft(root: Path) -> None:
    folder = root / "agreements" / DRAFT
    folder.mkdir(parents=True)
    (folder / "kesepakatan.yaml").write_text(MINIMAL, encoding="utf-8")


def print_rewriting() -> None:
    case = pasted(240)
    seconds = statistics.median(processor_time(case) for _ in range(5))
    print(
        f"{seconds:.2f} s of processor time to rewrite 240 rows pasted over 240, then one key (at most 0.5)"
    )


def main() -> None:
    with TemporaryDirectory() as home:
        settle(Path(home))
        print_reading(read_modules())
        print_calls()
        print_rewriting()


if __name__ == "__main__":
    main()
