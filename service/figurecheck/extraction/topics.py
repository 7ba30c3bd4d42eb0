"""What a share or an amount of money is of, where no noun behind it says so: "unemployment rose to 5.4%"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.conversions import share_subjects
from figurecheck.extraction.counted import CountedReader
from figurecheck.extraction.deeds import SHARES
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.grammar import FINITE, GERUND, NOMINAL, Group, Verb
from figurecheck.extraction.groups import Group as Counted
from figurecheck.model import actions, kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

_TOLD: Final = SHARES | {kinds.MONEY, kinds.RATIO, kinds.RATE}
_EXTENDED: Final = frozenset({"length", "speed"})
"""Dimensions of what a thing is of, behind "of"."""
_BETWEEN: Final = 6
"""How many tokens may stand between "doubled" and what it came to."""
_FAR: Final = 14
"""How many tokens before a figure its verb may end."""


class Topics(CountedReader):
    """Gives the figures of one sentence that count nothing what they are of."""

    __slots__ = ("change", "clauses", "roles")

    def __init__(self, clauses: Clauses, rules: Rulebook) -> None:
        super().__init__(clauses.sentence, rules)
        self.clauses = clauses
        self.roles = rules.roles
        self.change = rules.hedges.change

    def read(self, drafts: Sequence[Draft]) -> None:
        """Fills subject, head and concept of shares and money that have none, and of measures that changed."""
        for draft in drafts:
            if draft.head_lemma is None and draft.stated != 0 and draft.restates is None:
                group = self._topic(draft)
                if group is not None:
                    self._name(draft, group, max((one.last for one in drafts if one.last <= group.head), default=0))
        share_subjects(drafts)
        self.share_changes(drafts)
        for before, draft in pairwise(drafts):
            if draft.head_lemma is None and self._is_verb(before) and self._came_to(before, draft):
                self.share(draft, before)

    def _topic(self, draft: Draft) -> Group | None:
        if draft.kind is kinds.MEASURE:
            return self._of_verb(draft, changed=True) or self._sized(draft)
        if self._is_verb(draft):
            return self._doubled(draft)
        if draft.kind not in _TOLD:
            return None
        return self._behind(draft) or self._before(draft) or self._of_verb(draft) or self._is_what(draft)

    def _sized(self, draft: Draft) -> Group | None:
        """ "hailstones up to 8 cm wide", "stones of 3 inches across", "a wave of 14 metres", but no "diameter of"."""
        i = draft.first - 1
        of = i > 0 and self.s.lower[i] == "of"
        if not (of and draft.dimension in _EXTENDED) and not self.sized(draft.last):
            return None
        group = self.clauses.group_before(i + 1 - of)
        noun = self.rules.words.noun(self.s.lower[group.head]) if group is not None else None
        act = self.rules.lexicon.action_of_noun(noun) if noun else None
        return group if act is None or act.action is not actions.MEASURE else None

    def _behind(self, draft: Draft) -> Group | None:
        """ "a 5% rise in sales", "4.1% unemployment"."""
        if draft.kind not in SHARES:
            return None
        i = draft.last
        if i < self.n and self.s.lower[i] in self.change and self.clauses.noun_at(i):
            return self._in_phrase(i + 1)
        found = self.groups.read(i, self.n, one=True)
        if found is None or found.head is None or self._timed(found.head) or self.s.lower[i] in self.m.per_adverbs:
            return None
        if self.s.lower[found.head] in self.change:
            return (
                self._in_phrase(found.last) or Group(found.first, found.head, found.head - 1)
                if (found.head > found.first)
                else self._in_phrase(found.last)
            )
        return Group(found.first, found.last, found.head)

    def _in_phrase(self, i: int) -> Group | None:
        """The noun behind "in" or "of" at token i."""
        return self.clauses.group_at(i + 1) if i + 1 < self.n and self.s.lower[i] in {"in", "of"} else None

    def _before(self, draft: Draft) -> Group | None:
        """ "inflation of 3%", "a fine of £20,000", "a rise of 5% in sales", "Turnout: 66%", "the rate, at 4.1%,"."""
        i = draft.first - 1
        if i > 0 and self.s.lower[i] == "worth":  # "the deal, worth $5 billion,"
            return self.clauses.group_before(i - (self.s.words[i - 1] == ","))
        if i < 1 or self.s.lower[i] not in {"of", ":", "at", "("}:
            return None
        at = self.s.words[i] == "at" and self.s.words[i - 1] != ","
        i -= i > 1 and self.s.words[i] == "at" and not at
        group = self.clauses.group_before(i)
        if at and (group is None or not self._stands(group)):
            return None
        if group is None or self.s.lower[group.head] not in self.change:
            return group
        if draft.kind is kinds.MONEY and self.s.lower[group.head] in self.m.amounts:
            return group  # "a loss of $1.6bn"
        behind = self._in_phrase(draft.last)
        return behind or (Group(group.first, group.head, group.head - 1) if group.head > group.first else None)

    def _stands(self, group: Group) -> bool:
        """Is a value at "at" that of the group: of an object ("kept its rate at"), of what opens or comes "with"?"""
        before = group.first - 1
        return before < 0 or before in self.clauses.owner or self.s.lower[before] == "with"

    def _of_verb(self, draft: Draft, *, changed: bool = False) -> Group | None:
        """The object of a verb of change ("cut rates to 3%"), else the subject of one or of a verb of measure."""
        for verb in reversed(self.clauses.verbs):
            if verb.last > draft.first:
                continue
            if draft.first - verb.last > _FAR:
                return None
            word = self.s.lower[verb.main]
            lemma = verb.lemma.partition(" ")[0]
            if (
                lemma in self.m.setting and not verb.passive and not changed
            ):  # "put the value of the deal at $40 million"
                return self.clauses.object(verb)
            change = word in self.change or lemma in self.change
            if not change and (changed or (lemma not in self.roles.counts and lemma not in self.m.topic_verbs)):
                return None
            found = self.clauses.object(verb) if change and not verb.passive else None
            if found is not None and found.last <= draft.first and found.first not in self.clauses.figures:
                return self._summed(verb, found) or found
            return self.clauses.subject(verb)
        if changed:
            return None
        i = draft.first - 1  # "Inflation up 3%", "Turnout 66.4%"
        while i > 0 and self.s.lower[i] in self.change:
            i -= 1
        return self.clauses.group_before(i + 1) if i >= 0 else None

    def _summed(self, verb: Verb, group: Group) -> Group | None:
        """ "Home values rose, lifting the average to": what a noun that only counts is of, behind an -ing form."""
        counts = self.s.lower[group.head] in self.roles.counting and self.s.lower[group.last : group.last + 1] != ["of"]
        main = self.clauses.main(verb) if counts and verb.form is GERUND and group.head == group.last - 1 else None
        return self.clauses.subject(main) if main is not None else None

    def _is_what(self, draft: Draft) -> Group | None:
        """ "Almost $810,000 was the value of an average home": what an amount that opens its clause is said to be."""
        verb = self.clauses.owner.get(draft.last)
        told = verb is not None and verb.lemma == "be" and verb.form is FINITE and verb.last < self.n
        return self.clauses.group_at(verb.last) if told and verb and self.s.tags[verb.last] & pos.DET else None

    def _is_verb(self, draft: Draft) -> bool:
        """Is a figure the verb itself: "doubled", "halved"?"""
        return draft.kind is kinds.RATIO and self.s.lower[draft.number] in self.rules.numerals.ratio_verbs

    def _doubled(self, draft: Draft) -> Group | None:
        """The subject of a ratio that is a verb: "The number of people sleeping rough has doubled"."""
        group = (verb.first for verb in self.clauses.verbs if verb.first < draft.last and verb.last >= draft.first)
        first = next(group, draft.first)
        return self.clauses.subject(Verb(first, draft.last, draft.number, "", FINITE, False, False))

    def _came_to(self, before: Draft, draft: Draft) -> bool:
        """ "doubled in a decade to more than 13,000"."""
        gap = range(before.last, draft.first)
        came = 0 < len(gap) <= _BETWEEN and self.s.lower[gap[-1]] == "to"
        return came and self.clauses.owner.keys().isdisjoint(gap)

    def _name(self, draft: Draft, group: Group, floor: int) -> None:
        """Takes the group, without its article and owner, from behind the figure that ends at `floor`; "number of"
        gives way to what is numbered."""
        s, first, head = self.s, max(group.first, floor), group.head
        if s.lower[head] in self.m.container_numbers and (inner := self._in_phrase(head + 1)) is not None:
            first, head = inner.first, inner.head
        for i in range(first, head):
            if s.tags[i] & (pos.DET | pos.POSSPRON | pos.POSS | pos.NUM):
                first = i + 1
        if s.tags[head] & NOMINAL and not s.tags[head] & pos.PRON and not self._timed(head):
            self.take(draft, Counted(first, head + 1, head))

    def _timed(self, i: int) -> bool:
        """Is token i a time or a noun of time ("last month", "year on year"), not "hours worked", "days lost"?"""
        done = self.s.tags[i] & pos.NOUNS and i + 1 < self.n and self.s.tags[i + 1] & pos.PARTICIPLE
        return self.clauses.is_time(i) or (self.of_time(i) and not done)
