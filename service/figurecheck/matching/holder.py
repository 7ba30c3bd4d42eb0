"""Whose a figure is: the name that acts, has or gets it, where two articles may mix up two."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from figurecheck.matching.candidates import ENDS, NOUN, VERB, Named, Role, goes_before, named, tags_of
from figurecheck.matching.names import Name
from figurecheck.matching.said import Said, Token
from figurecheck.matching.scope import clause
from figurecheck.rulebook import Rulebook, tags

_ORDER: tuple[Role, ...] = ("acts", "gets", "by", "with", "of", "says")
"""The parts by which a name may be whose a figure is, the surest first."""
_BEHIND = ("gets", "by")
"""Those of a name that stands behind the figure."""


class Holder(NamedTuple):
    """A name whose a figure is. `sole`: no other name may be it; `deal`: its clause has something change hands;
    `near`: the capitalised words of its sentence, in lower case; `says`: it only says how many; `titled`: its sentence
    is written as titles are."""

    name: Name
    sole: bool
    deal: bool
    near: frozenset[str]
    says: bool = False
    titled: bool = False


def holder(said: Said, span: tuple[int, int], after: int, book: Rulebook) -> Holder | None:
    """The last name before a figure, from offset `after` on, that stands behind no preposition and before no noun.

    That is whoever acts or is acted upon: "the court fined Orvix 79 million", "Orvix was fined 79 million". Where none
    does, whoever follows it as the one who got it ("79 million went to Orvix") or with "by" ("homes built by Orvix"),
    stands before it with "with" ("with Orvix building homes"), has those who act ("the crew of the Aurora"), or says
    it.
    """
    before = [token for token in said.tokens if after <= token.start < span[0]]
    does = _doer(before, book)
    found = [one for one in named(before, said, book) if one.end >= does]
    related = (
        _antecedent(before, found, book)
        or _apposed(before, found, book)
        or _in_tally(said, span, book)
        or _whose_aside(before, found, book)
    )
    if related is not None:
        return _holder(related, [related], said, span, book)
    for role in _ORDER:
        names = _behind(role, said, span[1], book) if role in _BEHIND else found
        ones = [one for one in names if one.role == role]
        if ones:
            one = _holder(ones[0 if role in _BEHIND else -1], ones, said, span, book)
            says = role == "says" and not _tells_of_own(before, book)
            return one._replace(says=says, deal=one.deal or (role == "gets" and _given(said, span[1], book) > 0))
    return None


def _behind(role: Role, said: Said, at: int, book: Rulebook) -> Sequence[Named]:
    """The names behind a figure that ends at an offset: those of its clause, or the one to whom a verb gives it, or
    who acts behind the comma of what opens the sentence: "With 43% behind him, Alder leads"."""
    if role == "by":
        return named(_clause_behind(said, at), said, book)
    first = _given(said, at, book) or _behind_opening(said, at, book)
    behind = [token for token in said.tokens if token.start >= first]
    found = named(behind, said, book)[:1] if first else ()
    if not found or not all(goes_before(token, book) for token in behind[: found[0].first]):
        return ()
    return [found[0]._replace(role=role)]


def _given(said: Said, at: int, book: Rulebook) -> int:
    """Where the words end that, right behind a figure that ends at an offset, lead to who got it; 0: there are none."""
    found = book.matching.given_to.match(said.text, at - said.start)
    return said.start + found.end() if found else 0


def _behind_opening(said: Said, at: int, book: Rulebook) -> int:
    """Where the comma ends that closes what opens a sentence, around a figure that ends at an offset; 0: it is none."""
    opens = said.tokens[0].word.low in book.matching.openings if said.tokens else False
    comma = next((token for token in said.tokens if token.text in ENDS), None)
    return comma.end if opens and comma and comma.text == "," and comma.start >= at else 0


def _in_tally(said: Said, span: tuple[int, int], book: Rulebook) -> Named | None:
    """Of "Alder leads Moss by 48% to 45%" the first is of whom the sentence names first, the second of the other."""
    rules, before, behind = book.matching, said.slice(said.start, span[0]), said.slice(span[1], said.end)
    opens = rules.margin_alone.search(before) if rules.margin_against.match(behind) else None
    second = None if opens else rules.tally_second.search(before)
    at = opens or second
    if at is None:
        return None
    told = [token for token in said.tokens if token.end <= said.start + at.start()]
    names = named(told, said, book)
    last = names.pop() if len(names) > 1 else None
    if second is not None:
        return last
    while last and names and names[-1].end == last.first - 1 and told[names[-1].end].text == ",":
        last = names.pop()  # "the Liberal, Ada Moss"
    return next((one for one in reversed(names) if one.role == "acts"), None)


def _doer(before: Sequence[Token], book: Rulebook) -> int:
    """Where who does what the figure tells of ends, at the earliest: "a camp sheltering 20,000" is of the camp."""
    for i in reversed(range(1, len(before))):
        bits = tags_of(before[i], book)
        if bits & tags.GERUND and not bits & NOUN and tags_of(before[i - 1], book) & (NOUN | tags.NAME):
            return i
    return 0


def _whose_aside(before: Sequence[Token], found: Sequence[Named], book: Rulebook) -> Named | None:
    """Who does what a preposition leads to is who acts first: "Alder will speak for Orvale after taking 400 votes"."""
    for i in reversed(range(1, len(before))):
        bits = tags_of(before[i], book)
        if bits & tags.GERUND and not bits & NOUN and before[i - 1].word.low in book.matching.doing:
            return next((one for one in found if one.role == "acts" and one.end < i), None)
    return None


def _tells_of_own(before: Sequence[Token], book: Rulebook) -> bool:
    """Does who speaks tell of what they did: "said it raised", "said its jets", "reported donations", and not "said it
    was"?"""
    rules = book.matching
    stance = book.lexicon.stance_of_verb
    return any(
        stance(token.word.lemma) is not None and behind.word.noun in rules.reported
        for token, behind in pairwise(before)
    ) or any(
        token.word.low in rules.belongs
        or (token.word.low in rules.themselves and tags_of(behind, book) & VERB and behind.word.lemma != "be")
        for token, behind in pairwise(before)
    )


