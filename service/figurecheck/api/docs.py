"""The OpenAPI page, from a copy of Swagger UI that needs no outside network."""

from dataclasses import fields
from typing import Any

from litestar import Router
from litestar.datastructures import ResponseHeader
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, SwaggerRenderPlugin
from litestar.openapi.spec import OpenAPI
from litestar.static_files import create_static_files_router
from swagger_ui_bundle import swagger_ui_path

import figurecheck
from figurecheck.api import examples
from figurecheck.api.access import SECURITY

ASSETS = "/schema/assets"
_POLICY = ResponseHeader(
    name="Content-Security-Policy",
    value="default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'",
)
"""What the page may load: its own files and the script that is written in it, and nothing from elsewhere."""


class _Document(OpenAPI):
    """The document, made when it is first asked for."""

    def to_schema(self) -> dict[str, Any]:
        """As JSON, with an example of every answer, which the framework would take the nulls out of.

        It writes `oneOf` for any union, too, which a whole number does not fit that may be an integer or a number.
        """
        found: dict[str, Any] = _any_of(super().to_schema())
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


class _Config(OpenAPIConfig):
    def to_openapi_schema(self) -> OpenAPI:
        made = super().to_openapi_schema()
        return _Document(**{field.name: getattr(made, field.name) for field in fields(made)})


def openapi() -> OpenAPIConfig:
    """OpenAPI 3.1 at /schema/openapi.json and a page to try it at /schema."""
    return _Config(
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
