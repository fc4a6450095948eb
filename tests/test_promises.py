"""Every promise that is kept today is written down with tests that are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
KEPT = [*(f"P{number}" for number in range(1, 13)), "P18", "P19", "P22"]
ROWS = {
    cells[0].strip(): re.findall(r"`(tests/[^`]+)`", cells[2])
    for line in (ROOT / "docs" / "promises.md").read_text().splitlines()
    if len(cells := line.strip("|").split("|")) == 3 and re.fullmatch(r"P\d+", cells[0].strip())
}


def functions_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_promise_that_is_due_is_written_down_in_order():
    assert list(ROWS) == KEPT


@pytest.mark.parametrize("promise", KEPT)
def test_every_test_that_a_promise_names_is_there(promise):
    assert ROWS[promise]
    for name in ROWS[promise]:
        path, _, test = name.partition("::")
        assert test.startswith("test_") and test in functions_in(path), name
