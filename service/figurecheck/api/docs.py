"""The OpenAPI page, from a copy of Swagger UI that needs no outside network."""

from litestar import Router
from litestar.datastructures import ResponseHeader
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, SwaggerRenderPlugin
from litestar.static_files import create_static_files_router
from swagger_ui_bundle import swagger_ui_path

import figurecheck
from figurecheck.api.access import SECURITY

ASSETS = "/schema/assets"
_POLICY = ResponseHeader(
    name="Content-Security-Policy",
    value="default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'",
)
"""What the page may load: its own files and the script that is written in it, and nothing from elsewhere."""


def openapi() -> OpenAPIConfig:
    """OpenAPI 3.1 at /schema/openapi.json and a page to try it at /schema."""
    return OpenAPIConfig(
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
