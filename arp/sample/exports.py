"""The city's monthly files as staff would get them: other headers and spellings, the same rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from arp.sample.city import City
from arp.sample.layout import (
    CAD_EXPORT,
    FIGURES_EXPORT,
    KIND_OF,
    NAVIGATION_EXPORT,
    RECORDS_EXPORT,
    Kind,
)

if TYPE_CHECKING:
    import pyarrow as pa

SERIAL_ZERO = 25_569  # the spreadsheet's own number of 1970-01-01
DATE, DATE_AND_TIME = "mm/dd/yyyy", "mm/dd/yyyy hh:mm:ss"
REPEATS = 5  # rows of the CAD export that stand in it twice

CAD_HEADERS = {
    "calls.incident_number": "CAD Event Number",
    "calls.call_type_initial": "Initial Call Type",
    "calls.call_type_final": "Final Call Type",
    "calls.priority": "Call Priority Code",
    "calls.origin": "Call Source",
    "calls.received_at": "Received DtTm",
    "calls.queued_at": "Original Time Queued",
    "calls.area": "Police District",
    "calls.place": "Block Address",
    "calls.hazard_flags": "Caution Flags",
    "unit_responses.unit_id": "Call Sign",
    "unit_responses.agency": "Unit Agency",
    "unit_responses.dispatched_at": "Dispatch DtTm",
    "unit_responses.en_route_at": "Response DtTm",
    "unit_responses.on_scene_at": "On Scene DtTm",
    "unit_responses.cleared_at": "Available DtTm",
    "unit_responses.self_assigned": "Self Dispatched",
    "unit_responses.declined_reason": "Reason Not Taken",
    "calls.disposition": "Disposition Code",
    "calls.canceled": "Cancel Flag",
    "calls.duplicate_of": "Duplicate Call Number",
    "calls.is_test": "Test Call",
}
RECORDS_HEADERS = {
    "encounters.encounter_id": "Contact ID",
    "encounters.incident_number": "CAD #",
    "encounters.team": "Program Team",
    "encounters.started_at": "Date of Contact",
    "encounters.ended_at": "Contact End",
    "encounters.mode": "Type of Contact",
    "encounters.contact_label": "Contact Outcome",
    "encounters.disposition_label": "Disposition",
    "encounters.person_key": "Client #",
    "encounters.primary_need": "Presenting Need",
    "encounters.services_given": "Services Provided",
    "encounters.referral_made": "Referral",
    "encounters.referral_accepted": "Referral Taken",
    "encounters.warm_handoff": "Warm Transfer",
    "encounters.ems_transport": "Ambulance Transport",
    "encounters.service_unavailable": "No Service Available",
    "encounters.naloxone_given": "Narcan",
    "encounters.followup_requested": "Follow Up Needed",
    "encounters.followup_consented": "Consent to Follow Up",
    "encounters.connected_to_care": "Connected",
    "encounters.connected_on": "Connection Date",
    "encounters.satisfaction": "Client Rating",
    "encounters.police_role": "Police Involvement",
    "encounters.backup_requested": "Backup Called",
    "encounters.backup_agency": "Backup From",
    "encounters.backup_urgency": "Backup Level",
    "encounters.backup_reason": "Reason for Backup",
    "encounters.backup_reviewed": "Review Completed",
    "encounters.felt_safe": "Responders Felt Safe",
    "encounters.responder_injury": "Staff Injury",
    "encounters.person_injury": "Client Injury",
    "encounters.use_of_force": "Force Used",
    "encounters.arrest": "Arrested",
    "encounters.citation": "Cited",
    "encounters.age_band": "Age Group",
    "encounters.race_ethnicity": "Race",
    "encounters.gender": "Gender Identity",
    "encounters.language": "Primary Language",
    "encounters.housing_status": "Living Situation",
}
NAVIGATION_HEADERS = {
    "follow_ups.encounter_id": "Original Encounter",
    "follow_ups.person_key": "Client #",
    "follow_ups.team": "Follow-up Team",
    "follow_ups.attempted_at": "Attempt Date and Time",
    "follow_ups.reached": "Client Reached",
    "follow_ups.reached_at": "Date Reached",
    "follow_ups.method": "Follow-up Method",
    "follow_ups.connected_to_care": "Connected to Services",
    "follow_ups.goal": "Care Goal",
    "follow_ups.goal_met": "Goal Achieved",
    "follow_ups.case_opened_at": "Case Open Date",
    "follow_ups.case_closed_at": "Case Close Date",
}
FIGURES_HEADERS = {
    "figures.figure": "Figure Name",
    "figures.month": "Reporting Month",
    "figures.area": "District",
    "figures.numerator": "Part",
    "figures.denominator": "Whole",
    "figures.value": "Amount",
    "figures.source": "Data Source",
}
HEADERS = {
    CAD_EXPORT: CAD_HEADERS,
    RECORDS_EXPORT: RECORDS_HEADERS,
    NAVIGATION_EXPORT: NAVIGATION_HEADERS,
    FIGURES_EXPORT: FIGURES_HEADERS,
}

# How these files spell some of the declared words.
SPELLINGS: Mapping[str, Mapping[str, str]] = {
    "origin": {
        "non-emergency": "TELEPHONE OTHER",
        "988/311 transfer": "988",
        "self-initiated": "ON VIEW",
    },
    "agency": {"police": "PD", "fire": "FD", "ems": "EMS", "program": "Crisis team"},
    "mode": {"phone": "Telephone", "in person": "Onsite"},
    "police_role": {
        "none": "No police",
        "before us": "Police on scene first",
        "with us": "Joint",
        "requested by us": "Team requested police",
        "took over": "Handed to police",
    },
    "backup_agency": {"police": "PD", "ems": "EMS"},
    "backup_urgency": {"emergency": "Urgent"},
    "responder_injury": {"none": "No injury", "minor": "First aid"},
    "connected_to_care": {"no": "Not connected", "self-reported": "Client reported"},
    "method": {"phone": "Telephone", "in person": "Home visit", "message": "Text"},
}


@dataclass(frozen=True)
class Column:
    """One column of a file: numbers, texts or None; dates are the spreadsheet's own numbers."""

    header: str
    values: list[Any]
    shown_as: str | None = None  # the number format of dates


