"""`import`: files walk the road into the lake, each with an outcome of its own."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arp.cli.output import lake_of, print_json, printable, show
from arp.cli.progress import Bar
from arp.lake.change import told

if TYPE_CHECKING:
    from arp.intake.mapping import Understanding
    from arp.lake.change import Receipt
    from arp.lake.lake import Lake
    from arp.words.findings import Finding

FINDINGS_SHOWN = 100  # of each kind; the total stands beside them


def run_import(options: argparse.Namespace) -> int:
    """Import each file by itself; one result a file, whatever becomes of the others."""
    lake = lake_of(options)
    results = []
    for number, path in enumerate(options.files):
        bar = Bar(f"{number + 1}/{len(options.files)} {printable(path.name)}")
        try:
            results.append(_import_file(path, lake, options, bar))
        finally:
            bar.close()
        if not options.json:
            show(_import_sentence(results[-1]))
    if options.json:
        print_json(results)
    return int(any(result["status"] in ("refused", "needs_answer") for result in results))


def _import_file(path: Path, lake: Lake, options: argparse.Namespace, bar: Bar) -> dict[str, Any]:
    from arp.words.catalog import CATALOG
    from arp.words.findings import Finding, Refused

    began = time.perf_counter()
    result = dict.fromkeys(
        ("file", "status", "reason", "questions", "upload_id", "feed", "tables", "months")
    )
    result |= {"file": path.name, "questions": [], "tables": {}, "months": [], "undated": 0}
    findings: Sequence[Finding] = ()
    try:
        if lake.is_sample:
            raise Refused(Finding(CATALOG["sample_lake"]))
        understood = _understood(path, lake, options, bar)
        findings = understood.findings
        result |= _outcome(understood, lake, bar)
    except Refused as refusal:
        findings = (refusal.finding,)
        result |= _refusal(refusal.finding)
    return (
        result
        | {
            "findings": _first_of_each_kind(findings),
            "finding_counts": _counts(findings),
        }
        | {"seconds": round(time.perf_counter() - began, 3)}
    )


def _understood(path: Path, lake: Lake, options: argparse.Namespace, bar: Bar) -> Understanding:
    """What a file holds: a workbook's rows, or the outlines of a map of areas."""
    from arp.intake.reading.reader import read
    from arp.intake.road import understand
    from arp.intake.shapes.geojson import is_map

    bar("reading")
    data = _bytes(path)
    if is_map(path.name, data):
        return _of_map(path.name, data, lake, options)
    workbook = read(path.name, data)
    bar("understanding")
    return understand(
        workbook,
        lake=lake,
        feed=options.feed,
        answers=dict(options.answer),
        today=date.today(),
        target_units=_target_units,
    )


def _of_map(name: str, data: bytes, lake: Lake, options: argparse.Namespace) -> Understanding:
    from arp.intake.shapes.geojson import read_map
    from arp.intake.shapes.known import known_areas
    from arp.intake.shapes.understanding import KEY, understand_shapes

    told = understand_shapes(
        read_map(name, data),
        known_areas(lake.snapshot()),
        name_property=dict(options.answer).get(KEY),
        set_by=who(),
    )
    return told.understanding


def _target_units(added: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    from arp.measures.targets import target_units

    return target_units(added)


def _bytes(path: Path) -> bytes:
    from arp.intake.reading.limits import check_file_size
    from arp.words.catalog import CATALOG
    from arp.words.findings import Finding, Refused

    if not path.is_file():  # a pipe or a device may have no end
        raise Refused(Finding(CATALOG["file_not_found"]))
    try:
        check_file_size(path.stat().st_size)
        return path.read_bytes()
    except OSError:
        raise Refused(Finding(CATALOG["file_not_found"])) from None


def _outcome(understood: Understanding, lake: Lake, bar: Bar) -> dict[str, Any]:
    if understood.refused:
        return _refusal(understood.refused) | {"feed": understood.feed}
    if understood.change is None:
        return {
            "status": "needs_answer",
            "reason": understood.questions[0].prompt,
            "feed": understood.feed,
            "questions": [
                {
                    "key": question.key,
                    "prompt": question.prompt,
                    "choices": [asdict(choice) for choice in question.choices],
                }
                for question in understood.questions
            ],
        }
    receipt = lake.commit(understood.change, who=who(), at=datetime.now(UTC), progress=bar)
    return saved(receipt) | {"feed": understood.feed}


def _refusal(finding: Finding) -> dict[str, Any]:
    return {"status": "refused", "reason": f"{finding.message} {finding.kind.remedy}".strip()}


def saved(receipt: Receipt) -> dict[str, Any]:
    """What a receipt says, as JSON-ready values."""
    return {
        "status": receipt.status,
        "upload_id": receipt.upload_id,
        "snapshot": receipt.snapshot,
        "tables": {name: asdict(tally) for name, tally in told(receipt.tallies).items()},
        "months": list(receipt.months),
        "undated": receipt.undated,
    }


def _counts(findings: Sequence[Finding]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.kind.key] = counts.get(finding.kind.key, 0) + 1
    return counts


def _first_of_each_kind(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    shown: list[dict[str, Any]] = []
    seen: dict[str, int] = {}
    for finding in findings:
        kind = finding.kind
        seen[kind.key] = seen.get(kind.key, 0) + 1
        if seen[kind.key] <= FINDINGS_SHOWN:
            shown.append(
                {
                    "kind": kind.key,
                    "severity": kind.severity.value,
                    "sheet": finding.sheet,
                    "row": finding.row,
                    "column": finding.column,
                    "found": finding.found,
                    "message": finding.message,
                    "remedy": kind.remedy,
                }
            )
    return shown


def _import_sentence(result: dict[str, Any]) -> str:
    head = f"{result['file']}: {result['status'].replace('_', ' ')}"
    if result["reason"]:
        return f"{head}. {result['reason']}" + "".join(
            f"\n  --answer {question['key']}={choice['value']}   {choice['label']}"
            for question in result["questions"]
            for choice in question["choices"]
        )
    sums = "; ".join(
        f"{name} {tally['rows_read']:,} rows read = {tally['new']:,} new + "
        f"{tally['replaced']:,} replaced + {tally['unchanged']:,} unchanged + "
        f"{tally['merged']:,} merged + {tally['set_aside']:,} set aside"
        for name, tally in result["tables"].items()
    )
    upload = f" as upload {result['upload_id']}" if result["upload_id"] else ""
    return f"{head}{upload}, feed {result['feed']}. {sums}"


def who() -> str:
    """The operating system's name of the user, for the ledger."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a service account without a name
        return "unknown"
