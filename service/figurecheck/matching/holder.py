"""Whose a figure is by the words before it: the name that acts, has or gets, where two articles may mix up two."""

from collections.abc import Iterator, Sequence

from figurecheck.matching.names import Name, name
from figurecheck.matching.said import Said, Token
from figurecheck.rulebook import Rulebook, tags

_NOUN = tags.NOUN | tags.NOUNS
_VERB = tags.PAST | tags.VERBZ | tags.AUX | tags.PARTICIPLE
_BEFORE_NAMES = tags.DET | tags.POSSPRON | tags.ADJ | _NOUN
_STOPS = tags.PREP | tags.TO | tags.CONJ | _VERB


def holder(said: Said, before: Sequence[Token], after: int, book: Rulebook) -> Name | None:
    """The last name before a figure, from offset `after` on, that stands behind no preposition and before no noun.

    That is whoever acts or is acted upon: "the court fined Orvix 79 million", "Orvix was fined 79 million". What
    changes hands is of both sides, and has no holder.
    """
    if not said.words.isdisjoint(book.matching.exchanges):
        return None
    own = [token for token in before if token.start >= after]
    spans = list(_names(own))
    related = [i for i, token in enumerate(own) if token.word.low in book.matching.asides]
    if related:  # whom an aside speaks of stands right before it
        last = related[-1] - (own[related[-1] - 1].text == ",")
        spans = [span for span in spans if span[1] == last]
    else:
        spans = [span for span in spans if _holds(own, *span, book)]
    return name(said.slice(own[spans[-1][0]].start, own[spans[-1][1] - 1].end), book) if spans else None


def _names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, through the "of" of a name: "Reserve Bank of New Zealand"."""
    first = 0
    for i, token in enumerate(tokens):
        within = token.text == "of" and first < i < len(tokens) - 1 and tokens[i + 1].word.capital
        if not within and not (token.alpha and token.word.capital):
            if first < i:
                yield first, i
            first = i + 1
    if first < len(tokens):
        yield first, len(tokens)


def _holds(tokens: Sequence[Token], first: int, end: int, book: Rulebook) -> bool:
    """Does the name act, have or get, and is it neither behind a preposition nor a mere modifier ("the ACC record")?"""
    led = next((token.word.low for token in reversed(tokens[:first]) if not _goes_before(token, book)), "")
    if led in book.matching.behind:
        return False
    bits = book.words.tags(tokens[end].word.low) if end < len(tokens) else 0
    owns = tokens[end - 1].text.endswith(("'s", "’s", "s'", "s’"))
    return owns or not bits & _NOUN or bool(bits & _VERB)


def _goes_before(token: Token, book: Rulebook) -> bool:
    """May it stand between a preposition and the name: "to its former adviser Ray Moss"?"""
    bits = book.words.tags(token.word.low)
    return token.alpha and bool(token.word.capital or (bits & _BEFORE_NAMES and not bits & _STOPS))
