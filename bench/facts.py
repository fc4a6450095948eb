"""Facts over made-up calls, units and contacts, beside hand-written SQL for the same.

`python -m bench.facts 2000000 20000000` takes other numbers of calls than the usual. Ours lie in
files (ADR 22), those by hand in memory.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from bench.clock import Timing, line, once
from bench.facts_by_hand import derived_by_hand
from bench.made import MONTHS, TEAMS, TODAY, MadeSnapshot, made

SIZES = (500_000, 2_000_000)
MOST_MIB = 4096
LOADED = ("duckdb", "ibis.backends.duckdb", "pandas", "pyarrow", "arp.measures.facts.derive")
CONTACT = (  # what is told of a contact
    *("linked", "contact_made", "attempted_in_person", "taken_by_phone", "taken_to_hospital"),
    *("involuntary", "arrested", "cited", "handed_to_police", "resolved", "crisis"),
    *("backup_police", "backup_other", "backup_urgent", "responder_hurt", "person_injury"),
    *("use_of_force", "referral_made", "referral_accepted", "warm_handoff", "followup_due"),
    *("repeated_7", "repeated_30", "repeated_90", "crisis_repeated_30", "matured_7", "matured_30"),
    *("matured_90", "attempted_48h", "attempted_72h", "followup_reached_48h"),
    *("followup_reached_72h", "followup_reached_30d", "followup_matured_48h"),
    *("followup_matured_72h", "followup_matured_30d", "connected_confirmed"),
    *("connected_self_reported", "connected_matured"),
)
SAME = (
    *(
        f"SELECT missed_why, staffed, handled, eligible_final, diverted_police, joint_scene, "
        f"ems_arrived, fire_dispatched, diverted_ems, co_response, own_arrived, self_initiated, "
        f"missed_cannot_tell, missed_declined, count(*), max(first_clock_at), "
        f"round(sum(response_minutes) * 60), round(sum(police_minutes) * 60), sum(hour_of_week) "
        f"FROM {table} GROUP BY ALL ORDER BY ALL"
        for table in ("calls", "call_teams")
    ),
    *(
        f"SELECT phone_taken, phone_resolved, phone_handed_back, phone_matured, arrest_made, "
        f"ems_transported, is_top_priority, free, upgraded, diverted_fire, fire_arrived, "
        f"contact_made, backup_police, backup_other, backup_urgent, police_took_over, "
        f"contact_result, destination, count(*), max(disposition_label), sum(encounters_n), "
        f"sum(answer_seconds), round(sum(police_queue_minutes) * 60), "
        f"round(sum(first_unit_minutes) * 60) FROM {table} GROUP BY ALL ORDER BY ALL"
        for table in ("calls", "call_teams")
    ),
    *(
        f"SELECT month, team, {', '.join(f'count({flag}), count_if({flag})' for flag in flags)}, "
        f"count(*), {', '.join(others)} FROM {table} GROUP BY ALL ORDER BY ALL"
        for table, flags, others in (
            ("encounters", CONTACT, ("sum(satisfaction)", "count(DISTINCT visit)")),
            ("follow_ups", ("reached", "linked"), ("max(reached_at)", "min(attempted_at)")),
            ("cases", ("goal_met",), ("max(closed_at)", "round(sum(days_to_first) * 86400)")),
            ("case_months", ("open_at_end", "reached_then", "closed_then"), ("max(call_type)",)),
        )
    ),
    "SELECT team, month, round(sum(scheduled_minutes)), round(sum(committed_minutes) * 60), "
    "round(sum(overtime_minutes) * 60), round(sum(busy_minutes) * 60) "
    "FROM coverage GROUP BY ALL ORDER BY ALL",
    "SELECT team, area, month, round(sum(staffed_minutes) * 60), round(sum(busy_minutes) * 60) "
    "FROM area_coverage GROUP BY ALL ORDER BY ALL",
    "SELECT team, count(*), round(sum(committed_minutes) * 60) FROM unit_responses "
    "GROUP BY team ORDER BY team",
)


def agreed(snapshot: MadeSnapshot) -> None:
    """Stops the comparison unless both roads give the same facts."""
    from arp.measures.evidence import Evidence

    ours, hand = Evidence.derive(snapshot, today=TODAY), derived_by_hand(snapshot)
    for question in SAME:
        said = [connection.execute(question).fetchall() for connection in (ours.connection, hand)]
        if said[0] != said[1]:
            raise SystemExit(f"The two disagree.\n{question}\n{said[0]}\n{said[1]}")


def derived(snapshot: MadeSnapshot) -> None:
    """Every fact of a snapshot, as a page asks for them."""
    from arp.measures.evidence import Evidence

    Evidence.derive(snapshot, today=TODAY).connection.close()


def compared(calls: int, snapshot: MadeSnapshot) -> Timing:
    """Prints our facts of so many calls beside those by hand, and gives the time of ours.

    Each run has a process of its own, and so its own peak memory.
    """
    hand = once(lambda: derived_by_hand(snapshot).close())
    ours = once(lambda: derived(snapshot))
    print(
        f"\nFacts over {calls:,} calls, their units and contacts, {MONTHS} months × {TEAMS} teams"
    )
    line("hand-written SQL", hand)
    line("every fact of the evidence", ours, hand, "≤ 2.0")
    return ours


def grown(calls: int, fewer: int, snapshot: MadeSnapshot, before: Timing) -> None:
    """Compares many calls too, and prints how time and memory grow from the fewer to them.

    The fewer are timed before and after the many: over minutes a machine changes its speed.
    """
    with tempfile.TemporaryDirectory() as folder:
        ours = compared(calls, made_once(Path(folder), calls))
    after = once(lambda: derived(snapshot))
    growth = ours.seconds / statistics.mean((before.seconds, after.seconds)) / (calls / fewer)
    line(f"{fewer:,} calls once more", after)
    print(f"  growth of time by growth of calls {growth:5.2f}  goal ≤ 1 (linear)")
    print(f"  peak memory {ours.peak_mib:,.0f} MiB  goal < {MOST_MIB:,} MiB")


def made_once(folder: Path, calls: int) -> MadeSnapshot:
    """The made-up snapshot, made by a process of its own."""
    once(lambda: made(folder, calls))
    return MadeSnapshot(folder)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    for name in LOADED:  # once for every run, so that none is timed
        import_module(name)
    fewer, *more = sizes
    with tempfile.TemporaryDirectory() as folder:
        snapshot = made_once(Path(folder), fewer)
        once(lambda: agreed(snapshot))
        before = compared(fewer, snapshot)
        for calls in more:
            grown(calls, fewer, snapshot, before)


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
