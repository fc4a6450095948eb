from tests.measures.drawn import evidence

TEXT = """
    calls
    incident_number | call_type_final | received_at
    1               | Noise           | 2026-01-05 08:00
    """


def test_a_list_that_had_to_be_read_by_the_final_type_says_so() -> None:
    assert evidence(TEXT).notes["eligible"].startswith("Judged by the final call type")
    initial = TEXT.replace("call_type_final", "call_type_initial")
    assert "eligible" not in evidence(initial).notes


def test_exclusions_that_no_feed_marks_are_told_with_every_count_in_scope() -> None:
    said = evidence(TEXT).notes["in_scope"]
    assert said.startswith("No feed marks self-initiated calls, test calls")
    marked = TEXT.replace("received_at\n    1               |",
                          "received_at | origin\n    1               |")  # fmt: skip
    marked = marked.replace("08:00\n", "08:00 | 911\n")
    assert "self-initiated" not in evidence(marked).notes["in_scope"]
