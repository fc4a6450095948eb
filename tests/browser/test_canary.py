"""What a private cell says is never sent to a browser, not even to the one that uploads it."""

import re
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.browser.conftest import PATIENCE, idle, serving
from tests.browser.dropping import answer_first, drop
from tests.hostile import canary
from tests.hostile.canary import SECRET, UNREADABLE, everything_in, heard

pytestmark = pytest.mark.xdist_group("browser")
PAGES = ("Home", "Ready to expand?", "Functioning well", "System impact", "Response times")
PAGES += ("What happened", "Data we have", "Settings", "Definitions")


class Heard(NamedTuple):
    """What was sent to the browser that uploads, before and after it saves, and to another."""

    folder: Path
    dropped: list[bytes]
    saved: list[bytes]
    later: list[bytes]


class Wire:
    """Everything a browser was sent and has in its page."""

    def __init__(self, page):
        self.page, self.sent = page, []
        page.on("websocket", lambda socket: socket.on("framereceived", self._frame))

    def _frame(self, frame):
        self.sent.append(frame if isinstance(frame, bytes) else frame.encode())

    def everything(self):
        return [*self.sent, self.page.content().encode()]


@pytest.fixture(scope="module")
def heard_of(chromium, tmp_path_factory, small_sample_lake):
    """One month dropped, saved and looked at on every page: what two browsers were sent."""
    folder = tmp_path_factory.mktemp("canary")
    (folder / "tmp").mkdir()
    shutil.copytree(small_sample_lake, folder / "sample-lake")
    with pytest.MonkeyPatch.context() as patched:
        for place in ("HOME", "TMPDIR", "XDG_CACHE_HOME"):
            patched.setenv(place, str(folder / "tmp"))
        with serving(folder) as server:
            patched.undo()
            with listening(chromium) as wire:
                uploading = wire.page
                uploading.goto(f"{server.address}/upload")
                uploading.wait_for_selector("h1")
                idle(uploading)
                drop(uploading, "month.xlsx", canary.xlsx_file())
                answer_first(uploading)
                dropped = wire.everything()
                uploading.get_by_role("button", name=re.compile("^Save")).first.click()
                uploading.get_by_text("month.xlsx is saved").wait_for()
                idle(uploading)
                saved = wire.everything()
            with listening(chromium) as wire:
                wire.page.goto(server.address)
                wire.page.wait_for_selector("h1")
                for title in PAGES:
                    wire.page.get_by_test_id("stSidebarNavLink").filter(has_text=title).click()
                    wire.page.wait_for_timeout(300)
                    idle(wire.page)
                yield Heard(folder, dropped, saved, wire.everything())


@contextmanager
def listening(chromium):
    page = chromium.new_page(viewport={"width": 1440, "height": 3000})
    page.set_default_timeout(PATIENCE)
    try:
        yield Wire(page)
    finally:
        page.close()


def test_the_wire_is_heard_at_all(heard_of):
    assert heard(heard_of.dropped, UNREADABLE)  # shown to the one who can mend it
    assert heard(heard_of.later, "WELFARE CHECK")


def test_no_browser_is_sent_a_private_cell(heard_of):
    assert not heard([*heard_of.dropped, *heard_of.saved, *heard_of.later])


def test_nobody_else_is_sent_a_cell_at_fault(heard_of):
    assert not heard(heard_of.later, UNREADABLE)


def test_no_log_and_no_folder_of_the_server_holds_either(heard_of):
    kept = everything_in(heard_of.folder)
    assert any(name.endswith("server.log") for name in kept)
    for song in (SECRET, UNREADABLE):
        assert [name for name, text in kept.items() if heard([text], song)] == []
