"""Findings that stop an upload: nothing of the file is saved."""

from arp.words.findings import FindingKind, Severity


def _stops(key: str, title: str, template: str, remedy: str) -> FindingKind:
    return FindingKind(key, title, template, remedy, Severity.STOPS_UPLOAD)


REFUSED_UNREAD: tuple[FindingKind, ...] = (
    _stops(
        "file_not_found",
        "No such file",
        "There is no such file, or it may not be read.",
        "Check the path and the file's permissions.",
    ),
    _stops(
        "sample_lake",
        "The sample city takes no uploads",
        "This is the lake of the made-up sample city; real data never go into it.",
        "Name another lake; a new one is made with the first upload.",
    ),
    _stops(
        "empty_file",
        "The file is empty",
        "The file is empty.",
        "Open the original, save it again and upload the new file.",
    ),
    _stops(
        "web_page",
        "A web page, not a spreadsheet",
        "The file is a web page saved under a spreadsheet's name.",
        "Open it in Excel and Save As .xlsx. If it shows a sign-in page, export the data again.",
    ),
    _stops(
        "old_xml_spreadsheet",
        "An old XML spreadsheet",
        "The file is an XML spreadsheet in the format of Excel 2003.",
        "Open it in Excel, use Save As to make an Excel workbook (.xlsx) and upload that.",
    ),
    _stops(
        "password_protected",
        "Protected by a password",
        "The workbook is protected by a password.",
        "Open it in Excel, remove the password under File > Info, save it and upload it again.",
    ),
    _stops(
        "damaged_file",
        "Damaged, or not fully uploaded",
        "The file is damaged or did not arrive in full.",
        "Open the original in Excel, save it under a new name and upload that.",
    ),
    _stops(
        "wrong_format",
        "Not a spreadsheet",
        "The file is {found}, not a spreadsheet.",
        "Open the data in Excel, save it as an Excel workbook (.xlsx) and upload that.",
    ),
    _stops(
        "not_a_workbook",
        "An archive, but no workbook",
        "The file is built like a workbook but holds no readable sheet.",
        "Open it in the program that made it and save it as an Excel workbook (.xlsx).",
    ),
    _stops(
        "apple_numbers",
        "An Apple Numbers document",
        "The file is an Apple Numbers document.",
        "In Numbers choose File > Export To > Excel and upload the exported file.",
    ),
    _stops(
        "compressed_file",
        "A compressed file",
        "The file is compressed ({found}).",
        "Unpack it and upload the spreadsheet inside.",
    ),
    _stops(
        "too_large",
        "Too large",
        "The file has {found}; the largest that can be read has {other}.",
        "Export fewer months at once and upload the parts.",
    ),
    _stops(
        "zip_bomb",
        "Unpacks to an unreasonable size",
        "The file unpacks to more than {other}, far more than a table of calls ever holds.",
        "Copy the table into a new workbook, save that and upload it.",
    ),
    _stops(
        "too_much_text",
        "Too much text",
        "The cells of the file hold more than {other} of text when they are written out, far more "
        "than a table of calls ever holds.",
        "Delete the columns of long texts, or export fewer months at once.",
    ),
    _stops(
        "too_many_parts",
        "Too many parts inside",
        "The workbook is made of {n} parts; at most {other} can be read.",
        "Copy the table into a new workbook, save that and upload it.",
    ),
    _stops(
        "duplicate_parts",
        "Two parts of one name inside",
        "The workbook holds two parts of the same name, so it is not clear which one counts.",
        "Copy the table into a new workbook, save that and upload it.",
    ),
    _stops(
        "too_many_rows",
        "Too many rows",
        "There are {n} rows in {sheet}; at most {other} can be read.",
        "Export fewer months at once and upload the parts.",
    ),
    _stops(
        "too_many_columns",
        "Too many columns",
        "The data in {sheet} reach column {found}; at most {other} columns can be read.",
        "Delete the columns that are not needed, and what stands far to the right of the table.",
    ),
    _stops(
        "too_many_sheets",
        "Too many sheets",
        "The workbook has {n} sheets; at most {other} can be read.",
        "Keep the sheets with data and delete the others.",
    ),
    _stops(
        "far_cell",
        "A cell far away from the table",
        "The data in {sheet} reach row {row} and column {column}: a cell stands far away from "
        "the table.",
        "Press Ctrl+End to find it, delete everything beyond the table, save and upload again.",
    ),
    _stops(
        "entity_declaration",
        "Holds a document declaration",
        "The workbook holds a document type declaration, which no spreadsheet program writes.",
        "Copy the table into a new workbook, save that and upload it.",
    ),
    _stops(
        "unreadable",
        "Could not be read",
        "The file could not be read within the limits of time and memory.",
        "Copy the table into a new workbook, save that as .xlsx and upload it.",
    ),
    _stops(
        "ragged_rows",
        "A line has too many or too few fields",
        "Line {row} has {found} fields where most lines have {other}, so values would slip into "
        "the wrong columns.",
        "Put values that hold a comma in quotation marks, or export as .xlsx.",
    ),
    _stops(
        "unclosed_quote",
        "A quotation mark is not closed",
        "The quotation mark opened in line {row} is never closed.",
        "Close it, or export as .xlsx.",
    ),
    _stops(
        "mixed_encoding",
        "Two encodings in one file",
        "The file mixes two text encodings; lines that differ: {found}.",
        "Export the whole file anew, as .xlsx or as CSV UTF-8.",
    ),
    _stops(
        "long_line",
        "A line is too long",
        "Line {row} is longer than {other}.",
        "Check that the export has line ends, or export as .xlsx.",
    ),
    _stops(
        "long_cell",
        "A cell is too long",
        "A value in line {row} is longer than {other} characters.",
        "Check the quotation marks near that line, or export as .xlsx.",
    ),
)

