import pyarrow as pa
import pytest

from arp.measures.studies.ratings import NOBODY_RATED, mean_rating, top_rating
from tests.measures.drawn import answer

RATED = pa.table(
    {
        "team": ["CRT"] * 4 + ["CoR"] * 2,
        "satisfaction": pa.array([5, 2, None, 5, None, None], pa.int64()),
    }
)


def test_the_mean_and_the_share_of_the_best_say_how_many_answered() -> None:
    (mean,) = answer(lambda met: mean_rating(met, []), met=RATED.slice(0, 4))
    assert (mean["value"], mean["n"]) == (4.0, 3)
    assert mean["note"].startswith("Response rate: 75% of the contacts")
    (top,) = answer(lambda met: top_rating(met, []), met=RATED.slice(0, 4))
    assert (top["numerator"], top["denominator"], top["n"]) == (2, 3, 3)
    assert top["value"] == pytest.approx(2 / 3)


def test_a_group_in_which_nobody_answered_is_not_known() -> None:
    found = answer(lambda met: top_rating(met, ["team"]), met=RATED)
    told = {row["team"]: (row["value"], row["unmeasured"]) for row in found}
    assert told == {"CRT": (pytest.approx(2 / 3), None), "CoR": (None, NOBODY_RATED)}


def test_a_rate_under_one_percent_is_not_said_to_be_none() -> None:
    many = pa.table({"satisfaction": pa.array([4] + [None] * 999, pa.int64())})
    (mean,) = answer(lambda met: mean_rating(met, []), met=many)
    assert "under 1% of the contacts" in mean["note"]
