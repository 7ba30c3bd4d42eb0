"""The process that serves: uvicorn on a socket that is bound before it starts."""

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from figurecheck.api.app import create_app
from figurecheck.settings import Settings, SettingsError

GRACE = 30
"""Seconds that requests have to finish when the process is told to stop."""


def serve(settings: Settings, announce: Callable[[str], None]) -> None:
    """Serve until told to stop by SIGINT or SIGTERM; `announce` is given the address once the socket is bound.

    Raises SettingsError where the host and port cannot be listened on, and what `create_app` raises.
    """
    app = create_app(settings)
    with _bound(settings) as listener:
        host, port = listener.getsockname()[:2]
        announce(f"http://{f'[{host}]' if ':' in host else host}:{port}")
        config = uvicorn.Config(
            app, log_level="warning", server_header=False, timeout_graceful_shutdown=GRACE, lifespan="on"
        )
        with suppress(KeyboardInterrupt):  # SIGINT is how a person at a terminal stops it
            uvicorn.Server(config).run(sockets=[listener])


def _bound(settings: Settings) -> socket.socket:
    host, port = settings.host, settings.port
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        reason = f"cannot listen on {host} port {port}: {error.strerror}"
        raise SettingsError(f"{reason}; give another --host or --port") from None
