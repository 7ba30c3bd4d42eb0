"""How what two figures count compares."""

from figurecheck.matching.both import Both
from figurecheck.matching.levels.action import action_level
from figurecheck.matching.line import Line
from figurecheck.matching.singles import PERSON
from figurecheck.matching.step import Step, weighed
from figurecheck.matching.words import weight
from figurecheck.rulebook import Rulebook

MUCH = 0.5
"""The share of the first words of a clause that two of one topic have in common is larger."""

TOLD_OF_ONE = ("same", "vague", "near")
"""Levels of action at which two statistics of one name may be one."""


def subject(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """What is counted, and what goes with the noun."""
    texts = left.figure.subject.text or None, right.figure.subject.text or None
    return weighed(book, "subject", subject_level(left, right, book), "{} / {}", *texts)


def subject_level(left: Line, right: Line, book: Rulebook) -> str:
    """How what is counted compares, by the names of the levels in rules/matching.toml."""
    rules = book.matching
    if left.owner and right.owner and not left.owner & right.owner:
        return "other_side"
    if left.head and left.head == right.head:
        return "same_people" if left.head in rules.people else "same_noun"
    if left.camps and right.camps and not left.camps & right.camps:
        return "other_camp"
    if left.groups and right.groups and not left.groups & right.groups:
        return "other"
    if not left.kin.isdisjoint(right.kin) or rules.one_word(left.head, right.head):
        return "kin"
    if left.person and right.person:
        if left.concept == right.concept not in (None, PERSON):
            return "same_class"
        anybody = rules.people | rules.cases
        specific = left.head not in anybody and right.head not in anybody and left.head and right.head
        return "other_people" if specific and not left.groups & right.groups else "people"
    if left.head is None or right.head is None or not rules.bare.isdisjoint((left.head, right.head)):
        unsaid = (
            left.head == right.head and left.measure.family == "count" and {left.action, right.action} <= rules.vague
        )
        return "unsaid" if unsaid else "left_out"
    return _concepts(left, right, book)


def _concepts(left: Line, right: Line, book: Rulebook) -> str:
    """How two nouns compare that are not one: of one class, or of two."""
    count, is_a = left.measure.family == "count", book.lexicon.is_a
    if left.concept and right.concept:
        if left.concept == right.concept in book.matching.wide:
            return "other_words"
        if is_a(left.concept, right.concept) or is_a(right.concept, left.concept):
            return "same_class"
        return "other" if count else "other_words"
    return "unlike" if count else "other_words"


def modifiers(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """What stands before one noun, here and there."""
    a, b = left.modifiers, right.modifiers
    shared = not a.isdisjoint(b)
    if left.head != right.head and (not shared or left.kin.isdisjoint(right.kin)):
        return ()
    return weighed(book, "subject", "same_modifier" if shared else "other_modifier", "{} / {}", a, b)


def sort(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Of which sort of a thing they are, where both clauses name one."""
    a, b = left.scope.sorts, right.scope.sorts
    apart = [row for row in a if row in b and a[row] != b[row]]
    return weighed(book, "subject", "other_sort", "two sorts of one kind") if apart else ()


def topic(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """What the clauses of two measures speak of: "household spending" here and there; counts say what they count."""
    a, b, rules = left.around.topic, right.around.topic, book.matching
    if same := _statistics(left, right, both, book):
        return weighed(book, "subject", "same_statistic", "{}", same)
    shared = a & b
    if not shared:
        if left.scope.lasting is not None and right.scope.lasting is not None:
            return ()
        return weighed(book, "subject", "other_topic", "the clauses open with other words")
    if len(shared) > MUCH * min(len(a), len(b)):
        names = both.names[0] | both.names[1]
        weighs = sum(weight(word, names, book.words, rules) for word in shared)
        if weighs >= rules.words["topic"]:
            return weighed(book, "subject", "same_topic", "{}", shared)
    return ()


def _statistics(left: Line, right: Line, both: Both, book: Rulebook) -> frozenset[str]:
    """The statistics of one nation that both clauses name: "economy" here, "gross domestic product" there."""
    if action_level(left.action, right.action, book) not in TOLD_OF_ONE or both.nations[0].isdisjoint(both.nations[1]):
        return frozenset()
    for line, told in ((left, both.nations[1]), (right, both.nations[0])):
        if line.holder and line.holder.name.nations and line.holder.name.nations.isdisjoint(told):
            return frozenset()  # "Kenya, which had core inflation of": of a nation that only one speaks of
    of = book.matching.statistic_of
    one, other = ({of[word] for word in (*line.around.topic, line.head or "") if word in of} for line in (left, right))
    return frozenset(one & other)
