"""The progress bar of the terminal."""

import io
import sys

import pytest

from arp.cli.progress import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch):
    """Standard error as a terminal, from the call on (pytest takes it back after the set-up)."""

    def looked_at():
        shown = Terminal()
        monkeypatch.setattr(sys, "stderr", shown)
        return shown

    return looked_at


def test_a_known_share_fills_the_bar_and_is_printed(terminal):
    shown = terminal()
    Bar("1/2 calls.xlsx")("Saving", 0.5)
    line = shown.getvalue()
    assert line.count("█") == 10
    assert "1/2 calls.xlsx" in line and "50% Saving" in line


def test_a_step_of_unknown_length_has_words_only(terminal):
    shown = terminal()
    Bar("calls.xlsx")("reading")
    assert "calls.xlsx reading" in shown.getvalue()
    assert "%" not in shown.getvalue()


def test_each_step_takes_the_place_of_the_last_and_the_end_leaves_nothing(terminal):
    shown = terminal()
    bar = Bar("calls.xlsx")
    bar("reading")
    bar.close()
    assert "\n" not in shown.getvalue()
    assert shown.getvalue().endswith("\r\033[K")


def test_where_nobody_looks_nothing_is_written(capsys):
    bar = Bar("calls.xlsx")
    bar("Saving", 0.5)
    bar.close()
    assert capsys.readouterr().err == ""
