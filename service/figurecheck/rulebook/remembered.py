"""What was worked out for a word is kept: copy repeats itself, and the rules do not change."""

from collections.abc import Callable
from typing import Final, TypeVar

T = TypeVar("T")

REMEMBERED: Final = 100_000
"""How many words are kept: the vocabulary of years of copy."""
LONGEST: Final = 40
"""Longer ones are links or hostile, and are not kept."""


class Remembered(dict[str, T]):
    """The answers of a function of one word, each worked out when first asked for by `[word]`."""

    def __init__(self, work: Callable[[str], T]) -> None:
        self.work = work

    def __missing__(self, word: str) -> T:
        found = self.work(word)
        if len(self) < REMEMBERED and len(word) <= LONGEST:
            self[word] = found
        return found
