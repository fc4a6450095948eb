"""The declared tables: whole, without contradictions, and knowing what real exports write."""

import pytest

from arp.words.grammar import STORED_WITH_EVERY_ROW, Field, Kind, Table
from arp.words.settings import SECTIONS
from arp.words.tables import TABLES

EVERY_TABLE = [*TABLES.values(), *SECTIONS.values()]
WORDED = (Kind.WORD, Kind.WORDS)

# One header, two fields of one table: the content or the other headers decide.
SHARED = {
    "calls": {
        "type": {"call_type_initial", "call_type_final"},
        "typetext": {"call_type_initial", "call_type_final"},
        "dispatchtime": {"dispatched_at", "dispatch_minutes"},
    }
}


def plain(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def fields_by_header(table: Table) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for field in table.fields:
        for spelling in field.spellings:
            found.setdefault(plain(spelling), set()).add(field.name)
    return found


def test_the_tables_stand_in_the_order_in_which_they_are_shown():
    assert list(TABLES) == [
        "calls",
        "unit_responses",
        "encounters",
        "follow_ups",
        "figures",
        "settings",
    ]


@pytest.mark.parametrize("table", EVERY_TABLE, ids=lambda table: table.name)
def test_every_table_says_what_a_row_is_and_names_fields_once(table):
    assert table.title and table.grain and table.meaning
    names = [field.name for field in table.fields]
    assert len(names) == len(set(names))
    assert len({field.title for field in table.fields}) == len(names)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_no_field_is_named_like_what_is_stored_with_every_row(table):
    names = {field.name for field in table.fields}
    # A figure says its month itself: the field and the stored column are one and the same.
    shared = {"month"} if table.name == "figures" else set()
    assert names & set(STORED_WITH_EVERY_ROW) == shared


@pytest.mark.parametrize("table", EVERY_TABLE, ids=lambda table: table.name)
def test_keys_and_clocks_are_fields_that_are_stored(table):
    stored = {field.name: field for field in table.stored_fields}
    assert table.keys
    for key in table.keys:
        assert set(key) <= set(stored)
    for clock in table.clocks:
        assert stored[clock].kind in (Kind.TIMESTAMP, Kind.MONTH)


@pytest.mark.parametrize(
    "field",
    [pytest.param(f, id=f"{t.name}.{f.name}") for t in EVERY_TABLE for f in t.fields],
)
def test_every_field_is_explained_and_fits_its_kind(field: Field):
    assert field.title and field.meaning
    assert not field.meaning.endswith(".")
    assert (field.vocabulary is not None) == (field.kind in WORDED)
    assert (field.gives is not None) == (field.since is not None) == (field.kind is Kind.SPAN)
    if field.kind is Kind.SPAN:
        assert field.unit in ("seconds", "minutes")
        assert not field.stored
    if field.name.endswith("_at"):
        assert field.kind is Kind.TIMESTAMP
    if field.name.endswith("_on"):
        assert field.kind is Kind.DATE


@pytest.mark.parametrize("table", EVERY_TABLE, ids=lambda table: table.name)
def test_a_span_and_a_word_refer_to_fields_of_their_own_table(table):
    for field in table.fields:
        if field.kind is Kind.SPAN:
            assert table.field(field.gives).kind is Kind.TIMESTAMP
            assert table.field(field.since).kind is Kind.TIMESTAMP
        if field.read_from:
            assert table.field(field.read_from).kind is Kind.LABEL


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_header_names_one_field_of_a_table_unless_it_is_shared_on_purpose(table):
    shared = {header: names for header, names in fields_by_header(table).items() if len(names) > 1}
    assert shared == SHARED.get(table.name, {})


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_headers_are_not_listed_twice_and_not_the_title_or_name_again(table):
    for field in table.fields:
        listed = [plain(header) for header in field.headers]
        assert len(listed) == len(set(listed)), field.name
        assert not set(listed) & {plain(field.title), plain(field.name)}, field.name
        assert all(listed)


REAL_HEADERS = {
    "calls.incident_number": "CAD Event Number|CAD_Event_ID|EVENT_NUMBER|NOPD_Item|cad_number|"
    "incident_id|Incident ID|inci_id|Callno|incident_number|Call Number|EMSCallNumber|event.no.|ID",
    "calls.call_type_initial": "Initial Call Type|Case_Type_Initial_Desc|InitialType|"
    "InitialTypeText|call_type_original_desc|initial_type|INCIDENT_TYPE_DESC|nature|"
    "Call Description|nature_of_call|Problem|type|Reason for Dispatch #1|Call Type",
    "calls.call_type_final": "Final Call Type|Case_Type_Final_Desc|Type|TypeText|"
    "call_type_final_desc|close_type",
    "calls.priority": "Priority|Call_Priority_Code|priority_original|priority_final|PRIORITY|"
    "PRIORITY_COLOR|CallPriority|Final Priority|Original Priority",
    "calls.received_at": "received_datetime|CREATE_TIME_INCIDENT|TimeCreate|start_time|calltime|"
    "Received DtTm|timereceived|Time_PhonePickUp|CallDateandTime|received|"
    "Dispatch Request Date & Time|Rcvd",
    "calls.queued_at": "CAD Event Original Time Queued|Original Time Queued|entry_datetime|"
    "Entry DtTm|EntryDateandTime",
    "calls.dispatched_at": "dispatch_datetime|TimeDispatch|DISPATCH_TIME_PRIMARY_UNIT|"
    "Call Sign Dispatch Time|First SPD Call Sign Dispatch Time|"
    "First CARE Call Sign Dispatch Time|First Co-Response Call Sign Dispatch Time|"
    "Event_First_Dispatch_Time_ATTR|timedisp|Time_First_Unit_Assigned|DispatchDateandTime|Disp",
    "calls.en_route_at": "enroute_datetime|Response DtTm|timeenr|EnrouteDateandTime",
    "calls.on_scene_at": "onscene_datetime|TimeArrive|ARRIVAL_TIME_PRIMARY_UNIT|"
    "CAD Event Arrived Time|First CARE Call Sign At Scene Time|timearrv|"
    "Time_First_Unit_Arrived|OnSceneDateandTime|Arrival on Scene Date & Time|Arr",
    "calls.cleared_at": "close_datetime|TimeClosed|CLOSED_TIME_INCIDENT|end_time|"
    "Last CARE Call Sign In-Service Time|Available DtTm|timeclose|Time_CallClosed|"
    "CloseDateandTime|MCIT Departure Date & Time",
    "calls.dispatch_seconds": "secs_to_disp",
    "calls.arrival_seconds": "secs_to_arrv",
    "calls.close_seconds": "secs_to_close",
    "calls.queue_to_scene_seconds": "CAD_Event_Response_Time_Seconds_SUM",
    "calls.agency": "AGENCY|agency|service",
    "calls.units_dispatched_n": "units_dispd",
    "calls.units_arrived_n": "units_arrived",
    "calls.origin": "Call_Type_Desc|onview_flag|SelfInitiated|callsource",
    "calls.area": "BEAT|DISTRICT|Precinct|Sector|Beat|PoliceDistrict|police_district|division|"
    "CPD_NEIGHBORHOOD|SNA_NEIGHBORHOOD|City|Battalion|Neighborhood  District|"
    "Neighborhooods - Analysis Boundaries",
    "calls.disposition": "DISPOSITION_TEXT|DispositionText|disposition|Clear_By_Desc|closecode|"
    "closed_as|Call Final Disposition",
    "calls.place": "ADDRESS_X|BLOCK_ADDRESS|intersection_name|BlockAddress",
    "unit_responses.unit_id": "primeunit|unit_number|Unit ID|Officer_Serial_Num",
    "unit_responses.sequence": "Unit sequence in call dispatch",
    "unit_responses.cleared_at": "Available DtTm",
    "encounters.incident_number": "ID|CFS #",
    "encounters.started_at": "Engagement with Client Date & Time",
    "encounters.contact_label": "End Point of Dispatch",
    "encounters.disposition_label": "Disposition",
    "encounters.followup_requested": "Fup?",
}


@pytest.mark.parametrize("place", REAL_HEADERS)
def test_headers_of_real_exports_are_declared(place):
    table, _, name = place.partition(".")
    known = fields_by_header(TABLES[table])
    for header in REAL_HEADERS[place].split("|"):
        assert name in known.get(plain(header), set()), header


def test_a_table_without_that_field_says_so():
    with pytest.raises(KeyError, match="calls has no field wings"):
        TABLES["calls"].field("wings")


def test_settings_sections_are_known_by_their_first_field():
    for section in SECTIONS.values():
        (key,) = section.keys
        assert section.fields[0].name == key[0]
