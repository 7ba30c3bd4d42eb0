"""What each token may open, worked out once a word: readers go straight to where they have something to read.

A token's cues are one byte, so that those of a sentence that carry a cue are found without a look at the rest.
"""

from itertools import compress, count
from typing import Final

from figurecheck.extraction.days import is_year
from figurecheck.model import Stance
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

JOINED: Final = 1
"""The token follows the one before without a blank."""
CAPITAL: Final = 2
"""It is a word that begins with a capital."""
NUMBER: Final = 4
"""A number can begin at it."""
TIME: Final = 8
"""It is a word of time or a year."""
PLACE: Final = 16
"""It is a preposition that a place can follow."""
SOURCE: Final = 32
"""It tells of a source or a stance without a verb: an adverb, "according", the colon behind a source."""
TURN: Final = 64
"""It turns to another speaker or thing: "but", "while"."""
VERB: Final = 128
"""A verb group can begin at it."""

TAGGING: Final = frozenset({":", "-", "–", "—", "--"})
"""What sets a source apart from what it says: "Police: 3 dead in shooting"."""
_VERBAL: Final = pos.ANY_VERB | pos.AUX | pos.MODAL | pos.TO
_CARRY: Final = {1 << bit: bytes(byte & 1 << bit for byte in range(256)) for bit in range(8)}
"""For each cue the table that leaves nothing but it of a byte."""


def tokens_with(cue: int, cues: bytes) -> list[int]:
    """The tokens that carry a cue, in order."""
    return [*compress(count(), cues.translate(_CARRY[cue]))]


class Cues:
    """The cues of single words, as the rules have them."""

    __slots__ = ("numbers", "places", "sources", "times", "turns")

    def __init__(self, rulebook: Rulebook) -> None:
        self.numbers = rulebook.numerals.candidates
        self.times = rulebook.calendar.terms
        self.places = rulebook.roles.at
        self.turns = rulebook.roles.turning
        self.sources = TAGGING | _markers(rulebook)

    def of(self, word: str, tags: int) -> int:
        """The cues of a word in lower case."""
        return (
            NUMBER * (word in self.numbers or (tags & pos.NUM and word[-1].isdecimal()))
            | TIME * (word in self.times or is_year(word))
            | PLACE * (word in self.places)
            | SOURCE * (word in self.sources)
            | TURN * (word in self.turns)
            | VERB * (tags & _VERBAL != 0)
        )


def _markers(rulebook: Rulebook) -> frozenset[str]:
    """The words beside verbs that tell of a source or a stance: adverbs, adjectives that doubt, "according"."""
    tables = rulebook.lexicon.attributions
    doubting = (word for word, stance in tables.adjectives.items() if stance is not Stance.STATED)
    single = (
        phrase.partition(" ")[0] for phrase in tables.phrases if phrase.startswith("according") or " " not in phrase
    )
    return frozenset((*tables.adverbs, *doubting, *single))
