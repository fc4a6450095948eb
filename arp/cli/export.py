"""`export`: pages, single charts or a review as files, for schedulers."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from arp.cli.output import damage, fail, lake_of, print_json, say

if TYPE_CHECKING:
    from arp.cli.exported import File
    from arp.lake.lake import Lake

FORMATS = ("pptx", "xlsx", "pdf", "html", "png", "svg")
OF_A_REVIEW = ("pptx", "xlsx")
ALL_PAGES = ("pptx", "xlsx", "pdf", "html")  # made where only a folder is named


class NotThere(Exception):
    """Something asked for is not there; the message says what, in a sentence."""


def add_options(command: argparse.ArgumentParser) -> None:
    """What the command takes."""
    from arp.cli.exported import a_month

    add = command.add_argument
    add("--to", type=Path, required=True, metavar="FILE_OR_FOLDER", help="where it is written")
    add("--format", choices=FORMATS, help="else the file's ending; in a folder all of pages")
    add("--page", action="append", default=[], metavar="NAME", help="a page; all where none is")
    add("--exhibit", metavar="KEY", help="one exhibit of the page, for png and svg")
    add("--review", metavar="NAME", help="a review instead of pages, as pptx or xlsx")
    add("--from", dest="first", type=a_month, metavar="2026-01", help="the first month")
    add("--until", dest="last", type=a_month, metavar="2026-06", help="the last month")
    add("--as-of", type=int, metavar="SNAPSHOT", help="an earlier state, by its number in history")
    add(
        "--public",
        action="store_true",
        help="for outside the department: small counts about people withheld, others rounded to "
        "5; html always is",
    )


def run_export(options: argparse.Namespace) -> int:
    """Write what is asked for, each file whole or not at all; say what was written.

    Nothing is written of a lake that does not read whole: part of the truth might be missing.
    """
    lake = lake_of(options)
    if wrong := damage(lake):
        return fail(wrong)
    try:
        written = [str(path) for path in _written(list(_files(lake, options)), options)]
    except NotThere as missing:
        return fail(str(missing))
    except OSError:
        return fail(f"{options.to} cannot be written to.")
    if options.json:
        print_json(written)
    else:
        say("\n".join(f"{path} written." for path in written))
    return 0


def _files(lake: Lake, options: argparse.Namespace) -> Iterator[File]:
    """Every file that is asked for, with its content.

    Raises:
        NotThere: when the snapshot, a page, an exhibit or the review is not there.
    """
    from arp.cli import exported

    snapshot = lake.snapshot(options.as_of)
    if snapshot is None:
        raise NotThere(
            "The lake is empty." if options.as_of is None else "There is no such snapshot."
        )
    asked = exported.Asked(
        lake=lake,
        snapshot=snapshot,
        formats=_formats(options),
        pages=tuple(options.page),
        exhibit=options.exhibit or "",
        months=(options.first, options.last),
        public=options.public,
        today=date.today(),
        made_at=datetime.now(UTC),
    )
    if options.review:
        yield from exported.of_review(asked, options.review)
    else:
        yield from exported.of_pages(asked)


def _formats(options: argparse.Namespace) -> tuple[str, ...]:
    """The formats asked for: named, else by the ending of the file, else all of pages."""
    ending = options.to.suffix.removeprefix(".").lower()
    if options.format:
        found: tuple[str, ...] = (options.format,)
    elif ending:
        found = (ending,)
    else:
        found = OF_A_REVIEW if options.review else ALL_PAGES
    unknown = [one for one in found if one not in (OF_A_REVIEW if options.review else FORMATS)]
    if unknown:
        known = ", ".join(OF_A_REVIEW if options.review else FORMATS)
        raise NotThere(f"There is no such hand-out as {unknown[0]!r} here; there are: {known}.")
    return found


def _written(files: list[File], options: argparse.Namespace) -> Iterator[Path]:
    """Each file, moved to its place when it is whole."""
    from arp.cli.exported import write_whole

    if not options.to.suffix or options.to.is_dir():
        options.to.mkdir(parents=True, exist_ok=True)
        for file in files:
            yield write_whole(options.to / file.name, file.content)
        return
    if len(files) != 1:
        raise NotThere(f"These are {len(files)} files: name a folder to write them to.")
    yield write_whole(options.to, files[0].content)
