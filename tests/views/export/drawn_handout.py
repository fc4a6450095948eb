"""A page and a hand-out drawn by hand, with an exhibit of each kind."""

from datetime import date

import pandas as pd

from arp.exhibits.exhibit import Drawing, Exhibit, Page, Section
from arp.exhibits.handout import Commitment, Handout, Screen
from arp.measures.monthly import Background, judged_months
from arp.measures.registry import INDICATORS
from arp.views import bar_charts, charts, formats, lorenz_chart, week_chart
from arp.views.control_chart import control_chart
from tests.views.drawn import frame

EVERY_MONTH = formats.months_between("2025-01", "2026-06")
WAIT, CAPTURE, RESPONSES = "response_p90", "eligible_capture", "program_responses"
CHANGES = (("2025-09", "A second team"),)
CANARY = 987_654


def months():
    """18 months of a share; June 2025 has too few, and the last is far above the others."""
    rows = [
        {
            "indicator": CAPTURE,
            "period": month,
            "value": None if month == "2025-06" else 0.9 if at == 17 else 0.4 + 0.02 * (at % 3),
            "status": "too few" if month == "2025-06" else "ok",
            "reason": "Too few." if month == "2025-06" else "",
        }
        for at, month in enumerate(EVERY_MONTH)
    ]
    return judged_months(frame(*rows), [CAPTURE], Background(changes=CHANGES))[CAPTURE].months


def lines():
    return frame(
        *(
            {"indicator": key, "period": month, "value": value + at % 4}
            for at, month in enumerate(EVERY_MONTH)
            for key, value in (("response_p50", 14.0), (WAIT, 30.0))
        )
    )


def grouped(group, *rows, key=CAPTURE):
    """Readings by a group: its name, value, n, and low and high where there are any."""
    made = frame(
        *(
            {
                "indicator": key,
                "value": value,
                "n": n,
                "numerator": None if value is None else round(n * value) if value <= 1 else value,
                "denominator": n,
                "low": ends[0] if ends else None,
                "high": ends[1] if ends else None,
                "status": "ok" if value is not None else "withheld",
                "reason": "" if value is not None else "Withheld to protect people.",
            }
            for _, value, n, *ends in rows
        )
    )
    return made.assign(**{group: [name for name, *_ in rows]})


def week():
    rows = [(hour, float(hour % 24), 30) for hour in range(168)]
    return grouped("hour_of_week", *rows, key=RESPONSES).assign(part="missed")


def curve():
    rows = [{"indicator": "people_served", "value": share} for share in (0.13, 0.3, 0.62, 1.0)]
    return frame(*rows).assign(share_of_people=[0.01, 0.1, 0.5, 1.0])


def exhibit(key, question, readings, builder=None, listed=None, **words):
    return Exhibit(
        key=key,
        question=question,
        finding=f"What {key} says.",
        readings=readings,
        drawing=Drawing(builder, words) if builder else None,
        of="1,204 of 2,262",
        listed=listed,
    )


EXHIBITS = (
    exhibit(
        "control",
        "How many eligible calls are handled?",
        months(),
        control_chart,
        unit="share",
        target=0.6,
        changes=CHANGES,
    ),
    exhibit(
        "lines",
        "How long do people wait?",
        lines(),
        charts.over_months,
        unit="minutes",
        names={"response_p50": "half of calls", WAIT: "nine in ten"},
        changes=(),
    ),
    exhibit(
        "shares",
        "How do contacts end?",
        grouped("contact_result", ("engaged", 0.66, 200), ("unknown", 0.04, 200)),
        charts.shares,
        group="contact_result",
    ),
    exhibit(
        "counts",
        "Which team does how much?",
        grouped("team", ("=CRT", 900, 900), ("CoR", 300, 900), key=RESPONSES),
        bar_charts.counts_by_part,
        group="team",
    ),
    exhibit(
        "ranges",
        "Which kinds of calls are handled?",
        grouped("call_type", ("Welfare check", 0.5, 90, 0.4, 0.6), ("Trespass", 0.3, 40, 0.2, 0.4)),
        bar_charts.ranges,
        group="call_type",
        unit="share",
    ),
    exhibit(
        "week",
        "When do calls come?",
        week(),
        week_chart.by_hour_of_week,
        unit="calls",
        part="missed",
    ),
    exhibit("curve", "How much goes to a few people?", curve(), lorenz_chart.lorenz),
    exhibit(
        "harm",
        "Did anybody come to harm?",
        frame({"indicator": "responder_injuries", "value": 2.0}),
        listed=pd.DataFrame({"What": ["Responder injuries"], "Times": ["2"]}),
    ),
    exhibit(
        "untold",
        "Do people feel helped?",
        frame({"indicator": CAPTURE, "status": "not measured", "reason": "Upload a survey."}),
        charts.shares,
        group="team",
    ),
)


def page(exhibits=EXHIBITS, name="functioning", **told):
    return Page(
        **{
            "name": name,
            "answer": "26,863 responses; nine in ten callers waited 26 minutes or less",
            "proof": "Latest month: nothing unusual.",
            "whole": frame(
                {"indicator": RESPONSES, "value": 26_863.0, "n": 26_863},
                {"indicator": WAIT, "value": 26.1, "n": 15_863},
            ),
            "tiles": (RESPONSES, WAIT),
            "months": {},
            "said": {},
            "indicators": INDICATORS,
            "sections": (Section(tuple(exhibits)),),
            "period": "Jan 2025–Jun 2026",
            "as_of": "Nov 6, 2026",
            **told,
        }
    )


def handout(exhibits=EXHIBITS, **told):
    of = page(exhibits)
    screens = tuple(Screen(exhibit=one, page=of, note=f"Say {one.key}.") for one in exhibits)
    said = {"title": "November review", "as_of": "Nov 6, 2026", "method": "2026-11-22"}
    return Handout(**{**said, "screens": screens, **told})


COMMITMENTS = (
    Commitment(what="Publish back-up", done_on=date(2026, 11, 3)),
    Commitment(what="=Name an owner", owner="D. Rivera", due_on=date(2026, 12, 4)),
)

__all__ = ["CANARY", "COMMITMENTS", "exhibit", "grouped", "handout", "page"]
