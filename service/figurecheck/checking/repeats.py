"""Figures that an article tells again in other words: "shut for 14 weeks ... the closure will last 16 weeks"."""

from collections.abc import Iterator

from figurecheck.checking.antecedents import nouns_of
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import bare, ends, holds, phrases, singles
from figurecheck.checking.slips import is_mistyped, is_turned, may_be_slip
from figurecheck.checking.values import vague
from figurecheck.matching.singles import PERSON
from figurecheck.model import Bound, Figure, Kind, LinkType

SURE, NEAR, TURNED = 2.0, 1.4, 3.0
"""So many times at most two tellings of one length of time lie apart, of one count, and of one with turned digits."""
YEAR = 4
"""The digits of a year."""
BESIDE = 6
"""So many words beside a length of time name what lasts it."""


def told_again(passage: Passage, i: int, view: View) -> Iterator[Figure]:
    """The one figure that figure i tells again, where its sentence says that it takes up what was told."""
    figure = passage.figures[i]
    if not _is_plain(figure) or holds(_around(passage, i), phrases(view.rule, "not_again")):
        return
    before = [other for other in view.page.body if other.start < passage.start]
    if figure.kind == Kind.DURATION:
        found = _lengths(passage, i, before, view)
    elif figure.kind in (Kind.COUNT, Kind.MONEY, Kind.MEASURE):
        found = (
            _counts(passage, i, before, view)
            or _befallen(passage, i, before, view)
            or _priced(passage, i, before, view)
        )
    else:
        return
    if len(found) == 1:
        yield found[0]


def _is_plain(figure: Figure) -> bool:
    quantity = figure.quantity
    tied = any(link.type != LinkType.SAME_AS for link in figure.links)
    return not (tied or quantity.change or vague(figure)) and quantity.bound in (Bound.EXACT, Bound.ABOUT)


def _around(passage: Passage, i: int) -> Words:
    return (*passage.before(i)[-BESIDE:], *passage.after(i)[:2])


def _alike(figure: Figure, other: Figure, most: float, view: View) -> bool:
    mine, theirs = figure.quantity, other.quantity
    same = figure.kind == other.kind and mine.unit == theirs.unit and mine.per == theirs.per and _is_plain(other)
    return same and may_be_slip(view.page.measure(figure).interval, view.page.measure(other).interval, most)


def _lengths(passage: Passage, i: int, before: list[Passage], view: View) -> list[Figure]:
    """What was told to last before, by a word for what lasts figure i: "shut ... the closure"."""
    figure, told = passage.figures[i], _lasting(passage, i, view)
    if not told:
        return []
    return [
        other
        for where in before
        for k, other in enumerate(where.figures)
        if _alike(figure, other, SURE, view) and holds((*where.before(k)[-12:], *where.after(k)[:BESIDE]), told)
    ][:2]


def _phrases_of(lasting: str | None, view: View) -> frozenset[Words]:
    """The words that tell of what a noun names: of "closure", "shut" and "close"; none of another noun."""
    told = view.rule.settings.get("spells", {}).get(lasting)
    if told is None:
        return frozenset()
    return frozenset(tuple(str(phrase).split()) for phrase in (*told, lasting))


def _lasting(passage: Passage, i: int, view: View) -> frozenset[Words]:
    """The words for what lasts figure i, where the copy takes it up: "the closure will last 16 weeks", "the 45 days of
    the outage", "his five-year sentence", "all of the 32 days that it is shut"."""
    spells = view.rule.settings.get("spells", {})
    lead, behind = passage.before(i)[-BESIDE:], passage.after(i)[:BESIDE]
    if "-" in passage.figures[i].quote or behind[:1] in (("'",), ("'s",)):
        noun = next((word for word in behind[:2] if word in spells), None)
        return _phrases_of(noun, view) if lead[-1:] and lead[-1] in singles(view.rule, "takes_up") else frozenset()
    if ends(lead, phrases(view.rule, "lasts")):
        return _phrases_of(next((word for word in lead if word in spells and "the" in lead), None), view)
    if (
        ends(lead, phrases(view.rule, "definite"))
        and behind[:1] == ("of",)
        and behind[1:2]
        and behind[1] in singles(view.rule, "owned")
    ):
        return _phrases_of(behind[2] if len(behind) > 2 else None, view)
    if ends(lead, phrases(view.rule, "definite")) and behind[:1] == ("that",):
        verbs = [told for noun in spells if holds(behind, told := _phrases_of(noun, view))]
        return frozenset().union(*verbs)
    return frozenset()


def _counts(passage: Passage, i: int, before: list[Passage], view: View) -> list[Figure]:
    """What counts or measures the same, where figure i takes it up, and the two are near or have the same digits."""
    figure = passage.figures[i]
    if "-" in figure.quote or (not named(figure) and figure.kind == Kind.COUNT):
        return []
    lead = bare(passage.before(i), singles(view.rule, "fillers"))
    strong = ends(lead, phrases(view.rule, "takes_up_by")) or _named_before(lead, before, view)
    definite = ends(passage.before(i), phrases(view.rule, "definite"))
    found = [
        other
        for where in before
        for other in where.figures
        if _alike(figure, other, _reach(figure, other), view)
        and _one_noun(figure, other, view)
        and (strong or (is_turned(figure.quote, other.quote) and (definite or _is_long(figure))))
    ]
    turned = [other for other in found if is_turned(figure.quote, other.quote)]
    rest = [f for where in before for f in where.figures if f not in found and _same_noun(figure, f)]
    return turned or ([] if rest else found)


