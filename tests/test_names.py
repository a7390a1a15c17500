"""Names in the code: words of the glossary in Indonesian and only so, names that users write as they are, all else English.

What users write are the keys of YAML, what a template says, and commands. These names stand whole: `tanda_kosong` is a key,
`kosong` alone is no word of the code. A name that no file of `src` gives to anything is a library's.
"""

import ast
import builtins
import importlib
import inspect
import keyword
import pkgutil
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType

import click
import jinja2
import pytest
from jinja2 import nodes
from pydantic import BaseModel

import notakesepakatan
from conftest import AKAR
from notakesepakatan.cli import cli
from notakesepakatan.data import Section

SRC = AKAR / "src"
GLOSSARY = AKAR / "docs/glosarium.md"
ENGLISH = Path("/usr/share/dict/american-english")
"""Of the Debian package wamerican."""
ROOMS = sorted({path.relative_to(SRC).parts[1] for path in SRC.rglob("*.py")})
TWINS = {
    "kesepakatan": ("agreement", "agreements"),
    "adendum": ("addendum", "addenda", "amendment", "amendments"),
    "lampiran": ("annex", "annexes"),
    "pasal": ("article", "articles"),
    "klausul": ("clause", "clauses"),
    "pihak": ("party", "parties"),
    "pertimbangan": ("recital", "recitals"),
    "dasar hukum": ("legal basis", "legal bases"),
    "lembaran": ("gazette", "gazettes"),
    "penandatanganan": ("signing",),
    "tanda tangan": ("signature", "signatures"),
    "penanda tangan": ("signer", "signers", "signatory", "signatories"),
    "saksi": ("witness", "witnesses"),
    "pengangkatan": ("appointment",),
    "korespondensi": ("correspondence",),
    "rangkap": ("duplicate", "duplicates"),
    "jangka waktu": ("duration",),
    "zona": ("zone", "zones"),
    "tenggat": ("deadline", "deadlines"),
    "hari kerja": ("working day", "working days"),
    "hari libur": ("holiday", "holidays"),
    "rencana kerja": ("work plan",),
    "tugas": ("duty", "duties"),
    "program": ("programme", "programmes"),
    "tahapan": ("stage", "stages"),
    "capaian": ("achievement", "achievements"),
    "pemberitahuan": ("notice", "notices"),
    "pengakhiran": ("termination",),
    "perpanjangan": ("extension",),
    "perbaikan": ("correction", "corrections"),
    "konsolidasi": ("consolidation", "consolidated"),
    "keadaan kahar": ("force majeure",),
    "berita acara": ("minutes",),
    "peristiwa": ("event", "events"),
    "tanda terima": ("receipt", "receipts"),
    "rujukan": ("reference", "references"),
    "pengaturan": ("settings",),
    "jawaban": ("answers",),
    "temuan": ("finding", "findings"),
}
"""What a word of the glossary is called in English. A module may say one where a library it imports says it."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def words(identifier: str) -> list[str]:
    """`_PenandaTangan2` -> ["penanda", "tangan"]."""
    return [word.lower() for word in _WORD.findall(identifier)]


@cache
def terms() -> list[tuple[str, ...]]:
    """What the first column of the glossary's tables says, each as its words; commas stand between terms of one line."""
    cells = re.findall(
        r"^\| ([^|]+?) \|", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE
    )
    entries = [
        entry
        for cell in cells
        if cell != "Istilah"
        for entry in re.sub(r"\(.*?\)", "", cell).split(",")
    ]
    return [tuple(re.findall(r"[a-z]+", entry.lower())) for entry in entries]


@cache
def glossary() -> dict[str, list[tuple[str, ...]]]:
    """Terms by their first word, the longest first."""
    by_first = dict[str, list[tuple[str, ...]]]()
    for term in sorted(terms(), key=len, reverse=True):
        by_first.setdefault(term[0], []).append(term)
    return by_first


@cache
def english() -> frozenset[str]:
    lines = ENGLISH.read_text(encoding="utf-8").splitlines()
    return frozenset(line.lower() for line in lines if line.isalpha())


@cache
def written_by_users() -> frozenset[str]:
    """Whole names: keys of files that a person writes, names of templates, commands, parts of sentences, the program itself."""
    project = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    commands = (
        name.replace("-", "_") for name in cli.list_commands(click.Context(cli))
    )
    return frozenset(
        {
            *_yaml_keys(),
            *_template_names(),
            *_sentence_parts(),
            *commands,
            project["name"],
        }
    )


