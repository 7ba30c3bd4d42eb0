"""One flag as a block for a terminal: its sentence, its evidence and why the two were compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from figurecheck.model import Comparison, Evidence, Flag, Severity
from figurecheck.reporting import waterfall, wording
from figurecheck.reporting.checked import Checked, Excerpt
from figurecheck.reporting.options import Options

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_QUOTE = "bold underline"


def block(item: Checked, flag: Flag, options: Options) -> str:
    """The lines of one flag, an empty one at their end."""
    return _printed(_block(item, flag, options), options)


def dim(text: str, options: Options) -> str:
    """One line, dimmed."""
    return _printed([Text(text, style="dim")], options)


def _printed(parts: Iterable[Text | Padding], options: Options) -> str:
    out = StringIO()
    console = Console(
        file=out,
        width=options.width,
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        no_color=not options.colour,
        highlight=False,
        emoji=False,
    )
    for part in parts:
        text = part.renderable if isinstance(part, Padding) else part
        if isinstance(text, Text):
            text.plain = wording.printable(text.plain)
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _block(item: Checked, flag: Flag, options: Options) -> Iterator[Text | Padding]:
    place = item.place(flag.figure)
    yield Text.assemble(
        (f"{flag.code} ", _STYLES[flag.severity]),
        (flag.name, _STYLES[flag.severity]),
        f"  {item.file}:{place.line}:{place.column}",
        ("  in the title" if flag.figure.where == "title" else "", "dim"),
    )
    yield _inset(Text(flag.message))
    yield _inset(_quoted(item.excerpt(flag.figure), options), 4)
    for evidence in flag.evidence:
        yield _inset(_source(item, evidence))
        yield _inset(_quoted(item.evidence_excerpt(evidence), options), 4)
    if flag.expected is not None:
        yield _inset(Text.assemble(("expected ", "dim"), wording.expected(flag.expected)))
    if flag.comparison is not None:
        yield from _reasons(flag.comparison, options)
    yield Text("")


def _source(item: Checked, evidence: Evidence) -> Text:
    own = evidence.article == item.report.article.id
    where = Text("the same article", style="cyan") if own else Text(item.origin(evidence), style="cyan")
    if not own and evidence.source and evidence.url:
        where.append(f"  {evidence.url}", style="dim")
    return where


def _quoted(sentence: Excerpt, options: Options) -> Text:
    """The sentence with its figure underlined, or between guillemets where there is no colour."""
    quote = sentence.quote if options.colour else f"«{sentence.quote}»"
    return Text.assemble(sentence.before, (quote, _QUOTE), sentence.after)


def _reasons(comparison: Comparison, options: Options) -> Iterator[Padding]:
    if options.explain:
        yield _inset(Text(f"why these two: {wording.odds(comparison)} sure that they speak of one thing", style="dim"))
        yield from (_inset(Text(line, style="dim", no_wrap=True), 4) for line in waterfall.lines(comparison))
    elif comparison.reasons:
        found = comparison.reasons[1:]  # the first is what is known before any two are compared
        strongest = sorted(found, key=lambda step: -abs(step.weight))[:4]
        told = " · ".join(step.detail or f"{step.part} {step.level}" for step in strongest)
        yield _inset(Text(f"why these two ({wording.odds(comparison)}): {told}", style="dim"))


def _inset(text: Text, cells: int = 2) -> Padding:
    return Padding(text, (0, 0, 0, cells))
