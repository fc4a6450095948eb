"""Draws a plot as a chart of PowerPoint: editable, with its numbers in a workbook of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from arp.views.export import native_parts
from arp.views.export.harmless import harmless
from arp.views.export.plots import Plot, Series, axis_format
from arp.views.export.slide_theme import paint

if TYPE_CHECKING:
    import pandas as pd

TYPE = 13  # points of type
SMALL_TYPE = 11  # where there are many rows or words in the plot
MANY_ROWS = 7
MONTHS_NAMED = 12  # at most, along an axis
MONTH = "mmm yyyy"  # how a spreadsheet prints a month
GAPS = ((3, 140), (6, 80))  # up to so many rows, and the gap between them in percent of a bar


def insert(placeholder: Any, plot: Plot, alt: str) -> Any:
    """Put the chart into its placeholder and say what it shows to those who do not see it.

    Args:
        placeholder: of a slide, for a chart.
        plot: what is drawn.
        alt: question and finding.
    """
    from pptx.enum.chart import XL_CHART_TYPE

    lines = plot.form == "lines"
    kind = XL_CHART_TYPE.LINE_MARKERS if lines else XL_CHART_TYPE.BAR_CLUSTERED
    wide = placeholder.width / 914_400
    frame = placeholder.insert_chart(kind, _data(plot))
    native_parts.describe(frame, f"{plot.described}. {alt}")
    chart = frame.chart
    chart.has_title = False
    chart.font.size = _points(_type(plot))
    paint(chart.font.color, "text")
    _legend(chart, plot)
    (_as_lines if lines else _as_bars)(chart, plot, wide)
    for drawn, series in zip(chart.plots[0].series, plot.series, strict=True):
        (_line if lines else _bar)(drawn, series)
        native_parts.intervals(drawn, series, plot)
    return chart


def _data(plot: Plot) -> Any:
    """The numbers, in a workbook that computes nothing; “Edit data” in PowerPoint opens it."""
    from pptx.chart.data import CategoryChartData

    class Numbers(CategoryChartData):  # type: ignore[misc]
        @property
        def xlsx_blob(self) -> bytes:
            from arp.views.export.workbook import workbook

            frame = table(plot)
            printed = dict.fromkeys(frame.columns[1:], plot.number_format)
            return workbook({"Sheet1": frame}, printed=printed | {"": MONTH})

    data = Numbers(number_format=plot.number_format)
    data.categories = _categories(plot)
    if plot.form == "lines":
        data.categories.number_format = MONTH
    for series in plot.series:
        data.add_series(str(harmless(series.name)), series.values)
    return data


def table(plot: Plot) -> pd.DataFrame:
    """The sheet behind a chart: a row a category, a column a series, then what intervals reach."""
    import pandas as pd

    columns: dict[str, Iterable[object]] = {"": _categories(plot)}
    for series in plot.series:
        columns[series.name] = series.values
    for series in plot.series:
        if any(value is not None for value in (*series.above, *series.below)):
            columns[f"{series.name}: above"] = series.above
            columns[f"{series.name}: below"] = series.below
    return pd.DataFrame(columns).astype(object)


def _categories(plot: Plot) -> list[Any]:
    """Months as dates, so that a gap is as wide as its months; other names as harmless text."""
    if plot.form == "lines":
        return [date.fromisoformat(f"{month}-01") for month in plot.categories]
    return [harmless(name) for name in plot.categories]


def _as_lines(chart: Any, plot: Plot, wide: float) -> None:
    from pptx.enum.chart import XL_TICK_MARK

    _value_axis(chart.value_axis, plot)
    months = chart.category_axis
    months.has_major_gridlines = False
    months.major_tick_mark = XL_TICK_MARK.NONE
    months.tick_labels.font.size = _points(SMALL_TYPE)
    paint(months.tick_labels.font.color, "quiet")
    paint(months.format.line.color, "rule")
    native_parts.every_months(months, _months_apart(len(plot.categories)))
    last = len(plot.categories) - 1
    beside = [
        len(word.text)
        for series in plot.series
        for at, word in series.words.items()
        if at == last and word.place == "right"
    ]
    words = min(0.3, (max(beside, default=0) * 0.088 + 0.1) / wide)
    left = 0.75 / wide
    native_parts.place_plot(chart, left, 0.02, 1 - left - words - 0.01, 0.86)


def _as_bars(chart: Any, plot: Plot, wide: float) -> None:
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

    bars, rows = chart.plots[0], chart.category_axis
    bars.gap_width = next((gap for most, gap in GAPS if len(plot.categories) <= most), 45)
    bars.overlap = 100 if plot.form == "overlaid" else -5 if len(plot.series) > 1 else 0
    rows.reverse_order = True  # the first row on top
    rows.major_tick_mark = XL_TICK_MARK.NONE
    rows.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    rows.format.line.fill.background()
    native_parts.every_row(rows)
    paint(rows.tick_labels.font.color, "text")
    _value_axis(chart.value_axis, plot)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    if plot.labeled or plot.form == "overlaid":
        bars.has_data_labels = True
        labels = bars.data_labels
        labels.number_format, labels.number_format_is_linked = plot.number_format, False
        labels.show_value = True
        labels.font.size = _points(_type(plot))
        if plot.labeled:
            labels.font.bold = True
    names = min(0.46, (max(map(len, plot.categories)) * 0.108 * _type(plot) / TYPE + 0.2) / wide)
    top = 0.1 if plot.legend else 0.01
    native_parts.place_plot(chart, names, top, 0.93 - names, 0.98 - top)


def _months_apart(number: int) -> int:
    """Of how many months one is named: each, or every second, third, sixth or twelfth."""
    return next((step for step in (1, 2, 3, 6) if number <= step * MONTHS_NAMED), 12)


def _value_axis(axis: Any, plot: Plot) -> None:
    from pptx.enum.chart import XL_TICK_MARK

    axis.minimum_scale, axis.maximum_scale = plot.least, plot.most
    if plot.step is not None:
        axis.major_unit = plot.step
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = True
    paint(axis.major_gridlines.format.line.color, "rule")
    axis.major_gridlines.format.line.width = _points(0.75)
    axis.format.line.fill.background()
    axis.tick_labels.number_format = axis_format(plot.number_format, plot.step)
    axis.tick_labels.number_format_is_linked = False
    axis.tick_labels.font.size = _points(SMALL_TYPE)
    paint(axis.tick_labels.font.color, "quiet")
    if plot.unit:
        axis.has_title = True
        axis.axis_title.text_frame.text = plot.unit
        font = axis.axis_title.text_frame.paragraphs[0].runs[0].font
        font.size, font.bold = _points(SMALL_TYPE), False
        paint(font.color, "quiet")


def _line(drawn: Any, series: Series) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE

    drawn.smooth = False
    if series.line == "none":
        drawn.format.line.fill.background()
    else:
        drawn.format.line.width = _points(1.25 if series.thin else 2.25)
        paint(drawn.format.line.color, series.meaning)
        if series.line == "dashed":
            drawn.format.line.dash_style = MSO_LINE.DASH
    if not series.points:
        drawn.marker.style = XL_MARKER_STYLE.NONE
    else:
        _marker(drawn.marker, series.meaning)
    for at, word in series.words.items():
        native_parts.write_beside(drawn.points[at], word, series.meaning, SMALL_TYPE)


def _marker(marker: Any, meaning: str) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE

    marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 7
    marker.format.fill.solid()
    paint(marker.format.fill.fore_color, meaning)
    marker.format.line.fill.background()


def _bar(drawn: Any, series: Series) -> None:
    drawn.invert_if_negative = False
    drawn.format.fill.solid()
    paint(drawn.format.fill.fore_color, series.meaning)
    for at, meaning in series.meanings.items():
        point = drawn.points[at]
        point.format.fill.solid()
        paint(point.format.fill.fore_color, meaning)


def _legend(chart: Any, plot: Plot) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION

    chart.has_legend = plot.legend
    if plot.legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False


def _type(plot: Plot) -> int:
    many = len(plot.categories) > MANY_ROWS
    return SMALL_TYPE if many or plot.form == "lines" else TYPE


def _points(size: float) -> Any:
    from pptx.util import Pt

    return Pt(size)
