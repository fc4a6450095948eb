"""A made-up program of real call signs in San Francisco, and the workbook that says so."""

import re
from pathlib import Path

import openpyxl

PROGRAM = """
Program
Program              | Time zone
Two made-up teams    | America/Los_Angeles

Teams
Team | Phone or in person | Works with police
CRT  | in person          | No
CARE | in person          | Yes

Units
Unit | Team | Agency
55   | CRT  |
85   | CRT  |
88   | CRT  |
52   | CARE |
KM03 | CARE |
5*   |      | ems
6*   |      | ems
7*   |      | ems
8*   |      | ems
9*   |      | ems
KM*  |      | ems
AM*  |      | ems
RC*  |      | ems
EMS* |      | ems
E*   |      | fire
T*   |      | fire
B*   |      | fire
D*   |      | fire

Agencies
Name in the data | Agency | Call types served before launch
Medics           | ems    | Medical Incident
Engines          | fire   | Medical Incident; Citizen Assist / Service Call

Eligible call types
Team | Call type                     | Only priorities | Valid from | Valid to
CRT  | Medical Incident              | 2               |            |
CRT  | Citizen Assist / Service Call |                 |            |
CRT  | Other                         |                 |            | 2017-01-03
CARE | Medical Incident              | 2; 3            | 2017-01-03 |

Service schedule
Team | Area       | Weekdays                               | Starts | Ends  | Units on duty | Also on holidays
CRT  |            | Mon; Tue; Wed; Thu; Fri; Sat; Sun      | 08:00  | 20:00 | 2             | Yes
CARE | Tenderloin | Mon; Tue; Wed; Thu; Fri; Sat; Sun      | 20:00  | 04:00 | 1             | No
CARE | Mission    | Mon; Tue; Wed; Thu; Fri                | 12:00  | 22:00 | 1             | Yes

Holidays
Day        | Holiday
2017-01-02 | New Year, observed

Priorities
Priority | Top priority
E        | Yes

Targets
Indicator              | Team | Target | Unit
response_within_target |      | 8      | minutes
response_within_target | CRT  | 10     | minutes
"""  # noqa: E501

FAULTY = """
Units
Unit | Team  | Agency
88   | HEART |

Eligible call types
Team | Call type        | Valid from
CRT  | Medical Incident | next spring

Service schedule
Team | Weekdays | Starts | Ends  | Units on duty
CRT  | Mon; Tue | 08:00  | 20:00 | 2
CRT  | Tue; Wed | 08:00  | 16:00 | 1

Targets
Indicator    | Target | Unit
response_p50 | 15     |
"""


def fill(path: Path, drawing: str) -> Path:
    """Puts the rows of a drawing into the sheets of a program workbook, in place of its own."""
    book = openpyxl.load_workbook(path)
    for block in re.split(r"\n\s*\n", drawing.strip()):
        title, header, *lines = block.splitlines()
        sheet = book[title]
        sheet.delete_rows(2, sheet.max_row)
        place = {cell.value: cell.column for cell in sheet[1]}
        for number, line in enumerate(lines, start=2):
            for name, text in zip(_cells(header), _cells(line), strict=True):
                sheet.cell(number, place[name], text or None)
    book.save(path)
    return path


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]
