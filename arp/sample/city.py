"""The whole of Sampleton, seeded: the same each time."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from arp.lake.writer import silent
from arp.sample import defects, place
from arp.sample import settings as program
from arp.sample.chance import is_yes
from arp.sample.clock import first_day, month_numbers, months_ending, next_month, utc_seconds
from arp.sample.contacts import draw_encounters, recorded_in_person
from arp.sample.demand import NONE, Calls, draw_calls
from arp.sample.endings import draw_arrests, draw_transports
from arp.sample.figures import figures as monthly_figures
from arp.sample.figures import police_figures, residents
from arp.sample.follow_ups import draw_follow_ups
from arp.sample.layout import (
    FIGURES_EXPORT,
    NAVIGATION_EXPORT,
    RECORDS_EXPORT,
    Place,
    in_export,
    in_turn,
)
from arp.sample.planted import Planted, response_medians, write_down
from arp.sample.program import work
from arp.sample.responders import draw_police_parts, joined, other_agencies, program_rows
from arp.sample.tables import (
    ARREST,
    TRANSPORTED,
    calls_table,
    encounters_table,
    follow_ups_table,
    rows_table,
    units_table,
)

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from arp.lake.writer import Progress
    from arp.sample.chance import Columns, Flags, Whole
    from arp.sample.responders import UnitRows

SEED = 20_260_628


@dataclass(frozen=True, kw_only=True)
class City:
    """The made-up city, and what is true in it.

    tables: the stored fields of every declared table, person numbers as the city writes them.
    places: for each table with monthly files, where its rows stand in them.
    told: writes down what is true; it takes a while, and only tests ask.
    """

    months: list[str]
    tables: dict[str, pa.Table]
    places: dict[str, Place]
    told: Callable[[], Planted]

    @cached_property
    def planted(self) -> Planted:
        """What is true in the city."""
        return self.told()


def city(
    *, seed: int = SEED, months: int = 36, end: str = "2026-10", progress: Progress = silent
) -> City:
    """Sampleton in the months up to `end`: about 8,000 calls in each of them."""
    rng = np.random.default_rng(seed)
    names = months_ending(end, months)
    expansion_on = first_day(names[int(months * place.EXPANSION_AT)])
    new_codes_on = first_day(names[int(months * place.NEW_CODES_AT)])
    until = utc_seconds(first_day(next_month(names[-1])))

    progress("Making up the calls", 0.0)
    calls = draw_calls(rng, names, expansion_on, new_codes_on)
    progress("Making up the teams’ days", 0.06)
    done = work(rng, calls, expansion_on)
    teams = program_rows(done)
    progress("Making up what came of it", 0.23)
    part = draw_police_parts(rng, len(calls), teams)
    encounters = draw_encounters(rng, calls, teams, part)
    ambulance = _transported(len(calls), encounters)
    others = other_agencies(rng, calls, done, teams, part, ambulance, expansion_on)
    gap = names[int(months * place.GAP_AT)]
    follow_ups = _without(gap, draw_follow_ups(rng, encounters, until))
    units = joined([teams, *others])
    transported = draw_transports(seed, len(calls), teams, others, ambulance)
    arrested = draw_arrests(seed, len(calls), others, transported)

    progress("Making up the files", 0.37)
    numbers = _incident_numbers(calls)
    unspoiled = deepcopy(calls)
    places = _places(calls, units, encounters, follow_ups)
    defects.spoil_units(rng, units, recorded_in_person(len(calls), units, encounters))
    defects.spoil_calls(rng, calls)
    defects.spoil_encounters(rng, encounters)

    ids = np.array([f"E{n:06d}" for n in range(1, len(encounters["call"]) + 1)], dtype=object)
    figures = monthly_figures(rng, names, expansion_on)
    figures += [*police_figures(seed, figures), *residents(figures)]
    figures.sort(key=lambda row: str(row["month"]))
    places["figures"] = in_turn(
        np.array([names.index(row["month"]) for row in figures]), FIGURES_EXPORT
    )
    settings = program.settings(names, expansion_on, new_codes_on)
    progress("Making up the files", 0.7)
    tables = {
        "calls": calls_table(
            calls,
            units,
            defects.shouted_types(rng, calls),
            numbers,
            {TRANSPORTED: transported, ARREST: arrested},
        ),
        "unit_responses": units_table(units, numbers),
        "encounters": encounters_table(encounters, ids, numbers),
        "follow_ups": follow_ups_table(follow_ups, ids),
        "figures": rows_table("figures", figures),
        "settings": rows_table("settings", program.settings_rows(settings)),
    }

    def told() -> Planted:
        true = write_down(unspoiled, done, teams, numbers, expansion_on, new_codes_on)
        return replace(true, response_p50=response_medians(calls, units, expansion_on))

    return City(months=names, tables=tables, places=places, told=told)


def _without(month: str, follow_ups: Columns) -> Columns:
    """The follow-ups but for one month, whose file nobody sent."""
    kept = month_numbers(follow_ups["attempted_at"]) != np.datetime64(month).astype(np.int64)
    return {name: values[kept] for name, values in follow_ups.items()}


def _transported(n: int, encounters: Columns) -> Flags:
    """The calls from which an ambulance took somebody to a hospital."""
    taken = np.zeros(n, dtype=bool)
    call = encounters["call"][is_yes(encounters["ems_transport"])]
    taken[call[call != NONE]] = True
    return taken


def _incident_numbers(calls: Calls) -> NDArray[Any]:
    """Dispatch's own numbers, counted anew each year: “SC26-000123”."""
    years, of_year = np.unique(1970 + month_numbers(calls.received) // 12, return_counts=True)
    counts = zip(years.tolist(), of_year.tolist(), strict=True)
    numbers = [f"SC{year % 100:02d}-{n:06d}" for year, count in counts for n in range(1, count + 1)]
    return np.array(numbers, dtype=object)


def _places(
    calls: Calls, units: UnitRows, encounters: Columns, follow_ups: Columns
) -> dict[str, Place]:
    """Where the rows stand in the monthly files: a call and its units in the call's own month."""
    first = month_numbers(calls.received[:1])[0]

    def files(seconds: Whole) -> Whole:
        return np.asarray(month_numbers(seconds) - first)

    of_calls, of_units = in_export(files(calls.received), units.call)
    return {
        "calls": of_calls,
        "unit_responses": of_units,
        "encounters": in_turn(files(encounters["started_at"]), RECORDS_EXPORT),
        "follow_ups": in_turn(files(follow_ups["attempted_at"]), NAVIGATION_EXPORT),
    }
