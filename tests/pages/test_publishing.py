"""Publishing a set of figures, what is said when one of them moves, and pages as they were."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from arp.intake.publications import published as keep
from arp.lake.lake import Lake
from arp.measures.moves import Figure
from arp.measures.published import publications
from arp.views import formats
from pages._published import all_sets
from pages._since import CORE
from tests.pages.conftest import APP, AT, PAGES, month_of_calls, opened, press, save, words

NAME = "Council, *October* 2026"
PUBLISH = "Publish these figures"


@pytest.fixture
def lake(tmp_path, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    monkeypatch.setattr("streamlit.page_link", lambda *_, **__: None)  # the browser follows them
    save(tmp_path / "lake", "October 2026.csv", month_of_calls(faults=False))
    return Lake(tmp_path / "lake")


FRAMED = """
from pages import _filters, _frame, _shell

def page():
    shown = _shell.need_data(_filters.shown())
    print_ = _shell.readings(shown, ("program_responses", "calls_in_scope", "disposition_mix"))
    _shell.monthly(shown, ("response_p50",))

_frame.draw("{page}", page)
"""


def started(page="home", **asked):
    """A page in its frame; AppTest forgets app.py after the first press."""
    app = AppTest.from_string(FRAMED.replace("{page}", page), default_timeout=180)
    for name, value in asked.items():
        app.query_params[name] = str(value)
    app.run()
    assert not app.exception
    return app


def published(name=NAME, page="home"):
    """A page, with its figures published."""
    app = press(started(page), PUBLISH)
    app.text_input[0].input(name)
    return press(press(app, PUBLISH), PUBLISH, "Publish")


def corrected(lake):
    """Two of the calls of October turn out to have waited half an hour longer."""
    mended = month_of_calls(faults=False).replace(b"14:01:00", b"14:31:00")
    save(lake.path, "Corrected.csv", mended)


def test_a_set_is_published_with_its_name_and_its_figures(lake):
    app = published()
    assert f"{NAME} is published: " in words(app)
    assert lake.history()[0].kind == "publication"
    ((one,),) = [publications(lake.snapshot().read("settings").to_pylist())]
    assert (one.name, one.page, one.months) == (NAME, "home", ("2026-10", "2026-10"))
    assert set(one.keys) == {"program_responses", "calls_in_scope", "response_p50"}
    whole = Figure("calls_in_scope", "2026-10/2026-10")
    assert one.figures[whole].value == 40
    assert "published figures have moved" not in words(app)


def test_a_name_is_needed(lake):
    app = press(press(started(), PUBLISH), PUBLISH, "Publish")
    assert [error.value for error in app.error] == [
        "Give it a name first: the notices and the menu call it by that."
    ]
    assert len(lake.history()) == 1


def test_core_figures_are_those_of_home(lake):
    app = press(started("contacts"), PUBLISH)
    app.text_input[0].input(NAME)
    app.radio[0].set_value("The core figures")
    press(press(app, PUBLISH), PUBLISH, "Publish")
    (one,) = publications(lake.snapshot().read("settings").to_pylist())
    assert set(one.keys) == set(CORE)


def test_what_an_upload_moves_is_said_on_home_and_on_the_page_concerned(lake):
    published(page="contacts")
    corrected(lake)
    for page in ("home", "response_times", "contacts"):
        shown = words(started(page))
        assert "1 published figure has moved" in shown
        assert "Since the upload of Corrected.csv on Nov 22, 2026 by a test:" in shown
        assert "Response time (median) in Oct 2026: from 29.5 minutes to 30.5 minutes." in shown
    assert "moved" not in words(started("system"))


def test_taking_back_what_moved_it_ends_the_notice(lake):
    published()
    corrected(lake)
    lake.undo(lake.history()[0].upload_id, who="a test", at=AT)
    assert "moved" not in words(started())


def test_a_set_published_again_has_not_moved(lake):
    published()
    corrected(lake)
    app = press(press(started(), "Publish again"), "Publish again", "Publish it again")
    assert "moved" not in words(app)
    assert len(publications(lake.snapshot().read("settings").to_pylist())) == 1


def test_a_page_shows_what_it_was_when_it_was_published(lake):
    published()
    corrected(lake)
    (one,) = all_sets(lake)
    app = started(as_of=one.number)
    shown = words(app)
    day = formats.day(one.row.at.astimezone())
    assert f"As it was on {day} ({NAME}, published by" in shown
    assert "Data as of Nov 22, 2026, as published." in shown
    assert "moved" not in shown
    assert PUBLISH not in [button.label for button in app.button]
    app = press(app, "Back to today")
    assert "as published" not in words(app)


def test_of_a_method_that_changed_the_published_page_says_so(lake, monkeypatch):
    published()
    (one,) = publications(lake.snapshot().read("settings").to_pylist())
    figures = {figure: replace(said, value=30.0) for figure, said in one.figures.items()}
    older = replace(one, figures=figures)
    lake.commit(keep(older.value, who="a test", note=""), who="a test", at=AT)
    assert "Because the way they are worked out is another one now:" in words(started())
    shown = words(started(as_of=lake.history()[0].snapshot))
    assert "By today’s method some of these figures come out otherwise" in shown
    assert "911 calls from the public in Oct 2026: from 30 to 40." in shown


@pytest.mark.parametrize("number", ["99", "0", "x y", "-1"])
def test_a_snapshot_that_is_not_there_is_said_and_the_newest_is_shown(lake, number):
    app = started(as_of=number)
    (warning,) = app.warning
    said = warning.value.replace("\\", "")
    assert said == f"There is no snapshot {number} of these data. The newest is shown."
    assert "Oct 2026" in words(app)


def test_a_snapshot_whose_file_is_damaged_is_said_and_the_newest_is_shown(lake):
    old = {path for path in lake.path.glob("calls/**/*.parquet")}
    corrected(lake)
    for path in old - set(map(type(lake.path), lake.snapshot().files("calls"))):
        path.write_bytes(b"not a table")
    app = started(as_of=1)
    assert "is damaged, so it cannot be shown" in app.warning[0].value
    assert not app.exception


def test_every_page_opens_as_of_an_earlier_snapshot(lake):
    corrected(lake)
    for name in [name for name in PAGES if name not in ("upload", "settings", "definitions")]:
        app = AppTest.from_file(APP, default_timeout=180)
        app.query_params["as_of"] = "1"
        page = app.switch_page(f"pages/{name}.py").run()
        assert not page.exception, name


def test_the_data_page_lists_what_was_published_and_withdraws_it(lake):
    published()
    corrected(lake)
    page = opened("data")
    assert "What was published?" in words(page)
    assert f"**{NAME}** · :orange[:material/campaign: 1 published figure has moved]" in words(page)
    compared = press(opened("data"), "Compare with today")
    assert "Response time (median) in Oct 2026: from 29.5 minutes" in words(compared)
    gone = press(opened("data"), "Withdraw")
    assert "What was published?" not in words(gone)
    assert lake.history()[0].tallies["settings"].removed == 1
    assert "withdrawn Nov" in words(gone) or "withdrawn " in words(gone)


def test_the_sample_city_is_not_published_from(tmp_path, monkeypatch, small_sample_lake):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    (tmp_path / "sample-lake").symlink_to(small_sample_lake)
    assert PUBLISH not in [button.label for button in started().button]
