"""The places that a sentence names, and how narrow each one is."""

from typing import NamedTuple

from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import words as pos
from figurecheck.rulebook.nations import Nations
from figurecheck.rulebook.roles import Roles

NATION, REGION, CITY, TOWN, SPOT = 1, 2, 3, 4, 5
"""How narrow a place is."""
REACH = 9
"""How many tokens after a preposition a place's name may begin."""
SKIPPED = pos.DET | pos.ADJ | pos.POSSPRON | pos.PARTICIPLE | pos.NUM
JOINED = 2


class Place(NamedTuple):
    """A place named in tokens [first, last) of a sentence; `narrow` is 1 (a nation) to 5 (a street or building).

    `firm` where a preposition says that something happened there, not where it came from or went to.
    """

    first: int
    last: int
    name: str
    narrow: int
    firm: bool


def read_places(sentence: Sentence, roles: Roles, nations: Nations, times: frozenset[str]) -> list[Place]:
    """The places of a sentence that stand after a preposition of place, in order."""
    reader = _Reader(sentence, roles, nations, times)
    found: list[Place] = []
    at = roles.at
    for i, word in enumerate(sentence.lower):
        if word in at and (not found or i >= found[-1].last) and (word != "of" or reader.after_kind(i)):
            place = reader.after(i)
            if place:
                found.append(place)
    return found


def is_name(sentence: Sentence, i: int) -> bool:
    """Is the token written as a name: with a capital, or "al-" and a capital?"""
    word = sentence.words[i]
    return word[0].isupper() or (not word.islower() and any(c.isupper() for c in word))


