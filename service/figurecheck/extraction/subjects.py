"""What each figure counts: the noun group behind it, or the noun that the copy leaves out."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from figurecheck.extraction.containers import ContainerReader
from figurecheck.extraction.conversions import share_subjects
from figurecheck.extraction.deeds import SUFFERED
from figurecheck.extraction.draft import Draft, Value
from figurecheck.extraction.ellipsis import EllipsisReader
from figurecheck.extraction.groups import Group
from figurecheck.extraction.hedging import HedgeReader
from figurecheck.extraction.links import fits, marked_as_part, of_whole
from figurecheck.extraction.measured import MeasuredReader
from figurecheck.extraction.rates import RateReader
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import Action, actions, bounds, kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

_JOIN: Final = frozenset({"-", "‑", "‐"})
_COUNTS: Final = frozenset({kinds.COUNT, kinds.RANK})
_PORTIONS: Final = frozenset({kinds.RATIO, kinds.PERCENT})
_BETWEEN_ALIKE: Final = (["and"], ["or"], [","], [",", "and"])


class SubjectReader(MeasuredReader):
    """Finds what the figures of one sentence count."""

    __slots__ = ("ellipsis", "hedges", "rates")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        super().__init__(sentence, rules)
        self.ellipsis = EllipsisReader(sentence, rules)
        self.rates = RateReader(sentence, rules)
        self.hedges = HedgeReader(sentence, rules)

    def read(self, drafts: list[Draft], carried: Draft | None, told: Mapping[Value, Draft]) -> None:
        """Fills subject, head and concept; `carried` is the counted figure before the sentence, `told` all of them."""
        previous, k = carried, 0
        while k < len(drafts):
            draft = drafts[k]
            following = drafts[k + 1] if k + 1 < len(drafts) else None
            before = self.ellipsis.again(draft, previous, told) or self._large_enough(draft, previous, drafts[:k])
            self._one(draft, following, before, previous is not carried)
            if draft.head_lemma is not None:
                self._event(draft)
                self.rates.read_behind(draft)
                self.hedges.read_behind(draft)
                if (draft.kind in _COUNTS or draft.kind is kinds.RATIO) and not self._compound(draft):
                    previous = draft
            k += 1
            while k < len(drafts) and drafts[k].first < draft.last:  # the number of "12 deaths per 1,000 births"
                del drafts[k]
        for draft, following in reversed([*pairwise(drafts)]):
            if draft.kind is kinds.COUNT or draft.kind in _PORTIONS:
                self._borrow(draft, following)
        share_subjects(drafts)
        self.share_changes(drafts)

    def _large_enough(self, draft: Draft, previous: Draft | None, earlier: list[Draft]) -> Draft | None:
        """ "fired 97 missiles in two waves, of which 86 were shot down": no part is larger than its whole."""
        if fits(draft, previous) or not marked_as_part(self.s, draft, self.rules):
            return previous
        counts = (one for one in reversed(earlier) if one.kind is kinds.COUNT and one.head_lemma is not None)
        return next((one for one in counts if fits(draft, one)), previous)

    def _compound(self, draft: Draft) -> bool:
        """ "a 46-seat ferry": the seats only say what kind of ferry it is; a bare number behind counts none of them."""
        i = draft.number_last
        return i < draft.last and self.s.words[i] in _JOIN and self.s.glued(i)

    def _borrow(self, draft: Draft, following: Draft) -> None:
        """What is counted stands with the next: "four- and six-cylinder", "40 of the 90 passengers", "five Iskander and
        three Kinzhal missiles"."""
        s, i = self.s, draft.last
        if i >= self.n or following.kind is not kinds.COUNT:
            return
        dangling = s.words[i] == "-" and s.glued(i) and i + 1 < self.n and (s.words[i + 1] == "," or not s.glued(i + 1))
        gap = s.lower[i : following.first]
        part = of_whole(s, i, following.first, self.rules)
        if dangling or (part and draft.head is None):
            draft.count_with(following)
        elif (
            draft.kind is kinds.COUNT
            and gap in _BETWEEN_ALIKE
            and draft.stated != 1
            and self._kind_only(draft)
            and following.head is not None
        ):
            draft.modifiers = (*draft.modifiers, draft.head_lemma or "")
            draft.head_lemma, draft.concept = following.head_lemma, draft.concept or following.concept

    def _kind_only(self, draft: Draft) -> bool:
        """Does a name in the singular stand behind a plural number: "five Iskander"?"""
        if draft.head is None:
            return False
        tags = self.s.tags[draft.head]
        return bool(tags & pos.NAME) and not tags & pos.NOUNS and not self.s.lower[draft.head].endswith("s")

    def _one(self, draft: Draft, following: Draft | None, previous: Draft | None, near: bool) -> None:
        limit = following.first if following else self.n
        if draft.head_lemma is not None:
            return
        if draft.kind in _COUNTS:
            if not (
                self._counted(draft, limit)
                or self._measured_things(draft, following)
                or self._of_phrase(draft, limit)
                or ContainerReader(self.s, self.rules).read(draft)
            ):
                self.ellipsis.read(draft, previous, near)
        elif draft.kind is kinds.AGE and draft.last > draft.number_last and draft.hedge is None:
            if self.s.tags[draft.last - 1] & pos.NOUNS:  # "16- to 24-year-olds"
                self.people(draft)
            else:
                self.take_group(draft, self.groups.read(draft.last, limit, one=True))
        elif draft.kind is not kinds.AGE and not self._share_of_those(draft, previous):
            self.read_measured(draft, limit)

    def _share_of_those(self, draft: Draft, previous: Draft | None) -> bool:
        """ "900 jobs, two thirds of them in Lisbon": a share of what was counted before."""
        s, i = self.s, draft.last
        if draft.kind not in _PORTIONS or previous is None or previous.head_lemma is None or i + 1 >= self.n:
            return False
        if s.lower[i] != "of" or s.lower[i + 1] not in self.m.references:
            return False
        if s.tags[i + 1] & pos.DET and not s.tags[i + 1] & pos.REL and self._noun_behind(i + 2):
            return False
        draft.group_last = i + 2
        draft.head_lemma, draft.concept = previous.head_lemma, previous.concept
        return True

    def _noun_behind(self, i: int) -> bool:
        """Does a noun follow, so that "of those homes" refers to nothing before?"""
        return i < self.n and bool(
            self.s.tags[i] & (pos.NOUN | pos.NOUNS) and not self.s.tags[i] & (pos.PREP | pos.AUX)
        )

    def _counted(self, draft: Draft, limit: int) -> bool:
        """ "84 Ukrainian drones", "nine-storey block", "10 wounded": the group right behind the number."""
        i = draft.last
        if draft.bound is bounds.BETWEEN and self.s.words[i : i + 1] == [","] and "," in self.s.words[draft.first : i]:
            i += 1  # "at least 10, and possibly as many as 15, miners"
        if draft.stated == 1 and i < self.n and self._warned(i):
            return False
        if i < self.n and self.s.words[i] in _JOIN and self.s.glued(i):
            i += 1
            if i < self.n and self.s.glued(i) and self._unit_of_its_own(i):
                return self._take_counted(draft, Group(i, i + 1, i))
        return self._take_counted(draft, self.groups.read(i, limit, one=draft.stated == 1 or draft.kind is kinds.RANK))

    def _warned(self, i: int) -> bool:
        """ "one warned photographers": behind one, a verb in the past before a plural is what somebody did."""
        tags = self.s.tags
        alone = tags[i] & pos.PAST and not tags[i] & (pos.NOUN | pos.ADJ)
        return bool(alone and i + 1 < self.n and tags[i + 1] & pos.NOUNS and not tags[i + 1] & pos.NOUN)

    def _unit_of_its_own(self, i: int) -> bool:
        """Is the word behind the hyphen what is counted: the storey of "nine-storey block"?"""
        s = self.s
        counted = s.tags[i] & pos.NOUN and not s.tags[i] & (pos.ADJ | pos.NOUNS | pos.NAME)
        return bool(counted) and not (i + 1 < self.n and s.words[i + 1] == "-" and s.glued(i + 1))

    def _take_counted(self, draft: Draft, group: Group | None) -> bool:
        if group is None:
            return False
        group = self._counted_by(group) or group
        draft.last = draft.group_last = group.last
        if group.head is None:
            self.people(draft)
            befell = self.rules.lexicon.action_of_adjective(self.s.lower[group.last - 1])
            draft.implied = befell.action if befell else draft.implied
        else:
            self.take(draft, group)
            self._coordinated(draft, group)
        return True

    def _measured_things(self, draft: Draft, following: Draft | None) -> bool:
        """ "eight million 250ml bottles", "two 5-year-old boys": a measure stands between number and noun."""
        if (
            following is None
            or following.first != draft.last
            or following.kind not in {kinds.MEASURE, kinds.AGE, kinds.DURATION}
        ):
            return False
        return self.take_group(draft, self.groups.read(following.last, self.n))

    def _of_phrase(self, draft: Draft, limit: int) -> bool:
        """ "thousands of people", "two of Belgium's F-16s", "three of the ships"."""
        s, i = self.s, draft.last
        if i + 1 >= self.n or s.lower[i] not in {"of", "out"}:
            return False
        i += 1 if s.lower[i] == "of" else 2
        if i < self.n and s.lower[i] in self.m.determiners:
            i += 1
        group = self.groups.read(i, limit)
        if group is not None and group.last + 1 == limit < self.n and s.tags[group.last] & pos.POSS:
            return False  # "58 of the chamber's 90 deputies"
        return self._take_counted(draft, group)

    def _counted_by(self, group: Group) -> Group | None:
        """ "40 head of cattle": what a word counts that only counts."""
        s, i = self.s, group.last
        if group.head is None or s.lower[group.head] not in self.m.counters or s.lower[i : i + 1] != ["of"]:
            return None
        return self.groups.read(i + 1, self.n)

    def _coordinated(self, draft: Draft, group: Group) -> None:
        """ "1,500 deaths and injuries": two events that add up to one."""
        s, i, lexicon = self.s, group.last, self.rules.lexicon
        if i + 1 >= self.n or s.lower[i] not in {"and", "or"}:
            return
        first, second = (
            lexicon.event_noun(noun) if noun else None
            for noun in (draft.head_lemma, self.rules.words.noun(s.lower[i + 1]))
        )
        if first is None or second is None or first.act.action is second.act.action:
            return
        both = {first.act.action, second.act.action}
        draft.implied = next(
            (whole for whole, parts in lexicon.actions.sums.items() if set(parts) == both), draft.implied
        )
        draft.last = draft.group_last = i + 2
        draft.subject_text = s.slice(group.first, i + 2)

    def _event(self, draft: Draft) -> None:
        """ "fatalities" are persons, killed: the noun says what befell them."""
        words, head = [word.lower() for word in draft.modifiers], (draft.head_lemma or "").lower()
        event = self.rules.lexicon.event_of_group([*words, head])
        if draft.kind is not kinds.COUNT and draft.head and self.s.tags[draft.head - 1] & pos.POSSPRON:
            return  # "burns to 40% of her body"
        behind = self.s.lower[draft.last : draft.last + 2]
        if event is None and behind[:1] == ["of"] and len(behind) > 1:  # "cases of cholera" are cholera cases
            event = self.rules.lexicon.event_of_group([behind[1], head])
        if event is not None:
            draft.implied = draft.implied or self._of_what(draft, event.act.action)
            draft.concept = event.concept

    def _of_what(self, draft: Draft, action: Action) -> Action:
        """ "the 52nd victim of a kidnapping": what a noun that leaves it open goes on to say that people suffered."""
        behind = self.s.lower[draft.last : draft.last + 3]
        if action is not actions.KILL_OR_INJURE or behind[:1] != ["of"]:
            return action
        nouns = (self.rules.words.noun(word) or word for word in behind[1:])
        acts = (self.rules.lexicon.action_of_noun(noun) for noun in nouns)
        return next((act.action for act in acts if act is not None and act.action in SUFFERED), action)
