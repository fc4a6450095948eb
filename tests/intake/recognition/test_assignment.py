from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from arp.intake.recognition.assignment import best_pairs

PAIRS = st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(0, 3))
SCORES = st.dictionaries(PAIRS, st.sampled_from([0.5, 0.7, 0.9, 1.0]), max_size=9)


def test_a_field_leaves_its_best_column_to_one_that_has_no_other():
    # final = column 0 alone; initial = column 0 best, column 1 nearly as well
    scores = {("initial", 0): 1.0, ("initial", 1): 0.9, ("final", 0): 0.8}
    assert best_pairs(scores) == {"initial": 1, "final": 0}


def test_nothing_to_assign_is_no_pairs():
    assert best_pairs({}) == {}


@settings(max_examples=60, deadline=None)
@given(SCORES)
def test_no_other_assignment_scores_more(scores):
    found = best_pairs(scores)
    assert len(set(found.values())) == len(found)
    fields = sorted({field for field, _ in scores})
    columns = [0, 1, 2, 3, None, None, None]
    best = max(
        (sum(scores.get(pair, 0) for pair in zip(fields, some, strict=False)))
        for some in permutations(columns, len(fields))
    )
    assert abs(sum(scores[pair] for pair in found.items()) - best) < 1e-9
