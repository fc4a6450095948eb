"""System impact: what police, EMS and fire were not sent to, what that frees, and what remains."""

from pages import _composed

_composed.draw("system")
