"""Which of the app's charts an office program can draw by itself, and as what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from arp.views import bar_charts, charts, fairness_chart
from arp.views.control_chart import control_chart
from arp.views.export import plots_of_bars, plots_of_months

if TYPE_CHECKING:
    from arp.exhibits.exhibit import Exhibit
    from arp.views.export.plots import Plot

NATIVE: Mapping[Callable[..., Any], Callable[..., Plot]] = {
    control_chart: plots_of_months.control,
    charts.over_months: plots_of_months.lines,
    charts.shares: plots_of_bars.shares,
    charts.waits_by_group: plots_of_bars.waits,
    charts.waits_by_step: plots_of_bars.steps,
    bar_charts.funnel: plots_of_bars.funnel,
    bar_charts.counts_by_part: plots_of_bars.counts,
    bar_charts.ranges: plots_of_bars.ranges,
    bar_charts.two_sides: plots_of_bars.two_sides,
    fairness_chart.around_one: plots_of_bars.around_one,
}
"""By the builder of the app's chart. What is not here (a map, a heat map, a curve) is a picture."""


def plot(exhibit: Exhibit) -> Plot | None:
    """The exhibit's chart as an office program draws it; None where it has none of its own."""
    drawing = exhibit.drawing
    if drawing is None or drawing.builder not in NATIVE or not exhibit.told:
        return None
    return NATIVE[drawing.builder](exhibit.readings, **drawing.words)
