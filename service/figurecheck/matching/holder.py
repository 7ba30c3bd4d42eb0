"""Whose a figure is: the name that acts, has or gets it, where two articles may mix up two."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal, NamedTuple

from figurecheck.matching.names import Name, name
from figurecheck.matching.said import Said, Token
from figurecheck.matching.scope import clause
from figurecheck.matching.words import plain
from figurecheck.rulebook import Rulebook, tags

_NOUN = tags.NOUN | tags.NOUNS
_VERB = tags.PAST | tags.VERBZ | tags.AUX | tags.MODAL | tags.PARTICIPLE
_BEFORE_NAMES = tags.DET | tags.POSSPRON | tags.ADJ | tags.NUM | _NOUN
_STOPS = tags.PREP | tags.TO | tags.CONJ | _VERB
_JOINTS = ("", " ", " & ", " “", "” ", ' "', '" ')
"""What stands between the words of one name: "Ray “JD” Moss"."""
_JOINED = 2
"""Tokens between two names that are joined, at most: "and the"."""
_PLACE = "place"
_ENDS = frozenset(",;:.()–—")

Role = Literal["acts", "by", "with", "of", "says", ""]
_ORDER: tuple[Role, ...] = ("acts", "by", "with", "of", "says")
"""The parts by which a name may be whose a figure is, the surest first; only with "by" it stands behind the figure."""


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


class _Found(NamedTuple):
    """A name in a run of tokens, with the nouns behind it up to token `end`, and its part in the sentence."""

    name: Name
    end: int
    role: Role


def holder(said: Said, span: tuple[int, int], after: int, book: Rulebook) -> Holder | None:
    """The last name before a figure, from offset `after` on, that stands behind no preposition and before no noun.

    That is whoever acts or is acted upon: "the court fined Orvix 79 million", "Orvix was fined 79 million". Where none
    does, whoever follows it with "by" ("homes built by Orvix"), stands before it with "with" ("with Orvix building
    homes"), has those who act ("the crew of the Aurora"), or says it.
    """
    before = [token for token in said.tokens if after <= token.start < span[0]]
    does = _doer(before, book)
    found = [one for one in _names(before, said, book) if one.end >= does]
    related = _antecedent(before, found, book) or _apposed(before, found, book)
    if related is not None:
        return _holder(related, [related], said, span, book)
    for role in _ORDER:
        named = found if role != "by" else _names(_clause_behind(said, span[1]), said, book)
        ones = [one for one in named if one.role == role]
        if ones:
            says = role == "says" and not _tells_of_own(before, book)
            return _holder(ones[0 if role == "by" else -1], ones, said, span, book)._replace(says=says)
    return None


def _doer(before: Sequence[Token], book: Rulebook) -> int:
    """Where who does what the figure tells of ends, at the earliest: "a camp sheltering 20,000" is of the camp."""
    for i in reversed(range(1, len(before))):
        bits = _bits(before[i], book)
        if bits & tags.GERUND and not bits & _NOUN and _bits(before[i - 1], book) & (_NOUN | tags.NAME):
            return i
    return 0


def _tells_of_own(before: Sequence[Token], book: Rulebook) -> bool:
    """Does who speaks tell of what they did: "said it raised", "said its jets", and not "said it was"?"""
    rules = book.matching
    return any(
        token.word.low in rules.belongs
        or (token.word.low in rules.themselves and _bits(behind, book) & _VERB and behind.word.lemma != "be")
        for token, behind in pairwise(before)
    )


def _holder(one: _Found, rivals: Sequence[_Found], said: Said, span: tuple[int, int], book: Rulebook) -> Holder:
    first, last = clause(span, said)
    deal = any(token.word.low in book.matching.exchanges for token in said.tokens if first <= token.start < last)
    near = frozenset(token.word.low for token in said.tokens if token.word.capital)
    return Holder(one.name, len(rivals) == 1, deal, near, titled=said.titled)


def _antecedent(before: Sequence[Token], found: Sequence[_Found], book: Rulebook) -> _Found | None:
    """Whom an aside speaks of stands right before it: "Tavrin, which has 418 shops"."""
    at = next((i for i in reversed(range(len(before))) if before[i].word.low in book.matching.asides), 0)
    if not at:
        return None
    end = at - (before[at - 1].text == ",")
    return next((one for one in found if one.end == end), None)


def _apposed(before: Sequence[Token], found: Sequence[_Found], book: Rulebook) -> _Found | None:
    """Who a figure right behind a name and its comma tells of: "Jon Alder, a 16-year veteran"."""
    end = len(before)
    while end and before[end - 1].alpha and _bits(before[end - 1], book) & (tags.DET | tags.ADJ):
        end -= 1
    comma = end
    while comma and before[comma - 1].text == ",":  # "Jon Alder, 43, a"
        comma -= 1
    return next((one for one in found if one.end == comma < end), None)


def _clause_behind(said: Said, at: int) -> Sequence[Token]:
    behind = [token for token in said.tokens if token.start >= at]
    return behind[: next((i for i, token in enumerate(behind) if token.text in _ENDS), len(behind))]


def _names(tokens: Sequence[Token], said: Said, book: Rulebook) -> list[_Found]:
    """The names among tokens, each with its part. What stands between commas behind a place is one with it, and what
    is joined to a name behind it has that one's part."""
    found: list[_Found] = []
    for first, end in _runs(tokens, said, book):
        reach = _reach(tokens, end, book)
        read = name(said.slice(tokens[first].start, tokens[end - 1].end), book)
        if read is None or not book.matching.polls.isdisjoint(token.word.low for token in tokens[end:reach]):
            continue
        role, last = _role(tokens, first, reach, book), found[-1] if found else None
        behind = tokens[reach].text if reach < len(tokens) else ""
        if last and last.end == first - 1 and tokens[last.end].text == "," and not last.role and behind in _ENDS:
            role = ""
        joined = [token.text for token in tokens[last.end : first]] if last else []
        if last and joined and joined[0] in book.matching.joins and len(joined) <= _JOINED:
            found[-1] = last._replace(role=role)
        text = said.slice(tokens[first].start, tokens[reach - 1].end)
        found.append(_Found(replace(read, text=text), reach, role))
    return found


def _runs(tokens: Sequence[Token], said: Said, book: Rulebook) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words with a space between them, through the "of" of a name: "Bank of New Velmar"."""
    first = None
    for i, token in enumerate(tokens):
        named = _named(tokens, i, said, book)
        within = first is not None and _goes_on(tokens, i, book)
        joined = first is not None and said.slice(tokens[i - 1].end, token.start) in _JOINTS
        if first is not None and not ((named or within) and joined):
            yield first, i
            first = None
        if named and first is None:
            first = i
    if first is not None:
        yield first, len(tokens)


def _named(tokens: Sequence[Token], i: int, said: Said, book: Rulebook) -> bool:
    """Is a capital a name's? At a sentence's start it may be any word's, but where a name goes on behind it."""
    token = tokens[i]
    if not token.alpha or not token.word.capital or token.word.low in book.calendar.dated:
        return False
    if token.start != said.tokens[0].start or book.lexicon.nations.nation_of(plain(token.text)) is not None:
        return True
    bits = book.words.tags(token.word.low)
    if not book.words.known(token.word.low) or bits == tags.NAME:
        return True
    goes_on = i + 1 < len(tokens) and tokens[i + 1].alpha and tokens[i + 1].word.capital
    return goes_on and bool(bits & (_NOUN | tags.ADJ)) and not bits & (tags.DET | tags.PREP | tags.CONJ)


def _goes_on(tokens: Sequence[Token], i: int, book: Rulebook) -> bool:
    """Does a name go on behind its "of", or its abbreviation's stop: "Bank of Velmar", "U.S. House", "Sen. Moss"?"""
    if i + 1 >= len(tokens) or not tokens[i + 1].word.capital:
        return False
    short = tokens[i - 1].text.lower()
    stop = tokens[i].text == "." and ("." in short or f"{short}." in book.lexicon.abbreviations.inner)
    return stop or tokens[i].text == "of"


def _reach(tokens: Sequence[Token], end: int, book: Rulebook) -> int:
    """Past the nouns behind a name, up to the verb that they go with: "Dutch police took", "Velmar's rural courts"."""
    reach = end
    while reach < len(tokens):
        bits = _bits(tokens[reach], book)
        behind = _bits(tokens[reach + 1], book) if reach + 1 < len(tokens) else 0
        qualifies = bits & tags.ADJ and behind & _NOUN
        if not (bits & _NOUN or qualifies) or bits & (tags.DET | tags.PREP) or (bits & _VERB and not behind & _VERB):
            break
        reach += 1
    return reach


def _role(tokens: Sequence[Token], first: int, end: int, book: Rulebook) -> Role:
    """The part of a name that ends before token `end`, by the word before it and the word behind it."""
    behind = tokens[end] if end < len(tokens) else None
    verb = behind is not None and bool(_bits(behind, book) & _VERB)
    led = next((token for token in reversed(tokens[:first]) if not _goes_before(token, book)), None)
    if led is not None:
        at = led.word.low
        if at == "by":
            return "by"
        if at == "with" and behind is not None and _bits(behind, book) & tags.GERUND:
            return "with"
        if at in book.matching.owned_by and verb and _is_first(tokens, led, book):
            return "of"
        bits = _bits(led, book)
        if (at in book.matching.behind or bits & tags.PREP) and not (bits & tags.CONJ and verb):
            return ""
    lemma = book.words.verb(behind.word.low) if behind is not None and behind.alpha else None
    return "says" if lemma and book.lexicon.stance_of_verb(lemma) is not None else "acts"


def _is_first(tokens: Sequence[Token], led: Token, book: Rulebook) -> bool:
    """Does only who acts stand before a preposition: "the crew of", "On Sunday a plane from"? A place does not act."""
    before = [token for token in tokens if token.start < led.start]
    concept = book.lexicon.concept(before[-1].word.noun) if before else None
    acts = bool(before) and bool(_bits(before[-1], book) & _NOUN) and not book.lexicon.is_a(concept, _PLACE)
    return acts and not any(_bits(token, book) & _VERB and not _bits(token, book) & _NOUN for token in before)


def _goes_before(token: Token, book: Rulebook) -> bool:
    """May it stand between a preposition and the name: "to its former adviser Ray Moss"?"""
    bits = _bits(token, book)
    return token.alpha and bool(token.word.capital or (bits & _BEFORE_NAMES and not bits & _STOPS))


def _bits(token: Token, book: Rulebook) -> int:
    return book.words.tags(token.word.low) if token.alpha else 0
