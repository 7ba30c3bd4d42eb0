"""Noun groups: modifiers and head behind a number, read from candidate tags without backtracking."""

from typing import Final

from figurecheck.extraction.readers import SentenceReader
from figurecheck.model import actions
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.calendar import TermKind

_NOUN: Final = pos.NOUN | pos.NOUNS | pos.NAME
_STOP: Final = (
    pos.PREP | pos.DET | pos.CONJ | pos.PRON | pos.REL | pos.MODAL | pos.AUX | pos.TO | pos.NUM | pos.NEG | pos.POSSPRON
)
_MODIFIER: Final = pos.ADJ | pos.PARTICIPLE | pos.GERUND
_BEFALLING: Final = pos.ADJ | pos.PARTICIPLE | pos.PAST
_JOIN: Final = frozenset({"-", "‑", "‐", "&", "/"})
_QUOTES: Final = frozenset({"“", "‘", '"', "'", "”", "’"})
_OWNING: Final = frozenset({"'", "’"})
_OPENING: Final = frozenset({"'", "‘"})
_REACH: Final = 3
"""How many tokens on a noun is looked for behind modifiers."""


class Group:
    """A noun group at tokens [first, last) with its head noun; `head` is None where an adjective stands for people."""

    __slots__ = ("first", "head", "last")

    def __init__(self, first: int, last: int, head: int | None) -> None:
        self.first = first
        self.last = last
        self.head = head


