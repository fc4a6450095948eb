"""What readings must tell about the calls that they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arp.measures.facts.feeds import notes_on

if TYPE_CHECKING:
    from arp.measures.facts.sources import Sources

EXCLUSIONS = {  # the field that marks what is out of scope
    "origin": "self-initiated calls",
    "is_test": "test calls",
    "duplicate_of": "duplicates",
    "canceled": "calls canceled early",
}


def on_calls(sources: Sources) -> dict[str, str]:
    """By column of the facts the sentence that a reading which rests on it must tell."""
    feeds = sources.feeds
    clocked = [*feeds["unit_responses"], *sources.program_sheets] or feeds["calls"]
    notes = notes_on(feeds["calls"], clocked)
    fields = frozenset[str]().union(*(feed.filled for feed in feeds["calls"]))
    unmarked = [said for field, said in EXCLUSIONS.items() if field not in fields]
    if unmarked and feeds["calls"]:
        notes["in_scope"] = f"No feed marks {', '.join(unmarked)}: none is left out for that."
    all_calls = [feed for feed in feeds["calls"] if not feed.program_only]
    if all_calls and not any(feed.has("call_type_initial") for feed in all_calls):
        said = "Judged by the final call type: no feed has the type that dispatch knew."
        notes["eligible"] = said
    return notes
