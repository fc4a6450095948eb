"""One worked example an indicator, drawn from the specs in tests/spec as they run and pass.

Every spec is a drawn table and what an indicator makes of it. The specs are run, and of each file
the plainest reading of each indicator is kept with the text that draws it. A file is run again only
when it was changed; whether any was is told without running one. `python -m docs.examples` asks the
engine again about every text that is kept, which is needed when a sum or a sentence of it changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

SPECS = Path("tests/spec")
EXAMPLES = Path("arp/views/examples.json")
_MANY = 12  # rows beyond which an example is not seen at a glance

Reading = dict[str, Any]
Kept = dict[str, Any]  # sha256 of a spec file, and its examples by indicator


def stale_specs(root: Path) -> list[str]:
    """The spec files that changed since their examples were written, came or went."""
    kept, now = _kept(root), _fingerprints(root)
    changed = {name for name, sha256 in now.items() if kept.get(name, {}).get("sha256") != sha256}
    return sorted(changed | (set(kept) - set(now)))


def write(root: Path) -> None:
    """Run the specs that changed and write all examples anew; a file that fails stays stale."""
    kept, now = _kept(root), _fingerprints(root)
    changed = [name for name in stale_specs(root) if name in now]
    found = {name: one for name, one in kept.items() if name in now and name not in changed}
    for name, examples in recorded([root / SPECS / name for name in changed]).items():
        found[name] = {"sha256": now[name], "examples": examples}
    (root / EXAMPLES).write_text(_printed(found))


def refresh(root: Path) -> None:
    """Ask the engine again about every text that is kept, and write what it says now."""
    found = _kept(root)
    for of_file in found.values():
        for key, kept in of_file["examples"].items():
            kept["readings"] = asked_again(key, kept)
    (root / EXAMPLES).write_text(_printed(found))


def asked_again(key: str, kept: Mapping[str, Any]) -> list[Reading]:
    """What the engine says today of an example."""
    from tests.measures import drawn

    question = {name: kept[name] for name in ("by", "months") if kept[name]}
    return [plain(reading) for reading in drawn.readings(kept["text"], key, **question)]


def recorded(files: Iterable[Path]) -> dict[str, dict[str, Kept]]:
    """The examples of spec files that pass, by file name and indicator."""
    import pytest

    from tests.measures import drawn

    asked = [str(file) for file in files]
    if not asked:
        return {}
    recorder, readings = _Recorder(), drawn.readings
    drawn.readings = recorder.listening(readings)
    options = ["-q", "--no-header", "--import-mode=importlib", "-p", "no:cacheprovider"]
    try:
        pytest.main([*options, *asked], plugins=[recorder])
    finally:
        drawn.readings = readings
    return recorder.passed()


class _Recorder:
    """A plugin of pytest that keeps what specs ask and are told."""

    def __init__(self) -> None:
        self._of_test: list[tuple[str, Kept]] = []
        self._by_file: dict[str, dict[str, list[Kept]]] = {}
        self._failed: set[str] = set()

    def listening(self, readings: Callable[..., list[Reading]]) -> Callable[..., list[Reading]]:
        """The same function, which keeps each question with its answer."""

        def listened(text: str, key: str, **question: Any) -> list[Reading]:
            found = readings(text, key, **question)
            if not set(question) - {"by", "months"}:
                asked = {name: list(question.get(name, ())) for name in ("by", "months")}
                told = [plain(reading) for reading in found]
                self._of_test.append((key, {"text": _dedented(text), **asked, "readings": told}))
            return found

        return listened

    def pytest_runtest_setup(self, item: Any) -> None:
        self._of_test = []
        self._title = item.originalname.removeprefix("test_").replace("_", " ")

    def pytest_runtest_logreport(self, report: Any) -> None:
        name = Path(report.fspath).name
        if report.failed:
            self._failed.add(name)
        elif report.when == "call":
            of_file = self._by_file.setdefault(name, {})
            for key, kept in self._of_test:
                of_file.setdefault(key, []).append({"title": self._title, **kept})

    def passed(self) -> dict[str, dict[str, Kept]]:
        """The plainest example of each indicator, by file; a file in which any failed has none."""
        return {
            name: {key: min(kept, key=plainness) for key, kept in of_file.items()}
            for name, of_file in self._by_file.items()
            if name not in self._failed
        }


def plainness(kept: Kept) -> tuple[bool, bool, bool, bool, int]:
    """What makes an example plain, the plainest first; the earlier test breaks a tie."""
    readings = kept["readings"]
    told = any(reading["status"] == "ok" for reading in readings)
    parted = any(
        0 < reading.get("numerator", 0) < reading.get("denominator", 0) for reading in readings
    )
    rows = kept["text"].count("\n")
    return not told, bool(kept["by"] or kept["months"]), not parted, rows > _MANY, len(readings)


def plain(reading: Reading) -> Reading:
    """A reading as JSON can hold it, without what is blank."""
    values = {name: getattr(value, "item", lambda v=value: v)() for name, value in reading.items()}
    return {
        name: value if isinstance(value, str | int | float) else str(value)
        for name, value in values.items()
        if value is not None and value != ""
    }


def _dedented(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _kept(root: Path) -> dict[str, Kept]:
    path = root / EXAMPLES
    kept: dict[str, Kept] = json.loads(path.read_text()) if path.is_file() else {}
    return kept


def _fingerprints(root: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((root / SPECS).glob("test_*.py"))
    }


def _printed(found: dict[str, Kept]) -> str:
    return json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    refresh(Path(__file__).resolve().parent.parent)
