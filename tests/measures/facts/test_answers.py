from tests.measures.drawn import evidence

COLUMNS = "incident_number, month, area, within_15s_n, of_15s_n, within_20s_n, of_20s_n, in_whole"
CITY = """
    figures
    figure             | month   | area  | value | numerator | denominator
    calls_answered_15s | 2026-01 |       | 0.8   | 8         | 10
    calls_answered_15s | 2026-01 | North | 0.5   | 2         | 4
    calls_answered_20s | 2026-01 |       | 0.9   |           |

    calls
    incident_number | received_at         | answered_at         | area  | origin
    1               | 2026-02-05 08:00:00 | 2026-02-05 08:00:16 | South | 911
    2               | 2026-02-05 08:00:00 | 2026-02-07 08:00:16 | South | 911
    3               | 2026-02-05 08:00:00 | 2026-02-05 08:00:02 | South | other
    """


def rows(text: str, fact: str) -> list[tuple[object, ...]]:
    asked = evidence(text).ask(f"SELECT {COLUMNS} FROM {fact} ORDER BY ALL NULLS FIRST")
    found = asked.astype(object).where(asked.notna(), None).itertuples(index=False, name=None)
    return list(found)


def test_a_limit_is_told_by_the_center_or_by_calls_and_never_by_both() -> None:
    # Of 15 seconds the center tells; of 20 it gives no parts, so calls do. 2 has no valid answer.
    assert rows(CITY, "answers") == [
        (None, "2026-01", None, None, None, None, None, True),
        (None, "2026-01", None, 8, 10, None, None, True),
        (None, "2026-01", "North", 2, 4, None, None, False),
        ("1", "2026-02", "South", None, None, 1, 1, True),
    ]


def test_of_areas_each_row_is_a_whole_of_its_own() -> None:
    assert rows(CITY, "area_answers") == [
        (None, "2026-01", "North", 2, 4, None, None, True),
        ("1", "2026-02", "South", None, None, 1, 1, True),
    ]


def test_what_counted_is_told_and_nothing_while_nobody_did() -> None:
    notes = evidence(CITY).notes
    assert notes["of_15s_n"] == "By the 911 center's own monthly figures."
    assert notes["of_20s_n"] == "Counted from calls with an answer time."
    text = "calls\nincident_number | received_at\n1 | 2026-01-05 08:00"
    assert not {"of_15s_n", "of_20s_n"} & set(evidence(text).notes)


def test_answers_of_one_program_only_feed_are_no_answers_of_911() -> None:
    text = "feeds\nfeed | scope\ncad | program\n\n" + CITY[CITY.index("    calls\n") :]
    assert rows(text, "answers") == []
