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
    *("calls", "call_teams", "encounters", "unit_responses", "responses", "team_responses"),
    *("held_values", "field_counts", "freshness"),
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
    for name in FACTS - {"field_counts", "freshness", "encounters"}:
        assert facts.ask(f"SELECT count(*) AS n FROM {name}")["n"][0] >= 1


def test_exclusions_that_no_feed_marks_are_told_with_every_count_in_scope() -> None:
    said = evidence(TEXT).notes["in_scope"]
    assert said.startswith("No feed marks self-initiated calls, test calls")
    marked = TEXT.replace("received_at\n    1               |",
                          "origin | received_at\n    1 | 911 |")  # fmt: skip
    assert "self-initiated" not in evidence(marked).notes["in_scope"]


def test_the_months_of_program_units_are_those_that_could_tell_who_came() -> None:
    assert evidence(TEXT).program_months == {"2026-01"}
    assert evidence(TEXT.replace("CRT* | CRT", "X*   | CRT")).program_months == frozenset()
