"""One amount told twice, in two units: "about 40 km (25 miles)", "C$6 (US$4.46) per share"."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.hedging import set_interval
from figurecheck.extraction.rates import RateReader
from figurecheck.extraction.sentence import DASHES, Sentence
from figurecheck.model import bounds
from figurecheck.rulebook import Rulebook

_CLOSES: Final = frozenset({")", ";", ",", "/"})


def tie_conversions(sentence: Sentence, drafts: Sequence[Draft], rules: Rulebook) -> None:
    """Ties a figure in brackets to the one that it restates; a hedge before the two, and a rate behind, are of both."""
    if "(" not in sentence.words:
        return
    rates = RateReader(sentence, rules)
    for first, second in pairwise(drafts):
        if not _restates(sentence, first, second):
            continue
        first = first.restates or first
        second.restates = first
        second.links.append(("same_as", first))
        if second.bound is bounds.EXACT and first.hedged is not None:
            second.hedge = first.hedge
            set_interval(second, first.hedged)
        if first.per is None and second.per is None:
            first.per = second.per = rates.behind(second.last + 1)


def _restates(s: Sentence, a: Draft, b: Draft) -> bool:
    """Does b stand right behind a, in brackets, and say the same in another unit: "(25 miles)", "($3.3bn; £2.6bn)"?"""
    if a.unit is None or b.unit is None or a.unit == b.unit or a.dimension != b.dimension or a.kind is not b.kind:
        return False
    opened = s.words[b.first - 1]
    opens = opened == "(" or (a.restates is not None and opened in _CLOSES)
    return opens and a.last == b.first - 1 and b.last < len(s) and s.words[b.last] in _CLOSES


def behind(s: Sentence, draft: Draft) -> int:
    """The token behind a figure; past the bracket that a conversion closes, where what is measured may follow."""
    i = draft.last
    if draft.restates is None or i + 1 >= len(s) or s.words[i] != ")":
        return i
    return i + 1 if s.lower[i + 1] == "of" or s.words[i - 2] in DASHES else i


def share_subjects(drafts: Iterable[Draft]) -> None:
    """What one of the two is of, the other is."""
    for draft in drafts:
        first = draft.restates
        if first is None:
            continue
        left, right = (first, draft) if first.head_lemma else (draft, first)
        right.count_with(left)


def share_contexts(drafts: Iterable[Draft]) -> None:
    """What is said of the first is said of the one that restates it."""
    for draft in drafts:
        first = draft.restates
        if first is not None:
            draft.action, draft.actor, draft.target = first.action, first.actor, first.target
            draft.place, draft.when, draft.attribution = first.place, first.when, first.attribution
            draft.change = first.change
