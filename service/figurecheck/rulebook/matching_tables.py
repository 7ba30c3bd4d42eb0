"""Where the settings of rules/matching.toml stand and what is made of each: a row for a field of MatchingRules."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from figurecheck.rulebook import rows
from figurecheck.rulebook.rows import alternation

SETS = (
    ("words", "", "silent clauses asides joins"),
    (
        "scope",
        "",
        "apart foreseen fresh to_come several others known polls makes makers made_by made_of made_for finds asked"
        " moving naming everyday topical margin_of margin_by each counted_in withheld_by withheld_what",
    ),
    ("groups", "", "people cases anybody wide bare measuring gunman on_top others_left single"),
    ("older", "older_", "before first told opening from from_after"),
    ("corrections", "correction_", "marks turns onto"),
    ("events", "", "no_event weekdays on_day"),
    ("actions", "", "either running befalls taken living counted vague mirrored"),
    ("names", "", "of_states little generic owned_by openings doing whereabouts behind exchanges"),
)
"""Lists that are sets of words: their section, what their fields' names begin with, and their names."""

FIELDS: Mapping[str, tuple[str, str, Callable[[Any], object]]] = {
    "common": ("words", "common", lambda words: frozenset(words.split())),
    "scope_of": ("scope", "sets", rows.forms),
    "margin_before": (
        "scope",
        "margin_before",
        lambda phrases: re.compile(rf"\b(?:{alternation(phrases)}) (?!error )(?:\w+ ){{0,2}}$"),
    ),
    "margin_behind": (
        "scope",
        "margin_behind",
        lambda phrases: re.compile(rf"^[ -]?(?:{alternation(phrases)})\b"),
    ),
    "margin_alone": ("scope", "margin_alone", lambda them: re.compile(rf"\b(?:{alternation(them)}) $")),
    "margin_against": ("scope", "margin_against", lambda them: re.compile(rf" (?:{alternation(them)}) ")),
    "inclusive": ("scope", "inclusive", lambda phrases: re.compile(rf"^.{{0,40}}, (?:{alternation(phrases)})\b")),
    "making": ("scope", "makes", lambda words: re.compile(rf"\b(?:{alternation(words)})\b")),
    "namesakes": ("scope", "namesakes", lambda words: re.compile(rf"\b(?:{alternation(words)})\b", re.IGNORECASE)),
    "counting": ("scope", "counting", lambda words: re.compile(rf"\b(?:{alternation(words)})\b", re.IGNORECASE)),
    "bases": ("scope", "bases", rows.phrases),
    "spans": ("scope", "spans", rows.phrases),
    "extents": ("scope", "extents", rows.phrases),
    "lands": ("scope", "lands", lambda names: re.compile(rf"\b(?:{alternation(names)})\b")),
    "lasting": ("scope", "lasting", rows.number),
    "lasts": ("scope", "lasts", lambda verbs: re.compile(rf"\b(?:{alternation(verbs)})(?: \w+)? $")),
    "lasting_nouns": ("scope", "lasting", lambda kinds: tuple(word for row in kinds for word in row)),
    "lasting_for": (
        "scope",
        "lasting",
        lambda kinds: re.compile(
            rf"\b(?:{alternation([word for row in kinds for word in row])}) (?:for|of)(?: \w+)? $"
        ),
    ),
    "subset_of": ("scope", "subset", rows.number),
    "poles": ("scope", "opposites", rows.poles),
    "sort_of": ("scope", "alternatives", rows.sides),
    "sort_phrases": ("scope", "alternatives", lambda table: tuple(word for word in rows.sides(table) if " " in word)),
    "kind_of": ("events", "kinds", rows.numbers),
    "after_another": (
        "events",
        "after_another",
        lambda phrases: re.compile(rf"(?:\w+ ){{0,3}}(?:{alternation(phrases)}) [^,]*,", re.IGNORECASE),
    ),
    "another": (
        "events",
        "another",
        lambda phrases: re.compile(rf"\W*(?:in \w+ )?(?:{alternation(phrases)})\b", re.IGNORECASE),
    ),
    "body_of": ("names", "bodies", rows.numbers),
    "part_of": ("groups", "parts", rows.numbers),
    "camp_of": ("groups", "camps", rows.numbers),
    "kin_of": ("groups", "kin", rows.numbers),
    "with_words": ("groups", "with_words", tuple),
    "over": ("groups", "over", lambda phrases: re.compile(alternation(phrases))),
    "older_after": ("older", "after", tuple),
    "instead": ("corrections", "instead", tuple),
    "wrong": ("corrections", "wrong", rows.between_spaces),
    "near": ("actions", "near", rows.pairs),
    "opposed": ("actions", "opposed", rows.pairs),
    "sums": ("actions", "sums", rows.sums),
    "given_to": ("names", "given_to", lambda phrases: re.compile(rf",? (?:{alternation(phrases)}) ")),
    "agencies": ("names", "agencies", rows.named),
    "agency_openings": ("names", "agencies", lambda table: frozenset(name.split()[0] for row in table for name in row)),
    "alike": ("names", "alike", float),
}
"""Other settings, by their fields: their section, their name, and what is made of them."""
