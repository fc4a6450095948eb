import pytest

from arp.measures.behind import rows, sql
from arp.measures.engine import measure
from arp.measures.formula import Worked
from arp.measures.plan import asked_for, why_not
from arp.measures.registry import INDICATORS
from tests.measures.drawn import evidence

TEXT = """
    units
    unit | team
    CRT* | CRT
    COR* | CoR

    calls
    incident_number | area  | received_at
    1               | North | 2026-01-05 08:00
    2               | South | 2026-01-06 08:00
    3               |       | 2026-02-05 08:00

    unit_responses
    incident_number | unit_id | dispatched_at    | on_scene_at
    1               | COR1    | 2026-01-05 08:05 | 08:20
    1               | CRT1    | 2026-01-05 08:05 | 08:10
    2               | COR1    | 2026-01-06 08:05 | 08:40
    3               | COR1    | 2026-02-05 08:05 | 08:40
    """
MANY = "\n".join(
    [
        "teams\nteam | mode\nCRT | in person\n",
        "units\nunit | team | agency\nCRT* | CRT |\nP* | | police\n",
        "call_type_groups\ncall_type | group\nWelfare | Care\n",
        "targets\nindicator | target | unit\nresponse_within_target | 20 | minutes\n",
        "calls\nincident_number | call_type_initial | received_at | queued_at",
        *(
            f"{n} | {'Welfare' if n % 3 else 'New'} | 2026-0{1 + n % 2}-05 08:00 | 08:0{n % 5}"
            for n in range(90)
        ),
        "\nunit_responses",
        "incident_number | unit_id | dispatched_at | en_route_at | on_scene_at | cleared_at",
        *(
            f"{n} | CRT{n % 4} | 2026-0{1 + n % 2}-05 08:06 | 08:07 | 08:{11 + n % 43} | 08:59"
            for n in range(88)
        ),
        "\nencounters",
        "encounter_id | incident_number | team | contact_result | disposition_label | destination",
        *(
            f"e{n} | {n} | CRT | {('engaged', 'no contact', '')[n % 3]} | Stayed | home"
            for n in range(60)
        ),
    ]
)


def cannot_be_asked(key: str, by: tuple[str, ...]) -> bool:
    asked = asked_for(by, (None, None), None)
    return why_not(evidence(MANY), INDICATORS[key], asked) is not None


@pytest.mark.parametrize("key", INDICATORS)
@pytest.mark.parametrize("by", [(), ("month",)], ids=["whole", "month"])
def test_the_sql_shown_gives_the_same_values(key: str, by: tuple[str, ...]) -> None:
    facts = evidence(MANY)
    if cannot_be_asked(key, by):
        with pytest.raises(ValueError, match=r"\w+ \w+"):
            sql(facts, key, by=by)
        return
    read = measure(facts, [key], by=by)
    if "ok" not in set(read["status"]):  # nobody knows, of any row
        assert facts.ask(sql(facts, key, by=by).split(";\n\n")[0]) is not None
        return
    if isinstance(INDICATORS[key].formula, Worked):  # no one query gives it: its rows are shown
        assert len(facts.ask(sql(facts, key, by=by))) >= read["n"].max()
        return
    shown = [facts.ask(query)["value"] for query in sql(facts, key, by=by).split(";\n\n")]
    values = sorted(round(value, 9) for column in shown for value in column.dropna())
    ok = read[read["status"] == "ok"]["value"]
    assert sorted(round(value, 9) for value in ok) == [value for value in values]


@pytest.mark.parametrize("key", INDICATORS)
def test_the_rows_behind_a_number_are_as_many_as_it_says(key: str) -> None:
    facts = evidence(MANY)
    if cannot_be_asked(key, ()):
        with pytest.raises(ValueError, match=r"\w+ \w+"):
            rows(facts, key)
        return
    read = measure(facts, [key])
    if "ok" not in set(read["status"]):
        assert len(rows(facts, key, limit=3)) <= 3
        return
    if key in ("field_completeness", "longest_response", "upload_lag_days"):
        assert len(rows(facts, key, limit=3)) <= 3
        return
    behind = rows(facts, key)
    assert len(behind) == read["n"].iloc[0]
    if read["numerator"].notna().all() and key != "disposition_mix":
        assert behind["counted"].sum() == read["numerator"].iloc[0]


def test_rows_behind_one_group_of_one_month() -> None:
    group = {"team": "CoR", "responder": "all"}
    behind = rows(evidence(TEXT), "program_responses", group=group, months=("2026-01", "2026-01"))
    assert list(behind["incident_number"]) == ["1", "2"]
    unknown = rows(evidence(TEXT), "calls_in_scope", group={"area": "unknown"})
    assert list(unknown["incident_number"]) == ["3"]


MET = """
    encounters
    encounter_id | team | started_at       | contact_result | person_key | responder_injury
    a            | CRT  | 2026-01-05 08:00 | engaged        | ann        | minor
    b            | CRT  | 2026-01-15 08:00 | engaged        | ann        | none
    c            | CRT  | 2026-02-10 08:00 | engaged        | ben        | none
    """


def test_rows_say_who_was_met_by_no_number_of_the_person() -> None:
    assert "person_key" not in rows(evidence(MET), "people_served")


def test_a_row_whose_days_are_not_over_is_behind_no_number() -> None:
    behind = rows(evidence(MET), "repeat_contact_30")
    assert (len(behind), behind["counted"].sum()) == (1, 1)
    assert measure(evidence(MET), ["repeat_contact_30"])["denominator"].item() == 1


def test_behind_a_ratio_are_the_rows_of_its_lower_total() -> None:
    behind = rows(evidence(MET), "responder_injury_rate")
    assert list(behind["responder_injury"]) == ["minor", "none", "none"]
