"""The processes that serve: uvicorn on a socket that is bound before they start."""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn
from uvicorn.supervisors import Multiprocess

from figurecheck.api.desk import Desk
from figurecheck.api.protocol import Protocol
from figurecheck.api.settings import ServiceSettings
from figurecheck.settings import Settings, SettingsError
from figurecheck.storage import deaf

GRACE = 5
"""Seconds beyond the time-out that requests have to finish when the process is told to stop."""
BACKLOG = 2048
"""Connections that may wait to be accepted."""
PATIENCE = 30
"""Seconds in which a server process must give a sign of life, however busy the machine is."""


def serve(settings: Settings, service: ServiceSettings, announce: Callable[[str], None]) -> None:
    """Serve until told to stop by SIGINT or SIGTERM; `announce` is given the address once the socket is bound.

    Raises SettingsError where the host and port cannot be listened on, and what
    `Desk.open_for` raises.
    """
    with _shared(service.workers) as folder, _bound(service) as listener:
        desk = Desk.of(settings)
        desk.open_for(service)
        desk.close()
        host, port = listener.getsockname()[:2]
        announce(f"http://{f'[{host}]' if ':' in host else host}:{port}")
        config = uvicorn.Config(
            partial(_app, settings, service, folder),
            factory=True,
            http=partial(Protocol, seconds=service.body_timeout),  # type: ignore[arg-type]
            ws="none",
            workers=service.workers,
            backlog=BACKLOG if service.workers == 1 else 1,
            timeout_worker_healthcheck=PATIENCE,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=int(service.timeout) + GRACE,
            lifespan="on",
        )
        with suppress(KeyboardInterrupt):  # SIGINT is how a person at a terminal stops it
            if service.workers == 1:
                uvicorn.Server(config).run(sockets=[listener])
            else:
                _Processes(config, [listener]).run()


class _Processes(Multiprocess):
    """Server processes that hear from this one when to stop, and of no interrupt.

    Each accepts one connection at a time, so that a burst of them is shared out; but what tells it so, uvicorn's
    `backlog`, is also how many may wait, and that is mended here.
    """

    def init_processes(self) -> None:
        with deaf(signal.SIGINT):
            super().init_processes()

    def keep_subprocess_alive(self) -> None:
        with deaf(signal.SIGINT):
            super().keep_subprocess_alive()
        for listener in self.sockets:
            listener.listen(BACKLOG)


def _app(settings: Settings, service: ServiceSettings, shared: Path | None) -> Any:
    """The application of one process, which logs from now on."""
    from figurecheck.api import logs
    from figurecheck.api.app import create_app

    logs.configure()
    return create_app(settings, service, shared)


@contextmanager
def _shared(workers: int) -> Iterator[Path | None]:
    """A folder in which several processes keep their metrics, so that each can tell those of all, and their counts."""
    if workers == 1:
        yield None
        return
    with TemporaryDirectory(prefix="figurecheck-serve-") as name:
        metrics = Path(name, "metrics")
        metrics.mkdir()
        os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(metrics))
        yield Path(name)


def _bound(service: ServiceSettings) -> socket.socket:
    host, port = service.host, service.port
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        reason = f"cannot listen on {host} port {port}: {error.strerror}"
        raise SettingsError(f"{reason}; give another --host or --port") from None
