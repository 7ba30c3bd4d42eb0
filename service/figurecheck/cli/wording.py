"""Figures and comparisons in one line for a terminal."""

from collections.abc import Mapping

from figurecheck.extraction import Rejected
from figurecheck.model import Bound, Comparison, Figure, Point, Quantity, Series
from figurecheck.reading.sources import Copy
from figurecheck.reporting.wording import day


def reading_of(figure: Figure) -> str:
    """The quote, the value as it was read, what it counts, and who did what to whom."""
    parts = [quoted(figure), value_of(figure.quantity), figure.kind.value]
    subject, context = figure.subject, figure.context
    if subject.head:
        parts.append(f"of {subject.head}" + (f" ({subject.concept})" if subject.concept else ""))
    named = {
        "action": context.action,
        "actor": context.actor,
        "target": context.target,
        "place": context.place,
        "when": context.when and (context.when.start or context.when.text),
        "says": context.attribution and context.attribution.speaker,
    }
    parts += [f"{name}: {value}" for name, value in named.items() if value]
    return " · ".join(parts)


def place(copy: Copy, figure: Figure) -> str:
    """path:line:column of a figure, counted from 1; path:title for one in the title."""
    if figure.where == "title":
        return f"{copy.name}:title"
    before = copy.article.text[: figure.start]
    return f"{copy.name}:{before.count(chr(10)) + (copy.line or 1)}:{figure.start - before.rfind(chr(10))}"


def value_of(quantity: Quantity) -> str:
    """The value with its bound, unit and basis: "at least 6", "40 to 45 percent", "up 12 barrel per day"."""
    low, high, stated = quantity.low, quantity.high, quantity.stated
    number = _number(stated) if stated is not None else f"{_number(low)} to {_number(high)}"
    bound = (
        "" if quantity.bound in (Bound.EXACT, Bound.BETWEEN, Bound.ORDER) else quantity.bound.value.replace("_", " ")
    )
    per = f"per {quantity.per}" if quantity.per else ""
    return " ".join(filter(None, (quantity.change, bound, number, quantity.unit, per)))


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:,}"


def comparison_text(
    comparison: Comparison, figures: Mapping[str, Figure], names: Mapping[str, str], *, explain: bool = False
) -> str:
    """The relation, the chance that both speak of one thing, the two quotes, and the weights behind it if asked.

    `figures` are those of both articles by id, `names` what to call the articles, by id.
    """
    left, right = figures[comparison.left], figures[comparison.right]
    lines = [
        f"{comparison.relation.value} ({comparison.score:.2f}): {quoted(left)} in {names[comparison.left_article]}"
        f" · {quoted(right)} in {names[comparison.right_article]}"
    ]
    if explain:
        lines += [f"    {step.weight:+6.2f}  {step.part}: {step.detail}" for step in comparison.reasons]
    return "".join(f"{line}\n" for line in lines)


def quoted(figure: Figure) -> str:
    """The quote on one line, in quotation marks."""
    return f"“{' '.join(figure.quote.split())}”"


def full_reading(figure: Figure) -> str:
    """All that was read of a figure, a line for each part that is known."""
    quantity, subject, context = figure.quantity, figure.subject, figure.context
    when, attribution = context.when, context.attribution
    parts = {
        "kind": figure.kind.value,
        "value": value_of(quantity),
        "interval": interval_of(quantity),
        "hedge": quantity.hedge,
        "counts": subject.text and f"{subject.text} (head: {subject.head}, concept: {subject.concept or 'unknown'})",
        "action": context.action,
        "actor": context.actor,
        "target": context.target,
        "place": context.place,
        "when": when and f"{when.text} ({when.start} to {when.end})",
        "says": attribution and f"{attribution.speaker or 'the article'} ({attribution.stance.value})",
        "links": ", ".join(f"{link.type.value} {link.figure}" for link in figure.links),
    }
    lines = [f"{quoted(figure)}  {figure.where} {figure.start}-{figure.end}, id {figure.id}"]
    lines += [f"    {name:9} {value}" for name, value in parts.items() if value]
    return "".join(f"{line}\n" for line in lines)


def rejection(numeral: Rejected) -> str:
    """The numeral and why it is no figure, on one line."""
    return f"“{numeral.quote}”  {numeral.where} {numeral.start}-{numeral.end}: no figure, {numeral.reason}\n"


def interval_of(quantity: Quantity) -> str:
    """The interval as mathematics writes it: "(300, ∞)"; empty where nothing but the stated number is known."""
    if quantity.low is None and quantity.high is None:
        return ""
    low = "(-∞" if quantity.low is None else f"{'(' if quantity.low_open else '['}{_number(quantity.low)}"
    high = "∞)" if quantity.high is None else f"{_number(quantity.high)}{')' if quantity.high_open else ']'}"
    return f"{low}, {high}"


def series_text(series: Series) -> str:
    """A line that says what is counted, and how many sources stand behind it; then one for each article, in order."""
    first = series.points[0].figure
    subject, context = first.subject, first.context
    what = [subject.head or first.kind.value, context.action and context.action.value, context.place]
    stand = "disputed" if series.disputed else "agreed" if series.sources > 1 else "one source"
    sources = f"{series.sources} source{'s' if series.sources != 1 else ''}"
    head = f"{' · '.join(filter(None, what))}: {len(series.points)} figures, {sources}, {stand}\n"
    rows = [_row(point) for point in series.points]
    a, b, c = (max(len(row[i]) for row in rows) for i in range(3))
    told = "".join(f"  {when:{a}}  {source:{b}}  {value:>{c}}  {quote}\n" for when, source, value, quote in rows)
    return head + told


def _row(point: Point) -> tuple[str, str, str, str]:
    source = point.source or point.article
    named = source if point.origin == source.casefold() else f"{source} ({point.origin})"
    quote = quoted(point.figure) + ("  no longer holds" if point.retired else "")
    return day(point.published), named, value_of(point.figure.quantity), quote
