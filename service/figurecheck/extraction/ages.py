"""Ages: "14-year-old", "aged 63", "Ann Smith, 43, said"."""

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.numeral import Form, Numeral
from figurecheck.extraction.sentence import DASHES, Sentence
from figurecheck.model import Kind
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

_OLDEST = 120
_CLOSING = frozenset({",", ")", ".", ";"})


class AgeReader:
    """Reads the ages of one sentence."""

    __slots__ = ("m", "n", "rules", "s")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.s = sentence
        self.n = len(sentence)
        self.rules = rules
        self.m = rules.measures

    def behind(self, draft: Draft) -> None:
        """ "14-year-old", "63 years old", "3 years of age": the duration is an age."""
        s, i = self.s, draft.last
        if draft.unit not in self.m.age_units:
            return
        j = i + 1 if i + 1 < self.n and s.words[i] in DASHES else i
        if j < self.n and s.lower[j] in self.m.old:
            draft.kind, draft.last = Kind.AGE, j + 1
        elif i + 1 < self.n and s.lower[i] == "of" and s.lower[i + 1] in self.m.age_of:
            draft.kind, draft.last = Kind.AGE, i + 2
        elif draft.first and s.lower[draft.first - 1] in self.m.age_before:
            draft.kind = Kind.AGE
            draft.first -= 1

    def bare(self, draft: Draft, numeral: Numeral) -> None:
        """ "aged 63", "age of 87", "Ann Smith, 43, said", "the attacker, 43,"."""
        value = numeral.value
        if not isinstance(value, int) or not 0 < value <= _OLDEST or numeral.first == 0 or numeral.magnitude != 1:
            return
        if self._called_age(numeral) or (numeral.form is Form.DIGITS and self._apposed_age(numeral)):
            draft.kind, draft.unit, draft.dimension = Kind.AGE, "year", "time"
            if self.s.lower[numeral.first - 1] in self.m.age_before:
                draft.first -= 1

    def _called_age(self, numeral: Numeral) -> bool:
        s, i = self.s, numeral.first
        before = s.lower[i - 1]
        if before in self.m.age_before:
            return True
        if i > 1 and s.lower[i - 2] in self.m.age_of | self.m.age_before and before in {"of", "between", "from"}:
            return True
        return before in self.m.age_plain and not (numeral.last < self.n and s.tags[numeral.last] & pos.NOUNS)

    def _apposed_age(self, numeral: Numeral) -> bool:
        """A number set off behind a person: "Ann Smith, 43, said", "Boy (17)", and unpunctuated "Nick Hague 44 has"."""
        s, i, j = self.s, numeral.first, numeral.last
        closes = j >= self.n or s.words[j] in _CLOSING
        if s.words[i - 1] in {",", "("} and i > 1 and closes:
            return self._person(i - 2)
        named = i > 1 and s.tags[i - 1] & pos.NAME and s.words[i - 2][0].isupper() and not s.headline
        return bool(named) and j < self.n and bool(s.tags[j] & (pos.AUX | pos.PAST)) and not s.tags[j] & pos.NOUN

    def _person(self, i: int) -> bool:
        s, lexicon = self.s, self.rules.lexicon
        if s.tags[i] & pos.NAME and s.words[i][0].isupper():
            return lexicon.nation_of(s.words[i]) is None and s.lower[i].rstrip(".") not in self.rules.calendar.terms
        noun = self.rules.words.noun(s.lower[i])
        return noun is not None and lexicon.is_a(lexicon.concept(noun), "person")
