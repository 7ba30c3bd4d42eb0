"""What a check finds."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from figurecheck.model.article import ArticleHead
from figurecheck.model.base import Model, Number
from figurecheck.model.comparison import Comparison
from figurecheck.model.figure import Figure


class Severity(StrEnum):
    """How loudly a flag speaks; ordered by `rank`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """2 for error, 1 for warning, 0 for info."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


class Evidence(Model):
    """A figure that speaks against the flagged one, with where it stands."""

    article: str
    source: str | None = None
    published: datetime | None = None
    url: str | None = None
    figure: Figure


class Expected(Model):
    """The values that would make it right."""

    low: Number | None
    high: Number | None


class Flag(Model):
    """One finding for an editor."""

    code: str
    name: str
    severity: Severity
    article: str
    figure: Figure
    evidence: tuple[Evidence, ...] = ()
    comparison: Comparison | None = None
    expected: Expected | None = None
    message: str
    fingerprint: str


class Support(Model):
    """A figure that other, independent sources give as well."""

    figure: str
    sources: int
    articles: tuple[str, ...]


class Report(Model):
    """Everything a check says of one article. `rules` is the hash of the rules in force; `stats` are counts only."""

    version: int = 1
    rules: str
    article: ArticleHead
    figures: tuple[Figure, ...] = ()
    flags: tuple[Flag, ...] = ()
    support: tuple[Support, ...] = ()
    stats: dict[str, int] = Field(default_factory=dict)
