"""Models as queries: what a store can be asked is said once, in its model."""

from dataclasses import dataclass
from typing import Any, TypeVar

from litestar import Request
from litestar.openapi.spec import Operation, Parameter, Schema
from pydantic import BaseModel, TypeAdapter, ValidationError

from figurecheck.api.problems import invalid

M = TypeVar("M", bound=BaseModel)


def asked(request: Request[Any, Any, Any], model: type[M]) -> M:
    """The query of a request as this model. Raises ValidationException (422) for what is no question of it."""
    given = {name: value for name, value in request.query_params.dict().items() if name not in ("cursor", "limit")}
    values = {name: value[0] if len(value) == 1 else value for name, value in given.items()}
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise invalid(error, "query") from None


def query_operation(model: type[BaseModel]) -> type[Operation]:
    """The OpenAPI page of a route that asks this model's questions."""

    @dataclass
    class QueryOperation(Operation):
        def __post_init__(self) -> None:
            found = [_parameter(name, field) for name, field in TypeAdapter(model).json_schema()["properties"].items()]
            self.parameters = [*(self.parameters or ()), *found]

    return QueryOperation


def _parameter(name: str, field: dict[str, Any]) -> Parameter:
    """One question; as it may be left out, it is never null."""
    kinds = [kind for kind in field.get("anyOf", [field]) if kind.get("type") != "null"]
    shown = {"type": "type", "format": "format", "enum": "enum"}
    schema = Schema(**{ours: kinds[0][theirs] for theirs, ours in shown.items() if theirs in kinds[0]})
    return Parameter(name=name, param_in="query", schema=schema, description=field.get("description"), required=False)
