"""What a contact's form says of help: referrals, the follow-up that is due, the rating."""

from __future__ import annotations

from tests.made_city import Row
from tests.told.three_valued import Answer, both

GROUPS = ("age_band", "race_ethnicity", "gender", "language", "housing_status")
OF_THE_PERSON = ("primary_need", *GROUPS, "warm_handoff", "service_unavailable")


def help_given(row: Row, reached: Answer) -> Row:
    """Who was not reached was not referred, and agreed to nothing."""
    made, accepted = row.get("referral_made"), row.get("referral_accepted")
    due = both(row.get("followup_requested"), row.get("followup_consented"))
    not_there = False if reached is False else None
    if made is None:
        made = True if accepted else not_there
    if accepted is None and made is False:
        accepted = False
    rating = row.get("satisfaction")
    return {
        **{name: row.get(name) for name in OF_THE_PERSON},
        "referral_made": made,
        "referral_accepted": accepted,
        "rating": rating if rating in (1, 2, 3, 4, 5) else None,
        "due": not_there if due is None else due,
        "from": row.get("ended_at") or row["started_at"],
        "connected_said": row.get("connected_to_care"),
        "connected_on": row.get("connected_on"),
    }
