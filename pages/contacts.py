"""What happened: whether the person was reached, and how each contact ended."""

from pages import _composed

_composed.draw("contacts")
