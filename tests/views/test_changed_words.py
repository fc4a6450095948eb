from arp.measures.moves import WHOLE, Moved, Said
from arp.views.changed_words import UNCHANGED, sentences, summary


def move(then, now, period="2026-10", key="program_responses", reason=""):
    return Moved(
        key=key, period=period, before=Said(value=then), after=Said(value=now, reason=reason)
    )


def test_a_figure_says_its_month_from_what_to_what():
    assert sentences([move(412, 431)]) == ["Program responses in Oct 2026: from 412 to 431."]


def test_the_whole_is_named_as_such_and_units_are_printed():
    assert sentences([move(30.04, 29.5, WHOLE, "response_p50")]) == [
        "Response time (median) in all months together: from 30.0 minutes to 29.5 minutes."
    ]


def test_a_figure_that_comes_was_none_and_one_that_is_lost_says_why():
    assert sentences([move(None, 3), move(3, None, reason="Too few calls to tell.")]) == [
        "Program responses in Oct 2026: from no figure to 3.",
        "Program responses in Oct 2026: from 3 to no figure. Too few calls to tell.",
    ]


def test_a_move_that_print_does_not_show_is_left_out():
    tiny = move(0.58001, 0.58002, key="contact_made_rate")
    assert sentences([tiny]) == []
    assert summary([tiny]) == UNCHANGED


def test_the_summary_counts_figures_and_names_their_months():
    moves = [
        move(1, 2, "2026-09"), move(1, 2), move(1, 2, WHOLE),
        move(10.0, 11.0, key="response_p50"),
    ]  # fmt: skip
    assert summary(moves) == "2 figures moved in Sep–Oct 2026."
    assert summary([move(1, 2, WHOLE)]) == "1 figure moved, of the whole alone."
