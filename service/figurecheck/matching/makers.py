"""Who made the poll or the index that figures are from: two of them measure two things."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from figurecheck.matching.said import Said, Token
from figurecheck.rulebook import Rulebook, tags
from figurecheck.rulebook.matching import MatchingRules

Names = frozenset[str]
NOBODY: Names = frozenset()
_BACK, _ON = 4, 9
"""Tokens before and behind the word for a poll among which who made it stands."""
_FAR = 12
"""Tokens back to whom "its poll" speaks of."""
_QUALIFIES = tags.ADJ | tags.NOUN | tags.NOUNS | tags.GERUND | tags.PARTICIPLE
_LEADS = tags.PREP | tags.TO
_VERB = tags.VERB | tags.VERBZ | tags.PAST | tags.AUX | tags.MODAL


class Makers(NamedTuple):
    """Who made the polls and indices of an article: the names of each, by where its word stands in the text."""

    made: tuple[tuple[int, Names], ...] = ()

    def of(self, sentence: tuple[int, int]) -> Names:
        """Those named in a sentence."""
        return NOBODY.union(*(names for at, names in self.made if sentence[0] <= at < sentence[1]))

    @property
    def only(self) -> Names:
        """The one whom the article names, nobody where it names two."""
        found = [names for _, names in self.made]
        return NOBODY.union(*found) if found and all(names & found[0] for names in found) else NOBODY


def makers(text: str, book: Rulebook) -> Makers:
    """Who made the polls and indices that a text tells of."""
    if book.matching.making.search(text) is None:
        return Makers()
    tokens = Said(text, (0, len(text)), book).tokens
    made = book.matching.makes
    told = (i for i, token in enumerate(tokens) if token.word.low in made and not token.word.capital)
    return Makers(tuple((tokens[i].start, names) for i in told if (names := _maker(tokens, i, book))))


def _maker(tokens: Sequence[Token], i: int, book: Rulebook) -> Names:
    return _before(tokens, i, book) or _behind(tokens, i, book) or _finder(tokens, i, book)


def _before(tokens: Sequence[Token], i: int, book: Rulebook) -> Names:
    """Whoever stands before the poll: "a Halden poll", "Halden's first survey", "Halden, whose index", "Halden. Its
    panel", "Halden, a pollster"."""
    rules, at = book.matching, i - 1
    while at > max(i - _BACK, 0) and _qualifies(tokens[at], book):
        at -= 1
    if at < 0:
        return NOBODY
    if tokens[at].word.low in rules.belongs | rules.asides:
        back = next((k for k in range(at - 1, max(at - _FAR, -1), -1) if _named(tokens[k], book)), None)
        return NOBODY if back is None else _run(tokens, back, book)
    if tokens[at].word.low in rules.single | rules.known and at > 1 and tokens[at - 1].text == ",":
        at -= 2
    return _run(tokens, at, book) if _named(tokens[at], book) else NOBODY


def _behind(tokens: Sequence[Token], i: int, book: Rulebook) -> Names:
    """Whoever stands behind it: "the poll by Halden", "an index that Halden keeps", "for the Halden daily"."""
    rules, led = book.matching, tokens[i].word.low in book.matching.makers
    behind = list(takewhile(lambda token: token.alpha, tokens[i + 1 : i + _ON]))
    for k, token in enumerate(behind):
        low = token.word.low
        if _named(token, book):
            run = list(_on(behind[k:], rules))
            after = behind[k + len(run)].word.low if k + len(run) < len(behind) else ""
            if led or after in rules.made_for:
                return _joined(run, book)
        if low in rules.made_by or (low in rules.made_of and _whole(behind[k + 1 :], book)):
            led = True
        elif token.word.capital or book.words.tags(low) & _LEADS:
            led = False
    return NOBODY


def _whole(behind: Sequence[Token], book: Rulebook) -> bool:
    """Do tokens open with a name and no noun behind it: "the index of Vantor showed", not "of Vantor homes"?"""
    after = behind[len(list(_on(behind, book.matching))) :]
    return len(after) < len(behind) and not (after and not book.words.tags(after[0].word.low) & _VERB)


def _finder(tokens: Sequence[Token], i: int, book: Rulebook) -> Names:
    """Whoever its sentence opens with, and finds: "Halden finds the two level in a panel"."""
    first = next((k + 1 for k in range(i - 1, -1, -1) if tokens[k].text in ".!?"), 0)
    run = list(_on(tokens[first:i], book.matching))
    finds = tokens[first + len(run)].word.lemma in book.matching.finds
    return _joined(run, book) if run and finds else NOBODY


def _run(tokens: Sequence[Token], last: int, book: Rulebook) -> Names:
    """The name that ends with a token."""
    return _joined(list(_on(tokens[last::-1], book.matching)), book)


def _on(tokens: Sequence[Token], rules: MatchingRules) -> Iterator[Token]:
    """The capitalised words that tokens open with, through the "of" between them, in either direction."""
    for k, token in enumerate(tokens):
        within = k and token.word.low in rules.owned_by and tokens[k + 1 : k + 2] and tokens[k + 1].word.capital
        if not (token.word.capital or within):
            return
        yield token


def _joined(run: Iterable[Token], book: Rulebook) -> Names:
    return NOBODY.union(*(_names(token, book) for token in run))


def _qualifies(token: Token, book: Rulebook) -> bool:
    """May it stand between a name and the poll: "Halden's first online panel"?"""
    if not token.alpha or token.word.capital:
        return False
    bits = book.words.tags(token.word.low)
    return bool(bits & _QUALIFIES) and not bits & (tags.DET | tags.POSSPRON | tags.PREP | tags.CONJ | tags.TO)


def _named(token: Token, book: Rulebook) -> bool:
    return token.alpha and bool(_names(token, book))


def _names(token: Token, book: Rulebook) -> Names:
    """The token as a part of a name; days, nations and words that tell nothing are none."""
    low = token.word.low
    plain = not token.word.capital or low in book.matching.little or low in book.calendar.dated
    return NOBODY if plain or book.lexicon.nations.nation_of(low) else frozenset((low,))
