from dataclasses import replace

from arp.intake.mapping import Certainty, Column, Mapping
from arp.views import mapping_rows


def column(header, *fields, **told):
    return Column(position=0, letter="A", header=header, fields=fields, **told)


SHEET = Mapping(
    sheet="Calls",
    header_row=1,
    tables=("calls", "unit_responses"),
    columns=(
        column("No", "calls.incident_number", "unit_responses.incident_number", samples=("1", "2")),
        column("Rec", "calls.received_at", certainty=Certainty.UNSURE, samples=("9:15", "9:15")),
        column("Day", dates_of=("Rec",)),
        column("Line", note="numbers the rows"),
        column("Caller", note="left out: names"),
    ),
)


def test_each_column_shows_what_it_was_read_as_how_sure_and_its_values():
    assert mapping_rows.frame(SHEET).to_numpy().tolist() == [
        ["No", "Incident number (calls and unit responses)", "certain", "1 · 2"],
        ["Rec", "Received (calls)", "unsure", "9:15"],
        ["Day", "Date of “Rec”", "certain", ""],
        ["Line", "Not used", "numbers the rows", ""],
    ]


def test_a_column_says_its_unit_and_which_of_its_words_mean_yes():
    columns = (
        column("Secs to arrive", "calls.on_scene_at", unit="seconds"),
        column("Safe", "encounters.felt_safe", yes=("Oui", "Sí")),
    )
    sure = mapping_rows.frame(replace(SHEET, columns=columns))["How sure"]
    assert list(sure) == ["certain, in seconds", "certain, yes is “Oui” and “Sí”"]


def test_columns_of_personal_data_are_named_and_cannot_be_mended():
    assert mapping_rows.personal(SHEET) == ["Caller (names)"]
    assert "Caller" not in mapping_rows.frame(SHEET)["In your sheet"].tolist()


def test_the_menu_has_what_columns_hold_now_and_no_field_about_a_person():
    offered = mapping_rows.offered(SHEET)
    assert offered[0] == "Not used"
    assert {"Incident number (calls and unit responses)", "Date of “Rec”"} <= set(offered)
    assert len(offered) == len(set(offered))


def mended(given, **changes):
    frame = mapping_rows.frame(SHEET)
    now = [
        changes.get(header, words)
        for header, words in zip(frame["In your sheet"], frame["We read it as"], strict=True)
    ]
    return mapping_rows.answers(SHEET, now, given)


def test_nothing_mended_leaves_the_answers_as_they_are():
    assert mended({"scope": "all"}) == {"scope": "all"}


def test_a_column_that_is_mended_becomes_an_answer():
    assert mended({}, Rec="Queued (calls)") == {"column:Rec": "calls.queued_at"}
    assert mended({}, Rec="Not used") == {"column:Rec": "unused"}


def test_a_field_moves_from_the_column_that_was_said_to_hold_it():
    given = {"column:Line": "calls.received_at", "column:Other": "unused", "scope": "all"}
    assert mended(given, Day="Received (calls)") == {
        "column:Other": "unused",
        "scope": "all",
        "column:Day": "calls.received_at",
    }


def test_a_remembered_layout_gives_only_the_columns_that_are_read_otherwise():
    columns = {"No": ("calls.incident_number",), "Rec": ("calls.received_at",), "Line": ()}
    frame = mapping_rows.remembered(columns)
    words = list(frame["We read it as"])
    assert words == ["Incident number (calls)", "Received (calls)", "Not used"]
    assert mapping_rows.remapped(columns, words) == {}
    assert mapping_rows.remapped(columns, [words[0], "Not used", words[1]]) == {
        "Rec": (),
        "Line": ("calls.received_at",),
    }
