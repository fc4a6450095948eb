import pyarrow as pa

from arp.measures.studies.longest import LISTED, longest
from tests.measures.drawn import answer


def listed(minutes: list[float], areas: list[str | None], *by: str) -> list[tuple]:
    numbers = [f"{n:02}" for n in range(len(minutes))]
    rows = pa.table(
        {"incident_number": numbers, "own_response_minutes": minutes,
         "area": pa.array(areas, pa.string())}
    )  # fmt: skip
    found = answer(lambda calls: longest(calls, by), calls=rows)
    return [(*(row[name] for name in by), row["incident_number"], row["value"]) for row in found]


def test_the_longest_come_first_and_equals_by_number() -> None:
    assert listed([5, 9, 9], [None] * 3) == [("01", 9), ("02", 9), ("00", 5)]


def test_at_most_20_are_listed_in_each_group_a_blank_being_unknown() -> None:
    many = [float(n) for n in range(LISTED + 5)]
    found = listed([*many, 1, 2], [None] * len(many) + ["North"] * 2, "area")
    assert [row[0] for row in found] == ["North"] * 2 + ["unknown"] * LISTED
    assert min(row[2] for row in found if row[0] == "unknown") == 5
