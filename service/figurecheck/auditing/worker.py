"""The part of an audit that runs in many processes: accounts in, flags out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import NamedTuple, Self

from figurecheck.auditing.memory import Memory
from figurecheck.checking import check_account
from figurecheck.model import Flag, Severity
from figurecheck.reporting.checked import reading_order
from figurecheck.rulebook import Rulebook
from figurecheck.storage import Corpus


class Found(NamedTuple):
    """A flag as one line of JSON in UTF-8, with what it is sorted and grouped by.

    `figures` are the ids of the flagged figure and of its evidence; `score` is that of its comparison, 0 without one.
    """

    severity: Severity
    code: str
    name: str
    figures: tuple[str, ...]
    score: float
    line: bytes


class Batch(NamedTuple):
    """What was found in a number of articles."""

    articles: int
    flags: list[Found]


@dataclass(frozen=True)
class Checker:
    """Checks articles of a corpus, given by their numbers, against the rest of it. Can be sent to another process."""

    address: str
    rulebook: Rulebook
    select: frozenset[str] | None = None
    memory: Memory = field(default_factory=Memory)
    _open: list[Corpus] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        while self._open:
            self._open.pop().close()

    @property
    def corpus(self) -> Corpus:
        """This process's own connection to the corpus."""
        if not self._open:
            self._open.append(Corpus(self.address, self.rulebook, create=False))
        return self._open[0]

    def __call__(self, numbers: Sequence[int]) -> Batch:
        """The flags of these articles, in their order and that of their texts."""
        return Batch(len(numbers), list(self._flags(numbers)))

    def _flags(self, numbers: Sequence[int]) -> Iterator[Found]:
        for account in self.corpus.accounts(numbers):
            report = check_account(account, self.corpus, self.rulebook, self.select, compare=self.memory)
            for flag in sorted(report.flags, key=lambda one: (*reading_order(one.figure), one.code)):
                yield found(flag)


def found(flag: Flag) -> Found:
    """The flag, ready to be written and grouped."""
    figures = dict.fromkeys((flag.figure.id, *(one.figure.id for one in flag.evidence)))
    score = flag.comparison.score if flag.comparison else 0.0
    line = f"{flag.model_dump_json()}\n".encode()
    return Found(flag.severity, flag.code, flag.name, tuple(figures), score, line)
