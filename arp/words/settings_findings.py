"""Findings about a program workbook: any fault refuses it whole, and all are shown at once."""

from arp.words.findings import FindingKind, Severity


def _stops(key: str, title: str, template: str, remedy: str) -> FindingKind:
    return FindingKind(key, title, template, remedy, Severity.STOPS_UPLOAD)


def _note(key: str, title: str, template: str, remedy: str) -> FindingKind:
    return FindingKind(key, title, template, remedy, Severity.NOTE)


SETTINGS_REFUSED: tuple[FindingKind, ...] = (
    _stops(
        "program_workbook_faults",
        "A program workbook with faults",
        "The settings have faults ({n}), so none of them was saved.",
        "Mend the listed cells and save or upload the whole again.",
    ),
    _stops(
        "no_settings",
        "A program workbook without a setting",
        "The program workbook is blank: it holds no setting.",
        "Fill in at least one of its sheets and upload it again.",
    ),
    _stops(
        "missing_setting",
        "A setting is missing",
        "Row {row} of {sheet} has nothing under “{column}”, which it needs.",
        "Fill in the cell, or delete the row.",
    ),
    _stops(
        "unreadable_setting",
        "Not readable",
        "Row {row} of {sheet}, column “{column}”: {found} is not {other}.",
        "Write dates as 10/5/2026, times as 07:00, numbers without a unit, and Yes or No.",
    ),
    _stops(
        "uncalculated_settings",
        "Formulas without saved results",
        "Formulas in {sheet} have no saved result and would read as blank ({n}).",
        "Open the workbook in Excel, save it and upload it again.",
    ),
    _stops(
        "unknown_setting_word",
        "None of the known words",
        "Row {row} of {sheet}, column “{column}”: {found} is none of {other}.",
        "Choose from the listed words; part several by semicolons.",
    ),
    _stops(
        "unknown_team",
        "A team that is not listed",
        "Row {row} of {sheet}, column “{column}”: {found} is no team of the program.",
        "Correct the name, or add the team to the sheet “Teams”.",
    ),
    _stops(
        "team_still_named",
        "A team that other settings still name",
        "The team {found} is not listed in {sheet}, but the settings of “{other}” name it.",
        "Keep the team, with a last day if it ended, or upload the sheet that names it as well.",
    ),
    _stops(
        "unknown_indicator",
        "No such indicator",
        "Row {row} of {sheet}, column “{column}”: {found} is no indicator.",
        "Take the indicator's key from the sheet “Indicators” or from the page Definitions.",
    ),
    _stops(
        "unfit_unit",
        "A unit that does not fit",
        "Row {row} of {sheet}, column “{column}”: a target for this indicator is set in {other}, "
        "not in {found}.",
        "Write the target in the indicator's own unit.",
    ),
    _stops(
        "setting_out_of_range",
        "Out of range",
        "Row {row} of {sheet}, column “{column}”: {found} is not {other}.",
        "Correct the number. A share is written as 60% or 0.6.",
    ),
    _stops(
        "unknown_time_zone",
        "No such time zone",
        "Row {row} of {sheet}, column “{column}”: {found} is no time zone.",
        "Write its IANA name, such as America/New_York or America/Los_Angeles.",
    ),
    _stops(
        "reversed_dates",
        "Ends before it begins",
        "Row {row} of {sheet}, column “{column}”: the last day ({found}) is before the first "
        "({other}).",
        "Correct one of the two dates.",
    ),
    _stops(
        "repeated_setting",
        "The same setting twice",
        "Row {row} of {sheet} sets the same as row {other}, from the same day ({found}).",
        "Keep one of the two rows, or give the newer one the day from which it holds.",
    ),
    _stops(
        "overlapping_shifts",
        "The same shift twice",
        "Row {row} of {sheet} states a shift that row {other} states too: {found}.",
        "Keep one of the two rows and give it all units, or end the older one on the day before.",
    ),
)

INDICATORS_REFUSED: tuple[FindingKind, ...] = (
    _stops(
        "unfit_key",
        "No key of an indicator",
        "Row {row} of {sheet}, column “{column}”: {found} cannot be the key of an indicator.",
        "Write small letters, digits and _, and begin with a letter.",
    ),
    _stops(
        "declared_indicator",
        "The formula of one of the app's own indicators",
        "Row {row} of {sheet}, column “{column}”: {found} is one of the app's own indicators.",
        "Set only its name and whether it is hidden, or give your own indicator another key.",
    ),
    _stops(
        "unreadable_condition",
        "A condition that cannot be read",
        "Row {row} of {sheet}, column “{column}”: at “{found}”, {other} is expected.",
        "Write a condition such as: eligible and not handled; the sheet “Columns” has more.",
    ),
    _stops(
        "unknown_fact_column",
        "No such column",
        "Row {row} of {sheet}, column “{column}”: {found} is no column of {other}.",
        "Take the column's key from the sheet “Columns”.",
    ),
    _stops(
        "unfit_formula",
        "A formula that does not fit",
        "Row {row} of {sheet}, column “{column}”: {found} does not fit. It takes {other}.",
        "Correct the cell; the sheet “Columns” says what each column holds.",
    ),
)

ABOUT_SETTINGS: tuple[FindingKind, ...] = (
    _note(
        "section_left_alone",
        "A blank sheet of settings",
        "{sheet} is blank: its settings stay as they are.",
        "Nothing to do.",
    ),
    _note(
        "setting_column_not_used",
        "A column that is no setting",
        "Column “{column}” of {sheet} is none of the program workbook's; it was not used.",
        "Nothing to do, unless its header is misspelled.",
    ),
)
