"""Comparison levels: how two figures compare in each part, and the bits that each level adds."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import log2
from typing import NamedTuple

from figurecheck.matching.both import Both
from figurecheck.matching.event import Event
from figurecheck.matching.intervals import meet
from figurecheck.matching.line import Line, kin
from figurecheck.matching.names import Name
from figurecheck.matching.names import level as name_level
from figurecheck.matching.words import evidence
from figurecheck.matching.words import weight as weigh
from figurecheck.model import Part
from figurecheck.rulebook import Rulebook


class Step(NamedTuple):
    """One step of the waterfall; becomes a Reason."""

    part: Part
    level: str
    weight: float
    detail: str


CROWD = 3
"""Values in one unit or of one noun that an article may give before they tell little apart."""
SIDED = frozenset(
    (
        ("actor", "other"),
        ("actor", "other_side"),
        ("target", "other"),
        ("target", "other_side"),
        ("subject", "other_side"),
    )
)
"""The parts and levels at which two figures belong to two sides."""


def steps(left: Line, right: Line, both: Both, book: Rulebook) -> list[Step]:
    """The waterfall of a pair, before its rivals are weighed."""
    return [
        *_start(both, book),
        _unit(left, right, both, book),
        _subject(left, right, book),
        _action(left, right, book),
        _actor(left, right, book),
        _named("target", left.target, right.target, book),
        _place(left, right, both.names, book),
        *_when(left, right, both.event, book),
        *_scope(left, right, book),
        _near(left, right, both, book),
        *_topic(left, right, both, book),
        *_beside(left, right, book),
        *_modifiers(left, right, book),
        *_source(left, right, book),
        *_nationality(left, right, both, book),
        *_person(left, right, both, book),
        *_crowd(left, right, both, book),
    ]


def barred(left: Line, right: Line, book: Rulebook) -> bool:
    """Can two counts not be one: by what is counted, or by what was done? Asked first, as it costs the least."""
    if left.measure.family != "count":
        return False
    if _part_of_unknown(left, right) or _part_of_unknown(right, left):
        return True
    return action_level(left.action, right.action, book) == "other" or subject_level(left, right, book) == "other"


def _part_of_unknown(one: Line, other: Line) -> bool:
    """Children and "another two people": neither is a part of the other."""
    return bool(one.groups) and other.partial and not other.groups


def _add(book: Rulebook, part: Part, level: str, detail: str) -> Step:
    return Step(part, level, book.matching.levels[part][level], detail)


def _start(both: Both, book: Rulebook) -> Iterator[Step]:
    event, rules = both.event, book.matching
    yield Step("words", "prior", rules.start, "before anything is compared")
    bits = min(event.bits, rules.words["event_share"])
    yield Step("words", "event", round(bits, 2), f"both articles: {', '.join(event.shared) or 'no telling word'}")


def _unit(left: Line, right: Line, both: Both, book: Rulebook) -> Step:
    a, b = left.measure, right.measure
    level = "same" if (a.unit, a.per) == (b.unit, b.per) else "converted"
    if a.unit and a.family.partition(" ")[0] not in book.matching.everyday and _values(left, right, both) <= CROWD:
        level = "rare"
    return _add(book, "unit", level, f"{a.unit or a.family}, {b.unit or b.family}")


def _subject(left: Line, right: Line, book: Rulebook) -> Step:
    detail = f"{left.figure.subject.text or '-'} / {right.figure.subject.text or '-'}"
    return _add(book, "subject", subject_level(left, right, book), detail)


def subject_level(left: Line, right: Line, book: Rulebook) -> str:
    """How what is counted compares, by the names of the levels in rules/matching.toml."""
    rules, count = book.matching, left.measure.family == "count"
    if left.owner and right.owner and not left.owner & right.owner:
        return "other_side"
    if left.head and left.head == right.head:
        return "same_people" if left.head in rules.people else "same_noun"
    if left.groups and right.groups and not left.groups & right.groups:
        return "other"
    if kin(left, right, book):
        return "kin"
    if left.person and right.person:
        specific = left.head not in rules.people and right.head not in rules.people and left.head and right.head
        return "other_people" if specific and not left.groups & right.groups else "people"
    if left.head is None or right.head is None:
        return "left_out"
    if left.concept and right.concept:
        is_a = book.lexicon.is_a
        if is_a(left.concept, right.concept) or is_a(right.concept, left.concept):
            return "same_class"
        return "other" if count else "other_words"
    return "unlike" if count else "other_words"


def _action(left: Line, right: Line, book: Rulebook) -> Step:
    level = action_level(left.action, right.action, book)
    if level == "other" and left.measure.family != "count":
        level = "other_measured"
    return _add(book, "action", level, f"{left.action or '-'} / {right.action or '-'}")


def action_level(left: str | None, right: str | None, book: Rulebook) -> str:
    """How two actions compare: same, near, sum (one is a part of the other), vague, unknown, other."""
    rules = book.matching
    if left is None or right is None:
        return "unknown"
    if left == right:
        return "vague" if left in rules.vague else "same"
    if right in rules.sums.get(left, ()) or left in rules.sums.get(right, ()):
        return "sum"
    if left in rules.vague or right in rules.vague:
        return "toll_or_not" if left in rules.running or right in rules.running else "unknown"
    return "near" if frozenset((left, right)) in rules.near else "other"


def sided(left: Line, right: Line, found: Sequence[Step], book: Rulebook) -> list[int]:
    """The steps at which two figures belong to two sides. Of tolls only nations make sides: other names are loose."""
    toll = left.action in book.matching.running or right.action in book.matching.running
    return [
        i for i, step in enumerate(found) if (step.part, step.level) in SIDED and not (toll and step.level == "other")
    ]


def _actor(left: Line, right: Line, book: Rulebook) -> Step:
    """Who did it. Where no verb says what, two sides may have done it together: "Peru agrees a loan with Chile"."""
    step = _named("actor", left.actor, right.actor, book)
    if step.level == "other_side" and {left.action, right.action} <= book.matching.vague:
        return _add(book, "actor", "other", step.detail)
    return step


def _named(part: Part, left: Name | None, right: Name | None, book: Rulebook) -> Step:
    level = name_level(left, right, book.matching.alike)
    return _add(book, part, level, f"{left.text if left else '-'} / {right.text if right else '-'}")


def _place(left: Line, right: Line, others: tuple[frozenset[str], frozenset[str]], book: Rulebook) -> Step:
    a, b = left.place, right.place
    level = name_level(a, b, book.matching.alike)
    if a and b and level != "same" and level != "unknown":
        if a.around and b.around and not a.around & b.around:
            level = "other_nation"
        elif a.words & others[1] or b.words & others[0] or a.nations or b.nations:
            level = "named_there"
        else:
            level = "other"
    return _add(book, "place", level, f"{a.text if a else '-'} / {b.text if b else '-'}")


def _when(left: Line, right: Line, event: Event, book: Rulebook) -> Iterator[Step]:
    meeting = False
    running = left.action in book.matching.running and right.action in book.matching.running
    if left.days and right.days:
        if _other_span(left.days, right.days):
            yield _add(book, "when", "other_span", f"{'..'.join(left.days)} / {'..'.join(right.days)}")
        apart = _apart(left.days, right.days)
        meeting = apart == 0
        away = f"{_gap(apart)}_{'apart' if running else 'off'}"
        level = "same_day" if left.days == right.days else "overlap" if meeting else away
        yield _add(book, "when", level, f"{left.days[0]} / {right.days[0]}")
    if event.days is None and running and not meeting:
        yield _add(book, "when", "undated", "one is not dated")
    if event.days is not None and not meeting:
        kind = "" if running else "measured_"
        yield _add(book, "when", f"{kind}{_gap(event.days)}", f"published {event.days} days apart")


LONG, LONGER = 28, 5
"""Days of a span that adds up what happened in it, and how many times as long a span of another sum is."""


def _other_span(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Is one of two spans of a month or longer but a small part of the other: a month, of a year?"""
    short, long = sorted((date.fromisoformat(b) - date.fromisoformat(a)).days + 1 for a, b in (left, right))
    return short >= LONG and long >= LONGER * short


