"""What is loaded ahead of the first change."""

import json
import subprocess
import sys
from pathlib import Path


def loaded_by(words: str) -> set[str]:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import json, sys, arp.lake\n{words}\nprint(json.dumps([*sys.modules]))",
        ],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout))


def test_the_package_loads_nothing_heavy_and_warming_up_loads_it() -> None:
    heavy = {"pyarrow.parquet", "pyarrow.dataset", "duckdb", "deltalake", "filelock"}
    assert not heavy & loaded_by("")
    assert heavy <= loaded_by("arp.lake.warm()")
