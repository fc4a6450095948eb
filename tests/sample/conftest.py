import pytest

from arp.sample import City, city


@pytest.fixture(scope="session")
def two_months() -> City:
    """August before the expansion, September since; no clock change between them."""
    return city(months=2, end="2026-09")
