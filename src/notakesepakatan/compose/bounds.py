"""What a template may cost: steps, letters and seconds, counted while it is filled.

A template is code of the bureau's own, and may loop without end by a slip. Steps are
counted where Jinja loops and calls, so that the same template is stopped at the same place
on every machine; time is only the last resort.
"""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

STEP_LIMIT = 10_000_000
"""Turns of loops, and calls, of one template; ten pages take some three thousand."""
LONG = 100_000
"""Steps after which a template no longer has to be filled to its end."""
LETTER_LIMIT = 20_000_000
"""Letters of what it writes, and of any text that it makes on the way."""
SECOND_LIMIT = 60.0
_CALL = 10
"""Steps that a call is worth: it takes so much longer than a turn of a loop."""
_EXPONENT_LIMIT = 1_000
_NUMBER_LIMIT = 10**1_000
_WIDTH = re.compile(r"%[-+ #0.]*(\d{1,20})")
_COUNTED = "_counted"
_BOUNDED = "_bounded"
_TOO_LONG = "menghasilkan teks yang terlalu panjang"


class TooMuch(Exception):
    """A template costs more than it may; `str()` says what, in Indonesian."""


@dataclass
class _Spent:
    """What one filling has cost until now."""

    steps: int = 0
    end: float = field(default_factory=lambda: time.monotonic() + SECOND_LIMIT)


_SPENT = ContextVar[_Spent]("_SPENT")
_ASK = ContextVar[Callable[[], None]]("_ASK", default=lambda: None)


@contextmanager
def asking(check: Callable[[], None]) -> Iterator[None]:
    """While templates are filled in here, a long one asks this at each step; it may raise.

    One of common length is filled to its end, so that its document becomes whole.
    """
    token = _ASK.set(check)
    try:
        yield
    finally:
        _ASK.reset(token)


def give_up() -> None:
    """From now on no long template is filled to its end in this thread."""
    _ASK.set(_refuse)


def _refuse() -> None:
    raise KeyboardInterrupt


@contextmanager
def counting() -> Iterator[None]:
    """What is filled in here is one filling."""
    token = _SPENT.set(_Spent())
    try:
        yield
    finally:
        _SPENT.reset(token)


def step(count: int = 1) -> None:
    """A step, or so many, of the template that is being filled.

    Raises:
        TooMuch: it was one too many, or they took too long.
        KeyboardInterrupt: whoever listens in `asking` wants no more.
    """
    spent = _SPENT.get(None)
    if spent is None:
        return
    spent.steps += count
    if spent.steps > STEP_LIMIT:
        raise TooMuch("berulang tanpa akhir, atau terlalu banyak langkahnya")
    if time.monotonic() > spent.end:
        raise TooMuch(f"belum selesai setelah {SECOND_LIMIT:.0f} detik")
    if spent.steps > LONG:
        _ASK.get()()


def bounded(value: Any) -> Any:
    """The value itself.

    Raises:
        TooMuch: it is a text or a list that is too long.
    """
    if isinstance(value, str) and len(value) > LETTER_LIMIT:
        raise TooMuch(_TOO_LONG)
    if isinstance(value, list | tuple) and len(value) > STEP_LIMIT:
        raise TooMuch("membuat daftar yang terlalu panjang")
    return value


def written(pieces: Iterable[str]) -> str:
    """What a template writes, piece by piece.

    Raises:
        TooMuch: it is too much.
    """
    kept = list[str]()
    letters = 0
    for piece in pieces:
        letters += len(piece)
        if letters > LETTER_LIMIT:
            raise TooMuch(_TOO_LONG)
        kept.append(piece)
    return "".join(kept)


def _counted(items: Iterable[Any]) -> Iterable[Any]:
    """The items of a loop, a step each; what can tell its length still can."""
    return _Counted(items) if hasattr(items, "__len__") else _steps(items)


def _steps(items: Iterable[Any]) -> Iterator[Any]:
    for item in items:
        step()
        yield item


