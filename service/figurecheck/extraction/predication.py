"""What a verb is said of: the walk to the left from a verb to its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from figurecheck.extraction.grammar import FINITE, INFINITIVE, NOMINAL, PARTICIPLE, REACH, Group, Verb
from figurecheck.rulebook import words as pos

if TYPE_CHECKING:
    from figurecheck.extraction.clauses import Clauses

GROUPED: Final = NOMINAL | pos.NUM | pos.PRON | pos.DET | pos.ADJ
"""What a noun group can end in, or go on with to the left."""
LONGEST: Final = 20
"""How many tokens an apposition can have."""


class Subject:
    """One walk.

    `at` is the token looked at, `found` the last noun group that no preposition governs, `spare` the first one that a
    preposition seemed to govern; `joined` where "and" goes before `found`, so that the next group counts.
    """

    __slots__ = ("at", "clauses", "done", "found", "joined", "lower", "spare", "tags", "verb")

    def __init__(self, clauses: Clauses, verb: Verb) -> None:
        self.clauses = clauses
        self.verb = verb
        self.tags = clauses.tags
        self.lower = clauses.lower
        self.at = verb.first - 1
        self.found: Group | None = None
        self.spare: Group | None = None
        self.joined = False
        self.done = False

    def find(self) -> Group | None:
        """The subject, or None where the clause has none."""
        ruling = self.clauses.owner.get(self.at)
        if self.verb.form is INFINITIVE and ruling is not None and ruling.form is FINITE:
            return Subject(self.clauses, ruling).find()  # "Kenya claimed to have downed"
        joined = self._joined_to()
        if joined is not None:
            return Subject(self.clauses, joined).find()
        floor = max(0, self.at - REACH)
        if self.at > floor and self.lower[self.at] == ",":
            self.at = self._past_apposition()
        while self.at >= floor and not self.done:
            self._step()
        return self._named(self.found) if self.found is not None else self._unglued()

    def _named(self, group: Group) -> Group:
        """The name right before what only says who that is: "The White Helmets a civil defence group said"."""
        i = group.first
        told = i > 0 and self.tags[i] & pos.DET and self.lower[i] in self.clauses.roles.indefinite
        name = self.clauses.group_before(i) if told and self.tags[i - 1] & pos.NAME else None
        if name is None or (name.first > 0 and self.tags[name.first - 1] & (pos.PREP | pos.PUNCT)):
            return group
        nations, written = self.clauses.rulebook.lexicon.nations, self.clauses.sentence.slice(name.head, name.last)
        return group if nations.is_place(written) or nations.nation_of(written) else name

    def _joined_to(self) -> Verb | None:
        """The finite verb whose subject a second one shares: "gunmen stormed a bank and later shot 10 men"."""
        if self.verb.form is not FINITE:
            return None
        at = self.at
        while at > 0 and self.tags[at] & pos.ADV and not self.tags[at] & (pos.CONJ | NOMINAL | pos.NUM | pos.PRON):
            at -= 1
        if at < 1 or self.lower[at] not in self.clauses.roles.joining:
            return None
        floor = max(0, at - REACH)
        before = (verb for verb in reversed(self.clauses.verbs) if floor <= verb.first < at)
        return next((verb for verb in before if verb.form is FINITE), None)

    def _step(self) -> None:
        """Reads the token at hand, and moves on to the left."""
        at, bits = self.at, self.tags[self.at]
        if at in self.clauses.owner:
            self._past_verb(self.clauses.owner[at])
        elif bits & pos.REL and self.found is None:
            self._relative(bits)
        elif self.lower[at] == "." and (group := self.clauses.group_before(at + 1)) is not None and self.found is None:
            self.found, self.at = group, group.first - 1
        elif bits & pos.PUNCT:
            self._mark()
        elif bits & pos.CONJ and not bits & pos.PREP:
            self._conjunction(bits)
        elif bits & (pos.PREP | pos.TO) and not bits & pos.ADJ:
            self._preposition(bits)
        elif bits & GROUPED and not bits & pos.ADV and not self.clauses.is_time(at):
            self._group()
        else:
            self.at -= 1

    def _past_verb(self, verb: Verb) -> None:
        """Participles and relative clauses belong to what stands before them; another finite verb ends the clause."""
        if verb.form is not FINITE:
            self.at, self.found = verb.first - 1, None
            return
        relative = self.clauses.relative_before(verb)
        if relative is not None:
            self.at, self.found = relative - 1, None
            return
        if self.found is not None and self.found.first == verb.last and verb.lemma not in self.clauses.speech:
            self.found = None  # the object of that verb
        self.done = True

    def _relative(self, bits: int) -> None:
        """ "who", or "that" after a noun: the subject is what it stands for."""
        antecedent = self.clauses.antecedent(self.at)
        self.found = antecedent
        self.done = not bits & pos.CONJ or antecedent is not None or self.lower[self.at] == "that"

    def _mark(self) -> None:
        mark = self.lower[self.at]
        if mark == "-" and self.found is not None and self.clauses.sentence.glued(self.at + 1):
            self._widen(self.found)
            return
        if mark == ")":
            self.at = self._open_bracket()
        elif self.found is not None and self._is_place(self.found):
            self.found = None
        elif self.found is not None or mark != ",":
            self.done = True
        self.at -= 1

    def _widen(self, group: Group) -> None:
        """Takes what a hyphen ties to a group into it: "the three-year-old conflict"."""
        first = self.at
        while first > 0 and self.lower[first] == "-":
            first -= 2
        first = min(first + 1, self.at)
        first -= first > 0 and bool(self.tags[first - 1] & (pos.DET | pos.POSSPRON))
        self.found, self.at = group._replace(first=first), first - 1

    def _conjunction(self, bits: int) -> None:
        before = self.tags[self.at - 1] if self.at else 0
        owner = self.clauses.owner.get(self.at - 1)
        if self.found is None and owner is not None and owner.form is PARTICIPLE:
            pass  # "a man shot and killed by police had fired 12 shots"
        elif self.found is None or self.lower[self.at] not in self.clauses.roles.joining:
            self.done = self.found is not None or not bits & pos.ADV
        elif self.at - 1 in self.clauses.owner or not before & (NOMINAL | pos.NUM | pos.ADJ):
            self.done = True
        elif not before & (NOMINAL | pos.NUM):
            self.at -= 1  # "eastern and northern Chile"
        else:
            self.joined = True
        self.at -= 1

    def _preposition(self, bits: int) -> None:
        """What follows a preposition is no subject, but for "since" before a clause and "in" before a time."""
        if self.found is not None:
            first = self.found.first
            owned = (self.tags[first] | self.tags[first - 1]) & pos.POSS  # "organisers of Sunday's march"
            time = not owned and any(map(self.clauses.is_time, range(self.at + 1, first)))
            if bits & pos.CONJ or time:
                self.done = True
                return
        self.spare = self.spare or self.found
        self.found = None
        self.at -= 1

    def _group(self) -> None:
        if self.found is not None and not self.joined:
            self.done = True
            return
        group = self.clauses.group_before(self.at + 1)
        if group is not None:
            self.found, self.joined = group, False
            self.at = group.first
        self.at -= 1

    def _past_apposition(self) -> int:
        """From a comma before the verb to the token before the apposition it closes, and before an age in it."""
        comma = self.at
        for j in range(comma - 1, max(0, comma - LONGEST), -1):
            before = self.tags[j - 1]
            if self.lower[j] == "," and before & (NOMINAL | pos.NUM):
                age = before & pos.NUM and not before & NOMINAL and j > 2 and self.lower[j - 2] == ","
                return j - 3 if age else j - 1
        return comma

    def _open_bracket(self) -> int:
        for j in range(self.at - 1, max(-1, self.at - REACH), -1):
            if self.lower[j] == "(":
                return j
        return self.at

    def _is_place(self, group: Group) -> bool:
        """Is a name between commas only the nation or state of the place before it ("in Almera, Spain, ...")?"""
        if group.last - group.first > 2 or self.lower[self.at] != "," or not self.tags[self.at - 1] & pos.NAME:
            return False
        closed = group.last < len(self.lower) and self.lower[group.last] == ","
        nations = self.clauses.rulebook.lexicon.nations
        return closed and nations.is_place(self.clauses.sentence.slice(group.first, group.last))

    def _unglued(self) -> Group | None:
        """The end of a group that a phrase before it has run into: "elsewhere in Chad rebels attacked", "in Tuesday's
        attack rebels killed"."""
        group = self.spare
        if group is None or self.tags[group.head] & pos.NAME:
            return None
        if self.tags[group.first] & pos.POSS and self.tags[group.head] & pos.NOUNS:
            return Group(group.head, group.last, group.head)
        for i in range(group.head - 1, group.first - 1, -1):
            if self.tags[i] & pos.NAME:
                return Group(i + 1, group.last, group.head)
        return None
