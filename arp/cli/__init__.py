"""The command line: import, measure, digest, export, history, undo, doctor, template, and more.

Exit status: 0 when all went well, 1 when a file was refused or needs an answer or when something
asked for is not there, 2 for wrong usage. `--json` prints one JSON value on standard output;
everything meant for eyes only goes to standard error.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from arp.cli import commands
from arp.cli.digest import run_digest
from arp.cli.export import add_options, run_export
from arp.cli.importing import run_import
from arp.cli.output import fail
from arp.intake.mapping import ANSWERS, is_answer
from arp.measures.asked import DIMENSIONS


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status."""
    from arp.lake.errors import LakeError

    options = parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except LakeError as fault:
        return fail(str(fault))


def parser() -> argparse.ArgumentParser:
    """Every command with what it takes; the reference of commands is written from it."""
    whole = argparse.ArgumentParser(
        prog="python -m arp", description="From a department's workbooks to honest figures."
    )
    subparsers = whole.add_subparsers(required=True, metavar="COMMAND")
    lake = argparse.ArgumentParser(add_help=False)
    lake.add_argument("--lake", type=Path, help="the lake's folder (else ARP_LAKE, else data/lake)")
    lake.add_argument("--json", action="store_true", help="print JSON")

    def command(name: str, run: Callable[[argparse.Namespace], int], help: str) -> Any:
        added = subparsers.add_parser(name, help=help, description=help, parents=[lake])
        added.set_defaults(run=run)
        return added

    add = command("import", run_import, "Save workbooks, CSV files and maps of areas in the lake.")
    add.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="workbooks and CSV files, as exported"
    )
    add.add_argument("--feed", help="the stream of files these belong to")
    add.add_argument(
        "--answer",
        action="append",
        default=[],
        type=_answer,
        metavar="KEY=VALUE",
        help="the answer to a question that an earlier try printed; may be given several times",
    )

    ask = command("measure", commands.run_measure, "Work out indicators.")
    ask.add_argument("keys", nargs="*", metavar="KEY", help="indicators; all where none is named")
    ask.add_argument(
        "--by",
        type=_dimensions,
        default=(),
        metavar="team,month",
        help=f"broken down by any of {', '.join(DIMENSIONS)}",
    )
    ask.add_argument("--from", dest="first", type=_month, metavar="2026-01", help="the first month")
    ask.add_argument("--to", dest="last", type=_month, metavar="2026-06", help="the last month")
    ask.add_argument(
        "--as-of", type=int, metavar="SNAPSHOT", help="an earlier state, by its number in history"
    )
    ask.add_argument("--csv", action="store_true", help="print CSV")
    ask.add_argument(
        "--public",
        action="store_true",
        help="for outside the department: small counts about people withheld, others rounded to 5",
    )

    told = command("digest", run_digest, "What changed in a month, for the city's own mailer.")
    told.add_argument(
        "--month", type=_month, metavar="2026-10", help="the month; else the last that is over"
    )
    told.add_argument("--to", type=Path, metavar="FOLDER", help="write HTML and text there")

    add_options(command("export", run_export, "Write pages, charts or a review as files."))

    command("history", commands.run_history, "Every change, newest first.")
    undo = command("undo", commands.run_undo, "Take an upload back.")
    undo.add_argument("upload", metavar="UPLOAD", help="its name in history, such as upload-12")
    command("doctor", commands.run_doctor, "Read the whole lake and say what is wrong with it.")
    command(
        "recover",
        commands.run_recover,
        "Go back to the newest snapshot that reads whole, when the lake is damaged.",
    )
    template = command("template", commands.run_template, "Write the blank template workbook.")
    template.add_argument("file", type=Path, metavar="FILE.xlsx", help="where it is written")
    template.add_argument(
        "--program", action="store_true", help="the program workbook, with the lake's own settings"
    )
    command("definitions", commands.run_definitions, "Every indicator, as it is defined.")
    command(
        "indicators",
        commands.run_indicators,
        "The lake's indicators: renamed, hidden and added by its settings.",
    )
    sample = command(
        "sample",
        commands.run_sample,
        "Write the made-up sample city: DIR/lake, DIR/workbooks, DIR/Areas.geojson.",
    )
    sample.add_argument("folder", type=Path, metavar="DIR", help="a folder that holds no lake yet")
    return whole


def _answer(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals):
        raise argparse.ArgumentTypeError(f"write KEY=VALUE, not {text!r}")
    if not is_answer(key):
        raise argparse.ArgumentTypeError(f"nothing is asked under {key!r}: {', '.join(ANSWERS)} …")
    return key, value


def _dimensions(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    for name in names:
        if name not in DIMENSIONS:
            raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(DIMENSIONS)}")
    return names


def _month(text: str) -> str:
    try:
        return datetime.strptime(text, "%Y-%m").strftime("%Y-%m")
    except ValueError:
        raise argparse.ArgumentTypeError(f"write a month as 2026-01, not {text!r}") from None
