"""Spans of a call: where an export gives durations instead of times, they lead to the times."""

from arp.words.grammar import Field, Kind, spelled


def _span(name: str, title: str, gives: str, since: str, headers: str) -> Field:
    start, end = (clock.removesuffix("_at").replace("_", " ") for clock in (since, gives))
    return Field(
        name=name,
        title=title,
        meaning=f"{start.capitalize()} to {end}, where an export gives the span, not the time",
        kind=Kind.SPAN,
        unit=name.rpartition("_")[2],
        headers=spelled(headers),
        gives=gives,
        since=since,
    )


SPANS = (
    _span(
        "dispatch_seconds",
        "Seconds to dispatch",
        "dispatched_at",
        "received_at",
        "Secs to disp | Secs to dispatch",
    ),
    _span(
        "arrival_seconds",
        "Seconds to arrival",
        "on_scene_at",
        "received_at",
        "Secs to arrv | Secs to arrival | Response seconds",
    ),
    _span(
        "close_seconds",
        "Seconds to close",
        "cleared_at",
        "received_at",
        "Secs to close | Secs to clear | Total seconds",
    ),
    _span(
        "queue_to_scene_seconds",
        "Seconds from queue to arrival",
        "on_scene_at",
        "queued_at",
        "CAD Event Response Time Seconds SUM | CAD Event Response Time (s) | "
        "CAD Event Response Time",
    ),
    _span(
        "intake_minutes",
        "Minutes to queue",
        "queued_at",
        "received_at",
        "Intake time | Intake | Call processing minutes",
    ),
    _span(
        "dispatch_minutes",
        "Minutes in queue",
        "dispatched_at",
        "queued_at",
        "Dispatch time | Queue minutes | Hold minutes",
    ),
    _span(
        "travel_minutes",
        "Travel minutes",
        "on_scene_at",
        "dispatched_at",
        "Travel time | Travel | Drive minutes",
    ),
    _span(
        "response_minutes",
        "Response minutes",
        "on_scene_at",
        "received_at",
        "Total response time | Response time | Response time minutes | Minutes to arrival",
    ),
    _span(
        "on_scene_minutes",
        "Minutes on scene",
        "cleared_at",
        "on_scene_at",
        "Time on scene | Time on scene minutes | Service minutes",
    ),
    _span(
        "total_minutes",
        "Total minutes",
        "cleared_at",
        "received_at",
        "Total time | Total call minutes | Call duration minutes",
    ),
)
