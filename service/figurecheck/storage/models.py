"""What the desk keeps beside its corpus: keys to the service, what was decided of flags, and audits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Literal, TypeVar

from advanced_alchemy.base import BasicAttributes
from advanced_alchemy.repository import SQLAlchemySyncRepository
from advanced_alchemy.types import DateTimeUTC
from pydantic import ConfigDict
from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from figurecheck.model import Model
from figurecheck.storage import schema
from figurecheck.storage.database import Database

Scope = Literal["read", "write", "admin"]
"""What a key may do; each contains those before it."""
FlagStatus = Literal["open", "accepted", "dismissed"]
AuditState = Literal["queued", "running", "done", "failed", "cancelled"]

_Word = String(16)
_Time = DateTimeUTC(timezone=True)


class Base(BasicAttributes, DeclarativeBase):
    """A row of one of the desk's tables."""

    metadata = schema.metadata


RowT = TypeVar("RowT", bound=Base)


class Repository(SQLAlchemySyncRepository[RowT]):
    """The rows of one table, by way of one session; errors stay the database's own, for `clear_errors` to tell."""

    def __init__(self, session: Session) -> None:
        super().__init__(session=session, wrap_exceptions=False)


class Shown(Model):
    """What is shown of a row."""

    model_config = ConfigDict(from_attributes=True)


@contextmanager
def reading(database: Database) -> Iterator[Session]:
    """A session to read with."""
    with database.reading() as connection, Session(connection) as session:
        yield session


@contextmanager
def writing(database: Database) -> Iterator[Session]:
    """A session whose changes are kept when the block ends, all of them or, if it raises, none."""
    with database.writing() as connection, Session(connection) as session:
        yield session
        session.flush()


def now() -> datetime:
    """The time of whatever is done now."""
    return datetime.now(UTC)


class KeyRow(Base):
    """A key to the service. `id` is its public part; of its secret part only a digest is kept."""

    __tablename__ = "api_key"

    id: Mapped[str] = mapped_column(_Word, primary_key=True)
    name: Mapped[str] = mapped_column(schema.TEXT, unique=True)
    scope: Mapped[str] = mapped_column(_Word)
    digest: Mapped[str] = mapped_column(String(64))
    created: Mapped[datetime] = mapped_column(_Time)
    last_used: Mapped[datetime | None] = mapped_column(_Time)
    revoked: Mapped[datetime | None] = mapped_column(_Time)


class FlagRow(Base):
    """A flag that was raised and what was decided of it; `record` is the flag as JSON, as it was raised last."""

    __tablename__ = "flag"
    __table_args__ = (
        UniqueConstraint("article", "fingerprint"),
        Index("flag_by_fingerprint", "fingerprint"),
        Index("flag_by_status", "status", "number"),
        Index("flag_by_code", "code", "number"),
        {"sqlite_autoincrement": True},
    )

    number: Mapped[int] = mapped_column(schema.NUMBER, primary_key=True)
    article: Mapped[str] = mapped_column(schema.TEXT)
    fingerprint: Mapped[str] = mapped_column(String)
    code: Mapped[str] = mapped_column(_Word)
    severity: Mapped[str] = mapped_column(_Word)
    status: Mapped[str] = mapped_column(_Word)
    note: Mapped[str | None] = mapped_column(Text)
    decided_by: Mapped[str | None] = mapped_column(schema.TEXT)
    decided: Mapped[datetime | None] = mapped_column(_Time)
    raised: Mapped[datetime] = mapped_column(_Time)
    seen: Mapped[datetime] = mapped_column(_Time)
    record: Mapped[str] = mapped_column(Text)


class AuditRow(Base):
    """A batch audit: what was asked, how far it is, what it found. `beat` is when its runner last said it lives."""

    __tablename__ = "audit"
    __table_args__ = (Index("audit_by_state", "state"), Index("audit_by_time", "created", "id"))

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    state: Mapped[str] = mapped_column(_Word)
    stage: Mapped[str | None] = mapped_column(_Word)
    done: Mapped[int]
    total: Mapped[int | None]
    error: Mapped[str | None] = mapped_column(Text)
    created: Mapped[datetime] = mapped_column(_Time)
    started: Mapped[datetime | None] = mapped_column(_Time)
    beat: Mapped[datetime | None] = mapped_column(_Time)
    finished: Mapped[datetime | None] = mapped_column(_Time)
    request: Mapped[str] = mapped_column(Text)
    result: Mapped[str | None] = mapped_column(Text)
