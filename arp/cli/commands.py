"""The commands that ask: measure, history, doctor, definitions; and those that write once."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from arp.cli.importing import saved, who
from arp.cli.output import definition, fail, lake_of, print_json, records, say, show
from arp.cli.progress import Bar

if TYPE_CHECKING:
    from arp.lake.change import LedgerRow
    from arp.lake.snapshot import Snapshot
    from arp.measures.own import Registry


def run_measure(options: argparse.Namespace) -> int:
    """Print readings, of one snapshot, for the months asked for, as their audience may see them."""
    from arp.measures.engine import measure
    from arp.measures.evidence import Evidence
    from arp.measures.release import Audience, Release, released
    from arp.views.export.harmless import delimited

    snapshot = lake_of(options).snapshot(options.as_of)
    unknown = [key for key in options.keys if key not in _registry(snapshot).indicators]
    if unknown:
        say(f"No indicator is called {unknown[0]!r}. `python -m arp indicators` lists them.")
        return 2
    if options.first and options.last and options.first > options.last:
        say(f"The period ends ({options.last}) before it begins ({options.first}).")
        return 2
    if snapshot is None:
        return fail("The lake is empty." if options.as_of is None else "There is no such snapshot.")
    found = Evidence.derive(snapshot, today=date.today())
    months = (options.first, options.last)
    audience = Audience.OUTSIDE if options.public else Audience.INSIDE
    readings = released(
        measure(found, options.keys or None, by=options.by, months=months),
        Release.of(found, audience),
        found.indicators,
    )
    if options.json:
        print_json(records(readings))
    elif options.csv:
        print(delimited(readings), end="")
    else:
        show(readings.to_string(index=False, na_rep="", float_format=lambda x: f"{x:,.4g}"))
    return 0


def run_history(options: argparse.Namespace) -> int:
    """Print every ledger row, newest first."""
    rows = lake_of(options).history()
    if options.json:
        print_json([asdict(row) for row in rows])
    else:
        for row in rows:
            show(_history_sentence(row))
    return 0


def _history_sentence(row: LedgerRow) -> str:
    what = f"undo of {row.undoes}" if row.undoes else f"{row.kind} {row.file_name}".strip()
    what = what if row.recovers is None else f"back to snapshot {row.recovers}"
    sums = ", ".join(
        f"{name} {tally.new:,} new {tally.replaced:,} replaced {tally.removed:,} removed"
        for name, tally in row.tallies.items()
    )
    when = row.at.strftime("%Y-%m-%d %H:%M")
    return f"{row.snapshot:>4}  {when}  {row.who}  {row.upload_id}  {row.feed}  {what}  {sums}"


def run_undo(options: argparse.Namespace) -> int:
    """Take one upload back."""
    from arp.lake.errors import UnknownUpload

    try:
        receipt = lake_of(options).undo(options.upload, who=who(), at=datetime.now(UTC))
    except UnknownUpload as unknown:
        return fail(str(unknown))
    if options.json:
        print_json(saved(receipt))
    else:
        print(f"Upload {options.upload} was taken back; snapshot {receipt.snapshot} is now open.")
    return 0


def run_doctor(options: argparse.Namespace) -> int:
    """Read the whole lake and print its faults; exit status 1 when there are any."""
    lake = lake_of(options)
    faults = lake.doctor()
    if not faults and lake.snapshot() is None:
        return fail(f"There is no lake at {lake.path}.")
    if options.json:
        print_json([asdict(fault) for fault in faults])
    else:
        for fault in faults:
            show(f"{fault.table}: {fault}")
        if not faults:
            print("The lake is whole: every file of every table was read.")
    return int(any(not fault.is_note for fault in faults))


def run_recover(options: argparse.Namespace) -> int:
    """Go back to the newest snapshot that reads whole, when the lake is damaged."""
    lake = lake_of(options)
    if not lake.exists:
        return fail(f"There is no lake at {lake.path}.")
    row = lake.recover(who=who(), at=datetime.now(UTC))
    if options.json:
        print_json(None if row is None else asdict(row))
    elif row is None:
        print("The lake is whole: there is nothing to go back from.")
    else:
        print(
            f"The lake is what it was at snapshot {row.recovers}; as snapshot {row.snapshot} it is "
            f"now open. What is damaged is kept in {lake.path / 'damaged'}."
        )
    return 0


def run_template(options: argparse.Namespace) -> int:
    """Write the blank template workbook, or the program workbook with the lake's settings."""
    try:
        options.file.write_bytes(_template(options))
    except OSError:
        return fail(f"{options.file} cannot be written: is its folder there?")
    return _written(options, options.file)


def _template(options: argparse.Namespace) -> bytes:
    from arp.views.export.program_workbook import program_workbook
    from arp.views.export.template import template_workbook

    if not options.program:
        return template_workbook()
    snapshot = lake_of(options).snapshot()
    return program_workbook(snapshot.read("settings").to_pylist() if snapshot else [])


def run_definitions(options: argparse.Namespace) -> int:
    """Print the registry."""
    from arp.measures.registry import INDICATORS

    if options.json:
        print_json([definition(indicator) for indicator in INDICATORS.values()])
    else:
        for indicator in INDICATORS.values():
            print(f"{indicator.key}\n  {indicator.name}. {indicator.words}")
    return 0


def run_indicators(options: argparse.Namespace) -> int:
    """Print the lake's indicators: the declared ones as its settings have them, and its own."""
    of_city = _registry(lake_of(options).snapshot())
    if options.json:
        print_json(
            [
                definition(one) | {"hidden": key in of_city.hidden, "added": key in of_city.added}
                for key, one in of_city.indicators.items()
            ]
        )
        return 0
    for key, one in of_city.indicators.items():
        own = " (added)" if key in of_city.added else ""
        hidden = " (hidden)" if key in of_city.hidden else ""
        show(f"{key}{own}{hidden}\n  {one.name}. {one.words}")
    return 0


def _registry(snapshot: Snapshot | None) -> Registry:
    """The indicators as a snapshot's settings have them today."""
    from arp.measures.own import registry
    from arp.measures.settings import Settings

    rows = snapshot.read("settings").to_pylist() if snapshot else []
    return registry(Settings(rows), date.today())


def run_sample(options: argparse.Namespace) -> int:
    """Write the sample city as a lake, as monthly workbooks, and the map of its areas."""
    from arp.lake.lake import Lake
    from arp.sample import build_lake, write_workbooks
    from arp.sample.areas import write_areas
    from arp.sample.build import last_month_before

    now, bar = datetime.now(UTC), Bar("Sample city")
    lake, workbooks = Lake(options.folder / "lake"), options.folder / "workbooks"
    if lake.snapshot() is not None:
        return fail(f"{lake.path} holds a lake already; name another folder.")
    try:
        build_lake(lake, at=now, progress=bar)
        write_workbooks(workbooks, end=last_month_before(now), progress=bar)
        areas = write_areas(options.folder)
    finally:
        bar.close()
    return _written(options, lake.path, workbooks, areas)


def _written(options: argparse.Namespace, *paths: Path) -> int:
    if options.json:
        print_json([str(path) for path in paths])
    else:
        say(f"{' and '.join(map(str, paths))} written.")
    return 0
