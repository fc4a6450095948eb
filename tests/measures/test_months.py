from arp.measures.months import month_before, months_between, ordinal


def test_months_run_over_the_end_of_a_year():
    assert months_between("2025-11", "2026-02") == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert ordinal("2026-01") - ordinal("2025-12") == 1


def test_between_months_of_which_one_is_not_known_there_is_none():
    assert months_between(None, "2026-02") == []
    assert months_between("2026-03", "2026-02") == []


def test_months_earlier_run_over_the_end_of_a_year_and_later_ones_too():
    assert (month_before("2026-01"), month_before("2026-03", 12)) == ("2025-12", "2025-03")
    assert month_before("2025-12", -1) == "2026-01"
