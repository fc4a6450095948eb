"""Server CPU of a warm rerun of each page, beside a bare script that draws the same charts.

Both are served by Streamlit, opened in Chromium, and rerun by its own key; the processor time is
the server process's own, as the operating system counts it.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tests.browser.conftest import CHROMIUM, IDLE, serving

PROJECT = Path(__file__).parents[1]
RERUNS = 9
BARE = """
    import json
    from pathlib import Path

    import streamlit as st

    st.set_page_config(layout="wide")

    @st.cache_data
    def charts():
        return json.loads(Path({path!r}).read_text())

    for spec in charts():
        st.vega_lite_chart(spec)
"""


def charts_of(page: Path) -> list[dict]:
    """The Vega-Lite charts that a page draws, with their data in them."""
    from streamlit.testing.v1 import AppTest

    app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=120)
    if page.stem != "home":
        app.switch_page(str(page))
    return [_whole(element.proto) for element in app.run().get("vega_lite_chart")]


def _whole(drawn) -> dict:
    import pyarrow as pa

    def rows(arrow: bytes) -> list[dict]:
        found = pa.ipc.open_stream(arrow).read_all().to_pylist()
        return json.loads(json.dumps(found, default=str))

    spec = json.loads(drawn.spec)
    if drawn.data.data:
        spec["data"] = {"values": rows(drawn.data.data)}
    if drawn.datasets:
        spec["datasets"] = {named.name: rows(named.data.data) for named in drawn.datasets}
    return spec


def cpu_seconds(process: int) -> float:
    """Processor time of a process so far, its threads included."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def warm_rerun(browser, address: str, process: int) -> float:
    """Median processor seconds of one rerun, after three that are not counted."""
    tab = browser.new_page(viewport={"width": 1440, "height": 2400})
    tab.goto(address)
    tab.wait_for_selector(IDLE, timeout=180_000)
    spent = []
    for _ in range(RERUNS + 3):
        time.sleep(0.3)
        before = cpu_seconds(process)
        tab.locator("[data-testid=stApp]").first.press("r")
        time.sleep(0.5)
        tab.wait_for_selector(IDLE, timeout=60_000)
        spent.append(cpu_seconds(process) - before)
    tab.close()
    return statistics.median(spent[3:])


@contextmanager
def bare_server(folder: Path, text: str) -> Iterator[tuple[str, int]]:
    """The address and the process of a Streamlit app that is this one script."""
    script = folder / "bare.py"
    script.write_text(text)
    port = "8599"
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script, "--server.headless=true"]
        + [f"--server.port={port}", "--browser.gatherUsageStats=false"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            if _serves(address):
                break
            time.sleep(0.25)
        yield address, server.pid
    finally:
        server.terminate()
        server.wait(10)


def _serves(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def bare_rerun(browser, folder: Path, charts: list[dict]) -> float:
    """The same for a script that does nothing but draw the charts."""
    stored = folder / "charts.json"
    stored.write_text(json.dumps(charts))
    script = textwrap.dedent(BARE.format(path=str(stored)))
    with bare_server(folder, script) as (address, process):
        return warm_rerun(browser, address, process)


def main() -> None:
    print("\nServer processor time of one warm rerun, in milliseconds")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or not Path("/proc/self/stat").exists():
        print("  left out: it needs Chromium and a Linux /proc")
        return
    from playwright.sync_api import sync_playwright

    from arp.lake.lake import Lake
    from arp.sample import build_lake

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        os.environ["ARP_LAKE"] = str(folder / "lake")
        build_lake(Lake(folder / "sample-lake"), at=datetime.now(UTC))
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        with serving(folder) as server:
            for page in sorted(PROJECT.glob("pages/[!_]*.py")):
                charts = charts_of(page)
                path = "" if page.stem == "home" else page.stem
                ours = warm_rerun(browser, f"{server.address}/{path}", server.process.pid)
                bare = bare_rerun(browser, folder, charts)
                ratio = f"ratio {ours / bare:5.2f}" if bare else "too little to compare"
                print(
                    f"  {page.stem:<16}{len(charts):>3} charts  ours {ours * 1000:6.0f}"
                    f"  bare {bare * 1000:6.0f}  {ratio}",
                    flush=True,
                )
        browser.close()
