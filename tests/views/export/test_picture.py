from arp.views import charts, colors
from arp.views.export import picture
from tests.views.drawn import lane_like_months

WORDS = {"question": "How long do people wait?", "finding": "30.0 minutes", "foot": "n = 4,279"}


def lines():
    names = {"response_p50": "half of calls", "response_p90": "nine in ten"}
    return charts.specification(
        charts.over_months(lane_like_months(), unit="minutes", names=names, palette=colors.LIGHT)
    )


def test_a_picture_carries_its_question_finding_and_foot():
    drawn = picture.svg(lines(), **WORDS)
    for word in WORDS.values():
        assert word in drawn


def test_a_picture_is_a_png():
    assert picture.png(lines(), **WORDS).startswith(b"\x89PNG")
