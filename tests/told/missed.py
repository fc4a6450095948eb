"""Why an eligible call was missed, and which lever alone would have reached it."""

from __future__ import annotations

from tests.made_city import Row
from tests.told.three_valued import Answer, both, no

REASONS = (
    "outside area",
    "outside hours",
    "canceled before dispatch",
    "sent, did not arrive",
    "declined",
    "self-assigned",
    "all units busy",
    "not routed",
    "cannot tell",
)
LEVERS = ("more area", "more hours", "more units", "better routing", "two or more levers")


def why(fact: Row) -> Row:
    """The reason of a missed call, the first that is known to fit, and its lever."""
    if not fact["missed"]:
        return {"missed_why": None, "lever": None, "needs_area": None, "needs_hours": None}
    serves, on_duty, free = fact["serves"], there(fact, "staffed"), there(fact, "free")
    fits = (
        no(serves),
        no(on_duty),
        both(fact["canceled"], no(fact["anybody_sent"])),
        fact["prog_sent"],
        fact["declined"],
        fact["self_assigned"],
        both(on_duty, no(free)),
        both(serves, free, no(fact["routed"])),
    )
    reason = next(
        (name for name, fit in zip(REASONS, fits, strict=False) if fit is True), "cannot tell"
    )
    return {
        "missed_why": reason,
        "lever": None if serves is None else lever(reason, needs_more=no(both(on_duty, free))),
        "needs_area": fits[0],
        "needs_hours": fits[1],
    }


def there(fact: Row, flag: str) -> Answer:
    """Of the area where it is served, of anywhere where it is not; in doubt what both say."""
    here, anywhere = fact[flag], fact[f"{flag}_anywhere"]
    if fact["serves"] is None:
        return here if here == anywhere else None
    return here if fact["serves"] else anywhere


def lever(reason: str, *, needs_more: Answer) -> str | None:
    """What alone would have reached the call; None where nothing would, or nobody knows."""
    if reason == "outside area":
        return {True: "two or more levers", False: "more area", None: None}[needs_more]
    levers = {
        "outside hours": "more hours",
        "all units busy": "more units",
        "not routed": "better routing",
    }
    return levers.get(reason)
