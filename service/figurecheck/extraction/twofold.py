"""Deeds that "double", "twin" and "triple" count: "a triple murder", "twin blasts"."""

from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.deeds import EVENT
from figurecheck.extraction.numeral import Numeral
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

_TWOFOLD: Final = frozenset({forms.RATIO, forms.PAIR})


def counted_deed(sentence: Sentence, numeral: Numeral, rules: Rulebook) -> int | None:
    """The token of the noun for what was done that such a word counts, perhaps behind a hyphen; None for others."""
    if numeral.form not in _TWOFOLD:
        return None
    j, n = numeral.last, len(sentence)
    if sentence.lower[numeral.first] not in rules.numerals.pairs or j >= n:
        return None
    j += sentence.words[j] == "-" and j + 1 < n
    tags = sentence.tags[j]
    noun = rules.words.noun(sentence.lower[j]) if tags & (pos.NOUN | pos.NOUNS) and not tags & pos.PREP else None
    if noun is None:
        return None
    event = rules.lexicon.event_noun(noun)
    act = event.act if event else rules.lexicon.action_of_noun(noun)
    return j if act is not None and act.action in EVENT else None
