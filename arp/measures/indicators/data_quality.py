"""Is the program functioning well? Whether its figures can be relied on."""

from datetime import date

from ibis import _

from arp.measures.formula import Count, Share, Study
from arp.measures.indicator import Better, Indicator, Question
from arp.measures.studies.completeness import completeness
from arp.measures.studies.freshness import upload_lag

ENTRIES = (
    Indicator(
        key="field_completeness",
        name="Data completeness",
        question=Question.FUNCTIONING,
        why="Shows which columns are filled in well enough to carry a decision.",
        words=(
            "Rows in which the field is filled, divided by the rows uploaded, for each required "
            "field. The index is the lowest of them."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="field_counts",
        formula=Study(run=completeness, among=_.rows_n > 0, by=("month",)),
        needs=("ever_filled", "filled_n", "rows_n"),
        to_measure_it="It needs data. Upload a month of calls or of the program's records.",
        source="This project's declared tables say which fields are required.",
        caveat="Filled in is not the same as right.",
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
    Indicator(
        key="outcome_link_rate",
        name="Calls with a contact record",
        question=Question.FUNCTIONING,
        why="Shows for how many of the program's calls anybody can tell what came of them.",
        words=(
            "Calls of the dispatch system (CAD) to which a program unit was dispatched and that "
            "have a contact record of the same incident number, divided by all such calls."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(of=_.encounters_n.notnull(), among=_.in_cad & _.prog_dispatched),
        needs=("encounters_n", "in_cad", "prog_dispatched"),
        to_measure_it=(
            "No contact record has the incident number of a call. Upload the program's contact "
            "records with the dispatch system's incident numbers, and a dispatch (CAD) export."
        ),
        source="City of Durham: the dispatch system and the records system do not agree.",
        caveat="Calls that were canceled early often have no record.",
        starting_target=0.95,
        target_note="No standard is published; 95% is a value to begin with.",
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
    Indicator(
        key="timestamp_valid_rate",
        name="Usable time stamps",
        question=Question.FUNCTIONING,
        why="Shows on how many of the program's arrivals the response time rests.",
        words=(
            "Calls with a valid response interval (from 0 to 24 hours), divided by calls where a "
            "program unit arrived."
        ),
        unit="share",
        better=Better.HIGHER,
        grain="calls",
        formula=Share(of=_.response_minutes.notnull(), among=_.prog_arrived),
        needs=("response_minutes", "prog_arrived"),
        to_measure_it=(
            "It needs the time a call was received and the time a unit arrived. "
            "Upload a dispatch (CAD) export, or the program's records, with both."
        ),
        source="Los Angeles Fire Department practice: negative and over-long intervals are left "
        "out and counted.",
        caveat="A pair of times can be valid and still be wrong.",
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
    Indicator(
        key="unmapped_call_types",
        name="Unmapped codes",
        question=Question.FUNCTIONING,
        why="Shows rows with codes that nobody has explained yet; they drop out of other figures.",
        words=(
            "Counts rows whose value has no mapping: call types that no list of the program names, "
            "units outside the unit map, labels of encounters that are read as no word. Fields for "
            "which there is no mapping at all are left out."
        ),
        unit="rows",
        better=Better.LOWER,
        grain="held_values",
        formula=Count(where=~_.mapped),
        needs=("mapped",),
        to_measure_it=(
            "There is no mapping to hold the data against. It needs the program's list of call "
            "types or of units, or uploaded records with contact labels."
        ),
        source="This project's settings.",
        caveat="New codes appear without notice when a dispatch system changes.",
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
    Indicator(
        key="upload_lag_days",
        name="Freshness",
        question=Question.FUNCTIONING,
        why="Shows how old the newest call was when it was uploaded.",
        words="Day of the upload that brought the newest call, less the day of that call.",
        unit="days",
        better=Better.LOWER,
        grain="freshness",
        formula=Study(run=upload_lag, among=_.uploaded_on.notnull()),
        needs=("last_call_on", "uploaded_on"),
        to_measure_it="It needs dated calls. Upload a month of calls with their times.",
        source="The history of uploads.",
        caveat="Old files uploaded for the first time look late.",
        reviewed_on=date(2026, 11, 22),
        next_review_on=date(2027, 11, 22),
    ),
)
