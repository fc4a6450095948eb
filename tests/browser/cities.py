"""The three cities that every page is looked at with: nothing kept, made up, a real county."""

import shutil
from datetime import timedelta
from pathlib import Path

from tests.pages.conftest import AT, month_of_calls, save
from tests.real.conftest import FOLDER, LANE

CITIES = ("empty", "sample", "lane")
COUNTY = FOLDER / LANE


def are_there(city: str) -> bool:
    """Whether what the city is made of is here: the county's workbook is not part of the app."""
    return city != "lane" or COUNTY.exists()


def settle(city: str, folder: Path, sample: Path) -> None:
    """Make the folder of a server whose app shows the city.

    Args:
        city: one of CITIES; the empty one had a first upload, which was taken back.
        folder: the server's own, new.
        sample: a lake of the sample city, to be copied.
    """
    if city == "sample":
        shutil.copytree(sample, folder / "sample-lake")
    elif city == "lane":
        save(folder / "lake", COUNTY.name, COUNTY.read_bytes())
    else:
        _emptied(folder / "lake")


def _emptied(path: Path) -> None:
    from arp.lake.lake import Lake

    save(path, "October 2026.csv", month_of_calls(faults=False))
    lake = Lake(path)
    snapshot = lake.snapshot()
    assert snapshot is not None
    lake.undo(lake.history()[0].upload_id, who="a test", at=AT + timedelta(hours=1))
