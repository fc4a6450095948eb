import pytest

from tests.measures.drawn import reading, readings

TEXT = """
    calls
    incident_number | received_at      | area
    1               | 2026-01-31 23:50 | North

    encounters
    incident_number | started_at       | contact_result    | destination | disposition_label
    1               | 2026-02-01 00:10 | engaged           | shelter     | Remained
                    | 2026-02-03 00:10 | canceled en route |             | remained
                    |                  |                   | shelter     | Remained
    """


def shares(**question: object) -> dict[str, float]:
    rows = readings(TEXT, "disposition_mix", **question)
    parts = ("contact_result", "destination", "disposition_label", "contact_label")
    named = [(next(row[part] for part in parts if row.get(part)), row) for row in rows]
    return {name: row["numerator"] for name, row in named}


def test_each_family_adds_up_to_all_encounters_with_unknown() -> None:
    assert shares() == {
        **{"engaged": 1, "canceled en route": 1, "unknown": 1},
        **{"shelter": 2},
        **{"Remained": 2, "remained": 1},
    }
    found = readings(TEXT, "disposition_mix")
    for family in ("contact_result", "destination", "disposition_label"):
        assert sum(row["value"] for row in found if row[family]) == pytest.approx(1)
    assert {row["denominator"] for row in found} == {3}


def test_asked_by_one_family_it_gives_that_one() -> None:
    assert shares(by=["destination"]) == {"shelter": 2, "unknown": 1}
    assert shares(by=["contact_label"]) == {"unknown": 3}


def test_a_linked_encounter_is_counted_with_its_call() -> None:
    by_month = readings(TEXT, "disposition_mix", by=["month", "disposition_label"])
    january = {row["disposition_label"]: row for row in by_month if row["period"] == "2026-01"}
    assert january["Remained"]["numerator"] == 1
    assert january["remained"]["numerator"] == 0  # counted: none in January
    assert january["remained"]["denominator"] == 1
    by_area = readings(TEXT, "disposition_mix", by=["area", "destination"])
    assert {row["area"] for row in by_area} == {"North", "unknown"}


def test_labels_that_staff_said_are_one_are_one() -> None:
    confirmed = """
    labels
    field             | label    | read_as
    disposition_label | remained | Remained
    """
    found = readings(confirmed + "\n" + TEXT, "disposition_mix", by=["disposition_label"])
    assert [(row["disposition_label"], row["value"]) for row in found] == [("Remained", 1)]


def test_a_label_that_staff_said_means_a_word_gives_that_word_and_stays_itself() -> None:
    confirmed = """
    labels
    field             | label    | read_as
    disposition_label | remained | home
    """
    found = readings(confirmed + "\n" + TEXT, "disposition_mix")
    words = {row["destination"]: row["numerator"] for row in found if row["destination"]}
    labels = {row["disposition_label"] for row in found if row["disposition_label"]}
    assert words == {"shelter": 2, "home": 1}
    assert labels == {"Remained", "remained"}


def test_without_contact_records_it_is_not_measured() -> None:
    text = "calls\nincident_number | received_at\n1 | 2026-01-05 08:00"
    assert reading(text, "disposition_mix")["status"] == "not measured"
