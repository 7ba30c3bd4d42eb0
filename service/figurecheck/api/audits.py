"""/v1/audits: every article of the corpus against all the others."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Any, Literal

import anyio
from anyio import to_thread
from litestar import Response, Router, delete, get, post
from litestar.datastructures import State
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import JSONBody, PathParameter, QueryParameter
from litestar.response import ServerSentEvent, ServerSentEventMessage
from pydantic import Field

from figurecheck.api.access import ADMIN, READ
from figurecheck.api.auditor import AuditRequest, AuditResult
from figurecheck.api.bodies import JsonRequest, refuse_empty, shown
from figurecheck.api.pages import Limit, Page, page
from figurecheck.api.problems import documented
from figurecheck.api.refusals import known, lacking
from figurecheck.model import Model
from figurecheck.rulebook.selection import SelectionError, selection
from figurecheck.storage.audits import Audit, Audits
from figurecheck.storage.models import AuditState

AuditId = Annotated[str, PathParameter(description="The id of the audit.", pattern="^[0-9a-f]{32}$")]
Cursor = Annotated[
    str | None, QueryParameter(description="The `next` of the page before this one.", pattern="^[0-9a-f]{32}$")
]
GLANCE = 0.5
"""Seconds between two looks at an audit whose progress is told."""
RUNNING = ("queued", "running")


class AuditStatus(Model):
    """How far an audit is, and what it found."""

    id: str
    state: AuditState
    stage: str | None = Field(description="What it does: read, check, write.")
    done: int = Field(description="Articles done in this stage.")
    total: int | None
    error: str | None
    created: datetime
    started: datetime | None
    finished: datetime | None
    request: AuditRequest
    result: AuditResult | None

    @classmethod
    def of(cls, audit: Audit) -> "AuditStatus":
        """What is shown of a stored audit."""
        own = {name: getattr(audit, name) for name in cls.model_fields if name not in ("request", "result")}
        result = AuditResult.model_validate_json(audit.result) if audit.result else None
        return cls(**own, request=AuditRequest.model_validate_json(audit.request), result=result)


class AuditEvent(Model):
    """One server-sent event."""

    event: Literal["progress", "done", "failed", "cancelled"]
    data: str = Field(description="The AuditStatus.", json_schema_extra={"contentMediaType": "application/json"})


def _audits(state: State) -> Audits:
    return Audits(state.desk.kept.database)


def _found(state: State, audit_id: str) -> AuditStatus:
    return AuditStatus.of(known(_audits(state).get(audit_id), "audit"))


@post(
    "/",
    status_code=202,
    before_request=refuse_empty,
    operation_id="start_audit",
    operation_class=shown(all={}, some={"select": ["FC1"], "ignore": ["FC107"]}),
    request_class=JsonRequest,
    summary="Check every article of the corpus",
    opt=ADMIN,
    responses=documented(408, 409, 413),
)
async def start_audit(data: JSONBody[AuditRequest], state: State) -> Response[AuditStatus]:
    """Asks for an audit, which runs by itself: Location says where its state and its result are to be had. The flags it
    raises are kept with those of checks, under /v1/flags."""
    try:
        selection(state.desk.book.flags, data.select, data.ignore)
    except SelectionError as error:
        raise lacking("select", str(error)) from None
    audit = AuditStatus.of(await to_thread.run_sync(lambda: _audits(state).add(data.model_dump_json())))
    state.auditor.wake()
    return Response(audit, headers={"Location": f"/v1/audits/{audit.id}"})


@get(
    "/",
    operation_id="list_audits",
    summary="The audits",
    opt=READ,
    sync_to_thread=True,
    responses=documented(404, 409),
)
def list_audits(state: State, cursor: Cursor = None, limit: Limit = 50) -> Page[AuditStatus]:
    """The audits asked for last come first."""
    store = _audits(state)
    before = None if cursor is None else known(store.get(cursor), "audit")
    found = [AuditStatus.of(audit) for audit in store.page(before=before, limit=limit + 1)]
    return page(found, [one.id for one in found], limit)


@get(
    "/{audit_id:str}",
    operation_id="get_audit",
    summary="An audit's state and result",
    opt=READ,
    sync_to_thread=True,
    responses=documented(404, 409),
)
def get_audit(audit_id: AuditId, state: State) -> AuditStatus:
    """How far it is; once it is done, what it found."""
    return _found(state, audit_id)


@delete(
    "/{audit_id:str}",
    status_code=200,
    operation_id="cancel_audit",
    summary="Cancel an audit",
    opt=ADMIN,
    sync_to_thread=True,
    responses=documented(404, 409),
)
def cancel_audit(audit_id: AuditId, state: State) -> AuditStatus:
    """Ends an audit that waits or runs; one that has ended stays as it is."""
    _audits(state).cancel(audit_id)
    return _found(state, audit_id)


@get(
    "/{audit_id:str}/events",
    operation_id="watch_audit",
    summary="An audit's progress as it goes",
    opt=READ | {"media": ["text/event-stream"]},
    responses={
        200: ResponseSpec(
            AuditEvent, description="Server-sent events", media_type="text/event-stream", generate_examples=False
        ),
        **documented(404, 409),
    },
)
async def watch_audit(audit_id: AuditId, state: State) -> ServerSentEvent:
    """Server-sent events, each with the state as JSON: `progress` while it goes on, and at last the name of how it
    ended. A stream that ends before that is to be asked for again."""
    first = await to_thread.run_sync(_found, state, audit_id)
    return ServerSentEvent(_told(state, first))


async def _told(state: State, status: AuditStatus) -> AsyncIterator[Any]:
    before = None
    while not state.stopping.is_set():
        if status != before:
            name = "progress" if status.state in RUNNING else status.state
            yield ServerSentEventMessage(data=status.model_dump_json(), event=name)
        if status.state not in RUNNING:
            return
        await anyio.sleep(GLANCE)
        before, status = status, await to_thread.run_sync(_found, state, status.id)


audits = Router(
    "/audits", route_handlers=[start_audit, list_audits, get_audit, cancel_audit, watch_audit], tags=["audits"]
)
