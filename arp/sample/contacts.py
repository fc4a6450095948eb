"""What came of it: the encounters of the teams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from arp.sample.chance import blank_unless, is_yes, pick
from arp.sample.clock import NEVER
from arp.sample.demand import NONE, TYPES, Calls
from arp.sample.program import FIELD_TEAMS
from arp.sample.responders import POLICE_PARTS, UnitRows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from arp.sample.chance import Columns, Flags, Rng, Whole


# The program's own words for how a contact went and where it led, and the canonical words.
CONTACT_WORDS = {
    "Contact made": "engaged",
    "Declined services": "declined",
    "Unable to locate": "no contact",
    "Gone on arrival": "no contact",
    "No service needed": "not needed on arrival",
    "Scene not safe": "unsafe",
    "Information given": "information only",
    "Cancelled en route": "canceled en route",
}
DESTINATION_WORDS = {
    "Remained in community": "stayed in the community",
    "Taken home": "home",
    "Transported to shelter": "shelter",
    "Crisis center": "crisis center, sobering or respite",
    "Emergency department": "hospital, voluntary",
    "Involuntary hold": "hospital, involuntary",
    "Arrested": "jail",
    "Turned over to police": "handed to police",
    "Turned over to EMS": "handed to EMS or fire",
    "Not recorded": "unknown",
}
REACHED = ("Contact made", "Declined services", "Information given")
AFTER_REACHING = (0.845, 0.095, 0.06)  # shares of REACHED
WITHOUT_REACHING = ("Unable to locate", "Gone on arrival", "No service needed", "Scene not safe")
WITHOUT_POLICE = (
    "Remained in community",
    "Taken home",
    "Transported to shelter",
    "Crisis center",
    "Emergency department",
    "Involuntary hold",
    "Turned over to EMS",
)
LED_TO = (0.775, 0.06, 0.05, 0.04, 0.045, 0.012, 0.018)  # of those engaged, without police

NEEDS = {
    "Mental health crisis": "mental health",
    "Suicide threat": "mental health",
    "Intoxicated person": "substance",
    "Trespass": "housing",
    "Panhandling": "basic needs",
    "Verbal disturbance": "dispute",
    "Nuisance": "dispute",
}
SERVICES = ("de-escalation", "assessment; safety plan", "basic needs", "transport",
            "referral; information", "mediation", "first aid; referral")  # fmt: skip
REASONS = ("Escalating behavior", "Weapon seen", "Crowd at the scene")

PHONE = np.array([team.phone for team in FIELD_TEAMS])
TEAM_KEYS = np.array([team.key for team in FIELD_TEAMS], dtype=object)
AFTER_THE_CALL = 600  # seconds until a crew meets somebody who had not called

PERSONS = 24_000
FAMILIAR = 74  # a few neighbors whom the teams know well …
FAMILIAR_SHARE = 0.12  # … and their share of the contacts
TRAITS = {
    "age_band": ("under 18", "18–24", "25–34", "35–44", "45–54", "55–64", "65 and older"),
    "race_ethnicity": ("Black", "White", "Hispanic", "Asian", "Other"),
    "gender": ("Woman", "Man", "Nonbinary"),
    "language": ("English", "English", "English", "English", "Spanish"),
    "housing_status": ("Housed", "Housed", "Unhoused", "Unstable"),
}


def draw_encounters(rng: Rng, calls: Calls, rows: UnitRows, part: Whole) -> Columns:
    """One entry a contact or attempt that the field teams wrote down, by the time it began.

    `call` is the position of the call, NONE for a contact that nobody called about.
    """
    row, walk_up = _written_down(rng, rows)
    phone = np.asarray(PHONE[rows.team[row]], dtype=bool)
    arrived = rows.on_scene[row] != NEVER
    later = np.where(walk_up, AFTER_THE_CALL, 0)
    ended = rows.cleared[row] + later
    began = np.where(arrived, rows.on_scene[row] + 60, rows.dispatched[row]) + later
    began = np.where(arrived | phone, np.minimum(began, ended), ended)
    call = np.where(walk_up, NONE, rows.call[row])
    wait = np.where(walk_up, 10.0, (began - calls.received[call]) / 60)
    police = np.where(walk_up, 0, part[call])
    contact = _contact_labels(rng, wait, recalled=~(arrived | phone))
    columns: Columns = {
        "call": call,
        "team": TEAM_KEYS[rows.team[row]],
        "started_at": began,
        "ended_at": ended,
        "mode": np.where(phone, "phone", "in person").astype(object),
        "contact_label": contact,
        "disposition_label": _disposition_labels(rng, contact, police),
    }
    columns |= _help_given(rng, columns, _needs(calls, call))
    columns |= _safety(rng, columns, police, arrived)
    columns |= _who(rng, columns)
    order = np.argsort(began, kind="stable")
    return {name: values[order] for name, values in columns.items()}


def recorded_in_person(n: int, rows: UnitRows, encounters: Columns) -> Flags:
    """For each unit response, whether its team recorded an attempt in person on the same call.

    `n` is the number of calls.
    """
    recorded = np.zeros((n, len(FIELD_TEAMS) + 1), dtype=bool)  # the last is for other agencies
    there = (encounters["mode"] == "in person") & (encounters["call"] != NONE)
    there &= encounters["contact_label"] != "Cancelled en route"
    for t, key in enumerate(TEAM_KEYS):
        recorded[encounters["call"][there & (encounters["team"] == key)], t] = True
    return recorded[rows.call, rows.team]


def _written_down(rng: Rng, rows: UnitRows) -> tuple[Whole, Flags]:
    """Which responses left a record; a few crews then met somebody who had not called."""
    arrived = (rows.on_scene != NEVER) | PHONE[rows.team]
    recorded = rng.random(len(rows)) < np.where(arrived, 0.955, 0.5)
    row = np.flatnonzero(~rows.declined & recorded)
    walk_up = row[(rng.random(len(row)) < 0.02) & (rows.on_scene[row] != NEVER)]
    is_walk_up = np.arange(len(row) + len(walk_up)) >= len(row)
    return np.concatenate([row, walk_up]), is_walk_up


def _contact_labels(rng: Rng, wait: NDArray[np.float64], *, recalled: Flags) -> NDArray[Any]:
    """The longer the wait, the fewer are reached."""
    n = len(wait)
    reached = rng.random(n) > np.clip(0.13 + 0.0045 * wait, 0, 0.45)
    label = np.where(
        reached,
        pick(rng, REACHED, n, AFTER_REACHING),
        pick(rng, WITHOUT_REACHING, n, (0.45, 0.3, 0.23, 0.02)),
    )
    return np.where(recalled, "Cancelled en route", label).astype(object)


def _disposition_labels(rng: Rng, contact: NDArray[Any], police: Whole) -> NDArray[Any]:
    n = len(contact)
    engaged = pick(rng, WITHOUT_POLICE, n, LED_TO)
    label = np.where(contact == "Contact made", engaged, "Remained in community")
    lost = np.isin(contact, ("Unable to locate", "Gone on arrival")) & (rng.random(n) < 0.4)
    label = np.where(lost | (contact == "Cancelled en route"), "Not recorded", label)
    over = police == POLICE_PARTS.index("took over")
    ending = pick(rng, ("Turned over to police", "Arrested"), n, (0.75, 0.25))
    return np.where(over, ending, label).astype(object)


def _needs(calls: Calls, call: Whole) -> NDArray[Any]:
    need = np.array([NEEDS.get(name, "welfare") for name in TYPES], dtype=object)
    return np.where(call == NONE, "basic needs", need[calls.type[call]])


def _help_given(rng: Rng, so_far: Columns, need: NDArray[Any]) -> Columns:
    engaged = so_far["contact_label"] == "Contact made"
    n = len(engaged)
    made = engaged & (rng.random(n) < 0.42)
    accepted = made & (rng.random(n) < 0.6)
    asked = engaged & (rng.random(n) < 0.38)
    consented = asked & (rng.random(n) < 0.75)
    connected = pick(rng, ("no", "confirmed", "self-reported"), n, (0.55, 0.33, 0.12))
    known = accepted & (rng.random(n) < 0.85)
    linked = known & (connected != "no")
    hospital = np.isin(so_far["disposition_label"], ("Emergency department", "Involuntary hold"))
    return {
        "primary_need": blank_unless(engaged & (rng.random(n) < 0.93), need),
        "services_given": blank_unless(engaged, pick(rng, SERVICES, n)),
        "referral_made": blank_unless(engaged, made),
        "referral_accepted": blank_unless(made, accepted),
        "warm_handoff": blank_unless(accepted, rng.random(n) < 0.35),
        "ems_transport": blank_unless(engaged, hospital & (rng.random(n) < 0.7)),
        "service_unavailable": blank_unless(engaged, rng.random(n) < 0.07),
        "naloxone_given": blank_unless(engaged, rng.random(n) < 0.004),
        "followup_requested": blank_unless(engaged, asked),
        "followup_consented": blank_unless(asked, consented),
        "connected_to_care": blank_unless(known, connected),
        "connected_on": np.where(
            linked, so_far["ended_at"] + 86_400 * (1 + rng.geometric(0.12, n)), NEVER
        ),
        "satisfaction": blank_unless(
            engaged & (rng.random(n) < 0.12),
            1 + rng.choice(5, size=n, p=(0.03, 0.04, 0.1, 0.28, 0.55)),
        ),
    }


def _safety(rng: Rng, so_far: Columns, police: Whole, arrived: Flags) -> Columns:
    n = len(police)
    asked = police == POLICE_PARTS.index("requested by us")
    medical = is_yes(so_far["ems_transport"]) & (rng.random(n) < 0.5)
    backup = asked | medical
    urgent = asked & (rng.random(n) < 0.08)
    there = police > 0
    answered = arrived & (rng.random(n) < 0.9)
    return {
        "police_role": np.array(POLICE_PARTS, dtype=object)[police],
        "backup_requested": blank_unless(backup | (rng.random(n) < 0.97), backup),
        "backup_agency": np.where(asked, "police", blank_unless(medical, "ems")),
        "backup_urgency": blank_unless(backup, np.where(urgent, "emergency", "routine")),
        "backup_reason": np.where(
            asked, pick(rng, REASONS, n), blank_unless(medical, "Medical need")
        ),
        "backup_reviewed": blank_unless(backup, urgent | (rng.random(n) < 0.8)),
        "felt_safe": blank_unless(answered, rng.random(n) < np.where(asked, 0.9, 0.993)),
        "responder_injury": np.where(arrived & (rng.random(n) < 0.0003), "minor", "none").astype(
            object
        ),
        "person_injury": blank_unless(arrived, rng.random(n) < 0.002),
        "use_of_force": blank_unless(arrived, there & (rng.random(n) < 0.006)),
        "arrest": blank_unless(arrived, so_far["disposition_label"] == "Arrested"),
        "citation": blank_unless(arrived, there & (rng.random(n) < 0.02)),
    }


def _who(rng: Rng, so_far: Columns) -> Columns:
    """Who it was, where the person was met; a few familiar neighbors come again and again."""
    n = len(so_far["call"])
    weights = 1 / np.arange(1, FAMILIAR + 1)
    familiar = rng.choice(FAMILIAR, size=n, p=weights / weights.sum())
    person = np.where(rng.random(n) < FAMILIAR_SHARE, familiar, rng.integers(FAMILIAR, PERSONS, n))
    met = np.isin(so_far["contact_label"], ("Contact made", "Declined services"))
    known = met & (rng.random(n) < np.where(person < FAMILIAR, 0.99, 0.88))
    columns: Columns = {
        "person_key": blank_unless(known, [f"SP-{number:05d}" for number in person])
    }
    for trait, words in TRAITS.items():
        of_person = pick(rng, words, PERSONS)
        columns[trait] = blank_unless(known & (rng.random(n) < 0.87), of_person[person])
    return columns
