"""POST /v1/articles: a stream of articles in, a stream of what became of them out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import anyio
from anyio import to_thread
from anyio.streams.memory import MemoryObjectSendStream
from litestar import Request, post
from litestar.datastructures import State
from litestar.exceptions import ClientException, HTTPException
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import Example, OpenAPIMediaType, Operation, Reference, RequestBody
from litestar.types import ASGIApp, Receive, Scope, Send

from figurecheck.api import work
from figurecheck.api.access import WRITE
from figurecheck.api.bodies import DRAFT, OTHER
from figurecheck.api.logs import logger
from figurecheck.api.problems import documented
from figurecheck.api.refusals import Unread
from figurecheck.api.work import Line
from figurecheck.storage.batches import portions

NDJSON = "application/x-ndjson"
TAKEN = (NDJSON, "application/jsonl")
UNSAID = ("", "application/x-www-form-urlencoded", "application/octet-stream")
"""What a client sends that does not say what it sends, as curl --data-binary."""
BATCH = 64
"""Lines that a reader is given at once."""


@dataclass
class LinesOperation(Operation):
    """The OpenAPI page of a route that takes a line for each article."""

    def __post_init__(self) -> None:
        text = "".join(f"{json.dumps(one)}\n" for one in (DRAFT, OTHER))
        body = OpenAPIMediaType(Reference("#/components/schemas/Article"), examples={"two": Example(value=text)})
        about = "Each line an article as JSON, as the schema has it, or an IPTC ninjs item."
        self.request_body = RequestBody(dict.fromkeys(TAKEN, body), description=about, required=True)


@post(
    "/",
    status_code=200,
    operation_id="load_articles",
    operation_class=LinesOperation,
    request_max_body_size=None,
    summary="Keep many articles, one a line",
    opt=WRITE | {"media": [NDJSON]},
    responses={
        200: ResponseSpec(
            work.LineKept, description="A line for each line, as it is kept", media_type=NDJSON, generate_examples=False
        ),
        **documented(409, 415),
    },
)
async def load(request: Request[Any, Any, Any], state: State) -> ASGIApp:
    """Takes JSON lines as they come and answers with a line for each, once its article is safely kept. A line that is
    wrong gets its own error and stops no other. No order is promised: `line` says which one is meant."""
    media = request.content_type[0]
    if media not in TAKEN + UNSAID:
        raise Unread(media, f"{NDJSON}, an article a line; one text is put to /v1/articles/ID")
    if request.headers.get("content-length", "0") == "0" and "transfer-encoding" not in request.headers:
        raise ClientException("the body is empty")
    await to_thread.run_sync(lambda: len(state.desk.kept))  # whatever is wrong later is told with status 200

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", NDJSON.encode())]})
        tell, told = anyio.create_memory_object_stream[bytes](float("inf"))  # a client may send all before it reads
        async with anyio.create_task_group() as group:
            group.start_soon(_keep, request, state, tell)
            async with told:
                async for results in told:
                    await send({"type": "http.response.body", "body": results, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    return answer


async def _keep(request: Request[Any, Any, Any], state: State, tell: MemoryObjectSendStream[bytes]) -> None:
    """Keeps what comes, and tells what became of it; ends with the body, or where it breaks off."""
    lines = Lines(state.service.body_limit)
    async with tell:
        try:
            async for chunk in request.stream():
                for some in portions(lines.fed(chunk), BATCH):
                    await tell.send(await _results(state, some))
            for some in portions(lines.rest(), BATCH):
                await tell.send(await _results(state, some))
        except HTTPException as error:
            await tell.send(work.failed(lines.number + 1, f"{error.detail}; the lines from here on were not read"))


async def _results(state: State, some: list[Line]) -> bytes:
    try:
        found: work.Loaded = await state.readers(work.load, some, state.service.body_limit)
    except Exception as error:
        logger.error("failed", exc_info=error)
        said = "could not be kept; try it again later, in a smaller portion"
        return b"".join(work.failed(number, said) for number, _ in some)
    if found.broken is not None:
        logger.error("failed", exc_info=found.broken)
    return found.body


class Lines:
    """The lines of a body that comes in pieces, numbered from 1. Of one over the limit only its beginning is kept."""

    def __init__(self, limit: int) -> None:
        self.number = 0
        self._limit = limit
        self._begun = bytearray()

    def fed(self, chunk: bytes) -> Iterator[Line]:
        """The lines that this piece ends."""
        *whole, begun = chunk.split(b"\n")
        for end in whole:
            self._add(end)
            yield from self.rest()
        self._add(begun)

    def rest(self) -> Iterator[Line]:
        """The line that has begun, if there is anything in it."""
        line = bytes(self._begun)
        self._begun.clear()
        self.number += 1
        if line and not line.isspace():
            yield self.number, line

    def _add(self, part: bytes) -> None:
        self._begun += part[: self._limit + 1 - len(self._begun)]