def _befallen(passage: Passage, i: int, before: list[Passage], view: View) -> list[Figure]:
    """ "An avalanche killed 34 people on Sunday ... The avalanche killed 43": whom one event befell, told again."""
    deed = _deed(passage, i, view)
    behind = passage.after(i)[:1]
    if deed is None or passage.before(i)[0] != "the" or set(behind) & singles(view.rule, "narrower"):
        return []
    figure = passage.figures[i]
    every = [(other, where, k) for where in before for k, other in enumerate(where.figures)]
    told = [(other, where, k) for other, where, k in every if _deed(where, k, view) == deed]
    alike = [other for other, _, _ in told if other.context.action == figure.context.action]
    alike = [other for other in alike if not named(figure) or _same_noun(figure, other)]
    alike = [other for other in alike if _speaker(figure) in (None, _speaker(other))]
    near = [other for other in alike if _alike(figure, other, TURNED, view)]
    return near if len(near) == len(told) else []


def _speaker(figure: Figure) -> str | None:
    told = figure.context.attribution
    return told.speaker if told else None


def _deed(passage: Passage, i: int, view: View) -> tuple[str, str | None] | None:
    """The event that opens the sentence of figure i and what it did: ("avalanche", "kill")."""
    lead = passage.before(i)
    opened = len(lead) > 2 and not i and lead[0] in singles(view.rule, "articles")
    noun = next(iter(nouns_of(lead[1:], view)), None) if opened else None
    verb = view.book.words.verb(lead[-1]) if noun in singles(view.rule, "once") else None
    return (noun, verb) if noun and verb else None


def _priced(passage: Passage, i: int, before: list[Passage], view: View) -> list[Figure]:
    """ "The prize, worth $5,000, went to ... the $50,000 prize": the one sum that was told beside the noun it names, or
    with the words that tell of such a payment: "bought for £2.4 million ... the £4.2 million price"."""
    figure, lead, behind = passage.figures[i], passage.before(i), passage.after(i)[:1]
    noun = behind[0] if behind and lead[-1:] == ("the",) else lead[-2] if lead[-3:-2] == ("the",) else ""
    if figure.kind != Kind.MONEY or (behind != (noun,) and lead[-1:] != ("of",)):
        return []
    paid = frozenset(tuple(told.split()) for told in view.rule.settings.get("payments", {}).get(noun, ()))
    every = [(other, where, k) for where in before for k, other in enumerate(where.figures) if other.kind == Kind.MONEY]
    told = [(other, where, k) for other, where, k in every if noun in where.words or paid]
    if len(told) != 1 or passage.after(i)[1:2] == ("of",):  # "the £4 million price of its next purchase"
        return []
    other, where, k = told[0]
    around = (*where.before(k)[-BESIDE:], *where.after(k)[:1])
    beside = noun in around and _alike(figure, other, _reach(figure, other), view)
    slip = is_turned(figure.quote, other.quote) or is_mistyped(figure.quote, other.quote)
    dated = holds(where.words, phrases(view.rule, "then")) or any(map(_is_year, where.words))
    pays = slip and not dated and holds(where.words, paid) and _alike(figure, other, TURNED, view)
    return [other] if (beside or pays) and not holds(around, phrases(view.rule, "other_sums")) else []


def _is_year(word: str) -> bool:
    return len(word) == YEAR and word.isdigit()


def _reach(figure: Figure, other: Figure) -> float:
    """Digits that are turned may be further off."""
    return TURNED if is_turned(figure.quote, other.quote) else NEAR


def _one_noun(figure: Figure, other: Figure, view: View) -> bool:
    """Do the two count one thing by its noun, or people of whom the same is told by their digits?"""
    if figure.kind != Kind.COUNT:
        heads = figure.subject.head, other.subject.head
        return heads[0] == heads[1] and (heads[0] is not None or other is view.page.body[0].figures[0])
    people = all(view.book.lexicon.is_a(one.subject.concept, PERSON) for one in (figure, other))
    return _same_noun(figure, other) or (people and is_turned(figure.quote, other.quote) and _is_long(figure))


def _same_noun(figure: Figure, other: Figure) -> bool:
    return figure.subject.head is not None and figure.subject.head == other.subject.head


def _is_long(figure: Figure) -> bool:
    """Is the number so large that few share its digits?"""
    return float(figure.quantity.stated or 0) >= 1000


def _named_before(lead: Words, before: list[Passage], view: View) -> bool:
    """ "It is recalling 62,000 bottles ... said the recall of 26,000 bottles": a noun of what was told as done."""
    if len(lead) < 2 or lead[-1] != "of":
        return False
    if lead[-4:-2] in (("with", "a"), ("with", "an")):
        return lead[-2] not in singles(view.rule, "no_deeds")
    verb = view.book.words.verb(lead[-2]) if lead[-3:-2] and lead[-3] in singles(view.rule, "takes_up") else None
    if verb is None or lead[-2] in singles(view.rule, "no_deeds"):
        return False
    return any(view.book.words.verb(word) == verb for where in before[:3] for word in where.words)
