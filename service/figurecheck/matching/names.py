"""Names of actors, targets and places, and whether two of them can be one."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from figurecheck.matching.words import lemma, plain, tokens
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.nations import Nations


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: its words, the nations it names, and whether it says no more than that somebody did it.

    `around` are the nations named or that the places named lie in; `bodies` the kinds of body that it may act for, by
    their number in rules/matching.toml; `named` its capitalised words, in lower case, but those of a nation.
    """

    text: str
    low: str
    words: frozenset[str]
    proper: bool
    nations: frozenset[str]
    around: frozenset[str]
    generic: bool
    bodies: frozenset[int] = frozenset()
    named: frozenset[str] = frozenset()


def nations_in(words: Sequence[str], nations: Nations) -> frozenset[str]:
    """The nations that words name that have a capital or need none, the most together that name one: "Northern Ireland"
    is not "Ireland"; a sea names none ("the Gulf of Oman")."""
    found, behind = set(), 0
    for i, word in enumerate(words):
        written = word[:1].isupper() or word in nations.uncapped_words
        if i < behind or not written or _of_sea(words, i, nations):
            continue
        for size in (3, 2, 1):
            named = " ".join(words[i : i + size])
            nation = nations.nation_of(named) or ("." in named and nations.nation_of(f"{named}."))  # "U.S."
            if nation:
                found.add(nation)
                behind = i + size
                break
    return frozenset(found)


def _of_sea(words: Sequence[str], at: int, nations: Nations) -> bool:
    """Does a word end the name of a sea: "the Gulf of Mexico"?"""
    return " ".join(words[max(at - 2, 0) : at + 1]).lower() in nations.seas


def nations_of_places(words: Sequence[str], nations: Nations, whereabouts: Container[str]) -> frozenset[str]:
    """The nations that capitalised words name, and those that the cities and states lie in that they name; a name goes
    on behind any capital but that of a word for whereabouts: "Lowell Highlands", "In Leeds"."""
    found = set(nations_in(words, nations))
    for i, word in enumerate(words):
        within = i and words[i - 1][:1].isupper() and words[i - 1].lower() not in whereabouts
        if word[:1].isupper() and not within and not _of_sea(words, i, nations):
            places = (nations.nation_of_place(" ".join(words[i : i + size])) for size in (1, 2, 3))
            found.update(nation for nation in places if nation is not None)
    return frozenset(found)


def nations_around(words: Sequence[str], nations: Nations) -> frozenset[str]:
    """The nations that the words name, or that the city or state that they name, whole or at the end, lies in."""
    found = set(nations_in(words, nations))
    for size in (len(words), 1, 2):
        if 0 < size <= len(words) and words[-size][:1].isupper() and not _goes_on(words[:-size]):
            nation = nations.nation_of_place(" ".join(words[-size:]))
            if nation is not None:
                found.add(nation)
    return frozenset(found)


def _goes_on(before: Sequence[str]) -> bool:
    """Is what follows the end of one name that starts before: the "Highlands" of "Lowell Highlands"?"""
    return len(before) == 1 and before[0][:1].isupper()


def name(text: str | None, rulebook: Rulebook) -> Name | None:
    """The name as it is compared, or None where there is none."""
    return _name(text, rulebook) if text else None


def place_name(text: str | None, rulebook: Rulebook) -> Name | None:
    """A place as it is compared: the part of a nation that lies in one direction ("eastern Chad") as the nation, and a
    capital, which elsewhere may speak for its nation, as the city that it is."""
    nations = rulebook.lexicon.nations
    low = (text or "").lower()
    if low in nations.capitals and low not in nations.names:
        city = name(text, rulebook)
        return replace(city, nations=frozenset()) if city else None
    direction, _, rest = (text or "").partition(" ")
    nation_of = nations.nation_of
    part = direction in rulebook.roles.compass and nation_of(rest) is not None and nation_of(text or "") is None
    return name(rest if part else text, rulebook)


@lru_cache(maxsize=65536)
def _cached(text: str, rules: str, holder: "_Holder") -> Name:
    book = holder.rulebook
    written = [plain(token) for _, token in tokens(text) if token[0].isalpha()]
    nations = nations_in(written, book.lexicon.nations)
    words = [word.lower() for word in written if word.lower() not in book.matching.little]
    lemmas = {book.words.noun(word) or word for word in words}
    generic = (
        bool(lemmas)
        and not nations
        and all(word in book.matching.generic or lemma(word, book.words) in book.matching.generic for word in lemmas)
    )
    generic = generic or (not nations and len(written) == 1 and text.isupper() and len(text) < 4)
    around = nations_around(written, book.lexicon.nations)
    proper = any(w[:1].isupper() and (i or not book.words.known(w.lower())) for i, w in enumerate(written))
    bodies = frozenset[int]().union(*(book.matching.body_of.get(word, ()) for word in lemmas))
    capital = (word.lower() for word in written if word[:1].isupper() and not nations_in([word], book.lexicon.nations))
    named = frozenset(capital) - book.matching.little
    return Name(text, " ".join(words), frozenset(lemmas), proper, nations, around, generic, bodies, named)


class _Holder:
    """Carries the rulebook past the cache's key, which is its hash."""

    __slots__ = ("rulebook",)

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Holder)


def _name(text: str, rulebook: Rulebook) -> Name:
    return _cached(text, rulebook.hash, _Holder(rulebook))


def level(left: Name | None, right: Name | None, alike: float) -> str:
    """How two names compare: same, same_side, unknown, other, other_side (two nations)."""
    if left is None or right is None or left.generic or right.generic:
        return "unknown"
    if left.low == right.low:
        return "same"
    if left.nations and right.nations:
        return "same_side" if left.nations & right.nations else "other_side"
    if bool(left.nations) != bool(right.nations) and not (left.proper and right.proper):
        return "unknown"
    if left.words <= right.words or right.words <= left.words:
        return "same"
    return "same" if _ratio(left.low, right.low) >= alike else "other"


@lru_cache(maxsize=65536)
def _ratio(left: str, right: str) -> float:
    from rapidfuzz.fuzz import token_set_ratio  # a lone article has no names to compare, and waits for no library

    return token_set_ratio(left, right)
