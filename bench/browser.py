"""What a person waits for in the browser, beside a bare Streamlit app that draws one such chart.

The sample city, on a server that has shown both pages once, in a browser that has been there. Both
apps are timed by the same script in the page: from the moment the address is given, or from the
click in the navigation, to the moment the heading or the first chart stands. The bare app draws
the first chart of each of the two pages and a heading, and nothing else. No page is the one that
opens by default: the address of any other costs Streamlit a question more.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import tempfile
import textwrap
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from bench.pages import bare_server, charts_of
from tests.browser.conftest import CHROMIUM, drawn, idle, serving

PROJECT = Path(__file__).parents[1]
TIMES = 10
PAGE, OTHER = "response_times", "contacts"  # one page, and the page that it is changed to
SLIDES, REVIEW = 20, "Many charts"
PAINT, WORDS, CHART, LAST = "first paint", "first words", "first chart", "last chart"
CHANGE, LAST_CHANGE = "page change", "  its last chart"
DECK, FIRST_DECK = f"deck of {SLIDES} charts", "  its first time"
GOALS = {PAINT: 2.0, WORDS: 2.0, CHART: 3.0, CHANGE: 0.5, DECK: 10.0, FIRST_DECK: 10.0}  # seconds
AT_MOST = 1.5  # times the bare app
BARE = """
    import json
    from pathlib import Path

    import streamlit as st

    st.set_page_config(layout="wide")

    @st.cache_data
    def chart(at):
        return json.loads(Path({path!r}).read_text())[at]

    def home():
        st.title("No chart")

    def first():
        st.title("One chart")
        st.vega_lite_chart(chart(0))

    def second():
        st.title("Another chart")
        st.vega_lite_chart(chart(1))

    st.navigation([st.Page(home, default=True), st.Page(first), st.Page(second)]).run()
"""
# When the page's heading, its first chart and its last so far stood, in milliseconds since `since`.
# A chart that was drawn before belongs to the page that is left.
WATCH = """() => {
  window.watch = (since, before) => {
    const seen = window.seen = {};
    const old = new Set(document.querySelectorAll('svg.marks'));
    let stood = 0;
    const look = () => {
      const words = document.querySelector('[data-testid=stMain] h1')?.textContent;
      if (!seen.words && words && words !== before) seen.words = performance.now() - since;
      const charts = [...document.querySelectorAll('[data-testid=stVegaLiteChart] svg.marks')]
        .filter(svg => !old.has(svg) && svg.querySelector('path')
          && svg.getBoundingClientRect().width > 1).length;
      if (seen.words && charts > stood) {
        stood = charts;
        seen.last = performance.now() - since;
        seen.chart ??= seen.last;
      }
      if (window.seen === seen) requestAnimationFrame(look);
    };
    look();
  };
  watch(0, null);
}"""
TURN = """link => {
  const before = document.querySelector('[data-testid=stMain] h1').textContent;
  watch(performance.now(), before);
  document.querySelector(`[data-testid=stSidebarNavLink][href$="${link}"]`).click();
}"""
Seconds = tuple[float, ...]
OF_LOAD, OF_CHANGE = (PAINT, WORDS, CHART, LAST), (CHANGE, LAST_CHANGE)
STANDS = "window.seen && window.seen.chart"
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


def first_load(context, address: str) -> Seconds:
    """Seconds to what the browser calls its first paint, to the heading, first and last chart."""
    tab = context.new_page()
    tab.add_init_script(f"({WATCH})()")
    tab.goto(address)
    tab.wait_for_function(STANDS, timeout=120_000)
    drawn(tab)
    seen, painted = tab.evaluate("window.seen"), tab.evaluate(PAINTED)
    tab.close()
    return tuple(at / 1000 for at in (painted, seen["words"], seen["chart"], seen["last"]))


def page_changes(context, address: str, there: str, back: str) -> Iterator[Seconds]:
    """Seconds to the heading and the first, and to the last chart of the next page, by turns."""
    tab = context.new_page()
    tab.goto(address)
    tab.wait_for_selector("h1", timeout=120_000)
    tab.evaluate(WATCH)
    for turn in range(TIMES + 2):
        drawn(tab)
        tab.evaluate(TURN, back if turn % 2 else there)
        tab.wait_for_function(STANDS, timeout=120_000)
        drawn(tab)
        if turn >= 2:  # one of each that is not counted
            seen = tab.evaluate("window.seen")
            yield seen["chart"] / 1000, seen["last"] / 1000
    tab.close()


def measured(browser, sites: Sequence[tuple[str, tuple[str, str]]]) -> list[dict[str, float]]:
    """Median seconds of each wait of each app, after loads of each page that are not counted.

    The apps take turns, each as often after the other, so that whatever else the machine does
    slows both.

    Args:
        browser: Chromium.
        sites: the address of each app and its two pages.
    """
    # A browser that has been here before keeps what it fetched.
    contexts = [browser.new_context(viewport={"width": 1440, "height": 1000}) for _ in sites]
    both = list(zip(contexts, sites, strict=True))
    for context, (address, pages) in both:
        for page in (*pages, pages[0]):
            first_load(context, f"{address}/{page}")
    loads: list[list[Seconds]] = [[] for _ in both]
    for turn in range(TIMES):
        for at in sorted(range(len(both)), reverse=turn % 2 == 1):
            context, (address, pages) = both[at]
            loads[at].append(first_load(context, f"{address}/{pages[0]}"))
    turns = [
        page_changes(context, f"{address}/{pages[0]}", f"/{pages[1]}", f"/{pages[0]}")
        for context, (address, pages) in both
    ]
    changes = zip(*zip(*turns, strict=True), strict=True)
    medians = [
        _medians(OF_LOAD, of_load) | _medians(OF_CHANGE, of_change)
        for of_load, of_change in zip(loads, changes, strict=True)
    ]
    for context in contexts:
        context.close()
    return medians


def _medians(names: Sequence[str], times: Sequence[Seconds]) -> dict[str, float]:
    each = (statistics.median(of_name) for of_name in zip(*times, strict=True))
    return dict(zip(names, each, strict=True))


@contextmanager
def bare(folder: Path, charts: list[dict]) -> Iterator[str]:
    """The address of an app that does nothing but draw a chart on each of two pages."""
    stored = folder / "charts.json"
    stored.write_text(json.dumps(charts))
    with bare_server(folder, textwrap.dedent(BARE.format(path=str(stored)))) as (address, _):
        yield address


def add_review(lake) -> None:
    """A review of many charts, of every page, kept in the lake."""
    from arp.exhibits.opened import look_at
    from arp.exhibits.pages import PAGES, compose
    from arp.intake.reviews import changed
    from arp.review.deck import Chosen, Deck

    snapshot = lake.snapshot()
    look = look_at(snapshot)
    charts = [
        Chosen(page=name, exhibit=one.key, question=one.question)
        for name in PAGES
        for one in compose(name, look).exhibits
        if one.drawing is not None and one.told
    ]
    deck = Deck(
        name=REVIEW,
        held_on=look.today,
        of_snapshot=snapshot.number,
        frozen_on=look.today,
        screens=tuple(charts[:: len(charts) // SLIDES][:SLIDES]),  # of every page
    )
    lake.commit(
        changed(deck.name, who="bench", reviews=[deck.value]), who="bench", at=datetime.now(UTC)
    )


def export_seconds(browser, address: str) -> tuple[float, float]:
    """Seconds from the press to a review's PowerPoint file: the first time, and after it."""
    tab = browser.new_page(viewport={"width": 1440, "height": 1000})
    tab.goto(f"{address}/review?review={quote(REVIEW)}")
    tab.get_by_role("button", name="Hand out").click(timeout=120_000)
    button = tab.get_by_role("button", name="PowerPoint")
    spent = []
    for _ in range(TIMES + 1):
        button.wait_for()
        idle(tab)
        began = time.perf_counter()
        with tab.expect_download(timeout=120_000) as download:
            button.click()
        download.value.path()
        spent.append(time.perf_counter() - began)
    tab.close()
    return spent[0], statistics.median(spent[1:])