class _Counted:
    def __init__(self, items: Any) -> None:
        self._items = items

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Any]:
        return _steps(self._items)


def _range(*limits: int) -> range:
    """Jinja's `range`, whose items count as steps whatever is done with them."""
    items = range(*limits)
    if len(items) > STEP_LIMIT:
        raise TooMuch(f"menghitung sampai terlalu banyak dengan range{limits}")
    step(len(items))
    return items


class _Generator(CodeGenerator):
    """Jinja's compiler; loops are counted, and texts that are put together are bounded."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        for loop in node.find_all(nodes.For):
            loop.iter = _filtered(loop.iter, _COUNTED)
        for block in node.find_all(nodes.AssignBlock):
            block.filter = _filtered(block.filter, _BOUNDED)
        super().visit_Template(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write(f"environment.filters[{_BOUNDED!r}](")
        super().visit_Concat(node, frame)
        self.write(")")


def _filtered(value: Any, name: str) -> nodes.Filter:
    """A value put through one of the filters of ours."""
    lineno = value.lineno if value is not None else None
    return nodes.Filter(value, name, [], [], None, None, lineno=lineno)


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox, where each turn of a loop and each call is a step."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.filters |= {_COUNTED: _counted, _BOUNDED: bounded}
        for name, check in _WIDENING.items():
            self.filters[name] = _checked(self.filters[name], check)
        self.globals["range"] = _range
        # It makes texts without an end in one call, and no paper wants them.
        del self.globals["lipsum"]

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """As the sandbox does, as some steps."""
        step(_CALL)
        if isinstance(obj, LoopContext) and args:
            args = (_counted(args[0]), *args[1:])
        return bounded(super().call(context, obj, *args, **kwargs))

    def call_filter(self, *args: Any, **kwargs: Any) -> Any:
        """As Jinja does for `map` and its like, as some steps."""
        step(_CALL)
        return bounded(super().call_filter(*args, **kwargs))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """As the sandbox does, where the result is of a size that paper holds."""
        if operator == "*":
            _check_product(left, right)
        if operator == "%" and isinstance(left, str):
            _check_format(left, right if isinstance(right, tuple) else (right,))
        if operator == "**" and abs(right) > _EXPONENT_LIMIT:
            raise TooMuch(f"menghitung pangkat {right}")
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, int) and abs(result) > _NUMBER_LIMIT:
            raise TooMuch("menghitung bilangan yang terlalu besar")
        return bounded(result)


def _checked(
    filter_: Callable[..., Any], check: Callable[[Any, Sequence[Any]], None]
) -> Callable[..., Any]:
    """A filter of which is asked first how wide a text it makes."""

    def widen(value: Any, *args: Any, **kwargs: Any) -> Any:
        check(value, (*args, *kwargs.values()))
        return bounded(filter_(value, *args, **kwargs))

    return widen


def _check_width(_value: Any, given: Sequence[Any]) -> None:
    """Raises TooMuch where a text would be filled up too far."""
    widths = [one for one in given if isinstance(one, int)]
    if max(widths, default=0) > LETTER_LIMIT:
        raise TooMuch(_TOO_LONG)


def _check_format(value: Any, given: Sequence[Any]) -> None:
    """The same of `%9d`, and of `%*d`, whose width is among what is filled in."""
    text = str(value)
    _check_width(text, [int(width) for width in _WIDTH.findall(text)])
    if "*" in text:
        _check_width(text, given)


_WIDENING = {
    "center": _check_width,
    "indent": _check_width,
    "format": _check_format,
}
"""Filters of Jinja that fill a text up to any width."""


def _check_product(left: Any, right: Any) -> None:
    for items, times in ((left, right), (right, left)):
        if hasattr(items, "__len__") and isinstance(times, int):
            if len(items) * times > LETTER_LIMIT:
                raise TooMuch(_TOO_LONG)
            step(times if isinstance(items, list | tuple) else 0)
