"""The values of an article that a sentence may take up, the nearest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from figurecheck.checking.degrees import CHANGES, DEGREES
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import holds, phrases
from figurecheck.checking.values import Value, values_of
from figurecheck.model import Kind
from figurecheck.rulebook import tags

REACH = 5
"""So many sentences with figures before its own a sentence may take up."""
PRESENT = 9999
"""The year of an article that bears no date."""
AROUND = 7
"""So many words on each side of a sum or measure tell what it is of."""


_ENDS = tags.PREP | tags.REL | tags.AUX | tags.CONJ | tags.MODAL | tags.TO | tags.PRON


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A value that was told before, how many sentences with figures `apart`, and where."""

    value: Value
    passage: Passage
    apart: int


def antecedents(passage: Passage, i: int, view: View) -> Iterator[Antecedent]:
    """The values before figure i: those of its own sentence, then those of the sentences before, nearest first."""
    own = [value for value in values_of(passage, i, view, True) if value.at < i]
    yield from (Antecedent(value, passage, 0) for value in reversed(own) if value.unit.kind not in DEGREES)
    every = [other for other in view.page.passages if other.where == passage.where and other.start < passage.start]
    for apart, other in enumerate(reversed(every[-REACH:]), 1):
        if passage.paragraph - other.paragraph > 2:
            return
        for value in values_of(other, -1, view, True):
            if value.unit.kind not in DEGREES:
                yield Antecedent(value, other, apart)


def followers(passage: Passage, view: View) -> Iterator[Antecedent]:
    """The values of the two sentences behind the passage's own."""
    every = [other for other in view.page.passages if other.where == passage.where and other.start > passage.start]
    for apart, other in enumerate(every[:2], 1):
        if other.paragraph - passage.paragraph <= 2:
            yield from (Antecedent(v, other, apart) for v in values_of(other, -1, view) if v.unit.kind not in DEGREES)


def nouns_of(base: Words, view: View) -> list[str]:
    """The nouns of a noun group, up to the word that ends it: "the city's registered voters who" city, voter."""
    found: list[str] = []
    for word in base[:6]:
        if found and view.book.words.tags(word) & _ENDS:
            break
        noun = view.book.words.noun(word.removesuffix("'s"))
        if noun:
            found.append(noun)
    return found[-1:]


def speaks_of(told: Antecedent, noun: str, view: View) -> bool:
    """Does a value count what the noun names, or stand in a clause that names it?"""
    figure, passage, at = told.value.figure, told.passage, told.value.at
    if figure.subject.head is not None and view.book.matching.one_word(figure.subject.head, noun):
        return True
    if figure.kind == Kind.COUNT:
        return False
    around = (*passage.before(at)[-AROUND:], *passage.after(at)[:AROUND])
    return any(view.book.matching.one_word(view.book.words.noun(word), noun) for word in around)


def year_told(passage: Passage, i: int, view: View) -> float:
    """The year of figure i as the words beside it tell it; that of the article where they tell no other."""
    published = view.page.article.published
    now = published.year if published else PRESENT
    around = (*passage.before(i)[-AROUND:], *passage.after(i)[:AROUND])
    years = [int(word) for word in around if len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")]
    if years:
        return years[0]
    rule = view.book.flags[CHANGES]
    if holds(around, phrases(rule, "before_that")):
        return now - 1.5
    past = holds(around, phrases(rule, "past")) or holds(around, phrases(rule, "earlier"))
    return now - 1 if past else now
