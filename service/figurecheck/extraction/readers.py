"""What the readers of one sentence start from."""

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook


class SentenceReader:
    """Reads the tokens of a sentence `s`, `n` of them, by the rules and their measures `m`."""

    __slots__ = ("m", "n", "rules", "s")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.s = sentence
        self.n = len(sentence.words)
        self.rules = rules
        self.m = rules.measures


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
