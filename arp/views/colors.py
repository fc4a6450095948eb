"""Colors by meaning, for light and dark grounds. A color is never the only carrier of a meaning.

Against its ground every text color keeps a contrast of 4.5, every mark one of 3 (WCAG 2.1 AA).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Palette:
    """One ground's colors, named by what they mean."""

    ground: str
    text: str  # titles and values
    quiet: str  # axes, labels, notes
    rule: str  # grid and zero lines
    absent: str  # the ground of what is not there: a month without data, too few calls
    program: str  # the program's own figures
    program_soft: str  # the same, where a stronger mark stands on it
    improving: str
    worsening: str
    no_direction: str  # a signal of which nobody has said whether it is good
    usual: str  # common variation, and everybody who is not the program
    scale: tuple[str, ...]  # few to many, for heat maps: away from the ground


LIGHT = Palette(
    ground="#ffffff",
    text="#16262b",
    quiet="#55666b",
    rule="#d3dedf",
    absent="#eef2f2",
    program="#0b5f66",
    program_soft="#5c9a9f",
    improving="#1f5fbf",
    worsening="#b3480e",
    no_direction="#6a3aa8",
    usual="#6d7d82",
    scale=("#e2f0f0", "#a9d2d3", "#62a9ac", "#23787e", "#07434a"),
)

DARK = Palette(
    ground="#10191c",
    text="#e6eeef",
    quiet="#a9b9bd",
    rule="#33444a",
    absent="#1a262a",
    program="#6cc4c8",
    program_soft="#3b7c80",
    improving="#7fb0ff",
    worsening="#f2a25c",
    no_direction="#c6a5ff",
    usual="#8fa2a7",
    scale=("#1d3b3f", "#26605f", "#3b8f90", "#6cc4c8", "#c9f2f2"),
)


def palette(theme: str | None) -> Palette:
    """The palette of the browser's theme: "dark", or else light."""
    return DARK if theme == "dark" else LIGHT


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colors, 1 to 21 (WCAG 2.1)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
