import pytest

from arp.measures.database import connect
from arp.measures.studies.candidates import _block


@pytest.mark.parametrize(
    ("hour", "block"),
    [
        (0, "weekdays 00–04"),  # Monday midnight
        (3, "weekdays 00–04"),
        (4, "weekdays 04–08"),
        (119, "weekdays 20–24"),  # Friday, the last hour
        (120, "weekend 00–04"),
        (167, "weekend 20–24"),
    ],
)
def test_an_hour_of_the_week_belongs_to_a_block_of_four_hours(hour: int, block: str) -> None:
    with connect() as connection:
        assert connection.execute(f"SELECT {_block(str(hour))}").fetchall() == [(block,)]
