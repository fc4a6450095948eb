"""Whatever somebody's file calls a thing is shown as it is written, and does nothing on a page."""

import pytest
from streamlit.testing.v1 import AppTest

from arp.views import formats
from tests.pages import hostile_city
from tests.pages.conftest import APP, PAGES, month_of_calls, opened
from tests.views.export.hostile import MARKDOWN

SHOWN_AS_TEXT = {  # fields of Streamlit's messages that no reader of markdown touches
    ("Selectbox", "options"),
    ("MultiSelect", "options"),
    ("MultiSelect", "raw_values"),
    ("TextInput", "default"),
    ("TextInput", "value"),
    ("TextInput", "placeholder"),
    ("Code", "code_text"),
    ("FileUploader", "type"),
    ("Heading", "anchor"),
}
NEVER_SHOWN = {"id", "spec", "columns", "form_id", "alt", "query_string", "element_type", "data"}


@pytest.fixture(scope="module")
def hostile_lake(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "lake"
    hostile_city.build(path)
    return path


@pytest.fixture
def lake(hostile_lake, monkeypatch):
    monkeypatch.setenv("ARP_LAKE", str(hostile_lake))


def texts(message, name=""):
    """Every text of a message that may be read as markdown, with where it stands."""
    for field, value in message.ListFields():
        place = (message.DESCRIPTOR.name, field.name)
        if place in SHOWN_AS_TEXT or field.name in NEVER_SHOWN:
            continue
        many = value if field.is_repeated else [value]
        if field.type == field.TYPE_STRING:
            yield from ((f"{name}.{field.name}", text) for text in many)
        elif field.type == field.TYPE_MESSAGE and not field.message_type.GetOptions().map_entry:
            for part in many:
                yield from texts(part, f"{name}.{field.name}")


def all_texts(node):
    proto = getattr(node, "proto", None)
    if proto is not None:
        yield from texts(proto, proto.DESCRIPTOR.name)
    for child in getattr(node, "children", {}).values():
        yield from all_texts(child)


def assert_harmless(page, *, shows=()):
    assert not page.exception
    found = list(all_texts(page._tree))
    for place, text in found:
        for raw in MARKDOWN:
            assert raw not in text, f"{raw} stands unescaped in {place}"
    everything = "\n".join(text for _, text in found)
    for raw in shows:
        assert formats.plain(raw) in everything, f"{raw} is not on the page"


SHOWS = {  # the pages that must have hostile names on them, or the test proves nothing
    "home": MARKDOWN[1:2],
    "data": MARKDOWN[:1],
}


@pytest.mark.parametrize("name", PAGES)
def test_no_name_of_the_data_is_read_as_markdown(lake, name):
    assert_harmless(opened(name), shows=SHOWS.get(name, ()))


@pytest.mark.parametrize("section", ["teams", "units", "areas", "feeds", "eligibility"])
def test_no_setting_is_read_as_markdown(lake, section):
    page = opened("settings")
    assert_harmless(page.selectbox(key="section").set_value(section).run())


def test_no_filter_of_a_link_is_read_as_markdown(lake):
    app = AppTest.from_file(APP, default_timeout=180)
    app.query_params["team"] = hostile_city.named("team", 0)
    page = app.run()
    assert_harmless(page, shows=[f"Showing: {hostile_city.named('team', 0)}"])


UPLOADS = {
    "calls": hostile_city.calls,
    "contacts": hostile_city.contacts,
    "refused": lambda: b"%PDF-1.7\n",
    "faults": lambda: month_of_calls(faults=True).replace(b"pending", MARKDOWN[1].encode()),
    "headers": lambda: (
        b'Call number,Received,"%s"\n1,2026-10-05 14:00,"%s"\n'
        % (MARKDOWN[0].encode(), MARKDOWN[0].encode())
    ),
    "questions": lambda: '"{}","{}"\n26-001,2026-10-05 14:00\n26-002,2026-10-06 14:00\n'.format(
        *MARKDOWN[:2]
    ).encode(),
}


@pytest.mark.parametrize("made", UPLOADS.values(), ids=UPLOADS)
def test_no_name_or_cell_of_an_upload_is_read_as_markdown(tmp_path, monkeypatch, made):
    monkeypatch.setenv("ARP_LAKE", str(tmp_path / "lake"))
    page = opened("upload")
    page.file_uploader[0].set_value([(hostile_city.FILE_NAME, made(), "text/csv")]).run()
    assert_harmless(page, shows=[formats.shortened(hostile_city.FILE_NAME)])
    for _ in range(4):
        asked = [radio for radio in page.radio if radio.value is None]
        if not asked:
            break
        asked[0].set_value(asked[0].options[0]).run()
        assert_harmless(page)
    saving = [button for button in page.button if button.label.startswith("Save")]
    if saving:
        saving[0].click().run()
        assert_harmless(page, shows=[formats.shortened(hostile_city.FILE_NAME)])
