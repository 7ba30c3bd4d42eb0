"""What a figure is per, and whether it is a change."""

from typing import Final

from figurecheck.extraction.deeds import SHARES
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.readers import SentenceReader
from figurecheck.model import kinds
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.unit import AFTER_DIGITS, AFTER_WORD

_POINTS: Final = (["point"], ["points"])
_QUOTES: Final = frozenset({"'", "‘", "’", "“", '"', "”"})
_CHANGING: Final = frozenset(
    {
        kinds.PERCENT,
        kinds.PERCENTAGE_POINT,
        kinds.BASIS_POINT,
        kinds.MONEY,
        kinds.COUNT,
        kinds.MEASURE,
        kinds.RATE,
        kinds.RATIO,
    }
)
_VERB: Final = pos.VERB | pos.VERBZ | pos.PAST | pos.PARTICIPLE | pos.GERUND
_GOING_ON: Final = _VERB | pos.AUX | pos.ADV
_ENDING: Final = pos.PUNCT | pos.NUM | pos.REL
_ENDED: Final = pos.PUNCT | pos.PREP | pos.CONJ
_REACH: Final = 6
"""How many tokens before "by" a verb of change is looked for."""
_VERBS: Final = 8
"""How many tokens behind what is counted "every day" is looked for."""


class RateReader(SentenceReader):
    """Reads rates and changes in one sentence."""

    __slots__ = ()

    def read(self, draft: Draft) -> None:
        """Sets `per` where one follows the quantity: "$400 a month", "12 per 100,000 people", "5% annually"."""
        if draft.kind is not kinds.AGE:
            found = self._per(draft.last) or (self._for(draft) if draft.kind is kinds.MONEY else None)
            self._take(draft, None if found is not None and self._compares(draft) else found)
            again = self._per(draft.last) if draft.per is not None else None
            if again is not None:  # "$400 per person per night"
                draft.per, draft.last = f"{draft.per} per {again[0]}", again[1]

    def _for(self, draft: Draft) -> tuple[str, int] | None:
        """ "1.78 crowns for a litre": of what so much money buys one, but no time ("for a year")."""
        if self.s.lower[draft.last : draft.last + 1] != ["for"]:
            return None
        found = self._per(draft.last + 1)
        unit = self.rules.units.unit(found[0]) if found else None
        return found if unit is not None and unit.dimension != "time" else None

    def _compares(self, draft: Draft) -> bool:
        """ "rose 24 per cent weekly": on the week before, not each week."""
        if draft.kind not in SHARES or draft.last >= self.n:
            return False
        adverb = self.s.lower[draft.last]
        return adverb in self.m.per_adverbs and adverb not in self.m.per_shares

    def read_behind(self, draft: Draft) -> None:
        """Sets `per` where one follows what is counted: "40 people a day", "2.4 billion gallons of fuel a year"."""
        if draft.per is None and draft.kind is not kinds.AGE and draft.group_last > draft.number_last:
            found = self._per(draft.group_last)
            self._take(draft, found)
            if found is None and draft.kind is kinds.COUNT:
                draft.per = self._per_later(draft.group_last)

    def behind(self, i: int) -> str | None:
        """What an amount before token i is per, if a rate stands there."""
        found = self._per(i)
        return found[0] if found else None

    def _per_later(self, i: int) -> str | None:
        """ "ten people die on the roads every single day": behind the verb and its phrase."""
        s = self.s
        for k in range(i, min(i + _VERBS, self.n)):
            if s.lower[k] in self.m.per_openers and s.lower[k] not in self.m.indefinite:
                found = self._per(k)
                unit = self.rules.units.unit(found[0]) if found else None
                return unit.name if unit is not None and unit.dimension == "time" else None
            if s.tags[k] & _ENDING or (k == i and not s.tags[k] & _GOING_ON):
                return None
        return None

    def _take(self, draft: Draft, found: tuple[str, int] | None) -> None:
        if found is None:
            return
        draft.per, draft.last = found
        if draft.unit and draft.kind is not kinds.MONEY:
            name, per = self.rules.units.compose(draft.unit, draft.per)
            if per is None:
                unit = self.rules.units.unit(name)
                draft.unit, draft.per, draft.dimension = name, None, unit.dimension if unit else None
                draft.kind = kinds.MEASURE
        elif draft.per[0].isdecimal():
            draft.kind = kinds.RATE

    def _per(self, i: int) -> tuple[str, int] | None:
        """The `per` written at token i and the token after it; None where there is none."""
        s = self.s
        if i >= self.n:
            return None
        adverb = self.m.per_adverbs.get(s.lower[i])
        if adverb is not None:
            return adverb, i + 1
        j = self._past_quotes(i + 1 if s.lower[i] in {"on", "-"} else i)
        if j + 1 >= self.n or s.lower[j] not in self.m.per_openers:
            return None
        opener, j = s.lower[j], j + 1
        if (s.words[j] == "-" or s.lower[j] in self.m.per_between) and j + 1 < self.n:
            j += 1
        if s.tags[j] & pos.NUM and s.words[j][0].isdecimal():
            return self._per_number(opener, j)
        return self._per_noun(opener, j)

    def _past_quotes(self, i: int) -> int:
        while i < self.n and self.s.words[i] in _QUOTES:
            i += 1
        return i

    def _per_number(self, opener: str, j: int) -> tuple[str, int] | None:
        """ "per 100,000 people"."""
        if opener != "per":
            return None
        s, i = self.s, j + 1
        if i >= self.n or s.tags[i] & _ENDED:  # "48 per 100,000, against 31"
            return f"{s.words[j].replace(',', '')} person", i
        while i + 1 < self.n and s.tags[i] & pos.ADJ and s.tags[i + 1] & pos.NOUNS:
            i += 1  # "per 1,000 live births"
        noun = self.rules.words.noun(s.lower[i])
        return (f"{s.words[j].replace(',', '')} {noun}", i + 1) if noun else None

    def _per_noun(self, opener: str, j: int) -> tuple[str, int] | None:
        s = self.s
        if s.tags[j] & pos.NOUNS and not s.tags[j] & pos.NOUN:
            return None
        unit = self.rules.units.match(s.words, j, AFTER_DIGITS if opener == "/" else AFTER_WORD)
        if unit is not None and (unit[0].dimension in self.m.per_dimensions or opener in {"per", "/"}):
            last = j + unit[1]
            if opener != "per" and last < self.n and self._timed(last):
                return None
            return unit[0].name, last
        noun = self.rules.words.noun(s.lower[j])
        if noun is None or (opener != "per" and noun not in self.rules.numerals.per_nouns):
            return None
        return ("person" if noun == "capita" else noun), j + 1

    def _timed(self, i: int) -> bool:
        """Does the word at token i make a time of "a year": "ago", "from now", and not "from 2027"?"""
        words = self.s.lower[i : i + 2]
        phrase = " ".join("#" if word.isdecimal() else word for word in words)
        return phrase not in self.m.per_but_before and not self.m.per_not_before.isdisjoint((words[0], phrase))

    def change(self, draft: Draft, floor: int) -> None:
        """ "rose 5%", "up more than 9 per cent", "a drop of 5%", "5% higher": sets the direction."""
        if draft.change is not None or draft.change_role or draft.kind not in _CHANGING:
            return
        s, words = self.s, self.rules.hedges.change
        if draft.dimension == "length" and s.lower[draft.last : draft.last + 1] != [] and self._directed(draft.last):
            return  # "crashed 5 km north of"
        i = draft.first - 1
        while i > floor and s.lower[i] in self.m.change_between:
            i -= 1
        if s.lower[draft.first] in self.m.levels:
            return
        if i >= floor and s.lower[i] in words and self._changes(draft, i):
            draft.change = words[s.lower[i]]
        elif draft.first > floor and s.lower[draft.first - 1] == "by" and (verb := self._changed_by(draft, floor)):
            draft.change = words[verb]
        elif draft.kind is not kinds.COUNT and draft.last < self.n and s.lower[draft.last] in self.m.change_behind:
            does = draft.last + 1 < self.n and s.tags[draft.last + 1] & (pos.DET | pos.POSSPRON)
            draft.change = None if does else words.get(s.lower[draft.last])  # "81 mg cut the risk"

    def _directed(self, i: int) -> bool:
        """Does a direction follow, so that a length tells how far off something was?"""
        return self.s.lower[i] in self.rules.roles.compass or self.s.lower[i] in self.m.bearings

    def _changed_by(self, draft: Draft, floor: int) -> str | None:
        """ "cut its rates by 25 basis points": the word of change before what changed."""
        s = self.s
        for i in range(draft.first - 2, max(floor, draft.first - 2 - _REACH) - 1, -1):
            if s.lower[i] in self.rules.hedges.change and s.tags[i] & _VERB:
                return s.lower[i]
            if s.tags[i] & (pos.PUNCT | pos.REL | pos.NUM):
                return None
        return None

    def _phrasal(self, draft: Draft, i: int) -> bool:
        """Does the direction at i belong to its verb: "shot down 36", "makes up 50%"?"""
        s = self.s
        verb = self.rules.words.verb(s.lower[i - 1]) if s.tags[i - 1] & _VERB else None
        if verb in self.m.change_phrasal:
            return True
        if draft.kind in SHARES or self.s.lower[draft.last : draft.last + 1] in _POINTS:
            return False  # "closed down 3.4 points"
        sense = self.rules.lexicon.verb_sense(verb, s.lower[i]) if verb else None
        return sense is not None and sense.transitive

    def _changes(self, draft: Draft, i: int) -> bool:
        s = self.s
        if draft.kind is kinds.MONEY and s.lower[i] in self.m.amounts:
            return draft.per is not None or s.lower[draft.first - 1] == "by"
        if s.lower[i] in self.m.directions:
            return not (i and self._phrasal(draft, i))
        if draft.kind is not kinds.COUNT:
            return True
        if draft.last < self.n and s.lower[draft.last] in self.m.points:
            return True  # "the index lost 340 points"
        return i + 1 < draft.first and s.lower[i + 1] in self.m.change_of_counts
