"""The names in a sentence, each with its part in it: who acts, who is acted upon, who says so."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from figurecheck.matching.names import Name, name
from figurecheck.matching.said import Said, Token
from figurecheck.matching.words import plain
from figurecheck.rulebook import Rulebook, tags

NOUN = tags.NOUN | tags.NOUNS
VERB = tags.PAST | tags.VERBZ | tags.AUX | tags.MODAL | tags.PARTICIPLE
ENDS = frozenset(",;:.()–—")
_BEFORE_NAMES = tags.DET | tags.POSSPRON | tags.ADJ | tags.NUM | NOUN
_STOPS = tags.PREP | tags.TO | tags.CONJ | VERB
_JOINTS = ("", " ", " & ", " “", "” ", ' "', '" ')
"""What stands between the words of one name: "Ray “JD” Moss"."""
_JOINED = 2
"""Tokens between two names that are joined, at most: "and the"."""
_PLACE = "place"

Role = Literal["acts", "gets", "by", "with", "of", "says", ""]


class Named(NamedTuple):
    """A name in a run of tokens, from token `first` with the nouns behind it up to token `end`, and its part in the
    sentence."""

    name: Name
    first: int
    end: int
    role: Role


def named(tokens: Sequence[Token], said: Said, book: Rulebook) -> list[Named]:
    """The names among tokens, each with its part. What stands between commas behind a place is one with it, and what
    is joined to a name behind it has that one's part."""
    found: list[Named] = []
    for first, end in _runs(tokens, said, book):
        reach = _reach(tokens, end, book)
        read = name(said.slice(tokens[first].start, tokens[end - 1].end), book)
        if read is None or not book.matching.polls.isdisjoint(token.word.low for token in tokens[end:reach]):
            continue
        role, last = _role(tokens, first, reach, book), found[-1] if found else None
        behind = tokens[reach].text if reach < len(tokens) else ""
        if last and last.end == first - 1 and tokens[last.end].text == "," and not last.role and behind in ENDS:
            role = ""
        joined = [token.text for token in tokens[last.end : first]] if last else []
        if last and joined and joined[0] in book.matching.joins and len(joined) <= _JOINED:
            found[-1] = last._replace(role=role)
        text = said.slice(tokens[first].start, tokens[reach - 1].end)
        found.append(Named(replace(read, text=text), first, reach, role))
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
    return goes_on and bool(bits & (NOUN | tags.ADJ)) and not bits & (tags.DET | tags.PREP | tags.CONJ)


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
        bits = tags_of(tokens[reach], book)
        behind = tags_of(tokens[reach + 1], book) if reach + 1 < len(tokens) else 0
        qualifies = bits & tags.ADJ and behind & NOUN
        if not (bits & NOUN or qualifies) or bits & (tags.DET | tags.PREP) or (bits & VERB and not behind & VERB):
            break
        reach += 1
    return reach


def _role(tokens: Sequence[Token], first: int, end: int, book: Rulebook) -> Role:
    """The part of a name that ends before token `end`, by the word before it and the word behind it."""
    behind = tokens[end] if end < len(tokens) else None
    verb = behind is not None and bool(tags_of(behind, book) & VERB)
    led = next((token for token in reversed(tokens[:first]) if not goes_before(token, book)), None)
    if led is not None:
        at = led.word.low
        if at == "by":
            return "by"
        if at == "with" and behind is not None and tags_of(behind, book) & tags.GERUND:
            return "with"
        if at in book.matching.owned_by and verb and _is_first(tokens, led, book):
            return "of"
        bits = tags_of(led, book)
        if (at in book.matching.behind or bits & tags.PREP) and not (bits & tags.CONJ and verb):
            return ""
    lemma = book.words.verb(behind.word.low) if behind is not None and behind.alpha else None
    return "says" if lemma and book.lexicon.stance_of_verb(lemma) is not None else "acts"


def _is_first(tokens: Sequence[Token], led: Token, book: Rulebook) -> bool:
    """Does only who acts stand before a preposition: "the crew of", "On Sunday a plane from"? A place does not act."""
    before = [token for token in tokens if token.start < led.start]
    concept = book.lexicon.concept(before[-1].word.noun) if before else None
    acts = bool(before) and bool(tags_of(before[-1], book) & NOUN) and not book.lexicon.is_a(concept, _PLACE)
    return acts and not any(tags_of(token, book) & VERB and not tags_of(token, book) & NOUN for token in before)


def goes_before(token: Token, book: Rulebook) -> bool:
    """May it stand between a preposition and the name: "to its former adviser Ray Moss"?"""
    bits = tags_of(token, book)
    if token.word.low in book.calendar.dated:
        return False  # "on Thursday Alder raised"
    return token.alpha and bool(token.word.capital or (bits & _BEFORE_NAMES and not bits & _STOPS))


def tags_of(token: Token, book: Rulebook) -> int:
    """What parts of speech a token may be; 0 for a sign."""
    return book.words.tags(token.word.low) if token.alpha else 0
