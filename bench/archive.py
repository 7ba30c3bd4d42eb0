"""An archive of any size, made fast: some hundred articles are read, the rest are copies of what was read of them.

A story is copied with its tellings: under other ids, in a later week, with its towns renamed. Stories come at a steady
pace, so ten thousand figures are three weeks and a million six years. New names are as long as the old, so that every
span still holds, and come from a vocabulary that grows as a language's does: few names are in very many stories, most
in few. All else is shared, as the words of the trade are.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any, NamedTuple

from bench.news import PLACES, START, articles
from sqlalchemy import insert

from figurecheck.matching import Account, Profile, account
from figurecheck.model import Article
from figurecheck.rulebook import Rulebook
from figurecheck.storage import Corpus, records
from figurecheck.storage.batches import portions
from figurecheck.storage.schema import article, blocking_key, figure

EVENTS, TELLINGS = 4, 3
"""Events of one article, which make about as many figures as a long one has; articles of one story."""
PACE = 160
"""Articles a week."""
OPENING = timedelta(weeks=3)
"""When the stories that are read happen; whole weeks keep the days of the week that the copy names."""
NAMES = {word for place in PLACES for word in place.split()} - {"Port", "Bay"}
_DAY = r"\d{4}-\d\d-\d\d"
_LETTERS = ("bdfgklmnprstvz", "aeiou")

Row = dict[str, Any]


class Rows(NamedTuple):
    """The rows of one article."""

    article: Row
    figures: list[Row]
    keys: tuple[int, ...]


def stories(number: int) -> Iterator[list[Article]]:
    """This many stories, each told by three outlets at length."""
    told = list(portions(articles(number * EVENTS * TELLINGS), TELLINGS))
    for events in portions(told, EVENTS):
        yield [_long([event[telling] for event in events]) for telling in range(TELLINGS)]


def _long(parts: list[Article]) -> Article:
    """One article of these, without their datelines, as a date would not move with it."""
    first = parts[0]
    assert first.published is not None
    text = "\n\n".join(part.text.partition(" - ")[2] for part in parts)
    return first.model_copy(update={"text": text, "published": START + (first.published - START) % OPENING})


class Mould:
    """What was read of one article, cut where a copy differs."""

    def __init__(self, original: Article, rulebook: Rulebook) -> None:
        self._account = account(original, rulebook)
        read = records.record(self._account, rulebook)
        dated = [{name: row.pop(name) for name in ("published", "starts", "ends")} for row in read.figures]
        self._days = [{"published": read.columns.pop("published")}, *dated]
        ids = [original.id, *(found.id for found in self._account.figures)]
        asked = "|".join([*map(re.escape, ids), _DAY, *NAMES])
        self._parts = re.split(f"({asked})", json.dumps([read.columns, *read.figures]), flags=re.IGNORECASE)
        self._ids = ids

    def copy(self, number: int, weeks: int, names: dict[str, str]) -> Rows:
        """The rows of a copy that has this number."""
        ids = {old: f"{number:08x}{place:08x}" for place, old in enumerate(self._ids)}
        changed = names | ids
        gap = timedelta(weeks=weeks)
        parts = self._parts.copy()
        parts[1::2] = [changed.get(old) or str(date.fromisoformat(old) + gap) for old in parts[1::2]]
        columns, *figures = json.loads("".join(parts))
        for row, days in zip((columns, *figures), self._days, strict=True):
            row |= {name: day and day + gap for name, day in days.items()}
        profile = Profile.model_validate_json(columns["profile"])
        keys = records.stored_keys(Account(self._account.article, self._account.figures, profile))
        own = columns | {"number": number, "version": 1}
        return Rows(own, [row | {"article": number} for row in figures], keys)


def fill(corpus: Corpus, moulds: list[list[Mould]], figures: int, seed: int = 1) -> None:
    """Puts the originals into the corpus, then copies until it has this many figures."""
    indexes = [index for table in (figure, blocking_key) for index in table.indexes]
    with corpus.database.writing() as connection:
        for index in indexes:
            index.drop(connection)
        for rows in portions(_rows(moulds, figures, Random(seed)), 1_000):
            connection.execute(insert(article), [one.article for one in rows])
            connection.execute(insert(figure), [row for one in rows for row in one.figures])
            keys = sorted((key, one.article["number"]) for one in rows for key in one.keys)
            connection.execute(insert(blocking_key), [{"key": key, "article": number} for key, number in keys])
        for index in indexes:
            index.create(connection)


def _rows(moulds: list[list[Mould]], figures: int, chance: Random) -> Iterator[Rows]:
    number = 0
    for story in count():
        original = story < len(moulds)
        names = _cased({name: name for name in NAMES} if original else _renamed(story, chance))
        weeks = 0 if original else number // PACE
        for mould in moulds[story] if original else chance.choice(moulds):
            number += 1
            rows = mould.copy(number, weeks, names)
            yield rows
            figures -= len(rows.figures)
            if figures <= 0:
                return


def _renamed(story: int, chance: Random) -> dict[str, str]:
    """A name for each name: of a vocabulary as Heaps' law has it, drawn about as Zipf's law has it."""
    vocabulary = 50 * story**0.6
    return {name: _name(int(vocabulary ** chance.random()), len(name)) for name in sorted(NAMES)}


def _name(number: int, length: int) -> str:
    letters = []
    for place in range(length):
        number, letter = divmod(number, len(_LETTERS[place % 2]))
        letters.append(_LETTERS[place % 2][letter])
    return "".join(letters).capitalize()


def _cased(names: dict[str, str]) -> dict[str, str]:
    return {way(old): way(new) for old, new in names.items() for way in (str, str.lower, str.upper)}
