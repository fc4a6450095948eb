import pyarrow as pa

from arp.measures.studies.familiar import OFTEN, people_with, share_of_contacts
from tests.measures.drawn import answer


def met(*visits: tuple[str, str, str]) -> pa.Table:
    """Contacts: the person, the visit and its month."""
    people, keys, months = zip(*visits, strict=True)
    return pa.table({"person_key": people, "visit": keys, "month": months})


OFTEN_MET = [("ann", f"a{number}", "2026-01") for number in range(OFTEN)]
NEARLY = [("ben", f"b{number}", "2026-02") for number in range(OFTEN - 1)]


def test_from_how_many_visits_on_somebody_counts() -> None:
    contacts = met(*OFTEN_MET, *NEARLY, ("ben", "b0", "2026-02"))
    found = [
        answer(lambda met, least=least: people_with(least)(met, []), met=contacts)[0]["value"]
        for least in (OFTEN - 1, OFTEN, OFTEN + 1)
    ]
    assert found == [2, 1, 0]


def test_their_visits_among_all_visits() -> None:
    (found,) = answer(lambda met: share_of_contacts(met, []), met=met(*OFTEN_MET, *NEARLY))
    assert (found["numerator"], found["denominator"]) == (OFTEN, OFTEN + OFTEN - 1)


def test_twelve_months_end_with_the_newest_contact() -> None:
    for newest, people in (("2026-12", 1), ("2027-01", 0)):
        contacts = met(*OFTEN_MET, ("carl", "c", newest))
        (found,) = answer(lambda met: people_with(OFTEN)(met, []), met=contacts)
        assert found["value"] == people


def test_where_nobody_is_known_there_is_no_row() -> None:
    nobody = met(*OFTEN_MET).slice(0, 0)
    assert answer(lambda met: people_with(OFTEN)(met, []), met=nobody) == []
    assert answer(lambda met: share_of_contacts(met, []), met=nobody) == []
