"""What follows for a call: missed, spared an agency, shared with police."""

from __future__ import annotations

from tests.made_city import Row
from tests.told.settings import ToldSettings
from tests.told.three_valued import Answer, both, no, some
from tests.told.units import AGENCIES


def followed(fact: Row, of_any: Row | None) -> Row:
    """`of_any` is what the whole call's facts are where `fact` is about one team."""
    handled, police = fact["handled"], fact["police_arrived"]
    staffed = both(fact["eligible"], fact["staffed"])
    by_other = both(of_any["handled"], no(handled)) if of_any else False
    return {
        "staffed": staffed,
        "eligible_staffed": staffed,
        "handled_by_other": by_other if of_any else None,
        "missed": both(fact["eligible"], no(handled), no(by_other)),
        "joint_scene": both(handled, police, no(fact["co_response"])),
        "police_alone": both(police, no(handled)),
        "upgraded": both(fact["police_dispatched"], sent_after(fact)),
    }


def sent_after(fact: Row) -> Answer:
    """Whether police were sent after a team that does not work with them."""
    mine, theirs = fact["own_sent"], fact["police_dispatched_at"]
    return theirs > mine if mine and theirs else None


def diverted(fact: Row, of_any: Row | None, settings: ToldSettings) -> Row:
    """By agency whether it was spared the call; EMS and fire only what they served before.

    What any team did together with police is never diverted.
    """
    co_response = some([fact["co_response"], *([of_any["co_response"]] if of_any else [])])
    taken = both(fact["eligible"], fact["handled"], no(co_response))
    found = {}
    for agency in AGENCIES:
        spared = both(taken, no(fact[f"{agency}_dispatched"]))
        if agency != "police":
            spared = both(spared, served(settings.served(agency), fact["call_type"]))
        found[f"diverted_{agency}"] = spared
    return found


def served(types: set[str] | None, call_type: str | None) -> Answer:
    return None if types is None or call_type is None else call_type in types
