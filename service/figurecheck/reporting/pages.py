"""The page templates: complete in themselves, nothing fetched, every value escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from figurecheck.reporting.cards import Card
from figurecheck.rulebook.flags import FlagRule


@dataclass(frozen=True, slots=True)
class Code:
    """A rule that has cards on the page: how many, what it does and why it matters."""

    code: str
    name: str
    cards: int
    what: str = ""
    why: str = ""


def codes(flags: Iterable[tuple[str, str]], rules: Mapping[str, FlagRule]) -> tuple[Code, ...]:
    """The rules of these cards, each given by code and name, ordered by code."""
    counts = sorted(Counter(flags).items())
    return tuple(
        Code(code, name, count, *((rules[code].what, rules[code].why) if code in rules else ()))
        for (code, name), count in counts
    )


@dataclass(frozen=True, slots=True)
class Page:
    """What stands above and below the cards: a title, the counts by name, the codes and the rules in force."""

    title: str
    counts: Mapping[str, int]
    codes: tuple[Code, ...]
    severities: Mapping[str, int]
    rules: str
    note: str | None = None


def page(content: Page, cards: Iterable[Card]) -> Iterator[str]:
    """The page as chunks of HTML; cards are drawn one by one."""
    return _environment().get_template("report.html").generate(page=content, cards=cards)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("figurecheck.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["thousands"] = lambda amount: f"{amount:,}"
    return environment
