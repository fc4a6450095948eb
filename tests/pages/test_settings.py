"""The settings page: typed, proposed, checked, saved as one change, taken back."""

import pytest

from arp.lake.lake import Lake
from arp.words.settings import PROGRAM_SECTIONS
from tests.pages.conftest import month_of_calls, opened, save, words


@pytest.fixture
def lake(tmp_path, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    return Lake(tmp_path / "lake")


@pytest.fixture
def with_calls(lake):
    save(lake.path, "October 2026.csv", month_of_calls(faults=False))
    return lake


def page(section="program"):
    page = opened("settings")
    return page.selectbox(key="section").set_value(section).run()


def typed(page, section, *rows, version=0, number=0, deleted=()):
    """Type further rows under what stands in the table."""
    key = f"rows-{section}-{number}-{version}"
    page.session_state[key] = {
        "edited_rows": {},
        "added_rows": list(rows),
        "deleted_rows": list(deleted),
    }
    return page.run()


def button(page, label):
    return next(button for button in page.button if button.label.startswith(label))


def sign(page, section, why="The pilot"):
    return page.text_input(key=f"why-{section}").set_value(why).run()


def stored(lake):
    rows = lake.snapshot().read("settings", ["section", "name", "set_by", "why"]).to_pylist()
    return {(row["section"], row["name"]): (row["set_by"], row["why"]) for row in rows}


@pytest.mark.parametrize("section", PROGRAM_SECTIONS)
def test_every_section_draws_its_declared_titles(with_calls, section):
    drawn = page(section)
    assert not drawn.exception
    titles = [field.title for field in PROGRAM_SECTIONS[section].fields]
    assert list(drawn.data_editor[0].value)[: len(titles)] == titles


def test_what_is_typed_is_saved_as_one_change_with_who_and_why(lake):
    drawn = typed(page("teams"), "teams", {"Team": "CRT", "Works with police": "No"})
    assert "1 row read = 1 new" in words(drawn)
    assert button(drawn, "Save").disabled
    drawn = sign(drawn, "teams")
    button(drawn, "Save").click().run()
    assert stored(lake)[("teams", "CRT")][1] == "The pilot"
    assert [row.kind for row in lake.history()] == ["settings"]


def test_a_fault_is_told_in_words_beside_the_table_and_cannot_be_saved(lake):
    drawn = typed(page("units"), "units", {"Unit": "H*", "Team": "HEART"})
    assert "The settings have faults (1)" in drawn.error[0].value.replace("\\", "")
    assert "Row 1 of sheet “Units”, column “Team”: HEART is no team" in words(drawn)
    assert button(sign(drawn, "units"), "Save").disabled
    assert lake.snapshot() is None


def test_proposals_stand_apart_and_are_stored_only_when_somebody_saves_them(with_calls):
    drawn = page("units")
    assert "Proposed, not set" in words(drawn)
    assert "CRT1; responses: 40" in words(drawn)
    assert not [name for name in stored(with_calls) if name[0] == "units"]
    teams = page("teams")
    button(teams, "Take over").click().run()
    assert teams.data_editor[0].value["Team"].tolist() == ["CRT"]
    assert not [name for name in stored(with_calls) if name[0] == "teams"]
    button(sign(teams, "teams", "It is ours"), "Save").click().run()
    assert stored(with_calls)[("teams", "CRT")][1] == "It is ours"


def test_what_was_set_before_keeps_who_set_it_and_can_be_taken_out(with_calls):
    drawn = typed(page("teams"), "teams", {"Team": "CRT"}, {"Team": "CCD"}, number=1)
    button(sign(drawn, "teams"), "Save").click().run()
    before = stored(with_calls)[("teams", "CCD")]
    drawn = typed(page("teams"), "teams", number=2, deleted=[1])
    assert "1 row removed" in words(drawn)
    button(sign(drawn, "teams", "No more"), "Save").click().run()
    assert ("teams", "CRT") not in stored(with_calls)
    assert stored(with_calls)[("teams", "CCD")] == before


def test_nothing_changed_is_nothing_to_save(with_calls):
    drawn = page("feeds")
    assert "Nothing is changed yet" in words(drawn)
    assert button(drawn, "Save").disabled


def test_a_program_workbook_dropped_on_upload_is_previewed_refused_or_saved(lake):
    import io

    import openpyxl

    from arp.views.export.program_workbook import program_workbook

    def dropped(*row):
        book = openpyxl.load_workbook(io.BytesIO(program_workbook()))
        book["Teams"].append(row)
        file = io.BytesIO()
        book.save(file)
        upload = opened("upload")
        upload.file_uploader[0].set_value([("program.xlsx", file.getvalue(), "")]).run()
        return upload

    faulty = dropped("CRT", None, "by mail")
    assert "Nothing was saved" in faulty.error[0].value
    assert "by mail is none of" in words(faulty)
    upload = dropped("CRT", None, "in person")
    assert "1 row read = 1 new" in words(upload)
    button(upload, "Save").click().run()
    assert not upload.exception
    assert "program.xlsx is saved." in words(upload)
    assert ("teams", "CRT") in stored(lake)
    data = opened("data")
    assert data.title[0].value == "No data are here yet, only settings"
    assert button(data, "Undo")


def test_the_sample_citys_settings_are_shown_and_cannot_be_changed(
    tmp_path, monkeypatch, small_sample_lake
):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)
    drawn = page("teams")
    assert "These are the sample city’s own" in words(drawn)
    assert drawn.data_editor[0].value["Team"].tolist() == ["CCD", "CN", "CRT", "CoR"]
    assert not [found for found in drawn.button if found.label.startswith(("Save", "Take"))]
