"""Batch audits that the service was asked for: waiting, running and done."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast
from uuid import uuid4

from sqlalchemy import CursorResult, and_, or_, select, update
from sqlalchemy.orm import Session

from figurecheck.storage.database import Database
from figurecheck.storage.models import AuditRow, AuditState, Repository, Shown, now, reading, writing

_UNTAKEN: dict[str, Any] = {
    "state": "queued", "stage": None, "done": 0, "total": None, "started": None, "beat": None,
}  # fmt: skip
"""What an audit is that waits for a runner."""


class Audit(Shown):
    """An audit: what was asked (`request`) and found (`result`), both JSON; `done` of `total` articles of its stage.

    `beat` is when its runner last said that it lives.
    """

    id: str
    state: AuditState
    stage: str | None
    done: int
    total: int | None
    error: str | None
    created: datetime
    started: datetime | None
    beat: datetime | None
    finished: datetime | None
    request: str
    result: str | None


class _Audits(Repository[AuditRow]):
    model_type = AuditRow


class Audits:
    """The audits of a corpus. Many runners may share them: each audit is taken by one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, request: str) -> Audit:
        """A new audit that waits for a runner."""
        with writing(self._database) as session:
            row = AuditRow(id=uuid4().hex, state="queued", done=0, created=now(), request=request)
            return Audit.model_validate(_Audits(session).add(row))

    def get(self, audit_id: str) -> Audit | None:
        """The audit of this id, or None."""
        with reading(self._database) as session:
            row = _Audits(session).get_one_or_none(id=audit_id)
            return None if row is None else Audit.model_validate(row)

    def page(self, *, before: Audit | None = None, limit: int = 50) -> list[Audit]:
        """The audits asked for last first, from those older than `before` on."""
        query = select(AuditRow).order_by(AuditRow.created.desc(), AuditRow.id.desc()).limit(limit)
        if before is not None:
            as_old = and_(AuditRow.created == before.created, AuditRow.id < before.id)
            query = query.where(or_(AuditRow.created < before.created, as_old))
        with reading(self._database) as session:
            return [Audit.model_validate(row) for row in session.scalars(query)]

    def waiting(self, silent: timedelta) -> bool:
        """Whether an audit waits, or has been left by a runner that has said nothing for so long. Only reads."""
        left = and_(AuditRow.state == "running", AuditRow.beat < now() - silent)
        with reading(self._database) as session:
            return session.scalar(select(AuditRow.id).where(or_(AuditRow.state == "queued", left)).limit(1)) is not None

    def take(self) -> Audit | None:
        """The audit that has waited longest, now running and this runner's own; None where none waits."""
        waiting = select(AuditRow.id).where(AuditRow.state == "queued").order_by(AuditRow.created, AuditRow.id)
        with writing(self._database) as session:
            audit_id = session.scalar(waiting.limit(1).with_for_update(skip_locked=True))
            at = now()
            return _change(session, audit_id or "", ["queued"], state="running", started=at, beat=at)

    def tell(self, audit_id: str, stage: str, done: int, total: int | None) -> bool:
        """Writes down how far a running audit is; False where it was cancelled, and its runner is to stop."""
        with writing(self._database) as session:
            values = {"stage": stage, "done": done, "total": total, "beat": now()}
            return _change(session, audit_id, ["running"], **values) is not None

    def finish(self, audit_id: str, result: str) -> bool:
        """Writes down what a running audit found; False where it was cancelled."""
        return self._end(audit_id, ["running"], state="done", result=result) is not None

    def fail(self, audit_id: str, error: str) -> bool:
        """Writes down why a running audit did not come to its end; False where it was cancelled."""
        return self._end(audit_id, ["running"], state="failed", error=error) is not None

    def cancel(self, audit_id: str) -> Audit | None:
        """Ends an audit that waits or runs; None where there is no such one."""
        return self._end(audit_id, ["queued", "running"], state="cancelled")

    def requeue(self, silent: timedelta) -> int:
        """Running audits whose runner has said nothing for so long wait again, as if never taken; returns how many."""
        left = update(AuditRow).where(AuditRow.state == "running", AuditRow.beat < now() - silent)
        with writing(self._database) as session:
            return cast(CursorResult[Any], session.execute(left.values(**_UNTAKEN))).rowcount

    def release(self, audit_id: str) -> None:
        """A running audit waits again, as if never taken: its runner has to stop."""
        with writing(self._database) as session:
            _change(session, audit_id, ["running"], **_UNTAKEN)

    def _end(self, audit_id: str, states: list[AuditState], **values: Any) -> Audit | None:
        with writing(self._database) as session:
            return _change(session, audit_id, states, finished=now(), **values)


def _change(session: Session, audit_id: str, states: list[AuditState], **values: Any) -> Audit | None:
    """The audit with these values, if it is in one of these states; else None, and nothing is changed."""
    mine = update(AuditRow).where(AuditRow.id == audit_id, AuditRow.state.in_(states))
    row = session.scalar(mine.values(**values).returning(AuditRow))
    return None if row is None else Audit.model_validate(row)
