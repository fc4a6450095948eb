import pyarrow as pa
import pytest

from arp.measures.facts.outcomes import either
from tests.measures.drawn import answer, evidence


def told(text: str, fact: str) -> dict[str, object]:
    """A fact of each encounter, by its number."""
    found = evidence(text).ask(f"SELECT encounter_id, {fact} AS fact FROM encounters")
    facts = found["fact"].astype(object).where(found["fact"].notna(), None)
    return dict(zip(found["encounter_id"], facts, strict=True))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        *[(True, False, True), (True, None, True), (False, False, False)],
        *[(False, None, False), (None, False, False), (None, None, None)],
    ],
)
def test_an_answer_to_either_question_is_an_answer(one, other, together) -> None:
    flags = pa.table({"one": pa.array([one], pa.bool_()), "other": pa.array([other], pa.bool_())})
    found = answer(lambda met: met.select(both=either(met.one, met.other)), met=flags)
    assert found == [{"both": together}]


LED_TO = """
    encounters
    encounter_id | contact_result | destination            | ems_transport | arrest | police_role
    home         | engaged        | home                   |               |        |
    hold         | engaged        | hospital, involuntary  |               |        |
    ambulance    | engaged        | other                  | yes           |        |
    medics       | engaged        | handed to EMS or fire  |               | no     |
    officers     | engaged        | handed to police       | no            |        |
    taken over   | engaged        | home                   | no            | no     | took over
    jail         | declined       | jail                   |               |        |
    not said     | engaged        | unknown                |               |        |
    said no      | engaged        |                        | no            | no     | none
    nobody       | no contact     | stayed in the community|               |        |
    """


def test_a_destination_says_where_the_person_went_and_a_yes_adds_to_it() -> None:
    hospital = told(LED_TO, "taken_to_hospital")
    assert {name for name, taken in hospital.items() if taken} == {"hold", "ambulance"}
    # Nobody knows where medics took the person, nor where one went of whom nothing is said.
    assert {name for name, taken in hospital.items() if taken is None} == {"medics", "not said"}


def test_who_was_handed_to_police_may_have_been_arrested() -> None:
    arrested = told(LED_TO, "arrested")
    assert {name for name, so in arrested.items() if so} == {"jail"}
    assert {name for name, so in arrested.items() if so is None} == {"officers", "not said"}
    to_police = told(LED_TO, "handed_to_police")
    assert {name for name, so in to_police.items() if so} == {"officers", "taken over"}


def test_resolved_is_reached_and_neither_hospital_nor_arrest_nor_police() -> None:
    assert told(LED_TO, "resolved") == {
        **{"home": True, "said no": True},
        **{"hold": False, "ambulance": False, "officers": False, "taken over": False},
        **{"jail": False, "nobody": False},
        **{"medics": None, "not said": None},
    }


BACKUP = """
    encounters
    encounter_id | backup_requested | backup_agency | backup_urgency | police_role
    police       | yes              | police        | routine        |
    by role      |                  |               | emergency      | requested by us
    medics       | yes              | ems           | emergency      | none
    whom         | yes              |               |                |
    no           | no               |               |                |
    came along   |                  |               |                | with us
    blank        |                  |               |                |
    """


def test_police_back_up_is_a_request_for_police_and_medics_are_told_apart() -> None:
    assert told(BACKUP, "backup_police") == {
        **{"police": True, "by role": True},
        **{"medics": False, "no": False, "came along": False},
        **{"whom": None, "blank": None},
    }
    other = told(BACKUP, "backup_other")
    assert {name for name, asked in other.items() if asked} == {"medics"}
    assert {name for name, asked in other.items() if asked is False} == {"police", "no"}


def test_an_urgency_says_that_back_up_was_asked_for_and_no_request_is_not_urgent() -> None:
    assert told(BACKUP, "backup_urgent") == {
        **{"by role": True, "medics": True},
        **{"police": False, "no": False},
        **{"whom": None, "came along": None, "blank": None},
    }


HARM = """
    encounters
    encounter_id | mode      | contact_result    | responder_injury | person_injury | use_of_force
    there        | in person | engaged           |                  |               |
    told         | in person | engaged           | minor            | no            | yes
    by phone     | phone     | engaged           |                  | yes           |
    recalled     | in person | canceled en route |                  |               |
    somehow      |           | engaged           |                  |               |
    """


def test_where_nobody_came_nobody_was_hurt_and_elsewhere_a_blank_is_not_no() -> None:
    assert told(HARM, "responder_hurt") == {
        **{"there": None, "somehow": None, "told": True, "by phone": False, "recalled": False}
    }
    assert told(HARM, "person_injury") == {
        **{"there": None, "somehow": None, "told": False, "by phone": True, "recalled": False}
    }
    assert told(HARM, "use_of_force") == {
        **{"there": None, "somehow": None, "told": True, "by phone": False, "recalled": False}
    }


def test_where_nobody_was_ever_asked_absence_says_nothing_of_harm() -> None:
    text = HARM.replace("| minor", "|").replace("| no  ", "|").replace("| yes", "|")
    for fact in ("responder_hurt", "person_injury", "use_of_force"):
        assert set(told(text, fact).values()) == {None}


def test_a_hold_is_told_by_the_destination_and_nobody_is_held_who_went_to_no_hospital() -> None:
    held = told(LED_TO, "involuntary")
    assert {name for name, so in held.items() if so} == {"hold"}
    # An ambulance or medics may have taken the person to one, under a hold or not.
    assert {name for name, so in held.items() if so is None} == {"medics", "not said"}


def test_a_form_that_never_tells_a_hold_does_not_say_that_there_was_none() -> None:
    hospital = LED_TO.replace("hospital, involuntary", "hospital, voluntary  ")
    assert set(told(hospital, "involuntary").values()) == {None}


def test_a_crisis_is_a_hospital_an_arrest_or_police_asked_for_or_taking_over() -> None:
    asked_for = "asked for | engaged | home | | | requested by us"
    text = LED_TO + asked_for
    crisis = told(text, "crisis")
    assert {name for name, so in crisis.items() if so} == {
        *("hold", "ambulance", "officers", "taken over", "jail", "asked for")
    }
    assert {name for name, so in crisis.items() if so is None} == {"medics", "not said"}
