"""figurecheck rule: the page of a rule."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from figurecheck.cli import options
from figurecheck.cli.failure import CallError
from figurecheck.cli.output import show
from figurecheck.cli.session import rulebook_of, settings_with

if TYPE_CHECKING:
    from figurecheck.rulebook.flags import Example, FlagRule

Code = Annotated[
    str | None, typer.Argument(help="A rule's code, such as FC101, or its name; all rules if none is given.")
]

SHOWN = 2
"""Examples of each sort that a page shows; the rule's file has them all."""


def rule(code: Code = None, rules: options.Rules = None) -> None:
    """Show what a rule does, why that matters, and examples; or list the rules."""
    pages = rulebook_of(settings_with(rules=rules)).flags
    if code is None:
        show("".join(f"{page.code}  {page.severity.value:7}  {page.name}{_off(page)}\n" for page in pages.values()))
        return
    page = pages.get(code.upper()) or next((page for page in pages.values() if page.name == code), None)
    if page is None:
        raise CallError(f"{code}: no such rule; figurecheck rule lists them")
    show("\n".join(_page(page)) + "\n")


def _off(page: "FlagRule") -> str:
    return "" if page.enabled else "  (off by default)"


def _page(page: "FlagRule") -> Iterator[str]:
    """The page as Markdown: what it does, why it matters, its settings, and examples both ways."""
    yield f"# {page.code} {page.name}{_off(page)}"
    yield f"\nSeverity: {page.severity.value}\n\n## What it does\n\n{page.what}\n\n## Why it matters\n\n{page.why}"
    if page.settings:
        yield "\n## Settings\n"
        yield from (f"- `{name} = {value!r}`" for name, value in page.settings.items())
    yield "\n## Flagged\n"
    yield from _examples(page.must_flag)
    yield "\n## Not flagged\n"
    yield from _examples(page.must_pass)


def _examples(examples: "tuple[Example, ...]") -> Iterator[str]:
    for example in examples[:SHOWN]:
        quote = f" (flagged: “{example.quote}”)" if example.quote else ""
        first, *others = example.articles
        yield f"- {' '.join(first.text.split())}{quote}"
        yield from (f"  against: {' '.join(other.text.split())}" for other in others)
