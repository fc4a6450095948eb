"""The core figures are declared, and shown on pages that there are."""

from arp.exhibits.core import CORE
from arp.measures.registry import INDICATORS
from tests.pages.conftest import PAGES


def test_core_figures_are_declared_and_their_pages_are_there():
    assert set(CORE) <= set(INDICATORS)
    assert set(CORE.values()) <= set(PAGES)
