"""The places that a sentence names, and how narrow each one is."""

from typing import Final, NamedTuple

from figurecheck.extraction.cues import PLACE, tokens_with
from figurecheck.extraction.place_names import PlaceNames, is_name
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

NATION: Final = 1
REGION: Final = 2
CITY: Final = 3
TOWN: Final = 4
SPOT: Final = 5
"""How narrow a place is."""
REACH: Final = 9
"""How many tokens after a preposition a place's name may begin."""
SKIPPED: Final = pos.DET | pos.ADJ | pos.POSSPRON | pos.PARTICIPLE | pos.NUM
LONGEST: Final = 4
"""No name that begins with a listed place has more words."""
FAR_OFF: Final = pos.NUM | pos.NOUN | pos.ADV
"""What goes before "south of" where that says how far off something is."""


class Place(NamedTuple):
    """A place named in tokens [first, last) of a sentence; `narrow` is 1 (a nation) to 5 (a street or building).

    `firm` where a preposition says that something happened there, not where it came from or went to;
    `landmark` where it happened beside it; `part` where it is a part of a nation told by its direction.
    """

    first: int
    last: int
    name: str
    narrow: int
    firm: bool
    landmark: bool = False
    part: bool = False


def read_places(sentence: Sentence, rulebook: Rulebook) -> list[Place]:
    """The places of a sentence that stand after a preposition of place, in order."""
    found: list[Place] = []
    words, lower = sentence.words, sentence.lower
    reader: _Reader | None = None
    for i in tokens_with(PLACE, sentence.cues):
        behind = slice(i + 1, i + 1 + REACH)
        if words[behind] == lower[behind] and rulebook.lexicon.nations.uncapped_words.isdisjoint(lower[behind]):
            continue  # no name without a capital
        reader = reader or _Reader(sentence, rulebook)
        if (not found or i >= found[-1].last) and reader.brings(i):
            place = reader.after(i)
            if place and (place.firm or lower[i] != "to") and not reader.employs(i, place):
                found.append(place)
    return found


def place_after(sentence: Sentence, i: int, rulebook: Rulebook) -> Place | None:
    """The place named right after the word at token i, whatever that is, or None."""
    return _Reader(sentence, rulebook).after(i)


