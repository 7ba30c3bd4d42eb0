"""A report with what an output needs beside it: the text it speaks of and the file that text came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from figurecheck.model import Article, Evidence, Figure, Flag, Report
from figurecheck.reporting import wording


class Library(Protocol):
    """Where the articles of evidence can be read: a dict of articles by id, or a corpus."""

    def get(self, article_id: str, /) -> Article | None:
        """The article of this id, or None."""


class Place(NamedTuple):
    """Where a figure stands in its file: lines and columns from 1, in code points, the end column past the figure."""

    line: int
    column: int
    end_line: int
    end_column: int


class Excerpt(NamedTuple):
    """A figure in its sentence; the three parts joined are the sentence, its line breaks turned to spaces."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One report, its article and the path it was read from.

    `library` gives the articles of the evidence, where they are at hand, and `names` what to call those without a
    source: their paths, by id. `first_line` is the line of the file on which the article's text starts.
    """

    report: Report
    article: Article | None = None
    path: str | None = None
    library: Mapping[str, Article] | Library = field(default_factory=dict)
    first_line: int = 1
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What to call the article: its path, else its title, else its id."""
        head = self.report.article
        return self.path or head.title or head.id

    @property
    def file(self) -> str:
        """The path for outputs that must name a file; the id stands in for a text that came from none."""
        return self.path or self.report.article.id

    def place(self, figure: Figure) -> Place:
        """Line and column of a figure; the first line where the text is not at hand or the figure is in the title."""
        if self.article is None or figure.where == "title":
            return Place(1, 1, 1, 1)
        text = self.article.text
        return Place(*self._position(text, figure.start), *self._position(text, figure.end))

    def _position(self, text: str, offset: int) -> tuple[int, int]:
        return text.count("\n", 0, offset) + self.first_line, offset - text.rfind("\n", 0, offset)

    def excerpt(self, figure: Figure) -> Excerpt:
        """The figure in its sentence; the quote alone where the text is not at hand."""
        return excerpt(self.article, figure)

    def evidence_excerpt(self, evidence: Evidence) -> Excerpt:
        """A figure of the evidence in its sentence; the quote alone where its article is not at hand."""
        own = self.article if self.article is not None and self.article.id == evidence.article else None
        return excerpt(own or self.library.get(evidence.article), evidence.figure)

    def origin(self, evidence: Evidence) -> str:
        """Where a figure of the evidence comes from, and when: "Reuters, 2024-11-11"."""
        name = evidence.source or self.names.get(evidence.article) or evidence.article
        return f"{name}, {wording.day(evidence.published)}"

    def flags(self) -> list[Flag]:
        """The flags in the order they stand in the text, the title first."""
        return sorted(self.report.flags, key=lambda flag: (*reading_order(flag.figure), flag.code))


def reading_order(figure: Figure) -> tuple[bool, int, int]:
    """A sort key: title before body, then by offset."""
    return figure.where == "body", figure.start, figure.end


def excerpt(article: Article | None, figure: Figure) -> Excerpt:
    """The figure in its sentence, white space folded; the quote alone without an article or with one that changed."""
    source = None if article is None else article.title if figure.where == "title" else article.text
    if source is None or source[figure.start : figure.end] != figure.quote:
        return Excerpt("", _fold(figure.quote), "")
    low, high = figure.sentence
    before, after = source[low : figure.start], source[figure.end : high]
    return Excerpt(_fold(before).lstrip(), _fold(figure.quote), _fold(after).rstrip())


def _fold(text: str) -> str:
    """Runs of white space as one space each, those at the ends kept."""
    folded = " ".join(text.split())
    if not folded:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{folded}{' ' if text[-1].isspace() else ''}"


def checked(item: Checked | Report) -> Checked:
    """A bare report stands for itself, without text or path."""
    return item if isinstance(item, Checked) else Checked(item)
