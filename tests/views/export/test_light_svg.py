"""A picture that weighs less and looks the same."""

import re
import xml.etree.ElementTree as ET
from io import BytesIO

import numpy as np
import pytest
import vl_convert
from PIL import Image

from arp.views import colors
from arp.views.export import picture
from arp.views.export.light_svg import light
from tests.views.export.drawn_handout import EXHIBITS

DRAWN = [one for one in EXHIBITS if one.drawing is not None and one.told]


def svg(exhibit):
    spec = exhibit.drawing.specification(exhibit.readings, colors.LIGHT)
    return picture.bare_svg(spec, width=340)


def seen(drawn):
    """The picture as it is seen, in gray."""
    png = vl_convert.svg_to_png(drawn, scale=1)
    return np.asarray(Image.open(BytesIO(png)).convert("L")).astype(int)


@pytest.mark.parametrize("exhibit", DRAWN, ids=lambda one: one.key)
def test_a_lighter_picture_looks_the_same(exhibit):
    whole = svg(exhibit)
    before, after = seen(whole), seen(light(whole))
    assert before.shape == after.shape
    assert (abs(before - after) > 60).mean() < 0.002


def test_it_weighs_less_and_keeps_every_word_that_is_seen():
    whole = svg(EXHIBITS[0])
    less = light(whole)
    assert len(less) < 0.75 * len(whole)
    words = [one.text for one in ET.fromstring(less).iter() if one.text]
    assert {"target 60%", "40%"} <= set(words)


def test_words_that_are_not_seen_are_left_out_and_what_cuts_off_is_kept():
    cut = '<clipPath id="a"><path d="M0,0h9v9h-9Z"/></clipPath>'
    drawn = f'<svg>{cut}<g><path d="M0,0h9v9h-9Z"/></g><text opacity="0">Jan</text></svg>'
    kept = re.sub(r"<svg[^>]*>", "<svg>", light(drawn))
    assert kept == f"<svg>{cut}</svg>"
