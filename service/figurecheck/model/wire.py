"""JSON Schema as the wire has it."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema


class WireSchema(GenerateJsonSchema):
    """What goes out has every key, null where nothing is known; what comes in may leave out what has a default."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        """Is the key of this field always there?"""
        return self.mode == "serialization" or super().field_is_required(field, total)
