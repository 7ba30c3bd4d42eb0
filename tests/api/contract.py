"""What schemathesis learns of the media that the routes take; its own process loads this (SCHEMATHESIS_HOOKS)."""

import json
from typing import Any

import schemathesis


def lines(context: Any, value: Any) -> bytes:
    """One line of a stream, or the lines of an example."""
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()


for media in ("application/x-ndjson", "application/jsonl"):
    schemathesis.serializer(media)(lines)


@schemathesis.hook
def before_load_schema(context: Any, raw_schema: dict[str, Any]) -> None:
    """Whatever is written as a text is one: a body of a text has no wrong type, which schemathesis knows of text/plain
    alone."""
    for operation in (one for path in raw_schema["paths"].values() for one in path.values()):
        for media, content in operation.get("requestBody", {}).get("content", {}).items():
            if media.startswith("text/"):
                del content["schema"]["type"]
