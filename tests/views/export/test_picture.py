import xml.etree.ElementTree as ET
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from arp.views import charts, colors
from arp.views.export import fonts, picture
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


def spoken(drawn):
    """The words of a picture, line by line."""
    return [element.text for element in ET.fromstring(drawn).iter() if element.text]


def test_long_words_take_several_lines_and_none_is_lost():
    long = "How many of all the calls that an unarmed team may take were taken by one? " * 4
    said = spoken(picture.svg(lines(), question=long, finding=long, foot=long))
    words = [word for line in said for word in line.split()]
    assert words.count("unarmed") == 12
    assert max(map(len, said)) < 170


def test_no_line_of_words_is_wider_than_the_picture():
    long = "WWWWWWW mmmmmmmm " * 20
    drawn = picture.png(lines(), question=long, finding=long, foot=long, scale=1)
    width, height = Image.open(BytesIO(drawn)).size
    edge = np.asarray(Image.open(BytesIO(drawn)).convert("L"))[:, -3:]
    assert (width > picture.WIDTH, height > 400) == (True, True)
    assert edge.min() > 200


def test_pictures_are_drawn_in_the_typeface_that_comes_with_them():
    chart = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": [{}]},
        "mark": {"type": "text", "text": "Rag 1,204", "fontSize": 60},
        "height": 80,
    }
    drawn = [
        picture.bare_png({**chart, "config": {"font": font}}, width=400)
        for font in (fonts.FAMILY, "DejaVu Sans", "sans-serif")
    ]
    assert drawn[0] not in drawn[1:]


def test_a_chart_alone_has_the_width_it_is_given():
    wide, narrow = (picture.bare_svg(lines(), width=width) for width in (800, 300))
    assert float(ET.fromstring(wide).get("width")) - 500 == pytest.approx(
        float(ET.fromstring(narrow).get("width")), abs=30
    )
