import pytest

from tests.measures.drawn import reading, readings

TEXT = """
    encounters
    encounter_id | team | started_at       | ended_at | followup_requested | followup_consented
    1            | CRT  | 2026-01-05 08:00 | 09:00    | yes                | yes
    2            | CRT  | 2026-01-05 08:00 | 09:00    | yes                | yes
    3            | CoR  | 2026-01-05 08:00 | 09:00    | yes                | yes
    4            | CRT  | 2026-01-05 08:00 | 09:00    | yes                | yes
    5            | CRT  | 2026-01-05 08:00 | 09:00    | yes                | no
    6            | CRT  | 2026-01-05 08:00 | 09:00    | yes                |
    7            | CRT  | 2026-02-26 08:00 | 09:00    | yes                | yes

    follow_ups
    encounter_id | attempted_at     | reached
    1            | 2026-01-06 09:00 | yes
    2            | 2026-01-07 09:00 | no
    2            | 2026-01-08 09:00 | yes
    3            | 2026-01-08 09:01 | no
    3            | 2026-02-01 09:00 | yes
    5            | 2026-02-27 09:00 | no
    """


@pytest.mark.parametrize(
    ("key", "hits"),
    [
        ("followup_attempted_48h", 2),  # 1 and 2, to the minute
        ("followup_attempted_72h", 2),  # 3 was tried a minute too late, 4 never
        ("followup_reached_48h", 1),
        ("followup_reached_72h", 2),
        ("followup_reached_30d", 3),
    ],
)
def test_of_those_who_agreed_how_many_were_followed_up_in_time(key: str, hits: int) -> None:
    found = reading(TEXT, key)
    assert (found["numerator"], found["denominator"]) == (hits, 4)
    # Nobody wrote down whether 6 agreed; the time of 7 is not over.
    assert "1 more left out: it is not known for them." in found["reason"]
    assert "1 more left out: it is too early for them." in found["reason"]


def test_it_is_counted_in_the_month_of_the_contact() -> None:
    found = readings(TEXT, "followup_attempted_48h", by=["month"])
    assert [(row["period"], row["status"]) for row in found] == [
        ("2026-01", "ok"),
        ("2026-02", "not mature"),
    ]


def test_a_month_whose_follow_ups_nobody_sent_is_not_measured() -> None:
    before = TEXT.replace("2026-01-05", "2025-12-05")
    found = readings(before, "followup_attempted_48h", by=["month"])
    assert found[0]["status"] == "not measured"
    assert "Upload" in found[0]["reason"] and found[0]["denominator"] is None


def test_without_follow_ups_it_is_not_measured() -> None:
    alone = TEXT.split("follow_ups")[0]
    for key in ("followup_attempted_72h", "followup_reached_30d"):
        found = reading(alone, key)
        assert found["status"] == "not measured"
        assert "follow-up records" in found["reason"]
