"""Figures: monthly numbers that come already added up."""

from arp.words.grammar import Field, Kind, Table, spelled
from arp.words.vocabularies import FIGURE

FIGURES = Table(
    name="figures",
    title="Figures",
    grain="One row a figure, month and area",
    meaning=(
        "Numbers that no row-level file holds: 911 answering, vacancies, delivered shifts, use of "
        "force, crime reports, population, cost. Cannot be opened to rows: they are as true as "
        "the office that added them up."
    ),
    keys=(("figure", "month", "area"), ("figure", "month")),
    clocks=("month",),
    fields=(
        Field(
            name="figure",
            title="Figure",
            meaning="Which number it is, as one of the declared words",
            kind=Kind.WORD,
            required=True,
            vocabulary=FIGURE,
            headers=spelled("Figure name | Measure | Metric | Indicator | Statistic"),
        ),
        Field(
            name="month",
            title="Month",
            meaning="The month it is about",
            kind=Kind.MONTH,
            required=True,
            headers=spelled("Reporting month | Report month | Month of | Period | Year month"),
        ),
        Field(
            name="area",
            title="Area",
            meaning="The area it is about; blank for the whole city",
            kind=Kind.LABEL,
            headers=spelled("Beat | District | Neighborhood | Precinct | Geography"),
        ),
        Field(
            name="numerator",
            title="Numerator",
            meaning="The part, where the figure is a share",
            kind=Kind.NUMBER,
            headers=spelled("Part | Count met | Num"),
        ),
        Field(
            name="denominator",
            title="Denominator",
            meaning="The whole, where the figure is a share",
            kind=Kind.NUMBER,
            headers=spelled("Whole | Out of | Base | Den"),
        ),
        Field(
            name="value",
            title="Value",
            meaning="The number itself",
            kind=Kind.NUMBER,
            required=True,
            headers=spelled("Amount | Result | Total | Number"),
        ),
        Field(
            name="source",
            title="Source",
            meaning="The office or report it comes from",
            kind=Kind.LABEL,
            headers=spelled("Data source | Reported by | Source report"),
        ),
    ),
)
