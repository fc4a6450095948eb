"""What the data can tell at all, so that its silence is not read as no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from arp.measures.facts.sources import Sources
    from arp.measures.facts.workbench import Workbench

TOLD_OF = ("program", "police", "ems", "fire")


@dataclass(frozen=True)
class Grounds:
    """What feeds and settings of a snapshot know of calls, beyond what they say of each."""

    program: bool  # a unit, or a sheet of calls, is known to be the program's
    program_months: frozenset[str]  # in which feeds could tell who of the program came
    dispatches: bool  # a feed has the time at which units are sent
    declines: bool  # a feed records that a team declines a call
    self_assignments: bool  # a feed records that a unit put itself on a call
    eligibility: bool  # the settings say which calls a team may take
    transports: bool  # a feed of calls says which ended with a transport to a hospital


def of_calls(bench: Workbench, sources: Sources) -> Grounds:
    """The grounds of the calls, once the program's clocks are made."""
    ((declines, self_assignments, dispatches),) = bench.ask(
        "SELECT count(declined) > 0, count(self_assigned) > 0, count(dispatched_at) > 0 "
        "FROM unit_responses"
    )
    ((transports,),) = bench.ask("SELECT count(transport_recorded) > 0 FROM staged_calls")
    program = bench.has_rows("staged_clocked")
    return Grounds(
        program=program,
        program_months=_program_months(bench, sources) if program else frozenset(),
        dispatches=dispatches or any(feed.has("dispatched_at") for feed in sources.feeds["calls"]),
        declines=declines,
        self_assignments=self_assignments,
        eligibility=bench.has_rows("staged_rules"),
        transports=transports,
    )


def told_months(bench: Workbench, sources: Sources) -> pa.Table:
    """One row a month: whether feeds could tell who of the program and of each agency came then.

    Of the program where there are units of anybody or a team's own sheet, of an agency where there
    are units of it.
    """
    import pyarrow as pa

    found = bench.ask(
        "SELECT agency, list(DISTINCT month) FROM unit_responses "
        "WHERE agency IS NOT NULL AND month IS NOT NULL GROUP BY agency"
    )
    told = {**dict(found), "program": _program_months(bench, sources)}
    rows = [
        {"month": month} | {f"{name}_told": month in told.get(name, ()) for name in TOLD_OF}
        for month in sorted(set().union(*told.values()))
    ]
    columns = [("month", pa.string()), *((f"{name}_told", pa.bool_()) for name in TOLD_OF)]
    return pa.Table.from_pylist(rows, schema=pa.schema(columns))


def _program_months(bench: Workbench, sources: Sources) -> frozenset[str]:
    sheets = [feed.name for feed in sources.program_sheets]
    rows = bench.ask(
        "SELECT month FROM unit_responses WHERE month IS NOT NULL UNION "
        "SELECT month FROM source_calls WHERE list_contains(?, feed)",
        [sheets],
    )
    return frozenset(month for (month,) in rows)


def no_where(told: ir.BooleanValue) -> ir.BooleanValue:
    """What silence means: no where it would have been told, else unknown."""
    import ibis

    return ibis.ifelse(told, False, ibis.null("boolean"))


def no_if(recorded: bool) -> ir.BooleanValue:
    """The same of what is recorded in the whole data or nowhere in it."""
    import ibis

    return ibis.literal(False) if recorded else ibis.null("boolean")
