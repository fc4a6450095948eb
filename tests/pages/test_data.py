"""Data we have: the calendar of feeds, remembered layouts, and every undo."""

from arp.lake.lake import Lake
from tests.pages.conftest import AT, month_of_calls, opened, save, words


def own(tmp_path, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    september = month_of_calls(faults=False).replace(b"10/", b"9/").replace(b"26-00", b"26-09")
    save(tmp_path / "lake", "September 2026.csv", september)
    save(tmp_path / "lake", "October 2026.csv", month_of_calls(faults=False))
    return Lake(tmp_path / "lake")


def test_the_calendar_says_of_each_month_how_it_stands(tmp_path, monkeypatch):
    own(tmp_path, monkeypatch)
    page = opened("data")
    assert not page.exception
    grid = next(one.value for one in page.markdown if one.value.startswith("| Feed |"))
    assert "| Jan 2026 | Feb |" in grid and "| Sep | Oct |" in grid
    assert grid.count("there") == 2
    assert "rows of the whole month are here" in words(page)


def test_every_upload_has_its_undo_and_one_that_is_taken_back_says_so(tmp_path, monkeypatch):
    lake = own(tmp_path, monkeypatch)
    labels = [button.label for button in opened("data").button]
    assert labels.count("Undo") == 2
    lake.undo(lake.history()[1].upload_id, who="a test", at=AT)
    page = opened("data")
    labels = [button.label for button in page.button]
    assert (labels.count("Undo"), labels.count("Bring back")) == (1, 1)
    assert words(page).count(": taken back]") == 1


def test_a_remembered_layout_is_mended_by_its_menu(tmp_path, monkeypatch):
    lake = own(tmp_path, monkeypatch)
    page = opened("data")
    assert "Version 1, Nov 22, 2026 by September 2026.csv." in words(page)
    page.session_state[page.data_editor[0].key] = {
        "edited_rows": {
            page.data_editor[0].value["In your sheet"].tolist().index("On Scene"): {
                "We read it as": "Not used"
            }
        },
        "added_rows": [],
        "deleted_rows": [],
    }
    page.run()
    next(button for button in page.button if button.label == "Save").click().run()
    assert not page.exception
    assert "Version 2" in words(page)
    assert lake.history()[0].kind == "settings"


def test_a_layout_is_forgotten(tmp_path, monkeypatch):
    own(tmp_path, monkeypatch)
    page = opened("data")
    next(button for button in page.button if button.label == "Forget it").click().run()
    assert not page.exception
    assert not page.data_editor
