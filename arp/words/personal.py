"""Personal columns: what is left out on upload, known by its header or by its content.

A header is enough. Where no header tells, `pattern` or `vague` is what most cells of such a column
match. Exact addresses, people's names and long prose are known by code of their own
(`arp.intake.recognition`): they have no one form.
"""

from dataclasses import dataclass

from arp.words.grammar import spelled

FREE_TEXT_WORDS = 8  # a column whose cells mostly have more words than this is prose


@dataclass(frozen=True, kw_only=True)
class PersonalKind:
    """One kind of personal column: its header spellings and what its cells look like.

    The patterns are regular expressions; those of cells are matched against the whole cell.
    """

    key: str
    title: str  # reads after "looks like"
    looks_like: str
    headers: tuple[str, ...]
    in_header: str | None = None  # words that tell where they stand in a longer header
    pattern: str | None = None
    vague: str | None = None  # tells only where nothing else says what the column holds


OF_THE_CALL: tuple[str, ...] = spelled(
    "Address | Street address | Incident address | Incident location | Location address | "
    "Full address | Address 1 | Address line 1 | Location | Match addr | ARC Street | "
    "Call address | Call location | Event address | Event location | Dispatch address"
)
"""Headers of the addresses of calls, which a feed's setting can keep by their block."""

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
            "Emergency contact | Call taker name | Call taker | Dispatcher name | Caller | "
            "Patient | Subject | Victim | Suspect | Surname | Given name | AKA | Next of kin | "
            "Guardian | Case manager | Peer support specialist | Contact person"
        ),
        in_header=(
            r"\b(client|caller|patient|person|subject|victim|suspect|officer|staff|clinician|"
            r"responder|employee|complainant|guardian|family|contact|party|neighbor|resident|"
            r"consumer|participant|first|last|full|middle|given|maiden|preferred|legal|taker|"
            r"dispatcher|manager|worker)( s)? (first |last |full |middle )?names?\b|"
            r"\bnames? of (the )?(client|caller|patient|person|subject|officer|staff|neighbor)|"
            r"\bname last first\b"
        ),
        vague=r"[A-Z][A-Za-z'’-]+, [A-Z][A-Za-z'’-]+( [A-Z]\.?)?",
    ),
    PersonalKind(
        key="phone",
        title="telephone numbers",
        looks_like="Ten digits, with or without punctuation",
        headers=spelled(
            "Phone | Phone number | Telephone number | Caller phone | Callback | "
            "Call back number | Cell phone | Mobile phone | ANI | Client phone | Home phone | "
            "Telephone | Tel | Cell | Mobile | ALI | Work phone | Fax"
        ),
        in_header=r"\b(tele)?phone( (number|no|num|nbr))?( \d)?$",
        pattern=(r"(\+?1[ .-]?)?(\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}( ?(x|ext\.?) ?\d{1,5})?"),
        vague=r"\+?1?[2-9]\d{2}[2-9]\d{6}(\.0)?",
    ),
    PersonalKind(
        key="email",
        title="e-mail addresses",
        looks_like="Text with an @ and a domain",
        headers=spelled("Email | Email address | Client email"),
        in_header=r"\be ?mail\b",
        pattern=r"<?(mailto:)?[^@\s]+@[^@\s]+\.[A-Za-z]{2,}>?([;, ].*)?",
    ),
    PersonalKind(
        key="birth_date",
        title="dates of birth",
        looks_like="Dates without a time, most of them before 2000",
        headers=spelled("DOB | Date of birth | Birth date | Client DOB | Birthday"),
        in_header=r"\bdob\b|\bbirth ?(date|day)?\b|\bborn\b",
        vague=(
            r"\d{1,2}[/.-]\d{1,2}[/.-](19\d\d|[4-9]\d)([ T]0?0:00(:00)?)?|"
            r"19\d\d-\d{1,2}-\d{1,2}([ T]0?0:00(:00)?)?|[A-Za-z]{3,9}\.? \d{1,2},? 19\d\d"
        ),
    ),
    PersonalKind(
        key="address",
        title="exact addresses",
        looks_like="A house number, a street and its suffix; a block is no exact address",
        headers=(
            *OF_THE_CALL,
            *spelled(
                "Home address | Apartment | Apt | Caller address | Street number | Premise | "
                "House number | Client address | Mailing address | Residence | Street name | "
                "Lot number | Cross street address"
            ),
        ),
        in_header=r"\b(?<!block )(?<!hundred )(?<!100 )address(es)?\b(?! x\b)",
    ),
    PersonalKind(
        key="coordinates",
        title="exact coordinates",
        looks_like="Latitude and longitude with four or more decimals",
        headers=spelled(
            "Latitude | Longitude | Lat | Lon | Long | Lng | X | Y | X coordinate | Y coordinate | "
            "Geo X | Geo Y | Coordinates | Point | Lat long | Location 1 | GPS | XY | Geometry"
        ),
        in_header=r"\b(latitude|longitude|coordinates?|geocode|gps)\b",
        pattern=r"(POINT ?)?\(?-?\d{1,3}\.\d{4,},? ?-?\d{1,3}\.\d{4,}\)?",
        vague=r"-1?\d{2}\.\d{4,}|[2-7]\d\.\d{4,}",
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
        in_header=r"\b(notes?|narratives?|comments?|remarks?|synopsis|free text)\b",
    ),
    PersonalKind(
        key="ssn",
        title="Social Security numbers",
        looks_like="Nine digits as 123-45-6789",
        headers=spelled("SSN | Social Security number | Social security | SS number | Last 4 SSN"),
        in_header=r"\bssn\b|\bsocial security\b",
        pattern=r"(\d{3}|[*xX]{3})[- ](\d{2}|[*xX]{2})[- ]\d{4}",
    ),
    PersonalKind(
        key="license_plate",
        title="license plates",
        looks_like="Letters and digits of a vehicle's plate; only the header tells",
        headers=spelled(
            "License plate | Plate | Plate number | Tag number | Vehicle plate | License number | "
            "VIN | Driver license | Driver's license | DL number"
        ),
        in_header=r"\b(license|vehicle|plate) (plate|number|no|tag)\b|\bdriver( s)? license\b",
    ),
)