def show(name: str, seconds: float, beside: float | None = None) -> None:
    """One line: the seconds, the goal, and how many times the bare app's they are."""
    line = f"  {name:<22}{seconds:6.2f} s"
    if name not in GOALS:
        print(line, flush=True)
        return
    goal = GOALS[name]
    line += f"  goal {goal:4.1f} s  {_met(seconds <= goal)}"
    if beside is not None:
        ratio = seconds / beside
        line += (
            f"  bare {beside:6.2f} s  ratio {ratio:5.2f}  goal {AT_MOST}  {_met(ratio <= AT_MOST)}"
        )
    print(line, flush=True)


def _met(met: bool) -> str:
    return "met    " if met else "not met"


def main() -> None:
    print(f"\nWaits in the browser on the sample city, medians of {TIMES}")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("  left out: it needs Chromium")
        return
    from playwright.sync_api import sync_playwright

    from arp.lake.lake import Lake
    from arp.sample import build_lake

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        os.environ["ARP_LAKE"] = str(folder / "lake")
        lake = Lake(folder / "sample-lake")
        build_lake(lake, at=datetime.now(UTC))
        add_review(lake)
        charts = [charts_of(PROJECT / "pages" / f"{page}.py")[0] for page in (PAGE, OTHER)]
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        with serving(folder) as server, bare(folder, charts) as address:
            sites = ((server.address, (PAGE, OTHER)), (address, ("first", "second")))
            ours, beside = measured(browser, sites)
            first, again = export_seconds(browser, server.address)
        browser.close()
        for name, seconds in ours.items():
            show(name, seconds, beside[name])
        show(DECK, again)
        show(FIRST_DECK, first)
        print(f"  {_load()}")


def _load() -> str:
    """How busy the machine was meanwhile, where it can be told."""
    if not hasattr(os, "getloadavg"):
        return ""
    return f"{os.cpu_count()} processors, {os.getloadavg()[1]:.1f} waiting for one on average"
