"""The sample city's lake: its rows, and a history as monthly uploads leave it."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest

from arp.lake.lake import Lake
from arp.sample import build_lake
from arp.sample.build import last_month_before

AT = datetime(2026, 10, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    lake = Lake(tmp_path_factory.mktemp("sample") / "lake")
    steps = []
    made = build_lake(lake, at=AT, months=4, progress=lambda *step: steps.append(step))
    return lake, made, steps


def test_the_last_month_is_the_last_that_is_over():
    assert last_month_before(datetime(2026, 11, 22, tzinfo=UTC)) == "2026-10"
    assert last_month_before(datetime(2027, 1, 1, tzinfo=UTC)) == "2026-12"


def test_the_lake_is_a_sample_and_holds_every_row_of_the_city(built):
    lake, made, _ = built
    snapshot = lake.snapshot()
    assert lake.is_sample
    for name, rows in made.tables.items():
        assert snapshot.read(name, ["row_key"]).num_rows == rows.num_rows
    assert lake.doctor() == []


def test_the_last_two_months_came_as_uploads_of_their_own(built):
    lake, made, _ = built
    uploads = [row for row in lake.history() if row.kind == "upload"]
    assert len(uploads) >= 6
    assert {row.file_name[-12:-5] for row in uploads} == set(made.months[-2:])
    assert all(row.at <= AT for row in lake.history())
    assert [row.at for row in lake.history()] == sorted(
        (row.at for row in lake.history()), reverse=True
    )


def test_an_upload_of_the_sample_can_be_taken_back(built, tmp_path):
    lake = Lake(tmp_path / "lake")
    build_lake(lake, at=AT, months=2)
    before = lake.snapshot().read("calls", ["row_key"]).num_rows
    newest = next(row for row in lake.history() if "CAD" in row.file_name)
    lake.undo(newest.upload_id, who="tester", at=AT)
    assert 0 < lake.snapshot().read("calls", ["row_key"]).num_rows < before


def test_progress_runs_from_nothing_to_all_without_a_long_halt(built):
    _, _, steps = built
    shares = [share for _, share in steps]
    assert shares[0] == 0
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert max(later - earlier for earlier, later in pairwise(shares)) < 0.2


def test_progress_says_what_is_done_in_the_words_of_the_city(built):
    _, _, steps = built
    said = list(dict.fromkeys(words for words, _ in steps))
    assert said[0] == "Making up the calls"
    assert said[-2:] == ["Numbering its rows", "Saving the sample city"]


def test_person_numbers_are_stored_only_as_keyed_hashes(built):
    lake, _, _ = built
    keys = lake.snapshot().read("encounters", ["person_key"])["person_key"].drop_null().to_pylist()
    assert keys and not any("SP-" in key for key in keys)


def test_a_lake_that_holds_something_is_left_alone(built):
    lake, _, _ = built
    with pytest.raises(ValueError, match="a lake of its own"):
        build_lake(lake, at=AT, months=2)
