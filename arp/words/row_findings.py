"""Findings about rows and values: what set a row aside, and what cost a value."""

from arp.words.findings import FindingKind, Severity


def _sets_aside(key: str, title: str, template: str, remedy: str) -> FindingKind:
    return FindingKind(key, title, template, remedy, Severity.SETS_ROW_ASIDE)


def _costs(key: str, title: str, template: str, remedy: str) -> FindingKind:
    return FindingKind(key, title, template, remedy, Severity.COSTS_A_VALUE)


ROWS_SET_ASIDE: tuple[FindingKind, ...] = (
    _sets_aside(
        "missing_identity",
        "No number",
        "Row {row} of {sheet} has no {column}, so it cannot be told from other rows.",
        "Fill in the number and upload the file again.",
    ),
    _sets_aside(
        "contradicting_repeat",
        "The same number with other content",
        "Row {row} of {sheet} repeats number {found} of row {other}, but says something else.",
        "Keep one of the two rows, or add the column that tells units apart, and upload again.",
    ),
)

VALUES_LOST: tuple[FindingKind, ...] = (
    _costs(
        "destroyed_column",
        "A column whose date and hour are lost",
        "The times in column “{column}” of {sheet} have lost their date and hour: row {row} reads "
        "{found}. The column was left out.",
        "Show the column with date and time (m/d/yyyy h:mm:ss) before saving, and upload again.",
    ),
    _costs(
        "several_in_a_cell",
        "Several in one cell",
        "Column “{column}” of {sheet} holds several {found} in one cell, so that it cannot be said "
        "which belongs to which unit (rows: {n}). The column was left out.",
        "Export one row a unit, or the first unit's times in columns of their own.",
    ),
    _costs(
        "unreadable_time",
        "Not a date and time",
        "Row {row} of {sheet}, column “{column}”: {found} is not a date and time.",
        "Write it as 10/5/2026 14:05:11 and upload again; until then it counts as unknown.",
    ),
    _costs(
        "impossible_time",
        "An impossible date",
        "Row {row} of {sheet}, column “{column}”: {found} lies before 2000.",
        "Correct the date and upload again; until then it counts as unknown.",
    ),
    _costs(
        "future_time",
        "A time in the future",
        "Row {row} of {sheet}, column “{column}”: {found} lies in the future.",
        "Correct the date and upload again; until then it counts as unknown.",
    ),
    _costs(
        "unreadable_number",
        "Not a number",
        "Row {row} of {sheet}, column “{column}”: {found} is not a number.",
        "Write the number alone, without a unit, and upload again; until then it is unknown.",
    ),
    _costs(
        "unreadable_flag",
        "Neither yes nor no",
        "Row {row} of {sheet}, column “{column}”: {found} is neither yes nor no.",
        "Write Yes or No and upload again; until then it is unknown.",
    ),
    _costs(
        "unmapped_label",
        "A word without a known meaning",
        "The word {found} in column “{column}” of {sheet} has no known meaning (rows: {n}).",
        "Tell the app how to read it. The word itself is kept.",
    ),
    _costs(
        "error_cell",
        "An Excel error",
        "Row {row} of {sheet}, column “{column}” holds the error {found}.",
        "Repair the formula in Excel and upload again; until then the value is unknown.",
    ),
    _costs(
        "times_out_of_order",
        "Times out of order",
        "Row {row} of {sheet}: “{column}” ({found}) is before “{other}”.",
        "Correct one of the two times. The row is saved; this interval is left out.",
    ),
    _costs(
        "interval_too_long",
        "More than 24 hours",
        "Row {row} of {sheet}: from “{other}” to “{column}” ({found}) is more than 24 hours.",
        "Check both dates. The row is saved; this interval is left out.",
    ),
    _costs(
        "nonexistent_hour",
        "A time that the clock skipped",
        "Times in column “{column}” of {sheet} fall in the hour that spring's clock change "
        "skips (rows: {n}).",
        "Check the clock of the exporting system. The times are kept as they are.",
    ),
    _costs(
        "uncached_formulas",
        "Formulas without saved results",
        "Formulas in {sheet} have no saved result and read as blank ({n}).",
        "Open the workbook in Excel, save it and upload it again.",
    ),
    _costs(
        "digits_lost",
        "Long numbers may have lost digits",
        "Column “{column}” of {sheet} holds numbers of more than 15 digits, whose last digits "
        "Excel does not keep (rows: {n}).",
        "Format the column as Text where the export is made.",
    ),
    _costs(
        "span_without_start",
        "A span without a start",
        "Rows of {sheet} give “{column}” but not the time that it is counted from ({n}).",
        "Add the missing time to the export; until then the later time is unknown.",
    ),
)
