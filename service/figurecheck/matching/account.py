"""An article with what was read of it, and the profile by which its event is told from others."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from figurecheck.matching.ground import Ground, ground
from figurecheck.matching.intervals import Interval
from figurecheck.matching.line import Crowd, Line
from figurecheck.matching.lines import lines
from figurecheck.matching.names import nations_around, nations_in
from figurecheck.matching.said import kinds
from figurecheck.matching.sums import Sum, sums
from figurecheck.matching.words import listed, names, plain, reader, telling, weight
from figurecheck.model import Article, Figure
from figurecheck.model.base import Model
from figurecheck.rulebook import Rulebook

READ = 8000
"""The characters of an article that tell its event; what stands further down seldom does."""
LEAD = 400
"""The characters that an article leads with."""
LEADING, TELLING = 12, 8
"""Words of the lead and of the whole text that make keys: of real articles on one event, 97% of pairs share two."""

AFFAIRS = 8
"""The most pairs of nation and topic that make keys."""


class Profile(Model):
    """What tells an article's event: the day of publication (ISO), names, nations, and content words as lemmas, sorted.

    `lead` holds what blocking keys are made of: the names and rare words of title and lead, the weightiest of all,
    and the affairs of nations ("Nepal earthquake").
    """

    day: str | None
    names: tuple[str, ...]
    nations: tuple[str, ...]
    words: tuple[str, ...]
    lead: tuple[str, ...]


@dataclass(frozen=True)
class Account:
    """An article, its figures and its profile: all that is compared."""

    article: Article
    figures: tuple[Figure, ...]
    profile: Profile
    _lines: list[tuple[Line, ...]] = field(default_factory=list, repr=False, compare=False)
    _sums: list[tuple[Sum, ...]] = field(default_factory=list, repr=False, compare=False)
    _weights: list[Mapping[str, float]] = field(default_factory=list, repr=False, compare=False)
    _crowds: list[Mapping[Crowd, int]] = field(default_factory=list, repr=False, compare=False)
    _spread: list[Mapping[str, int]] = field(default_factory=list, repr=False, compare=False)
    _ground: list[Ground] = field(default_factory=list, repr=False, compare=False)

    def lines(self, rulebook: Rulebook) -> tuple[Line, ...]:
        """The figures as they are compared; made once."""
        if not self._lines:
            read = reader(rulebook.words, rulebook.matching)
            lead = kinds(map(read, listed(_opening(self.article))), rulebook.matching)
            self._lines.append(lines(self.article, self.figures, lead, rulebook))
        return self._lines[0]

    def sums(self, rulebook: Rulebook) -> tuple[Sum, ...]:
        """The sums that the figures make; made once."""
        if not self._sums:
            self._sums.append(tuple(sums(self.lines(rulebook), rulebook)))
        return self._sums[0]

    def ground(self, rulebook: Rulebook) -> Ground:
        """The ground on which its story plays; read once."""
        if not self._ground:
            self._ground.append(ground(self.article, rulebook))
        return self._ground[0]

    def weights(self, rulebook: Rulebook) -> Mapping[str, float]:
        """What each of the article's words says of its event; made once."""
        if not self._weights:
            index, rules, names_here = rulebook.words, rulebook.matching, frozenset(self.profile.names)
            self._weights.append({word: weight(word, names_here, index, rules) for word in self.profile.words})
        return self._weights[0]

    def crowds(self, rulebook: Rulebook) -> Mapping[Crowd, int]:
        """How many different values the article gives in each unit, or of each noun; made once."""
        if not self._crowds:
            values: dict[Crowd, set[Interval]] = defaultdict(set)
            for read in self.lines(rulebook):
                values[read.crowd].add(read.measure.exact)
            self._crowds.append({crowd: len(different) for crowd, different in values.items()})
        return self._crowds[0]

    def spread(self, rulebook: Rulebook) -> Mapping[str, int]:
        """How many sentences with figures each word stands in; made once."""
        if not self._spread:
            near: dict[tuple[str, int], set[str]] = defaultdict(set)
            for read in self.lines(rulebook):
                near[read.figure.where, read.figure.sentence[0]].update(read.around.near)
            self._spread.append(Counter(word for words in near.values() for word in words))
        return self._spread[0]


def account(article: Article, rulebook: Rulebook, figures: tuple[Figure, ...] | None = None) -> Account:
    """The article's account. Its figures are extracted unless they are given, as a corpus gives those it keeps."""
    if figures is None:
        from figurecheck.extraction import extract

        figures = tuple(extract(article, rulebook))
    return Account(article, figures, profile(article, rulebook))


def profile(article: Article, rulebook: Rulebook) -> Profile:
    """What tells the article's event."""
    index, rules, table = rulebook.words, rulebook.matching, rulebook.lexicon.nations
    title, text = listed(article.title or ""), listed(article.text[:READ])
    whole = [*title, ".", *text]
    nations = nations_in([plain(token) for token in whole if token[0].isalpha()], table)
    named = names(title, index, rules) | names(text, index, rules)
    named = {word for word in named if word not in table.names and word not in rules.common}
    words = {word for word in telling(whole, index, rules) if word not in table.names} | named
    opening = listed(_opening(article))
    lead = _lead(opening, named, rulebook)
    return Profile(
        day=article.published.date().isoformat() if article.published else None,
        names=tuple(sorted(named)),
        nations=tuple(sorted(nations)),
        words=tuple(sorted(words)),
        lead=tuple(dict.fromkeys((*lead, *_weightiest(words, named, rulebook), *_affairs(opening, rulebook)))),
    )


def _opening(article: Article) -> str:
    return f"{article.title or ''} . {article.text[:LEAD]}"


def _lead(text: list[str], named: set[str], rulebook: Rulebook) -> tuple[str, ...]:
    index, rules, table = rulebook.words, rulebook.matching, rulebook.lexicon.nations
    in_order = dict.fromkeys(word for token in text if (word := plain(token).lower()) in named)
    rare = dict.fromkeys(
        word
        for word in telling(text, index, rules)
        if word not in rules.common and word not in named and word not in table.names
    )
    return tuple([*in_order, *sorted(rare, key=lambda word: (index.known(word), -len(word), word))][:LEADING])


def _affairs(opening: list[str], rulebook: Rulebook) -> list[str]:
    """Each nation of the opening with each kind of event and topic, where copy on one thing may share no rarer word."""
    index, topic_of = rulebook.words, rulebook.matching.topic_of
    plainly = [plain(token) for token in opening if token[0].isalpha()]
    nations = nations_around(plainly, rulebook.lexicon.nations)
    lower = (word.lower() for word in plainly)
    topics = {topic_of.get(word) or topic_of.get(index.noun(word) or "") for word in lower} - {None}
    return sorted(f"{nation} {topic}" for nation in nations for topic in topics)[:AFFAIRS]


def _weightiest(words: set[str], named: set[str], rulebook: Rulebook) -> list[str]:
    """The words of the whole text that weigh most: they find articles that open on another side of the event."""
    index, rules, names_here = rulebook.words, rulebook.matching, frozenset(named)
    rare = (word for word in words if word not in rules.common)
    return sorted(rare, key=lambda word: (-weight(word, names_here, index, rules), word))[:TELLING]