def _gap(days: int) -> str:
    return "near" if days <= 3 else "week" if days <= 7 else "month" if days <= 31 else "other"


def _apart(left: tuple[str, str], right: tuple[str, str]) -> int:
    """Days between the ends of two spans; 0 where they overlap."""
    if left[0] <= right[1] and right[0] <= left[1]:
        return 0
    first, last = (left[1], right[0]) if left[1] < right[0] else (right[1], left[0])
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _scope(left: Line, right: Line, book: Rulebook) -> Iterator[Step]:
    for number in sorted(left.scope.keys() | right.scope.keys()):
        a, b = left.scope.get(number, frozenset()), right.scope.get(number, frozenset())
        if a and b and not a & b:
            yield _add(book, "words", "scope", f"{', '.join(sorted(a))} / {', '.join(sorted(b))}")
        elif not (a and b):
            yield _add(book, "words", "one_sided_scope", ", ".join(sorted(a | b)))
    if left.apart != right.apart and not left.apart & right.apart:
        yield _add(book, "words", "apart", ", ".join(sorted(left.apart ^ right.apart)))
    if left.subset != right.subset and (left.measure.family != "count" or (left.subset and right.subset)):
        yield _add(book, "words", "subset", "a part / the whole")
    if left.foreseen != right.foreseen and not left.to_come and not right.to_come:
        yield _add(book, "words", "foreseen", "what was foreseen / what came")
    if left.whole and right.whole and not meet(left.whole, right.whole):
        yield _add(book, "words", "other_whole", "parts of two wholes")
    if left.years and right.years and not left.years & right.years:
        yield _add(book, "words", "years", f"{min(left.years)} / {min(right.years)}")
    if (left.measure.change is None) != (right.measure.change is None):
        yield _add(book, "words", "one_sided_scope", "a change / a level")
    if left.action in book.matching.running and right.action in book.matching.running:
        if left.kinds and right.kinds and not left.kinds & right.kinds:
            yield _add(book, "words", "other_kind", "another kind of event")
        if left.several != right.several:
            yield _add(book, "words", "several", "several events / one")


