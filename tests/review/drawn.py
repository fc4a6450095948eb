"""Reviews, pages and exhibits drawn for tests."""

from datetime import date

import pandas as pd

from arp.exhibits.exhibit import Exhibit, Page, Section
from arp.review.deck import Chosen, Deck

WAITS = Chosen(page="home", exhibit="waits", question="How long do people wait?")
SHOWN = pd.DataFrame({"indicator": ["response_p50"], "value": [15.0], "status": ["ok"]})
HIDDEN = SHOWN.assign(status="hidden")


def deck(name="Council", held_on=date(2026, 11, 30), *screens, **other):
    told = {"of_snapshot": 3, "frozen_on": date(2026, 11, 22)} | other
    return Deck(name=name, held_on=held_on, screens=screens, **told)


def exhibit(key="waits", finding="Half wait 15 minutes.", readings=SHOWN):
    question = "How long do people wait?"
    return Exhibit(key=key, question=question, finding=finding, readings=readings)


def page(*exhibits, name="home"):
    return Page(
        name=name,
        answer="All is well",
        proof="",
        whole=SHOWN,
        tiles=(),
        months={},
        said={},
        indicators={},
        sections=(Section(exhibits),),
        period="Oct 2026",
        as_of="Nov 3, 2026",
    )