def _yaml_keys() -> Iterator[str]:
    """The fields of the classes that read YAML."""
    for module in pkgutil.walk_packages(notakesepakatan.__path__, "notakesepakatan."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for model in _subclasses(Section):
        yield from model.model_fields


def _subclasses(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for below in model.__subclasses__():
        yield from _subclasses(below)


def _template_names() -> Iterator[str]:
    """What the templates of documents, which a bureau may write anew, ask of the data they are given."""
    for path in (AKAR / "templates").rglob("*.j2"):
        tree = jinja2.Environment(autoescape=True).parse(
            path.read_text(encoding="utf-8")
        )
        yield from (node.attr for node in tree.find_all(nodes.Getattr))
        mentioned = list(tree.find_all(nodes.Name))
        own = {node.name for node in mentioned if node.ctx != "load"}
        yield from (node.name for node in mentioned if node.name not in own)


def _sentence_parts() -> Iterator[str]:
    """What stands in braces in the sentences of an adendum, which a bureau may write anew: `{naskah}`."""
    for path in (AKAR / "templates/bahasa").glob("*.yaml"):
        yield from re.findall(r"\{(\w+)\}", path.read_text(encoding="utf-8"))


@cache
def program_words() -> frozenset[str]:
    """Of the command by which the program is called."""
    project = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    return frozenset(project["scripts"])


@cache
def library_words(name: str) -> frozenset[str]:
    """Words in the names of a module of others: its own, of what is in it, and of what is in the modules in it."""
    module = importlib.import_module(name)
    inner = [value for value in vars(module).values() if isinstance(value, ModuleType)]
    names = {
        *name.split("."),
        *(found for one in (module, *inner) for found in _names_in(one)),
    }
    return frozenset(word for found in names for word in words(found))


@cache
def all_library_words() -> frozenset[str]:
    """Of Python itself and of everything that `src` imports from others."""
    python = (
        word for name in (*keyword.kwlist, *dir(builtins)) for word in words(name)
    )
    foreign = {module for path in SRC.rglob("*.py") for module in foreign_modules(path)}
    return frozenset(python).union(*(library_words(module) for module in foreign))


@cache
def foreign_modules(path: Path) -> frozenset[str]:
    """What a file imports that is not of this program."""
    modules = set[str]()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.add(node.module)
    return frozenset(
        name for name in modules if name.split(".")[0] != "notakesepakatan"
    )


def _names_in(module: ModuleType) -> Iterator[str]:
    """Names of a module, of what its classes have, and of what its functions take."""
    for name, value in list(vars(module).items()):
        yield name
        if inspect.isclass(value):
            yield from dir(value)
            yield from getattr(value, "__annotations__", {})
            functions = filter(inspect.isfunction, list(vars(value).values()))
            yield from (
                parameter
                for function in functions
                for parameter in _parameters(function)
            )
        elif inspect.isfunction(value):
            yield from _parameters(value)


def _parameters(function: FunctionType) -> tuple[str, ...]:
    code = function.__code__
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def identifiers(path: Path) -> frozenset[str]:
    """The names that a file says and this program gives; its own and that of its folders too."""
    said = {name for node in ast.walk(tree(path)) for name in _names_of(node)}
    return frozenset(said & given()) | frozenset(
        path.relative_to(SRC).with_suffix("").parts
    )


@cache
def given() -> frozenset[str]:
    """The names that some file of `src` gives: to a module, a class, a function, an argument, a value, an attribute."""
    nodes_of_all = [node for path in SRC.rglob("*.py") for node in ast.walk(tree(path))]
    return frozenset(
        name for node in nodes_of_all if _gives(node) for name in _names_of(node)
    )


def _gives(node: ast.AST) -> bool:
    if isinstance(node, ast.Name | ast.Attribute):
        return isinstance(node.ctx, ast.Store)
    if isinstance(node, ast.alias):
        return node.asname is not None
    return (
        True  # a definition, an argument, a keyword of a call, a name caught or matched
    )


def _names_of(node: ast.AST) -> Iterator[str]:
    names = [
        getattr(node, field, None) for field in ("id", "attr", "arg", "name", "asname")
    ]
    return (part for name in names if isinstance(name, str) for part in name.split("."))


@cache
def unknown(identifier: str) -> tuple[str, ...]:
    """The words of a name that are neither a term of the glossary nor English; none where users write the name."""
    if identifier in written_by_users():
        return ()
    left = words(identifier)
    strange = list[str]()
    while left:
        term = _term_at_the_head(left)
        if not term and not _is_english(left[0]):
            strange.append(left[0])
        left = left[max(len(term), 1) :]
    return tuple(strange)


def _term_at_the_head(left: list[str]) -> tuple[str, ...]:
    return next(
        (
            term
            for term in glossary().get(left[0], ())
            if tuple(left[: len(term)]) == term
        ),
        (),
    )


def _is_english(word: str) -> bool:
    return word in english() or word in all_library_words() or word in program_words()


def twins(path: Path) -> dict[str, str]:
    """Names of a file that say in English what the glossary says, each with the glossary's word."""
    allowed = frozenset().union(
        *(library_words(module) for module in foreign_modules(path))
    )
    return {
        name: term
        for name in sorted(identifiers(path) - written_by_users())
        for term, english_words in TWINS.items()
        if any(
            _says(name, twin)
            for twin in english_words
            if not allowed.issuperset(twin.split())
        )
    }


def _says(name: str, twin: str) -> bool:
    return f" {twin} " in f" {' '.join(words(name))} "


def files_of(room: str) -> list[Path]:
    below = SRC / "notakesepakatan" / room
    return [below] if below.is_file() else sorted(below.rglob("*.py"))


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_every_word_is_of_the_glossary_or_english(room: str) -> None:
    strange = {
        f"{path.relative_to(SRC)}: {name}": unknown(name)
        for path in files_of(room)
        for name in sorted(identifiers(path))
        if unknown(name)
    }
    assert not strange


@pytest.mark.slow
@pytest.mark.parametrize("room", ROOMS)
def test_a_word_of_the_glossary_has_no_english_twin(room: str) -> None:
    found = {
        f"{path.relative_to(SRC)}: {name}": term
        for path in files_of(room)
        for name, term in twins(path).items()
    }
    assert not found


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["berkas", "nama_berkas", "Penyusun", "_baris_baru", "hasilnya", "kosong"]
)
def test_a_word_of_neither_is_seen(name: str) -> None:
    assert unknown(name)


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "Tenggat",
        "_next_tenggat",
        "PenandaTangan",
        "tanda_kosong",
        "periksa_sistem",
        "NotaError",
    ],
)
def test_what_is_ours_is_known(name: str) -> None:
    assert not unknown(name)


def test_the_glossary_says_each_term_once() -> None:
    assert [term for term, times in Counter(terms()).items() if times > 1] == []


def test_every_twin_is_of_a_term() -> None:
    assert {tuple(term.split()) for term in TWINS} <= set(terms())
