"""Findings that cost nothing: what was noticed, left out or understood on the way."""

from arp.words.findings import FindingKind, Severity


def _note(key: str, title: str, template: str, remedy: str) -> FindingKind:
    return FindingKind(key, title, template, remedy, Severity.NOTE)


ABOUT_THE_FILE: tuple[FindingKind, ...] = (
    _note(
        "content_not_name",
        "Read by its content",
        "The file's name ends in {found}, but its content is {other}; it was read by its content.",
        "Nothing to do.",
    ),
    _note(
        "encoding_note",
        "An older text encoding",
        "The text is written in {found}, not in UTF-8; it was read so.",
        "Nothing to do, if letters with accents look right.",
    ),
    _note(
        "control_characters_removed",
        "Invisible characters removed",
        "Invisible control characters were removed from cells of {sheet} ({n}).",
        "Nothing to do.",
    ),
    _note(
        "blank_rows_trimmed",
        "Far blank rows left out",
        "Formatted but blank rows down to row {row} of {sheet} were left out.",
        "Nothing to do.",
    ),
    _note(
        "hidden_sheet",
        "A hidden sheet",
        "{sheet} is hidden in the workbook and was looked at like the others.",
        "Delete it before the upload if it should not be read.",
    ),
    _note(
        "hidden_rows",
        "Hidden rows",
        "{sheet} has hidden rows ({n}); they were read like the others.",
        "Delete them before the upload if they should not count.",
    ),
    _note(
        "hidden_columns",
        "Hidden columns",
        "{sheet} has hidden columns ({n}); they were read like the others.",
        "Delete them before the upload if they should not be read.",
    ),
    _note(
        "prose_sheet",
        "A sheet of text",
        "{sheet} holds text, not a table; it was not used.",
        "Nothing to do.",
    ),
    _note(
        "other_sheet_not_used",
        "A sheet not used",
        "{sheet} was not used: another sheet fits better, or it is no table of ours.",
        "If it holds data that count, upload it as a file of its own.",
    ),
    _note(
        "added_up_sheet",
        "A sheet of totals",
        "{sheet} holds {found}, not single calls; it was not used.",
        "Nothing to do.",
    ),
    _note(
        "second_table",
        "A second table on the sheet",
        "A second table begins in row {row} of {sheet}; only the first was read.",
        "Move it to a sheet of its own if it counts.",
    ),
    _note(
        "table_beside",
        "A second table beside the first",
        "Another table begins in column {column} of {sheet}; it was not read.",
        "Move it to a sheet of its own if it counts.",
    ),
)

ABOUT_ROWS: tuple[FindingKind, ...] = (
    _note(
        "title_rows",
        "Title rows",
        "Above the header of {sheet} stand title rows ({n}; row {row} reads {found}); they are "
        "no data.",
        "Nothing to do.",
    ),
    _note(
        "two_header_rows",
        "A header of two rows",
        "Rows {row} and {n} of {sheet} were read together as its header.",
        "Nothing to do, if the columns are named right.",
    ),
    _note(
        "no_header",
        "No header",
        "Row {row} of {sheet} looks like data, not like a header; the columns are named by their "
        "letters.",
        "Say what each column is, or write a header above the first row and upload again.",
    ),
    _note(
        "blank_rows",
        "Blank rows",
        "{sheet} has blank rows between the others ({n}); they are no data.",
        "Nothing to do.",
    ),
    _note(
        "totals_row",
        "A totals row",
        "Row {row} of {sheet} is a total or a footer ({found}); it is no data.",
        "Nothing to do.",
    ),
    _note(
        "repeated_header",
        "The header repeated",
        "Row {row} of {sheet} repeats the header; it is no data.",
        "Nothing to do.",
    ),
    _note(
        "exact_repeats_merged",
        "Exact repeats",
        "Rows of {sheet} that repeat an earlier row exactly ({n}) count once.",
        "Nothing to do.",
    ),
    _note(
        "further_units_merged",
        "Further units of a call",
        "Rows of {sheet} that are further units of a call already counted: {n}.",
        "Nothing to do: every unit is kept, and a call counts once.",
    ),
    _note(
        "unit_level_export",
        "One row a unit",
        "{sheet} has one row a unit sent; calls in all: {n}.",
        "Nothing to do: a call's times are the first dispatch and arrival and the last clear.",
    ),
    _note(
        "undated_rows",
        "Rows without a date",
        "Rows of {sheet} without any readable date: {n}; they belong to no month.",
        "Fill in a date where one is known. They count in totals, and in no month.",
    ),
    _note(
        "month_gap",
        "A month is missing",
        "There is no row of {found} in {sheet}; it shows as a gap, not as zero.",
        "Upload that month if there were calls in it.",
    ),
    _note(
        "zone_unknown",
        "No time zone is set",
        "The times of {sheet} run across a change of the clocks, as on {found}. While no time "
        "zone is set, intervals across it are an hour off.",
        "Set the time zone in the program settings, or import once with "
        "--answer time_zone=America/New_York.",
    ),
    _note(
        "restarted_numbers",
        "Numbers used before",
        "Rows of {sheet} repeat the numbers of saved rows that lie more than 31 days away: {n}. "
        "Row {row} is number {found}; the saved one is of {other}.",
        "Say whether they are corrections. Where numbers start again, put the year in front.",
    ),
    _note(
        "repeated_hour",
        "Times in the repeated hour",
        "Times of “{column}” in {sheet} in the hour that comes twice in autumn: {n}.",
        "Nothing to do: each is read so that its interval is the shortest that is not negative.",
    ),
)

