"""Saving: what is new, replaced, unchanged, removed; and what is no change at all."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arp.lake import Lake, Tally
from tests.lake.drawn import AT, calls, change, held, rows, save, together, tree

OCTOBER, NOVEMBER = "2026-10", "2026-11"


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return Lake(tmp_path / "lake")


def test_rows_uploaded_again_replace_themselves(lake: Lake) -> None:
    save(lake, calls("1:fight 2:noise 3:fire"))
    receipt = save(lake, calls("2:noise 3:smoke 4:fall"))
    assert receipt.tallies["calls"] == Tally(rows_read=3, new=1, replaced=1, unchanged=1)
    assert held(lake) == "1:fight 2:noise 3:smoke 4:fall"


def test_the_same_file_twice_writes_nothing(lake: Lake) -> None:
    save(lake, calls("1:fight 2:noise"))
    before = tree(lake.path)
    receipt = save(lake, calls("1:fight 2:noise"))
    assert (receipt.status, receipt.upload_id, receipt.snapshot) == ("unchanged", None, None)
    assert receipt.tallies["calls"] == Tally(rows_read=2, unchanged=2)
    assert tree(lake.path) == before


def test_an_unchanged_row_keeps_the_upload_that_brought_it(lake: Lake) -> None:
    first = save(lake, calls("1:fight 2:noise"))
    second = save(lake, calls("1:fight 2:smoke"))
    snapshot = lake.snapshot()
    assert snapshot is not None
    stored = snapshot.read("calls", ["row_key", "upload_id"]).to_pylist()
    assert {row["row_key"]: row["upload_id"] for row in stored} == {
        "1": first.upload_id,
        "2": second.upload_id,
    }


def test_a_row_whose_month_changed_moves(lake: Lake) -> None:
    save(lake, together(calls("1:fight 2:noise"), calls("3:fire", "undated")))
    receipt = save(lake, calls("2:noise 3:fire", NOVEMBER))
    assert receipt.tallies["calls"] == Tally(rows_read=2, replaced=2)
    assert held(lake) == "1:fight | 2:noise 3:fire"


def test_a_whole_month_removes_what_it_lacks_in_that_month_alone(lake: Lake) -> None:
    save(lake, together(calls("1:fight 2:noise"), calls("3:fire", NOVEMBER)))
    receipt = save(lake, calls("1:fight"), OCTOBER)
    assert receipt.tallies["calls"] == Tally(rows_read=1, unchanged=1, removed=1)
    assert held(lake) == "1:fight | 3:fire"


def test_a_whole_month_leaves_other_feeds_and_other_tables(lake: Lake) -> None:
    drawn = {"key": "9", "incident_number": "9", "month": OCTOBER}
    fire = replace(change(rows("calls", drawn, feed="fire-cad")), feed="fire-cad")
    lake.commit(fire, who="Ana", at=AT)
    unit = {"key": "1\x1fE1\x1f", "incident_number": "1", "unit_id": "E1", "month": OCTOBER}
    save(lake, {"calls": calls("1:fight 2:noise"), "unit_responses": rows("unit_responses", unit)})
    save(lake, calls("2:noise"), OCTOBER)
    snapshot = lake.snapshot()
    assert snapshot is not None
    assert sorted(snapshot.read("calls")["row_key"].to_pylist()) == ["2", "9"]
    assert snapshot.read("unit_responses").num_rows == 1


def test_the_same_number_in_two_feeds_is_two_rows(lake: Lake) -> None:
    save(lake, calls("1:fight"))
    drawn = {"key": "1", "incident_number": "1", "month": OCTOBER}
    lake.commit(change(rows("calls", drawn, feed="fire-cad")), who="Ana", at=AT)
    snapshot = lake.snapshot()
    assert snapshot is not None
    assert sorted(snapshot.read("calls")["feed"].to_pylist()) == ["fire-cad", "police-cad"]


def test_a_preview_tells_the_same_and_writes_nothing(lake: Lake) -> None:
    ahead = lake.preview(change(calls("1:fight")))
    assert not lake.path.exists()
    assert (ahead.status, ahead.upload_id, ahead.snapshot) == ("saved", None, None)
    save(lake, calls("1:fight 2:noise"))
    before = tree(lake.path)
    asked = change(calls("2:smoke 3:fire"), OCTOBER)
    ahead = lake.preview(asked)
    assert tree(lake.path) == before
    assert lake.commit(asked, who="Ana", at=AT).tallies == ahead.tallies


def test_the_receipt_and_the_history_say_what_was_saved(lake: Lake) -> None:
    read = Tally(rows_read=5, merged=2, set_aside=1)
    drawn = together(calls("1:fight"), calls("2:noise", "undated"))
    receipt = lake.commit(replace(change(drawn), tallies={"calls": read}), who="Ana", at=AT)
    assert (receipt.months, receipt.undated) == ((OCTOBER,), 1)
    assert receipt.tallies["calls"] == replace(read, new=2)
    (row,) = lake.history()
    assert (row.snapshot, row.upload_id, row.who, row.at) == (1, receipt.upload_id, "Ana", AT)
    assert (row.file_name, row.feed, row.kind) == ("October.xlsx", "police-cad", "upload")
    assert (row.tallies, row.months, row.undated) == (receipt.tallies, (OCTOBER,), 1)


def test_a_lake_that_began_with_the_sample_city_says_so(lake: Lake) -> None:
    lake.commit(change(calls("1:fight"), kind="sample"), who="Ana", at=AT)
    save(lake, calls("2:noise"))
    assert lake.is_sample


def test_there_stays_one_file_a_feed_and_month(lake: Lake) -> None:
    save(lake, together(calls("1:a 2:b"), calls("3:c", NOVEMBER)))
    save(lake, together(calls("4:d"), calls("2:moved", NOVEMBER)))
    snapshot = lake.snapshot()
    assert snapshot is not None
    shared = [dict(file.shared) for file in snapshot.stored_files("calls")]
    assert sorted(each["month"] for each in shared) == [OCTOBER, NOVEMBER]
    assert held(lake) == "1:a 4:d | 2:moved 3:c"


@pytest.mark.parametrize(
    ("spoiled", "said"),
    [
        (lambda rows: together(rows, rows), "one feed and row_key"),
        (lambda rows: rows.drop_columns(["received_at"]), "not as declared"),
        (
            lambda rows: rows.set_column(
                rows.schema.get_field_index("month"), "month", pa.nulls(1, pa.string())
            ),
            "have no month",
        ),
        (
            lambda rows: rows.set_column(
                rows.schema.get_field_index("received_at"),
                "received_at",
                pa.array(["12 Elm Street"]),
            ),
            "not as declared",
        ),
    ],
)
def test_rows_that_are_not_as_promised_are_refused_without_telling_them(
    lake: Lake, spoiled: object, said: str
) -> None:
    assert callable(spoiled)
    with pytest.raises(ValueError, match=said) as refusal:
        save(lake, spoiled(calls("1:fight")))
    assert "Elm" not in str(refusal.value)
    assert lake.snapshot() is None


def test_a_tally_that_does_not_add_up_is_refused(lake: Lake) -> None:
    spoiled = replace(change(calls("1:fight")), tallies={"calls": Tally(rows_read=7)})
    with pytest.raises(ValueError, match="does not add up"):
        lake.commit(spoiled, who="Ana", at=AT)


def test_a_feed_is_a_slug(lake: Lake) -> None:
    with pytest.raises(ValueError, match="lower case"):
        lake.commit(replace(change(calls("1:fight")), feed="Police CAD"), who="Ana", at=AT)


NUMBERS = st.sampled_from("12345")
FILE = st.dictionaries(
    NUMBERS, st.tuples(st.sampled_from("ab"), st.sampled_from([OCTOBER, NOVEMBER])), max_size=5
)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.lists(st.tuples(FILE, st.booleans()), min_size=1, max_size=4))
def test_whatever_is_uploaded_the_sums_close_and_the_lake_is_the_sum_of_its_files(
    files: list[tuple[dict[str, tuple[str, str]], bool]],
) -> None:
    """Against the plainest possible lake: a dict."""
    with tempfile.TemporaryDirectory() as folder:
        lake, plain = Lake(folder), dict[str, tuple[str, str]]()
        for file, whole in files:
            drawn = [calls(f"{number}:{word}", month) for number, (word, month) in file.items()]
            tables = together(calls(""), *drawn)
            before = dict(plain)
            if whole:
                kept = {n: said for n, said in plain.items() if said[1] != OCTOBER or n in file}
                plain = kept
            removed = len(before) - len(plain)
            plain = plain | file
            tally = save(lake, tables, *([OCTOBER] if whole else [])).tallies["calls"]
            assert tally.closes
            assert tally == Tally(
                rows_read=len(file),
                new=len(file.keys() - before.keys()),
                replaced=sum(n in before and before[n] != said for n, said in file.items()),
                unchanged=sum(before.get(n) == said for n, said in file.items()),
                removed=removed,
            )
            months = sorted({month for _, month in plain.values()})
            assert held(lake) == " | ".join(
                " ".join(f"{n}:{w}" for n, (w, m) in sorted(plain.items()) if m == month)
                for month in months
            )
        assert lake.doctor() == []
