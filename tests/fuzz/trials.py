"""What becomes of one file that nobody made on purpose; run in a process that may be ended."""

from __future__ import annotations

import tempfile
import warnings
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.fuzz.mutations import spoiled
from tests.hostile.case import ANSWERS, ASKED, REFUSED, SAVED
from tests.hostile.walked import TODAY, stops_with_one_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from arp.intake.sheet import Sheet, Workbook
    from arp.words.findings import Finding

UNPLAIN = "refused without one plain sentence"
MISCOUNTED = "rows miscounted"
GIVEN = 10  # made-up inputs that one trial of Hypothesis gives at most
_NAMES = ("October.xlsx", "October.csv", "October", "..\\..\\x.xls", "a" * 300 + ".ods", "é<b>.txt")


def file_of(number: int) -> bytes:
    """The spoiled file of this number: always the same."""
    from tests.hostile.catalog import CASES

    dice = Random(number)
    good = [case for case in CASES if case.outcome != REFUSED and not case.heavy]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of two parts of one name
        return spoiled(dice.choice(good).make(), dice)


def spoiled_files(number: int) -> Counter[str]:
    """A spoiled file read in a child, understood, and saved where it can be."""
    from arp.intake.reading.reader import read
    from arp.words.findings import Refused

    try:
        workbook = read(Random(number).choice(_NAMES), file_of(number))
    except Refused as refusal:
        return Counter([_refusal(refusal.finding)])
    return Counter([_understood(workbook)])


def made_up_texts(number: int) -> Counter[str]:
    """Bytes that Hypothesis thinks of, at the gate and on through the reader of delimited text."""
    from hypothesis import strategies as st

    from arp.intake.reading import delimited, gate
    from arp.words.findings import Refused
    from tests.hostile import good

    heads = [b"", b"a,b\n", good.delimited(), b"\xff\xfe", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<"]
    words = [b",", b'"', b"\r\n", b"\n", b";", b"\x00", b"\xe9", b"sep=|\n", b"26-1", b"24:00"]
    written = st.lists(st.sampled_from(words) | st.binary(max_size=8), max_size=60).map(b"".join)
    counts: Counter[str] = Counter()

    def enters(data: bytes) -> None:
        try:
            kind = gate.admit(data)
            sheets, _ = delimited.sheets(data)
            counts[_understood(_workbook(kind, *sheets))] += 1
        except Refused as refusal:
            counts[_refusal(refusal.finding)] += 1

    _given(st.tuples(st.sampled_from(heads), written).map(b"".join), enters, number)
    return counts


def made_up_sheets(number: int) -> Counter[str]:
    """Sheets of cells that Hypothesis thinks of, recognized, checked and saved."""
    from hypothesis import strategies as st

    from tests.hostile import good
    from tests.intake.drawn import of_rows

    clock = st.sampled_from(["2026-10-05 14:05:11", "10/15/2026 2:05 PM", "14:05", "46300.5"])
    odd = st.sampled_from(["", "Total", "0", "-1", "yes", "NULL", "#REF!", "nan", "=1", "24:00"])
    identity = st.integers(0, 99).map(lambda n: f"26-{n:05d}")
    strange = st.none() | odd | clock | identity | st.text(max_size=12)
    usual = [identity, st.sampled_from(good.TYPES), st.sampled_from("1234"), clock, clock, clock]
    headers = [*good.HEADERS, "Unit", "Disposition", "Date", "Name", "Month", None]
    counts: Counter[str] = Counter()

    @st.composite
    def grids(draw: st.DrawFn) -> Workbook:
        order = draw(st.permutations(range(len(usual))))[: draw(st.integers(1, len(usual)))]
        spoiled_headers = draw(st.booleans())
        top = [
            draw(st.sampled_from(headers) | strange) if spoiled_headers else good.HEADERS[place]
            for place in order
        ]
        cells = [usual[place] | usual[place] | strange for place in order]
        above = draw(st.lists(st.lists(strange, min_size=1, max_size=9), max_size=3))
        under = draw(st.lists(st.tuples(*cells).map(list), max_size=20))
        name = draw(st.text(min_size=1, max_size=9))
        return _workbook("xlsx", of_rows([*above, top, *under], name))

    def goes(workbook: Workbook) -> None:
        counts[_understood(workbook)] += 1

    _given(grids(), goes, number)
    return counts


def _workbook(kind: str, *sheets: Sheet) -> Workbook:
    from arp.intake.sheet import Workbook

    return Workbook(file_name="made up", sha256="0" * 64, format=kind, size=1, sheets=sheets)


def _given(made: SearchStrategy, try_it: Callable, number: int) -> None:
    from hypothesis import HealthCheck, given, seed, settings

    how = settings(
        max_examples=GIVEN, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    seed(number)(how(given(made)(try_it)))()


def _understood(workbook: Workbook) -> str:
    from arp.intake.road import understand
    from arp.lake.lake import Lake

    with tempfile.TemporaryDirectory() as folder:
        lake = Lake(Path(folder) / "lake")
        understood = understand(workbook, lake=lake, answers=ANSWERS, today=TODAY)
        if understood.refused:
            return _refusal(understood.refused)
        if understood.change is None:
            return ASKED
        at = datetime(2026, 11, 22, tzinfo=UTC)
        receipt = lake.commit(understood.change, who="fuzz", at=at)
    adds_up = all(
        tally.rows_read
        == tally.new + tally.replaced + tally.unchanged + tally.merged + tally.set_aside
        for tally in receipt.tallies.values()
    )
    return SAVED if adds_up else MISCOUNTED


def _refusal(reason: Finding) -> str:
    return REFUSED if stops_with_one_sentence(reason) else f"{UNPLAIN}: {reason.kind.key}"
