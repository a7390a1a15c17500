"""Names in the code: words of the glossary in Indonesian, keys of YAML as they are written, all else English."""

import ast
import builtins
import importlib
import inspect
import keyword
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

import notakesepakatan
from conftest import AKAR
from notakesepakatan.data import Section

SRC = AKAR / "src"
GLOSSARY = AKAR / "docs/glosarium.md"
ENGLISH = Path("/usr/share/dict/american-english")
"""Of the Debian package wamerican."""
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def words(identifier: str) -> list[str]:
    """`_PenandaTangan2` -> ["penanda", "tangan"]."""
    return [word.lower() for word in _WORD.findall(identifier)]


@cache
def glossary() -> frozenset[tuple[str, ...]]:
    """Terms of the first column of its tables, each as its words."""
    rows = re.findall(r"^\| ([^|]+?) \|", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    terms = (re.sub(r"\(.*?\)", "", row).lower() for row in rows)
    return frozenset(tuple(re.findall(r"[a-z]+", term)) for term in terms) - {("istilah",)}


@cache
def english() -> frozenset[str]:
    lines = ENGLISH.read_text(encoding="utf-8").splitlines()
    return frozenset(line.lower() for line in lines if line.isalpha())


@cache
def yaml_keys() -> frozenset[str]:
    """Every key of a file that a person writes: the fields of the classes that read YAML."""
    for module in pkgutil.walk_packages(notakesepakatan.__path__, "notakesepakatan."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return frozenset(name for model in _subclasses(Section) for name in model.model_fields)


def _subclasses(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for below in model.__subclasses__():
        yield from _subclasses(below)


@cache
def library_words() -> frozenset[str]:
    """Words in the names of what `src` imports from others: their modules, and what is in them."""
    names = {*keyword.kwlist, *dir(builtins)}
    for name in sorted(_foreign_modules()):
        names.update(name.split("."))
        names.update(_names_in(importlib.import_module(name)))
    return frozenset(word for name in names for word in words(name))


def _foreign_modules() -> set[str]:
    modules = set[str]()
    for path in SRC.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module)
    return {name for name in modules if name.split(".")[0] != "notakesepakatan"}


def _names_in(module: ModuleType) -> Iterator[str]:
    """Names of a module, of what its classes have, and of what its functions take."""
    for name, thing in list(vars(module).items()):  # a lazy module fills itself
        yield name
        if inspect.isclass(thing):
            yield from dir(thing)
            yield from getattr(thing, "__annotations__", {})
        if callable(thing):
            yield from _parameters(thing)
        if inspect.isclass(thing):
            for member in vars(thing).values():
                if inspect.isfunction(member):
                    yield from _parameters(member)


def _parameters(thing: object) -> Iterator[str]:
    try:
        yield from inspect.signature(thing).parameters  # type: ignore[arg-type] # asked of what is callable
    except (TypeError, ValueError, RuntimeError):  # RuntimeError: stands for a thing of a request
        return


def identifiers(path: Path) -> set[str]:
    """Every name that a file of Python says."""
    found = {part for part in path.relative_to(SRC).with_suffix("").parts}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for field in ("id", "attr", "arg", "name", "asname"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                found.update(value.split("."))
    return found


def unknown(identifier: str) -> list[str]:
    """The words of a name that are neither a term of the glossary nor English; empty for a key of YAML."""
    if identifier in yaml_keys():
        return []
    left = words(identifier)
    strange = list[str]()
    while left:
        longest = max((term for term in glossary() if tuple(left[: len(term)]) == term), key=len, default=())
        if not longest and not (left[0] in english() or left[0] in library_words()):
            strange.append(left[0])
        left = left[max(len(longest), 1) :]
    return strange


@pytest.mark.parametrize("package", sorted({p.relative_to(SRC).parts[1] for p in SRC.rglob("*.py")}))
def test_every_word_is_of_the_glossary_or_english(package: str) -> None:
    below = SRC / "notakesepakatan" / package
    strange = {
        f"{path.relative_to(SRC)}: {name}": found
        for path in ([below] if below.is_file() else sorted(below.rglob("*.py")))
        for name in sorted(identifiers(path))
        if (found := unknown(name))
    }
    assert not strange


@pytest.mark.parametrize("name", ["berkas", "nama_berkas", "Penyusun", "_baris_baru", "hasilnya"])
def test_a_word_of_neither_is_seen(name: str) -> None:
    assert unknown(name)
