"""Personal columns: what is left out on upload, known by its header or by its content.

A header is enough. Where no header tells, `pattern` is what most cells of such a column match;
kinds without a pattern have no form that a machine could know them by, except that long prose is
free text (`FREE_TEXT_WORDS`).
"""

from dataclasses import dataclass

from arp.words.grammar import spelled

FREE_TEXT_WORDS = 8  # a column whose cells mostly have more words than this is prose


@dataclass(frozen=True, kw_only=True)
class PersonalKind:
    """One kind of personal column: its header spellings and what its cells look like."""

    key: str
    title: str  # reads after "looks like"
    looks_like: str
    headers: tuple[str, ...]
    pattern: str | None = None  # a regular expression, matched against the whole cell


PERSONAL: tuple[PersonalKind, ...] = (
    PersonalKind(
        key="name",
        title="names of people",
        looks_like="Given and family names, of clients, callers or staff",
        headers=spelled(
            "Name | First name | Last name | Full name | Middle name | Client name | Caller name | "
            "Patient name | Person name | Fname | Lname | Complainant | Complainant name | "
            "Reporting party | RP name | Subject name | Officer name | Staff name | Clinician | "
            "Clinician name | Responder name | Employee name | Alias | Neighbor name | "
            "Emergency contact | Call taker name | Call taker | Dispatcher name"
        ),
        pattern=r"[A-Z][A-Za-z'’-]+, [A-Z][A-Za-z'’-]+( [A-Z]\.?)?",
    ),
    PersonalKind(
        key="phone",
        title="telephone numbers",
        looks_like="Ten digits, with or without punctuation",
        headers=spelled(
            "Phone | Phone number | Telephone number | Caller phone | Callback | "
            "Call back number | Cell phone | Mobile phone | ANI | Client phone | Home phone"
        ),
        pattern=r"(\+?1[ .-]?)?(\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}",
    ),
    PersonalKind(
        key="email",
        title="e-mail addresses",
        looks_like="Text with an @ and a domain",
        headers=spelled("Email | Email address | Client email"),
        pattern=r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}",
    ),
    PersonalKind(
        key="birth_date",
        title="dates of birth",
        looks_like="Dates long before any call; only the header tells",
        headers=spelled("DOB | Date of birth | Birth date | Client DOB | Birthday"),
    ),
    PersonalKind(
        key="address",
        title="exact addresses",
        looks_like="A house number, a street and its suffix; a block is no exact address",
        headers=spelled(
            "Address | Street address | Home address | Incident address | Incident location | "
            "Location address | Full address | Address 1 | Address line 1 | Apartment | Apt | "
            "Caller address | Location | Street number | Match addr | ARC Street | Premise"
        ),
        pattern=(
            r"(?i)(?!\d*00 block|\d+xx)\d{1,6}( [NSEW]\.?)?( [A-Za-z0-9'.-]+){1,4} "
            r"(st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|ct|court|pl|place|way|cir|hwy)\.?"
            r"(,? .*)?"
        ),
    ),
    PersonalKind(
        key="coordinates",
        title="exact coordinates",
        looks_like="Latitude and longitude with four or more decimals",
        headers=spelled(
            "Latitude | Longitude | Lat | Lon | Long | Lng | X | Y | X coordinate | Y coordinate | "
            "Geo X | Geo Y | Coordinates | Point | Lat long | Location 1"
        ),
        pattern=r"\(?-?\d{1,3}\.\d{4,}, ?-?\d{1,3}\.\d{4,}\)?",
    ),
    PersonalKind(
        key="free_text",
        title="free text",
        looks_like="Sentences: whole words, different in nearly every row",
        headers=spelled(
            "Notes | Note | Narrative | Comments | Comment | Remarks | Call notes | Case notes | "
            "Description of events | Summary | Synopsis | Details | Free text | Call narrative | "
            "Incident narrative | CAD notes | Clinical notes | Additional information | "
            "Progress note"
        ),
    ),
    PersonalKind(
        key="ssn",
        title="Social Security numbers",
        looks_like="Nine digits as 123-45-6789",
        headers=spelled("SSN | Social Security number | Social security | SS number"),
        pattern=r"\d{3}-\d{2}-\d{4}",
    ),
    PersonalKind(
        key="license_plate",
        title="license plates",
        looks_like="Letters and digits of a vehicle's plate; only the header tells",
        headers=spelled(
            "License plate | Plate | Plate number | Tag number | Vehicle plate | License number | "
            "VIN | Driver license | Driver's license | DL number"
        ),
    ),
)
