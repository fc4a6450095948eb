from datetime import date

from arp.measures.asked import Filters
from arp.measures.database import connect
from arp.measures.evidence import Evidence
from arp.measures.judge.targets import Target
from arp.measures.monthly import (
    Background,
    background,
    judged_months,
    together,
)
from arp.measures.settings import Settings
from tests.measures.spc.test_xmr import USUAL, months
from tests.views.drawn import frame

TODAY = date(2026, 11, 22)


def evidence() -> Evidence:
    """Nothing but a connection: settings and months are handed over."""
    return Evidence(connect(), TODAY)


def rows(*settings):
    return Settings(
        {"section": section, "name": name, "valid_from": None, "valid_to": None, "value": value}
        for section, name, value in settings
    )


def test_one_team_has_its_own_targets_and_changes():
    settings = rows(
        ("targets", "all", '{"indicator": "response_p50", "target": 15, "unit": "minutes"}'),
        (
            "targets",
            "CoR",
            '{"indicator": "response_p50", "target": 0.5, "unit": "hours", "team": "CoR"}',
        ),
        ("changes", "a", '{"change": "Launch", "kind": "launch", "changed_on": "2026-09-20"}'),
        (
            "changes",
            "b",
            '{"change": "By night", "kind": "other", "changed_on": "2026-10-01", "team": "CoR"}',
        ),
    )
    found = {
        team: background(evidence(), settings, TODAY, Filters(team=team))
        for team in (None, ("CRT",), ("CoR",), ("CRT", "CoR"))
    }
    assert {team: one.targets["response_p50"].value for team, one in found.items()} == {
        None: 15, ("CRT",): 15, ("CoR",): 30, ("CRT", "CoR"): 15,
    }  # fmt: skip
    assert found[("CRT",)].changes == (("2026-09", "Launch"),)
    assert len(found[("CoR",)].changes) == len(found[None].changes) == 2
    assert found[None].rebase == ("2026-10",)


def test_months_are_held_against_target_changes_and_what_is_over():
    against = Background(
        targets={"response_p50": Target(value=50)},
        changes=(("2025-07", "More hours"),),
        rebase=("2025-07",),
        complete_through="2025-11",
    )
    found = judged_months(months(USUAL), ["response_p50"], against)["response_p50"]
    assert found.summary.assurance == "consistently passes"
    assert found.summary.period == "2025-11"
    assert found.told == 11
    assert found.months["segment"].max() == 2
    assert found.changes == against.changes


def test_a_count_is_judged_a_day_and_a_wait_is_not():
    readings = frame(
        {"indicator": "program_responses", "period": "2026-01", "value": 310},
        {"indicator": "program_responses", "period": "2026-02", "value": 280},
        {"indicator": "response_p50", "period": "2026-01", "value": 31},
        {"indicator": "response_p50", "period": "2026-02", "value": 28},
    )
    keys = ["program_responses", "response_p50"]
    found = judged_months(readings, keys, Background())
    assert list(found["program_responses"].months["mean"]) == [310, 280]
    assert list(found["response_p50"].months["mean"]) == [29.5, 29.5]
    assert len(together(found.values())) == 4


def test_a_figure_that_is_not_measured_keeps_its_reason():
    alone = frame({"period": "2026-01/2026-12", "status": "not measured", "reason": "Upload it."})
    found = judged_months(alone, ["response_p50"], Background())["response_p50"]
    assert (found.told, found.months.iloc[0]["reason"]) == (0, "Upload it.")
