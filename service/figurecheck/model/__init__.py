"""The one model of figures, comparisons and flags: pydantic, frozen, the same in library, wire and storage."""

from figurecheck.model.article import Article, ArticleHead, Format
from figurecheck.model.base import Model, Number
from figurecheck.model.comparison import Comparison, Difference, Part, Reason, Relation
from figurecheck.model.figure import (
    Action,
    Attribution,
    Bound,
    Change,
    Context,
    Figure,
    Kind,
    Link,
    LinkType,
    Quantity,
    Stance,
    Subject,
    When,
    Where,
    figure_id,
)
from figurecheck.model.report import Evidence, Expected, Flag, Report, Severity, Support
from figurecheck.model.series import Point, Series

__all__ = [
    "Action",
    "Article",
    "ArticleHead",
    "Attribution",
    "Bound",
    "Change",
    "Comparison",
    "Context",
    "Difference",
    "Evidence",
    "Expected",
    "Figure",
    "Flag",
    "Format",
    "Kind",
    "Link",
    "LinkType",
    "Model",
    "Number",
    "Part",
    "Point",
    "Quantity",
    "Reason",
    "Relation",
    "Report",
    "Series",
    "Severity",
    "Stance",
    "Subject",
    "Support",
    "When",
    "Where",
    "figure_id",
]
