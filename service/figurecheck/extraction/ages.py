"""Ages: "14-year-old", "aged 63", "Ann Smith, 43, said"."""

from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.numeral import Numeral
from figurecheck.extraction.readers import SentenceReader
from figurecheck.extraction.sentence import DASHES
from figurecheck.model import actions, kinds
from figurecheck.rulebook import tags as pos

_OLDEST: Final = 120
_NOUN: Final = pos.NOUN | pos.NOUNS | pos.NAME
_AGED: Final = 10
"""How many tokens before a bare number its age ("the average age of ...") is looked for."""
_CLOSING: Final = frozenset({",", ")", ".", ";"})


class AgeReader(SentenceReader):
    """Reads the ages of one sentence."""

    __slots__ = ()

    def behind(self, draft: Draft) -> None:
        """ "14-year-old", "63 years old", "3 years of age": the duration is an age."""
        s, i = self.s, draft.last
        if draft.unit not in self.m.age_units:
            return
        j = i + 1 if i + 1 < self.n and s.words[i] in DASHES else i
        if j < self.n and s.lower[j] in self.m.old:
            draft.kind, draft.last = kinds.AGE, j + 1
        elif i + 1 < self.n and s.lower[i] == "of" and s.lower[i + 1] in self.m.age_of:
            draft.kind, draft.last = kinds.AGE, i + 2
        elif draft.first and s.lower[draft.first - 1] in self.m.age_before:
            draft.kind = kinds.AGE
            draft.first -= 1
        elif draft.first and self._measured_age(draft.first):
            draft.kind = kinds.AGE

    def bare(self, draft: Draft, numeral: Numeral, unit_at: int) -> None:
        """ "aged 63", "Ann Smith, 43, said", "the attacker, 43,"; `unit_at` is where its unit would stand."""
        value = numeral.value
        if not isinstance(value, int) or not 0 < value <= _OLDEST or numeral.first == 0 or numeral.magnitude != 1:
            return
        if numeral.first > 1 and self.s.lower[numeral.first - 1] == "of" and self._parent(numeral.first - 2):
            draft.head_lemma, draft.concept, draft.implied = "child", "child", actions.EXIST
            return
        apposed = numeral.form is forms.DIGITS and self._apposed_age(numeral)
        if self._called_age(numeral) or apposed or self._told_age(numeral, unit_at) or self._of_age(numeral):
            draft.kind, draft.unit, draft.dimension = kinds.AGE, "year", "time"
            if self.s.lower[numeral.first - 1] in self.m.age_before or self._under_age(numeral.first):
                draft.first -= 1

    def _called_age(self, numeral: Numeral) -> bool:
        s, i = self.s, numeral.first
        before, behind = s.lower[i - 1], s.lower[numeral.last] if numeral.last < self.n else ""
        if before in self.m.age_before:
            return True
        if before in {"of", "between", "from"} and i > 1 and s.lower[i - 2] in self.m.age_of | self.m.age_before:
            return True
        if behind == "age":
            return s.lower[numeral.last + 1 : numeral.last + 2] != [] and s.lower[numeral.last + 1] in self.m.age_groups
        if self._under_age(i):
            return True
        counts = numeral.last < self.n and s.tags[numeral.last] & pos.NOUNS
        return not counts and (before in self.m.age_plain or self._measured_age(i))

    def _under_age(self, i: int) -> bool:
        """ "under age 20": a bound and the word go before the number at token i."""
        s = self.s
        return i > 1 and s.lower[i - 1] in self.m.age_of and s.lower[i - 2] in self.m.age_bounds

    def _measured_age(self, i: int) -> bool:
        """ "Ages range from 18 to 34", "the average age of the victims was 27": a verb of measure ties it to an age."""
        s = self.s
        if self.m.age_nouns.isdisjoint(s.lower[max(0, i - _AGED) : i]):
            return False
        told = i > 1 and s.lower[i - 1] in {"to", "at"} and s.lower[i - 2] in self.m.age_nouns
        for k in range(i - 1, max(-1, i - 1 - _AGED), -1):
            if s.lower[k] in self.m.age_nouns:
                return told
            if s.tags[k] & (pos.PUNCT | pos.REL) or s.lower[k] == "and":
                return False
            told = told or s.lower[k] in self.m.age_verbs
        return False

    def _told_age(self, numeral: Numeral, unit_at: int) -> bool:
        """ "She is 53", "he was just 37 when", "died at 96": said of a person, with nothing counted behind."""
        s, k = self.s, numeral.first - 1
        if self._limited_age(numeral, unit_at) or self._opens(numeral):
            return True
        if (
            numeral.last < self.n
            and s.words[numeral.last] not in _CLOSING
            and s.lower[numeral.last] not in self.m.age_clauses
        ):
            return False
        if s.lower[k] == "at":
            return k > 0 and s.lower[k - 1] in self.m.age_deaths
        while k > 0 and s.tags[k] & pos.ADV and not s.tags[k] & pos.AUX:
            k -= 1
        return k > 0 and s.lower[k] in self.m.age_being and (self._somebody(k - 1) or self._eldest(k))

    def _opens(self, numeral: Numeral) -> bool:
        """ "At 88, she is the oldest": it opens the sentence, and a pronoun of one person follows."""
        s, j = self.s, numeral.last
        opened = numeral.first == 1 and s.lower[0] == "at" and j + 1 < self.n and s.words[j] == ","
        return opened and s.lower[j + 1] in self.m.age_pronouns

    def _eldest(self, verb: int) -> bool:
        """ "The eldest of the dead was 31": nothing but the verb tells of whoever is the eldest."""
        s = self.s
        for k in range(verb - 1, max(-1, verb - 1 - _AGED), -1):
            if s.lower[k] in self.m.age_eldest:
                return True
            if s.tags[k] & (pos.AUX | pos.REL) or s.words[k] in {";", ":"}:
                return False
        return False

    def _parent(self, i: int) -> bool:
        """ "a mother of 12": what is counted are children."""
        return self.s.lower[i] in self.m.age_parents

    def _of_age(self, numeral: Numeral) -> bool:
        """ "a woman of 34 was", "a boy of 12,": one person, and nothing counted behind."""
        s, i, j = self.s, numeral.first, numeral.last
        if i < 3 or s.lower[i - 1] != "of" or not self._somebody(i - 2):
            return False
        verb = j < self.n and s.tags[j] & (pos.VERBZ | pos.PAST | pos.AUX)
        return j >= self.n or bool(verb) or not s.tags[j] & (_NOUN | pos.ADJ | pos.NUM)

    def _limited_age(self, numeral: Numeral, unit_at: int) -> bool:
        """ "women under 30", "anyone over 18", "adults 65 and older": a limit of age, with nothing counted behind."""
        s, i, j = self.s, numeral.first, numeral.last
        if j < self.n and s.tags[j] & (_NOUN | pos.ADJ) and not s.tags[j] & (pos.VERB | pos.PREP):
            return False
        if tuple(s.lower[j : j + 2]) in self.m.age_limits:
            return True
        if i < 2 or s.lower[i - 1] not in self.m.age_bounds or unit_at != j:
            return False
        return s.lower[i - 2] in self.m.age_before or self._people(i - 2) or self._are_of_age(i - 2)

    def _are_of_age(self, i: int) -> bool:
        """ "nine of those hurt are under 10": so many of some people, before the verb at token i."""
        s = self.s
        if not s.tags[i] & pos.AUX or s.lower[i] not in self.rules.roles.be:
            return False
        first = next((k for k in range(i - 1, max(0, i - _AGED), -1) if s.tags[k] & pos.PUNCT), max(0, i - _AGED) - 1)
        part = next((k for k in range(first + 1, i) if s.lower[k] == "of"), i)
        counted = (part > first + 1 and s.tags[part - 1] & pos.NUM) or s.lower[
            part - 1
        ] in self.rules.numerals.denominators
        return bool(counted) and any(self._people(k) for k in range(part, i))

    def _people(self, i: int) -> bool:
        """The noun for people, or a pronoun for anyone."""
        s = self.s
        noun = self.rules.words.noun(s.lower[i]) if s.tags[i] & pos.NOUNS else None
        named = noun is not None and self.rules.lexicon.is_a(self.rules.lexicon.concept(noun), "person")
        return named or s.lower[i] in self.m.age_anyone

    def _somebody(self, i: int) -> bool:
        """A pronoun of one person, or the noun for one: "she", "the victim", "Smith, who"."""
        s = self.s
        if s.lower[i] in self.m.age_pronouns:
            return True
        noun = self.rules.words.noun(s.lower[i]) if s.tags[i] & pos.NOUN and not s.tags[i] & pos.NOUNS else None
        return noun is not None and self.rules.lexicon.is_a(self.rules.lexicon.concept(noun), "person")

    def _apposed_age(self, numeral: Numeral) -> bool:
        """A number set off behind a person: "Ann Smith, 43, said", "Boy (17)", and unpunctuated "Nick Hague 44 has"."""
        s, i, j = self.s, numeral.first, numeral.last
        closes = j >= self.n or s.words[j] in _CLOSING or self._another(j)
        if s.words[i - 1] in {",", "("} and i > 1 and closes:
            if i > 4 and s.words[i - 2] == ")" and s.words[i - 4] == "(":
                i -= 3  # "Ann Smith (left), 72, with"
            return self._person(i - 3 if s.words[i - 2] == "." and i > 2 else i - 2)  # "Michael Myers Jr., 25,"
        titled = i > 1 and s.words[i - 2][0].isupper() and not s.tags[i - 2] & pos.PREP
        named = titled and s.tags[i - 1] & pos.NAME and not s.headline and s.lower[i - 1] not in self.rules.roles.places
        return bool(named) and j < self.n and bool(s.tags[j] & (pos.AUX | pos.PAST)) and not s.tags[j] & pos.NOUN

    def _another(self, j: int) -> bool:
        """ "Two boys, 12 and 14,": a second number joined at token j, with nothing counted behind."""
        s = self.s
        if j + 2 >= self.n or s.lower[j] != "and":
            return False
        if s.tags[j + 1] & s.tags[j + 2] & pos.NAME and s.words[j + 1][0].isupper():
            return True  # "Andrew Lopez, 20 and Jonathan Carrasquillo, 24,"
        if not s.words[j + 1].isdecimal():
            return False
        return s.words[j + 2] in _CLOSING

    def _person(self, i: int) -> bool:
        s, lexicon = self.s, self.rules.lexicon
        if s.tags[i] & pos.NAME and s.words[i][0].isupper():
            return lexicon.nation_of(s.words[i]) is None and s.lower[i].rstrip(".") not in self.rules.calendar.terms
        noun = self.rules.words.noun(s.lower[i])
        return noun is not None and lexicon.is_a(lexicon.concept(noun), "person")
