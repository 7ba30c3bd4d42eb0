"""Small words around numbers: rules/lexicon/en/measures.toml as sets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Measures:
    """Words that decide how a number is read with its neighbours, each set as measures.toml describes it."""

    age_before: frozenset[str]
    age_of: frozenset[str]
    age_plain: frozenset[str]
    age_nouns: frozenset[str]
    age_eldest: frozenset[str]
    age_verbs: frozenset[str]
    age_pronouns: frozenset[str]
    age_being: frozenset[str]
    age_deaths: frozenset[str]
    age_bounds: frozenset[str]
    age_anyone: frozenset[str]
    age_parents: frozenset[str]
    age_clauses: frozenset[str]
    age_groups: frozenset[str]
    age_limits: frozenset[tuple[str, ...]]
    old: frozenset[str]
    age_units: frozenset[str]
    unit_between: frozenset[str]
    modified: frozenset[str]
    goods: frozenset[str]
    limbs: frozenset[str]
    scales: frozenset[str]
    heat: frozenset[str]
    angles: frozenset[str]
    quakes: frozenset[str]
    glued_units: frozenset[str]
    lengths_after: frozenset[str]
    unit_adjectives: frozenset[str]
    per_openers: frozenset[str]
    per_between: frozenset[str]
    per_not_before: frozenset[str]
    per_but_before: frozenset[str]
    per_shares: frozenset[str]
    per_dimensions: frozenset[str]
    per_adverbs: Mapping[str, str]
    per_adjectives: Mapping[str, str]
    weight: frozenset[str]
    money_small: frozenset[str]
    money_again: frozenset[str]
    money_large: frozenset[str]
    money_exchanged: frozenset[str]
    money_based: tuple[str, ...]
    coins: frozenset[str]
    change_between: frozenset[str]
    change_of_counts: frozenset[str]
    change_phrasal: frozenset[str]
    amounts: frozenset[str]
    directions: frozenset[str]
    moves: frozenset[str]
    bearings: frozenset[str]
    levels: frozenset[str]
    change_behind: frozenset[str]
    points: frozenset[str]
    points_before: frozenset[str]
    percents: frozenset[str]
    comparing: frozenset[str]
    determiners: frozenset[str]
    indefinite: frozenset[str]
    references: frozenset[str]
    others: frozenset[str]
    aboard: frozenset[str]
    fillers: frozenset[str]
    bound_links: frozenset[str]
    contrasts: frozenset[str]
    container_numbers: frozenset[str]
    container_people: frozenset[str]
    container_ends: frozenset[str]
    container_verbs: frozenset[str]
    container_turns: frozenset[str]
    setting: frozenset[str]
    collectives: frozenset[str]
    housing: frozenset[str]
    topic_verbs: frozenset[str]
    deadly: frozenset[str]
    divided: Mapping[str, tuple[str, int]]
    not_deadly: frozenset[str]
    container_events: frozenset[str]
    between_number_and_noun: frozenset[str]
    counters: frozenset[str]
    subsets: frozenset[tuple[str, ...]]
    subset_behind: frozenset[tuple[str, ...]]
    opened_after: frozenset[str]

    @classmethod
    def load(cls, table: Mapping[str, Any]) -> "Measures":
        """The tables of measures.toml; raises KeyError for one that is missing."""
        sets = {field: frozenset(table[section][key]) for field, (section, key) in _WHERE.items()}
        subsets = table["subsets"]
        return cls(
            age_limits=frozenset(tuple(phrase.split()) for phrase in table["ages"]["limits"]),
            subsets=frozenset(tuple(phrase.split()) for phrase in subsets["before"]),
            subset_behind=frozenset(tuple(phrase.split()) for phrase in subsets["behind"]),
            divided={unit: (smaller, parts) for unit, (smaller, parts) in table["divided"].items()},
            money_based=tuple(table["money"]["based"]),
            per_adverbs=table["rates"]["adverbs"],
            per_adjectives=table["rates"]["adjectives"],
            **sets,
        )


_WHERE = {
    "age_before": ("ages", "before"),
    "age_of": ("ages", "of"),
    "age_plain": ("ages", "plain"),
    "age_nouns": ("ages", "nouns"),
    "age_eldest": ("ages", "eldest"),
    "age_verbs": ("ages", "verbs"),
    "age_pronouns": ("ages", "pronouns"),
    "age_being": ("ages", "being"),
    "age_deaths": ("ages", "deaths"),
    "age_bounds": ("ages", "bounds"),
    "age_anyone": ("ages", "anyone"),
    "age_parents": ("ages", "parents"),
    "age_clauses": ("ages", "clauses"),
    "age_groups": ("ages", "groups"),
    "old": ("ages", "old"),
    "age_units": ("ages", "units"),
    "unit_between": ("units", "between"),
    "modified": ("units", "modified"),
    "goods": ("units", "goods"),
    "limbs": ("units", "limbs"),
    "scales": ("units", "scales"),
    "heat": ("units", "heat"),
    "angles": ("units", "angles"),
    "quakes": ("units", "quakes"),
    "glued_units": ("units", "glued"),
    "lengths_after": ("units", "lengths_after"),
    "unit_adjectives": ("units", "adjectives"),
    "per_openers": ("rates", "openers"),
    "per_between": ("rates", "between"),
    "per_not_before": ("rates", "not_before"),
    "per_but_before": ("rates", "but_before"),
    "per_dimensions": ("rates", "dimensions"),
    "per_shares": ("rates", "shares"),
    "weight": ("weight", "verbs"),
    "money_small": ("money", "small"),
    "money_again": ("money", "again"),
    "money_large": ("money", "large"),
    "money_exchanged": ("money", "exchanged"),
    "coins": ("money", "coins"),
    "change_between": ("change", "between"),
    "change_of_counts": ("change", "counts"),
    "change_phrasal": ("change", "phrasal"),
    "directions": ("change", "directions"),
    "moves": ("change", "moves"),
    "bearings": ("change", "bearings"),
    "levels": ("change", "levels"),
    "amounts": ("change", "amounts"),
    "change_behind": ("change", "behind"),
    "points": ("points", "words"),
    "points_before": ("points", "before"),
    "percents": ("points", "percents"),
    "comparing": ("factors", "comparing"),
    "determiners": ("articles", "determiners"),
    "indefinite": ("articles", "indefinite"),
    "references": ("articles", "references"),
    "others": ("articles", "others"),
    "aboard": ("articles", "aboard"),
    "fillers": ("articles", "fillers"),
    "bound_links": ("ranges", "links"),
    "contrasts": ("ranges", "contrasts"),
    "container_numbers": ("containers", "numbers"),
    "container_people": ("containers", "people"),
    "container_ends": ("containers", "ends"),
    "container_verbs": ("containers", "verbs"),
    "container_turns": ("containers", "turns"),
    "setting": ("containers", "setting"),
    "collectives": ("containers", "collectives"),
    "housing": ("containers", "housing"),
    "topic_verbs": ("topics", "verbs"),
    "deadly": ("containers", "deadly"),
    "not_deadly": ("containers", "not_deadly"),
    "between_number_and_noun": ("groups", "between"),
    "counters": ("groups", "counters"),
    "opened_after": ("subsets", "opened_after"),
    "container_events": ("containers", "events"),
}
