"""Ibis expressions as DuckDB's SQL, each compiled once a process."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir


def sql_of(query: ir.Table) -> str:
    """A query in DuckDB's SQL."""
    return _compiled(query.op())


@lru_cache(maxsize=1024)
def _compiled(operation: Any) -> str:
    # Compiling takes longer than many a query; operations compare by what they do.
    import ibis

    return str(ibis.to_sql(operation.to_expr(), dialect="duckdb"))
