import numpy as np
import pytest

from arp.measures.asked import Asked
from arp.measures.studies.lorenz import FEWEST, curve, lorenz
from tests.measures.drawn import evidence


def shares(visits: list[float], people: list[float], at: list[float]) -> list[float]:
    return curve(np.array(visits), np.array(people), np.array(at)).tolist()


def test_those_met_most_often_come_first() -> None:
    # One person met 6 times, three met twice: 12 visits.
    assert shares([2, 6], [3, 1], [0.25, 0.5, 1.0]) == pytest.approx([6 / 12, 8 / 12, 1])


def test_where_all_are_met_as_often_the_curve_is_the_diagonal() -> None:
    assert shares([3], [50], [0.1, 0.5, 0.9]) == pytest.approx([0.1, 0.5, 0.9])


def met(*people: tuple[str, int]) -> str:
    """Contacts of people, each met so many times on days of its own."""
    rows = [
        f"{name}{day} | CRT | 2026-01-{day + 1:02} 08:00 | engaged | {name}"
        for name, times in people
        for day in range(times)
    ]
    header = "encounters\nencounter_id | team | started_at | contact_result | person_key"
    return "\n".join(["teams\nteam | mode\nCRT | in person\n", header, *rows])


OFTEN = met(*((f"p{number}", 6 if number < 5 else 1) for number in range(100)))


def test_it_begins_at_nobody_ends_at_everybody_and_names_no_one() -> None:
    found = lorenz(evidence(OFTEN), Asked())
    ends = found.iloc[[0, -1]][["share_of_people", "value"]]
    assert ends.to_numpy().tolist() == [[0, 0], [1, 1]]
    assert set(found["n"]) == {100}
    assert "person_key" not in found


def test_no_point_stands_for_fewer_people_than_small_numbers_allow() -> None:
    found = lorenz(evidence(OFTEN), Asked())
    first = found["share_of_people"][1]
    assert first * 100 >= FEWEST
    assert found["value"][1] == pytest.approx((30 + (first * 100 - 5)) / 125)


def test_it_holds_the_twelve_months_up_to_the_newest_contact() -> None:
    old = met(("old", 20)).replace("2026-01", "2024-12").splitlines()[6:]
    with_old = "\n".join([OFTEN, *old])
    assert set(lorenz(evidence(with_old), Asked())["n"]) == {100}


def test_where_nobody_is_known_again_the_row_says_what_is_needed() -> None:
    (row,) = lorenz(evidence("teams\nteam | mode\nCRT | in person"), Asked()).to_dict("records")
    assert row["status"] == "not measured"
    assert "the same person again" in row["reason"]
