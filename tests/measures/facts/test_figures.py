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
