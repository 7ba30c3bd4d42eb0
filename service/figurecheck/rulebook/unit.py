"""One unit, and the tables of forms that find it in tokens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Generic, TypeVar

AFTER_WORD: Final = 0
"""The number before the unit is written in words."""
AFTER_DIGITS: Final = 1
"""The number is in digits, and a space or a hyphen stands between."""
GLUED: Final = 2
"""The number is in digits and touches the unit: "5in"."""

NEVER: Final = 9
"""Nothing that stands before makes the form a unit."""

_JOINTS: Final = frozenset({"-", "."})
_ENDS: Final = (".", "'s", "’s", "'", "’")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit under quantulum3's name, or a currency under its ISO 4217 code.

    `dimension` is quantulum3's entity ("length"). A value in this unit is `value * factor + offset` in SI units; for
    money, in `currency`; for a dimension of its own ("percentage point"), in its first unit. `factor` is None where
    it is not known, `currency` None where it is no money or the coin's country is open ("rupee").
    """

    name: str
    dimension: str
    factor: Decimal | None = None
    offset: Decimal = Decimal(0)
    currency: str | None = None


Reading = tuple[Unit, int]
"""A unit and what must at least stand before it: AFTER_WORD, AFTER_DIGITS, GLUED or NEVER."""


class Forms(Generic[T]):
    """Written forms and what they mean, looked up in tokens: longest first, exact case before lower case."""

    __slots__ = ("_exact", "_longest", "_lower")

    def __init__(self, exact: Mapping[str, T], lower: Mapping[str, T]) -> None:
        self._exact = dict(exact)
        self._lower = dict(lower)
        self._longest: dict[str, int] = {}
        for form in (*self._exact, *self._lower):
            words = form.split(" ")
            first = words[0].lower()
            self._longest[first] = max(self._longest.get(first, 0), len(words))

    def get(self, form: str) -> T | None:
        """What one form means, in its own case or else in lower case."""
        found = self._exact.get(form)
        return self._lower.get(form.lower()) if found is None else found

    def find(self, words: Sequence[str], i: int) -> tuple[T, int, str] | None:
        """The meaning of the longest form that begins at token i, the number of its tokens, and the form.

        Hyphens count as spaces, within a token or as tokens of their own; so do an abbreviation's full stops. A
        possessive at the end is looked past.
        """
        word = words[i]
        longest = self._longest.get(word.lower())
        if longest is None:
            if word.isalpha() or len(word) == 1:
                return None
            longest = self._longest.get(tidy(word).partition(" ")[0].lower())
            if longest is None:
                return None
        parts, ends = [word], [1]
        for j in range(i + 1, len(words) if longest > 1 else 0):
            if len(parts) == longest:
                break
            if words[j] not in _JOINTS:
                parts.append(words[j])
                ends.append(j + 1 - i)
        for count in range(len(parts), 0, -1):
            form = " ".join(parts[:count])
            found = self.get(form)
            if found is None and not form.isalpha() and (tidied := tidy(form)) != form:
                form = tidied
                found = self.get(form)
            if found is not None:
                return found, ends[count - 1], form
        return None

    def items(self) -> Iterable[tuple[str, T]]:
        """Every form with its meaning, sorted."""
        return sorted({**self._lower, **self._exact}.items(), key=lambda item: item[0])


def tidy(form: str) -> str:
    """A form without hyphens, abbreviations' full stops and a possessive's end."""
    form = form.replace("-", " ")
    for end in _ENDS:
        if form.endswith(end) and len(form) > len(end):
            form = form[: -len(end)]
    return form.replace(". ", " ") if ". " in form else form
