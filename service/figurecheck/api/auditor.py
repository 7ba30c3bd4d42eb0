"""What runs the audits that were asked for: one at a time, beside the requests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import anyio
from anyio import BrokenWorkerProcess, to_thread
from pydantic import Field

from figurecheck.api.desk import Desk
from figurecheck.api.logs import logger
from figurecheck.api.readers import Readers
from figurecheck.auditing import AuditError, audit
from figurecheck.model import Article, Flag, Model
from figurecheck.rulebook.selection import selection
from figurecheck.storage import CorpusError
from figurecheck.storage.audits import Audit, Audits
from figurecheck.storage.flags import Flags

POLL = 5
"""Seconds after which one looks for audits that another process was asked for."""
SILENT = timedelta(minutes=10)
"""A runner that has said nothing for so long is dead, and its audit starts again."""
TELL = 0.5
"""Seconds between two words on how far an audit is."""


class AuditRequest(Model):
    """What an audit is to look for."""

    select: tuple[str, ...] = Field(default=(), description="Codes of the only rules to run; all that are on if empty.")
    ignore: tuple[str, ...] = Field(default=(), description="Codes of rules not to run.")


class AuditResult(Model):
    """What an audit found, in numbers; the flags are under /v1/flags."""

    rules: str
    articles: int
    figures: int
    flags: int
    dismissed: int = Field(description="Flags that the desk had dismissed, which are left out.")
    severities: dict[str, int]
    codes: dict[str, int]


class CancelledError(Exception):
    """The audit is no longer wanted."""


class Auditor:
    """Runs the audits that wait in the corpus, by way of readers."""

    def __init__(self, desk: Desk, readers: Readers, workers: int) -> None:
        self._desk = desk
        self._readers = readers
        self._workers = workers
        self._asked = anyio.Event()
        self._idle = anyio.Event()
        self._ending = False

    def wake(self) -> None:
        """Has it look at once. Called in the event loop."""
        self._asked.set()

    async def finish(self, seconds: float) -> None:
        """Takes no more, and waits so long at most for the audit that runs. One that then is not done waits again."""
        self._ending = True
        self.wake()
        with anyio.move_on_after(seconds):
            await self._idle.wait()

    async def run(self) -> None:
        """Runs audits until it is to finish, or is cancelled."""
        try:
            await self._run()
        finally:
            self._idle.set()

    async def _run(self) -> None:
        while not self._ending:
            try:
                if not await self._next():
                    self._asked = anyio.Event()
                    with anyio.move_on_after(POLL):
                        await self._asked.wait()
            except CorpusError as error:
                logger.error("failed", exc_info=error)
                await anyio.sleep(POLL)

    async def _next(self) -> bool:
        """Runs the audit that has waited longest; False where none waits."""
        found = await to_thread.run_sync(_take, self._desk)
        if found is None:
            return False
        with TemporaryDirectory(prefix="figurecheck-audit-", ignore_cleanup_errors=True) as folder:
            try:
                await self._readers.beside(run, found, Path(folder), self._workers)
            except anyio.get_cancelled_exc_class():
                with anyio.CancelScope(shield=True):
                    await to_thread.run_sync(Audits(self._desk.kept.database).release, found.id)
                raise
            except Exception as error:
                logger.error("failed", exc_info=error)
                why = "its process died" if isinstance(error, BrokenWorkerProcess) else "a bug; the log has the cause"
                await to_thread.run_sync(Audits(self._desk.kept.database).fail, found.id, why)
        return True


def _take(desk: Desk) -> Audit | None:
    audits = Audits(desk.kept.database)
    if not audits.waiting(SILENT):
        return None
    audits.requeue(SILENT)
    return audits.take()


def run(desk: Desk, asked: Audit, folder: Path, workers: int) -> None:
    """Runs an audit, in as many processes, and writes down how far it is, and what it found."""
    audits, request = Audits(desk.kept.database), AuditRequest.model_validate_json(asked.request)
    said: tuple[str, float] = ("", 0.0)

    def tell(stage: str, done: int, total: int | None) -> None:
        nonlocal said
        if stage == said[0] and monotonic() - said[1] < TELL:
            return
        said = (stage, monotonic())
        if not audits.tell(asked.id, stage, done, total):
            raise CancelledError

    codes = selection(desk.book.flags, request.select or desk.select, (*request.ignore, *desk.ignore))
    try:
        summary = audit(_articles(desk), folder, desk.book, select=codes, workers=workers, progress=tell)
        memory = Flags(desk.kept.database)
        left, dismissed = _remember(summary.flags, memory, codes)
        memory.settle(asked.started or asked.created, codes)
    except CancelledError:
        return
    except (AuditError, CorpusError) as error:
        audits.fail(asked.id, str(error))
        return
    result = AuditResult(
        rules=summary.rules,
        articles=summary.articles,
        figures=summary.figures,
        flags=len(left),
        dismissed=dismissed,
        severities=Counter(flag[0] for flag in left),
        codes=Counter(flag[1] for flag in left),
    )
    audits.finish(asked.id, result.model_dump_json())


def _articles(desk: Desk) -> Iterator[Article]:
    for head in desk.kept.articles():
        article = desk.kept.get(head.id)
        if article is not None:
            yield article


def _remember(file: Path, memory: Flags, codes: Collection[str]) -> tuple[list[tuple[str, str]], int]:
    """Keeps the flags that the desk has not dismissed; their severities and codes, and how many were left out."""
    left, dismissed = [], 0
    with file.open(encoding="utf-8") as lines:
        for name, group in groupby(map(Flag.model_validate_json, lines), key=lambda flag: flag.article):
            flags = list(group)
            kept = memory.sift(name, flags, codes)
            left += [(flag.severity.value, flag.code) for flag in kept]
            dismissed += len(flags) - len(kept)
    return left, dismissed