def export(made: City, kind: Kind, month: str) -> list[Column]:
    """The columns of one month's file, without title rows."""
    file = made.months.index(month)
    tables = {name: _rows_of(made, name, file) for name in made.tables if KIND_OF.get(name) == kind}
    if kind == CAD_EXPORT:
        tables = _side_by_side(made, tables, file)
    columns = [
        _column(header, name, tables[name.partition(".")[0]])
        for name, header in HEADERS[kind].items()
    ]
    return [*columns, *_private(tables["encounters"])] if kind == RECORDS_EXPORT else columns


def _rows_of(made: City, name: str, file: int) -> pa.Table:
    first, after = np.searchsorted(made.places[name].file, [file, file + 1])
    return made.tables[name].slice(first, after - first)


def _side_by_side(made: City, tables: dict[str, pa.Table], file: int) -> dict[str, pa.Table]:
    """Calls and units, one row a unit; a call without a unit has one row, and a few stand twice."""
    import pyarrow as pa

    rows = {name: made.places[name].row[made.places[name].file == file] for name in tables}
    begins = rows["calls"]
    lines = np.arange(begins[0], max(begins[-1], rows["unit_responses"][-1]) + 1)
    lines = np.append(lines, lines[:: len(lines) // REPEATS][:REPEATS])
    call = np.searchsorted(begins, lines, side="right") - 1
    unit = np.searchsorted(rows["unit_responses"], lines).clip(0, len(rows["unit_responses"]) - 1)
    nobody = rows["unit_responses"][unit] != lines
    return {
        "calls": tables["calls"].take(pa.array(call)),
        "unit_responses": tables["unit_responses"].take(pa.array(unit, mask=nobody)),
    }


def _column(header: str, name: str, rows: pa.Table) -> Column:
    import pyarrow as pa
    import pyarrow.compute as pc

    field = name.partition(".")[2]
    values = rows.column(field)
    if pa.types.is_timestamp(values.type) or pa.types.is_date(values.type):
        seconds = pc.cast(pc.cast(values, pa.timestamp("s")), pa.int64())
        days = pc.divide(pc.cast(seconds, pa.float64()), 86_400)
        shown_as = DATE if pa.types.is_date(values.type) else DATE_AND_TIME
        return Column(header, pc.add(days, float(SERIAL_ZERO)).to_pylist(), shown_as)
    if pa.types.is_boolean(values.type):
        return Column(header, pc.if_else(values, "Y", "N").to_pylist())
    spelled = SPELLINGS.get(field, {})
    return Column(header, [spelled.get(value, value) for value in values.to_pylist()])


def _private(records: pa.Table) -> list[Column]:
    """What a real records system holds and the app must leave out; here plainly made up."""
    n = records.num_rows
    told: tuple[tuple[str, Callable[[int], str]], ...] = (
        ("Caller Name", lambda i: f"Example, Caller {i % 997:03d}"),
        ("Callback Number", lambda i: f"(555) 555-{100 + i % 100:04d}"),
        (
            "Narrative",
            lambda i: (
                "This narrative is made up: a team of Sampleton met an example person and wrote "
                f"sentence number {i} about nothing that ever happened."
            ),
        ),
    )
    return [Column(header, [text(i) for i in range(n)]) for header, text in told]
