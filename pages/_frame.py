"""What stands around every page that shows figures: filters, as of when, what moved, publishing."""

from __future__ import annotations

from collections.abc import Callable

from pages import _as_of, _composed, _figures, _filters, _moved, _publishing


def draw(name: str, run: Callable[[], None]) -> None:
    """A page with what all of them share.

    Args:
        name: the page's, as links have it.
        run: draws the page itself.
    """
    everything = _as_of.view()
    if everything is None or everything.held is None:
        run()
        return
    place = _filters.draw(everything, of_one_team=name == "teams")
    _as_of.banner()
    _publishing.what_was_done()
    _moved.draw(name, everything)
    _figures.begin_page()
    run()
    _composed.hand_out(place)
    _publishing.offer(place, name)
