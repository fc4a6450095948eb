"""One server on a lake of its own, one Chromium; a page opened, driven and awaited."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.pages import conftest as pages

small_sample_lake = pages.small_sample_lake  # a fixture of both folders

PROJECT = Path(__file__).parents[2]
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
PATIENCE = 180_000  # milliseconds: a first start builds the sample city, beside other tests


class Server:
    """The app as it is shipped, on a free port and a temporary lake."""

    def __init__(self, folder: Path) -> None:
        self.lake = folder / "lake"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = (folder / "server.log").open("w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py"]
            + [f"--server.port={self.port}", "--server.headless=true"],
            cwd=PROJECT,
            env=os.environ | {"ARP_LAKE": str(self.lake)},
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def serves(self) -> bool:
        """Whether the health address answers within two seconds."""
        try:
            with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2) as answer:
                return answer.read() == b"ok"
        except OSError:
            return False

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)
        self.log.close()


@contextmanager
def serving(folder: Path):
    server = Server(folder)
    try:
        for _ in range(120):
            if server.serves():
                break
            time.sleep(0.25)
        assert server.serves(), "the app did not start"
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("Chromium is not installed here: `apt-get install chromium` adds it.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield browser
        browser.close()


@contextmanager
def serving_a_copy(sample_lake: Path, folder: Path):
    """The app on a sample city of its own: what is saved there is nobody else's."""
    shutil.copytree(sample_lake, folder / "sample-lake")
    with serving(folder) as server:
        yield server


@pytest.fixture(scope="session")
def sample_server(tmp_path_factory, small_sample_lake):
    """The app of a city that has uploaded nothing: it shows a small sample city."""
    with serving_a_copy(small_sample_lake, tmp_path_factory.mktemp("sample")) as server:
        yield server


@pytest.fixture(scope="session")
def own_server(tmp_path_factory, small_sample_lake):
    """The app of a city about to make its first upload."""
    with serving_a_copy(small_sample_lake, tmp_path_factory.mktemp("own")) as server:
        yield server


def idle(page) -> None:
    """Wait until the page's script has run and its charts stand."""
    page.wait_for_selector(IDLE, timeout=PATIENCE)
    page.wait_for_timeout(150)
    page.wait_for_selector(IDLE, timeout=PATIENCE)


# A chart is drawn after the script has run, and takes its width a moment after that.
DRAWN = """() => document.fonts.status === 'loaded'
  && !document.querySelector('[data-testid=stSkeleton]')
  && [...document.querySelectorAll('[data-testid=stVegaLiteChart]')].every(chart => {
    const mark = chart.querySelector('canvas, svg');
    return mark && mark.getBoundingClientRect().width > 0.5 * chart.clientWidth;
  })"""


def drawn(page) -> None:
    """Wait until every chart of the page stands as well, at the width that it keeps."""
    idle(page)
    page.wait_for_function(DRAWN, timeout=PATIENCE)
    page.wait_for_timeout(300)


@contextmanager
def opened(chromium, address, *, width=1440, height=1000, scheme="light", wait_for="h1"):
    page = chromium.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.set_default_timeout(PATIENCE)
    try:
        page.goto(address)
        page.wait_for_selector(wait_for)
        idle(page)
        yield page
    finally:
        page.close()
