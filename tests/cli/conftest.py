"""The command line as it is used: words in, a status and what was printed out."""

import pytest

from arp.cli import main


@pytest.fixture
def run(lake, capsys):
    """Run a command on the lake of the test that asks."""

    def run(*words):
        status = main([*map(str, words), "--lake", str(lake.path)])
        return status, capsys.readouterr()

    return run
