"""`python -m docs.build` writes all that is derived; `--check` tells what is stale.

Examples are derived by running specs: whether they are stale is told by the specs' fingerprints.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docs import commands, examples

ROOT = Path(__file__).resolve().parent.parent
GENERATED = Path("docs/generated")
TEMPLATE = Path("static/template.xlsx")


def derived() -> dict[Path, bytes]:
    """Every derived file by its path within the project, with what it should hold."""
    from arp.views.export.reference import reference_pages
    from arp.views.export.template import template_workbook

    pages = {GENERATED / name: text.encode() for name, text in reference_pages().items()}
    pages[GENERATED / "commands.md"] = commands.page().encode()
    return pages | {TEMPLATE: template_workbook()}


def stale(root: Path = ROOT) -> list[Path]:
    """Derived files that are missing or differ, and generated files that nothing derives."""
    should_be = derived()
    wrong = [
        path
        for path, content in should_be.items()
        if not (root / path).is_file() or (root / path).read_bytes() != content
    ]
    orphans = {path.relative_to(root) for path in (root / GENERATED).glob("*.md")} - set(should_be)
    told = [examples.EXAMPLES] if examples.stale_specs(root) else []
    return sorted([*wrong, *orphans, *told])


def write(root: Path = ROOT) -> None:
    """Write every derived file and remove generated files that nothing derives any more."""
    should_be = derived()
    for path in stale(root):
        if path == examples.EXAMPLES:
            examples.write(root)
        elif path in should_be:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(should_be[path])
        else:
            (root / path).unlink()


def main(arguments: list[str]) -> int:
    """Write, or with `--check` only look; 1 when something is stale, 2 for wrong usage."""
    if arguments == ["--check"]:
        wrong = stale()
        if wrong:
            print(f"Run `make docs`: {', '.join(map(str, wrong))} no longer fit the declarations.")
        return 1 if wrong else 0
    if arguments:
        print("Usage: python -m docs.build [--check]")
        return 2
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
