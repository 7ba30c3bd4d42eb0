"""What a rule finds, before it becomes a flag; and what every rule is given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from figurecheck.checking.passage import Page
from figurecheck.matching import Account, Pair
from figurecheck.model import ArticleHead, Expected, Figure, Severity
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.flags import FlagRule


@dataclass(frozen=True, slots=True)
class Match:
    """A pair of the checked article's figure and another article's. `mine_left`: the checked one is the pair's left."""

    pair: Pair
    account: Account
    other: Account
    mine_left: bool

    @property
    def mine(self) -> Figure:
        """The figure of the article that is checked."""
        return (self.pair.left if self.mine_left else self.pair.right).figure

    @property
    def theirs(self) -> Figure:
        """The other article's figure."""
        return (self.pair.right if self.mine_left else self.pair.left).figure

    @property
    def later(self) -> bool | None:
        """Was the checked article published after the other? None where that is not known."""
        earlier = self.pair.event.earlier
        return None if earlier is None else earlier != self.mine_left


@dataclass(frozen=True, slots=True)
class View:
    """What a rule sees: the checked account, its matches in other articles, and the rules in force.

    `page` is the article itself, for the rules inside one article.
    """

    account: Account
    matches: tuple[Match, ...]
    book: Rulebook
    rule: FlagRule
    page: Page


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found of one figure.

    `match` is the evidence in another article, `within` the evidence in the article itself; `fingerprint` uses both.
    """

    figure: Figure
    severity: Severity
    message: str
    match: Match | None = None
    within: tuple[Figure, ...] = ()
    expected: Expected | None = None


Rule = Callable[[View], Iterable[Finding]]
"""A rule reads a view and yields its findings; the engine makes one flag of those of one figure."""


@dataclass(frozen=True, slots=True)
class Flagged:
    """The findings of one rule on one figure, which become one flag."""

    rule: FlagRule
    findings: list[Finding] = field(default_factory=list)


def source(head: ArticleHead) -> str:
    """How a message names an article: its outlet, else its title; an id tells an editor nothing."""
    return head.source or (f"“{head.title}”" if head.title else "another article")


def dated(head: ArticleHead) -> str:
    """The article's outlet and its day, for a message."""
    return f"{source(head)} ({head.published:%Y-%m-%d})" if head.published else source(head)
