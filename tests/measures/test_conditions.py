import ibis
import pytest
from ibis import _

from arp.measures.conditions import parts_of
from arp.measures.formula import Expression

ROWS = ibis.table(
    {
        "eligible": "boolean",
        "handled": "boolean",
        "contact_result": "string",
        "response_minutes": "float64",
        "response_target_minutes": "float64",
        "odd_column": "boolean",
    },
    name="calls",
)
EXAMPLES: list[tuple[Expression, list[tuple[str, str]]]] = [
    (_.eligible, [("eligible", "not eligible")]),
    (~_.eligible, [("not eligible", "eligible")]),
    (
        _.eligible & ~_.handled,
        [("eligible", "not eligible"), ("not handled", "handled")],
    ),
    (
        _.eligible | _.handled,
        [("eligible or handled", "not eligible and not handled")],
    ),
    (
        _.contact_result == "declined",
        [("contact result is declined", "contact result is not declined")],
    ),
    (
        _.contact_result.nullif("unknown").isin(("engaged", "declined")),
        [("contact result is engaged or declined", "contact result is not engaged or declined")],
    ),
    (_.response_minutes.notnull(), [("response time known", "response time not known")]),
    (_.response_minutes.isnull(), [("response time not known", "response time known")]),
    (
        _.response_minutes <= _.response_target_minutes,
        [("response time at most target", "response time over target")],
    ),
    (_.response_minutes > 0, [("response time over 0", "response time not over 0")]),
    (_.odd_column, [("odd column", "not odd column")]),
]


@pytest.mark.parametrize(("condition", "words"), EXAMPLES, ids=lambda one: str(one)[:50])
def test_a_condition_is_said_part_by_part(
    condition: Expression, words: list[tuple[str, str]]
) -> None:
    parts = parts_of(ROWS.bind(condition)[0])
    assert [(part.yes, part.no) for part in parts] == words
