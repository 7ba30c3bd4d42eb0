"""What articles are checked against: the files of --against, a corpus, or nothing."""

from collections.abc import Mapping
from contextlib import ExitStack
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from figurecheck.cli.inputs import Inputs
from figurecheck.cli.output import advise

if TYPE_CHECKING:
    from figurecheck.checking import EvidenceSource
    from figurecheck.model import Article
    from figurecheck.reporting import Library
    from figurecheck.rulebook import Rulebook
    from figurecheck.settings import Settings


class Background(NamedTuple):
    """Where evidence is found, and where its articles can be read."""

    evidence: "EvidenceSource"
    library: "Mapping[str, Article] | Library"
    names: "Mapping[str, str]" = MappingProxyType({})
    """The paths of its articles by id."""


def background(stack: ExitStack, settings: "Settings", book: "Rulebook", against: Inputs) -> Background:
    """The files given, else the corpus that the settings name, open until the stack closes; else nothing, and a line
    that says so. Raises CorpusError for a corpus that cannot be read."""
    from figurecheck.checking import Accounts

    if against.paths:
        from figurecheck.matching import account

        copies = list(against.track("Reading what to check against"))
        accounts = [account(copy.article, book) for copy in copies]
        names = {copy.article.id: copy.name for copy in copies}
        return Background(Accounts(accounts), {one.article.id: one.article for one in accounts}, names)
    if settings.database is not None:
        from figurecheck.storage import Corpus

        corpus = stack.enter_context(Corpus(settings.database, book, create=False))
        if stale := corpus.stale():
            told = f"{stale} of {len(corpus)} articles of the corpus were read by other rules or another version"
            advise(f"{told}; figurecheck corpus reindex reads them anew")
        return Background(corpus, corpus)
    advise("no corpus named (--against, --database), so each article is checked alone")
    return Background(Accounts(), {})
