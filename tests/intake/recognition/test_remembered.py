from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from arp.intake.road import understand
from arp.lake.lake import Lake
from tests.intake.drawn import TODAY, kinds, rows_of, sheet, workbook

OCTOBER = """
Nbr | Stamp one | What | Where
26-1 | 3/4/2026 10:00 | Theft | North
26-2 | 5/6/2026 10:00 | Noise | South
"""
ANSWERS = {
    "calls.incident_number": "Nbr",
    "calls.received_at": "Stamp one",
    "column:What": "calls.call_type_initial",
    "date_order": "dmy",
    "scope": "program",
}


@pytest.fixture
def lake(tmp_path):
    return Lake(tmp_path / "lake")


def read(lake, drawing, answers=None, file_name="team_log_2026-10.xlsx", feed=None):
    book = workbook(sheet(drawing), file_name=file_name)
    return understand(book, lake=lake, feed=feed, answers=answers, today=TODAY)


def save(lake, understanding):
    return lake.commit(understanding.change, who="staff", at=datetime(2026, 11, 22, tzinfo=UTC))


def test_a_confirmed_layout_needs_no_question_next_time(lake):
    assert read(lake, OCTOBER).questions
    save(lake, read(lake, OCTOBER, ANSWERS))
    again = read(lake, OCTOBER.replace("26-", "27-"), file_name="renamed.xlsx")
    assert again.questions == ()
    assert (again.feed, again.scope) == ("team-log", "program")
    assert "mapping_remembered" in kinds(again)
    assert again.mappings[0].remembered
    assert rows_of(again, "calls", "month") == [("2026-04",), ("2026-06",)]


def test_the_same_file_again_changes_nothing(lake):
    assert save(lake, read(lake, OCTOBER, ANSWERS)).status == "saved"
    assert save(lake, read(lake, OCTOBER)).status == "unchanged"


SENT_TWICE = """
Incident Number | Call Type | Received | Dispatched | Cleared | Unit | Disposition
26-1 | Theft | 2026-10-05 14:00 | 2026-10-05 14:05 | 2026-10-05 14:50 | CRT1 | Resolved
26-2 | Theft | 2026-10-06 14:00 | 2026-10-06 14:05 | 2026-10-06 14:50 | CRT2 | Resolved
26-2 | Theft | 2026-10-06 14:00 | 2026-10-06 14:05 | 2026-10-06 14:50 | CRT2 | Other
"""


def test_a_call_that_was_sent_twice_with_one_unit_is_no_call_of_two_units_next_time(lake):
    assert not read(lake, SENT_TWICE).mappings[0].unit_level
    save(lake, read(lake, SENT_TWICE))
    assert not read(lake, SENT_TWICE).mappings[0].unit_level
    assert save(lake, read(lake, SENT_TWICE)).status == "unchanged"


def test_a_layout_of_one_row_a_unit_stays_one_though_a_month_has_one_unit_a_call(lake):
    two_units = SENT_TWICE.replace("CRT2 | Other", "CRT3 | Other")
    assert read(lake, two_units).mappings[0].unit_level
    save(lake, read(lake, two_units))
    assert read(lake, SENT_TWICE).mappings[0].unit_level


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(*(st.integers(0, 2) for _ in range(4))), min_size=2, max_size=6))
def test_whatever_repeats_in_a_file_its_second_upload_changes_nothing(tmp_path_factory, rows):
    lake = Lake(tmp_path_factory.mktemp("lake") / "lake")
    header = SENT_TWICE.strip().splitlines()[0]
    drawing = "\n".join(
        f"26-{n} | {('Theft', 'Noise', '')[kind]} | 2026-10-0{day + 5} 14:00 | | | CRT{unit} | Done"
        for n, kind, day, unit in rows
    )
    save(lake, read(lake, f"{header}\n{drawing}"))
    assert save(lake, read(lake, f"{header}\n{drawing}")).status == "unchanged"


WIDE = """
Incident Number | Call Type | Received | Dispatched | On Scene | Cleared | Priority | Beat
26-1 | Theft | 2026-10-05 14:00 | | | | 1 | N
"""
MORE = """
Incident Number | Call Type | Received | Dispatched | On Scene | Cleared | Priority | Beat | Agency
26-2 | Theft | 2026-10-05 14:00 | | | | 1 | N | Police
"""


