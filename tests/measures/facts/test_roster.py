import pyarrow as pa

from arp.measures.facts import roster
from tests.measures.drawn import answer


def spans(*rows: tuple[str, str | None, int, int, int]) -> pa.Table:
    names = ("team", "area", "starts", "ends", "units")
    types = (pa.string(), pa.string(), pa.int64(), pa.int64(), pa.int64())
    schema = pa.schema(list(zip(names, types, strict=True)))
    return pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows], schema=schema)


CITY, SOUTH = ("CRT", None, 100, 300, 2), ("CRT", "South", 200, 400, 1)


def since(rows: list[dict], *names: str) -> list[tuple]:
    return sorted(tuple(row[name] for name in ("since", *names)) for row in rows)


def test_units_on_duty_add_up_from_the_beginning_through_each_turn_of_a_shift() -> None:
    rows = answer(lambda s: roster.of_teams(roster.turns(s)), s=spans(CITY, SOUTH))
    assert since(rows, "on_duty", "on_duty_city") == [
        (0, 0, 0),
        (100, 2, 2),
        (200, 3, 2),
        (300, 1, 0),
        (400, 0, 0),
    ]


def test_what_counts_for_an_area_alone_is_known_at_every_turn_of_its_team() -> None:
    rows = answer(lambda s: roster.of_areas(roster.turns(s)), s=spans(CITY, SOUTH))
    assert {row["area"] for row in rows} == {"South"}
    assert since(rows, "on_duty_here") == [(0, 0), (100, 0), (200, 1), (300, 1), (400, 0)]


def test_a_shift_that_starts_as_another_ends_makes_one_moment() -> None:
    following = ("CRT", None, 300, 400, 1)
    rows = answer(lambda s: roster.of_teams(roster.turns(s)), s=spans(CITY, following))
    assert since(rows, "on_duty") == [(0, 0), (100, 2), (300, 1), (400, 0)]


def test_service_is_counted_beside_the_units_on_duty_and_not_among_them() -> None:
    service = spans(("CRT", "South", 50, 500, 1))
    rows = answer(lambda s, v: roster.of_teams(roster.turns(s, v)), s=spans(CITY), v=service)
    assert since(rows, "on_duty", "serving", "serving_city") == [
        (0, 0, 0, 0),
        (50, 0, 1, 0),
        (100, 2, 1, 0),
        (300, 0, 1, 0),
        (500, 0, 0, 0),
    ]


def test_teams_do_not_mix() -> None:
    shifts = spans(CITY, ("CoR", None, 150, 250, 9))
    rows = answer(lambda s: roster.moments(roster.turns(s)), s=shifts)
    assert since(rows, "team") == [
        *((0, "CRT"), (0, "CoR"), (100, "CRT")),
        *((150, "CoR"), (250, "CoR"), (300, "CRT")),
    ]
