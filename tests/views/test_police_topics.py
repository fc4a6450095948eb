import pandas as pd

from arp.measures.indicator import Better
from arp.measures.monthly import Monthly
from arp.measures.registry import INDICATORS
from arp.measures.spc.xmr import spc
from arp.views import police_topics, service_topics, topics
from arp.views.police_topics import FORCE, FORCE_RATE


def counts(*values: float | None) -> Monthly:
    months = pd.DataFrame(
        {
            "indicator": FORCE,
            "period": [f"2026-{n:02}" for n in range(1, len(values) + 1)],
            "value": pd.array(values, dtype="Float64").to_numpy(float, na_value=float("nan")),
            "n": 1.0,
            "status": ["not measured" if value is None else "ok" for value in values],
            "reason": "",
        }
    )
    found = spc(months, better=Better.LOWER)
    return Monthly(
        key=FORCE,
        name="Force",
        unit="uses of force",
        better=Better.LOWER,
        months=found.months,
        summary=found.summary,
        told=len(found.months),
    )


def whole(**values: float) -> pd.DataFrame:
    rows = [
        {"indicator": key, "value": v, "status": "ok", "reason": ""} for key, v in values.items()
    ]
    return pd.DataFrame(rows)


def test_force_is_told_as_its_count_its_rate_and_the_months_without_any() -> None:
    said = police_topics.force(whole(**{FORCE: 3.0, FORCE_RATE: 4.0}), counts(2, 0, None, 1))
    assert said == (
        "3 uses of force on eligible calls: 4.0 per 10,000 eligible calls. "
        "None in 1 of the 3 months told."
    )


def test_without_eligible_calls_there_is_no_rate_and_without_the_figure_the_reason() -> None:
    assert police_topics.force(whole(**{FORCE: 1.0}), counts(1)) == (
        "1 use of force on eligible calls. None in 0 of the 1 month told."
    )
    untold = whole(**{FORCE: 0.0}).assign(status="not measured", reason="Upload it.")
    assert police_topics.force(untold, counts(1)) == "Upload it."


def test_every_figure_of_the_topics_is_an_indicator_and_stands_once() -> None:
    for these in (police_topics.TOPICS, service_topics.TOPICS):
        assert set(topics.figures(these)) <= set(INDICATORS)
        keys = [topic.key for topic in these]
        assert len(keys) == len(set(keys))
