"""One quantity as it stands in an article, with what it counts and who did what to whom."""

from enum import StrEnum
from hashlib import blake2b
from typing import Literal

from figurecheck.model.base import Model, Number


class Kind(StrEnum):
    """What sort of quantity a figure is."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    BASIS_POINT = "basis_point"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    RATE = "rate"
    RATIO = "ratio"
    RANK = "rank"


class Bound(StrEnum):
    """How the written number bounds the value."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    BETWEEN = "between"
    ORDER = "order"


class Action(StrEnum):
    """What was done; finer classes in rules/ name one of these as their parent."""

    KILL = "kill"
    INJURE = "injure"
    KILL_OR_INJURE = "kill_or_injure"
    MISSING = "missing"
    DISPLACE = "displace"
    EVACUATE = "evacuate"
    RESCUE = "rescue"
    ARREST = "arrest"
    CHARGE = "charge"
    LAUNCH = "launch"
    INTERCEPT = "intercept"
    DESTROY = "destroy"
    DAMAGE = "damage"
    FIRE = "fire"
    ATTACK = "attack"
    DEPLOY = "deploy"
    CAPTURE = "capture"
    RELEASE = "release"
    ATTEND = "attend"
    INFECT = "infect"
    HOSPITALISE = "hospitalise"
    VOTE = "vote"
    EMPLOY = "employ"
    LAY_OFF = "lay_off"
    SPEND = "spend"
    EARN = "earn"
    COST = "cost"
    RISE = "rise"
    FALL = "fall"
    MEASURE = "measure"
    EXIST = "exist"
    OTHER = "other"


class Stance(StrEnum):
    """How the speaker stands behind a figure."""

    STATED = "stated"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"


class LinkType(StrEnum):
    """How one figure of an article is tied to another."""

    PART_OF = "part_of"
    CHANGE_FROM = "change_from"
    CHANGE_TO = "change_to"
    SAME_AS = "same_as"


Where = Literal["body", "title"]
Change = Literal["up", "down"]


class Quantity(Model):
    """The number part of a figure: an interval in one unit. At least one of stated, low, high is given."""

    stated: Number | None = None
    low: Number | None = None
    high: Number | None = None
    low_open: bool = False
    high_open: bool = False
    bound: Bound = Bound.EXACT
    hedge: str | None = None
    unit: str | None = None
    dimension: str | None = None
    per: str | None = None
    change: Change | None = None


class Subject(Model):
    """What is counted or measured. `head` is the singular head noun; `concept` its class in the lexicon."""

    text: str | None = None
    head: str | None = None
    modifiers: tuple[str, ...] = ()
    concept: str | None = None


class When(Model):
    """A time as written and the days it covers, ISO 8601, both ends included; null where it is not resolved."""

    text: str | None = None
    start: str | None = None
    end: str | None = None


class Attribution(Model):
    """Who says so, and how."""

    speaker: str | None = None
    stance: Stance = Stance.STATED


class Context(Model):
    """Who did what to whom, where, when, and who says so."""

    actor: str | None = None
    action: Action | None = None
    target: str | None = None
    place: str | None = None
    when: When | None = None
    attribution: Attribution | None = None


class Link(Model):
    """A tie to another figure of the same article."""

    type: LinkType
    figure: str


class Figure(Model):
    """One quantity as it stands in an article; `quote` is the slice [start, end) of the title or the text."""

    id: str
    start: int
    end: int
    quote: str
    sentence: tuple[int, int]
    where: Where = "body"
    kind: Kind
    quantity: Quantity
    subject: Subject = Subject()
    context: Context = Context()
    links: tuple[Link, ...] = ()


def figure_id(article: str, where: Where, start: int, end: int) -> str:
    """The name of a figure: the same span of the same article has the same name in every call."""
    key = f"{article}\0{where}\0{start}\0{end}".encode("utf-8", "surrogatepass")
    return blake2b(key, digest_size=8).hexdigest()
