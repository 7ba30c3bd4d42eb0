"""What every model shares: frozen, closed to unknown fields, numbers that stay numbers on the wire."""

from pydantic import BaseModel, ConfigDict

Number = int | float
"""A value on the wire: whole where whole (DESIGN: JSON numbers are numbers)."""


class Model(BaseModel):
    """A frozen record of the wire contract; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")
