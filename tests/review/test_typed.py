from datetime import date

import pandas as pd

from arp.exhibits.handout import Commitment
from arp.review.typed import table, typed

TODAY = date(2026, 11, 22)
HIRE = Commitment(what="Hire two", owner="Ben", due_on=date(2026, 12, 1), made_at="May")
VAN = Commitment(what="Buy a van", done_on=date(2026, 6, 1), made_at="May")
FOUND = {3: HIRE, 5: VAN}


def read(edited, found=FOUND):
    return typed(edited, found, "Council", TODAY, 6)


def test_lines_that_are_not_touched_change_nothing():
    assert read(table(FOUND)).is_nothing
    assert read(table({}), {}).is_nothing


def test_what_is_ticked_is_done_today_and_what_was_done_keeps_its_day():
    lines = table(FOUND).assign(Done=True)
    assert read(lines).kept == {3: Commitment(**vars(HIRE) | {"done_on": TODAY})}
    assert read(table(FOUND).assign(Done=False)).kept[5].done_on is None


def test_a_new_line_gets_the_next_number_and_is_of_this_review():
    new = pd.DataFrame(
        {
            "Number": [pd.NA, None],
            "What": ["  Call the  county ", "Write"],
            "Owner": [None, "Ana"],
            "Due": [pd.NaT, pd.Timestamp("2026-12-24")],
            "Done": [None, False],
        }
    )
    found = read(pd.concat([table(FOUND).astype(object), new]))
    assert found.kept == {
        6: Commitment(what="Call the county", made_at="Council"),
        7: Commitment(what="Write", owner="Ana", due_on=date(2026, 12, 24), made_at="Council"),
    }
    assert found.gone == ()


def test_a_line_without_a_text_is_no_commitment_and_never_loses_one():
    blank = table(FOUND).assign(What="")
    assert read(blank).is_nothing
    new = pd.DataFrame({"Number": [None], "What": [" "], "Owner": ["Ana"], "Due": [None]})
    assert read(new.assign(Done=False), {}).is_nothing


def test_a_day_may_be_moved_or_taken_out():
    later = table(FOUND).assign(Due=[date(2027, 1, 5), None])
    assert read(later).kept[3].due_on == date(2027, 1, 5)
    assert read(table(FOUND).assign(Due=pd.NaT)).kept[3].due_on is None


def test_a_line_taken_out_is_gone():
    assert read(table({3: HIRE})).gone == (5,)
