from arp.exhibits.exhibit import Section
from arp.views.export import public_parts
from tests.views.export.drawn_handout import EXHIBITS, grouped, page


def html(of):
    return "".join(public_parts.page(of))


def test_a_long_table_is_opened_by_the_reader_and_a_short_one_is_open():
    assert html(page(EXHIBITS[2:3])).count("<details open>") == 1
    assert "<details><summary>" in html(page(EXHIBITS[:1]))


def test_a_chart_of_shades_keeps_its_light_ground():
    week = next(one for one in EXHIBITS if one.key == "week")
    assert 'class="on-light"' in html(page((week,)))
    assert 'class="on-light"' not in html(page(EXHIBITS[2:3]))


def test_a_titled_section_stands_a_level_above_its_questions():
    of = page(sections=(Section(EXHIBITS[2:3], "Endings"),))
    assert "<h3>Endings</h3>" in html(of)
    assert "<h4>How do contacts end?</h4>" in html(of)


def test_what_cannot_be_told_is_said_by_its_reason():
    assert "<li>Do people feel helped? Upload a survey.</li>" in html(page())


def test_readings_lose_the_figures_of_what_is_withheld_and_no_others():
    rows = grouped("team", ("CRT", 0.5, 90), ("CoR", None, 40))
    kept = public_parts.figures(rows)
    assert kept["n"].isna().tolist() == [False, True]
    assert rows["n"].notna().all()
