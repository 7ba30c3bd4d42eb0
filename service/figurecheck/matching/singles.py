"""People told beside a figure without a number: the woman of "two men and a woman"."""

from figurecheck.matching.words import plain, tokens
from figurecheck.model import Figure
from figurecheck.rulebook import Rulebook

PERSON = "person"
_ARTICLES = frozenset(("a", "an", "another"))
_REACH = 4
"""How many tokens a figure and the "and" that joins somebody to it may be apart, and an article and its noun."""


def singles(text: str, figure: Figure, book: Rulebook) -> int:
    """How many single people are joined to the figure, before it ("a nurse and two guards") and behind it."""
    before = [token for _, token in tokens(text[figure.sentence[0] : figure.start])]
    after = [token for _, token in tokens(text[figure.end : figure.sentence[1]])]
    behind = next((i for i, token in enumerate(after[:_REACH]) if token == "and"), None)
    found = behind is not None and _single(after[behind + 1 :], book)
    joined = before[-1:] == ["and"] and any(
        _single(before[i:-1], book) for i in range(max(0, len(before) - _REACH - 1), len(before))
    )
    return found + joined


def _single(words: list[str], book: Rulebook) -> bool:
    """Do the words open with "a", and a noun for a person who does not speak?"""
    if not words or words[0].lower() not in _ARTICLES:
        return False
    for i, token in enumerate(words[1 : _REACH + 1], start=1):
        low = plain(token).lower()
        noun = book.words.noun(low)
        if noun and book.lexicon.is_a(book.lexicon.concept(noun), PERSON):
            verb = book.words.verb(words[i + 1].lower()) if i + 1 < len(words) else None
            return verb is None or book.lexicon.stance_of_verb(verb) is None
    return False
