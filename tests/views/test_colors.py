import tomllib
from pathlib import Path

import pytest

from arp.views.colors import DARK, LIGHT, contrast, palette

GROUNDS = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


@pytest.mark.parametrize("colors", GROUNDS)
@pytest.mark.parametrize(
    "name", ["text", "quiet", "program", "improving", "worsening", "no_direction"]
)
def test_colors_of_words_are_readable_on_their_ground(colors, name):
    assert contrast(getattr(colors, name), colors.ground) >= 4.5


@pytest.mark.parametrize("colors", GROUNDS)
@pytest.mark.parametrize(
    "name", ["program", "program_soft", "usual", "improving", "worsening", "no_direction"]
)
def test_marks_stand_out_from_their_ground(colors, name):
    assert contrast(getattr(colors, name), colors.ground) >= 3


@pytest.mark.parametrize("colors", GROUNDS)
def test_many_is_farther_from_the_ground_than_few(colors):
    away = [contrast(step, colors.ground) for step in colors.scale]
    assert away == sorted(away)


@pytest.mark.parametrize("colors", GROUNDS)
def test_a_word_on_the_band_of_an_absent_month_is_readable(colors):
    assert contrast(colors.quiet, colors.absent) >= 4.5


def test_the_app_and_its_charts_use_the_same_colors():
    theme = tomllib.loads(CONFIG.read_text())["theme"]
    for colors, section in ((LIGHT, theme["light"]), (DARK, theme["dark"])):
        assert section["primaryColor"] == colors.program
        assert section["backgroundColor"] == colors.ground
        assert section["textColor"] == colors.text
        assert section["grayTextColor"] == colors.quiet
        assert section["borderColor"] == colors.rule
        assert section["blueColor"] == colors.improving
        assert section["orangeColor"] == colors.worsening
        assert section["violetColor"] == colors.no_direction


def test_the_browser_s_theme_chooses_the_palette():
    assert palette("dark") is DARK
    assert palette("light") is LIGHT
    assert palette(None) is LIGHT


def test_black_on_white_has_the_greatest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
