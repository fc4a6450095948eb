"""A section's row as a row of the stored table."""

from arp.words.settings import (
    NO_FACT_READS,
    PROGRAM_SECTIONS,
    SECTIONS,
    VALIDITY,
    setting_name,
    setting_value,
)


def test_a_name_joins_the_key_and_a_blank_part_stays_blank():
    values = {"indicator": "response_p50", "team": None, "call_type": "Trespass", "target": 15}
    assert setting_name("targets", values) == "response_p50\x1f\x1f\x1fTrespass"


def test_equal_settings_are_equal_text_however_they_were_written():
    assert setting_value("areas", {"area": "North", "in_jurisdiction": False, "label": "N"}) == (
        '{"label": "N", "area": "North", "in_jurisdiction": false}'
    )
    assert setting_value("areas", {"label": "N", "area": None}) == '{"label": "N"}'


def test_what_only_uploads_teach_and_what_was_shown_is_no_sheet_of_the_workbook():
    shown = {"publications", "reviews", "commitments", "shapes"}
    assert set(NO_FACT_READS) == shown
    assert set(SECTIONS) - set(PROGRAM_SECTIONS) == {"labels", "layouts", *shown}


def test_no_field_of_a_section_is_titled_like_what_every_setting_has():
    every = {field.title for field in VALIDITY}
    for section in SECTIONS.values():
        assert not every & {field.title for field in section.fields}
