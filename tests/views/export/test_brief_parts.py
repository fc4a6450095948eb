from dataclasses import replace

from arp.views.export import brief_parts
from arp.views.export.brief import Shape
from tests.views.export.drawn_handout import EXHIBITS, page

SHAPE = Shape(4, 2.0)


def told(of, shape=SHAPE):
    return brief_parts.told(of, shape, [])


def test_a_text_is_cut_between_words_and_says_so():
    assert brief_parts.cut("one two three", 9) == "one two …"
    assert brief_parts.cut("one two", 9) == "one two"


def test_tiles_have_their_value_in_its_unit():
    values = [tile["value"] for tile in told(page())["tiles"]]
    assert values == ["26,863", "26.1 min"]


def test_a_page_without_tiles_shows_the_table_that_answers_it():
    harm = next(one for one in EXHIBITS if one.key == "harm")
    assert told(page())["listed"] is None
    listed = told(page((harm, *EXHIBITS), tiles=()))["listed"]
    assert listed["rows"] == [["Responder injuries", "2"]]


def test_at_most_two_charts_of_a_kind_come_before_others():
    alike = [replace(EXHIBITS[0], key=key) for key in ("first", "second", "third")]
    drawn = brief_parts.drawn(page((*alike, *EXHIBITS[2:4])), 4, ())
    assert [one.exhibit.key for one in drawn] == ["first", "second", "shares", "counts"]


def test_questions_without_an_answer_are_counted_where_there_is_no_room():
    assert told(page(), Shape(4, 2.0, untold=0))["untold"] == ["1 more question has no answer yet."]
