"""Full names: how an article names somebody at first mention."""

import re
from typing import Final

from figurecheck.extraction.grammar import CLOSED
from figurecheck.rulebook import Rulebook

LOOKS: Final = 4
"""How many mentions of a surname are looked at for the first name."""
NAME: Final = re.compile(r"(?:(?:[A-Z][\w’'-]+|[A-Z]\.|[A-Z][a-z]{1,3}\.) )+$")


class FullNames:
    """The full forms of the surnames of one text, found when first asked for."""

    __slots__ = ("_full", "rulebook", "text")

    def __init__(self, text: str, rulebook: Rulebook) -> None:
        self.text = text
        self.rulebook = rulebook
        self._full: dict[str, str] = {}

    def full(self, name: str) -> str:
        """A name as the article gives it at its fullest ("Zelensky" -> "Volodymyr Zelensky")."""
        found = self._full.get(name)
        if found is None:
            found = self._full[name] = self._fullest(name) if self._is_surname(name) else name
        return found

    def _is_surname(self, name: str) -> bool:
        """Can the name be the last word of a longer one?"""
        if " " in name or not name[:1].isupper() or name.isupper():
            return False
        return self.rulebook.lexicon.nation_of(name) is None

    def _fullest(self, name: str) -> str:
        """The first mention with a first name before it."""
        at = -1
        for _ in range(LOOKS):
            at = self.text.find(name, at + 1)
            if at < 0:
                break
            before = NAME.search(self.text[max(0, at - 60) : at])
            if before:
                return self._untitled(before.group() + name) or name
        return name

    def _untitled(self, name: str) -> str:
        words = name.split(" ")
        rulebook, last = self.rulebook, 0
        for i, word in enumerate(words[:-1]):
            lower = word.lower()
            bare = lower.rstrip(".")
            title = bare in rulebook.roles.titles or rulebook.lexicon.nation_of(word) is not None
            ends = word != bare and word.endswith(".") and len(bare) > 1
            if title or ends or bare in rulebook.calendar.dated or rulebook.words.tags(lower) & CLOSED:
                last = i + 1
        return " ".join(words[last:])
