from tests.measures.drawn import evidence

TEXT = """
    areas
    label   | area
    N. Side | North

    figures from city
    figure     | month   | area    | value | denominator
    population | 2026-01 | N. Side | 1000  |
    population | 2026-01 |         | 5000  |

    figures from police
    figure     | month   | area    | value | denominator
    population | 2026-01 |         | 4000  | 7
    """


def test_a_figure_is_known_by_month_and_area_and_the_first_feed_is_believed() -> None:
    asked = evidence(TEXT).ask("SELECT area, value, denominator FROM figures ORDER BY value")
    rows = asked.astype(object).where(asked.notna(), None).itertuples(index=False, name=None)
    assert list(rows) == [("North", 1000, None), (None, 5000, 7)]
    assert evidence(TEXT).known["figures"].months == {"2026-01"}


def test_the_whole_is_the_citys_own_row_else_the_sum_of_its_areas() -> None:
    text = """
    figures
    figure     | month   | area  | value
    population | 2026-01 |       | 5000
    population | 2026-01 | North | 1000
    population | 2026-02 | North | 1000
    population | 2026-02 | South | 3000
    """
    asked = "SELECT month, area, in_whole FROM {} ORDER BY month, area NULLS FIRST"
    rows = evidence(text).ask(asked.format("figures"))
    assert rows["in_whole"].tolist() == [True, False, True, True]
    areas = evidence(text).ask(asked.format("area_figures"))
    assert areas["area"].tolist() == ["North", "North", "South"]
    assert areas["in_whole"].all()
