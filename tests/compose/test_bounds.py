"""A template that loops, or makes something huge, is stopped at the same place on every machine."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from notakesepakatan.compose import bounds
from notakesepakatan.compose.bounds import asking
from notakesepakatan.compose.templates import FaultyTemplate, Template

Render = Callable[[str], str]
DOUBLED = "{{% set n = namespace(x={0}) %}}{{% for i in range(90) %}}{1}{{% endfor %}}"


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Fills a template of these words."""

    def filled(words: str) -> str:
        (tmp_path / "uji.html.j2").write_text(words)
        return Template(tmp_path).render("uji.html.j2", {})

    return filled


@pytest.mark.parametrize(
    ("words", "expect"),
    [
        ("{% for i in range(10**9) %}{% endfor %}", "menghitung sampai"),
        (
            "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
            "berulang tanpa akhir",
        ),
        (
            "{% macro m(n) %}{{ m(n - 1) ~ m(n - 1) if n }}{% endmacro %}{{ m(60) }}",
            "berulang tanpa akhir",
        ),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "memanggil dirinya sendiri",
        ),
        ("{{ 'a' * 10**10 }}", "teks yang terlalu panjang"),
        ("{{ 10**10 * 'a' }}", "teks yang terlalu panjang"),
        ("{{ 'a' | center(10**10) }}", "teks yang terlalu panjang"),
        ("{{ 'a' | indent(width=10**10, first=true) }}", "teks yang terlalu panjang"),
        ("{{ '%09999999999d' % 5 }}", "teks yang terlalu panjang"),
        ("{{ '%9999999999s' | format('a') }}", "teks yang terlalu panjang"),
        ("{{ '%*d' % (10**10, 5) }}", "teks yang terlalu panjang"),
        ("{{ lipsum(n=3000000) | length }}", "lipsum"),
        ("{{ 9**99999 }}", "menghitung pangkat 99999"),
        (DOUBLED.format("9", "{% set n.x = n.x * n.x %}"), "bilangan yang terlalu"),
        (DOUBLED.format("'a'", "{% set n.x = n.x ~ n.x %}"), "teks yang terlalu"),
        (DOUBLED.format("'a'", "{% set n.x = n.x + n.x %}"), "teks yang terlalu"),
        (DOUBLED.format("[1]", "{% set n.x = n.x + n.x %}"), "daftar yang terlalu"),
        (
            DOUBLED.format("'a'", "{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}"),
            "teks yang terlalu",
        ),
        (
            "{% for i in range(9999) %}{{ 'a' * 9999 }}{% endfor %}",
            "teks yang terlalu panjang",
        ),
    ],
)
def test_a_template_that_costs_too_much_is_named(
    words: str, expect: str, render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "STEP_LIMIT", 100_000)
    monkeypatch.setattr(bounds, "LETTER_LIMIT", 1_000_000)
    with pytest.raises(FaultyTemplate) as cause:
        render(words)
    assert re.search(r"uji\.html\.j2(:1)?: templat tidak dapat", str(cause.value))
    assert expect in str(cause.value)


def test_what_takes_too_long_is_stopped_too(
    render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "SECOND_LIMIT", -1.0)
    with pytest.raises(FaultyTemplate, match=r"uji\.html\.j2:1.*belum selesai"):
        render("{% for i in [1] %}{% endfor %}")


def test_a_loop_keeps_all_that_jinja_gives_it(render: Render) -> None:
    words = "{% for i in [1, 2] %}{{ loop.length }}{{ loop.last }}{{ i ~ 'x' }} {% endfor %}"
    assert render(words) == "2False1x 2True2x "
    tree = "{% for a in [[1, [2]]] recursive %}({{ loop(a) if a is iterable else a }}){% endfor %}"
    assert render(tree) == "((1)((2)))"
    assert render("{{ 2 * 3 + 2 ** 3 }}{{ '%d' % 3 }}{{ [0] * 2 }}") == "143[0, 0]"


def test_who_listens_is_asked_at_each_step_of_a_long_one(
    render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "LONG", 20)
    asked = list[int]()

    def check() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise KeyboardInterrupt

    with asking(check), pytest.raises(KeyboardInterrupt):
        render("{% for i in range(9) %}{% for j in range(9) %}{% endfor %}{% endfor %}")
    assert len(asked) == 3
    with asking(check):
        assert render("{% for i in range(3) %}{{ i }}{% endfor %}") == "012"


def test_a_large_amount_is_no_width(render: Render) -> None:
    assert render("{{ '%d' | format(150000000) }}") == "150000000"
    assert render("{{ '%d' % 150000000 }}") == "150000000"
