"""What a figure is per: "an hour", "per barrel", "/day", "annually", and the rates that have names of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from figurecheck.rulebook.unit import GLUED, Forms, Reading

_HYPHEN = "-"


@dataclass(frozen=True, slots=True)
class Rates:
    """The [per] table of units.toml over the forms of units, and named rates by their two parts."""

    forms: Forms[Reading]
    named: Mapping[tuple[str, str], str]
    openers: frozenset[str]  # before any noun: "per"
    articles: frozenset[str]  # before a unit in the singular, or a noun of `nouns`: "a", "each"
    nouns: Mapping[str, str]
    adverbs: Mapping[str, str]
    never: frozenset[str]  # what "per" before it makes another word: "per cent"
    not_before: frozenset[str]  # what after "a year" makes it a time: "ago"

    @classmethod
    def load(cls, table: Mapping[str, Any], forms: Forms[Reading], named: Mapping[tuple[str, str], str]) -> "Rates":
        """The rates that a [per] table describes."""
        return cls(
            forms=forms,
            named=named,
            openers=frozenset(table["openers"]),
            articles=frozenset(table["articles"]),
            nouns=table["nouns"],
            adverbs=table["adverbs"],
            never=frozenset(table["never"]),
            not_before=frozenset(table["not_before"]),
        )

    def compose(self, name: str, per: str) -> tuple[str, str | None]:
        """Unit and per: a rate with a name of its own is one unit, and its per is None."""
        rate = self.named.get((name, per))
        return (rate, None) if rate else (name, per)

    def per(self, words: Sequence[str], i: int) -> tuple[str, int] | None:
        """What stands at token i as a "per", and the number of its tokens."""
        at = _past_hyphen(words, i)
        if at >= len(words):
            return None
        opener = words[at].lower()
        if opener in self.adverbs:
            return self.adverbs[opener], at + 1 - i
        if opener in self.openers or opener in self.articles:
            at = _past_hyphen(words, at + 1)
            found = self._noun(words, at, opener in self.articles) if at < len(words) else None
            return (found[0], at + found[1] - i) if found else None
        return None

    def _noun(self, words: Sequence[str], i: int, after_article: bool) -> tuple[str, int] | None:
        noun = words[i].lower()
        if noun in self.nouns:
            return self.nouns[noun], 1
        found = self.forms.find(words, i)
        if found and not after_article:
            return found[0][0].name, found[1]
        if found and found[0][1] < GLUED and not found[2].endswith("s"):
            follows = words[i + found[1]].lower() if i + found[1] < len(words) else ""
            return None if follows in self.not_before else (found[0][0].name, found[1])
        return None if after_article or not noun.isalpha() or noun in self.never else (noun, 1)


def _past_hyphen(words: Sequence[str], i: int) -> int:
    return i + 1 if i < len(words) and words[i] == _HYPHEN else i
