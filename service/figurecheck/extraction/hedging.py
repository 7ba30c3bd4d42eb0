"""Hedges around a number and the interval they give it (DESIGN 4)."""

from decimal import Decimal
from typing import Final

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.numeral import exact
from figurecheck.extraction.readers import SentenceReader
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import bounds, kinds
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.numerals import Phrases

_TENTH: Final = Decimal("0.1")
_HALF: Final = Decimal("0.5")
_BOUNDS: Final = {
    "more_than": bounds.MORE_THAN,
    "at_least": bounds.AT_LEAST,
    "less_than": bounds.LESS_THAN,
    "at_most": bounds.AT_MOST,
    "about": bounds.ABOUT,
    "nearly": bounds.ABOUT,
    "over": bounds.ABOUT,
}
_UNHEDGED: Final = frozenset({bounds.BETWEEN, bounds.ORDER})
"""What gives an interval by itself."""
_TURNED: Final = {
    "more_than": "less_than",
    "at_least": "at_most",
    "less_than": "more_than",
    "at_most": "at_least",
    "nearly": "over",
    "over": "nearly",
}
"""What a hedge of a change says of what is left, where the change takes away."""
_MANY: Final = 1000
"""From this count on, "over" and "around" are hedges even behind a noun."""
Ending = tuple[tuple[tuple[str, ...], str], ...]
_DEPTH: Final = 3
"""How many hedges may be stacked before one number ("up to an estimated ...")."""
_COUNTED: Final = 3
"""So many words behind a number hold the noun that it counts ("six big Russian regions"): it is read later."""


def ending_before(sentence: Sentence, i: int, phrases: Phrases) -> Ending:
    """The phrases that end as the words before token i do, the longest first."""
    if i == 0:
        return ()
    last = sentence.lower[i - 1]
    single = phrases.get(last)
    if single is None or i == 1:
        return single or ()
    return phrases.get(f"{sentence.lower[i - 2]} {last}", ()) + single


def phrase_before(sentence: Sentence, i: int, phrases: Phrases) -> int | None:
    """Where the longest of the phrases that end right before token i begins."""
    for words, _ in ending_before(sentence, i, phrases):
        first = i - len(words)
        if first >= 0 and tuple(sentence.lower[first:i]) == words:
            return first
    return None


