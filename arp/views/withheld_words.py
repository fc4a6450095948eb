"""What is said of figures about people that are kept back."""

from __future__ import annotations

from arp.measures.small_numbers import SmallNumbers

IN_THE_FILES = (
    "In the files, counts about people are rounded to 5 and small ones are withheld. Broken down "
    "they are told of one calendar year at a time, and never with a filter."
)
INSIDE_ONLY = "These files hold the department’s own figures: keep them inside."


def rule(smallest: int) -> str:
    """Counts about people are rounded to 5; what would tell of 12 or fewer is withheld."""
    largest = SmallNumbers(smallest).largest_withheld
    return (
        "Counts about people are rounded to 5, and shares are taken from the rounded counts; what "
        f"would tell of {largest} or fewer is withheld."
    )
