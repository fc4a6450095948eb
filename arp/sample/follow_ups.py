"""Care Navigation: whom it tries to reach again, when, and with what success."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from arp.sample.chance import blank_unless, is_yes, lognormal, pick
from arp.sample.clock import NEVER

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from arp.sample.chance import Columns, Rng, Whole


GOALS = ("Housing", "Treatment", "Benefits", "Primary care")


def draw_follow_ups(rng: Rng, encounters: Columns, until: int) -> Columns:
    """One entry an attempt by Care Navigation, of encounters whose person agreed to it.

    `encounter` is the position of the encounter. Up to three attempts, until the person is
    reached; only those before `until`.
    """
    due = np.flatnonzero(is_yes(encounters["followup_consented"]))
    due = due[rng.random(len(due)) < 0.93]
    at = encounters["ended_at"][due].astype(np.int64)
    parts: list[Columns] = []
    for pause in (24, 40, 70):  # median hours before the first, second and third attempt
        at = _in_daytime(rng, at + np.rint(3600 * rng.lognormal(np.log(pause), 0.6, len(due))))
        reached = rng.random(len(due)) < 0.56
        parts.append({"encounter": due, "attempted_at": at, "reached": reached})
        again = ~reached & (rng.random(len(due)) < 0.75)
        due, at = due[again], at[again]
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    order = np.argsort(columns["attempted_at"], kind="stable")
    in_time = order[columns["attempted_at"][order] < until]
    columns = {name: values[in_time] for name, values in columns.items()}
    return columns | _case(rng, columns, encounters, until)


def _in_daytime(rng: Rng, at: NDArray[Any]) -> Whole:
    """The same day or the next, between about nine and five: half past one to ten p.m. in UTC."""
    at = at.astype(np.int64)
    second = at % 86_400
    late = second > 79_200
    early = second < 48_600
    start = at - second + np.where(late, 86_400, 0) + 48_600
    return np.where(late | early, start + rng.integers(0, 28_800, len(at)), at)


def _case(rng: Rng, attempts: Columns, encounters: Columns, until: int) -> Columns:
    """What Care Navigation wrote beside the attempt: how, to what end, whether it was met."""
    n = len(attempts["encounter"])
    reached = attempts["reached"]
    closed = attempts["attempted_at"] + 86_400 * rng.integers(10, 80, n)
    done = reached & (rng.random(n) < 0.6) & (closed < until)
    case: Columns = {
        "person_key": encounters["person_key"][attempts["encounter"]],
        "team": np.full(n, "CN", dtype=object),
        "reached_at": np.where(reached, attempts["attempted_at"], NEVER),
        "method": pick(rng, ("phone", "in person", "message"), n, (0.62, 0.3, 0.08)),
        "connected_to_care": blank_unless(
            reached, pick(rng, ("no", "confirmed", "self-reported"), n, (0.5, 0.36, 0.14))
        ),
        "goal": blank_unless(reached, pick(rng, GOALS, n)),
        "goal_met": blank_unless(done, rng.random(n) < 0.63),
        "case_closed_at": np.where(done, closed, NEVER),
    }
    own = rng.spawn(1)[0]  # what it draws leaves everything else as it was
    return case | _closed_later(own, attempts, case, until) | _opened(own, attempts, encounters)


def _opened(rng: Rng, attempts: Columns, encounters: Columns) -> Columns:
    """When each case was opened: some hours after the contact, before anybody tried."""
    of_contact, ended = attempts["encounter"], encounters["ended_at"]
    first = np.full(len(ended), np.iinfo(np.int64).max)
    np.minimum.at(first, of_contact, attempts["attempted_at"])
    opened = np.minimum(ended + lognormal(rng, 5 * 3600, 0.8, len(ended)), first - 60)
    return {"case_opened_at": np.maximum(opened, ended)[of_contact]}


def _closed_later(rng: Rng, attempts: Columns, case: Columns, until: int) -> Columns:
    """Closings of the other cases: the long ones, and those whose person was never reached."""
    n, reached, at = len(attempts["encounter"]), attempts["reached"], attempts["attempted_at"]
    last = np.zeros(int(attempts["encounter"].max(initial=0)) + 1, dtype=np.int64)
    np.maximum.at(last, attempts["encounter"], at)
    given_up = ~reached & (at == last[attempts["encounter"]])
    long = reached & (case["case_closed_at"] == NEVER)
    ends = at + 86_400 * np.where(given_up, 14, rng.integers(80, 200, n))
    closed = (long | given_up) & (ends < until)
    met = blank_unless(long & closed, rng.random(n) < 0.4)
    return {
        "case_closed_at": np.where(closed, ends, case["case_closed_at"]),
        "goal_met": np.where(long & closed, met, case["goal_met"]),
    }
