"""The numbers by which small counts of people are kept back (docs/adr/0015-small-numbers.md)."""

SMALLEST = 11  # the smallest count about people that is shown where no setting says otherwise
LEAST_SMALLEST = 5  # no setting may go below it
ROUNDED_TO = 5
