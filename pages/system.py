"""System impact: what police, EMS and fire were not sent to, what that frees, and what remains."""

import streamlit as st

from arp.measures.indicator import Question
from arp.measures.monthly import together
from arp.measures.prices import police_hour, worth
from arp.views import bar_charts, estimate_words, impact_words, sentences, signal_words
from pages import _card, _filters, _own, _police, _shell, _signal, _untold

TILES = (
    "calls_diverted",
    "no_police_sent",
    "diversion_share_total",
    "police_hours_on_eligible",
    "hours_freed",
)
PRIORITY = {"police_p1_response_p50": "half of calls", "police_p1_response_p90": "nine in ten"}
MONTHLY = (*dict.fromkeys((*TILES, *impact_words.AGENCIES, *PRIORITY)), "cost_per_response")
GAP, TYPES = "response_gap_vs_police", "police_only_on_eligible"
TRANSPORTS, WORTH = "ed_transports_avoided", "cost_avoided"
SIDES = {impact_words.PROGRAM: "Program", impact_words.POLICE: "Police alone"}
SHARE, ALL_OF_THEM = "police_share", 1.0  # of diverted calls, how many would have had police
PRICES = ("settings", "Set the city’s own prices")


def ask_for_share() -> None:
    """The assumption that the estimate of hours freed rests on."""
    chosen = st.slider(
        "Share that would have had police",
        0.0,
        1.0,
        ALL_OF_THEM,
        0.05,
        "percent",
        key=SHARE,
        bind="query-params",
    )
    if chosen != share:  # a link's own share is known only once the slider is drawn
        st.rerun()


shown = _shell.need_data(_filters.shown())
whole = _shell.readings(shown, (*MONTHLY, GAP, TYPES, TRANSPORTS, WORTH))
months = _shell.monthly(shown, MONTHLY)
types = _shell.readings(shown, (TYPES, GAP, TRANSPORTS), by=("call_type",))
only, gap, trips = (types[types["indicator"] == key] for key in (TYPES, GAP, TRANSPORTS))
parts = whole[whole["indicator"] == WORTH]

row = sentences.reading(whole, "hours_freed")
own = _shell.police_hours_freed(shown, None) if sentences.known(row) else None
share = st.session_state.get(SHARE, ALL_OF_THEM)
asked = _shell.police_hours_freed(shown, share) if own else None
price = police_hour(_shell.settings(shown, "costs"))
value = worth(own, price) if own and price else None

_card.headline(
    impact_words.answer(whole),
    impact_words.proof(whole),
    whole,
    TILES,
    months,
    indicators=_shell.registry(shown).indicators,
)

with _untold.gathered(), _card.side_by_side():
    _card.card(
        "agencies",
        "How many calls are diverted from police, EMS and fire?",
        impact_words.by_agency(whole),
        together(months[key] for key in impact_words.AGENCIES),
        shown=shown,
        drawing=_signal.lines(shown, impact_words.AGENCIES, "calls"),
        note="Handled by a phone team or an unarmed team, with no unit of that agency sent.",
    )
    _signal.card(
        "How often are no police sent to an eligible call?",
        months["no_police_sent"],
        whole,
        shown=shown,
        note="It includes calls to which nobody came.",
    )
    _card.card(
        "types",
        "Which eligible calls do police still answer alone?",
        impact_words.most_police_only(only),
        impact_words.most_first(only),
        shown=shown,
        drawing=_card.Drawing(bar_charts.ranges, {"group": "call_type", "unit": "share"}),
        of=sentences.of_whole(sentences.reading(whole, TYPES)),
        note=f"Call types with {impact_words.ENOUGH} calls or more, most such calls first.",
    )
    _card.card(
        "gap",
        "Is the program as quick as police on the same calls?",
        impact_words.beside_police(whole),
        gap,
        shown=shown,
        drawing=_card.Drawing(
            bar_charts.two_sides, {"group": "call_type", "sides": SIDES, "unit": "minutes"}
        ),
        note="Same call types, areas and parts of the day; police weighted to the program’s mix.",
    )
    _signal.card(
        "How many police hours go to eligible calls?",
        months["police_hours_on_eligible"],
        whole,
        shown=shown,
    )
    _card.card(
        "priority",
        "Do police reach top-priority calls sooner?",
        signal_words.named(months["police_p1_response_p50"]),
        together(months[key] for key in PRIORITY),
        shown=shown,
        drawing=_signal.lines(shown, PRIORITY),
        of=sentences.of_whole(sentences.reading(whole, "police_p1_response_p50")),
        note=impact_words.NO_PROOF,
    )
    _card.card(
        "freed",
        "How many police hours may that free?",
        impact_words.freed(own, asked, row),
        impact_words.estimates((own, asked)) if own else whole[whole["indicator"] == "hours_freed"],
        shown=shown,
        drawing=_card.Drawing(bar_charts.ranges, {"group": "assumption", "unit": "hours"}),
        control=ask_for_share if own else None,
        note=f"An estimate. {impact_words.each(own)} {impact_words.worth(value)}" if own else "",
        links=(PRICES,) if own and not price else (),
    )
    _card.card(
        "trips",
        "How many trips to a hospital may that avoid?",
        estimate_words.transports(sentences.reading(whole, TRANSPORTS)),
        impact_words.most_first(trips, "n"),
        shown=shown,
        drawing=_card.Drawing(bar_charts.ranges, {"group": "call_type", "unit": "transports"}),
        of=sentences.of_whole(sentences.reading(whole, TRANSPORTS)),
        note=estimate_words.NO_ALIKE,
    )
    _card.card(
        "worth",
        "What is that worth, beside what the program costs?",
        estimate_words.cost(parts),
        parts,
        shown=shown,
        listed=estimate_words.made_of(parts),
        links=(PRICES,) if estimate_words.lacks_a_price(parts) else (),
    )
    _signal.card(
        "What does one response cost?",
        months["cost_per_response"],
        whole,
        shown=shown,
        note="Only from the city’s own figures.",
    )
    _police.draw(shown)
_own.section(shown, Question.SYSTEM)
