"""What each figure counts: the noun group behind it, or the noun that the copy leaves out."""

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import Action, Kind
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

_NOUN = pos.NOUN | pos.NOUNS | pos.NAME
_STOP = (
    pos.PREP | pos.DET | pos.CONJ | pos.PRON | pos.REL | pos.MODAL | pos.AUX | pos.TO | pos.NUM | pos.NEG | pos.POSSPRON
)
_FINITE = pos.PAST | pos.VERBZ
_JOIN = frozenset({"-", "‑", "‐", "&", "/"})


class Group:
    """A noun group at tokens [first, last) with its head; `head` is None where only modifiers stand."""

    __slots__ = ("first", "head", "last")

    def __init__(self, first: int, last: int, head: int | None) -> None:
        self.first = first
        self.last = last
        self.head = head


class SubjectReader:
    """Finds what the figures of one sentence count."""

    __slots__ = ("n", "rules", "s")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.s = sentence
        self.n = len(sentence)
        self.rules = rules

    def read(self, drafts: list[Draft], carried: Draft | None) -> None:
        """Fills subject, head and concept; `carried` is the figure before these, in an earlier sentence, if any."""
        previous = carried
        for k, draft in enumerate(drafts):
            limit = drafts[k + 1].first if k + 1 < len(drafts) else self.n
            self._one(draft, limit, previous)
            if draft.head_lemma is not None and draft.kind in {Kind.COUNT, Kind.RANK, Kind.RATIO}:
                previous = draft

    def _one(self, draft: Draft, limit: int, previous: Draft | None) -> None:
        if draft.kind is Kind.AGE:
            self._group_behind(draft, limit, draft.last, quote=False)
        elif draft.kind in {Kind.COUNT, Kind.RANK}:
            if not (self._counted(draft, limit) or self._of_phrase(draft, limit) or self._before(draft)):
                self._left_out(draft, previous)
        else:
            self._measured(draft, limit)
        if draft.head_lemma is not None:
            self._event(draft)

    # -- counted nouns --------------------------------------------------------------------------------------------

    def _counted(self, draft: Draft, limit: int) -> bool:
        """ "84 Ukrainian drones", "nine-storey block": the group right behind the number."""
        i = draft.last
        if i < self.n and self.s.words[i] in _JOIN and self.s.glued(i):
            i += 1
        return self._group_behind(draft, limit, i, quote=True)

    def _group_behind(self, draft: Draft, limit: int, i: int, quote: bool) -> bool:
        group = self.group(i, limit, single=draft.stated == 1)
        if group is None or group.head is None:
            return False
        self._take(draft, group)
        draft.group_last = group.last
        if quote:
            draft.last = group.last
        return True

    def group(self, i: int, limit: int, single: bool = False) -> Group | None:
        """The noun group that begins at token i, or None. `single`: the number before it is one."""
        s = self.s
        first, head, last_adjective = i, None, None
        plural = False
        j = i
        while j < limit:
            tags, word = s.tags[j], s.lower[j]
            if tags & pos.PUNCT or not tags:
                if s.words[j] in _JOIN and s.glued(j) and head is not None and j + 1 < limit:
                    j += 1
                    continue
                if (
                    word == ","
                    and head is None
                    and j > i
                    and s.tags[j - 1] & pos.ADJ
                    and j + 1 < limit
                    and s.tags[j + 1] & (pos.ADJ | _NOUN)
                ):
                    j += 1
                    continue
                if s.words[j] in {"“", "‘", '"', "'"} and head is None and j + 1 < limit:
                    j += 1
                    continue
                break
            if tags & pos.POSS:
                if head is None or j + 1 >= limit or not s.tags[j + 1] & (_NOUN | pos.ADJ):
                    break
                head, plural = None, False
                j += 1
                continue
            if (
                tags & _STOP
                and not (tags & pos.NAME and not s.headline)
                and not (tags & pos.ADJ and head is None and self._noun_soon(j + 1, limit))
                and not self._more(j, head)
            ):
                if (
                    word == "and"
                    and head is None
                    and last_adjective == j - 1
                    and j + 1 < limit
                    and s.tags[j + 1] & pos.ADJ
                ):
                    j += 1
                    continue
                break
            if (
                word in self.rules.calendar.terms
                and (s.words[j][0].isupper() or self.rules.calendar.terms[word].kind == 2)
                and word not in self.rules.calendar.doubtful
            ):
                break
            if plural and not self._compound(j, limit):
                break
            if tags & _NOUN and not self._verb_here(j, limit, head, single):
                head = j
                plural = bool(tags & pos.NOUNS) and not (tags & pos.NOUN and self._noun_soon(j + 1, limit))
            elif (
                tags & (pos.ADJ | pos.PARTICIPLE | pos.GERUND | pos.ADV)
                and head is None
                and not (tags & pos.ADV and not tags & pos.ADJ and not self._modified(j + 1, limit))
            ):
                last_adjective = j
            elif (
                head is not None
                and tags & (pos.ADJ | pos.PARTICIPLE | pos.GERUND)
                and not plural
                and not single
                and self._noun_soon(j + 1, limit)
                and not tags & pos.PAST
            ):
                pass
            else:
                break
            j += 1
        if head is None:
            return self._nominal(i, last_adjective)
        return Group(first, head + 1, head)

    def _more(self, j: int, head: int | None) -> bool:
        return head is None and self.s.lower[j] in {"more", "other", "others", "such", "fewer", "less", "further"}

    def _modified(self, j: int, limit: int) -> bool:
        return j < limit and bool(self.s.tags[j] & (pos.ADJ | pos.PARTICIPLE))

    def _noun_soon(self, j: int, limit: int) -> bool:
        """Does a noun stand at j, at most two modifiers on?"""
        s = self.s
        for k in range(j, min(j + 3, limit)):
            tags = s.tags[k]
            if tags & (pos.NOUN | pos.NOUNS) and not tags & _STOP:
                return True
            if not tags & (pos.ADJ | pos.PARTICIPLE | pos.NAME) or tags & _STOP:
                return False
        return False

    def _compound(self, j: int, limit: int) -> bool:
        """May the noun at j follow a plural in one group: "police officers", "arms dealers"?"""
        tags = self.s.tags[j]
        if not tags & pos.NOUNS or tags & pos.VERB:
            return False
        noun = self.rules.words.noun(self.s.lower[j])
        return not tags & pos.VERBZ or noun is not None and self.rules.lexicon.concept(noun) is not None

    def _verb_here(self, j: int, limit: int, head: int | None, single: bool) -> bool:
        """Is the word at j, which can be a noun, a verb where it stands?"""
        s = self.s
        tags = s.tags[j]
        if head is None or not tags & (pos.VERB | pos.VERBZ | pos.PAST | pos.PARTICIPLE):
            return False
        if tags & pos.NAME and not s.headline:
            return False
        if tags & (pos.PAST | pos.PARTICIPLE) and not tags & pos.NOUNS:
            return True
        if tags & pos.NOUNS and not single:
            return False
        if tags & pos.VERBZ and single:
            return True
        following = s.tags[j + 1] if j + 1 < self.n else pos.PUNCT
        if single:
            return bool(tags & pos.VERBZ)
        return bool(s.tags[head] & pos.NOUNS) or bool(following & (pos.DET | pos.POSSPRON))

    def _nominal(self, i: int, last: int | None) -> Group | None:
        """ "nine dead", "10 wounded", "three others": an adjective that stands for people."""
        return None

    # -- other ways to say it -------------------------------------------------------------------------------------

    def _of_phrase(self, draft: Draft, limit: int) -> bool:
        """ "thousands of people", "two of Belgium's F-16s", "three of the ships"; "84 of them" refers back."""
        s, i = self.s, draft.last
        if i + 1 >= self.n or s.lower[i] not in {"of", "out"}:
            return False
        i += 1 if s.lower[i] == "of" else 2
        if i < self.n and s.lower[i] in {
            "the",
            "its",
            "their",
            "his",
            "her",
            "those",
            "these",
            "our",
            "all",
            "your",
            "my",
        }:
            i += 1
        group = self.group(i, limit)
        if group is None or group.head is None:
            return False
        self._take(draft, group)
        draft.last = draft.group_last = group.last
        return True

    def _before(self, draft: Draft) -> bool:
        """ "death toll of 34", "the toll rose to 53", "number of dead: 12", "casualties: 40"."""
        s, i = self.s, draft.first - 1
        steps = 0
        while i >= 0 and steps < 8:
            word = s.lower[i]
            if s.tags[i] & pos.NUM or word in {";", "."}:
                return False
            noun = self.rules.words.noun(word) if s.tags[i] & (pos.NOUN | pos.NOUNS) else None
            if noun in {
                "toll",
                "number",
                "total",
                "count",
                "tally",
                "figure",
                "crowd",
                "turnout",
                "death",
                "fatality",
                "casualty",
                "injury",
                "arrest",
            }:
                return self._container(draft, i, noun)
            if word in {",", "and", "that", "who", "which", "said", "says"}:
                return False
            i -= 1
            steps += 1
        return False

    def _container(self, draft: Draft, i: int, noun: str | None) -> bool:
        s = self.s
        if noun in {"number", "total", "count", "tally", "figure"}:
            if i + 1 < self.n and s.lower[i + 1] == "of":
                group = self.group(i + 3 if s.lower[min(i + 2, self.n - 1)] in {"the", "those"} else i + 2, draft.first)
                if group is not None and group.head is not None:
                    self._take(draft, group)
                    return True
            return False
        if noun in {"toll", "crowd", "turnout"}:
            draft.head_lemma, draft.concept, draft.subject_text = "person", "person", "people"
            if noun == "toll" and (i == 0 or s.lower[i - 1] not in {"injury", "injured"}):
                draft.implied = Action.KILL
            return True
        self._take(draft, Group(i, i + 1, i))
        return True

    def _left_out(self, draft: Draft, previous: Draft | None) -> None:
        """A number without a noun: people where what befell them follows or goes before, else the noun counted before."""
        s, i = self.s, draft.last
        rules = self.rules
        while (
            i < self.n
            and (
                s.lower[i]
                in {
                    "more",
                    "others",
                    "other",
                    "of",
                    "them",
                    "whom",
                    "were",
                    "was",
                    "people",
                    "were",
                    "have",
                    "been",
                    "had",
                    "has",
                    "are",
                    "also",
                }
                or s.tags[i] & pos.ADV
                and not s.tags[i] & (pos.NOUN | pos.ADJ | pos.PARTICIPLE)
            )
            and i < draft.last + 4
        ):
            i += 1
        befell = rules.lexicon.action_of_adjective(s.lower[i]) if i < self.n else None
        others = draft.last < self.n and s.lower[draft.last] in {"others", "other", "more"}
        if others and s.lower[draft.last] == "others":
            draft.last = draft.group_last = draft.last + 1
        referring = (
            draft.last + 1 < self.n
            and s.lower[draft.last] == "of"
            and s.lower[draft.last + 1] in {"them", "whom", "these", "those", "which"}
        )
        if referring:
            draft.last = draft.group_last = draft.last + 2
        if (
            previous is not None
            and (referring or befell is None or rules.lexicon.is_a(previous.concept, "person"))
            and not (befell is not None and previous.concept is None)
        ):
            if previous.head_lemma is not None and (referring or previous.first <= draft.first):
                self._refer(draft, previous, befell is not None)
                if draft.head_lemma is not None:
                    return
        if befell is not None or self._person_verb(draft):
            draft.head_lemma, draft.concept = "person", "person"

    def _refer(self, draft: Draft, previous: Draft, befell: bool) -> None:
        draft.head_lemma, draft.concept = previous.head_lemma, previous.concept
        if befell and self.rules.lexicon.is_a(previous.concept, "person"):
            draft.head_lemma, draft.concept = "person", "person"
        draft.modifiers = ()

    def _person_verb(self, draft: Draft) -> bool:
        """ "killing 10", "wounded 37": the verb before is done to people."""
        s, i = self.s, draft.first - 1
        while i >= 0 and i > draft.first - 4:
            if s.tags[i] & (pos.VERB | pos.VERBZ | pos.PAST | pos.PARTICIPLE | pos.GERUND):
                verb = self.rules.words.verb(s.lower[i])
                act = self.rules.lexicon.action_of_verb(verb) if verb else None
                return act is not None and act.action in _TO_PEOPLE
            if s.tags[i] & (pos.PUNCT | pos.NOUN):
                return False
            i -= 1
        return False

    def _measured(self, draft: Draft, limit: int) -> None:
        """ "40% of public expenditure", "450 litres of water", "3-inch screen", "half the roof": what is measured."""
        s, i = self.s, draft.last
        if i >= self.n:
            return
        if s.lower[i] in {"of", "in"} and i + 1 < self.n and (s.lower[i] == "of" or draft.kind is Kind.MONEY):
            i += 1
            while i < self.n and s.tags[i] & (pos.DET | pos.POSSPRON) and s.lower[i] not in {"this", "that"}:
                i += 1
        elif draft.kind is Kind.RATIO and s.tags[i] & (pos.DET | pos.POSSPRON):
            i += 1
        elif draft.kind in {Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.BASIS_POINT} or (
            draft.kind is Kind.MONEY and not s.tags[i] & (pos.ADJ | pos.NOUN)
        ):
            return
        group = self.group(i, limit)
        if group is not None and group.head is not None:
            self._take(draft, group)
            draft.group_last = group.last
            if draft.kind is Kind.RATIO:
                draft.last = group.last

    # -- taking a group -------------------------------------------------------------------------------------------

    def _take(self, draft: Draft, group: Group) -> None:
        s, rules = self.s, self.rules
        head = group.head
        assert head is not None
        draft.head = head
        first = group.first
        while first < head and (
            s.tags[first] & (pos.PUNCT | pos.ADV)
            and not s.tags[first] & (pos.ADJ | pos.NOUN | pos.NAME)
            or s.lower[first] in {"more", "such", "other"}
            and first + 1 <= head
        ):
            first += 1
        draft.subject_text = s.slice(first, head + 1)
        word = s.words[head]
        if s.tags[head] & pos.NAME and not rules.words.known(s.lower[head]):
            draft.head_lemma = self._singular_name(word)
        else:
            draft.head_lemma = rules.words.noun(s.lower[head]) or s.lower[head]
        draft.modifiers = tuple(s.words[j] for j in range(first, head) if not s.tags[j] & pos.PUNCT)
        group_words = [s.lower[j] for j in range(first, head) if not s.tags[j] & pos.PUNCT]
        draft.concept = rules.lexicon.concept_of_group([*group_words, draft.head_lemma.lower()])

    def _singular_name(self, word: str) -> str:
        """ "F-16s" -> "F-16"; "Ukrainians" -> "Ukrainian"; "Serbs" -> "Serb"."""
        return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word

    def _event(self, draft: Draft) -> None:
        """ "fatalities" are persons, killed: the noun says what befell them."""
        event = self.rules.lexicon.event_noun(draft.head_lemma or "")
        if event is None:
            return
        draft.implied = event.act.action
        draft.concept = event.concept


_TO_PEOPLE = frozenset(
    {
        Action.KILL,
        Action.INJURE,
        Action.KILL_OR_INJURE,
        Action.ARREST,
        Action.HOSPITALISE,
        Action.RESCUE,
        Action.INFECT,
        Action.EVACUATE,
        Action.DISPLACE,
    }
)
