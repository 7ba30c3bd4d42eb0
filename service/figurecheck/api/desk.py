"""What requests are answered with: the rules in force, those of them that run, and the corpus."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from figurecheck.rulebook import Rulebook, load_rulebook
from figurecheck.rulebook.selection import selection
from figurecheck.settings import Settings, SettingsError
from figurecheck.storage import Corpus

if TYPE_CHECKING:
    from figurecheck.api.settings import ServiceSettings


class NoCorpusError(ValueError):
    """What was asked needs a corpus, and there is none."""


@dataclass(frozen=True)
class Desk:
    """Can be sent to another process, which then has its own connection to the corpus."""

    database: str | None = None
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, settings: Settings) -> Desk:
        """The desk of these settings."""
        return cls(settings.database, settings.rules, settings.select, settings.ignore)

    def __reduce__(self) -> tuple[object, ...]:
        return Desk, (self.database, self.rules, self.select, self.ignore)

    @property
    def book(self) -> Rulebook:
        """The rules in force. Raises RulesError for a table that is wrong."""
        return load_rulebook(self.rules)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the rules that run. Raises SelectionError for a code that no rule has."""
        return selection(self.book.flags, self.select, self.ignore)

    @cached_property
    def corpus(self) -> Corpus | None:
        """The corpus to check against, if there is one. Raises CorpusError for one that cannot be opened."""
        return None if self.database is None else Corpus(self.database, self.book, create=False)

    @property
    def kept(self) -> Corpus:
        """The corpus. Raises NoCorpusError where there is none, and CorpusError for one that cannot be opened."""
        if self.corpus is None:
            raise NoCorpusError("this service keeps no corpus")
        return self.corpus

    def open(self) -> None:
        """Raises what its parts raise, before anyone asks for them."""
        assert self.codes is not None
        assert self.corpus is None or self.corpus.name

    def open_for(self, service: ServiceSettings) -> None:
        """The same for a service, which makes the corpus where there is none yet: articles come in by its own routes.

        Raises SettingsError, too, where it needs keys and has no corpus to hold them.
        """
        if self.database is not None:
            Corpus(self.database, create=True).close()
        self.open()
        if service.keyed and self.corpus is None:
            needs = "the keys that it asks for stand in the corpus; give --database, and see figurecheck keys"
            raise SettingsError(f"serving on {service.host} needs a corpus: {needs}")

    def close(self) -> None:
        """Gives back the connections."""
        corpus = self.__dict__.pop("corpus", None)
        if corpus is not None:
            corpus.close()