def _holder(one: Named, rivals: Sequence[Named], said: Said, span: tuple[int, int], book: Rulebook) -> Holder:
    first, last = clause(span, said)
    deal = any(token.word.low in book.matching.exchanges for token in said.tokens if first <= token.start < last)
    near = frozenset(token.word.low for token in said.tokens if token.word.capital)
    return Holder(one.name, len(rivals) == 1, deal, near, titled=said.titled)


def _antecedent(before: Sequence[Token], found: Sequence[Named], book: Rulebook) -> Named | None:
    """Whom an aside speaks of stands right before it: "Tavrin, which has 418 shops"."""
    at = next((i for i in reversed(range(len(before))) if before[i].word.low in book.matching.asides), 0)
    if not at:
        return None
    end = at - (before[at - 1].text == ",")
    return next((one for one in found if one.end == end), None)


def _apposed(before: Sequence[Token], found: Sequence[Named], book: Rulebook) -> Named | None:
    """Who a figure right behind a name and its comma tells of: "Jon Alder, a 16-year veteran"."""
    end = len(before)
    while end and before[end - 1].alpha and tags_of(before[end - 1], book) & (tags.DET | tags.ADJ):
        end -= 1
    comma = end
    while comma and before[comma - 1].text == ",":  # "Jon Alder, 43, a"
        comma -= 1
    return next((one for one in found if one.end == comma < end), None)


def _clause_behind(said: Said, at: int) -> Sequence[Token]:
    behind = [token for token in said.tokens if token.start >= at]
    return behind[: next((i for i, token in enumerate(behind) if token.text in ENDS), len(behind))]