def _near(left: Line, right: Line, both: Both, book: Rulebook) -> Step:
    words = [word for word in left.near if word in right.near]
    shared = sum(min(left.near[word], right.near[word]) * both.words[word] for word in words)
    size = min(both.size(left), both.size(right))
    telling = sorted(words, key=lambda word: (-both.words[word], word))[:5]
    bits = evidence(shared, size, book.matching, "local")
    return Step("words", "near", round(bits, 2), ", ".join(telling) or "no word shared")


def _topic(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """What the clauses of two measures speak of: "household spending" here and there; counts say what they count."""
    if left.measure.family.partition(" ")[0] not in book.matching.topical or not left.topic or not right.topic:
        return
    shared = left.topic & right.topic
    weight = sum(weigh(word, both.names[0] | both.names[1], book.words, book.matching) for word in shared)
    share = len(shared) / min(len(left.topic), len(right.topic))
    if share > 0.5 and weight >= book.matching.words["topic"]:
        yield _add(book, "subject", "same_topic", ", ".join(sorted(shared)))
    elif not shared:
        yield _add(book, "subject", "other_topic", "the clauses open with other words")


def _beside(left: Line, right: Line, book: Rulebook) -> Iterator[Step]:
    for one, other in zip(left.beside, right.beside, strict=True):
        if one and one == other:
            yield _add(book, "words", "beside", one)


def _modifiers(left: Line, right: Line, book: Rulebook) -> Iterator[Step]:
    a, b = left.modifiers, right.modifiers
    if a and b and left.head == right.head:
        level = "same_modifier" if a & b else "other_modifier"
        yield _add(book, "subject", level, f"{', '.join(sorted(a))} / {', '.join(sorted(b))}")


def _source(left: Line, right: Line, book: Rulebook) -> Iterator[Step]:
    """Two bodies that each give a figure (a poll, an index) seldom measure one thing, but where they count a toll."""
    rules = book.matching
    if left.measure.family.partition(" ")[0] not in rules.everyday or left.action in rules.running:
        return
    if left.pollsters and right.pollsters and not left.pollsters & right.pollsters:
        yield _add(book, "words", "other_poll", f"{min(left.pollsters)} / {min(right.pollsters)}")
        return
    if name_level(left.speaker, right.speaker, rules.alike) != "other":
        return
    if left.speaker and right.speaker and left.speaker.proper and right.speaker.proper:
        yield _add(book, "words", "other_source", f"{left.speaker.text} / {right.speaker.text}")


def _nationality(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """People of a nation that the other article does not speak of are a part of the people that it counts."""
    for one, other, nations in ((left, right, both.nations[1]), (right, left, both.nations[0])):
        if one.person and one.owner and not other.owner and not one.owner & nations:
            yield _add(book, "words", "only_nation", f"{', '.join(sorted(one.owner))} only")


def _person(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """Two ages are of one person only where a name close to both, which is no place's, says so."""
    if left.measure.family != "age":
        return
    shared = _names(left, both.names[0]) & _names(right, both.names[1])
    if not shared - left.elsewhere - right.elsewhere:
        yield _add(book, "words", "other_person", "no name by both")


def _crowd(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """One of many values of an article, in one unit or of one noun, is less likely the one that another means.

    Tolls have their actions to tell them apart, money and shares the topics of their clauses.
    """
    if left.action in book.matching.running or left.measure.family.partition(" ")[0] in book.matching.topical:
        return
    values = _values(left, right, both)
    if values > CROWD:
        weight = round(book.matching.levels["words"]["crowd"] * log2(values / CROWD), 2)
        yield Step("words", "crowd", weight, f"{values} values of {left.crowd[1] or left.crowd[0]} in one article")


def _values(left: Line, right: Line, both: Both) -> int:
    """How many values of its unit or noun the article gives that gives more of them."""
    return max(crowd.get(line.crowd, 1) for crowd, line in zip(both.crowds, (left, right), strict=True))


def _names(line: Line, names: frozenset[str]) -> frozenset[str]:
    """The names close to a figure, or else those of its sentence."""
    return names & line.close or names & line.near.keys()
