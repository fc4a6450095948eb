"""The markdown pages of the project: their links, anchors, pictures and commands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN = "console"  # a block of this kind is run by the tests; others are only shown
PROMPT = "$ "
ANYTHING = "…"

_FENCED = re.compile(r"^(\s*)```(\w*)\n(.*?)^\s*```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"!?\[(?:[^\[\]]|!\[[^\]]*\]\([^)]*\))*\]\(([^)\s]+)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Picture:
    """A picture on a page: what is said of it, and where it is."""

    words: str
    target: str


@dataclass
class Command:
    """A command on a page, and the lines that it is said to print."""

    words: list[str]
    prints: list[str] = field(default_factory=list)


def pages(root: Path = ROOT) -> list[Path]:
    """Every page that people read, the generated ones too."""
    return sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")])


def links(text: str) -> list[str]:
    """Where the links and pictures of a page lead, addresses of the web left out."""
    plain = _CODE.sub("", _FENCED.sub("", text))
    found = [*_LINK.findall(plain), *(target for _, target in _PICTURE.findall(plain))]
    return [target for target in found if not target.startswith(("http:", "https:", "mailto:"))]


def pictures(text: str) -> list[Picture]:
    """The pictures of a page."""
    return [Picture(*found) for found in _PICTURE.findall(_FENCED.sub("", text))]


def anchors(text: str) -> set[str]:
    """The places of a page that a link may name, as GitHub writes them."""
    return {_anchor(title) for title in _HEADING.findall(_FENCED.sub("", text))}


def _anchor(title: str) -> str:
    kept = re.sub(r"[^\w\- ]", "", title.replace("`", "").strip().lower())
    return kept.replace(" ", "-")


def broken(page: Path, text: str) -> Iterator[str]:
    """The links of a page that lead nowhere."""
    for target in links(text):
        path, _, anchor = target.partition("#")
        there = page if not path else (page.parent / path).resolve()
        if (
            not there.exists()
            or anchor
            and anchor not in anchors(there.read_text(encoding="utf-8"))
        ):
            yield target


def _anchors_of(page: Path) -> set[str]:
    return anchors(page.read_text(encoding="utf-8"))


def commands(text: str) -> list[Command]:
    """The commands of a page that the tests run, in order, with what they are said to print."""
    found: list[Command] = []
    for _, kind, block in _FENCED.findall(text):
        if kind != RUN:
            continue
        for line in block.splitlines():
            if line.startswith(PROMPT):
                found.append(Command(shlex.split(line.removeprefix(PROMPT))))
            elif line.strip():
                found[-1].prints.append(line.strip())
    return found


def printed(line: str) -> re.Pattern[str]:
    """A line of a page as a pattern: … stands for anything."""
    return re.compile(".*".join(re.escape(part) for part in line.split(ANYTHING)))
