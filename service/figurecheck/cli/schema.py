"""figurecheck schema: the JSON Schema of what goes over the wire."""

import json
from typing import Annotated, Any, Literal

import typer

from figurecheck.cli.output import write

Name = Literal["article", "figure", "comparison", "flag", "report"]
Which = Annotated[Name | None, typer.Argument(help="One model; all of them if none is named.")]

DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}


def schema(name: Which = None) -> None:
    """Print the JSON Schema of the wire contract's models."""
    write(json.dumps(_schema(name), indent=2, ensure_ascii=False) + "\n")


def _schema(name: Name | None) -> dict[str, Any]:
    from pydantic.json_schema import JsonSchemaMode, models_json_schema

    from figurecheck.model import Article, Comparison, Figure, Flag, Model, Report
    from figurecheck.model.wire import WireSchema

    models: dict[str, tuple[type[Model], JsonSchemaMode]] = {
        "article": (Article, "validation"),
        "figure": (Figure, "serialization"),
        "comparison": (Comparison, "serialization"),
        "flag": (Flag, "serialization"),
        "report": (Report, "serialization"),
    }
    if name is None:
        _, every = models_json_schema(list(models.values()), schema_generator=WireSchema)
        return DIALECT | every
    model, mode = models[name]
    return DIALECT | model.model_json_schema(mode=mode, schema_generator=WireSchema)
