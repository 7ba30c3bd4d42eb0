"""A figure while it is being read: token spans in its sentence, filled in step by step, frozen at the end."""

from decimal import Decimal

from figurecheck.model import Action, Attribution, Change, When, bounds, kinds

Value = int | Decimal


class Draft:
    """A figure in the making. Token indices are half open and point into the sentence that holds it.

    `first`, `last` span the quote; `number`, `number_last` the numerals in it; `head` is the token of the counted noun,
    or None where the copy leaves it out; `group_last` ends the whole noun group, with its of-phrase.
    """

    __slots__ = (
        "action",
        "actor",
        "attribution",
        "bound",
        "change",
        "change_role",
        "concept",
        "dimension",
        "first",
        "group_last",
        "head",
        "head_lemma",
        "hedge",
        "hedged",
        "high",
        "high_open",
        "id",
        "implied",
        "kind",
        "last",
        "links",
        "low",
        "low_open",
        "modifiers",
        "number",
        "number_last",
        "part_of",
        "per",
        "place",
        "precision",
        "restates",
        "shared",
        "stated",
        "subject_text",
        "target",
        "unit",
        "when",
    )

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last
        self.number = first
        self.number_last = last
        self.group_last = last
        self.head: int | None = None
        self.kind = kinds.COUNT
        self.stated: Value | None = None
        self.precision: Value | None = None  # the worth of the last written place: 100,000 for "1.2 million"
        self.low: Value | None = None
        self.high: Value | None = None
        self.low_open = False
        self.high_open = False
        self.bound = bounds.EXACT
        self.hedge: str | None = None
        self.hedged: str | None = None  # the class of its hedge, as rules/lexicon/en/hedges.toml calls it
        self.unit: str | None = None
        self.dimension: str | None = None
        self.per: str | None = None
        self.change: Change | None = None
        self.change_role: str | None = None
        self.subject_text: str | None = None
        self.head_lemma: str | None = None
        self.modifiers: tuple[str, ...] = ()
        self.concept: str | None = None
        self.implied: Action | None = None
        self.part_of: Draft | None = None
        self.restates: Draft | None = None  # the figure that it tells again in another unit: "40 km (25 miles)"
        self.shared = False  # only names what its parts are of ("40 of the 90"): the clause speaks of the parts
        self.links: list[tuple[str, Draft]] = []
        self.id = ""
        self.actor: str | None = None
        self.action: Action | None = None
        self.target: str | None = None
        self.place: str | None = None
        self.when: When | None = None
        self.attribution: Attribution | None = None

    def count_with(self, other: "Draft") -> None:
        """Counts what another figure counts."""
        self.head_lemma, self.concept = other.head_lemma, other.concept
        self.subject_text, self.modifiers = other.subject_text, other.modifiers
