"""Where the real exports are; tests that need one say plainly when it is missing."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("ARP_REAL_DATA", ROOT.parent / "shared" / "data"))

LANE = "lane_county_or/MCSLC.xlsx"
SAN_FRANCISCO_2017 = "san_francisco_ca/Fire_Department_Calls_for_Service_2017-01.csv"
SAN_FRANCISCO_2020 = "san_francisco_ca/Fire_Department_Calls_for_Service_2020-04.csv"
VIRGINIA_BEACH = "virginia_beach_va/NA_VaBeach_EMS_2017_18.csv"
TAKOMA_CSV = "takoma_park_md/cad_data.csv"
TAKOMA_XLSX = "takoma_park_md/cad_data_excel.xlsx"


def real(name: str) -> Path:
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"the real export {name} is not there; set ARP_REAL_DATA to its folder")
    return path