REFUSED_AFTER_READING: tuple[FindingKind, ...] = (
    _stops(
        "no_such_sheet",
        "No such sheet",
        "The workbook has no sheet “{found}”. Its sheets: {other}.",
        "Name one of them, exactly as it is written, or none.",
    ),
    _stops(
        "no_such_zone",
        "No such time zone",
        "There is no time zone named “{found}”.",
        "Write the time zone by its IANA name, such as America/New_York.",
    ),
    _stops(
        "no_data",
        "No data",
        "There is nothing in {sheet}.",
        "Check that you chose the right file.",
    ),
    _stops(
        "no_rows",
        "A header, but no rows",
        "There is a header row in {sheet}, but no row of data under it.",
        "Check the months chosen in the export and export again.",
    ),
    _stops(
        "no_table_recognized",
        "No known table",
        "No table of calls, units, encounters, follow-ups or figures was recognized in {sheet}.",
        "Check that the header row names its columns, or copy the data into the blank template.",
    ),
    _stops(
        "pre_aggregated",
        "Already added up",
        "The table in {sheet} is already added up: its rows are {found}, not single calls.",
        "Export the list of calls that it was made from, one row a call or a unit.",
    ),
    _stops(
        "incident_number_lost",
        "Incident numbers lost",
        "The numbers in column “{column}” of {sheet} have lost digits: row {row} reads {found}.",
        "Format the column as Text before saving the CSV, or upload the original export.",
    ),
    _stops(
        "numbers_start_again",
        "The numbers start again",
        "The numbers of {sheet} start again, and saving them would replace rows of other calls "
        "({n}). Row {row} is number {found}; the saved one is of {other}.",
        "Put the year in front of each number (2026-00125), also in sheets of units and contacts, "
        "and upload again.",
    ),
    _stops(
        "destroyed_times",
        "Date and hour lost",
        "The times in column “{column}” of {sheet} have lost their date and hour: row {row} reads "
        "{found}.",
        "Show the column with date and time (m/d/yyyy h:mm:ss) before saving, or upload the "
        "original export.",
    ),
    _stops(
        "settings_workbook",
        "Settings, but not in the program workbook",
        "The sheet {found} looks like settings, but not like one of the app's program workbook.",
        "Download the program workbook on the page Settings, fill it in and upload that.",
    ),
)
