"""What real exports do not tell of the people served is not measured, and says what to upload."""

import json

import pytest

from arp.cli import main
from arp.measures.registry import INDICATORS
from tests.real import conftest as files

OF_HELP = (
    *("followup_attempted_48h", "followup_attempted_72h", "followup_reached_48h"),
    *("followup_reached_72h", "followup_reached_30d", "referral_made", "referral_accepted"),
    *("warm_handoff_rate", "connected_to_care", "no_service_available", "care_nav_active_cases"),
    *("care_nav_time_to_first", "care_nav_closed_goal", "repeat_contact_7", "repeat_contact_30"),
    *("repeat_contact_90", "crisis_repeat_30", "satisfaction_mean", "satisfaction_top"),
)


def readings(name, tmp_path, capsys):
    lake = ["--lake", str(tmp_path / "lake"), "--json"]
    assert main(["import", str(files.real(name)), *lake]) == 0
    capsys.readouterr()
    assert main(["measure", *OF_HELP, "involuntary_rate", *lake]) == 0
    return {row["indicator"]: row for row in json.loads(capsys.readouterr().out)}


@pytest.mark.parametrize("name", [files.LANE, files.VIRGINIA_BEACH, files.TAKOMA_CSV])
def test_nothing_of_follow_ups_referrals_or_ratings_is_a_silent_zero(name, tmp_path, capsys):
    found = readings(name, tmp_path, capsys)
    for key in OF_HELP:
        assert (found[key]["status"], found[key]["value"]) == ("not measured", None), key
        assert found[key]["reason"] == INDICATORS[key].to_measure_it


def test_lane_county_s_hospitals_do_not_say_who_was_held(tmp_path, capsys):
    found = readings(files.LANE, tmp_path, capsys)["involuntary_rate"]
    assert (found["status"], found["value"]) == ("not measured", None)
    assert found["reason"] == INDICATORS["involuntary_rate"].to_measure_it
