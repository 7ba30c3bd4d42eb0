"""The corpus: articles with their figures in SQLite or PostgreSQL, found again by blocking keys."""

from figurecheck.storage.corpus import Added, Corpus
from figurecheck.storage.database import Database
from figurecheck.storage.errors import BroadError, CorpusError
from figurecheck.storage.loading import Outcome, Status
from figurecheck.storage.workers import WorkerError, deaf, spread, usable_cores

__all__ = [
    "Added",
    "BroadError",
    "Corpus",
    "CorpusError",
    "Database",
    "Outcome",
    "Status",
    "WorkerError",
    "deaf",
    "spread",
    "usable_cores",
]