def test_a_layout_with_one_column_more_is_still_known(lake):
    save(lake, read(lake, WIDE, feed="police-cad"))
    more = read(lake, MORE)
    assert more.feed == "police-cad"
    assert more.mappings[0].column_of("calls", "agency") is not None


def test_a_layout_with_other_columns_is_not(lake):
    save(lake, read(lake, WIDE, feed="police-cad"))
    assert read(lake, OCTOBER, ANSWERS).feed == "team-log"


def test_where_two_feeds_have_one_layout_the_files_name_decides(lake):
    save(lake, read(lake, WIDE, feed="police-cad"))
    save(lake, read(lake, WIDE, feed="fire-cad"))
    assert read(lake, WIDE, file_name="Police CAD 2026-11.xlsx").feed == "police-cad"
    assert read(lake, WIDE, file_name="Fire CAD 2026-11.xlsx").feed == "fire-cad"


def test_a_column_left_out_stays_left_out(lake):
    save(lake, read(lake, WIDE, {"column:Beat": "unused"}))
    again = read(lake, WIDE)
    assert again.mappings[0].column_of("calls", "area") is None
    assert save(lake, again).status == "unchanged"


def test_an_answer_overrides_what_is_remembered(lake):
    save(lake, read(lake, OCTOBER, ANSWERS))
    changed = read(lake, OCTOBER, {"column:Where": "calls.call_type_initial"})
    mapping = changed.mappings[0]
    assert mapping.column_of("calls", "call_type_initial").header == "Where"
    assert mapping.column_of("calls", "incident_number").header == "Nbr"


def test_a_named_feed_is_the_files_feed(lake):
    assert read(lake, OCTOBER, ANSWERS, feed="Police CAD").feed == "police-cad"


def test_a_proven_order_outweighs_the_remembered_one(lake):
    save(lake, read(lake, OCTOBER, ANSWERS))
    proven = read(lake, OCTOBER.replace("5/6/2026", "5/16/2026"))
    assert rows_of(proven, "calls", "month")[0] == ("2026-03",)


def test_what_a_feed_is_known_to_be_is_kept(lake):
    save(lake, read(lake, OCTOBER, ANSWERS))
    settings = lake.snapshot().read("settings").to_pylist()
    assert {row["section"] for row in settings} == {"feeds", "layouts"}
    assert {row["feed"] for row in settings} == {"settings"}


NARROWER = """
Incident Number | Call Type | Received | Dispatched | On Scene | Cleared | Agency | Zone note
26-3 | Theft | 2026-11-05 14:00 | | | | Police | x
"""


def test_columns_may_come_and_go_and_the_difference_is_said(lake):
    save(lake, read(lake, WIDE, feed="police-cad"))
    later = read(lake, NARROWER.replace("Agency", "Priority"))
    assert (later.feed, later.mappings[0].remembered) == ("police-cad", True)
    told = [(f.kind.key, f.column) for f in later.findings if f.kind.key.startswith("column_")]
    assert told == [("column_new", "Zone note"), ("column_gone", "Beat")]


def test_a_sheet_that_lacks_much_of_what_counted_is_another_layout(lake):
    save(lake, read(lake, WIDE, feed="police-cad"))
    assert not read(lake, NARROWER.replace("On Scene", "Foo")).mappings[0].remembered


SPANS = """
Incident Number | Received | Response Time | Canceled
26-1 | 2026-10-05 14:00 | 720 | oui
26-2 | 2026-10-05 15:00 | 700 | non
"""


def test_units_and_words_once_said_are_remembered(lake):
    said = {"unit:Response Time": "seconds", "yes:Canceled": "oui"}
    first = read(lake, SPANS, said)
    assert save(lake, first).status == "saved"
    again = read(lake, SPANS.replace("26-", "27-"))
    assert again.questions == ()
    assert rows_of(again, "calls", "canceled") == [(True,), (False,)]


TWO_ROWS = """
Incident | Received | | On Scene |
Number | Date | Time | Date | Time
26-1 | 2026-10-05 | 14:00 | 2026-10-05 | 14:12
"""


def test_a_header_of_two_rows_is_asked_about_once(lake):
    (question,) = read(lake, TWO_ROWS).questions
    assert question.key == "header_row:Calls"
    save(lake, read(lake, TWO_ROWS, {question.key: "1-2"}))
    assert read(lake, TWO_ROWS.replace("26-1", "27-1")).questions == ()
