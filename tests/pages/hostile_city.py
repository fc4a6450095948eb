"""A city whose every name is one that a page might take for markdown, HTML or LaTeX."""

import csv
import io

from arp.intake.recognition.feeds import named_after
from arp.intake.recognition.remembered import Setting, settings_rows
from arp.lake.change import Change
from arp.lake.lake import Lake
from tests.pages.conftest import AT, save
from tests.views.export.hostile import MARKDOWN

FILE_NAME = f"{' '.join(MARKDOWN)}.csv"
TEAM_FILE = f"team {MARKDOWN[0]}.csv"
CALLS = ["CAD Event Number", "Initial Call Type", "Final Call Type", "Beat", "Disposition"]
CALLS += ["Priority", "Received", "Dispatched", "On Scene", "Cleared", "Unit ID"]
CONTACTS = ["Encounter number", "Incident number", "Team", "Started", "Contact outcome"]
CONTACTS += ["Disposition", "Primary need"]


def named(kind: str, number: int) -> str:
    """A name of one kind; three of each mark of markdown."""
    return f"{MARKDOWN[number % len(MARKDOWN)]} {kind}{number % 3}"


def file_of(header: list[str], rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    return out.getvalue().encode()


def calls() -> bytes:
    rows = []
    for number in range(240):
        day = f"2026-{9 + number % 2:02}-{number % 28 + 1:02}"
        names = [named(kind, number) for kind in ("type", "final", "area", "end", "priority")]
        clocks = [f"{day} {hour}:{number % 60:02}:00" for hour in (13, 14, 15, 16)]
        if number % 40 == 7:
            clocks[2] = f"{MARKDOWN[number % 8]} pending"
        rows.append([f"26-{number:05}", *names, *clocks, named("unit", number)])
    return file_of(CALLS, rows)


def contacts() -> bytes:
    rows = []
    for number in range(240):
        day = f"2026-{9 + number % 2:02}-{number % 28 + 1:02}"
        names = [named(kind, number) for kind in ("outcome", "end", "need")]
        team = named("team", number)
        rows.append([f"E{number}", f"26-{number:05}", team, f"{day} 15:00:00", *names])
    return file_of(CONTACTS, rows)


def settings() -> list[Setting]:
    """Every section filled in with hostile names."""
    owned = {"owner": MARKDOWN[2], "due_day": 5}
    values: list[tuple[str, dict[str, object]]] = [
        ("program", {"program": MARKDOWN[0], "time_zone": "America/New_York"}),
        ("feeds", {"feed": named_after(FILE_NAME), "title": MARKDOWN[1], "scope": "all"} | owned),
        ("feeds", {"feed": named_after(TEAM_FILE), "title": MARKDOWN[0], "scope": "program"}),
    ]
    for number in range(24):
        team, call_type = named("team", number), named("type", number)
        values += [
            ("teams", {"team": team, "title": team, "mode": "in person"}),
            ("units", {"unit": named("unit", number), "team": team, "agency": "program"}),
            ("eligibility", {"team": team, "call_type": call_type}),
            ("areas", {"label": named("area", number), "area": named("district", number)}),
            ("call_type_groups", {"call_type": call_type, "group": named("group", number)}),
            ("priorities", {"priority": named("priority", number), "is_top": number % 2 == 0}),
            ("changes", {"change": named("change", number), "changed_on": "2026-10-01"}),
            ("costs", {"cost": named("cost", number), "amount": 5.0, "per": named("per", number)}),
        ]
    targets = ("response_p50", "contact_made_rate", "eligible_capture", "response_within_target")
    for indicator in targets:
        target = {"indicator": indicator, "target": 0.5, "unit": "share", "source": MARKDOWN[5]}
        values.append(("targets", target | ({"unit": "minutes"} if "p50" in indicator else {})))
    return [
        Setting(section=section, value=value, why=MARKDOWN[3], set_by=MARKDOWN[4])
        for section, value in values
    ]


def build(path) -> None:
    """Two uploads and one change of settings, all of hostile names."""
    lake = Lake(path)
    save(path, FILE_NAME, calls())
    save(path, TEAM_FILE, contacts())
    change = Change(
        kind="settings", feed="settings", tables={"settings": settings_rows(settings())}
    )
    lake.commit(change, who=MARKDOWN[0], at=AT)
