"""Response times: how long people wait, who waits longest, when, and where the time goes."""

from pages import _composed

_composed.draw("response_times")
