"""The names of places in a sentence: where one begins and ends, and what kind of place a word tells."""

from typing import Final

from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

LONGEST_NAME: Final = 8
"""No name has more words."""
JOINED: Final = 2
"""Letters up to which a word with a full stop is short for one of a name."""
OTHERWISE: Final = pos.PREP | pos.VERBZ | pos.PAST | pos.ADV | pos.CONJ | pos.PARTICIPLE | pos.GERUND | pos.NUM
"""A noun that can be one of these as well need not be one after a name."""


def is_name(sentence: Sentence, i: int) -> bool:
    """Is the token written as a name: with a capital, or "al-" and a capital?"""
    word = sentence.words[i]
    return word[0].isupper() or (not word.islower() and any(c.isupper() for c in word))


class PlaceNames:
    """Reads how the names of one sentence's places run."""

    def __init__(self, sentence: Sentence, rulebook: Rulebook) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lower = sentence.lower
        self.tags = sentence.tags
        self.roles = rulebook.roles
        self.nations = rulebook.lexicon.nations
        self.times = rulebook.calendar.dated
        self.endings = rulebook.calendar.ordinals
        self._shouts = all(word.isupper() for word in sentence.words if word.isalpha())

    def known(self, name: str) -> bool:
        """Is it the name of a listed place or nation?"""
        return self.nations.is_place(name) or self.nations.nation_of(name) is not None

    def uncapped(self, j: int) -> int:
        """How many tokens a name that needs no capital takes at token j: "euro zone"; 0 for none."""
        if self.lower[j] not in self.nations.uncapped_words:
            return 0
        return next((n for n in (2, 1) if " ".join(self.lower[j : j + n]) in self.nations.uncapped), 0)

    def kind(self, j: int) -> int:
        word = self.lower[j]
        found = self.roles.places.get(word)
        if found is None and word.endswith("s"):
            found = self.roles.places.get(word[:-3] + "y" if word.endswith("ies") else word[:-1])
        return found or 0

    def begins(self, j: int) -> bool:
        if is_name(self.sentence, j):
            if self.tags[j] & pos.PARTICIPLE and "-" in self.words[j]:
                return False  # "Daesh-held"
            return not (self.sentence.headline and self._lower_in_headline(j))
        if self._numbered(j):
            return True
        inner = self.lower[j] in self.roles.inner and self.tags[j + 1 : j + 2] != [] and self.tags[j + 1] & pos.NAME
        return bool(inner) and self.words[j + 1][0].isupper()

    def _numbered(self, j: int) -> bool:
        """ "97th Avenue": a number with its ending before a name."""
        if not self.words[j][0].isdecimal() or j + 2 >= len(self.words):
            return False
        return self.lower[j + 1] in self.endings and self.sentence.glued(j + 1) and is_name(self.sentence, j + 2)

    def _lower_in_headline(self, j: int) -> bool:
        """In a headline every word has a capital: only words that are no common ones are names."""
        return not self.tags[j] & pos.NAME and self.nations.nation_of(self.lower[j]) is None

    def is_people(self, j: int) -> bool:
        """Is the word that of a people, not of a place?"""
        word = self.lower[j]
        if self.is_bare_owner(j):
            return True
        return word in self.roles.peoples or (word in self.nations.demonyms and word not in self.nations.places)

    def is_bare_owner(self, j: int) -> bool:
        """Has a nation's name lost the apostrophe of its possessive ("Syrias Damascus")?"""
        word, names = self.lower[j], self.nations.names
        return (
            word.endswith("s") and word not in names and word[:-1] in names and word[:-1] not in self.nations.demonyms
        )

    def end_of(self, j: int) -> int:
        """The end of the name that begins at token j."""
        n, k = len(self.words), j
        while k < n and k - j < LONGEST_NAME:
            if self.lower[k] in self.times:
                break
            if (
                (is_name(self.sentence, k) and not self.tags[k] & pos.POSS)
                or (
                    self.lower[k] in self.roles.inner
                    and k + 1 < n
                    and is_name(self.sentence, k + 1)
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
            elif self._numbered(k):
                k += 2
            elif k > j and self.lower[k - 1] in self.roles.numbered and self.words[k].isdecimal():
                return k + 1  # "on Interstate 70"
            else:
                break
        return k

    def end_past_of(self, k: int) -> int:
        """The end of a name that goes on behind "of": "the Gulf of Aden"."""
        goes_on = k + 1 < len(self.words) and self.lower[k] == "of" and is_name(self.sentence, k + 1)
        named = goes_on and is_name(self.sentence, k - 1) and self.kind(k - 1)
        return self.end_of(k + 1) if named else k

    def end_of_joined(self, k: int) -> int:
        """The end of "A and B" where the second name follows token k."""
        if k + 1 < len(self.words) and self.lower[k] == "and" and is_name(self.sentence, k + 1):
            return self.end_of(k + 1)
        return 0

    def trails(self, j: int, k: int) -> bool:
        """Is token k a common noun, of no kind of place, that a headline's capitals tie to a listed place before it?"""
        common = self.tags[k] & pos.NOUN and not self.kind(k) and self.lower[k] not in self.roles.outlets
        return bool(common) and self.known(self.sentence.slice(j, k)) and not self.known(self.sentence.slice(j, k + 1))

    def acts(self, i: int) -> bool:
        """Is the last word of a name that of a force or body, not of a place?"""
        word = self.lower[i]
        return (
            word in self.roles.agents
            or word in self.roles.outlets
            or (word.endswith("s") and word[:-1] in self.roles.agents)
        )

    def goes_on(self, k: int) -> bool:
        if k >= len(self.words):
            return False
        bits = self.tags[k]
        if bits & pos.ADJ and not bits & (OTHERWISE | pos.NOUN | pos.NAME):
            return self.goes_on(k + 1)  # "at the Bush environmental legacy"
        return bool(bits & (pos.NOUN | pos.NOUNS)) and not bits & OTHERWISE

    def is_acronym(self, j: int, k: int) -> bool:
        """Is an unlisted name one word in capitals alone, where the copy writes others small: "at CPAC"?"""
        return k == j + 1 and self.words[j].isalpha() and self.words[j].isupper() and not self._shouts

    def modifies(self, k: int) -> bool:
        """Does the noun at token k only belong to the next one ("Homs state television")?"""
        if k + 1 >= len(self.words) or (is_name(self.sentence, k + 1) and not self.sentence.headline):
            return False
        bits = self.tags[k + 1]
        if (
            bits & pos.GERUND
            and k + 2 < len(self.words)
            and self.tags[k + 2] & (pos.NUM | pos.DET | pos.ADJ | pos.NOUNS)
        ):
            return False  # "... area killing 10"
        return bool(bits & (pos.NOUN | pos.NOUNS)) and not bits & (OTHERWISE & ~pos.GERUND)
