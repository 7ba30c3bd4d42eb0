"""The desk's memory: every flag that was raised, and what was decided of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import cast

from advanced_alchemy.operations import OnConflictUpsert
from sqlalchemy import Insert, Table, delete, select

from figurecheck.model import Flag
from figurecheck.model.base import utf8
from figurecheck.storage import schema
from figurecheck.storage.database import Database
from figurecheck.storage.models import FlagRow, FlagStatus, Repository, Shown, now, reading, writing

_SEEN_AGAIN = ["code", "severity", "seen", "record"]
"""What a flag brings with it each time it is raised; the rest is the desk's."""


class Raised(Shown):
    """A flag with the desk's word on it. `raised` is when it was first raised, `seen` when last."""

    number: int
    status: FlagStatus
    note: str | None
    decided: datetime | None
    decided_by: str | None
    raised: datetime
    seen: datetime
    flag: Flag


class _Flags(Repository[FlagRow]):
    model_type = FlagRow
    id_attribute = "number"


class Flags:
    """The flags of a corpus's articles and of the drafts checked against it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def remember(self, article: str, flags: Sequence[Flag], codes: Collection[str] | None = None) -> list[Raised]:
        """These are the article's flags now: new ones are open, known ones keep what was decided, in the order given.

        Open ones without a note that are no more among them are forgotten; a decision is kept, should its flag return.
        `codes` names the rules that ran, where not all did: what others raised stays.
        """
        at, article, by_fingerprint = now(), utf8(article), {flag.fingerprint: flag for flag in flags}
        gone = delete(FlagRow).where(
            FlagRow.article == article,
            FlagRow.status == "open",
            FlagRow.note.is_(None),
            FlagRow.fingerprint.not_in(by_fingerprint),
        )
        if codes is not None:
            gone = gone.where(FlagRow.code.in_(codes))
        if not flags and not self.page(article=article, limit=1):
            return []
        with writing(self._database) as session:
            self._database.claim(session.connection(), [article])
            session.execute(gone)
            for flag in by_fingerprint.values():
                session.execute(_upsert(article, flag, at, self._database.kind))
            rows = {row.fingerprint: row for row in session.scalars(select(FlagRow).where(FlagRow.article == article))}
            return [_raised(rows[flag.fingerprint]) for flag in flags]

    def sift(self, article: str, flags: Sequence[Flag], codes: Collection[str] | None = None) -> list[Flag]:
        """Those of the article's flags that the desk has not dismissed, here or in another edition; remembers them."""
        left = self.undismissed(flags)
        self.remember(article, left, codes)
        return left

    def settle(self, since: datetime, codes: Collection[str]) -> None:
        """Forgets what `remember` would of the articles of the corpus: flags of these rules not seen since then.

        An audit says so at its end, as it brings no word of an article that has no flag any more.
        """
        unseen = delete(FlagRow).where(
            FlagRow.article.in_(select(schema.article.c.id)),
            FlagRow.status == "open",
            FlagRow.note.is_(None),
            FlagRow.code.in_(codes),
            FlagRow.seen < since,
        )
        with writing(self._database) as session:
            session.execute(unseen)

    def undismissed(self, flags: Sequence[Flag]) -> list[Flag]:
        """Those that the desk has not dismissed; remembers nothing."""
        if not flags:
            return []
        fingerprints = [flag.fingerprint for flag in flags]
        query = select(FlagRow.fingerprint).where(FlagRow.status == "dismissed", FlagRow.fingerprint.in_(fingerprints))
        with reading(self._database) as session:
            gone = set(session.scalars(query))
        return [flag for flag in flags if flag.fingerprint not in gone]

    def page(self, *, before: int | None = None, limit: int = 50, **equal: str | None) -> list[Raised]:
        """The flags raised last first, from those numbered below `before` on; `equal` may ask for a status, code,
        severity or article."""
        asked = [getattr(FlagRow, name) == value for name, value in equal.items() if value is not None]
        if before is not None:
            asked.append(FlagRow.number < before)
        query = select(FlagRow).where(*asked).order_by(FlagRow.number.desc()).limit(limit)
        with reading(self._database) as session:
            return [_raised(row) for row in session.scalars(query)]

    def get(self, number: int) -> Raised | None:
        """The flag of this number, or None."""
        with reading(self._database) as session:
            row = _Flags(session).get_one_or_none(number=number)
            return None if row is None else _raised(row)

    def decide(self, number: int, said: Mapping[str, str | None], by: str | None) -> Raised | None:
        """Writes down what the desk says of a flag, its `status`, its `note` or both, and who said it.

        What is not said stays, also what someone else says at the same time. Returns the flag as it then is; None where
        no flag has this number.
        """
        with writing(self._database) as session:
            row = _Flags(session).get_one_or_none(number=number, with_for_update=True)
            if row is None:
                return None
            if said:
                row.status, row.note = said.get("status") or row.status, said.get("note", row.note)
                row.decided, row.decided_by = now(), by
            return _raised(row)


def _upsert(article: str, flag: Flag, at: datetime, dialect: str) -> Insert:
    values = {
        "article": article,
        "fingerprint": flag.fingerprint,
        "code": flag.code,
        "severity": flag.severity.value,
        "status": "open",
        "raised": at,
        "seen": at,
        "record": flag.model_dump_json(exclude_defaults=True),
    }
    table = cast(Table, FlagRow.__table__)
    return OnConflictUpsert.create_upsert(table, values, ["article", "fingerprint"], _SEEN_AGAIN, dialect)


def _raised(row: FlagRow) -> Raised:
    own = {name: getattr(row, name) for name in Raised.model_fields if name != "flag"}
    return Raised(**own, flag=Flag.model_validate_json(row.record))
