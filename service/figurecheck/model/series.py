"""One thing as many articles give it, over time."""

from datetime import datetime

from figurecheck.model.base import Model
from figurecheck.model.figure import Figure


class Point(Model):
    """A figure of a series, with where it stands.

    `origin` is the independent source it comes from: an agency, or the outlet that had it first; `retired` says that
    copy corrects it or names it as an earlier value.
    """

    article: str
    source: str | None = None
    published: datetime | None = None
    url: str | None = None
    origin: str
    retired: bool = False
    figure: Figure


class Series(Model):
    """Comparable figures of several articles in order of time, undated ones last; `sources` counts their origins.

    `disputed`: some that are not retired cannot both be right, and no later toll explains it.
    """

    points: tuple[Point, ...]
    sources: int
    disputed: bool
