from arp.measures.asked import Asked
from arp.measures.studies.open_cases import NEVER_OPENED, active_cases
from tests.measures.drawn import evidence

TEXT = """
    follow_ups
    person_key | team | attempted_at     | case_opened_at   | case_closed_at
    ann        | CN   | 2025-10-06 09:00 | 2025-10-05 12:00 | 2025-12-10 09:00
    ben        | CN   | 2025-11-06 09:00 | 2025-11-05 12:00 |
    amy        | Nav  | 2025-11-06 09:00 | 2025-11-05 12:00 | 2025-11-30 23:59
    eve        | New  | 2025-12-06 09:00 | 2025-12-05 12:00 | 2026-01-05 09:00
    carl       | Old  | 2026-01-07 09:00 |                  |
    dora       |      | 2026-01-07 09:00 | 2026-01-05 12:00 |
    """


def open_at(*by: str, months: tuple[str | None, str | None] = (None, None)) -> list[tuple]:
    found = active_cases(evidence(TEXT), Asked(by, months)).sort_values(list(by))
    return list(found[[*by, "value"]].itertuples(index=False, name=None))


def test_the_whole_is_what_is_open_when_the_last_month_ends() -> None:
    assert open_at() == [(2,)]
    assert open_at(months=(None, "2025-11")) == [(2,)]
    assert open_at(months=(None, "2025-10")) == [(1,)]


def test_each_month_has_its_own_end() -> None:
    assert open_at("month") == [("2025-10", 1), ("2025-11", 2), ("2025-12", 2), ("2026-01", 2)]


def test_a_team_with_nothing_open_any_more_has_none() -> None:
    assert ("New", 0) in open_at("team")


def test_a_case_that_nobody_says_was_opened_is_counted_apart() -> None:
    (whole,) = active_cases(evidence(TEXT), Asked()).to_dict("records")
    assert (whole["unknown_n"], whole["note"]) == (1, "At the end of 2026-01.")
    teams = active_cases(evidence(TEXT), Asked(("team",))).set_index("team")["unmeasured"]
    assert (teams["Old"], teams["New"]) == (NEVER_OPENED, "")