class GroupReader(SentenceReader):
    """Reads noun groups of one sentence."""

    __slots__ = ()

    def read(self, first: int, limit: int, *, one: bool = False) -> Group | None:
        """The group that begins at token `first` and ends before `limit`, or None. `one`: what it counts is one."""
        s = self.s
        head: int | None = None
        modifier: int | None = None
        plural = False
        j = first
        while j < limit:
            tags = s.tags[j]
            if s.words[j] in _OWNING and head == j - 1 and self._owners(j, limit):
                head, plural = None, False
            elif not tags or tags & pos.PUNCT:
                if not self._joins(j, limit, head, modifier, plural):
                    break
            elif tags & pos.POSS:
                named = j + 1 < limit and s.tags[j + 1] & pos.NAME
                if head is None or not (named or self._noun_soon(j + 1, limit)):
                    break
                head, plural = None, False
            elif self._names(j, limit, head) or self._pairs(j, limit, head, modifier):
                head, modifier = None, j
            elif self._stops(j, limit, head, modifier) or self._day(j):
                break
            elif head is None and modifier == j - 1 and self.befell(j) and self._became(j):
                return None
            elif self.befell(j) and (head is not None or not self._noun_soon(j + 1, limit) or self._happened(j + 1)):
                return Group(first, head + 1, head) if head is not None else Group(first, j + 1, None)
            elif (plural and not self._compound(j, limit)) or (j == first and not one and self._done_by_many(j, limit)):
                break
            elif self._noun_here(j, limit, head, one):
                if head is None and self._stripped_possessive(j, limit):
                    modifier = j
                else:
                    head = j
                    plural = bool(tags & pos.NOUNS) and not (tags & pos.NOUN and self._noun_soon(j + 1, limit))
            elif self._modifies(j, limit, head, one):
                modifier = j
            else:
                break
            j += 1
        return Group(first, head + 1, head) if head is not None else None

    def befell(self, j: int) -> bool:
        """Does the word say what befell people: "dead", "wounded", "missing"?"""
        s = self.s
        if not s.tags[j] & _BEFALLING or (s.tags[j] & pos.NAME and not s.headline):
            return False
        return (
            not (j + 1 < self.n and s.lower[j + 1] == "down")  # "shot down"
            and self.rules.lexicon.action_of_adjective(s.lower[j]) is not None
        )

    def _happened(self, j: int) -> bool:
        """Is the word at j a verb in the past that could be a noun: "the number of dead rose to 53"?"""
        tags = self.s.tags[j]
        if not tags & pos.PAST:
            return False
        return not tags & (pos.NOUNS | pos.ADJ) or self.rules.words.verb(self.s.lower[j]) in self.rules.roles.counts

    # -- what ends a group ----------------------------------------------------------------------------------------

    def _joins(self, j: int, limit: int, head: int | None, modifier: int | None, plural: bool) -> bool:
        """May punctuation at j stand within the group: a hyphen, a comma between adjectives, an opening quote?"""
        s = self.s
        if j + 1 >= limit:
            return False
        following = s.tags[j + 1]
        if s.words[j] in _JOIN:
            spaced = not s.glued(j) and not s.glued(j + 1)
            if spaced and plural:
                return False
            return bool(following & (_NOUN | _MODIFIER)) and (head is not None or modifier is not None)
        if s.words[j] == ",":
            return head is None and modifier == j - 1 and bool(following & (_NOUN | pos.ADJ)) and not following & _STOP
        return s.words[j] in _QUOTES and head is None

    def _owners(self, j: int, limit: int) -> bool:
        """ "13 butchers' shops": an apostrophe behind a plural before what they own, and no quotation's end."""
        s = self.s
        owns = s.glued(j) and s.lower[j - 1].endswith("s") and j + 1 < limit and not s.glued(j + 1)
        return owns and self._noun_soon(j + 1, limit) and _OPENING.isdisjoint(s.words[:j])

    def _stops(self, j: int, limit: int, head: int | None, modifier: int | None) -> bool:
        """Does a function word at j end the group?"""
        s = self.s
        tags = s.tags[j]
        if head is not None and s.lower[j] in self.rules.measures.per_adverbs and not self._noun_soon(j + 1, limit):
            return True  # "3,000 litres of water daily"
        if not tags & _STOP or (tags & pos.NAME and not s.headline and not tags & (pos.PREP | pos.CONJ | pos.AUX)):
            return False
        if head is None and s.lower[j] in self.rules.measures.between_number_and_noun:
            return False
        modifies = head is None and tags & (pos.ADJ | pos.NOUN) and not tags & (pos.PRON | pos.CONJ)
        return not (modifies and self._noun_soon(j + 1, limit))

    def _pairs(self, j: int, limit: int, head: int | None, modifier: int | None) -> bool:
        """Does "and" at j pair two modifiers of one plural: "digital and physical sales", "Model S and X cars"?"""
        s = self.s
        if s.lower[j] not in {"and", "or"} or j + 2 >= limit:
            return False
        if not s.tags[j + 2] & pos.NOUNS:
            return self._pairs_names(j, limit, head)
        if modifier == j - 1 and head is None:
            return bool(s.tags[j + 1] & pos.ADJ)
        alike = s.tags[j - 1] & s.tags[j + 1] & (pos.NAME | pos.NOUN) if head == j - 1 else 0
        return bool(alike) and not s.headline and not s.tags[j - 1] & pos.NOUNS

    def _pairs_names(self, j: int, limit: int, head: int | None) -> bool:
        """Does "and" at j pair two names of several words before one plural: "Model S and Model X vehicles"?"""
        s = self.s
        if head != j - 1 or not s.words[head][0].isupper() or s.tags[head] & pos.NOUNS:
            return False
        k = j + 1
        while k < min(limit, j + 1 + _REACH) and (s.words[k][0].isupper() or s.words[k].isdecimal()):
            k += 1
        return j + 1 < k < limit and bool(s.tags[k] & pos.NOUNS) and s.words[k].islower()

    def _day(self, j: int) -> bool:
        """ "killed 10 Tuesday", "36,500 last year": a time ends the group, unless it is another word too."""
        s, calendar = self.s, self.rules.calendar
        if s.lower[j] in calendar.directions and j + 1 < self.n:
            unit = calendar.terms.get(s.lower[j + 1])
            return unit is not None and unit.kind is TermKind.UNIT
        term = calendar.terms.get(s.lower[j])
        if term is None or s.lower[j] in calendar.doubtful:
            return False
        return term.kind is TermKind.DAY or (
            term.kind in {TermKind.MONTH, TermKind.WEEKDAY} and s.words[j][0].isupper()
        )

    def _names(self, j: int, limit: int, head: int | None) -> bool:
        """ "two new 737 Max jets", "900 Model 3 sedans": digits that are no figure, before a noun, are of its name."""
        if j + 1 >= limit or not self.s.words[j][-1].isdecimal() or not self.s.tags[j] & pos.NUM:
            return False
        if head is not None and not self.s.tags[head] & pos.NAME:
            return False
        return self._noun_soon(j + 1, limit) or bool(self.s.tags[j + 1] & pos.NAME)

    # -- what a word is -------------------------------------------------------------------------------------------

    def _noun_here(self, j: int, limit: int, head: int | None, one: bool) -> bool:
        """Is the word at j a noun where it stands?"""
        s = self.s
        tags = s.tags[j]
        if head is None:
            if tags & _NOUN:
                if not one and not tags & (pos.NOUNS | pos.NAME) and self._became(j, noun=not tags & pos.ADJ):
                    return False
                return not (tags & pos.ADJ and not tags & (pos.NOUNS | pos.NAME) and self._noun_soon(j + 1, limit))
            # "26 assists": behind a number a word in -s is a plural
            return bool(tags & pos.VERBZ) and not self._is_made_of(j)
        if not tags & _NOUN:
            return False
        if not tags & (pos.VERB | pos.VERBZ | pos.PAST | pos.PARTICIPLE) or (tags & pos.NAME and not s.headline):
            return True
        if tags & (pos.PAST | pos.PARTICIPLE) and not tags & pos.NOUNS:
            return False
        if tags & (pos.NOUNS | pos.VERBZ):
            return not one  # "one sailor remains in hospital"
        if one:
            return True
        following = s.tags[j + 1] if j + 1 < self.n else pos.PUNCT
        return not s.tags[head] & pos.NOUNS and not following & (pos.DET | pos.POSSPRON)

    def _is_made_of(self, j: int) -> bool:
        """ "a team of 13 consists of": is the word at j a verb that says what there is in a whole?"""
        verb = self.rules.words.verb(self.s.lower[j])
        act = self.rules.lexicon.action_of_verb(verb) if verb else None
        return act is not None and act.action is actions.EXIST

    def _became(self, j: int, *, noun: bool = False) -> bool:
        """ "312 tested positive", "12 taken hostage": is what those counted became behind the verb that says so?"""
        before, words = self.s.tags[j - 1], self.rules.words
        if not before & (pos.PAST | pos.PARTICIPLE) or before & (pos.ADJ | pos.NOUN | pos.NUM):
            return False
        verb = words.verb(self.s.lower[j - 1])
        if noun or not before & pos.PAST:
            return f"{verb} {self.s.lower[j]}" in self.rules.lexicon.actions.verbs
        return verb not in self.rules.roles.linking  # but "40 feared dead"

    def _done_by_many(self, j: int, limit: int) -> bool:
        """ "three hit a depot", "two die": behind more than one, a singular that is also a verb is what they did."""
        tags = self.s.tags[j]
        if tags & pos.PAST and self.rules.words.verb(self.s.lower[j]) in self.rules.roles.suffering:
            return True  # "six received injuries"
        if not tags & pos.NOUN or tags & (pos.NOUNS | pos.NAME) or not tags & (pos.PAST | pos.VERB):
            return False
        if self._noun_soon(j + 1, limit) or self.befell(j):
            return False
        verb = None if tags & pos.PAST else self.rules.words.verb(self.s.lower[j])
        return verb is None or self.rules.lexicon.action_of_verb(verb) is not None

    def _modifies(self, j: int, limit: int, head: int | None, one: bool) -> bool:
        """Is the word at j a modifier of a noun to come?"""
        tags = self.s.tags[j]
        if head is None:
            if tags & _MODIFIER:
                return True
            return bool(tags & pos.ADV) and j + 1 < limit and bool(self.s.tags[j + 1] & _MODIFIER)
        return bool(tags & _MODIFIER) and not one and not tags & pos.PAST and self._noun_soon(j + 1, limit)

    def _noun_soon(self, j: int, limit: int) -> bool:
        """Does a noun stand at j, or behind modifiers there?"""
        s = self.s
        for k in range(j, min(j + _REACH, limit)):
            tags = s.tags[k]
            if tags & _STOP and not tags & pos.NAME:
                return False
            if tags & (pos.NOUN | pos.NOUNS) and not self.befell(k) and not self._day(k):
                return True
            if not tags & (pos.ADJ | pos.PARTICIPLE | pos.NAME):
                return False
        return False

    def _compound(self, j: int, limit: int) -> bool:
        """May the noun at j follow a plural in one group: "police officers", "arms dealers"?"""
        s = self.s
        if (
            not s.tags[j] & pos.NOUNS
            or s.tags[j] & pos.VERB
            or (s.headline and s.words[j].isupper() and not s.words[j - 1].isupper())
        ):
            return False
        if not s.tags[j] & pos.VERBZ:
            return True
        noun = self.rules.words.noun(s.lower[j])
        return noun is not None and self.rules.lexicon.concept(noun) is not None

    def _stripped_possessive(self, j: int, limit: int) -> bool:
        """ "Belgiums F-16s", "the countrys population": copy that has lost its apostrophes."""
        s = self.s
        word = s.lower[j]
        if (
            not word.endswith("s")
            or j + 1 >= limit
            or (not self._noun_soon(j + 1, limit) and not s.tags[j + 1] & pos.NAME)
        ):
            return False
        if s.tags[j] & pos.NAME and self.rules.lexicon.nation_of(s.words[j][:-1]) is not None:
            return self.rules.lexicon.nation_of(s.words[j]) is None
        words = self.rules.words
        return not words.known(word) and word.endswith("ys") and words.known(word[:-1])
