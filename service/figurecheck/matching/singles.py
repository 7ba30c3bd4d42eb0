"""People told beside a figure without a number: the woman of "two men and a woman"."""

from collections.abc import Sequence

from figurecheck.matching.said import Token
from figurecheck.rulebook import Rulebook

PERSON = "person"
_REACH = 4
"""How many tokens a figure and the "and" that joins somebody to it may be apart, and an article and its noun."""


def singles(before: Sequence[Token], after: Sequence[Token], book: Rulebook) -> int:
    """How many single people are joined to the figure, before it ("a nurse and two guards") and behind it."""
    joins = book.matching.joins
    behind = next((i for i, token in enumerate(after[:_REACH]) if token.text in joins), None)
    found = behind is not None and _single(after[behind + 1 :], book)
    joined = (
        bool(before)
        and before[-1].text in joins
        and any(_single(before[i:-1], book) for i in range(max(0, len(before) - _REACH - 1), len(before)))
    )
    return found + joined


def _single(words: Sequence[Token], book: Rulebook) -> bool:
    """Do the words open with "a", and a noun for a person who does not speak?"""
    if not words or words[0].text.lower() not in book.matching.single:
        return False
    for i, token in enumerate(words[1 : _REACH + 1], start=1):
        noun = book.words.noun(token.word.low)
        if noun and book.lexicon.is_a(book.lexicon.concept(noun), PERSON):
            verb = book.words.verb(words[i + 1].text.lower()) if i + 1 < len(words) else None
            return verb is None or book.lexicon.stance_of_verb(verb) is None
    return False
