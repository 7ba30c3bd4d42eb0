"""A stand-in for extraction and matching: each whole number in a text is a figure, each capitalised word a key."""

import re
from dataclasses import dataclass
from typing import Any, cast

from figurecheck.matching import Account, Profile
from figurecheck.model import Article, Figure, Kind, Quantity, figure_id


@dataclass(frozen=True)
class Rules:
    """All that a corpus itself asks of its rules."""

    hash: str


RULES = cast(Any, Rules("simple"))


def read(article: Article, rulebook: object = None) -> Account:
    """The account of an article, read in the simplest way."""
    figures = tuple(
        Figure(
            id=figure_id(article.id, "body", match.start(), match.end()),
            start=match.start(),
            end=match.end(),
            quote=match.group(),
            sentence=(0, len(article.text)),
            kind=Kind.COUNT,
            quantity=Quantity(stated=int(match.group()), low=int(match.group()), high=int(match.group())),
        )
        for match in re.finditer(r"\d+", article.text)
    )
    lead = tuple(dict.fromkeys(re.findall(r"\b[A-Z]\w+", article.text)))
    day = article.published.date().isoformat() if article.published else None
    return Account(article, figures, Profile(day=day, names=lead, nations=(), words=(), lead=lead))
