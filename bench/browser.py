"""What a person waits for in the browser, beside a bare Streamlit app that draws one such chart.

The sample city, on a server that has shown every page once. Times are the browser's own: from the
click, or from the moment the address is given, to the moment the words or the chart stand.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench.pages import bare_server, charts_of
from tests.browser.conftest import CHROMIUM, drawn, serving

PROJECT = Path(__file__).parents[1]
TIMES = 10
PAGE, OTHER = "response_times", "contacts"  # one page, and the page that it is changed to
SLIDES = 20
GOALS = {"first paint": 2.0, "first chart": 3.0, "page change": 0.5, "deck": 10.0}  # seconds
AT_MOST = 1.5  # times the bare app
BARE = """
    import json
    from pathlib import Path

    import streamlit as st

    st.set_page_config(layout="wide")

    @st.cache_data
    def chart():
        return json.loads(Path({path!r}).read_text())

    def first():
        st.title("One chart")
        st.vega_lite_chart(chart())

    def second():
        st.title("The same chart")
        st.vega_lite_chart(chart())

    pages = [st.Page(first, title="First"), st.Page(second, title="Second", url_path="second")]
    st.navigation(pages).run()
"""
# When the first heading and the first drawn chart stood, in milliseconds since `since`.
WATCH = """() => {
  window.watch = (since, before) => {
    window.seen = {};
    const look = () => {
      const words = document.querySelector('[data-testid=stMain] h1')?.textContent;
      if (!seen.words && words && words !== before) seen.words = performance.now() - since;
      const chart = document.querySelector('[data-testid=stVegaLiteChart] svg .mark-text, '
        + '[data-testid=stVegaLiteChart] svg path');
      if (seen.words && !seen.chart && chart?.getBoundingClientRect().width)
        seen.chart = performance.now() - since;
      if (!seen.chart) requestAnimationFrame(look);
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


def first_load(context, address: str) -> tuple[float, float]:
    """Seconds to the first words and to the first chart of a page, opened in a new tab."""
    tab = context.new_page()
    tab.add_init_script(f"({WATCH})()")
    tab.goto(address)
    found = _seen(tab)
    tab.close()
    return found


def page_changes(context, address: str, there: str, back: str) -> Iterator[float]:
    """Seconds to the words of the next page, there and back again."""
    tab = context.new_page()
    tab.goto(address)
    tab.wait_for_selector("h1", timeout=120_000)
    tab.evaluate(WATCH)
    for turn in range(TIMES):
        drawn(tab)
        tab.evaluate(TURN, back if turn % 2 else there)
        tab.wait_for_function("window.seen.words", timeout=120_000)
        yield tab.evaluate("window.seen.words") / 1000
    tab.close()


def _seen(tab) -> tuple[float, float]:
    tab.wait_for_function("window.seen && window.seen.chart", timeout=120_000)
    seen = tab.evaluate("window.seen")
    return seen["words"] / 1000, seen["chart"] / 1000


def measured(browser, address: str, pages: tuple[str, str]) -> dict[str, float]:
    """Median seconds of each wait, after one load of each page that is not counted."""
    # A browser that has been here before keeps what it fetched.
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    for page in (*pages, pages[0]):
        first_load(context, f"{address}/{page}")
    loads = [first_load(context, f"{address}/{pages[0]}") for _ in range(TIMES)]
    changes = list(page_changes(context, f"{address}/{pages[0]}", pages[1], pages[0]))
    context.close()
    return {
        "first paint": statistics.median(words for words, _ in loads),
        "first chart": statistics.median(chart for _, chart in loads),
        "page change": statistics.median(changes),
    }


@contextmanager
def bare(folder: Path, chart: dict) -> Iterator[str]:
    """The address of an app that does nothing but draw the chart, on each of two pages."""
    stored = folder / "chart.json"
    stored.write_text(json.dumps(chart))
    with bare_server(folder, textwrap.dedent(BARE.format(path=str(stored)))) as (address, _):
        yield address


def show(name: str, seconds: float, beside: float | None = None) -> None:
    """One line: the seconds, the goal, and how many times the bare app's they are."""
    goal = GOALS[name]
    line = f"  {name:<24}{seconds:6.2f} s  goal {goal:4.1f} s  {_met(seconds <= goal)}"
    if beside is not None:
        ratio = seconds / beside
        line += (
            f"  bare {beside:6.2f} s  ratio {ratio:5.2f}  goal {AT_MOST}  {_met(ratio <= AT_MOST)}"
        )
    print(line, flush=True)


def _met(met: bool) -> str:
    return "met    " if met else "not met"


def timed(work: Callable[[], object]) -> float:
    """Median seconds of the work in this process, after one run that is not counted."""
    work()
    spent = []
    for _ in range(3):
        began = time.perf_counter()
        work()
        spent.append(time.perf_counter() - began)
    return statistics.median(spent)


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
        build_lake(Lake(folder / "sample-lake"), at=datetime.now(UTC))
        chart = charts_of(PROJECT / "pages" / f"{PAGE}.py")[0]
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        with serving(folder) as server:
            ours = measured(browser, server.address, (PAGE, OTHER))
        with bare(folder, chart) as address:
            beside = measured(browser, address, ("", "second"))
        browser.close()
        for name, seconds in ours.items():
            show(name, seconds, beside[name])
