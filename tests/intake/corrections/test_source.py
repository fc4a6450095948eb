import json

import pytest

from arp.intake.corrections.source import Source, header_as_sent
from arp.intake.mapping import Column
from arp.intake.road import understand
from tests.intake.drawn import TODAY, sheet, understood, workbook

DRAWN = """
    Incident Number | Call Type | Received         | Received
    26-1            | Alarm     | 10/15/2026 14:00 |
    """


def source() -> Source:
    found = understood(DRAWN, {"calls.received_at": "Received (column C)"}).source
    assert found is not None
    return found


def test_it_comes_back_from_its_text():
    assert Source.of_json(source().as_json()) == source()


def test_no_cell_is_in_it():
    assert "Alarm" not in source().as_json() and "26-1" not in source().as_json()


def test_headers_are_written_as_they_were_sent():
    columns = source().sheets[0].mapping.columns
    assert [header_as_sent(column) for column in columns] == [
        "Incident Number", "Call Type", "Received", "Received",
    ]  # fmt: skip
    assert header_as_sent(Column(position=2, letter="C", header="column C")) == ""


def test_sheets_get_names_that_excel_takes_each_once():
    drawn = [
        sheet(DRAWN, name=name)
        for name in (
            "Findings",
            "Calls of the whole city, October 2026!",
            "Calls of the whole city, October 2027!",
        )
    ]
    answers = {"calls.received_at": "Received (column C)"}
    found = understand(workbook(*drawn), lake=None, answers=answers, today=TODAY).source
    assert found is not None
    assert found.tabs == (
        "Findings 2", "Calls of the whole city, Octobe", "Calls of the whole city, Octo 2",
    )  # fmt: skip


def changed(**sheet) -> str:
    told = json.loads(source().as_json())
    told["sheets"][0]["mapping"] |= sheet
    return json.dumps(told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        changed(tables=["settings"]),
        changed(tables=[]),
        changed(columns=[{"position": 99}]),
        changed(nonsense=1),
        source().as_json().replace("calls.incident_number", "calls.nonsense"),
        json.dumps({**json.loads(source().as_json()), "feed": "../cad"}),
    ],
)
def test_a_text_that_describes_no_source_is_told_so(text):
    with pytest.raises(ValueError):
        Source.of_json(text)
