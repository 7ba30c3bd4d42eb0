"""A figure as it is compared: everything read of it once, so that a pair costs a few look-ups."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from figurecheck.matching.around import Around
from figurecheck.matching.holder import Holder
from figurecheck.matching.intervals import Interval
from figurecheck.matching.measure import Measure
from figurecheck.matching.names import Name
from figurecheck.matching.parts import Part
from figurecheck.matching.scope import Scope
from figurecheck.matching.stale import Stale
from figurecheck.matching.trade import Trade
from figurecheck.model import Figure

Crowd = tuple[str, str | None]
Company = Mapping[Crowd, tuple[Interval, ...]]
"""The values of figures, by what each is one of."""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure with what is compared of it.

    `crowd`: what it is one of, among the figures of its article: its family, and its unit or its noun; `kin`: the
    words that copy uses for one another, of which what it counts is one; `owner`: the nations whose it is; `days`:
    the first and last of it, ISO; `groups`: the parts of a population that it counts; `camps`: which of those who
    face others; `partial`: it is not all that it counts; `stale`, `older`: the copy sets the value aside;
    `singles`: people told beside it without a number ("two men and a woman"); `gunman`: its sentence counts in
    whoever did it; `makers`: whoever made the poll or index that it is from; `withheld`: the nouns for who, by its
    sentence, gives no figure; `elsewhere`: names that are only whereabouts; `roles`: what somebody of an age is
    ("the driver, 57"); `holder`: the name whose it is; `trade`: who has it change hands; `kinds`: the kinds of
    event that its sentence names, or, `led`, its article's lead; `deeds`: the classes of actions that its clause
    names, where what was done has no action of its own; `named`: what it counts stands behind its verb ("29 were
    children"); `nations`: those that its sentence names; `weekdays`: those on which what it tells of was, by its
    sentence; `another`: that tells of another event than its report, by its first words; `company`: the figures of
    other kinds beside it there; `told`: the parts of a comparison that it tells something of, as `levels.told` has
    them.
    """

    id: str
    figure: Figure
    measure: Measure
    crowd: Crowd
    head: str | None
    modifiers: frozenset[str]
    kin: frozenset[int]
    concept: str | None
    person: bool
    action: str | None
    actor: Name | None
    target: Name | None
    place: Name | None
    speaker: Name | None
    owner: frozenset[str]
    days: tuple[str, str] | None
    groups: frozenset[int]
    camps: frozenset[int]
    around: Around
    scope: Scope
    share: Part
    partial: bool
    stale: Stale
    older: bool
    singles: int
    gunman: bool
    makers: frozenset[str]
    withheld: frozenset[str]
    elsewhere: frozenset[str]
    roles: frozenset[str]
    holder: Holder | None
    trade: Trade | None
    kinds: frozenset[int]
    led: bool
    deeds: frozenset[str]
    nations: frozenset[str]
    weekdays: frozenset[str]
    another: bool
    company: Company = field(default_factory=dict)
    named: bool = False
    told: int = 0
