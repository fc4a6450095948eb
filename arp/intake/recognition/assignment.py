"""Which column goes to which field, so that all together fit best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def best_pairs(scores: Mapping[tuple[str, int], float]) -> dict[str, int]:
    """The pairs of field and column with the greatest total score, each taken at most once.

    Args:
        scores: above 0, by field and column; a pair that is not there cannot be.

    Source: the Hungarian method (Kuhn 1955, Munkres 1957), by potentials.
    """
    fields = sorted({field for field, _ in scores})
    columns = sorted({column for _, column in scores})
    # A field may stay without a column: each has a place of its own that scores 0.
    costs = [
        [-scores.get((field, column), 0.0) for column in columns] + [0.0] * len(fields)
        for field in fields
    ]
    return {
        fields[row]: columns[place]
        for row, place in enumerate(_cheapest(costs))
        if place < len(columns) and (fields[row], columns[place]) in scores
    }


def _cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """The place of each row in the assignment of least total cost; no more rows than places."""
    import numpy as np

    rows = len(costs)
    places = len(costs[0]) if rows else 0
    cost = np.array(costs, dtype=float).reshape(rows, places)
    row_price, place_price = np.zeros(rows + 1), np.zeros(places + 1)
    taken_by = np.full(places + 1, -1)  # the last place is where each new row starts
    for row in range(rows):
        taken_by[places] = row
        here, came_from = places, np.full(places, places)
        least, seen = np.full(places, np.inf), np.zeros(places + 1, dtype=bool)
        while taken_by[here] >= 0:
            seen[here] = True
            reduced = cost[taken_by[here]] - row_price[taken_by[here]] - place_price[:places]
            better = ~seen[:places] & (reduced < least)
            least[better], came_from[better] = reduced[better], here
            following = int(np.argmin(np.where(seen[:places], np.inf, least)))
            step = least[following]
            row_price[taken_by[seen]] += step
            place_price[seen] -= step
            least[~seen[:places]] -= step
            here = following
        while here != places:
            taken_by[here] = taken_by[came_from[here]]
            here = int(came_from[here])
        taken_by[places] = -1
    place_of = {int(row): place for place, row in enumerate(taken_by[:places]) if row >= 0}
    return [place_of[row] for row in range(rows)]
