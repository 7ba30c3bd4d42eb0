"""Who may: a key for whoever is not on this machine, and what its scope allows."""

from typing import Any
from urllib.parse import unquote_to_bytes

from anyio import to_thread
from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.middleware.authentication import AbstractAuthenticationMiddleware, AuthenticationResult
from litestar.openapi.spec import Components, SecurityScheme

from figurecheck.api.desk import Desk
from figurecheck.api.refusals import Misaddressed
from figurecheck.storage.keys import Key, Keys

Connection = ASGIConnection[Any, Any, Any, Any]

SCHEME = "key"
SECURITY = Components(
    security_schemes={
        SCHEME: SecurityScheme(
            type="http",
            scheme="bearer",
            description="A key that `figurecheck keys` made; on loopback none is needed, unless the service says so.",
        )
    }
)
READ, WRITE, ADMIN = ({"scope": scope} for scope in ("read", "write", "admin"))
"""What a route asks of a key, for its `opt`."""
_CHALLENGE = {"WWW-Authenticate": "Bearer"}


class KeyMiddleware(AbstractAuthenticationMiddleware):
    """Finds the key of each request, as its `user`; where that is wrong or lacking, its `auth` says so.

    `allowed` refuses it only when it has been counted, so that keys cannot be guessed any faster than a client may ask.
    """

    async def authenticate_request(self, connection: Connection) -> AuthenticationResult:
        """The key, or None; and what is wrong, or None."""
        desk: Desk = connection.app.state.desk
        kind, _, token = connection.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and desk.corpus is not None:
            key = await to_thread.run_sync(_found, Keys(desk.corpus.database), token.strip())
            if key is None:
                return AuthenticationResult(None, "this key is wrong, or was revoked")
            return AuthenticationResult(key, None)
        if connection.app.state.service.keyed:
            return AuthenticationResult(None, "a key is needed")
        return AuthenticationResult(None, None)


def _found(keys: Keys, token: str) -> Key | None:
    key = keys.find(token)
    if key is not None:
        keys.used(key)
    return key


def allowed(connection: Connection, handler: BaseRouteHandler) -> None:
    """Raises NotAuthorizedException (401) for a wrong key, or none where one is needed, PermissionDeniedException (403)
    for one whose scope is too small, Misaddressed (400) for an address that is no text."""
    refused: str | None = connection.scope.get("auth")
    if refused:
        raise NotAuthorizedException(refused, headers=_CHALLENGE)
    scope = handler.opt.get("scope")
    key: Key | None = connection.scope.get("user")
    if scope and key is not None and not key.allows(scope):
        raise PermissionDeniedException(f"this key is for {key.scope}; the route asks for {scope}")
    _readable(connection.scope["raw_path"] + b"?" + connection.scope["query_string"])


def _readable(address: bytes) -> None:
    """Raises Misaddressed for what would be read as something else: two such names could come to mean one article."""
    found = unquote_to_bytes(address)
    if b"\0" in found:
        raise Misaddressed("the address holds a NUL character")
    try:
        found.decode()
    except UnicodeDecodeError:
        raise Misaddressed("the address is not UTF-8") from None


def may_write(connection: Connection) -> bool:
    """May the request leave something behind: with a key to write, or with none where none is needed?"""
    key: Key | None = connection.scope.get("user")
    return key is None or key.allows("write")


def client_of(connection: Connection) -> str:
    """Whose requests are counted together: those of a key, else those of an address."""
    key: Key | None = connection.scope.get("user")
    return f"key {key.id}" if key else connection.client.host if connection.client else ""
