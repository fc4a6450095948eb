"""Does it help the people it serves? What changed for them, in the order of what they need."""

from pages import _composed

_composed.draw("people")