class _Reader(PlaceNames):
    """Reads the place that a preposition brings."""

    def brings(self, i: int) -> bool:
        """May the word at token i bring a place: not any "of" ("the outskirts of", "north of"), nor any "to"?"""
        before = self.lower[i - 1] if i else ""
        if self.lower[i] == "of":
            return i > 0 and bool(self.kind(i - 1) or before in self.roles.compass)
        return self.lower[i] != "to" or before in self.roles.called

    def employs(self, i: int, place: Place) -> bool:
        """ "analysts at Bankhaus Merten": behind somebody who speaks, an unlisted name at "at" is that of a house."""
        if self.lower[i] != "at" or i == 0 or place.narrow == SPOT or self.known(place.name):
            return False
        before = self.lower[i - 1]
        return before in self.roles.speakers or before[:-1] in self.roles.speakers

    def after(self, i: int) -> Place | None:
        """The place named after the preposition at token i, or None."""
        kind, plural, j = 0, False, i + 1
        if self.lower[i] == "of":
            kind, plural = self.kind(i - 1), self.lower[i - 1] in self.roles.pairs
            kind = kind or TOWN * (self.lower[i - 1] in self.roles.compass)
        skipped = 0
        end = min(len(self.lower), i + REACH)
        while j < end:
            word = self.lower[j]
            if word in self.times:
                return None
            size = self.uncapped(j)
            if size:
                name = self.sentence.slice(j, j + size)
                return Place(i, j + size, name, NATION, self._firm(i, 0, NATION))
            if self.begins(j):
                place = self._part_of(j, self._named(i, j, kind, plural))
                if skipped and place is not None and not self.kind(place.last - 1):
                    return None
                if place is not None:
                    return place
                k = self.end_of(j)
                if k < end and self.tags[k] & pos.POSS:
                    j = k + 1  # "President Zelensky's hometown of ..."
                elif self.is_people(j):
                    j += 1
                else:
                    return None
                continue
            if word in self.roles.parts and j + 1 < end and self.lower[j + 1] == "of":
                j += 2
                continue
            noun = self.kind(j)
            if noun:
                kind, plural = noun, word in self.roles.pairs
                skipped = 0  # "in the border village of ..."
                j += 1
                if j < end and self.lower[j] == "of":
                    j += 1
                continue
            if self.tags[j] & pos.REL:
                return None
            if word not in self.roles.compass and not self.tags[j] & SKIPPED:
                if not self.tags[j] & pos.NOUN or self.lower[i] not in self.roles.firm:
                    return None
                skipped += 1
            j += 1
        return None

    def _part_of(self, j: int, place: Place | None) -> Place | None:
        """ "in southern Peru": a direction before a nation's name makes a region of it."""
        if place is None or place.narrow != NATION or self.lower[j - 1] not in self.roles.compass:
            return place
        return place._replace(name=self.sentence.slice(j - 1, place.last), narrow=REGION, part=True)

    def _named(self, i: int, j: int, kind: int, plural: bool) -> Place | None:
        k = self.end_past_of(self.end_of(j))
        if (
            k == j
            or (k - j == 1 and len(self.words[j]) == 1)
            or self.lower[j] in self.roles.never
            or self.lower[j] in self.roles.titles
        ):
            return None
        if k < len(self.words) and self.tags[k] & pos.POSS:
            return self._owned(i, j, k, kind)
        if k - j > LONGEST and self.known(self.words[j]):
            k = j + 1  # copy without its stops: "Raqqa Mainstream Media Diverts Attention"
        while j < k - 1 and (self.lower[k - 1] in self.roles.never or self.trails(j, k - 1)):
            k -= 1  # "Damascus Reuters", "Central Syria Attack"
        while j < k - 1 and self.is_people(j) and not self.known(self.sentence.slice(j, j + 2)):
            j += 1
        if k - j == 1 and self.is_bare_owner(j):
            return Place(i, k, self.words[j][:-1], NATION, self.lower[i] in self.roles.firm)
        if self.is_people(j) and k - j == 1:
            return None
        if self.acts(k - 1):
            return None
        inner = self._inner(i, j, k)
        if inner is not None:
            return inner
        last, narrow, name = self._closed(i, j, k, kind)
        if last == 0:
            return None
        joined = self.end_of_joined(k) if last == k else 0
        if joined and (plural or self.lower[i] == "at" or (self.kind(joined - 1) == SPOT and not self.kind(k - 1))):
            last, name = joined, self.sentence.slice(j, joined)
            narrow = max(narrow, kind or TOWN) if plural else SPOT
        elif self.lower[i] in self.roles.weak and not (kind or narrow in (REGION, SPOT) or self.known(name)):
            return None
        near = self.lower[i] in self.roles.beside and narrow == SPOT and self.lower[last - 1] not in self.roles.streets
        if near and kind != SPOT:
            narrow = TOWN  # a landmark, not the place itself
        return Place(i, last, name, narrow, self._firm(i, kind or self.kind(last - 1), narrow), near and kind != SPOT)

    def _inner(self, i: int, j: int, k: int) -> Place | None:
        """ "the Texas town of Sutherland Springs": a listed place at [j, k) says where the one behind "of" lies."""
        if k + 2 >= len(self.words) or self.lower[k + 1] != "of" or not self.kind(k) or not self.begins(k + 2):
            return None
        return self._named(i, k + 2, self.kind(k), False) if self.known(self.sentence.slice(j, k)) else None

    def _firm(self, i: int, kind: int, narrow: int) -> bool:
        word = self.lower[i]
        if i and self.lower[i - 1] in self.roles.mostly:
            return False
        if word == "of" and i > 1 and self.lower[i - 1] in self.roles.compass and not self.tags[i - 2] & FAR_OFF:
            return True  # "killed 18 fighters south of the city of Tabqa", but not "40 km south of"
        return word in self.roles.firm or (word != "of" and (kind > 0 or narrow == SPOT))

    def _closed(self, i: int, j: int, k: int, kind: int) -> tuple[int, int, str]:
        """The end, narrowness and name of the place whose name is tokens [j, k), with the common noun after it."""
        name = self.sentence.slice(j, k)
        noun = self.kind(k) if k < len(self.words) and not self.modifies(k) else 0
        nation = self.nations.nation_of(name.lower())
        own = (self.kind(k - 1) or self.kind(j)) if k - j > 1 else 0  # "Kolva Forest", "Lake Tana"
        if noun:
            kept = self.sentence.slice(j, k + 1) if noun <= CITY or noun == SPOT else name
            common = noun == SPOT and not own and self.words[k].islower() and self.known(name)
            return k + 1, TOWN if common else max(noun, own), kept  # "a Denver nightclub" is any of the city's
        if not own and (nation is not None or self.known(name)):
            if name.lower() in self.nations.regions or name.lower() in self.nations.seas:
                return k, NATION, name
            if name.lower() in self.nations.places or nation is None:
                return k, kind or CITY, name
            return k, NATION, name
        if not own and k - j > 1 and self.lower[j] in self.roles.compass and self.known(self.sentence.slice(j + 1, k)):
            return k, CITY, name
        if self.goes_on(k) or self.is_acronym(j, k):
            return 0, 0, ""  # "in the Jackson case", "at CPAC"
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
        if m < len(self.words) and self.begins(m):
            return self._named(i, m, kind, False)
        name = self.sentence.slice(j, k)
        if self.nations.nation_of(name.lower()) is not None or (m < len(self.words) and self.kind(m)):
            return Place(
                i, k, name, NATION if self.nations.nation_of(name.lower()) else REGION, self.lower[i] in self.roles.firm
            )
        return None
