"""What a figure is of other figures of its article: a part of one, or what comes on top of one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from figurecheck.matching.intervals import Interval
from figurecheck.matching.measure import measure
from figurecheck.matching.places import distinctive
from figurecheck.matching.said import Said, Token
from figurecheck.matching.words import listed, plain
from figurecheck.model import Article, Figure, LinkType, bounds, kinds
from figurecheck.rulebook import Rulebook, tags

_THAN = " than"
_BESIDE = 3
"""Tokens beside a sum within which the word for debts stands."""
_FINITE = tags.PAST | tags.VERBZ | tags.AUX | tags.MODAL


class Part(NamedTuple):
    """What a figure is of others.

    `part`: it is part of another one; `on_top`: it adds to another one, or that to it; `whole`: the values of what it
    is a part of ("five of the six members"); `others`: it leaves some out ("20 other languages"); `loose`: the values
    it has where it shares the hedge of the figure before ("more than 700 men and 40 women"); `counted_in`: the smaller
    sums of its sentence that it may hold ("with $480m of debt, $3.4bn"); `with_debt`: it says that it does.
    """

    part: bool
    on_top: bool
    whole: Interval | None
    others: bool
    loose: Interval | None
    counted_in: tuple[Interval, ...]
    with_debt: bool


class Fellows:
    """The figures of one article, by their ids, by their sentences, and by what goes before them."""

    def __init__(self, article: Article, figures: Sequence[Figure]) -> None:
        self._article = article
        self._by_id = {figure.id: figure for figure in figures}
        self._sentences: dict[object, list[Figure]] = defaultdict(list)
        self._earlier: dict[str, Figure] = {}
        last: dict[object, list[Figure]] = defaultdict(list)
        for figure in figures:
            self._sentences[figure.where, figure.sentence].append(figure)
            last[figure.where, figure.kind].append(figure)
        for alike in last.values():
            alike.sort(key=lambda figure: figure.start)
            self._earlier.update((b.id, a) for a, b in pairwise(alike) if a.start < b.start)

    def text(self, figure: Figure) -> str:
        """The text that the figure stands in."""
        return self._article.text if figure.where == "body" else self._article.title or ""

    def mates(self, figure: Figure) -> Sequence[Figure]:
        """The figures of its sentence, it among them."""
        return self._sentences[figure.where, figure.sentence]

    def wholes(self, figure: Figure) -> Iterator[Figure]:
        """The figures that it is linked to as a part."""
        for link in figure.links:
            if link.type == LinkType.PART_OF and link.figure in self._by_id:
                yield self._by_id[link.figure]

    def last_alike(self, figure: Figure) -> int:
        """Where the figure of its kind before it in its sentence ends; 0 where there is none."""
        return max(
            (mate.end for mate in self.mates(figure) if mate.kind == figure.kind and mate.end <= figure.start),
            default=0,
        )

    def as_before(self, figure: Figure, *, alone: bool = True) -> bool:
        """Is the same told of it as of the figure of its kind before it? `alone` where there is none."""
        earlier = self._earlier.get(figure.id)
        return alone if earlier is None else earlier.context.action == figure.context.action


def part(figure: Figure, said: Said, before: Sequence[Token], fellows: Fellows, book: Rulebook) -> Part:
    """What the figure is of its fellows."""
    wholes = list(fellows.wholes(figure))
    told = [plain(token).lower() for token in listed(figure.quote)]
    return Part(
        part=_of_those(figure, fellows, book) or any(_like(whole, figure) for whole in wholes),
        on_top=_on_top(figure, before, fellows, book) or _added_to(figure, said, fellows, book),
        whole=next((measure(whole, book.tolerance).interval for whole in wholes), None),
        others=not book.matching.others.isdisjoint(told),
        loose=_loose(figure, said, fellows, book),
        counted_in=tuple(_counted_in(figure, said, fellows, book)),
        with_debt=_with_debt(figure, said, fellows, book),
    )


def _counted_in(figure: Figure, said: Said, fellows: Fellows, book: Rulebook) -> Iterator[Interval]:
    """The smaller sums in its sentence, where that tells of debts or the like: "with $480m of debt, $3.4bn"."""
    if figure.kind != kinds.MONEY or said.words.isdisjoint(book.matching.counted_in):
        return
    own = measure(figure, book.tolerance)
    for mate in fellows.mates(figure):
        other = measure(mate, book.tolerance)
        if other.unit == own.unit and other.interval.high < own.interval.low:
            yield other.interval


def _with_debt(figure: Figure, said: Said, fellows: Fellows, book: Rulebook) -> bool:
    """Does its sentence say that it counts in a smaller sum of debts: "counting its $380m of debt, $3.7bn"?"""
    if not any(_counted_in(figure, said, fellows, book)) or not book.matching.counting.search(said.text):
        return False
    owed = [mate for mate in fellows.mates(figure) if _owed(mate, said, book)]
    return bool(owed) and figure not in owed


def _owed(figure: Figure, said: Said, book: Rulebook) -> bool:
    """Is it, by the words beside it, a sum of debts or the like?"""
    beside = (*said.before(figure.start)[-_BESIDE:], *said.after(figure.end)[:_BESIDE])
    return any(token.word.low in book.matching.counted_in for token in beside)


def _like(whole: Figure, figure: Figure) -> bool:
    """Is what it is a part of told of in its kind, and the same of both? A share of a count is no part of a share."""
    return whole.kind == figure.kind and whole.context.action == figure.context.action


def _of_those(figure: Figure, fellows: Fellows, book: Rulebook) -> bool:
    """Is it some of what was told of before: "139,000 of those jobs"? Of people, where the same befell them, which a
    noun says by itself: "two of the victims"."""
    if book.matching.of_those.search(figure.quote) is None:
        noun = figure.subject.head and book.lexicon.event_noun(figure.subject.head)
        return bool(noun) and book.matching.of_known.search(figure.quote) is not None
    return figure.context.action not in book.matching.befalls or fellows.as_before(figure)


def _on_top(figure: Figure, before: Sequence[Token], fellows: Fellows, book: Rulebook) -> bool:
    """Does it come on top of others of whom the same is told: "three more suspects", "Webb and four others"?

    Not so in "killed three people and injured dozens more": nobody else was injured.
    """
    rules = book.matching
    words = fellows.text(figure)[figure.start : figure.end + len(_THAN)].lower()
    words = words if words.endswith(_THAN) else figure.quote.lower()  # "4,187 more than his rival"
    told = {plain(token) for token in listed(rules.over.sub("", words))}
    if rules.on_top.isdisjoint(told) and not (before and before[-1].text.lower() in rules.on_top):
        return False
    if len(before) > 1 and before[-1].text in rules.joins and before[-2].text[0].isupper():
        return True
    return fellows.as_before(figure, alone=rules.others_left.isdisjoint(told))


def _added_to(figure: Figure, said: Said, fellows: Fellows, book: Rulebook) -> bool:
    """Does its sentence add others to it: "killed 170 people in the province and dozens more abroad"?"""
    alike = (figure.kind, figure.context.action)
    return any(
        other.start > figure.start
        and (other.kind, other.context.action) == alike
        and _on_top(other, said.before(other.start), fellows, book)
        for other in fellows.mates(figure)
    )


def _loose(figure: Figure, said: Said, fellows: Fellows, book: Rulebook) -> Interval | None:
    """The values with the hedge that opens a pair of figures: "more than 700 infants and 40 workers".

    A number that is not round is as exact as it looks: "around 2,400 phones and 808 cards".
    """
    value, text = figure.quantity.stated, fellows.text(figure)
    if figure.quantity.bound != bounds.EXACT or value is None or distinctive(value, book.tolerance):
        return None
    before = next((mate for mate in fellows.mates(figure) if _joined(text, mate, figure, book)), None)
    if before is None or not before.quantity.stated or not before.quantity.hedge or _opens(before, figure, said, book):
        return None
    low, high = (end and end / before.quantity.stated for end in (before.quantity.low, before.quantity.high))
    return Interval(value * low if low else -inf, value * high if high else inf)


def _opens(first: Figure, second: Figure, said: Said, book: Rulebook) -> bool:
    """Does the second open a clause of its own: "took in about 6,800 people and 88,000 homes were dark"?"""
    does = next((book.words.tags(t.word.low) for t in said.tokens if t.start >= second.end and t.alpha), 0) & _FINITE
    before = (book.words.tags(token.word.low) for token in said.tokens if token.start < first.start and token.alpha)
    return bool(does) and any(bits & _FINITE and not bits & (tags.NOUN | tags.NOUNS) for bits in before)


def _joined(text: str, first: Figure, second: Figure, book: Rulebook) -> bool:
    """Does only "and" stand between two figures?"""
    return first.end < second.start and text[first.end : second.start].strip(" ,") in book.matching.joins
