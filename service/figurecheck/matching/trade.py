"""Who buys, sells, pays or lends by the words of a clause, and to whom or what: what two texts may tell the wrong way
round."""

from collections.abc import Sequence
from typing import NamedTuple

from figurecheck.matching.said import Token
from figurecheck.rulebook import Rulebook, tags

_HELPING = tags.AUX | tags.MODAL | tags.TO
_NOUN = tags.NOUN | tags.NOUNS | tags.NAME
_DONE = tags.VERB | tags.VERBZ | tags.PAST | tags.PARTICIPLE


class Trade(NamedTuple):
    """The words of who acts, right before the verb, and those of the name right behind it."""

    doer: frozenset[str]
    other: frozenset[str]

    def reversed_in(self, told: "Trade") -> bool:
        """Does the other text have it the other way round: "Daxa to pay Norvik", "Norvik to pay Daxa"?"""
        return bool(self.doer & told.other and self.other & told.doer) and not self.doer & told.doer


def trade(clause: Sequence[Token], book: Rulebook) -> Trade | None:
    """The first of a clause that is told in the active voice; None where there is none."""
    for i, token in enumerate(clause):
        if token.word.low in book.matching.exchanges and book.words.tags(token.word.low) & _DONE:
            doer = _doer(clause[:i], book)
            if doer:
                return Trade(doer, _name(clause[i + 1 :]))
    return None


def _doer(before: Sequence[Token], book: Rulebook) -> frozenset[str]:
    """The name, or the noun, that ends before the verb and those that help it; nobody where it is passive."""
    end = len(before)
    while end and before[end - 1].alpha and book.words.tags(before[end - 1].word.low) & _HELPING:
        end -= 1
        if before[end].word.lemma == "be":
            return frozenset()
    named = _name(before[:end][::-1])
    if named or not end or not before[end - 1].alpha:
        return named
    noun = before[end - 1].word
    return frozenset((noun.noun,)) if book.words.tags(noun.low) & _NOUN else frozenset()


def _name(words: Sequence[Token]) -> frozenset[str]:
    """The capitalised words that the tokens open with."""
    end = next((i for i, token in enumerate(words) if not (token.alpha and token.word.capital)), len(words))
    return frozenset(token.word.low for token in words[:end])
