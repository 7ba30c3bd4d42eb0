"""The page templates: complete in themselves, nothing fetched, every value escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from figurecheck.reporting.cards import Card


@dataclass(frozen=True, slots=True)
class Page:
    """What stands above and below the cards: a title, the counts by name, the codes and the rules in force."""

    title: str
    counts: Mapping[str, int]
    codes: Mapping[str, tuple[str, int]]
    """Name and number of cards by rule code."""
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
