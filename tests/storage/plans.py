"""How a database would find rows, had it many."""

from typing import Any

from sqlalchemy import Select, text

from figurecheck.storage import Database


def plan(database: Database, query: Select[Any]) -> str:
    """The plan of a query, a step a line; PostgreSQL, which reads small tables whole, is told not to."""
    with database.reading() as connection:
        sql = query.compile(connection, compile_kwargs={"literal_binds": True})
        if database.kind == "postgresql":
            for way in ("seqscan", "bitmapscan", "sort"):
                connection.execute(text(f"SET LOCAL enable_{way} = off"))
        explain = "EXPLAIN QUERY PLAN" if database.kind == "sqlite" else "EXPLAIN"
        return "\n".join(str(row[-1]) for row in connection.exec_driver_sql(f"{explain} {sql}"))
