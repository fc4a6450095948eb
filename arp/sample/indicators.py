"""The indicator that Sampleton added to the app's own."""

from typing import Any

TRESPASS_HANDLED: dict[str, Any] = {
    "indicator": "trespass_handled",
    "name": "Trespass calls that a team handles",
    "question": "functioning",
    "kind": "share",
    "table": "calls",
    "among": 'call_type = "Trespass" and eligible',
    "of": "handled",
    "matters": "Shop owners asked council how often a team comes instead of police",
    "better": "higher",
    "about": "service",
    "caveat": "A call that is handled may still have had police with it",
    "source": "Sampleton city council, budget hearing",
    "owner": "Community Safety, data analyst",
    "next_review_on": "2027-11-22",
}
