from tests.measures.drawn import evidence

TEXT = """
    units
    unit | team
    CRT* | CRT

    calls
    incident_number | received_at
    1               | 2026-01-05 08:00

    unit_responses
    incident_number | unit_id | dispatched_at
    1               | CRT1    | 2026-01-05 08:05
    """
FACTS = {
    *("answers", "area_answers", "area_figures"),
    *("follow_ups", "cases", "case_months"),
    *("calls", "call_teams", "encounters", "unit_responses", "responses", "team_responses"),
    *("held_values", "field_counts", "freshness", "coverage", "area_coverage", "figures"),
}


def test_only_facts_remain_and_each_has_the_form_it_says() -> None:
    facts = evidence(TEXT)
    assert set(facts.facts) == FACTS
    tables = "SELECT table_name FROM information_schema.tables WHERE table_name NOT LIKE 'source_%'"
    assert set(facts.ask(tables)["table_name"]) == FACTS
    for name, form in facts.facts.items():
        assert set(facts.ask(f"SELECT * FROM {name} LIMIT 0").columns) == set(form.columns)


def test_facts_stay_readable_by_every_thread_after_the_steps_between_are_gone() -> None:
    facts = evidence(TEXT)
    filled = {"calls", "call_teams", "unit_responses", "responses", "team_responses", "held_values"}
    for name in filled:
        assert facts.ask(f"SELECT count(*) AS n FROM {name}")["n"][0] >= 1


def test_the_months_of_program_units_are_those_that_could_tell_who_came() -> None:
    assert evidence(TEXT).program_months == {"2026-01"}
    assert evidence(TEXT.replace("CRT* | CRT", "X*   | CRT")).program_months == frozenset()
