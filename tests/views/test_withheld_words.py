"""What is said of figures about people that are kept back."""

import pytest

from arp.views.withheld_words import rule


@pytest.mark.parametrize(("smallest", "largest"), [(11, "12 or fewer"), (5, "7 or fewer")])
def test_the_rule_names_the_largest_count_that_is_withheld(smallest, largest):
    assert rule(smallest).endswith(f"what would tell of {largest} is withheld.")
