"""Keys to the service: named, scoped, shown once; of the secret only a digest is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from secrets import token_hex, token_urlsafe
from typing import get_args

from sqlalchemy import or_, update

from figurecheck.storage.database import Database
from figurecheck.storage.errors import KeyNameError
from figurecheck.storage.models import KeyRow, Repository, Scope, Shown, now, reading, writing

SCOPES: tuple[Scope, ...] = get_args(Scope)
"""From the least to the most."""
PREFIX = "figurecheck"
"""What every token starts with, so that scanners for leaked secrets know it."""
FRESH = timedelta(minutes=1)
"""A use is not noted again within this time: reading must not cost a write each."""


class Key(Shown):
    """A key without its secret."""

    id: str
    name: str
    scope: Scope
    created: datetime
    last_used: datetime | None
    revoked: datetime | None

    def allows(self, scope: Scope) -> bool:
        """May it do what asks for this scope?"""
        return self.revoked is None and SCOPES.index(self.scope) >= SCOPES.index(scope)


class _Keys(Repository[KeyRow]):
    model_type = KeyRow


class Keys:
    """The keys that a corpus is served to."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, name: str, scope: Scope) -> tuple[Key, str]:
        """A new key and its token, which is never to be had again.

        Raises KeyNameError for a name that a key has, or had: what a log says of a name stays true of one key.
        """
        key_id = token_hex(6)
        token = f"{PREFIX}_{key_id}_{token_urlsafe(32)}"
        with writing(self._database) as session:
            keys = _Keys(session)
            if keys.exists(name=name):
                raise KeyNameError(f"{name}: there is, or was, a key of this name; choose another")
            row = keys.add(KeyRow(id=key_id, name=name, scope=scope, digest=_digest(token), created=now()))
            return Key.model_validate(row), token

    def all(self) -> list[Key]:
        """Every key there ever was, by name."""
        with reading(self._database) as session:
            rows = _Keys(session).get_many(order_by=[(KeyRow.name, False)])
            return [Key.model_validate(row) for row in rows]

    def revoke(self, name: str) -> Key:
        """Ends a key, for ever. Raises KeyNameError where no key has this name."""
        with writing(self._database) as session:
            keys = _Keys(session)
            row = keys.get_one_or_none(name=name)
            if row is None:
                raise KeyNameError(f"{name}: no key has this name; figurecheck keys list shows them")
            row.revoked = row.revoked or now()
            return Key.model_validate(keys.update(row))

    def find(self, token: str) -> Key | None:
        """The key that this token opens with; None for a wrong or a revoked one, in the same time for any secret."""
        _, _, rest = token.partition("_")
        key_id = rest.partition("_")[0]
        with reading(self._database) as session:
            row = _Keys(session).get_one_or_none(id=key_id)
            right = compare_digest(_digest(token), row.digest if row else _digest(""))
            return Key.model_validate(row) if row and right and row.revoked is None else None

    def used(self, key: Key) -> None:
        """Notes that this key was used, at most once a minute."""
        if key.last_used is not None and now() - key.last_used < FRESH:
            return
        stale = or_(KeyRow.last_used.is_(None), KeyRow.last_used < now() - FRESH)
        with writing(self._database) as session:
            session.execute(update(KeyRow).where(KeyRow.id == key.id, stale).values(last_used=now()))


def _digest(token: str) -> str:
    """One round is enough: a token holds 256 random bits, so there is nothing to guess."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
