"""Uploading in words: what is ready, what an undo takes back, when a layout was taught."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.views import formats
from arp.words.tables import TABLES

if TYPE_CHECKING:
    from arp.intake.layouts import KnownLayout
    from arp.lake.change import LedgerRow, Tally

SETTINGS = "Settings"  # a change without a file
SAMPLE = "Sample city"  # what was made up in one go
RECOVERY = "The last good state"
ASKS_NOW = "is not saved: now that the others are, it raises a question or is refused."
SETTINGS_TABLE = "settings"
UNLEARNED = "What was learned from it, such as how its columns are read, is asked again next time."
NOTHING_LEFT = "Nothing of it is left to take back: what came later replaced it."


def title(files: int, ready: int, questions: int) -> str:
    """The page's title while files are dropped: how many can be saved, else what is open."""
    if ready:
        of_all = f"{ready} of {formats.counted(files, 'file')}" if ready < files else ""
        one, many = ("file is", "files are") if not of_all else ("is", "are")
        said = of_all or formats.count(ready)
        return f"{said} {one if ready == 1 else many} ready to save"
    if questions:
        return f"{formats.counted(questions, 'question is', 'questions are')} open"
    return "Nothing is ready to save"


def done(change: LedgerRow) -> str:
    """What a change did, as a verb."""
    if change.undoes:
        return "taken back" if not _takes_back_an_undo(change) else "brought back"
    if change.kind == "publication":
        return "withdrawn" if _removes(change) else "published"
    if change.kind == "review":
        return "review removed" if _removes(change) else "review changed"
    did = {"upload": "uploaded", "settings": "settings changed", "sample": "made up"}
    did |= {"recovery": "gone back to", "commitments": "commitments changed"}
    return did.get(change.kind, change.kind)


def name(change: LedgerRow) -> str:
    """What a change is called: its file; else what it was."""
    if change.kind == "recovery":
        return RECOVERY
    made_up = change.kind == "sample" and change.feed != "settings"
    return formats.shortened(change.file_name) or (SAMPLE if made_up else SETTINGS)


def event(change: LedgerRow) -> str:
    """A change as what happened: the upload of October.csv on Nov 3, 2026 by Ana."""
    what = {"upload": "the upload of {}", "settings": "a change of settings"}
    what |= {
        "review": "a change of the review {}",
        "commitments": "commitments of the review {}",
        "undo": "taking back {}",
        "recovery": "going back to the last good state",
    }
    said = what.get(change.kind, "a change").format(name(change))
    if _takes_back_an_undo(change):
        said = f"bringing back {name(change)}"
    return f"{said} on {formats.day(change.at.astimezone())} by {change.who}"


def replaces_beside(later: str, earlier: str, n: int) -> str:
    """That rows of a file have the numbers of other rows of a file dropped beside it."""
    alike = "has the number of another row" if n == 1 else "have the numbers of other rows"
    return (
        f"{formats.counted(n, 'row')} of {formats.shortened(later)} {alike} in "
        f"{formats.shortened(earlier)}: saved together, the later file replaces the earlier."
    )


def takes_back(tallies: Mapping[str, Tally]) -> list[str]:
    """What an undo does to each table's rows; that nothing is left where it does nothing.

    Settings beside rows of a sheet are what the app learned from it.
    """
    done = {name: words for name, tally in tallies.items() if (words := _rows_back(tally))}
    learned = len(tallies) > 1 and done.pop(SETTINGS_TABLE, None) is not None
    said = [f"{TABLES[name].title}: {words}." for name, words in done.items()]
    return [*said, *([UNLEARNED] if learned else [])] or [NOTHING_LEFT]


def taught(layout: KnownLayout) -> str:
    """How many versions a layout has, and when and by what the last came about."""
    last = layout.versions[-1]
    by = last.file_name and f" by {formats.shortened(last.file_name, 40)}"
    hand = "" if by else f" by hand, by {last.who}"
    first = layout.versions[0]
    since = f", first on {formats.day(first.at.astimezone())}" if len(layout.versions) > 1 else ""
    version = f"Version {len(layout.versions)}, {formats.day(last.at.astimezone())}"
    return f"{version}{by}{hand}{since}."


def _takes_back_an_undo(change: LedgerRow) -> bool:
    return bool(change.undoes and change.undoes.startswith("undo-"))


def _removes(change: LedgerRow) -> bool:
    return all(tally.removed and not tally.new for tally in change.tallies.values())


def _rows_back(tally: Tally) -> str:
    parts = [
        (tally.removed, "is taken out", "are taken out"),
        (tally.replaced, "becomes what it was before", "become what they were before"),
        (tally.new, "that was removed comes back", "that were removed come back"),
    ]
    told = [formats.counted(n, f"row {one}", f"rows {many}") for n, one, many in parts if n]
    return formats.listed(told)
