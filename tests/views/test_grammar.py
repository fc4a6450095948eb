import pytest

from arp.views import grammar
from arp.views.plotted import months_with_gaps
from tests.views.drawn import frame


def axis(unit, **options):
    return grammar.value_axis("value:Q", unit, **options).to_dict()


def test_values_begin_at_zero_unless_their_ups_and_downs_are_the_question():
    assert axis("minutes")["scale"]["zero"] is True
    assert axis("minutes", zero=False)["scale"]["zero"] is False


@pytest.mark.parametrize(
    ("unit", "possible"),
    [
        ("share", "datum.value >= 0 && datum.value <= 1"),
        ("calls", "datum.value >= 0"),
        ("minutes", "true"),
    ],
)
def test_no_axis_names_a_share_over_100_percent_or_a_negative_count(unit, possible):
    assert axis(unit, zero=False)["axis"]["labelExpr"] == f"{possible} ? datum.label : ''"


def test_a_mark_at_the_start_of_its_month_stands_there():
    months = months_with_gaps(frame({"period": "2025-01", "value": 1}), "calls")
    assert grammar.month_axis(months, at_start=True).to_dict()["bandPosition"] == 0
    assert "bandPosition" not in grammar.month_axis(months).to_dict()


def test_the_longest_figures_have_the_room_that_their_letters_need():
    said = ["0.37 calls an hour", "2 calls an hour"]
    assert grammar.room_for(said) == 10 + 18 * grammar.LETTER
