"""Functioning well: how much the program does, how fast, how safely, and how sure that is."""

from arp.measures.indicator import Question
from arp.measures.monthly import together
from arp.views import bar_charts, charts, functioning_words, sentences, service_topics, signal_words
from arp.views.impact_words import ENOUGH, most_first
from pages import _card, _filters, _own, _shell, _signal, _topics, _untold

INJURIES = "responder_injuries"
MONTHLY = (
    "program_responses",
    "response_p50",
    "response_p90",
    "backup_requested_rate",
    "felt_safe_rate",
    "contact_made_rate",
    "outcome_link_rate",
)
FIGURES = (*MONTHLY[:5], INJURIES, *MONTHLY[5:])
HARMS = (  # too rare for limits: how often, and how long ago
    INJURIES,
    "responder_injuries_serious",
    "urgent_backup_rate",
    "person_injuries",
    "force_at_response",
    "arrest_rate",
)
MIX = "contact_result"
RESPONSE = ("response_times", "Response times in full")
CONTACTS = ("contacts", "What happened in full")
DATA = ("data", "Every feed, month by month")

shown = _shell.need_data(_filters.shown())
indicators = _shell.registry(shown).indicators
whole = _shell.readings(shown, (*dict.fromkeys((*FIGURES, *HARMS)), "disposition_mix"))
months = _shell.monthly(shown, MONTHLY)
teams = _shell.readings(shown, ("program_responses",), by=("team",))
service = _topics.asked(shown, service_topics.TOPICS, ())
backups = most_first(_shell.readings(shown, ("backup_requested_rate",), by=("call_type",)), "n")
days = _shell.days_since(shown, HARMS)
results = _card.part_of(whole[whole["indicator"] == "disposition_mix"], MIX)
signals = signal_words.across(months.values())

_card.headline(
    functioning_words.answer(whole),
    f"{signals} {_card.remarks(whole, shown)}".strip(),
    whole,
    FIGURES,
    months,
    {INJURIES: functioning_words.since(days[INJURIES])},
    indicators,
)
with _untold.gathered(), _card.side_by_side():
    _signal.card("How much does the program do?", months["program_responses"], whole, shown=shown)
    _card.card(
        "teams",
        "Which team does how much?",
        sentences.between_groups(teams, "program_responses", "team", "responses"),
        functioning_words.of_all(teams, whole, "program_responses"),
        shown=shown,
        drawing=_card.Drawing(bar_charts.counts_by_part, {"group": "team"}),
        note="Teams do not add up to the whole: two can come to one call.",
    )
    _card.card(
        "waits",
        "How long do people wait?",
        signal_words.named(months["response_p90"]),
        together(months[key] for key in _signal.WAITS),
        shown=shown,
        drawing=_signal.lines(shown, _signal.WAITS),
        of=sentences.of_whole(sentences.reading(whole, "response_p90")),
        note=signal_words.foot(months["response_p90"]),
        links=(RESPONSE,),
    )
    _signal.card(
        "How often is police back-up asked for?",
        months["backup_requested_rate"],
        whole,
        shown=shown,
    )
    _card.card(
        "backup-types",
        "On which calls is police back-up asked for?",
        sentences.between_groups(backups, "backup_requested_rate", "call_type", "share"),
        backups,
        shown=shown,
        drawing=_card.Drawing(bar_charts.ranges, {"group": "call_type", "unit": "share"}),
        note=f"Call types with {ENOUGH} calls or more. Where ranges overlap it can be chance.",
    )
    _card.card(
        "harm",
        "Did anybody come to harm, and how long ago?",
        functioning_words.harm(whole, days, indicators),
        whole[whole["indicator"].isin(HARMS)],
        shown=shown,
        listed=functioning_words.harms(whole, days, indicators),
        note=functioning_words.untold(whole, days, indicators),
    )
    _signal.card("Do responders feel safe?", months["felt_safe_rate"], whole, shown=shown)
    _signal.card(
        "How often is the person reached?",
        months["contact_made_rate"],
        whole,
        shown=shown,
        links=(CONTACTS,),
    )
    _card.card(
        "results",
        "How do contacts end?",
        sentences.mix(results, MIX),
        results,
        shown=shown,
        drawing=_card.Drawing(charts.shares, {"group": MIX}),
        links=(CONTACTS,),
    )
    _signal.card(
        "Can we tell what came of each call?",
        months["outcome_link_rate"],
        whole,
        shown=shown,
        links=(DATA,),
    )
    for topic in service_topics.TOPICS:
        _topics.draw(topic, service)
_own.section(shown, Question.FUNCTIONING)