class _Reader:
    """Reads the place that a preposition brings."""

    def __init__(self, sentence: Sentence, roles: Roles, nations: Nations, times: frozenset[str]) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lower = sentence.lower
        self.tags = sentence.tags
        self.roles = roles
        self.nations = nations
        self.times = times

    def after_kind(self, i: int) -> bool:
        """Does "of" follow a kind of place or a direction ("the outskirts of", "north of")?"""
        return i > 0 and bool(self._kind(i - 1) or self.lower[i - 1] in self.roles.compass)

    def known(self, name: str) -> bool:
        """Is it the name of a listed place or nation?"""
        return self.nations.is_place(name) or self.nations.nation_of(name) is not None

    def after(self, i: int) -> Place | None:
        """The place named after the preposition at token i, or None."""
        kind, plural, j = 0, False, i + 1
        if self.lower[i] == "of":
            kind, plural = self._kind(i - 1), self.lower[i - 1] in self.roles.pairs
        skipped = 0
        end = min(len(self.lower), i + REACH)
        while j < end:
            word = self.lower[j]
            if word in self.times:
                return None
            if self._begins(j):
                place = self._named(i, j, kind, plural)
                if skipped and place is not None and not self._kind(place.last - 1):
                    return None
                if place is not None or not self._people(j):
                    return place
                j += 1
                continue
            noun = self._kind(j)
            if noun:
                kind, plural = noun, word in self.roles.pairs
                j += 1
                if j < end and self.lower[j] == "of":
                    j += 1
                continue
            if word not in self.roles.compass and not self.tags[j] & SKIPPED:
                if not self.tags[j] & pos.NOUN or self.lower[i] not in self.roles.firm:
                    return None
                skipped += 1
            j += 1
        return None

    def _kind(self, j: int) -> int:
        word = self.lower[j]
        found = self.roles.places.get(word)
        if found is None and word.endswith("s"):
            found = self.roles.places.get(word[:-3] + "y" if word.endswith("ies") else word[:-1])
        return found or 0

    def _begins(self, j: int) -> bool:
        if is_name(self.sentence, j):
            if self.tags[j] & pos.PARTICIPLE and "-" in self.words[j]:
                return False  # "Daesh-held"
            return not (self.sentence.headline and self._lower_in_headline(j))
        return (
            self.lower[j] in self.roles.inner
            and j + 1 < len(self.words)
            and self.tags[j + 1] & pos.NAME != 0
            and self.words[j + 1][0].isupper()
        )

    def _lower_in_headline(self, j: int) -> bool:
        """In a headline every word has a capital: only words that are no common ones are names."""
        return not self.tags[j] & pos.NAME and self.nations.nation_of(self.lower[j]) is None

    def _people(self, j: int) -> bool:
        """Is the word that of a people, not of a place?"""
        word = self.lower[j]
        if word.endswith("s") and word not in self.nations.names and word[:-1] in self.nations.names:
            return True  # "Syrias Damascus"
        return word in self.roles.peoples or (word in self.nations.demonyms and word not in self.nations.places)

    def _run(self, j: int) -> int:
        """The end of the name that begins at token j."""
        n, k = len(self.words), j
        while k < n and k - j < 8:
            if self.lower[k] in self.times:
                break
            if (
                (is_name(self.sentence, k) and not self.tags[k] & pos.POSS)
                or (k == j and self._begins(k))
                or (
                    self.lower[k] in self.roles.inner
                    and k + 1 < n
                    and self.words[k + 1][0].isupper()
                    and self.lower[k + 1] not in self.times
                )
                or (
                    self.lower[k] == "."
                    and self.sentence.glued(k)
                    and len(self.lower[k - 1]) <= JOINED
                    and k + 1 < n
                    and self.words[k + 1][0].isupper()
                )
            ):
                k += 1
            elif self.words[k].isdigit() and k + 1 < n and self.lower[k + 1] in ("st", "nd", "rd", "th"):
                k += 2
            else:
                break
        return k

    def _named(self, i: int, j: int, kind: int, plural: bool) -> Place | None:
        k = self._run(j)
        if k == j or self.lower[j] in self.roles.never or self.lower[j] in self.roles.titles:
            return None
        if k < len(self.words) and self.tags[k] & pos.POSS:
            return self._owned(i, j, k, kind)
        while j < k - 1 and self._people(j):
            j += 1
        if self._people(j) and k - j == 1:
            return None
        if self._acts(k - 1):
            return None
        last, narrow, name = self._closed(i, j, k, kind)
        if last == 0:
            return None
        joined = self._joined(k) if last == k else 0
        if joined and (plural or self.lower[i] == "at" or (self._kind(joined - 1) == SPOT and not self._kind(k - 1))):
            last, name = joined, self.sentence.slice(j, joined)
            narrow = max(narrow, TOWN) if plural else SPOT
        elif self.lower[i] in self.roles.weak and not (kind or narrow in (REGION, SPOT) or self.known(name)):
            return None
        return Place(i, last, name, narrow, self.lower[i] in self.roles.firm or kind >= TOWN)

    def _acts(self, i: int) -> bool:
        """Is the last word of a name that of a force or body, not of a place?"""
        word = self.lower[i]
        return (
            word in self.roles.agents
            or word in self.roles.outlets
            or (word.endswith("s") and word[:-1] in self.roles.agents)
        )

    def _closed(self, i: int, j: int, k: int, kind: int) -> tuple[int, int, str]:
        """The end, narrowness and name of the place whose name is tokens [j, k), with the common noun after it."""
        name = self.sentence.slice(j, k)
        noun = self._kind(k) if k < len(self.words) else 0
        nation = self.nations.nation_of(name.lower())
        own = self._kind(k - 1) if k - j > 1 else 0
        if noun:
            kept = self.sentence.slice(j, k + 1) if noun <= CITY or noun == SPOT else name
            return k + 1, max(noun, own), kept
        if not own and (nation is not None or self.known(name)):
            if name.lower() in self.nations.places or nation is None:
                return k, CITY, name
            return k, NATION, name
        if not own and k - j > 1 and self.lower[j] in self.roles.compass and self.known(self.sentence.slice(j + 1, k)):
            return k, CITY, name
        if (
            k < len(self.words)
            and self.tags[k] & (pos.NOUN | pos.NOUNS)
            and not self.tags[k]
            & (pos.PREP | pos.VERB | pos.VERBZ | pos.PAST | pos.ADV | pos.CONJ | pos.PARTICIPLE | pos.GERUND | pos.NUM)
        ):
            return 0, 0, ""
        return k, own or kind or TOWN, name

    def _owned(self, i: int, j: int, k: int, kind: int) -> Place | None:
        """ "Indonesia's Aceh province": the place is what the owner has, where that is named."""
        m = k + 1
        while (
            m < len(self.words)
            and m - k < 4
            and (self.lower[m] in self.roles.compass or self.tags[m] & SKIPPED)
            and not is_name(self.sentence, m)
        ):
            m += 1
        if m < len(self.words) and is_name(self.sentence, m):
            return self._named(i, m, kind, False)
        name = self.sentence.slice(j, k)
        if self.nations.nation_of(name.lower()) is not None or (m < len(self.words) and self._kind(m)):
            return Place(
                i, k, name, NATION if self.nations.nation_of(name.lower()) else REGION, self.lower[i] in self.roles.firm
            )
        return None

    def _joined(self, k: int) -> int:
        """The end of "A and B" where the second name follows token k."""
        if k + 1 < len(self.words) and self.lower[k] == "and" and is_name(self.sentence, k + 1):
            return self._run(k + 1)
        return 0
