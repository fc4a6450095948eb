"""The catalog of findings: every kind by its key, sorted, printed on the Definitions page."""

from arp.words.corrections import ABOUT_CORRECTIONS
from arp.words.findings import FindingKind
from arp.words.notes import ABOUT_COLUMNS, ABOUT_ROWS, ABOUT_THE_FILE
from arp.words.refusals import REFUSED_AFTER_READING, REFUSED_UNREAD
from arp.words.row_findings import ROWS_SET_ASIDE, VALUES_LOST
from arp.words.settings_findings import ABOUT_SETTINGS, INDICATORS_REFUSED, SETTINGS_REFUSED
from arp.words.shape_findings import ABOUT_SHAPES, SHAPES_REFUSED

CATALOG: dict[str, FindingKind] = {
    kind.key: kind
    for kind in sorted(
        REFUSED_UNREAD
        + REFUSED_AFTER_READING
        + SETTINGS_REFUSED
        + INDICATORS_REFUSED
        + ROWS_SET_ASIDE
        + VALUES_LOST
        + ABOUT_THE_FILE
        + ABOUT_ROWS
        + ABOUT_COLUMNS
        + ABOUT_SETTINGS
        + ABOUT_CORRECTIONS
        + SHAPES_REFUSED
        + ABOUT_SHAPES,
        key=lambda kind: kind.key,
    )
}
