"""The typeface of everything that is handed out: Public Sans (SIL OFL), beside this file.

Pictures and the brief are drawn with the files here, whatever the machine has installed. A
presentation names the family only: PowerPoint takes the most alike where it is not installed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FAMILY = "Public Sans"
FOLDER = Path(__file__).parent / "fonts"  # Regular, SemiBold and Bold, with their license


@cache
def register() -> None:
    """Make the typeface known to the maker of pictures, once a process."""
    import vl_convert

    vl_convert.register_font_directory(str(FOLDER))
