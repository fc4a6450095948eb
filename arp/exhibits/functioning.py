"""Functioning well: how much the program does, how fast, how safely, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arp.exhibits import by_month, own, topics
from arp.exhibits.composed import page, part_of, remarks, section
from arp.exhibits.exhibit import Drawing, Exhibit
from arp.measures.indicator import Question
from arp.views import bar_charts, charts, functioning_words, sentences, service_topics, signal_words
from arp.views.impact_words import ENOUGH, most_first

if TYPE_CHECKING:
    import pandas as pd

    from arp.exhibits.exhibit import Page
    from arp.exhibits.look import Look
    from arp.measures.monthly import Monthly

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


def compose(look: Look, choices: Mapping[str, str]) -> Page:
    """The page; it has no choices."""
    whole = look.readings((*dict.fromkeys((*FIGURES, *HARMS)), "disposition_mix"))
    months = look.monthly(MONTHLY)
    service = topics.asked(look, service_topics.TOPICS, ())
    days = look.days_since([INJURIES] if look.may_tell(INJURIES) else [])
    exhibits = (
        by_month.control("How much does the program do?", months["program_responses"], whole),
        _teams(look, whole),
        by_month.waits(
            look,
            "How long do people wait?",
            signal_words.named(months["response_p90"]),
            months,
            whole,
            of="response_p90",
            note=signal_words.foot(months["response_p90"]),
            links=(RESPONSE,),
        ),
        by_month.control(
            "How often is police back-up asked for?", months["backup_requested_rate"], whole
        ),
        _backup(look),
        topics.harm(look, "harm", "Did anybody come to harm, and how long ago?", HARMS, whole),
        by_month.control("Do responders feel safe?", months["felt_safe_rate"], whole),
        *_contacts(whole, months),
        *(topics.exhibit(topic, service) for topic in service_topics.TOPICS),
    )
    return page(
        look,
        "functioning",
        functioning_words.answer(whole),
        f"{signal_words.across(months.values())} {remarks(look, whole)}".strip(),
        (section(exhibits), own.section(look, Question.FUNCTIONING)),
        whole=whole,
        tiles=FIGURES,
        months=months,
        said={INJURIES: functioning_words.since(days.get(INJURIES))},
    )


def _teams(look: Look, whole: pd.DataFrame) -> Exhibit:
    teams = look.readings(("program_responses",), by=("team",))
    return Exhibit(
        key="teams",
        question="Which team does how much?",
        finding=sentences.between_groups(teams, "program_responses", "team", "responses"),
        readings=functioning_words.of_all(teams, whole, "program_responses"),
        drawing=Drawing(bar_charts.counts_by_part, {"group": "team"}),
        note="Teams do not add up to the whole: two can come to one call.",
    )


def _backup(look: Look) -> Exhibit:
    asked = look.readings(("backup_requested_rate",), by=("call_type",))
    backups = most_first(asked, "n")
    return Exhibit(
        key="backup-types",
        question="On which calls is police back-up asked for?",
        finding=sentences.between_groups(backups, "backup_requested_rate", "call_type", "share"),
        readings=backups,
        drawing=Drawing(bar_charts.ranges, {"group": "call_type", "unit": "share"}),
        note=f"Call types with {ENOUGH} calls or more. Where ranges overlap it can be chance.",
    )


def _contacts(whole: pd.DataFrame, months: Mapping[str, Monthly]) -> tuple[Exhibit, ...]:
    """Whether the person was reached, how it ended, and whether that is known."""
    results = part_of(whole[whole["indicator"] == "disposition_mix"], MIX)
    return (
        by_month.control(
            "How often is the person reached?",
            months["contact_made_rate"],
            whole,
            links=(CONTACTS,),
        ),
        Exhibit(
            key="results",
            question="How do contacts end?",
            finding=sentences.mix(results, MIX),
            readings=results,
            drawing=Drawing(charts.shares, {"group": MIX}),
            links=(CONTACTS,),
        ),
        by_month.control(
            "Can we tell what came of each call?",
            months["outcome_link_rate"],
            whole,
            links=(DATA,),
        ),
    )
