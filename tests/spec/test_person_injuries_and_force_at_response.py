import pytest

from tests.measures.drawn import reading

TEXT = """
    encounters
    encounter_id | mode      | started_at       | contact_result    | person_injury | use_of_force
    a            | in person | 2026-01-05 08:00 | engaged           | yes           | no
    b            | in person | 2026-01-05 08:00 | engaged           | no            | no
    c            | phone     | 2026-01-05 08:00 | engaged           |               |
    d            | in person | 2026-01-05 08:00 | canceled en route |               |
    """

both = pytest.mark.parametrize("key", ["person_injuries", "force_at_response"])


def test_each_contact_at_which_it_happened_is_counted() -> None:
    assert reading(TEXT, "person_injuries")["value"] == 1
    # Nobody came to c and d, so that a blank there hides nothing.
    assert reading(TEXT, "force_at_response")["value"] == 0


@both
def test_what_is_known_to_have_happened_counts_though_others_do_not_say(key: str) -> None:
    text = TEXT + "    e | in person | 2026-01-05 08:00 | engaged | yes | yes\n"
    unsaid = text + "    f | in person | 2026-01-05 08:00 | engaged |     |\n"
    assert reading(unsaid, key)["value"] == reading(text, key)["value"]
    assert reading(unsaid, key)["reason"] == "1 more left out: it is not known for them."


def test_none_among_records_that_do_not_say_is_not_zero() -> None:
    unsaid = TEXT + "    e | in person | 2026-01-05 08:00 | engaged | no |\n"
    found = reading(unsaid, "force_at_response")
    assert (found["value"], found["status"]) == (None, "not measured")


@both
def test_without_the_answer_it_is_not_measured(key: str) -> None:
    text = "encounters\nencounter_id | started_at\na | 2026-01-05 08:00"
    assert reading(text, key)["status"] == "not measured"
