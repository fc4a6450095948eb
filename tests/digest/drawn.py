"""What is found of a month, drawn by hand for the tests of digests."""

from dataclasses import replace
from datetime import UTC, date, datetime

from arp.digest.found import Found
from arp.lake.change import LedgerRow, Tally
from arp.measures.judge.gates import Decides, Figure
from arp.measures.judge.judging import Gate, Judged, Verdict
from arp.measures.judge.targets import Target
from arp.measures.monthly import Background, judged_months
from arp.measures.registry import INDICATORS
from arp.views.feed_calendar import Cell, Line, State
from arp.views.feeds import FeedState
from tests.views.drawn import frame

MONTHS = [f"2025-{number:02d}" for number in range(1, 13)]
STEADY = [30.0, 31.0] * 6
LAST, TODAY = "2025-12", date(2026, 1, 20)
AT = datetime(2026, 1, 6, 14, 30, tzinfo=UTC)

QUIET = Found(
    program="HEART",
    month=LAST,
    today=TODAY,
    as_of=date(2026, 1, 6),
    over=LAST,
    held=True,
    span=("2025-01", LAST),
    series=(),
    gates=(),
    before=(),
    calendar=(),
    states=(),
    nothing_yet=(),
    changes=(),
    taken_back=frozenset(),
    moved=(),
    history={},
    indicators=INDICATORS,
    notes=(),
    commitments=(),
    sample=False,
    method="2026-01-02",
)


def found(**told):
    """A quiet month with these things to tell."""
    return replace(QUIET, **told)


def series(key, values, target=None, **last):
    """The judged months of one figure up to Dec 2025; `last` is said of the last of them."""
    months = MONTHS[-len(values) :]
    rows = [
        {"indicator": key, "period": month, "value": value, "n": 210}
        for month, value in zip(months, values, strict=True)
    ]
    rows[-1] |= last
    targets = {key: Target(value=target)} if target is not None else {}
    return judged_months(frame(*rows), [key], Background(targets=targets))[key]


def high(key="response_p50", **told):
    """A figure of which the last month is far above the others."""
    return series(key, [*STEADY[:-1], 60.0], **told)


def judged(name, verdict, value=None, reason="", n=None, target=None):
    return Judged(
        figure=Figure(key="response_p50", decides=Decides.AT_MOST),
        name=name,
        unit="minutes",
        verdict=verdict,
        value=value,
        reason=reason,
        n=n,
        target=None if target is None else Target(value=target),
    )


def gate(name, verdict, *figures):
    return Gate(name, "Is it?", verdict, figures)


SLOW = gate(
    "Reliability",
    Verdict.NOT_MET,
    judged("Response time (median)", Verdict.NOT_MET, 16.4, n=15863, target=15.0),
)


def feed(state, detail="", month=LAST):
    """One feed of which one month is to be looked at."""
    return Line(
        title="Police CAD",
        about="Ana, due on the 5th",
        cells=(Cell(month=month, state=state, detail=detail),),
    )


def upload(number=7, **told):
    """One upload of December."""
    row = LedgerRow(
        snapshot=number,
        at=AT,
        who="Ana",
        kind="upload",
        upload_id=f"upload-{number}",
        feed="police-cad",
        file_name="December.xlsx",
        sha256="0" * 64,
        tallies={"calls": Tally(rows_read=1204, new=1197, set_aside=7)},
        months=(LAST,),
        undated=3,
        versions={},
    )
    return replace(row, **told)


def feed_state(**told):
    state = FeedState(
        feed="police-cad",
        title="Police CAD",
        owner="Ana",
        due_day=5,
        rows=100,
        first="2025-01",
        last=LAST,
        gaps=(),
        missing=(),
    )
    return replace(state, **told)


MISSING = State.MISSING
