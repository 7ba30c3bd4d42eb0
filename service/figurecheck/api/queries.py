"""Queries: what a route can be asked is said once, in its parameters or in a model, and nothing else is taken."""

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, TypeVar

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.openapi.spec import Operation, Parameter, Schema
from litestar.params import QueryParameter
from pydantic import BaseModel, TypeAdapter, ValidationError

from figurecheck.api.refusals import invalid, unclear

M = TypeVar("M", bound=BaseModel)

WITHOUT_NUL = r"^[^\x00]*$"
"""What a text in an address or a note is: nothing is called by a NUL, and PostgreSQL keeps none."""


def understood(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Raises ValidationException (422) for names in a query that a route of the API does not know, or that stand there
    twice: no filter is left out in silence."""
    if "scope" not in handler.opt or not isinstance(handler, HTTPRouteHandler):
        return
    known, given = _names(handler), connection.query_params.dict()
    wrong = {name: f"no such name; there are {', '.join(sorted(known)) or 'none'}" for name in given.keys() - known}
    wrong |= {name: "is asked twice" for name, values in given.items() if len(values) > 1 and name in known}
    if wrong:
        raise unclear(wrong)


@cache
def _names(handler: HTTPRouteHandler) -> frozenset[str]:
    """The names that a query of this route may have."""
    given = handler.parsed_fn_signature.parameters.items()
    own = {name for name, field in given if isinstance(field.kwarg_definition, QueryParameter)}
    return frozenset(own | set(getattr(handler.operation_class, "asks", ())))


def asked(request: Request[Any, Any, Any], model: type[M]) -> M:
    """The query of a request as this model. Raises ValidationException (422) for what is no question of it."""
    given = request.query_params
    try:
        return model.model_validate({name: given[name] for name in given if name in model.model_fields})
    except ValidationError as error:
        raise invalid(error, "query") from None


def query_operation(model: type[BaseModel]) -> type[Operation]:
    """The OpenAPI page of a route that asks this model's questions."""

    @dataclass
    class QueryOperation(Operation):
        asks: ClassVar[tuple[str, ...]] = tuple(model.model_fields)

        def __post_init__(self) -> None:
            schema = TypeAdapter(model).json_schema()
            found = [_parameter(name, field, schema.get("$defs", {})) for name, field in schema["properties"].items()]
            self.parameters = [*(self.parameters or ()), *found]

    return QueryOperation


def _parameter(name: str, field: dict[str, Any], parts: dict[str, Any]) -> Parameter:
    """One question; as it may be left out, it is never null."""
    [kind] = [kind for kind in field.get("anyOf", [field]) if kind.get("type") != "null"]
    kind = parts[kind["$ref"].rpartition("/")[2]] if "$ref" in kind else kind
    schema = Schema(**{one: kind[one] for one in ("type", "format", "enum") if one in kind})
    if kind["type"] == "string" and not {"format", "enum"} & kind.keys():
        schema.pattern = WITHOUT_NUL
    return Parameter(name=name, param_in="query", schema=schema, description=field.get("description"), required=False)
