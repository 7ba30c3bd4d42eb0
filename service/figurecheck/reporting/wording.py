"""How figures, times and reasons read in words: shared by the outputs made for people."""

from __future__ import annotations

from datetime import UTC, datetime

from figurecheck.model import Bound, Comparison, Expected, Figure, Quantity, Reason

_CURRENCY_SIGN = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}
_UNIT_SIGN = {"percent": "%"}


def number(value: float) -> str:
    """A number with thousands separated, without a needless fraction."""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.6f}".rstrip("0").rstrip(".")
    return f"{int(value):,}"


def interval(low: float | None, high: float | None, *, low_open: bool = False, high_open: bool = False) -> str:
    """An interval in words: "60", "more than 300", "at most 700", "10,000 to 12,000"."""
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)} to {number(high)}"
    if low is not None:
        return f"{'more than' if low_open else 'at least'} {number(low)}"
    if high is not None:
        return f"{'less than' if high_open else 'at most'} {number(high)}"
    return "unknown"


def value(quantity: Quantity) -> str:
    """What a quantity says, in figures: "about 1,500", "more than 300", "$1,200,000,000"."""
    if quantity.stated is not None and quantity.bound is Bound.EXACT:
        body = number(quantity.stated)
    elif quantity.stated is not None and quantity.bound is Bound.ABOUT:
        body = f"about {number(quantity.stated)}"
    else:
        body = interval(quantity.low, quantity.high, low_open=quantity.low_open, high_open=quantity.high_open)
    return _with_unit(body, quantity)


def _with_unit(body: str, quantity: Quantity) -> str:
    unit, per = quantity.unit or "", f" per {quantity.per}" if quantity.per else ""
    if unit in _CURRENCY_SIGN:
        head, _, tail = body.rpartition(" ")
        return f"{head} {_CURRENCY_SIGN[unit]}{tail}{per}".strip()
    return f"{body}{_UNIT_SIGN.get(unit) or f' {unit}'.rstrip()}{per}"


def expected(span: Expected) -> str:
    """The values that would be right, in words."""
    return interval(span.low, span.high)


def day(moment: datetime | None) -> str:
    """A published time to the minute, in UTC; the day alone where no hour is given; "undated" without one."""
    if moment is None:
        return "undated"
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%d}" if (utc.hour, utc.minute, utc.second) == (0, 0, 0) else f"{utc:%Y-%m-%d %H:%M} UTC"


def printable(text: str) -> str:
    """The text without what a terminal would obey: control characters but line breaks and tabs show as U+FFFD."""
    return text.translate(_CONTROLS)


def setting(figure: Figure) -> str:
    """What a figure was read to say, in one line: who, what, to whom, where, when, and who says so."""
    context, said = figure.context, figure.context.attribution
    parts = {
        "of": figure.subject.concept or figure.subject.head,
        "action": context.action.value if context.action else None,
        "by": context.actor,
        "to": context.target,
        "in": context.place,
        "when": context.when and (context.when.text or context.when.start),
        "says": said and said.speaker and f"{said.speaker} ({said.stance.value})",
    }
    return " · ".join(f"{name} {part}" for name, part in parts.items() if part)


def reason(step: Reason) -> str:
    """One step of the waterfall on one line: "+2.1 place same: both Sumy"."""
    return f"{step.weight:+.1f} {step.part} {step.level}{': ' if step.detail else ''}{step.detail}"


def odds(comparison: Comparison) -> str:
    """The chance that both figures speak of one thing, in per cent."""
    return f"{comparison.score:.0%}"
