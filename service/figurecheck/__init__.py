"""Finds the figures in news copy, lines them up across sources and flags the ones that disagree.

The whole public library: `Article`, `extract`, `compare`, `check`, `series`, `Corpus` and `audit`. Importing it loads
nothing; each name brings its room with its first use.
"""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from figurecheck.auditing import audit
    from figurecheck.checking import EvidenceSource
    from figurecheck.model import Article, Comparison, Figure, Flag, Report, Series
    from figurecheck.rulebook import Rulebook
    from figurecheck.storage import Corpus

__all__ = [
    "Article",
    "Comparison",
    "Corpus",
    "Figure",
    "Flag",
    "Report",
    "Series",
    "audit",
    "check",
    "compare",
    "extract",
    "series",
]

_HOMES = {
    "Article": "figurecheck.model",
    "Comparison": "figurecheck.model",
    "Corpus": "figurecheck.storage",
    "Figure": "figurecheck.model",
    "Flag": "figurecheck.model",
    "Report": "figurecheck.model",
    "Series": "figurecheck.model",
    "audit": "figurecheck.auditing",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version(__name__)
    try:
        home = _HOMES[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})


def extract(article: "Article | str", *, rules: "Sequence[Path]" = ()) -> "list[Figure]":
    """The figures of an article or a bare text, in the order they stand in: title first, then the text.

    `rules` are folders of a desk's own tables, laid over the shipped ones. Raises `RulesError` for a table of them
    that is wrong.
    """
    from figurecheck.extraction import extract as read

    return read(_article(article), _rulebook(rules))


def compare(articles: "Iterable[Article]", *, rules: "Sequence[Path]" = ()) -> "list[Comparison]":
    """The comparable figures of each two articles, the earlier article at the left; never two figures of one article.

    An undated article counts as later than any dated one. Raises `RulesError` for a table of `rules` that is wrong.
    """
    from figurecheck.matching import account
    from figurecheck.matching.several import compare_several

    book = _rulebook(rules)
    return compare_several([account(_article(article), book) for article in articles], book)


def series(articles: "Iterable[Article]", *, rules: "Sequence[Path]" = ()) -> "list[Series]":
    """What the articles give of each thing that several speak of, in order of time, with its independent sources.

    Outlets that credit one agency, or copy a sentence, are one source. Raises `RulesError` for a table of `rules` that
    is wrong.
    """
    from figurecheck.checking import Accounts
    from figurecheck.checking import series as gather
    from figurecheck.matching import account

    book = _rulebook(rules)
    accounts = [account(_article(article), book) for article in articles]
    return gather(accounts, Accounts(accounts), book)


def check(
    article: "Article | str",
    against: "Iterable[Article | str] | EvidenceSource" = (),
    *,
    rules: "Sequence[Path]" = (),
    select: "Sequence[str]" = (),
    ignore: "Sequence[str]" = (),
) -> "Report":
    """What is wrong with the figures of an article, read alone and beside the articles or the corpus `against`.

    `select` and `ignore` name rules by code, by the beginning of codes ("FC2") or by name. Raises `RulesError` for a
    table of `rules` that is wrong, `SelectionError` for a code that no rule has, `CorpusError` for a corpus that cannot
    be read.
    """
    from figurecheck.checking import Accounts, check_account
    from figurecheck.matching import account
    from figurecheck.rulebook.selection import selection

    book = _rulebook(rules)
    evidence: EvidenceSource
    if isinstance(against, Iterable):
        evidence = Accounts(account(_article(other), book) for other in against)
    else:
        evidence = against
    return check_account(account(_article(article), book), evidence, book, selection(book.flags, select, ignore))


def _article(article: "Article | str") -> "Article":
    from figurecheck.model import Article

    return Article(text=article) if isinstance(article, str) else article


def _rulebook(rules: "Sequence[Path]") -> "Rulebook":
    from figurecheck.rulebook import load_rulebook

    return load_rulebook(tuple(rules))
