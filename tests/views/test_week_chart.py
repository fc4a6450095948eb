from arp.measures.studies.hours_of_week import MISSED, ON_DUTY
from arp.views import colors, week_chart
from tests.views.drawn import frame
from tests.views.test_charts import layers, rows_of


def test_the_week_has_168_cells_and_hours_with_too_few_calls_have_no_value():
    hours = frame(
        {"hour_of_week": 0, "value": 8},
        {"hour_of_week": 113, "value": 21},
        {"hour_of_week": 114, "status": "too few", "n": 2},
    )
    drawn = rows_of(week_chart.by_hour_of_week(hours, unit="minutes", palette=colors.LIGHT), "rect")
    assert len(drawn) == 168
    assert {row["when"]: row["value"] for row in drawn if row["value"] is not None} == {
        "Mon 12–1 AM": 8.0,
        "Fri 5–6 PM": 21.0,
    }
    assert drawn[114]["note"] == "Too few calls to tell"


def demand(**duty):
    """Two hours of missed calls, and who is on duty then."""
    return frame(
        {"hour_of_week": 3, "part": MISSED, "value": 0.4},
        {"hour_of_week": 9, "part": MISSED, "value": 0.1},
        *({"hour_of_week": int(hour[1:]), "part": ON_DUTY} | told for hour, told in duty.items()),
    )


def of_week(readings):
    return week_chart.by_hour_of_week(
        readings, unit="calls an hour", part=MISSED, on_duty=ON_DUTY, palette=colors.LIGHT
    )


def test_an_hour_is_without_units_only_where_that_is_known():
    drawn = of_week(demand(h3={"value": 0}, h9={"value": 2}, h10={"status": "too few"}))
    nobody = [at for at, row in enumerate(rows_of(drawn, "rect")) if row["nobody"]]
    assert nobody == [3]


def test_only_the_part_asked_for_is_drawn():
    drawn = rows_of(of_week(demand(h3={"value": 5})), "rect")
    assert {at: row["value"] for at, row in enumerate(drawn) if row["value"] is not None} == {
        3: 0.4,
        9: 0.1,
    }
    assert drawn[3]["printed"] == "0.40 calls an hour"


def test_the_legend_says_in_words_what_dash_and_dot_mean():
    def title(readings):
        return next(
            layer["encoding"]["color"]["legend"]["title"]
            for layer in layers(of_week(readings).to_dict())
            if layer["mark"]["type"] == "rect" and "color" in layer["encoding"]
        )

    assert title(demand(h3={"value": 0})) == [MISSED, week_chart.TOO_FEW, week_chart.NOBODY]
    assert title(demand()) == [MISSED, week_chart.TOO_FEW]
