"""Slips of the pen: every number of a consistent article, changed in the ways in which hands and keys go wrong.

A relation is a formula over the numbers of an article that holds as they stand. A change breaks it where it holds no
longer, whatever the numbers were before they were rounded: arithmetic of its own, apart from the rules'. What it puts
far off, so that a reader takes the numbers for those of different things, is counted apart: rules may pass over it.
"""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from operator import add, mul, sub, truediv
from typing import Literal

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
TERM = re.compile(r"(?P<mark>[{\[])(?P<round>~{0,2})(?P<told>[^{}\[\]|]+)(?:\|(?P<number>[\d.,]+))?[}\]]")
SPREAD = re.compile(r"(-?[\d.]+?)\.\.(-?[\d.]+)")
OPERATORS = {ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: truediv}
EPSILON, BELOW = 1e-9, 1 - 1e-6
"""Half a place up is rounded up."""
FAR = 2.0
"""Sides of a formula that are so many times apart, or more, are far off."""
Standing = Literal["holds", "far", "off"]
STANDINGS: tuple[Standing, ...] = ("holds", "far", "off")
THOUSAND, CAP = 1000, 0.05
"""Counts from here on are rounded to their last digit that is not 0, but by at most this share of themselves."""


def written(value: int, places: int, grouped: bool) -> str:
    """A number of so many decimals as the copy writes its numbers."""
    whole, rest = divmod(value, 10**places)
    return (f"{whole:,}" if grouped else str(whole)) + (f".{rest:0{places}}" if places else "")


def slips(number: str) -> Iterator[str]:
    """What a number becomes where a digit is turned into another, two are swapped, one is added or left out at the end
    (a factor of ten), or one more is counted."""
    places, grouped = len(number.partition(".")[2]), "," in number
    digits = re.sub(r"\D", "", number)
    made = [f"{digits[:k]}{(int(d) + step) % 10}{digits[k + 1 :]}" for step in (1, 9) for k, d in enumerate(digits)]
    made += [digits[:k] + b + a + digits[k + 2 :] for k, (a, b) in enumerate(pairwise(digits))]
    made += [digits + "0", digits[:-1] if digits[-1] == "0" and not places else "", str(int(digits) + 1)]
    for other in dict.fromkeys(made):
        changed = other and not other.startswith("0") and other != digits
        if changed and (_is_year(other) or not _is_year(digits) or grouped or places):
            yield written(int(other), places, grouped or (len(other) > 3 and len(digits) < 4))


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


@dataclass(frozen=True)
class Term:
    """A number of a relation. `told` is the slice of the text where it stands; `mark`: a brace, if it is to be changed.

    `rounding`: "~" its last written place is rounded, "~~" its last digit that is not 0, else as for counts.
    """

    told: str
    number: str
    mark: str
    rounding: str

    def values(self, number: str) -> tuple[float, ...]:
        """The least and the most that the number may stand for."""
        size = float(number.replace(",", ""))
        decimals = len(number.partition(".")[2])
        kept = re.sub(r"\D", "", number)
        zeros = 0 if decimals or self.rounding == "~" else len(kept) - len(kept.rstrip("0"))
        if not (self.rounding or decimals or size >= THOUSAND) or _is_year(number):
            return (size,)
        slack = 0.5 * 10.0 ** (zeros - decimals)
        slack = min(slack, max(CAP * size, 0.5)) if self.rounding != "~~" and not decimals else slack
        return (size - slack, size + slack * BELOW)


@dataclass(frozen=True)
class Mutation:
    """An article's text with one number changed."""

    change: str
    text: str
    standing: Standing


@dataclass(frozen=True)
class Relation:
    """A formula that the numbers of a text fulfil: "{38.4} = {21.7} + {16.7}", "2031 - {1970} - 0..1 = {61}".

    Numbers in braces are changed; those in brackets only with the same number in another formula's braces. "0..1" may
    be anything between the two.
    """

    formula: str

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The numbers of the article in it, in their order."""
        return tuple(_term(found) for found in TERM.finditer(self.formula))

    def standing(self, number: str = "", slip: str = "") -> Standing:
        """Whether it can be true where the number has become the slip, and how far off it is if it cannot."""
        spread = [term.values(slip if term.number == number else term.number) for term in self.terms]
        names = iter(range(len(spread)))
        text = TERM.sub(lambda _: f"v{next(names)}", self.formula)
        spread += [(float(low), float(high)) for low, high in SPREAD.findall(text)]
        names = iter(range(len(self.terms), len(spread)))
        text = SPREAD.sub(lambda _: f"v{next(names)}", text)
        left, right = (ast.parse(side.strip(), mode="eval").body for side in re.split("<=|=", text))
        corners = [{f"v{k}": value for k, value in enumerate(corner)} for corner in product(*spread)]
        gaps = [_value(left, corner) - _value(right, corner) for corner in corners]
        if min(gaps) <= EPSILON and ("<=" in text or max(gaps) >= -EPSILON):
            return "holds"
        middle = {f"v{k}": sum(values) / len(values) for k, values in enumerate(spread)}
        one, other = sorted((_value(left, middle), _value(right, middle)))
        return "off" if 0 < other <= FAR * one else "far"


def mutations(text: str, relations: Sequence[Relation]) -> Iterator[Mutation]:
    """Every change of one number in a text, with how the least firm of its relations stands then."""
    for term in dict.fromkeys(term for relation in relations for term in relation.terms if term.mark == "{"):
        assert text.count(term.told) == 1, f"{term.told!r} must stand once in {text!r}"
        for slip in slips(term.number):
            standing = max((relation.standing(term.number, slip) for relation in relations), key=STANDINGS.index)
            changed = text.replace(term.told, term.told.replace(term.number, slip))
            yield Mutation(f"{term.told}: {slip}", changed, standing)


def _term(found: re.Match[str]) -> Term:
    number = found["number"] or NUMBER.findall(found["told"])[0]
    return Term(found["told"], number, found["mark"], found["round"])


def _value(node: ast.expr, names: Mapping[str, float]) -> float:
    match node:
        case ast.Name(id=name):
            return names[name]
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.BinOp(left=left, op=op, right=right):
            return float(OPERATORS[type(op)](_value(left, names), _value(right, names)))
    raise ValueError(ast.dump(node))
