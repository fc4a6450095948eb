from datetime import date, datetime

import pyarrow as pa
import pytest

from arp.measures.facts.calls import as_known_to, target_minutes
from arp.measures.facts.feeds import Feed
from arp.measures.facts.sources import stored
from arp.measures.settings import Entry
from tests.measures.drawn import answer, evidence

CALLS = """
    areas
    label    | area  | in_jurisdiction
    N. Side  | North | yes
    Far away |       | no

    calls
    incident_number | area     | origin         | is_test | received_at
    1               | N. Side  | 911            | no      | 2026-01-05 08:00
    2               | Far away |                |         | 2026-01-05 08:00
    3               |          | self-initiated |         | 2026-01-05 08:00
    4               |          |                | yes     | 2026-01-05 08:00
    5               |          |                |         |
    """


def test_a_call_is_in_scope_unless_it_is_known_not_to_be() -> None:
    found = evidence(CALLS).ask("SELECT incident_number FROM calls WHERE in_scope")
    assert sorted(found["incident_number"]) == ["1", "5"]


def test_an_area_is_known_by_the_name_that_the_settings_give_it() -> None:
    found = evidence(CALLS).ask("SELECT area FROM calls WHERE incident_number = '1'")
    assert list(found["area"]) == ["North"]


@pytest.mark.parametrize(
    ("filled", "start"),
    [({"received_at", "queued_at"}, None), ({"queued_at"}, datetime(2026, 1, 5, 8))],
)
def test_a_clock_stands_for_another_only_where_the_whole_feed_lacks_it(filled, start) -> None:
    rows = stored("calls")
    blank = pa.Table.from_pylist([{"queued_at": datetime(2026, 1, 5, 8)}])
    types = {name: blank.schema.field(name).type for name in blank.column_names}
    columns = {
        name: blank[name] if name in types else pa.nulls(1, ARROW[str(kind)])
        for name, kind in rows.schema().items()
    }
    feed = Feed("cad", False, filled)
    found = answer(lambda source_calls: as_known_to(source_calls, feed).select("starts_at"),
                   source_calls=pa.table(columns))  # fmt: skip
    assert found == [{"starts_at": start}]


ARROW = {
    "string": pa.string(),
    "timestamp": pa.timestamp("us"),
    "date": pa.date32(),
    "boolean": pa.bool_(),
    "int64": pa.int64(),
    "float64": pa.float64(),
}


def test_the_target_that_names_most_of_a_call_wins_in_its_days_whatever_its_unit() -> None:
    def entry(first: int, last: int, **value: object) -> Entry:
        return Entry("", date(2026, first, 1), date(2026, last, 28), value)

    targets = [
        entry(1, 12, target=20, unit="minutes"),
        entry(1, 1, target=0.5, unit="hours", call_type="Noise"),
        entry(1, 12, target=90, unit="seconds", call_type="Noise", priority="1"),
        entry(1, 12, target=99, unit="minutes", team="CRT"),
    ]
    asked = [("Noise", "1", 1), ("Noise", "2", 1), ("Noise", "2", 3), ("Theft", "1", 1)]
    rows = pa.table(
        {
            "call_type": [kind for kind, _, _ in asked],
            "priority": [priority for _, priority, _ in asked],
            "first_clock_at": pa.array(
                [datetime(2026, month, 5) for _, _, month in asked], pa.timestamp("us")
            ),
        }
    )
    found = answer(lambda calls: calls.select(least=target_minutes(calls, targets)), calls=rows)
    assert [row["least"] for row in found] == [1.5, 30, 20, 20]
    unset = answer(lambda calls: calls.select(least=target_minutes(calls, [])), calls=rows)
    assert {row["least"] for row in unset} == {None}
