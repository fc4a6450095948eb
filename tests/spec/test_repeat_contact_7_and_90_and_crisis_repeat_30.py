import pytest

from tests.measures.drawn import reading

TEXT = """
    encounters
    encounter_id | team | started_at       | person_key | destination         | police_role
    a            | CRT  | 2025-10-01 08:00 | ann        | home                | none
    b            | CRT  | 2025-10-06 08:00 | ann        | hospital, voluntary | none
    c            | CRT  | 2025-10-01 08:00 | ben        | jail                | none
    d            | CRT  | 2025-12-01 08:00 | ben        | home                | none
    e            | CRT  | 2025-10-01 08:00 | carl       | home                | none
    f            | CRT  | 2025-10-20 08:00 | carl       | home                | requested by us
    g            | CRT  | 2026-01-05 08:00 |            | home                | none
    """


@pytest.mark.parametrize(
    ("key", "hits", "among"),
    [
        ("repeat_contact_7", 1, 6),  # ann
        ("repeat_contact_30", 2, 6),  # and carl
        ("repeat_contact_90", 3, 4),  # and ben; the 90 days of b, d, f and g are not all over
    ],
)
def test_the_longer_the_window_the_more_are_met_again(key: str, hits: int, among: int) -> None:
    found = reading(TEXT, key)
    assert found["numerator"] == hits
    assert found["denominator"] == among


def test_in_crisis_again_is_a_hospital_an_arrest_or_police_at_the_later_contact() -> None:
    found = reading(TEXT, "crisis_repeat_30")
    # ann to a hospital, police asked for with carl; what ben's first contact was does not count
    assert (found["numerator"], found["denominator"]) == (2, 6)


def test_without_word_of_how_contacts_ended_a_repeat_is_no_crisis_and_no_calm() -> None:
    text = "\n".join(line.rsplit("|", 2)[0] for line in TEXT.strip().splitlines()[1:])
    found = reading("encounters\n" + text, "crisis_repeat_30")
    assert (found["numerator"], found["denominator"]) == (0, 4)
    assert "more left out: it is not known for them." in found["reason"]
