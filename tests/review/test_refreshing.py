from arp.exhibits.handout import Screen
from arp.review.refreshing import Changed, refreshed
from tests.review.drawn import SHOWN, exhibit, page


def of(*exhibits):
    return [Screen(exhibit=one, page=page(one)) for one in exhibits]


def test_findings_that_change_are_told_and_figures_that_move_beneath_one_are_counted():
    then = of(exhibit(), exhibit(), exhibit())
    moved = exhibit(readings=SHOWN.assign(value=16.0))
    now = of(exhibit(finding="Half wait 16 minutes."), moved, exhibit())
    found = refreshed(then, now)
    assert found.findings == (
        Changed("How long do people wait?", "Half wait 15 minutes.", "Half wait 16 minutes."),
    )
    assert (found.figures, found.screens) == (1, 3)


def test_the_same_data_change_nothing():
    found = refreshed(of(exhibit()), of(exhibit()))
    assert not found.findings
    assert not found.figures
