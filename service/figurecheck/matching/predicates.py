"""What figures count by the noun behind their verb, "29 were children", and what befell these with those before."""

from collections.abc import Sequence
from dataclasses import replace

from figurecheck.matching.line import Line
from figurecheck.matching.said import Token
from figurecheck.rulebook import Rulebook, tags

_REACH = 5
"""Tokens behind the verb that may come before the noun: "were all young women"."""
_NEXT = 4
"""Characters between two sentences that follow each other, at most."""
_NOUN = tags.NOUN | tags.NOUNS


def predicate(after: Sequence[Token], book: Rulebook) -> str | None:
    """The part of a population that a figure is said to be by the words behind it; None where it is not."""
    if not after or after[0].word.lemma != "be":
        return None
    nouns: list[str] = []
    for token in after[1 : _REACH + 1]:
        bits = book.words.tags(token.word.low) if token.alpha else 0
        if not bits & (_NOUN | tags.ADJ | tags.ADV | tags.DET):
            break
        nouns += [token.word.noun] if bits & _NOUN else []
    return nouns[-1] if nouns and nouns[-1] in book.matching.part_of else None


def being(line: Line, noun: str | None, book: Rulebook) -> Line:
    """The line with the noun as what it counts."""
    if noun is None or line.measure.family != "count":
        return line
    rules = book.matching
    return replace(
        line,
        head=noun,
        crowd=(line.measure.family, noun),
        kin=rules.kin_of.get(noun, frozenset()),
        concept=book.lexicon.concept(noun),
        person=True,
        groups=rules.part_of[noun],
        camps=rules.camp_of.get(noun, frozenset()),
        named=True,
    )


def befallen(lines: Sequence[Line], book: Rulebook) -> tuple[Line, ...]:
    """The lines; of people said to be this or that, the same is told as of those right before: "killed 12. Four were
    children."""
    rules, found = book.matching, list(lines)
    for i, line in enumerate(found[1:], 1):
        before = found[i - 1]
        told = before.person and before.action in rules.befalls and not before.older and _follows(line, before)
        if line.named and line.action in rules.vague and told:
            found[i] = replace(line, action=before.action, partial=True)
    return tuple(found)


def _follows(line: Line, before: Line) -> bool:
    """Does it stand in the same sentence, or the next?"""
    one, other = before.figure, line.figure
    return one.where == other.where and other.sentence[0] - one.sentence[1] <= _NEXT