class HedgeReader(SentenceReader):
    """Reads the hedges of one sentence's quantities."""

    __slots__ = ()

    def read(self, draft: Draft, floor: int, *, apart: bool = False) -> None:
        """Widens the quote by its hedges and sets bound and interval; nothing before token `floor` is looked at.

        `apart` where the figure before cannot be compared with: "in the past two weeks more than 200 died".
        """
        s = self.s
        classes: list[str] = []
        number = draft.first if draft.first <= draft.number else draft.number
        for first, kind in self._before(draft, floor + (floor > 0 and not apart)):
            if kind != "exact":
                classes.append(kind)
                draft.first = first
        if classes and draft.hedge is None:
            draft.hedge = s.slice(draft.first, number) if number > draft.first else None
        self._behind(draft, classes)
        if draft.bound not in _UNHEDGED:
            firm = [kind for kind in classes if kind != "about"] or classes
            hedge = firm[0] if firm else None
            shrinks = draft.kind is kinds.RATIO and draft.change == "down"  # "more than halved" leaves less than half
            set_interval(draft, _TURNED.get(hedge, hedge) if hedge and shrinks else hedge)

    def _before(self, draft: Draft, floor: int) -> list[tuple[int, str]]:
        """The hedges that end before the draft, from it outwards: (first token, class)."""
        s, i = self.s, draft.first
        found: list[tuple[int, str]] = []
        # right behind a figure, "3 more than twice" compares
        table = self.rules.hedges.before
        while i > floor and len(found) < _DEPTH:
            for words, kind in ending_before(s, i, table):
                first = i - len(words)
                if (
                    first >= floor
                    and s.lower[first] == words[0]
                    and tuple(s.lower[first:i]) == words
                    and (self._is_bound(words, first) if len(words) > 1 else self._hedges(first, draft))
                ):
                    found.append((first, kind))
                    i = first
                    break
            else:
                break
        return found

    def _is_bound(self, words: tuple[str, ...], at: int) -> bool:
        """Does "up to" bound the number, and not tell where it went: "the wage goes up to £11"?"""
        if words[:2] != ("up", "to") or not at:
            return True
        return self.rules.words.verb(self.s.lower[at - 1]) not in self.rules.hedges.rising

    def _hedges(self, at: int, draft: Draft) -> bool:
        """Is a word that can also be a preposition a hedge here? Not in "drones over six regions"."""
        s = self.s
        if s.lower[at] in self.rules.hedges.reaching:
            return self._reaches(at, draft)
        if s.lower[at] not in self.rules.hedges.prepositions:
            return True
        verb = self.rules.words.verb(s.lower[at - 1]) if at else None
        if verb in self.rules.hedges.particled or (verb and self._frames(verb, at, draft)):
            return False
        if draft.kind is kinds.DURATION:
            return at > 0 and bool(s.tags[at - 1] & (pos.PREP | pos.VERB | pos.VERBZ | pos.PAST | pos.AUX | pos.ADV))
        if at == 0 or draft.kind is not kinds.COUNT or (draft.stated is not None and draft.stated >= _MANY):
            return True
        tags = s.tags[at - 1]
        if not tags & (pos.NOUN | pos.NOUNS | pos.NAME) or tags & (pos.PREP | pos.AUX | pos.CONJ | pos.ADV):
            return True
        if not tags & (pos.VERB | pos.VERBZ | pos.PAST):
            return False
        bare = draft.last >= self.n or bool(s.tags[draft.last] & (pos.PREP | pos.PUNCT | pos.CONJ))
        return bare or not tags & pos.NOUNS  # "kills over 50 in Homs"

    def _reaches(self, at: int, draft: Draft) -> bool:
        """ "has passed 30", "will top £2bn": no noun follows, for what could be passed or at the top."""
        s = self.s
        if at and s.tags[at - 1] & (pos.DET | pos.POSSPRON | pos.POSS):
            return False
        alone = draft.last >= self.n or bool(s.tags[draft.last] & (pos.PUNCT | pos.PREP | pos.CONJ))
        return alone and draft.kind in {kinds.COUNT, kinds.MONEY, kinds.PERCENT}

    def _frames(self, verb: str, at: int, draft: Draft) -> bool:
        """Does what stands over a figure tell when or where: "were killed over three days", "fell over two states"?"""
        s, hedges = self.s, self.rules.hedges
        if draft.kind is kinds.DURATION:
            return not s.tags[at - 1] & pos.AUX and verb not in hedges.lasting
        if draft.kind is not kinds.COUNT:
            return False
        passive = at > 1 and s.tags[at - 1] & pos.PARTICIPLE and s.lower[at - 2] in self.rules.roles.be
        counted = s.lower[draft.last : draft.last + _COUNTED]
        return bool(passive or verb in hedges.spreading) and any(
            self.rules.words.noun(w) in hedges.areas for w in counted
        )

    def _behind(self, draft: Draft, classes: list[str]) -> None:
        """ "100 or more", "300-plus", "12 at most"; also behind the unit."""
        hangs = draft.unit is not None and self.past_trail(draft.number_last) > draft.number_last
        first = draft.number_last if hangs else draft.last  # "50-odd miles"
        if first >= self.n:
            return
        s = self.s
        for words, kind in self.rules.hedges.after.get(s.lower[first], ()):
            last = first + len(words)
            if last <= self.n and tuple(s.lower[first:last]) == words and self._trails(words, first, last):
                classes.append(kind)
                phrase = s.slice(first, last)
                draft.hedge = f"{draft.hedge} … {phrase}" if draft.hedge else phrase
                draft.last = max(last, draft.last)
                return

    def read_behind(self, draft: Draft) -> None:
        """ "12 people at most", "100 people or more": a hedge that trails what is counted."""
        if draft.bound is not bounds.EXACT or draft.group_last != draft.last or draft.hedge:
            return
        classes: list[str] = []
        last = draft.last
        self._behind(draft, classes)
        following = self.s.tags[draft.last] if draft.last < self.n else 0
        if not classes or draft.last - last < 2 or following & (pos.NOUN | pos.NOUNS | pos.ADJ | pos.NAME):
            draft.last, draft.hedge = last, None
            return
        set_interval(draft, classes[0])

    def _trails(self, words: tuple[str, ...], first: int, last: int) -> bool:
        """Does the phrase close the figure, and open no other one ("plus 20", "at least 6")?"""
        s = self.s
        if words == ("+",) and not s.glued(first):
            return False
        return (len(words) == 2 and words[0] == "or") or last >= self.n or not s.tags[last] & (pos.NUM | pos.DET)


def set_interval(draft: Draft, kind: str | None) -> None:
    """Fills low, high and bound from the stated value and its hedge's class (DESIGN 4's table)."""
    value = draft.stated
    if value is None:
        return
    draft.low = draft.high = value
    if kind is None:
        return
    draft.bound, draft.hedged = _BOUNDS[kind], kind
    slack = _TENTH * abs(Decimal(value))
    if kind == "about":
        slack = max(slack, _HALF * Decimal(draft.precision or 0))
        draft.low, draft.high = exact(value - slack), exact(value + slack)
    elif kind == "nearly":
        draft.low, draft.high_open = exact(value - slack), True
    elif kind == "over":
        draft.high, draft.low_open = exact(value + slack), True
    elif kind in {"more_than", "at_least"}:
        draft.high, draft.low_open = None, kind == "more_than"
    else:
        draft.low, draft.high_open = None, kind == "less_than"
