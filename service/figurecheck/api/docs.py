"""The OpenAPI page, from a copy of Swagger UI that needs no outside network."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from litestar import Router
from litestar.datastructures import ResponseHeader
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, SwaggerRenderPlugin
from litestar.openapi.spec import OpenAPI
from litestar.plugins.pydantic import PydanticSchemaPlugin
from litestar.static_files import create_static_files_router
from swagger_ui_bundle import swagger_ui_path

import figurecheck
from figurecheck.api import examples
from figurecheck.api.access import SECURITY
from figurecheck.api.auditor import AuditRequest
from figurecheck.api.bodies import CheckBody, CompareBody
from figurecheck.api.flags import Decision
from figurecheck.model import Article, Model
from figurecheck.model.wire import WireSchema

ASSETS = "/schema/assets"
_POLICY = ResponseHeader(
    name="Content-Security-Policy",
    value="default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'",
)
"""What the page may load: its own files and the script that is written in it, and nothing from elsewhere."""


_TAKEN = frozenset({Article, AuditRequest, CheckBody, CompareBody, Decision})
"""What clients send, and may leave a key out of that has a default; what they are sent has every key."""


class Shapes(PydanticSchemaPlugin):
    """Notes which models the routes speak of: the framework's own schemas of them say less than the models."""

    __slots__ = ("models",)

    def __init__(self) -> None:
        super().__init__()
        self.models: dict[str, type[Model]] = {}

    def to_openapi_schema(self, field_definition: Any, schema_creator: Any) -> Any:
        """The framework's schema, of which the references are kept."""
        model = field_definition.annotation
        if issubclass(model, Model):
            self.models[re.sub(r"\W", "_", model.__name__)] = model
        return super().to_openapi_schema(field_definition, schema_creator)


def _shapes(models: Mapping[str, type[Model]]) -> dict[str, Any]:
    """The schema of each of these models, and of whatever it names, by name."""
    parts: dict[str, Any] = {}
    wholes: dict[str, Any] = {}
    for name, model in models.items():
        wholes[name] = model.model_json_schema(
            mode="validation" if model in _TAKEN else "serialization",
            ref_template="#/components/schemas/{model}",
            schema_generator=WireSchema,
        )
        parts |= wholes[name].pop("$defs", {})
    wholes["Article"]["properties"]["text"]["pattern"] = r"\S"  # as `headed` and `Copy` ask of it
    return parts | wholes


class _Document(OpenAPI):
    """The document, made when it is first asked for."""

    shapes: Shapes

    def to_schema(self) -> dict[str, Any]:
        """As JSON, with the schemas of our models, and an example of every answer, which the framework would take the
        nulls out of.

        It writes `oneOf` for any union, too, which a whole number does not fit that may be an integer or a number.
        """
        found: dict[str, Any] = _any_of(super().to_schema())
        found["components"]["schemas"] |= _shapes(self.shapes.models)
        for operation in (one for path in found["paths"].values() for one in path.values()):
            for status, answer in operation["responses"].items():
                for media, content in answer.get("content", {}).items():
                    shown = examples.of_answer(operation["operationId"], int(status), media)
                    content["examples"] = {"answer": {"value": shown}}
        return found


def _any_of(value: Any) -> Any:
    if isinstance(value, dict):
        return {"anyOf" if name == "oneOf" else name: _any_of(inner) for name, inner in value.items()}
    return [_any_of(inner) for inner in value] if isinstance(value, list) else value


@dataclass
class _Config(OpenAPIConfig):
    shapes: Shapes = field(default_factory=Shapes)

    def to_openapi_schema(self) -> OpenAPI:
        made = super().to_openapi_schema()
        document = _Document(**{one.name: getattr(made, one.name) for one in fields(made)})
        document.shapes = self.shapes
        return document


def openapi(shapes: Shapes) -> OpenAPIConfig:
    """OpenAPI 3.1 at /schema/openapi.json and a page to try it at /schema, of the models that `shapes` notes."""
    return _Config(
        shapes=shapes,
        title="figurecheck",
        version=figurecheck.__version__,
        summary="Finds the figures in news copy, lines them up across sources and flags the ones that disagree.",
        components=SECURITY,
        use_handler_docstrings=True,
        openapi_router=Router("/schema", route_handlers=[], include_in_schema=False, response_headers=[_POLICY]),
        render_plugins=[
            SwaggerRenderPlugin(
                path="/",
                js_url=f"{ASSETS}/swagger-ui-bundle.js",
                css_url=f"{ASSETS}/swagger-ui.css",
                standalone_preset_js_url=f"{ASSETS}/swagger-ui-standalone-preset.js",
                favicon=f'<link rel="icon" href="{ASSETS}/favicon-32x32.png">',
            ),
            JsonRenderPlugin(),
        ],
    )


def assets() -> Router:
    """The files of Swagger UI."""
    return create_static_files_router(ASSETS, directories=[str(swagger_ui_path)], name="swagger-ui")
