"""An audit: read every article once, check each against the others, write what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal

from figurecheck.auditing.folder import AuditError, publish, workspace
from figurecheck.auditing.gravest import Gravest
from figurecheck.auditing.report import Shelf, write_report
from figurecheck.auditing.summary import AuditSummary
from figurecheck.auditing.worker import Checker
from figurecheck.model import Article
from figurecheck.rulebook import Rulebook, load_rulebook
from figurecheck.storage import Corpus, WorkerError, spread, usable_cores
from figurecheck.storage.batches import portions

Stage = Literal["read", "check", "write"]
Progress = Callable[[Stage, int, int | None], object]
"""Told of the stage, the articles done in it, and how many there are, None where that is not known yet."""

SHARES, BATCH = 16, 128
"""A worker's part is done in at least so many batches, of at most so many articles; these are neighbours in time, and
what two of them have in common is found once."""
SHOWN = 5_000
"""The most flags on the page: more than anyone reads, and what a browser still shows at once."""


def audit(
    articles: Iterable[Article],
    out: Path,
    rulebook: Rulebook | None = None,
    *,
    select: frozenset[str] | None = None,
    names: Mapping[str, str] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> AuditSummary:
    """Checks every article against all the others and writes flags.jsonl and report.html into the folder `out`.

    `select` names the codes to run, else all that are enabled; `names` says, by id, what to call articles without a
    source, such as their paths, and may grow while `articles` are taken. `workers` processes share the work, by default
    one for each core; results do not depend on their number. While it runs, articles are spilled to disk under `out`,
    so that memory stays bounded. Raises AuditError for a folder that cannot be written to or a worker that died, and
    CorpusError where the disk fails.
    """
    rulebook = rulebook or load_rulebook()
    tell = progress or (lambda stage, done, total: None)
    out = Path(out)
    summary = AuditSummary(out / "flags.jsonl", out / "report.html", rulebook.hash)
    with workspace(out) as folder:
        try:
            _run(folder, articles, rulebook, select, names or {}, workers or usable_cores(), summary, tell)
        except WorkerError as error:
            raise AuditError(str(error)) from error
        publish(folder / summary.flags.name, out)
        publish(folder / summary.report.name, out)
    return summary


def _run(
    folder: Path,
    articles: Iterable[Article],
    rulebook: Rulebook,
    select: frozenset[str] | None,
    names: Mapping[str, str],
    workers: int,
    summary: AuditSummary,
    tell: Progress,
) -> None:
    address = f"sqlite:///{folder / 'articles.db'}"
    with Corpus(address, rulebook) as corpus, Checker(address, rulebook, select) as checker:
        _read(corpus, articles, workers, summary, tell)
        gravest = _check(corpus.numbers(), checker, folder / summary.flags.name, workers, summary, tell)
        tell("write", 0, None)
        write_report(folder, gravest, Shelf(corpus, names), summary)


def _read(corpus: Corpus, articles: Iterable[Article], workers: int, summary: AuditSummary, tell: Progress) -> None:
    for done, outcome in enumerate(corpus.load(articles, workers=workers), 1):
        summary.repeated += outcome.status == "unchanged"
        summary.replaced += outcome.status == "changed"
        if outcome.error:
            summary.failed[outcome.id] = outcome.error
        tell("read", done, None)
    summary.articles, summary.figures = len(corpus), corpus.figure_count()


def _check(
    numbers: Sequence[int], checker: Checker, file: Path, workers: int, summary: AuditSummary, tell: Progress
) -> Gravest:
    """Writes each flag on a line, in the order of the articles' times and ids; returns those for the page."""
    gravest, done, offset = Gravest(SHOWN), 0, 0
    batches = portions(numbers, min(BATCH, len(numbers) // (SHARES * workers) + 1))
    with file.open("wb") as flags:
        for batch in spread(checker, batches, workers):
            for found in batch.flags:
                offset += flags.write(found.line)
                gravest.add(found, offset - len(found.line))
                summary.severities[found.severity] += 1
                summary.codes[found.code] += 1
            done += batch.articles
            tell("check", done, summary.articles)
    return gravest
