from arp.measures.engine import measure
from arp.measures.moves import Figure
from arp.measures.told import told
from tests.measures.drawn import evidence

TEXT = """
units
unit | team
CRT* | CRT
CCD* | CCD

calls
incident_number | received_at
1               | 2026-01-05 08:00
2               | 2026-01-06 08:00
3               | 2026-02-06 08:00

unit_responses
incident_number | unit_id | dispatched_at    | on_scene_at
1               | CRT1    | 2026-01-05 08:01 | 08:12
2               | CRT2    | 2026-01-06 08:01 | 08:20
3               | CCD1    | 2026-02-06 08:01 | 08:20
"""


def values(*keys, **question):
    return {
        figure: said.value
        for figure, said in told(measure(evidence(TEXT), keys, **question)).items()
    }


def test_a_figure_is_known_by_its_indicator_and_its_period():
    assert values("program_responses", by=("month",)) == {
        Figure("program_responses", "2026-01"): 2,
        Figure("program_responses", "2026-02"): 1,
    }


def test_each_team_has_a_figure_of_its_own():
    found = values("program_responses", by=("team",))
    assert found[Figure("program_responses", "2026-01/2026-02", "CRT")] == 2


def test_parts_of_a_mix_are_no_figures():
    parts = measure(evidence(TEXT), ["program_responses"], by=("call_type",))
    assert len(parts) == 1 and told(parts) == {}


def test_what_has_no_value_says_why():
    (said,) = told(measure(evidence(TEXT), ["response_p50"])).values()
    assert (said.value, said.status, said.n) == (None, "too few", 3)
    assert "Fewer than" in said.reason
