"""How a database would find rows, had it many."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, text

from figurecheck.storage import Database

WAYS = ("seqscan", "bitmapscan", "sort")
"""How PostgreSQL reads small tables."""


def plan(database: Database, query: Select[Any], without: Sequence[str] = WAYS) -> str:
    """The plan of a query, a step a line; PostgreSQL is told not to go these ways."""
    with database.reading() as connection:
        sql = query.compile(connection, compile_kwargs={"literal_binds": True})
        if database.kind == "postgresql":
            for way in without:
                connection.execute(text(f"SET LOCAL enable_{way} = off"))
        explain = "EXPLAIN QUERY PLAN" if database.kind == "sqlite" else "EXPLAIN"
        return "\n".join(str(row[-1]) for row in connection.exec_driver_sql(f"{explain} {sql}"))
