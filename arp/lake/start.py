"""Loading what the first change of a process would otherwise wait for."""

from __future__ import annotations

from arp.lake.compare import cursor


def warm() -> None:
    """Loads the storage library and the database; call it once, in the background, at the start."""
    import deltalake  # noqa: F401
    import filelock  # noqa: F401
    import pyarrow.dataset
    import pyarrow.parquet  # noqa: F401

    with cursor() as sql:
        sql.execute("SELECT 1")
