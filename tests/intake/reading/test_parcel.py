"""What crosses from the reading child arrives as it left."""

from __future__ import annotations

import io

import pyarrow as pa
import pytest

from arp.intake.reading import parcel
from arp.intake.sheet import Sheet
from arp.words.catalog import CATALOG
from arp.words.findings import Finding, Refused


def test_sheets_and_findings_arrive_as_they_left() -> None:
    sheets = (
        Sheet(
            name="Anrufe – été",
            cells=pa.table({"0": ["0025000", None], "1": ["\U0001f600", "x"]}),
            first_row=5,
            first_column=3,
            hidden=True,
            hidden_rows=2,
            hidden_columns=(1,),
            error_cells=((6, 0, "#REF!"),),
            uncached_formulas=1,
            typed_dates=(0,),
        ),
        Sheet(name="Notes", cells=pa.table({"0": ["prose"]})),
    )
    findings = (Finding(CATALOG["hidden_rows"], sheet="Anrufe – été", n=2),)
    out = io.BytesIO()

    parcel.pack(out, "xlsx", sheets, findings)

    assert parcel.unpack(out.getvalue()) == ("xlsx", sheets, findings)


def test_a_refusal_arrives_as_a_refusal() -> None:
    finding = Finding(CATALOG["far_cell"], sheet="Calls", row=1_048_576, column="XFD")
    out = io.BytesIO()
    parcel.pack_refusal(out, finding)

    with pytest.raises(Refused) as refused:
        parcel.unpack(out.getvalue())

    assert refused.value.finding == finding


def test_half_a_parcel_is_no_parcel() -> None:
    out = io.BytesIO()
    parcel.pack(out, "csv", [Sheet(name="x", cells=pa.table({"0": ["a"]}))], [])

    with pytest.raises((ValueError, pa.ArrowException)):
        parcel.unpack(out.getvalue()[:40])
