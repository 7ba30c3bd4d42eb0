"""The part of an audit that runs in many processes: accounts in, flags out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import NamedTuple, Self

from figurecheck.checking import check_account
from figurecheck.model import Severity
from figurecheck.reporting.checked import reading_order
from figurecheck.rulebook import Rulebook
from figurecheck.storage import Corpus


class Found(NamedTuple):
    """A flag: its severity and code, and itself as a line of JSON."""

    severity: Severity
    code: str
    line: str


class Batch(NamedTuple):
    """What was found in a number of articles."""

    articles: int
    flags: list[Found]


@dataclass(frozen=True)
class Checker:
    """Checks articles of a corpus, given by their numbers, against the rest of it. Can be sent to another process."""

    address: str
    rulebook: Rulebook
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
        """The flags of these articles, in their order."""
        return Batch(len(numbers), list(self._flags(numbers)))

    def _flags(self, numbers: Sequence[int]) -> Iterator[Found]:
        for account in self.corpus.accounts(numbers):
            report = check_account(account, self.corpus, self.rulebook)
            for flag in sorted(report.flags, key=lambda one: (*reading_order(one.figure), one.code)):
                yield Found(flag.severity, flag.code, f"{flag.model_dump_json()}\n")
