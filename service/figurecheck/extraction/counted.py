"""What a figure counts, once its noun group is found: text, head, modifiers and concept."""

from collections.abc import Iterable
from typing import Final

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.groups import Group, GroupReader
from figurecheck.extraction.readers import SentenceReader
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import actions, kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

_TIME: Final = "time"


class CountedReader(SentenceReader):
    """Gives figures of one sentence what they count."""

    __slots__ = ("groups",)

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        super().__init__(sentence, rules)
        self.groups = GroupReader(sentence, rules)

    def take_group(self, draft: Draft, group: Group | None) -> bool:
        if group is None or group.head is None:
            return False
        self.take(draft, group)
        draft.group_last = group.last
        return True

    def of_time(self, i: int) -> bool:
        """Is token i a noun of time: the year of "$5 million last year"?"""
        noun = self.rules.words.noun(self.s.lower[i])
        concept = self.rules.lexicon.concept(noun) if noun else None
        return self.rules.lexicon.is_a(concept, _TIME)

    def sized(self, i: int) -> bool:
        """Does token i say which way a length is measured: "long", "wide", "across"?"""
        act = self.rules.lexicon.action_of_adjective(self.s.lower[i]) if i < self.n else None
        return act is not None and act.action is actions.MEASURE

    def people(self, draft: Draft) -> None:
        draft.head_lemma = draft.concept = "person"

    def share_changes(self, drafts: Iterable[Draft]) -> None:
        """Two ends of one change are of one thing, and of one deed."""
        for draft in drafts:
            for _, other in draft.links if draft.change_role else ():
                self.share(draft, other)

    def share(self, draft: Draft, other: Draft) -> None:
        """Gives a figure what another is of, where it has none, and what it implies was done."""
        if draft.head_lemma is None:
            draft.count_with(other)
            if draft.unit is None and draft.kind is kinds.COUNT and other.unit is not None:
                # "hours worked rose from 1,200 to 1,400"
                draft.kind, draft.unit, draft.dimension = other.kind, other.unit, other.dimension
        draft.implied = draft.implied or other.implied

    def take(self, draft: Draft, group: Group) -> None:
        s, rules, head = self.s, self.rules, group.head
        assert head is not None
        first = group.first
        while first < head and (s.tags[first] & pos.PUNCT or s.lower[first] in self.m.between_number_and_noun):
            first += 1
        draft.head = head
        if s.lower[head] in self.m.others:
            self.people(draft)
            return
        draft.subject_text = s.slice(first, head + 1)
        written = head > 0 and s.tags[head - 1] & pos.NAME and s.words[head][0].isupper() and not s.headline
        named = s.tags[head] & pos.NAME and (written or not rules.words.known(s.lower[head]))
        draft.head_lemma = _singular(s.words[head]) if named else rules.words.counted(s.lower[head])
        draft.modifiers = tuple(s.words[j] for j in range(first, head) if not s.tags[j] & (pos.PUNCT | pos.CONJ))
        words = [s.lower[j] for j in range(first, head) if not s.tags[j] & pos.PUNCT]
        draft.concept = rules.lexicon.concept_of_group([*words, draft.head_lemma.lower()])


def _singular(name: str) -> str:
    """ "F-16s" -> "F-16", "Serbs" -> "Serb", "MPs" -> "MP": a name's regular singular."""
    if name.endswith("s") and name[:-1].isupper():
        return name[:-1]
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) and len(name) > 3 else name
