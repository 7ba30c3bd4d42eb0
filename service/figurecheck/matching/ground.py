"""On what ground an article's story plays: the nations and names that its title and first sentence give."""

from dataclasses import dataclass

from figurecheck.matching.names import nations_of_places
from figurecheck.matching.said import behind_dateline
from figurecheck.matching.words import listed, names, plain
from figurecheck.model import Article
from figurecheck.rulebook import Rulebook

FIRST = 32
"""Words and signs behind the dateline that a first sentence holds."""
SENTENCE = 400
"""Characters that hold so many."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What an article opens with.

    `home` are the nations of its title or, where that names none, of its first words, by their names and those of
    places in them; `nations` those of both; `names` the names of both that are no nation's.
    """

    home: frozenset[str]
    nations: frozenset[str]
    names: frozenset[str]


def ground(article: Article, book: Rulebook) -> Ground:
    """The ground of an article's story; what its dateline says is only where it was filed."""
    start = behind_dateline(article.text)
    title, first = listed(article.title or ""), listed(article.text[start : start + SENTENCE])[:FIRST]
    titled, opening = (_nations(words, book) for words in (title, first))
    table, common = book.lexicon.nations.names, book.matching.common
    named = names([*title, ".", *first], book.words, book.matching)
    return Ground(
        home=titled or opening,
        nations=titled | opening,
        names=frozenset(word for word in named if word not in common and word not in table),
    )


def apart(left: Ground, right: Ground, told: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Are the two stories of two nations? `told` are those that each article names at all.

    Each has a home, and one of these is a nation of which the other article does not speak; no name opens both.
    """
    (a, b), (mine, theirs) = (left.home, right.home), told
    if not (a and b) or a & b or left.names & right.names:
        return False
    return a.isdisjoint(theirs | right.nations) or b.isdisjoint(mine | left.nations)


def _nations(words: list[str], book: Rulebook) -> frozenset[str]:
    nations, written = book.lexicon.nations, [plain(word) for word in words if word[0].isalpha()]
    return nations_of_places(written, nations, book.matching.whereabouts) - nations.bodies