ABOUT_COLUMNS: tuple[FindingKind, ...] = (
    _note(
        "personal_column_left_out",
        "A personal column left out",
        "Column “{column}” of {sheet} looks like {found} and was left out.",
        "Nothing to do. Better still, leave it out of the export.",
    ),
    _note(
        "address_by_block",
        "Addresses kept by block",
        "Addresses in column “{column}” of {sheet} are kept as their block, without the house "
        "number (rows: {n}).",
        "Nothing to do.",
    ),
    _note(
        "place_not_kept",
        "Places that are no block",
        "Cells of column “{column}” of {sheet} that are neither a block, a street corner nor an "
        "address were left out (rows: {n}).",
        "Nothing to do: what they say of a person cannot be known.",
    ),
    _note(
        "unused_column",
        "A column not used",
        "Column “{column}” of {sheet} was not used.",
        "If it holds one of the app's fields, choose the field by menu.",
    ),
    _note(
        "column_missing",
        "A column is missing",
        "{sheet} has no column for “{column}”.",
        "Add it to the export if the system has it; what needs it is not measured.",
    ),
    _note(
        "column_without_header",
        "A column without a header",
        "Column {column} of {sheet} has no header.",
        "Write a header into row {row} if the column counts.",
    ),
    _note(
        "repeated_column",
        "Two columns of one name",
        "{sheet} has several columns named “{column}” ({n}).",
        "Give each a name of its own.",
    ),
    _note(
        "column_new",
        "A new column",
        "Column “{column}” of {sheet} is new: earlier files of {found} did not have it.",
        "Nothing to do, if it was understood right.",
    ),
    _note(
        "column_gone",
        "A column that is no longer there",
        "Earlier files of {found} had a column “{column}”; {sheet} has none.",
        "If it was left out by mistake, add it to the export and upload again.",
    ),
    _note(
        "withheld_values",
        "Values withheld",
        "Cells of column “{column}” in {sheet} read {found} or the like (rows: {n}); they count as "
        "unknown.",
        "Nothing to do, if they were withheld on purpose.",
    ),
    _note(
        "number_format",
        "Numbers shown in another form",
        "Column {column} of {sheet} shows {found}; the plain numbers behind them were read.",
        "Check that 50% is meant where 0.5 is read; the app's own rates are shares from 0 to 1.",
    ),
    _note(
        "clock_from_span",
        "A time worked out from a span",
        "Times of “{other}” in {sheet} were worked out from “{column}”, read as {found} "
        "(rows: {n}).",
        "Nothing to do, if the unit is right.",
    ),
    _note(
        "serial_dates",
        "Dates shown as numbers",
        "Column “{column}” of {sheet} shows dates as bare numbers such as {found}; they were read "
        "as Excel's dates.",
        "Nothing to do.",
    ),
    _note(
        "leading_zeros_lost",
        "Leading zeros not stored",
        "Column “{column}” of {sheet} shows leading zeros that its cells do not hold.",
        "Format the column as Text where the export is made if the zeros count.",
    ),
    _note(
        "similar_labels",
        "Labels that look alike",
        "In column “{column}” of {sheet}, “{found}” and “{other}” look like one label (rows: {n}).",
        "Say whether they are one; until then both are kept.",
    ),
    _note(
        "label_read_as",
        "A label read as a word",
        "In column “{column}” of {sheet}, “{found}” is read as “{other}” (rows: {n}).",
        "Correct it by menu if it means something else.",
    ),
    _note(
        "mapping_remembered",
        "A known layout",
        "The layout of {sheet} is known from an earlier file of {found}; it was read the same way.",
        "Nothing to do.",
    ),
    _note(
        "program_only",
        "Only the program's calls",
        "{sheet} holds only the program's own calls.",
        "Nothing to do: what divides by all calls is not measured from this feed.",
    ),
)
