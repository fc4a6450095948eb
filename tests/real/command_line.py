"""A lake that the command line fills, for what a whole module asks of it."""

import io
import json
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from arp.cli import main
from arp.lake.lake import Lake
from arp.lake.snapshot import Snapshot


class CommandLine:
    """Commands on one lake, each with what it prints as JSON."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: object, status: int = 0) -> list[dict[str, Any]]:
        said = io.StringIO()
        with redirect_stdout(said):
            assert main([*map(str, words), "--lake", str(self.folder / "lake"), "--json"]) == status
        found: list[dict[str, Any]] = json.loads(said.getvalue())
        return found

    @property
    def snapshot(self) -> Snapshot:
        snapshot = Lake(self.folder / "lake").snapshot()
        assert snapshot is not None
        return snapshot
