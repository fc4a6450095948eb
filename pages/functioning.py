"""Functioning well: how much the program does, how fast, how safely, and how sure that is."""

from pages import _composed

_composed.draw("functioning")
