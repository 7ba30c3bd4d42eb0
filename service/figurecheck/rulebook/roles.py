"""The nouns by the part they play in an event: rules/lexicon/en/roles.toml as look-up tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NOUNS = (
    "agents",
    "organs",
    "ranks",
    "wielded",
    "again",
    "accused",
    "instruments",
    "blind",
    "targets",
    "near",
    "titles",
    "unnamed",
    "speakers",
    "court",
    "bodies",
    "ballots",
    "households",
    "saying",
)
PLACE_WORDS = (
    "at",
    "firm",
    "beside",
    "streets",
    "parts",
    "inner",
    "pairs",
    "compass",
    "never",
    "weak",
    "peoples",
    "outlets",
    "numbered",
    "care",
    "nationwide",
    "homeland",
    "mostly",
    "called",
)
GRAMMAR = (
    "be", "joining", "linking", "counting", "by", "toward", "around", "happening", "carrying", "suffering", "counts",
    "including", "third", "turning", "emerging", "authors", "guessing", "floating", "sequel", "wearing",
    "losing", "fatal", "indefinite", "nobody", "befallen", "signing", "claiming",
)  # fmt: skip
STORY = ("past", "eras", "lately", "since", "today", "other", "same")


@dataclass(frozen=True, slots=True)
class Roles:
    """Who can act, what is done with, where. All words are lower case, nouns in the singular."""

    agents: frozenset[str]
    instruments: frozenset[str]
    blind: frozenset[str]
    targets: frozenset[str]
    near: frozenset[str]
    titles: frozenset[str]
    wielded: frozenset[str]
    """What a bare name before it wields ("Houthi missiles")."""
    organs: frozenset[str]
    ranks: frozenset[str]
    """Arms of a state: what they do their nation does."""
    again: frozenset[str]
    """Nouns that take up an actor named before ("the militants")."""
    accused: frozenset[str]
    """Nouns for somebody charged, whom the copy names elsewhere ("a suspect")."""
    speakers: frozenset[str]
    bodies: frozenset[str]
    """Concepts that can speak, beside people."""
    ballots: frozenset[str]
    """Concepts that are voted for, beside people."""
    households: frozenset[str]
    """Concepts that are displaced, beside people."""
    court: frozenset[str]
    """Verbs beside those of charging whose subject or object stands before a court."""
    saying: frozenset[str]
    """Verbs that make a source of whoever does it; other verbs of saying do before a clause or after a quote only."""
    unnamed: frozenset[str]
    """Nouns for a source that the copy names elsewhere ("a watchdog")."""
    doers: Mapping[str, str]
    """Who acts where a group is told by the word ("a suicide car bomb")."""
    places: Mapping[str, int]
    """Kinds of places and how narrow they are, 1 (a nation) to 5 (a building)."""
    at: frozenset[str]
    firm: frozenset[str]
    beside: frozenset[str]
    streets: frozenset[str]
    parts: frozenset[str]
    inner: frozenset[str]
    pairs: frozenset[str]
    compass: frozenset[str]
    never: frozenset[str]
    weak: frozenset[str]
    peoples: frozenset[str]
    outlets: frozenset[str]
    numbered: frozenset[str]
    care: frozenset[str]
    nationwide: frozenset[str]
    homeland: frozenset[str]
    mostly: frozenset[str]
    called: frozenset[str]
    be: frozenset[str]
    joining: frozenset[str]
    linking: frozenset[str]
    counting: frozenset[str]
    by: frozenset[str]
    toward: frozenset[str]
    around: frozenset[str]
    happening: frozenset[str]
    carrying: frozenset[str]
    suffering: frozenset[str]
    counts: frozenset[str]
    including: frozenset[str]
    third: frozenset[str]
    turning: frozenset[str]
    emerging: frozenset[str]
    authors: frozenset[str]
    guessing: frozenset[str]
    floating: frozenset[str]
    sequel: frozenset[str]
    wearing: frozenset[str]
    losing: frozenset[str]
    fatal: frozenset[str]
    indefinite: frozenset[str]
    nobody: frozenset[str]
    befallen: frozenset[str]
    signing: frozenset[str]
    claiming: frozenset[str]
    past: frozenset[str]
    eras: frozenset[str]
    lately: frozenset[str]
    since: frozenset[str]
    today: frozenset[str]
    other: frozenset[str]
    same: frozenset[str]
    doubt: str
    owned: str
    unverified: tuple[str, ...]
    deadly: tuple[str, ...]
    harmless: tuple[str, ...]
    hurtful: tuple[str, ...]

    @classmethod
    def load(cls, table: Mapping[str, Any]) -> "Roles":
        """The tables of roles.toml, checked by their use; raises KeyError for a table that is missing."""
        nouns = {name: frozenset(table[name]["words"]) for name in NOUNS}
        words = {name: frozenset(table["place_words"][name]) for name in PLACE_WORDS}
        grammar = {name: frozenset(table["grammar"][name]) for name in GRAMMAR}
        story = {name: frozenset(table["story"][name]) for name in STORY}
        signs = {name: tuple(table["story"][name]) for name in ("deadly", "harmless", "hurtful", "unverified")}
        found: dict[str, Any] = {**nouns, **words, **grammar, **story, **signs}
        return cls(
            places=table["places"],
            doers=table["doers"],
            **{name: table["story"][name] for name in ("doubt", "owned")},
            **found,
        )
