"""The words of numbers and of their hedges: rules/lexicon/en/numerals.toml and hedges.toml as lookup tables."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from figurecheck.model import Change

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Phrases by one of their end words, or by two of them: (words, class), longest first. Where there is one by two words,
the word at the end has an entry too, be it empty: most words have none, and are looked up once."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """What each number word is worth. Keys are lower case but for the short magnitudes, whose case tells m from M."""

    small: Mapping[str, int]  # zero to nineteen, and the tens
    tens: Mapping[str, int]
    magnitudes: Mapping[str, int]
    short: Mapping[str, int]
    money_only: frozenset[str]
    groups: Mapping[str, int]
    orders: Phrases  # by the first two words; the class is the phrase itself
    order_values: Mapping[str, tuple[int, int]]
    ordinals: Mapping[str, int]
    denominators: Mapping[str, int]
    vulgar: Mapping[str, tuple[int, int]]
    ratios: Mapping[str, int]
    ratio_verbs: Mapping[str, tuple[Decimal, Change]]
    pairs: Mapping[str, int]
    times_after: frozenset[str]  # behind these "four times" multiplies
    often: frozenset[str]  # ratios that before none of these tell how often
    article_after: frozenset[str]  # hedges behind which "a" counts
    article_units: frozenset[str]
    shares_before: frozenset[str]  # words before which "a third" is a share
    measure_adjectives: frozenset[str]
    minus: frozenset[str]
    splitters: frozenset[str]  # first parts at which a hyphened word is read in pieces
    per_nouns: frozenset[str]
    candidates: frozenset[str]  # every word at which a numeral is looked for
    tallies: frozenset[str]  # ordinals that may count: the third and above
    starters: frozenset[str]  # every word at which a figure can begin

    @classmethod
    def load(cls, table: Mapping[str, Any]) -> "Numerals":
        """The tables of numerals.toml, checked by their use."""
        orders = {phrase: (low, high) for phrase, (low, high) in table["orders"].items()}
        small = {**table["cardinals"], **table["tens"]}
        openers = {phrase.split()[0] for phrase in orders}
        lasts = {phrase.split()[-1] for phrase in orders}
        worth = {**small, **table["magnitudes"], **table["groups"], **table["pairs"]}
        halves = table["denominators"].keys() | table["ratios"].keys() | table["ratio_verbs"].keys()
        starters = (worth.keys() | halves | lasts | openers - {*table["article"]["weak"]}) - table["ordinals"].keys()
        sought = {*table["ordinals"], *table["vulgar"], *table["article"]["words"]}
        read: dict[str, Any] = {field: table[section] for field, section in _TABLES.items()}
        read |= {field: frozenset(table[section][key]) for field, (section, key) in _SETS.items()}
        return cls(
            **read,
            small=small,
            orders=_by_opening(orders),
            order_values=orders,
            vulgar={sign: (above, below) for sign, (above, below) in table["vulgar"].items()},
            ratio_verbs={word: (Decimal(str(times)), change) for word, (times, change) in table["ratio_verbs"].items()},
            splitters=frozenset(worth).union(*table["signs"].values()),
            candidates=frozenset(starters | openers | sought),
            tallies=frozenset(word for word, value in table["ordinals"].items() if value > 2),
            starters=frozenset(starters),
        )


_TABLES = {
    "tens": "tens",
    "magnitudes": "magnitudes",
    "short": "short_magnitudes",
    "groups": "groups",
    "ordinals": "ordinals",
    "denominators": "denominators",
    "ratios": "ratios",
    "pairs": "pairs",
}
"""Tables that are read as they stand, by their fields."""

_SETS = {
    "money_only": ("money_magnitudes", "words"),
    "times_after": ("times", "after"),
    "often": ("times", "often"),
    "article_after": ("article", "after"),
    "article_units": ("article", "units"),
    "shares_before": ("shares", "before"),
    "measure_adjectives": ("measure_adjectives", "words"),
    "minus": ("signs", "minus"),
    "per_nouns": ("per", "nouns"),
}
"""Lists that are sets of words, by their fields: their section and name."""

_WHEN = ("prepositions", "particled", "lasting", "spreading", "areas", "rising", "reaching")
"""Lists of [before] that are no hedges, but tell when a word is one."""


@dataclass(frozen=True, slots=True)
class Hedges:
    """The phrases around a number. Those before one are keyed by their last two words, or their only one, those behind
    by their first word."""

    before: Phrases
    after: Phrases
    between: Phrases
    origin: Phrases  # "from", "ranging from": opens a range unless a change goes before
    joins: frozenset[str]
    even: frozenset[str]
    possibly: Phrases
    change: Mapping[str, Change]
    prepositions: frozenset[str]  # hedges that are prepositions behind a noun
    particled: frozenset[str]  # verbs that take one of them as a particle
    lasting: frozenset[str]  # verbs that a length of time measures: "lasted over two hours"
    spreading: frozenset[str]  # verbs without an object that go over an area
    areas: frozenset[str]  # what something goes on over
    reaching: frozenset[str]  # hedges of what stands alone
    rising: frozenset[str]  # verbs behind which "up to" is no bound

    @classmethod
    def load(cls, table: Mapping[str, Any]) -> "Hedges":
        """The tables of hedges.toml, checked by their use."""
        between = table["between"]
        change: dict[str, Change] = dict.fromkeys(table["change"]["up"], "up")
        change.update(dict.fromkeys(table["change"]["down"], "down"))
        return cls(
            before=_by_ending({k: v for k, v in table["before"].items() if k not in _WHEN}),
            after=_by_word(table["after"]),
            between=_by_ending({"between": between["open"]}),
            origin=_by_ending({"from": between["from"]}),
            joins=frozenset(between["joins"]),
            even=frozenset(between["even"]),
            possibly=_by_word({"possibly": between["possibly"]}),
            change=change,
            **{name: frozenset(table["before"][name]) for name in _WHEN},
        )


def split_phrase(phrase: str) -> tuple[str, ...]:
    """A phrase as tokens: a leading hyphen stands apart ("-plus"), full stops of abbreviations go."""
    if phrase.startswith("-") and len(phrase) > 1:
        return ("-", *phrase[1:].split())
    return tuple(word.rstrip(".") or word for word in phrase.split())


def _by_opening(phrases: Iterable[str]) -> Phrases:
    """Phrases by their first two words, or by their only one."""
    filed = _filed({"": phrases}, lambda words: " ".join(words[:2]))
    return {key.partition(" ")[0]: () for key in filed} | filed


def _by_ending(classes: Mapping[str, Iterable[str]]) -> Phrases:
    """Phrases by their last two words, or by their only one: many end in "than"."""
    filed = _filed(classes, lambda words: " ".join(words[-2:]))
    return {key.rpartition(" ")[2]: () for key in filed} | filed


def _by_word(classes: Mapping[str, Iterable[str]]) -> Phrases:
    return _filed(classes, lambda words: words[0])


def _filed(
    classes: Mapping[str, Iterable[str]], key: Callable[[tuple[str, ...]], str]
) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases of each class by what is told of their words; one without a class is of its own."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in classes.items():
        for phrase in phrases:
            words = split_phrase(phrase)
            found.setdefault(key(words), []).append((words, name or phrase))
    return {word: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[0]))) for word, entries in found.items()}
