"""The fuzzer itself: what hangs or crashes is counted, told and fails the run."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

import pytest

from tests.fuzz import __main__ as fuzz
from tests.fuzz.mutations import ANYWHERE, WRITTEN, ZIPPED, Spoil, spoiled
from tests.hostile import good


def goes_well(number: int) -> Counter[str]:
    return Counter(["saved", "refused"])


def raises(number: int) -> Counter[str]:
    raise KeyError(number)


def ends_its_process(number: int) -> Counter[str]:
    os._exit(number)


def never_ends(number: int) -> Counter[str]:
    time.sleep(600)
    return Counter()


@pytest.fixture
def hand() -> Iterator[fuzz.Hand]:
    hand = fuzz.Hand()
    yield hand
    hand.close()


@pytest.mark.parametrize(
    ("trial", "outcome"),
    [(raises, fuzz.CRASHED), (ends_its_process, fuzz.CRASHED), (never_ends, fuzz.HUNG)],
)
def test_what_goes_wrong_is_told_with_its_number_and_the_next_trial_goes_on(
    trial: Callable[[int], Counter[str]],
    outcome: str,
    hand: fuzz.Hand,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert hand.tries(goes_well, 1) == {"saved": 1, "refused": 1}
    if trial is never_ends:
        monkeypatch.setattr(fuzz, "HUNG_AFTER", 1.0)

    assert hand.tries(trial, 7) == {outcome: 1}
    monkeypatch.undo()

    assert f"{outcome}: {trial.__name__}(7)" in capsys.readouterr().err
    assert hand.tries(goes_well, 8) == {"saved": 1, "refused": 1}


@pytest.mark.parametrize(("trial", "status"), [(goes_well, 0), (raises, 1)])
def test_a_run_prints_its_counts_and_fails_when_something_crashed(
    trial: Callable[[int], Counter[str]],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(fuzz, "TRIALS", (trial,))
    monkeypatch.setenv("FUZZ_SECONDS", "2")
    monkeypatch.setenv("FUZZ_SEED", "5")

    assert fuzz.main() == status

    said = capsys.readouterr().out
    assert "FUZZ_SEED=5, 2 seconds" in said
    for counted in ("files tried", "saved", "refused in one sentence", "hung", "crashed"):
        assert counted in said


@pytest.mark.parametrize("spoil", [*ANYWHERE, *WRITTEN], ids=lambda spoil: spoil.__name__)
def test_text_is_spoiled_the_same_way_by_the_same_dice(spoil: Spoil) -> None:
    made = good.delimited()

    by_number = [spoil(made, Random(number)) for number in range(20)]

    assert by_number == [spoil(made, Random(number)) for number in range(20)]
    assert len(set(by_number) - {made}) > 5
    spoil(b"", Random(1))


@pytest.mark.parametrize("spoil", sorted(set(ZIPPED), key=str), ids=lambda spoil: spoil.__name__)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_parts_of_a_workbook_are_spoiled_and_packed_again(spoil: Spoil) -> None:
    made = good.raw()

    spoiled_ones = {spoil(made, Random(number)) for number in range(20)}

    assert len(spoiled_ones - {made}) > 15
    assert all(one.startswith(b"PK") for one in spoiled_ones)


def test_a_file_goes_through_mishaps_of_every_kind() -> None:
    workbook, text = good.raw(), good.delimited()

    for number in range(200):
        spoiled(workbook if number % 2 else text, Random(number))
