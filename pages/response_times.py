"""Response times: how long people wait, who waits longest, when, and where the time goes."""

from arp.measures.monthly import together
from arp.views import charts, sentences, signal_words, tables, week_chart
from pages import _card, _filters, _shell, _signal

WAITS = tuple(_signal.WAITS)
STEPS = {
    "response": "Call to arrival",
    "first_unit": "To the first unit of any agency",
    "call_processing": "Taking the call",
    "queue_wait": "Waiting for a unit",
    "travel": "Travel",
    "on_scene": "On scene",
}
GROUPS = {"team": "team", "area": "area", "call_type": "call type"}
FIGURES = (*WAITS, "response_mean", "response_within_target", "timestamp_valid_rate")
ALL = (*FIGURES, *(f"{step}_{end}" for step in STEPS for end in ("p50", "p90")))

shown = _shell.need_data(_filters.shown())
whole = _shell.readings(shown, list(dict.fromkeys(ALL)))
months = _shell.monthly(shown, FIGURES)
hours = _shell.readings(shown, WAITS[:1], by=("hour_of_week",))
longest = _shell.readings(shown, ("longest_response",))

half, most = (sentences.reading(whole, key) for key in WAITS)
_card.headline(
    sentences.wait_headline(half, most),
    _card.remarks(whole, shown),
    whole,
    FIGURES,
    months,
    indicators=_shell.registry(shown).indicators,
)

_card.card(
    "months",
    "Does the wait change over the months?",
    signal_words.named(months["response_p50"]),
    together(months[key] for key in WAITS),
    shown=shown,
    drawing=_signal.lines(shown, _signal.WAITS),
    of=sentences.of_whole(half),
    note=signal_words.foot(months["response_p50"]),
)
with _card.side_by_side():
    _card.card(
        "steps",
        "Where does the time go?",
        "Half of the calls need as long as the tick, nine in ten as long as the bar.",
        whole[whole["indicator"].isin(ALL[len(FIGURES) :])],
        shown=shown,
        drawing=_card.Drawing(charts.waits_by_step, {"steps": STEPS}),
    )
    for group, title in GROUPS.items():
        groups = _shell.readings(shown, WAITS, by=(group,))
        _card.card(
            group,
            f"Who waits longest, by {title}?",
            sentences.between_groups(groups, "response_p50", group, "minutes"),
            groups,
            shown=shown,
            drawing=_card.Drawing(charts.waits_by_group, {"group": group}),
            note="Teams do not add up to the whole." if group == "team" else "",
        )
_card.card(
    "hours",
    "When do people wait longest?",
    sentences.busiest_hour(hours, "minutes"),
    hours,
    shown=shown,
    drawing=_card.Drawing(week_chart.by_hour_of_week, {"unit": "minutes"}),
)
_card.card(
    "longest",
    "Which calls waited longest?",
    "To review one by one: a long wait can also be a time stamp pressed late.",
    longest,
    shown=shown,
    listed=tables.numbers(longest, _card.names(longest, _shell.registry(shown).indicators)),
)
