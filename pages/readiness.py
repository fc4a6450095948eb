"""Ready to expand? Seven gates with their evidence; then which calls are missed, why and when."""

from functools import partial

from arp.exhibits.readiness import GATES, key_of
from pages import _composed, _figures, _gates

page, shown = _composed.composed("readiness")
found = _figures.gates(shown)
_composed.head(page)
_composed.sections(
    page,
    shown,
    {key_of(gate): partial(_gates.table, [gate]) for gate in found}
    | {GATES: partial(_gates.table, found)},
)
