from tests.measures.drawn import reading, readings

KEY = "calls_in_scope"


def test_a_call_is_in_scope_unless_it_is_known_not_to_be() -> None:
    found = reading(
        """
        calls
        incident_number | received_at      | queued_at | origin         | is_test | canceled
        1               | 2026-01-05 08:00 | 08:01     | 911            | no      | no
        2               | 2026-01-05 09:00 | 09:01     | self-initiated | no      | no
        3               | 2026-01-05 10:00 | 10:01     | 911            | yes     | no
        4               | 2026-01-05 12:00 |           | 911            | no      | yes
        5               | 2026-01-05 13:00 | 13:01     | 911            | no      | yes
        6               | 2026-01-05 14:00 |           |                |         |

        calls from fire
        incident_number | received_at      | queued_at | duplicate_of
        7               | 2026-01-05 11:00 | 11:01     | 1
        """,
        KEY,
    )
    assert found["value"] == 3  # 1; 5, canceled only after it was queued; 6, not known
    assert found["status"] == "ok"
    assert found["reason"] == ""


def test_an_exclusion_that_no_feed_marks_is_not_applied_and_said() -> None:
    found = reading(
        """
        calls
        incident_number | received_at      | canceled
        1               | 2026-01-05 08:00 | yes
        """,
        KEY,
    )
    assert found["value"] == 1  # the feed has no queue time: early cancellation is not known
    assert "self-initiated" in found["reason"]


def test_a_call_outside_the_jurisdiction_is_out_of_scope() -> None:
    found = reading(
        """
        areas
        label   | area  | in_jurisdiction
        Outside | Other | no
        B1      | North | yes

        calls
        incident_number | received_at      | area
        1               | 2026-01-05 08:00 | B1
        2               | 2026-01-05 08:00 | Outside
        3               | 2026-01-05 08:00 |
        """,
        KEY,
    )
    assert found["value"] == 2


def test_a_program_only_feed_cannot_tell_all_calls() -> None:
    found = reading(
        """
        feeds
        feed  | scope
        heart | program

        calls from heart
        incident_number | received_at
        1               | 2026-01-05 08:00
        """,
        KEY,
    )
    assert found["status"] == "not measured"
    assert found["value"] is None
    assert "only the program's own calls" in found["reason"]


def test_a_call_that_two_feeds_know_counts_once_and_one_only_the_program_knows_not_at_all() -> None:
    found = reading(
        """
        feeds
        feed  | scope
        heart | program

        calls from cad
        incident_number | received_at
        1               | 2026-01-05 08:00
        2               | 2026-01-05 09:00

        calls from heart
        incident_number | received_at
        2               | 2026-01-05 09:00
        3               | 2026-01-05 10:00
        """,
        KEY,
    )
    assert found["value"] == 2


def test_a_call_that_several_feeds_know_counts_once_however_many_they_are() -> None:
    known = "\n".join(
        f"""
        calls from {feed}
        incident_number | received_at      | area
        1               | 2026-01-05 08:00 | {area}
        {own}           | 2026-01-06 08:00 |
        """
        for feed, own, area in (
            ("cad", 2, ""),
            ("ems", 3, ""),
            ("fire", 4, "East"),
            ("heart", 5, "West"),
        )
    )
    assert reading(known, KEY)["value"] == 5
    by_area = {row["area"]: row["value"] for row in readings(known, KEY, by=["area"])}
    assert by_area["East"] == 1  # the first feed that knows the area is believed


def test_by_month_a_month_without_any_row_is_a_gap_and_an_undated_call_is_in_none() -> None:
    text = """
        calls
        incident_number | received_at
        1               | 2026-01-05 08:00
        2               | 2026-03-05 08:00
        3               |
        """
    by_month = {row["period"]: row for row in readings(text, KEY, by=["month"])}
    assert [by_month[month]["value"] for month in by_month] == [1, None, 1]
    assert by_month["2026-02"]["status"] == "not measured"
    assert by_month["2026-02"]["n"] is None
    assert reading(text, KEY)["value"] == 3
    assert reading(text, KEY)["period"] == "2026-01/2026-03"


def test_by_call_type_a_blank_is_unknown_and_no_team_has_a_figure() -> None:
    text = """
        calls
        incident_number | received_at      | call_type_initial
        1               | 2026-01-05 08:00 | Welfare
        2               | 2026-01-05 08:00 |
        """
    by_type = readings(text, KEY, by=["call_type"])
    assert {row["call_type"]: row["value"] for row in by_type} == {"Welfare": 1, "unknown": 1}
    assert reading(text, KEY, by=["team"])["status"] == "not measured"
