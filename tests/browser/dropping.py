"""Files dropped on the Upload page, and the waits until it has said what it made of them.

A file is first on its way to the server, while the page still rests: that its script is idle says
nothing yet. Its title does: it is that of an empty page until every file is understood.
"""

import re
from contextlib import contextmanager

from tests.browser.conftest import idle

TOLD = re.compile(r"ready to save$|open$")  # the title while files are dropped


def understood(page):
    """Wait until the page has said of every dropped file what it holds, or what is asked."""
    page.get_by_role("heading", level=1, name=TOLD).wait_for()
    idle(page)


def drop(page, name, data):
    page.set_input_files(
        "input[type=file]", {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    understood(page)


@contextmanager
def answered(page):
    """Wait until the answer given meanwhile to the first question is taken: it is asked no more."""
    asked = page.get_by_role("radiogroup").first.get_attribute("aria-label")
    yield
    page.get_by_role("radiogroup", name=asked, exact=True).wait_for(state="detached")
    understood(page)


def answer_first(page):
    """Takes the first choice of each question that is asked."""
    while page.get_by_role("radiogroup").count():
        with answered(page):
            page.get_by_role("radiogroup").first.locator("label").first.click()
