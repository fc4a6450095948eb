import argparse
import os

import pytest

from arp.cli import exported


def test_a_file_is_whole_or_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "new" / "brief.pdf"
    exported.write_whole(path, b"first")

    def no_room(*_):
        raise OSError("no room")

    monkeypatch.setattr(os, "replace", no_room)
    with pytest.raises(OSError, match="no room"):
        exported.write_whole(path, b"second")
    assert path.read_bytes() == b"first"
    assert [one.name for one in path.parent.iterdir()] == ["brief.pdf"]


def test_what_is_written_may_be_read_by_others(tmp_path):
    path = exported.write_whole(tmp_path / "brief.pdf", b"x")
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_review_may_be_called_anything_and_its_file_not():
    assert exported._plain("Oct/Nov: ../review") == "Oct-Nov-..-review"
    assert exported._plain("…") == "review"


def test_a_month_is_typed_as_a_month():
    assert exported.a_month("2026-01") == "2026-01"
    with pytest.raises(argparse.ArgumentTypeError, match="2026-01"):
        exported.a_month("January")
