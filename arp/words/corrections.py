"""The corrections workbook's own words: its sheets, its column, and what is found in it."""

from arp.words.findings import FindingKind, Severity

FINDINGS_TAB = "Findings"
AS_SENT_TAB = "As sent"  # hidden: the rows as they came, and how the file was read
ROW_HEADER = "Row in your file"

ABOUT_CORRECTIONS: tuple[FindingKind, ...] = (
    FindingKind(
        "corrections_read",
        "A corrections workbook",
        "The file is the corrections workbook of a file of {found}. Mended rows: {n}.",
        "Nothing to do: rows that are as they were sent change nothing.",
        Severity.NOTE,
    ),
    FindingKind(
        "corrected_file_not_saved",
        "The file itself is not saved",
        "The file that these rows were taken from is not saved.",
        "Save that file too, and first: of this workbook only the mended rows are saved.",
        Severity.NOTE,
    ),
    FindingKind(
        "number_taken",
        "A number that another saved row has",
        "Row {row} of {sheet} now has number {found}, under which another row is saved.",
        "Check the number. If the saved row is wrong, upload it in a file of its month.",
        Severity.SETS_ROW_ASIDE,
    ),
    FindingKind(
        "corrections_not_matched",
        "A corrections workbook that lost its way back",
        "The rows of {sheet} can no longer be matched to the file that they were taken from.",
        f"Download the corrections workbook again and keep its headers, its column “{ROW_HEADER}” "
        "and its hidden sheet.",
        Severity.STOPS_UPLOAD,
    ),
)
