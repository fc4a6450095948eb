from dataclasses import replace

from arp.measures.asked import Filters
from arp.views.export import provenance
from tests.views.export.drawn_handout import CAPTURE, handout


def test_a_foot_says_n_period_day_part_and_method():
    made = handout()
    part = replace(made.screens[0].page, where=Filters(team=("CRT",)))
    screen = replace(made.screens[0], page=part)
    foot = provenance.foot(screen, made)
    for words in ("1,204 of 2,262", "Jan 2025–Jun 2026", "Nov 6, 2026", "Showing CRT."):
        assert words in foot
    assert foot.endswith("Method of Nov 22, 2026.")


def test_the_figures_of_a_screen_have_their_definitions_and_caveats():
    screen = handout().screens[0]
    assert list(provenance.indicators(screen)) == [CAPTURE]
    ((name, unit, words, caveat),) = provenance.definitions(provenance.indicators(screen))
    assert (unit, caveat) == ("share", provenance.caveats(screen).get(name, ""))
    assert words
