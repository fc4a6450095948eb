"""Every hostile file dropped on a running server: it answers, and other sessions go on."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from arp.words.catalog import CATALOG
from tests.browser.conftest import IDLE, Server, opened, serving
from tests.browser.dropping import understood
from tests.hostile.case import REFUSED, Case
from tests.hostile.catalog import CASES
from tests.hostile.walked import is_one_plain_sentence

pytestmark = pytest.mark.xdist_group("browser")

AT_ONCE = 8  # files dropped together
PATIENCE = 240_000  # milliseconds for the slowest lot, on a busy machine
SAMPLED = (
    *("00 good.xlsx", "xss values.xlsx", "formula injection.xlsx", "far row colA filled.xlsx"),
    *("<img src=x onerror=alert(1)>.xlsx", "name ..%2f..%2fetc.xlsx", "macro.xlsm"),
    *("long text 32767.xlsx", "emoji rtl.xlsx", "control chars.csv"),
)
HOSTILE = [case for case in CASES if case.outcome == REFUSED and not case.heavy]
KIND = [case for case in CASES if case.name in SAMPLED]


class Pulse:
    """The server's health, felt all the time; `slowest` is the longest wait for an answer."""

    def __init__(self, server: Server) -> None:
        self.slowest, self.failed, self.felt = 0.0, 0, 0
        self._server, self._done = server, Event()
        self._hand = Thread(target=self._feel, daemon=True)

    def _feel(self) -> None:
        while not self._done.wait(0.1):
            began = time.monotonic()
            self.failed += not self._server.serves()
            self.slowest = max(self.slowest, time.monotonic() - began)
            self.felt += 1

    @contextmanager
    def felt_throughout(self) -> Iterator[None]:
        self._hand.start()
        try:
            yield
        finally:
            self._done.set()
            self._hand.join()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An app of a city that has uploaded nothing and sees no sample."""
    with serving(tmp_path_factory.mktemp("hostile")) as running:
        yield running


def drop(page: Any, folder: Path, cases: Sequence[Case]) -> None:
    """Every file of the lot at once, and the wait until the page has said what it made of them."""
    paths = [folder / case.name for case in cases]
    for path, case in zip(paths, cases, strict=True):
        path.write_bytes(case.make())
    page.set_input_files("input[type=file]", paths, timeout=PATIENCE)
    page.get_by_role("heading", level=3).nth(len(cases) - 1).wait_for(timeout=PATIENCE)
    understood(page)


def click_on(page: Any, title: str) -> None:
    page.get_by_test_id("stSidebarNavLink").filter(has_text=title).click()
    page.get_by_role("heading", level=1).first.wait_for()
    page.wait_for_selector(IDLE)


def lots(cases: Sequence[Case]) -> Iterator[list[Case]]:
    for start in range(0, len(cases), AT_ONCE):
        yield list(cases[start : start + AT_ONCE])


def refusals(page: Any) -> list[str]:
    alerts = page.get_by_test_id("stAlert").filter(has_text="Nothing was saved.")
    return [text.strip() for text in alerts.all_inner_texts()]


def test_a_server_outlives_every_hostile_file_and_says_one_sentence_of_each(
    chromium: Any, server: Server, tmp_path: Path
) -> None:
    pulse, upload = Pulse(server), f"{server.address}/upload"
    with opened(chromium, server.address) as other, pulse.felt_throughout():
        stamp = other.evaluate("window.stamp = Math.random()")
        for lot in lots(HOSTILE):
            with opened(chromium, upload) as page:
                drop(page, tmp_path, lot)
                expect_refusals(page, lot)
            click_on(other, "Definitions")
            click_on(other, "Data")
        assert other.evaluate("window.stamp") == stamp  # never loaded anew, never logged out
    assert (pulse.failed, pulse.felt > 10) == (0, True)
    assert pulse.slowest < 2, f"{pulse.slowest:.1f} s for the health address"
    assert not server.lake.exists()
    assert "Traceback" not in Path(server.log.name).read_text()


def expect_refusals(page: Any, lot: Sequence[Case]) -> None:
    said = refusals(page)
    assert len(said) == len(lot), said
    remedies = [CATALOG[case.says[0]].remedy for case in lot]
    for remedy in remedies:
        [sentence, *_] = [text for text in said if remedy in text]
        said.remove(sentence)
        reason = sentence.partition(remedy)[0].removeprefix("block").strip()
        assert is_one_plain_sentence(reason), sentence
    assert "Traceback" not in page.inner_text("body")


def test_what_is_strange_but_good_is_shown_as_text_and_runs_nowhere(
    chromium: Any, server: Server, tmp_path: Path
) -> None:
    alarms: list[str] = []
    with opened(chromium, f"{server.address}/upload") as page:
        page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
        drop(page, tmp_path, KIND)
        assert page.get_by_role("heading", level=3).count() == len(KIND) == len(SAMPLED)
        assert refusals(page) == []
        assert page.locator("img[src=x]").count() == 0
        assert page.locator('a[href^="javascript"]').count() == 0
        assert server.serves()
    assert alarms == []
