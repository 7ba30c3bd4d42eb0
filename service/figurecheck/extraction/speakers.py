"""Who speaks: the noun group that a verb of saying is said of, before the verb or behind it."""

from typing import Final

from figurecheck.extraction.grammar import FINITE, GERUND, QUOTES, Group, Verb
from figurecheck.extraction.place_names import is_name
from figurecheck.extraction.sources import SourceNamer
from figurecheck.rulebook import words as pos

CLOSERS: Final = frozenset({",", ".", ";", ":", "?", "!", ")"})


class SpeakerReader(SourceNamer):
    """Finds the speakers of one sentence."""

    def speaking(self, verb: Verb) -> Group | None:
        """Who says it: before the verb, or after it (`..., said Thomas Bojorquez`)."""
        main = self.clauses.main(verb) if verb.form is GERUND else verb
        before = self.lower[verb.first - 1] if verb.first else ""
        quoted = (before == "," and not self._aged(verb.first)) or before in QUOTES
        after = self._after(verb)
        turned = verb.lemma != "tell" and verb.lemma not in self.tables.accusations
        if quoted and after is not None and turned and (self._ends(after) or self._set_off(verb, after)):
            return after
        titled = self.clauses.group_before(verb.first)
        if titled is not None and self.namer.person(titled):
            return titled  # "the chief of staff Sir Tony Radakin said"
        group = self.clauses.subject(main) if main else None
        if group is not None and self.can_speak(group):
            return group
        if titled is not None and self.can_speak(titled) and self.lower[verb.last :] in ([], ["."]):
            return self._past_figure(titled)
        return after if after is not None and (quoted or self._ends(after)) and verb.lemma != "tell" else None

    def _past_figure(self, group: Group) -> Group:
        """What is left of a group behind the figure that runs into it: "injuring 12 others local sources say"."""
        tags, others = self.clauses.tags, self.others
        ends = (i + 1 for i in range(group.first, group.head) if tags[i] & pos.NUM or self.lower[i] in others)
        return Group(max(ends, default=group.first), group.last, group.head)

    def _aged(self, i: int) -> bool:
        """Does an age behind its name end before token i: "Ann Smith, 43, said"?"""
        return i > 2 and i - 2 in self.clauses.figures and self.lower[i - 3] == ","

    def _after(self, verb: Verb) -> Group | None:
        """The name or speaker right after a verb of saying, where no figure is."""
        group = self.clauses.group_at(verb.last) if verb.last < len(self.lower) else None
        group = self._named_first(group) if group is not None else None
        if (
            group is None
            or not self.can_speak(group)
            or any(group.first <= i < group.last for i in self.clauses.figures)
        ):
            return None
        return group

    def _named_first(self, group: Group) -> Group:
        """The name alone, where copy without its commas sets behind it who that is: "said Ann Smith a soldier"."""
        told = (i for i in range(group.first + 1, group.head) if self.lower[i] in self.roles.indefinite)
        end = next(told, group.last)
        named = end < group.last and is_name(self.sentence, end - 1)
        return Group(group.first, end, end - 1) if named else group

    def _ends(self, group: Group) -> bool:
        """Does nothing that is told follow a group?"""
        return not any(
            verb.first >= group.last and verb.form is FINITE for verb in self.clauses.verbs
        ) and self._closed(group)

    def _set_off(self, verb: Verb, group: Group) -> bool:
        """ "Five died, said Ann Smith, who runs the clinic": a name behind what is told, whatever follows it."""
        return verb.lemma in self.roles.saying and is_name(self.sentence, group.head) and self._closed(group)

    def _closed(self, group: Group) -> bool:
        following = self.lower[group.last] if group.last < len(self.lower) else "."
        return (
            following in CLOSERS
            or group.last >= len(self.lower)
            or bool(self.clauses.tags[group.last] & (pos.REL | pos.PREP))
        )
