"""The commands of the pages do what the pages say, on a small lake in a folder of their own."""

import shutil

import pytest

from arp.cli import main, parser
from docs import commands, pages
from docs.pages import ROOT

WITH_COMMANDS = [page for page in pages.pages() if pages.commands(page.read_text(encoding="utf-8"))]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the practice workbooks and no lake yet; commands run in it."""
    for workbook in (ROOT / "data" / "sample").glob("*.xlsx"):
        shutil.copy(workbook, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ARP_LAKE", raising=False)
    return tmp_path


def test_there_are_commands_to_run():
    assert WITH_COMMANDS


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.stem)
def test_each_command_of_a_page_runs_and_prints_what_the_page_says(page, folder, capsys):
    for command in pages.commands(page.read_text(encoding="utf-8")):
        assert command.words[:3] == ["python", "-m", "arp"], command.words
        status = main(command.words[3:])
        shown = capsys.readouterr()
        assert status == 0, (command.words, shown.err)
        for line in command.prints:
            assert pages.printed(line).search(shown.out + shown.err), (command.words, line)


def test_every_command_is_on_the_reference_page_with_its_options():
    page = commands.page()
    for name, command in commands._commands(parser()).items():
        section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        for action in commands._told(command):
            option = "".join(action.option_strings[:1]) or commands._value(action)
            assert option in section or option in commands.SHARED


def test_an_argument_is_written_as_it_is_typed():
    page = commands.page()
    assert "    python -m arp undo UPLOAD\n" in page
    assert "    python -m arp digest [--month 2026-10] [--to FOLDER]\n" in page
    assert "    python -m arp export --to FILE_OR_FOLDER [--format " in page  # it must be there
    assert "- `--lake LAKE`: " in page.split("\n## ")[0]
