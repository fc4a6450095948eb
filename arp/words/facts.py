"""The columns of the facts: what each is called on a page, and what it means.

Facts are derived from the stored tables once a snapshot (METRICS.md §3.4). Their columns are what
formulas read, what the rows behind a number show, and what a city's own figures may be made of.
One name has one meaning in every fact table. A blank is unknown, which is not no.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FactColumn:
    """One column of the facts."""

    name: str
    title: str  # reads on after "is", "not" or "known whether": "handled", "eligible"
    meaning: str


def _columns(text: str) -> tuple[FactColumn, ...]:
    """Columns written one a line as name | title | meaning."""
    lines = (line.split(" | ") for line in text.strip().splitlines())
    return tuple(FactColumn(*(part.strip() for part in line)) for line in lines)


_IDENTITY = _columns("""
incident_number | incident number | The number of the call in the dispatch system (CAD)
encounter_id | encounter number | The number of the contact in the program's records
unit_id | unit | The call sign of the unit
sequence | sequence | Which time this unit was sent to the call
response_key | response | The call, or the contact where it has no call
visit | visit | The call that a contact belongs to, or the contact itself
position | position | A number of the contact, in the order of time
person_key | person | A keyed hash of the program's number of the person
team | team | The team of the program
agency | agency | The agency of the unit
feed | feed | The stream of files that the row came from
table | table | The stored table
field | field | The field of the stored table
label | label | The city's own word
figure | figure | Which monthly number it is
in_whole | part of the whole | A row of the whole city, or of an area where there is none of it
""")

_PLACE_AND_TIME = _columns("""
month | month | The month of the first known clock
hour_of_week | hour of the week | Weekday and hour of the first known clock
area | area | The area of the call
call_type | call type | The call type as dispatch first saw it
call_type_final | final call type | The call type when the call was closed
call_type_group | call-type group | The group in which the call type is shown
priority | priority | The priority code of the call
origin | origin | How the call came in
has_hazard | hazard | The hazards known at dispatch
first_clock_at | first clock | The first known time of the row
received_at | received | When the call was received
queued_at | queued | When the call was ready to be dispatched
prog_dispatched_at | program dispatched | When the first program unit was dispatched
prog_en_route_at | program en route | When the first program unit set out
prog_on_scene_at | program on scene | When the first program unit arrived
prog_cleared_at | program cleared | When the last program unit was clear
dispatched_at | dispatched | When the unit was dispatched
en_route_at | en route | When the unit set out
left_at | set out | When the unit set out, or was dispatched where that is not known
on_scene_at | on scene | When the unit arrived
cleared_at | cleared | When the unit was clear
started_at | started | When the contact began
ended_at | ended | When the contact ended
starts_at | hour | The hour on duty
uploaded_on | uploaded | The day of the upload
last_call_on | last call | The day of the last call
""")

_SCOPE = _columns("""
in_scope | in scope | Not known to be self-initiated, outside, a test, a repeat or canceled early
in_cad | in the dispatch system | The call is in a dispatch (CAD) export of all calls
recoded | recoded | The final call type differs from the first
eligible | eligible | In scope and on a team's list that day by its first call type
eligible_final | eligible by its final type | On a team's list that day by its final call type
staffed | staffed | A unit that may take the call was scheduled there and then
free | with a unit free | A unit that may take the call was free when it was queued
eligible_staffed | eligible and staffed | Eligible while a unit that may take it was scheduled
is_top_priority | top priority | The priority is one of the most urgent
self_initiated | self-initiated | A responder began the call or came upon it
mapped | mapped | The value is known to the settings
""")

_WHO_CAME = _columns("""
routed | routed to the program | A program unit was sent, a team declined, or a phone team took it
handled | handled | A program unit arrived, or an attempt is recorded, or a phone team took it
handled_by_other | handled by another team | Another team of the program handled it
prog_dispatched | sent a program unit | A unit of the program was dispatched
prog_arrived | attended by a program unit | A unit of the program arrived
own_dispatched | sent an unarmed unit | A unit of a team that works without police was sent
own_arrived | attended by an unarmed unit | A unit of a team that works without police arrived
police_dispatched | sent police | A police unit was dispatched
police_arrived | attended by police | A police unit arrived
police_alone | attended by police only | Police arrived and the program did not handle it
ems_dispatched | sent EMS | An EMS unit was dispatched
ems_arrived | attended by EMS | An EMS unit arrived
fire_dispatched | sent fire | A fire unit was dispatched
fire_arrived | attended by fire | A fire unit arrived
co_response | a co-response | A team that works with police responded
joint_scene | shared with police | The program responded and police arrived too
upgraded | upgraded | Police were sent after an unarmed team
diverted_police | diverted from police | Handled without any police unit sent
diverted_ems | diverted from EMS | Handled without EMS, on a type that EMS served before
diverted_fire | diverted from fire | Handled without fire, on a type that fire served before
self_assigned | self-assigned | The unit put itself on the call
declined | declined by the team | The team declined the call
is_program | a program unit | The unit belongs to a team of the program
team_mode | phone or in person | How the team meets people
works_with_police | working with police | The team responds with an officer
""")

_MISSED = _columns("""
missed | missed | Eligible and not handled
missed_why | reason missed | The first of the nine reasons that fits
lever | lever | What alone would have reached the missed call
missed_outside_area | missed outside the area | No team served there
missed_outside_hours | missed outside hours | No team was on duty
missed_canceled | canceled while it waited | Canceled after queueing, before any unit was sent
missed_not_arrived | sent but not arrived | A team was sent and did not arrive
missed_declined | declined | The team declined
missed_self_assigned | taken by another agency | Police or EMS put themselves on the call
missed_all_busy | missed with all units busy | Every unit that may take it was committed
missed_not_routed | missed with a unit free | A unit was free and the call was not sent to it
missed_cannot_tell | missed for a reason nobody can tell | No schedule or unit records tell why
""")

_MINUTES = _columns("""
answer_seconds | time to answer | From received to answered, in seconds
handling_minutes | call-taking time | From received to queued
queue_minutes | wait for a program unit | From queued to the first program unit's dispatch
turnout_minutes | turnout | From dispatch to en route
travel_minutes | travel | From en route, or dispatch, to on scene
response_minutes | response time | From received to the first program unit on scene
own_response_minutes | response time | The same, without teams that work with police in the whole
first_unit_minutes | first unit | From received to the first unit of any agency on scene
on_scene_minutes | time on scene | From the first arrival to the last clear
police_response_minutes | police response | From received to the first police unit on scene
police_queue_minutes | wait for police | From queued to the first police dispatch
response_target_minutes | target | The city's own target for this call's response
committed_minutes | time committed | Minutes from dispatch to clear
police_minutes | police time | Minutes of all police units on the call
scheduled_minutes | time scheduled | Minutes that the schedule has units on duty
staffed_minutes | time staffed | Minutes with any unit on duty
overtime_minutes | overtime | Minutes committed outside the schedule
busy_minutes | time with no unit free | Minutes with every unit on duty committed
handling_valid | valid call-taking time | Between 0 and 24 hours
queue_valid | valid wait | Between 0 and 24 hours
turnout_valid | valid turnout | Between 0 and 24 hours
travel_valid | valid travel | Between 0 and 24 hours
response_valid | valid response time | Between 0 and 24 hours
own_response_valid | valid response time | Between 0 and 24 hours
first_unit_valid | valid first arrival | Between 0 and 24 hours
on_scene_valid | valid time on scene | Between 0 and 24 hours
police_response_valid | valid police response | Between 0 and 24 hours
police_queue_valid | valid wait for police | Between 0 and 24 hours
committed_valid | valid time committed | Between 0 and 24 hours
""")

_CONTACTS = _columns("""
mode | phone or in person | How the contact took place
linked | linked to a call | The contact has a call of the dispatch system
responds | a response | The contact is no planned follow-up
encounters_n | outcome records | How many contacts are recorded for the call
contact_made | reached | The person was reached: engaged, declined or given information
contact_result | contact result | How the contact ended, in the app's words
contact_label | how the contact ended | How the contact ended, in the city's words
destination | destination | Where the person went or stayed, in the app's words
disposition_label | disposition | Where the person went or stayed, in the city's words
attempted_in_person | attempted in person | The team came, whether or not anybody was met
taken_by_phone | taken by phone | A phone team took the call
taken_to_hospital | taken to a hospital | To a hospital, with or without a hold
arrested | arrested | The contact ended in an arrest
cited | cited | The person was cited
handed_to_police | handed to police | Police took over
police_took_over | taken over by police | Police took over
arrest_made | closed with an arrest | Dispatch or a contact record says that somebody was arrested
ems_transported | taken to a hospital from the call | An ambulance or a contact says so
phone_taken | taken by a phone team | A phone team took the call
phone_resolved | closed by phone | No field unit was sent up to 24 hours after it was taken by phone
phone_handed_back | sent on to police or EMS | Police or EMS were sent after it was taken by phone
phone_matured | old enough for 24 hours | The 24 hours after it was taken by phone lie in the data
resolved | resolved in the community | Reached, and no hospital, arrest or police taking over
backup_requested | asking for back-up | The team asked for back-up
backup_police | asking for police back-up | The team asked for police
backup_other | asking for EMS or fire | The team asked for EMS or fire
backup_urgent | asking for help at once | The team asked for help at once
backup_reviewed | reviewed | The request for back-up was reviewed
felt_safe | felt safe | The responders felt safe
responder_injury | responder injury | None, minor or serious
responder_hurt | harmful to a responder | A responder was injured
person_injury | harmful to a person | A person was injured during the response
use_of_force | met with force | Force was used during the response
crisis | a crisis | To a hospital, arrested, or police asked for or taking over
repeated_7 | met again within 7 days | The same person was met at another call
repeated_30 | met again within 30 days | The same person was met at another call
repeated_90 | met again within 90 days | The same person was met at another call
crisis_repeated_30 | in crisis again within 30 days | The same person was met in a crisis
matured_7 | old enough for 7 days | The 7 days lie within the data
matured_30 | old enough for 30 days | The 30 days lie within the data
matured_90 | old enough for 90 days | The 90 days lie within the data
""")

_HELP_GIVEN = _columns("""
age_band | age band | The person's age as a band
race_ethnicity | race and ethnicity | As the person says, or as the team recorded it
gender | gender | As the person says, or as the team recorded it
language | language | The language that the person wanted to speak
housing_status | housing status | Whether the person had a place to live
primary_need | primary need | What the person needed most
involuntary | under an involuntary hold | Taken to a hospital under an involuntary hold
referral_made | referred to a service | A referral was made
referral_accepted | taking the referral | The person accepted the referral
warm_handoff | a warm hand-off | The team brought person and service together itself
service_unavailable | without a service | The service needed was full, closed or does not exist
satisfaction | rating | The person's own rating from 1 to 5
followup_due | due a follow-up | A follow-up was requested and the person agreed
followup_from_at | follow-up clock | When the time for a follow-up begins to run
attempted_48h | followed up within 48 hours | A follow-up was attempted
attempted_72h | followed up within 72 hours | A follow-up was attempted
followup_reached_48h | reached within 48 hours | The person was reached again
followup_reached_72h | reached within 72 hours | The person was reached again
followup_reached_30d | reached within 30 days | The person was reached again
followup_matured_48h | old enough for 48 hours | They lie within the data of the follow-ups
followup_matured_72h | old enough for 72 hours | They lie within the data of the follow-ups
followup_matured_30d | old enough for 30 days | They lie within the data of the follow-ups
connected_confirmed | connected to care | A service was reached within 30 days, as confirmed
connected_self_reported | connected by the person's word | As the person says, not confirmed
connected_matured | old enough for 30 days | The 30 days lie within the data
attempted_at | attempted | When the follow-up was attempted
method | method | How the attempt was made
connected_to_care | connected to care | What the attempt found: no, confirmed or self-reported
reached | reached | The person was reached in this attempt
reached_at | reached at | When the person was reached
contact_at | contact | When the contact that led to the case ended
opened_at | opened | When the case was opened
first_attempt_at | first attempt | When somebody first tried to reach the person
first_reached_at | first reached | When the person was first reached
closed_at | closed | When the case was closed
goal_met | closed with the goal met | What the case was for was reached
days_to_first | time to the first contact | Days from the opening, or the contact, to being reached
open_at_end | open at the end of the month | Opened and not closed by then
reached_then | first reached that month | The person was first reached in the month
closed_then | closed that month | The case was closed in the month
""")

_COUNTS = _columns("""
numerator | numerator | The part, where a monthly number is a share
denominator | denominator | The whole, where a monthly number is a share
value | value | The monthly number itself
within_15s_n | answered in 15 seconds | How many calls were answered in 15 seconds
of_15s_n | answered | How many answered calls the first number is of
within_20s_n | answered in 20 seconds | How many calls were answered in 20 seconds
of_20s_n | answered | How many answered calls the first number is of
rows_n | rows | How many rows there are
filled_n | rows with a value | How many rows have a value
ever_filled | ever filled | Whether any row has a value
""")

FACT_COLUMNS: dict[str, FactColumn] = {
    column.name: column
    for columns in (
        *(_IDENTITY, _PLACE_AND_TIME, _SCOPE, _WHO_CAME),
        *(_MISSED, _MINUTES, _CONTACTS, _HELP_GIVEN, _COUNTS),
    )
    for column in columns
}
