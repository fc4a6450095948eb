"""“Call Type” beside initial and final call types says how a call came in, as in Seattle."""

from tests.intake.drawn import kinds, rows_of, understood

SEATTLE = """
    CAD Event Number | Call Type                     | Initial Call Type | CAD Event Original Time Queued
    26-1             | 911                           | NOISE             | 2026-10-06 14:00
    26-2             | ONVIEW                        | DISTURBANCE       | 2026-10-06 15:00
    26-3             | ALARM CALL (NOT POLICE ALARM) | ALARM             | 2026-10-06 16:00
    26-4             | TELEPHONE OTHER, NOT 911      | NOISE             | 2026-10-06 17:00
    26-5             | FK ERROR                      | NOISE             | 2026-10-06 18:00
"""  # noqa: E501


def test_call_types_that_are_ways_of_calling_are_the_origin():
    found = understood(SEATTLE)
    assert rows_of(found, "calls", "origin", "call_type_initial") == [
        ("911", "NOISE"),
        ("self-initiated", "DISTURBANCE"),
        ("other", "ALARM"),
        ("non-emergency", "NOISE"),
        (None, "NOISE"),
    ]
    assert "unused_column" not in kinds(found)


def test_the_only_column_of_call_types_stays_one_of_types():
    alone = "Incident Number | Call Type | Received\n" + "\n".join(
        f"26-{n} | {kind} | 2026-10-06 14:00" for n, kind in enumerate(("Alarm", "Traffic stop"))
    )
    assert rows_of(understood(alone), "calls", "call_type_initial") == [
        ("Alarm",),
        ("Traffic stop",),
    ]
