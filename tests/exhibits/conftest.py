"""A look at three months of the sample city, and at nothing but one month of calls."""

from datetime import date

import pytest

from arp.exhibits.opened import look_at
from arp.lake.lake import Lake
from tests.pages import conftest as pages

small_sample_lake = pages.small_sample_lake  # a fixture of both folders


@pytest.fixture(scope="session")
def snapshot(small_sample_lake):
    return Lake(small_sample_lake).snapshot()


@pytest.fixture(scope="session")
def look(snapshot):
    """Everything that the department may see."""
    return look_at(snapshot, today=date(2026, 11, 22))


@pytest.fixture(scope="session")
def composed(look):
    """Every page of it."""
    from arp.exhibits.pages import PAGES, compose

    return {name: compose(name, look) for name in PAGES}
