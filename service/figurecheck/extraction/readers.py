"""What the readers of one sentence start from."""

from typing import Final

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook

HANGING: Final = frozenset({"-", "+"})
"""What a hedge begins with that hangs on its number."""


class SentenceReader:
    """Reads the tokens of a sentence `s`, `n` of them, by the rules and their measures `m`."""

    __slots__ = ("m", "n", "rules", "s")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.s = sentence
        self.n = len(sentence.words)
        self.rules = rules
        self.m = rules.measures

    def past_trail(self, i: int) -> int:
        """Past a hedge that hangs on the number before token i: the odd of "50-odd miles", the plus of "20+ years"."""
        s = self.s
        if i >= self.n or s.words[i] not in HANGING or not s.glued(i):
            return i
        trails = (words for words, _ in self.rules.hedges.after.get(s.words[i], ()))
        return next((i + len(words) for words in trails if tuple(s.lower[i : i + len(words)]) == words), i)


class ClauseReader:
    """Reads the clauses of a sentence, by the lexicon and the roles of its words."""

    __slots__ = ("actions", "clauses", "lexicon", "lower", "roles", "tags", "words")

    def __init__(self, clauses: Clauses, rulebook: Rulebook) -> None:
        self.clauses = clauses
        self.tags = clauses.tags
        self.lower = clauses.lower
        self.lexicon = rulebook.lexicon
        self.actions = rulebook.lexicon.actions
        self.roles = rulebook.roles
        self.words = rulebook.words
