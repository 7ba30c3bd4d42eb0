"""/v1/flags: the desk's memory of the flags that checks raised."""

from typing import Annotated, Any

from litestar import Request, Router, get, patch
from litestar.datastructures import State
from litestar.params import JSONBody, PathParameter
from pydantic import Field

from figurecheck.api.access import READ, WRITE
from figurecheck.api.bodies import JsonRequest, refuse_empty, shown
from figurecheck.api.pages import Cursor, Limit, Page, page
from figurecheck.api.problems import documented
from figurecheck.api.queries import WITHOUT_NUL, asked, query_operation
from figurecheck.api.refusals import known
from figurecheck.model import Model, Severity
from figurecheck.storage.flags import Flags, Raised
from figurecheck.storage.models import FlagStatus

Number = Annotated[int, PathParameter(ge=1, le=2**53, description="The number of the flag.")]


class FlagQuery(Model):
    """Which flags to list; what is not given is not asked."""

    status: FlagStatus | None = None
    code: str | None = Field(default=None, description="The rule's code, such as FC101.")
    severity: Severity | None = None
    article: str | None = Field(default=None, description="The id of the article that was checked.")


class Decision(Model):
    """What the desk says of a flag; what is not given stays as it is."""

    status: FlagStatus | None = None
    note: str | None = Field(default=None, max_length=10_000, pattern=WITHOUT_NUL)


def _flags(state: State) -> Flags:
    return Flags(state.desk.kept.database)


@get(
    "/",
    operation_id="list_flags",
    operation_class=query_operation(FlagQuery),
    summary="The flags that were raised",
    opt=READ,
    sync_to_thread=True,
    responses=documented(409),
)
def list_flags(request: Request[Any, Any, Any], state: State, cursor: Cursor = None, limit: Limit = 50) -> Page[Raised]:
    """The flags of checks against the corpus, with what was decided of each; those first raised last come first."""
    query = asked(request, FlagQuery).model_dump(mode="json")
    found = _flags(state).page(before=cursor, limit=limit + 1, **query)
    return page(found, [one.number for one in found], limit)


@get(
    "/{number:int}",
    operation_id="get_flag",
    summary="One flag",
    opt=READ,
    sync_to_thread=True,
    responses=documented(404, 409),
)
def get_flag(number: Number, state: State) -> Raised:
    """The flag as it was raised last, with what was decided of it."""
    return known(_flags(state).get(number), "flag")


@patch(
    "/{number:int}",
    before_request=refuse_empty,
    operation_id="decide_flag",
    operation_class=shown(dismiss={"status": "dismissed", "note": "The agency has corrected its count."}),
    request_class=JsonRequest,
    summary="Accept or dismiss a flag",
    opt=WRITE,
    sync_to_thread=True,
    responses=documented(404, 408, 409, 413),
)
def decide_flag(number: Number, data: JSONBody[Decision], request: Request[Any, Any, Any], state: State) -> Raised:
    """Writes down what the desk says, and whose key said it. A dismissed flag is left out of later reports for as long
    as its sentence and its evidence stay what they are."""
    key = request.scope.get("user")
    said = data.model_dump(exclude_unset=True)
    return known(_flags(state).decide(number, said, key.name if key else None), "flag")


flags = Router("/flags", route_handlers=[list_flags, get_flag, decide_flag], tags=["flags"])
